"""Asks before something that cannot be taken back: the consequence stands in the button."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

_WIDTH = 460
_MARGIN = 24


class Consequence(QDialog):
    """Accepted when the officer really wants it."""

    def __init__(self, title: str, words: str, button: str, parent: QWidget | None = None) -> None:
        """``title`` says whom it is done to, ``words`` what follows, ``button`` both in short."""
        super().__init__(parent)
        self.setObjectName("consequence")
        self.setWindowTitle(title)
        head = QLabel(title, self)
        head.setObjectName("dialog-title")
        head.setWordWrap(True)
        head.setTextFormat(Qt.TextFormat.PlainText)
        text = QLabel(words, self)
        text.setWordWrap(True)
        text.setTextFormat(Qt.TextFormat.PlainText)
        leave = QPushButton(self.tr("Leave it"), self)
        leave.setToolTip(self.tr("Close and change nothing (Esc)"))
        leave.setDefault(True)
        leave.clicked.connect(self.reject)
        go = QPushButton(button, self)
        go.setObjectName("consequence-go")
        go.setProperty("danger", True)
        go.setAutoDefault(False)
        go.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(leave)
        row.addWidget(go)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, 16, _MARGIN, 16)
        column.setSpacing(12)
        column.addWidget(head)
        column.addWidget(text)
        column.addLayout(row)
        self.setMinimumWidth(_WIDTH)
        # A window gives a wrapped text the height of a guess, which is too little for a long one.
        text.ensurePolished()
        text.setMinimumHeight(text.heightForWidth(_WIDTH - 2 * _MARGIN))
