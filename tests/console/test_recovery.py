"""Going back: nothing is touched before it is sound, and nothing is lost without being told."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from console.audit_check import verify
from console.backup_files import MANIFEST, STORE_FILE
from console.errors import BackupRefused, NotAllowed, VaultLocked
from console.keepers import KEY_FILE
from console.losses import Loss
from console.restores import restore_of
from console.rights import Action
from console.vault_file import VAULT_FILE
from console.workers import Stop
from db.copies import look_into
from db.loss_records import Lost, Noun
from db.records import DeviceKind, Officer, Role
from db.schema import bring_up_to_date
from db.store import Store
from tests.fakes import FakeClock
from tests.stations import PASSWORD, Station, opened


@pytest.fixture
def station(tmp_path: Path, clock: FakeClock) -> Iterator[Station]:
    with opened(tmp_path / "station", clock) as station:
        station.heads.enrol()
        station.add_camera(1)
        yield station


@pytest.fixture
def backup(station: Station, clock: FakeClock) -> Path:
    """A backup with one camera; meanwhile there are two."""
    folder = station.backups.run().folder
    clock.pass_(days=1)
    station.add_camera(2)
    return folder


def everything(folder: Path) -> dict[str, bytes]:
    return {
        str(file.relative_to(folder)): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file() and not file.name.endswith(("-wal", "-shm"))
    }


def two_who_may(station: Station) -> tuple[Officer, Officer]:
    return (
        station.add_officer("Trưởng", Role.CHIEF),
        station.add_officer("Quản trị", Role.ADMINISTRATOR),
    )


def two_agree(station: Station) -> None:
    first, second = two_who_may(station)
    station.sign_in(first)
    station.approve(Action.RESTORE, second.id)


def test_what_would_be_lost_is_told_before(station: Station, backup: Path) -> None:
    station.sign_in(station.add_officer("Chỉ huy", Role.CHIEF))
    before = station.head()

    loss = station.recovery.compare(backup)

    # The entry about the backup itself, the camera's, the officer's.
    assert loss == Loss(entries=3, lost={Noun.CAMERAS: Lost(1), Noun.OFFICERS: Lost(1)})
    assert station.head() == before


def test_the_station_is_as_it_was_then_and_todays_store_is_kept(
    station: Station, backup: Path
) -> None:
    replaced = station.head()

    done = station.recovery.restore(backup)

    assert station.cameras() == {1: PASSWORD.format(1)}
    assert done.replaced.name == "station.db.replaced-20260315T200000Z"
    kept = look_into(done.replaced)
    assert (kept.seq, kept.hash) == replaced
    assert not list(station.folder.glob("scratch-*"))


def test_the_log_names_both_heads_and_is_signed_again(station: Station, backup: Path) -> None:
    then = json.loads((backup / MANIFEST).read_text())
    replaced = station.head()

    done = station.recovery.restore(backup)

    with station.store.read() as unit:
        entry = unit.trail.entries(after=done.seq - 1, limit=1)[0]
    told = restore_of(entry)
    assert told is not None
    assert (told.restored_seq, told.restored_hash) == (then["seq"], then["hash"])
    assert (told.replaced_seq, told.replaced_hash) == replaced
    verdict = verify(
        station.store, station.heads.anchors(), stop=Stop(), progressed=lambda *_: None
    )
    assert verdict.whole
    assert verdict.vouched_to == done.seq + 1


def test_two_officers_must_agree(station: Station, clock: FakeClock) -> None:
    chief = station.add_officer("Trưởng", Role.CHIEF)
    second = station.add_officer("Quản trị", Role.ADMINISTRATOR)
    backup = station.backups.run_nightly().folder
    clock.pass_(days=1)
    before = everything(station.folder)
    with pytest.raises(NotAllowed, match="signed_out"):
        station.recovery.restore(backup)
    station.sign_in(chief)
    with pytest.raises(NotAllowed, match="needs_second"):
        station.recovery.restore(backup)
    with pytest.raises(NotAllowed, match="needs_second"):
        station.recovery.rollback()
    assert everything(station.folder) == before

    station.approve(Action.RESTORE, second.id)
    done = station.recovery.restore(backup)

    with station.store.read() as unit:
        assert unit.trail.entries(after=done.seq - 1)[0].officer_id == chief.id


def test_a_station_with_officers_is_not_opened_to_everybody(station: Station, backup: Path) -> None:
    two_agree(station)
    before = everything(station.folder)

    with pytest.raises(BackupRefused, match="administrator"):
        station.recovery.restore(backup)

    assert everything(station.folder) == before


def test_going_back_lets_nobody_in_who_was_shut_out_or_erased(
    station: Station, clock: FakeClock
) -> None:
    chief, administrator = two_who_may(station)
    shut_out = station.add_officer("Đã nghỉ", Role.DUTY)
    erased = station.add_officer("Phải quên", Role.DUTY)
    backup = station.backups.run_nightly().folder
    clock.pass_(days=1)
    with station.store.begin() as unit:
        unit.officers.set_disabled(shut_out.id, True)
        unit.officers.erase(erased.id)
    station.sign_in(chief)
    station.approve(Action.RESTORE, administrator.id)

    station.recovery.restore(backup)

    with station.store.read() as unit:
        assert unit.officers.officer(shut_out.id).disabled
        assert unit.officers.officer(erased.id).name == ""
        assert unit.officers.password_hash(erased.id) is None
    station.store.close()
    assert "Phải quên".encode() not in (station.folder / STORE_FILE).read_bytes()


def test_a_new_device_inherits_no_password_of_a_later_one(station: Station, backup: Path) -> None:
    station.recovery.restore(backup)

    with station.store.begin() as unit:
        device = unit.fleet.add_device(kind=DeviceKind.CAMERA, host="192.0.2.9", username="")
    assert device.id == 3
    assert station.vault.get(device.id) is None


def test_an_open_window_goes_on_with_the_restored_store(station: Station, backup: Path) -> None:
    window = Store(station.folder / STORE_FILE, lambda _: None)
    with window.read() as unit:
        assert len(unit.fleet.cameras()) == 2

    station.recovery.restore(backup)

    with window.read() as unit:
        assert len(unit.fleet.cameras()) == 1
    with window.begin() as unit:
        unit.fleet.add_team("Tổ mới")
    window.close()


def test_a_restore_can_itself_be_taken_back(station: Station, backup: Path) -> None:
    later = station.backups.run().folder
    station.recovery.restore(backup)

    station.recovery.restore(later)

    assert set(station.cameras()) == {1, 2}
    verdict = verify(
        station.store, station.heads.anchors(), stop=Stop(), progressed=lambda *_: None
    )
    assert verdict.whole


def change_manifest(folder: Path, **changes: object) -> None:
    manifest = json.loads((folder / MANIFEST).read_text())
    (folder / MANIFEST).write_text(json.dumps(manifest | changes))


def change_file(folder: Path, name: str, **changes: object) -> None:
    manifest = json.loads((folder / MANIFEST).read_text())
    manifest["files"].setdefault(name, {"sha256": "0" * 64, "size": 1}).update(changes)
    (folder / MANIFEST).write_text(json.dumps(manifest))


def flip_a_bit(folder: Path) -> None:
    content = bytearray((folder / STORE_FILE).read_bytes())
    content[5000] ^= 1
    (folder / STORE_FILE).write_bytes(content)


def link_the_store(folder: Path) -> None:
    (folder / STORE_FILE).rename(folder.parent / "elsewhere.db")
    (folder / STORE_FILE).symlink_to(folder.parent / "elsewhere.db")


def pipe_for_a_store(folder: Path) -> None:
    (folder / STORE_FILE).unlink()
    os.mkfifo(folder / STORE_FILE)


def longer_store(folder: Path) -> None:
    with (folder / STORE_FILE).open("ab") as file:
        file.write(bytes(4096))


def another_store(folder: Path) -> None:
    """Hashes and all: only its log tells that it is not what was backed up."""
    store = Store(folder / STORE_FILE, lambda _: None)
    with store.begin() as unit:
        unit.fleet.add_team("Tổ")
    store.close()
    content = (folder / STORE_FILE).read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    change_file(folder, STORE_FILE, sha256=digest, size=len(content))
    change_manifest(folder, seq=7)


def store_with_a_program(folder: Path) -> None:
    """All is as it was but for a trigger, which would run in the station."""
    with closing(sqlite3.connect(folder / STORE_FILE)) as connection, connection:
        connection.execute(
            "create trigger crown after insert on audit_entry"
            " begin update officer set role = 'administrator'; end"
        )
    content = (folder / STORE_FILE).read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    change_file(folder, STORE_FILE, sha256=digest, size=len(content))


DAMAGES: list[Callable[[Path], object]] = [
    shutil.rmtree,
    lambda folder: (folder / MANIFEST).unlink(),
    lambda folder: (folder / MANIFEST).write_text("{"),
    lambda folder: (folder / MANIFEST).write_text("[" * 60_000),
    lambda folder: (folder / MANIFEST).write_text("[]"),
    lambda folder: (folder / MANIFEST).write_bytes(b" " * (65 << 10)),
    lambda folder: (folder / MANIFEST).write_text('{"format": 1, "format": 1}'),
    lambda folder: change_manifest(folder, format=2),
    lambda folder: change_manifest(folder, made_at="2026-01-01"),
    lambda folder: change_manifest(folder, kind="yearly"),
    lambda folder: change_manifest(folder, files={}),
    lambda folder: change_manifest(folder, seq=99),
    lambda folder: change_manifest(folder, seq=float("inf")),
    lambda folder: change_manifest(folder, hash="f" * 64),
    lambda folder: (folder / STORE_FILE).unlink(),
    lambda folder: (folder / VAULT_FILE).unlink(),
    lambda folder: change_file(folder, STORE_FILE, sha256="0" * 64),
    lambda folder: change_file(folder, STORE_FILE, size=1 << 50),
    lambda folder: change_file(folder, STORE_FILE, size=(64 << 30) - 1),
    lambda folder: change_file(folder, STORE_FILE, size=True),
    lambda folder: change_file(folder, "../station.toml"),
    lambda folder: change_file(folder, "/etc/passwd"),
    lambda folder: change_file(folder, "STATION.DB"),
    lambda folder: change_file(folder, MANIFEST),
    lambda folder: change_file(folder, KEY_FILE),
    flip_a_bit,
    longer_store,
    link_the_store,
    pipe_for_a_store,
    another_store,
    store_with_a_program,
]


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_bad_backup_leaves_the_running_station_untouched(
    station: Station, backup: Path, tmp_path: Path, damage: Callable[[Path], object]
) -> None:
    brought = tmp_path / "usb" / backup.name
    shutil.copytree(backup, brought)
    damage(brought)
    before, outside = everything(station.folder), sorted(tmp_path.iterdir())

    for import_ in (station.recovery.compare, station.recovery.restore):
        with pytest.raises(BackupRefused):
            import_(brought)

    assert everything(station.folder) == before
    assert sorted(tmp_path.iterdir()) == outside
    assert set(station.cameras()) == {1, 2}


def test_the_backup_of_another_station_is_refused(
    station: Station, clock: FakeClock, tmp_path: Path
) -> None:
    clock.pass_(seconds=1)
    with opened(tmp_path / "other", clock) as other:
        other.add_camera(1)
        foreign = other.backups.run().folder
    before = everything(station.folder)

    with pytest.raises(BackupRefused, match="another station"):
        station.recovery.restore(foreign)

    assert everything(station.folder) == before


def test_an_older_schema_is_brought_up_to_date_when_it_is_rolled_back_to(
    tmp_path: Path, clock: FakeClock
) -> None:
    folder = tmp_path / "station"
    folder.mkdir()
    bring_up_to_date(folder / STORE_FILE, schema="0001")
    with opened(folder, clock) as station:
        station.add_camera(1)
        replaced = station.head()

        lost = station.recovery.compare_rollback()
        assert lost is not None
        assert lost.lost[Noun.CAMERAS] == Lost(made=1)
        done = station.recovery.rollback()

        assert station.cameras() == {}
        assert station.acts()[0] == "rolled_back"
        kept = look_into(done.replaced)
        assert (kept.seq, kept.hash) == replaced


def test_without_a_copy_from_before_an_update_there_is_no_way_back(station: Station) -> None:
    with pytest.raises(BackupRefused, match="before an update"):
        station.recovery.rollback()


def test_the_vault_of_another_station_in_a_backup_is_refused_in_time(
    station: Station, backup: Path, tmp_path: Path, clock: FakeClock
) -> None:
    with opened(tmp_path / "other", clock) as other:
        other.add_camera(1)
    vault = (other.folder / VAULT_FILE).read_bytes()
    (backup / VAULT_FILE).write_bytes(vault)
    digest = hashlib.sha256(vault).hexdigest()
    change_file(backup, VAULT_FILE, sha256=digest, size=len(vault))
    before = everything(station.folder)

    with pytest.raises(VaultLocked, match="another station"):
        station.recovery.restore(backup)

    assert everything(station.folder) == before


def test_a_store_that_is_damaged_inside_is_gone_back_from(tmp_path: Path, clock: FakeClock) -> None:
    with opened(tmp_path / "station", clock) as station:
        station.add_camera(1)
        backup = station.backups.run().folder
        with station.store.begin() as unit:
            for number in range(100):
                unit.fleet.add_team(f"Tổ {number}")
        rootpage = next(iter(pages_of(station.folder / STORE_FILE, "camera")))
    content = bytearray((station.folder / STORE_FILE).read_bytes())
    content[(rootpage - 1) * 4096 : rootpage * 4096] = b"\xa5" * 4096
    (station.folder / STORE_FILE).write_bytes(content)

    with opened(tmp_path / "station", clock) as station:
        assert station.recovery.compare(backup) is None
        done = station.recovery.restore(backup)

        station.store.look_through(thorough=True)
        assert station.cameras() == {1: PASSWORD.format(1)}
        assert done.loss is None
        assert done.replaced.exists()


def pages_of(path: Path, table: str) -> list[int]:
    with closing(sqlite3.connect(path)) as connection:
        query = "select rootpage from sqlite_master where name = ?"
        return [int(row[0]) for row in connection.execute(query, (table,))]
