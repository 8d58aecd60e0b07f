"""Ways through bookmarks and incidents in the order of time, and which of them is the shortest.

A way is walked along sources: indexes whose rows lie in the order of time under each value of their
key.  All ways are measured with the same stick: after so many rows, the one that reaches furthest
back has the least to look through.  A list of values is a table (``db.search.as_rows``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, ColumnElement, func, select, type_coerce
from sqlalchemy.orm import InstrumentedAttribute, Session

from db.search import as_rows

Condition = ColumnElement[bool]
_LEAST_SHARE = 20  # rows of one value, however many values there are
_TRIES = 3


@dataclass(frozen=True, slots=True)
class Source:
    """Rows in the order of ``at``, ``id`` under each of ``values``; without a ``key`` all of them.

    ``few``: they lie in another order, and are few enough to be sorted.
    """

    at: InstrumentedAttribute[Any]
    id: InstrumentedAttribute[Any]
    key: InstrumentedAttribute[Any] | None = None
    values: tuple[int | str, ...] = ()
    where: tuple[Condition, ...] = ()
    few: bool = False

    @property
    def order(self) -> tuple[ColumnElement[Any], ...]:
        """Newest first."""
        at = type_coerce(self.at, BigInteger) + 0 if self.few else self.at
        return at.desc(), self.id.desc()

    @property
    def is_one(self) -> bool:
        """Whether its rows are in one order, each once."""
        return self.few or self.key is None or len(self.values) == 1

    @property
    def rows(self) -> tuple[Condition, ...]:
        """Which they are."""
        if self.key is None:
            return self.where
        one = len(self.values) == 1
        its = self.key == self.values[0] if one else self.key.in_(self.values)
        return (its, *self.where)


@dataclass(frozen=True, slots=True)
class Way:
    """Sources that together hold all that may be found; ``meets`` needs not be asked of them."""

    sources: tuple[Source, ...]
    meets: str = ""


Within = Callable[[Source], Sequence[Condition]]
"""The stretch of a source that is looked at."""


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


def shortest(session: Session, ways: Iterable[Way], within: Within, walked: int) -> Measured:
    """The way to go, each source of which is walked ``walked`` rows far, more or less.

    The rows of an only way are not counted: there is none to compare it with.
    """
    some = list(ways)
    is_only = len(some) == 1
    measured = (_measured(session, way, within, walked, is_only=is_only) for way in some)
    return min(measured, key=lambda each: each.length)


def _measured(
    session: Session, way: Way, within: Within, walked: int, *, is_only: bool
) -> Measured:
    count, floors = 0, []
    for source in way.sources:
        rows, floor = _reach(session, source, within(source), walked, is_only=is_only)
        count += rows
        floors.append(floor)
    return Measured(way, count, tuple(floors))


def _reach(
    session: Session, source: Source, within: Sequence[Condition], walked: int, *, is_only: bool
) -> tuple[int, datetime | None]:
    """How many rows are walked, and back to when, None for all."""
    if source.few:
        if is_only:
            return 0, None
        return _count(session, source, within, walked), None
    share = walked if source.is_one else max(walked // max(1, len(source.values)), _LEAST_SHARE)
    for _ in range(_TRIES):
        floor = floor_of(session, source, within, share)
        if floor is None:
            return 0 if is_only else _count(session, source, within), None
        if source.is_one:
            return walked, floor
        count = _count(session, source, [*within, source.at >= floor])
        if 2 * count > walked or share >= walked:
            break
        # Some values have most of the rows: the others need not be cut as short.
        share = min(walked, share * walked // max(1, count))
    return count, floor


def floor_of(
    session: Session, source: Source, within: Sequence[Condition], share: int
) -> datetime | None:
    """When the row lies that is ``share`` rows back, of the value that has the newest such row."""
    if source.key is None or source.is_one:
        row = select(source.at).where(*source.rows, *within)
        found: datetime | None = session.scalar(row.order_by(*source.order).offset(share).limit(1))
        return found
    values = as_rows(source.values)
    row = select(source.at).where(source.key == values.c.value, *source.where, *within)
    row = row.order_by(source.at.desc())
    nth = row.offset(share).limit(1).correlate(values).scalar_subquery()
    # The type of what comes out is that of ``at``, whose integers are compared.
    query = select(func.max(nth, type_=source.at.type)).select_from(values)
    newest: datetime | None = session.scalar(query)
    return newest


def _count(
    session: Session, source: Source, within: Sequence[Condition], most: int | None = None
) -> int:
    some = select(source.id).where(*source.rows, *within)
    if most is not None:
        some = some.limit(most)
    return session.scalar(select(func.count()).select_from(some.subquery())) or 0
