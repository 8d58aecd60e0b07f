"""A one-time password, shown this once: large, in groups that can be read out."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QFont, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from console.secret import Secret
from ui.overriding import override

_GROUP_PX = 30


class OneTimeDialog(QDialog):
    """Shows the password until it is closed; then nobody can see it again."""

    def __init__(
        self, name: str, password: Secret, until: datetime | None, parent: QWidget | None = None
    ) -> None:
        """``until`` is when it runs out, None where that is not known here."""
        super().__init__(parent)
        self.setObjectName("one-time-dialog")
        self._name = name
        self._password = password
        self._until = until
        title = self.tr("One-time password of {name}").format(name=name)
        self.setWindowTitle(title)
        head = QLabel(title, self)
        head.setObjectName("dialog-title")
        head.setWordWrap(True)
        head.setTextFormat(Qt.TextFormat.PlainText)
        words = QLabel(self._sentence(), self)
        words.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(16)
        column.addWidget(head)
        column.addLayout(self._make_groups())
        column.addWidget(words)
        column.addLayout(self._make_buttons())
        self.setMinimumWidth(560)

    def _sentence(self) -> str:
        words = self.tr(
            "Read it out or hand it over on paper; it is not shown again. He signs in with it "
            "once and then chooses a password of his own, which you never learn."
        )
        if self._until is None:
            return words
        until = self.tr("It runs out at {time}.").format(
            time=f"{self._until.astimezone():%H:%M %d/%m/%Y}"
        )
        return f"{words} {until}"

    def _make_groups(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addStretch(1)
        type_ = QFont("monospace")
        type_.setStyleHint(QFont.StyleHint.Monospace)
        type_.setPixelSize(_GROUP_PX)
        for group in self._password.reveal().split("-"):
            label = QLabel(group, self)
            label.setObjectName("one-time-group")
            label.setFont(type_)
            row.addWidget(label)
        row.addStretch(1)
        return row

    def _make_buttons(self) -> QHBoxLayout:
        copy = QPushButton(self.tr("Copy (Ctrl+C)"), self)
        copy.setShortcut("Ctrl+C")
        copy.setToolTip(self.tr("Copy it; the clipboard is emptied when this closes (Ctrl+C)"))
        copy.clicked.connect(self._on_copy)
        printed = QPushButton(self.tr("Print… (Ctrl+P)"), self)
        printed.setShortcut("Ctrl+P")
        printed.setToolTip(self.tr("Print it on paper for {name}").format(name=self._name))
        printed.clicked.connect(self._on_print)
        close = QPushButton(self.tr("He has it"), self)
        close.setObjectName("one-time-close")
        close.setProperty("main", True)
        close.setDefault(True)
        close.setToolTip(self.tr("Close; it is not shown again (Enter)"))
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (copy, printed):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(close)
        return row

    @Slot()
    def _on_copy(self) -> None:
        QApplication.clipboard().setText(self._password.reveal())

    @Slot()
    def _on_print(self) -> None:
        printer = QPrinter()
        if QPrintDialog(printer, self).exec() == QDialog.DialogCode.Accepted:
            paper = QTextDocument(self)
            paper.setPlainText(f"{self._name}\n\n{self._password.reveal()}\n\n{self._sentence()}")
            paper.print_(printer)

    @override
    def done(self, result: int) -> None:
        clipboard = QApplication.clipboard()
        if clipboard.text() == self._password.reveal():
            clipboard.clear()
        super().done(result)
