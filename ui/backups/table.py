"""The table of backups: one row each, newest first."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from ui.audit.verdict import grouped
from ui.backups.words import kind_word, size_words
from ui.times import stamp_words

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.backups import BackedUp

_Index = QModelIndex | QPersistentModelIndex


class BackupColumn(IntEnum):
    """The columns, from the left."""

    WHEN = 0
    KIND = 1
    SIZE = 2
    ENTRIES = 3
    TRIED = 4
    SHEET = 5
    SECOND = 6


_NUMBERS = {BackupColumn.SIZE, BackupColumn.ENTRIES}


class BackupTable(QAbstractTableModel):
    """The backups as rows."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._backups: Sequence[BackedUp] = ()
        self._cells: list[tuple[str, ...]] = []

    def set_backups(self, backups: Sequence[BackedUp]) -> None:
        """List these."""
        self.beginResetModel()
        self._backups = backups
        self._cells = [
            (
                stamp_words(each.at),
                kind_word(each.kind),
                size_words(each.size),
                grouped(each.seq),
                # What could not be opened and read through was never given a backup's name.
                self.tr("tried out"),
                self.tr("yes") if each.sheet else self.tr("no sheet"),
                self.tr("yes") if each.second else self.tr("only here"),
            )
            for each in backups
        ]
        self.endResetModel()

    def backup(self, row: int) -> BackedUp | None:
        """The backup of a row, None where there is none."""
        return self._backups[row] if 0 <= row < len(self._backups) else None

    def row_of(self, backup: BackedUp | None) -> int:
        """Where a backup is listed, by its folder; the first row where it is not."""
        folders = [each.folder for each in self._backups]
        return folders.index(backup.folder) if backup and backup.folder in folders else 0

    @override
    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's signature
        return 0 if parent.isValid() else len(self._backups)

    @override
    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's signature
        return 0 if parent.isValid() else len(BackupColumn)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            titles = (
                self.tr("Made at"),
                self.tr("Kind"),
                self.tr("Size"),
                self.tr("Log up to"),
                self.tr("State"),
                self.tr("Opens with a sheet"),
                self.tr("On the second medium"),
            )
            return titles[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _aligned(section)
        return None

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._cells[index.row()][index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _aligned(index.column())
        return None


def _aligned(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in _NUMBERS else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
