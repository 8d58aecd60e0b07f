"""The footage index as everybody reads it: what there is of a camera, where, and why not.

Any process and any thread may read while the engine writes; nobody waits.
"""

from __future__ import annotations

import json
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta, tzinfo
from pathlib import Path
from typing import Any

from console.video import looks as change_map
from console.video.archive import DAY_US
from console.video.archive_file import open_to_read, problems
from console.video.strips import most
from db.footage_records import (
    EndReason,
    Gap,
    GapCause,
    Look,
    Outage,
    Run,
    Segment,
    VolumeId,
)
from db.records import CameraId, Span, StreamRole, from_us, to_us
from db.structs import Frozen

LONGEST_SEGMENT_US = 600_000_000
"""No segment is longer: what begins earlier than this before an instant does not hold it."""

# The rows of one lane that reach into a span: those that begin in it, and the one before.
_REACHING = (
    "{lane} and start_us < ? and start_us >= ifnull((select max(start_us) from {table}"
    " where {lane} and start_us <= ?), ?) and {end} > ? order by start_us"
)


def _reaching(table: str, lane: str, end: str) -> str:
    return _REACHING.format(table=table, lane=lane, end=end)


_RUN_LANE = "camera = ? and role = ? and era = ?"
_GAP_LANE = "camera = ? and era = ?"
_END = "ifnull(end_us, 9223372036854775807)"
_SEGMENTS = "select * from segment where " + _reaching(
    "segment", _RUN_LANE, "start_us + duration_us"
)

# The same of every lane of many cameras at once, since 300 statements take far longer than one:
# ?1 cameras and ?2 roles as JSON, ?3 and ?4 the span.  Lane by lane, in the cameras' order.
_ALL_REACHING = (
    "select {columns} from json_each(?1) as camera_ cross join era cross join {role} cross join"
    " {table} as its where {lane} and start_us < ?4 and start_us >= ifnull((select max(start_us)"
    " from {table} as its where {lane} and start_us <= ?3), ?3) and {end} > ?3"
)


def _all_of(table: str, columns: str, end: str = _END) -> str:
    lane = "its.camera = camera_.value and its.era = era.number"
    role = "(select 1)"
    if table == "run":
        lane += " and its.role = role_.value"
        role = "json_each(?2) as role_"
    columns = ", ".join(f"its.{column}" for column in columns.split())
    return _ALL_REACHING.format(columns=columns, role=role, table=table, lane=lane, end=end)


_RUNS = _all_of("run", "camera role era start_us end_us open", "end_us")
_GAPS = _all_of("gap", "camera start_us end_us cause")
_OUTAGES = _all_of("outage", "camera start_us end_us state reason")
_ROLES = json.dumps(list(StreamRole))


_DAY_0 = date(1970, 1, 1)
_STILL_DAY = bytes(1440)
_CAUSE: Mapping[str, GapCause] = {cause.value: cause for cause in GapCause}
_ROLE: Mapping[str, StreamRole] = {role.value: role for role in StreamRole}


class Usage(Frozen):
    """What footage of one camera takes on one volume, of one UTC day."""

    camera_id: CameraId
    volume_id: VolumeId
    day: date
    size_bytes: int
    segments: int


class ArchiveReader:
    """Answers about the index at a path; an index that is not there yet holds nothing.

    One that was set aside and made anew is noticed.  Every method raises StoreDamaged and
    StoreFailed.  Spans are half-open; what reaches into one is told whole, not cut off.
    """

    def __init__(self, path: Path, *, mapped: bool = False) -> None:
        """``mapped``: see ``open_to_read``."""
        self._path = path
        self._mapped = mapped
        self._lock = threading.Lock()  # leaf lock; guards the two below
        self._connection: sqlite3.Connection | None = None
        self._inode = -1

    def runs(self, cameras: Iterable[CameraId], span: Span) -> list[Run]:
        """Unbroken footage of the cameras, camera by camera, in order."""
        return [
            Run(
                camera_id=CameraId(camera),
                role=_ROLE[role],
                era=era,
                start_us=start_us,
                end_us=end_us,
                open=bool(is_open),
            )
            for camera, role, era, start_us, end_us, is_open in self._all(_RUNS, cameras, span)
        ]

    def gaps(self, cameras: Iterable[CameraId], span: Span) -> list[Gap]:
        """Where a camera was to be recorded and was not, and why."""
        return [
            Gap(camera_id=CameraId(camera), start_us=start_us, end_us=end_us, cause=_CAUSE[cause])
            for camera, start_us, end_us, cause in self._all(_GAPS, cameras, span)
        ]

    def outages(self, cameras: Iterable[CameraId], span: Span) -> list[Outage]:
        """When a wanted camera gave no picture."""
        return [
            Outage(
                camera_id=CameraId(camera),
                start_us=start_us,
                end_us=end_us,
                state=state,
                reason=reason,
            )
            for camera, start_us, end_us, state, reason in self._all(_OUTAGES, cameras, span)
        ]

    def segments(self, camera: CameraId, role: StreamRole | None, span: Span) -> list[Segment]:
        """The segments of a camera, of one role or (None) of both, in order."""
        bounds = _bounds(span)
        found = [
            segment_of(row)
            for era in self._eras()
            for its in (StreamRole if role is None else (role,))
            for row in self._lane(_SEGMENTS, (camera, its, era), bounds)
        ]
        return sorted(found, key=lambda segment: (segment.start_us, segment.era, segment.role))

    def segment_at(
        self, camera: CameraId, at_us: int, prefer: StreamRole = StreamRole.SUB
    ) -> Segment | None:
        """The segment that holds an instant: of the preferred role, else of the other.

        Where the clock was set back and the instant came twice, the later one.
        """
        for role in sorted(StreamRole, key=lambda role: role is not prefer):
            for era in reversed(self._eras()):
                rows = self._rows(
                    f"select * from segment where {_RUN_LANE} and start_us <= ?"
                    " order by start_us desc limit 1",
                    (camera, role, era, at_us),
                )
                if rows and (found := segment_of(rows[0])).end_us > at_us:
                    return found
        return None

    def next_footage(self, cameras: Iterable[CameraId], from_us: int) -> int | None:
        """The first instant from ``from_us`` on at which any of the cameras has footage."""
        firsts = []
        for lane in self._lanes(cameras):
            if self._holds(lane, from_us):
                return from_us
            firsts += self._rows(
                f"select min(start_us) from run where {_RUN_LANE} and start_us > ?"
                " and end_us > start_us",
                (*lane, from_us),
            )
        return min((first for (first,) in firsts if first is not None), default=None)

    def previous_footage(self, cameras: Iterable[CameraId], from_us: int) -> int | None:
        """The last instant up to ``from_us`` at which any of the cameras has footage."""
        lasts = []
        for lane in self._lanes(cameras):
            if self._holds(lane, from_us):
                return from_us
            lasts += self._rows(
                f"select end_us - 1 from run where {_RUN_LANE} and start_us < ?"
                " and end_us > start_us order by start_us desc limit 1",
                (*lane, from_us),
            )
        return max((last for (last,) in lasts), default=None)

    def looks(self, camera: CameraId, span: Span) -> list[Look]:
        """The camera's change map, in order."""
        start_us, end_us = _bounds(span)
        found = [
            look
            for era in self._eras()
            for at_us, data in self._rows(
                f"select start_us, looks from look where {_GAP_LANE}"
                " and start_us > ? and start_us < ?",
                (camera, era, start_us - LONGEST_SEGMENT_US, end_us),
            )
            for look in change_map.unpack(data, at_us)
        ]
        return sorted(
            (look for look in found if start_us <= look.at_us < end_us),
            key=lambda look: look.at_us,
        )

    def days_with_footage(
        self, cameras: Sequence[CameraId], first: date, last: date, zone: tzinfo | None = None
    ) -> set[date]:
        """The local days from ``first`` to ``last`` with any footage; ``zone`` None: the PC's."""
        lanes = list(self._lanes(cameras))
        found = set()
        day = first
        while day <= last:
            start_us, end_us = _midnight(day, zone), _midnight(day + timedelta(days=1), zone)
            if any(self._reaches(lane, start_us, end_us) for lane in lanes):
                found.add(day)
            day += timedelta(days=1)
        return found

    def activity(self, camera: CameraId, span: Span, steps: int) -> bytes:
        """How much moved at most in each of ``steps`` places of a timeline: a byte each."""
        start_us, end_us = _bounds(span)
        first, last = start_us // DAY_US, (end_us - 1) // DAY_US
        rows = self._rows(
            "select day, minutes from stir where camera = ? and day between ? and ?",
            (camera, first, last),
        )
        days = dict(rows)
        minutes = b"".join(days.get(day, _STILL_DAY) for day in range(first, last + 1))
        return most(minutes, first * DAY_US, start_us, end_us, steps)

    def cameras(self) -> list[CameraId]:
        """Every camera of which there is footage, those that the station has no more among them."""
        return [CameraId(camera) for (camera,) in self._rows("select distinct camera from usage")]

    def usage(self, first: date | None = None, last: date | None = None) -> list[Usage]:
        """What each camera takes on each volume of each UTC day, both ends included."""
        rows = self._rows(
            "select camera, volume, day, bytes, segments from usage where day between ? and ?"
            " order by day, camera, volume",
            (
                0 if first is None else (first - _DAY_0).days,
                1 << 40 if last is None else (last - _DAY_0).days,
            ),
        )
        return [
            Usage(CameraId(camera), VolumeId(volume), _DAY_0 + timedelta(days=day), size, count)
            for camera, volume, day, size, count in rows
        ]

    def line_use(self, month: str) -> dict[CameraId, int]:
        """What came over each camera's line in a calendar month ("2026-03"), in bytes."""
        rows = self._rows("select camera, bytes from line_use where month = ?", (month,))
        return {CameraId(camera): size for camera, size in rows}

    def begun(self) -> datetime | None:
        """Since when this index is written; None for none, and for one that nobody wrote yet.

        One that was begun anew does not hold all of the older footage yet.
        """
        ((begun_us,),) = self._rows("select min(begun_us) from life") or [(None,)]
        return None if begun_us is None else from_us(begun_us)

    def before_this_life(self) -> datetime | None:
        """When the engine that runs now was preceded by marks or footage; None: by nothing."""
        lives = self._rows("select begun_us, alive_us from life order by id")
        if not lives:
            return None
        begun_us = lives[-1][0]
        known = [alive_us for _, alive_us in lives[:-1]]
        for volume in self._rows("select distinct volume from usage"):
            [(newest_us,)] = self._rows(
                "select max(start_us) from segment where volume = ? and start_us < ?",
                (*volume, begun_us),
            )
            known += [] if newest_us is None else [newest_us]
        return from_us(max(known)) if known else None

    def clock_steps(self, span: Span) -> list[tuple[int, int]]:
        """When the station's clock was set, and by how much, in microseconds."""
        sql = "select at_us, step_us from clock_step where at_us >= ? and at_us < ? order by 1"
        return [(at_us, step_us) for at_us, step_us in self._rows(sql, _bounds(span))]

    def all_clock_steps(self) -> list[tuple[int, int, int]]:
        """The same of all time in the order in which they came, with the era that began."""
        return self._rows("select at_us, step_us, era from clock_step order by rowid", ())

    def eras(self) -> int:
        """The newest era: how often the station's clock was set back."""
        return max(self._eras())

    def volumes(self) -> dict[VolumeId, str]:
        """Where each volume lies, as the engine was told last; no paths, as ``Film.place``."""
        rows = self._rows("select id, path from volume")
        return {VolumeId(number): place for number, place in rows}

    def oldest(self) -> int | None:
        """Where the oldest footage begins; None without any."""
        rows = [
            row
            for volume in self._rows("select distinct volume from usage")
            for row in self._rows("select min(start_us) from segment where volume = ?", volume)
        ]
        return min((at_us for (at_us,) in rows if at_us is not None), default=None)

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[Any]:
        """What a select finds, for those who look after the files."""
        return self._rows(sql, values)

    def close(self) -> None:
        """Let go of the file; the next question opens it again."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    def _lanes(self, cameras: Iterable[CameraId]) -> Iterator[tuple[CameraId, StreamRole, int]]:
        eras = self._eras()
        return ((camera, role, era) for camera in cameras for role in StreamRole for era in eras)

    def _eras(self) -> list[int]:
        return [number for (number,) in self._rows("select number from era order by 1")] or [0]

    def _holds(self, lane: tuple[object, ...], at_us: int) -> bool:
        return self._reaches(lane, at_us, at_us + 1)

    def _reaches(self, lane: tuple[object, ...], start_us: int, end_us: int) -> bool:
        rows = self._rows(
            f"select end_us from run where {_RUN_LANE} and start_us < ? and end_us > start_us"
            " order by start_us desc limit 1",
            (*lane, end_us),
        )
        return bool(rows) and bool(rows[0][0] > start_us)

    def _lane(self, sql: str, lane: tuple[object, ...], bounds: tuple[int, int]) -> list[Any]:
        start_us, end_us = bounds
        return self._rows(sql, (*lane, end_us, *lane, start_us, start_us, start_us))

    def _all(self, sql: str, cameras: Iterable[CameraId], span: Span) -> list[Any]:
        return self._rows(sql, (json.dumps(list(cameras)), _ROLES, *_bounds(span)))

    def _rows(self, sql: str, values: Sequence[object] = ()) -> list[Any]:
        with self._lock, problems(self._path):
            connection = self._opened()
            return [] if connection is None else connection.execute(sql, values).fetchall()

    def _opened(self) -> sqlite3.Connection | None:
        """The connection to the index as it is now; None where there is none."""
        try:
            inode = self._path.stat().st_ino
        except FileNotFoundError:
            inode = -1
        if self._connection is not None and inode != self._inode:
            self._connection.close()
            self._connection = None
        if self._connection is None and inode != -1:
            self._connection = open_to_read(self._path, mapped=self._mapped)
            self._inode = inode
        return self._connection


def segment_of(row: Sequence[Any]) -> Segment:
    """A segment from its row."""
    return Segment(
        camera_id=CameraId(row[0]),
        role=StreamRole(row[1]),
        era=row[2],
        start_us=row[3],
        duration_us=row[4],
        run_us=row[5],
        volume_id=VolumeId(row[6]),
        monotonic_ns=row[7],
        camera_off_us=row[8],
        frames=row[9],
        keys=row[10],
        size_bytes=row[11],
        sha256=row[12],
        end_reason=EndReason(row[13]),
        quicktime=bool(row[14]),
    )


def _bounds(span: Span) -> tuple[int, int]:
    return to_us(span.start), to_us(span.end)


def _midnight(day: date, zone: tzinfo | None) -> int:
    return to_us(datetime.combine(day, time(), zone).astimezone())
