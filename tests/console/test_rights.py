"""Every role × every call of every service, against the one matrix."""

from __future__ import annotations

import dataclasses
import inspect
from collections.abc import Iterator

import pytest

from console.app import Console, build
from console.config import Config
from console.errors import NotAllowed, Problem
from console.gate import Why
from console.keepers import Keeper
from console.rights import FRESH, MATRIX, PAIRED, Action, may
from db.records import (
    Role,
)
from tests import stores
from tests.console.call import Call
from tests.console.calls import (
    BY_ITSELF,
    BY_PAGE_ALONE,
    CALLS,
    GUARDED,
    NOT_ASKED_YET,
    NOT_SERVICES,
    ONCE,
    PARTS,
)
from tests.console.officers import BOSS, BOSS_WORD, CHEAP, WORD
from tests.fakes import FakeClock
from tests.house import rights as manual


@pytest.fixture(scope="module")
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture(scope="module")
def station(tmp_path_factory: pytest.TempPathFactory, clock: FakeClock) -> Iterator[Console]:
    """A station with an officer of each role, named as the role is, all with ``WORD``."""
    station = build(
        stores.folder(tmp_path_factory.mktemp("station")),
        lambda _: None,
        clock=clock,
        config=Config(keeper=Keeper.KEY_FILE),
        hash_cost=CHEAP,
    )
    boss = station.access.begin(BOSS, BOSS_WORD)
    for role in Role:
        officer, one_time = station.access.add(role, role)
        station.access.sign_in(officer.id, one_time)
        station.access.set_password(one_time, WORD)
        station.access.sign_in(boss.id, BOSS_WORD)
    station.access.add("new", Role.ADMINISTRATOR)
    yield station
    station.close()


def sit_down(station: Console, role: Role) -> None:
    ids = {name: officer_id for officer_id, name in station.access.names()}
    station.access.sign_in(ids[role], WORD)


def answer(station: Console, call: Call) -> str:
    """ "" when the call got through the gate, whatever it found behind; else why it did not."""
    session = station.seat.session
    try:
        call.make(station)
    except NotAllowed as refused:
        return refused.reason if refused.action == call.needs else f"odd: {refused}"
    except (Problem, OSError):
        return ""
    finally:
        station.seat.take(session)
    return ""


def wanted(role: Role, call: Call) -> str:
    if call.needs is None:
        return ""
    if may(role, call.needs) is None:
        return Why.ROLE
    return Why.NEEDS_SECOND if call.needs in PAIRED else ""


def test_every_call_of_every_service_is_in_the_table(station: Console) -> None:
    names = {each.name for each in dataclasses.fields(Console)} - NOT_SERVICES - BY_ITSELF
    services: dict[str, object] = {name: getattr(station, name) for name in names}
    for whole, kind in PARTS.items():
        for part in dataclasses.fields(kind):
            services[f"{whole}.{part.name}"] = getattr(getattr(station, whole), part.name)
    found = {
        f"{name}.{method}"
        for name, service in services.items()
        for method, _ in inspect.getmembers(type(service), inspect.isroutine)
        if not method.startswith("_")
    }

    assert found == set(CALLS) | ONCE


@pytest.mark.parametrize("role", Role)
def test_every_call_is_answered_as_the_matrix_says(station: Console, role: Role) -> None:
    sit_down(station, role)

    answers = {name: answer(station, call) for name, call in CALLS.items()}

    assert answers == {name: wanted(role, call) for name, call in CALLS.items()}


def test_nobody_does_anything_on_a_locked_screen(station: Console) -> None:
    sit_down(station, Role.ADMINISTRATOR)
    station.access.lock()

    assert {answer(station, call) for call in GUARDED.values()} == {Why.LOCKED}


def test_nobody_does_anything_signed_out(station: Console) -> None:
    station.access.sign_out()

    assert {answer(station, call) for call in GUARDED.values()} == {Why.SIGNED_OUT}


def test_what_is_grave_needs_the_password_once_more(station: Console, clock: FakeClock) -> None:
    sit_down(station, Role.ADMINISTRATOR)
    clock.pass_(minutes=6)

    answers = {call.needs: answer(station, call) for call in GUARDED.values()}

    able = {action for action in answers if action and may(Role.ADMINISTRATOR, action)}
    assert {action for action, why in answers.items() if why == Why.NOT_FRESH} == able & FRESH
    assert Action.CHANGE_OFFICERS in able & FRESH


def test_the_wall_needs_nobody(station: Console) -> None:
    station.access.sign_out()

    for name in ("fleet.view", "fleet.sources", "fleet.source", "fleet.layouts", "settings.get"):
        assert answer(station, CALLS[name]) == ""


def test_an_administrator_sees_no_footage_and_an_auditor_no_pictures() -> None:
    footage = {Action.REVIEW_FOOTAGE, Action.EXPORT, Action.APPROVE_EXPORT, Action.RELEASE_HOLD}
    footage |= {Action.PLACE_HOLD, Action.HANDLE_EXHIBITS, Action.BOOKMARK, Action.READ_PEOPLE}

    assert footage.isdisjoint(MATRIX[Role.ADMINISTRATOR])
    assert (footage | {Action.WATCH_LIVE}).isdisjoint(MATRIX[Role.AUDITOR])
    assert not {action for action in MATRIX[Role.AUDITOR] if action.startswith("change")}


def test_each_right_belongs_to_somebody() -> None:
    given = {action for rights in MATRIX.values() for action in rights}

    assert given == set(Action)
    assert set(MATRIX) == set(Role)


def test_each_right_is_asked_for_by_a_service() -> None:
    asked = {call.needs for call in GUARDED.values()}

    assert asked | BY_PAGE_ALONE | NOT_ASKED_YET == set(Action)
    assert asked.isdisjoint(BY_PAGE_ALONE | NOT_ASKED_YET)


def test_teams_narrow_footage_and_never_the_wall_which_hangs_in_the_room() -> None:
    scoped = {
        action for rights in MATRIX.values() for action, right in rights.items() if right.scoped
    }

    assert scoped == {
        Action.REVIEW_FOOTAGE,
        Action.PLACE_HOLD,
        Action.BOOKMARK,
        Action.SEE_INCIDENTS,
        Action.HANDLE_INCIDENT,
        Action.READ_PEOPLE,
        Action.EXPORT,
    }


def test_the_manuals_table_is_the_matrix() -> None:
    assert set(manual.ACTIONS) == set(Action)
    assert set(manual.ROLES) == set(Role)
    # Otherwise: python -m tests.house rights
    assert manual.PAGE.read_text(encoding="utf-8") == manual.page()
