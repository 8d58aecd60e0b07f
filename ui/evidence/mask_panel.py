"""Beside the picture: the masks of this camera, and what may be done to the chosen one."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from console.evidence.choosing import LONGEST_WORDS
from ui import keys
from ui.evidence.buttons import push_button
from ui.evidence.mask_sketch import MaskSketch, has_key
from ui.evidence.mask_words import mask_words

WIDTH = 300
_ROW = 46
_BUTTONS = (
    ("mask-pin", "mask-unpin"),
    ("mask-fix", "mask-whole"),
    ("mask-from", "mask-to"),
)


class MaskPanel(QWidget):
    """Shows a sketch; its buttons trigger actions of the dialog."""

    chosen = Signal(int)  # a place in the sketch
    why_typed = Signal(str)

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(WIDTH)
        self.list = QListWidget(self)
        self.list.setObjectName("mask-list")
        self.list.setAccessibleName(self.tr("Masks"))
        self.list.setToolTip(keys.hint_of("mask-next"))
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.currentRowChanged.connect(self._on_row)
        self._head = QLabel(self.tr("Masks of this camera"), self)
        why = QLabel(self.tr("Why it is masked (no names)"), self)
        self.why = QLineEdit(self)
        self.why.setObjectName("mask-why")
        self.why.setMaxLength(LONGEST_WORDS)
        self.why.setAccessibleName(why.text())
        self.why.setToolTip(keys.hint_of("mask-why"))
        self.why.setPlaceholderText(self.tr("Such as: passer-by who is not concerned"))
        self.why.textEdited.connect(self.why_typed)
        why.setBuddy(self.why)
        grid = QGridLayout()
        grid.setSpacing(4)
        self._buttons = {}
        for row, names in enumerate(_BUTTONS):
            for column, name in enumerate(names):
                self._buttons[name] = button = push_button(actions[name], self)
                grid.addWidget(button, row, column)
        column_ = QVBoxLayout(self)
        column_.setContentsMargins(0, 0, 0, 0)
        column_.setSpacing(8)
        column_.addWidget(self._head)
        column_.addWidget(self.list, 1)
        column_.addWidget(why)
        column_.addWidget(self.why)
        column_.addLayout(grid)

    def show_sketch(self, sketch: MaskSketch, at_us: int, *, there: bool) -> None:
        """The masks as they are now; ``there``: there is a picture to judge by."""
        places, mask = sketch.places, sketch.its
        with QSignalBlocker(self.list):
            while self.list.count() > len(places):
                self.list.takeItem(self.list.count() - 1)
            for row, place in enumerate(places):
                if row == self.list.count():
                    made = QListWidgetItem(self.list)
                    made.setSizeHint(QSize(0, _ROW))
                item = self.list.item(row)
                item.setText(mask_words(sketch.masks[place], row + 1))
                item.setData(Qt.ItemDataRole.UserRole, place)
            row = places.index(sketch.chosen) if sketch.chosen is not None else -1
            self.list.setCurrentRow(row)
            if row < 0:
                self.list.clearSelection()
        why = "" if mask is None else mask.why
        if self.why.text() != why:
            self.why.setText(why)
            self.why.setCursorPosition(0)
        self.why.setEnabled(mask is not None)
        for button in self._buttons.values():
            button.setEnabled(mask is not None and there)
        if mask is None:
            return
        is_key = has_key(mask, at_us)
        self._buttons["mask-pin"].setEnabled(there and not is_key)
        self._buttons["mask-unpin"].setEnabled(there and is_key and len(mask.keys) > 1)
        self._buttons["mask-fix"].setEnabled(there and len(mask.keys) > 1)
        self._buttons["mask-whole"].setEnabled((mask.start_us, mask.end_us) != (None, None))

    @Slot(int)
    def _on_row(self, row: int) -> None:
        item = self.list.item(row)
        if item is not None:
            self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))
