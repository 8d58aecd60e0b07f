"""The files of an incident: what was attached, and what belongs to it of files from outside."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QObject, Qt

from db.case_records import Attachment
from db.footage_records import Exhibit
from ui.exhibits.words import plain_name, size_words
from ui.overriding import override
from ui.tables import DISPLAY, TOOL_TIP, Index, RowModel

CaseFile = Attachment | Exhibit
_SIDE = Qt.ItemDataRole.TextAlignmentRole.value


class FileColumn(IntEnum):
    """The columns, from the left."""

    NAME = 0
    KIND = 1
    SIZE = 2


class FileTable(RowModel):
    """Attachments as they were added, then files from outside."""

    columns = FileColumn
    figures = frozenset({FileColumn.SIZE})

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._files: Sequence[CaseFile] = ()

    def show_files(self, files: Sequence[CaseFile]) -> None:
        """List these."""
        self.beginResetModel()
        self._files = files
        self.endResetModel()

    def file(self, row: int) -> CaseFile | None:
        """The file of a row."""
        return self._files[row] if 0 <= row < len(self._files) else None

    @property
    def exhibits(self) -> list[Exhibit]:
        """The files from outside among them."""
        return [each for each in self._files if isinstance(each, Exhibit)]

    @override
    def count(self) -> int:
        return len(self._files)

    @override
    def titles(self) -> tuple[str, ...]:
        return (self.tr("File"), self.tr("What it is"), self.tr("Size"))

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in (DISPLAY, TOOL_TIP):
            file = self._files[index.row()]
            match FileColumn(index.column()):
                case FileColumn.NAME:
                    return plain_name(file.name)
                case FileColumn.KIND:
                    foreign = isinstance(file, Exhibit)
                    return self.tr("from outside") if foreign else self.tr("attached")
                case FileColumn.SIZE:
                    return size_words(file.size_bytes)
        return self.side(index.column()) if role == _SIDE else None
