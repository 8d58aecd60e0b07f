"""The nouns of recording and review: rules, volumes, holds, exhibits, and what the index tells.

As in ``db.records``: frozen, UTC, standard library only.  Rules, holds and exhibits are rows of the
station's store; segments, runs, gaps, outages and looks are rows of the footage index, which only
the engine writes (``console.video.archive``).
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import NewType

from db.records import CameraId, ClusterId, OfficerId, Span, StreamRole
from db.structs import Frozen

VolumeId = NewType("VolumeId", int)
HoldId = NewType("HoldId", int)
ExhibitId = NewType("ExhibitId", int)

HOURS_A_WEEK = 168
CELLS_ACROSS, CELLS_DOWN = 16, 9
CELLS = CELLS_ACROSS * CELLS_DOWN


class Plan(StrEnum):
    """When a camera is recorded."""

    NEVER = "never"
    ALWAYS = "always"
    WEEKLY = "weekly"  # in the hours of the week that are ticked
    AROUND = "around"  # always, but what no hold keeps goes after two minutes


class GapCause(StrEnum):
    """Why there is no footage of a camera that was to be recorded."""

    CAMERA_OFF = "camera_off"  # nothing answers at its address
    NETWORK = "network"  # it was connected, and the line broke or fell silent
    REFUSED = "refused"  # the password or the certificate is refused
    UNSUPPORTED = "unsupported"  # it sends what we cannot record
    STATION_OFF = "station_off"  # the PC or the program was off
    ENGINE_RESTARTED = "engine_restarted"  # our own process died, or was started again
    UPDATE = "update"  # the program was being updated
    DISK_FULL = "disk_full"
    DISK_SLOW = "disk_slow"  # the disk did not keep up
    DISK_LOST = "disk_lost"  # the volume vanished or failed
    SCHEDULE = "schedule"  # not to be recorded at that hour
    BUDGET = "budget"  # the line's data budget of the month is spent
    CLOCK_STEP = "clock_step"  # the station's clock was set forward
    RETENTION = "retention"  # it was recorded, and has been removed since
    MISSING = "missing"  # it was recorded, and the file is gone or damaged
    UNKNOWN = "unknown"  # the index was rebuilt, and files cannot tell


class EndReason(StrEnum):
    """Why a segment ended where it did."""

    FULL = "full"  # about a minute long
    STOPPED = "stopped"  # recording was ended
    LOST = "lost"  # the session ended
    CHANGED = "changed"  # the stream changed codec, size or clock
    CLOCK_STEP = "clock_step"  # the station's clock was set
    DISK = "disk"  # writing failed; this is what is left
    KILLED = "killed"  # our process died; cut off at the last whole fragment


class RecordingRule(Frozen, kw_only=True):
    """What is recorded of a camera, a cluster or (both None) the whole station.

    The nearest rule holds whole: camera before cluster before station.  ``week`` says for each hour
    from Monday 00:00 local time whether it is recorded, ``HOURS_A_WEEK`` long, and counts for
    ``Plan.WEEKLY`` alone.  ``days`` is how long footage is kept, 1 to 3650.  ``share`` is how much
    of the footage's room the rule's cameras may take together, in per cent 1 to 100; None is no
    limit. ``sessions`` is how many connections the camera's line bears at once, 1 or 2.
    ``budget_gb`` is what may come over the line in a calendar month, in 10^9 bytes; None is no
    limit.
    """

    camera_id: CameraId | None = None
    cluster_id: ClusterId | None = None
    plan: Plan = Plan.ALWAYS
    role: StreamRole = StreamRole.SUB
    audio: bool = False
    week: tuple[bool, ...] = (True,) * HOURS_A_WEEK
    days: int = 30
    share: int | None = None
    sessions: int = 2
    budget_gb: int | None = None


class Volume(Frozen, kw_only=True):
    """A folder for footage.  ``rank`` 0 is written first; ``reserve_gb`` is left free on its disk.

    ``writing`` False: nothing new is written there, what lies there is kept (a disk on its way
    out).
    """

    id: VolumeId
    path: str
    rank: int
    reserve_gb: int
    writing: bool


class HoldReason(StrEnum):
    """Why footage must not be removed."""

    BOOKMARK = "bookmark"
    INCIDENT = "incident"
    REQUEST = "request"  # somebody asked for it in writing
    MANUAL = "manual"


class Hold(Frozen, kw_only=True):
    """Footage of ``cameras`` in ``span`` that retention leaves alone.

    It does so until ``until``, or without end where that is None.  ``note`` is what the officer
    wrote about it: a case, whoever asked for it; "" for nothing.

    A hold that was released or has run out keeps nothing any more; its row stays.
    """

    id: HoldId
    cameras: frozenset[CameraId]
    span: Span
    reason: HoldReason
    until: datetime | None
    made_by: OfficerId | None
    made_at: datetime
    released_at: datetime | None
    note: str = ""


class Exhibit(Frozen, kw_only=True):
    """A foreign file that somebody brought, as it was taken in.

    ``name`` is its name on the medium, cleaned; ``given_by``, ``device`` and ``note`` are free
    text. ``claimed_start`` is when it is said to begin, by the clock of the device that made it;
    ``offset_s`` is how far that clock was ahead of true time, None when not known. ``file`` is its
    path below the exhibits' folder.
    """

    id: ExhibitId
    name: str
    file: str
    size_bytes: int
    sha256: str
    given_by: str
    device: str
    note: str
    claimed_start: datetime | None
    offset_s: float | None
    taken_by: OfficerId | None
    taken_at: datetime


class Segment(Frozen, kw_only=True):
    """A recorded file of about a minute that begins with a key frame.

    ``start_us`` is the station's wall clock at its first frame's arrival, carried on by the
    monotonic clock within a run; ``duration_us`` is monotonic, too.  ``era`` counts up each time
    the station's clock was set back by more than it can hide: within an era nothing of a camera
    overlaps. ``run_us`` is ``start_us`` of the first segment of the unbroken run that this belongs
    to. ``camera_off_us`` is camera clock minus station clock, from RTCP, None when not told.
    """

    camera_id: CameraId
    role: StreamRole
    volume_id: VolumeId
    era: int
    run_us: int
    start_us: int
    duration_us: int
    monotonic_ns: int
    camera_off_us: int | None
    frames: int
    keys: int
    size_bytes: int
    sha256: bytes
    end_reason: EndReason
    quicktime: bool

    @property
    def end_us(self) -> int:
        """Where it ends, half-open."""
        return self.start_us + self.duration_us


class Run(Frozen, kw_only=True):
    """Footage of one stream without a gap; half-open.  ``open`` while it is being recorded."""

    camera_id: CameraId
    role: StreamRole
    era: int
    start_us: int
    end_us: int
    open: bool = False


class Gap(Frozen, kw_only=True):
    """No footage of a camera that was to be recorded; ``end_us`` None while it lasts."""

    camera_id: CameraId
    start_us: int
    end_us: int | None
    cause: GapCause


class Outage(Frozen, kw_only=True):
    """A time in which a wanted camera gave no picture; ``end_us`` None while it lasts.

    ``state`` and ``reason`` are words of ``console.events.StreamState`` and ``Reason``.
    """

    camera_id: CameraId
    start_us: int
    end_us: int | None
    state: str
    reason: str


class RemovedCamera(Frozen, kw_only=True):
    """A camera that the station has no more, and where its footage ends."""

    camera_id: CameraId
    end_us: int


class Look(Frozen):
    """What moved in a camera's picture since its key frame before.

    ``cells`` has a bit for each of the 16 × 9 cells in which something changed, the lowest for the
    top left one, row by row.  ``amount`` is how much of the picture changed, 0 to 255.
    """

    at_us: int
    cells: int
    amount: int
