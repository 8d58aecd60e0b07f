"""What came of incidents, and the papers that belong to them: rows in, records out."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.case_records import (
    Attachment,
    AttachmentId,
    IncidentId,
    IncidentState,
    Outcome,
    OutcomeId,
    OutcomeKind,
)
from db.case_tables import AttachmentRow, IncidentRow, OutcomeRow
from db.errors import Gone
from db.incident_records import Tally, Viewer
from db.records import OfficerId, Topic
from db.repositories.incident_lists import visible_to

_APPROVED = (IncidentState.APPROVED, IncidentState.CLOSED)


class Outcomes:
    """Lines of outcome; one that is struck keeps its row."""

    def __init__(self, session: Session, touched: set[Topic]) -> None:
        self._session = session
        self._touched = touched

    def add(
        self,
        incident_id: IncidentId,
        *,
        kind: OutcomeKind,
        on: date,
        count: int,
        persons: int | None,
        item: str,
        unit: str,
        note: str,
        made_by: OfficerId | None,
        made_at: datetime,
    ) -> Outcome:
        """Put a line to an incident."""
        row = OutcomeRow(
            incident_id=incident_id,
            kind=kind,
            on=on,
            count=count,
            persons=persons,
            item=item,
            unit=unit,
            note=note,
            made_by=made_by,
            made_at=made_at,
            struck_at=None,
        )
        self._session.add(row)
        self._session.flush()
        self._touched.add(Topic.INCIDENTS)
        return _outcome(row)

    def outcome(self, outcome_id: OutcomeId) -> Outcome:
        """One line.  Raises Gone."""
        return _outcome(self._row(outcome_id))

    def of(self, incident_id: IncidentId) -> list[Outcome]:
        """An incident's lines, struck ones too, by day."""
        query = (
            select(OutcomeRow)
            .where(OutcomeRow.incident_id == incident_id)
            .order_by(OutcomeRow.on, OutcomeRow.id)
        )
        return [_outcome(row) for row in self._session.scalars(query)]

    def strike(self, outcome_id: OutcomeId, at: datetime) -> Outcome:
        """Count a line no longer.  Raises Gone."""
        row = self._row(outcome_id)
        row.struck_at = at
        self._session.flush()
        self._touched.add(Topic.INCIDENTS)
        return _outcome(row)

    def tally(
        self,
        kinds: Collection[OutcomeKind],
        first: date,
        last: date,
        viewer: Viewer,
        *,
        approved_only: bool,
    ) -> dict[OutcomeKind, Tally]:
        """What lines of these kinds come to, of days ``first`` to ``last``, struck ones left out.

        Of incidents that ``viewer`` sees.
        """
        query = (
            select(OutcomeRow.kind, OutcomeRow.count, OutcomeRow.persons, OutcomeRow.incident_id)
            .join(IncidentRow, IncidentRow.id == OutcomeRow.incident_id)
            .where(OutcomeRow.kind.in_(list(kinds)), OutcomeRow.on.between(first, last))
            .where(OutcomeRow.struck_at.is_(None), visible_to(viewer))
            .order_by(OutcomeRow.incident_id.desc())
        )
        if approved_only:
            query = query.where(IncidentRow.state.in_(_APPROVED))
        lines: dict[OutcomeKind, list[tuple[int, int, IncidentId]]] = {kind: [] for kind in kinds}
        for kind, count, persons, incident_id in self._session.execute(query):
            line = (count, persons or 0, IncidentId(incident_id))
            lines[OutcomeKind(kind)].append(line)
        return {
            kind: Tally(
                kind=kind,
                lines=len(found),
                count=sum(count for count, _, _ in found),
                persons=sum(persons for _, persons, _ in found),
                incidents=tuple(dict.fromkeys(each for _, _, each in found)),
            )
            for kind, found in lines.items()
        }

    def _row(self, outcome_id: OutcomeId) -> OutcomeRow:
        row = self._session.get(OutcomeRow, outcome_id)
        if row is None:
            raise Gone("outcome")
        return row


class Attachments:
    """Papers and pictures of incidents; their bytes: ``console.attachments``."""

    def __init__(self, session: Session, touched: set[Topic]) -> None:
        self._session = session
        self._touched = touched

    def add(
        self,
        incident_id: IncidentId,
        *,
        name: str,
        file: str,
        size_bytes: int,
        sha256: str,
        added_by: OfficerId | None,
        added_at: datetime,
    ) -> Attachment:
        """Register a file that lies in the attachments' folder."""
        row = AttachmentRow(
            incident_id=incident_id,
            name=name,
            file=file,
            size_bytes=size_bytes,
            sha256=sha256,
            added_by=added_by,
            added_at=added_at,
        )
        self._session.add(row)
        self._session.flush()
        self._touched.add(Topic.INCIDENTS)
        return _attachment(row)

    def attachment(self, attachment_id: AttachmentId) -> Attachment:
        """One of them.  Raises Gone."""
        row = self._session.get(AttachmentRow, attachment_id)
        if row is None:
            raise Gone("attachment")
        return _attachment(row)

    def of(self, incident_id: IncidentId) -> list[Attachment]:
        """An incident's, as they were added."""
        query = (
            select(AttachmentRow)
            .where(AttachmentRow.incident_id == incident_id)
            .order_by(AttachmentRow.id)
        )
        return [_attachment(row) for row in self._session.scalars(query)]

    def files(self) -> set[str]:
        """Every file that belongs to an incident."""
        return set(self._session.scalars(select(AttachmentRow.file)))


def _outcome(row: OutcomeRow) -> Outcome:
    return Outcome(
        id=OutcomeId(row.id),
        incident_id=IncidentId(row.incident_id),
        kind=OutcomeKind(row.kind),
        on=row.on,
        count=row.count,
        persons=row.persons,
        item=row.item,
        unit=row.unit,
        note=row.note,
        made_by=None if row.made_by is None else OfficerId(row.made_by),
        made_at=row.made_at,
        struck_at=row.struck_at,
    )


def _attachment(row: AttachmentRow) -> Attachment:
    return Attachment(
        id=AttachmentId(row.id),
        incident_id=IncidentId(row.incident_id),
        name=row.name,
        file=row.file,
        size_bytes=row.size_bytes,
        sha256=row.sha256,
        added_by=None if row.added_by is None else OfficerId(row.added_by),
        added_at=row.added_at,
    )
