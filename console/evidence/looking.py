"""What there is of wanted stretches, as the footage index and the heads of files tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from console.evidence.lines import cause_of
from console.evidence.preview_records import LinePreview, Remark, Unrecorded
from console.video.archive_lines import (
    Hole,
    Line,
    Part,
    Told,
    holes_of,
    lead_of,
    parts_of,
    told_of,
)
from console.video.archive_reader import ArchiveReader
from console.video.footage import TAIL_US
from console.video.units import Codec
from db.evidence_records import Exported, Missing, Wanted
from db.footage_records import Outage
from db.records import Span, StreamRole, from_us, to_us

GROWING_US = 180_000_000
"""So far behind its last finished file a run goes on that is being recorded."""
LONGEST_FILE_US = 75 * 60_000_000
"""Copies are made an hour in a file; what is left over, up to a quarter, goes into the last."""
MOST_ASKED = 4
"""Files of a line whose heads are read: the first, the last, and those behind a change."""

Lack = tuple[int, int, str]
"""From, to, and why there is nothing."""

_HOUR_US = 3_600_000_000
_OTHER = {StreamRole.MAIN: StreamRole.SUB, StreamRole.SUB: StreamRole.MAIN}


def look(
    reader: ArchiveReader, wanted: Sequence[Wanted], exported: Sequence[Exported], now_us: int
) -> tuple[LinePreview, ...]:
    """A preview of each line; ``exported`` is told along.

    Where nothing of the wanted stream is there, the camera's other one is looked at.  Raises
    StoreDamaged, StoreFailed: the index cannot be read.
    """
    lines = [_line(each, role) for each in wanted for role in (each.role, _OTHER[each.role])]
    parts: list[list[Part]] = [[] for _ in lines]
    for part in parts_of(reader, lines):
        parts[part.line].append(part)
    holes: list[list[Hole]] = [[] for _ in wanted]
    for hole in holes_of(reader, lines[::2]):
        holes[hole.line].append(hole)
    return tuple(
        _Looking(reader, each, lines[2 * n : 2 * n + 2], parts[2 * n : 2 * n + 2], now_us).told(
            holes[n], exported[n]
        )
        for n, each in enumerate(wanted)
    )


def files_in(length_us: int) -> int:
    """How many files a copy of so much is made in."""
    return 1 + max(0, -(-(length_us - LONGEST_FILE_US) // _HOUR_US))


def nothing_known(
    wanted: Sequence[Wanted], exported: Sequence[Exported]
) -> tuple[LinePreview, ...]:
    """Each line where the index cannot be read: what there is is not known."""
    return tuple(
        LinePreview(
            wanted=each,
            role=each.role,
            files=0,
            footage=(),
            missing=(),
            lead_us=0,
            bytes=0,
            largest_bytes=0,
            codecs=(),
            pixels=0,
            remarks=(),
            exported=before,
        )
        for each, before in zip(wanted, exported, strict=True)
    )


class _Looking:
    """One line; ``lines`` and ``parts`` are of the wanted stream and of the other one."""

    def __init__(
        self,
        reader: ArchiveReader,
        wanted: Wanted,
        lines: Sequence[Line],
        parts: Sequence[list[Part]],
        now_us: int,
    ) -> None:
        self._reader = reader
        self._wanted = wanted
        self._now_us = now_us
        self._line = lines[0]
        inside = [[part for part in its if self._within(part)] for its in parts]
        self._is_other = not inside[0] and bool(inside[1])
        if self._is_other:
            inside.reverse()
            self._line = lines[1]
        self._parts, self._others = inside

    def told(self, holes: Sequence[Hole], exported: Exported) -> LinePreview:
        """All of it."""
        footage = _joined(map(self._reach, self._parts))
        copies = [*self._copies()]
        lead_us = self._lead(footage)
        lead_bytes = self._bytes_of_lead(lead_us)
        heads = [*self._heads()]
        return LinePreview(
            wanted=self._wanted,
            role=self._line.role,
            files=sum(files_in(length_us) for length_us, _ in copies),
            footage=tuple(Span(from_us(start), from_us(end)) for start, end in footage),
            missing=tuple(self._missing(footage, holes)),
            lead_us=lead_us,
            bytes=sum(size for _, size in copies) + lead_bytes,
            largest_bytes=max((_of_one_file(*each) for each in copies), default=0) + lead_bytes,
            codecs=tuple(dict.fromkeys(str(head.codec) for head in heads)),
            pixels=max((head.width * head.height for head in heads), default=0),
            remarks=tuple(self._remarks(heads)),
            exported=exported,
        )

    def _within(self, part: Part) -> bool:
        start_us, end_us = self._reach(part)
        return start_us < end_us

    def _reach(self, part: Part) -> tuple[int, int]:
        """From where to where it has footage of the line that can be copied now."""
        end_us = part.end_us
        if part.open:
            end_us = max(end_us, min(self._now_us, end_us + GROWING_US))
        return max(part.start_us, self._line.start_us), min(end_us, self._line.end_us)

    def _bytes(self, part: Part) -> int:
        """What is being written counts as its finished files do."""
        start_us, end_us = self._reach(part)
        if part.known_us <= 0:
            return part.bytes
        return part.bytes * max(end_us - start_us, part.known_us) // part.known_us

    def _copies(self) -> Iterator[tuple[int, int]]:
        """How long each copy is, and what it takes: up to a hole, or to where the picture changes.

        A copy goes on over a seam.
        """
        length_us = size = 0
        until_us: int | None = None
        for part in self._parts:
            start_us, end_us = self._reach(part)
            if until_us is not None and start_us - until_us >= TAIL_US:
                yield length_us, size
                length_us = size = 0
            length_us, size = length_us + end_us - start_us, size + self._bytes(part)
            until_us = end_us
            if part.changed:
                yield length_us, size
                length_us, size, until_us = 0, 0, None
        if length_us:
            yield length_us, size

    def _lead(self, footage: Sequence[tuple[int, int]]) -> int:
        """How much earlier it begins; nothing where there is no footage at its start."""
        if not footage or footage[0][0] > self._line.start_us:
            return 0
        first = next(
            part for part in reversed(self._parts) if self._reach(part)[0] == self._line.start_us
        )
        return lead_of(self._reader, self._line, first)

    def _bytes_of_lead(self, lead_us: int) -> int:
        known_us = sum(part.known_us for part in self._parts)
        return sum(part.bytes for part in self._parts) * lead_us // known_us if known_us > 0 else 0

    def _heads(self) -> Iterator[Told]:
        """What some of its files say of themselves."""
        parts = self._parts
        behind = [n + 1 for n, part in enumerate(parts[:-1]) if part.changed]
        places = sorted({0, len(parts) - 1, *behind[: MOST_ASKED - 2]}) if parts else []
        for place in places:
            head = told_of(self._reader, self._line, parts[place])
            if head is not None:
                yield head

    def _missing(
        self, footage: Sequence[tuple[int, int]], holes: Sequence[Hole]
    ) -> Iterator[Missing]:
        """What lacks, up to now, and why: as ``lines.missing`` tells it later, in the package.

        Only here it is told, too, where the camera's other stream has it.
        """
        line, until_us = self._line, min(self._line.end_us, self._now_us)
        outages = self._reader.outages([self._wanted.camera_id], self._wanted.span)
        # Which of them says why, the best first.
        reasons: list[list[Lack]] = [
            [(hole.start_us, _end_of(hole, until_us), hole.cause) for hole in holes],
            [(*part, Unrecorded.OTHER_STREAM) for part in _joined(map(self._reach, self._others))],
            [(each.start_us, _end_of(each, until_us), cause_of(each)) for each in outages],
        ]
        found = [
            named
            for start_us, end_us in _between(footage, line.start_us, until_us)
            for named in _named(start_us, end_us, reasons)
        ]
        for start_us, end_us, cause in _alike(found):
            if end_us - start_us >= TAIL_US:
                span = Span(from_us(start_us), from_us(end_us))
                yield Missing(self._wanted.camera_id, span, cause)

    def _remarks(self, heads: Sequence[Told]) -> Iterator[Remark]:
        if any(head.codec is Codec.H265 for head in heads):
            yield Remark.HEVC
        kinds = {(head.codec, head.width, head.height) for head in heads}
        if len(kinds) > 1 or any(part.changed for part in self._parts):
            yield Remark.PICTURE_CHANGES
        if any(head.sound for head in heads):
            yield Remark.SOUND
        if self._is_other:
            yield Remark.OTHER_ROLE
        if self._line.end_us > self._now_us:
            yield Remark.STILL_RECORDING


def _of_one_file(length_us: int, size: int) -> int:
    """The largest file of a copy."""
    return size if length_us <= LONGEST_FILE_US else size * LONGEST_FILE_US // length_us


def _line(wanted: Wanted, role: StreamRole) -> Line:
    return Line(wanted.camera_id, role, to_us(wanted.span.start), to_us(wanted.span.end))


def _joined(stretches: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """In order, as one where no more than ``TAIL_US`` lies between."""
    joined: list[tuple[int, int]] = []
    for start_us, end_us in sorted(stretches):
        if joined and start_us - joined[-1][1] < TAIL_US:
            joined[-1] = joined[-1][0], max(joined[-1][1], end_us)
        else:
            joined.append((start_us, end_us))
    return joined


def _between(
    footage: Iterable[tuple[int, int]], start_us: int, end_us: int
) -> Iterator[tuple[int, int]]:
    """What of a stretch lies between its footage, a second and more at a time."""
    at_us = start_us
    for begin_us, until_us in (*footage, (end_us, end_us)):
        if begin_us - at_us >= TAIL_US:
            yield at_us, begin_us
        at_us = max(at_us, until_us)


def _end_of(silence: Hole | Outage, until_us: int) -> int:
    return until_us if silence.end_us is None else silence.end_us


def _named(start_us: int, end_us: int, reasons: Sequence[Sequence[Lack]]) -> Iterator[Lack]:
    """What lacks, in parts of one reason each: what the first does not explain, the next may."""
    if not reasons:
        yield start_us, end_us, Unrecorded.NOT_RECORDED
        return
    at_us = start_us
    for begun_us, ended_us, cause in sorted(reasons[0]):
        begin_us, until_us = max(begun_us, at_us), min(ended_us, end_us)
        if until_us <= begin_us:
            continue
        if begin_us > at_us:
            yield from _named(at_us, begin_us, reasons[1:])
        yield begin_us, until_us, cause
        at_us = until_us
    if at_us < end_us:
        yield from _named(at_us, end_us, reasons[1:])


def _alike(found: Iterable[Lack]) -> Iterator[Lack]:
    """The same, what follows with the same cause being one."""
    last: Lack | None = None
    for start_us, end_us, cause in found:
        if last is not None and last[2] == cause and last[1] == start_us:
            last = (last[0], end_us, cause)
            continue
        if last is not None:
            yield last
        last = (start_us, end_us, cause)
    if last is not None:
        yield last
