"""What may be looked for among bookmarks and incidents, and what is found."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum

from db.case_records import BookmarkId, CategoryId, IncidentId, IncidentState, MemberId, Severity
from db.records import CameraId, ClusterId, OfficerId, Span
from db.structs import Frozen


class FoundKind(StrEnum):
    """What is found."""

    BOOKMARK = "bookmark"
    INCIDENT = "incident"


class Place(Frozen, order=True):
    """Where a result stands in the list: newest first, incidents before bookmarks, by id."""

    at: datetime
    rank: int
    id: int


class Term(Frozen):
    """One word that is looked for, folded; it also stands in the names of ``categories``.

    ``more``: words that begin with it are meant, too.
    """

    word: str
    more: bool = False
    categories: frozenset[CategoryId] = frozenset()


class Viewer(Frozen, kw_only=True):
    """Who looks: what he may not see is never found.

    ``cameras`` and ``clusters`` are those of the teams that he is narrowed to, None: all.
    ``officer_id`` None: the station has no officers yet, and everything is seen.
    """

    officer_id: OfficerId | None
    cameras: frozenset[CameraId] | None = None
    clusters: frozenset[ClusterId] = frozenset()
    reads_people: bool = True


class Wanted(Frozen, kw_only=True):
    """What is looked for; what is empty or None does not narrow.

    All of ``terms`` must be found, or one of ``members`` was called, or one of ``officers`` made
    it or has it.  ``cameras`` and ``clusters``: one of either.  ``since`` and ``until`` are a
    half-open stretch of time; ``number`` is an incident's, ``year`` its year.
    """

    kinds: frozenset[FoundKind] = frozenset(FoundKind)
    terms: tuple[Term, ...] = ()
    members: frozenset[MemberId] = frozenset()
    officers: frozenset[OfficerId] = frozenset()
    number: int | None = None
    year: int | None = None
    cameras: frozenset[CameraId] | None = None
    clusters: frozenset[ClusterId] = frozenset()
    since: datetime | None = None
    until: datetime | None = None
    states: frozenset[IncidentState] = frozenset()
    severities: frozenset[Severity] = frozenset()
    categories: frozenset[CategoryId] = frozenset()
    mine: OfficerId | None = None


class Found(Frozen, kw_only=True):
    """One result, as far as a list needs it before it is shown.

    ``state`` of a bookmark is DRAFT while it is one, and None after.  ``severity`` of a bookmark
    is that of its category.
    """

    kind: FoundKind
    id: int
    at: datetime
    category_id: CategoryId | None
    state: IncidentState | None
    severity: Severity | None

    @property
    def place(self) -> Place:
        """Where it stands."""
        return Place(self.at, rank_of(self.kind), self.id)


class Finds(Frozen, kw_only=True):
    """A part of the list.

    ``further``: where to go on, None at the end.  ``looked_back_to`` is set when the search gave up
    before it had found as many as it was asked for: there may be more, further back.
    """

    found: tuple[Found, ...]
    further: Place | None
    looked_back_to: datetime | None


class Shared(Frozen, kw_only=True):
    """What results have in common: how many have each, in the order in which they were met.

    ``is_more``: there are, or may be, more than were counted.  ``severities`` of bookmarks are
    those of their categories; ``clusters`` are those of their cameras.  ``instants`` are of all,
    newest first.
    """

    count: int
    is_more: bool
    kinds: Mapping[FoundKind, int]
    states: Mapping[IncidentState, int]
    severities: Mapping[Severity, int]
    categories: Mapping[CategoryId, int]
    clusters: Mapping[ClusterId, int]
    instants: tuple[datetime, ...]


class StillOf(Frozen):
    """A still that was kept: whose bookmark's, of which camera, of when."""

    bookmark_id: BookmarkId
    camera_id: CameraId
    at: datetime


class FoundText(Frozen, kw_only=True):
    """What a result says, for those that are shown.

    ``incident_id`` and ``number`` (year, number) are those of an incident, or of the one that a
    bookmark belongs to, if the viewer sees it.  ``span`` is what a bookmark keeps, or how long an
    incident lasted.  ``texts`` are what all may read, the line to show first.
    """

    span: Span
    cameras: tuple[CameraId, ...]
    cluster_id: ClusterId | None
    incident_id: IncidentId | None
    number: tuple[int, int] | None
    texts: tuple[str, ...]
    stills: tuple[StillOf, ...]


def rank_of(kind: FoundKind) -> int:
    """Of the same instant, the higher stands first."""
    return 1 if kind is FoundKind.INCIDENT else 0


class WordDrift(Frozen, kw_only=True):
    """How the index of words differs from the texts.

    Of the ``words`` that the texts have, ``missing`` are not in the index, of as many ``texts``;
    ``extra`` are in it and in no text, or not as it is told there.
    """

    words: int
    missing: int
    texts: int
    extra: int

    @property
    def is_none(self) -> bool:
        """Whether there is no difference."""
        return not self.missing and not self.extra
