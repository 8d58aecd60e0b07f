"""What plays sound at this PC: what we need of it, nothing more.

Adapters: ``console.video.sound_card`` (miniaudio), loaded when somebody first wants to hear
something, and speakers of tests that keep what they are given.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

RATE = 48_000  # samples a second, of 16 bits, one channel
PERIOD = RATE // 50  # samples that a speaker asks for at a time, or so
PERIODS = 4  # of which it holds so many …
HELD = PERIODS * PERIOD
MIXER_S = 0.01  # what the system adds, or so
LATENCY_S = (PERIODS - 1) * PERIOD / RATE + MIXER_S  # … and hears each so long after it was given

Pull = Callable[[int], bytes]
"""Gives exactly so many samples.  A speaker calls it on a thread of its own; it never raises."""


class NoSpeaker(Exception):
    """This PC has nothing to play sound on, or it does not work."""


class Speaker(Protocol):
    """An open sound device, which pulls until it is closed."""

    def close(self) -> None:
        """Let go of the device.  Blocks for some 100 ms: not for the loop's thread."""
        ...


OpenSpeaker = Callable[[Pull], Speaker]
"""Opens the PC's usual device; raises NoSpeaker.  Blocks, for seconds at the first time."""
