"""Ticks the files from outside that belong to an incident."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QListWidgetItem, QWidget

from db.footage_records import Exhibit, ExhibitId
from ui.desk import Desk
from ui.exhibits.words import plain_name, size_words
from ui.form_dialog import FormDialog
from ui.search import matches
from ui.times import stamp_words
from ui.words import translate

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.app import Console

_WIDTH = 560
_LIST_HEIGHT = 320
_ID = Qt.ItemDataRole.UserRole


class ExhibitDialog(FormDialog):
    """Accepted when exactly those that are ticked belong to it."""

    def __init__(
        self,
        desk: Desk,
        console: Console,
        tied: Collection[ExhibitId],
        keep: Callable[[list[ExhibitId]], object],
        parent: QWidget | None,
    ) -> None:
        """``keep`` writes what is ticked, off the GUI thread."""
        title = translate("cases", "Files from outside that belong to it")
        super().__init__(desk, title, translate("cases", "Keep"), _WIDTH, parent)
        self.setObjectName("tie-exhibits")
        self._desk = desk
        self._exhibits = console.exhibits
        self._tied = frozenset(tied)
        self._keep_them = keep
        self.search = QLineEdit(self)
        self.search.setObjectName("tie-find")
        self.search.setPlaceholderText(self.tr("Find: file, giver, device"))
        self.search.setAccessibleName(self.tr("Find a file from outside"))
        self.search.textChanged.connect(self._narrow)
        self.list = QListWidget(self)
        self.list.setObjectName("tie-list")
        self.list.setAccessibleName(title)
        self.list.setToolTip(self.tr("Space ticks the chosen file"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFixedHeight(_LIST_HEIGHT)
        self._empty = QLabel(
            self.tr("No file was taken in yet: Review, Ctrl+O plays one from a stick first."), self
        )
        self._empty.setProperty("quiet", True)
        self._empty.setWordWrap(True)
        self._empty.hide()
        for widget in (self.search, self._empty, self.list):
            self.body.addWidget(widget)

    def begin(self) -> None:
        """Read what was taken in."""
        self._desk.tasks.run(self._exhibits.list, done=self._on_read, failed=self._on_failed)
        self.list.setFocus()

    @Slot()
    def keep(self) -> None:
        """Write what is ticked."""
        items = [self.list.item(row) for row in range(self.list.count())]
        ticked = [item.data(_ID) for item in items if item.checkState() is Qt.CheckState.Checked]
        self.run(lambda: self._keep_them(ticked))

    def _on_read(self, exhibits: Sequence[Exhibit]) -> None:
        for exhibit in exhibits:
            words = f"{plain_name(exhibit.name)} · {size_words(exhibit.size_bytes)}"
            words = f"{words} · {exhibit.given_by} · {stamp_words(exhibit.taken_at)}"
            item = QListWidgetItem(words, self.list)
            item.setToolTip(words)
            item.setData(_ID, exhibit.id)
            tied = exhibit.id in self._tied
            item.setCheckState(Qt.CheckState.Checked if tied else Qt.CheckState.Unchecked)
        self._empty.setVisible(not exhibits)
        if exhibits:
            self.list.setCurrentRow(0)

    @Slot(str)
    def _narrow(self, needle: str) -> None:
        for row in range(self.list.count()):
            item = self.list.item(row)
            item.setHidden(not matches(needle, item.text()))
