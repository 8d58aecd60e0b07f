"""Rows of a source, newest first, read no further than they are asked for.

Under one value of its key they lie in their order and are stepped through.  Under several they must
be sorted: their keys alone, which stand in an index, and the rows are then looked up, part by part.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache, lru_cache
from typing import Any

from sqlalchemy import BigInteger, Integer, Select, bindparam, literal_column, select
from sqlalchemy import type_coerce as as_type
from sqlalchemy.orm import Session

from db.case_records import CategoryId
from db.find_records import Viewer, Wanted, rank_of
from db.find_sides import Side
from db.find_ways import MOST_BUILT, Measured, Path, Source, Stretch, bounded, floor_of
from db.find_words import Likeness, Meant, likeness, said_of, says
from db.search import listed
from db.statements import Quick, Values

Row = tuple[datetime, int, int, CategoryId | None, str | None, str | None, int | None]
"""A result as it is read, in the order of ``Place``: its instant, rank and id come first.

Then its category, state, severity, and the cluster of an incident.
"""

_LEAST_SHARE = 8  # keys of each value that are sorted first
_FURTHER = 8  # times as many next
_LEAST_PART, _MOST_PART = 32, 256  # rows that are looked up at once
_PART = 16  # rows that are stepped through at once


@dataclass(frozen=True, slots=True)
class Search:
    """One side of a search: what is asked of its rows, and what that is held against."""

    side: Side
    wanted: Wanted
    viewer: Viewer
    stretch: Stretch
    asked: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A way that is gone: what it does not meet by itself is asked of its rows."""

    measured: Measured
    asked: tuple[str, ...]
    others: tuple[Meant, ...] = ()


def rows_of(
    session: Session,
    search: Search,
    passage: Passage,
    source: Source,
    floor: datetime | None,
    limit: int,
) -> Generator[Row, None, None]:
    """The rows of ``source`` back to ``floor``, each once; nobody takes more than ``limit``."""
    others = tuple(likeness(each, search.viewer) for each in passage.others)
    given = {**search.stretch.given, **source.given, **said_of(passage.others)}
    if source.is_one and not source.path.few:
        bounds = search.stretch.bounds if floor is None else ("floor", *search.stretch.bounds)
        first = first_rows(
            search.side, source.path, source.is_single, bounds, others, passage.asked
        )
        yield from first.each(session, {**given, "floor": floor, "most": limit}, _PART)
        return
    looked_up, part = _rows_by_id(search.side, passage.asked), _LEAST_PART
    for bounds, limits in _parts(session, source, search.stretch, floor, limit):
        keys = _keys(search.side, source.path, source.is_single, bounds, others)
        found = keys.rows(session, {**given, **limits})
        # One of several cameras or words is under each of them.
        ids = [id_ for _, id_ in sorted(set(found), reverse=True)]
        while ids:
            rows = looked_up.rows(session, {**given, "ids": ids[:part]})
            yield from sorted(rows, reverse=True)
            ids, part = ids[part:], min(2 * part, _MOST_PART)


def _parts(
    session: Session, source: Source, stretch: Stretch, floor: datetime | None, limit: int
) -> Iterator[tuple[tuple[str, ...], Values]]:
    """Bounds of the nearest part of a source, which may be enough, and of longer ones behind."""
    until: tuple[str, ...] = ()
    near: datetime | None = None
    share = max(_LEAST_SHARE, 2 * limit // max(1, len(source.values)))
    while not source.path.few:
        since = floor_of(session, source, stretch, share)
        if since is None or (floor is not None and since <= floor):
            break
        if near is None or since < near:
            yield (*stretch.bounds, "floor", *until), {"floor": since, "ceiling": near}
            near, until = since, ("ceiling",)
        share *= _FURTHER
    bounds = () if floor is None else ("floor",)
    yield (*stretch.bounds, *bounds, *until), {"floor": floor, "ceiling": near}


@lru_cache(MOST_BUILT)
def first_rows(
    side: Side,
    path: Path,
    single: bool,
    bounds: tuple[str, ...],
    others: tuple[Likeness, ...],
    asked: tuple[str, ...],
) -> Quick:
    """The first rows of a path, of which something is asked."""
    query = _columns(side, path)
    if path.id is not side.row.id:
        query = query.join_from(path.id.class_, side.row, side.row.id == path.id)
    query = query.where(*path.rows(single=single), *bounded(path, bounds))
    query = _which(query, side, path, others, asked)
    return Quick(query.order_by(*path.order).limit(bindparam("most", type_=Integer)))


@lru_cache(MOST_BUILT)
def _keys(
    side: Side, path: Path, single: bool, bounds: tuple[str, ...], others: tuple[Likeness, ...]
) -> Quick:
    """Instants and ids of what says the ``others``: the row that does not is not read."""
    query = select(as_type(path.at, BigInteger), path.id)
    if any(other.of_categories for other in others) and path.id is not side.row.id:
        query = query.join_from(path.id.class_, side.row, side.row.id == path.id)
    query = query.where(*path.rows(single=single), *bounded(path, bounds))
    return Quick(_which(query, side, path, others, ()))


@cache
def _rows_by_id(side: Side, asked: tuple[str, ...]) -> Quick:
    """The rows of "ids" of which something is asked, in no order."""
    query = _columns(side, side.whole).where(side.row.id.in_(listed("ids")))
    return Quick(_which(query, side, side.whole, (), asked))


def _columns(side: Side, path: Path) -> Select[Any]:
    rank = literal_column(str(rank_of(side.kind)), Integer)
    return select(
        path.at, rank, path.id, side.row.category_id, side.state, side.severity, side.cluster_id
    )


def _which(
    query: Select[Any],
    side: Side,
    path: Path,
    others: tuple[Likeness, ...],
    asked: tuple[str, ...],
) -> Select[Any]:
    return query.where(
        *(says(side, path, place, each) for place, each in enumerate(others)),
        *(side.conditions[name] for name in asked),
    )
