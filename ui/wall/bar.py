"""The strip above the pictures of the wall: list, grids, what others put there, pages."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QToolButton, QWidget

from ui import keys
from ui.icons import grid_icon, icon
from ui.theme import Colours
from ui.wall.grid import GRIDS, side_of
from ui.wall.views import Kind, View


class WallBar(QWidget):
    """Its buttons trigger the page's actions; its words say which page of several is shown."""

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(40)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(4)
        self._list = self._button(actions["side-panel"], "side-panel")
        row.addWidget(self._list)
        row.addSpacing(8)
        self._grids: dict[int, QToolButton] = {}
        group = QButtonGroup(self)
        for tiles in GRIDS:
            button = self._grids[tiles] = self._button(actions[f"grid-{tiles}"], f"grid-{tiles}")
            button.setCheckable(True)
            button.setText(str(tiles))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            group.addButton(button)
            row.addWidget(button)
        row.addSpacing(8)
        self._all = self._button(actions["all"], "all")
        self._all.setText(keys.words_of("all"))
        self._all.setCheckable(True)
        row.addWidget(self._all)
        row.addStretch(1)
        self._where = QLabel(self)
        self._where.setObjectName("wall-where")
        self._where.setProperty("quiet", True)
        row.addWidget(self._where)
        self._previous = self._button(actions["previous-page"], "previous-page")
        self._next = self._button(actions["next-page"], "next-page")
        row.addWidget(self._previous)
        row.addWidget(self._next)

    def add(self, action: QAction, name: str) -> QToolButton:
        """One more button, for an action that has its keys already."""
        button = self._button(action, name)
        self._row.insertWidget(self._row.indexOf(self._all) + 1, button)
        return button

    def set_colours(self, colours: Colours) -> None:
        """Another theme."""
        for tiles, button in self._grids.items():
            button.setIcon(grid_icon(side_of(tiles), colours.dim, colours.accent))
        self._list.setIcon(icon("panel", colours.text))
        self._previous.setIcon(icon("previous", colours.text))
        self._next.setIcon(icon("next", colours.text))

    def refresh(self, view: View) -> None:
        """Show which view it is."""
        self._grids[view.tiles].setChecked(True)
        self._all.setChecked(view.kind is Kind.ALL)
        several = view.pages > 1
        self._previous.setEnabled(several)
        self._next.setEnabled(several)
        words = self.tr("Page {page} of {pages}") if several else ""
        self._where.setText(words.format(page=view.page + 1, pages=view.pages))

    def _button(self, action: QAction, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"button-{name}")
        button.setToolTip(action.toolTip())
        button.setAccessibleName(action.text())
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(action.trigger)
        return button
