"""Lines of custody: rows in, records out.  They are added and read; a trigger refuses the rest."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.errors import Gone
from db.evidence_records import CustodyId, CustodyKind, CustodyLine, PackageId
from db.evidence_tables import CustodyRow, CustodyTextRow
from db.records import OfficerId, Topic


class Custody:
    """What happened to packages.  What names people may be erased, the lines stay."""

    def __init__(self, session: Session, touched: set[Topic]) -> None:
        self._session = session
        self._touched = touched

    def add(
        self,
        package_id: PackageId,
        kind: CustodyKind,
        *,
        at: datetime,
        officer_id: OfficerId | None,
        medium: str = "",
        to_whom: str = "",
        note: str = "",
        salt: str = "",
    ) -> CustodyLine:
        """Add a line."""
        row = CustodyRow(
            package_id=package_id, kind=kind, at=at, officer_id=officer_id, medium=medium
        )
        self._session.add(row)
        self._session.flush()
        text = CustodyTextRow(
            custody_id=row.id, to_whom=to_whom, note=note, salt=salt, erased=False
        )
        self._session.add(text)
        self._session.flush()
        self._touched.add(Topic.EVIDENCE)
        return _line(row, text)

    def of(self, package_id: PackageId) -> list[CustodyLine]:
        """A package's, in order."""
        query = (
            select(CustodyRow, CustodyTextRow)
            .join(CustodyTextRow, CustodyTextRow.custody_id == CustodyRow.id)
            .where(CustodyRow.package_id == package_id)
            .order_by(CustodyRow.id)
        )
        return [_line(row, text) for row, text in self._session.execute(query)]

    def line(self, custody_id: CustodyId) -> CustodyLine:
        """One line.  Raises Gone."""
        row = self._session.get(CustodyRow, custody_id)
        if row is None:
            raise Gone("custody")
        return _line(row, self._text(custody_id))

    def salt(self, custody_id: CustodyId) -> str:
        """What was hashed with the words of a line for the log; "" once they are erased."""
        return self._text(custody_id).salt

    def erase(self, custody_id: CustodyId) -> CustodyLine:
        """Forget whom a line names and what was noted.  Raises Gone."""
        text = self._text(custody_id)
        text.to_whom = text.note = text.salt = ""
        text.erased = True
        self._session.flush()
        self._touched.add(Topic.EVIDENCE)
        return self.line(custody_id)

    def _text(self, custody_id: CustodyId) -> CustodyTextRow:
        text = self._session.get(CustodyTextRow, custody_id)
        if text is None:
            raise Gone("custody")
        return text


def _line(row: CustodyRow, text: CustodyTextRow) -> CustodyLine:
    return CustodyLine(
        id=CustodyId(row.id),
        package_id=PackageId(row.package_id),
        kind=CustodyKind(row.kind),
        at=row.at,
        officer_id=None if row.officer_id is None else OfficerId(row.officer_id),
        medium=row.medium,
        to_whom=text.to_whom,
        note=text.note,
        erased=text.erased,
    )
