"""Footage of the recorder's own making: real media, played into it on a clock that stands still."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import av
from av.video.frame import PictureType

from console.video import fmp4_reader, footage_files
from console.video.cutter import cut
from console.video.footage import Footage
from console.video.units import Codec, Unit
from console.video.wire_footage import Cut
from console.workers import Stop
from db.footage_records import VolumeId
from db.records import CameraId, StreamRole
from tests.console.video.folder_index import FolderIndex
from tests.console.video.recording import order, volume
from tests.console.video.sounding import Sounds
from tests.console.video.tape import Tape
from tests.footage import FPS, annexb, pictures

CAMERA = CameraId(3)  # the tape's
FRAME_US = 1_000_000 // FPS
SECOND_US = 1_000_000
MIXED: dict[str, Callable[[], tuple[Unit, ...]]] = {
    "h264": pictures,
    "h264, B pictures": lambda: pictures(b_pictures=2, count=60),
    "h264, open GOP": lambda: pictures(b_pictures=2, count=120, open_gop=True),
    "h265, closed GOP": lambda: pictures(Codec.H265, b_pictures=2, count=120),
    "h265, open GOP": lambda: pictures(Codec.H265, b_pictures=2, count=120, open_gop=True),
}
"""Units of each kind by name; four GOPs where one GOP refers to another."""


class Stored(NamedTuple):
    """A picture in the source: when it is shown, whether it is a key picture, its NAL units."""

    at_us: int
    key: bool
    nals: list[bytes]


class Taped:
    """A volume that the recorder wrote, and cuts of it."""

    def __init__(self, folder: Path) -> None:
        self.volume = volume(folder)
        self.footage = Footage(FolderIndex(lambda: {VolumeId(7): self.volume}))

    def record(self, *takes: tuple[Sequence[Unit], float], sounds: Sounds | None = None) -> None:
        """Play each of ``takes`` (units, seconds) one after the other."""
        tape = Tape(order(self.volume, audio=sounds is not None))
        codec = Codec.H264 if _is_h264(takes[0][0][0]) else Codec.H265
        tape.open(codec, sound=None if sounds is None else sounds.track)
        left = [] if sounds is None else list(sounds.pieces)
        rate = 1 if sounds is None else sounds.track.rate

        def hear(unit: Unit, number: int) -> Unit:
            while left and left[0][0] * FPS < number * rate:
                at, data = left.pop(0)
                tape.recorder.hear(data, at, tape.clock.monotonic_s())
            return unit

        for units, seconds in takes:
            tape.play(seconds, units, change=hear)
            tape.settle()
        tape.close()

    def files(self) -> list[Path]:
        return sorted(footage_files.files(self.volume))

    def source(self) -> list[Stored]:
        """All pictures, in the order in which they lie."""
        found: list[Stored] = []
        for path in self.files():
            said = footage_files.parse_name(path.name)
            assert said is not None
            samples = [s for part in fmp4_reader.scan(path).fragments for s in part.samples]
            found += [
                Stored(said.start_us + sample.at * 100 // 9, sample.key, nals)
                for sample, nals in zip(samples, annexb(path), strict=True)
            ]
        return found

    def heard(self) -> list[bytes]:
        """All pieces of sound, in their order."""
        found = []
        for path in self.files():
            data = path.read_bytes()
            for part in fmp4_reader.scan(path).fragments:
                found += [data[s.offset : s.offset + s.size] for s in part.sounds]
        return found

    def cut(self, start_us: int, end_us: int, target: Path, **how: Any) -> dict[str, Any]:
        """A cut with its facts."""
        silent = bool(how.get("silent"))
        ordered = Cut(1, CAMERA, StreamRole.SUB, start_us, end_us, str(target), True, silent)
        told: dict[str, Any] = json.loads(
            cut(
                self.footage,
                ordered,
                how.get("stop") or Stop(),
                how.get("told") or (lambda done, total: None),
            )
        )
        return told


def _is_h264(unit: Unit) -> bool:
    return unit.data[unit.data.index(b"\0\0\1") + 3] & 31 in (6, 7, 9)


def exported(path: Path) -> list[list[bytes]]:
    """The NAL units of each picture of a file, as libavformat reads it."""
    with av.open(str(path)) as container:
        stream = container.streams.video[0]
        record = stream.codec_context.extradata or b""
        width = (record[4 if stream.codec_context.name == "h264" else 21] & 3) + 1
        return [_split(bytes(packet), width) for packet in container.demux(stream) if packet.size]


def sounds_of(path: Path) -> list[bytes]:
    """The pieces of sound of a file; G.711 comes in chunks of libavformat's choice."""
    with av.open(str(path)) as container:
        return [bytes(p) for p in container.demux(container.streams.audio[0]) if p.size]


def shown(path: Path, *, edit_list: bool = True) -> list[tuple[int, bool, str]]:
    """What a player shows: microseconds from the first picture, whether it is an I, its content."""
    options = {} if edit_list else {"ignore_editlist": "1"}
    with av.open(str(path), options=options) as container:
        stream = container.streams.video[0]
        frames = list(container.decode(stream))
        first = frames[0].pts or 0
        return [
            (
                round(((frame.pts or 0) - first) * 1_000_000 * float(stream.time_base or 0)),
                frame.pict_type == PictureType.I,
                hashlib.sha256(frame.to_ndarray().tobytes()).hexdigest(),
            )
            for frame in frames
        ]


def _split(sample: bytes, width: int) -> list[bytes]:
    found, at = [], 0
    while at < len(sample):
        size = int.from_bytes(sample[at : at + width], "big")
        found.append(sample[at + width : at + width + size])
        at += width + size
    return found


def chain(stored: Sequence[Sequence[bytes]], *, h264: bool) -> str:
    """The NAL chain as ``console.video.native`` describes it, made anew from its description."""
    digests = b""
    for nals in stored:
        for nal in nals:
            which = nal[0] & 31 if h264 else nal[0] >> 1 & 63
            if which in (range(1, 7) if h264 else (*range(32), 39, 40)):
                digests += hashlib.sha256(nal).digest()
    return hashlib.sha256(digests).hexdigest()
