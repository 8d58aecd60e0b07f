"""A box that finds one of many by what is typed: without diacritics; Enter takes the first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QStringListModel, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from ui.overriding import override
from ui.search import plain

_MOST_SHOWN = 50
_ROWS = 12


class FindBox(QLineEdit):
    """Offers what fits below it; ``picked`` tells when something else is chosen, or nothing."""

    picked = Signal()

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        """``words`` say what is found with it, and stand in it while it is empty."""
        super().__init__(parent)
        self.setPlaceholderText(words)
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.setClearButtonEnabled(True)
        self._items: list[tuple[object, str, str]] = []
        self._picked: object | None = None
        self._offered = QStringListModel(self)
        completer = QCompleter(self._offered, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setMaxVisibleItems(_ROWS)
        completer.activated.connect(self._on_chosen)
        # Not setCompleter: it would filter by what is typed, letter for letter.
        completer.setWidget(self)
        self._completer = completer
        self.textEdited.connect(self._on_edited)
        self.textChanged.connect(self._on_changed)
        self.returnPressed.connect(self._on_enter)

    @property
    def choice(self) -> Any:
        """The key of what is chosen, one of those that ``set_items`` was given, or None."""
        return self._picked

    def set_items(self, items: Sequence[tuple[object, str]]) -> None:
        """Offer these keys under these words; what is chosen stays if it is among them."""
        if [(key, words) for key, words, _ in self._items] == list(items):
            return
        self._items = [(key, words, plain(words)) for key, words in items]
        if self._picked is not None and self._picked not in {key for key, _ in items}:
            self.clear()

    def pick(self, key: object) -> None:
        """Choose by key; one that is not offered changes nothing."""
        words = next((words for each, words, _ in self._items if each == key), None)
        if words is not None:
            self._take(key, words)

    def found(self, text: str) -> list[tuple[object, str]]:
        """What fits ``text``, at most fifty."""
        needed = plain(text).split()
        fits = [
            (key, words)
            for key, words, folded in self._items
            if all(word in folded for word in needed)
        ]
        return fits[:_MOST_SHOWN]

    def offer_all(self) -> None:
        """Open the list with everything in it, whatever is typed."""
        self._offered.setStringList([words for _, words, _ in self._items])
        self._completer.complete()

    @Slot(str)
    def _on_edited(self, text: str) -> None:
        fits = self.found(text)
        self._offered.setStringList([words for _, words in fits])
        if fits and text:
            self._completer.complete()
        else:
            self._hide()

    @Slot(str)
    def _on_changed(self, text: str) -> None:
        if not text and self._picked is not None:
            self._picked = None
            self.picked.emit()

    @Slot(str)
    def _on_chosen(self, words: str) -> None:
        fits = [(key, each) for key, each, _ in self._items if each == words]
        if fits:
            self._take(*fits[0])

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes what fits first; a form around it is kept by the next Enter only."""
        named = any(key == self._picked and w == self.text() for key, w, _ in self._items)
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and self.text() and not named and self.found(self.text()):
            event.accept()
            self.returnPressed.emit()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _on_enter(self) -> None:
        fits = self.found(self.text())
        if self.text() and fits:
            self._hide()
            self._take(*fits[0])

    def _hide(self) -> None:
        popup = self._completer.popup()
        if popup is not None:
            popup.hide()

    def _take(self, key: object, words: str) -> None:
        self.setText(words)
        self.setCursorPosition(0)
        if key != self._picked:
            self._picked = key
            self.picked.emit()
