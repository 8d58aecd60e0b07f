"""Rows that are looked through and sorted by their own model."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt

from ui.overriding import override
from ui.tables import RowModel


class FoundRows(RowModel):
    """Those of a list of things that are let through, in the order of a column.

    A proxy of Qt's asks Python for both sides of each comparison, and for every row again whenever
    a figure changes: a second for a city's members, a quarter of one each second for its cameras.
    A thing is known by its place in the list, which each kind keeps.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._places: list[int] = []
        self.sorted_by = 0
        self._is_falling = False

    def things(self) -> int:
        """How many there are, shown or not."""
        return 0

    def lets_through(self, place: int) -> bool:
        """Whether a thing is shown; each is, unless a kind says otherwise."""
        return True

    def key(self, column: int) -> Callable[[int], Any]:
        """What things are sorted by in a column, of their places: as they came, by default."""
        return lambda place: place

    def place(self, row: int) -> int:
        """Which thing stands in a row."""
        return self._places[row]

    def row_of(self, place: int | None) -> int | None:
        """Where a thing is shown; None: nowhere."""
        return self._places.index(place) if place in self._places else None

    def show_anew(self) -> None:
        """The things are others now, or other ones are let through; nothing stays chosen."""
        self.beginResetModel()
        self._places = self._arranged()
        self.endResetModel()

    def rearrange(self) -> None:
        """What things are found or sorted by is otherwise now; what is chosen stays so."""
        places = self._arranged()
        if places == self._places:
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        rows = {place: row for row, place in enumerate(places)}
        after = [
            QModelIndex() if row is None else self.createIndex(row, index.column())
            for index in before
            for row in [rows.get(self._places[index.row()])]
        ]
        self._places = places
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    @override
    def count(self) -> int:
        return len(self._places)

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.sorted_by = column
        self._is_falling = order is Qt.SortOrder.DescendingOrder
        self.rearrange()

    def _arranged(self) -> list[int]:
        found = [place for place in range(self.things()) if self.lets_through(place)]
        return sorted(found, key=self.key(self.sorted_by), reverse=self._is_falling)
