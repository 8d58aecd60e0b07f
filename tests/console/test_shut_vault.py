"""Going back while the vault does not open: not at all, rather than by half."""

from __future__ import annotations

from pathlib import Path

import pytest

from console.app import build
from console.enrolment import NewStation
from console.errors import VaultLocked
from console.keepers import KEY_FILE, Keeper
from console.station import StationSettings
from db.records import Role
from tests import stores
from tests.console.command import run
from tests.console.officers import BOSS, BOSS_WORD, CHEAP, WORD
from tests.console.test_errands import PASSPHRASE, opened_pipe
from tests.console.test_recovery import everything
from tests.fakes import FakeClock
from tests.stations import opened

pytestmark = pytest.mark.usefixtures("cheap_passwords")

CHIEF = "Trần Thị Bình"


def test_with_a_vault_that_is_shut_nothing_goes_back(tmp_path: Path, clock: FakeClock) -> None:
    folder = tmp_path / "station"
    with opened(folder, clock) as station:
        station.heads.enrol()
        station.add_camera(1)
        backup = station.backups.run().folder
        clock.pass_(days=1)
        station.add_camera(2)
    (folder / KEY_FILE).unlink()
    with opened(folder, clock) as station:
        before = everything(folder)

        with pytest.raises(VaultLocked):
            station.recovery.restore(backup)

        assert everything(folder) == before


@pytest.mark.loud("the passphrase is needed")
def test_a_station_with_a_passphrase_goes_back_on_the_command_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "station"
    backup = enrolled(folder)
    words = ["restore", str(backup), "--data", str(folder), "--go", "--officer", BOSS]
    words += ["--second", CHIEF]
    lines = [PASSPHRASE, BOSS_WORD, WORD]

    with opened_pipe("\n".join(line.reveal() for line in lines[1:])) as typed:
        both = ["--password-from", str(typed), "--second-password-from", str(typed)]
        assert run([*words, *both]) == 1
    assert "passphrase" in capsys.readouterr().err
    with opened_pipe("\n".join(line.reveal() for line in lines)) as typed:
        every = ["--password-from", "--second-password-from", "--passphrase-from"]
        assert run([*words, *(word for name in every for word in (name, str(typed)))]) == 0
    assert "gone back" in capsys.readouterr().out


def test_a_store_that_cannot_be_opened_is_gone_back_from_with_a_passphrase(tmp_path: Path) -> None:
    folder = tmp_path / "station"
    backup = enrolled(folder)
    (folder / "station.db").write_bytes(b"no database at all" * 400)
    words = ["restore", str(backup), "--data", str(folder), "--go", "--officer", BOSS]

    with opened_pipe("\n".join(s.reveal() for s in (PASSPHRASE, BOSS_WORD, WORD))) as typed:
        every = ["--password-from", "--second-password-from", "--passphrase-from"]
        given = [word for name in every for word in (name, str(typed))]
        assert run([*words, "--second", CHIEF, *given]) == 0


def enrolled(folder: Path) -> Path:
    """A station that a passphrase keeps, with a chief; returns a backup of it."""
    station = build(stores.folder(folder), lambda _: None, hash_cost=CHEAP)
    done = station.enrolment.enrol(
        NewStation(
            settings=StationSettings(station_name="Công an phường Gia Sàng"),
            name=BOSS,
            password=BOSS_WORD,
            keeper=Keeper.PASSPHRASE,
            passphrase=PASSPHRASE,
        )
    )
    chief, once = station.access.add(CHIEF, Role.CHIEF)
    station.access.sign_in(chief.id, once)
    station.access.set_password(once, WORD)
    station.access.sign_in(done.officer.id, BOSS_WORD)
    backup = station.backups.run().folder
    station.close()
    return backup
