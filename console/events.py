"""What the core tells whoever listens.  Facts in the past tense, frozen, small.

Pictures are not events: they cross on a canvas (``console.video.canvas``).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum

from console.errors import Problem
from db.evidence_records import PackageId
from db.footage_records import GapCause, VolumeId
from db.records import CameraId, StreamRole, Topic
from db.structs import Frozen


class StreamState(StrEnum):
    """Where what a tile shows stands.  Exactly one at any time."""

    CONNECTING = "connecting"
    LIVE = "live"
    LATE = "late"  # live, but packets were lost or come too late
    STALLED = "stalled"  # connected, and no new picture for 3 s
    OFFLINE = "offline"  # nothing answers, or it answered and failed
    REFUSED = "refused"  # the password is refused
    UNSUPPORTED = "unsupported"  # it answers with something that we cannot show
    PAUSED = "paused"  # nobody looks at it, or the officer paused it


class Reason(StrEnum):
    """Why a stream is in its state; worded for the screen by ``ui.messages``."""

    NONE = "none"
    NO_ANSWER = "no_answer"  # no TCP connection
    CONNECTION_REFUSED = "connection_refused"  # the host is there, the port is closed
    SILENT = "silent"  # connected, and nothing comes
    CLOSED = "closed"  # the camera ended the session
    BUSY = "busy"  # the camera has no room for another session now
    BAD_ANSWER = "bad_answer"  # not RTSP, garbage, too large
    NOT_FOUND = "not_found"  # no such path at the camera
    BAD_LOGIN = "bad_login"
    REDIRECTED = "redirected"  # it points to another address; never followed
    CODEC = "codec"  # neither H.264 nor H.265, or broken beyond decoding
    NO_KEY_FRAME = "no_key_frame"  # it sends, and nothing that a picture could begin with
    TOO_LARGE = "too_large"  # more pixels than we decode
    CERTIFICATE = "certificate"  # TLS certificate neither trusted nor pinned
    PACKETS_LOST = "packets_lost"
    ENGINE_LOST = "engine_lost"  # our own process died; it is being restarted
    NOT_SHOWN = "not_shown"
    LINE_IN_USE = "line_in_use"  # on trial, and the one session that its line bears is in use


class Load(StrEnum):
    """The governor's word for what a tile gets, and why."""

    FULL = "full"  # the stream that fits, every picture
    SMALL_TILE = "small_tile"  # sub stream, since the tile is small
    ONLY_SUB = "only_sub"  # the camera has no main stream
    ONLY_MAIN = "only_main"  # the camera has no sub stream
    ONE_SESSION = "one_session"  # the recorded stream: the camera's line bears no second one
    BUSY_PC = "busy_pc"  # key frames only: the processors are full


class EngineState(StrEnum):
    """Where the engine process stands."""

    STARTED = "started"
    LOST = "lost"
    RESTARTED = "restarted"


class Changed(Frozen):
    """A unit of work was committed.  Views that show one of ``topics`` read again."""

    topics: frozenset[Topic]


class StreamChanged(Frozen):
    """What a camera shows came, went or stalled.  ``detail`` is English, for tooltips and logs."""

    camera_id: CameraId
    state: StreamState
    reason: Reason = Reason.NONE
    detail: str = ""


class StreamFigures(Frozen, kw_only=True):
    """What one shown stream did in the last second."""

    camera_id: CameraId
    role: StreamRole
    codec: str
    width: int
    height: int
    decoded_fps: float
    kbit_s: float
    packets_lost: int  # since the session began
    load: Load
    line_bytes: int = 0  # that came since it was asked last, be it held meanwhile


class Measured(Frozen):
    """Once a second: what every shown stream did."""

    figures: tuple[StreamFigures, ...]


class EngineChanged(Frozen):
    """The engine process came, went or came back."""

    state: EngineState


class Doubt(StrEnum):
    """What is not as it should be of a camera that is recorded all the same."""

    TIMES = "times"  # its timestamps jump or run at a wrong rate: ours are written
    SOUND = "sound"  # it tells of sound, and none that can be recorded


class MakingStep(StrEnum):
    """What a package that is being made has come to."""

    LOOKING = "looking"  # what there is of what is wanted
    COPYING = "copying"  # native copies, and reading them back
    VIEWING = "viewing"  # viewing copies
    STILLS = "stills"
    PAPERS = "papers"  # cover sheets, the log's extract, checkers
    CHECKING = "checking"  # all files are read back from the medium


class ExportMoved(Frozen, kw_only=True):
    """A package is being made: told at most four times a second.

    ``done`` of ``total`` are shares of the whole work, in no unit.  ``left_s`` is what it will take
    from now on, None: not known yet.
    """

    package_id: PackageId
    step: MakingStep
    done: int
    total: int
    left_s: float | None = None


class RecordingChanged(Frozen):
    """A camera is being recorded (``cause`` None) since ``since_us``, or not any more, and why.

    It is told again when ``doubts`` changed.
    """

    camera_id: CameraId
    cause: GapCause | None
    since_us: int
    doubts: tuple[Doubt, ...] = ()


class VolumeFigures(Frozen, kw_only=True):
    """How a folder of footage stands; ``trouble`` None when it is well.

    ``failing`` tells the two of ``DISK_LOST`` apart: the disk is there, and cannot be written to.
    """

    volume_id: VolumeId
    free_bytes: int
    footage_bytes: int
    trouble: GapCause | None
    failing: bool = False


class RecordingMeasured(Frozen, kw_only=True):
    """Every few seconds: how recording goes as a whole.

    ``month_bytes`` is what came over each camera's line in this calendar month; ``oldest_us`` where
    the oldest footage begins; ``only_held``: the disk is full of held footage, recording stands;
    ``known_us``: the date that is known, where the PC's own is not believed; ``stands``: there is
    no volume that can be written; ``unread``: nothing is removed, since the store or the index
    cannot be read.
    """

    volumes: tuple[VolumeFigures, ...]
    month_bytes: Mapping[CameraId, int]
    oldest_us: int | None
    bytes_a_day: int
    only_held: bool
    known_us: int | None = None
    stands: bool = False
    unread: bool = False


class TileState(StrEnum):
    """Where a tile of a player of footage stands."""

    SHOWN = "shown"
    SEEKING = "seeking"
    GAP = "gap"  # nothing was recorded then
    DAMAGED = "damaged"  # the file is missing, cut off or changed
    ENDED = "ended"  # later than what is on disk
    UNREAD = "unread"  # the index cannot be read now, who knows what there is: it is asked again


class Thinning(StrEnum):
    """Why a player shows less than every picture."""

    NONE = "none"
    FAST = "fast"  # key frames only: faster than twice
    BACKWARDS = "backwards"  # key frames only
    BUSY_PC = "busy_pc"  # the wall comes first


class Hearing(StrEnum):
    """What is heard of a player of footage, or why nothing is."""

    OFF = "off"  # nobody wants to
    OPENING = "opening"  # the PC's sound device, or the footage
    HEARD = "heard"
    PAUSED = "paused"
    SPEED = "speed"  # too fast, too slow, backwards
    NONE = "none"  # the footage has no sound
    DAMAGED = "damaged"
    NO_DEVICE = "no_device"  # this PC has nothing to play sound on, or it does not work
    DEVICE_LOST = "device_lost"  # it was there, and takes no sound any more


class TileAt(Frozen):
    """Where one tile of a player stands; ``shown_us`` is the instant of its picture, 0 for none.

    ``sound``: the file that is shown there has sound.
    """

    slot: int
    state: TileState
    shown_us: int
    role: StreamRole
    thinning: Thinning
    sound: bool = False


class ReviewMoved(Frozen):
    """Where a player of footage stands; several times a second while it plays.

    ``at_us`` is its clock, microseconds since 1970 UTC; ``rate`` 0 while it stands; ``seek`` counts
    the orders that it has followed.
    """

    player: int
    at_us: int
    rate: float
    seek: int
    tiles: tuple[TileAt, ...]
    hearing: Hearing = Hearing.OFF


class ExhibitState(StrEnum):
    """Where the player of a foreign file stands."""

    OPENING = "opening"
    PLAYING = "playing"
    STANDING = "standing"
    ENDED = "ended"
    UNREADABLE = "unreadable"  # nothing in it can be shown
    NO_FILM = "no_film"  # text, a list of addresses, or packed: it was not opened
    NO_LIBRARY = "no_library"  # libVLC is not on this PC
    CRASHED = "crashed"  # the file broke the player's process


class ExhibitMoved(Frozen):
    """Where the player of a foreign file stands.

    ``at_ms`` and ``length_ms`` are the file's own time, 0 where it does not tell; ``width`` and
    ``height`` the picture's pixels, 0 before the first.
    """

    player: int
    state: ExhibitState
    at_ms: int
    length_ms: int
    rate: float
    width: int
    height: int


class Progressed(Frozen):
    """A long job got further; ``job`` is the number that its starter chose."""

    job: int
    done: int
    total: int


class Noticed(Frozen):
    """Something failed in the background."""

    problem: Problem


Event = (
    Changed
    | StreamChanged
    | Measured
    | EngineChanged
    | RecordingChanged
    | RecordingMeasured
    | ReviewMoved
    | ExhibitMoved
    | ExportMoved
    | Progressed
    | Noticed
)
Post = Callable[[Event], None]
