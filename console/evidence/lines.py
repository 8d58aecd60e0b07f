"""What the footage index tells of a wanted line: where its copies begin and end, and what lacks.

No file is opened here.  What is being written at this moment is not in the index yet: it is tried.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from itertools import pairwise
from statistics import median_low
from typing import Protocol

from console.errors import StoreProblem
from console.events import Reason, StreamState
from console.evidence.problems import PackageNotMade
from console.evidence.rules import Cause
from db.evidence_records import Missing, Wanted
from db.footage_records import Gap, GapCause, Outage, Run, Segment
from db.records import CameraId, Span, StreamRole, from_us, to_us
from db.structs import Frozen

LONGEST_FILE = timedelta(hours=1)
"""A copy is no longer than this and ``LONGEST_REST``: small enough for a stick of FAT32."""
LONGEST_REST = timedelta(minutes=15)
SEAM_US = 1_000_000
"""A shorter silence is none: the last picture before it stands so long, as in review."""
_DAY = timedelta(days=1)
_GROWING_US = 900_000_000  # no file is longer that is not in the index yet
_CAUSES = {
    StreamState.REFUSED: GapCause.REFUSED,
    StreamState.UNSUPPORTED: GapCause.UNSUPPORTED,
    StreamState.STALLED: GapCause.NETWORK,
}

Part = tuple[int, int]
"""From and to, microseconds since 1970 UTC, half-open."""


class RunIndex(Protocol):
    """What tells which stream is copied: the footage index, or what an officer may see of it."""

    def runs(self, cameras: Collection[CameraId], span: Span) -> Sequence[Run]:
        """Unbroken footage that reaches into a span."""
        ...


class LineIndex(RunIndex, Protocol):
    """What is asked of the footage index; ``console.video.archive_reader`` answers."""

    def gaps(self, cameras: Iterable[CameraId], span: Span) -> Sequence[Gap]:
        """Where there should be footage and is none."""
        ...

    def outages(self, cameras: Iterable[CameraId], span: Span) -> Sequence[Outage]:
        """When a camera gave no picture."""
        ...

    def segments(self, camera: CameraId, role: StreamRole | None, span: Span) -> Sequence[Segment]:
        """The finished segments that reach into a span."""
        ...

    def clock_steps(self, span: Span) -> Sequence[Part]:
        """When the station's clock was set, and by how much, in microseconds."""
        ...


class Line(Frozen):
    """A wanted line as it can be copied.

    ``role`` is the wanted stream, or the other one where nothing of that was recorded.
    ``stretches`` are of unbroken footage, in order, none much longer than ``LONGEST_FILE``; of what
    is not in the index yet one may turn out to be empty.  ``bytes`` is what they take, about.
    """

    wanted: Wanted
    role: StreamRole
    stretches: tuple[Span, ...]
    bytes: int


class Clocks(Frozen):
    """What is known of the clocks of a stretch of footage.

    ``offset_us`` is what the camera's was ahead of the station's, ``within_us`` how far that moved
    to either side; None: it was not told, or only once.  ``steps`` are when the station's clock was
    set, and by how much, in microseconds.
    """

    offset_us: int | None
    within_us: int | None
    steps: tuple[Part, ...]


@contextmanager
def _readable() -> Iterator[None]:
    """An index that cannot be read makes no package."""
    try:
        yield
    except StoreProblem as problem:
        raise PackageNotMade(Cause.UNREADABLE) from problem


@_readable()
def found(index: LineIndex, wanted: Wanted) -> Line:
    """Look a line up.  Raises PackageNotMade: the index cannot be read."""
    span, camera_id = wanted.span, wanted.camera_id
    runs = index.runs([camera_id], span)
    role = _role_in(index, runs, wanted)
    its = [run for run in runs if run.role is role]
    parts = _joined((run.start_us, run.end_us) for run in its)
    parts = [part for part in (_within(part, span) for part in parts) if part[0] < part[1]]
    end_us, last_us = to_us(span.end), parts[-1][1] if parts else to_us(span.start)
    if parts and any(run.open for run in its):
        last_us = min(end_us, last_us + _GROWING_US)  # it goes on in the file that grows
        parts[-1] = (parts[-1][0], last_us)
    stretches = [stretch for part in parts for stretch in divided(_span(part))]
    if not parts:
        stretches.append(span)
    elif end_us - last_us > 2 * SEAM_US:
        stretches.append(_span((last_us + SEAM_US, end_us)))
    return Line(wanted, role, tuple(stretches), _bytes(index, camera_id, role, span))


def role_of(index: RunIndex, wanted: Wanted) -> StreamRole:
    """The stream that copies of a line are made of.  Raises StoreProblem."""
    return _role_in(index, index.runs([wanted.camera_id], wanted.span), wanted)


def divided(span: Span) -> Iterator[Span]:
    """``span`` in parts that make files of a handy size."""
    start = span.start
    while span.end - start > LONGEST_FILE + LONGEST_REST:
        yield Span(start, start + LONGEST_FILE)
        start += LONGEST_FILE
    yield Span(start, span.end)


def holes(wanted: Span, covered: Sequence[Part]) -> list[Part]:
    """What of ``wanted`` none of ``covered`` holds, from ``SEAM_US`` on; or all, if it is less."""
    start_us, end_us = to_us(wanted.start), to_us(wanted.end)
    at_us, lacking = start_us, []
    for begin_us, until_us in (*_joined(covered), (end_us, end_us)):
        if min(begin_us, end_us) - at_us >= SEAM_US:
            lacking.append((at_us, min(begin_us, end_us)))
        at_us = max(at_us, until_us)
        if at_us >= end_us:
            break
    nothing = not any(begin_us < end_us and until_us > start_us for begin_us, until_us in covered)
    return [(start_us, end_us)] if nothing else lacking


@_readable()
def missing(
    index: LineIndex, camera_id: CameraId, role: StreamRole, lacking: Iterable[Part]
) -> tuple[Missing, ...]:
    """Each part that lacks, divided by why it does.  Raises PackageNotMade."""
    return tuple(
        Missing(camera_id, _span(part), cause)
        for hole in lacking
        for part, cause in _told_apart(hole, _known(index, camera_id, role, _span(hole)))
    )


@_readable()
def clocks(index: LineIndex, camera_id: CameraId, role: StreamRole, part: Part) -> Clocks:
    """What the segments of a stretch tell of clocks.  Raises PackageNotMade."""
    segments = _segments(index, camera_id, role, _span(part))
    told = sorted(each.camera_off_us for each in segments if each.camera_off_us is not None)
    offset_us = median_low(told) if told else None
    within_us = None
    if offset_us is not None and len(told) > 1:
        within_us = max(told[-1] - offset_us, offset_us - told[0])
    return Clocks(offset_us, within_us, tuple(index.clock_steps(_span(part))))


@_readable()
def is_quicktime(index: LineIndex, camera_id: CameraId, role: StreamRole, span: Span) -> bool:
    """Whether footage from ``span``'s beginning on lies in .mov files, as one with G.711 does."""
    near = Span(span.start - timedelta(seconds=2), min(span.end, span.start + _DAY / 24))
    segments = index.segments(camera_id, role, near)
    begun = [each for each in segments if each.start_us <= to_us(span.start)]
    first = begun[-1:] or segments[:1]
    return bool(first) and first[0].quicktime


def _role_in(index: RunIndex, runs: Sequence[Run], wanted: Wanted) -> StreamRole:
    """The wanted stream, or the other one where there is footage, and nothing of the wanted."""
    role, span = wanted.role, wanted.span
    roles = {run.role for run in runs if run.end_us > run.start_us}
    if not roles:  # the first file of a run is in the index when it is finished
        near = Span(span.start - timedelta(microseconds=_GROWING_US), span.end)
        roles = {run.role for run in index.runs([wanted.camera_id], near) if run.open}
    if not roles or role in roles or any(run.role is role and run.open for run in runs):
        return role
    return next(iter(roles))


def _bytes(index: LineIndex, camera_id: CameraId, role: StreamRole, span: Span) -> int:
    start_us, end_us = to_us(span.start), to_us(span.end)
    total = 0
    for each in _segments(index, camera_id, role, span):
        its_us = min(each.end_us, end_us) - max(each.start_us, start_us)
        total += each.size_bytes * max(0, its_us) // max(1, each.duration_us)
    return total


def _segments(
    index: LineIndex, camera_id: CameraId, role: StreamRole, span: Span
) -> Iterator[Segment]:
    """The segments of a span, a day at a time: a month has 44,000."""
    start = span.start
    while start < span.end:
        day = Span(start, min(span.end, start + _DAY))
        for each in index.segments(camera_id, role, day):
            if start == span.start or each.start_us >= to_us(
                start
            ):  # else it came with the day before
                yield each
        start = day.end


def _known(
    index: LineIndex, camera_id: CameraId, role: StreamRole, hole: Span
) -> list[tuple[Part, GapCause]]:
    """Why there is nothing at some time, the best reason first."""
    far_us = to_us(hole.end)
    gaps = [
        ((each.start_us, each.end_us or far_us), each.cause)
        for each in index.gaps([camera_id], hole)
    ]
    recorded = [
        ((each.start_us, each.end_us), GapCause.MISSING)
        for each in index.runs([camera_id], hole)
        if each.role is role
    ]
    silent = [
        ((each.start_us, each.end_us or far_us), cause_of(each))
        for each in index.outages([camera_id], hole)
    ]
    return gaps + recorded + silent


def cause_of(outage: Outage) -> GapCause:
    """Why there is no footage while a camera gives no picture."""
    if outage.reason in (Reason.SILENT, Reason.CLOSED):
        return GapCause.NETWORK
    states: dict[str, GapCause] = {str(state): cause for state, cause in _CAUSES.items()}
    return states.get(outage.state, GapCause.CAMERA_OFF)


def _told_apart(
    hole: Part, known: Sequence[tuple[Part, GapCause]]
) -> Iterator[tuple[Part, GapCause]]:
    """A hole in parts of one cause each; what is shorter than a seam goes with its neighbour."""
    start_us, end_us = hole
    edges = {start_us, end_us}
    for part, _ in known:
        edges.update(edge for edge in part if start_us < edge < end_us)
    parts: list[tuple[int, int, GapCause]] = []
    for one, other in pairwise(sorted(edges)):
        cause = next(
            (why for (from_us_, to_us_), why in known if from_us_ <= one and to_us_ >= other),
            GapCause.UNKNOWN,
        )
        if parts and (parts[-1][2] is cause or other - one < SEAM_US):
            parts[-1] = (parts[-1][0], other, parts[-1][2])
        elif parts and parts[-1][1] - parts[-1][0] < SEAM_US:
            parts[-1] = (parts[-1][0], other, cause)
        else:
            parts.append((one, other, cause))
    for begin_us, until_us, cause in parts:
        yield (begin_us, until_us), cause


def _joined(parts: Iterable[Part]) -> list[Part]:
    """Parts in order; those that touch, but for a seam, are one."""
    made: list[Part] = []
    for start_us, end_us in sorted(part for part in parts if part[0] < part[1]):
        if made and start_us - made[-1][1] <= SEAM_US:
            made[-1] = (made[-1][0], max(made[-1][1], end_us))
        else:
            made.append((start_us, end_us))
    return made


def _within(part: Part, span: Span) -> Part:
    return max(part[0], to_us(span.start)), min(part[1], to_us(span.end))


def _span(part: Part) -> Span:
    return Span(from_us(part[0]), from_us(part[1]))
