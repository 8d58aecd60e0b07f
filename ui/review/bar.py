"""The strip above the pictures: list, grids, rows of the timeline, what is said, tools."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QWidget

from ui.icons import drawn, grid_icon, icon
from ui.overriding import override
from ui.review.icons import REVIEW_ICONS
from ui.review.shown import GRIDS, Shown
from ui.review.transport import PlainButton, button_for
from ui.theme import Colours
from ui.wall.grid import side_of

_NARROW = 840  # pixels: with less room its two buttons on the right are icons


class Bar(QWidget):
    """Its buttons trigger the page's actions; its words say where the clock stands, or a fault."""

    request_wanted = Signal()  # in writing, of what is shown, between the marks

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(40)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(8, 2, 8, 2)  # two lines of words have room
        row.setSpacing(4)
        self._list = button_for(actions["review-list"], self)
        row.addWidget(self._list)
        row.addSpacing(8)
        self._grids: dict[int, PlainButton] = {}
        group = QButtonGroup(self)
        for tiles in GRIDS:
            button = self._grids[tiles] = button_for(actions[f"review-grid-{tiles}"], self)
            button.setCheckable(True)
            button.setText(str(tiles))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            group.addButton(button)
            row.addWidget(button)
        row.addSpacing(8)
        self._rows = button_for(actions["review-rows"], self)
        self._rows.setCheckable(True)
        row.addWidget(self._rows)
        self._remove = button_for(actions["review-remove"], self)
        row.addWidget(self._remove)
        row.addSpacing(8)
        self.words = QLabel(self)
        self.words.setObjectName("review-where")
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setMinimumWidth(40)
        row.addWidget(self.words, 1)
        self._holds = button_for(actions["review-holds"], self)
        row.addWidget(self._holds)
        self._request = button_for(actions["review-request"], self)
        row.addWidget(self._request)
        self._exhibits = button_for(actions["review-exhibits"], self, words=True)
        row.addWidget(self._exhibits)
        self._tools = button_for(actions["review-tools"], self, words=True)
        self._tools.setText(self.tr("Tools"))
        self._tools.hide()
        row.addWidget(self._tools)

    def refresh(self, shown: Shown, *, all_rows: bool, tools: int) -> None:
        """Show what is chosen."""
        self._grids[shown.tiles].setChecked(True)
        self._rows.setChecked(all_rows)
        self._remove.setEnabled(bool(shown.cameras))
        self._tools.setVisible(tools > 0)

    @property
    def asks(self) -> bool:
        """Whether whoever sits here may ask for footage in writing."""
        return not self._request.isHidden()

    @asks.setter
    def asks(self, asks: bool) -> None:
        self._request.setVisible(asks)

    def say(self, words: str, *, wrong: bool = False) -> None:
        """Say something in a line or two; ``wrong``: it went amiss."""
        if self.words.property("error") != wrong:
            self.words.setProperty("error", wrong)
            self.words.setProperty("quiet", not wrong)
            self.words.style().unpolish(self.words)
            self.words.style().polish(self.words)
        self.words.setToolTip(words)
        self.words.setWordWrap(wrong)
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        style = Qt.ToolButtonStyle.ToolButtonIconOnly if self.width() < _NARROW else beside
        for button in (self._exhibits, self._tools):
            button.setToolButtonStyle(style)
        self._row.activate()
        self._fit()

    def _fit(self) -> None:
        """A fault is told in whole; where the clock stands may be cut, and is in the tooltip."""
        words = self.words.toolTip()
        if not self.words.wordWrap():
            end, width = Qt.TextElideMode.ElideRight, self.words.width()
            words = self.words.fontMetrics().elidedText(words, end, width)
        self.words.setText(words)

    def set_colours(self, colours: Colours) -> None:
        """Another theme."""
        for tiles, button in self._grids.items():
            button.setIcon(grid_icon(side_of(tiles), colours.dim, colours.accent))
        self._list.setIcon(icon("panel", colours.text))
        self._remove.setIcon(icon("close", colours.text))
        self._rows.setIcon(drawn(REVIEW_ICONS["review-rows"], colours.text, colours.accent))
        self._holds.setIcon(icon("lock", colours.text))
        self._request.setIcon(icon("evidence", colours.text))
        self._exhibits.setIcon(icon("import", colours.text))
        self._tools.setIcon(icon("panel", colours.text))
