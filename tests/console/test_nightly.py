"""The night: once, caught up on, told when it fails."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta, timezone
from functools import partial
from pathlib import Path
from threading import Barrier

import pytest

from console.backup_files import STORE_FILE
from console.errors import BackupFailed, BackupOverdue, StoreDamaged
from console.nightly import SERVICE_GRACE, Nightly
from console.workers import Stop, Workers
from db.store import Store
from tests.console.test_recovery import pages_of
from tests.fakes import FakeClock
from tests.stations import Station, opened

HANOI = timezone(timedelta(hours=7))  # the fake clock stands at 03:00 there


@pytest.fixture
def station(tmp_path: Path, clock: FakeClock) -> Iterator[Station]:
    with opened(tmp_path / "station", clock) as station:
        station.heads.enrol()
        station.write()
        yield station


@pytest.fixture
def nightly(station: Station, clock: FakeClock) -> Nightly:
    return Nightly(
        station.store,
        station.backups,
        lambda: station.heads.sign_if_due("daily"),
        clock,
        station.posted.append,
        HANOI,
    )


def nights(station: Station) -> list[str]:
    return [backup.at.isoformat()[:16] for backup in station.backups.list()]


def test_a_night_signs_the_head_and_backs_it_up(station: Station, nightly: Nightly) -> None:
    nightly.tend()

    acts = station.acts()
    assert acts.index("head_signed") < acts.index("backed_up")
    assert station.posted == []


def test_it_is_done_once_a_night_at_half_past_two(
    station: Station, nightly: Nightly, clock: FakeClock
) -> None:
    for _ in range(4 * 24 * 3):  # till 02:45, three nights on: a quarter of an hour at a time
        nightly.tend()
        clock.pass_(minutes=15)

    daily = [b.at.astimezone(HANOI) for b in station.backups.list() if b.kind == "daily"]
    assert [at.strftime("%d %H:%M") for at in reversed(daily)] == [
        "15 03:00",  # there was none yet
        "16 02:30",
        "17 02:30",
        "18 02:30",
    ]


def test_a_night_with_the_pc_off_is_caught_up_on(
    station: Station, nightly: Nightly, clock: FakeClock
) -> None:
    nightly.tend()
    clock.pass_(days=2, hours=5)

    nightly.tend()

    daily = [b for b in station.backups.list() if b.kind == "daily"]
    assert len(daily) == 2


def test_what_fails_is_told_and_tried_again_an_hour_later(
    station: Station, nightly: Nightly, clock: FakeClock
) -> None:
    in_the_way = station.folder / "backups"
    in_the_way.write_text("a file")
    for _ in range(7):
        nightly.tend()
        clock.pass_(minutes=10)
    assert station.problems() == [BackupFailed, BackupFailed]

    in_the_way.unlink()
    clock.pass_(hours=1)
    nightly.tend()

    assert station.backups.newest() is not None


def test_after_three_days_without_backup_it_is_told_each_time(
    station: Station, nightly: Nightly, clock: FakeClock
) -> None:
    (station.folder / "backups").write_text("a file")
    clock.pass_(days=4)

    nightly.tend()

    assert station.problems() == [BackupFailed, BackupOverdue]


def test_a_clock_that_was_set_back_does_not_stop_the_nights(
    station: Station, nightly: Nightly, clock: FakeClock
) -> None:
    nightly.tend()
    clock.pass_(days=-400)

    nightly.tend()

    assert clock.now().year == 2025
    assert any(backup.at.year == 2025 for backup in station.backups.list())


def test_damage_is_found_at_night_and_no_backup_is_made_of_it(
    station: Station, nightly: Nightly
) -> None:
    damage(station)

    nightly.tend()

    assert StoreDamaged in station.problems()
    assert station.backups.list() == ()


def test_after_a_crash_the_store_is_looked_through_at_once(
    station: Station, clock: FakeClock
) -> None:
    damage(station)
    (station.folder / f"{STORE_FILE}-wal").touch()  # as a killed process leaves it
    store, stop, workers = Store(station.folder / STORE_FILE, lambda _: None), Stop(), Workers()
    nightly = Nightly(store, station.backups, lambda: None, clock, station.posted.append, HANOI)

    stop.set()
    workers.loop("nightly", nightly.run, stop)
    workers.close()
    store.close()

    assert station.problems() == [StoreDamaged]


def damage(station: Station) -> None:
    station.store.close()  # so that it is all in the file
    path = station.folder / STORE_FILE
    page = pages_of(path, "phrase")[0]
    content = bytearray(path.read_bytes())
    content[(page - 1) * 4096 : page * 4096] = b"\xa5" * 4096
    path.write_bytes(content)


@pytest.fixture
def other(station: Station) -> Iterator[Store]:
    """The store as another process has it open."""
    store = Store(station.folder / STORE_FILE, lambda _: None)
    yield store
    store.close()


def service(station: Station, store: Store, grace: timedelta = timedelta(0)) -> Nightly:
    """The night of another process."""
    sign, post = lambda: station.heads.sign_if_due("daily"), station.posted.append
    return Nightly(store, station.backups, sign, station.clock, post, HANOI, grace)


def test_of_two_processes_one_does_the_night(
    station: Station, nightly: Nightly, other: Store
) -> None:
    backups, here = station.backups, Workers()
    both = Barrier(2)

    def tend(nightly: Nightly, _stop: Stop) -> None:
        both.wait()
        nightly.tend()

    for name, its in (("window", nightly), ("service", service(station, other))):
        here.loop(name, partial(tend, its))
    here.close()

    assert len([each for each in backups.list() if each.kind == "daily"]) == 1
    assert station.acts().count("backed_up") == 2  # a daily one, and a weekly one
    assert station.posted == []


def test_a_service_leaves_the_night_to_a_window_where_somebody_sits(
    station: Station, nightly: Nightly, other: Store, clock: FakeClock
) -> None:
    its = service(station, other, SERVICE_GRACE)
    nightly.tend()
    clock.pass_(hours=23, minutes=31)  # 02:31, the night after

    its.tend()
    assert len([b for b in station.backups.list() if b.kind == "daily"]) == 1
    clock.pass_(minutes=15)  # no window took it
    its.tend()

    assert len([b for b in station.backups.list() if b.kind == "daily"]) == 2


def test_whoever_dies_over_the_night_is_followed_an_hour_later(
    station: Station, nightly: Nightly, other: Store, clock: FakeClock
) -> None:
    its = service(station, other)
    assert nightly._claim(clock.now())  # and is killed before there is a backup

    its.tend()
    assert station.backups.list() == ()
    clock.pass_(hours=1, minutes=1)
    its.tend()

    assert [each.kind for each in station.backups.list()] == ["daily", "weekly"]
