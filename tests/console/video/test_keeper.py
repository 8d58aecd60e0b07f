"""What is kept and what goes: real files, a real index, a store that says what the test wants."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from console.video.archive_desk import ArchiveDesk
from console.video.archive_reader import ArchiveReader
from console.video.footage_files import path_of
from console.video.keeper import Keeper, Measured, Mend
from console.video.retention import Keeping, KeepRule, Retention
from console.workers import Stop, Workers
from db.errors import StoreFailed
from db.footage_records import GapCause, Segment, VolumeId
from db.records import CameraId, from_us
from db.structs import replace
from tests.console.video.footage import (
    CONTENT,
    DISK,
    GATE,
    YARD,
    adding,
    at,
    lay_down,
    minutes,
    segment,
    span,
    volume,
)
from tests.fakes import FakeClock
from tests.footage import lay_segment

DAY = 1440  # minutes

NOT_WHOLE = pytest.mark.loud("holds nothing whole")


class Rules:
    """A store that says what it is told to say."""

    def __init__(self) -> None:
        self.rule = {GATE: KeepRule("station", 30), YARD: KeepRule("station", 30)}
        self.holds = Keeping(lambda _: KeepRule("station", 30)).holds
        self.broken = False
        self.known = {VolumeId(1)}
        self.asked = 0

    def read(self, now: datetime) -> Keeping:
        self.asked += 1
        if self.broken:
            raise StoreFailed("the store cannot be read")
        return Keeping(lambda camera: self.rule[camera], self.holds)

    def date_confirmed(self) -> datetime | None:
        return None

    def volumes(self) -> dict[VolumeId, Path]:
        return dict.fromkeys(self.known, Path())


class ClockAt(FakeClock):
    def __init__(self, minute: float) -> None:
        super().__init__()
        self._now = from_us(at(minute))


class Station:
    def __init__(self, folder: Path) -> None:
        self.rules, self.clock = Rules(), ClockAt(DAY)
        self.threads = Workers()
        self.desk = ArchiveDesk(folder / "footage.db", self.clock, self.threads, lambda: None)
        self.reader = ArchiveReader(folder / "footage.db")
        self.disk = folder / "disk"
        self.heard: list[Measured] = []
        self.order = volume(self.disk)
        self._keepers: list[Keeper] = []
        self.keeper = self.restarted()

    def another(self) -> Keeper:
        """A keeper that was told nothing yet; closed with the station."""
        keeper = Keeper(
            self.reader._path,
            self.desk,
            self.clock,
            self.rules,
            self.heard.append,
            lead_bytes=0,
        )
        self._keepers.append(keeper)
        return keeper

    def restarted(self, reserve: int = 0) -> Keeper:
        keeper = self.another()
        keeper.order((replace(self.order, reserve_bytes=reserve),))
        keeper._hear(0, Stop())
        keeper.look()
        self.keeper = keeper
        return keeper

    def record(self, segments: list[Segment]) -> list[Path]:
        for each in segments:
            self.desk.enter(adding(each))
        assert self.desk.settled(lambda _: None, Stop())
        return [lay_down(self.disk, each) for each in segments]

    def left(self, camera: CameraId = GATE) -> list[int]:
        """The minutes that are still there, in the index and on the disk alike."""
        found = self.reader.segments(camera, None, span(-99 * DAY, 99 * DAY))
        assert all(path_of(self.disk, each).exists() for each in found)
        return [(each.start_us - at(0)) // 60_000_000 for each in found]

    def gaps(self) -> list[tuple[float, float, GapCause]]:
        return [
            ((g.start_us - at(0)) / 6e7, ((g.end_us or 0) - at(0)) / 6e7, g.cause)
            for g in self.reader.gaps([GATE], span(-99 * DAY, 99 * DAY))
        ]

    def close(self) -> None:
        self.reader.close()
        for keeper in self._keepers:
            keeper._reader.close()
        self.desk.close()
        assert self.threads.close() == []


@pytest.fixture
def station(tmp_path: Path) -> Iterator[Station]:
    made = Station(tmp_path)
    yield made
    made.close()


def test_what_is_older_than_its_days_goes_and_leaves_a_gap(station: Station) -> None:
    paths = station.record(minutes(0, 5))
    station.rules.rule[GATE] = KeepRule("station", 1)
    station.clock.pass_(minutes=3)

    station.keeper.sweep(Stop())

    assert station.left() == [3, 4]
    assert [path.exists() for path in paths] == [False, False, False, True, True]
    assert station.gaps() == [(0, 3, GapCause.RETENTION)]


def test_what_is_held_stays_and_what_only_touches_a_hold_too(station: Station) -> None:
    station.record(minutes(0, 6))
    station.rules.rule[GATE] = KeepRule("station", 1)
    station.rules.holds = {GATE: [span(1.5, 3)]}
    station.clock.pass_(days=3)

    station.keeper.sweep(Stop())

    assert station.left() == [1, 2]
    assert station.gaps() == [(0, 1, GapCause.RETENTION), (3, 6, GapCause.RETENTION)]


def test_around_keeps_two_minutes_and_what_is_held(station: Station) -> None:
    station.record(minutes(DAY - 10, DAY))
    station.rules.rule[GATE] = KeepRule("station", 30, around=True)
    station.rules.holds = {GATE: [span(DAY - 8, DAY - 7)]}

    station.keeper.sweep(Stop())

    assert station.left() == [DAY - 8, DAY - 2, DAY - 1]


def test_a_share_is_all_that_a_rules_cameras_get(station: Station) -> None:
    station.record(minutes(0, 10))
    station.record(minutes(0, 10, camera=YARD))
    rules = {GATE: KeepRule("camera 7", 30, share=25), YARD: KeepRule("station", 30)}
    holds = {GATE: [span(1, 2)]}
    retention = Retention(station.reader, Keeping(rules.__getitem__, holds), [DISK])

    assert retention.over_share(40 * len(CONTENT)) == []
    free = retention.over_share(20 * len(CONTENT))

    assert [each.start_us for each in free] == [at(n) for n in (0, 2, 3, 4, 5)]
    assert {each.camera_id for each in free} == {GATE}
    assert not Retention(station.reader, Keeping(rules.__getitem__), []).over_share(0)


def test_room_is_made_by_the_oldest_of_all(station: Station) -> None:
    station.record(minutes(0, 3))
    station.record(minutes(1, 4, camera=YARD))
    station.restarted(reserve=shutil.disk_usage(station.disk).free + (1 << 40))

    [first] = station.keeper._reader.rows("select count(*) from segment")
    station.keeper.sweep(Stop())

    # So much is wanted that all goes; the alarm is not about holds.
    assert first == (6,)
    assert (station.left(), station.left(YARD)) == ([], [])
    assert not station.heard[-1].only_held


def test_when_only_held_footage_is_left_nothing_goes_and_it_is_told(station: Station) -> None:
    station.record(minutes(0, 3))
    station.rules.holds = {GATE: [span(0, 3)]}
    station.restarted(reserve=shutil.disk_usage(station.disk).free + (1 << 40))

    station.keeper.sweep(Stop())
    station.keeper.look()

    assert station.left() == [0, 1, 2]
    assert station.heard[-1].only_held
    assert station.heard[-1].states[DISK].trouble is GapCause.DISK_FULL


def test_while_there_is_room_beyond_the_reserve_recording_is_not_said_to_stand(
    station: Station,
) -> None:
    station.record(minutes(0, 3))
    station.rules.holds = {GATE: [span(0, 3)]}
    station.restarted()
    station.keeper._lead_bytes = shutil.disk_usage(station.disk).free + (1 << 40)

    station.keeper.sweep(Stop())
    station.keeper.look()

    assert station.left() == [0, 1, 2]
    assert station.heard[-1].states[DISK].trouble is None
    assert not station.heard[-1].only_held


def test_a_share_is_one_of_the_disks_that_are_there(station: Station) -> None:
    station.record(minutes(0, 4))
    away = VolumeId(2)
    station.record([segment(at(n), camera=YARD, volume=away, size=1 << 50) for n in range(4)])
    free = shutil.disk_usage(station.disk).free
    [there] = station.keeper._orders

    assert station.keeper._room([there]) < free + (1 << 40)


@pytest.mark.loud("nothing is removed: the store cannot be read")
def test_nothing_goes_when_the_store_cannot_be_read(station: Station) -> None:
    station.record(minutes(0, 3))
    station.rules.rule[GATE] = KeepRule("station", 1)
    station.clock.pass_(days=30)
    station.rules.broken = True

    station.keeper.sweep(Stop())
    assert station.left() == [0, 1, 2]

    station.rules.broken = False
    station.keeper.sweep(Stop())
    assert station.left() == []


def test_a_disk_that_was_pulled_loses_no_row(station: Station) -> None:
    station.record(minutes(0, 3))
    station.rules.rule[GATE] = KeepRule("station", 1)
    station.clock.pass_(days=30)
    station.disk.rename(station.disk.with_name("pulled"))
    station.disk.mkdir()  # what the system shows where nothing is mounted

    station.keeper.look()
    station.keeper.sweep(Stop())
    for _ in range(3):
        station.keeper.go_on_with_the_round(Stop())

    assert station.heard[-1].states[DISK].trouble is GapCause.DISK_LOST
    assert len(station.reader.segments(GATE, None, span(0, 9))) == 3
    assert station.gaps() == []


def test_a_removal_that_was_cut_short_is_finished(station: Station) -> None:
    paths = station.record(minutes(0, 3))
    [first, second, _] = station.reader.segments(GATE, None, span(0, 3))
    station.desk.settled(lambda archive: archive.doom([first, second], GapCause.RETENTION), Stop())
    paths[0].unlink()

    station.keeper.sweep(Stop())

    assert station.left() == [2]
    assert not paths[1].exists()
    assert station.gaps() == [(0, 2, GapCause.RETENTION)]


@pytest.mark.loud("are gone or changed")
@pytest.mark.parametrize("harm", ["deleted", pytest.param("truncated", marks=NOT_WHOLE), "folder"])
def test_what_a_hand_did_to_a_file_is_a_gap(station: Station, harm: str) -> None:
    paths = station.record(minutes(0, 3))
    if harm == "deleted":
        paths[1].unlink()
    elif harm == "truncated":
        paths[1].write_bytes(CONTENT[:-1])
    else:
        shutil.rmtree(paths[1].parent)

    for _ in range(3):
        station.keeper.go_on_with_the_round(Stop())

    if harm == "folder":
        assert station.gaps() == [(0, 3, GapCause.MISSING)]
        return
    assert station.left() == [0, 2]
    assert station.gaps() == [(1, 2, GapCause.MISSING)]
    assert paths[1].with_name(paths[1].name + ".broken").exists() == (harm == "truncated")


def test_a_volume_on_its_way_out_is_not_emptied_for_room(station: Station) -> None:
    old = station.record(minutes(0, 3))
    retired = replace(station.order, writing=False)
    other = volume(station.disk.with_name("other"), VolumeId(2), reserve=1 << 60)
    station.keeper.order((retired, other))
    station.keeper._hear(0, Stop())
    station.keeper.look()

    station.keeper.sweep(Stop())
    assert all(path.exists() for path in old)

    station.rules.rule[GATE] = KeepRule("station", 1)
    station.clock.pass_(days=30)
    station.keeper.sweep(Stop())
    assert not any(path.exists() for path in old)


def test_empty_folders_go_along(station: Station) -> None:
    [path] = station.record(minutes(0, 1))
    station.rules.rule[GATE] = KeepRule("station", 1)
    station.clock.pass_(days=2)

    station.keeper.sweep(Stop())

    assert not path.parent.exists()
    assert not path.parent.parent.exists()
    assert station.keeper._reader.usage() == []


def test_what_a_kill_left_is_taken_up_though_the_volumes_are_told_later(station: Station) -> None:
    laid = lay_segment(station.disk, GATE, from_us(at(0)), seconds=4.0, ended=False)
    everything = Mend(frozenset(), None, at(DAY), dead=True)
    keeper = station.another()

    assert not keeper._try_to_mend(everything, Stop())

    keeper.order((station.order,))
    keeper._hear(0, Stop())
    keeper.look()
    assert keeper._try_to_mend(everything, Stop())
    assert station.desk.settled(lambda _: None, Stop())
    assert not laid.path.exists()
    assert station.left() == [0]


def test_an_engine_that_starts_looks_at_its_volumes_before_it_reads_the_store(
    station: Station,
) -> None:
    keeper = station.another()
    stop = Stop()
    station.rules.asked = 0
    station.threads.loop("keeper", keeper.run)

    keeper.order((station.order,))
    while not any(heard.states for heard in station.heard[1:]):
        assert not stop.wait(0.01)

    assert station.rules.asked == 0


def test_what_lay_on_a_disk_that_was_given_up_is_a_gap(
    station: Station, caplog: pytest.LogCaptureFixture
) -> None:
    paths = station.record(minutes(0, 3))
    station.rules.known = {VolumeId(2)}

    station.keeper.sweep(Stop())

    assert station.left() == []
    assert station.gaps() == [(0, 3, GapCause.DISK_LOST)]
    assert all(path.exists() for path in paths)  # nothing is removed from a disk that turns up
    caplog.clear()


def test_a_store_that_knows_of_no_disk_gives_nothing_up(station: Station) -> None:
    station.record(minutes(0, 3))
    station.rules.known = set()

    station.keeper.sweep(Stop())

    assert station.left() == [0, 1, 2]
