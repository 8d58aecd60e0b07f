"""Requests for footage, one at a time: rows in, records out.  Lists: ``request_lists``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from db.case_records import IncidentId
from db.errors import Gone
from db.evidence_records import (
    PackageForm,
    Request,
    RequestFields,
    RequestId,
    RequestPaper,
    RequestPaperId,
    RequestState,
    RequestStep,
    Wanted,
    request_number_text,
)
from db.evidence_tables import (
    RequestCameraRow,
    RequestHoldRow,
    RequestPaperRow,
    RequestRow,
    RequestStepRow,
)
from db.folding import fold
from db.footage_records import HoldId
from db.records import CameraId, OfficerId, Span, StreamRole, Topic
from db.repositories.yearly import YearlyNumbers

_GIVEN_OUT = "request_numbers"  # the key of the setting
_ELSEWHERE = {"wanted", "forms"}


class Requests:
    """What was asked for in writing; none is removed."""

    def __init__(self, session: Session, touched: set[Topic]) -> None:
        self._session = session
        self._touched = touched
        self._series = YearlyNumbers(session, RequestRow.year, RequestRow.number, _GIVEN_OUT)

    def add(
        self, fields: RequestFields, *, year: int, made_by: OfficerId | None, made_at: datetime
    ) -> Request:
        """Keep a draft, with the next number of ``year``."""
        row = RequestRow(
            year=year,
            number=self._series.next(year),
            state=RequestState.DRAFT,
            made_by=made_by,
            made_at=made_at,
            changed_at=made_at,
            state_at=made_at,
            erased=False,
            version=1,
        )
        _write(row, fields)
        self._session.add(row)
        self._session.flush()
        self._list(row.id, fields.wanted, narrowed=False)
        return self._told(row, RequestState.DRAFT, "", made_by, made_at)

    def request(self, request_id: RequestId) -> Request:
        """One request, whole.  Raises Gone."""
        return self._record(self._row(request_id))

    def numbered(self, year: int, number: int) -> RequestId | None:
        """The request of this number, whoever may see it; None: there is none."""
        query = select(RequestRow.id).where(RequestRow.year == year, RequestRow.number == number)
        found = self._session.scalar(query)
        return None if found is None else RequestId(found)

    def numbers(self) -> dict[int, int]:
        """The highest number that was given out in each year."""
        return self._series.given_out()

    def count_on(self, numbers: Mapping[int, int]) -> None:
        """Give none of these out again, nor lower ones: an older store was gone back to."""
        self._series.count_on(numbers)
        self._touched.add(Topic.EVIDENCE)

    def change(
        self,
        request_id: RequestId,
        fields: RequestFields,
        *,
        officer_id: OfficerId | None,
        at: datetime,
    ) -> Request:
        """Write ``fields`` into a draft; whom they name is not erased any more.  Raises Gone."""
        row = self._row(request_id)
        _write(row, fields)
        row.erased = row.erased and not (fields.person or fields.recipient)
        row.version += 1
        self._list(row.id, fields.wanted, narrowed=False)
        return self._told(row, RequestState.DRAFT, "", officer_id, at)

    def step(
        self,
        request_id: RequestId,
        after: RequestState,
        *,
        officer_id: OfficerId | None,
        at: datetime,
        reason: str = "",
        narrowed: Sequence[Wanted] = (),
    ) -> Request:
        """Let it go into another state; ``narrowed`` is what is allowed instead.  Raises Gone."""
        row = self._row(request_id)
        row.state, row.state_at = after, at
        row.version += 1
        if narrowed:
            self._list(row.id, narrowed, narrowed=True)
        return self._told(row, after, reason, officer_id, at)

    def exported_before(self, request_id: RequestId, approve_by: datetime) -> Request:
        """It is exported and not approved yet: that is to come by then; the first counts."""
        row = self._row(request_id)
        row.approve_by = row.approve_by or approve_by
        return self._kept(row)

    def erase_people(self, request_id: RequestId, at: datetime) -> Request:
        """Forget who asked and who got it.  Raises Gone."""
        row = self._row(request_id)
        row.person = row.recipient = ""
        row.erased = True
        row.folded = folded_of(row)
        row.changed_at = at
        row.version += 1
        return self._kept(row)

    def tie_hold(self, request_id: RequestId, hold_id: HoldId) -> None:
        """Remember that ``hold_id`` was placed for it."""
        self._session.add(RequestHoldRow(request_id=request_id, hold_id=hold_id))
        self._session.flush()

    def holds_of(self, request_id: RequestId) -> list[HoldId]:
        """The holds that were placed for it, in order."""
        its = RequestHoldRow
        query = select(its.hold_id).where(its.request_id == request_id).order_by(its.hold_id)
        return [HoldId(each) for each in self._session.scalars(query)]

    def held_by(self, hold_id: HoldId) -> list[RequestId]:
        """The requests that a hold was placed for, in order."""
        its = RequestHoldRow
        query = select(its.request_id).where(its.hold_id == hold_id).order_by(its.request_id)
        return [RequestId(each) for each in self._session.scalars(query)]

    def states_held_by(self, hold_id: HoldId) -> set[RequestState]:
        """In which states the requests are that a hold was placed for."""
        query = (
            select(RequestRow.state)
            .join(RequestHoldRow, RequestHoldRow.request_id == RequestRow.id)
            .where(RequestHoldRow.hold_id == hold_id)
        )
        return {RequestState(each) for each in self._session.scalars(query)}

    def steps(self, request_id: RequestId) -> list[RequestStep]:
        """What became of it, in order."""
        query = (
            select(RequestStepRow)
            .where(RequestStepRow.request_id == request_id)
            .order_by(RequestStepRow.id)
        )
        return [
            RequestStep(
                at=row.at,
                officer_id=None if row.officer_id is None else OfficerId(row.officer_id),
                after=RequestState(row.after),
                reason=row.reason,
            )
            for row in self._session.scalars(query)
        ]

    def _list(self, request_id: int, wanted: Iterable[Wanted], *, narrowed: bool) -> None:
        row = RequestCameraRow
        self._session.execute(
            delete(row).where(row.request_id == request_id, row.narrowed.is_(narrowed))
        )
        lines = [
            {
                "request_id": request_id,
                "narrowed": narrowed,
                "place": place,
                "camera_id": each.camera_id,
                "start": each.span.start,
                "end": each.span.end,
                "role": each.role,
            }
            for place, each in enumerate(wanted)
        ]
        if lines:
            self._session.execute(insert(row), lines)

    def _told(
        self,
        row: RequestRow,
        after: RequestState,
        reason: str,
        officer_id: OfficerId | None,
        at: datetime,
    ) -> Request:
        row.changed_at = at
        self._session.add(
            RequestStepRow(
                request_id=row.id, at=at, officer_id=officer_id, after=after, reason=reason
            )
        )
        return self._kept(row)

    def _kept(self, row: RequestRow) -> Request:
        self._session.flush()
        self._touched.add(Topic.EVIDENCE)
        return self._record(row)

    def _row(self, request_id: RequestId) -> RequestRow:
        row = self._session.get(RequestRow, request_id)
        if row is None:
            raise Gone("request")
        return row

    def _record(self, row: RequestRow) -> Request:
        lists: dict[bool, list[Wanted]] = {True: [], False: []}
        its = RequestCameraRow
        query = (
            select(its.narrowed, its.camera_id, its.start, its.end, its.role)
            .where(its.request_id == row.id)
            .order_by(its.narrowed, its.place)
        )
        for narrowed, camera_id, start, end, role in self._session.execute(query):
            lists[narrowed].append(Wanted(CameraId(camera_id), Span(start, end), StreamRole(role)))
        return Request(
            id=RequestId(row.id),
            year=row.year,
            number=row.number,
            state=RequestState(row.state),
            paper_number=row.paper_number,
            paper_on=row.paper_on,
            unit=row.unit,
            person=row.person,
            legal_basis=row.legal_basis,
            purpose=row.purpose,
            wanted=tuple(lists[False]),
            narrowed=tuple(lists[True]),
            forms=frozenset(each for each in PackageForm if getattr(row, each)),
            recipient=row.recipient,
            due_on=row.due_on,
            incident_id=None if row.incident_id is None else IncidentId(row.incident_id),
            urgent=row.urgent,
            made_by=None if row.made_by is None else OfficerId(row.made_by),
            made_at=row.made_at,
            changed_at=row.changed_at,
            state_at=row.state_at,
            approve_by=row.approve_by,
            erased=row.erased,
            version=row.version,
        )


class RequestPapers:
    """Scanned papers of requests; their bytes: ``console.evidence.request_papers``."""

    def __init__(self, session: Session, touched: set[Topic]) -> None:
        self._session = session
        self._touched = touched

    def add(
        self,
        request_id: RequestId,
        *,
        name: str,
        file: str,
        size_bytes: int,
        sha256: str,
        added_by: OfficerId | None,
        added_at: datetime,
    ) -> RequestPaper:
        """Register a file that lies in the folder of requests."""
        row = RequestPaperRow(
            request_id=request_id,
            name=name,
            file=file,
            size_bytes=size_bytes,
            sha256=sha256,
            added_by=added_by,
            added_at=added_at,
        )
        self._session.add(row)
        self._session.flush()
        self._touched.add(Topic.EVIDENCE)
        return _paper(row)

    def paper(self, paper_id: RequestPaperId) -> RequestPaper:
        """One of them.  Raises Gone."""
        row = self._session.get(RequestPaperRow, paper_id)
        if row is None:
            raise Gone("paper")
        return _paper(row)

    def of(self, request_id: RequestId) -> list[RequestPaper]:
        """A request's, as they were added."""
        query = (
            select(RequestPaperRow)
            .where(RequestPaperRow.request_id == request_id)
            .order_by(RequestPaperRow.id)
        )
        return [_paper(row) for row in self._session.scalars(query)]

    def remove(self, paper_id: RequestPaperId) -> None:
        """Register it no longer; its number is never given out again."""
        self._session.execute(delete(RequestPaperRow).where(RequestPaperRow.id == paper_id))
        self._touched.add(Topic.EVIDENCE)

    def files(self) -> set[str]:
        """Every file that belongs to a request."""
        return set(self._session.scalars(select(RequestPaperRow.file)))


def folded_of(request: Request | RequestRow) -> str:
    """What a search looks through, in small plain letters."""
    texts = (request.paper_number, request.unit, request.person, request.purpose, request.recipient)
    return fold(" ".join((request_number_text(request.year, request.number), *texts)))


def _write(row: RequestRow, fields: RequestFields) -> None:
    """All but the cameras, which have rows of their own."""
    for name in fields.__struct_fields__:
        if name not in _ELSEWHERE:
            setattr(row, name, getattr(fields, name))
    for each in PackageForm:
        setattr(row, each, each in fields.forms)
    row.folded = folded_of(row)


def _paper(row: RequestPaperRow) -> RequestPaper:
    return RequestPaper(
        id=RequestPaperId(row.id),
        request_id=RequestId(row.request_id),
        name=row.name,
        file=row.file,
        size_bytes=row.size_bytes,
        sha256=row.sha256,
        added_by=None if row.added_by is None else OfficerId(row.added_by),
        added_at=row.added_at,
    )
