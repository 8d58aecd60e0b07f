"""The table of a package's custody: when, what, by whom, to whom."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from console.evidence.notes import words_in
from db.evidence_records import CustodyId
from ui.evidence.words import custody_word, note_words
from ui.overriding import override
from ui.tables import DISPLAY, TOOL_TIP, Index, RowModel

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.evidence.custody import CustodySeen


ROW = 44  # pixels: two lines


class CustodyColumn(IntEnum):
    """The columns, from the left; each row has two lines."""

    WHEN = 0
    WHAT = 1  # and by whom
    ABOUT = 2


class CustodyTable(RowModel):
    """In the order in which it happened."""

    columns = CustodyColumn

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[CustodySeen, ...] = ()

    def set_lines(self, lines: Sequence[CustodySeen]) -> None:
        """List these."""
        self.beginResetModel()
        self._lines = tuple(lines)
        self.endResetModel()

    @property
    def lines(self) -> Sequence[CustodySeen]:
        """All of them."""
        return self._lines

    def line(self, row: int) -> CustodySeen | None:
        """The line of a row, None where there is none."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def row_of(self, custody_id: CustodyId | None) -> int:
        """Where it is listed; the last row where it is not."""
        numbers = [each.line.id for each in self._lines]
        return numbers.index(custody_id) if custody_id in numbers else len(numbers) - 1

    def words(self, seen: CustodySeen) -> tuple[str, ...]:
        """What stands in its row."""
        line = seen.line
        note = " ".join(line.note.split())
        if codes := words_in(line.note):
            note = ", ".join(map(note_words, codes))
        about = [line.to_whom, line.medium, note]
        if line.erased:
            about.append(self.tr("people erased"))
        if not seen.as_logged:
            about.append(self.tr("NOT as the log tells it: verify the log (Ctrl+8, F5)"))
        local = line.at.astimezone()
        return (
            f"{local:%d/%m/%Y}\n{local:%H:%M:%S}",
            f"{custody_word(line.kind)}\n{seen.officer}",
            " · ".join(each for each in about if each),
        )

    @override
    def count(self) -> int:
        return len(self._lines)

    @override
    def titles(self) -> tuple[str, ...]:
        return self.tr("When"), self.tr("What, by whom"), self.tr("To whom, medium, note")

    @override
    def data(self, index: Index, role: int = DISPLAY) -> Any:
        if role in (DISPLAY, TOOL_TIP):
            return self.words(self._lines[index.row()])[index.column()]
        return None
