"""The station knows its own keys, today's and those before: an old package stays good and known."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from console.evidence.faults import Answer
from console.evidence.known_keys import known_fingerprints
from console.evidence.verifying import verify
from console.heads import KEY_SECRET, KEYS_SETTING
from console.seal import StationKey
from console.workers import Stop
from tests.console.call import ignore
from tests.console.evidence.making import fingerprint_of, make_package
from tests.fakes import FakeClock
from tests.stations import Station, opened


@pytest.fixture
def station(tmp_path: Path, clock: FakeClock) -> Iterator[Station]:
    with opened(tmp_path / "station", clock) as station:
        yield station


def key_of(station: Station) -> StationKey:
    kept = station.vault.secret(KEY_SECRET)
    assert kept is not None
    return StationKey.of(kept)


def test_a_package_stays_good_and_known_when_the_key_is_changed(
    station: Station, tmp_path: Path
) -> None:
    assert known_fingerprints(station.store) == frozenset()
    station.heads.enrol()
    old = make_package(folder(tmp_path, "old"), key=key_of(station))
    station.heads.rotate()
    new = make_package(folder(tmp_path, "new"), key=key_of(station))

    known = known_fingerprints(station.store)

    assert known == {fingerprint_of(old), fingerprint_of(new)}
    assert len(known) == 2
    assert known == station.heads.anchors().fingerprints  # what the vault vouches for
    for package in (old, new):
        verdict = verify(package, registered=known, stop=Stop(), progressed=ignore)
        assert verdict.sound
        assert (verdict.signer, verdict.faults) == (Answer.KNOWN, ())


def test_another_stations_key_is_not_known(station: Station, tmp_path: Path) -> None:
    station.heads.enrol()
    foreign = make_package(tmp_path)

    verdict = verify(
        foreign, registered=known_fingerprints(station.store), stop=Stop(), progressed=ignore
    )

    assert verdict.sound
    assert verdict.signer is Answer.UNKNOWN


def test_a_fingerprint_that_somebody_wrote_into_the_store_without_a_key_is_not_known(
    station: Station,
) -> None:
    fingerprint = station.heads.enrol()
    with station.store.begin() as unit:
        text = unit.settings.get(KEYS_SETTING)
        assert text is not None
        unit.settings.put(KEYS_SETTING, text.replace(fingerprint, "ab" * 32))

    assert known_fingerprints(station.store) == frozenset()


def folder(below: Path, name: str) -> Path:
    (below / name).mkdir()
    return below / name
