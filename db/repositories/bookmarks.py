"""Moments that officers marked: rows in, records out, and nothing of what is not to be seen."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    and_,
    exists,
    insert,
    literal_column,
    or_,
    select,
    true,
    update,
)
from sqlalchemy.orm import Session

from db.case_records import (
    MOST_DRAFTS,
    Bookmark,
    BookmarkFlag,
    BookmarkId,
    CategoryId,
    IncidentId,
    IncidentState,
    Shot,
)
from db.case_tables import IncidentRow
from db.errors import Gone
from db.footage_records import HoldId
from db.moment_tables import BookmarkCameraRow, BookmarkRow
from db.records import CameraId, Officer, OfficerId, Span, Topic
from db.repositories import incident_lists
from db.repositories.bookmark_flags import flags, nearest
from db.search import listed
from db.statements import Statement
from db.tables import CameraRow, ClusterRow

_UNSETTLED = (IncidentState.DRAFT, IncidentState.RETURNED)
# Made once, and into the tables rather than through the classes: a key waits for these.
_ADD = insert(BookmarkRow).returning(BookmarkRow.id)
_ADD_SHOTS = insert(BookmarkCameraRow)
_BOOKMARKS = select(
    BookmarkRow.id,
    BookmarkRow.at,
    BookmarkRow.start,
    BookmarkRow.end,
    BookmarkRow.category_id,
    BookmarkRow.note,
    BookmarkRow.incident_id,
    BookmarkRow.hold_id,
    BookmarkRow.made_by,
    BookmarkRow.made_at,
    BookmarkRow.undone_at,
)
_SHOTS = Statement(
    select(
        BookmarkCameraRow.bookmark_id,
        BookmarkCameraRow.camera_id,
        BookmarkCameraRow.state,
        BookmarkCameraRow.reason,
        BookmarkCameraRow.still,
        BookmarkCameraRow.sha256,
        BookmarkCameraRow.drawing,
    )
    .where(BookmarkCameraRow.bookmark_id.in_(listed("bookmarks")))
    .order_by(BookmarkCameraRow.bookmark_id, BookmarkCameraRow.place)
)


class Bookmarks:
    """Bookmarks, those that were undone included.

    ``seen_by`` is whom the answer is for, None for a station without officers.  A bookmark of a
    restricted incident is there for its readers alone; an officer who is narrowed to teams sees
    what concerns a camera of theirs.
    """

    def __init__(self, session: Session, touched: set[Topic]) -> None:
        self._session = session
        self._touched = touched

    def add(
        self,
        *,
        at: datetime,
        span: Span,
        shots: Sequence[Shot],
        category_id: CategoryId | None,
        note: str,
        hold_id: HoldId | None,
        made_by: OfficerId | None,
        made_at: datetime,
    ) -> Bookmark:
        """Keep a moment.  ``shots`` are in their order, one a camera."""
        connection = self._session.connection()
        values = {
            "at_us": at,
            "start_us": span.start,
            "end_us": span.end,
            "category_id": category_id,
            "note": note,
            "hold_id": hold_id,
            "made_by": made_by,
            "made_at_us": made_at,
        }
        bookmark_id = BookmarkId(connection.execute(_ADD, values).scalar_one())
        its = [_shot_values(bookmark_id, at, *each) for each in enumerate(shots)]
        if its:
            connection.execute(_ADD_SHOTS, its)
        self._touched.add(Topic.BOOKMARKS)
        return Bookmark(
            id=bookmark_id,
            at=at,
            span=span,
            shots=tuple(shots),
            category_id=category_id,
            note=note,
            incident_id=None,
            hold_id=hold_id,
            made_by=made_by,
            made_at=made_at,
            undone_at=None,
        )

    def bookmark(self, bookmark_id: BookmarkId, seen_by: Officer | None) -> Bookmark:
        """One bookmark.  Raises Gone, also for one that is not to be seen."""
        visible = _visible(seen_by, hidden_from)
        found = self._records(_BOOKMARKS.where(BookmarkRow.id == bookmark_id, visible))
        if not found:
            raise Gone("bookmark")
        return found[0]

    def newest(
        self, seen_by: Officer | None, limit: int = 200, before: BookmarkId | None = None
    ) -> list[Bookmark]:
        """Those made last come first; ``before``: those with a lower id.  None that was undone."""
        query = (
            _BOOKMARKS.where(BookmarkRow.undone_at.is_(None), _visible(seen_by))
            .order_by(BookmarkRow.id.desc())
            .limit(limit)
        )
        if before is not None:
            query = query.where(BookmarkRow.id < before)
        return self._records(query)

    def drafts(
        self, seen_by: Officer | None, *, of_all: bool, limit: int = MOST_DRAFTS
    ) -> list[Bookmark]:
        """What wants a category or a line of text, the newest moment first."""
        query = (
            _BOOKMARKS.where(is_draft(), _visible(seen_by))
            .order_by(BookmarkRow.at.desc(), BookmarkRow.id.desc())
            .limit(limit)
        )
        if not of_all and seen_by is not None:
            query = query.where(BookmarkRow.made_by == seen_by.id)
        return self._records(query)

    def flags(
        self,
        seen_by: Officer | None,
        cameras: Collection[CameraId],
        stretch_us: tuple[int, int],
        limit: int,
    ) -> list[BookmarkFlag]:
        """Bookmarks of ``cameras`` in a half-open stretch, by time; the newest so many.

        Each tells of its cameras those that were asked for, and are for ``seen_by``.
        """
        its = self._of_teams(seen_by, cameras)
        return flags(self._session, _open_to(seen_by), its, stretch_us, limit)

    def beside(
        self, seen_by: Officer | None, cameras: Collection[CameraId], us: int, *, later: bool
    ) -> BookmarkFlag | None:
        """The bookmark of ``cameras`` next to an instant, itself left out."""
        its = self._of_teams(seen_by, cameras)
        return nearest(self._session, _open_to(seen_by), its, us, later=later)

    def notes(self, seen_by: Officer | None, *, own: bool, limit: int = 200) -> list[str]:
        """What was written last, the newest first; ``own``: by ``seen_by`` himself."""
        query = (
            select(BookmarkRow.note)
            .where(BookmarkRow.note != "", BookmarkRow.undone_at.is_(None), _visible(seen_by))
            .order_by(BookmarkRow.at.desc(), BookmarkRow.id.desc())
            .limit(limit)
        )
        if own and seen_by is not None:
            query = query.where(BookmarkRow.made_by == seen_by.id)
        return list(self._session.scalars(query))

    def describe(
        self, bookmark_id: BookmarkId, span: Span, category_id: CategoryId | None, note: str
    ) -> Bookmark:
        """Let a bookmark be of a category, say ``note`` and keep ``span``.  Raises Gone."""
        row = self._row(bookmark_id)
        row.start, row.end = span.start, span.end
        row.category_id, row.note = category_id, note
        return self._changed(row)

    def undo(self, bookmark_id: BookmarkId, at: datetime) -> Bookmark:
        """Take a bookmark back; its row stays, without its stills.  Raises Gone."""
        row = self._row(bookmark_id)
        row.undone_at = at
        its = update(BookmarkCameraRow).where(BookmarkCameraRow.bookmark_id == row.id)
        self._session.execute(its.values(still="", drawing=""))
        return self._changed(row)

    def put_shot(self, bookmark_id: BookmarkId, shot: Shot) -> Bookmark:
        """Let ``shot`` stand for its camera.  Raises Gone."""
        its = self._session.get(BookmarkCameraRow, (bookmark_id, shot.camera_id))
        if its is None:
            raise Gone("camera")
        its.state, its.reason = shot.state, shot.reason
        its.still, its.sha256, its.drawing = shot.still, shot.sha256, shot.drawing
        return self._changed(self._row(bookmark_id))

    def stills(
        self, bookmark_ids: Collection[BookmarkId]
    ) -> dict[tuple[BookmarkId, CameraId], str]:
        """The still of each of their cameras, "" where there is none."""
        columns = (BookmarkCameraRow.bookmark_id, BookmarkCameraRow.camera_id)
        query = select(*columns, BookmarkCameraRow.still).where(
            BookmarkCameraRow.bookmark_id.in_(bookmark_ids)
        )
        return {
            (BookmarkId(bookmark_id), CameraId(camera_id)): still
            for bookmark_id, camera_id, still in self._session.execute(query)
        }

    def is_settled(self, bookmark: Bookmark) -> bool:
        """Whether its incident was submitted, approved or closed."""
        if bookmark.incident_id is None:
            return False
        query = select(IncidentRow.state).where(IncidentRow.id == bookmark.incident_id)
        return self._session.scalar(query) not in {None, *_UNSETTLED}

    def _of_teams(
        self, seen_by: Officer | None, cameras: Collection[CameraId]
    ) -> Collection[CameraId]:
        """Those of ``cameras`` that concern an officer: what is of one of them does, too."""
        if seen_by is None or not seen_by.teams:
            return cameras
        query = select(CameraRow.id).join(ClusterRow, ClusterRow.id == CameraRow.cluster_id)
        theirs = self._session.scalars(query.where(ClusterRow.team_id.in_(seen_by.teams)))
        return set(cameras).intersection(theirs)

    def _changed(self, row: BookmarkRow) -> Bookmark:
        self._session.flush()
        self._touched.add(Topic.BOOKMARKS)
        return self._records(_BOOKMARKS.where(BookmarkRow.id == row.id))[0]

    def _records(self, query: Select[*tuple[Any, ...]]) -> list[Bookmark]:
        """What ``query``, of ``_BOOKMARKS``, finds."""
        # Not through the classes: no row becomes an object, which takes three times as long.
        rows = self._session.connection().execute(query).all()
        asked = {"bookmarks": [row[0] for row in rows]}
        shots: dict[int, list[Shot]] = {}
        for bookmark_id, *shot in _SHOTS.rows(self._session, asked) if rows else ():
            shots.setdefault(bookmark_id, []).append(_shot(shot))
        return [_bookmark(row, tuple(shots.get(row[0], ()))) for row in rows]

    def _row(self, bookmark_id: BookmarkId) -> BookmarkRow:
        row = self._session.get(BookmarkRow, bookmark_id)
        if row is None:
            raise Gone("bookmark")
        return row


def is_draft() -> ColumnElement[bool]:
    """Whether a ``BookmarkRow`` wants words; as its index says it, or SQLite would not take it."""
    no_note = BookmarkRow.note == literal_column("''")
    return and_(BookmarkRow.undone_at.is_(None), or_(BookmarkRow.category_id.is_(None), no_note))


def hidden_from(officer_id: OfficerId) -> ColumnElement[bool]:
    """Whether a ``BookmarkRow`` is of a restricted incident that does not name an officer."""
    return exists().where(
        IncidentRow.id == BookmarkRow.incident_id, incident_lists.hidden_from(officer_id)
    )


def hidden_by_id(officer_id: OfficerId) -> ColumnElement[bool]:
    """As ``hidden_from``, quicker where thousands of bookmarks are asked; never null."""
    its = BookmarkRow.incident_id
    return and_(its.is_not(None), its.in_(incident_lists.hidden_ids(officer_id)))


def _open_to(seen_by: Officer | None) -> ColumnElement[bool]:
    """Whether a ``BookmarkRow`` is not hidden from an officer, wherever it is; for thousands."""
    return true() if seen_by is None else ~hidden_by_id(seen_by.id)


def _visible(
    seen_by: Officer | None,
    hidden: Callable[[OfficerId], ColumnElement[bool]] = hidden_by_id,
) -> ColumnElement[bool]:
    if seen_by is None:
        return true()
    is_open = ~hidden(seen_by.id)
    if not seen_by.teams:
        return is_open
    cameras = select(CameraRow.id).join(ClusterRow, ClusterRow.id == CameraRow.cluster_id)
    theirs = exists().where(
        BookmarkCameraRow.bookmark_id == BookmarkRow.id,
        # ``+ 0``: its few cameras are looked through, not all of theirs looked up for it.
        (BookmarkCameraRow.camera_id + 0).in_(cameras.where(ClusterRow.team_id.in_(seen_by.teams))),
    )
    return and_(is_open, theirs)


def _shot_values(
    bookmark_id: BookmarkId, at: datetime, place: int, shot: Shot
) -> dict[str, object]:
    return {
        "bookmark_id": bookmark_id,
        "at_us": at,
        "camera_id": shot.camera_id,
        "place": place,
        "state": shot.state,
        "reason": shot.reason,
        "still": shot.still,
        "sha256": shot.sha256,
        "drawing": shot.drawing,
    }


def _shot(columns: Sequence[Any]) -> Shot:
    """From values in the order of ``_SHOTS``, behind the first."""
    camera_id, state, reason, still, sha256, drawing = columns
    return Shot(
        camera_id=CameraId(camera_id),
        state=state,
        reason=reason,
        still=still,
        sha256=sha256,
        drawing=drawing,
    )


def _bookmark(columns: Sequence[Any], shots: tuple[Shot, ...]) -> Bookmark:
    """From values in the order of ``_BOOKMARKS``."""
    bookmark_id, at, start, end, category_id, note, incident_id, *rest = columns
    hold_id, made_by, made_at, undone_at = rest
    return Bookmark(
        id=BookmarkId(bookmark_id),
        at=at,
        span=Span(start, end),
        shots=shots,
        category_id=None if category_id is None else CategoryId(category_id),
        note=note,
        incident_id=None if incident_id is None else IncidentId(incident_id),
        hold_id=None if hold_id is None else HoldId(hold_id),
        made_by=None if made_by is None else OfficerId(made_by),
        made_at=made_at,
        undone_at=undone_at,
    )
