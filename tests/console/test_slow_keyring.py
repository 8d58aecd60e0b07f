"""A keystore that thinks for seconds keeps no other writer waiting."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from console.audit import Audit
from console.config import Config
from console.fleet import Fleet
from console.forms import CameraForm
from console.keepers import Keeper
from console.secret import Secret
from console.vault import Vault, open_vault
from console.workers import Workers
from db.records import DeviceId
from tests.fakes import FakeClock
from tests.stations import Station, opened


class Keystore:
    """Remembers whether somebody else could have written while it was asked."""

    def __init__(self, store: Path) -> None:
        self._store = store
        self._kept: dict[str, str] = {}
        self.free: list[bool] = []

    def get_password(self, _service: str, username: str) -> str | None:
        with closing(sqlite3.connect(self._store, timeout=0)) as connection:
            try:
                connection.execute("begin immediate")
                self.free.append(True)
            except sqlite3.OperationalError:
                self.free.append(False)
        return self._kept.get(username)

    def set_password(self, _service: str, username: str, password: str) -> None:
        self._kept[username] = password


def vault_of(station: Station, keystore: Keystore, workers: Workers) -> Vault:
    return open_vault(
        station.folder, workers, keeper=Keeper.KEYRING, find_keyring=lambda _: keystore
    )


def test_a_keystore_is_asked_before_the_writers_place_is_taken(
    tmp_path: Path, clock: FakeClock
) -> None:
    workers = Workers()
    with opened(tmp_path / "station", clock) as station:
        keystore = Keystore(station.folder / "station.db")
        vault_of(station, keystore, workers).put(DeviceId(99), Secret("hoa-phượng-9"))
        keystore.free.clear()

        replace(station, vault=vault_of(station, keystore, workers)).backups.make_sheet()
        audit = Audit(station.seat, clock, "pc-1")
        vault = vault_of(station, keystore, workers)
        fleet = Fleet(station.store, vault, Config(), station.gate, audit)
        fleet.add_camera(
            CameraForm(
                name="Cổng chợ",
                cluster_id=fleet.add_cluster("Cụm 1").id,
                main_url="rtsp://192.0.2.1/main",
                username="admin",
                password=Secret("hoa-phượng-1"),
            )
        )
    workers.close()

    assert keystore.free == [True, True]
