"""The station's key is made once, and signs what is there to be signed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from console.acts import Act
from console.errors import VaultLocked
from console.heads import (
    KEY_SECRET,
    KEYS_SETTING,
    KNOWN_SECRET,
    LAST_SECRET,
    Claim,
    read_keys,
)
from console.seal import PublicKey, StationKey, head_message
from console.secret import Secret
from db.records import Role
from tests.console.trails import Safe, Station
from tests.fakes import FakeClock


class Failing(Safe):
    """A vault that stops keeping at a name, as by a power cut."""

    def __init__(self, at: str) -> None:
        super().__init__()
        self.at = at

    def keep_secret(self, name: str, secret: Secret | None) -> None:
        if name == self.at:
            raise VaultLocked(name)
        super().keep_secret(name, secret)


@pytest.fixture
def station(tmp_path: Path, clock: FakeClock) -> Iterator[Station]:
    station = Station(tmp_path / "station.db", clock)
    yield station
    station.close()


def test_the_key_is_made_once(station: Station) -> None:
    fingerprint = station.heads.enrol()

    assert station.heads.enrol() == fingerprint
    assert station.heads.fingerprint() == fingerprint
    (key,) = station.heads.public_keys()
    assert PublicKey(key.pem).fingerprint() == fingerprint
    assert [entry.act for entry in station.entries()] == [Act.KEY_MADE]


def test_the_private_key_is_in_the_vault_alone(station: Station) -> None:
    station.heads.enrol()
    station.heads.sign_head("daily")

    kept = station.safe.kept[KEY_SECRET]
    assert StationKey.of(kept).public().fingerprint() == station.heads.fingerprint()
    content = station.path.read_bytes() + station.path.with_name("station.db-wal").read_bytes()
    assert kept.reveal().encode() not in content
    assert b"PRIVATE" not in content


def test_a_signature_is_over_an_entry_that_tells_of_it(station: Station) -> None:
    station.heads.enrol()
    station.write(2)

    head = station.heads.sign_head("daily")

    assert head is not None
    last = station.entries()[-1]
    (key,) = station.heads.public_keys()
    assert (last.act, json.loads(last.detail)) == (
        Act.HEAD_SIGNED,
        {"key": key.fingerprint, "reason": "daily"},
    )
    assert (head.seq, head.hash, head.at, head.reason) == (last.seq, last.hash, last.at, "daily")
    assert PublicKey(key.pem).vouches_for(head_message(head), head.signature)
    with station.store.read() as unit:
        assert unit.trail.heads() == [head]
    assert station.heads.anchors().last == Claim(last.seq, last.hash)


def test_nothing_is_signed_twice_when_nothing_happened(station: Station) -> None:
    station.heads.enrol()
    first = station.heads.sign_if_due("shutdown")
    again = station.heads.sign_if_due("shutdown")
    station.write(1)
    later = station.heads.sign_if_due("shutdown")

    assert first is not None
    assert again is None
    assert later is not None
    assert (first.seq, later.seq) == (2, 4)


def test_a_station_that_is_being_set_up_signs_nothing(station: Station) -> None:
    station.write(1)

    assert station.heads.sign_head("daily") is None
    assert station.safe.kept == {}


def test_a_station_with_officers_gets_its_key_at_the_latest_when_it_signs(
    station: Station,
) -> None:
    with station.store.begin() as unit:
        unit.officers.add(
            name="Lan",
            role=Role.ADMINISTRATOR,
            teams=(),
            password_hash="unused",
            one_time_until=None,
            created_at=station.clock.now(),
        )

    assert station.heads.sign_head("daily") is not None
    assert station.verify().whole


@pytest.mark.parametrize("at", [KNOWN_SECRET, KEY_SECRET])
def test_an_enrolment_that_was_cut_short_is_done_again(
    tmp_path: Path, clock: FakeClock, at: str
) -> None:
    safe = Failing(at)
    station = Station(tmp_path / "station.db", clock, safe)
    with pytest.raises(VaultLocked):
        station.heads.enrol()
    assert station.heads.public_keys() == []

    safe.at = ""
    station.heads.enrol()
    station.heads.sign_head("daily")

    assert station.verify().whole
    station.close()


def test_a_rotation_that_was_cut_short_harms_nothing(tmp_path: Path, clock: FakeClock) -> None:
    safe = Failing("")
    station = Station(tmp_path / "station.db", clock, safe)
    station.heads.enrol()
    station.heads.sign_head("daily")
    safe.at = KEY_SECRET
    with pytest.raises(VaultLocked):
        station.heads.rotate()

    station.heads.sign_head("daily")

    assert station.verify().whole
    assert len(station.heads.public_keys()) == 1
    station.close()


def test_a_head_that_the_vault_could_not_note_is_signed_all_the_same(
    tmp_path: Path, clock: FakeClock
) -> None:
    safe = Failing("")
    station = Station(tmp_path / "station.db", clock, safe)
    station.heads.enrol()
    station.heads.sign_head("daily")
    safe.at = LAST_SECRET
    with pytest.raises(VaultLocked):
        station.heads.sign_head("daily")

    verdict = station.verify()

    assert verdict.whole
    assert verdict.heads == 2
    station.close()


def test_a_restored_store_that_knows_an_older_key_learns_the_one_in_use(
    station: Station,
) -> None:
    station.heads.enrol()
    station.heads.sign_head("daily")
    with station.store.read() as unit:
        older = unit.settings.get(KEYS_SETTING)
    new = station.heads.rotate()
    with station.store.begin() as unit:
        unit.settings.put(KEYS_SETTING, older or "")

    station.heads.sign_head("restore")

    assert station.heads.fingerprint() == new
    assert station.verify().whole


def test_a_key_under_another_fingerprint_is_passed_over(station: Station) -> None:
    station.heads.enrol()
    with station.store.read() as unit:
        text = unit.settings.get(KEYS_SETTING) or ""
    other = StationKey.make().public()

    forged = text.replace(station.heads.fingerprint() or "", other.fingerprint())

    assert len(read_keys(text)) == 1
    assert read_keys(forged) == []
    assert read_keys(None) == []
