"""What is asked about the moments of an incident: which others, and what one is really about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QWidget,
)

from db.case_records import Bookmark, BookmarkId, Category, CategoryId
from ui.bookmarks.words import cameras_words
from ui.case_words import category_words
from ui.cases.list_words import offered
from ui.desk import Desk
from ui.find_box import FindBox
from ui.fleet.fields import FormField
from ui.form_dialog import FormDialog
from ui.search import matches
from ui.times import stamp_words
from ui.ward import Ward
from ui.words import translate

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.app import Console
    from console.bookmarks import Bookmarks

_WIDTH = 560
_LIST_HEIGHT = 340
_PAGE = 200
_LONGEST_NOTE = 300
_ID = Qt.ItemDataRole.UserRole


class AddBookmarks(FormDialog):
    """Lists bookmarks that belong to no case, the newest first; several may be chosen."""

    picked = Signal(object)  # a list of BookmarkIds

    def __init__(self, desk: Desk, console: Console, ward: Ward, parent: QWidget | None) -> None:
        title, button = translate("cases", "Add bookmarks"), translate("cases", "Add them")
        super().__init__(desk, title, button, _WIDTH, parent)
        self.setObjectName("add-marks")
        self._desk = desk
        self._bookmarks = console.bookmarks
        self._ward = ward
        self._last: BookmarkId | None = None
        self.search = QLineEdit(self)
        self.search.setObjectName("add-marks-find")
        self.search.setPlaceholderText(self.tr("Find: camera, words, time"))
        self.search.setAccessibleName(self.tr("Find a bookmark"))
        self.search.setToolTip(self.tr("Find a bookmark among those that are listed"))
        self.search.textChanged.connect(self._narrow)
        self.list = QListWidget(self)
        self.list.setObjectName("add-marks-list")
        self.list.setAccessibleName(title)
        self.list.setToolTip(self.tr("Shift or Ctrl with the arrows or the mouse takes several"))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFixedHeight(_LIST_HEIGHT)
        self.list.itemDoubleClicked.connect(lambda _: self.keep())
        self._empty = QLabel(self.tr("There is no bookmark that belongs to no case yet."), self)
        self._empty.setProperty("quiet", True)
        self._empty.hide()
        self._older = QPushButton(self.tr("Older ones"), self)
        self._older.setObjectName("add-marks-older")
        self._older.setToolTip(self.tr("List bookmarks that were made before"))
        self._older.setAutoDefault(False)
        self._older.clicked.connect(self._read)
        self._older.hide()
        for widget in (self.search, self._empty, self.list, self._older):
            self.body.addWidget(widget)

    def begin(self) -> None:
        """Read the newest."""
        self._read()
        self.list.setFocus()

    @Slot()
    def keep(self) -> None:
        """Take what is chosen and in sight."""
        chosen = [item.data(_ID) for item in self.list.selectedItems() if not item.isHidden()]
        if chosen:
            self.picked.emit(chosen)
            self.accept()

    @Slot()
    def _read(self) -> None:
        bookmarks, last = self._bookmarks, self._last
        self._desk.tasks.run(
            lambda: bookmarks.newest(_PAGE, last), done=self._on_read, failed=self._on_failed
        )

    def _on_read(self, page: list[Bookmark]) -> None:
        for bookmark in page:
            if bookmark.incident_id is None and bookmark.undone_at is None:
                words = f"{stamp_words(bookmark.at)}  {cameras_words(bookmark, self._ward)}"
                text = f"{words} · {bookmark.note}" if bookmark.note else words
                item = QListWidgetItem(text, self.list)
                item.setToolTip(text)
                item.setData(_ID, bookmark.id)
        if page:
            self._last = page[-1].id
        self._older.setVisible(len(page) == _PAGE)
        self._empty.setVisible(not self.list.count())
        if self.list.count() and self.list.currentRow() < 0:
            self.list.setCurrentRow(0)
        self._narrow(self.search.text())

    @Slot(str)
    def _narrow(self, needle: str) -> None:
        for row in range(self.list.count()):
            item = self.list.item(row)
            item.setHidden(not matches(needle, item.text()))


class MendDialog(FormDialog):
    """Category and note of a bookmark; accepted when they are on disk."""

    def __init__(
        self,
        desk: Desk,
        bookmarks: Bookmarks,
        tree: Sequence[Category],
        bookmark: Bookmark,
        parent: QWidget | None,
    ) -> None:
        title = translate("cases", "What the bookmark says")
        super().__init__(desk, title, translate("cases", "Keep"), _WIDTH, parent)
        self.setObjectName("mend-mark")
        self._bookmarks = bookmarks
        self._bookmark = bookmark
        box = FindBox(self.tr("Type the first letters, then Enter"), self)
        known = {each.id for each in offered(tree)} | {bookmark.category_id}
        box.set_items(
            [(each.id, category_words(each.id, tree)) for each in tree if each.id in known]
        )
        if bookmark.category_id is not None:
            box.pick(bookmark.category_id)
        self.category = FormField("category", self.tr("Category"), box)
        line = QLineEdit(bookmark.note, self)
        line.setMaxLength(_LONGEST_NOTE)
        self.note = FormField("note", self.tr("Note"), line)
        for widget in (self.category, self.note):
            self.body.addWidget(widget)
        line.setFocus()

    @Slot()
    def keep(self) -> None:
        """Write it."""
        box = self.category.box
        assert isinstance(box, FindBox)
        category_id: CategoryId | None = box.choice
        bookmarks, its, note = self._bookmarks, self._bookmark.id, self.note.text
        self.run(lambda: bookmarks.describe(its, category_id, note))
