"""The categories, chosen by one digit, by letters, or by mouse."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from db.case_records import Category, CategoryId
from ui.overriding import override
from ui.search import plain

_ID = Qt.ItemDataRole.UserRole
_CELL = QSize(284, 30)
_MOST = 8  # in sight: as many as a station begins with
_BETWEEN_LETTERS_MS = 1000
_DIGITS = "123456789"


class CategoryList(QListWidget):
    """The first nine have a digit, letters find any by the beginning of a word."""

    picked = Signal()  # by digit, Enter or click: go on

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("mark-categories")
        self.setAccessibleName(self.tr("Category"))
        self.setToolTip(self.tr("Type the digit, or the first letters and Enter"))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._letters = ""
        self._pause = QTimer(self, interval=_BETWEEN_LETTERS_MS, singleShot=True)
        self._pause.timeout.connect(self._forget)
        self.itemClicked.connect(lambda _: self.picked.emit())

    def show_all(self, categories: Sequence[Category]) -> None:
        """Offer these; the chosen one stays, if it is still there."""
        chosen = self.chosen
        self.clear()
        branches = {each.parent_id for each in categories}
        leaves = [each for each in categories if each.id not in branches]
        for place, category in enumerate(leaves, 1):
            digit = f"{place}  " if place <= len(_DIGITS) else "    "
            item = QListWidgetItem(f"{digit}{category.name}", self)
            item.setToolTip(item.text().strip())
            item.setData(_ID, category.id)
            item.setSizeHint(_CELL)
        self.setFixedHeight(min(_MOST, max(1, len(leaves))) * _CELL.height() + 4)
        self.choose(chosen)

    @property
    def chosen(self) -> CategoryId | None:
        """The category that is marked, if any."""
        marked = self.selectedItems()
        return CategoryId(marked[0].data(_ID)) if marked else None

    def choose(self, category_id: CategoryId | None) -> None:
        """Mark a category; None: none."""
        self.clearSelection()
        self.setCurrentRow(-1)
        for row in range(self.count()):
            if self.item(row).data(_ID) == category_id:
                self.setCurrentRow(row)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        held = event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
        )
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.chosen is not None:
                self.picked.emit()
        elif not held and text and text in _DIGITS:
            if int(text) <= self.count():
                self.setCurrentRow(int(text) - 1)
                self.picked.emit()
        elif not held and text.isalpha():
            self._find(plain(text))
        else:
            super().keyPressEvent(event)

    def _find(self, letter: str) -> None:
        self._letters += letter
        self._pause.start()
        for row in range(self.count()):
            words = plain(self.item(row).text().lstrip("0123456789 ")).split()
            if any(" ".join(words[at:]).startswith(self._letters) for at in range(len(words))):
                self.setCurrentRow(row)
                return

    def _forget(self) -> None:
        self._letters = ""
