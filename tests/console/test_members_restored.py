"""Going back to a backup brings nobody back who was erased since, and leaves no case unread."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from console.backup_files import STORE_FILE
from console.rights import Action
from db.case_records import MemberRole
from db.records import Role
from tests import planted, stations
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


def test_a_case_that_only_they_read_who_were_erased_since_is_left_to_the_chiefs(
    station: Station, clock: FakeClock
) -> None:
    chief, administrator = two_who_may(station)
    with station.store.begin() as unit:
        reader = unit.officers.add(
            name="Phải quên",
            role=Role.OFFICER,
            teams=(),
            password_hash="$",
            one_time_until=None,
            created_at=clock.now(),
        )
    case = planted.incident(station.store, clock, readers=[reader.id])
    backup = station.backups.run_nightly().folder
    with station.store.begin() as unit:
        unit.officers.erase(reader.id)
    station.sign_in(chief)
    station.approve(Action.RESTORE, administrator.id)

    station.recovery.restore(backup)

    with station.store.read() as unit:
        assert unit.incidents.incident(case).readers == {reader.id, chief.id}
