"""The lines of a request that is written: camera, from, to, stream; below each what there is."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from console.errors import FieldRefused
from console.evidence.preview_records import LinePreview
from db.evidence_records import Wanted
from db.records import CameraId, OfficerId, Span, StreamRole
from ui import keys
from ui.choice import Choice
from ui.find_box import FindBox
from ui.holds.words import span_of
from ui.messages import sentence
from ui.requests.line_words import is_whole, line_words
from ui.requests.words import camera_words, role_word
from ui.times import stamp_words
from ui.ward import Ward

_FIELD = "wanted"
_SECOND = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class TypedLine:
    """A line as it stands in its boxes; ``meant`` is what they were filled with, if anything."""

    camera_id: CameraId | None = None
    camera: str = ""
    start: str = ""
    end: str = ""
    role: StreamRole = StreamRole.MAIN
    meant: Wanted | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nobody typed anything."""
        return not (self.camera.strip() or self.start.strip() or self.end.strip())


def typed_line(wanted: Wanted, ward: Ward) -> TypedLine:
    """``wanted`` as it is typed: whole seconds around it."""
    last = wanted.span.end + _SECOND - timedelta(microseconds=1)
    return TypedLine(
        wanted.camera_id,
        camera_words(wanted.camera_id, ward),
        stamp_words(wanted.span.start),
        stamp_words(last),
        wanted.role,
        wanted,
    )


class WantedEditor(QWidget):
    """As many lines as there are cameras and stretches; one empty one is always offered."""

    changed = Signal()
    settled = Signal()  # a box was left: what there is of the lines may be asked

    def __init__(self, now: Callable[[], datetime], parent: QWidget) -> None:
        """``now`` is the station's clock: times are typed from it."""
        super().__init__(parent)
        self.setObjectName("field-wanted")
        self._now = now
        self._ward = Ward()
        self._error = QLabel(self)
        self._error.setObjectName("error-wanted")
        self._error.setProperty("error", True)
        self._error.setWordWrap(True)
        self._error.hide()
        self.rows: list[WantedRow] = []
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        self._more = QPushButton(keys.words_of("form-line"), self)
        self._more.setObjectName("button-form-line")
        self._more.setToolTip(keys.hint_of("form-line"))
        self._more.clicked.connect(self.add)
        below = QHBoxLayout()
        below.addWidget(self._more)
        below.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._lines)
        column.addWidget(self._error)
        column.addLayout(below)
        self.show_lines(())

    @property
    def typed(self) -> tuple[TypedLine, ...]:
        """What stands there, without lines in which nothing was typed."""
        return tuple(each for row in self.rows if not (each := row.typed).is_empty)

    @property
    def error(self) -> str:
        """What is wrong with all of them together."""
        return "" if self._error.isHidden() else self._error.text()

    def set_ward(self, ward: Ward) -> None:
        """There are these cameras from now on."""
        self._ward = ward
        for row in self.rows:
            row.set_ward(ward)

    def show_lines(self, lines: Sequence[TypedLine]) -> None:
        """Let these stand there."""
        for row in self.rows:
            self._drop(row)
        self.rows = []
        for line in lines or (TypedLine(),):
            self._append(line)
        self.say("")

    def read(self) -> tuple[Wanted, ...]:
        """What is meant by it; each line says what is wrong with it.  Raises FieldRefused."""
        found, problem = [], None
        for row in self.rows:
            try:
                wanted = row.read()
            except FieldRefused as refused:
                row.say(sentence(refused), wrong=True)
                problem = problem or refused
            else:
                row.mend()
                found += [] if wanted is None else [wanted]
        if problem is not None:
            raise problem
        return tuple(found)

    def clear_lines(self) -> tuple[Wanted, ...]:
        """Those that can be read; what is wrong with the others is not said."""
        found = []
        for row in self.rows:
            try:
                wanted = row.read()
            except FieldRefused:
                continue
            found += [] if wanted is None else [wanted]
        return tuple(found)

    def focus_wrong(self) -> None:
        """Go to what is wrong first, or to the first line."""
        row = next((each for each in self.rows if each.error), self.rows[0])
        row.camera.setFocus()

    def say(self, words: str) -> None:
        """What is wrong with all of them, "" for nothing."""
        self._error.setText(words)
        self._error.setVisible(bool(words))

    def show_previews(
        self, previews: Sequence[LinePreview], names: Mapping[OfficerId, str]
    ) -> None:
        """Say below each line what there is of it."""
        found = {each.wanted: each for each in previews}
        for row in self.rows:
            row.show_preview(found, names)

    @Slot()
    def add(self) -> None:
        """One more line, of the times of the last one, to be filled in."""
        last = self.rows[-1].typed if self.rows else TypedLine()
        row = self._append(TypedLine(start=last.start, end=last.end, role=last.role))
        row.camera.setFocus()
        self.changed.emit()

    def strike(self) -> None:
        """Take the line out in which the focus is."""
        focus = self.focusWidget()
        row = next((each for each in self.rows if each.isAncestorOf(focus)), None)
        if row is not None:
            self._on_strike(row)

    def _append(self, line: TypedLine) -> WantedRow:
        row = WantedRow(line, self._ward, self._now, self)
        row.changed.connect(self._on_changed)
        row.left.connect(self.settled)
        row.strike_wanted.connect(lambda: self._on_strike(row))
        self._lines.addWidget(row)
        self.rows.append(row)
        return row

    def _drop(self, row: WantedRow) -> None:
        self._lines.removeWidget(row)
        row.hide()
        row.setParent(None)
        row.deleteLater()

    def _on_strike(self, row: WantedRow) -> None:
        place = self.rows.index(row)
        self.rows.remove(row)
        self._drop(row)
        if not self.rows:
            self._append(TypedLine())
        self.rows[min(place, len(self.rows) - 1)].camera.setFocus()
        self._on_changed()
        self.settled.emit()

    @Slot()
    def _on_changed(self) -> None:
        self.say("")
        self.changed.emit()


class WantedRow(QWidget):
    """One line; it is looked at when one of its boxes is left."""

    changed = Signal()
    left = Signal()
    strike_wanted = Signal()

    def __init__(
        self, line: TypedLine, ward: Ward, now: Callable[[], datetime], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._now = now
        self._line = line  # what the boxes were filled with
        self.camera = FindBox(self.tr("Camera: number or name"), self)
        self.camera.setObjectName("box-wanted-camera")
        self.start = self._box("start", self.tr("From: yesterday 22h05"))
        self.end = self._box("end", self.tr("To: 22h30"))
        self.role = Choice(self)
        self.role.setObjectName("box-wanted-role")
        self.role.setAccessibleName(self.tr("Which stream"))
        self.role.setToolTip(self.tr("Main stream: the sharp picture, where it was recorded"))
        for role in StreamRole:
            self.role.addItem(role_word(role), role)
        self.away = QPushButton("✕", self)
        self.away.setObjectName("button-form-strike")
        self.away.setAccessibleName(keys.words_of("form-strike"))
        self.away.setToolTip(keys.hint_of("form-strike"))
        self.away.setFixedWidth(36)
        self._below = QLabel(self)
        self._below.setWordWrap(True)
        boxes = QHBoxLayout()
        boxes.setSpacing(8)
        for widget, share in (
            (self.camera, 4),
            (self.start, 3),
            (self.end, 3),
            (self.role, 0),
            (self.away, 0),
        ):
            boxes.addWidget(widget, share)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(boxes)
        column.addWidget(self._below)
        self.set_ward(ward)
        self._fill(line, ward)
        self._connect()
        self.say("")

    def _box(self, name: str, hint: str) -> QLineEdit:
        box = QLineEdit(self)
        box.setObjectName(f"box-wanted-{name}")
        box.setPlaceholderText(hint)
        box.setAccessibleName(hint)
        box.setToolTip(hint)
        box.setMaxLength(60)
        return box

    def _fill(self, line: TypedLine, ward: Ward) -> None:
        if line.camera_id is not None and ward.camera(line.camera_id) is not None:
            self.camera.pick(line.camera_id)
        else:
            self.camera.setText(line.camera)
        self.start.setText(line.start)
        self.end.setText(line.end)
        self.role.setCurrentIndex(self.role.findData(line.role))

    def _connect(self) -> None:
        self.camera.picked.connect(self._on_edited)
        self.camera.textEdited.connect(self._on_edited)
        for box in (self.start, self.end):
            box.textEdited.connect(self._on_edited)
            box.editingFinished.connect(self._on_left)
        self.camera.editingFinished.connect(self._on_left)
        self.role.activated.connect(self._on_edited)
        self.role.activated.connect(self._on_left)
        self.away.clicked.connect(self.strike_wanted)

    @property
    def typed(self) -> TypedLine:
        """What stands in the boxes."""
        return TypedLine(
            self.camera.choice,
            self.camera.text(),
            self.start.text(),
            self.end.text(),
            StreamRole(self.role.currentData()),
            self._line.meant,
        )

    @property
    def error(self) -> str:
        """What is wrong with it."""
        return self._below.text() if self._below.property("error") else ""

    def set_ward(self, ward: Ward) -> None:
        """These cameras may be named."""
        self.camera.set_items([(each.id, camera_words(each.id, ward)) for each in ward.cameras])

    def read(self) -> Wanted | None:
        """What is meant, None for an empty line.  Raises FieldRefused."""
        typed = self.typed
        if typed.is_empty:
            return None
        meant, line = typed.meant, self._line
        camera_id = self._camera()
        if meant is not None and (typed.start, typed.end) == (line.start, line.end):
            return Wanted(camera_id, meant.span, typed.role)
        return Wanted(camera_id, self._span(), typed.role)

    def _camera(self) -> CameraId:
        text = self.camera.text()
        line = self._line
        if self.camera.choice is None and text.strip():
            if line.camera_id is not None and text == line.camera:
                return line.camera_id  # of a camera that was removed footage may be left
            fits = self.camera.found(text)
            if len(fits) == 1:  # it is clear what is meant without Enter, too
                self.camera.pick(fits[0][0])
        if self.camera.choice is None:
            raise FieldRefused(_FIELD, "request_camera")
        return CameraId(self.camera.choice)

    def _span(self) -> Span:
        start, end = self.start.text().strip(), self.end.text().strip()
        try:
            return span_of(f"{start} - {end}" if end else start, self._now())
        except FieldRefused as error:
            raise FieldRefused(_FIELD, "request_time") from error

    def say(self, words: str, *, wrong: bool = False, late: bool = False) -> None:
        """What is wrong with it, or what there is of it; "" for nothing."""
        self._below.setText(words)
        self._below.setVisible(bool(words))
        for name, value in (("error", wrong), ("late", late), ("quiet", not wrong and not late)):
            self._below.setProperty(name, value)
        self._below.style().unpolish(self._below)
        self._below.style().polish(self._below)

    def mend(self) -> None:
        """Nothing is wrong with it any more."""
        if self.error:
            self.say("")

    def show_preview(
        self, previews: Mapping[Wanted, LinePreview], names: Mapping[OfficerId, str]
    ) -> None:
        """Say what there is of it, if that was asked."""
        try:
            wanted = self.read()
        except FieldRefused:
            return
        preview = None if wanted is None else previews.get(wanted)
        if preview is not None:
            self.say("\n".join(line_words(preview, names)), late=not is_whole(preview))

    @Slot()
    def _on_edited(self) -> None:
        self.say("")
        self.changed.emit()

    @Slot()
    def _on_left(self) -> None:
        """What is wrong is said as soon as all of it is typed, and not before."""
        typed = self.typed
        try:
            self.read()
        except FieldRefused as problem:
            if typed.camera.strip() and typed.start.strip() and typed.end.strip():
                self.say(sentence(problem), wrong=True)
        else:
            self.left.emit()
