"""Bookmarks as timelines show them: columns alone, since thousands are read at once.

A record of ``Bookmarks`` takes ten times as long: its rows are objects of the session.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import chain
from typing import TypeAlias, cast

from sqlalchemy import ColumnElement, Integer, Row, Select, func, select, type_coerce
from sqlalchemy.orm import Session

from db.case_records import BookmarkFlag, BookmarkId
from db.case_tables import CategoryRow
from db.moment_tables import BookmarkCameraRow, BookmarkRow
from db.records import CameraId
from db.search import as_rows
from db.structs import replace
from db.tables import CameraRow, OfficerRow

_Stretch: TypeAlias = tuple[int, int]  # microseconds, half-open

_at_us = type_coerce(BookmarkRow.at, Integer)  # no datetime is made of it
_of_camera_us = type_coerce(BookmarkCameraRow.at, Integer)
# The ids are told here once: to name their types for each of thousands would take a tenth longer.
_Found = Select[BookmarkId, int, int | None, str, int | None, CameraId]
_Row = Row[BookmarkId, int, int | None, str, int | None, CameraId]
_FEW = 0.5  # share of all cameras up to which each is looked up by itself
_WALKED = 4  # times as many bookmarks as are wanted are looked through before it asks again
_READ = 2000


def flags(
    session: Session,
    visible: ColumnElement[bool],
    cameras: Collection[CameraId],
    stretch_us: _Stretch,
    limit: int,
) -> list[BookmarkFlag]:
    """The newest ``limit`` in a half-open stretch, by time."""
    count = session.scalar(select(func.count()).select_from(CameraRow)) or 0
    share = len(cameras) / max(1, count)
    found: list[BookmarkFlag] = []
    while cameras and len(found) < limit and stretch_us[0] < stretch_us[1]:
        rest = limit - len(found)
        since_us = _since(session, stretch_us, rest, share)
        its, id_, us = BookmarkCameraRow.at, BookmarkCameraRow.bookmark_id, _of_camera_us
        if share > _FEW:  # by time, and which cameras are wanted is asked here
            its, id_, us = BookmarkRow.at, BookmarkRow.id, _at_us
        query = _select(visible).where(us >= since_us, us < stretch_us[1])
        if share <= _FEW:
            some = select(as_rows(sorted(cameras)).c.value)
            query = query.where(BookmarkCameraRow.camera_id.in_(some))
        query = query.order_by(its.desc(), id_.desc())
        found += _records(session, query, cameras, rest)
        stretch_us = (stretch_us[0], since_us)
    return found[::-1]


def nearest(
    session: Session,
    visible: ColumnElement[bool],
    cameras: Collection[CameraId],
    us: int,
    *,
    later: bool,
) -> BookmarkFlag | None:
    """The one after an instant, or before it; none of that instant."""
    beyond = _of_camera_us > us if later else _of_camera_us < us
    key = (BookmarkCameraRow.at, BookmarkCameraRow.bookmark_id)
    camera = as_rows(sorted(cameras))
    of_each = (
        select(BookmarkCameraRow.bookmark_id)
        .join(BookmarkRow, BookmarkRow.id == BookmarkCameraRow.bookmark_id)
        .where(BookmarkCameraRow.camera_id == camera.c.value, beyond)
        .where(BookmarkRow.undone_at.is_(None), visible)
        .order_by(*(key if later else (each.desc() for each in key)))
        .limit(1)
        .correlate(camera)
        .scalar_subquery()
    )
    by_time = _at_us + 0  # not by its index: they are a few, and would be looked for along it
    one = (
        select(BookmarkRow.id)
        .where(BookmarkRow.id.in_(select(of_each).select_from(camera)))
        .order_by(by_time if later else by_time.desc(), BookmarkRow.id)
        .limit(1)
    )
    query = _select(visible).where(BookmarkRow.id == one.scalar_subquery())
    return next(iter(_records(session, query, cameras, 1)), None)


def _since(session: Session, stretch_us: _Stretch, wanted: int, share: float) -> int:
    """Down to when a stretch is read at once: most of what is ``wanted`` lies above it."""
    walked = min(int(wanted / max(share, 1 / wanted)), _WALKED * wanted)
    query = (
        select(_at_us)
        .where(_at_us >= stretch_us[0], _at_us < stretch_us[1])
        .order_by(BookmarkRow.at.desc())
        .offset(walked)
        .limit(1)
    )
    found = session.scalar(query)
    return stretch_us[0] if found is None else found


def _select(visible: ColumnElement[bool]) -> _Found:
    query = (
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
    return cast("_Found", query)


def _records(
    session: Session, query: _Found, cameras: Collection[CameraId], limit: int
) -> list[BookmarkFlag]:
    """In the order of ``query``, which has the cameras of a bookmark side by side."""
    connection, wanted = session.connection(), frozenset(cameras)
    categories = _names(connection.execute(select(CategoryRow.id, CategoryRow.name)))
    officers = _names(connection.execute(select(OfficerRow.id, OfficerRow.name)))
    found: list[BookmarkFlag] = []
    last = None
    for number, at_us, category_id, note, made_by, camera_id in _rows(session, query):
        if camera_id not in wanted:
            continue
        if number == last:
            found[-1] = replace(found[-1], cameras=(*found[-1].cameras, camera_id))
            continue
        if len(found) == limit:
            break
        last = number
        flag = BookmarkFlag(
            id=number,
            at_us=at_us,
            cameras=(camera_id,),
            category=categories.get(category_id, ""),
            note=note,
            officer=officers.get(made_by, ""),
        )
        found.append(flag)
    return found


def _rows(session: Session, query: _Found) -> Iterator[_Row]:
    """As they come: what lies beyond the last that is wanted is not read."""
    with session.connection().execute(query) as result:
        yield from chain.from_iterable(result.partitions(_READ))


def _names(rows: Iterable[Row[int, str]]) -> dict[int | None, str]:
    return {row[0]: row[1] for row in rows}
