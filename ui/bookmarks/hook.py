"""Puts bookmarks into the window: keys on the wall and in review, the panel, the word of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QWidget

from console.errors import Problem
from console.rights import Action
from db.case_records import MOST_DRAFTS, Bookmark, BookmarkId
from ui import keys
from ui.bookmarks.drafts import DraftsPanel
from ui.bookmarks.marking import Marking, Wish
from ui.bookmarks.on_review import ReviewMarks
from ui.bookmarks.on_timeline import TimelineMarks
from ui.bookmarks.on_wall import WallMarks
from ui.bookmarks.still_editor import StillEditor
from ui.bookmarks.told import Told
from ui.bookmarks.words import cameras_words, drafts_words, instant_words
from ui.desk import Desk
from ui.icons import icon
from ui.messages import nobody_sat, sentence
from ui.review.page import ReviewPage
from ui.theme import Colours
from ui.wall.page import WallPage
from ui.ward import Ward

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.app import Console
    from ui.pages import Pages

_BESIDE = ("wall", "review")  # the pages beside which the drafts may lie


class Moments(QObject):
    """Holds what the pages share of bookmarks."""

    failed = Signal(str)  # a sentence for the officer

    def __init__(
        self,
        pages: Pages,
        beside: QBoxLayout,
        wall: WallPage,
        desk: Desk,
        console: Console,
        colours: tuple[Colours, Colours],
    ) -> None:
        """``beside`` is where the panel is put; ``colours`` are the window's and the wall's."""
        super().__init__(pages)
        self._pages = pages
        self._desk = desk
        self._ward = Ward()
        self._review: ReviewMarks | None = None
        self.timeline: TimelineMarks | None = None
        self._console = console
        self._colours = colours[0]
        self._gave_room: list[QWidget] = []
        self.marking = Marking(desk, console.bookmarks, console.stills, self)
        self.wall = WallMarks(wall, desk, self.marking, colours[1])
        self.panel = DraftsPanel(desk, console, colours[0], pages.parentWidget())
        beside.addWidget(self.panel)
        self.told = Told(colours[0], pages)
        self._drafts = keys.action("drafts", wall, self._on_drafts)
        self._buttons = {
            "drafts": wall.add_button(self._drafts, "drafts"),
            "mark": wall.add_button(self.wall.actions[0], "mark"),
        }
        self._buttons["drafts"].setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._connect(wall)
        self.set_colours(*colours)
        self._on_counted(0)

    def _connect(self, wall: WallPage) -> None:
        self.marking.marked.connect(self._on_marked)
        self.marking.undone.connect(self._on_undone)
        self.marking.failed.connect(self._on_failed)
        self.wall.told.connect(self.failed)
        self.panel.failed.connect(self._on_failed)
        self.panel.came.connect(self._on_came)
        self.panel.left.connect(self.leave)
        self.panel.counted.connect(self._on_counted)
        self.panel.still_wanted.connect(self.draw)
        self.told.undo_wanted.connect(self.marking.undo)
        self.told.describe_wanted.connect(self.panel.begin)
        wall.rights_changed.connect(self._on_rights)
        self._pages.currentChanged.connect(self._on_page)

    def add_review(self, review: ReviewPage, colours: Colours) -> None:
        """The same keys on the review page, and bookmarks on its timeline."""
        self._review = ReviewMarks(review, self.marking, colours)
        self.timeline = TimelineMarks(review, self._desk, self._console.bookmarks)
        self.timeline.still_wanted.connect(self.draw)

    def set_ward(self, ward: Ward) -> None:
        """There are these cameras from now on."""
        self._ward = ward
        self.panel.set_ward(ward)
        if self._review is not None:
            self._review.set_ward(ward)

    def set_colours(self, window: Colours, wall: Colours) -> None:
        """Another theme."""
        self._colours = window
        self.panel.set_colours(window)
        self.told.set_colours(window)
        self.wall.set_colours(wall)
        if self._review is not None:
            self._review.set_colours(wall)
        self._buttons["mark"].setIcon(icon("bookmark", window.accent))
        self._buttons["drafts"].setIcon(icon("change", window.text))

    @Slot(object)
    def describe(self, bookmark_id: BookmarkId) -> None:
        """Describe that bookmark, beside the wall."""
        if self._pages.bring("wall"):
            self.panel.begin(bookmark_id)

    @Slot(int)
    def draw(self, bookmark_id: BookmarkId) -> StillEditor:
        """Show the stills of a bookmark, to draw on."""
        editor = StillEditor(
            self._desk, self._console, self._ward, self._colours, self._pages.window()
        )
        editor.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        editor.kept.connect(self.panel.forget_picture)
        editor.edit(bookmark_id)
        editor.open()
        return editor

    def back(self) -> bool:
        """Esc: away with the panel, if it is there; False otherwise."""
        if self.panel.isHidden() or self.wall.is_asking:
            return False
        self.leave()
        return True

    @Slot()
    def leave(self) -> None:
        """Back to the pictures."""
        self._end()
        page = self._pages.page(self._pages.current)
        if page is not None:
            page.take_focus()

    @Slot()
    def _on_came(self) -> None:
        """The lists of cameras give their room to the panel, until it goes."""
        page = self._pages.page(self._pages.current)
        if isinstance(page, WallPage | ReviewPage) and not page.tree.isHidden():
            page.tree.hide()
            self._gave_room.append(page.tree)

    def _end(self) -> None:
        self.panel.end()
        self._give_room_back()

    def _give_room_back(self) -> None:
        for tree in self._gave_room:
            tree.show()
        self._gave_room.clear()

    def _on_drafts(self) -> None:
        self.panel.begin()

    @Slot(object, object)
    def _on_marked(self, bookmark: Bookmark, wish: Wish) -> None:
        self.panel.take(bookmark, wish.pictures)
        words = self.tr("Bookmarked: {camera}, {time}").format(
            camera=cameras_words(bookmark, self._ward),
            time=instant_words(bookmark.at, self._desk.clock.now()),
        )
        self.told.say(words, undo=True)
        if wish.describe:
            self.panel.begin(bookmark.id, note=True)

    @Slot(object)
    def _on_undone(self, bookmark: Bookmark) -> None:
        self.panel.drop(bookmark)
        words = self.tr("Taken back: {camera}, {time}").format(
            camera=cameras_words(bookmark, self._ward),
            time=instant_words(bookmark.at, self._desk.clock.now()),
        )
        self.told.say(words, undo=self.marking.undoable is not None)

    @Slot(object)
    def _on_failed(self, problem: Problem) -> None:
        if not nobody_sat(problem):
            self.failed.emit(sentence(problem))

    @Slot(int)
    def _on_counted(self, count: int) -> None:
        button = self._buttons["drafts"]
        button.setText(f"{MOST_DRAFTS}+" if count > MOST_DRAFTS else str(count))
        words = self.tr("{action}: {count}")
        words = words.format(action=keys.words_of("drafts"), count=drafts_words(count))
        button.setAccessibleName(words)

    @Slot(object)
    def _on_rights(self, may: object) -> None:
        allowed = callable(may) and bool(may(Action.BOOKMARK))
        self._drafts.setEnabled(allowed)
        for button in self._buttons.values():
            button.setVisible(allowed)
        self.marking.forget()
        self.told.hide()
        if not allowed:
            self._give_room_back()  # nothing is saved now: nobody may
        handles = callable(may) and bool(may(Action.HANDLE_INCIDENT))
        self.panel.let(allowed=allowed, cases=handles)
        if self._review is not None:
            self._review.let(allowed=allowed)
        if self.timeline is not None:
            self.timeline.let(allowed=allowed)
        self._on_counted(0)

    @Slot()
    def _on_page(self) -> None:
        if self._pages.current not in _BESIDE:
            self._end()
            self.told.hide()
