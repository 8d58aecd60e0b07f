"""The messages between console, engine and workers: typed, versioned, as JSON.

A message is a frozen record; on the line it is ``{"is": its name, …its fields}``.  What comes
in is checked field by field against the types written here: an unknown name, a missing or
surplus field, or a value of another type is ``WireBroken``.  Pictures never travel here.
"""

from __future__ import annotations

import dataclasses
import json
import types
import typing
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from console.errors import EngineLost
from console.events import Load, Reason, StreamFigures, StreamState
from console.secret import Secret
from console.video.ports import CameraSource
from console.video.wire_footage import FootageMessage, Record
from db.records import CameraId, StreamRole

VERSION = 3
MAX_BYTES = 4 << 20
NOTHING = -1


class WireBroken(EngineLost):
    """The other end sent something that is no message of this version."""


class Role(StrEnum):
    """Who speaks at the other end of a line to the engine."""

    CONSOLE = "console"
    WORKER = "worker"
    JOB = "job"


@dataclass(frozen=True, slots=True)
class Hello:
    """The first word of whoever connects."""

    version: int
    role: Role
    pid: int


@dataclass(frozen=True, slots=True)
class Welcome:
    """The engine's answer."""

    version: int
    pid: int


@dataclass(frozen=True, slots=True)
class SetCameras:
    """Console to engine: what may be shown; replaces what was told before."""

    cameras: tuple[CameraSource, ...]


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on a canvas with its region of the block."""

    slot: int
    camera_id: CameraId
    width: int
    height: int
    rank: int
    offset: int


@dataclass(frozen=True, slots=True)
class Show:
    """Console to engine: paint these; the block of ``size`` bytes follows the message."""

    canvas: int
    size: int
    block: str
    spots: tuple[Spot, ...]
    upcoming: tuple[CameraId, ...]


@dataclass(frozen=True, slots=True)
class Hide:
    """Console to engine, engine to worker: this canvas is gone."""

    canvas: int


class Mode(StrEnum):
    """What a worker does with a camera."""

    PAINT = "paint"  # decode and paint every picture
    KEYS = "keys"  # decode and paint key frames only
    HOLD = "hold"  # stay connected, decode nothing


@dataclass(frozen=True, slots=True)
class Task:
    """One camera that a worker watches: which stream, and how much of it.

    ``smooth`` is whether blocks are smoothed while decoding, see ``governor.smooth``.  ``record``
    is what is written to disk of it, whether anybody looks or not; ``looks``: its change map is
    made.
    """

    camera: CameraSource
    role: StreamRole
    mode: Mode
    load: Load
    smooth: bool
    record: tuple[Record, ...] = ()
    looks: bool = False


@dataclass(frozen=True, slots=True)
class Assign:
    """Engine to worker: watch exactly these cameras from now on."""

    tasks: tuple[Task, ...]


@dataclass(frozen=True, slots=True)
class Paint:
    """Engine to worker: paint these on a canvas; its block follows the message."""

    canvas: int
    size: int
    block: str
    spots: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class Recorder:
    """Engine to worker: the block of one word in which it notes what it is decoding follows.

    The word is the camera's id, or ``NOTHING``.
    """

    size: int
    block: str


@dataclass(frozen=True, slots=True)
class Told:
    """Worker to engine to console: where a camera's picture stands."""

    camera_id: CameraId
    state: StreamState
    reason: Reason
    detail: str


@dataclass(frozen=True, slots=True)
class Pace:
    """How a worker kept up in the last second.

    ``busy`` is the share of it in which the worker was not waiting, 0 to 1; ``late_s`` how far
    its streams fell behind, in seconds (the median: one camera on a bad line is not a full
    processor); ``unseen`` the share of its decoded pictures, 0 to 1, that a newer one
    replaced before they could be painted.
    """

    busy: float = 0.0
    late_s: float = 0.0
    unseen: float = 0.0


@dataclass(frozen=True, slots=True)
class Beat:
    """Worker to engine, once a second: alive, and what was done."""

    pace: Pace
    figures: tuple[StreamFigures, ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """Engine to console, once a second."""

    figures: tuple[StreamFigures, ...]


@dataclass(frozen=True, slots=True)
class Goodbye:
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
_KINDS: dict[str, type[Any]] = {kind.__name__: kind for kind in typing.get_args(Message)}


_AS_THEY_ARE = (int, float, str, bool, type(None))


def pack(message: Message) -> bytes:
    """A message as it goes over the line.  Passwords are opened here and nowhere else."""
    body = _plain(message)
    body["is"] = type(message).__name__
    return json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()


def unpack(data: bytes) -> Message:
    """The message in ``data``.

    Raises:
        WireBroken: it is none, or not one of this version.
    """
    try:
        body = json.loads(data)
        kind = _KINDS[body.pop("is")]
    except (ValueError, KeyError, AttributeError, TypeError) as error:
        raise WireBroken("not a message") from error
    message: Message = _build(kind, body)
    return message


def _plain(value: Any) -> Any:
    kind = type(value)
    if kind in _AS_THEY_ARE:  # most of what every second brings
        return value
    if kind is tuple:
        return [_plain(item) for item in value]
    if dataclasses.is_dataclass(kind):
        return {name: _plain(getattr(value, name)) for name in _fields(typing.cast("Any", kind))}
    if isinstance(value, Secret):
        return value.reveal()
    return value


@cache
def _fields(kind: Any) -> dict[str, Any]:
    hints = typing.get_type_hints(kind)
    return {field.name: hints[field.name] for field in dataclasses.fields(kind)}


def _build(kind: Any, value: Any) -> Any:
    kind = getattr(kind, "__supertype__", kind)  # NewType
    if typing.get_origin(kind) in (types.UnionType, typing.Union):  # the latter of a NewType
        options = typing.get_args(kind)
        if value is None and type(None) in options:
            return None
        [kind] = [option for option in options if option is not type(None)]
        return _build(kind, value)
    if typing.get_origin(kind) is tuple:
        if not isinstance(value, list):
            raise WireBroken("a list is missing")
        return tuple(_build(typing.get_args(kind)[0], item) for item in value)
    if dataclasses.is_dataclass(kind):
        return _build_record(typing.cast("type[Any]", kind), value)
    if kind is Secret and isinstance(value, str):
        return Secret(value)
    if kind is float and type(value) in (int, float):
        return float(value)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        try:
            return kind(value)
        except ValueError as error:
            raise WireBroken(f"no such {kind.__name__}") from error
    if kind in (int, str, bool) and type(value) is kind:
        return value
    raise WireBroken(f"a value is not {getattr(kind, '__name__', kind)}")


def _build_record(kind: type[Any], value: Any) -> Any:
    fields = _fields(typing.cast("Any", kind))
    if not isinstance(value, dict) or value.keys() != fields.keys():
        raise WireBroken(f"not the fields of {kind.__name__}")
    return kind(**{name: _build(hint, value[name]) for name, hint in fields.items()})
