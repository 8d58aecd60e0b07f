"""A field of a form: label above, the box, and what is wrong with it below."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from console.errors import Problem
from ui.messages import sentence


class FormField(QWidget):
    """One box with its words.  It is checked when it is left, not while it is typed."""

    changed = Signal()

    def __init__(
        self,
        name: str,
        words: str,
        box: QLineEdit | QComboBox | QPlainTextEdit,
        *,
        required: bool = False,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(f"field-{name}")
        self.box = box
        self._check: Callable[[str], object] | None = None
        label = QLabel(words + (" *" if required else ""), self)
        label.setBuddy(box)
        box.setObjectName(f"box-{name}")
        box.setAccessibleName(words)
        self._below = QLabel(self)
        self._below.setObjectName(f"error-{name}")
        self._below.setWordWrap(True)
        self._hint = hint
        self._late = False  # whether the hint is a warning
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(label)
        column.addWidget(box)
        column.addWidget(self._below)
        if isinstance(box, QLineEdit):
            box.editingFinished.connect(self.look)
            box.textEdited.connect(self._on_edited)
        elif isinstance(box, QPlainTextEdit):
            box.textChanged.connect(self._on_edited)
        else:
            box.currentIndexChanged.connect(self._on_edited)
        self.clear_error()

    @property
    def text(self) -> str:
        """What was typed or chosen."""
        if isinstance(self.box, QPlainTextEdit):
            return self.box.toPlainText()
        return self.box.text() if isinstance(self.box, QLineEdit) else self.box.currentText()

    @property
    def error(self) -> str:
        """What is wrong, "" if nothing is known to be."""
        return self._below.text() if self._below.property("error") else ""

    def check_with(self, check: Callable[[str], object]) -> None:
        """Call ``check`` with the text when the field is left; it raises a ``Problem``."""
        self._check = check

    @Slot()
    def look(self) -> bool:
        """Check the field now; whether it is right."""
        if self._check is None:
            return True
        try:
            self._check(self.text)
        except Problem as problem:
            self.show_error(sentence(problem))
            return False
        self.clear_error()
        return True

    def show_error(self, words: str) -> None:
        """Say what is wrong."""
        self._dress(words, wrong=True)

    def clear_error(self) -> None:
        """Nothing is wrong (any more)."""
        self._dress(self._hint, wrong=False)

    @Slot()
    def _on_edited(self) -> None:
        if self.error:
            self.clear_error()
        self.changed.emit()

    def _dress(self, words: str, *, wrong: bool) -> None:
        self._below.setText(words)
        self._below.setVisible(bool(words))
        self._below.setProperty("error", wrong)
        self._below.setProperty("late", self._late and not wrong)
        self._below.setProperty("quiet", not wrong and not self._late)
        self.box.setProperty("wrong", wrong)
        self.box.setAccessibleDescription(words)
        for widget in (self._below, self.box):  # a style that hangs on a property is asked anew
            widget.style().unpolish(widget)
            widget.style().polish(widget)
