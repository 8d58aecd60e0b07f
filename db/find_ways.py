"""Ways through bookmarks and incidents in the order of time, and which of them is the shortest.

A way is walked along sources: indexes whose rows lie in the order of time under each value of their
key.  All ways are measured with the same stick: after so many rows, the one that reaches furthest
back has the least to look through.  Every statement is built once (``db.statements``) for a path
and for what bounds it; a list of values is a table (``db.search.bound_rows``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    BigInteger,
    BindParameter,
    ColumnElement,
    Integer,
    bindparam,
    func,
    select,
    tuple_,
    type_coerce,
)
from sqlalchemy.orm import InstrumentedAttribute, Session

from db.columns import UtcMicros
from db.search import bound_rows, listed
from db.statements import Quick, Values

Condition = ColumnElement[bool]
MOST_BUILT = 500
"""So many statements of a kind are kept; a station asks some dozens."""
_LEAST_SHARE = 20  # rows of one value, however many values there are
_TRIES = 3


@dataclass(frozen=True, slots=True, eq=False)
class Path:
    """Rows in the order of ``at``, ``id`` under each value of ``key``; without one all of them.

    ``few``: they lie in another order, and are few enough to be sorted.
    """

    at: InstrumentedAttribute[Any]
    id: InstrumentedAttribute[Any]
    key: InstrumentedAttribute[Any] | None = None
    where: tuple[Condition, ...] = ()
    few: bool = False

    @property
    def order(self) -> tuple[ColumnElement[Any], ...]:
        """Newest first."""
        return self.at.desc(), self.id.desc()

    def rows(self, *, single: bool) -> tuple[Condition, ...]:
        """Which they are: those under the one "value", or under several "values"."""
        if self.key is None:
            return self.where
        its = self.key == bindparam("value") if single else self.key.in_(listed("values"))
        return (its, *self.where)


@dataclass(frozen=True, slots=True)
class Source:
    """The rows of a path that lie under some values of its key."""

    path: Path
    values: tuple[int | str, ...] = ()

    @property
    def is_one(self) -> bool:
        """Whether its rows are in one order, each once."""
        return self.path.few or self.path.key is None or self.is_single

    @property
    def is_single(self) -> bool:
        """Whether there is one value: then nothing needs to be sorted."""
        return len(self.values) == 1

    @property
    def given(self) -> dict[str, object]:
        """What its statements are given."""
        return {"value": self.values[0]} if self.is_single else {"values": self.values}


@dataclass(frozen=True, slots=True)
class Way:
    """Sources that together hold all that may be found; ``meets`` needs not be asked of them."""

    sources: tuple[Source, ...]
    meets: str = ""


@dataclass(frozen=True, slots=True)
class Stretch:
    """The part of a source that is looked at: names of ``bounds``, and what they are given."""

    bounds: tuple[str, ...]
    given: Values


@dataclass(frozen=True, slots=True)
class Measured:
    """A way, how many rows it has, and how far back each source is walked, None to its end."""

    way: Way
    count: int
    floors: tuple[datetime | None, ...] = field(default=())

    @property
    def length(self) -> tuple[int, float]:
        """The shorter, the better: first what can be walked to its end."""
        cut = [floor.timestamp() for floor in self.floors if floor is not None]
        return (1, max(cut)) if cut else (0, float(self.count))


def measured(
    session: Session, ways: Sequence[Way], stretch: Stretch, walked: int
) -> list[Measured]:
    """All ``ways``, the shortest first, each source walked ``walked`` rows far, more or less.

    The rows of an only way are not counted: there is none to compare it with.
    """
    is_only = len(ways) == 1
    its = (_measured(session, way, stretch, walked, is_only=is_only) for way in ways)
    return sorted(its, key=lambda each: each.length)


def floor_of(session: Session, source: Source, stretch: Stretch, share: int) -> datetime | None:
    """When the row lies that is ``share`` rows back, of the value that has the newest such row."""
    path, bounds = source.path, stretch.bounds
    one = source.is_one
    statement = _nth(path, source.is_single, bounds) if one else _newest_nth(path, bounds)
    values = {**stretch.given, **source.given, "share": share}
    found: datetime | None = statement.scalar(session, values)
    return found


def bounded(path: Path, bounds: Iterable[str]) -> list[Condition]:
    """What is asked of the rows of ``path`` that lie within ``bounds``."""
    return [_BOUNDS[name](path) for name in bounds]


def instant(name: str) -> BindParameter[datetime]:
    """An instant that is bound as ``name``."""
    return bindparam(name, type_=UtcMicros)


def idle(column: Any) -> ColumnElement[Any]:
    """``column``, of whose index the database shall make no use."""
    return type_coerce(column, BigInteger) + 0


_BOUNDS: dict[str, Callable[[Path], Condition]] = {
    "since": lambda path: path.at >= instant("reach"),
    "until": lambda path: path.at < instant("until"),
    "floor": lambda path: path.at >= instant("floor"),
    "ceiling": lambda path: path.at < instant("ceiling"),
    # Of the place behind which a page begins:
    "at_most": lambda path: path.at <= instant("before_at"),
    "before": lambda path: path.at < instant("before_at"),
    "behind": lambda path: (
        tuple_(path.at, path.id)
        < tuple_(instant("before_at"), bindparam("before_id", type_=BigInteger))
    ),
}


def _measured(
    session: Session, way: Way, stretch: Stretch, walked: int, *, is_only: bool
) -> Measured:
    count, floors = 0, []
    for source in way.sources:
        rows, floor = _reach(session, source, stretch, walked, is_only=is_only)
        count += rows
        floors.append(floor)
    return Measured(way, count, tuple(floors))


def _reach(
    session: Session, source: Source, stretch: Stretch, walked: int, *, is_only: bool
) -> tuple[int, datetime | None]:
    """How many rows are walked, and back to when, None for all."""
    if source.path.few and source.values and not stretch.bounds:
        return min(len(source.values), walked), None
    if source.path.few:
        return 0 if is_only else _count(session, source, stretch, most=walked), None
    share = walked if source.is_one else max(walked // max(1, len(source.values)), _LEAST_SHARE)
    for _ in range(_TRIES):
        floor = floor_of(session, source, stretch, share)
        if floor is None:
            return 0 if is_only else _count(session, source, stretch), None
        if source.is_one:
            return walked, floor
        count = _count(session, source, stretch, floor=floor)
        if 2 * count > walked or share >= walked:
            break
        # Some values have most of the rows: the others need not be cut as short.
        share = min(walked, share * walked // max(1, count))
    return count, floor


def _count(
    session: Session,
    source: Source,
    stretch: Stretch,
    most: int | None = None,
    floor: datetime | None = None,
) -> int:
    bounds = stretch.bounds if floor is None else (*stretch.bounds, "floor")
    statement = _counted(source.path, source.is_single, bounds, most is not None)
    values = {**stretch.given, **source.given, "most": most, "floor": floor}
    return int(statement.scalar(session, values))


@lru_cache(MOST_BUILT)
def _nth(path: Path, single: bool, bounds: tuple[str, ...]) -> Quick:
    row = select(path.at).where(*path.rows(single=single), *bounded(path, bounds))
    return Quick(row.order_by(*path.order).offset(_number("share")).limit(1))


@lru_cache(MOST_BUILT)
def _newest_nth(path: Path, bounds: tuple[str, ...]) -> Quick:
    """Of several values, each of which is looked at apart."""
    assert path.key is not None  # without one there is one order
    values = bound_rows("values")
    row = select(path.at).where(path.key == values.c.value, *path.where, *bounded(path, bounds))
    row = row.order_by(path.at.desc()).offset(_number("share")).limit(1)
    # The type of what comes out is that of ``at``, whose integers are compared.
    newest = func.max(row.correlate(values).scalar_subquery(), type_=path.at.type)
    return Quick(select(newest).select_from(values))


@lru_cache(MOST_BUILT)
def _counted(path: Path, single: bool, bounds: tuple[str, ...], some: bool) -> Quick:
    rows = select(path.id).where(*path.rows(single=single), *bounded(path, bounds))
    if some:
        rows = rows.limit(_number("most"))
    return Quick(select(func.count()).select_from(rows.subquery()))


def _number(name: str) -> BindParameter[int]:
    return bindparam(name, type_=Integer)
