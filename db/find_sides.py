"""How bookmarks and how incidents are looked for: the ways through them, and what narrows them.

Everything but the key of the way that is gone is asked of each row; ``_idle`` keeps the database
from choosing another index for it, which it would have to sort.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any, cast

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Select,
    String,
    and_,
    case,
    exists,
    false,
    literal_column,
    null,
    or_,
    select,
    true,
    type_coerce,
)
from sqlalchemy.orm import InstrumentedAttribute, aliased

from db.case_records import IncidentState
from db.case_tables import CategoryRow, IncidentReaderRow, IncidentRow
from db.find_records import FoundKind, Term, Viewer, Wanted
from db.find_ways import Condition, Source, Way
from db.moment_tables import BookmarkCameraRow, BookmarkRow, CallRow
from db.records import OfficerId
from db.repositories.incident_lists import names
from db.search import as_rows
from db.word_tables import BookmarkWordRow, IncidentWordRow

_WORD, _CAMERAS, _THEIRS, _STATES, _MINE = "word", "cameras", "theirs", "states", "mine"
_CATEGORIES, _NUMBER = "categories", "number"


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
        self.state: ColumnElement[Any] = case((_has_no_words(), str(IncidentState.DRAFT)))
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

    def asked(self, wanted: Wanted, viewer: Viewer) -> dict[str, Condition]:
        """What is asked of each, apart from words and time, by name."""
        found: dict[str, Condition] = {"undone": BookmarkRow.undone_at.is_(None)}
        if viewer.officer_id is not None:
            seen = exists().where(
                IncidentRow.id == BookmarkRow.incident_id, open_to(viewer.officer_id)
            )
            found["seen"] = or_(BookmarkRow.incident_id.is_(None), seen)
        if viewer.cameras is not None:
            found[_THEIRS] = _on(viewer.cameras)
        if wanted.cameras is not None:
            found[_CAMERAS] = _on(wanted.cameras)
        if wanted.states:
            found[_STATES] = self.state.is_not(None)
        if wanted.severities:
            of_them = select(CategoryRow.id).where(CategoryRow.severity.in_(wanted.severities))
            found["severities"] = _idle(BookmarkRow.category_id).in_(of_them)
        if wanted.categories:
            found[_CATEGORIES] = _idle(BookmarkRow.category_id).in_(wanted.categories)
        if wanted.mine is not None:
            found[_MINE] = _idle(BookmarkRow.made_by) == wanted.mine
        if wanted.number is not None:
            found[_NUMBER] = _idle(BookmarkRow.incident_id).in_(_numbered(wanted))
        return found

    def ways(self, wanted: Wanted, viewer: Viewer) -> Iterator[Way]:
        """Through all that may be found, words aside."""
        for cameras, meets in ((wanted.cameras, _CAMERAS), (viewer.cameras, _THEIRS)):
            if cameras is not None:
                row = BookmarkCameraRow
                yield Way(
                    (Source(row.at, row.bookmark_id, row.camera_id, _sorted(cameras)),), meets
                )
        if wanted.number is not None:
            yield Way((self._few(BookmarkRow.incident_id.in_(_numbered(wanted))),), _NUMBER)
        if wanted.mine is not None:
            yield Way((self._by(BookmarkRow.made_by, [wanted.mine]),), _MINE)
        if wanted.categories:
            yield Way((self._by(BookmarkRow.category_id, wanted.categories),), _CATEGORIES)
        if wanted.states:
            its = (BookmarkRow.undone_at.is_(None), _has_no_words())
            yield Way((Source(BookmarkRow.at, BookmarkRow.id, where=its),), _STATES)
        yield Way((Source(BookmarkRow.at, BookmarkRow.id),))

    def people_ways(self, wanted: Wanted) -> Iterator[Way]:
        """To bookmarks that people who are called as was typed have to do with."""
        if wanted.officers:
            yield Way((self._by(BookmarkRow.made_by, wanted.officers),))
        if wanted.members:
            calls = select(CallRow.bookmark_id).where(CallRow.member_id.in_(wanted.members))
            ids = BookmarkRow.id.in_(calls.where(CallRow.bookmark_id.is_not(None)))
            yield Way((self._few(ids),))

    def of_categories(self, categories: Collection[int]) -> Source:
        """Those of some categories."""
        return self._by(BookmarkRow.category_id, categories)

    def holding(self, meant: Meant, viewer: Viewer, source: Source) -> Condition:
        """That a bookmark of ``source`` says ``meant``."""
        return _says(self, meant, viewer, source, BookmarkRow.category_id)

    def _by(self, key: InstrumentedAttribute[Any], values: Collection[int]) -> Source:
        return Source(BookmarkRow.at, BookmarkRow.id, key, _sorted(values))

    def _few(self, where: Condition) -> Source:
        return Source(BookmarkRow.at, BookmarkRow.id, where=(where,), few=True)


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

    def asked(self, wanted: Wanted, viewer: Viewer) -> dict[str, Condition]:
        """What is asked of each, apart from words, by name."""
        found: dict[str, Condition] = {}
        if viewer.officer_id is not None:
            found["seen"] = seen_by(viewer)
        if wanted.since is not None:  # or it began within the day before, and went on until then
            found["since"] = or_(
                IncidentRow.began_at >= wanted.since, IncidentRow.ended_at > wanted.since
            )
        if wanted.cameras is not None:
            found[_CAMERAS] = _at(wanted.clusters, wanted.cameras)
        if wanted.states:
            found[_STATES] = IncidentRow.state.concat("").in_(wanted.states)
        if wanted.severities:
            found["severities"] = IncidentRow.severity.in_(wanted.severities)
        if wanted.categories:
            found[_CATEGORIES] = _idle(IncidentRow.category_id).in_(wanted.categories)
        if wanted.mine is not None:
            mine = _idle(IncidentRow.assigned_to) == wanted.mine
            found[_MINE] = or_(mine, _idle(IncidentRow.made_by) == wanted.mine)
        if wanted.number is not None:
            found[_NUMBER] = _idle(IncidentRow.id).in_(_numbered(wanted))
        return found

    def ways(self, wanted: Wanted, viewer: Viewer) -> Iterator[Way]:
        """As ``BookmarkSide.ways``."""
        if wanted.number is not None:
            yield Way((self._few(IncidentRow.id.in_(_numbered(wanted))),), _NUMBER)
        if wanted.mine is not None:
            yield Way(self._of_officers([wanted.mine]), _MINE)
        if viewer.cameras is not None and viewer.officer_id is not None:
            me = viewer.officer_id
            named = select(IncidentReaderRow.incident_id).where(IncidentReaderRow.officer_id == me)
            yield Way(
                (
                    self._by(IncidentRow.cluster_id, viewer.clusters),
                    *self._of_officers([me]),
                    self._few(IncidentRow.id.in_(named)),
                )
            )
        if wanted.categories:
            yield Way((self._by(IncidentRow.category_id, wanted.categories),), _CATEGORIES)
        if wanted.states:
            yield Way((self._by(IncidentRow.state, wanted.states),), _STATES)
        yield Way((Source(self.at, IncidentRow.id),))

    def marked_on(self, cameras: Collection[int]) -> Select[int | None]:
        """The ids of those that have bookmarks of ``cameras``, some of them more than once."""
        return select(BookmarkRow.incident_id).where(
            BookmarkRow.id == BookmarkCameraRow.bookmark_id,
            BookmarkRow.incident_id.is_not(None),
            BookmarkCameraRow.camera_id.in_(cameras),
        )

    def way_of_places(self, wanted: Wanted, marked: Collection[int | None]) -> Way:
        """Along clusters, and to the few that are ``marked_on`` cameras, which are sorted."""
        by_cluster = self._by(IncidentRow.cluster_id, wanted.clusters)
        ids = select(as_rows(_sorted(marked)).c.value)
        return Way((by_cluster, self._few(IncidentRow.id.in_(ids))), _CAMERAS)

    def people_ways(self, wanted: Wanted) -> Iterator[Way]:
        """To incidents that people who are called as was typed have to do with."""
        if wanted.officers:
            yield Way(self._of_officers(wanted.officers))
        if wanted.members:
            calls = select(CallRow.incident_id).where(CallRow.member_id.in_(wanted.members))
            ids = IncidentRow.id.in_(calls.where(CallRow.incident_id.is_not(None)))
            yield Way((self._few(ids),))

    def of_categories(self, categories: Collection[int]) -> Source:
        """Those of some categories."""
        return self._by(IncidentRow.category_id, categories)

    def holding(self, meant: Meant, viewer: Viewer, source: Source) -> Condition:
        """That an incident of ``source`` says ``meant``."""
        return _says(self, meant, viewer, source, IncidentRow.category_id)

    def _of_officers(self, officers: Collection[int]) -> tuple[Source, ...]:
        return (
            self._by(IncidentRow.assigned_to, officers),
            self._by(IncidentRow.made_by, officers),
        )

    def _by(self, key: InstrumentedAttribute[Any], values: Collection[int | str]) -> Source:
        return Source(self.at, IncidentRow.id, key, _sorted(values))

    def _few(self, where: Condition) -> Source:
        return Source(self.at, IncidentRow.id, where=(where,), few=True)


Side = BookmarkSide | IncidentSide


def way_of_words(side: Side, meant: Meant, viewer: Viewer) -> Way:
    """Along the words that a term stands for, and the categories that are called so."""
    seen = tuple(side.word_is_seen(viewer, side.words))
    words = Source(side.words.at, side.id_in(side.words), side.words.word, meant.words, seen)
    categories = sorted(meant.term.categories)
    return Way((words, *([side.of_categories(categories)] if categories else [])), _WORD)


def open_to(officer_id: OfficerId) -> Condition:
    """That an incident is not restricted, or names this officer."""
    return or_(IncidentRow.restricted.is_(False), names(officer_id))


def seen_by(viewer: Viewer) -> Condition:
    """That ``viewer`` sees an incident: as ``incident_lists.visible_to``, for rows that are walked.

    One who is narrowed to teams sees what happened in their clusters, and where he is named.
    """
    if viewer.officer_id is None:
        return true()
    if viewer.cameras is None:
        return open_to(viewer.officer_id)
    in_theirs = _idle(IncidentRow.cluster_id).in_(viewer.clusters)
    return or_(and_(IncidentRow.restricted.is_(False), in_theirs), names(viewer.officer_id))


def _sorted(values: Collection[Any]) -> tuple[Any, ...]:
    return tuple(sorted(values))


def _has_no_words() -> ColumnElement[bool]:
    """As the index of drafts has it, word for word, or SQLite would not take it."""
    return or_(BookmarkRow.category_id.is_(None), BookmarkRow.note == literal_column("''"))


def _says(side: Side, meant: Meant, viewer: Viewer, source: Source, category_id: Any) -> Condition:
    either: list[Condition] = [false()]
    if meant.words:
        words = side.other_words
        key = (words.at == source.at, side.id_in(words) == source.id)
        either.append(
            exists().where(words.word.in_(meant.words), *key, *side.word_is_seen(viewer, words))
        )
    if meant.term.categories:
        either.append(_idle(category_id).in_(meant.term.categories))
    return or_(*either)


def _on(cameras: Collection[int]) -> Condition:
    """That a bookmark is on one of ``cameras``."""
    its = aliased(BookmarkCameraRow)
    return exists().where(its.bookmark_id == BookmarkRow.id, its.camera_id.in_(cameras))


def _at(clusters: Collection[int], cameras: Collection[int]) -> Condition:
    """That an incident is in one of ``clusters``, or has a bookmark on one of ``cameras``."""
    marked = exists().where(
        BookmarkRow.incident_id == IncidentRow.id,
        BookmarkRow.undone_at.is_(None),
        BookmarkCameraRow.bookmark_id == BookmarkRow.id,
        BookmarkCameraRow.camera_id.in_(cameras),
    )
    return or_(_idle(IncidentRow.cluster_id).in_(clusters), marked)


def _numbered(wanted: Wanted) -> Any:
    """The ids of the incidents of that number: one a year."""
    query = select(IncidentRow.id).where(IncidentRow.number == wanted.number)
    return query if wanted.year is None else query.where(IncidentRow.year == wanted.year)


def _idle(column: Any) -> ColumnElement[Any]:
    """``column``, of whose index the database shall make no use."""
    return type_coerce(column, BigInteger) + 0


INCIDENTS = IncidentSide()
SIDES: tuple[Side, ...] = (BookmarkSide(), INCIDENTS)
