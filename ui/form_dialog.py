"""A small form in a dialog: title, fields, what went wrong, and two buttons."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from console.errors import FieldRefused, Problem
from console.workers import Lane
from ui.desk import Desk
from ui.fleet.fields import FormField
from ui.messages import sentence
from ui.overriding import override


class FormDialog(QDialog):
    """Accepted when it is kept; each kind fills ``body`` and says what ``keep`` does."""

    def __init__(
        self, desk: Desk, title: str, button: str, width: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setWindowTitle(title)
        self.setFixedWidth(width)
        head = QLabel(title, self)
        head.setObjectName("dialog-title")
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        self.notice = QLabel(self)
        self.notice.setObjectName("dialog-notice")
        self.notice.setProperty("error", True)
        self.notice.setWordWrap(True)
        self.notice.hide()
        self._cancel = QPushButton(self.tr("Cancel"), self)
        self._cancel.setToolTip(self.tr("Close without keeping (Esc)"))
        self._cancel.setAutoDefault(False)
        self._cancel.clicked.connect(self.reject)
        self._keep = QPushButton(button, self)
        self._keep.setObjectName("dialog-keep")
        self._keep.setProperty("main", True)
        self._keep.setDefault(True)
        self._keep.setToolTip(f"{button} (Enter)")
        self._keep.clicked.connect(self.keep)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self._cancel)
        row.addWidget(self._keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addWidget(head)
        column.addLayout(self.body)
        column.addWidget(self.notice)
        column.addLayout(row)

    @Slot()
    def keep(self) -> None:
        """Look at what was typed, and keep it."""

    @override
    def reject(self) -> None:
        """Esc, but not while it is being kept: a moment later one knows."""
        if self._cancel.isEnabled():
            super().reject()

    def field_of(self, problem: Problem) -> str:
        """The field that a problem is about, "" for none."""
        return problem.field if isinstance(problem, FieldRefused) else ""

    def run(self, work: Callable[[], object], done: Callable[[object], None] | None = None) -> None:
        """Keep it, off the GUI thread; ``done`` gets what came of it before it is accepted."""
        self._keep.setEnabled(False)
        self._cancel.setEnabled(False)
        self.notice.hide()

        def kept(result: object) -> None:
            if done is not None:
                done(result)
            self.accept()

        self._desk.tasks.run(work, done=kept, failed=self._on_failed, lane=Lane.WRITE)

    def _on_failed(self, problem: Problem) -> None:
        self._keep.setEnabled(True)
        self._cancel.setEnabled(True)
        field = self.findChild(FormField, f"field-{self.field_of(problem)}")
        if field is None or field.isHidden():
            self.notice.setText(sentence(problem))
            self.notice.show()
        else:
            field.show_error(sentence(problem))
            field.box.setFocus()
