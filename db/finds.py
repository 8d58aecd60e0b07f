"""Looks for bookmarks and incidents together, newest first, without reading more than it must.

Every way to search walks along indexes that lie in the order of time (``db.find_sides``); the
shortest one is gone (``db.find_ways``), and given up after ``MOST_WALKED`` rows: then the page says
how far back it has looked, and goes on from there when it is asked to.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache, lru_cache
from heapq import merge

from sqlalchemy import Integer, String, bindparam, exists, func, literal_column, select
from sqlalchemy.orm import Session

from db.case_records import CategoryId, IncidentId, IncidentState, Severity
from db.case_tables import CategoryRow, IncidentRow
from db.find_records import Finds, Found, FoundKind, FoundText, Place, Term, Viewer, Wanted, rank_of
from db.find_sides import (
    INCIDENTS,
    SIDES,
    IncidentSide,
    Likeness,
    Meant,
    Side,
    likeness,
    said_of,
    says,
    way_of_words,
)
from db.find_texts import texts_of
from db.find_ways import (
    MOST_BUILT,
    Measured,
    Path,
    Source,
    Stretch,
    Way,
    bounded,
    floor_of,
    measured,
)
from db.moment_tables import BookmarkCameraRow, BookmarkRow
from db.records import ClusterId
from db.search import listed
from db.statements import Statement, Values
from db.tables import CameraRow
from db.word_tables import IncidentWordRow

MOST_WALKED = 3000
MOST_COMPLETED = 40
"""Of more words that begin alike none is meant: another letter is wanted."""

_FEW = 4000  # so many are sorted in a few milliseconds
_A_DAY = timedelta(days=1)  # an incident that began so long before a span may last into it
_AFTER_Z = "{"  # the sign behind the last letter

_Row = tuple[datetime, int, int, CategoryId | None, str | None, str | None]
"""A result as it is read, in the order of ``Place``: its instant, rank and id come first."""


@dataclass(frozen=True, slots=True)
class _Search:
    """One side of a search: what is asked of its rows, and what that is held against."""

    side: Side
    wanted: Wanted
    viewer: Viewer
    stretch: Stretch
    asked: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Passage:
    """A way that is gone: what it does not meet by itself is asked of its rows."""

    measured: Measured
    asked: tuple[str, ...]
    others: tuple[Meant, ...] = ()


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
            search = _search(side, wanted, viewer, before)
            for passage in self._passages(search, walked):
                way, floors = passage.measured.way, passage.measured.floors
                for source, floor in zip(way.sources, floors, strict=True):
                    rows = self._rows(search, passage, source, floor, limit + 1)
                    streams.append(rows)
                    if floor is not None and len(rows) <= limit:
                        cut = floor if cut is None else max(cut, floor)
        rows_in_order = itertools.islice(_distinct(streams, cut), limit + 1)
        found = [self._found(row) for row in rows_in_order]
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
        ids: dict[FoundKind, list[int]] = {kind: [] for kind in FoundKind}
        for each in found:
            ids[each.kind].append(each.id)
        marked = _CLUSTERS_MARKED.rows(self._session, {"ids": ids[FoundKind.BOOKMARK]})
        told = _CLUSTERS_TOLD.rows(self._session, {"ids": ids[FoundKind.INCIDENT]})
        counts: Counter[ClusterId] = Counter()
        for cluster_id, count in (*marked, *told):
            counts[ClusterId(cluster_id)] += count
        return counts

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

    def _passages(self, search: _Search, walked: int) -> Iterator[_Passage]:
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
        yield _Passage(chosen, left, tuple(others))
        for way in side.people_ways(wanted):
            (its,) = measured(self._session, [way], stretch, walked)
            yield _Passage(its, search.asked)

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

    def _rows(
        self,
        search: _Search,
        passage: _Passage,
        source: Source,
        floor: datetime | None,
        limit: int,
    ) -> list[_Row]:
        """The first of a source, back to ``floor``.

        Rows under several values are sorted before the first of them is known, so the nearest are
        looked at alone, as long as these are enough.
        """
        if floor is not None and not source.is_one:
            near = floor_of(self._session, source, search.stretch, limit)
            if near is not None and near > floor:
                rows = self._rows_back_to(search, passage, source, near, limit)
                if len(rows) == limit:
                    return rows
        return self._rows_back_to(search, passage, source, floor, limit)

    def _rows_back_to(
        self,
        search: _Search,
        passage: _Passage,
        source: Source,
        floor: datetime | None,
        limit: int,
    ) -> list[_Row]:
        bounds = search.stretch.bounds if floor is None else ("floor", *search.stretch.bounds)
        others = tuple(likeness(each, search.viewer) for each in passage.others)
        statement = _first_rows(
            search.side, source.path, source.is_single, bounds, others, passage.asked
        )
        values = {
            **search.stretch.given,
            **source.given,
            **said_of(passage.others),
            "floor": floor,
            "most": limit,
        }
        return [tuple(row) for row in statement.rows(self._session, values)]

    def _found(self, row: _Row) -> Found:
        at, rank, id_, category_id, state, severity = row
        kind = _KINDS[rank]
        if kind is FoundKind.BOOKMARK and category_id is not None:
            severity = self._severity_of(category_id)
        return Found(
            kind=kind,
            id=id_,
            at=at,
            category_id=category_id,
            state=None if state is None else IncidentState(state),
            severity=None if severity is None else Severity(severity),
        )

    def _severity_of(self, category_id: CategoryId) -> Severity:
        if self._severities is None:
            rows = _SEVERITIES.rows(self._session, {})
            self._severities = {CategoryId(id_): Severity(word) for id_, word in rows}
        return self._severities[category_id]


def _search(side: Side, wanted: Wanted, viewer: Viewer, before: Place | None) -> _Search:
    stretch = Stretch(tuple(_bounds(side, wanted, before)), _given(side, wanted, viewer, before))
    return _Search(side, wanted, viewer, stretch, tuple(side.asked(wanted, viewer)))


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


def _given(side: Side, wanted: Wanted, viewer: Viewer, before: Place | None) -> Values:
    """What paths, bounds and conditions are held against, by the names that these have for it."""
    earlier = _A_DAY if side.kind is FoundKind.INCIDENT else timedelta(0)
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
        "reach": None if wanted.since is None else wanted.since - earlier,
        "until": wanted.until,
        "before_at": None if before is None else before.at,
        "before_id": None if before is None else before.id,
    }


@lru_cache(MOST_BUILT)
def _first_rows(
    side: Side,
    path: Path,
    single: bool,
    bounds: tuple[str, ...],
    others: tuple[Likeness, ...],
    asked: tuple[str, ...],
) -> Statement:
    """The first rows of a path, of which something is asked."""
    rank = literal_column(str(rank_of(side.kind)), Integer)
    query = select(path.at, rank, path.id, side.row.category_id, side.state, side.severity)
    if path.id is not side.row.id:
        query = query.join_from(path.id.class_, side.row, side.row.id == path.id)
    if path.key is not None and not single and not path.few:
        query = query.distinct()  # one of several cameras or words is under each of them
    query = query.where(
        *path.rows(single=single),
        *bounded(path, bounds),
        *(says(side, path, place, each) for place, each in enumerate(others)),
        *(side.conditions[name] for name in asked),
    )
    return Statement(query.order_by(*path.order).limit(bindparam("most", type_=Integer)))


@cache
def _completions(side: Side) -> Statement:
    """From each word on to the next one: one look for each, however often it stands there."""
    table, end = side.words, bindparam("end", type_=String)
    first = select(func.min(table.word).label("word"))
    first = first.where(table.word >= bindparam("word", type_=String), table.word < end)
    walk = first.cte(recursive=True)
    following = select(func.min(table.word)).where(table.word > walk.c.word, table.word < end)
    walk = walk.union_all(select(following.scalar_subquery()).where(walk.c.word.is_not(None)))
    found = select(walk.c.word).where(walk.c.word.is_not(None))
    return Statement(found.limit(bindparam("most", type_=Integer)))


def _distinct(streams: list[list[_Row]], cut: datetime | None) -> Iterator[_Row]:
    """All streams in one order, each result once, back to where one of them was given up."""
    last = None
    for row in merge(*streams, reverse=True):
        if cut is not None and row[0] < cut:
            return
        if row != last:
            yield row
        last = row


_KINDS = {rank_of(kind): kind for kind in FoundKind}
_SEVERITIES = Statement(select(CategoryRow.id, CategoryRow.severity))
_MARKED_ON = Statement(
    select(BookmarkRow.incident_id)
    .where(
        BookmarkRow.id == BookmarkCameraRow.bookmark_id,
        BookmarkRow.incident_id.is_not(None),
        BookmarkCameraRow.camera_id.in_(listed("cameras")),
    )
    .limit(bindparam("most", type_=Integer))
)
"""The ids of the incidents that have bookmarks of cameras, some of them more than once."""
_CLUSTERS_TOLD = Statement(
    select(IncidentRow.cluster_id, func.count())
    .where(IncidentRow.id.in_(listed("ids")), IncidentRow.cluster_id.is_not(None))
    .group_by(IncidentRow.cluster_id)
)
_CLUSTERS_MARKED = Statement(
    select(CameraRow.cluster_id, func.count(BookmarkCameraRow.bookmark_id.distinct()))
    .join(CameraRow, CameraRow.id == BookmarkCameraRow.camera_id)
    .where(BookmarkCameraRow.bookmark_id.in_(listed("ids")))
    .group_by(CameraRow.cluster_id)
)
_BY_PEOPLE = Statement(
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
