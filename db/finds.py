"""Looks for bookmarks and incidents together, newest first, without reading more than it must.

Every way to search walks along indexes that lie in the order of time (``db.find_sides``); the
shortest one is gone (``db.find_ways``), and given up after ``MOST_WALKED`` rows: then the page says
how far back it has looked, and goes on from there when it is asked to.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from heapq import merge
from typing import Any

from sqlalchemy import func, select, tuple_
from sqlalchemy.orm import Session

from db.case_records import CategoryId, IncidentId, IncidentState, Severity
from db.case_tables import CategoryRow, IncidentRow
from db.find_records import Finds, Found, FoundKind, FoundText, Place, Term, Viewer, Wanted, rank_of
from db.find_sides import INCIDENTS, SIDES, IncidentSide, Meant, Side, way_of_words
from db.find_texts import texts_of
from db.find_ways import Condition, Measured, Source, Way, floor_of, shortest
from db.moment_tables import BookmarkCameraRow
from db.records import ClusterId
from db.tables import CameraRow

MOST_WALKED = 3000
MOST_COMPLETED = 40
"""Of more words that begin alike none is meant: another letter is wanted."""

_FEW = 4000  # so many are sorted in a few milliseconds
_IDS_AT_ONCE = 900
_A_DAY = timedelta(days=1)  # an incident that began so long before a span may last into it
_AFTER_Z = "{"  # the sign behind the last letter


_Asked = Callable[[Source], list[Condition]]
"""What is asked of the rows of a source."""


@dataclass(frozen=True, slots=True)
class _Search:
    """One side of a search: what is asked of its rows, and behind which place of the list."""

    side: Side
    wanted: Wanted
    viewer: Viewer
    before: Place | None
    asked: dict[str, Condition]

    def within(self, source: Source) -> list[Condition]:
        """The stretch of ``source`` that is looked at."""
        return [*_reach(self.side, source, self.wanted), *_behind(self.side, source, self.before)]

    def left(self, way: Way) -> list[Condition]:
        """What a way does not meet by itself."""
        return [condition for name, condition in self.asked.items() if name != way.meets]


class FindIndex:
    """Bookmarks and incidents as they are looked for."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._severities: dict[CategoryId, Severity] | None = None

    def page(
        self,
        wanted: Wanted,
        viewer: Viewer,
        limit: int = 50,
        before: Place | None = None,
        walked: int = MOST_WALKED,
    ) -> Finds:
        """What ``wanted`` asks for and ``viewer`` may see, newest first, behind ``before``.

        ``walked`` rows of a source are looked at, more or less.
        """
        streams, cut = [], None
        for side in SIDES:
            if side.kind not in wanted.kinds or not side.wants(wanted):
                continue
            search = _Search(side, wanted, viewer, before, side.asked(wanted, viewer))
            for measured, asked in self._ways(search, walked):
                for source, floor in zip(measured.way.sources, measured.floors, strict=True):
                    rows = self._rows(search, source, asked(source), floor, limit + 1)
                    streams.append(rows)
                    if floor is not None and len(rows) <= limit:
                        cut = floor if cut is None else max(cut, floor)
        found = list(itertools.islice(_distinct(streams, cut), limit + 1))
        if len(found) > limit:
            return Finds(
                found=tuple(found[:limit]), further=found[limit - 1].place, looked_back_to=None
            )
        further = None if cut is None else Place(cut, -1, 0)
        return Finds(found=tuple(found), further=further, looked_back_to=cut)

    def texts(
        self, found: Iterable[Found], viewer: Viewer
    ) -> dict[tuple[FoundKind, int], FoundText]:
        """What results say to ``viewer``, by kind and id; what has gone meanwhile is left out."""
        return texts_of(self._session, found, viewer)

    def clusters(self, found: Iterable[Found]) -> Counter[ClusterId]:
        """How many of ``found`` are of each cluster, by their cameras or by what was said."""
        counts: Counter[ClusterId] = Counter()
        ids: dict[FoundKind, list[int]] = {kind: [] for kind in FoundKind}
        for each in found:
            ids[each.kind].append(each.id)
        marks, cases = BookmarkCameraRow, IncidentRow
        for some in _in_parts(ids[FoundKind.BOOKMARK]):
            query = select(CameraRow.cluster_id, marks.bookmark_id).distinct()
            query = query.join(CameraRow, CameraRow.id == marks.camera_id)
            rows = self._session.execute(query.where(marks.bookmark_id.in_(some)))
            counts.update(ClusterId(cluster_id) for cluster_id, _ in rows)
        for some in _in_parts(ids[FoundKind.INCIDENT]):
            its = select(cases.cluster_id).where(cases.id.in_(some), cases.cluster_id.is_not(None))
            counts.update(ClusterId(each) for each in self._session.scalars(its) if each)
        return counts

    def by_people(self, found: Iterable[Found], terms: Iterable[Term]) -> frozenset[IncidentId]:
        """Those incidents that say one of ``terms`` where persons and vehicles are told alone."""
        words = sorted({word for term in terms for word in self._meant(INCIDENTS, term).words})
        its = {each.id: each.at for each in found if each.kind is FoundKind.INCIDENT}
        if not words or not its:
            return frozenset()
        table = INCIDENTS.words
        query = select(table.incident_id).where(
            table.word.in_(words),
            table.at.in_(sorted(set(its.values()))),
            table.incident_id.in_(its),
            table.people,
        )
        return frozenset(IncidentId(each) for each in self._session.scalars(query))

    def completed(self, word: str, limit: int = MOST_COMPLETED) -> list[str]:
        """Words of the index that begin with ``word``, in the order of letters.

        Of what is told of persons alone there is none: whoever may not read it would guess.
        """
        found: set[str] = set()
        for side in SIDES:
            found.update(self._completed(side, word, limit))
        return sorted(found)[:limit]

    def _ways(self, search: _Search, walked: int) -> Iterator[tuple[Measured, _Asked]]:
        """The shortest way through one side, and those to what people have to do with it.

        Words are asked first: they turn most rows away, and the row that has them is not read.
        """
        side, wanted, viewer = search.side, search.wanted, search.viewer
        ways = [*side.ways(wanted, viewer), *self._ways_of_places(side, wanted)]
        meant = [self._meant(side, term) for term in wanted.terms]
        of_words = [way_of_words(side, each, viewer) for each in meant]
        chosen = shortest(self._session, [*of_words, *ways], search.within, walked)
        others = [each for each, way in zip(meant, of_words, strict=True) if way is not chosen.way]
        left = search.left(chosen.way)
        yield chosen, lambda source: [*(side.holding(o, viewer, source) for o in others), *left]
        for way in side.people_ways(wanted):
            its = shortest(self._session, [way], search.within, walked)
            yield its, _always(search.left(way))

    def _ways_of_places(self, side: Side, wanted: Wanted) -> Iterator[Way]:
        """Along the wanted places, if what else is marked there is few enough to be sorted."""
        if isinstance(side, IncidentSide) and wanted.cameras is not None:
            its = self._session.scalars(side.marked_on(wanted.cameras).limit(_FEW + 1)).all()
            if len(its) <= _FEW:
                yield side.way_of_places(wanted, set(its))

    def _meant(self, side: Side, term: Term) -> Meant:
        if not term.more or len(term.word) < 2:
            return Meant(term, (term.word,))
        words = self._completed(side, term.word, MOST_COMPLETED + 1)
        return Meant(term, tuple(words) if len(words) <= MOST_COMPLETED else (term.word,))

    def _completed(self, side: Side, word: str, limit: int) -> list[str]:
        """From each word on to the next one: one look for each, however often it stands there."""
        table, end = side.words, word + _AFTER_Z
        first = select(func.min(table.word).label("word")).where(
            table.word >= word, table.word < end
        )
        walk = first.cte(recursive=True)
        following = (
            select(func.min(table.word))
            .where(table.word > walk.c.word, table.word < end)
            .scalar_subquery()
        )
        walk = walk.union_all(select(following).where(walk.c.word.is_not(None)))
        found = select(walk.c.word).where(walk.c.word.is_not(None)).limit(limit)
        return list(self._session.scalars(found))

    def _rows(
        self,
        search: _Search,
        source: Source,
        asked: Collection[Condition],
        floor: datetime | None,
        limit: int,
    ) -> list[Found]:
        """The first of a source, back to ``floor``.

        Rows under several values are sorted before the first of them is known, so the nearest are
        looked at alone, as long as these are enough.
        """
        if floor is not None and not source.is_one:
            near = floor_of(self._session, source, search.within(source), limit)
            if near is not None and near > floor:
                rows = self._rows_back_to(search, source, asked, near, limit)
                if len(rows) == limit:
                    return rows
        return self._rows_back_to(search, source, asked, floor, limit)

    def _rows_back_to(
        self,
        search: _Search,
        source: Source,
        asked: Collection[Condition],
        floor: datetime | None,
        limit: int,
    ) -> list[Found]:
        side = search.side
        query = select(source.at, source.id, side.row.category_id, side.state, side.severity)
        if source.id is not side.row.id:
            query = query.join_from(source.id.class_, side.row, side.row.id == source.id)
        if not source.is_one:
            query = query.distinct()  # one of several cameras or words is under each of them
        if floor is not None:
            query = query.where(source.at >= floor)
        query = query.where(*source.rows, *search.within(source), *asked)
        rows = self._session.execute(query.order_by(*source.order).limit(limit))
        return [self._found(side, row) for row in rows]

    def _found(self, side: Side, row: Any) -> Found:
        at, id_, category_id, state, severity = row
        if side.kind is FoundKind.BOOKMARK:
            severity = None if category_id is None else self._severity_of(category_id)
        return Found(
            kind=side.kind,
            id=id_,
            at=at,
            category_id=category_id,
            state=None if state is None else IncidentState(state),
            severity=None if severity is None else Severity(severity),
        )

    def _severity_of(self, category_id: CategoryId) -> Severity:
        if self._severities is None:
            rows = self._session.execute(select(CategoryRow.id, CategoryRow.severity))
            self._severities = {CategoryId(id_): Severity(word) for id_, word in rows}
        return self._severities[category_id]


def _always(conditions: list[Condition]) -> _Asked:
    return lambda _: conditions


def _reach(side: Side, source: Source, wanted: Wanted) -> Iterator[Condition]:
    """The stretch of the source that the wanted time lies in."""
    if wanted.since is not None:
        earlier = _A_DAY if side.kind is FoundKind.INCIDENT else timedelta(0)
        yield source.at >= wanted.since - earlier
    if wanted.until is not None:
        yield source.at < wanted.until


def _behind(side: Side, source: Source, before: Place | None) -> Iterator[Condition]:
    if before is None:
        return
    rank = rank_of(side.kind)
    if rank == before.rank:
        yield source.at <= before.at  # for the index; what follows is of the same instant
        yield tuple_(source.at, source.id) < (before.at, before.id)
    elif rank < before.rank:
        yield source.at <= before.at
    else:
        yield source.at < before.at


def _distinct(streams: list[list[Found]], cut: datetime | None) -> Iterator[Found]:
    """All streams in one order, each result once, back to where one of them was given up."""
    last = None
    for found in merge(*streams, key=lambda each: each.place, reverse=True):
        if cut is not None and found.at < cut:
            return
        if found != last:
            yield found
        last = found


def _in_parts(ids: list[int]) -> Iterator[list[int]]:
    for first in range(0, len(ids), _IDS_AT_ONCE):
        yield ids[first : first + _IDS_AT_ONCE]
