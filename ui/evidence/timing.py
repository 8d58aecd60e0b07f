"""Going along what is wanted: which camera, which instant, by bar, by keys, by typing."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from db.records import CameraId
from ui import keys
from ui.choice import Choice
from ui.evidence.buttons import push_button
from ui.evidence.instants import PeriodUnclear, clock_words, instant_of, precise_words
from ui.evidence.reach import Reach
from ui.evidence.scrub_bar import SECOND_US, ScrubBar
from ui.theme import Colours

_TENTH_US = 100_000
_BOX_WIDTH = 190
_CHOICE_WIDTH = 220
_STEPS = {
    "peek-tenth-back": -_TENTH_US,
    "peek-tenth-on": _TENTH_US,
    "peek-second-back": -SECOND_US,
    "peek-second-on": SECOND_US,
    "peek-ten-back": -10 * SECOND_US,
    "peek-ten-on": 10 * SECOND_US,
}


class Timing(QWidget):
    """Its keys act in all of the dialog that it stands in.

    ``reaches`` holds one camera at least.  ``at_us`` is where one wants to be; the picture that is
    there is told by ``show_picture``.
    """

    moved = Signal(object)  # the instant that is wanted, in microseconds
    camera_chosen = Signal(object)  # its id
    said = Signal(str)  # what was wrong with what was typed, "" once it is right
    left = Signal()  # what was typed is done: the focus may go back to the picture

    def __init__(
        self, colours: Colours, reaches: Mapping[CameraId, Reach], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._reaches = dict(reaches)
        self.reach = next(iter(self._reaches.values()))
        self.at_us = self.reach.first_us
        self._next_us: int | None = None
        self.bar = ScrubBar(colours, self.reach, self)
        self._actions: dict[str, QAction] = {
            name: keys.action(name, parent, partial(self.step, by_us))
            for name, by_us in _STEPS.items()
        }
        for name, slot in (
            ("peek-go", self.ask_time),
            ("peek-next", self.go_to_next),
            ("peek-camera-back", partial(self._turn_camera, -1)),
            ("peek-camera-on", partial(self._turn_camera, 1)),
        ):
            self._actions[name] = keys.action(name, parent, slot)
        self._build()
        self.bar.wished.connect(self.go_to)
        self.bar.stepped.connect(self.step)

    def _build(self) -> None:
        self.choice = Choice(self)
        self.choice.setObjectName("peek-camera")
        self.choice.setAccessibleName(self.tr("Camera"))
        self.choice.setToolTip(keys.hint_of("peek-camera-on"))
        self.choice.setMinimumWidth(_CHOICE_WIDTH)
        for camera_id in self._reaches:
            self.choice.addItem("…", camera_id)
        self.choice.setEnabled(len(self._reaches) > 1)
        self.choice.currentIndexChanged.connect(self._on_camera)
        self._stands = QLabel(self)
        self._stands.setObjectName("peek-stands")
        self._next = push_button(self._actions["peek-next"], self)
        self._next.hide()
        self.box = QLineEdit(self)
        self.box.setObjectName("peek-time")
        self.box.setFixedWidth(_BOX_WIDTH)
        self.box.setMaxLength(60)
        self.box.setPlaceholderText(self.tr("Go to: 22:05:07.250"))
        self.box.setAccessibleName(keys.words_of("peek-go"))
        self.box.setToolTip(keys.hint_of("peek-go"))
        self.box.returnPressed.connect(self._on_typed)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.choice)
        row.addWidget(self._stands)
        row.addWidget(self._next)
        row.addStretch(1)
        row.addWidget(self.box)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.bar)

    @property
    def camera_id(self) -> CameraId:
        """Whose pictures are looked at."""
        return self.reach.camera_id

    def set_names(self, names: Mapping[CameraId, str]) -> None:
        """What the cameras are called."""
        for place in range(self.choice.count()):
            self.choice.setItemText(place, names[self.choice.itemData(place)])

    def show_camera(self, camera_id: CameraId, at_us: int | None = None) -> None:
        """Go to another camera, at that instant or the nearest one that is wanted of it."""
        self.reach = self._reaches[camera_id]
        with QSignalBlocker(self.choice):
            self.choice.setCurrentIndex(list(self._reaches).index(camera_id))
        self.bar.show_reach(self.reach)
        self.camera_chosen.emit(camera_id)
        self.go_to(self.at_us if at_us is None else at_us)

    @Slot(object)
    def go_to(self, us: int) -> None:
        """Go to an instant, the nearest one that is wanted."""
        self.at_us = self.reach.at(self.reach.along(us))
        self._next_us = None
        self._next.hide()
        self._stands.setText(self.tr("{time} …").format(time=precise_words(self.at_us)))
        self.bar.show_at(self.at_us)
        self.moved.emit(self.at_us)

    @Slot(int)
    def step(self, by_us: int) -> None:
        """Go so much further, or back, over what is not wanted."""
        self.go_to(self.reach.moved(self.at_us, by_us))

    def show_picture(self, shown_us: int) -> None:
        """The picture is there, and it is of that instant."""
        self._stands.setText(precise_words(shown_us))
        self.bar.show_at(shown_us if shown_us in self.reach else self.at_us)
        self.bar.setAccessibleDescription(precise_words(shown_us))

    def show_none(self, next_us: int | None) -> None:
        """There is no picture; footage is at ``next_us``, None: nowhere."""
        self._stands.setText(precise_words(self.at_us))
        self._next_us = next_us
        self._next.setVisible(next_us is not None)
        if next_us is not None:
            words = self.tr("To the footage of {time}").format(time=clock_words(next_us))
            self._next.setText(words)

    @Slot()
    def go_to_next(self) -> None:
        """Go where there is footage, when there is none here."""
        if self._next_us is not None:
            self.go_to(self._next_us)

    @Slot()
    def ask_time(self) -> None:
        """Let a time be typed."""
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.box.selectAll()

    def leave_box(self) -> bool:
        """Esc: away from what was typed; False when nobody types."""
        if not self.box.hasFocus():
            return False
        self._take("")
        self.box.clear()
        self.left.emit()
        return True

    def _turn_camera(self, way: int) -> None:
        cameras = list(self._reaches)
        if len(cameras) > 1:
            place = cameras.index(self.camera_id) + way
            self.show_camera(cameras[place % len(cameras)])

    @Slot(int)
    def _on_camera(self, place: int) -> None:
        self.show_camera(self.choice.itemData(place))

    @Slot()
    def _on_typed(self) -> None:
        try:
            us = instant_of(self.box.text(), self.reach)
        except PeriodUnclear:
            self._take(self.tr("This time is not clear. Type such as: 22:05:07.250, 22h05."))
        except ValueError:
            words = self.tr("That is not within what is wanted: {start} to {end}.")
            self._take(
                words.format(
                    start=precise_words(self.reach.first_us), end=precise_words(self.reach.last_us)
                )
            )
        else:
            self._take("")
            self.box.clear()
            self.left.emit()
            self.go_to(us)

    def _take(self, wrong: str) -> None:
        self.box.setProperty("wrong", bool(wrong))
        self.box.style().polish(self.box)
        self.said.emit(wrong)
