"""The status strip's part about recording: how many cameras are recorded, how many days fit."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from console.events import StreamState
from ui.marks import mark
from ui.recorded import Recorded
from ui.theme import Colours

_MARK = 12
_FEW_DAYS = 3


class RecordingCounts(QWidget):
    """Two numbers that open the page where they can be changed; nothing while nothing is set."""

    asked = Signal(str)  # the page that tells more: "devices", "settings"

    def __init__(self, recorded: Recorded, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._recorded = recorded
        self._colours: Colours | None = None
        self._done = self._wanted = 0
        self._cameras = self._button("count-recorded", "devices")
        self._days = self._button("count-days", "settings")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._cameras)
        row.addWidget(self._days)
        recorded.moved.connect(self.refresh)
        recorded.measured.connect(self.refresh)
        self.refresh()

    def set_colours(self, colours: Colours) -> None:
        """Another theme."""
        self._colours = colours
        self._dress()

    @Slot()
    def refresh(self) -> None:
        """Show what holds now."""
        self._done, self._wanted = self._recorded.counts()
        words = self.tr("Recorded: {done}/{wanted}").format(done=self._done, wanted=self._wanted)
        self._say(self._cameras, words, self.tr("{count}: show the devices").format(count=words))
        self._cameras.setVisible(self._wanted > 0)
        days = self._recorded.days()
        words = "" if days is None else self.tr("Disk: {days} days").format(days=days)
        hint = self.tr("So many days fit on the disks at the present rate; show the settings")
        self._say(self._days, words, hint)
        self._days.setVisible(days is not None)
        self._dress()

    def _button(self, name: str, page: str) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(name)
        button.setProperty("link", True)
        button.clicked.connect(lambda _checked=False: self.asked.emit(page))
        return button

    def _say(self, button: QPushButton, words: str, hint: str) -> None:
        if button.text() != words:
            button.setText(words)
            button.setToolTip(hint)
            button.setAccessibleName(words)

    def _dress(self) -> None:
        if self._colours is None:
            return
        well = self._done == self._wanted
        state = StreamState.LIVE if well else StreamState.OFFLINE
        self._cameras.setIcon(mark(state, self._colours.of_state(state), _MARK))
        days = self._recorded.days()
        few = days is not None and days < _FEW_DAYS
        state = StreamState.LATE if few else StreamState.LIVE
        self._days.setIcon(mark(state, self._colours.of_state(state), _MARK))
