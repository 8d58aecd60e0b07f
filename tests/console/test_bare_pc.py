"""The worst day: the PC is gone, and there is a backup and a sheet of paper."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from console.audit_breaks import Kind
from console.backup_files import MANIFEST, STORE_FILE, Manifest, read_manifest, seen, write_manifest
from console.bare_pc import Recovered, recover
from console.config import SETUP_FILE
from console.errors import BackupRefused, CodeWrong, VaultLocked
from console.keepers import KEY_FILE, Keeper
from console.recovery_sheet import made_code
from console.secret import Secret
from console.vault import open_vault
from console.vault_file import VAULT_FILE
from console.workers import Workers
from db.copies import look_into
from db.records import DeviceId
from tests.console.trails import meddle
from tests.fakes import FakeClock
from tests.stations import PASSWORD, opened

Bring = Callable[..., Recovered]


@pytest.fixture
def code(tmp_path: Path, clock: FakeClock) -> Secret:
    """A station was backed up to ``usb``, and then its PC burned; the sheet's code is left."""
    with opened(tmp_path / "burned", clock) as station:
        station.heads.enrol()
        for number in range(1, 6):
            station.add_camera(number)
        code = station.vault.make_sheet()
        (station.folder / SETUP_FILE).write_text("[engine]\nworkers = 2\n")
        station.heads.sign_head("daily")
        station.backups.run()
        shutil.copytree(station.backups.list()[0].folder, tmp_path / "usb")
    shutil.rmtree(station.folder)
    clock.pass_(days=1)
    return code


@pytest.fixture
def bring(tmp_path: Path, clock: FakeClock) -> Iterator[Bring]:
    workers = Workers()

    def bring(code: Secret) -> Recovered:
        return recover(
            tmp_path / "usb",
            tmp_path / "new",
            code,
            lambda folder: open_vault(folder, workers, keeper=Keeper.KEY_FILE),
            clock,
            "pc-2",
        )

    yield bring
    assert workers.close() == []


def test_the_station_comes_back_with_every_password_and_a_log_that_verifies(
    code: Secret, bring: Bring, tmp_path: Path, clock: FakeClock
) -> None:
    done = bring(code)

    assert (done.cameras, done.passwords) == (5, 5)
    assert done.verdict.whole
    assert done.verdict.anchored
    assert done.verdict.vouched_to == done.verdict.entries
    with opened(tmp_path / "new", clock) as station:
        assert station.cameras() == {number: PASSWORD.format(number) for number in range(1, 6)}
        assert station.acts()[-2:] == ["restored", "head_signed"]
        assert station.vault.has_sheet()  # the same sheet opens the backups to come
    assert {file.name for file in (tmp_path / "new").iterdir()} == {
        STORE_FILE,
        VAULT_FILE,
        KEY_FILE,
        SETUP_FILE,
    }


def test_the_recovered_station_can_be_recovered_again_with_the_same_sheet(
    code: Secret, bring: Bring, tmp_path: Path, clock: FakeClock
) -> None:
    bring(code)
    with opened(tmp_path / "new", clock) as station:
        again = station.backups.run().folder
        shutil.rmtree(tmp_path / "usb")
        shutil.copytree(again, tmp_path / "usb")
    shutil.rmtree(tmp_path / "new")

    done = bring(code)

    assert done.passwords == 5
    assert done.verdict.whole
    assert len(done.verdict.restores) == 1


def test_a_head_that_was_signed_while_the_backup_was_made_is_no_meddling(
    tmp_path: Path, bring: Bring, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A window is closed, a password kept, between the store's copy and the vault's."""
    with opened(tmp_path / "burned", clock) as station:
        station.heads.enrol()
        station.add_camera(1)
        code = station.vault.make_sheet()
        station.heads.sign_head("daily")
        copy = station.store.backup

        def copied(target: Path) -> None:
            copy(target)
            station.heads.sign_head("shutdown")
            station.vault.put(DeviceId(1), Secret("hoa-phượng-mới"))

        monkeypatch.setattr(station.store, "backup", copied)
        made = station.backups.run()
        shutil.copytree(made.folder, tmp_path / "usb")

    done = bring(code)

    assert done.verdict.whole
    assert done.verdict.entries == made.seq
    with opened(tmp_path / "new", clock) as station:
        assert station.cameras() == {1: "hoa-phượng-mới"}
        assert station.heads.sign_if_due("daily") is None
        station.write()
        assert station.heads.sign_if_due("daily") is not None


def test_a_backup_that_was_cut_off_is_told_of(code: Secret, bring: Bring, tmp_path: Path) -> None:
    """Its manifest was made to fit: the vault in it still remembers."""
    store = tmp_path / "usb" / STORE_FILE
    with closing(sqlite3.connect(store)) as connection:
        last = connection.execute("select max(seq) from audit_entry").fetchone()[0]
    meddle(
        store,
        f"delete from audit_entry where seq > {last - 3}",
        f"delete from signed_head where seq > {last - 3}",
    )
    found, told = look_into(store), read_manifest(tmp_path / "usb")
    files = {**told.files, STORE_FILE: seen(store)}
    forged = replace(told, seq=found.seq, hash=found.hash, files=files)
    (tmp_path / "usb" / MANIFEST).unlink()
    write_manifest(tmp_path / "usb", forged)

    fault = bring(code).verdict.fault

    assert fault is not None
    assert fault.kind is Kind.CUT_OFF


@pytest.mark.parametrize("wrong", [made_code(), Secret("1"), Secret("")])
def test_a_wrong_code_leaves_the_folder_as_it_was(
    code: Secret, bring: Bring, tmp_path: Path, wrong: Secret
) -> None:
    with pytest.raises((CodeWrong, VaultLocked)):
        bring(wrong)

    assert list((tmp_path / "new").iterdir()) == []


def test_a_station_that_is_there_is_never_overwritten(
    code: Secret, bring: Bring, tmp_path: Path
) -> None:
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / STORE_FILE).write_bytes(b"a station")

    with pytest.raises(BackupRefused, match="already"):
        bring(code)

    assert (tmp_path / "new" / STORE_FILE).read_bytes() == b"a station"


def test_a_log_that_was_meddled_with_in_the_backup_is_told(
    code: Secret, bring: Bring, tmp_path: Path
) -> None:
    backup = tmp_path / "usb"
    with closing(sqlite3.connect(backup / STORE_FILE)) as connection:
        connection.execute("drop trigger audit_entry_no_update")
        connection.execute("update audit_entry set act = 'camera_removed' where seq = 3")
        connection.commit()
    told = read_manifest(backup)
    files = {**told.files, STORE_FILE: seen(backup / STORE_FILE)}
    (backup / MANIFEST).unlink()
    write_manifest(
        backup,
        Manifest(
            made_at=told.made_at,
            kind=told.kind,
            schema=told.schema,
            seq=told.seq,
            hash=told.hash,
            sheet=told.sheet,
            files=files,
        ),
    )

    done = bring(code)

    assert done.verdict.fault is not None
    assert done.verdict.fault.seq == 3
