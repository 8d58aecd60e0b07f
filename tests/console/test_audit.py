"""What an entry of the log holds, and the one form in which it is hashed."""

from __future__ import annotations

import hashlib
import json
from datetime import UTC, datetime, timedelta
from enum import IntEnum

import pytest

from console.acts import Act
from console.audit import Audit, canonical, clean_workstation, entry_hash, micros
from console.gate import Seat, Session
from db.records import Entry, OfficerId
from db.store import Store
from db.structs import replace
from tests.fakes import FakeClock

LAN = OfficerId(7)
ENTRY = Entry(
    seq=2,
    at=datetime(2026, 3, 14, 20, tzinfo=UTC),
    monotonic_ns=5,
    officer_id=LAN,
    workstation="PC-1",
    act="camera_changed",
    subject="camera",
    subject_id=3,
    detail='{"fields":["name"]}',
    previous="ab" * 32,
    hash="",
)


class Level(IntEnum):
    HIGH = 3


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ({}, "{}"),
        ({"b": 1, "a": [True, None, "x"]}, '{"a":[true,null,"x"],"b":1}'),
        ({"act": Act.STARTED, "level": Level.HIGH}, '{"act":"started","level":3}'),
        ({"what": ("a", "b")}, '{"what":["a","b"]}'),
        ({"ward": "Phường"}, '{"ward":"Phường"}'),
        ({"ward": "Phu\u031bo\u031b\u0300ng"}, '{"ward":"Phường"}'),
        ({"line": 'a"\n\x1b[31m'}, '{"line":"a\\"\\n\\u001b[31m"}'),
    ],
)
def test_there_is_one_form_for_what_is_hashed(value: dict[str, object], text: str) -> None:
    assert canonical(value) == text


@pytest.mark.parametrize("value", [0.5, float("nan"), b"x", {1, 2}, object(), ENTRY.at])
def test_what_has_no_one_form_is_refused(value: object) -> None:
    with pytest.raises(TypeError, match="canonical"):
        canonical({"a": value})


def test_the_hash_is_over_the_one_before_and_every_other_field() -> None:
    told = (
        '{"act":"camera_changed","at_us":1773518400000000,'
        '"detail":"{\\"fields\\":[\\"name\\"]}","monotonic_ns":5,"officer":7,"seq":2,'
        '"subject":"camera","subject_id":3,"workstation":"PC-1"}'
    )

    assert entry_hash(ENTRY) == hashlib.sha256(("ab" * 32 + told).encode()).hexdigest()


@pytest.mark.parametrize("name", [name for name in Entry.__struct_fields__ if name != "hash"])
def test_no_field_changes_without_the_hash(name: str) -> None:
    old = getattr(ENTRY, name)
    new = {int: lambda: old + 1, str: lambda: old + "0", datetime: lambda: old + timedelta(0, 1)}

    assert entry_hash(replace(ENTRY, **{name: new[type(old)]()})) != entry_hash(ENTRY)


def test_an_instant_is_the_same_in_every_zone() -> None:
    assert micros(ENTRY.at) == 1773518400000000
    assert micros(ENTRY.at.astimezone()) == 1773518400000000


def test_entries_are_chained_and_say_who_sits_where(store: Store, clock: FakeClock) -> None:
    seat = Seat()
    audit = Audit(seat, clock, "PC-1")
    with store.begin() as unit:
        first = audit.write(unit, Act.STARTED)
        seat.take(Session(officer_id=LAN, epoch=0, signed_in_s=0, confirmed_s=0))
        clock.pass_(seconds=2)
        second = audit.write(unit, Act.CAMERA_CHANGED, "camera", 3, fields=["name"], count=1)
        third = audit.write(unit, Act.SIGN_IN_FAILED, "officer", 9, officer_id=OfficerId(9))

    with store.read() as unit:
        assert unit.trail.entries() == [first, second, third]
    assert (first.seq, first.previous, first.officer_id) == (1, "0" * 64, None)
    assert (second.seq, second.previous, second.officer_id) == (2, first.hash, LAN)
    assert third.officer_id == 9
    assert second.detail == '{"count":1,"fields":["name"]}'
    assert (second.at, second.monotonic_ns) == (clock.now(), int(clock.monotonic_s() * 1e9))


def test_what_is_undone_leaves_no_entry(store: Store, clock: FakeClock) -> None:
    audit = Audit(Seat(), clock, "PC-1")

    def change_one_s_mind() -> None:
        with store.begin() as unit:
            unit.fleet.add_team("Tổ 1")
            audit.write(unit, Act.TEAM_ADDED, "team", 1)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        change_one_s_mind()

    with store.read() as unit:
        assert unit.trail.head() == (0, "0" * 64)


FORGED = "PC-1\n2026-03-14T20:00:00Z signed_in\r\x1b[2K\u202eLan\u2066\x00"


def test_no_name_of_a_pc_forges_or_turns_round_a_line() -> None:
    assert clean_workstation(FORGED) == "PC-12026-03-14T200000Zsigned_in2KLan"
    assert clean_workstation("TRỰC-BAN_2.phường") == "TRỰC-BAN_2.phường"
    assert clean_workstation("\u202e\n") == "?"
    assert len(clean_workstation("x" * 500)) == 63


def test_no_field_forges_a_line(store: Store, clock: FakeClock) -> None:
    audit = Audit(Seat(), clock, FORGED)
    with store.begin() as unit:
        entry = audit.write(unit, Act.REFUSED, reason=f'role"}}{FORGED}')

    assert "\n" not in entry.detail
    assert "\x1b" not in entry.detail
    assert json.loads(entry.detail) == {"reason": f'role"}}{FORGED}'}
