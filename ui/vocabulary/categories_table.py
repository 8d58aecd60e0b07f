"""The table of categories: each branch and its leaves below it, in their order."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QBrush, QColor

from db.case_records import Category, CategoryId
from ui.case_words import severity_word
from ui.overriding import override
from ui.search import matches
from ui.tables import Index, RowModel
from ui.theme import Colours
from ui.vocabulary.words import around_words, held_word

_STEP = "        "


class CategoryColumn(IntEnum):
    """The columns, from the left."""

    NAME = 0
    SEVERITY = 1
    AROUND = 2
    HELD = 3
    READERS = 4
    STATE = 5


class CategoryTable(RowModel):
    """The categories as rows; a leaf is found with its branch above it."""

    columns = CategoryColumn

    def __init__(self, colours: Colours, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._colours = colours
        self.tree: Sequence[Category] = ()
        self._shown: list[Category] = []
        self._needle = ""

    def set_tree(self, tree: Sequence[Category]) -> None:
        """List these."""
        self.tree = tree
        self.look_for(self._needle)

    def look_for(self, needle: str) -> None:
        """Show those alone in which every word of ``needle`` lies, and their branches."""
        self._needle = needle
        found = {each.id for each in self.tree if matches(needle, *self._words(each))}
        found |= {each.parent_id for each in self.tree if each.id in found and each.parent_id}
        self.beginResetModel()
        self._shown = [each for each in self.tree if each.id in found]
        self.endResetModel()

    def set_colours(self, colours: Colours) -> None:
        """Another theme."""
        self._colours = colours
        self.look_for(self._needle)

    def category(self, row: int) -> Category | None:
        """The category of a row, None where there is none."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def row_of(self, category_id: CategoryId | None) -> int:
        """Where it is listed; the first row where it is not."""
        ids = [each.id for each in self._shown]
        return ids.index(category_id) if category_id in ids else 0

    def siblings(self, category: Category) -> list[CategoryId]:
        """Those that stand below the same branch, in their order."""
        return [each.id for each in self.tree if each.parent_id == category.parent_id]

    def is_retired(self, category: Category) -> bool:
        """Whether no new incident has it: it, or its branch, is retired."""
        branch = next((each for each in self.tree if each.id == category.parent_id), None)
        return category.retired or (branch is not None and branch.retired)

    def _words(self, category: Category) -> tuple[str, ...]:
        retired = self.is_retired(category)
        state = self.tr("used no more") if retired else self.tr("in use")
        if retired and not category.retired:
            state = self.tr("used no more, with its branch")
        return (
            category.name,
            severity_word(category.severity),
            around_words(category),
            held_word(category.hold_days),
            self.tr("named officers only") if category.restricted else self.tr("all who may"),
            state,
        )

    @override
    def count(self) -> int:
        return len(self._shown)

    @override
    def titles(self) -> tuple[str, ...]:
        return (
            self.tr("Category"),
            self.tr("Severity"),
            self.tr("Footage around a bookmark"),
            self.tr("Held for"),
            self.tr("Seen by"),
            self.tr("State"),
        )

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        category, column = self._shown[index.row()], index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            words = self._words(category)[column]
            is_leaf = category.parent_id is not None and role == Qt.ItemDataRole.DisplayRole
            return _STEP + words if is_leaf and column == CategoryColumn.NAME else words
        if role == Qt.ItemDataRole.ForegroundRole:
            if self.is_retired(category):
                return QBrush(QColor(self._colours.dim))
            if column == CategoryColumn.READERS and category.restricted:
                return QBrush(QColor(self._colours.ill))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._words(category)[column]
        return None
