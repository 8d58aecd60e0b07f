"""The nouns of the duty: bookmarks, incidents, outcomes, members, calls, and the words for them.

As in ``db.records``: frozen, UTC.  What people wrote in their own words (notes, narratives, names)
stands here alone and never in the log, so it can be erased.
"""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import NewType

from db.footage_records import ExhibitId, HoldId
from db.records import CameraId, ClusterId, OfficerId, Span, TeamId
from db.structs import Frozen

BookmarkId = NewType("BookmarkId", int)
IncidentId = NewType("IncidentId", int)
CategoryId = NewType("CategoryId", int)
OutcomeId = NewType("OutcomeId", int)
AttachmentId = NewType("AttachmentId", int)
MemberId = NewType("MemberId", int)
CallId = NewType("CallId", int)
PhraseId = NewType("PhraseId", int)
SavedSearchId = NewType("SavedSearchId", int)


class Severity(StrEnum):
    """How much an incident matters."""

    ROUTINE = "routine"
    SERIOUS = "serious"
    URGENT = "urgent"


class Category(Frozen, kw_only=True):
    """A kind of incident, in a tree of two levels at most; retired rather than removed.

    A bookmark of it begins ``pre_s`` before its instant and ends ``post_s`` after it, in seconds,
    0 to 3600.  ``hold_days`` is how long its footage is held, None: until somebody releases it.
    ``restricted``: a new incident of it is seen by named officers only.
    """

    id: CategoryId
    parent_id: CategoryId | None
    name: str
    place: int
    severity: Severity
    pre_s: int
    post_s: int
    hold_days: int | None
    restricted: bool
    retired: bool


class Shot(Frozen, kw_only=True):
    """One camera of a bookmark: how it was at the instant, and the still that was kept.

    ``state`` and ``reason`` are words of ``console.events``, "" while it was live.  ``still`` is a
    path below the stills' folder, "" for none; ``drawing`` is what was drawn on it, as JSON, kept
    apart from the picture.
    """

    camera_id: CameraId
    state: str = ""
    reason: str = ""
    still: str = ""
    sha256: str = ""
    drawing: str = ""


class Bookmark(Frozen, kw_only=True):
    """A moment that an officer marked, on one camera or several.

    A draft until it has a category and a line of text.  ``undone_at``: taken back within seconds;
    its row stays, and holds nothing.
    """

    id: BookmarkId
    at: datetime
    span: Span
    shots: tuple[Shot, ...]
    category_id: CategoryId | None
    note: str
    incident_id: IncidentId | None
    hold_id: HoldId | None
    made_by: OfficerId | None
    made_at: datetime
    undone_at: datetime | None

    @property
    def cameras(self) -> tuple[CameraId, ...]:
        """The cameras, the one that was chosen first."""
        return tuple(shot.camera_id for shot in self.shots)

    @property
    def is_draft(self) -> bool:
        """Whether it still wants a category or a line of text."""
        return self.undone_at is None and (self.category_id is None or not self.note)


MOST_DRAFTS = 500
"""A list of drafts has one more at most, which says that there are more than these."""
MOST_FLAGS = 4_000
"""So many of a stretch are read at once, the newest: more than a screen has room for, in 50 ms."""


class BookmarkFlag(Frozen, kw_only=True):
    """A bookmark as a timeline shows it.  ``category`` and ``officer`` are names, "" for none."""

    id: BookmarkId
    at_us: int
    cameras: tuple[CameraId, ...]
    category: str
    note: str
    officer: str


class IncidentState(StrEnum):
    """Where an incident is on its way."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    RETURNED = "returned"  # with a reason, to be mended
    APPROVED = "approved"
    CLOSED = "closed"


class Spot(Frozen):
    """A point on the ward plan, each 0 to 10,000 from its upper left corner."""

    x: int
    y: int


class Incident(Frozen, kw_only=True):
    """A case.  ``number`` counts within ``year``; ``version`` counts up with each change.

    ``people`` and ``vehicles`` are free text of restricted reading, "" until it is asked for by
    itself (``console.incidents.people``), which whoever sees the incident may do if it is
    ``readable``.  ``readers`` are the officers that see a ``restricted`` incident.
    """

    id: IncidentId
    year: int
    number: int
    title: str
    category_id: CategoryId
    severity: Severity
    state: IncidentState
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
    made_by: OfficerId | None
    made_at: datetime
    changed_at: datetime
    state_at: datetime
    version: int
    readable: bool = True


class Step(Frozen, kw_only=True):
    """An incident went from one state to another; ``reason`` is of a return or a reopening."""

    at: datetime
    officer_id: OfficerId | None
    before: IncidentState
    after: IncidentState
    reason: str


class FieldChange(Frozen, kw_only=True):
    """A field of an incident was changed; values as JSON.  ``version`` is the one it led to."""

    version: int
    at: datetime
    officer_id: OfficerId | None
    field: str
    before: str
    after: str


class Attachment(Frozen, kw_only=True):
    """A paper or picture that belongs to an incident; ``file`` is below the attachments' folder."""

    id: AttachmentId
    incident_id: IncidentId
    name: str
    file: str
    size_bytes: int
    sha256: str
    added_by: OfficerId | None
    added_at: datetime


class OutcomeKind(StrEnum):
    """What came of an incident; each is counted in the reports."""

    VERIFIED = "verified"
    ADMINISTRATIVE = "administrative"  # violation fined
    SEIZED = "seized"  # item, unit, count
    SANCTION_ADVISED = "sanction_advised"
    DRUGS = "drugs"  # cases, persons
    REHABILITATION = "rehabilitation"  # dossiers
    COUNSELLED = "counselled"  # persons
    TRAFFIC = "traffic"
    HANDED_OVER = "handed_over"
    NO_RESULT = "no_result"


class Outcome(Frozen, kw_only=True):
    """A line of an incident's outcome; ``struck_at``: taken back, and not counted any more.

    ``count`` is at least 1.  ``persons`` counts for drugs alone, ``item`` and ``unit`` for what
    was seized.
    """

    id: OutcomeId
    incident_id: IncidentId
    kind: OutcomeKind
    on: date
    count: int
    persons: int | None
    item: str
    unit: str
    note: str
    made_by: OfficerId | None
    made_at: datetime
    struck_at: datetime | None


class Disposal(Frozen, kw_only=True):
    """A recorded file that hold ``hold_id`` kept until ``at``; retention may remove it since."""

    hold_id: HoldId
    at: datetime
    camera_id: CameraId
    span: Span
    size_bytes: int
    sha256: str


class MemberRole(StrEnum):
    """What a member is in the team, in the order in which they are called."""

    LEADER = "leader"
    DEPUTY = "deputy"
    MEMBER = "member"


class Member(Frozen, kw_only=True):
    """Someone of a self-management team; ``phone`` is digits and a leading plus, or "".

    ``retired``: he is called no more.  An erased one has an empty name and no phone, and no team
    once it was dissolved; his id stays in the calls and in the log.
    """

    id: MemberId
    team_id: TeamId | None
    name: str
    role: MemberRole
    phone: str
    retired: bool
    erased: bool


class CallResult(StrEnum):
    """What came of a call."""

    REACHED = "reached"
    NO_ANSWER = "no_answer"
    ON_THE_WAY = "on_the_way"
    ARRIVED = "arrived"


class Call(Frozen, kw_only=True):
    """A member was called about a cluster, for an incident or a bookmark or neither yet."""

    id: CallId
    member_id: MemberId
    cluster_id: ClusterId | None
    incident_id: IncidentId | None
    bookmark_id: BookmarkId | None
    result: CallResult
    note: str
    officer_id: OfficerId | None
    at: datetime


class Phrase(Frozen, kw_only=True):
    """A sentence that a short code stands for: "vt hd"; or a place's name, whose code is ""."""

    id: PhraseId
    code: str
    text: str


class SavedSearch(Frozen, kw_only=True):
    """What an officer looks for again and again, as he typed it."""

    id: SavedSearchId
    officer_id: OfficerId
    name: str
    text: str


class Related(Frozen, kw_only=True):
    """What hangs on an incident."""

    bookmarks: tuple[BookmarkId, ...]
    exhibits: tuple[ExhibitId, ...]
    incidents: tuple[IncidentId, ...]
