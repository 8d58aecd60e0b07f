"""The panel at the right: room for tools that find the moment, and what they may move."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from db.records import CameraId, Span
from ui.review.playback import Playback
from ui.review.timeline import Timeline

_WIDTH = 320


class Moment(Protocol):
    """What a tool reads and sets: the page's clock, its cameras, the stretch in sight."""

    @property
    def playback(self) -> Playback:
        """The clock: ``at_us``, ``go``, ``set_marks``, ``admission``, and their signals."""
        ...

    @property
    def timeline(self) -> Timeline:
        """The stretch in sight: ``scale.span``, ``show_span``, ``scaled``; ``set_flags``."""
        ...

    @property
    def chosen(self) -> CameraId | None:
        """The chosen camera; ``Timeline.chosen_camera`` is the same."""
        ...

    def go_to(self, us: int) -> None:
        """Go to an instant and bring it into sight."""
        ...

    def search_span(self) -> Span:
        """Where to look: between the marks, or else what the timeline shows."""
        ...


class Tools(QWidget):
    """One tab a tool.  Without a tool there is no panel."""

    changed = Signal()  # tools came: there is something to show

    def __init__(self, moment: Moment, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("review-tools")
        self._moment = moment
        self._tabs = QTabWidget(self)
        self._tabs.setDocumentMode(True)
        self._tabs.tabBar().setDrawBase(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self._tabs)
        self.setMinimumWidth(_WIDTH)
        self.hide()

    @property
    def count(self) -> int:
        """How many tools there are."""
        return self._tabs.count()

    def add(
        self, words: str, make: Callable[[Moment, QWidget], QWidget], hint: str = ""
    ) -> QWidget:
        """Put a tool in; ``make`` is given the page's clock and the parent."""
        tool = make(self._moment, self)
        self._tabs.setTabToolTip(self._tabs.addTab(tool, words), hint)
        self.changed.emit()
        return tool

    def bring(self, tool: QWidget) -> None:
        """Show a tool."""
        self._tabs.setCurrentWidget(tool)
        self.show()
        tool.setFocus()
