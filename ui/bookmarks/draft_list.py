"""The list of drafts: which of them is looked at, and which are chosen together."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from db.case_records import BookmarkId
from ui import keys
from ui.bookmarks import thumbs
from ui.bookmarks.thumbs import Thumbs

_ID = Qt.ItemDataRole.UserRole


class DraftList(QListWidget):
    """A row each, as high as its lines; several are chosen with Shift or Ctrl.

    ``currentItemChanged`` tells what the officer does, not what ``fill`` does.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("drafts-list")
        self.setAccessibleName(keys.words_of("drafts"))
        self.setIconSize(thumbs.SIZE)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

    @property
    def current_id(self) -> BookmarkId | None:
        """The one that is looked at."""
        row = self.currentRow()
        return None if row < 0 else BookmarkId(self.item(row).data(_ID))

    @property
    def chosen_ids(self) -> list[BookmarkId]:
        """Those that are chosen."""
        return [BookmarkId(item.data(_ID)) for item in self.selectedItems()]

    def fill(
        self, rows: Mapping[BookmarkId, str], pictures: Thumbs, current: BookmarkId | None
    ) -> None:
        """Show these words; look at ``current``, or the first one where that is not among them."""
        self.blockSignals(True)
        self.clear()
        for bookmark_id, words in rows.items():
            item = QListWidgetItem(words, self)
            item.setToolTip(words)
            item.setData(_ID, bookmark_id)
            item.setSizeHint(QSize(0, 16 + 18 * len(words.splitlines())))
            if (its := pictures.of(bookmark_id)) is not None:
                item.setIcon(its)
        self.setCurrentRow(next((row for row, its in enumerate(rows) if its == current), 0))
        self.blockSignals(False)

    def show_picture(self, bookmark_id: BookmarkId, picture: QIcon) -> None:
        """A picture that came later."""
        for row in range(self.count()):
            if self.item(row).data(_ID) == bookmark_id:
                self.item(row).setIcon(picture)
