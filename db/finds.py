"""Looks for bookmarks and incidents together, newest first, without reading more than it must.

Every way to search walks along indexes that lie in the order of time (``db.find_sides``); the
shortest one is gone (``db.find_ways``), and given up after ``MOST_WALKED`` rows: then the page says
how far back it has looked, and goes on from there when it is asked to.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from functools import cache
from heapq import merge
from typing import Any, TypeVar

from sqlalchemy import Integer, String, bindparam, exists, func, select
from sqlalchemy.orm import Session

from db.case_records import CategoryId, IncidentId, IncidentState, Severity
from db.case_tables import CategoryRow, IncidentRow
from db.find_records import (
    Finds,
    Found,
    FoundKind,
    FoundText,
    Place,
    Shared,
    Term,
    Viewer,
    Wanted,
    rank_of,
)
from db.find_rows import Passage, Row, Search, rows_of
from db.find_sides import INCIDENTS, SIDES, IncidentSide, Side
from db.find_texts import texts_of
from db.find_ways import Stretch, Way, measured
from db.find_words import Meant, way_of_words
from db.moment_tables import BookmarkCameraRow, BookmarkRow
from db.records import ClusterId
from db.search import listed
from db.statements import Quick, Values
from db.tables import CameraRow
from db.word_tables import IncidentWordRow

MOST_WALKED = 3000
MOST_COMPLETED = 40
"""Of more words that begin alike none is meant: another letter is wanted."""

_FEW = 4000  # so many are sorted in a few milliseconds
_A_DAY = timedelta(days=1)
_AFTER_Z = "{"  # the sign behind the last letter
_BOOKMARK = rank_of(FoundKind.BOOKMARK)
_COLUMNS = 7  # of a row

_Value = TypeVar("_Value")


class FindIndex:
    """Bookmarks and incidents as they are looked for."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._severities: dict[CategoryId | None, Severity] | None = None

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
        rows, cut = self._first(wanted, viewer, limit + 1, before, walked)
        found = tuple(map(self._found, rows[:limit]))
        if len(rows) > limit:
            return Finds(found=found, further=found[-1].place, looked_back_to=None)
        further = None if cut is None else Place(cut, -1, 0)
        return Finds(found=found, further=further, looked_back_to=cut)

    def shared(
        self, wanted: Wanted, viewer: Viewer, limit: int, walked: int = MOST_WALKED
    ) -> Shared:
        """What the first page of ``limit`` results would have in common."""
        rows, cut = self._first(wanted, viewer, limit + 1, None, walked)
        its = list(zip(*rows[:limit], strict=True)) or [()] * _COLUMNS
        ats, ranks, ids, categories, states, severities, clusters = its
        by_category = self._severities_by_category()
        severities_in_order = (
            by_category.get(category) if rank == _BOOKMARK else severity
            for rank, category, severity in zip(ranks, categories, severities, strict=True)
        )
        marked = [id_ for rank, id_ in zip(ranks, ids, strict=True) if rank == _BOOKMARK]
        return Shared(
            count=len(ats),
            is_more=len(rows) > limit or cut is not None,
            kinds=_counted(_KINDS.__getitem__, ranks),
            states=_counted(IncidentState, states),
            severities=_counted(Severity, severities_in_order),
            categories=_counted(CategoryId, categories),
            clusters=self._clusters(marked, clusters),
            instants=ats,
        )

    def texts(
        self, found: Iterable[Found], viewer: Viewer
    ) -> dict[tuple[FoundKind, int], FoundText]:
        """What results say to ``viewer``, by kind and id; what has gone meanwhile is left out."""
        return texts_of(self._session, found, viewer)

    def by_people(self, found: Iterable[Found], terms: Iterable[Term]) -> frozenset[IncidentId]:
        """Those incidents that say one of ``terms`` where persons and vehicles are told alone."""
        words = {word for term in terms for word in self._meant(INCIDENTS, term).words}
        its = [each.id for each in found if each.kind is FoundKind.INCIDENT]
        if not words or not its:
            return frozenset()
        values = {"words": words, "ids": its}
        return frozenset(map(IncidentId, _BY_PEOPLE.column(self._session, values)))

    def completed(self, word: str, limit: int = MOST_COMPLETED) -> list[str]:
        """Words of the index that begin with ``word``, in the order of letters.

        Of what is told of persons alone there is none: whoever may not read it would guess.
        """
        found: set[str] = set()
        for side in SIDES:
            found.update(self._completed(side, word, limit))
        return sorted(found)[:limit]

    def _first(
        self, wanted: Wanted, viewer: Viewer, count: int, before: Place | None, walked: int
    ) -> tuple[list[Row], datetime | None]:
        """So many rows of both sides, and how far back was looked if there are fewer."""
        streams: list[Generator[Row, None, None]] = []
        ended: list[datetime] = []  # the floors of streams that were given up
        given = _given(wanted, viewer, before)
        for side in SIDES:
            if side.kind not in wanted.kinds or not side.wants(wanted):
                continue
            search = _search(side, wanted, viewer, before, given)
            for passage in self._passages(search, walked):
                way, floors = passage.measured.way, passage.measured.floors
                for source, floor in zip(way.sources, floors, strict=True):
                    rows = rows_of(self._session, search, passage, source, floor, count)
                    streams.append(rows if floor is None else _noting(rows, floor, ended))
        found = list(itertools.islice(_distinct(streams, ended), count))
        for stream in streams:
            stream.close()  # what is not wanted is left in the index
        return found, None if len(found) == count else max(ended, default=None)

    def _clusters(self, marked: list[int], told: Iterable[int | None]) -> Mapping[ClusterId, int]:
        """How many are of each cluster, by their cameras or by what is told."""
        counts = Counter(dict(_CLUSTERS_MARKED.rows(self._session, {"ids": marked})))
        # In the order of ids, which is that of those with as many.
        counts.update(sorted(each for each in told if each is not None))
        return {ClusterId(each): count for each, count in counts.items()}

    def _passages(self, search: Search, walked: int) -> Iterator[Passage]:
        """The shortest way through one side, and those to what people have to do with it.

        Words are asked first, the seldom ones before the usual: they turn most rows away, and the
        row that has them is not read.
        """
        side, wanted, viewer, stretch = search.side, search.wanted, search.viewer, search.stretch
        meant = [self._meant(side, term) for term in wanted.terms]
        of_words = {way_of_words(side, each, viewer): each for each in meant}
        ways = [*of_words, *side.ways(wanted, viewer), *self._ways_of_places(side, wanted)]
        chosen, *longer = measured(self._session, ways, stretch, walked)
        others = [of_words[each.way] for each in longer if each.way in of_words]
        left = tuple(name for name in search.asked if name != chosen.way.meets)
        yield Passage(chosen, left, tuple(others))
        for way in side.people_ways(wanted):
            (its,) = measured(self._session, [way], stretch, walked)
            yield Passage(its, search.asked)

    def _ways_of_places(self, side: Side, wanted: Wanted) -> Iterator[Way]:
        """Along the wanted places, if what else is marked there is few enough to be sorted."""
        if isinstance(side, IncidentSide) and wanted.cameras is not None:
            values = {"cameras": wanted.cameras, "most": _FEW + 1}
            its = _MARKED_ON.column(self._session, values)
            if len(its) <= _FEW:
                yield side.way_of_places(wanted, set(its))

    def _meant(self, side: Side, term: Term) -> Meant:
        if not term.more or len(term.word) < 2:
            return Meant(term, (term.word,))
        words = self._completed(side, term.word, MOST_COMPLETED + 1)
        return Meant(term, tuple(words) if len(words) <= MOST_COMPLETED else (term.word,))

    def _completed(self, side: Side, word: str, limit: int) -> list[str]:
        values = {"word": word, "end": word + _AFTER_Z, "most": limit}
        return _completions(side).column(self._session, values)

    def _found(self, row: Row) -> Found:
        at, rank, id_, category_id, state, severity, _ = row
        kind = _KINDS[rank]
        if kind is FoundKind.BOOKMARK and category_id is not None:
            severity = self._severities_by_category()[category_id]
        return Found(
            kind=kind,
            id=id_,
            at=at,
            category_id=category_id,
            state=None if state is None else IncidentState(state),
            severity=None if severity is None else Severity(severity),
        )

    def _severities_by_category(self) -> dict[CategoryId | None, Severity]:
        if self._severities is None:
            rows = _SEVERITIES.rows(self._session, {})
            self._severities = {CategoryId(id_): Severity(word) for id_, word in rows}
        return self._severities


def _search(
    side: Side, wanted: Wanted, viewer: Viewer, before: Place | None, given: Values
) -> Search:
    # An incident that began so long before may last into the time that is wanted.
    earlier = _A_DAY if side.kind is FoundKind.INCIDENT else timedelta(0)
    reach = None if wanted.since is None else wanted.since - earlier
    stretch = Stretch(tuple(_bounds(side, wanted, before)), {**given, "reach": reach})
    return Search(side, wanted, viewer, stretch, tuple(side.asked(wanted, viewer)))


def _bounds(side: Side, wanted: Wanted, before: Place | None) -> Iterator[str]:
    """Those of the wanted time, and of the place behind which a page begins."""
    if wanted.since is not None:
        yield "since"
    if wanted.until is not None:
        yield "until"
    if before is None:
        return
    rank = rank_of(side.kind)
    if rank == before.rank:
        yield "at_most"  # for the index; what follows is of the same instant
        yield "behind"
    else:
        yield "at_most" if rank < before.rank else "before"


def _given(wanted: Wanted, viewer: Viewer, before: Place | None) -> dict[str, object]:
    """What paths, bounds and conditions are held against, by the names that these have for it."""
    return {
        "me": viewer.officer_id,
        "their_cameras": viewer.cameras,
        "their_clusters": viewer.clusters,
        "cameras": wanted.cameras,
        "clusters": wanted.clusters,
        "states": wanted.states,
        "severities": wanted.severities,
        "categories": wanted.categories,
        "members": wanted.members,
        "mine": wanted.mine,
        "number": wanted.number,
        "year": wanted.year,
        "since": wanted.since,
        "until": wanted.until,
        "before_at": None if before is None else before.at,
        "before_id": None if before is None else before.id,
    }


@cache
def _completions(side: Side) -> Quick:
    """From each word on to the next one: one look for each, however often it stands there."""
    table, end = side.words, bindparam("end", type_=String)
    first = select(func.min(table.word).label("word"))
    first = first.where(table.word >= bindparam("word", type_=String), table.word < end)
    walk = first.cte(recursive=True)
    following = select(func.min(table.word)).where(table.word > walk.c.word, table.word < end)
    walk = walk.union_all(select(following.scalar_subquery()).where(walk.c.word.is_not(None)))
    found = select(walk.c.word).where(walk.c.word.is_not(None))
    return Quick(found.limit(bindparam("most", type_=Integer)))


def _noting(
    rows: Iterator[Row], floor: datetime, ended: list[datetime]
) -> Generator[Row, None, None]:
    yield from rows
    ended.append(floor)


def _distinct(streams: Sequence[Iterator[Row]], ended: list[datetime]) -> Iterator[Row]:
    """All streams in one order, each result once, back to where one of them was given up."""
    last = None
    for row in merge(*streams, reverse=True):
        if ended and row[0] < max(ended):
            return
        if row != last:
            yield row
        last = row


def _counted(as_what: Callable[[Any], _Value], values: Iterable[Any]) -> dict[_Value, int]:
    counts = Counter(each for each in values if each is not None)
    return {as_what(each): count for each, count in counts.items()}


_KINDS = {rank_of(kind): kind for kind in FoundKind}
_SEVERITIES = Quick(select(CategoryRow.id, CategoryRow.severity))
_MARKED_ON = Quick(
    select(BookmarkRow.incident_id)
    .where(
        BookmarkRow.id == BookmarkCameraRow.bookmark_id,
        BookmarkRow.incident_id.is_not(None),
        BookmarkCameraRow.camera_id.in_(listed("cameras")),
    )
    .limit(bindparam("most", type_=Integer))
)
"""The ids of the incidents that have bookmarks of cameras, some of them more than once."""
_CLUSTERS_MARKED = Quick(
    select(CameraRow.cluster_id, func.count(BookmarkCameraRow.bookmark_id.distinct()))
    .join(CameraRow, CameraRow.id == BookmarkCameraRow.camera_id)
    .where(BookmarkCameraRow.bookmark_id.in_(listed("ids")))
    .group_by(CameraRow.cluster_id)
)
_BY_PEOPLE = Quick(
    select(IncidentRow.id).where(
        IncidentRow.id.in_(listed("ids")),
        exists().where(
            IncidentWordRow.word.in_(listed("words")),
            IncidentWordRow.at == IncidentRow.began_at,
            IncidentWordRow.incident_id == IncidentRow.id,
            IncidentWordRow.people,
        ),
    )
)
