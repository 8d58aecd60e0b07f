"""The messages between console, engine and workers: typed, versioned, as JSON.

A message is a frozen record; on the line it is ``{"is": its name, …its fields}``.  What comes
in is checked field by field against the types written here: an unknown name, a missing or
surplus field, or a value of another type is ``WireBroken``.  So is a number that is none (NaN,
infinity).  A field with a default may be missing; we send them all.  Pictures never travel here.
"""

from __future__ import annotations

from enum import StrEnum

import msgspec

from console.errors import EngineLost
from console.events import Load, Reason, StreamFigures, StreamState
from console.secret import Secret
from console.video.ports import CameraSource
from console.video.wire_footage import FootageMessage, Record, Sent
from db.records import CameraId, StreamRole
from db.structs import Frozen

VERSION = 9
MAX_BYTES = 4 << 20
NOTHING = -1


class WireBroken(EngineLost):
    """The other end sent something that is no message of this version."""


class Role(StrEnum):
    """Who speaks at the other end of a line to the engine."""

    CONSOLE = "console"
    WORKER = "worker"
    JOB = "job"
    STANDBY = "standby"


class Hello(Sent):
    """The first word of whoever connects."""

    version: int
    role: Role
    pid: int


class Welcome(Sent):
    """The engine's answer."""

    version: int
    pid: int


class SetCameras(Sent):
    """Console to engine: what may be shown; replaces what was told before."""

    cameras: tuple[CameraSource, ...]


class Spot(Frozen):
    """A place on a canvas with its region of the block."""

    slot: int
    camera_id: CameraId
    width: int
    height: int
    rank: int
    offset: int


class Show(Sent):
    """Console to engine: paint these; the block of ``size`` bytes follows the message."""

    canvas: int
    size: int
    block: str
    spots: tuple[Spot, ...]
    upcoming: tuple[CameraId, ...]


class Hide(Sent):
    """Console to engine, engine to worker: this canvas is gone."""

    canvas: int


class Mode(StrEnum):
    """What a worker does with a camera."""

    PAINT = "paint"  # decode and paint every picture
    KEYS = "keys"  # decode and paint key frames only
    HOLD = "hold"  # stay connected, decode nothing


class Task(Frozen):
    """One camera that a worker watches: which stream, and how much of it.

    ``smooth`` is whether blocks are smoothed while decoding, see ``governor.smooth``.  ``record``
    is what is written to disk of it, whether anybody looks or not.  ``alone``: its line bears one
    session, so one stream is let go before another is opened.
    """

    camera: CameraSource
    role: StreamRole
    mode: Mode
    load: Load
    smooth: bool
    record: tuple[Record, ...] = ()
    alone: bool = False


class Assign(Sent):
    """Engine to worker: watch exactly these cameras from now on."""

    tasks: tuple[Task, ...]


class Paint(Sent):
    """Engine to worker: paint these on a canvas; its block follows the message."""

    canvas: int
    size: int
    block: str
    spots: tuple[Spot, ...]


class Recorder(Sent):
    """Engine to worker: the block of one word in which it notes what it is decoding follows.

    The word is the camera's id, or ``NOTHING``.
    """

    size: int
    block: str


class Told(Sent):
    """Worker to engine to console: where a camera's picture stands."""

    camera_id: CameraId
    state: StreamState
    reason: Reason
    detail: str


class Pace(Frozen):
    """How a worker kept up in the last second.

    ``busy`` is the share of it in which the worker was not waiting, 0 to 1; ``late_s`` how far
    its streams fell behind, in seconds (the median: one camera on a bad line is not a full
    processor); ``unseen`` the share of its decoded pictures, 0 to 1, that a newer one
    replaced before they could be painted.
    """

    busy: float = 0.0
    late_s: float = 0.0
    unseen: float = 0.0


class Beat(Sent):
    """Worker to engine, once a second: alive, and what was done."""

    pace: Pace
    figures: tuple[StreamFigures, ...]


class Figures(Sent):
    """Engine to console, once a second."""

    figures: tuple[StreamFigures, ...]


class Goodbye(Sent):
    """End now."""


Message = (
    Hello
    | Welcome
    | SetCameras
    | Show
    | Hide
    | Assign
    | Paint
    | Recorder
    | Told
    | Beat
    | Figures
    | Goodbye
    | FootageMessage
)


def _reveal(value: object) -> str:
    if isinstance(value, Secret):
        return value.reveal()
    raise TypeError(f"a {type(value).__name__} does not travel")


def _hide(kind: type, value: object) -> Secret:
    if kind is Secret and isinstance(value, str):
        return Secret(value)
    raise TypeError("not a password")  # whose text is nobody's business


_WRITER = msgspec.json.Encoder(enc_hook=_reveal)
_READER: msgspec.json.Decoder[Message] = msgspec.json.Decoder(Message, dec_hook=_hide)


def pack(message: Message) -> bytes:
    """A message as it goes over the line.  Passwords are opened here and nowhere else."""
    return _WRITER.encode(message)


def unpack(data: bytes) -> Message:
    """The message in ``data``.

    Raises:
        WireBroken: it is none, or not one of this version.
    """
    try:
        return _READER.decode(data)
    except (ValueError, RecursionError) as error:
        raise WireBroken("not a message") from error
