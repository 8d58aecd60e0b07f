"""What came of an incident, line by line; struck ones are shown struck."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor

from db.case_records import Outcome, OutcomeKind
from ui import theme
from ui.case_words import date_words, outcome_word
from ui.overriding import override
from ui.tables import DISPLAY, FOREGROUND, TOOL_TIP, Index, RowModel
from ui.theme import Colours
from ui.words import translate

_FONT = Qt.ItemDataRole.FontRole.value
_SIDE = Qt.ItemDataRole.TextAlignmentRole.value


class OutcomeColumn(IntEnum):
    """The columns, from the left."""

    DAY = 0
    KIND = 1
    COUNT = 2


class OutcomeTable(RowModel):
    """Lines by day."""

    columns = OutcomeColumn

    def __init__(self, colours: Colours, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._colours = colours
        self._outcomes: Sequence[Outcome] = ()
        self._struck = theme.font()
        self._struck.setStrikeOut(True)

    def show_outcomes(self, outcomes: Sequence[Outcome]) -> None:
        """List these."""
        self.beginResetModel()
        self._outcomes = outcomes
        self.endResetModel()

    def set_colours(self, colours: Colours) -> None:
        """Another theme."""
        self._colours = colours
        self.show_outcomes(self._outcomes)

    def outcome(self, row: int) -> Outcome | None:
        """The line of a row."""
        return self._outcomes[row] if 0 <= row < len(self._outcomes) else None

    @override
    def count(self) -> int:
        return len(self._outcomes)

    @override
    def titles(self) -> tuple[str, ...]:
        return (self.tr("Day"), self.tr("What came of it"), self.tr("How much"))

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        outcome = self._outcomes[index.row()]
        if role in (DISPLAY, TOOL_TIP):
            text = _text(outcome, OutcomeColumn(index.column()))
            if role == TOOL_TIP and outcome.struck_at is not None:
                return translate("cases", "{line} · struck, and not counted").format(line=text)
            return text
        if outcome.struck_at is not None and role in (FOREGROUND, _FONT):
            return QColor(self._colours.dim) if role == FOREGROUND else self._struck
        return self.side(index.column()) if role == _SIDE else None


def amount_words(outcome: Outcome) -> str:
    """How much: 3; of drugs two figures; of what was seized 12 tấm biển quảng cáo."""
    match outcome.kind:
        case OutcomeKind.SEIZED:
            return " ".join(filter(None, (str(outcome.count), outcome.unit, outcome.item)))
        case OutcomeKind.DRUGS:
            words = translate("cases", "{cases} cases, {persons} persons")
            return words.format(cases=outcome.count, persons=outcome.persons or 0)
        case _:
            return str(outcome.count)


def _text(outcome: Outcome, column: OutcomeColumn) -> str:
    match column:
        case OutcomeColumn.DAY:
            return date_words(outcome.on)
        case OutcomeColumn.KIND:
            word = outcome_word(outcome.kind)
            return f"{word}: {outcome.note}" if outcome.note else word
        case OutcomeColumn.COUNT:
            return amount_words(outcome)
