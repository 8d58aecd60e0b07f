"""The chief's answer to a request: approved, narrowed or refused; never by who wrote it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from console.audit import Act, Audit
from console.clock import Clock
from console.evidence import request_holds
from console.evidence.export_queue import cancelled
from console.evidence.request_door import RequestDoor, RequestPass
from console.evidence.rules import (
    RequestRefused,
    RequestRule,
    checked_narrowed,
    clean_reason,
)
from console.rights import Action
from db.evidence_records import PackageOutcome, Request, RequestId, RequestState, Wanted
from db.records import OfficerId
from db.repositories.packages import WAITING
from db.store import Store, Unit

_S = RequestState


class RequestApprovals:
    """Answers what was asked.  May block on the disk: not for the GUI thread.

    Any call may raise ``NotAllowed`` (it wants a password typed a moment ago), ``Gone``,
    ``StoreProblem`` and ``RequestRefused``: it does not wait for an answer, or whoever sits here
    wrote or handed it in.  So a ward's one chief lets an officer ask; see ``README.md``.
    """

    def __init__(
        self,
        store: Store,
        door: RequestDoor,
        audit: Audit,
        date: Clock,
        leave_no_trace: Callable[[], None],
    ) -> None:
        """``date`` is the known date, from which holds run.

        ``leave_no_trace`` empties the log beside the store's file of what was erased.
        """
        self._store = store
        self._door = door
        self._audit = audit
        self._date = date
        self._leave_no_trace = leave_no_trace

    def approve(self, request_id: RequestId) -> Request:
        """Let all of it be exported, and hold it longer: see ``request_holds``.

        One that was exported first is carried out with it.
        """
        return self._answer(request_id, _S.APPROVED, Act.REQUEST_APPROVED)

    def narrow(self, request_id: RequestId, allowed: Sequence[Wanted], reason: str) -> Request:
        """Let less be exported than was asked: each of ``allowed`` lies within a line of that.

        Packages of it that wait in the queue, which hold what was asked, are cancelled.  What is
        left of it is held longer.

        Raises FieldRefused: ``field`` is "narrowed" or "reason".
        """
        let_in = self._door.enter(request_id, Action.APPROVE_EXPORT)
        cleaned = clean_reason(reason)
        with self._store.begin() as unit:
            asked = _ready(unit, let_in)
            narrowed = checked_narrowed(asked.wanted, allowed)
            self._cancel(unit, let_in)
            return self._go(unit, let_in, _S.NARROWED, Act.REQUEST_NARROWED, cleaned, narrowed)

    def refuse(self, request_id: RequestId, reason: str) -> Request:
        """Let nothing of it be exported; what waits in the queue for it is cancelled.

        Of one that was exported first the package stays in custody, as it happened.

        Raises FieldRefused ("reason").
        """
        return self._answer(request_id, _S.REFUSED, Act.REQUEST_REFUSED, clean_reason(reason))

    def is_own(self, request_id: RequestId) -> bool:
        """Whether whoever sits here may not answer it: he wrote it, or handed it in."""
        let_in = self._door.see(request_id)
        with self._store.read() as unit:
            let_in.found(unit)
            return let_in.officer_id in _authors(unit, request_id)

    def erase_people(self, request_id: RequestId) -> Request:
        """Forget who asked and who gets it: from the store's file and the log beside it.

        Scanned papers, the words of purpose and answer, and copies made before (backups) stay.
        """
        let_in = self._door.enter(request_id, Action.APPROVE_EXPORT)
        with self._store.begin() as unit:
            let_in.found(unit)
            erased = unit.requests.erase_people(request_id, self._door.now)
            self._audit.write(
                unit,
                Act.REQUEST_PEOPLE_ERASED,
                "request",
                request_id,
                officer_id=let_in.officer_id,
                version=erased.version,
            )
        self._leave_no_trace()
        return erased

    def _answer(
        self, request_id: RequestId, after: RequestState, act: Act, reason: str = ""
    ) -> Request:
        let_in = self._door.enter(request_id, Action.APPROVE_EXPORT)
        with self._store.begin() as unit:
            _ready(unit, let_in)
            if after is _S.REFUSED:
                self._cancel(unit, let_in)
            return self._go(unit, let_in, after, act, reason)

    def _go(
        self,
        unit: Unit,
        let_in: RequestPass,
        after: RequestState,
        act: Act,
        reason: str,
        narrowed: Sequence[Wanted] = (),
    ) -> Request:
        now = self._door.now
        request = unit.requests.step(
            let_in.request_id,
            after,
            officer_id=let_in.officer_id,
            at=now,
            reason=reason,
            narrowed=narrowed,
        )
        self._audit.write(
            unit,
            act,
            "request",
            request.id,
            officer_id=let_in.officer_id,
            version=request.version,
            cameras=sorted({each.camera_id for each in request.allowed}),
        )
        if after is not _S.REFUSED:
            request_holds.keep(
                unit,
                self._audit,
                request,
                request.allowed,
                officer_id=let_in.officer_id,
                now=self._date.now(),
            )
        made = any(each.outcome is PackageOutcome.MADE for each in unit.packages.of(request.id))
        if made and after is _S.APPROVED:  # what was narrowed is still to be made as it is now
            return unit.requests.step(request.id, _S.MADE, officer_id=let_in.officer_id, at=now)
        return request

    def _cancel(self, unit: Unit, let_in: RequestPass) -> None:
        """What is being made, too: whoever makes it sees it when he asks, or at its end."""
        for each in unit.packages.of(let_in.request_id):
            if each.outcome in WAITING:
                cancelled(unit, self._audit, each, let_in.officer_id, self._door.now)


def _ready(unit: Unit, let_in: RequestPass) -> Request:
    """The request, if it waits for an answer, and for his."""
    request = let_in.found(unit)
    if request.state is not _S.ASKED:
        raise RequestRefused(RequestRule.NOT_ASKED)
    if let_in.officer_id in _authors(unit, request.id):
        raise RequestRefused(RequestRule.OWN_WORK)
    return request


def _authors(unit: Unit, request_id: RequestId) -> set[OfficerId | None]:
    """Whose work it is: who made it, wrote on it, or handed it in."""
    steps = unit.requests.steps(request_id)
    return {each.officer_id for each in steps if each.after in {_S.DRAFT, _S.ASKED}} - {None}
