"""Officers are added, changed, disabled and erased; passwords stay their own."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from console.errors import (
    FieldRefused,
    Gone,
    LastAdministrator,
    NameTaken,
    NotAllowed,
    SignInRefused,
    TeamInUse,
)
from console.gate import Why
from console.passwords import HashCost, PasswordRule
from console.rights import Action
from console.secret import Secret
from console.sessions import Happened
from db.records import Officer, OfficerId, Role, TeamId
from db.store import Store
from tests.console.officers import BOSS, BOSS_WORD, WORD, Post, post
from tests.fakes import FakeClock


@pytest.fixture
def desk(store: Store, clock: FakeClock) -> Post:
    """A station with an administrator, who sits here."""
    desk = post(store, clock)
    desk.begun()
    return desk


def boss_of(desk: Post) -> OfficerId:
    return next(id_ for id_, name in desk.access.names() if name == BOSS)


def refused(call: Callable[[], object]) -> str:
    with pytest.raises(NotAllowed) as problem:
        call()
    return problem.value.reason


# One-time passwords


def test_a_new_officer_chooses_his_own_password_before_anything_else(desk: Post) -> None:
    an, one_time = desk.access.add("Nguyễn Văn An", Role.DUTY)
    assert an.one_time_until is not None

    assert desk.access.sign_in(an.id, one_time).one_time_until == an.one_time_until
    assert refused(lambda: desk.gate.require(Action.BOOKMARK)) == Why.ONE_TIME
    desk.access.set_password(one_time, WORD)

    assert desk.gate.require(Action.BOOKMARK) == an.id
    assert desk.access.sign_in(an.id, WORD).one_time_until is None
    with pytest.raises(SignInRefused):
        desk.access.sign_in(an.id, one_time)


def test_a_one_time_password_may_be_typed_as_it_was_heard_and_ends_after_three_days(
    desk: Post,
) -> None:
    an, one_time = desk.access.add("Nguyễn Văn An", Role.DUTY)
    heard = Secret(one_time.reveal().replace("-", " ").upper())

    desk.clock.pass_(hours=71, minutes=59)
    assert desk.access.sign_in(an.id, heard).id == an.id
    desk.clock.pass_(minutes=1)

    with pytest.raises(SignInRefused):
        desk.access.sign_in(an.id, one_time)


def test_a_reset_ends_the_session_and_the_old_password(
    desk: Post, store: Store, clock: FakeClock
) -> None:
    an = desk.officer("Nguyễn Văn An")
    his = post(store, clock)
    his.access.sign_in(an.id, WORD)
    for _ in range(5):
        with pytest.raises(SignInRefused):
            desk.access.approve(an.id, Secret("falsch"), Action.RESTORE)

    one_time = desk.access.reset(an.id)

    assert refused(lambda: his.gate.require(Action.BOOKMARK)) == Why.SIGNED_OUT
    assert his.access.tick() is Happened.REVOKED
    with pytest.raises(SignInRefused):
        his.access.sign_in(an.id, WORD)
    assert his.access.sign_in(an.id, one_time).one_time_until is not None  # not locked out either


# Passwords of one's own


def test_a_new_password_needs_the_old_one(desk: Post) -> None:
    with pytest.raises(SignInRefused):
        desk.access.set_password(Secret("không phải"), WORD)
    assert desk.log("password_set") == []

    desk.access.set_password(BOSS_WORD, WORD)

    assert desk.gate.require(Action.CHANGE_OFFICERS)  # this session goes on
    desk.access.sign_in(boss_of(desk), WORD)


@pytest.mark.parametrize(
    ("new", "rule"),
    [
        ("ngắn", PasswordRule.SHORT),
        ("matkhau123", PasswordRule.COMMON),
        ("Gia Sàng 2026", PasswordRule.CONTEXT),  # the station's name
        ("đỗ khuê ánh 1", PasswordRule.CONTEXT),  # the officer's
        (BOSS_WORD.reveal(), PasswordRule.SAME),
    ],
)
def test_a_password_that_is_no_secret_is_refused(desk: Post, new: str, rule: str) -> None:
    with pytest.raises(FieldRefused) as problem:
        desk.access.set_password(BOSS_WORD, Secret(new))

    assert (problem.value.field, problem.value.rule) == ("password", rule)


def test_another_session_of_the_same_officer_ends_with_the_old_password(
    desk: Post, store: Store, clock: FakeClock
) -> None:
    other = post(store, clock)
    other.access.sign_in(boss_of(desk), BOSS_WORD)

    desk.access.set_password(BOSS_WORD, WORD)

    assert refused(lambda: other.gate.require(Action.SEE_FLEET)) == Why.SIGNED_OUT
    assert refused(lambda: other.access.set_password(WORD, BOSS_WORD)) == Why.SIGNED_OUT


def test_nobody_changes_a_password_on_a_locked_screen(desk: Post) -> None:
    desk.access.lock()

    assert refused(lambda: desk.access.set_password(BOSS_WORD, WORD)) == Why.LOCKED


def test_a_raised_cost_reaches_a_kept_password_at_the_next_sign_in(
    desk: Post, store: Store, clock: FakeClock
) -> None:
    dearer = post(store, clock, HashCost(passes=2, memory_kib=16, threads=1))

    dearer.access.sign_in(boss_of(desk), BOSS_WORD)

    with store.read() as unit:
        kept = unit.officers.password_hash(boss_of(desk))
    assert kept is not None
    assert "$m=16,t=2,p=1$" in kept
    dearer.access.sign_in(boss_of(desk), BOSS_WORD)


# Officers


def test_officers_are_told_apart_by_name(desk: Post) -> None:
    an, _ = desk.access.add(" Nguyễn  Văn An", Role.DUTY)
    assert an.name == "Nguyễn Văn An"

    with pytest.raises(NameTaken):
        desk.access.add("nguyễn văn an", Role.CHIEF)
    with pytest.raises(FieldRefused):
        desk.access.add("  ", Role.DUTY)
    with pytest.raises(NameTaken):
        desk.access.change(an.id, name=BOSS, role=Role.DUTY, teams=())
    desk.access.change(an.id, name="NGUYỄN VĂN AN", role=Role.DUTY, teams=())
    desk.access.change(an.id, name="NGUYỄN VĂN AN", role=Role.DUTY, teams=())
    assert len(desk.log("officer_changed")) == 1  # the second time nothing was changed


def test_a_demoted_officer_loses_access_at_once(desk: Post, store: Store, clock: FakeClock) -> None:
    chief = desk.officer("Lê Trưởng", Role.CHIEF)
    his = post(store, clock)
    his.access.sign_in(chief.id, WORD)
    assert his.gate.require(Action.SEE_AUDIT)

    desk.access.change(chief.id, name="Lê Trưởng", role=Role.DUTY, teams=())

    assert refused(lambda: his.gate.require(Action.SEE_AUDIT)) == Why.ROLE
    assert his.gate.require(Action.BOOKMARK)
    assert [each.detail for each in desk.log("officer_changed")] == [
        '{"fields":["role"],"role":"duty","teams":[]}'
    ]


def test_a_disabled_officer_loses_access_at_once_and_gets_it_back(
    desk: Post, store: Store, clock: FakeClock
) -> None:
    an = desk.officer("Nguyễn Văn An")
    his = post(store, clock)
    his.access.sign_in(an.id, WORD)

    desk.access.disable(an.id)

    assert refused(lambda: his.gate.require(Action.BOOKMARK)) == Why.SIGNED_OUT
    with pytest.raises(SignInRefused):
        his.access.sign_in(an.id, WORD)
    assert an.id not in dict(desk.access.names())
    desk.access.enable(an.id)
    assert his.access.sign_in(an.id, WORD).id == an.id
    desk.access.enable(an.id)
    desk.access.disable(an.id)
    desk.access.disable(an.id)
    desk.access.enable(an.id)
    assert len(desk.log("officer_disabled", "officer_enabled")) == 4


def test_an_officer_sees_the_cameras_of_his_teams_only(desk: Post, store: Store) -> None:
    with store.begin() as unit:
        east, west = (unit.fleet.add_team(name).id for name in ("Đông", "Tây"))
    an = desk.officer("Nguyễn Văn An", Role.OFFICER, frozenset({east}))
    desk.access.sign_in(an.id, WORD)

    assert desk.gate.require(Action.EXPORT, teams=[east])
    assert refused(lambda: desk.gate.require(Action.EXPORT, teams=[east, west])) == Why.SCOPE
    assert refused(lambda: desk.gate.require(Action.EXPORT, teams=[None])) == Why.SCOPE


def test_a_team_that_an_officer_is_narrowed_to_stays_lest_he_see_everything(
    desk: Post, store: Store
) -> None:
    with store.begin() as unit:
        east = unit.fleet.add_team("Đông").id
    an = desk.officer("Nguyễn Văn An", Role.OFFICER, frozenset({east}))

    with pytest.raises(TeamInUse), store.begin() as unit:
        unit.fleet.remove_team(east)

    desk.access.erase(an.id)
    with store.begin() as unit:
        unit.fleet.remove_team(east)


def test_a_team_that_is_gone_cannot_be_given(desk: Post) -> None:
    with pytest.raises(Gone):
        desk.access.add("Nguyễn Văn An", Role.DUTY, [TeamId(99)])

    assert len(desk.access.names()) == 1
    assert len(desk.log("officer_added")) == 1


def test_a_lock_out_is_lifted(desk: Post) -> None:
    an = desk.officer("Nguyễn Văn An")
    for _ in range(5):
        with pytest.raises(SignInRefused):
            desk.access.approve(an.id, Secret("falsch"), Action.RESTORE)

    assert desk.access.lift(an.id).failures == 0

    desk.access.lift(an.id)
    assert len(desk.log("lock_out_lifted")) == 1
    assert desk.access.sign_in(an.id, WORD).id == an.id


@pytest.mark.parametrize("second", [None, "one_time", "disabled", "chief"])
def test_the_last_administrator_who_can_sign_in_stays(desk: Post, second: str | None) -> None:
    if second == "chief":
        desk.officer("Lê Trưởng", Role.CHIEF)
    elif second == "one_time":
        desk.access.add("Lê Phó", Role.ADMINISTRATOR)
    elif second == "disabled":
        desk.access.disable(desk.officer("Lê Phó", Role.ADMINISTRATOR).id)
    boss = boss_of(desk)
    attempts: list[Callable[[], object]] = [
        lambda: desk.access.disable(boss),
        lambda: desk.access.erase(boss),
        lambda: desk.access.reset(boss),
        lambda: desk.access.change(boss, name=BOSS, role=Role.CHIEF, teams=()),
    ]

    for attempt in attempts:
        with pytest.raises(LastAdministrator):
            attempt()

    assert desk.gate.require(Action.CHANGE_OFFICERS) == boss


def test_an_administrator_who_is_not_the_last_may_go(desk: Post) -> None:
    second = desk.officer("Lê Phó")
    desk.access.change(second.id, name="Lê Phó", role=Role.ADMINISTRATOR, teams=())

    desk.access.disable(boss_of(desk))

    assert refused(desk.access.officers) == Why.SIGNED_OUT


def test_there_is_no_other_officer_before_the_first_administrator(
    store: Store, clock: FakeClock
) -> None:
    desk = post(store, clock)

    assert refused(lambda: desk.access.add("Nguyễn Văn An", Role.DUTY)) == Why.SIGNED_OUT
    assert desk.access.officers() == []


def test_changing_officers_needs_the_password_typed_just_now(desk: Post) -> None:
    desk.clock.pass_(minutes=6)
    changes: list[Callable[[], object]] = [
        lambda: desk.access.add("Nguyễn Văn An", Role.DUTY),
        lambda: desk.access.reset(boss_of(desk)),
        lambda: desk.access.erase(boss_of(desk)),
    ]

    assert {refused(change) for change in changes} == {Why.NOT_FRESH}


# Erasing


def test_an_erased_officer_is_out_and_his_id_stays(desk: Post) -> None:
    an = desk.officer("Nguyễn Văn An")

    erased = desk.access.erase(an.id)

    assert (erased.name, erased.disabled, erased.erased) == ("", True, True)
    with pytest.raises(SignInRefused):
        desk.access.sign_in(an.id, WORD)
    calls: list[Callable[[OfficerId], Officer | Secret]] = [
        desk.access.enable,
        desk.access.reset,
        desk.access.lift,
        desk.access.disable,
        desk.access.erase,
    ]
    for call in calls:
        with pytest.raises(Gone):
            call(an.id)
    assert desk.log("officer_erased")[0].subject_id == an.id
    assert desk.access.add("Nguyễn Văn An", Role.DUTY)[0].id != an.id


def test_an_erased_name_is_in_no_file_of_the_station(
    desk: Post, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    names = ["Vương Kỳ Lạ", "Hồ Đặc Biệt"]
    officers = [desk.officer(name, Role.OFFICER) for name in names]
    others = [desk.officer(f"Nguyễn Văn {n}") for n in range(20)]
    desk.access.change(officers[0].id, name="Vương Kỳ Lạ Hai", role=Role.DUTY, teams=())
    with desk.store.begin() as unit:
        unit.saved_searches.add(officers[0].id, "Việc của Kỳ", "họ Vương ở Gò Đá")
    names += ["Vương Kỳ Lạ Hai", "Việc của Kỳ", "họ Vương ở Gò Đá"]
    assert found(tmp_path, names) != set()

    for officer in officers:
        desk.access.erase(officer.id)

    desk.store.backup(tmp_path / "backup.db")
    assert found(tmp_path, names) == set()
    # The search does find names.
    assert found(tmp_path, [others[0].name]) == {"station.db", "backup.db"}
    assert not any(name in caplog.text for name in names)


def test_an_erased_name_leaves_with_the_reader_who_was_in_the_way(
    desk: Post, tmp_path: Path
) -> None:
    an = desk.officer("Vương Kỳ Lạ")
    with closing(sqlite3.connect(tmp_path / "station.db")) as reader:
        reader.execute("begin")
        reader.execute("select count(*) from officer").fetchone()
        desk.access.erase(an.id)
        assert found(tmp_path, ["Vương Kỳ Lạ"]) != set()

    desk.access.tick()

    assert found(tmp_path, ["Vương Kỳ Lạ"]) == set()


def test_no_entry_holds_a_name_or_a_password(desk: Post) -> None:
    an = desk.officer("Nguyễn Văn An", Role.OFFICER)
    desk.access.change(an.id, name="Nguyễn Văn Bách", role=Role.CHIEF, teams=())
    desk.access.reset(an.id)
    desk.access.lift(an.id)
    desk.access.disable(an.id)
    desk.access.erase(an.id)

    told = " ".join(each.detail for each in desk.log())

    assert not any(word in told for word in ("Nguyễn", "Bách", "Ánh", WORD.reveal(), "argon"))


def found(folder: Path, names: list[str]) -> set[str]:
    """Files that have one of ``names`` in them, whichever way it is stored."""
    return {
        file.name
        for file in folder.iterdir()
        for name in names
        for encoding in ("utf-8", "utf-16-le")
        if name.encode(encoding) in file.read_bytes()
    }
