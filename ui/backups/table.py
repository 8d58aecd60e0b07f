"""The table of backups: one row each, newest first."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt

from ui.audit.verdict import grouped
from ui.backups.words import kind_word, size_words
from ui.overriding import override
from ui.tables import Index, RowModel
from ui.times import stamp_words

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.backups import BackedUp


class BackupColumn(IntEnum):
    """The columns, from the left."""

    WHEN = 0
    KIND = 1
    SIZE = 2
    ENTRIES = 3
    TRIED = 4
    SHEET = 5
    SECOND = 6


class BackupTable(RowModel):
    """The backups as rows."""

    columns = BackupColumn
    figures = frozenset({BackupColumn.SIZE, BackupColumn.ENTRIES})

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
    def count(self) -> int:
        return len(self._backups)

    @override
    def titles(self) -> tuple[str, ...]:
        return (
            self.tr("Made at"),
            self.tr("Kind"),
            self.tr("Size"),
            self.tr("Log up to"),
            self.tr("State"),
            self.tr("Opens with a sheet"),
            self.tr("On the second medium"),
        )

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._cells[index.row()][index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.side(index.column())
        return None
