"""Choosing an officer by name: type to find him, diacritics do not matter."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from db.records import OfficerId
from ui.overriding import override
from ui.search import matches, plain

_ROW = 28
_MOST_ROWS = 5  # more are scrolled to
_ID = Qt.ItemDataRole.UserRole


class NamePicker(QWidget):
    """A box to type in, with the names that fit below it until one is picked."""

    picked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: Sequence[tuple[OfficerId, str]] = ()
        self._picked: OfficerId | None = None
        words = self.tr("Officer")
        label = QLabel(words, self)
        self.box = QLineEdit(self)
        self.box.setObjectName("box-officer")
        self.box.setAccessibleName(words)
        self.box.setPlaceholderText(self.tr("Type a name, or choose with ↑ ↓"))
        self.box.textEdited.connect(self._on_typed)
        self.box.installEventFilter(self)
        label.setBuddy(self.box)
        self.list = QListWidget(self)
        self.list.setObjectName("names")
        self.list.setAccessibleName(self.tr("Officers of this station"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(self._on_clicked)
        self._nobody = QLabel(self.tr("Nobody here has such a name."), self)
        self._nobody.setProperty("quiet", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (label, self.box, self.list, self._nobody):
            column.addWidget(widget)
        self.set_names(())

    @property
    def officer_id(self) -> OfficerId | None:
        """Who was picked, or None."""
        return self._picked

    def set_names(self, names: Sequence[tuple[OfficerId, str]]) -> None:
        """Offer these; a single one is picked at once."""
        self._names = sorted(names, key=lambda each: plain(each[1]))
        self._picked = None
        self.box.clear()
        self._fill("")
        if len(names) == 1:
            self._pick(self.list.item(0))

    def pick(self) -> bool:
        """Pick the name that is marked, if none is picked yet; whether there is one."""
        if self._picked is None and self.list.currentItem() is not None:
            self._pick(self.list.currentItem())
        return self._picked is not None

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        self._picked = None
        self._fill(text)

    @Slot(QListWidgetItem)
    def _on_clicked(self, item: QListWidgetItem) -> None:
        self._pick(item)
        self.picked.emit()

    def _fill(self, text: str) -> None:
        self.list.clear()
        for officer_id, name in self._names:
            if matches(text, name):
                item = QListWidgetItem(name, self.list)
                item.setData(_ID, officer_id)
                item.setToolTip(name)
        count = self.list.count()
        self.list.setFixedHeight(min(count, _MOST_ROWS) * _ROW + 2)
        self.list.setVisible(count > 0)
        self._nobody.setVisible(bool(self._names) and not count)
        self.list.setCurrentRow(0 if count else -1)

    def _pick(self, item: QListWidgetItem) -> None:
        self._picked = item.data(_ID)
        self.box.setText(item.text())
        self.list.hide()

    def _move(self, rows: int) -> None:
        if self._picked is not None:
            self._picked = None
            self._fill("")
        row = self.list.currentRow() + rows
        self.list.setCurrentRow(min(max(row, 0), self.list.count() - 1))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self.box:
            return False
        if event.type() is QEvent.Type.FocusIn:
            QTimer.singleShot(0, self.box.selectAll)  # typing replaces the name that stands there
        if not isinstance(event, QKeyEvent):
            return False
        if event.type() is not QEvent.Type.KeyPress:
            return False
        match event.key():
            case Qt.Key.Key_Down:
                self._move(1)
            case Qt.Key.Key_Up:
                self._move(-1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                if self.pick():
                    self.picked.emit()
            case Qt.Key.Key_Tab:
                self.pick()
                return False
            case _:
                return False
        return True
