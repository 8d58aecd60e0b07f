"""What can be wrong with a demo camera, and the one-line orders that make it so."""

from __future__ import annotations

import shlex
from dataclasses import dataclass, field
from enum import StrEnum

SWOLLEN = "N" * 10_000  # a name that no camera should send


class Mood(StrEnum):
    """Faults that are simply there or not."""

    MUTE = "mute"  # takes connections and answers nothing
    REFUSE = "refuse"  # no password is right
    GONE = "gone"  # answers 503; its sessions are ended
    STALL = "stall"  # keeps the connection and sends no picture
    FREEZE = "freeze"  # sends the same picture again and again
    SCRAMBLE = "scramble"  # payloads are noise
    HUSH = "hush"  # sends no sound
    SWELL = "swell"  # 10,000-byte names in headers and description
    SINGLE = "single"  # one session for all channels of its folder: another SETUP is told 453


@dataclass(slots=True)
class Faults:
    """What is wrong with one camera now; a fresh one is well.

    Belongs to the server's thread.  ``loss`` is a share of the RTP packets, 0 to 1;
    ``redirect`` an address that DESCRIBE is sent to; ``encoding`` what the session
    description says in place of the true codec.
    """

    moods: set[Mood] = field(default_factory=set)
    loss: float = 0.0
    redirect: str = ""
    encoding: str = ""
    refused: int = 0  # sessions that SINGLE had no room for
    lingers_s: float = 0.0  # so long a session takes to end, asked for or not


@dataclass(frozen=True, slots=True)
class Rhythm:
    """A fault that comes and goes with the clock: the last ``bad_s`` of each ``period_s``."""

    mood: Mood
    period_s: float
    bad_s: float

    def is_bad(self, unix_s: float) -> bool:
        """Whether the fault is there at an instant."""
        return unix_s % self.period_s >= self.period_s - self.bad_s


class Verb(StrEnum):
    """What an order does beyond setting a mood."""

    RESUME = "resume"  # well again
    KICK = "kick"  # end its sessions
    GARBAGE = "garbage"  # write 4 kB of noise into its connections
    LOSE = "lose"  # lose PATH PERCENT
    LINGER = "linger"  # linger PATH SECONDS: sessions end, and TEARDOWN is answered, so late
    CLIP = "clip"  # clip PATH NAME: another clip from the next key picture on
    REDIRECT = "redirect"  # redirect PATH URL
    CODEC = "codec"  # codec PATH ENCODING, as in "MP4V-ES"


_WITH_VALUE = frozenset({Verb.LOSE, Verb.LINGER, Verb.CLIP, Verb.REDIRECT, Verb.CODEC})


@dataclass(frozen=True, slots=True)
class Order:
    """One order: what, to which paths (``*`` and ``?`` match as in file names), with what."""

    what: Mood | Verb
    paths: str
    value: str = ""


def parse_order(line: str) -> Order:
    """Read an order such as ``stall /cam/7/*`` or ``lose /street/1 5``.

    Raises:
        ValueError: an unknown word, or one too many or too few.
    """
    word, *rest = shlex.split(line)
    what = Mood(word) if word in set(Mood) else Verb(word)
    if len(rest) != (2 if what in _WITH_VALUE else 1):
        raise ValueError(f"wrong number of words in {line!r}")
    order = Order(what, *rest)
    if what is Verb.LOSE and not 0 <= float(order.value) <= 100:
        raise ValueError("a loss is 0 to 100 percent")
    if what is Verb.LINGER and not 0 <= float(order.value) <= 60:
        raise ValueError("a session lingers 0 to 60 seconds")
    return order
