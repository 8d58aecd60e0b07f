"""How bookmarks and how incidents are looked for: the ways through them, and what narrows them.

Everything but the key of the way that is gone is asked of each row; ``idle`` keeps the database
from choosing another index for it, which it would have to sort.  Paths and conditions are made
once; what they are held against is bound by name (``db.finds``).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any, cast

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Select,
    String,
    and_,
    bindparam,
    case,
    exists,
    literal_column,
    null,
    or_,
    select,
    type_coerce,
)
from sqlalchemy.orm import InstrumentedAttribute, aliased

from db.case_records import IncidentState
from db.case_tables import CategoryRow, IncidentReaderRow, IncidentRow
from db.find_records import FoundKind, Viewer, Wanted
from db.find_ways import Condition, Path, Source, Way, idle, instant
from db.moment_tables import BookmarkCameraRow, BookmarkRow, CallRow
from db.repositories.incident_lists import hidden_from, names
from db.search import listed
from db.word_tables import BookmarkWordRow, IncidentWordRow

_CAMERAS, _THEIRS, _STATES, _MINE = "cameras", "theirs", "states", "mine"
_SEVERITIES, _CATEGORIES, _NUMBER, _NUMBER_OF_YEAR = "severities", "categories", "number", "year"
_UNDONE, _SINCE = "undone", "since"
_SEEN_OPEN, _SEEN_THEIRS = "seen", "seen of theirs"
_ME = bindparam("me", type_=BigInteger)


class BookmarkSide:
    """Bookmarks: one that was undone is never found, nor one of an incident that is not seen."""

    kind = FoundKind.BOOKMARK
    row = BookmarkRow
    words = BookmarkWordRow

    def __init__(self) -> None:
        # Beside the word that is walked along, others are looked for.
        self.other_words = aliased(BookmarkWordRow)
        self.state: ColumnElement[Any] = case((_has_no_words(), str(IncidentState.DRAFT)))
        self.severity: ColumnElement[Any] = null()  # that of its category, which is looked up
        self.cluster_id: ColumnElement[Any] = null()  # those of its cameras
        of_them = select(CategoryRow.id).where(CategoryRow.severity.in_(listed(_SEVERITIES)))
        # Of some hundred rows the incident is looked up sooner than all hidden ones are listed.
        its = select(IncidentRow.id).where(IncidentRow.id == BookmarkRow.incident_id)
        self.conditions: dict[str, Condition] = {
            _UNDONE: BookmarkRow.undone_at.is_(None),
            _SEEN_OPEN: ~its.where(hidden_from(_ME)).exists(),
            _THEIRS: _on("their_cameras"),
            _CAMERAS: _on("cameras"),
            _STATES: self.state.is_not(None),
            _SEVERITIES: idle(BookmarkRow.category_id).in_(of_them),
            _CATEGORIES: idle(BookmarkRow.category_id).in_(listed(_CATEGORIES)),
            _MINE: idle(BookmarkRow.made_by) == bindparam(_MINE, type_=BigInteger),
            **{name: idle(BookmarkRow.incident_id).in_(its) for name, its in _numbered().items()},
        }
        camera, no_words = BookmarkCameraRow, (BookmarkRow.undone_at.is_(None), _has_no_words())
        calls = select(CallRow.bookmark_id).where(CallRow.member_id.in_(listed("members")))
        called = calls.where(CallRow.bookmark_id.is_not(None))
        self.whole = Path(BookmarkRow.at, BookmarkRow.id)
        self._by_camera = Path(camera.at, camera.bookmark_id, camera.camera_id)
        self._by_maker = self._by(BookmarkRow.made_by)
        self._drafts = Path(BookmarkRow.at, BookmarkRow.id, where=no_words)
        self._called = self._few(BookmarkRow.id.in_(called))
        self._numbered = {
            name: self._few(BookmarkRow.incident_id.in_(its)) for name, its in _numbered().items()
        }
        self.by_category = self._by(BookmarkRow.category_id)
        self.by_word = Path(self.words.at, self.words.bookmark_id, self.words.word)
        self.by_open_word = self.by_word

    def wants(self, wanted: Wanted) -> bool:
        """Whether there can be any: of the states of incidents, a bookmark has only the first."""
        return not wanted.states or IncidentState.DRAFT in wanted.states

    def id_in(self, words: Any) -> InstrumentedAttribute[Any]:
        """Whose word it is."""
        return cast("InstrumentedAttribute[Any]", words.bookmark_id)

    def open_words(self, _words: Any) -> list[Condition]:
        """Everybody reads notes."""
        return []

    def asked(self, wanted: Wanted, viewer: Viewer) -> Iterator[str]:
        """The names of what is asked of each, apart from words and time."""
        # The cameras first: for them the bookmark itself is not read, nor its incident.
        if viewer.cameras is not None:
            yield _THEIRS
        if wanted.cameras is not None:
            yield _CAMERAS
        yield _UNDONE
        yield from _asked(wanted)
        if viewer.officer_id is not None:
            yield _SEEN_OPEN

    def ways(self, wanted: Wanted, viewer: Viewer) -> Iterator[Way]:
        """Through all that may be found, words aside."""
        for cameras, meets in ((wanted.cameras, _CAMERAS), (viewer.cameras, _THEIRS)):
            if cameras is not None:
                yield _way(self._by_camera, cameras, meets)
        if wanted.number is not None:
            number = _number(wanted)
            yield Way((Source(self._numbered[number]),), number)
        if wanted.mine is not None:
            yield _way(self._by_maker, [wanted.mine], _MINE)
        if wanted.categories:
            yield _way(self.by_category, wanted.categories, _CATEGORIES)
        if wanted.states:
            yield Way((Source(self._drafts),), _STATES)
        yield Way((Source(self.whole),))

    def people_ways(self, wanted: Wanted) -> Iterator[Way]:
        """To bookmarks that people who are called as was typed have to do with."""
        if wanted.officers:
            yield _way(self._by_maker, wanted.officers)
        if wanted.members:
            yield Way((Source(self._called),))

    def _by(self, key: InstrumentedAttribute[Any]) -> Path:
        return Path(BookmarkRow.at, BookmarkRow.id, key)

    def _few(self, where: Condition) -> Path:
        return Path(BookmarkRow.at, BookmarkRow.id, where=(where,), few=True)


class IncidentSide:
    """Incidents: a restricted one is found by those alone who are named in it."""

    kind = FoundKind.INCIDENT
    row = IncidentRow
    words = IncidentWordRow

    def __init__(self) -> None:
        self.other_words = aliased(IncidentWordRow)
        self.state: ColumnElement[Any] = type_coerce(IncidentRow.state, String)
        self.severity: ColumnElement[Any] = type_coerce(IncidentRow.severity, String)
        self.cluster_id: ColumnElement[Any] = type_coerce(IncidentRow.cluster_id, BigInteger)
        mine, since = bindparam(_MINE, type_=BigInteger), instant(_SINCE)
        self.conditions: dict[str, Condition] = {
            **SEEN,
            # Or it began within the day before, and went on until then.
            _SINCE: or_(IncidentRow.began_at >= since, IncidentRow.ended_at > since),
            _CAMERAS: _at("clusters", "cameras"),
            _STATES: IncidentRow.state.concat("").in_(listed(_STATES)),
            _SEVERITIES: IncidentRow.severity.concat("").in_(listed(_SEVERITIES)),
            _CATEGORIES: idle(IncidentRow.category_id).in_(listed(_CATEGORIES)),
            _MINE: or_(idle(IncidentRow.assigned_to) == mine, idle(IncidentRow.made_by) == mine),
            **{name: idle(IncidentRow.id).in_(its) for name, its in _numbered().items()},
        }
        mine_to_read = select(IncidentReaderRow.incident_id).where(
            IncidentReaderRow.officer_id == _ME
        )
        calls = select(CallRow.incident_id).where(CallRow.member_id.in_(listed("members")))
        called = calls.where(CallRow.incident_id.is_not(None))
        table = self.words
        self.whole = Path(IncidentRow.began_at, IncidentRow.id)
        self._by_cluster = self._by(IncidentRow.cluster_id)
        self._by_state = self._by(IncidentRow.state)
        self._by_officer = (self._by(IncidentRow.assigned_to), self._by(IncidentRow.made_by))
        self._some = Path(IncidentRow.began_at, IncidentRow.id, IncidentRow.id, few=True)
        self._to_read = self._few(IncidentRow.id.in_(mine_to_read))
        self._called = self._few(IncidentRow.id.in_(called))
        self._numbered = {
            name: self._few(IncidentRow.id.in_(its)) for name, its in _numbered().items()
        }
        self.by_category = self._by(IncidentRow.category_id)
        self.by_word = Path(table.at, table.incident_id, table.word)
        self.by_open_word = Path(
            table.at, table.incident_id, table.word, (*self.open_words(table),)
        )

    def wants(self, _wanted: Wanted) -> bool:
        """There can always be some."""
        return True

    def id_in(self, words: Any) -> InstrumentedAttribute[Any]:
        """Whose word it is."""
        return cast("InstrumentedAttribute[Any]", words.incident_id)

    def open_words(self, words: Any) -> list[Condition]:
        """What is told of persons and vehicles is found by those who may read it."""
        return [words.people.is_(False)]

    def asked(self, wanted: Wanted, viewer: Viewer) -> Iterator[str]:
        """The names of what is asked of each, apart from words."""
        yield from _asked(wanted)
        if wanted.since is not None:
            yield _SINCE
        seen = how_seen(viewer)
        if seen is not None:
            yield seen
        if wanted.cameras is not None:
            yield _CAMERAS

    def ways(self, wanted: Wanted, viewer: Viewer) -> Iterator[Way]:
        """As ``BookmarkSide.ways``."""
        if wanted.number is not None:
            number = _number(wanted)
            yield Way((Source(self._numbered[number]),), number)
        if wanted.mine is not None:
            yield Way(self._of_officers([wanted.mine]), _MINE)
        if viewer.cameras is not None and viewer.officer_id is not None:
            theirs = Source(self._by_cluster, _sorted(viewer.clusters))
            named = (*self._of_officers([viewer.officer_id]), Source(self._to_read))
            yield Way((theirs, *named))
        if wanted.categories:
            yield _way(self.by_category, wanted.categories, _CATEGORIES)
        if wanted.states:
            yield _way(self._by_state, wanted.states, _STATES)
        yield Way((Source(self.whole),))

    def way_of_places(self, wanted: Wanted, marked: Collection[int]) -> Way:
        """Along clusters, and to the few that are marked on cameras, which are sorted."""
        by_cluster = Source(self._by_cluster, _sorted(wanted.clusters))
        return Way((by_cluster, Source(self._some, _sorted(marked))), _CAMERAS)

    def people_ways(self, wanted: Wanted) -> Iterator[Way]:
        """To incidents that people who are called as was typed have to do with."""
        if wanted.officers:
            yield Way(self._of_officers(wanted.officers))
        if wanted.members:
            yield Way((Source(self._called),))

    def _of_officers(self, officers: Collection[int]) -> tuple[Source, ...]:
        return tuple(Source(path, _sorted(officers)) for path in self._by_officer)

    def _by(self, key: InstrumentedAttribute[Any]) -> Path:
        return Path(IncidentRow.began_at, IncidentRow.id, key)

    def _few(self, where: Condition) -> Path:
        return Path(IncidentRow.began_at, IncidentRow.id, where=(where,), few=True)


Side = BookmarkSide | IncidentSide


def open_to(officer_id: Any) -> Condition:
    """That an incident is not restricted, or names this officer."""
    return or_(IncidentRow.restricted.is_(False), names(officer_id))


def how_seen(viewer: Viewer) -> str | None:
    """The name in ``SEEN`` of what ``viewer`` sees of incidents, None for all."""
    if viewer.officer_id is None:
        return None
    return _SEEN_OPEN if viewer.cameras is None else _SEEN_THEIRS


def _way(path: Path, values: Collection[Any], meets: str = "") -> Way:
    return Way((Source(path, _sorted(values)),), meets)


def _sorted(values: Collection[Any]) -> tuple[Any, ...]:
    return tuple(sorted(values))


def _asked(wanted: Wanted) -> Iterator[str]:
    """What both sides have conditions for."""
    if wanted.states:
        yield _STATES
    if wanted.severities:
        yield _SEVERITIES
    if wanted.categories:
        yield _CATEGORIES
    if wanted.mine is not None:
        yield _MINE
    if wanted.number is not None:
        yield _number(wanted)


def _has_no_words() -> ColumnElement[bool]:
    """As the index of drafts has it, word for word, or SQLite would not take it."""
    return or_(BookmarkRow.category_id.is_(None), BookmarkRow.note == literal_column("''"))


def _on(cameras: str) -> Condition:
    """That a bookmark is on one of ``cameras``."""
    its = aliased(BookmarkCameraRow)
    # Its few cameras are looked through, not all of ``cameras`` looked up.
    any_of_them = idle(its.camera_id).in_(listed(cameras))
    return exists().where(its.bookmark_id == BookmarkRow.id, any_of_them)


def _at(clusters: str, cameras: str) -> Condition:
    """That an incident is in one of ``clusters``, or has a bookmark on one of ``cameras``."""
    marked = exists().where(
        BookmarkRow.incident_id == IncidentRow.id,
        BookmarkRow.undone_at.is_(None),
        BookmarkCameraRow.bookmark_id == BookmarkRow.id,
        idle(BookmarkCameraRow.camera_id).in_(listed(cameras)),
    )
    return or_(idle(IncidentRow.cluster_id).in_(listed(clusters)), marked)


def _number(wanted: Wanted) -> str:
    return _NUMBER if wanted.year is None else _NUMBER_OF_YEAR


def _numbered() -> dict[str, Select[int]]:
    """The ids of the incidents of a number, one a year, or of one year."""
    query = select(IncidentRow.id).where(IncidentRow.number == bindparam(_NUMBER))
    return {_NUMBER: query, _NUMBER_OF_YEAR: query.where(IncidentRow.year == bindparam("year"))}


SEEN: dict[str, Condition] = {
    _SEEN_OPEN: open_to(_ME),
    _SEEN_THEIRS: or_(
        and_(
            IncidentRow.restricted.is_(False),
            idle(IncidentRow.cluster_id).in_(listed("their_clusters")),
        ),
        names(_ME),
    ),
}
"""That an incident is seen: as ``incident_lists.visible_to``, for rows that are walked.

One who is narrowed to teams sees what happened in their clusters, and where he is named.
"""
INCIDENTS = IncidentSide()
SIDES: tuple[Side, ...] = (BookmarkSide(), INCIDENTS)
