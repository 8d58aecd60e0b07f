"""Asking for footage in writing: drafts, requests that wait, and what became of each.

The answer is in ``approvals``, scanned papers in ``request_papers``, what is made of a request in
``export_queue``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo

from console.audit import Act, Audit
from console.case_door import CaseDoor
from console.clock import Clock
from console.errors import FieldRefused
from console.evidence import request_holds
from console.evidence.export_queue import cancelled
from console.evidence.request_door import RequestDoor
from console.evidence.rules import (
    RequestForm,
    RequestRefused,
    RequestRule,
    WantedRule,
    checked,
    require_whole,
)
from console.last_readers import somebody_can_approve
from console.rights import Action
from console.station import StationSettings
from db.evidence_records import (
    PackageOutcome,
    Request,
    RequestFields,
    RequestId,
    RequestLine,
    RequestQuery,
    RequestState,
    RequestStep,
)
from db.records import OfficerId
from db.store import Store, Unit

_S = RequestState
_OPEN = frozenset({_S.DRAFT, _S.ASKED, _S.APPROVED, _S.NARROWED})
_CAME_TO_NOTHING = frozenset({PackageOutcome.FAILED, PackageOutcome.CANCELLED})


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingRequest:
    """A request that waits for an answer; ``is_overdue``: it was exported, and its day is over.

    ``is_due``: the day that it was wanted by has come.
    """

    line: RequestLine
    age: timedelta
    is_overdue: bool
    is_due: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingRequests:
    """A page of what waits, the longest first; ``overdue`` and ``total`` are of all."""

    items: tuple[WaitingRequest, ...]
    total: int
    overdue: int


class Requests:
    """Writes requests, hands them in, lists them.  May block on the disk: not for the GUI thread.

    Any call may raise ``NotAllowed``, ``StoreProblem``, and, about a request that is not there or
    not for whoever sits here, ``Gone``.  A change is announced as ``Topic.EVIDENCE`` and logged:
    ids, field names and counts.
    """

    def __init__(
        self,
        store: Store,
        door: RequestDoor,
        cases: CaseDoor,
        audit: Audit,
        settings: Callable[[], StationSettings],
        date: Clock,
        zone: tzinfo | None = None,
    ) -> None:
        """``date`` is the known date, from which holds run.

        ``zone`` tells in which year a request is made; None is the PC's own.
        """
        self._store = store
        self._door = door
        self._cases = cases
        self._audit = audit
        self._settings = settings
        self._date = date
        self._zone = zone

    # What there is

    def page(self, query: RequestQuery) -> list[RequestLine]:
        """A page of the list, the newest first; words are found without their diacritics.

        50 ms in a city.
        """
        viewer = self._door.viewer()
        with self._store.read() as unit:
            return unit.request_lists.page(query, viewer)

    def count(self, query: RequestQuery) -> int:
        """How many the list holds; 1,000 stands for more."""
        viewer = self._door.viewer()
        with self._store.read() as unit:
            return unit.request_lists.count(query, viewer)

    def request(self, request_id: RequestId) -> Request:
        """One request, whole."""
        let_in = self._door.see(request_id)
        with self._store.read() as unit:
            return let_in.found(unit)

    def steps(self, request_id: RequestId) -> list[RequestStep]:
        """What became of it, by whom and why, in order."""
        let_in = self._door.see(request_id)
        with self._store.read() as unit:
            let_in.found(unit)
            return unit.requests.steps(request_id)

    def names(self) -> dict[OfficerId, str]:
        """What the officers are called that requests and packages tell of; erased: ""."""
        self._door.viewer()
        with self._store.read() as unit:
            return {each.id: each.name for each in unit.officers.all()}

    def waiting(self, limit: int = 100, skip: int = 0) -> WaitingRequests:
        """What waits for the chief's answer, the longest first, ``limit`` of it behind ``skip``.

        For whoever may export: he sees that his own waits.  Kept apart from ``console.inbox``,
        whose kinds are of cases.
        """
        viewer, now = self._door.viewer(), self._door.now
        with self._store.read() as unit:
            lines = unit.request_lists.waiting(viewer, limit, skip)
            total = unit.request_lists.count_waiting(viewer)
            overdue = len(unit.request_lists.overdue(viewer, now))
        today = now.astimezone(self._zone).date()
        items = tuple(_waiting(each, now, today) for each in lines)
        return WaitingRequests(items=items, total=total, overdue=overdue)

    def overdue(self) -> list[RequestLine]:
        """What was exported first and not approved in time, the longest overdue first."""
        viewer, now = self._door.viewer(), self._door.now
        with self._store.read() as unit:
            return unit.request_lists.overdue(viewer, now)

    # What becomes of it

    def make(self, form: RequestForm) -> Request:
        """Keep a draft; numbers count by the year.

        Raises:
            FieldRefused: ``field`` is one of the form.
            Gone: the incident.
        """
        fields = checked(form)
        officer_id = self._allowed(fields)
        now = self._door.now
        with self._store.begin() as unit:
            year = now.astimezone(self._zone).year
            made = unit.requests.add(fields, year=year, made_by=officer_id, made_at=now)
            self._audit.write(
                unit,
                Act.REQUEST_MADE,
                "request",
                made.id,
                officer_id=officer_id,
                year=made.year,
                number=made.number,
                incident_id=made.incident_id,
                cameras=sorted({each.camera_id for each in made.wanted}),
            )
        return made

    def change(self, request_id: RequestId, version: int, form: RequestForm) -> Request:
        """Write a draft anew that was read at ``version``.

        Raises:
            FieldRefused: ``field`` is one of the form.
            RequestRefused: it is no draft any more, or somebody else changed it meanwhile.
        """
        let_in = self._door.enter(request_id)
        fields = checked(form)
        officer_id = self._allowed(fields)
        with self._store.begin() as unit:
            before = _draft(let_in.found(unit), version)
            changed = [
                name
                for name in fields.__struct_fields__
                if getattr(before, name) != getattr(fields, name)
            ]
            if not changed:
                return before
            after = unit.requests.change(
                request_id, fields, officer_id=officer_id, at=self._door.now
            )
            self._audit.write(
                unit,
                Act.REQUEST_CHANGED,
                "request",
                request_id,
                officer_id=officer_id,
                fields=changed,
                version=after.version,
            )
        return after

    def ask(self, request_id: RequestId, version: int) -> Request:
        """Hand a draft to the chief; from now on nobody changes it.

        What it asks for is held from now on: see ``request_holds``.

        Raises:
            FieldRefused: something is missing that he must know, or "urgent": the station exports
                nothing before it is approved.
            RequestRefused: it is no draft, was changed meanwhile, or nobody could approve it.
        """
        let_in = self._door.enter(request_id)
        may_be_urgent = self._settings().urgent_export
        now = self._door.now
        with self._store.begin() as unit:
            draft = _draft(let_in.found(unit), version)
            require_whole(draft, now)
            if draft.urgent and not may_be_urgent:
                raise FieldRefused("urgent", WantedRule.NOT_URGENT)
            _require_approver(unit, draft)
            asked = unit.requests.step(request_id, _S.ASKED, officer_id=let_in.officer_id, at=now)
            self._audit.write(
                unit,
                Act.REQUEST_ASKED,
                "request",
                request_id,
                officer_id=let_in.officer_id,
                version=asked.version,
                urgent=asked.urgent,
                cameras=sorted({each.camera_id for each in asked.wanted}),
            )
            request_holds.keep(
                unit,
                self._audit,
                asked,
                asked.wanted,
                officer_id=let_in.officer_id,
                now=self._date.now(),
            )
        return asked

    def withdraw(self, request_id: RequestId) -> Request:
        """Take a request back; its number stays used.

        What waits in the queue for it is cancelled; what it held runs out by itself.  Raises
        RequestRefused: it is over, or footage was exported for it, or is being.
        """
        let_in = self._door.enter(request_id)
        now = self._door.now
        with self._store.begin() as unit:
            if let_in.found(unit).state not in _OPEN:
                raise RequestRefused(RequestRule.OVER)
            for each in unit.packages.of(request_id):
                if each.outcome is PackageOutcome.QUEUED:
                    cancelled(unit, self._audit, each, let_in.officer_id, now)
                elif each.outcome not in _CAME_TO_NOTHING:
                    raise RequestRefused(RequestRule.EXPORTED)
            after = unit.requests.step(
                request_id, _S.WITHDRAWN, officer_id=let_in.officer_id, at=now
            )
            self._audit.write(
                unit,
                Act.REQUEST_WITHDRAWN,
                "request",
                request_id,
                officer_id=let_in.officer_id,
                version=after.version,
            )
        return after

    def _allowed(self, fields: RequestFields) -> OfficerId | None:
        """Whoever sits here, if he may ask for all that.  Raises NotAllowed, Gone."""
        officer_id = self._door.allow(fields.wanted)
        if fields.incident_id is not None:
            self._cases.enter(Action.SEE_INCIDENTS, fields.incident_id)
        return officer_id


def _draft(request: Request, version: int) -> Request:
    if request.state is not _S.DRAFT:
        raise RequestRefused(RequestRule.NO_DRAFT)
    if request.version != version:
        raise RequestRefused(RequestRule.CHANGED)
    return request


def _require_approver(unit: Unit, request: Request) -> None:
    """Of a restricted case nobody else sees the request: it would wait for nobody."""
    if request.incident_id is None:
        return
    incident = unit.incidents.incident(request.incident_id)
    if incident.restricted and not somebody_can_approve(unit, incident):
        raise RequestRefused(RequestRule.NO_APPROVER)


def _waiting(line: RequestLine, now: datetime, today: date) -> WaitingRequest:
    return WaitingRequest(
        line=line,
        age=now - line.state_at,
        is_overdue=line.approve_by is not None and line.approve_by <= now,
        is_due=line.due_on is not None and line.due_on <= today,
    )
