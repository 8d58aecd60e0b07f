"""What officers look for again and again: rows in, records out."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.case_records import SavedSearch, SavedSearchId
from db.errors import Gone, NameTaken
from db.moment_tables import SavedSearchRow
from db.records import OfficerId, Topic


class SavedSearches:
    """Saved searches; each belongs to one officer, and nobody else sees it."""

    def __init__(self, session: Session, touched: set[Topic]) -> None:
        self._session = session
        self._touched = touched

    def of(self, officer_id: OfficerId) -> list[SavedSearch]:
        """Those of one officer, by name."""
        query = select(SavedSearchRow).where(SavedSearchRow.officer_id == officer_id)
        query = query.order_by(func.folded(SavedSearchRow.name), SavedSearchRow.id)
        return [_record(row) for row in self._session.scalars(query)]

    def add(self, officer_id: OfficerId, name: str, text: str) -> SavedSearch:
        """Keep one.  Raises NameTaken."""
        self._require_free(officer_id, name)
        row = SavedSearchRow(officer_id=officer_id, name=name, text=text)
        self._session.add(row)
        return self._kept(row)

    def change(
        self, officer_id: OfficerId, search_id: SavedSearchId, *, name: str, text: str
    ) -> SavedSearch:
        """Change one of an officer's own.  Raises Gone, NameTaken."""
        row = self._row(officer_id, search_id)
        if row.name != name:
            self._require_free(officer_id, name)
        row.name, row.text = name, text
        return self._kept(row)

    def remove(self, officer_id: OfficerId, search_id: SavedSearchId) -> None:
        """Forget one of an officer's own.  Raises Gone."""
        self._session.delete(self._row(officer_id, search_id))
        self._session.flush()
        self._touched.add(Topic.PHRASES)

    def _kept(self, row: SavedSearchRow) -> SavedSearch:
        self._session.flush()
        self._touched.add(Topic.PHRASES)
        return _record(row)

    def _row(self, officer_id: OfficerId, search_id: SavedSearchId) -> SavedSearchRow:
        row = self._session.get(SavedSearchRow, search_id)
        if row is None or row.officer_id != officer_id:
            raise Gone("saved search")
        return row

    def _require_free(self, officer_id: OfficerId, name: str) -> None:
        taken = select(SavedSearchRow.id).where(
            SavedSearchRow.officer_id == officer_id, SavedSearchRow.name == name
        )
        if self._session.scalar(taken) is not None:
            raise NameTaken(name)


def _record(row: SavedSearchRow) -> SavedSearch:
    return SavedSearch(
        id=SavedSearchId(row.id),
        officer_id=OfficerId(row.officer_id),
        name=row.name,
        text=row.text,
    )
