"""Incidents and what becomes of them: rows in, records out.  Lists: ``incident_lists``."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import delete, or_, select
from sqlalchemy.orm import Session

from db.case_records import (
    CategoryId,
    FieldChange,
    Incident,
    IncidentId,
    IncidentState,
    Severity,
    Spot,
    Step,
)
from db.case_tables import (
    IncidentChangeRow,
    IncidentReaderRow,
    IncidentRow,
    IncidentStepRow,
)
from db.errors import Gone
from db.incident_records import IncidentFields
from db.records import ClusterId, OfficerId, Topic
from db.repositories.tallies import resummed
from db.repositories.yearly import YearlyNumbers

_GIVEN_OUT = "incident_numbers"  # the key of the setting
_SUMMED_BY = {"cluster_id", "restricted"}  # besides its state


class Incidents:
    """One incident at a time; none is removed."""

    def __init__(self, session: Session, touched: set[Topic]) -> None:
        self._session = session
        self._touched = touched
        self._series = YearlyNumbers(session, IncidentRow.year, IncidentRow.number, _GIVEN_OUT)

    def add(
        self, fields: IncidentFields, *, year: int, made_by: OfficerId | None, made_at: datetime
    ) -> Incident:
        """Open an incident as a draft, with the next number of ``year``."""
        row = IncidentRow(
            year=year,
            number=self._series.next(year),
            state=IncidentState.DRAFT,
            made_by=made_by,
            made_at=made_at,
            changed_at=made_at,
            state_at=made_at,
            version=1,
        )
        _write(row, fields)
        self._session.add(row)
        self._session.flush()
        self._name_readers(row.id, fields.readers)
        self._touched.add(Topic.INCIDENTS)
        return self._record(row)

    def incident(self, incident_id: IncidentId) -> Incident:
        """One incident, whole.  Raises Gone."""
        return self._record(self._row(incident_id))

    def restricted_of(self, officers: Collection[OfficerId]) -> list[IncidentId]:
        """The restricted ones that one of these opened, has assigned or is named in, by id."""
        named = select(IncidentReaderRow.incident_id).where(
            IncidentReaderRow.officer_id.in_(officers)
        )
        query = select(IncidentRow.id).where(
            IncidentRow.restricted,
            or_(
                IncidentRow.made_by.in_(officers),
                IncidentRow.assigned_to.in_(officers),
                IncidentRow.id.in_(named),
            ),
        )
        return [IncidentId(each) for each in self._session.scalars(query.order_by(IncidentRow.id))]

    def numbered(self, year: int, number: int) -> IncidentId | None:
        """The incident of this number, whoever may see it; None: there is none."""
        query = select(IncidentRow.id).where(IncidentRow.year == year, IncidentRow.number == number)
        found = self._session.scalar(query)
        return None if found is None else IncidentId(found)

    def numbers(self) -> dict[int, int]:
        """The highest number that was given out in each year."""
        return self._series.given_out()

    def count_on(self, numbers: Mapping[int, int]) -> None:
        """Give none of these out again, nor lower ones: an older store was gone back to."""
        self._series.count_on(numbers)
        self._touched.add(Topic.INCIDENTS)

    def change(
        self,
        incident_id: IncidentId,
        fields: IncidentFields,
        *,
        officer_id: OfficerId | None,
        at: datetime,
    ) -> Incident:
        """Write ``fields``; what differs is told in the history.  Raises Gone."""
        row = self._row(incident_id)
        before = fields_of(self._record(row))
        changed = [name for name in fields.__struct_fields__ if _differ(before, fields, name)]
        if not changed:
            return self._record(row)
        if _SUMMED_BY.isdisjoint(changed):
            _write(row, fields)
        else:
            with resummed(self._session, incident_id):
                _write(row, fields)
        if "readers" in changed:
            self._name_readers(incident_id, fields.readers)
        told = {name: (getattr(before, name), getattr(fields, name)) for name in changed}
        return self._tell(row, told, officer_id, at)

    def tell(
        self,
        incident_id: IncidentId,
        field: str,
        before: object,
        after: object,
        *,
        officer_id: OfficerId | None,
        at: datetime,
    ) -> Incident:
        """Tell in the history of what hangs on it: ids that were joined, or a count.

        Raises Gone.
        """
        return self._tell(self._row(incident_id), {field: (before, after)}, officer_id, at)

    def changes(self, incident_id: IncidentId, after: int = 0) -> list[FieldChange]:
        """What was changed since version ``after``, in order; columns alone: they are many."""
        row = IncidentChangeRow
        query = (
            select(row.version, row.at, row.officer_id, row.field, row.before, row.after)
            .where(row.incident_id == incident_id, row.version > after)
            .order_by(row.version, row.id)
        )
        return [
            FieldChange(
                version=version,
                at=at,
                officer_id=None if officer_id is None else OfficerId(officer_id),
                field=field,
                before=was,
                after=became,
            )
            for version, at, officer_id, field, was, became in self._session.execute(query)
        ]

    def changed_by(
        self, incident_id: IncidentId, since: datetime, besides: Collection[str] = ()
    ) -> set[OfficerId | None]:
        """Whoever changed something of it since then, besides some fields."""
        query = select(IncidentChangeRow.officer_id).where(
            IncidentChangeRow.incident_id == incident_id,
            IncidentChangeRow.at >= since,
            IncidentChangeRow.field.not_in(besides),
        )
        query = query.distinct()
        return {None if each is None else OfficerId(each) for each in self._session.scalars(query)}

    def step(
        self,
        incident_id: IncidentId,
        after: IncidentState,
        *,
        reason: str,
        officer_id: OfficerId | None,
        at: datetime,
    ) -> Incident:
        """Let it go into another state.  Raises Gone."""
        row = self._row(incident_id)
        self._session.add(
            IncidentStepRow(
                incident_id=incident_id,
                at=at,
                officer_id=officer_id,
                before=row.state,
                after=after,
                reason=reason,
            )
        )
        with resummed(self._session, incident_id):
            row.state, row.state_at = after, at
        self._touched.add(Topic.INCIDENTS)
        return self._record(row)

    def steps(self, incident_id: IncidentId) -> list[Step]:
        """The way that it went, in order."""
        query = (
            select(IncidentStepRow)
            .where(IncidentStepRow.incident_id == incident_id)
            .order_by(IncidentStepRow.id)
        )
        return [
            Step(
                at=row.at,
                officer_id=None if row.officer_id is None else OfficerId(row.officer_id),
                before=IncidentState(row.before),
                after=IncidentState(row.after),
                reason=row.reason,
            )
            for row in self._session.scalars(query)
        ]

    def _tell(
        self,
        row: IncidentRow,
        told: dict[str, tuple[object, object]],
        officer_id: OfficerId | None,
        at: datetime,
    ) -> Incident:
        row.version += 1
        row.changed_at = at
        self._session.add_all(
            IncidentChangeRow(
                incident_id=row.id,
                version=row.version,
                at=at,
                officer_id=officer_id,
                field=field,
                before=_as_json(before),
                after=_as_json(after),
            )
            for field, (before, after) in told.items()
        )
        self._session.flush()
        self._touched.add(Topic.INCIDENTS)
        return self._record(row)

    def _name_readers(self, incident_id: int, readers: Collection[OfficerId]) -> None:
        self._session.execute(
            delete(IncidentReaderRow).where(IncidentReaderRow.incident_id == incident_id)
        )
        self._session.add_all(
            IncidentReaderRow(incident_id=incident_id, officer_id=officer_id)
            for officer_id in sorted(readers)
        )
        self._session.flush()

    def _row(self, incident_id: IncidentId) -> IncidentRow:
        row = self._session.get(IncidentRow, incident_id)
        if row is None:
            raise Gone("incident")
        return row

    def _record(self, row: IncidentRow) -> Incident:
        readers = select(IncidentReaderRow.officer_id).where(
            IncidentReaderRow.incident_id == row.id
        )
        return Incident(
            id=IncidentId(row.id),
            year=row.year,
            number=row.number,
            title=row.title,
            category_id=CategoryId(row.category_id),
            severity=Severity(row.severity),
            state=IncidentState(row.state),
            cluster_id=None if row.cluster_id is None else ClusterId(row.cluster_id),
            address=row.address,
            spot=None if row.plan_x is None or row.plan_y is None else Spot(row.plan_x, row.plan_y),
            began_at=row.began_at,
            ended_at=row.ended_at,
            narrative=row.narrative,
            people=row.people,
            vehicles=row.vehicles,
            assigned_to=None if row.assigned_to is None else OfficerId(row.assigned_to),
            due_on=row.due_on,
            restricted=row.restricted,
            readers=frozenset(OfficerId(each) for each in self._session.scalars(readers)),
            made_by=None if row.made_by is None else OfficerId(row.made_by),
            made_at=row.made_at,
            changed_at=row.changed_at,
            state_at=row.state_at,
            version=row.version,
        )


def fields_of(incident: Incident) -> IncidentFields:
    """What officers write about it."""
    names = IncidentFields.__struct_fields__
    return IncidentFields(**{name: getattr(incident, name) for name in names})


def _differ(before: IncidentFields, after: IncidentFields, name: str) -> bool:
    return bool(getattr(before, name) != getattr(after, name))


def _write(row: IncidentRow, fields: IncidentFields) -> None:
    """All but the readers, who have rows of their own."""
    for name in fields.__struct_fields__:
        if name not in ("spot", "readers"):
            setattr(row, name, getattr(fields, name))
    spot = fields.spot
    row.plan_x, row.plan_y = (None, None) if spot is None else (spot.x, spot.y)


def _as_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, default=_plain)


def _plain(value: Any) -> object:
    match value:
        case datetime() | date():
            return value.isoformat()
        case Spot():
            return [value.x, value.y]
        case frozenset():
            return sorted(value)
    raise TypeError(f"{type(value).__name__} has no place in a history")
