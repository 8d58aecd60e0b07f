"""The moments of an incident: played, added, mended, taken out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Slot
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import (
    QLabel,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from console.errors import Gone
from console.events import Changed
from console.rights import Action
from db.case_records import Bookmark, BookmarkId, Category, IncidentId
from db.find_records import StillOf
from db.records import Topic
from ui.bookmarks.words import cameras_words, outage_words
from ui.case_words import category_words
from ui.cases.sections.bookmark_dialogs import AddBookmarks, MendDialog
from ui.cases.sections.part import Part
from ui.cases.still_pictures import StillPictures
from ui.desk import Desk
from ui.overriding import override
from ui.theme import Colours
from ui.times import stamp_words
from ui.ward import Ward

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.app import Console

STILL = QSize(112, 63)
_ROW = 75
_ID = Qt.ItemDataRole.UserRole
_STILL = _ID + 1


@dataclass(frozen=True, slots=True)
class _Read:
    """The bookmarks of an incident, of one moment."""

    bookmarks: list[Bookmark]
    tree: Sequence[Category]


class BookmarksSection(Part):
    """Lists what was bookmarked, in order, each with its still and how its camera was."""

    def __init__(
        self, desk: Desk, console: Console, colours: Colours, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, console, colours, parent)
        self.setObjectName("case-marks")
        self._bookmarks: dict[BookmarkId, Bookmark] = {}
        self._tree: Sequence[Category] = ()
        self._pictures = StillPictures(desk, console, STILL, self)
        self.list = QListWidget(self)
        self.list.setObjectName("case-marks-list")
        self.list.setAccessibleName(self.title())
        self.list.setIconSize(STILL)
        self.list.setItemDelegate(_Row(self._pictures, self.list))
        self._pictures.came.connect(lambda _: self.list.viewport().update())
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemDoubleClicked.connect(lambda _: self.play())
        self.list.currentItemChanged.connect(lambda *_: self.dress())
        self.tool("mark-play", self.list, self.play, "review")
        self.tool("mark-add", self, self.ask_others, "add")
        self.tool("mark-mend", self.list, self.ask_mend, "change")
        self.tool("mark-part", self.list, self.take_out, "remove")
        self.tools.addStretch(1)
        self._empty = QLabel(
            self.tr(
                "No moment belongs to this case yet. Ins adds some that were bookmarked; B on the "
                "wall or in Review bookmarks new ones."
            ),
            self,
        )
        self._empty.setProperty("quiet", True)
        self._empty.setWordWrap(True)
        self.column.addWidget(self._empty)
        self.column.addWidget(self.list, 1)
        self.column.addStretch(0)
        desk.bridge.changed.connect(self._on_changed)

    @override
    def title(self) -> str:
        return self.tr("Moments")

    @property
    def chosen(self) -> Bookmark | None:
        """The bookmark of the chosen row."""
        row = self.list.currentRow()
        return None if row < 0 else self._bookmarks.get(self.list.item(row).data(_ID))

    @override
    def take_focus(self) -> None:
        (self.list if self._bookmarks else self.buttons["mark-add"]).setFocus()

    @override
    def set_ward(self, ward: Ward) -> None:
        super().set_ward(ward)
        self._show()

    @override
    def clear(self) -> None:
        super().clear()
        self._bookmarks = {}
        self._pictures.forget()
        self._show()

    @override
    def read(self) -> None:
        self.ask(self._work, self._on_read)

    def play(self) -> None:
        """Show the chosen one on the review page, from its beginning."""
        if (chosen := self.chosen) is not None:
            self.footage_wanted.emit(chosen.cameras, chosen.span)

    def ask_others(self) -> None:
        """Ask which other bookmarks belong to it."""
        if self.writable:
            dialog = AddBookmarks(self.desk, self.console, self.ward, self)
            dialog.picked.connect(self._add)
            dialog.begin()
            self.show_dialog(dialog)

    def ask_mend(self) -> None:
        """Ask what the chosen one is really about."""
        chosen = self.chosen
        if chosen is not None and self.may(Action.BOOKMARK):
            dialog = MendDialog(self.desk, self.console.bookmarks, self._tree, chosen, self)
            dialog.accepted.connect(self.changed)
            self.show_dialog(dialog)

    def take_out(self) -> None:
        """Let the chosen one belong to it no longer; it is kept, and can be added again."""
        if (chosen := self.chosen) is not None:
            ties = self.console.case_ties
            self.write(lambda incident_id: ties.part(incident_id, [chosen.id]))

    def _add(self, bookmarks: list[BookmarkId]) -> None:
        ties = self.console.case_ties
        self.write(lambda incident_id: ties.join(incident_id, bookmarks))

    def _work(self, incident_id: IncidentId) -> _Read:
        found: list[Bookmark] = []
        for bookmark_id in self.console.case_ties.related(incident_id).bookmarks:
            try:
                found.append(self.console.bookmarks.bookmark(bookmark_id))
            except Gone:
                continue
        found.sort(key=lambda each: (each.at, each.id))
        return _Read(found, self.console.categories.tree())

    def _on_read(self, read: _Read) -> None:
        self._tree = read.tree
        self._bookmarks = {each.id: each for each in read.bookmarks}
        self.set_count(len(self._bookmarks))
        self._show()

    def _show(self) -> None:
        """Fill the list; what was chosen stays chosen."""
        before = None if (chosen := self.chosen) is None else chosen.id
        focused = self.list.hasFocus()
        self.list.blockSignals(True)
        self.list.clear()
        for bookmark in self._bookmarks.values():
            item = QListWidgetItem(self._words(bookmark), self.list)
            item.setToolTip(item.text())
            item.setData(_ID, bookmark.id)
            item.setSizeHint(QSize(0, _ROW))
            item.setData(_STILL, _still_of(bookmark))
        ids = list(self._bookmarks)
        self.list.setCurrentRow(ids.index(before) if before in ids else (0 if ids else -1))
        self.list.blockSignals(False)
        self.list.setVisible(bool(ids))
        self._empty.setVisible(not ids and self.incident is not None and self.count is not None)
        if focused and not ids:
            self.buttons["mark-add"].setFocus()
        self.dress()

    def _words(self, bookmark: Bookmark) -> str:
        category = category_words(bookmark.category_id, self._tree)
        said = bookmark.note or self.tr("not described yet")
        outages = [words for shot in bookmark.shots if (words := outage_words(shot))]
        lines = [
            f"{stamp_words(bookmark.at)}  {cameras_words(bookmark, self.ward)}",
            f"{category}: {said}" if category else said,
        ]
        if outages:
            words = self.tr("no picture then: {state}")
            if len(bookmark.shots) > 1:
                words = self.tr("no picture then of {count} cameras: {state}")
            lines.append(words.format(count=len(outages), state=outages[0]))
        return "\n".join(lines)

    @override
    def dress(self) -> None:
        some = self.chosen is not None
        self.offer("mark-play", possible=some and self.may(Action.REVIEW_FOOTAGE))
        self.offer("mark-add", possible=self.writable and self.may(Action.BOOKMARK))
        self.offer("mark-mend", possible=some and self.writable and self.may(Action.BOOKMARK))
        self.offer("mark-part", possible=some and self.writable)

    @Slot(Changed)
    def _on_changed(self, event: Changed) -> None:
        if Topic.BOOKMARKS in event.topics and self.isVisible():
            self.read()


class _Row(QStyledItemDelegate):
    """A moment, with its still once that is there; only those in sight are read."""

    def __init__(self, pictures: StillPictures, parent: QWidget) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._blank = QPixmap(STILL)
        self._blank.fill(Qt.GlobalColor.transparent)

    @override
    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        still = index.data(_STILL)
        picture = None if still is None else self._pictures.picture(still)
        pixels = self._blank if picture is None or picture.isNull() else picture
        option.icon = QIcon(pixels)
        option.icon.addPixmap(pixels, QIcon.Mode.Selected)  # else it would be tinted
        option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
        option.decorationSize = STILL


def _still_of(bookmark: Bookmark) -> StillOf | None:
    """The first of its stills."""
    shot = next((each for each in bookmark.shots if each.still), None)
    return None if shot is None else StillOf(bookmark.id, shot.camera_id, bookmark.at)
