"""The nouns that outlive the program.

Every record is frozen, so it may cross threads and be shown as it is.  Instants
are aware UTC datetimes; sizes are in pixels.  Every process loads this at its
start: only ``db.structs``, which is faster than dataclasses, beside the standard library.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import NewType

from db.structs import Frozen

TeamId = NewType("TeamId", int)
ClusterId = NewType("ClusterId", int)
DeviceId = NewType("DeviceId", int)
CameraId = NewType("CameraId", int)
StreamId = NewType("StreamId", int)
LayoutId = NewType("LayoutId", int)
OfficerId = NewType("OfficerId", int)


class Topic(StrEnum):
    """What a unit of work may have touched."""

    FLEET = "fleet"
    LAYOUTS = "layouts"
    OFFICERS = "officers"
    AUDIT = "audit"
    SETTINGS = "settings"
    RECORDING = "recording"  # what is recorded where, and how long it is kept
    HOLDS = "holds"
    EXHIBITS = "exhibits"
    BOOKMARKS = "bookmarks"
    INCIDENTS = "incidents"  # with their outcomes and attachments
    CATEGORIES = "categories"
    MEMBERS = "members"  # of the teams, and calls to them
    PHRASES = "phrases"  # and saved searches
    EVIDENCE = "evidence"  # requests for footage, packages, their custody


class Span(Frozen, order=True):
    """A stretch of time, half-open.

    Raises:
        ValueError: an end is naive, or nothing lies between them.
    """

    start: datetime
    end: datetime

    def __post_init__(self) -> None:
        if self.start.tzinfo is None or self.end.tzinfo is None:
            raise ValueError("a span needs aware instants")
        if self.end <= self.start:
            raise ValueError(f"nothing lies between {self.start} and {self.end}")

    @property
    def length(self) -> timedelta:
        """How long it is; more than nothing."""
        return self.end - self.start

    def holds(self, at: datetime) -> bool:
        """Whether ``at`` lies in it."""
        return self.start <= at < self.end

    def meets(self, other: Span) -> bool:
        """Whether some instant lies in both."""
        return self.start < other.end and other.start < self.end


_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def to_us(at: datetime) -> int:
    """Microseconds since 1970 UTC, exactly; ``at`` is aware."""
    return (at - _EPOCH) // _MICROSECOND


def from_us(us: int) -> datetime:
    """The instant ``us`` microseconds after 1970 began, in UTC."""
    return _EPOCH + us * _MICROSECOND


class DeviceKind(StrEnum):
    """What answers at an address."""

    CAMERA = "camera"
    RECORDER = "recorder"


class StreamRole(StrEnum):
    """Which of a camera's pictures a stream carries."""

    MAIN = "main"
    SUB = "sub"


class Transport(StrEnum):
    """How RTP packets travel: inside the RTSP connection, or as datagrams."""

    TCP = "tcp"
    UDP = "udp"


class Team(Frozen, kw_only=True):
    """A self-management team (tổ tự quản)."""

    id: TeamId
    name: str


class Cluster(Frozen, kw_only=True):
    """A camera cluster (cụm camera); ``number`` is what officers call it by."""

    id: ClusterId
    number: int
    name: str
    team_id: TeamId | None


class Device(Frozen, kw_only=True):
    """A camera or recorder with an address of its own.

    The password is not here: ``console.vault`` keeps it under ``id``.
    ``certificate_sha256`` is the pinned certificate of an ``rtsps`` device (64 hex
    digits, lower case), or None where the system's authorities decide.
    """

    id: DeviceId
    kind: DeviceKind
    host: str
    username: str
    certificate_sha256: str | None


class Stream(Frozen, kw_only=True):
    """One picture of a camera, as an address in parts.

    ``path`` starts with "/" and includes the query; where a make wants the password
    inside it, it holds the words ``{username}`` and ``{password}`` instead.  ``width``
    and ``height`` are what was last seen, None before the first picture.
    """

    id: StreamId
    camera_id: CameraId
    role: StreamRole
    scheme: str
    port: int
    path: str
    transport: Transport
    width: int | None
    height: int | None


class NewStream(Frozen, kw_only=True):
    """A stream that the store has not numbered yet; the fields are those of ``Stream``."""

    role: StreamRole
    scheme: str
    port: int
    path: str
    transport: Transport


class Camera(Frozen, kw_only=True):
    """One eye of the wall; ``number`` is what officers type, unique in the station."""

    id: CameraId
    number: int
    name: str
    cluster_id: ClusterId
    device: Device
    streams: tuple[Stream, ...]

    def stream(self, role: StreamRole) -> Stream | None:
        """The stream of that role, or None."""
        return next((stream for stream in self.streams if stream.role is role), None)


class Layout(Frozen, kw_only=True):
    """A saved page of the wall: ``tiles`` places, filled in order.

    ``cameras`` has exactly ``tiles`` entries; None is an empty place.
    """

    id: LayoutId
    name: str
    tiles: int
    cameras: tuple[CameraId | None, ...]


class Role(StrEnum):
    """What an officer is at this station; ``console.rights`` says what that allows."""

    DUTY = "duty"  # cán bộ trực ban
    OFFICER = "officer"  # cán bộ điều tra, cảnh sát khu vực
    CHIEF = "chief"  # trưởng công an phường
    ADMINISTRATOR = "administrator"  # quản trị
    AUDITOR = "auditor"  # reads the log, sees no pictures


class Officer(Frozen, kw_only=True):
    """Someone who may sign in.

    ``teams`` narrows the cameras that he has to do with; empty means all.  ``epoch`` counts up
    whenever sessions of his must end.  ``one_time_until``: his password is a one-time one that
    ends then.  ``failures`` are wrong passwords in a row; ``locked_until`` is when he may try
    again.  An erased officer has an empty name; his id stays in the log.
    """

    id: OfficerId
    name: str
    role: Role
    teams: frozenset[TeamId]
    disabled: bool
    erased: bool
    created_at: datetime
    one_time_until: datetime | None
    failures: int
    locked_until: datetime | None
    epoch: int


class Entry(Frozen, kw_only=True):
    """One line of the audit log, chained to the line before.

    ``seq`` counts from 1 without gaps.  ``detail`` is a JSON object in canonical form: ids,
    words and counts, never a name or free text.  ``previous`` and ``hash`` are 64 hex digits;
    ``console.audit`` says what is hashed.
    """

    seq: int
    at: datetime
    monotonic_ns: int
    officer_id: OfficerId | None
    workstation: str
    act: str
    subject: str
    subject_id: int | None
    detail: str
    previous: str
    hash: str


class Named(Frozen, kw_only=True):
    """What an entry of the log is about, as it is called today.

    ``number`` is what officers type, None where there is none; an erased officer's name is "".
    """

    number: int | None
    name: str


class SignedHead(Frozen, kw_only=True):
    """The station's signature over the log up to ``seq``; a log that was rewritten contradicts it.

    ``reason`` is why it was signed then: daily, export, restore, shutdown.
    """

    seq: int
    hash: str
    at: datetime
    key_sha256: str
    signature: bytes
    reason: str


class TrailQuery(Frozen, kw_only=True):
    """Which entries of the log are wanted; what is empty or None does not narrow.

    ``since`` and ``until`` are a half-open stretch of time.  ``before`` is the ``seq`` that the
    page before ended with.  ``limit`` is 1 to 1000.
    """

    officer_id: OfficerId | None = None
    acts: frozenset[str] = frozenset()
    subject: str = ""
    subject_id: int | None = None
    since: datetime | None = None
    until: datetime | None = None
    before: int | None = None
    limit: int = 200
