"""Bookmarks as timelines show them: columns alone, since thousands are read at once.

A record of ``Bookmarks`` takes ten times as long: its rows are objects of the session.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sqlalchemy import ColumnElement, Integer, Row, Select, select, type_coerce
from sqlalchemy.orm import Session

from db.case_records import BookmarkFlag, BookmarkId
from db.case_tables import CategoryRow
from db.moment_tables import BookmarkCameraRow, BookmarkRow
from db.records import CameraId
from db.tables import OfficerRow

_at_us = type_coerce(BookmarkRow.at, Integer)  # no datetime is made of it
_Found = Select[int, int, int | None, str, int | None, int]


def flags(
    session: Session,
    visible: ColumnElement[bool],
    cameras: Collection[CameraId],
    stretch_us: tuple[int, int],
    limit: int,
) -> list[BookmarkFlag]:
    """The newest ``limit`` in a half-open stretch, by time."""
    query = (
        _select(visible)
        .where(_at_us >= stretch_us[0], _at_us < stretch_us[1])
        .order_by(BookmarkRow.at.desc(), BookmarkRow.id.desc())
    )
    return _records(session, query, cameras, limit)[::-1]


def nearest(
    session: Session,
    visible: ColumnElement[bool],
    cameras: Collection[CameraId],
    us: int,
    *,
    later: bool,
) -> BookmarkFlag | None:
    """The one after an instant, or before it; none of that instant."""
    beyond, by_time = (_at_us > us, BookmarkRow.at) if later else (_at_us < us, _at_us.desc())
    # Not by its index: that would look each camera up for each bookmark.
    of_them = (BookmarkCameraRow.camera_id + 0).in_(cameras)
    one = (
        select(BookmarkRow.id)
        .join(BookmarkCameraRow, BookmarkCameraRow.bookmark_id == BookmarkRow.id)
        .where(BookmarkRow.undone_at.is_(None), visible, beyond, of_them)
        .order_by(by_time, BookmarkRow.id)
        .limit(1)
    )
    query = _select(visible).where(BookmarkRow.id == one.scalar_subquery())
    return next(iter(_records(session, query, cameras, 1)), None)


def _select(visible: ColumnElement[bool]) -> _Found:
    return (
        select(
            BookmarkRow.id,
            _at_us,
            BookmarkRow.category_id,
            BookmarkRow.note,
            BookmarkRow.made_by,
            BookmarkCameraRow.camera_id,
        )
        .join(BookmarkCameraRow, BookmarkCameraRow.bookmark_id == BookmarkRow.id)
        .where(BookmarkRow.undone_at.is_(None), visible)
    )


def _records(
    session: Session, query: _Found, cameras: Collection[CameraId], limit: int
) -> list[BookmarkFlag]:
    """Which cameras are wanted is asked here: SQLite would look each up for each bookmark."""
    connection, wanted = session.connection(), frozenset(cameras)
    categories = _names(connection.execute(select(CategoryRow.id, CategoryRow.name)))
    officers = _names(connection.execute(select(OfficerRow.id, OfficerRow.name)))
    of: dict[int, list[CameraId]] = {}
    moments: list[tuple[int, int, int | None, str, int | None]] = []
    for number, at_us, category_id, note, made_by, camera_id in connection.execute(query).all():
        if camera_id not in wanted:
            continue
        if (its := of.get(number)) is not None:
            its.append(CameraId(camera_id))
            continue
        if len(moments) == limit:
            break
        of[number] = [CameraId(camera_id)]
        moments.append((number, at_us, category_id, note, made_by))
    return [
        BookmarkFlag(
            id=BookmarkId(number),
            at_us=at_us,
            cameras=tuple(of[number]),
            category=categories.get(category_id, ""),
            note=note,
            officer=officers.get(made_by, ""),
        )
        for number, at_us, category_id, note, made_by in moments
    ]


def _names(rows: Iterable[Row[int, str]]) -> dict[int | None, str]:
    return {row[0]: row[1] for row in rows}
