"""Kinds of incidents: rows in, records out."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.case_records import Category, CategoryId, Severity
from db.case_tables import CategoryRow
from db.errors import Gone, NameTaken
from db.records import Topic


class Categories:
    """The tree of two levels; nothing is removed here."""

    def __init__(self, session: Session, touched: set[Topic]) -> None:
        self._session = session
        self._touched = touched

    def all(self) -> list[Category]:
        """Every category, retired ones included: each branch, then its leaves, as they stand."""
        rows = self._session.scalars(
            select(CategoryRow).order_by(CategoryRow.place, CategoryRow.id)
        )
        found = [_category(row) for row in rows]
        return [
            each
            for root in found
            if root.parent_id is None
            for each in (root, *(leaf for leaf in found if leaf.parent_id == root.id))
        ]

    def category(self, category_id: CategoryId) -> Category:
        """One category.  Raises Gone."""
        return _category(self._row(category_id))

    def siblings(self, parent_id: CategoryId | None) -> list[Category]:
        """What stands side by side below ``parent_id``, or (None) as the roots."""
        return [each for each in self.all() if each.parent_id == parent_id]

    def add(
        self,
        *,
        parent_id: CategoryId | None,
        name: str,
        severity: Severity,
        pre_s: int,
        post_s: int,
        hold_days: int | None,
        restricted: bool,
    ) -> Category:
        """Put a category behind its siblings.  Raises NameTaken, Gone."""
        if parent_id is not None:
            self._row(parent_id)
        self._require_free(name, parent_id)
        row = CategoryRow(
            parent_id=parent_id,
            name=name,
            place=self._next_place(parent_id),
            severity=severity,
            pre_s=pre_s,
            post_s=post_s,
            hold_days=hold_days,
            restricted=restricted,
            retired=False,
        )
        self._session.add(row)
        self._keep()
        return _category(row)

    def change(self, after: Category) -> Category:
        """Write what a category is now; another branch lets it stand last there.

        Raises NameTaken, Gone.
        """
        row = self._row(after.id)
        moved = row.parent_id != after.parent_id
        if moved and after.parent_id is not None:
            self._row(after.parent_id)
        if moved or row.name != after.name:
            self._require_free(after.name, after.parent_id, but=after.id)
        if moved:
            row.place = self._next_place(after.parent_id)
        row.parent_id, row.name, row.severity = after.parent_id, after.name, after.severity
        row.pre_s, row.post_s, row.hold_days = after.pre_s, after.post_s, after.hold_days
        row.restricted, row.retired = after.restricted, after.retired
        self._keep()
        return _category(row)

    def arrange(self, order: Sequence[CategoryId]) -> None:
        """Let these siblings stand in this order.  Raises Gone."""
        for place, category_id in enumerate(order):
            self._row(category_id).place = place
        self._keep()

    def _next_place(self, parent_id: CategoryId | None) -> int:
        return max((each.place for each in self.siblings(parent_id)), default=-1) + 1

    def _require_free(
        self, name: str, parent_id: CategoryId | None, but: CategoryId | None = None
    ) -> None:
        """Asked here and not of the constraint: to SQLite, two nulls for a parent differ."""
        wanted = name.casefold()
        for each in self.siblings(parent_id):
            if each.id != but and each.name.casefold() == wanted:
                raise NameTaken(name)

    def _keep(self) -> None:
        self._session.flush()
        self._touched.add(Topic.CATEGORIES)

    def _row(self, category_id: CategoryId) -> CategoryRow:
        row = self._session.get(CategoryRow, category_id)
        if row is None:
            raise Gone("category")
        return row


def _category(row: CategoryRow) -> Category:
    return Category(
        id=CategoryId(row.id),
        parent_id=None if row.parent_id is None else CategoryId(row.parent_id),
        name=row.name,
        place=row.place,
        severity=Severity(row.severity),
        pre_s=row.pre_s,
        post_s=row.post_s,
        hold_days=row.hold_days,
        restricted=row.restricted,
        retired=row.retired,
    )
