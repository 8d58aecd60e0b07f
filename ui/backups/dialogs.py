"""What is asked before going back, and the recovery sheet that is shown once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.access.consequence import Consequence
from ui.backups.words import held_words, loss_lines
from ui.first_run.sheet import Sheet, SheetStep

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.losses import Loss

_WIDTH = 560


class GoBackDialog(Consequence):
    """Says what would be lost; accepted when the officer wants it all the same."""

    def __init__(self, when: str, loss: Loss | None, parent: QWidget | None = None) -> None:
        """``when`` says what is gone back to, as "23/11/2026 02:30:00"."""
        self._when = when
        lost = "\n".join(f"•  {line}" for line in loss_lines(loss))
        parts = (
            self.tr("Would not be there any more:\n{lost}").format(lost=lost),
            held_words(loss),
            self.tr(
                "Today's store, with all of this, is kept beside it, and so are footage and the "
                "files of cases; the log tells of both stores. Officers who were there then keep "
                "the role and the password that they have today."
            ),
            self.tr("Two officers must agree; afterwards you may have to sign in again."),
        )
        super().__init__(
            self.tr("Go back to {time}").format(time=when),
            "\n\n".join(part for part in parts if part),
            self.tr("Go back to {time}").format(time=when),
            parent,
        )
        self.setObjectName("go-back-dialog")


class SheetDialog(QDialog):
    """The recovery sheet, until it is on paper; then nobody can see it again."""

    def __init__(self, sheet: Sheet, older: bool, parent: QWidget | None = None) -> None:
        """``older``: there was one before, which opens no more."""
        super().__init__(parent)
        self.setObjectName("sheet-dialog")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.step = SheetStep(sheet, self)
        self.setWindowTitle(self.step.title)
        head = QLabel(self.step.title, self)
        head.setObjectName("dialog-title")
        words = QLabel(self.step.words, self)
        words.setWordWrap(True)
        before = QLabel(
            self.tr("The older sheet opens only the backups that were made before. Tear it up."),
            self,
        )
        before.setWordWrap(True)
        before.setProperty("quiet", True)
        before.setVisible(older)
        close = QPushButton(self.tr("It is in the safe"), self)
        close.setObjectName("sheet-close")
        close.setProperty("main", True)
        close.setToolTip(self.tr("Close; it is not shown again (Esc)"))
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        for widget in (head, words, self.step, before):
            column.addWidget(widget)
        column.addLayout(row)
        self.setMinimumWidth(_WIDTH)
        self.step.take_focus()
