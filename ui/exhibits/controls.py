"""The strip below a foreign file's picture: play, speed, place, sound; and what clocks showed."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from console.events import ExhibitState
from ui import keys
from ui.exhibits.clocks import (
    device_time,
    offset_words,
    read_within,
    station_time,
    within_words,
)
from ui.exhibits.playing import Playing
from ui.exhibits.seek_bar import SeekBar
from ui.icons import drawn, icon
from ui.review.icons import REVIEW_ICONS
from ui.review.transport import PlainButton, button_for
from ui.review.words import rate_words
from ui.theme import Colours
from ui.times import stamp_words

_ICONS = {
    "file-slower": "review-slower",
    "file-faster": "review-faster",
    "file-step": "review-frame-on",
}
_BACK, _ON = "−10 s", "+10 s"


class Controls(QWidget):
    """Shows where a ``Playing`` stands; its buttons trigger the player's actions."""

    typed = Signal(int)  # a place in the file, in milliseconds

    def __init__(
        self, playing: Playing, actions: Mapping[str, QAction], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("exhibit-controls")
        self._playing = playing
        self._colours: Colours | None = None
        self._dressed: tuple[bool, bool] | None = None  # what the icons say: plays, is heard
        self._buttons: dict[str, PlainButton] = {}
        self.seek = SeekBar(self)
        self.seek.wanted.connect(self.typed)
        self.clocks = QLabel(self)
        self.clocks.setObjectName("exhibit-clocks")
        self.clocks.setTextFormat(Qt.TextFormat.PlainText)
        self.clocks.setWordWrap(True)
        row = QHBoxLayout()
        row.setSpacing(4)
        for name in ("ten-back", "slower", "play", "faster", "step", "ten-on"):
            row.addWidget(self._button(f"file-{name}", actions))
        self._buttons["file-ten-back"].setText(_BACK)
        self._buttons["file-ten-on"].setText(_ON)
        self.rate = QLabel(self)
        self.rate.setObjectName("review-rate")
        self.rate.setFixedWidth(96)
        self.rate.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.time = QLabel(self)
        self.time.setObjectName("review-time")
        self.time.setToolTip(self.tr("The file's own time, and its length"))
        self.box = QLineEdit(self)
        self.box.setObjectName("exhibit-go-to")
        self.box.setPlaceholderText(self.tr("go to 1:23"))
        self.box.setAccessibleName(keys.words_of("file-go"))
        self.box.setToolTip(keys.hint_of("file-go"))
        self.box.setMaximumWidth(140)
        self.box.returnPressed.connect(self._on_typed)
        self.box.textEdited.connect(lambda _: self._set_unclear(unclear=False))
        for widget in (self.rate, self.time, self.box):
            row.addWidget(widget)
            row.addSpacing(8)
        row.addStretch(1)
        for name in ("file-sound", "file-alone"):
            row.addWidget(self._button(name, actions))
        self._buttons["file-sound"].setCheckable(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 4, 12, 8)
        column.setSpacing(4)
        column.addWidget(self.seek)
        column.addLayout(row)
        column.addWidget(self.clocks)
        playing.moved.connect(self.refresh)

    def ask_time(self) -> None:
        """Put the cursor where a place in the file is typed."""
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.box.selectAll()

    def set_colours(self, colours: Colours) -> None:
        """Another theme."""
        self._colours = colours
        self._dressed = None
        self.seek.set_colours(colours)
        for name, its in _ICONS.items():
            self._buttons[name].setIcon(drawn(REVIEW_ICONS[its], colours.text))
        self._buttons["file-alone"].setIcon(icon("full-screen", colours.text))
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Say where it stands."""
        playing, stands = self._playing, self._playing.stands
        there = playing.is_there
        for name, button in self._buttons.items():
            button.setEnabled(there or name in {"file-alone", "file-sound"})
        self.box.setEnabled(there)
        self.seek.setEnabled(there)
        self.seek.set_place(stands.at_ms, stands.length_ms if there else 0)
        at, length = within_words(stands.at_ms), within_words(stands.length_ms)
        self.time.setText(f"{at} / {length}" if stands.length_ms else at)
        if stands.state is ExhibitState.ENDED:
            said = self.tr("ended")
        else:
            said = rate_words(playing.speed)
            if not playing.plays:
                said = self.tr("paused, {rate}").format(rate=said)
        self.rate.setText(said if there else "")
        self.clocks.setText(self._clock_words())
        self._buttons["file-sound"].setChecked(playing.is_heard)
        self._dress(playing.plays, playing.is_heard)

    def _clock_words(self) -> str:
        """What the device's clock showed, and what a right one would have."""
        film, at_ms = self._playing.film, self._playing.stands.at_ms
        if film is None:
            return ""
        if film.exhibit is None:
            return self.tr("From the stick, read only. Not taken in yet, so no clock is known.")
        device = device_time(film.exhibit, at_ms)
        if device is None:
            return self.tr("Whoever brought it did not say when it begins.")
        said = self.tr("By the device's clock {time}").format(time=stamp_words(device))
        right = station_time(film.exhibit, at_ms)
        if right is None or film.exhibit.offset_s is None:
            unknown = self.tr("{said}   ·   station time not known: the clock was not compared")
            return unknown.format(said=said)
        both = self.tr("{said}   ·   station time {time}   ({offset})")
        offset = offset_words(film.exhibit.offset_s)
        return both.format(said=said, time=stamp_words(right), offset=offset)

    def _button(self, name: str, actions: Mapping[str, QAction]) -> PlainButton:
        button = self._buttons[name] = button_for(actions[name], self)
        return button

    def _dress(self, plays: bool, heard: bool) -> None:
        """The two icons that change."""
        if self._colours is None or self._dressed == (plays, heard):
            return
        self._dressed = plays, heard
        colour = self._colours.text
        play = REVIEW_ICONS["review-pause" if plays else "review-play"]
        sound = REVIEW_ICONS["review-sound" if heard else "review-sound-off"]
        self._buttons["file-play"].setIcon(drawn(play, colour))
        self._buttons["file-sound"].setIcon(drawn(sound, colour))

    def _set_unclear(self, *, unclear: bool) -> None:
        if self.box.property("wrong") != unclear:
            self.box.setProperty("wrong", unclear)
            self.box.setToolTip(
                self.tr("Type such as 1:23 or 0:01:23") if unclear else keys.hint_of("file-go")
            )
            self.box.style().unpolish(self.box)
            self.box.style().polish(self.box)

    @Slot()
    def _on_typed(self) -> None:
        at_ms = read_within(self.box.text())
        self._set_unclear(unclear=at_ms is None)
        if at_ms is not None:
            self.box.clear()
            self.typed.emit(at_ms)
