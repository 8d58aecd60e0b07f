"""The moment: marked by one key, described later, kept from the first second on."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import TypeVar

from console.audit import Act, Audit, told
from console.case_ties import tell_described
from console.clock import Clock
from console.errors import DiskFull, FieldRefused
from console.events import Reason, StreamState
from console.forms import FieldRule
from console.free_text import clean_line
from console.gate import Gate
from console.moments import AHEAD, UNDO_WITHIN, BookmarkRule, follow, span_of, until_of
from console.rights import Action
from console.still_files import StillFiles
from db.case_records import (
    MOST_DRAFTS,
    MOST_FLAGS,
    Bookmark,
    BookmarkFlag,
    BookmarkId,
    Category,
    CategoryId,
    Shot,
)
from db.footage_records import HoldId, HoldReason
from db.records import CameraId, OfficerId, Role, Span, TeamId, to_us
from db.store import Store, Unit

MOST_CAMERAS = 100
LONGEST_NOTE = 300

_ON_ITS_WAY = timedelta(seconds=2)  # from a key of the tenth second to this call

States = Mapping[CameraId, tuple[StreamState, Reason]]
T = TypeVar("T")
log = logging.getLogger(__name__)


class Bookmarks:
    """Marks moments, describes them, lists them.  Blocks: not for the GUI thread.

    Any call asks for ``BOOKMARK``, and may raise ``NotAllowed`` and ``StoreProblem``.  A change is
    announced as ``Topic.BOOKMARKS``, and logged: ids, words and counts, never what was written.  A
    bookmark of a restricted incident is ``Gone`` for whoever is not named as its reader.
    """

    def __init__(
        self, store: Store, gate: Gate, audit: Audit, clock: Clock, files: StillFiles, date: Clock
    ) -> None:
        """By ``date`` holds run; ``clock`` is the one that footage is recorded by."""
        self._files = files
        self._date = date
        self._store = store
        self._gate = gate
        self._audit = audit
        self._clock = clock

    def mark(
        self,
        cameras: Sequence[CameraId],
        at: datetime,
        states: States = MappingProxyType({}),
        category_id: CategoryId | None = None,
        note: str = "",
    ) -> Bookmark:
        """Mark a moment: bookmark, hold and log entry are on disk together when this returns.

        Works with a camera that is off, which the bookmark tells, and with the disk full: then the
        reserve is given up for it.  The times are in ``db/README.md``.

        Args:
            cameras: Those that show it, the chosen one first.
            at: The instant of the key, not of this call.
            states: How the cameras were then; one that is missing here was live.
            category_id: None: it wants one later, and its footage is held until it has.
            note: A line of text, or "" for later.

        Raises:
            NotAllowed: a camera of another team, or an instant longer ago than the role may see.
            FieldRefused: ``field`` is "cameras", "at", "category" or "note".
            Gone: there is no such category.
            DiskFull: not even the reserve made room.

        """
        wanted = tuple(dict.fromkeys(cameras))
        now = self._clock.now()
        age = max(now - at, timedelta())
        officer_id = self._gate.require(Action.BOOKMARK, teams=self._teams(wanted), age=age)
        if not 1 <= len(wanted) <= MOST_CAMERAS:
            raise FieldRefused("cameras", BookmarkRule.CAMERAS)
        if at > now + AHEAD:
            raise FieldRefused("at", BookmarkRule.AHEAD)
        kept_note = clean_line("note", note, LONGEST_NOTE, may_be_empty=True)

        def write(unit: Unit) -> Bookmark:
            category = _category(unit, category_id)
            span = span_of(at, category)
            draft = category is None or not kept_note
            hold = unit.holds.place(
                cameras=wanted,
                span=span,
                reason=HoldReason.BOOKMARK,
                until=None if draft else until_of(category, self._date.now()),
                made_by=officer_id,
                made_at=now,
            )
            bookmark = unit.bookmarks.add(
                at=at,
                span=span,
                shots=[_shot(camera_id, states) for camera_id in wanted],
                category_id=category_id,
                note=kept_note,
                hold_id=hold.id,
                made_by=officer_id,
                made_at=now,
            )
            self._audit.write(
                unit,
                Act.BOOKMARK_MADE,
                "bookmark",
                bookmark.id,
                officer_id=officer_id,
                at=told(at),
                cameras=list(wanted),
                category=category_id,
                hold=hold.id,
                since=told(span.start),
                to=told(span.end),
                until=None if hold.until is None else told(hold.until),
            )
            return bookmark

        return self._kept(write)

    def describe(
        self, bookmark_id: BookmarkId, category_id: CategoryId | None, note: str
    ) -> Bookmark:
        """Say what it was.  Once it has a category and a line it is no draft any more, for good.

        The span follows the category; the hold covers what it covered and the new span, and runs as
        long as the longest category that the bookmark had, from now on, said.  An incident that was
        submitted is told, so that nobody approves words that he did not read.

        Raises:
            FieldRefused: ``field`` is "category", "note" or "bookmark".
            Gone: no such bookmark for whoever sits here, or no such category.

        """
        officer_id = self._allow(bookmark_id)
        text = clean_line("note", note, LONGEST_NOTE, may_be_empty=True)
        officer = self._gate.officer()
        with self._store.begin() as unit:
            before = unit.bookmarks.bookmark(bookmark_id, officer)
            if (before.category_id, before.note) == (category_id, text):
                return before
            self._check_open(unit, before)
            category = _category(unit, category_id, before.category_id)
            if not before.is_draft and category is None:
                raise FieldRefused("category", FieldRule.EMPTY)
            if not before.is_draft and not text:
                raise FieldRefused("note", FieldRule.EMPTY)
            same = category_id == before.category_id
            span = before.span if same else span_of(before.at, category)
            after = unit.bookmarks.describe(bookmark_id, span, category_id, text)
            until = follow(unit, before, after, category, self._date.now())
            self._audit.write(
                unit,
                Act.BOOKMARK_CHANGED,
                "bookmark",
                bookmark_id,
                category=category_id,
                fields=[*([] if same else ["category"]), *(["note"] * (text != before.note))],
                since=told(span.start),
                to=told(span.end),
                until=None if until is None else told(until),
            )
            tell_described(unit, self._audit, after, officer_id, self._clock.now())
        return after

    def undo(self, bookmark_id: BookmarkId) -> Bookmark:
        """Take a bookmark back within ``UNDO_WITHIN`` of when it was made: nothing is held by it.

        No second officer is asked: it is nobody's evidence yet.  The row stays, its stills go.

        Raises:
            FieldRefused: ``field`` is "bookmark": too late, another's, or in an incident.
            Gone: no such bookmark for whoever sits here.

        """
        officer_id = self._gate.require(Action.BOOKMARK)
        now, officer = self._clock.now(), self._gate.officer()
        dropped: list[str] = []

        def write(unit: Unit) -> Bookmark:
            before = unit.bookmarks.bookmark(bookmark_id, officer)
            if before.undone_at is not None:
                return before
            if before.made_by != officer_id:
                raise FieldRefused("bookmark", BookmarkRule.NOT_HIS)
            if abs(now - before.made_at) > UNDO_WITHIN + _ON_ITS_WAY:
                raise FieldRefused("bookmark", BookmarkRule.LATE)
            if before.incident_id is not None:
                raise FieldRefused("bookmark", BookmarkRule.JOINED)
            dropped[:] = [shot.still for shot in before.shots if shot.still]
            if before.hold_id is not None and _is_held(unit, before.hold_id):
                unit.holds.release(before.hold_id, now)
            after = unit.bookmarks.undo(bookmark_id, now)
            self._audit.write(
                unit, Act.BOOKMARK_UNDONE, "bookmark", bookmark_id, hold=before.hold_id
            )
            return after

        undone = self._kept(write)
        for file in dropped:
            self._files.drop(file)
        return undone

    def bookmark(self, bookmark_id: BookmarkId) -> Bookmark:
        """One bookmark, also one that was taken back.  Raises Gone."""
        self._gate.require(Action.BOOKMARK)
        officer = self._gate.officer()
        with self._store.read() as unit:
            return unit.bookmarks.bookmark(bookmark_id, officer)

    def drafts(self) -> list[Bookmark]:
        """What whoever sits here has still to describe, the newest first; the chief sees all.

        At most ``MOST_DRAFTS`` and one, which tells that there are more.
        """
        self._gate.require(Action.BOOKMARK)
        officer = self._gate.officer()
        of_all = officer is None or officer.role is Role.CHIEF
        with self._store.read() as unit:
            return unit.bookmarks.drafts(officer, of_all=of_all, limit=MOST_DRAFTS + 1)

    def flags(self, span: Span, cameras: Collection[CameraId]) -> list[BookmarkFlag]:
        """What a timeline shows of ``cameras`` in ``span``, in order; the newest ``MOST_FLAGS``.

        They take some 40 ms, whatever the span.
        """
        self._gate.require(Action.BOOKMARK, teams=self._teams(cameras))
        officer = self._gate.officer()
        stretch_us = (to_us(span.start), to_us(span.end))
        with self._store.read() as unit:
            return unit.bookmarks.flags(officer, cameras, stretch_us, MOST_FLAGS)

    def beside(
        self, at: datetime, cameras: Collection[CameraId], *, later: bool
    ) -> BookmarkFlag | None:
        """The next bookmark of ``cameras`` after ``at``, or the one before it; None: no more."""
        self._gate.require(Action.BOOKMARK, teams=self._teams(cameras))
        officer = self._gate.officer()
        with self._store.read() as unit:
            return unit.bookmarks.beside(officer, cameras, to_us(at), later=later)

    def newest(self, limit: int = 200, before: BookmarkId | None = None) -> list[Bookmark]:
        """Those that were made last come first; ``before``: those made before that one."""
        self._gate.require(Action.BOOKMARK)
        officer = self._gate.officer()
        with self._store.read() as unit:
            return unit.bookmarks.newest(officer, limit, before)

    def categories(self) -> list[Category]:
        """What a bookmark may be of, each branch before its leaves; none that is retired."""
        self._gate.require(Action.BOOKMARK)
        with self._store.read() as unit:
            return [each for each in unit.categories.all() if not each.retired]

    def _allow(self, bookmark_id: BookmarkId) -> OfficerId | None:
        """Only for whoever may handle all its cameras; who that is.  Raises NotAllowed, Gone."""
        self._gate.require(Action.BOOKMARK)  # before it is told whether there is such a bookmark
        officer = self._gate.officer()
        with self._store.read() as unit:
            cameras = unit.bookmarks.bookmark(bookmark_id, officer).cameras
        return self._gate.require(Action.BOOKMARK, teams=self._teams(cameras))

    def _check_open(self, unit: Unit, bookmark: Bookmark) -> None:
        """A draft may be completed at any time; what was said of a settled case stays said."""
        if bookmark.undone_at is not None:
            raise FieldRefused("bookmark", BookmarkRule.UNDONE)
        if not bookmark.is_draft and unit.bookmarks.is_settled(bookmark):
            raise FieldRefused("bookmark", BookmarkRule.SETTLED)

    def _kept(self, write: Callable[[Unit], T]) -> T:
        """One unit of work; on a full disk once more, into what the reserve left."""
        try:
            with self._store.begin() as unit:
                return write(unit)
        except DiskFull:
            log.info("the disk is full: a bookmark goes into the reserve")
            with self._store.begin() as unit:
                return write(unit)

    def _teams(self, cameras: Iterable[CameraId]) -> set[TeamId | None]:
        with self._store.read() as unit:
            return unit.fleet.teams_of(cameras)


def _is_held(unit: Unit, hold_id: HoldId) -> bool:
    return unit.holds.hold(hold_id).released_at is None


def _category(
    unit: Unit, category_id: CategoryId | None, had: CategoryId | None = None
) -> Category | None:
    """The category, which is given anew only while it is not retired."""
    if category_id is None:
        return None
    category = unit.categories.category(category_id)
    if category.retired and category_id != had:
        raise FieldRefused("category", BookmarkRule.RETIRED)
    return category


def _shot(camera_id: CameraId, states: States) -> Shot:
    state, reason = states.get(camera_id, (StreamState.LIVE, Reason.NONE))
    if state is StreamState.LIVE:
        return Shot(camera_id=camera_id)
    return Shot(
        camera_id=camera_id, state=state, reason="" if reason is Reason.NONE else str(reason)
    )
