"""Hands on the keyboard of the real window, for journeys through it."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from tests.ui.access.people import come_in, sign_in_card
from tests.ui.stage import Stage, wait_for

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
ENTER = Qt.Key.Key_Return
Widget = TypeVar("Widget", bound=QWidget)


class Hands:
    """The window, and hands on its keyboard."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.window = stage.window

    def front(self) -> None:
        """Without a window system nobody else does when a dialog goes."""
        QApplication.processEvents()
        self.window.activateWindow()
        wait_for(self.window.isActiveWindow)

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        """One key, to whatever has the focus."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, held)

    def write(self, text: str) -> None:
        """Words, to whatever has the focus; QTest types Latin letters alone."""
        for sign in text:
            event = QKeyEvent(QEvent.Type.KeyPress, 0, NONE, sign)
            QApplication.sendEvent(QApplication.focusWidget() or self.window, event)

    def at(self, box: QWidget) -> None:
        """Go there, as Tab would; without a window system nobody else brings a window back."""
        box.window().activateWindow()
        box.setFocus()
        wait_for(box.hasFocus)

    def dialog(self, kind: type[Widget]) -> Widget:
        """The dialog of that kind, once it is there and active."""
        wait_for(lambda: any(each.isVisible() for each in self.window.findChildren(kind)))
        found = next(each for each in self.window.findChildren(kind) if each.isVisible())
        found.activateWindow()
        return found

    def page(self, name: str, kind: type[Widget]) -> Widget:
        """A page, once it is in sight."""
        wait_for(lambda: self.window.pages.current == name)
        page = self.window.pages.page(name)
        assert isinstance(page, kind)
        return page

    def hand_over(self, name: str) -> None:
        """Sign out, and let somebody else come in."""
        wait_for(lambda: not any(each.isVisible() for each in self.window.findChildren(QDialog)))
        self.front()
        self.press(Qt.Key.Key_L, CTRL | SHIFT)
        sign_in_card(self.stage)
        come_in(self.stage, name)
        self.front()
        self.stage.clock.pass_(minutes=2)
