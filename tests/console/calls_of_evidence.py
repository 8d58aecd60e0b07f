"""One call of every method of the services of evidence."""

from __future__ import annotations

from datetime import timedelta

from console.evidence.rules import RequestForm
from console.rights import Action
from console.workers import Stop
from db.evidence_records import (
    CustodyId,
    CustodyKind,
    Head,
    Made,
    Package,
    PackageId,
    PackageOutcome,
    PackageQuery,
    RequestId,
    RequestPaperId,
    RequestQuery,
    Wanted,
)
from db.records import CameraId, Span, to_us
from tests.console.call import NO_ID, NOWHERE, Call, ignore
from tests.fakes import FakeClock

_EXPORT, _APPROVE = Action.EXPORT, Action.APPROVE_EXPORT
_MADE = Made(
    folder="TX",
    medium_serial="",
    sums_sha256="0" * 64,
    signer_sha256="0" * 64,
    head_before=Head(1, "0" * 64),
    head_after=Head(1, "0" * 64),
)
_BEGUN = Package(
    id=PackageId(NO_ID),
    uuid="",
    request_id=None,
    incident_id=None,
    wanted=(),
    outcome=PackageOutcome.MAKING,
    place=1,
    target="",
    medium_serial="",
    queued_by=None,
    queued_at=FakeClock().now(),
    began_at=None,
    ended_at=None,
    maker_pid=None,
    tries=1,
    cause="",
    made=None,
)


def _requests() -> dict[str, Call]:
    one, form = RequestId(NO_ID), RequestForm(unit="", purpose="")
    paper = RequestPaperId(NO_ID)
    return {
        "evidence.requests.page": Call(_EXPORT, lambda c: c.evidence.requests.page(RequestQuery())),
        "evidence.requests.count": Call(
            _EXPORT, lambda c: c.evidence.requests.count(RequestQuery())
        ),
        "evidence.requests.request": Call(_EXPORT, lambda c: c.evidence.requests.request(one)),
        "evidence.requests.steps": Call(_EXPORT, lambda c: c.evidence.requests.steps(one)),
        "evidence.requests.names": Call(_EXPORT, lambda c: c.evidence.requests.names()),
        "evidence.requests.waiting": Call(_EXPORT, lambda c: c.evidence.requests.waiting()),
        "evidence.requests.overdue": Call(_EXPORT, lambda c: c.evidence.requests.overdue()),
        "evidence.requests.make": Call(_EXPORT, lambda c: c.evidence.requests.make(form)),
        "evidence.requests.change": Call(
            _EXPORT, lambda c: c.evidence.requests.change(one, 1, form)
        ),
        "evidence.requests.ask": Call(_EXPORT, lambda c: c.evidence.requests.ask(one, 1)),
        "evidence.requests.withdraw": Call(_EXPORT, lambda c: c.evidence.requests.withdraw(one)),
        "evidence.approvals.approve": Call(_APPROVE, lambda c: c.evidence.approvals.approve(one)),
        "evidence.approvals.narrow": Call(
            _APPROVE, lambda c: c.evidence.approvals.narrow(one, [], "Vì sao")
        ),
        "evidence.approvals.refuse": Call(
            _APPROVE, lambda c: c.evidence.approvals.refuse(one, "Vì sao")
        ),
        "evidence.approvals.is_own": Call(_EXPORT, lambda c: c.evidence.approvals.is_own(one)),
        "evidence.approvals.erase_people": Call(
            _APPROVE, lambda c: c.evidence.approvals.erase_people(one)
        ),
        "evidence.papers.of": Call(_EXPORT, lambda c: c.evidence.papers.of(one)),
        "evidence.papers.add": Call(
            _EXPORT,
            lambda c: c.evidence.papers.add(one, NOWHERE, stop=Stop(), progressed=ignore),
        ),
        "evidence.papers.open": Call(_EXPORT, lambda c: c.evidence.papers.open(paper, stop=Stop())),
        "evidence.papers.copy": Call(
            _EXPORT,
            lambda c: c.evidence.papers.copy(paper, NOWHERE, stop=Stop(), progressed=ignore),
        ),
        "evidence.papers.remove": Call(_EXPORT, lambda c: c.evidence.papers.remove(paper)),
    }


def _copies() -> dict[str, Call]:
    one = PackageId(NO_ID)
    return {
        "evidence.copies.copy": Call(
            _EXPORT,
            lambda c: c.evidence.copies.copy(
                one, None, NOWHERE, encrypted=False, stop=Stop(), progressed=ignore
            ),
        ),
        "evidence.copies.verify": Call(
            _EXPORT,
            lambda c: c.evidence.copies.verify(one, NOWHERE, stop=Stop(), progressed=ignore),
        ),
        "evidence.copies.receipt": Call(
            _EXPORT, lambda c: c.evidence.copies.receipt(one, CustodyId(NO_ID))
        ),
    }


def _packages() -> dict[str, Call]:
    one, now, over = PackageId(NO_ID), FakeClock().now(), Stop()
    over.set()
    span = Span(now - timedelta(minutes=1), now)
    return {
        "evidence.queue.rows": Call(_EXPORT, lambda c: c.evidence.queue.rows()),
        "evidence.queue.add": Call(
            _EXPORT, lambda c: c.evidence.queue.add(RequestId(NO_ID), "/media")
        ),
        "evidence.queue.arrange": Call(_EXPORT, lambda c: c.evidence.queue.arrange([one])),
        "evidence.queue.retry": Call(_EXPORT, lambda c: c.evidence.queue.retry(one)),
        "evidence.queue.cancel": Call(_EXPORT, lambda c: c.evidence.queue.cancel(one)),
        # The program's own, that makes them: it goes on under a locked screen.
        "evidence.queue.restarted": Call(None, lambda c: c.evidence.queue.restarted()),
        "evidence.queue.left": Call(None, lambda c: c.evidence.queue.left()),
        "evidence.queue.begin_next": Call(None, lambda c: c.evidence.queue.begin_next()),
        "evidence.queue.is_wanted": Call(None, lambda c: c.evidence.queue.is_wanted(_BEGUN)),
        "evidence.queue.made": Call(None, lambda c: c.evidence.queue.made(_BEGUN, _MADE)),
        "evidence.queue.failed": Call(None, lambda c: c.evidence.queue.failed(_BEGUN, "full")),
        "evidence.maker.make_next": Call(None, lambda c: c.evidence.maker.make_next(over)),
        "evidence.maker.take_up": Call(None, lambda c: c.evidence.maker.take_up(over)),
        "evidence.maker.run": Call(None, lambda c: c.evidence.maker.run(over)),
        "evidence.maker.wake": Call(None, lambda c: c.evidence.maker.wake()),
        "evidence.maker.end": Call(None, lambda c: c.evidence.maker.end()),
        "evidence.packages.page": Call(_EXPORT, lambda c: c.evidence.packages.page(PackageQuery())),
        "evidence.packages.package": Call(_EXPORT, lambda c: c.evidence.packages.package(one)),
        "evidence.packages.exported": Call(
            _EXPORT, lambda c: c.evidence.packages.exported(CameraId(NO_ID), span)
        ),
        "evidence.previews.of": Call(
            _EXPORT, lambda c: c.evidence.previews.of(RequestId(NO_ID), "/media")
        ),
        "evidence.previews.of_lines": Call(
            _EXPORT, lambda c: c.evidence.previews.of_lines([Wanted(CameraId(NO_ID), span)])
        ),
        "evidence.custody.of": Call(_EXPORT, lambda c: c.evidence.custody.of(one)),
        "evidence.custody.add": Call(
            _EXPORT, lambda c: c.evidence.custody.add(one, CustodyKind.VERIFIED)
        ),
        "evidence.custody.erase_people": Call(
            _APPROVE, lambda c: c.evidence.custody.erase_people(CustodyId(NO_ID))
        ),
    }


def _peeks() -> dict[str, Call]:
    now = FakeClock().now()
    wanted = Wanted(CameraId(NO_ID), Span(now - timedelta(minutes=1), now))
    at_us = to_us(wanted.span.start)
    return {
        "evidence.peeks.picture": Call(
            _EXPORT, lambda c: c.evidence.peeks.picture(wanted, at_us, stop=Stop())
        ),
        "evidence.peeks.next_from": Call(
            _EXPORT, lambda c: c.evidence.peeks.next_from([wanted], at_us)
        ),
        # Tells the log what was done, as that of review.
        "evidence.peeks.written": Call(None, lambda c: c.evidence.peeks.written()),
    }


EVIDENCE = _requests() | _packages() | _copies() | _peeks()
