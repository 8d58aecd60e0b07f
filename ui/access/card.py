"""A calm box in the middle of the locked wall: title, fields, one button, what went wrong."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.access.attempt import Attempt
from ui.desk import Desk
from ui.overriding import override

_WIDTH = 420
_MARGIN = 24


class Asking(QFrame):
    """Something that lies in the middle of the cover and asks."""

    def __init__(self, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setFixedWidth(width)

    def take_focus(self) -> None:
        """Be ready for keys."""
        self.setFocus()


class Card(Asking):
    """What every card has; each kind adds its fields to ``body`` and says what ``go`` sends."""

    def __init__(
        self, desk: Desk, title: str, button: tuple[str, str], parent: QWidget | None = None
    ) -> None:
        """``button`` are the main button's words and its tooltip."""
        super().__init__(_WIDTH, parent)
        head = QLabel(title, self)
        head.setObjectName("dialog-title")
        head.setWordWrap(True)
        head.setTextFormat(Qt.TextFormat.PlainText)
        self.words = QLabel(self)
        self.words.setObjectName("card-words")
        self.words.setProperty("quiet", True)
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.hide()
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        self.message = QLabel(self)
        self.message.setObjectName("card-message")
        self.message.setProperty("error", True)
        self.message.setWordWrap(True)
        # Two lines are kept free, so that nothing jumps when there is something to say.
        self.message.setMinimumHeight(2 * self.message.fontMetrics().lineSpacing() + 2)
        self.message.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.go = QPushButton(button[0], self)
        self.go.setObjectName("card-go")
        self.go.setProperty("main", True)
        self.go.setToolTip(button[1])
        self.go.setAutoDefault(True)  # Enter presses it, as in a dialog
        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        self.foot.addStretch(1)
        self.foot.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(12)
        column.addWidget(head)
        column.addWidget(self.words)
        column.addLayout(self.body)
        column.addWidget(self.message)
        column.addLayout(self.foot)
        self.attempt = Attempt(desk, self.go, self.message)

    def say(self, words: str) -> None:
        """A quiet sentence under the title."""
        self.words.setText(words)
        self.words.setVisible(bool(words))

    def link(self, words: str, hint: str) -> QPushButton:
        """A second, quiet button on the left of the main one."""
        made = QPushButton(words, self)
        made.setProperty("link", True)
        made.setToolTip(hint)
        made.setAutoDefault(True)
        self.foot.insertWidget(0, made)
        return made

    @override
    def take_focus(self) -> None:
        self.go.setFocus()
