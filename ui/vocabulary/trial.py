"""A line to try the phrases in: what comes for what is typed, as in the note of a bookmark."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QVBoxLayout, QWidget

from console.completion import Bank, SuggestionKind
from db.case_records import Phrase
from ui import keys

_MOST = 4


class Trial(QFrame):
    """Answers at every key, from what is listed; nothing is kept."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._bank = Bank((), (), ())
        title = QLabel(self.tr("Try it"), self)
        title.setObjectName("section-title")
        self.line = QLineEdit(self)
        self.line.setObjectName("phrase-trial")
        self.line.setPlaceholderText(self.tr("type a code or the beginning of a place: vt hd"))
        self.line.setAccessibleName(keys.words_of("phrase-try"))
        self.line.setToolTip(keys.hint_of("phrase-try"))
        self.line.textChanged.connect(self._answer)
        self.answer = QLabel(self)
        self.answer.setObjectName("phrase-answer")
        self.answer.setTextFormat(Qt.TextFormat.PlainText)
        self.answer.setWordWrap(True)
        self.answer.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.answer.setMinimumHeight(_MOST * self.answer.fontMetrics().lineSpacing() + 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        for widget in (title, self.line, self.answer):
            column.addWidget(widget)
        self._answer()

    def set_bank(self, phrases: Sequence[Phrase], places: Sequence[str]) -> None:
        """Answer from these from now on; ``places`` are the clusters' and cameras' names."""
        self._bank = Bank(phrases, places, ())
        self._answer()

    @Slot()
    def _answer(self) -> None:
        typed = self.line.text()
        if not typed.strip():
            self.answer.setText(self.tr("What would be offered for a note stands here."))
            self.answer.setProperty("quiet", True)
        else:
            found = self._bank.suggest(typed, _MOST)
            lines = [
                f"{each.code}  →  {each.line}"
                if each.kind is SuggestionKind.CODE
                else f"→  {each.line}"
                for each in found
            ]
            self.answer.setText("\n".join(lines) or self.tr("Nothing comes of this."))
            self.answer.setProperty("quiet", not lines)
        self.answer.style().unpolish(self.answer)
        self.answer.style().polish(self.answer)
