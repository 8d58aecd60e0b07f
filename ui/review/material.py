"""What the timeline has read: for each camera lanes of stretches, quick to look up and to paint.

Made off the GUI thread (``gather``), then frozen.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, Protocol, TypeVar

from db.footage_records import Gap, GapCause, Hold, Outage, Run
from db.records import CameraId, Span, to_us
from ui.review.coarse import FAULT, PLANNED, RECORDED, Coarse, Stretches, coarsened
from ui.review.scale import HOUR_US
from ui.review.service import Rows

DECIDED = frozenset({GapCause.SCHEDULE, GapCause.RETENTION, GapCause.BUDGET})
"""Causes of gaps that somebody decided; every other one is a fault."""

_ENDLESS_US = 1 << 62
_FAR_US = 48 * HOUR_US  # longer spans are kept coarse, too


class _Stretch(Protocol):
    """Gap, Outage and Run."""

    @property
    def camera_id(self) -> CameraId: ...

    @property
    def start_us(self) -> int: ...

    @property
    def end_us(self) -> int | None: ...


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Lane(Generic[T]):
    """Stretches in order that do not overlap.  ``items`` tells of each what it is."""

    starts: Sequence[int] = ()
    ends: Sequence[int] = ()
    items: Sequence[T] = ()

    def at(self, us: int) -> T | None:
        """The one that holds an instant."""
        place = bisect_right(self.starts, us) - 1
        return self.items[place] if place >= 0 and us < self.ends[place] else None

    def within(self, start_us: int, end_us: int) -> slice:
        """Which of them lie in a stretch, at least in part."""
        return slice(bisect_right(self.ends, start_us), bisect_left(self.starts, end_us))

    def next_start(self, us: int) -> int | None:
        """Where the first one after ``us`` begins."""
        place = bisect_right(self.starts, us)
        return self.starts[place] if place < len(self.starts) else None

    def last_start(self, us: int) -> int | None:
        """Where the last one that begins before ``us`` begins."""
        place = bisect_left(self.starts, us) - 1
        return self.starts[place] if place >= 0 else None


@dataclass(frozen=True, slots=True)
class Track:
    """One camera's row."""

    recorded: Lane[None] = field(default_factory=Lane)
    open_us: int | None = None  # from here to now it is being written, and cannot be played yet
    gaps: Lane[Gap] = field(default_factory=Lane)
    outages: Lane[Outage] = field(default_factory=Lane)
    held: Lane[None] = field(default_factory=Lane)
    holds: tuple[Hold, ...] = ()
    twice: Lane[None] = field(default_factory=Lane)  # recorded again: the clock was set back
    coarse: Coarse | None = None  # the same for spans of days; none was made for a short one

    def holds_at(self, us: int) -> list[Hold]:
        """The holds that keep an instant."""
        return [each for each in self.holds if to_us(each.span.start) <= us < to_us(each.span.end)]


_NOTHING = Track()


@dataclass(frozen=True, slots=True)
class Material:
    """What was read of ``cameras`` in ``span``."""

    cameras: tuple[CameraId, ...] = ()
    span: Span | None = None
    tracks: Mapping[CameraId, Track] = field(default_factory=dict)

    def track(self, camera_id: CameraId) -> Track:
        """The row of a camera; an empty one when nothing was read of it."""
        return self.tracks.get(camera_id, _NOTHING)

    def covers(self, cameras: Sequence[CameraId], span: Span) -> bool:
        """Whether this was read whole."""
        mine = self.span
        known = mine is not None and mine.start <= span.start and span.end <= mine.end
        return known and set(cameras) <= set(self.cameras)


def gather(footage: Rows, cameras: Sequence[CameraId], span: Span) -> Material:
    """Read what the rows of ``cameras`` show.  Blocks; raises what ``Rows`` raises."""
    runs = _by_camera(footage.runs(cameras, span))
    gaps = _by_camera(footage.gaps(cameras, span))
    outages = _by_camera(footage.outages(cameras, span))
    holds = footage.holds(cameras, span)
    tracks = {}
    for camera_id in cameras:
        mine = runs.get(camera_id, [])
        held = tuple(hold for hold in holds if camera_id in hold.cameras)
        recorded = joined((run.start_us, run.end_us) for run in mine)
        missed = _lane(gaps.get(camera_id, []))
        tracks[camera_id] = Track(
            recorded=recorded,
            open_us=max((run.end_us for run in mine if run.open), default=None),
            gaps=missed,
            outages=_lane(outages.get(camera_id, [])),
            held=joined((to_us(hold.span.start), to_us(hold.span.end)) for hold in held),
            holds=held,
            twice=_twice(mine),
            coarse=_coarse(recorded, missed, to_us(span.start), to_us(span.end)),
        )
    return Material(tuple(cameras), span, tracks)


def parted(gaps: Lane[Gap], part: slice = slice(None)) -> tuple[Stretches, Stretches]:
    """Gaps that somebody decided, and faults."""
    lanes: dict[bool, tuple[list[int], list[int]]] = {True: ([], []), False: ([], [])}
    for start, end, gap in zip(gaps.starts[part], gaps.ends[part], gaps.items[part], strict=True):
        starts, ends = lanes[gap.cause in DECIDED]
        starts.append(start)
        ends.append(end)
    return lanes[True], lanes[False]


def _coarse(recorded: Lane[None], gaps: Lane[Gap], start_us: int, end_us: int) -> Coarse | None:
    if end_us - start_us < _FAR_US:
        return None
    decided, faults = parted(gaps)
    kinds = ((RECORDED, (recorded.starts, recorded.ends)), (PLANNED, decided), (FAULT, faults))
    return coarsened(start_us, end_us, kinds)


S = TypeVar("S", bound=_Stretch)


def _by_camera(records: Iterable[S]) -> dict[CameraId, list[S]]:
    found: dict[CameraId, list[S]] = {}
    for record in records:
        found.setdefault(record.camera_id, []).append(record)
    return found


def _twice(runs: Collection[Run]) -> Lane[None]:
    """Where footage of an era lies under that of another: only the latest is shown."""
    eras: dict[int, list[tuple[int, int]]] = {}
    if len({run.era for run in runs}) < 2:
        return Lane()
    for run in runs:
        eras.setdefault(run.era, []).append((run.start_us, run.end_us))
    lanes = [joined(stretches) for stretches in eras.values()]
    return joined(
        (max(start, lane.starts[place]), min(end, lane.ends[place]))
        for number, one in enumerate(lanes)
        for start, end in zip(one.starts, one.ends, strict=True)
        for lane in lanes[:number]
        for place in range(*lane.within(start, end).indices(len(lane.starts)))
    )


def _lane(records: Collection[S]) -> Lane[S]:
    """Records that should not overlap; where they do, the later one begins as it says."""
    ordered = sorted(records, key=lambda each: each.start_us)
    starts = [each.start_us for each in ordered]
    ends = [_ENDLESS_US if each.end_us is None else each.end_us for each in ordered]
    for place in range(len(ends) - 1):
        ends[place] = min(ends[place], starts[place + 1])
    return Lane(starts, ends, ordered)


def joined(stretches: Iterable[tuple[int, int]]) -> Lane[None]:
    """The union of stretches."""
    starts: list[int] = []
    ends: list[int] = []
    for start, end in sorted(stretches):
        if ends and start <= ends[-1]:
            ends[-1] = max(ends[-1], end)
        else:
            starts.append(start)
            ends.append(end)
    return Lane(starts, ends, [None] * len(starts))


def runs_of(tracks: Iterable[Track]) -> Lane[None]:
    """Where any of ``tracks`` has footage."""
    return joined(
        stretch
        for track in tracks
        for stretch in zip(track.recorded.starts, track.recorded.ends, strict=True)
    )
