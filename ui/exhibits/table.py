"""The list of what was taken in: one row each, newest first, found without diacritics."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QIcon, QPixmap

from db.footage_records import Exhibit, ExhibitId
from ui.exhibits.words import size_words
from ui.overriding import override
from ui.search import matches
from ui.tables import Index, RowModel
from ui.times import stamp_words


class ExhibitColumn(IntEnum):
    """The columns, from the left."""

    NAME = 0
    GIVEN_BY = 1
    DEVICE = 2
    TAKEN_AT = 3
    SIZE = 4


class ExhibitTable(RowModel):
    """The exhibits as rows; a row shows a still of what was played here, or an icon."""

    columns = ExhibitColumn
    figures = frozenset({ExhibitColumn.SIZE})

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: Sequence[Exhibit] = ()
        self._shown: list[Exhibit] = []
        self._needle = ""
        self._icon = QIcon()
        self._stills: Mapping[ExhibitId, QPixmap] = {}

    @property
    def exhibits(self) -> Sequence[Exhibit]:
        """All of them, whatever is searched for."""
        return self._all

    def set_exhibits(self, exhibits: Sequence[Exhibit]) -> None:
        """List these."""
        self._all = exhibits
        self._filter()

    def search(self, needle: str) -> None:
        """Show only those in which every word of ``needle`` lies."""
        self._needle = needle
        self._filter()

    def set_pictures(self, icon: QIcon, stills: Mapping[ExhibitId, QPixmap]) -> None:
        """Put ``icon`` beside those of which there is no still."""
        self._icon, self._stills = icon, stills
        if self._shown:
            last = len(self._shown) - 1
            self.dataChanged.emit(self.index(0, 0), self.index(last, 0))

    def exhibit(self, row: int) -> Exhibit | None:
        """The exhibit of a row, None where there is none."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def row_of(self, exhibit_id: ExhibitId | None) -> int:
        """Where it is listed; the first row where it is not."""
        numbers = [each.id for each in self._shown]
        return numbers.index(exhibit_id) if exhibit_id in numbers else 0

    def _filter(self) -> None:
        self.beginResetModel()
        self._shown = [
            each
            for each in self._all
            if matches(self._needle, each.name, each.given_by, each.device, each.note)
        ]
        self.endResetModel()

    @override
    def count(self) -> int:
        return len(self._shown)

    @override
    def titles(self) -> tuple[str, ...]:
        return (
            self.tr("File"),
            self.tr("Given by"),
            self.tr("Device"),
            self.tr("Taken in"),
            self.tr("Size"),
        )

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        exhibit = self._shown[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            cells = (
                exhibit.name,
                exhibit.given_by,
                exhibit.device,
                stamp_words(exhibit.taken_at),
                size_words(exhibit.size_bytes),
            )
            return cells[index.column()]
        if role == Qt.ItemDataRole.DecorationRole and index.column() == ExhibitColumn.NAME:
            return self._stills.get(exhibit.id, self._icon)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.side(index.column())
        return None
