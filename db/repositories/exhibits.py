"""Foreign files that were taken in: rows in, records out.  Their bytes: ``console.exhibits``."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.errors import Gone
from db.footage_records import Exhibit, ExhibitId
from db.footage_tables import ExhibitRow
from db.records import OfficerId, Topic

_SECOND = 1_000_000


class Exhibits:
    """What people brought; nothing is removed here."""

    def __init__(self, session: Session, touched: set[Topic]) -> None:
        self._session = session
        self._touched = touched

    def add(
        self,
        *,
        name: str,
        file: str,
        size_bytes: int,
        sha256: str,
        given_by: str,
        device: str,
        note: str,
        claimed_start: datetime | None,
        offset_s: float | None,
        taken_by: OfficerId | None,
        taken_at: datetime,
    ) -> Exhibit:
        """Register a file that lies in the exhibits' folder."""
        row = ExhibitRow(
            name=name,
            file=file,
            size_bytes=size_bytes,
            sha256=sha256,
            given_by=given_by,
            device=device,
            note=note,
            claimed_start=claimed_start,
            offset_us=None if offset_s is None else round(offset_s * _SECOND),
            taken_by=taken_by,
            taken_at=taken_at,
        )
        self._session.add(row)
        self._session.flush()
        self._touched.add(Topic.EXHIBITS)
        return _exhibit(row)

    def exhibit(self, exhibit_id: ExhibitId) -> Exhibit:
        """One exhibit.  Raises Gone."""
        row = self._session.get(ExhibitRow, exhibit_id)
        if row is None:
            raise Gone("exhibit")
        return _exhibit(row)

    def all(self) -> list[Exhibit]:
        """Every exhibit, the newest first."""
        query = select(ExhibitRow).order_by(ExhibitRow.taken_at.desc(), ExhibitRow.id.desc())
        return [_exhibit(row) for row in self._session.scalars(query)]


def _exhibit(row: ExhibitRow) -> Exhibit:
    return Exhibit(
        id=ExhibitId(row.id),
        name=row.name,
        file=row.file,
        size_bytes=row.size_bytes,
        sha256=row.sha256,
        given_by=row.given_by,
        device=row.device,
        note=row.note,
        claimed_start=row.claimed_start,
        offset_s=None if row.offset_us is None else row.offset_us / _SECOND,
        taken_by=None if row.taken_by is None else OfficerId(row.taken_by),
        taken_at=row.taken_at,
    )
