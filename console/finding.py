"""Finding bookmarks and incidents by whatever is typed, with what the results have in common."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo

from console.asked import LONGEST, TEAM, Asked, Part, PartKind, asked
from console.audit import Audit
from console.clock import Clock
from console.errors import NotAllowed
from console.find_suggestions import Suggestion, suggestions
from console.finding_log import PeopleSearches
from console.finding_meant import Meaning, meaning_of, viewer_of
from console.finding_results import Facet, Known, Result, facets_of, results_of
from console.free_text import clean_line
from console.gate import Gate, Why
from console.rights import Action, may
from db.case_records import CategoryId, SavedSearch, SavedSearchId
from db.find_places import Branch
from db.find_records import FoundKind, Place, StillOf, Viewer, Wanted
from db.finds import MOST_WALKED
from db.folding import words_typed
from db.records import Officer, OfficerId
from db.store import Store, Unit

MOST_COUNTED = 1000
"""Facets count the newest of so many results; what lies behind them makes "1000+"."""
LONGEST_NAME = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A page of results, and what was understood.

    ``categories`` are the names of those that were typed; ``unknown`` are parts that name a camera,
    cluster or team that the station does not have.  ``further`` is where the next page begins, None
    at the end.  ``looked_back_to``: so far the search has come when it had taken long enough; ask
    for ``further`` to go on.
    """

    asked: Asked
    results: tuple[Result, ...]
    further: Place | None
    looked_back_to: datetime | None
    categories: Mapping[CategoryId, str]
    unknown: tuple[Part, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """How many results there are, and what they have in common.

    ``count`` and ``facets`` are of ``MOST_COUNTED`` at most; ``is_more``: there are, or may be,
    more than that.
    """

    count: int
    is_more: bool
    facets: tuple[Facet, ...]


@dataclass(frozen=True, slots=True)
class _Search:
    """What was typed, who typed it, and what is looked for."""

    asked: Asked
    branches: Collection[Branch]
    officer: Officer | None
    viewer: Viewer
    meaning: Meaning

    @property
    def wanted(self) -> Wanted:
        return self.meaning.wanted

    @property
    def categories(self) -> dict[CategoryId, str]:
        """The names of all."""
        return {branch.id: branch.name for branch in self.branches}

    @property
    def is_of_people(self) -> bool:
        """Whether it looks through what is told of persons and vehicles."""
        wanted = self.wanted
        reads = self.viewer.reads_people and FoundKind.INCIDENT in wanted.kinds
        return reads and bool(wanted.terms)


class Find:
    """Looks for bookmarks and incidents.  May block on the disk: not for the GUI thread.

    Any call may raise ``NotAllowed`` and ``StoreProblem``.  What an officer may not see is in no
    result, no count and no facet: restricted incidents and their bookmarks, those of other teams;
    what is told of persons is found by those who may read it.
    """

    def __init__(
        self,
        store: Store,
        gate: Gate,
        audit: Audit,
        clock: Clock,
        zone: tzinfo | None = None,
        walked: int = MOST_WALKED,
    ) -> None:
        """``zone`` is the station's, None for that of its PC; ``walked``: see ``db.finds``."""
        self._walked = walked
        self._store = store
        self._gate = gate
        self._clock = clock
        self._zone = zone
        self._searches = PeopleSearches(store, audit, gate.seat)

    def find(self, text: str, before: Place | None = None, limit: int = 50) -> Finding:
        """What ``text`` asks for, newest first; ``before`` is the last page's ``further``.

        Some 50 ms at 500,000 bookmarks and 100,000 incidents; it gives up rather than take longer.
        How many there are is asked with ``count``, which takes longer, once these are on screen.
        Where it looks through what is told of persons, the log hears of it (``PeopleSearches``).
        """
        officer_id = self._gate.require(Action.SEE_INCIDENTS)
        with self._store.read() as unit:
            search = self._search(unit, text, officer_id)
            wanted, viewer = search.wanted, search.viewer
            finds = unit.finds.page(wanted, viewer, limit, before, self._walked)
            categories, texts = search.categories, unit.finds.texts(finds.found, viewer)
            looks = self._looks(search.officer, viewer)
            finding = Finding(
                asked=search.asked,
                results=results_of(finds.found, texts, search.asked, categories, looks),
                further=finds.further,
                looked_back_to=finds.looked_back_to,
                categories=_typed(search.asked, categories),
                unknown=search.meaning.unknown,
            )
            people = unit.finds.by_people(finds.found, wanted.terms) if search.is_of_people else ()
        if search.is_of_people:
            self._searches.tell(officer_id, people)
        return finding

    def count(self, text: str) -> Counted:
        """How many ``find`` finds for ``text``, page by page, and what they have in common.

        Some two or three times as long as ``find``: it looks at the newest ``MOST_COUNTED``.
        """
        officer_id = self._gate.require(Action.SEE_INCIDENTS)
        with self._store.read() as unit:
            search = self._search(unit, text, officer_id)
            its = unit.finds.shared(search.wanted, search.viewer, MOST_COUNTED, self._walked)
            known = Known(search.categories, unit.find_places.clusters(), self._zone)
        counted = Counted(
            count=its.count, is_more=its.is_more, facets=facets_of(its, search.asked, known)
        )
        if search.is_of_people:
            self._searches.tell(officer_id, ())  # it names nobody; that he searched is told once
        return counted

    def read(self, text: str) -> Asked:
        """What is understood by ``text``, without looking for it."""
        self._gate.require(Action.SEE_INCIDENTS)
        with self._store.read() as unit:
            return self._read(unit, text, unit.find_places.categories())

    def suggest(self, text: str) -> list[Suggestion]:
        """What the end of ``text`` may become: a saved search, camera, cluster, team or category.

        Never words of notes or cases: there are some among them that are not for everybody.
        """
        officer_id = self._gate.require(Action.SEE_INCIDENTS)
        with self._store.read() as unit:
            asked = self._read(unit, text, unit.find_places.categories())
            return suggestions(asked, unit.find_places, _saved(unit, officer_id))

    def saved(self) -> list[SavedSearch]:
        """The searches that whoever sits here has saved, by name."""
        officer_id = self._gate.require(Action.SEE_INCIDENTS)
        with self._store.read() as unit:
            return _saved(unit, officer_id)

    def save(self, name: str, text: str) -> SavedSearch:
        """Keep ``text`` as it is: "hôm qua" is yesterday on every day.

        Raises FieldRefused ("name", "text"), NameTaken.
        """
        officer_id = self._officer()
        kept, line = clean_line("name", name, LONGEST_NAME), clean_line("text", text, LONGEST)
        with self._store.begin() as unit:
            return unit.saved_searches.add(officer_id, kept, line)

    def change_saved(self, search_id: SavedSearchId, *, name: str, text: str) -> SavedSearch:
        """Let a saved search have another name or text.  Raises FieldRefused, NameTaken, Gone."""
        officer_id = self._officer()
        kept, line = clean_line("name", name, LONGEST_NAME), clean_line("text", text, LONGEST)
        with self._store.begin() as unit:
            return unit.saved_searches.change(officer_id, search_id, name=kept, text=line)

    def remove_saved(self, search_id: SavedSearchId) -> None:
        """Forget a saved search.  Raises Gone."""
        officer_id = self._officer()
        with self._store.begin() as unit:
            unit.saved_searches.remove(officer_id, search_id)

    def _search(self, unit: Unit, text: str, officer_id: OfficerId | None) -> _Search:
        branches = unit.find_places.categories()
        asked = self._read(unit, text, branches)
        officer, rights = self._gate.standing(Action.SEE_MEMBERS, Action.READ_PEOPLE)
        viewer = viewer_of(unit, officer, reads_people=Action.READ_PEOPLE in rights)
        sees = Action.SEE_MEMBERS in rights
        meaning = meaning_of(unit, asked, branches, officer_id, sees_members=sees)
        return _Search(asked, branches, officer, viewer, meaning)

    def _read(self, unit: Unit, text: str, branches: Collection[Branch]) -> Asked:
        names = {branch.id: branch.name for branch in branches}
        teams = unit.find_places.teams().values() if TEAM in words_typed(text) else ()
        return asked(text, self._clock.now(), self._zone, names, teams)

    def _looks(self, officer: Officer | None, viewer: Viewer) -> Callable[[StillOf], bool]:
        """Whether whoever sits here may look at a still: asking in vain would be in the log."""
        now = self._clock.now()
        right = None if officer is None else may(officer.role, Action.REVIEW_FOOTAGE)

        def looks(still: StillOf) -> bool:
            if officer is None:
                return True
            theirs = viewer.cameras is None or still.camera_id in viewer.cameras
            return (
                right is not None
                and theirs
                and (right.oldest is None or now - still.at < right.oldest)
            )

        return looks

    def _officer(self) -> OfficerId:
        """Whoever saves; a station without officers has nobody to save for."""
        officer_id = self._gate.require(Action.SEE_INCIDENTS)
        if officer_id is None:
            raise NotAllowed(Action.SEE_INCIDENTS, Why.SIGNED_OUT)
        return officer_id


def _saved(unit: Unit, officer_id: OfficerId | None) -> list[SavedSearch]:
    return [] if officer_id is None else unit.saved_searches.of(officer_id)


def _typed(asked: Asked, categories: Mapping[CategoryId, str]) -> dict[CategoryId, str]:
    """The names of the categories that were asked for."""
    ids = [CategoryId(v) for v in asked.values(PartKind.CATEGORY) if isinstance(v, int)]
    return {id_: categories[id_] for id_ in ids if id_ in categories}
