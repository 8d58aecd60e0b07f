"""Nouns about incidents that are asked with, or answered: none has a table of its own."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from db.case_records import (
    BookmarkId,
    CategoryId,
    IncidentId,
    IncidentState,
    OutcomeKind,
    Severity,
    Spot,
)
from db.footage_records import HoldId
from db.records import CameraId, ClusterId, OfficerId, Span, TeamId
from db.structs import Frozen

_SERIES = "VV"  # vụ việc


def number_text(year: int, number: int) -> str:
    """What an incident is called everywhere: "VV-2026-0012"."""
    return f"{_SERIES}-{year}-{number:04}"


class IncidentFields(Frozen, kw_only=True):
    """What officers write about an incident, each part with a history; see ``Incident``."""

    title: str
    category_id: CategoryId
    severity: Severity
    cluster_id: ClusterId | None
    address: str
    spot: Spot | None
    began_at: datetime
    ended_at: datetime | None
    narrative: str
    people: str
    vehicles: str
    assigned_to: OfficerId | None
    due_on: date | None
    restricted: bool
    readers: frozenset[OfficerId]


class IncidentLine(Frozen, kw_only=True):
    """An incident as a list shows it."""

    id: IncidentId
    year: int
    number: int
    title: str
    category_id: CategoryId
    severity: Severity
    state: IncidentState
    cluster_id: ClusterId | None
    began_at: datetime
    assigned_to: OfficerId | None
    due_on: date | None
    restricted: bool
    made_by: OfficerId | None
    state_at: datetime


class Viewer(Frozen):
    """Who looks at incidents; ``teams`` is what he is narrowed to, empty: all.

    An officer of None is whoever sets a station up that has no officers: he sees everything.
    """

    officer_id: OfficerId | None
    teams: frozenset[TeamId] = frozenset()


class Waits(StrEnum):
    """What waits for whoever approves, and for what."""

    SUBMITTED = "submitted"  # an incident, to be approved or returned
    DRAFT = "draft"  # an incident that nobody submitted within a shift
    RETURNED = "returned"  # … or mended
    BOOKMARK = "bookmark"  # one without category or words
    HOLD = "hold"  # it runs out soon, and is prolonged or let go


class WaitTimes(Frozen, kw_only=True):
    """From when on something waits, seen at ``now``.

    Drafts and what was returned since ``left_before`` are being worked on.  Holds are told of if
    they end by ``ending_by``.
    """

    now: datetime
    left_before: datetime
    ending_by: datetime


class WaitingKey(NamedTuple):
    """One thing that waits: its place in the order, and what it takes to find the rest.

    ``number`` is the id of the incident or bookmark, or of the first of ``holds`` holds, which
    end from ``until_us`` on; ``made_by`` is told of incidents and bookmarks.
    """

    since_us: int
    waits: Waits
    number: int
    incident_id: IncidentId | None = None
    made_by: OfficerId | None = None
    holds: int = 0
    until_us: int | None = None


class IncidentQuery(Frozen, kw_only=True):
    """Which incidents a list shows, the newest first; what is empty or None does not narrow.

    ``since`` and ``until`` are about their begin, half-open.  ``words`` is what was typed, as
    ``console.asked`` reads it.  ``teamless``: where no team answers.  ``before`` is the last
    line of the page before: its begin and id.
    """

    states: frozenset[IncidentState] = frozenset()
    severities: frozenset[Severity] = frozenset()
    categories: frozenset[CategoryId] = frozenset()
    clusters: frozenset[ClusterId] = frozenset()
    teamless: bool = False
    assigned_to: OfficerId | None = None
    since: datetime | None = None
    until: datetime | None = None
    words: str = ""
    before: tuple[datetime, IncidentId] | None = None
    limit: int = 200


class Joined(Frozen, kw_only=True):
    """A bookmark as far as an incident has to do with it."""

    id: BookmarkId
    at: datetime
    span: Span
    cameras: tuple[CameraId, ...]
    incident_id: IncidentId | None
    hold_id: HoldId | None
    made_by: OfficerId | None
    undone: bool
    is_draft: bool  # without a category or a line of text


class Tally(Frozen, kw_only=True):
    """What outcomes of one kind come to.

    ``lines`` is how many outcomes, ``count`` the sum of their counts, ``persons`` of persons,
    ``cases`` how many incidents they are of.
    """

    kind: OutcomeKind
    lines: int
    count: int
    persons: int
    cases: int


class SumDrift(Frozen):
    """How the sums of outcomes differ from the lines that they are of, in rows."""

    missing: int
    extra: int

    @property
    def is_none(self) -> bool:
        """Whether there is no difference."""
        return not self.missing and not self.extra


class Behind(NamedTuple):
    """An incident behind a figure, and the last of the counted days on which it has such a line."""

    on: date
    incident_id: IncidentId


class CaseBehind(Frozen, kw_only=True):
    """The same as a list shows it."""

    on: date
    line: IncidentLine

    @property
    def key(self) -> Behind:
        """What stands before those that follow."""
        return Behind(self.on, self.line.id)
