"""A password that is changed while its officer works: nothing of his fails meanwhile."""

from __future__ import annotations

from pathlib import Path

import pytest

from console.errors import SignInRefused
from console.gate import Gate
from console.secret import Secret
from db.records import Officer
from db.store import Store
from tests import stores
from tests.console.officers import BOSS_WORD, WORD, post
from tests.fakes import FakeClock


def test_the_session_is_good_at_the_very_commit(tmp_path: Path, clock: FakeClock) -> None:
    """The window reads who sits here as soon as it hears of the change."""
    gates: list[Gate] = []
    seen: list[Officer | None] = []
    store = Store(
        stores.new(tmp_path / "station.db"),
        lambda _: seen.extend(gate.officer() for gate in gates),
    )
    desk = post(store, clock)
    boss = desk.begun()
    gates.append(desk.gate)

    desk.access.set_password(BOSS_WORD, WORD)
    with pytest.raises(SignInRefused):
        desk.access.set_password(BOSS_WORD, Secret("con cò bay lả bay la"))
    desk.access.lock()
    desk.access.unlock(WORD)

    store.close()
    assert {None if each is None else each.id for each in seen} == {boss.id}


def test_an_administrator_ends_the_session_all_the_same(store: Store, clock: FakeClock) -> None:
    desk = post(store, clock)
    boss = desk.begun()
    desk.access.set_password(BOSS_WORD, WORD)

    with store.begin() as unit:
        unit.officers.end_sessions(boss.id)

    assert desk.gate.officer() is None
