"""Going back to a backup brings no member back who was erased since."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from console.backup_files import STORE_FILE
from console.rights import Action
from db.case_records import MemberRole
from tests import stations
from tests.console.test_recovery import two_who_may
from tests.fakes import FakeClock
from tests.stations import Station


@pytest.fixture
def station(tmp_path: Path, clock: FakeClock) -> Iterator[Station]:
    with stations.opened(tmp_path / "station", clock) as station:
        yield station


def test_going_back_does_not_bring_an_erased_member_back(
    station: Station, clock: FakeClock
) -> None:
    chief, administrator = two_who_may(station)
    with station.store.begin() as unit:
        team = unit.fleet.add_team("Tổ 1").id
        erased, kept = (
            unit.members.add(team_id=team, name=name, role=MemberRole.MEMBER, phone="0900000001")
            for name in ("Phải quên", "Được nhớ")
        )
    backup = station.backups.run_nightly().folder
    clock.pass_(days=1)
    with station.store.begin() as unit:
        unit.members.erase(erased.id)
        later = unit.members.add(team_id=team, name="Mới đến", role=MemberRole.MEMBER, phone="")
        unit.members.erase(later.id)
    station.sign_in(chief)
    station.approve(Action.RESTORE, administrator.id)

    station.recovery.restore(backup)

    with station.store.read() as unit:
        assert unit.members.all() == [kept]
        assert unit.members.erased() == [erased.id]
    station.store.close()
    assert "Phải quên".encode() not in (station.folder / STORE_FILE).read_bytes()
