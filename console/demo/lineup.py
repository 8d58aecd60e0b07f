"""Which address of the demo server shows what, and what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Protocol

from console.demo.faults import Faults, Mood, Order, Rhythm, Verb

if TYPE_CHECKING:  # the window's process names the ward's channels, and must not load libav
    from console.demo.clips import Clip
    from console.demo.sound import Sound

_ENDS_SESSIONS = frozenset({Mood.GONE, Mood.REFUSE, Mood.MUTE})
_PLAIN = re.compile(r"/([\w-]+)/(\d{1,4})")


class Visitor(Protocol):
    """One connection that watches a channel."""

    def hang_up(self) -> None:
        """End the connection at once."""
        ...

    def write_noise(self) -> None:
        """Write bytes that are neither RTSP nor RTP."""
        ...


@dataclass(slots=True, eq=False)
class Channel:
    """One path of the server.  Belongs to the server's thread.

    ``clip`` is what it shows, by the name on the shelf; ``n`` shifts its phase
    (``clips.phase``).  ``guarded`` asks for the password.
    """

    path: str
    clip: str
    n: int
    guarded: bool = False
    sound: Sound | None = None
    rhythm: Rhythm | None = None
    faults: Faults = field(default_factory=Faults)
    visitors: set[Visitor] = field(default_factory=set)


class Lineup:
    """The shelf of clips and the channels that show them.

    Clips may come later than the channels: a channel whose clip is not on the shelf
    yet is there and not ready.
    """

    def __init__(self, channels: Iterable[Channel] = ()) -> None:
        self._shelf: dict[str, Clip] = {}
        self._channels = {channel.path: channel for channel in channels}

    def put(self, name: str, clip: Clip) -> None:
        """Put a clip on the shelf, or another in its place."""
        self._shelf[name] = clip

    def clip_of(self, channel: Channel) -> Clip | None:
        """What a channel shows now, or None while it is not ready."""
        return self._shelf.get(channel.clip)

    def find(self, path: str) -> Channel | None:
        """The channel at a path; ``/<clip>/<n>`` is one for every clip on the shelf."""
        channel = self._channels.get(path)
        plain = _PLAIN.fullmatch(path)
        if channel is None and plain and plain[1] in self._shelf:
            channel = self._channels[path] = Channel(path, plain[1], int(plain[2]))
        return channel

    def obey(self, order: Order) -> int:
        """Carry out an order; returns how many channels it reached.

        Raises:
            ValueError: a clip that is not on the shelf.
        """
        if order.what is Verb.CLIP and order.value not in self._shelf:
            raise ValueError(f"no clip {order.value!r}")
        self.find(order.paths)  # a plain path exists as soon as it is named
        reached = [c for c in self._channels.values() if fnmatchcase(c.path, order.paths)]
        for channel in reached:
            _apply(order, channel)
        return len(reached)

    def keep_rhythm(self, unix_s: float) -> None:
        """Let the faults that come and go do so."""
        for channel in self._channels.values():
            if channel.rhythm is not None:
                _set_mood(channel, channel.rhythm.mood, there=channel.rhythm.is_bad(unix_s))


def _apply(order: Order, channel: Channel) -> None:
    match order.what:
        case Verb.RESUME:
            channel.faults = Faults()
        case Verb.KICK:
            for visitor in list(channel.visitors):
                visitor.hang_up()
        case Verb.GARBAGE:
            for visitor in list(channel.visitors):
                visitor.write_noise()
        case Verb.LOSE:
            channel.faults.loss = float(order.value) / 100
        case Verb.LINGER:
            channel.faults.lingers_s = float(order.value)
        case Verb.CLIP:
            channel.clip = order.value
        case Verb.REDIRECT:
            channel.faults.redirect = order.value
        case Verb.CODEC:
            channel.faults.encoding = order.value
        case Mood() as mood:
            _set_mood(channel, mood, there=True)


def _set_mood(channel: Channel, mood: Mood, *, there: bool) -> None:
    if not there:
        channel.faults.moods.discard(mood)
        return
    channel.faults.moods.add(mood)
    if mood in _ENDS_SESSIONS:
        for visitor in list(channel.visitors):
            visitor.hang_up()
