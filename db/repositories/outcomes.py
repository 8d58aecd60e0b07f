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
    Outcome,
    OutcomeId,
    OutcomeKind,
)
from db.case_tables import AttachmentRow, OutcomeRow
from db.errors import Gone
from db.incident_records import Behind, SumDrift, Tally, Viewer
from db.records import OfficerId, Topic
from db.repositories.tallies import behind, drift, resummed, sum_anew, tally


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
        with resummed(self._session, incident_id):
            self._session.add(row)
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
        with resummed(self._session, row.incident_id):
            row.struck_at = at
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

        Of incidents that ``viewer`` sees; ``approved_only``: that are approved or closed.
        """
        return tally(self._session, kinds, first, last, viewer, approved_only=approved_only)

    def drift(self) -> SumDrift:
        """How the sums that ``tally`` goes by differ from the lines; reads all of them."""
        return drift(self._session)

    def sum_anew(self) -> None:
        """Make all sums anew: where many lines were written at once, or something went wrong."""
        sum_anew(self._session)

    def behind(
        self,
        kind: OutcomeKind,
        first: date,
        last: date,
        viewer: Viewer,
        *,
        approved_only: bool,
        limit: int,
        before: Behind | None = None,
    ) -> list[Behind]:
        """The incidents that ``tally`` counts, once each, those with the newest lines first.

        ``before``: those that follow that one.
        """
        return behind(
            self._session,
            kind,
            first,
            last,
            viewer,
            approved_only=approved_only,
            limit=limit,
            before=before,
        )

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
