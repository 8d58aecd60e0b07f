"""The note line: what is typed is completed from codes, places and earlier notes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ui.overriding import override

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.completion import Bank, Suggestion

LONGEST = 300
_MOST = 5  # beside them two whole drafts have room at 768 lines
_ROW = 28


class NoteLine(QWidget):
    """A line and what may complete it.  Tab takes the first, arrows choose, Enter goes on."""

    entered = Signal()  # the line is as it shall be

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bank: Bank | None = None
        self._found: Sequence[Suggestion] = ()
        self.edit = _Edit(self)
        self.edit.setObjectName("mark-note")
        self.edit.setMaxLength(LONGEST)
        self.edit.setAccessibleName(self.tr("Note"))
        self.edit.setPlaceholderText(self.tr("A line: code, place, words…"))
        self.edit.setToolTip(self.tr("Codes become sentences: Tab takes the first one offered"))
        self.offers = QListWidget(self)
        self.offers.setObjectName("mark-offers")
        self.offers.setAccessibleName(self.tr("What may complete the note"))
        self.offers.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.offers.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.offers.setFixedHeight(_MOST * _ROW + 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.edit)
        column.addWidget(self.offers)
        self.setFocusProxy(self.edit)
        self.edit.textEdited.connect(self._offer)
        self.edit.pressed.connect(self._on_key)
        self.offers.itemClicked.connect(self._on_clicked)

    @property
    def text(self) -> str:
        """What is written."""
        return self.edit.text()

    def set_text(self, text: str) -> None:
        """Show a note that was written before."""
        self.edit.setText(text)
        self._offer()

    def set_bank(self, bank: Bank | None) -> None:
        """Complete from this."""
        self._bank = bank
        self._offer()

    @Slot()
    def _offer(self) -> None:
        self._found = () if self._bank is None else self._bank.suggest(self.text, _MOST)
        self.offers.clear()
        for each in self._found:
            words = f"{each.code}  →  {each.words}" if each.code else each.words
            item = QListWidgetItem(words, self.offers)
            item.setToolTip(each.words)

    def _take(self, row: int) -> None:
        if 0 <= row < len(self._found):
            self.edit.setText(self._found[row].line)
            self._offer()

    @Slot(int)
    def _on_key(self, key: int) -> None:
        row = self.offers.currentRow()
        match key:
            case Qt.Key.Key_Down:
                self.offers.setCurrentRow(min(row + 1, self.offers.count() - 1))
            case Qt.Key.Key_Up:
                self.offers.setCurrentRow(max(row - 1, -1))
            case Qt.Key.Key_Tab:
                self._take(max(row, 0))
            case _ if row >= 0:
                self._take(row)
            case _ if self._is_code:
                self._take(0)
            case _:
                self.entered.emit()

    @property
    def _is_code(self) -> bool:
        """Whether the line ends with a whole code: Enter makes a sentence of it first."""
        if not self._found or not self._found[0].code:
            return False
        code = self._found[0].code
        return f" {self.text.strip().lower()}".endswith(f" {code}")

    @property
    def completes(self) -> bool:
        """Whether Tab would take something; else it goes to the next field, as anywhere."""
        return bool(self.text.strip()) and bool(self._found)

    @Slot(QListWidgetItem)
    def _on_clicked(self, item: QListWidgetItem) -> None:
        self._take(self.offers.row(item))
        self.edit.setFocus()


class _Edit(QLineEdit):
    """Hands the keys on that choose what is offered."""

    pressed = Signal(int)

    def __init__(self, line: NoteLine) -> None:
        super().__init__(line)
        self._line = line

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            key = event.key()
            tab = key == Qt.Key.Key_Tab and self._line.completes
            if tab or key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                taken = Qt.Key.Key_Return if key == Qt.Key.Key_Enter else Qt.Key(key)
                self.pressed.emit(int(taken))
                return True
        return super().event(event)
