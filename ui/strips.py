"""The window's frame: rail of pages, strip on top, notice bar, strip of counts below."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from console.clock import Clock
from console.events import EngineState, StreamState
from ui import keys
from ui.evidence.counts import ExportCount
from ui.icons import icon
from ui.marks import mark
from ui.recording.counts import RecordingCounts
from ui.standing import LIVE, LOST, Standing
from ui.theme import Colours
from ui.times import day_words, time_words

_RAIL_WIDTH, _TOP_HEIGHT, _STATUS_HEIGHT = 72, 40, 28
_MARK = 12
_LONGEST_STATION = 420  # pixels
_LONGEST_OFFICER = 440


@dataclass(frozen=True, slots=True)
class _Count:
    """States that are counted together, and the mark that stands for them."""

    mark: StreamState
    states: frozenset[StreamState]


_COUNTED = {
    "live": _Count(StreamState.LIVE, LIVE),
    "lost": _Count(StreamState.OFFLINE, LOST),
    "refused": _Count(StreamState.REFUSED, frozenset({StreamState.REFUSED})),
}


class Rail(QWidget):
    """The pages that exist, each with icon and word."""

    def __init__(self, names: Sequence[str], parent: QWidget | None = None) -> None:
        """``names`` are pages: ``page-<name>`` is their action, ``name`` their icon."""
        super().__init__(parent)
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(_RAIL_WIDTH)
        self._buttons: dict[str, QToolButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(4)
        for name in names:
            button = QToolButton(self)
            button.setObjectName("rail-page")
            button.setText(keys.words_of(f"page-{name}"))
            button.setToolTip(keys.hint_of(f"page-{name}"))
            button.setAccessibleName(keys.words_of(f"page-{name}"))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
            button.setIconSize(QSize(24, 24))
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.setFixedSize(_RAIL_WIDTH - 1, 60)
            column.addWidget(button)
            self._buttons[name] = button
        column.addStretch(1)

    def button(self, name: str) -> QToolButton:
        """The button of a page."""
        return self._buttons[name]

    def show_only(self, names: Container[str]) -> None:
        """Offer these pages; the others are not for whoever sits here."""
        for name, button in self._buttons.items():
            button.setVisible(name in names)

    def set_colours(self, colours: Colours) -> None:
        """Another theme."""
        for name, button in self._buttons.items():
            button.setIcon(icon(name, colours.dim, colours.accent))


class TopStrip(QWidget):
    """Whose station this is and what time it is; always in sight."""

    def __init__(self, station: str, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("top-strip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(_TOP_HEIGHT)
        self._clock = clock
        self._station = QLabel(station, self)
        self._station.setObjectName("station-name")
        self._station.setTextFormat(Qt.TextFormat.PlainText)
        self._time = QLabel(self)
        self._time.setObjectName("top-time")
        self._day = QLabel(self)
        self._day.setProperty("quiet", True)
        self._officer = QLabel(self)
        self._officer.setObjectName("top-officer")
        self._officer.setTextFormat(Qt.TextFormat.PlainText)
        self._officer.hide()
        self._tools = QHBoxLayout()
        self._tools.setSpacing(4)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 8, 0)
        row.setSpacing(12)
        row.addWidget(self._station)
        row.addStretch(1)
        row.addWidget(self._time)
        row.addWidget(self._day)
        row.addStretch(1)
        row.addWidget(self._officer)
        row.addLayout(self._tools)
        self.refresh()

    def set_station(self, name: str) -> None:
        """Whose station it is."""
        _fit(self._station, name, _LONGEST_STATION)

    def set_officer(self, name: str, since: datetime | None) -> None:
        """Who is signed in, and since when; "" when nobody is."""
        words = self.tr("On duty: {name} · since {time}")
        if since is not None:
            text = words.format(name=name, time=f"{since.astimezone():%H:%M}")
            _fit(self._officer, text, _LONGEST_OFFICER)
        self._officer.setVisible(bool(name))

    def add_tool(self, button: QToolButton) -> None:
        """One more button on the right."""
        self._tools.addWidget(button)

    @Slot()
    def refresh(self) -> None:
        """Show the present time; called once a second."""
        now = self._clock.now()
        self._time.setText(time_words(now))
        self._day.setText(day_words(now))


def _fit(label: QLabel, text: str, pixels: int) -> None:
    """Show as much of ``text`` as there is room for; all of it in the tooltip."""
    label.ensurePolished()
    label.setText(label.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, pixels))
    label.setToolTip(text)


class NoticeBar(QFrame):
    """Something failed: what happened and what to do, until it is read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice-bar")
        self._text = QLabel(self)
        self._text.setObjectName("notice-text")
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        close = QPushButton(self.tr("Read"), self)
        close.setProperty("link", True)
        close.setAccessibleName(self.tr("Close this notice"))
        close.setToolTip(self.tr("Close this notice"))
        close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 8, 4)
        row.addWidget(self._text, 1)
        row.addWidget(close)
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._text.text()

    def say(self, text: str) -> None:
        """Show a sentence in place of the one before."""
        self._text.setText(text)
        self.show()

    def take_back(self, text: str) -> None:
        """``text`` does not hold any more: be gone, unless something else is said by now."""
        if self.text == text:
            self.hide()


class StatusStrip(QWidget):
    """How many cameras live, how many do not; each number opens the devices that it counts."""

    asked = Signal(str)  # "live", "lost" or "refused"

    def __init__(self, standing: Standing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status-strip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(_STATUS_HEIGHT)
        self._standing = standing
        self._buttons: dict[str, QPushButton] = {}
        self._counts = dict.fromkeys(_COUNTED, 0)
        self._colours: Colours | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 16, 0)
        row.setSpacing(4)
        for name in _COUNTED:
            button = QPushButton(self)
            button.setObjectName(f"count-{name}")
            button.setProperty("link", True)
            button.clicked.connect(lambda _checked=False, which=name: self.asked.emit(which))
            row.addWidget(button)
            self._buttons[name] = button
        self.recording = RecordingCounts(standing.recorded, self)
        row.addWidget(self.recording)
        self.exports = ExportCount(standing.exports, self)
        row.addWidget(self.exports)
        row.addStretch(1)
        self._engine = QLabel(self)
        self._engine.setProperty("quiet", True)
        row.addWidget(self._engine)
        self.set_engine(None)
        self.refresh()

    def set_colours(self, colours: Colours) -> None:
        """Another theme."""
        self._colours = colours
        self.recording.set_colours(colours)
        self.exports.set_colours(colours)
        for name in self._buttons:
            self._dress(name)

    def set_engine(self, state: EngineState | None) -> None:
        """Say where the picture engine stands; None before it was heard of."""
        self._engine.setText(
            {
                None: self.tr("Picture engine: starting"),
                EngineState.STARTED: self.tr("Picture engine: running"),
                EngineState.RESTARTED: self.tr("Picture engine: running again"),
                EngineState.LOST: self.tr("Picture engine: restarting"),
            }[state]
        )

    @Slot()
    def refresh(self) -> None:
        """Count anew; called once a second."""
        self._count("live", self.tr("{count} live"))
        self._count("lost", self.tr("{count} lost"))
        self._count("refused", self.tr("{count} refused"))
        self.exports.refresh()

    def _count(self, name: str, words: str) -> None:
        count = self._standing.count(_COUNTED[name].states)
        text = words.format(count=count)
        button = self._buttons[name]
        if button.text() != text:
            button.setText(text)
            button.setToolTip(self.tr("{count}: show them in Devices").format(count=text))
            button.setAccessibleName(text)
            self._counts[name] = count
            self._dress(name)

    def _dress(self, name: str) -> None:
        """The mark of a count; grey where there is nothing to count, so that calm looks calm."""
        if self._colours is not None:
            state = _COUNTED[name].mark
            colour = self._colours.of_state(state) if self._counts[name] else self._colours.off
            self._buttons[name].setIcon(mark(state, colour, _MARK))
