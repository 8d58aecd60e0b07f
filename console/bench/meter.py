"""What the window tells the bench: where its tiles are, and how late its event loop is.

Both are files of JSON lines, one line a second, written while the program runs with the hidden
options ``--meter FILE`` (a line is a ``Reading``) and ``--stalls FILE`` (a ``StallReading``).
They are two because the second needs a timer of 10 ms, which costs processor time of its own and
would spoil the first one's figures.  Standard library only: ``ui`` imports this.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, TextIO

_TAIL_BYTES = 1 << 18  # many readings of 81 tiles
BEAT_S = 0.010  # the period of the timer whose lateness is counted
_TENTHS_A_SECOND = 10_000  # lateness is counted in tenths of a millisecond


@dataclass(frozen=True, slots=True)
class TileMark:
    """One tile on the screen.

    ``number`` is the camera's.  The rectangle is the picture's own, without border or bars, in
    device pixels from the screen's top left corner.  ``painted`` counts the pictures of it that
    the window painted since the page was shown, ``decoded`` is ``CanvasView.decoded``.
    """

    number: int
    x: int
    y: int
    width: int
    height: int
    painted: int
    decoded: int


@dataclass(frozen=True, slots=True)
class Reading:
    """The wall at one moment; ``at_s`` is on ``Clock.monotonic_s``.

    Tiles without a picture are left out, so a full page has as many as it has cameras.
    """

    at_s: float
    tiles: tuple[TileMark, ...]


@dataclass(frozen=True, slots=True)
class StallReading:
    """All beats up to ``at_s``: how many came how many tenths of a millisecond late."""

    at_s: float
    beats: dict[int, int] = field(default_factory=dict)

    def since(self, earlier: StallReading) -> StallReading:
        """The beats between ``earlier`` and this."""
        counts = {late: n - earlier.beats.get(late, 0) for late, n in self.beats.items()}
        return StallReading(self.at_s, {late: n for late, n in counts.items() if n})

    def quantile_ms(self, share: float) -> float:
        """The lateness that ``share`` (0 to 1) of the beats do not exceed, in milliseconds.

        Raises:
            ValueError: there are no beats.
        """
        wanted = math.ceil(share * sum(self.beats.values()))
        passed = 0
        for late in sorted(self.beats):
            passed += self.beats[late]
            if passed >= wanted:
                return late / 10
        raise ValueError("no beats were counted")

    @property
    def longest_ms(self) -> float:
        """The latest of all beats, in milliseconds."""
        return self.quantile_ms(1.0)


class StallCounter:
    """Counts how late the beats of an event loop's timer come.  One thread."""

    def __init__(self, now_s: float) -> None:
        self._last_s = now_s
        self._beats: dict[int, int] = {}

    def beat(self, now_s: float) -> None:
        """The timer fired; ``now_s`` is on ``Clock.monotonic_s``."""
        late = max(0, round((now_s - self._last_s - BEAT_S) * _TENTHS_A_SECOND))
        self._beats[late] = self._beats.get(late, 0) + 1
        self._last_s = now_s

    def reading(self) -> StallReading:
        """All beats up to the last one."""
        return StallReading(self._last_s, dict(self._beats))


class MeterFile:
    """Where the readings are written.  A line is whole as soon as ``write`` returns."""

    def __init__(self, path: Path) -> None:
        self._file: TextIO = path.open("w", encoding="ascii", buffering=1)

    def write(self, reading: Reading | StallReading) -> None:
        """Append one line (at 81 tiles 3 kB, well below a millisecond)."""
        self._file.write(json.dumps(asdict(reading), separators=(",", ":")) + "\n")

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()


def last_reading(path: Path) -> Reading | None:
    """The newest whole ``Reading`` in the file, or None if there is none yet.

    Reads its end alone: whoever waits for something asks again and again.
    """
    if not path.exists():
        return None
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - _TAIL_BYTES))
        lines = file.read().splitlines(keepends=True)
    for line in reversed(lines):
        if line.startswith(b"{") and line.endswith(b"}\n"):
            return _reading(json.loads(line))
    return None


def stall_readings(path: Path) -> list[StallReading]:
    """Every whole ``StallReading`` in the file, in the order of time."""
    return [
        StallReading(line["at_s"], {int(late): n for late, n in line["beats"].items()})
        for line in _lines(path)
    ]


def _reading(line: dict[str, Any]) -> Reading:
    return Reading(line["at_s"], tuple(TileMark(**tile) for tile in line["tiles"]))


def _lines(path: Path) -> Iterable[dict[str, Any]]:
    """The lines that are there as a whole: the last may be half-written yet."""
    if not path.exists():
        return []
    text = path.read_text("ascii")
    return [json.loads(line) for line in text.splitlines(keepends=True) if line.endswith("\n")]
