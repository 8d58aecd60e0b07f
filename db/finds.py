"""Looks for bookmarks and incidents together, newest first, without reading more than it must.

Every way to search walks along an index that lies in the order of time (``db.find_sides``), of
several words along the rarest one's, and gives up after ``MOST_WALKED`` rows of it: then it says
how far back it has looked, and goes on from there when it is asked to.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from heapq import merge
from typing import Any

from sqlalchemy import func, select, tuple_
from sqlalchemy.orm import Session

from db.case_records import CategoryId, IncidentState, Severity
from db.case_tables import CategoryRow
from db.find_records import Finds, Found, FoundKind, FoundText, Place, Term, Viewer, Wanted, rank_of
from db.find_sides import SIDES, Condition, Meant, Side, Source, word_sources
from db.find_texts import texts_of
from db.moment_tables import BookmarkCameraRow

MOST_WALKED = 3000
MOST_COMPLETED = 40
"""Of more words that begin alike none is meant: another letter is wanted."""

_MOST_COUNTED = 3000  # what is more often is often
_FEW = 4000  # so many are sorted in a few milliseconds
_A_DAY = timedelta(days=1)  # an incident that began so long before a span may last into it
_AFTER_Z = "{"  # the sign behind the last letter


@dataclass(frozen=True, slots=True)
class _Walk:
    """A source, and what is asked of its rows."""

    side: Side
    source: Source
    asked: tuple[Condition, ...]


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

        ``walked`` rows of a source are looked at, at most.
        """
        walks = [
            walk
            for side in SIDES
            if side.kind in wanted.kinds and side.wants(wanted)
            for walk in self._walks(side, wanted, viewer)
        ]
        streams, cut = [], None
        for walk in walks:
            rows, given_up_at = self._rows(walk, wanted, limit + 1, before, walked)
            streams.append(rows)
            if given_up_at is not None:
                cut = given_up_at if cut is None else max(cut, given_up_at)
        found = list(itertools.islice(_distinct(streams, cut), limit + 1))
        if len(found) > limit:
            return Finds(
                found=tuple(found[:limit]), further=found[limit - 1].place, looked_back_to=None
            )
        further = None if cut is None else Place(cut, -1, 0)
        return Finds(found=tuple(found), further=further, looked_back_to=cut)

    def texts(self, found: Iterable[Found]) -> dict[tuple[FoundKind, int], FoundText]:
        """What results say, by kind and id; what has gone meanwhile is left out."""
        return texts_of(self._session, found)

    def completed(self, word: str, limit: int = MOST_COMPLETED) -> list[str]:
        """Words of the index that begin with ``word``, in the order of letters.

        Of what is told of persons alone there is none: whoever may not read it would guess.
        """
        found: set[str] = set()
        for side in SIDES:
            found.update(self._completed(side, word, limit))
        return sorted(found)[:limit]

    def _walks(self, side: Side, wanted: Wanted, viewer: Viewer) -> Iterator[_Walk]:
        """The best ways through one side."""
        narrowed = (*side.seen_by(viewer), *side.narrowed(wanted), *side.reached(wanted))
        if not wanted.terms:
            for source in self._sources(side, wanted):
                yield _Walk(side, source, narrowed)
            return
        meant = [self._meant(side, term) for term in wanted.terms]
        sources = [self._of_term(side, each, viewer) for each in meant]
        counts = [sum(self._count(each) for each in every) for every in sources]
        rarest = counts.index(min(counts))
        others = [side.holding(each, viewer) for k, each in enumerate(meant) if k != rarest]
        # A bookmark of a few cameras is rarer than any usual word.
        near = self._near(side, wanted)
        if near is not None and near[1] < counts[rarest]:
            every = [side.holding(each, viewer) for each in meant]
            for source in near[0]:
                yield _Walk(side, source, (*narrowed, *every))
        else:
            for source in sources[rarest]:
                yield _Walk(side, source, (*narrowed, *others))
        for source in side.people_sources(wanted):
            yield _Walk(side, source, narrowed)

    def _sources(self, side: Side, wanted: Wanted) -> list[Source]:
        near = self._near(side, wanted)
        if near is not None:
            return near[0]
        return side.sources(wanted) or [side.all()]

    def _near(self, side: Side, wanted: Wanted) -> tuple[list[Source], int] | None:
        """Along the wanted cameras, and the count of their bookmarks, if they are few."""
        told = side.cameras_source(wanted)
        if told is None:
            return None
        some = select(BookmarkCameraRow.bookmark_id).where(told[1]).limit(_FEW + 1).subquery()
        count = self._session.scalar(select(func.count()).select_from(some)) or 0
        return (told[0], count) if count <= _FEW else None

    def _of_term(self, side: Side, meant: Meant, viewer: Viewer) -> list[Source]:
        by_category = side.of_categories(sorted(meant.term.categories))
        return [*word_sources(side, meant.words, viewer), *by_category]

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

    def _count(self, source: Source) -> int:
        some = select(source.id).where(*source.where).limit(_MOST_COUNTED).subquery()
        return self._session.scalar(select(func.count()).select_from(some)) or 0

    def _rows(
        self, walk: _Walk, wanted: Wanted, limit: int, before: Place | None, walked: int
    ) -> tuple[list[Found], datetime | None]:
        """The first of a walk, and where it was given up, if it was."""
        side, source = walk.side, walk.source
        within = [*source.where, *_reach(side, source, wanted), *_behind(side, source, before)]
        floor = None
        if not source.few:
            key = select(source.at).where(*within).order_by(*source.order)
            floor = self._session.scalar(key.offset(walked).limit(1))
            if floor is not None:
                within.append(source.at >= floor)
        query = select(source.at, source.id, side.row.category_id, side.state, side.severity)
        if source.word:
            query = query.join_from(side.words, side.row, side.row.id == source.id)
        query = query.where(*within, *walk.asked).order_by(*source.order).limit(limit)
        found = [self._found(side, row) for row in self._session.execute(query)]
        return found, floor if len(found) < limit else None

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
