"""Buttons of the tools of evidence: each triggers an action, and says its key."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from ui import keys
from ui.bookmarks.drawing_icons import DRAWING_ICONS
from ui.icons import drawn
from ui.theme import Colours


def icon_button(action: QAction, icon: str, colours: Colours, parent: QWidget) -> QToolButton:
    """A small one with an icon of drawing alone."""
    button = QToolButton(parent)
    _dress(button, action)
    its = drawn(DRAWING_ICONS[icon], colours.text, name=icon)
    faint = drawn(DRAWING_ICONS[icon], colours.line, name=icon)
    for size in faint.availableSizes():  # what Qt makes of a light icon by itself looks no other
        its.addPixmap(faint.pixmap(size), QIcon.Mode.Disabled)
    button.setIcon(its)
    return button


def word_button(action: QAction, parent: QWidget, icon: str, colours: Colours) -> QToolButton:
    """One with an icon of drawing, its key and its name, which stays pressed."""
    button = icon_button(action, icon, colours, parent)
    button.setText(f"{keys.key_of(_name(action)).keys[0]}  {action.text()}")
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setCheckable(True)
    return button


def push_button(action: QAction, parent: QWidget) -> QPushButton:
    """One with its name."""
    button = QPushButton(action.text(), parent)
    button.setAutoDefault(False)
    _dress(button, action)
    return button


def _dress(button: QToolButton | QPushButton, action: QAction) -> None:
    button.setObjectName(f"button-{_name(action)}")
    button.setToolTip(action.toolTip())
    button.setAccessibleName(action.text())
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.clicked.connect(action.trigger)


def _name(action: QAction) -> str:
    return action.objectName().removeprefix("action-")
