"""Bookmarks on the timeline of the review page: read as it is turned, gone to by click and key."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from console.errors import Problem
from console.events import Changed
from db.case_records import MOST_FLAGS, BookmarkFlag
from db.records import CameraId, Span, Topic, from_us
from ui import keys
from ui.desk import Desk
from ui.review.flags import Flags, flag_words
from ui.review.page import ReviewPage
from ui.review.scale import SECOND_US

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.bookmarks import Bookmarks

_PAUSE_MS = 40  # a wheel that is being turned asks once
_TOPICS = frozenset({Topic.BOOKMARKS, Topic.INCIDENTS, Topic.CATEGORIES, Topic.OFFICERS})
_HERE_US = SECOND_US  # so near the clock a bookmark is the one that is looked at


class TimelineMarks(QObject):
    """Reads what is in sight and a screen on both sides; asks for nobody who may not."""

    still_wanted = Signal(int)  # the picture of this BookmarkId

    def __init__(self, review: ReviewPage, desk: Desk, bookmarks: Bookmarks) -> None:
        super().__init__(review)
        self._review = review
        self._desk = desk
        self._bookmarks = bookmarks
        self._allowed = False
        self._known: tuple[Span, frozenset[CameraId]] | None = None
        self._reads = 0
        self._pause = QTimer(self, interval=_PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._read)
        self._actions = [
            keys.action("review-flag-back", review, partial(self._step, later=False)),
            keys.action("review-flag-on", review, partial(self._step, later=True)),
            keys.action("review-flag-still", review, self._on_still),
        ]
        review.timeline.sought.connect(self._want)
        review.timeline.flagged.connect(self.go)
        desk.bridge.changed.connect(self._on_changed)

    @property
    def is_busy(self) -> bool:
        """Whether more is about to be read."""
        return self._pause.isActive() or self._reads > 0

    def let(self, *, allowed: bool) -> None:
        """Whether whoever sits here has to do with bookmarks; what another saw is forgotten."""
        self._allowed = allowed
        self._known = None
        self._review.timeline.set_flags(Flags())
        for action in self._actions:
            action.setEnabled(allowed)
        self._want()

    @Slot(object)
    def go(self, flag: BookmarkFlag) -> None:
        """Go to a bookmark, on its camera, and say what it is."""
        review = self._review
        review.go_to(flag.at_us)
        if review.chosen not in flag.cameras:
            rows = review.timeline_cameras
            camera = next((each for each in flag.cameras if each in rows), None)
            if camera is not None:
                review.choose(camera)
        review.tell(flag_words(flag), wrong=False)

    @Slot()
    def _want(self) -> None:
        if self._allowed and not self._is_known():
            self._pause.start()

    def _is_known(self) -> bool:
        cameras, span = self._review.timeline_cameras, self._review.timeline.scale.span
        if self._known is None:
            return not cameras
        known, its = self._known
        return its >= set(cameras) and known.start <= span.start and span.end <= known.end

    @Slot()
    def _read(self) -> None:
        cameras, span = self._review.timeline_cameras, self._review.timeline.scale.span
        if not cameras or not self._allowed:
            return
        wide = Span(span.start - span.length, span.end + span.length)
        known = self._known = (wide, frozenset(cameras))
        self._reads += 1

        def done(flags: list[BookmarkFlag]) -> None:
            self._reads -= 1
            if self._allowed and known is self._known:  # else it is not what is wanted now
                self._review.timeline.set_flags(Flags(flags, cut=len(flags) >= MOST_FLAGS))

        def failed(problem: Problem) -> None:
            self._reads -= 1
            if known is self._known:
                self._review.problem(problem)

        self._desk.tasks.run(lambda: self._bookmarks.flags(wide, cameras), done=done, failed=failed)

    @Slot(Changed)
    def _on_changed(self, event: Changed) -> None:
        if event.topics & _TOPICS:
            self._known = None
            if self._review.isVisible():
                self._want()

    def _step(self, *, later: bool) -> None:
        """To the next bookmark of the rows, however far it is."""
        review, bookmarks = self._review, self._bookmarks
        cameras = review.timeline_cameras
        if not cameras:
            review.tell(self.tr("Show the cameras first whose bookmarks you look for."))
            return
        # While it plays, the one just gone to lies a little behind.
        at_us = review.playback.at_us - (0 if later else _HERE_US)

        def done(flag: BookmarkFlag | None) -> None:
            if flag is not None:
                self.go(flag)
            elif later:
                review.tell(self.tr("There is no later bookmark of these cameras."))
            else:
                review.tell(self.tr("There is no earlier bookmark of these cameras."))

        self._desk.tasks.run(
            lambda: bookmarks.beside(from_us(at_us), cameras, later=later),
            done=done,
            failed=review.problem,
        )

    def _on_still(self) -> None:
        """The picture of the bookmark at the clock."""
        review = self._review
        near = review.timeline.flags_near(review.chosen, review.playback.at_us, _HERE_US)
        if near:
            self.still_wanted.emit(near[0].id)
        else:
            review.tell(self.tr("Go to a bookmark first: Shift+PgUp and Shift+PgDown do it."))
