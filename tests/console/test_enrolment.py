from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest

from console.app import Console, build
from console.config import Config
from console.enrolment import NewStation
from console.errors import FieldRefused, NotAllowed, VaultLocked
from console.forms import CameraForm
from console.keepers import KEY_FILE, Keeper
from console.secret import Secret
from console.station import StationSettings
from console.vault_file import VAULT_FILE
from db.records import Role
from tests import stores
from tests.console.officers import BOSS, BOSS_WORD, CHEAP
from tests.fakes import FakeClock

PASSPHRASE = Secret("núi đôi soi bóng hồ")
STATION = StationSettings(station_name="Công an xã Quyết Thắng")
WISH = NewStation(settings=STATION, name=BOSS, password=BOSS_WORD, keeper=Keeper.KEY_FILE)
CAMERA_WORD = "mat-khau-camera-01"
Open = Callable[[], Console]


@pytest.fixture
def opened(tmp_path: Path, clock: FakeClock) -> Iterator[Open]:
    """Opens the console over the folder once more; all are closed at the end."""
    with ExitStack() as stack:

        def open_() -> Console:
            console = build(
                stores.folder(tmp_path),
                lambda _: None,
                clock=clock,
                config=Config(keeper=Keeper.KEY_FILE),
                hash_cost=CHEAP,
            )
            stack.callback(console.close)
            return console

        yield open_


def with_camera(console: Console) -> None:
    cluster = console.fleet.add_cluster("Cụm 1")
    console.fleet.add_camera(
        CameraForm(
            name="Cổng chợ",
            cluster_id=cluster.id,
            main_url="rtsp://10.0.0.9/1",
            username="admin",
            password=Secret(CAMERA_WORD),
        )
    )


def test_a_station_has_an_administrator_a_key_and_a_sheet_afterwards(opened: Open) -> None:
    console = opened()

    made = console.enrolment.enrol(WISH)

    assert (made.officer.name, made.officer.role) == (BOSS, Role.ADMINISTRATOR)
    assert console.gate.officer() == made.officer
    assert console.settings.get() == STATION
    assert len(made.fingerprint) == 64
    assert len(made.code.reveal().split()) == 10
    assert console.backups.has_sheet()
    assert "•" in repr(made)
    assert made.code.reveal() not in repr(made)


@pytest.mark.parametrize(
    ("field", "wish"),
    [
        ("station_name", replace(WISH, settings=replace(STATION, station_name=" "))),
        ("name", replace(WISH, name="")),
        ("password", replace(WISH, password=Secret("matkhau1"))),
        ("password", replace(WISH, password=Secret("quyetthang2026"))),
        ("passphrase", replace(WISH, keeper=Keeper.PASSPHRASE, passphrase=Secret("ngắn"))),
    ],
)
def test_what_is_refused_leaves_nothing_behind(
    opened: Open, tmp_path: Path, field: str, wish: NewStation
) -> None:
    console = opened()

    with pytest.raises(FieldRefused) as refused:
        console.enrolment.enrol(wish)

    assert refused.value.field == field
    assert console.access.names() == []
    assert console.settings.get().station_name != STATION.station_name
    assert not (tmp_path / VAULT_FILE).exists()


def test_a_station_that_is_one_is_not_made_again(opened: Open, tmp_path: Path) -> None:
    opened().enrolment.enrol(WISH)
    before = (tmp_path / VAULT_FILE).read_bytes()

    with pytest.raises(NotAllowed):
        opened().enrolment.enrol(replace(WISH, keeper=Keeper.PASSPHRASE, passphrase=PASSPHRASE))

    assert (tmp_path / VAULT_FILE).read_bytes() == before


def test_passwords_that_were_there_before_get_the_new_keeper(opened: Open, tmp_path: Path) -> None:
    first = opened()
    with_camera(first)

    first.enrolment.enrol(replace(WISH, keeper=Keeper.PASSPHRASE, passphrase=PASSPHRASE))
    (tmp_path / KEY_FILE).unlink(missing_ok=True)

    again = opened()
    assert again.enrolment.wants_passphrase()
    with pytest.raises(VaultLocked):
        again.enrolment.unlock(Secret("một cụm khác hẳn đi"))
    again.enrolment.unlock(PASSPHRASE)
    assert not again.enrolment.wants_passphrase()
    password = again.fleet.source(again.fleet.view().cameras[0]).password
    assert password == Secret(CAMERA_WORD)


def test_a_machine_bound_station_asks_for_nothing_at_its_next_start(opened: Open) -> None:
    first = opened()
    with_camera(first)
    first.enrolment.enrol(WISH)

    again = opened()

    assert not again.enrolment.wants_passphrase()
    assert again.fleet.source(again.fleet.view().cameras[0]).password == Secret(CAMERA_WORD)
