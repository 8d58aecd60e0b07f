"""What stands over a request that is written: which it is, and what became of it last."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget


class FormHead(QWidget):
    """A title, and a sentence beside it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.title = QLabel(self)
        self.title.setObjectName("page-title")
        self.said = QLabel(self)
        self.said.setObjectName("request-form-said")
        self.said.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.title)
        row.addWidget(self.said, 1)
        self.say("")

    def name(self, number: str) -> None:
        """Which draft it is, "" for a new one."""
        words = self.tr("{number}, a draft") if number else self.tr("New request for footage")
        self.title.setText(words.format(number=number))

    def say(self, words: str, *, wrong: bool = False) -> None:
        """What became of it last."""
        self.said.setText(words)
        self.said.setProperty("error", wrong)
        self.said.setProperty("quiet", not wrong)
        self.said.style().unpolish(self.said)
        self.said.style().polish(self.said)
