"""From what was typed to what is looked for: numbers and names become ids, and who may see what."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from console.asked import Asked, IncidentNumber, Part, PartKind, PartValue
from console.periods import Period
from console.rights import Action, may
from db.case_records import CategoryId, IncidentState, MemberId, Severity
from db.find_places import Branch
from db.find_records import FoundKind, Term, Viewer, Wanted
from db.folding import even, words_typed
from db.records import CameraId, ClusterId, Officer, OfficerId, TeamId
from db.store import Unit

_MOST_PEOPLE = 20
_WORDS_OF_A_NAME = 2  # one alone is a syllable of half the notes: "van", "lan"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What is looked for, and what was typed that the station does not know."""

    wanted: Wanted
    unknown: tuple[Part, ...]


def viewer_of(unit: Unit, officer: Officer | None, *, reads_people: bool) -> Viewer:
    """Whoever looks, with the cameras and clusters of the teams that he is narrowed to."""
    if officer is None:
        return Viewer(officer_id=None, reads_people=reads_people)
    right = may(officer.role, Action.SEE_INCIDENTS)
    if right is None or not right.scoped or not officer.teams:
        return Viewer(officer_id=officer.id, reads_people=reads_people)
    clusters = unit.find_places.clusters_of(officer.teams)
    return Viewer(
        officer_id=officer.id,
        cameras=unit.find_places.cameras_of(clusters),
        clusters=clusters,
        reads_people=reads_people,
    )


def meaning_of(
    unit: Unit,
    asked: Asked,
    branches: Collection[Branch],
    officer_id: OfficerId | None,
    *,
    sees_members: bool,
) -> Meaning:
    """Look up what ``asked`` names."""
    cameras, clusters, unknown = _places(unit, asked)
    number = next((v for v in asked.values(PartKind.NUMBER) if isinstance(v, IncidentNumber)), None)
    period = next((v for v in asked.values(PartKind.TIME) if isinstance(v, Period)), Period())
    kinds = {v for v in asked.values(PartKind.KIND) if isinstance(v, FoundKind)}
    wanted = Wanted(
        kinds=frozenset(kinds or FoundKind),
        terms=tuple(_terms(asked, branches)),
        members=frozenset(_members(unit, asked) if sees_members else ()),
        officers=frozenset(_officers(unit, asked)),
        number=None if number is None else number.number,
        year=None if number is None else number.year,
        cameras=cameras,
        clusters=clusters,
        since=period.since,
        until=period.until,
        states=frozenset(v for v in asked.values(PartKind.STATE) if isinstance(v, IncidentState)),
        severities=frozenset(v for v in asked.values(PartKind.SEVERITY) if isinstance(v, Severity)),
        categories=_with_leaves(
            (CategoryId(v) for v in asked.values(PartKind.CATEGORY) if isinstance(v, int)), branches
        ),
        mine=officer_id if asked.values(PartKind.MINE) else None,
    )
    return Meaning(wanted, tuple(unknown))


def _places(
    unit: Unit, asked: Asked
) -> tuple[frozenset[CameraId] | None, frozenset[ClusterId], list[Part]]:
    """Of several of a kind, any; of several kinds, what is of each."""
    cameras: frozenset[CameraId] | None = None
    clusters: frozenset[ClusterId] | None = None
    unknown: list[Part] = []
    for kind in (PartKind.CAMERA, PartKind.CLUSTER, PartKind.TEAM):
        parts = [part for part in asked.parts if part.kind is kind]
        if not parts:
            continue
        some: frozenset[CameraId] = frozenset()
        areas: frozenset[ClusterId] = frozenset()
        for part in parts:
            numbers = part.value if isinstance(part.value, tuple) else ()
            found: Collection[object]
            if kind is PartKind.CAMERA:
                found = cameras_found = unit.find_places.cameras_numbered(numbers).values()
                some |= frozenset(cameras_found)
            elif kind is PartKind.CLUSTER:
                found = clusters_found = unit.find_places.clusters_numbered(numbers).values()
                areas |= frozenset(clusters_found)
            else:
                found = teams_found = _teams_meant(unit, part.value)
                areas |= unit.find_places.clusters_of(teams_found)
            if len(found) < len(numbers):
                unknown.append(part)
        if kind is not PartKind.CAMERA:
            some = unit.find_places.cameras_of(areas)
            clusters = areas if clusters is None else clusters & areas
        else:
            clusters = frozenset()
        cameras = some if cameras is None else cameras & some
    return cameras, clusters or frozenset(), unknown


def _teams_meant(unit: Unit, value: PartValue) -> list[TeamId]:
    """Teams have names alone: those with such a number in it, or those of this very name."""
    teams = unit.find_places.teams().items()
    if isinstance(value, str):
        return [team_id for team_id, name in teams if even(name) == even(value)]
    wanted = set(value) if isinstance(value, tuple) else set()
    return [
        team_id
        for team_id, name in teams
        if wanted & {int(word) for word in words_typed(name) if word.isdecimal()}
    ]


def _terms(asked: Asked, branches: Collection[Branch]) -> Iterable[Term]:
    for place, word in enumerate(asked.words, 1):
        more = asked.typing and place == len(asked.words)
        named = {
            branch.id
            for branch in branches
            if any(
                each == word or (more and len(word) > 1 and each.startswith(word))
                for each in words_typed(branch.name)
            )
        }
        yield Term(word, more, _with_leaves(named, branches))


def _with_leaves(
    chosen: Iterable[CategoryId], branches: Collection[Branch]
) -> frozenset[CategoryId]:
    ids = set(chosen)
    return frozenset(ids | {branch.id for branch in branches if branch.parent_id in ids})


def _officers(unit: Unit, asked: Asked) -> list[OfficerId]:
    if len(asked.words) < _WORDS_OF_A_NAME:
        return []
    found = unit.search.officers(" ".join(asked.words), _MOST_PEOPLE)
    return [each for each in found if _is_called(unit.officers.officer(each).name, asked)]


def _members(unit: Unit, asked: Asked) -> list[MemberId]:
    if len(asked.words) < _WORDS_OF_A_NAME:
        return []
    return unit.search.members(" ".join(asked.words), _MOST_PEOPLE)


def _is_called(name: str, asked: Asked) -> bool:
    """Whether the words that were typed are words of the name, and not parts of them."""
    words = words_typed(name)
    whole = asked.words[:-1] if asked.typing else asked.words
    last = asked.words[-1]
    return set(whole) <= set(words) and any(word.startswith(last) for word in words)
