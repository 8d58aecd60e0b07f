"""How bookmarks and how incidents are walked through in the order of time, and what narrows them.

What is walked along is a ``Source``: an index whose rows lie in that order, so a page is read
without sorting.  Everything else is asked of each row; ``_idle`` keeps the database from choosing
another index for it, which it would have to sort.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, cast

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    String,
    case,
    exists,
    false,
    null,
    or_,
    select,
    type_coerce,
)
from sqlalchemy.orm import InstrumentedAttribute, aliased

from db.case_records import IncidentState
from db.case_tables import CategoryRow, IncidentRow
from db.find_records import FoundKind, Term, Viewer, Wanted
from db.moment_tables import BookmarkCameraRow, BookmarkRow, CallRow
from db.records import OfficerId
from db.repositories.incident_lists import names
from db.word_tables import BookmarkWordRow, IncidentWordRow

Condition = ColumnElement[bool]


@dataclass(frozen=True, slots=True)
class Source:
    """Rows in the order of ``at``, ``id``; of a word's rows the ``word``.

    ``few``: they lie in another order, and are few enough to be sorted.
    """

    at: InstrumentedAttribute[Any]
    id: InstrumentedAttribute[Any]
    where: tuple[Condition, ...] = ()
    word: str = ""
    few: bool = False

    @property
    def order(self) -> tuple[ColumnElement[Any], ...]:
        """Newest first."""
        at = type_coerce(self.at, BigInteger) + 0 if self.few else self.at
        return at.desc(), self.id.desc()


@dataclass(frozen=True, slots=True)
class Meant:
    """A term, and the words of the index that it stands for."""

    term: Term
    words: tuple[str, ...]


class BookmarkSide:
    """Bookmarks: one that was undone is never found, nor one of an incident that is not seen."""

    kind = FoundKind.BOOKMARK
    row = BookmarkRow
    words = BookmarkWordRow

    def __init__(self) -> None:
        self.at = BookmarkRow.at
        # Beside the word that is walked along, others are looked for.
        self.other_words = aliased(BookmarkWordRow)
        is_draft = or_(BookmarkRow.category_id.is_(None), BookmarkRow.note == "")
        self.state: ColumnElement[Any] = case((is_draft, str(IncidentState.DRAFT)))
        self.severity: ColumnElement[Any] = null()  # that of its category, which is looked up

    def wants(self, wanted: Wanted) -> bool:
        """Whether there can be any: of the states of incidents, a bookmark has only the first."""
        return not wanted.states or IncidentState.DRAFT in wanted.states

    def id_in(self, words: Any) -> InstrumentedAttribute[Any]:
        """Whose word it is."""
        return cast("InstrumentedAttribute[Any]", words.bookmark_id)

    def word_is_seen(self, _viewer: Viewer, _words: Any) -> list[Condition]:
        """Everybody reads notes."""
        return []

    def seen_by(self, viewer: Viewer) -> list[Condition]:
        """What ``viewer`` may see."""
        found: list[Condition] = [BookmarkRow.undone_at.is_(None)]
        if viewer.officer_id is not None:
            seen = exists().where(
                IncidentRow.id == BookmarkRow.incident_id, _open_to(viewer.officer_id)
            )
            found.append(or_(BookmarkRow.incident_id.is_(None), seen))
        if viewer.cameras is not None:
            found.append(_on(viewer.cameras))
        return found

    def narrowed(self, wanted: Wanted) -> list[Condition]:
        """What is asked of each, apart from words and time."""
        found: list[Condition] = []
        if wanted.cameras is not None:
            found.append(_on(wanted.cameras))
        if wanted.states:
            found.append(self.state.is_not(None))
        if wanted.severities:
            of_them = select(CategoryRow.id).where(CategoryRow.severity.in_(wanted.severities))
            found.append(_idle(BookmarkRow.category_id).in_(of_them))
        if wanted.categories:
            found.append(_idle(BookmarkRow.category_id).in_(wanted.categories))
        if wanted.mine is not None:
            found.append(_idle(BookmarkRow.made_by) == wanted.mine)
        if wanted.number is not None:
            found.append(_idle(BookmarkRow.incident_id).in_(_numbered(wanted)))
        return found

    def reached(self, wanted: Wanted) -> list[Condition]:
        """When: the instant itself."""
        found: list[Condition] = []
        if wanted.since is not None:
            found.append(BookmarkRow.at >= wanted.since)
        return found

    def sources(self, wanted: Wanted) -> list[Source] | None:
        """Better ways than to walk through all of them, for what has no words; None: there is none.

        Cameras are told by ``cameras_source``, which has to be counted first.
        """
        if wanted.number is not None:
            return [self._few(BookmarkRow.incident_id.in_(_numbered(wanted)))]
        if wanted.mine is not None:
            return [self._by(BookmarkRow.made_by == wanted.mine)]
        if wanted.categories:
            return [self._by(BookmarkRow.category_id == each) for each in wanted.categories]
        return None

    def cameras_source(self, wanted: Wanted) -> tuple[list[Source], Condition] | None:
        """Bookmarks of the cameras that are asked for, and how to count them."""
        if wanted.cameras is None:
            return None
        of_them = BookmarkCameraRow.camera_id.in_(wanted.cameras)
        ids = select(BookmarkCameraRow.bookmark_id).where(of_them)
        return [self._few(BookmarkRow.id.in_(ids))], of_them

    def people_sources(self, wanted: Wanted) -> list[Source]:
        """Bookmarks that people who are called as was typed have to do with."""
        found = [self._by(BookmarkRow.made_by == each) for each in wanted.officers]
        if wanted.members:
            calls = select(CallRow.bookmark_id).where(CallRow.member_id.in_(wanted.members))
            found.append(
                self._few(BookmarkRow.id.in_(calls.where(CallRow.bookmark_id.is_not(None))))
            )
        return found

    def of_categories(self, categories: Iterable[int]) -> list[Source]:
        """One for each."""
        return [self._by(BookmarkRow.category_id == each) for each in categories]

    def holding(self, meant: Meant, viewer: Viewer) -> Condition:
        """That a bookmark says ``meant``."""
        return _says(self, meant, viewer, BookmarkRow.category_id)

    def all(self) -> Source:
        """Every one of them."""
        return Source(BookmarkRow.at, BookmarkRow.id)

    def _by(self, where: Condition) -> Source:
        return Source(BookmarkRow.at, BookmarkRow.id, (where,))

    def _few(self, where: Condition) -> Source:
        return Source(BookmarkRow.at, BookmarkRow.id, (where,), few=True)


class IncidentSide:
    """Incidents: a restricted one is found by those alone who are named in it."""

    kind = FoundKind.INCIDENT
    row = IncidentRow
    words = IncidentWordRow

    def __init__(self) -> None:
        self.at = IncidentRow.began_at
        self.other_words = aliased(IncidentWordRow)
        self.state: ColumnElement[Any] = type_coerce(IncidentRow.state, String)
        self.severity: ColumnElement[Any] = type_coerce(IncidentRow.severity, String)

    def wants(self, _wanted: Wanted) -> bool:
        """There can always be some."""
        return True

    def id_in(self, words: Any) -> InstrumentedAttribute[Any]:
        """Whose word it is."""
        return cast("InstrumentedAttribute[Any]", words.incident_id)

    def word_is_seen(self, viewer: Viewer, words: Any) -> list[Condition]:
        """What is told of persons and vehicles is found by those who may read it."""
        return [] if viewer.reads_people else [words.people.is_(False)]

    def seen_by(self, viewer: Viewer) -> list[Condition]:
        """What ``viewer`` may see."""
        found: list[Condition] = []
        if viewer.officer_id is not None:
            found.append(_open_to(viewer.officer_id))
        if viewer.cameras is not None:
            found.append(_at(viewer.clusters, viewer.cameras))
        return found

    def narrowed(self, wanted: Wanted) -> list[Condition]:
        """What is asked of each, apart from words and time."""
        found: list[Condition] = []
        if wanted.cameras is not None:
            found.append(_at(wanted.clusters, wanted.cameras))
        if wanted.states:
            found.append(IncidentRow.state.concat("").in_(wanted.states))
        if wanted.severities:
            found.append(IncidentRow.severity.in_(wanted.severities))
        if wanted.categories:
            found.append(_idle(IncidentRow.category_id).in_(wanted.categories))
        if wanted.mine is not None:
            mine = _idle(IncidentRow.assigned_to) == wanted.mine
            found.append(or_(mine, _idle(IncidentRow.made_by) == wanted.mine))
        if wanted.number is not None:
            found.append(_idle(IncidentRow.id).in_(_numbered(wanted)))
        return found

    def reached(self, wanted: Wanted) -> list[Condition]:
        """When: it began then, or within the day before and went on until then."""
        if wanted.since is None:
            return []
        return [or_(IncidentRow.began_at >= wanted.since, IncidentRow.ended_at > wanted.since)]

    def sources(self, wanted: Wanted) -> list[Source] | None:
        """As ``BookmarkSide.sources``."""
        if wanted.number is not None:
            return [
                Source(self.at, IncidentRow.id, (IncidentRow.id.in_(_numbered(wanted)),), few=True)
            ]
        if wanted.mine is not None:
            return [*self._of_officer(wanted.mine)]
        if wanted.categories:
            return self.of_categories(wanted.categories)
        return None

    def cameras_source(self, wanted: Wanted) -> tuple[list[Source], Condition] | None:
        """Incidents of the clusters, and those with bookmarks of the cameras."""
        if wanted.cameras is None:
            return None
        of_them = BookmarkCameraRow.camera_id.in_(wanted.cameras)
        marked = select(BookmarkRow.incident_id).where(
            BookmarkRow.id == BookmarkCameraRow.bookmark_id,
            BookmarkRow.incident_id.is_not(None),
            of_them,
        )
        by_cluster = [
            Source(self.at, IncidentRow.id, (IncidentRow.cluster_id == each,))
            for each in wanted.clusters
        ]
        few = Source(self.at, IncidentRow.id, (IncidentRow.id.in_(marked),), few=True)
        return [few, *by_cluster], of_them

    def people_sources(self, wanted: Wanted) -> list[Source]:
        """Incidents that people who are called as was typed have to do with."""
        found = [source for each in sorted(wanted.officers) for source in self._of_officer(each)]
        if wanted.members:
            calls = select(CallRow.incident_id).where(CallRow.member_id.in_(wanted.members))
            ids = IncidentRow.id.in_(calls.where(CallRow.incident_id.is_not(None)))
            found.append(Source(self.at, IncidentRow.id, (ids,), few=True))
        return found

    def of_categories(self, categories: Iterable[int]) -> list[Source]:
        """One for each."""
        return [
            Source(self.at, IncidentRow.id, (IncidentRow.category_id == each,))
            for each in categories
        ]

    def holding(self, meant: Meant, viewer: Viewer) -> Condition:
        """That an incident says ``meant``."""
        return _says(self, meant, viewer, IncidentRow.category_id)

    def all(self) -> Source:
        """Every one of them."""
        return Source(self.at, IncidentRow.id)

    def _of_officer(self, officer_id: OfficerId) -> Sequence[Source]:
        return (
            Source(self.at, IncidentRow.id, (IncidentRow.assigned_to == officer_id,)),
            Source(self.at, IncidentRow.id, (IncidentRow.made_by == officer_id,)),
        )


Side = BookmarkSide | IncidentSide
SIDES: tuple[Side, ...] = (BookmarkSide(), IncidentSide())


def word_sources(side: Side, words: Iterable[str], viewer: Viewer) -> list[Source]:
    """One for each word."""
    seen, ids = side.word_is_seen(viewer, side.words), side.id_in(side.words)
    return [
        Source(side.words.at, ids, (side.words.word == word, *seen), word=word) for word in words
    ]


def _says(side: Side, meant: Meant, viewer: Viewer, category_id: Any) -> Condition:
    either: list[Condition] = [false()]
    if meant.words:
        words = side.other_words
        key = (words.at == side.at, side.id_in(words) == side.row.id)
        either.append(
            exists().where(words.word.in_(meant.words), *key, *side.word_is_seen(viewer, words))
        )
    if meant.term.categories:
        either.append(_idle(category_id).in_(meant.term.categories))
    return or_(*either)


def _on(cameras: Collection[int]) -> Condition:
    """That a bookmark is on one of ``cameras``."""
    return exists().where(
        BookmarkCameraRow.bookmark_id == BookmarkRow.id, BookmarkCameraRow.camera_id.in_(cameras)
    )


def _at(clusters: Collection[int], cameras: Collection[int]) -> Condition:
    """That an incident is in one of ``clusters``, or has a bookmark on one of ``cameras``."""
    marked = exists().where(
        BookmarkRow.incident_id == IncidentRow.id,
        BookmarkRow.undone_at.is_(None),
        BookmarkCameraRow.bookmark_id == BookmarkRow.id,
        BookmarkCameraRow.camera_id.in_(cameras),
    )
    return or_(_idle(IncidentRow.cluster_id).in_(clusters), marked)


def _open_to(officer_id: OfficerId) -> Condition:
    """That an incident is not restricted, or names this officer."""
    return or_(IncidentRow.restricted.is_(False), names(officer_id))


def _numbered(wanted: Wanted) -> Any:
    """The ids of the incidents of that number: one a year."""
    query = select(IncidentRow.id).where(IncidentRow.number == wanted.number)
    return query if wanted.year is None else query.where(IncidentRow.year == wanted.year)


def _idle(column: Any) -> ColumnElement[Any]:
    """``column``, of whose index the database shall make no use."""
    return type_coerce(column, BigInteger) + 0
