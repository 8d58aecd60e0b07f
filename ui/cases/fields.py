"""A field of an incident: what was read, what is typed, what is wrong, and what others wrote."""

from __future__ import annotations

from abc import abstractmethod

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from console.errors import FieldRefused
from console.forms import FieldRule
from ui import keys
from ui.case_words import field_word
from ui.choice import Choice
from ui.messages import sentence
from ui.overriding import override

_THEIRS = 96  # pixels of a long text of others


class CaseField(QWidget):
    """A label, a box, and below it what there is to say.

    A field is ``touched`` while what stands in it is not what was shown last.  Kinds say how a
    value becomes what stands there (``words_of``) and the other way round (``read``).
    """

    typed = Signal()
    left = Signal()  # the focus went elsewhere
    mine_wanted = Signal()
    theirs_wanted = Signal()

    def __init__(
        self, name: str, box: QWidget, *, required: bool = False, parent: QWidget | None = None
    ) -> None:
        """``name`` is the field's in ``IncidentChanges``."""
        super().__init__(parent)
        self.setObjectName(f"field-{name}")
        self.name = name
        self.required = required
        self.box = box
        self._value: object = None  # what was read or written last
        self._shown = ""  # what stood in the box then
        box.setObjectName(f"box-{name}")
        box.setAccessibleName(field_word(name))
        box.installEventFilter(self)
        self.label = QLabel(field_word(name) + (" *" if required else ""), self)
        self.label.setBuddy(box)
        self._below = QLabel(self)
        self._below.setObjectName(f"error-{name}")
        self._below.setProperty("error", True)
        self._below.setWordWrap(True)
        self._below.hide()
        self.both = _Both(name, self)
        self.both.mine.clicked.connect(lambda _=False: self.mine_wanted.emit())
        self.both.theirs.clicked.connect(lambda _=False: self.theirs_wanted.emit())
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(4)
        for widget in (self.label, box, self._below, self.both):
            self.column.addWidget(widget)

    @property
    @abstractmethod
    def raw(self) -> str:
        """What stands in the box."""

    @abstractmethod
    def put(self, raw: str) -> None:
        """Let this stand in the box; nobody typed it."""

    def words_of(self, value: object) -> str:
        """``value`` as it stands in the box."""
        return "" if value is None else str(value)

    def read(self, raw: str) -> object:
        """The value that ``raw`` means.  Raises FieldRefused."""
        return raw

    @property
    def touched(self) -> bool:
        """Whether something was typed that was neither saved nor taken back."""
        return self.raw != self._shown

    def value(self) -> object:
        """What is typed.  Raises FieldRefused."""
        raw = self.raw
        if self.required and not raw.strip():
            raise FieldRefused(self.name, FieldRule.EMPTY)
        return self.read(raw)

    def show_value(self, value: object) -> None:
        """Show what was read from the store."""
        self._value = value
        words = self.words_of(value)
        if self.raw != words:
            self.put(words)
        self._shown = self.raw
        self.say("")
        self.both.hide()

    def keep(self, raw: str, value: object) -> None:
        """``value`` was written, as ``raw``: what is typed by now may be more than that."""
        self._value, self._shown = value, raw
        if not self.touched:
            self.say("")
            self.both.hide()

    def rebase(self, value: object) -> None:
        """Others wrote ``value`` while this was typed: look at both."""
        self._value, self._shown = value, self.words_of(value)
        self.both.show_value(self.told(value))

    def look(self) -> bool:
        """Check what is typed now; whether it is right."""
        try:
            self.value()
        except FieldRefused as problem:
            self.say(sentence(problem))
            return False
        self.say("")
        return True

    def say(self, words: str) -> None:
        """What is wrong, "" for nothing."""
        self._below.setText(words)
        self._below.setVisible(bool(words))
        self.box.setProperty("wrong", bool(words))
        self.box.setAccessibleDescription(words)
        self.dress()

    def dress(self) -> None:
        """Ask the style anew: it hangs on what the box is like."""
        self.box.style().unpolish(self.box)
        self.box.style().polish(self.box)

    @property
    def error(self) -> str:
        """What is wrong, as it is said."""
        return self._below.text()

    def told(self, value: object) -> str:
        """A value for people; "" is said to be nothing."""
        return self.words_of(value)

    def set_writable(self, writable: bool) -> None:
        """Whether it may be typed in."""
        self.box.setEnabled(writable)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusOut and not _is_popup(event):
            self.leave()
        return super().eventFilter(watched, event)

    def leave(self) -> None:
        """The focus is gone: what was typed is looked at."""
        if self.touched:
            self.look()
        elif self.raw != (words := self.words_of(self._value)):
            self.put(words)  # as it is kept: "22h" is a day and a time
            self._shown = self.raw
        self.left.emit()


def _is_popup(event: QEvent) -> bool:
    """Whether the focus only went into a list that belongs to the box."""
    return isinstance(event, QFocusEvent) and event.reason() is Qt.FocusReason.PopupFocusReason


class _Both(QFrame):
    """What others wrote at the same place, and the two ways out."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("case-both")
        self.said = QLabel(self.tr("Meanwhile somebody else wrote here:"), self)
        self.said.setProperty("late", True)
        self.text = QPlainTextEdit(self)
        self.text.setObjectName(f"theirs-{name}")
        self.text.setAccessibleName(self.said.text())
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.mine, self.theirs = (self._button(f"incident-{each}") for each in ("mine", "theirs"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.mine)
        row.addWidget(self.theirs)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 4, 8, 8)
        column.setSpacing(4)
        column.addWidget(self.said)
        column.addWidget(self.text)
        column.addLayout(row)
        self.hide()

    def _button(self, name: str) -> QPushButton:
        button = QPushButton(keys.words_of(name), self)
        button.setObjectName(f"button-{name}")
        button.setToolTip(keys.hint_of(name))
        return button

    def show_value(self, words: str) -> None:
        self.text.setPlainText(words or self.tr("(nothing)"))
        lines = min(4, self.text.document().blockCount() + len(words) // 70)
        self.text.setFixedHeight(min(_THEIRS, lines * self.fontMetrics().lineSpacing() + 14))
        self.show()


class ChoiceField(CaseField):
    """One of a few words; saved as soon as it is chosen."""

    def __init__(
        self,
        name: str,
        choices: dict[str, str],
        *,
        required: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """``choices`` are values and their words."""
        self._combo = Choice()
        super().__init__(name, self._combo, required=required, parent=parent)
        self._combo.setToolTip(field_word(name))
        for value, words in choices.items():
            self._combo.addItem(words, value)
        self._combo.activated.connect(lambda _: self.typed.emit())
        self._combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)

    @property
    @override
    def raw(self) -> str:
        return str(self._combo.currentData() or "")

    @override
    def put(self, raw: str) -> None:
        self._combo.setCurrentIndex(self._combo.findData(raw))

    @override
    def told(self, value: object) -> str:
        return self._combo.itemText(self._combo.findData(self.words_of(value)))
