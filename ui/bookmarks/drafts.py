"""The drafts beside the pictures: what was marked, the newest first, until it is described."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal, SignalInstance, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from console.errors import Problem
from console.events import Changed
from console.workers import Lane
from db.case_records import Bookmark, BookmarkId, CategoryId
from db.records import CameraId, OfficerId, Topic
from db.structs import replace
from ui import keys
from ui.bookmarks.describing import Describing
from ui.bookmarks.draft_list import DraftList
from ui.bookmarks.draft_reader import DraftReader, Drafts
from ui.bookmarks.figures import drawn_over
from ui.bookmarks.thumbs import Thumbs
from ui.bookmarks.words import draft_words, drafts_words
from ui.desk import Desk
from ui.icons import icon
from ui.messages import sentence
from ui.theme import Colours
from ui.ward import Ward

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.app import Console

_WIDTH = 320
_SOON_MS = 1000  # changes come in bursts, and each reads a hundred drafts


class _Wanted(NamedTuple):
    """What is to be described once the drafts are read; None: what was, or else the newest."""

    bookmark_id: BookmarkId | None
    in_note: bool
    newest: bool  # the panel comes anew: what it happens to show first is nobody's choice


class DraftsPanel(QWidget):
    """Lists what whoever sits here has still to describe, and describes it by keys alone."""

    came = Signal()  # it is there, and needs room
    left = Signal()  # the officer goes back to the pictures
    counted = Signal(int)  # so many drafts
    case_wanted = Signal(object)  # the chosen Bookmarks, to be made a case of
    join_wanted = Signal(object)  # the chosen Bookmarks, to be put into a case
    failed = Signal(object)  # the Problem
    still_wanted = Signal(int)  # the picture of this BookmarkId, to draw on

    def __init__(
        self, desk: Desk, console: Console, colours: Colours, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("drafts-panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(_WIDTH)
        self._desk = desk
        self._bookmarks, self._phrases = console.bookmarks, console.phrases
        self._stills = console.stills
        self._ward = Ward()
        self._drafts: dict[BookmarkId, Bookmark] = {}
        self._names: Mapping[OfficerId, str] = {}  # of the others
        self._thumbs = Thumbs()
        self._wanted: _Wanted | None = None
        self._unsaved: tuple[BookmarkId, CategoryId | None, str] | None = None
        self._entered: BookmarkId | None = None  # described by Enter, and not heard of since
        self._allowed = False
        self._may_cases = False
        self._reader = DraftReader(desk.tasks, console, self)
        self._reader.read.connect(self._on_read)
        self._reader.failed.connect(self._on_failed)
        self.list = DraftList(self)
        self.describing = Describing(self)
        self._build(colours)
        desk.bridge.changed.connect(self._on_changed)
        self.hide()

    def _build(self, colours: Colours) -> None:
        self._title = QLabel(self)
        self._title.setObjectName("empty-title")
        self._close = QToolButton(self)
        self._close.setObjectName("button-drafts-leave")
        leave = keys.action("drafts-leave", self, self.left.emit)
        self._close.setToolTip(leave.toolTip())
        self._close.setAccessibleName(leave.text())
        self._close.clicked.connect(leave.trigger)
        self._draw = QToolButton(self)
        self._draw.setObjectName("button-drafts-still")
        still = keys.action("drafts-still", self, self._on_draw)
        self._draw.setToolTip(still.toolTip())
        self._draw.setAccessibleName(still.text())
        self._draw.clicked.connect(still.trigger)
        keys.action("drafts-kind", self, partial(self.describing.take_focus, note=False))
        keys.action("drafts-note", self, partial(self.describing.take_focus, note=True))
        self._into = [
            self._button("drafts-case", self.case_wanted),
            self._button("drafts-join", self.join_wanted),
        ]
        self.list.currentItemChanged.connect(self._on_other)
        self.list.itemActivated.connect(lambda _: self.describing.take_focus(note=False))
        self._empty = QLabel(
            self.tr("Nothing is left to describe. B on the wall bookmarks the chosen camera."), self
        )
        self._empty.setWordWrap(True)
        self._empty.setProperty("quiet", True)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        for into in self._into:
            head.addWidget(into)
        head.addWidget(self._draw)
        head.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._empty)
        column.addWidget(self.list, 1)
        column.addWidget(self.describing)
        self.describing.described.connect(self._on_described)
        self.set_colours(colours)
        self._show()

    def _button(self, name: str, wanted: SignalInstance) -> QToolButton:
        """What is done with the chosen bookmarks, once what was typed is on its way to disk."""

        def ask() -> None:
            chosen = self.chosen
            if chosen and self._may_cases:
                self._keep_typed()
                wanted.emit(chosen)

        action = keys.action(name, self, ask)
        button = QToolButton(self)
        button.setObjectName(f"button-{name}")
        button.setToolTip(action.toolTip())
        button.setAccessibleName(action.text())
        button.clicked.connect(action.trigger)
        return button

    @property
    def chosen(self) -> list[Bookmark]:
        """What is chosen in the list, as it was typed; several with Shift or Ctrl."""
        chosen = [self._drafts[each] for each in self.list.chosen_ids if each in self._drafts]
        typed = self.describing.typed
        if typed is None:
            return chosen
        its, category_id, note = typed
        return [
            replace(each, category_id=category_id, note=note) if each.id == its else each
            for each in chosen
        ]

    def set_ward(self, ward: Ward) -> None:
        """There are these cameras from now on."""
        self._ward = ward
        self._show()

    def set_colours(self, colours: Colours) -> None:
        """Another theme."""
        self._close.setIcon(icon("close", colours.text))
        for button, its in zip(self._into, ("cases", "import"), strict=True):
            button.setIcon(icon(its, colours.text))
        self._draw.setIcon(icon("change", colours.text))

    def let(self, *, allowed: bool, cases: bool = False) -> None:
        """Whether whoever sits here has to do with bookmarks, and with ``cases``; then read his."""
        self._allowed = allowed
        self._may_cases = cases
        # A locked screen saves nothing, and loses nothing: it waits until its draft is looked at.
        self._unsaved = self.describing.typed or self._unsaved
        self._drafts = {}
        self._entered = None
        self._thumbs.clear()
        self._reader.forget()
        self.describing.show_bookmark(None)
        self.describing.note.set_bank(None)
        self._show()
        if allowed:
            self._reader.start()
        else:
            self.hide()

    def begin(self, bookmark_id: BookmarkId | None = None, *, note: bool = False) -> None:
        """Come and describe that bookmark, or else the newest."""
        if not self._allowed:
            return
        if comes := self.isHidden():
            self.describing.show_bookmark(None)  # the newest, not what was looked at last
        if bookmark_id is None and self._unsaved is not None:
            bookmark_id = self._unsaved[0]
        self._wanted = _Wanted(bookmark_id, note, newest=comes)
        self.came.emit()
        self.show()
        self._reader.start()
        self._read_words()

    def end(self) -> None:
        """Away; what was typed is kept with its draft."""
        self._keep_typed()
        self.hide()

    def take(self, bookmark: Bookmark, pictures: Mapping[CameraId, QImage]) -> None:
        """Count a bookmark that was made here, before it is read.

        What the officer saw himself a moment ago needs not be looked up.
        """
        image = pictures.get(bookmark.cameras[0])
        if image is not None:
            self._thumbs.put(bookmark.id, image)
        if self._allowed and bookmark.is_draft:
            self._reader.know(bookmark.id, bookmark)
            drafts = [bookmark, *self._drafts.values()]
            drafts.sort(key=lambda each: (each.at, each.id), reverse=True)
            self._drafts = {each.id: each for each in drafts}
            if self.isVisible():
                self._show()
            self.counted.emit(len(drafts))

    def drop(self, bookmark: Bookmark) -> None:
        """It was taken back here, and is not waited for either."""
        self._reader.know(bookmark.id, None)
        if self._drafts.pop(bookmark.id, None) is not None:
            self._thumbs.forget(bookmark.id)
            if self.isVisible():
                self._show()
            self.counted.emit(len(self._drafts))

    def forget_picture(self, bookmark: Bookmark) -> None:
        """Something else was drawn on it."""
        self._thumbs.forget(bookmark.id)
        if bookmark.id in self._drafts:
            self._drafts[bookmark.id] = bookmark
            self._look(bookmark)

    def _read_words(self) -> None:
        tasks = self._desk.tasks
        tasks.renew(
            self._bookmarks.categories,
            done=self.describing.set_categories,
            failed=self._on_failed,
        )
        tasks.renew(self._phrases.bank, done=self.describing.note.set_bank, failed=self._on_failed)

    @Slot(object)
    def _on_read(self, read: Drafts) -> None:
        drafts, self._names = read
        self._drafts = {each.id: each for each in drafts}
        wanted, self._wanted = self._wanted, None
        if wanted is not None and wanted.newest and self.describing.typed is None:
            self.describing.show_bookmark(None)  # an older one may have been heard of first
        self._show(None if wanted is None else wanted.bookmark_id)
        self.counted.emit(len(drafts))
        if wanted is not None and self.isVisible():
            if self._drafts:
                self.describing.take_focus(note=wanted.in_note)
            else:
                self.list.setFocus()

    def _show(self, wanted: BookmarkId | None = None) -> None:
        """Fill the list; what is being described stays chosen, with what was typed."""
        chosen = wanted if wanted is not None else self.describing.bookmark_id
        now = self._desk.clock.now()
        rows = {
            each.id: draft_words(each, self._ward, now, self._name_of(each.made_by))
            for each in self._drafts.values()
        }
        self.list.fill(rows, self._thumbs, chosen)
        self._look_at_chosen()
        count = len(rows)
        self._title.setText(self.tr("To describe: {count}").format(count=drafts_words(count)))
        self._empty.setVisible(not count)
        self.list.setVisible(bool(count))
        self.describing.setVisible(bool(count))
        for button in self._into:
            button.setVisible(bool(count) and self._may_cases)
        self._draw.setVisible(bool(count))

    @Slot()
    def _on_other(self) -> None:
        """The officer looks at another one: nothing takes him from there."""
        self._entered = None
        self._look_at_chosen()

    def _look_at_chosen(self) -> None:
        current = self.list.current_id
        bookmark = None if current is None else self._drafts[current]
        if current != self.describing.bookmark_id:
            self._keep_typed()
            self.describing.show_bookmark(bookmark)
            if bookmark is not None:
                self._look(bookmark)
                if self._unsaved is not None and self._unsaved[0] == bookmark.id:
                    _, category_id, note = self._unsaved
                    self._unsaved = None
                    self.describing.put_back(category_id, note)

    def _keep_typed(self) -> None:
        """Nothing that was typed is lost because another one is looked at."""
        typed = self.describing.typed
        if typed is not None and typed[0] in self._drafts:
            self._keep(*typed)

    def _name_of(self, officer_id: OfficerId | None) -> str:
        return "" if officer_id is None else self._names.get(officer_id, "")

    def _look(self, bookmark: Bookmark) -> None:
        """Read the still of a bookmark of before; the log hears that it was looked at."""
        shot = next((each for each in bookmark.shots if each.still), None)
        if bookmark.id in self._thumbs or shot is None or not self.isVisible():
            return
        self._desk.tasks.run(
            lambda: drawn_over(
                QImage(str(self._stills.path(bookmark.id, shot.camera_id))), shot.drawing
            ),
            done=partial(self._on_looked, bookmark.id),
            failed=lambda _: None,  # too old for the role, or gone: then without
        )

    def _on_looked(self, bookmark_id: BookmarkId, image: QImage) -> None:
        if self._allowed and not image.isNull():
            self.list.show_picture(bookmark_id, self._thumbs.put(bookmark_id, image))

    def _on_draw(self) -> None:
        bookmark = self._drafts.get(self.describing.bookmark_id or BookmarkId(0))
        if bookmark is None:
            return
        if any(shot.still for shot in bookmark.shots):
            self.still_wanted.emit(bookmark.id)
        else:
            self.describing.say(self.tr("No picture was kept of this bookmark."))

    @Slot(int, object, str)
    def _on_described(
        self, bookmark_id: BookmarkId, category_id: CategoryId | None, note: str
    ) -> None:
        self._entered = bookmark_id
        self._keep(bookmark_id, category_id, note)

    def _keep(self, bookmark_id: BookmarkId, category_id: CategoryId | None, note: str) -> None:
        self._desk.tasks.run(
            lambda: self._bookmarks.describe(bookmark_id, category_id, note),
            done=self._on_saved,
            failed=lambda problem: self.describing.say(sentence(problem)),
            lane=Lane.WRITE,
        )

    def _on_saved(self, bookmark: Bookmark) -> None:
        self._reader.know(bookmark.id, bookmark if bookmark.is_draft else None)
        is_looked_at = bookmark.id in (self.describing.bookmark_id, self._entered)
        if not is_looked_at or self.isHidden():
            return  # another one is by now; the list is read anew
        self._entered = None
        if bookmark.is_draft:
            self._drafts[bookmark.id] = bookmark
            self.describing.ask_for_rest(bookmark)
            return
        if self._drafts.pop(bookmark.id, None) is not None:  # the list was not read anew before
            self._thumbs.forget(bookmark.id)
            self.describing.show_bookmark(None)
            self._show()
            self.counted.emit(len(self._drafts))
        if self._drafts:
            self.describing.take_focus(note=False)
        else:
            self.left.emit()

    def _on_failed(self, problem: Problem) -> None:
        self.failed.emit(problem)

    @Slot(Changed)
    def _on_changed(self, event: Changed) -> None:
        if not self._allowed:
            return
        if event.topics & {Topic.BOOKMARKS, Topic.INCIDENTS}:
            self._reader.start_within(0 if self.isVisible() else _SOON_MS)
        if self.isVisible() and event.topics & {Topic.PHRASES, Topic.CATEGORIES}:
            self._read_words()
