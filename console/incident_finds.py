"""Incidents of a list that was narrowed by words: found along the index of words, newest first."""

from __future__ import annotations

import re
from datetime import datetime, tzinfo

from console.asked import asked
from console.finding_meant import meaning_of, viewer_of
from console.gate import Gate
from console.rights import Action
from db import incident_records
from db.case_records import IncidentId, IncidentState, Severity
from db.find_records import FoundKind, Place, Wanted, rank_of
from db.incident_records import IncidentQuery
from db.store import Unit
from db.structs import replace

# What an incident is called where nothing else is meant: 12, 12/2026.
_NUMBER = re.compile(r"\s*#?0*(\d{1,6})(?:\s*[/-]\s*(\d{4}))?\s*")
_WALKED = 30_000  # rows of a source before it says how far it looked back, and is asked to go on


def found_by_words(
    unit: Unit,
    gate: Gate,
    viewer: incident_records.Viewer,
    query: IncidentQuery,
    now: datetime,
    zone: tzinfo | None,
) -> list[IncidentId]:
    """What ``query`` asks for and ``viewer``, who sits here, sees: ``query.limit`` at most.

    Its words are read as the search reads them: a number, a time or a place in them narrows, too.
    """
    branches = unit.find_places.categories()
    read = asked(_numbered(query.words), now, zone, {each.id: each.name for each in branches})
    officer, rights = gate.standing(Action.SEE_MEMBERS, Action.READ_PEOPLE)
    meaning = meaning_of(
        unit,
        read,
        branches,
        None if officer is None else officer.id,
        sees_members=Action.SEE_MEMBERS in rights,
    )
    wanted = _narrowed(meaning.wanted, query)
    if wanted is None:
        return []
    reader = viewer_of(unit, officer, reads_people=Action.READ_PEOPLE in rights)
    before = None
    if query.before is not None:
        before = Place(query.before[0], rank_of(FoundKind.INCIDENT), query.before[1])
    found: list[IncidentId] = []
    while len(found) < query.limit:
        page = unit.finds.page(wanted, reader, query.limit - len(found), before, _WALKED)
        ids = [IncidentId(each.id) for each in page.found]
        seen = unit.incident_lists.seen(viewer, ids)
        if query.assigned_to is not None:  # a search for "mine" finds what one opened, too
            lines = unit.incident_lists.lines(ids)
            ids = [each.id for each in lines if each.assigned_to == query.assigned_to]
        found += [each for each in ids if each in seen]
        if (before := page.further) is None:
            break
    return found


def _numbered(words: str) -> str:
    match = _NUMBER.fullmatch(words)
    if match is None:
        return words
    return f"vv {match[2]}-{match[1]}" if match[2] else f"vv {match[1]}"


def _narrowed(wanted: Wanted, query: IncidentQuery) -> Wanted | None:
    """Both at once; None: nothing can be both."""
    states: frozenset[IncidentState] = wanted.states or query.states
    severities: frozenset[Severity] = wanted.severities or query.severities
    categories = wanted.categories or query.categories
    if query.states:
        states &= query.states
    if query.severities:
        severities &= query.severities
    if query.categories:
        categories &= query.categories
    clusters, cameras = wanted.clusters, wanted.cameras
    if query.clusters:
        clusters = query.clusters if cameras is None else clusters & query.clusters
        cameras = frozenset()
    nothing = (
        (query.states and not states)
        or (query.severities and not severities)
        or (query.categories and not categories)
        or (query.clusters and not clusters)
    )
    if nothing:
        return None
    since = max((each for each in (wanted.since, query.since) if each is not None), default=None)
    until = min((each for each in (wanted.until, query.until) if each is not None), default=None)
    return replace(
        wanted,
        kinds=frozenset({FoundKind.INCIDENT}),
        states=states,
        severities=severities,
        categories=categories,
        clusters=clusters,
        cameras=cameras,
        mine=wanted.mine if query.assigned_to is None else query.assigned_to,
        since=since,
        until=until,
    )
