"""What the core tells whoever listens.  Facts in the past tense, frozen, small.

Pictures are not events: they cross on a canvas (``console.video.canvas``).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from console.errors import Problem
from db.records import CameraId, StreamRole, Topic


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
    TOO_LARGE = "too_large"  # more pixels than we decode
    CERTIFICATE = "certificate"  # TLS certificate neither trusted nor pinned
    PACKETS_LOST = "packets_lost"
    ENGINE_LOST = "engine_lost"  # our own process died; it is being restarted
    NOT_SHOWN = "not_shown"


class Load(StrEnum):
    """The governor's word for what a tile gets, and why."""

    FULL = "full"  # the stream that fits, every picture
    SMALL_TILE = "small_tile"  # sub stream, since the tile is small
    ONLY_SUB = "only_sub"  # the camera has no main stream
    ONLY_MAIN = "only_main"  # the camera has no sub stream
    BUSY_PC = "busy_pc"  # key frames only: the processors are full


class EngineState(StrEnum):
    """Where the engine process stands."""

    STARTED = "started"
    LOST = "lost"
    RESTARTED = "restarted"


@dataclass(frozen=True, slots=True)
class Changed:
    """A unit of work was committed.  Views that show one of ``topics`` read again."""

    topics: frozenset[Topic]


@dataclass(frozen=True, slots=True)
class StreamChanged:
    """What a camera shows came, went or stalled.  ``detail`` is English, for tooltips and logs."""

    camera_id: CameraId
    state: StreamState
    reason: Reason = Reason.NONE
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StreamFigures:
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


@dataclass(frozen=True, slots=True)
class Measured:
    """Once a second: what every shown stream did."""

    figures: tuple[StreamFigures, ...]


@dataclass(frozen=True, slots=True)
class EngineChanged:
    """The engine process came, went or came back."""

    state: EngineState


@dataclass(frozen=True, slots=True)
class Progressed:
    """A long job got further; ``job`` is the number that its starter chose."""

    job: int
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Noticed:
    """Something failed in the background."""

    problem: Problem


Event = Changed | StreamChanged | Measured | EngineChanged | Progressed | Noticed
Post = Callable[[Event], None]
