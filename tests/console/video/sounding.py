"""Footage that is heard: clicks at known pictures, files as the recorder writes them; a speaker."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

import av
import numpy as np
from numpy.typing import NDArray

from console.clock import Clock
from console.video import fmp4, parameter_sets
from console.video.speaker import HELD, PERIOD, RATE, NoSpeaker, Pull
from console.video.units import CLOCK_HZ, Codec, Sounding, SoundTrack
from tests.console.video.footage_made import FPS, coded

CLICK_S = 0.04
CLICK_HZ = 880
AAC, ALAW, ULAW = (SoundTrack(kind, 16_000, 1) for kind in Sounding)
_ENCODERS = {Sounding.AAC: "aac", Sounding.ALAW: "pcm_alaw", Sounding.ULAW: "pcm_mulaw"}
_LAYOUTS = {1: "mono", 2: "stereo", 6: "5.1", 8: "7.1"}


@dataclass(frozen=True)
class Sounds:
    """Encoded sound: what it is, and its pieces with their ticks."""

    track: SoundTrack
    pieces: tuple[tuple[int, bytes], ...]


@cache
def clicks(
    kind: Sounding, count: int, at: tuple[int, ...], *, rate: int = 16_000, channels: int = 1
) -> Sounds:
    """Silence for as long as ``count`` pictures last, but for a click as each of ``at`` begins."""
    length = count * rate // FPS
    wave = np.zeros(length, np.float32)
    for number in at:
        begin = number * rate // FPS
        click = np.arange(min(int(CLICK_S * rate), length - begin)) / rate
        wave[begin : begin + len(click)] = 0.8 * np.sin(2 * np.pi * CLICK_HZ * click)
    return encoded(kind, wave, rate, channels)


def encoded(kind: Sounding, wave: NDArray[np.float32], rate: int, channels: int = 1) -> Sounds:
    """A wave as a camera would send it, the same in every channel."""
    context = av.CodecContext.create(_ENCODERS[kind], "w")
    assert isinstance(context, av.AudioCodecContext)
    context.sample_rate, context.layout = rate, _LAYOUTS[channels]
    context.format = "fltp" if kind is Sounding.AAC else "s16"
    context.open()
    step = 1024 if kind is Sounding.AAC else rate // 50
    pieces: list[tuple[int, bytes]] = []
    for begin in range(0, len(wave) - step + 1, step):
        part = np.tile(wave[begin : begin + step], (channels, 1))
        if kind is not Sounding.AAC:
            part = (part.T.reshape(1, -1) * 32767).astype(np.int16)
        frame = av.AudioFrame.from_ndarray(part, context.format.name, _LAYOUTS[channels])
        frame.sample_rate, frame.pts = rate, begin
        pieces += [(packet.pts or 0, bytes(packet)) for packet in context.encode(frame)]
    if kind is Sounding.AAC:
        pieces += [(packet.pts or 0, bytes(packet)) for packet in context.encode(None)]
    config = bytes(context.extradata or b"")
    kept = tuple((at, data) for at, data in pieces if at >= 0)
    return Sounds(SoundTrack(kind, rate, channels, config), kept)


@cache
def _pictures(first: int, count: int, gop: int) -> tuple[tuple[bytes, bool], ...]:
    """Pictures that tell their number, as Annex B with parameter sets."""
    context = av.CodecContext.create("libx264", "w")
    assert isinstance(context, av.VideoCodecContext)
    context.width, context.height, context.pix_fmt = 160, 90, "yuv420p"
    context.framerate = Fraction(FPS)
    context.gop_size, context.thread_count = gop, 1
    context.options = {
        "preset": "ultrafast",
        "x264-params": f"bframes=0:scenecut=0:keyint={gop}:min-keyint={gop}:repeat-headers=1",
    }
    made = []
    for number in range(count):
        frame = coded(first + number, 160, 90)
        frame.pts = number
        made += context.encode(frame)
    made += context.encode(None)
    return tuple((bytes(packet), packet.is_keyframe) for packet in made)


def segment(first: int, count: int, sounds: Sounds, *, gop: int = 20) -> bytes:
    """A file of the pictures ``first`` and on with sound, as the recorder writes it."""
    units = _pictures(first, count, gop)
    sets = parameter_sets.collect(Codec.H264, units[0][0], None)
    assert sets is not None
    parts = [fmp4.opening(sets, sounds.track, {"version": 1})]
    tick = CLOCK_HZ // FPS
    samples = [
        fmp4.picture(data, number * tick, key=key) for number, (data, key) in enumerate(units)
    ]
    rate, left = sounds.track.rate, list(sounds.pieces)
    for number, begin in enumerate(range(0, count, FPS)):
        end = min(begin + FPS, count)
        heard = [piece for piece in left if piece[0] < end * rate // FPS]
        left = left[len(heard) :]
        parts.append(
            fmp4.fragment(
                number,
                samples[begin:end],
                begin * tick,
                tick,
                [fmp4.Sample([data], len(data), at, key=True) for at, data in heard],
                _length(sounds.track, heard),
            )
        )
    return b"".join([*parts, fmp4.ending({"reason": "full"})])


def _length(track: SoundTrack, heard: Sequence[tuple[int, bytes]]) -> int:
    if not heard:
        return 0
    return 1024 if track.sounding is Sounding.AAC else len(heard[-1][1]) // track.channels


class Loudspeaker:
    """A sound device of tests: holds as much as a real one, and keeps what was heard, and when."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._lock = threading.Lock()  # leaf lock; guards what follows
        self._pull: Pull | None = None
        self._opened_s = 0.0
        self._samples: list[NDArray[np.int16]] = []
        self.broken = False  # nothing can be opened
        self.mute = False  # takes no more
        self.opened = self.closed = 0

    def open(self, pull: Pull) -> Loudspeaker:
        if self.broken:
            raise NoSpeaker("there is none")
        with self._lock:
            self.opened += 1
            self._pull, self._samples = pull, []
            self._opened_s = self._clock.monotonic_s()
        return self

    def close(self) -> None:
        with self._lock:
            self.closed += 1
            self._pull = None

    def pump(self) -> None:
        """Take what it is time for."""
        with self._lock:
            pull, got = self._pull, sum(map(len, self._samples))
            played_s = self._clock.monotonic_s() - self._opened_s
            if pull is not None and not self.mute:
                for _ in range((int(played_s * RATE) + HELD - got) // PERIOD):
                    self._samples.append(np.frombuffer(pull(PERIOD), np.int16))

    @property
    def heard(self) -> NDArray[np.int16]:
        """All samples since it was opened."""
        with self._lock:
            return np.concatenate([np.zeros(0, np.int16), *self._samples])

    def clicks_s(self) -> list[float]:
        """When a click was heard, by the clock."""
        loud = np.flatnonzero(np.abs(self.heard.astype(int)) > 4000)
        if not len(loud):
            return []
        begins = loud[np.concatenate([[True], np.diff(loud) > RATE // 10])]
        return [self._opened_s + float(begin) / RATE for begin in begins]
