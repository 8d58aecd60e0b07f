"""Gives a speaker the sound of the player's clock: which sample belongs to this instant?

Sound is asked for, not pushed, as pictures are: what was decoded lies here by its own time, and
each pull takes what the clock will show when it is heard.  So sound cannot drift away from
pictures, a gap is silent, and nothing must be taken back after a seek.
"""

from __future__ import annotations

import threading
from collections import deque

import numpy as np
from numpy.typing import NDArray

from console.clock import Clock
from console.video.player_clock import Line
from console.video.soundtrack import Piece
from console.video.speaker import HELD, LATENCY_S, PERIOD, RATE

APART_S = 0.03  # further off than this is gone to at once; nearer is caught up with, unheard
_TEMPO = 0.005  # … by so much of the tempo at most
_CREEP = 0.01  # seconds a second by which a device's clock may run away from ours
_STARVED_S = 0.1  # later than this, and the device has played nothing meanwhile
_KEPT_S = 1.0  # behind the clock
_MOST_PIECES = 64
_TOUCHING = RATE // 500  # samples: a hole or an overlap that only rounding made

Samples = NDArray[np.float32]


class Earpiece:
    """Holds a few seconds of sound around the clock.  ``pull`` is the speaker's, the rest ours."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._lock = threading.Lock()  # leaf lock; guards these
        self._line: Line | None = None
        self._pieces: deque[tuple[int, Samples]] = deque()  # first sample since 1970, samples
        self._gain = 1.0
        self._at = 0.0  # the sample since 1970 that is given next; the speaker's thread alone
        self._step = 1.0
        self._loudness = 0.0
        self._given = 0  # samples since the beginning …
        self._offset_s: float | None = None  # … and when the first of them would have been heard
        self.pulled_s = clock.monotonic_s()  # when it was asked last

    def follow(self, line: Line | None, gain: float) -> None:
        """What the clock shows, from now on; None: nothing is to be heard."""
        with self._lock:
            self._line, self._gain = line, gain
            if line is not None:
                kept = _sample(line.at(self._clock.monotonic_s())) - _KEPT_S * RATE
                while self._pieces and self._pieces[0][0] + len(self._pieces[0][1]) < kept:
                    self._pieces.popleft()

    def put(self, pieces: tuple[Piece, ...]) -> None:
        """More was decoded, later than what is here."""
        for piece in pieces:
            samples = np.frombuffer(piece.samples, np.int16).astype(np.float32)
            with self._lock:
                first = _sample(piece.at_us)
                if self._pieces:
                    end = self._pieces[-1][0] + len(self._pieces[-1][1])
                    if abs(first - end) <= _TOUCHING:
                        first = end
                    elif first < end:
                        samples, first = samples[end - first :], end
                if len(samples):
                    self._pieces.append((first, samples))
                if len(self._pieces) > _MOST_PIECES:
                    self._pieces.popleft()

    def forget(self) -> None:
        """What is here is of another moment, or another camera."""
        with self._lock:
            self._pieces.clear()

    def pull(self, count: int) -> bytes:
        """The next ``count`` samples.  On the speaker's thread; see ``Pull``."""
        now_s = self._clock.monotonic_s()
        heard_s = self._heard_s(now_s)
        self._given += count
        if self._given <= HELD:  # what a speaker fills itself with at first is heard at once
            return bytes(2 * count)
        with self._lock:
            line, gain, pieces = self._line, self._gain, tuple(self._pieces)
        wanted = gain if line is not None else 0.0
        if line is not None:
            if self._steer(_sample(line.at(heard_s)), line.rate):
                self._loudness = 0.0
        elif not self._loudness:
            return bytes(2 * count)
        heard = self._between(pieces, count)
        # Louder, softer, on and off over some milliseconds: a step would click.
        fade = min(count, PERIOD // 4)
        loudness = np.full(count, wanted, np.float32)
        loudness[:fade] = np.linspace(self._loudness, wanted, fade, dtype=np.float32)
        self._loudness = wanted
        made: bytes = np.clip(heard * loudness, -32768, 32767).astype("<i2").tobytes()
        return made

    def _heard_s(self, now_s: float) -> float:
        """When what is given next will be heard.

        A device plays evenly and asks late at times, never early: the least late one counts.
        """
        offset_s = now_s + LATENCY_S - self._given / RATE
        if self._given <= HELD or self._offset_s is None or offset_s > self._offset_s + _STARVED_S:
            self._offset_s = offset_s
        else:
            creep_s = _CREEP * (now_s - self.pulled_s)
            self._offset_s = min(offset_s, self._offset_s + creep_s)
        self.pulled_s = now_s
        return self._offset_s + self._given / RATE

    def _steer(self, due: int, rate: float) -> bool:
        """Be where the clock will be; True if that was somewhere else altogether."""
        error_s = (self._at - due) / RATE
        apart = abs(error_s) > APART_S * rate
        if apart:
            self._at, error_s = due, 0.0
        self._step = rate * (1 - max(-_TEMPO, min(_TEMPO, error_s)))
        return apart

    def _between(self, pieces: tuple[tuple[int, Samples], ...], count: int) -> Samples:
        """``count`` samples from where we stand, a step apart; silence where nothing is known."""
        first = int(self._at)
        places = (self._at - first) + self._step * np.arange(count)
        length = int(self._step * count) + 3
        known = np.zeros(length, np.float32)
        for start, samples in pieces:
            left, right = max(first, start), min(first + length, start + len(samples))
            if left < right:
                known[left - first : right - first] = samples[left - start : right - start]
        self._at += self._step * count
        between: Samples = np.interp(places, np.arange(length), known).astype(np.float32)
        return between


def _sample(at_us: float) -> int:
    return round(at_us * RATE // 1_000_000)
