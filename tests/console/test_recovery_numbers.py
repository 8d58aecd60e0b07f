"""Going back to a backup: a number that an incident had since is never another's."""

from __future__ import annotations

from pathlib import Path

from console.rights import Action
from db.records import Role
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
