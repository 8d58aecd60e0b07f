"""The form of a file that is taken in: who gave it, from which device, when it begins."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from console.errors import FieldRefused
from console.file_names import clean_file_name
from ui.exhibits.clocks import OFFSET, START, offset_words, read_offset, read_start
from ui.exhibits.words import plain_name, size_words
from ui.fleet.fields import FormField
from ui.messages import sentence
from ui.overriding import override
from ui.times import stamp_words

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.exhibits import ExhibitForm

_WIDTH = 560
_NOTE_HEIGHT = 64
GIVEN_BY, DEVICE, NOTE = "given_by", "device", "note"


class IntakeDialog(QDialog):
    """Accepted when the form is right; ``form`` has it then."""

    def __init__(self, path: Path, size: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("intake-dialog")
        self.setWindowTitle(self.tr("Take a file in"))
        self.setMinimumWidth(_WIDTH)
        self.path = path
        self.form: ExhibitForm | None = None
        self._fields = self._make_fields()
        self._note = QPlainTextEdit(self)
        self._note.setObjectName("box-note")
        self._note.setAccessibleName(self.tr("Note"))
        self._note.setTabChangesFocus(True)
        self._note.setFixedHeight(_NOTE_HEIGHT)
        self._note_error = QLabel(self)
        self._note_error.setProperty("error", True)
        self._note_error.setWordWrap(True)
        self._note_error.hide()
        self._means = QLabel(self)
        self._means.setObjectName("intake-means")
        self._means.setProperty("quiet", True)
        self._means.setWordWrap(True)
        self._build(size)
        self._fields[GIVEN_BY].box.setFocus()

    def _make_fields(self) -> dict[str, FormField]:
        made = {}
        for name, words, hint in (
            (GIVEN_BY, self.tr("Given by"), self.tr("name and address of whoever brought it")),
            (
                DEVICE,
                self.tr("From which device"),
                self.tr("such as: KBVision recorder of the shop, dash camera, telephone"),
            ),
            (
                START,
                self.tr("Begins, by the device's clock"),
                self.tr("as the device shows it, such as 22/11/2026 22:05:12"),
            ),
            (
                OFFSET,
                self.tr("Clock of the device, compared with the right time"),
                self.tr("ahead: +5:12; behind: -1:02:03; right: 0; nothing if not compared"),
            ),
        ):
            made[name] = FormField(
                name, words, QLineEdit(self), required=name == GIVEN_BY, hint=hint, parent=self
            )
            made[name].check_with(partial(_checked, name))
            made[name].changed.connect(self._tell)
        return made

    def _build(self, size: int) -> None:
        head = QLabel(self.tr("Take a file in"), self)
        head.setObjectName("dialog-title")
        file = QLabel(self._file_words(size), self)
        file.setObjectName("intake-file")
        file.setWordWrap(True)
        file.setTextFormat(Qt.TextFormat.PlainText)
        words = QLabel(
            self.tr(
                "The file is copied as it is and never changed; its hash is noted. The stick"
                " stays as it was."
            ),
            self,
        )
        words.setProperty("quiet", True)
        words.setWordWrap(True)
        note = QLabel(self.tr("Note"), self)
        note.setBuddy(self._note)
        self._go = QPushButton(self.tr("Take it in"), self)
        self._go.setObjectName("intake-go")
        self._go.setProperty("main", True)
        self._go.setDefault(True)
        self._go.setToolTip(self.tr("Copy the file and keep it as an exhibit (Enter)"))
        self._go.clicked.connect(self._on_go)
        cancel = QPushButton(self.tr("Cancel"), self)
        cancel.setToolTip(self.tr("Close without keeping (Esc)"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(8)
        legend = QLabel(self.tr("* must be filled in"), self)
        legend.setProperty("quiet", True)
        row.addWidget(legend)
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self._go)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(10)
        for widget in (head, file, words, *self._fields.values(), self._means):
            column.addWidget(widget)
        column.addWidget(note)
        column.addWidget(self._note)
        column.addWidget(self._note_error)
        column.addLayout(row)

    def field(self, name: str) -> FormField:
        """One of the boxes."""
        return self._fields[name]

    def set_note(self, text: str) -> None:
        """Put a note in."""
        self._note.setPlainText(text)

    def _file_words(self, size: int) -> str:
        name = self.path.name
        said = self.tr("{name}, {size}").format(name=plain_name(name), size=size_words(size))
        cleaned = clean_file_name(name, "exhibit")
        if cleaned != name:
            also = self.tr(
                "{said}. It will be kept as “{cleaned}”: its name holds signs that cannot be kept."
            )
            return also.format(said=said, cleaned=cleaned)
        return said

    @Slot()
    def _tell(self) -> None:
        """What the two clocks come to."""
        self._means.clear()
        try:
            start = read_start(self._fields[START].text)
            offset = read_offset(self._fields[OFFSET].text)
        except FieldRefused:
            return
        if offset is None:
            return
        said = self.tr("So {offset}").format(offset=offset_words(offset))
        right = None if start is None else _less(start, offset)
        if right is not None:
            both = self.tr("{said}, and the file begins at {time} station time.")
            self._means.setText(both.format(said=said, time=stamp_words(right)))
        else:
            self._means.setText(f"{said}.")
        self._grow()

    @Slot()
    def _on_go(self) -> None:
        from console.exhibits import ExhibitForm, checked_form

        wrong = [field for field in self._fields.values() if not field.look()]
        if wrong:
            wrong[0].box.setFocus()
            self._grow()
            return
        try:
            self.form = checked_form(
                ExhibitForm(
                    given_by=self._fields[GIVEN_BY].text,
                    device=self._fields[DEVICE].text,
                    note=self._note.toPlainText(),
                    claimed_start=read_start(self._fields[START].text),
                    offset_s=read_offset(self._fields[OFFSET].text),
                )
            )
        except FieldRefused as problem:
            self._show(problem)
            return
        self.accept()

    def _show(self, problem: FieldRefused) -> None:
        """Beside its field: only the note is not checked when it is left."""
        if problem.field in self._fields:
            self._fields[problem.field].show_error(sentence(problem))
            self._fields[problem.field].box.setFocus()
        else:
            self._note_error.setText(sentence(problem))
            self._note_error.show()
            self._note.setFocus()
        self._grow()

    def _grow(self) -> None:
        """A window gives wrapped texts the height of a guess: give them what they need."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
            needed = layout.totalHeightForWidth(self.width())
            self.resize(self.width(), max(needed, self.height()))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._grow()


def _checked(name: str, text: str) -> None:
    """Check one field as the service would.  Raises FieldRefused."""
    from console.exhibits import ExhibitForm, checked_form

    if name == START:
        read_start(text)
    elif name == OFFSET:
        checked_form(ExhibitForm(given_by="-", offset_s=read_offset(text)))
    elif name == DEVICE:
        checked_form(ExhibitForm(given_by="-", device=text))
    else:
        checked_form(ExhibitForm(given_by=text))


def _less(start: datetime, seconds: float) -> datetime | None:
    try:
        return start - timedelta(seconds=seconds)
    except OverflowError:
        return None
