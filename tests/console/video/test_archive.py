"""The footage index: what is written into it, and what it answers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from console.demo import archived
from console.video import looks as change_map
from console.video.archive import Archive
from console.video.archive_reader import ArchiveReader
from db.errors import StoreDamaged
from db.footage_records import EndReason, Gap, GapCause, Look, Outage, Run, VolumeId
from db.records import CameraId, Span, StreamRole, from_us
from tests.console.video.footage import GATE, MINUTE_US, YARD, at, minutes, segment, span

SUB, MAIN = StreamRole.SUB, StreamRole.MAIN


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    made = Archive(tmp_path / "footage.db")
    yield made
    made.close()


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[ArchiveReader]:
    made = ArchiveReader(tmp_path / "footage.db")
    yield made
    made.close()


def add(archive: Archive, *runs: tuple[int, int], camera: CameraId = GATE) -> None:
    with archive.batch():
        for first, last in runs:
            for each in minutes(first, last, camera=camera):
                archive.add(each)


def run(first: float, last: float, camera: CameraId = GATE) -> Run:
    return Run(camera_id=camera, role=SUB, era=0, start_us=at(first), end_us=at(last))


def gap(first: float, last: float | None, cause: GapCause, camera: CameraId = GATE) -> Gap:
    end_us = None if last is None else at(last)
    return Gap(camera_id=camera, start_us=at(first), end_us=end_us, cause=cause)


def test_segments_of_a_run_are_one_run(archive: Archive, reader: ArchiveReader) -> None:
    add(archive, (0, 5), (7, 9))

    assert reader.runs([GATE], span(0, 60)) == [run(0, 5), run(7, 9)]
    assert reader.runs([GATE], span(2, 3)) == [run(0, 5)]
    assert reader.runs([GATE], span(5, 7)) == []
    assert [s.start_us for s in reader.segments(GATE, None, span(1.5, 3))] == [at(1), at(2)]
    assert reader.segments(GATE, MAIN, span(0, 9)) == []


def test_a_segment_that_is_told_twice_is_kept_once(archive: Archive, reader: ArchiveReader) -> None:
    add(archive, (0, 2))
    add(archive, (0, 2))

    assert reader.runs([GATE], span(0, 60)) == [run(0, 2)]
    assert [usage.segments for usage in reader.usage()] == [2]


def test_segments_join_in_whatever_order_they_come(archive: Archive, reader: ArchiveReader) -> None:
    first, second, third = minutes(0, 3)
    with archive.batch():
        for each in (third, first, second):
            archive.add(each)

    assert reader.runs([GATE], span(0, 60)) == [run(0, 3)]


def test_a_run_is_open_while_it_is_recorded(archive: Archive, reader: ArchiveReader) -> None:
    with archive.batch():
        archive.gaps.began(GATE, 0, at(-5), GapCause.NETWORK)
        archive.run_began(GATE, SUB, 0, at(0))
        archive.add(segment())

    assert [(r.start_us, r.end_us, r.open) for r in reader.runs([GATE], span(0, 5))] == [
        (at(0), at(1), True)
    ]
    assert reader.gaps([GATE], span(-9, 5)) == [gap(-5, 0, GapCause.NETWORK)]

    with archive.batch():
        archive.runs_ended(GATE)
        archive.gaps.began(GATE, 0, at(1), GapCause.CAMERA_OFF)

    assert reader.runs([GATE], span(0, 5)) == [run(0, 1)]
    assert reader.gaps([GATE], span(0, 5)) == [gap(1, None, GapCause.CAMERA_OFF)]


def test_a_gap_lasts_until_its_cause_changes(archive: Archive, reader: ArchiveReader) -> None:
    with archive.batch():
        archive.gaps.began(GATE, 0, at(0), GapCause.NETWORK)
        archive.gaps.began(GATE, 0, at(1), GapCause.NETWORK)
        archive.gaps.began(GATE, 0, at(2), GapCause.REFUSED)
        archive.gaps.ended(GATE, at(3))

    assert reader.gaps([GATE], span(0, 9)) == [
        gap(0, 2, GapCause.NETWORK),
        gap(2, 3, GapCause.REFUSED),
    ]


def test_footage_that_is_told_late_takes_its_time_from_the_gap(
    archive: Archive, reader: ArchiveReader
) -> None:
    with archive.batch():
        archive.gaps.began(GATE, 0, at(0.5), GapCause.SCHEDULE)
        archive.add(segment(end=EndReason.STOPPED))

    assert reader.gaps([GATE], span(0, 9)) == [gap(1, None, GapCause.SCHEDULE)]


def test_footage_that_is_found_within_a_gap_parts_it(
    archive: Archive, reader: ArchiveReader
) -> None:
    with archive.batch():
        archive.gaps.began(GATE, 0, at(0), GapCause.DISK_LOST)
        archive.add(segment(at(2)))
        archive.gaps.ended(GATE, at(5))
        archive.add(segment(at(3), end=EndReason.KILLED))
        archive.gaps.began(GATE, 0, at(5), GapCause.NETWORK)

    assert reader.gaps([GATE], span(0, 9)) == [
        gap(0, 2, GapCause.DISK_LOST),
        gap(4, 5, GapCause.DISK_LOST),
        gap(5, None, GapCause.NETWORK),
    ]


def test_a_run_that_was_thought_lost_goes_on(archive: Archive, reader: ArchiveReader) -> None:
    with archive.batch():
        archive.run_began(GATE, SUB, 0, at(2))
        archive.add(segment(at(2)))
        archive.runs_ended(GATE)
        archive.gaps.began(GATE, 0, at(0), GapCause.DISK_LOST)
        archive.run_began(GATE, SUB, 0, at(2))

    [its] = reader.runs([GATE], span(0, 9))
    assert its.open
    assert reader.gaps([GATE], span(0, 9)) == [gap(0, 2, GapCause.DISK_LOST)]


def test_looks_that_come_after_their_segment_are_kept(
    archive: Archive, reader: ArchiveReader
) -> None:
    look = Look(at(0.25), 5, 9)
    with archive.batch():
        archive.add(segment())
        archive.add(segment(), change_map.pack([look], at(0)))

    assert reader.looks(GATE, span(0, 1)) == [look]
    assert max(reader.activity(GATE, span(0, 1), 1)) == 9


def test_the_gap_of_a_kill_begins_where_the_mended_footage_ends(
    archive: Archive, reader: ArchiveReader
) -> None:
    with archive.batch():
        archive.gaps.began(GATE, 0, at(1.5), GapCause.ENGINE_RESTARTED)
        archive.gaps.ended(GATE, at(2))
        archive.add(segment(end=EndReason.KILLED))

    assert reader.gaps([GATE], span(0, 9)) == [gap(1, 2, GapCause.ENGINE_RESTARTED)]


def test_what_is_removed_leaves_a_gap_that_grows(archive: Archive, reader: ArchiveReader) -> None:
    add(archive, (0, 5))
    first, second, third, *_ = reader.segments(GATE, SUB, span(0, 5))

    with archive.batch():
        archive.forget([first], GapCause.RETENTION)
    with archive.batch():
        archive.forget([second], GapCause.RETENTION)

    assert reader.runs([GATE], span(0, 9)) == [run(2, 5)]
    assert reader.gaps([GATE], span(0, 9)) == [gap(0, 2, GapCause.RETENTION)]
    assert [usage.segments for usage in reader.usage()] == [3]

    with archive.batch():
        archive.forget([third, third], GapCause.MISSING)

    assert reader.runs([GATE], span(0, 9)) == [run(3, 5)]
    assert reader.gaps([GATE], span(0, 9))[-1] == gap(2, 3, GapCause.MISSING)


def test_a_hole_in_the_middle_makes_two_runs(archive: Archive, reader: ArchiveReader) -> None:
    add(archive, (0, 5))

    with archive.batch():
        archive.forget(reader.segments(GATE, SUB, span(2, 3)), GapCause.MISSING)

    assert reader.runs([GATE], span(0, 9)) == [run(0, 2), run(3, 5)]


def test_an_instant_is_found_and_the_role_is_a_wish(
    archive: Archive, reader: ArchiveReader
) -> None:
    with archive.batch():
        archive.add(segment())
        archive.add(segment(at(2), role=MAIN))

    found = reader.segment_at(GATE, at(0.5), prefer=MAIN)
    assert found == segment()
    assert reader.segment_at(GATE, at(1.5)) is None
    assert reader.segment_at(GATE, at(2)) == segment(at(2), role=MAIN)
    assert reader.segment_at(YARD, at(0.5)) is None


def test_after_the_clock_was_set_back_the_later_footage_is_found(
    archive: Archive, reader: ArchiveReader
) -> None:
    with archive.batch():
        archive.add(segment())
        archive.clock_stepped(at(1), -30_000_000, 1)
        archive.add(segment(at(0.5), era=1))

    found = reader.segment_at(GATE, at(0.7))
    assert found is not None
    assert found.era == 1
    assert len(reader.runs([GATE], span(0, 5))) == 2
    assert reader.eras() == 1


def test_the_next_and_the_last_footage(archive: Archive, reader: ArchiveReader) -> None:
    add(archive, (0, 2))
    add(archive, (5, 6), camera=YARD)
    both = [GATE, YARD]

    assert reader.next_footage(both, at(1)) == at(1)
    assert reader.next_footage(both, at(2)) == at(5)
    assert reader.next_footage([GATE], at(2)) is None
    assert reader.previous_footage(both, at(4)) == at(2) - 1
    assert reader.previous_footage(both, at(0) - 1) is None
    assert reader.oldest() == at(0)


def test_days_are_the_stations_own(archive: Archive, reader: ArchiveReader) -> None:
    saigon = timezone(timedelta(hours=7))
    evening = datetime(2026, 3, 1, 23, 58, tzinfo=saigon)
    with archive.batch():
        for n in range(4):
            us = int((evening + timedelta(minutes=n)).timestamp()) * 1_000_000
            archive.add(segment(us, run_us=int(evening.timestamp()) * 1_000_000))

    days = reader.days_with_footage([GATE], date(2026, 2, 25), date(2026, 3, 5), saigon)
    assert days == {date(2026, 3, 1), date(2026, 3, 2)}
    assert reader.days_with_footage([GATE], date(2026, 3, 1), date(2026, 3, 5), UTC) == {
        date(2026, 3, 1)
    }


def test_an_outage_begins_and_ends(archive: Archive, reader: ArchiveReader) -> None:
    def outage(first: int, last: int | None) -> Outage:
        return Outage(
            camera_id=GATE,
            start_us=at(first),
            end_us=None if last is None else at(last),
            state="offline",
            reason="no_answer",
        )

    with archive.batch():
        archive.gaps.outage_began(outage(0, None), 0)
    assert reader.outages([GATE], span(3, 4)) == [outage(0, None)]

    with archive.batch():
        archive.gaps.outage_ended(GATE, at(2))
    assert reader.outages([GATE], span(0, 4)) == [outage(0, 2)]
    assert reader.outages([GATE], span(3, 4)) == []


def test_the_change_map_comes_back_as_it_was(archive: Archive, reader: ArchiveReader) -> None:
    looks = [Look(at(0) + n * 2_000_000, 1 << (n * 4), 8 * n) for n in range(30)]
    with archive.batch():
        archive.add(segment(), change_map.pack(looks, at(0)))

    assert len(change_map.pack(looks, at(0))) <= 24 * 30
    assert reader.looks(GATE, span(0, 1)) == looks
    assert reader.looks(GATE, span(0.5, 1)) == looks[15:]
    assert reader.activity(GATE, span(-1, 2), 3) == bytes([0, 8 * 29, 0])


def test_what_a_killed_engine_left_open_is_closed_with_its_cause(
    archive: Archive, reader: ArchiveReader
) -> None:
    with archive.batch():
        archive.lives.begin(at(0), "1")
        archive.run_began(GATE, SUB, 0, at(0))
        archive.add(segment())
        archive.gaps.began(YARD, 0, at(0), GapCause.CAMERA_OFF)
        archive.lives.alive(at(1.5))
    with archive.batch():
        assert archive.lives.last() == (at(1.5), False, "1")
        archive.lives.revive(at(9), GapCause.STATION_OFF, at(1.5))

    assert reader.runs([GATE], span(0, 9)) == [run(0, 1)]
    assert reader.gaps([GATE, YARD], span(0, 9)) == [
        gap(1, None, GapCause.STATION_OFF),
        gap(0, 1.5, GapCause.CAMERA_OFF, YARD),
        gap(1.5, None, GapCause.STATION_OFF, YARD),
    ]


def test_an_orderly_end_is_known_better_by_the_next_life(
    archive: Archive, reader: ArchiveReader
) -> None:
    with archive.batch():
        archive.lives.begin(at(0), "1")
        archive.run_began(GATE, SUB, 0, at(0))
        archive.add(segment())
        archive.lives.leave(at(1))
    assert reader.gaps([GATE], span(0, 9)) == [gap(1, None, GapCause.STATION_OFF)]

    with archive.batch():
        archive.lives.revive(at(3), GapCause.UPDATE, at(1))
        archive.run_began(GATE, SUB, 0, at(3))

    assert reader.gaps([GATE], span(0, 9)) == [gap(1, 3, GapCause.UPDATE)]


def test_a_batch_that_fails_leaves_nothing(archive: Archive, reader: ArchiveReader) -> None:
    with pytest.raises(ZeroDivisionError), archive.batch():  # noqa: PT012
        archive.add(segment())
        _ = 1 / 0

    assert reader.runs([GATE], span(0, 9)) == []


def test_an_index_that_is_not_there_holds_nothing_and_one_made_anew_is_noticed(
    tmp_path: Path, reader: ArchiveReader
) -> None:
    assert reader.runs([GATE], span(0, 9)) == []
    assert reader.oldest() is None

    for _ in range(2):
        made = Archive(tmp_path / "footage.db")
        add(made, (0, 1))
        assert len(reader.runs([GATE], span(0, 9))) == 1
        made.close()
        for file in tmp_path.iterdir():
            file.unlink()


@pytest.mark.parametrize("content", [b"x" * 4096, b"SQLite format 3\0" + b"\xff" * 4080])
def test_a_damaged_index_is_told(tmp_path: Path, reader: ArchiveReader, content: bytes) -> None:
    (tmp_path / "footage.db").write_bytes(content)

    with pytest.raises(StoreDamaged):
        reader.runs([GATE], span(0, 9))
    with pytest.raises(StoreDamaged):
        Archive(tmp_path / "footage.db")


def test_a_month_is_small_and_the_same_seed_gives_the_same(tmp_path: Path) -> None:
    path = tmp_path / "footage.db"
    count = archived.generate(path, cameras=4, days=2)
    again = archived.generate(tmp_path / "again.db", cameras=4, days=2)

    assert count == again > 4 * 2 * 1400
    assert path.stat().st_size / count <= 200
    found = ArchiveReader(path)
    start = from_us(archived.START_US)
    month = Span(start, start + timedelta(days=2))
    cameras = [CameraId(n) for n in range(1, 5)]
    runs, gaps = found.runs(cameras, month), found.gaps(cameras, month)
    covered = sum(run.end_us - run.start_us for run in runs)
    assert covered + sum((g.end_us or 0) - g.start_us for g in gaps) == pytest.approx(
        4 * 2 * 1440 * MINUTE_US, rel=0.01
    )
    assert found.usage()[0].volume_id == VolumeId(1)
    found.close()


def test_every_camera_with_footage_is_named_until_the_last_of_it_is_gone(
    archive: Archive, reader: ArchiveReader
) -> None:
    add(archive, (0, 3))
    add(archive, (1, 2), camera=YARD)
    archive.gaps.began(CameraId(99), 0, at(0), GapCause.CAMERA_OFF)
    assert set(reader.cameras()) == {GATE, YARD}

    with archive.batch():
        archive.forget(reader.segments(YARD, None, span(0, 9)), GapCause.RETENTION)

    assert reader.cameras() == [GATE]
