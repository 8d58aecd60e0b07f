"""Where an instant lies on the timeline: 10 seconds to 30 days across, and the ruler's marks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime

from db.records import Span, from_us

SECOND_US = 1_000_000
MINUTE_US = 60 * SECOND_US
HOUR_US = 60 * MINUTE_US
DAY_US = 24 * HOUR_US
SHORTEST_US = 10 * SECOND_US
LONGEST_US = 30 * DAY_US
_STEPS_US = (
    *(count * SECOND_US for count in (1, 2, 5, 10, 15, 30)),
    *(count * MINUTE_US for count in (1, 2, 5, 10, 15, 30)),
    *(count * HOUR_US for count in (1, 2, 3, 6, 12)),
    *(count * DAY_US for count in (1, 2, 5, 10)),
)
_NEAREST = 72  # pixels between two words of the ruler, at least


@dataclass(frozen=True, slots=True)
class Mark:
    """A line of the ruler and its words; ``day`` where a day begins."""

    x: float
    words: str
    day: bool


@dataclass(frozen=True, slots=True)
class Scale:
    """``width`` pixels that show ``length_us`` from ``start_us`` on."""

    start_us: int
    length_us: int
    width: int

    @property
    def end_us(self) -> int:
        """Where it ends, half-open."""
        return self.start_us + self.length_us

    @property
    def span(self) -> Span:
        """The same as a span."""
        return Span(from_us(self.start_us), from_us(self.end_us))

    def x(self, us: int) -> float:
        """Where an instant lies, in pixels from the left; outside, too."""
        return (us - self.start_us) * self.width / self.length_us

    def us(self, x: float) -> int:
        """The instant at a pixel."""
        return self.start_us + round(x * self.length_us / self.width)

    def resized(self, width: int) -> Scale:
        """The same stretch on another width."""
        return replace(self, width=max(1, width))

    def zoomed(self, factor: float, x: float) -> Scale:
        """``factor`` times as long, with the instant at ``x`` where it is."""
        length = min(LONGEST_US, max(SHORTEST_US, round(self.length_us * factor)))
        about = self.us(x)
        return replace(self, start_us=about - round(x * length / self.width), length_us=length)

    def moved(self, by_us: int) -> Scale:
        """Later, or earlier."""
        return replace(self, start_us=self.start_us + by_us)

    def around(self, us: int) -> Scale:
        """Moved so that ``us`` lies in the middle."""
        return replace(self, start_us=us - self.length_us // 2)

    def reaching(self, us: int) -> Scale:
        """Moved by whole pages until ``us`` is in sight; as it is when it is already."""
        if self.start_us <= us < self.end_us:
            return self
        page = self.length_us * 9 // 10
        pages = (us - self.start_us) // page
        return replace(self, start_us=self.start_us + pages * page)

    def marks(self) -> list[Mark]:
        """The ruler's lines, with words that do not touch, in the zone of the station PC."""
        least = self.length_us * _NEAREST / self.width
        step = next((each for each in _STEPS_US if each >= least), _STEPS_US[-1])
        offset = _zone_us(self.start_us)
        first = -(-(self.start_us + offset) // step) * step
        marks = []
        for local in range(first, self.end_us + offset, step):
            day = local % DAY_US == 0
            marks.append(Mark(self.x(local - offset), _words(local, step, day=day), day))
        return marks

    def begin_words(self) -> str:
        """The day at the left end, for where no day begins in sight."""
        return f"{from_us(self.start_us).astimezone():%d/%m/%Y}"


def _words(local_us: int, step_us: int, *, day: bool) -> str:
    """``local_us`` counts as if the station's zone were UTC."""
    at = datetime.fromtimestamp(local_us // SECOND_US, UTC)
    if day:
        return f"{at:%d/%m}"
    return f"{at:%H:%M:%S}" if step_us < MINUTE_US else f"{at:%H:%M}"


def _zone_us(us: int) -> int:
    offset = from_us(us).astimezone().utcoffset()
    return 0 if offset is None else int(offset.total_seconds()) * SECOND_US
