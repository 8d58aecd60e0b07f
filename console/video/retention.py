"""What may be removed, oldest first: by days, by share, and for room.  Holds come before all.

It only decides; ``keeper`` removes.  Everything is read from the index and from what the station's
store said a moment ago; where the store cannot be read nothing is asked here at all.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import groupby
from pathlib import Path
from typing import Protocol

from console.video.archive_reader import ArchiveReader, segment_of
from console.video.footage_age import read_ages
from db.footage_records import Segment, VolumeId
from db.records import CameraId, Span, StreamRole, from_us, to_us
from db.structs import Frozen, field

AROUND_KEPT = timedelta(minutes=2)
AT_ONCE = 240
"""Segments that are removed before the index hears of it: a minute's worth of some hundred."""
_FOREVER = 1 << 62


class KeepRule(Frozen):
    """How long footage is kept; ``owner`` is whose rule it is, for those who share its room.

    ``share`` is in per cent of the footage's room, None without limit; ``around``: two minutes.
    """

    owner: str
    days: int
    share: int | None = None
    around: bool = False

    def until(self, now: datetime) -> datetime:
        """What ended before this is kept no longer."""
        return now - (AROUND_KEPT if self.around else timedelta(days=self.days))


class Keeping(Frozen, gc=True):
    """What the store says at one moment."""

    rule_of: Callable[[CameraId], KeepRule]
    holds: Mapping[CameraId, Sequence[Span]] = field(default_factory=dict)


class KeepRules(Protocol):
    """The station's store, as retention asks it."""

    def read(self, now: datetime) -> Keeping:
        """What is kept now.  Raises StoreProblem: then nothing may be removed."""
        ...

    def date_confirmed(self) -> datetime | None:
        """When an officer said last that the PC's date is right.  Raises StoreProblem."""
        ...

    def volumes(self) -> Mapping[VolumeId, Path]:
        """Where footage lies.  Raises StoreProblem."""
        ...


class Retention:
    """The segments that may go, by one reading of the store."""

    def __init__(
        self, reader: ArchiveReader, keeping: Keeping, volumes: Collection[VolumeId]
    ) -> None:
        """``volumes`` are there and can be written: what lies elsewhere is left alone.

        Raises StoreDamaged, StoreFailed, as all here does.
        """
        self._reader = reader
        self._keeping = keeping
        self._ages = read_ages(reader)
        self._eras = range(reader.eras() + 1)
        self._volumes = sorted(set(volumes))
        self._on_them = f"volume in ({','.join('?' * len(self._volumes))})"
        self._sizes: dict[CameraId, int] = {}
        for usage in reader.usage():
            if usage.volume_id in self._volumes:
                size = self._sizes.get(usage.camera_id, 0)
                self._sizes[usage.camera_id] = size + usage.size_bytes

    @property
    def has_any(self) -> bool:
        """Whether there is any footage on the volumes."""
        return any(self._sizes.values())

    def expired(self, now: datetime) -> list[Segment]:
        """Some of what is older than its rule keeps it; nothing when nothing is."""
        found: list[Segment] = []
        for camera in self._sizes:
            until = to_us(self._keeping.rule_of(camera).until(now))
            found += self._free(camera, until, AT_ONCE - len(found))
            if len(found) >= AT_ONCE:
                break
        return found

    def over_share(self, room_bytes: int) -> list[Segment]:
        """Some of what a rule's cameras have beyond their share of ``room_bytes``."""
        by_rule = sorted(self._sizes, key=self._owner)
        for _, cameras in groupby(by_rule, key=self._owner):
            group = list(cameras)
            share = self._keeping.rule_of(group[0]).share
            if share is None:
                continue
            too_much = sum(self._sizes[camera] for camera in group) - room_bytes * share // 100
            if too_much > 0 and (found := self.oldest(too_much, group)):
                return found
        return []

    def oldest(self, size_bytes: int, cameras: Iterable[CameraId] | None = None) -> list[Segment]:
        """The oldest that nothing holds: ``size_bytes`` of it, or less at once, or all there is."""
        found = [
            segment
            for camera in (self._sizes if cameras is None else cameras)
            for segment in self._free(camera, _FOREVER, AT_ONCE)
        ]
        found.sort(key=lambda segment: (segment.era, segment.start_us))
        taken = []
        for segment in found[:AT_ONCE]:
            if size_bytes <= 0:
                break
            taken.append(segment)
            size_bytes -= segment.size_bytes
        return taken

    def _owner(self, camera: CameraId) -> str:
        return self._keeping.rule_of(camera).owner

    def _free(self, camera: CameraId, until_us: int, limit: int) -> list[Segment]:
        """The camera's oldest segments that ended by ``until_us`` and that no hold touches."""
        holds = self._keeping.holds.get(camera, ())
        found: list[Segment] = []
        for era in self._eras:
            for stretch in _between(holds, self._ages.until(era, until_us)):
                if len(found) >= limit:
                    return found
                found += self._free_in(camera, era, stretch, limit - len(found))
        return found

    def _free_in(
        self, camera: CameraId, era: int, stretch: tuple[int, int], limit: int
    ) -> list[Segment]:
        """The oldest that lie in a stretch of labels, of all streams together."""
        left_us, right_us = stretch
        found = [
            segment_of(row)
            for role in StreamRole  # each by the table's own order: together they would be sorted
            for row in self._reader.rows(
                "select * from segment where camera = ? and role = ? and era = ?"
                " and start_us >= ? and start_us < ? and start_us + duration_us <= ?"
                f" and {self._on_them} order by start_us limit ?",
                (camera, role, era, left_us, right_us, right_us, *self._volumes, limit),
            )
        ]
        return sorted(found, key=lambda segment: segment.start_us)[:limit]


def _between(holds: Sequence[Span], until_us: int) -> Iterator[tuple[int, int]]:
    """The stretches up to ``until_us`` that lie in no hold."""
    at_us = -_FOREVER
    for hold in sorted(holds):
        start_us, end_us = to_us(hold.start), to_us(hold.end)
        if start_us > at_us:
            yield at_us, min(start_us, until_us)
        at_us = max(at_us, end_us)
        if at_us >= until_us:
            return
    yield at_us, until_us


def is_held(keeping: Keeping, segment: Segment) -> bool:
    """Whether a hold touches a segment."""
    span = Span(from_us(segment.start_us), from_us(segment.start_us + max(1, segment.duration_us)))
    return any(hold.meets(span) for hold in keeping.holds.get(segment.camera_id, ()))
