"""Bookmarks as timelines show them: columns alone, since thousands are read at once.

A record of ``Bookmarks`` takes ten times as long: its rows are objects of the session.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain, groupby
from operator import itemgetter
from typing import Any, TypeAlias, cast

from sqlalchemy import ColumnElement, Integer, Row, Select, bindparam, func, select, type_coerce
from sqlalchemy.orm import Session

from db.case_records import BookmarkFlag, BookmarkId
from db.case_tables import CategoryRow
from db.moment_tables import BookmarkCameraRow, BookmarkRow
from db.records import CameraId
from db.search import as_rows, listed
from db.statements import Statement
from db.tables import CameraRow, OfficerRow

_Stretch: TypeAlias = tuple[int, int]  # microseconds, half-open

_at_us = type_coerce(BookmarkRow.at, Integer)  # no datetime is made of it
_of_camera_us = type_coerce(BookmarkCameraRow.at, Integer)
# The ids are told here once: to name their types for each of thousands would take a tenth longer.
_Found = Select[BookmarkId, int, int | None, str, int | None, CameraId]
_Row = Row[BookmarkId, int, int | None, str, int | None, CameraId]
_FEW = 0.5  # share of all cameras up to which each is looked up by itself
_RARE = 0.03  # … and up to which all that they ever had is counted
_SPARE = 200  # some are of two cameras, undone, or not to be seen
_READ = 2000
_number = itemgetter(0)
_first_us, _last_us = bindparam("first", type_=Integer), bindparam("last", type_=Integer)
_walked = bindparam("walked", type_=Integer)
_COUNT = Statement(select(func.count()).select_from(CameraRow))
_CATEGORIES = Statement(select(CategoryRow.id, CategoryRow.name))
_OFFICERS = Statement(select(OfficerRow.id, OfficerRow.name))
_BY_TIME = Statement(
    select(_at_us)
    .where(_at_us >= _first_us, _at_us < _last_us)
    .order_by(BookmarkRow.at.desc())
    .offset(_walked)
    .limit(1)
)
_BY_CAMERA = Statement(
    select(_of_camera_us)
    .where(BookmarkCameraRow.camera_id.in_(listed("cameras")))
    .where(_of_camera_us >= _first_us, _of_camera_us < _last_us)
    .order_by(BookmarkCameraRow.at.desc())
    .offset(_walked)
    .limit(1)
)


def flags(
    session: Session,
    visible: ColumnElement[bool],
    cameras: Collection[CameraId],
    stretch_us: _Stretch,
    limit: int,
) -> list[BookmarkFlag]:
    """The newest ``limit`` in a half-open stretch, by time."""
    count = _COUNT.scalar(session, {}) or 0
    share = len(cameras) / max(1, count)
    names = _Names(session)
    found: list[BookmarkFlag] = []
    walked = int((limit + _SPARE) / max(share, _RARE))
    while cameras and len(found) < limit and stretch_us[0] < stretch_us[1]:
        rest = limit - len(found)
        since_us = stretch_us[0]
        if share > _RARE:
            since_us = _since(session, _BY_TIME, (since_us, stretch_us[1]), walked)
            walked *= 2  # these cameras may have fewer than others
        if share <= _FEW:
            part_us = (since_us, stretch_us[1])
            since_us = _since(session, _BY_CAMERA, part_us, rest + _SPARE, cameras)
        its, id_, us = BookmarkCameraRow.at, BookmarkCameraRow.bookmark_id, _of_camera_us
        if share > _FEW:  # by time, and which cameras are wanted is asked here
            its, id_, us = BookmarkRow.at, BookmarkRow.id, _at_us
        query = _select(visible).where(us >= since_us, us < stretch_us[1])
        if share <= _FEW:
            some = select(as_rows(sorted(cameras)).c.value)
            query = query.where(BookmarkCameraRow.camera_id.in_(some))
        query = query.order_by(its.desc(), id_.desc())
        found += _records(session, query, cameras, rest, names)
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
    return next(iter(_records(session, query, cameras, 1, _Names(session))), None)


class _Names:
    """What a flag calls its category and its officer, read once."""

    def __init__(self, session: Session) -> None:
        self.categories: dict[int | None, str] = _named(_CATEGORIES.rows(session, {}))
        self.officers: dict[int | None, str] = _named(_OFFICERS.rows(session, {}))


def _since(
    session: Session,
    cut: Statement,
    stretch_us: _Stretch,
    walked: int,
    cameras: Collection[CameraId] = (),
) -> int:
    """From when on a stretch has the last ``walked`` of what ``cut`` counts."""
    first, last = stretch_us
    values = {"first": first, "last": last, "walked": walked, "cameras": sorted(cameras)}
    found = cut.scalar(session, values)
    return first if found is None else int(found)


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
    session: Session,
    query: _Found,
    cameras: Collection[CameraId],
    limit: int,
    names: _Names,
) -> list[BookmarkFlag]:
    """In the order of ``query``, which has the cameras of a bookmark side by side."""
    wanted = frozenset(cameras)
    categories, officers = names.categories, names.officers
    found: list[BookmarkFlag] = []
    rows = (row for row in _rows(session, query) if row[-1] in wanted)
    for _, its in groupby(rows, _number):
        if len(found) == limit:
            break
        (number, at_us, category_id, note, made_by, camera_id), *others = its
        flag = BookmarkFlag(
            id=number,
            at_us=at_us,
            cameras=(camera_id, *(row[-1] for row in others)),
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


def _named(rows: Iterable[Sequence[Any]]) -> dict[int | None, str]:
    return {row[0]: row[1] for row in rows}
