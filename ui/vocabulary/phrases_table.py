"""The table of phrases: sentences with their codes, then the names of streets and places."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QObject, Qt

from db.case_records import Phrase, PhraseId
from ui.overriding import override
from ui.search import matches, plain
from ui.tables import Index, RowModel


class PhraseColumn(IntEnum):
    """The columns, from the left."""

    CODE = 0
    TEXT = 1
    KIND = 2


def _place(phrase: Phrase) -> tuple[bool, str, str]:
    return not phrase.code, phrase.code, plain(phrase.text)


class PhraseTable(RowModel):
    """The phrases as rows, found without diacritics."""

    columns = PhraseColumn

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.phrases: Sequence[Phrase] = ()
        self._shown: list[Phrase] = []
        self._needle = ""

    def set_phrases(self, phrases: Sequence[Phrase]) -> None:
        """List these: by code, then places by name."""
        self.phrases = sorted(
            phrases, key=lambda each: (not each.code, each.code, plain(each.text))
        )
        self.look_for(self._needle)

    def look_for(self, needle: str) -> None:
        """Show those alone in which every word of ``needle`` lies."""
        self._needle = needle
        self.beginResetModel()
        self._shown = [each for each in self.phrases if matches(needle, *self._words(each))]
        self.endResetModel()

    def phrase(self, row: int) -> Phrase | None:
        """The phrase of a row, None where there is none."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def row_of(self, phrase_id: PhraseId | None) -> int:
        """Where it is listed; the first row where it is not."""
        ids = [each.id for each in self._shown]
        return ids.index(phrase_id) if phrase_id in ids else 0

    def _words(self, phrase: Phrase) -> tuple[str, ...]:
        kind = self.tr("sentence") if phrase.code else self.tr("street or place")
        return phrase.code, phrase.text, kind

    @override
    def count(self) -> int:
        return len(self._shown)

    @override
    def titles(self) -> tuple[str, ...]:
        return self.tr("Code"), self.tr("What it stands for"), self.tr("Kind")

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._words(self._shown[index.row()])[index.column()]
        return None
