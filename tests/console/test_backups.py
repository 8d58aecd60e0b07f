"""Backups: whole, tried out, thinned out, on two media, and missed when they are missing."""

from __future__ import annotations

import json
import stat
import threading
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from console.audit_check import verify
from console.backup_files import MANIFEST, STORE_FILE, BackupKind, seen
from console.backup_shelf import FOLDER, MEDIUM_FOLDER
from console.errors import BackupFailed, Cancelled, NotAllowed, SecondMediumFailed, StoreDamaged
from console.keepers import KEY_FILE
from console.vault_file import VAULT_FILE
from console.workers import Stop
from db.copies import look_into
from db.records import Role
from db.store import Store
from tests.console.test_recovery import pages_of
from tests.fakes import FakeClock
from tests.stations import PASSWORD, Station, opened


@pytest.fixture
def station(tmp_path: Path, clock: FakeClock) -> Iterator[Station]:
    with opened(tmp_path / "station", clock) as station:
        station.add_camera(1)
        yield station


def test_a_backup_holds_the_station_and_says_what_it_holds(station: Station) -> None:
    (station.folder / "station.toml").write_text("[station]\n")
    station.vault.make_sheet()
    head = station.head()

    made = station.backups.run()

    assert made.folder == station.folder / FOLDER / "manual" / "station-20260314T200000Z"
    assert {file.name for file in made.folder.iterdir()} == {
        STORE_FILE,
        VAULT_FILE,
        "station.toml",
        MANIFEST,
    }
    assert (made.seq, made.hash) == head
    assert (made.sheet, made.second, made.kind) == (True, False, BackupKind.BY_HAND)
    copied = look_into(made.folder / STORE_FILE)
    assert (copied.seq, copied.hash) == head
    told = json.loads((made.folder / MANIFEST).read_text())["files"]
    for name, about in told.items():
        assert seen(made.folder / name).sha256 == about["sha256"]
    assert station.backups.list() == (made,)


def test_no_backup_holds_a_password_or_the_key_to_them(station: Station) -> None:
    made = station.backups.run()

    for file in made.folder.iterdir():
        assert PASSWORD.format(1).encode() not in file.read_bytes()
    assert not (made.folder / KEY_FILE).exists()
    assert stat.S_IMODE(made.folder.stat().st_mode) == 0o700


def test_the_log_tells_of_a_backup_and_which_head_it_holds(station: Station) -> None:
    made = station.backups.run()

    with station.store.read() as unit:
        entry = unit.trail.entries(after=made.seq, limit=1)[0]
    assert entry.act == "backed_up"
    detail = json.loads(entry.detail)
    assert (detail["head_seq"], detail["head_hash"]) == (made.seq, made.hash)


def test_a_backup_is_made_while_others_write(station: Station, clock: FakeClock) -> None:
    ended = threading.Event()

    def write() -> None:
        while not ended.is_set():
            station.write()

    writer = threading.Thread(target=write)
    writer.start()
    made = []
    for _ in range(5):
        clock.pass_(seconds=1)
        made.append(station.backups.run())
    ended.set()
    writer.join()

    for backup in made:
        copied = look_into(backup.folder / STORE_FILE)
        assert (copied.seq, copied.hash) == (backup.seq, backup.hash)
        copy = Store(backup.folder / STORE_FILE, lambda _: None)
        assert verify(copy, None, stop=Stop(), progressed=lambda *_: None).whole
        copy.close()


def test_seven_nights_and_four_weeks_are_kept(station: Station, clock: FakeClock) -> None:
    for _ in range(40):
        station.backups.run_nightly()
        clock.pass_(days=1)

    kept = station.backups.list()
    days = [backup.at.day for backup in kept if backup.kind is BackupKind.DAILY]
    weekly = [backup.at for backup in kept if backup.kind is BackupKind.WEEKLY]
    assert len(days) == 7
    assert len(weekly) == 4
    assert {(one - other).days for one, other in pairwise(weekly)} == {7}


def test_a_copy_goes_to_the_second_medium_and_is_thinned_out_there(
    station: Station, clock: FakeClock, tmp_path: Path
) -> None:
    station.medium = tmp_path / "usb"
    station.medium.mkdir()

    for _ in range(9):
        made = station.backups.run()
        clock.pass_(seconds=1)

    there = station.medium / MEDIUM_FOLDER / "manual"
    assert made.second
    assert len(list(there.iterdir())) == 7
    assert seen(there / made.folder.name / STORE_FILE) == seen(made.folder / STORE_FILE)
    assert station.backups.list()[0].second


def test_a_second_medium_that_is_not_there_is_told_and_the_backup_holds(
    station: Station, tmp_path: Path
) -> None:
    station.medium = tmp_path / "usb"

    made = station.backups.run()

    assert not made.second
    assert station.problems() == [SecondMediumFailed]
    assert not station.medium.exists()


def test_without_backup_the_alarm_comes_after_three_days(
    station: Station, clock: FakeClock
) -> None:
    backups = station.backups
    clock.pass_(days=3)
    assert backups.alarm() is None
    clock.pass_(hours=1)
    overdue = backups.alarm()
    assert overdue is not None
    assert overdue.days == 3

    backups.run()
    assert backups.alarm() is None
    clock.pass_(days=4)
    overdue = backups.alarm()
    assert overdue is not None
    assert overdue.days == 4


def test_a_damaged_store_gives_no_backup_and_the_earlier_ones_stay(
    station: Station, clock: FakeClock
) -> None:
    before = station.backups.run()
    station.store.close()  # so that the log is in the file
    store = station.folder / STORE_FILE
    page = pages_of(store, "phrase")[0]
    content = bytearray(store.read_bytes())
    content[(page - 1) * 4096 : page * 4096] = b"\xa5" * 4096
    store.write_bytes(content)
    clock.pass_(days=1)

    with pytest.raises(BackupFailed) as failed:
        station.backups.run()

    assert isinstance(failed.value.__cause__, StoreDamaged)
    assert [backup.folder for backup in station.backups.list()] == [before.folder]
    assert [folder.name for folder in before.folder.parent.iterdir()] == [before.folder.name]


def test_a_clock_that_was_wrong_costs_no_backup(station: Station, clock: FakeClock) -> None:
    for _ in range(8):
        station.backups.run_nightly()
        clock.pass_(days=1)
    wrong = {backup.folder for backup in station.backups.list()}
    clock.pass_(days=-1000)  # set right
    station.write()

    for nights in range(1, 8):
        made = station.backups.run_nightly()
        assert station.backups.newest() == made
        assert station.backups.alarm() is None
        right = {b.folder for b in station.backups.list() if b.kind is BackupKind.DAILY} - wrong
        assert len(right) == nights
        clock.pass_(days=1)


def test_what_a_killed_process_left_is_swept_up(station: Station) -> None:
    kept = station.folder / FOLDER / "manual"
    left = kept / f"station-20260101T000000Z.{2**22 + 1}.partial"
    left.mkdir(parents=True)
    (left / STORE_FILE).write_bytes(b"half")

    made = station.backups.run()

    assert [folder.name for folder in kept.iterdir()] == [made.folder.name]


def test_a_backup_with_a_broken_manifest_is_passed_over(station: Station) -> None:
    made = station.backups.run()
    (made.folder / MANIFEST).write_text("{}")

    assert station.backups.list() == ()


def test_who_may_not_back_up_is_refused(station: Station) -> None:
    station.sign_in(station.add_officer("Trực ban", Role.DUTY))

    for call in (station.backups.run, station.backups.list):
        with pytest.raises(NotAllowed):
            call()
    station.backups.run_nightly()  # the console itself asks nobody


def test_a_run_tells_how_far_it_is(station: Station) -> None:
    told: list[tuple[int, int]] = []

    station.backups.run(progressed=lambda done, total: told.append((done, total)))

    assert told == [(1, 4), (2, 4), (3, 4), (4, 4)]


def test_a_run_that_is_stopped_leaves_nothing_and_is_no_failure(station: Station) -> None:
    stop = Stop()

    with pytest.raises(Cancelled):
        station.backups.run(stop=stop, progressed=lambda *_: stop.set())

    assert station.backups.list() == ()
    assert not list((station.folder / "backups").rglob("*.partial"))
    assert "backup_failed" not in station.acts()
