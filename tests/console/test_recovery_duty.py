"""Going back to a backup: what the duty did since then is neither given out again nor undone."""

from __future__ import annotations

from pathlib import Path

from console.backup_files import STORE_FILE
from console.rights import Action
from db.case_records import MemberRole
from db.records import Role
from tests.console.test_recovery import two_who_may
from tests.db.test_incidents import fields
from tests.fakes import FakeClock
from tests.stations import opened


def test_a_number_is_not_given_out_again(tmp_path: Path, clock: FakeClock) -> None:
    with opened(tmp_path / "station", clock) as station:
        station.heads.enrol()
        station.add_camera(1)
        chief = station.add_officer("Trưởng", Role.CHIEF)
        administrator = station.add_officer("Quản trị", Role.ADMINISTRATOR)
        backup = station.backups.run_nightly().folder
        clock.pass_(days=1)
        with station.store.begin() as unit:
            lost = unit.incidents.add(fields(), year=2026, made_by=None, made_at=clock.now())
        station.sign_in(chief)
        station.approve(Action.RESTORE, administrator.id)

        station.recovery.restore(backup)

        with station.store.begin() as unit:
            made = unit.incidents.add(fields(), year=2026, made_by=None, made_at=clock.now())
        assert (lost.number, made.number) == (1, 2)
        assert made.id > lost.id


def test_an_erased_member_does_not_come_back(tmp_path: Path, clock: FakeClock) -> None:
    with opened(tmp_path / "station", clock) as station:
        station.heads.enrol()
        station.add_camera(1)
        chief, administrator = two_who_may(station)
        with station.store.begin() as unit:
            team = unit.fleet.add_team("Tổ 1").id
            erased, kept = (
                unit.members.add(team_id=team, name=name, role=MemberRole.MEMBER, phone="090")
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
