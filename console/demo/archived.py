"""A footage index of a month that nobody recorded, for trying how large and how quick one is.

The same seed gives the same index.  Most cameras lose their line a few times a day, a few all the
time; the station is off for a while now and then.  There are rows only, no files.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

from console.video import looks as change_map
from console.video.archive import DAY_US, Archive, row_of
from console.video.archive_file import open_to_write
from console.video.archive_reader import ArchiveReader
from db.footage_records import CELLS, EndReason, GapCause, Look, Segment, VolumeId
from db.records import CameraId, Span, StreamRole

MINUTE_US = 60_000_000
START_US = 1_790_000_000_000_000
_CAUSES = (GapCause.NETWORK, GapCause.CAMERA_OFF, GapCause.DISK_SLOW)
_EVERY_FLAKY = 27  # one camera of so many has a bad line
_LOOK_US = 1_000_000 // change_map.LOOKS_A_SECOND  # as close as they may be
_STIRRED = 0.3  # of a day's looks something moves in, as at a crossing


def generate(path: Path, *, cameras: int = 81, days: int = 30, seed: int = 1) -> int:
    """Write an index of ``cameras`` and ``days``, a segment a minute; how many segments it has.

    3.5 million take about a minute.
    """
    dice = random.Random(seed)
    connection = open_to_write(path)
    connection.execute("pragma synchronous = off")  # it can be made again
    connection.execute("begin")
    off = [(START_US + day * DAY_US + DAY_US // 3, 5 * MINUTE_US) for day in range(6, days, 7)]
    count = 0
    for number in range(1, cameras + 1):
        camera = CameraId(number)
        breaks = sorted(off + _breaks(dice, days, flaky=number % _EVERY_FLAKY == 0))
        begin_us = START_US
        for break_us, length_us in [*breaks, (START_US + days * DAY_US, 0)]:
            if break_us <= begin_us:
                continue
            segments = list(_run(dice, camera, begin_us, break_us))
            connection.executemany(
                "insert into segment values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)", map(row_of, segments)
            )
            connection.execute(
                "insert into run values (?,?,0,?,?,?,0)",
                (camera, StreamRole.SUB, begin_us, break_us, begin_us),
            )
            count += len(segments)
            if length_us:
                station = (break_us, length_us) in off
                cause = GapCause.STATION_OFF if station else dice.choice(_CAUSES)
                connection.execute(
                    "insert into gap values (?,0,?,?,?)",
                    (camera, break_us, break_us + length_us, cause),
                )
            begin_us = break_us + length_us
    connection.execute(
        "insert into usage select camera, volume, start_us / 86400000000, sum(size), count(*)"
        " from segment group by 1, 2, 3"
    )
    connection.execute("insert into volume values (1, 'nowhere')")
    connection.execute("commit")
    connection.close()
    return count


def watch(path: Path, camera: CameraId, span: Span, *, seed: int = 1) -> int:
    """Give the camera's footage of ``span`` a change map, as full as there is; how many looks."""
    dice = random.Random(seed)
    reader, archive = ArchiveReader(path), Archive(path)
    count = 0
    try:
        with archive.batch():
            for segment in reader.segments(camera, StreamRole.SUB, span):
                looks = list(_looks(dice, segment))
                archive.add(segment, change_map.pack(looks, segment.start_us))
                count += len(looks)
    finally:
        archive.close()
        reader.close()
    return count


def _looks(dice: random.Random, segment: Segment) -> Iterator[Look]:
    for at_us in range(segment.start_us, segment.end_us, _LOOK_US):
        if dice.random() < _STIRRED:
            yield Look(at_us, dice.getrandbits(CELLS), dice.randrange(1, 256))
        else:
            yield Look(at_us, 0, 0)


def _breaks(dice: random.Random, days: int, *, flaky: bool) -> list[tuple[int, int]]:
    many = days * (96 if flaky else 4)
    return [
        (START_US + dice.randrange(days * DAY_US), dice.randrange(2_000_000, 15 * MINUTE_US))
        for _ in range(many)
    ]


def _run(dice: random.Random, camera: CameraId, begin_us: int, end_us: int) -> Iterator[Segment]:
    for start_us in range(begin_us, end_us, MINUTE_US):
        length_us = min(MINUTE_US, end_us - start_us)
        yield Segment(
            camera_id=camera,
            role=StreamRole.SUB,
            volume_id=VolumeId(1),
            era=0,
            run_us=begin_us,
            start_us=start_us,
            duration_us=length_us,
            monotonic_ns=(start_us - START_US) * 1000,
            camera_off_us=dice.randrange(-50_000, 50_000),
            frames=15 * length_us // 1_000_000,
            keys=max(1, length_us // 2_000_000),
            size_bytes=dice.randrange(2_000_000, 5_000_000),
            sha256=dice.randbytes(32),
            end_reason=EndReason.FULL if length_us == MINUTE_US else EndReason.LOST,
            quicktime=False,
        )
