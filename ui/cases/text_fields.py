"""The long texts of an incident: room to write, and codes of the phrase bank become sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget

from console.completion import SuggestionKind
from ui.cases.fields import CaseField
from ui.overriding import override

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.completion import Bank, Suggestion

_MOST = 6  # of the bank's answers are looked through
_LEAST_OF_A_PLACE = 3  # letters: shorter ones begin too many words


class TextField(CaseField):
    """Several lines.  What the bank makes of the last words stands below; Tab takes it."""

    def __init__(
        self,
        name: str,
        longest: int,
        lines: int,
        *,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """``lines`` are in sight at least."""
        self.edit = _Edit()
        self.edit.setPlaceholderText(hint)
        self.edit.setMinimumHeight(lines * self.edit.fontMetrics().lineSpacing() + 14)
        super().__init__(name, self.edit, parent=parent)
        self._longest = longest
        self.offer = QLabel(self)
        self.offer.setObjectName(f"offer-{name}")
        self.offer.setProperty("quiet", True)
        self.offer.setTextFormat(Qt.TextFormat.PlainText)
        self.offer.setFixedHeight(self.offer.fontMetrics().lineSpacing() + 2)
        self.column.insertWidget(2, self.offer)  # right below the box
        self.edit.textChanged.connect(self._on_text)
        self.edit.cursorPositionChanged.connect(self._offer)
        self.edit.taken.connect(self._offer)

    @property
    @override
    def raw(self) -> str:
        return self.edit.toPlainText()

    @override
    def put(self, raw: str) -> None:
        self.edit.setPlainText(raw)
        self._offer()

    @override
    def leave(self) -> None:
        super().leave()
        self.offer.setText("")

    @override
    def set_writable(self, writable: bool) -> None:
        if self.edit.isReadOnly() is writable:
            self.edit.setReadOnly(not writable)
            style = self.edit.style()  # which looks another way when it may be written in
            style.unpolish(self.edit)
            style.polish(self.edit)

    def set_bank(self, bank: Bank | None) -> None:
        """Complete from this."""
        self.edit.bank = bank
        self._offer()

    @Slot()
    def _on_text(self) -> None:
        if self.touched:
            self.typed.emit()

    @Slot()
    def _offer(self) -> None:
        """Say what Tab would write; nothing while that is only a tab."""
        found = self.edit.offered() if self.edit.hasFocus() else None
        if found is None:
            self.offer.setText("")
            return
        words = self.tr("Tab: {code} → {words}") if found.code else self.tr("Tab: {words}")
        text = words.format(code=found.code, words=found.words)
        metrics, width = self.offer.fontMetrics(), max(200, self.edit.width() - 8)
        self.offer.setText(metrics.elidedText(text, Qt.TextElideMode.ElideRight, width))


class _Edit(QPlainTextEdit):
    """Tab takes what is offered; without an offer it goes to the next field."""

    taken = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.bank: Bank | None = None
        self.setTabChangesFocus(True)

    def offered(self) -> Suggestion | None:
        """What the words before the cursor stand for, if it is at the end of them."""
        cursor = self.textCursor()
        block, place = cursor.block().text(), cursor.positionInBlock()
        if self.bank is None or self.isReadOnly() or cursor.hasSelection():
            return None
        before, after = block[:place], block[place : place + 1]
        if not before.strip() or before[-1:].isspace() or after.isalnum():
            return None
        last = before.split()[-1]
        for each in self.bank.suggest(before, _MOST):
            if each.kind is SuggestionKind.CODE and f" {before.lower()}".endswith(f" {each.code}"):
                return each
            if each.kind is SuggestionKind.PLACE and len(last) >= _LEAST_OF_A_PLACE:
                return each
        return None

    @override
    def event(self, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Tab
            and not event.modifiers()
            and (found := self.offered()) is not None
        ):
            self._take(found)
            return True
        return super().event(event)

    def _take(self, found: Suggestion) -> None:
        """Write it over the words before the cursor, in one step that Ctrl+Z takes back."""
        cursor = self.textCursor()
        before = cursor.block().text()[: cursor.positionInBlock()]
        kept = 0  # what both begin with is not touched
        while kept < min(len(before), len(found.line)) and before[kept] == found.line[kept]:
            kept += 1
        cursor.beginEditBlock()
        cursor.movePosition(
            QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, len(before) - kept
        )
        cursor.insertText(found.line[kept:])
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self.taken.emit()
