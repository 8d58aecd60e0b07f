"""What the end of a search may be meant as: cameras, clusters and teams by name, under the box."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from console.asked import PartKind
from console.errors import Problem
from console.rights import Action
from ui.cases.case_page import CasePage
from ui.cases.find_side import SideList
from ui.cases.searching import WAIT_MS
from ui.overriding import override
from ui.words import QT_TRANSLATE_NOOP, translate

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.find_suggestions import Suggestion

_WIDEST = 640
_BELOW = 2  # pixels between the box and the list
_WORDS = {
    PartKind.CAMERA: QT_TRANSLATE_NOOP("find", "Camera {number:02} · {name}"),
    PartKind.CLUSTER: QT_TRANSLATE_NOOP("find", "Cluster {number} · {name}"),
    PartKind.TEAM: QT_TRANSLATE_NOOP("find", "Team · {name}"),
    PartKind.CATEGORY: QT_TRANSLATE_NOOP("find", "Category · {name}"),
    PartKind.WORDS: QT_TRANSLATE_NOOP("find", "Saved search · {name}"),
}
_KEYS = QT_TRANSLATE_NOOP("find", "Down chooses · Enter takes it into the search · Esc closes")
_HINT = QT_TRANSLATE_NOOP("find", "Look for: {text}")


class FindOffers(SideList):
    """Lies under the box while one types; Down goes into it, Enter takes a line, Esc closes it.

    It is asked for off the GUI thread, one at a time, and only for what was typed last; no key
    waits for it.  What one does not take changes nothing.
    """

    failed = Signal(object)  # a Problem

    def __init__(self, page: CasePage, box: QLineEdit) -> None:
        super().__init__("find-offers", translate("find", "What may be meant"), page)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Tab goes on to what was understood
        self._page = page
        self._box = box
        self._running = False
        self._text = ""  # that it was asked for, or is to be
        self._timer = QTimer(self, interval=WAIT_MS, singleShot=True)
        self._timer.timeout.connect(self._ask)
        box.textEdited.connect(self._on_edited)
        box.textChanged.connect(self._on_changed)
        box.installEventFilter(self)
        page.installEventFilter(self)
        self.hide()

    @property
    def is_busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._running or self._timer.isActive()

    def leave(self) -> bool:
        """Close it and go on in the box; False when it was closed."""
        if not self.isVisible():
            return False
        self._box.setFocus()
        self._close()
        return True

    @override
    def take(self, value: object) -> None:
        self.leave()
        self._box.setText(f"{value} ")

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up from the first line goes back to the box, and so does whatever can be typed there."""
        if event.key() == Qt.Key.Key_Up and self.currentRow() <= 0:
            self._box.setFocus()
            self.setCurrentRow(-1)
        elif _is_typed(event):
            self._box.setFocus()
            self._box.event(event)
        else:
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._close_if_left()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._box:
            if event.type() is QEvent.Type.FocusOut:
                self._close_if_left()
            elif (
                isinstance(event, QKeyEvent)
                and event.type() is QEvent.Type.KeyPress
                and event.key() == Qt.Key.Key_Down
                and self.isVisible()
            ):
                self.take_focus()
                return True
        elif event.type() in (QEvent.Type.Resize, QEvent.Type.Hide):
            self._close()
        return super().eventFilter(watched, event)

    @Slot(str)
    def _on_edited(self, text: str) -> None:
        self._text = text
        self._timer.start()

    @Slot(str)
    def _on_changed(self, text: str) -> None:
        """Whatever is not typed letter by letter, as what was taken, needs no offer."""
        if text != self._text:
            self._close()

    @Slot()
    def _ask(self) -> None:
        if self._running or not self._page.may(Action.SEE_INCIDENTS):
            return
        self._running = True
        finding, text = self._page.console.find, self._text
        self._page.desk.tasks.run(
            lambda: finding.suggest(text),
            done=partial(self._on_offered, text),
            failed=partial(self._on_failed, text),
        )

    def _on_offered(self, text: str, found: list[Suggestion]) -> None:
        if self._ended(text):
            self._offer(found)

    def _on_failed(self, text: str, problem: Problem) -> None:
        if self._ended(text):
            self._close()
            self.failed.emit(problem)

    def _ended(self, text: str) -> bool:
        """Ask for what was typed meanwhile; whether the answer is still wanted."""
        self._running = False
        if text != self._text and not self._timer.isActive():
            self._ask()
        return text == self._text == self._box.text() and self._box.hasFocus()

    def _offer(self, found: list[Suggestion]) -> None:
        self.clear()
        for each in found:
            words = translate("find", _WORDS[each.kind]).format(number=each.number, name=each.words)
            self.line(words, each.text, translate("find", _HINT).format(text=each.text))
        if not found:
            self.hide()
            return
        self.note(translate("find", _KEYS))
        height = sum(self.sizeHintForRow(row) for row in range(self.count()))
        place = self._box.mapTo(self._page, self._box.rect().bottomLeft())
        room = (
            self._page.height() - place.y() - _BELOW - self._page.column.contentsMargins().bottom()
        )
        self.setGeometry(
            place.x(),
            place.y() + _BELOW,
            min(self._box.width(), _WIDEST),
            min(height + 2 * self.frameWidth() + 2, room),
        )
        self.show()
        self.raise_()

    def _close(self) -> None:
        self._timer.stop()
        self._text = ""
        self.hide()
        self.clear()

    def _close_if_left(self) -> None:
        if QApplication.focusWidget() not in (self, self._box):
            self._close()


def _is_typed(event: QKeyEvent) -> bool:
    """Whether it writes or takes away a letter, a blank included."""
    text = event.text()
    return event.key() == Qt.Key.Key_Backspace or (bool(text) and text.isprintable())
