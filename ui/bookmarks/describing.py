"""Says what a bookmark was: a digit for the category, a line of text, Enter."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from db.case_records import Bookmark, BookmarkId, Category, CategoryId
from ui.bookmarks.categories import CategoryList
from ui.bookmarks.note import NoteLine


class Describing(QWidget):
    """The form.  Whatever comes first, category or note: the other one is asked for next."""

    described = Signal(int, object, str)  # BookmarkId, CategoryId or None, the note

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("mark-describing")
        self._bookmark: Bookmark | None = None
        self.categories = CategoryList(self)
        self.note = NoteLine(self)
        self._said = QLabel(self)
        self._said.setObjectName("mark-said")
        self._said.setWordWrap(True)
        self._said.setProperty("error", True)
        self.save = QPushButton(self.tr("Save (Enter)"), self)
        self.save.setObjectName("mark-save")
        self.save.setProperty("main", True)
        self.save.setToolTip(self.tr("Save category and note (Enter in the note)"))
        row = QHBoxLayout()
        row.addWidget(self._said, 1)
        row.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._label(self.tr("Category (a digit or letters)")))
        column.addWidget(self.categories)
        column.addWidget(self._label(self.tr("Note")))
        column.addWidget(self.note)
        column.addLayout(row)
        self.categories.picked.connect(self._on_picked)
        self.note.entered.connect(self._on_save)
        self.save.clicked.connect(self._on_save)
        self.setEnabled(False)

    def _label(self, words: str) -> QLabel:
        label = QLabel(words, self)
        label.setProperty("quiet", True)
        return label

    @property
    def bookmark_id(self) -> BookmarkId | None:
        """Which bookmark is being described."""
        return None if self._bookmark is None else self._bookmark.id

    @property
    def typed(self) -> tuple[BookmarkId, CategoryId | None, str] | None:
        """What is not saved yet, None for nothing."""
        if self._bookmark is None:
            return None
        category_id, note = self.categories.chosen, self.note.text.strip()
        if (category_id, note) == (self._bookmark.category_id, self._bookmark.note):
            return None
        return self._bookmark.id, category_id, note

    def set_categories(self, categories: Sequence[Category]) -> None:
        """Offer these."""
        self.categories.show_all(categories)
        if self._bookmark is not None and self.categories.chosen is None:
            self.categories.choose(self._bookmark.category_id)

    def show_bookmark(self, bookmark: Bookmark | None) -> None:
        """Describe another one; what was typed about the one before is gone."""
        self._bookmark = bookmark
        self.setEnabled(bookmark is not None)
        self.categories.choose(None if bookmark is None else bookmark.category_id)
        self.note.set_text("" if bookmark is None else bookmark.note)
        self.say("")

    def put_back(self, category_id: CategoryId | None, note: str) -> None:
        """What was typed about the bookmark that is described, and not saved."""
        self.categories.choose(category_id)
        self.note.set_text(note)

    def say(self, words: str) -> None:
        """Why it was not saved, or what is missing still."""
        self._said.setText(words)

    def take_focus(self, *, note: bool) -> None:
        """Be ready for keys: in the note, or else in the categories."""
        target = self.note.edit if note else self.categories
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def ask_for_rest(self, bookmark: Bookmark) -> None:
        """It was saved, and wants the other half."""
        self._bookmark = bookmark
        if bookmark.category_id is None:
            self.say(self.tr("Saved. The category is missing still: type its digit."))
            self.take_focus(note=False)
        else:
            self.say(self.tr("Saved. A line of text is missing still."))
            self.take_focus(note=True)

    @Slot()
    def _on_picked(self) -> None:
        """A category: save where there are words already, else ask for them."""
        if self.note.text.strip():
            self._on_save()
        else:
            self.take_focus(note=True)

    @Slot()
    def _on_save(self) -> None:
        if self._bookmark is None:
            return
        category_id, note = self.categories.chosen, self.note.text
        if category_id is None and not note.strip():
            self.say(self.tr("Choose a category or write a line first."))
            return
        self.say("")
        self.described.emit(self._bookmark.id, category_id, note)
