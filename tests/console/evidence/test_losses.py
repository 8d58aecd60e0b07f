"""Going back: what was asked, made and handed over since is told, and no number comes twice."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from console.rights import Action
from db.evidence_records import CustodyKind
from db.loss_records import Lost, Noun
from tests.console.test_recovery import two_who_may
from tests.db.test_requests import added, queued
from tests.fakes import FakeClock
from tests.stations import Station, opened


@pytest.fixture
def station(tmp_path: Path, clock: FakeClock) -> Iterator[Station]:
    """One camera, a chief who sits there, an administrator who agrees."""
    with opened(tmp_path / "station", clock) as station:
        station.heads.enrol()
        station.add_camera(1)
        chief, administrator = two_who_may(station)
        station.sign_in(chief)
        station.approve(Action.RESTORE, administrator.id)
        yield station


def test_requests_packages_and_custody_that_would_be_lost_are_named(
    station: Station, clock: FakeClock
) -> None:
    with station.store.begin() as unit:
        old = added(unit)
        kept = queued(unit, old)
    folder = station.backups.run_nightly().folder
    clock.pass_(seconds=30)
    with station.store.begin() as unit:
        package = queued(unit, added(unit), number=2)
        unit.packages.begin(kept.id, maker_pid=1, at=clock.now())
        unit.requests.erase_people(old.id, clock.now())
        for kind in (CustodyKind.MADE, CustodyKind.VERIFIED):
            unit.custody.add(package.id, kind, at=clock.now(), officer_id=None)

    loss = station.recovery.compare(folder)

    assert loss is not None
    assert loss.lost == {
        Noun.REQUESTS: Lost(1, 1),
        Noun.PACKAGES: Lost(1, 1),
        Noun.CUSTODY: Lost(2, 0),
    }
    assert station.recovery.restore(folder).loss == loss
    with station.store.begin() as unit:
        assert unit.trail.guarded()
        assert added(unit).number == 3
