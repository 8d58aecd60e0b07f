"""The last administrator forgot his password, and the recovery sheet lies in the safe."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from console.audit import Audit
from console.errors import (
    CodeWrong,
    Gone,
    NotAllowed,
    SheetMissing,
    SheetRefused,
    SignInRefused,
)
from console.keepers import KEY_FILE, Keeper
from console.passwords import Passwords
from console.recovery_sheet import made_code
from console.secret import Secret
from console.sheet_reset import SheetReset, SheetUse
from console.vault import Vault, open_vault
from console.workers import Workers
from db.records import OfficerId, Role
from db.store import Store
from tests.console.officers import BOSS, BOSS_WORD, CHEAP, WORD, Post, post
from tests.fakes import FakeClock

MINUTE_S = 60.0
WRONG = made_code()


@dataclass(frozen=True)
class Desk:
    """A station with an administrator, who has left; its vault and its sheet."""

    post: Post
    vault: Vault
    code: Secret
    sheet: SheetReset
    folder: Path

    def boss(self) -> OfficerId:
        return next(id_ for id_, name in self.post.access.names() if name == BOSS)


def sheet_reset(desk: Post, vault: Vault) -> SheetReset:
    audit = Audit(desk.seat, desk.clock, "pc")
    return SheetReset(desk.store, vault, desk.gate, audit, desk.clock, Passwords(CHEAP))


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    workers = Workers()
    yield open_vault(tmp_path, workers, keeper=Keeper.KEY_FILE)
    assert workers.close() == []


@pytest.fixture
def desk(store: Store, clock: FakeClock, vault: Vault, tmp_path: Path) -> Desk:
    at = post(store, clock)
    at.begun()
    code = vault.make_sheet()
    at.access.sign_out()
    return Desk(at, vault, code, sheet_reset(at, vault), tmp_path)


def refused_s(desk: Desk, code: Secret) -> float:
    with pytest.raises(SheetRefused) as refused:
        desk.sheet.reset(desk.boss(), code)
    return refused.value.wait_s


def test_the_sheet_lets_the_administrator_choose_another_password(desk: Desk) -> None:
    one_time = desk.sheet.reset(desk.boss(), desk.code)

    with pytest.raises(SignInRefused):
        desk.post.access.sign_in(desk.boss(), BOSS_WORD)
    assert desk.post.access.sign_in(desk.boss(), one_time).one_time_until is not None
    with pytest.raises(NotAllowed, match="one_time"):
        desk.post.access.officers()
    desk.post.access.set_password(one_time, WORD)
    assert [officer.name for officer in desk.post.access.officers()] == [BOSS]


def test_its_use_is_an_act_of_its_own_and_tells_no_secret(desk: Desk) -> None:
    one_time = desk.sheet.reset(desk.boss(), desk.code)

    (entry,) = desk.post.log("sheet_used")
    assert (entry.officer_id, entry.subject, entry.subject_id) == (None, "officer", desk.boss())
    told = str(desk.post.log())
    assert desk.code.reveal() not in told
    assert one_time.reveal() not in told


def test_the_keeper_is_not_needed(desk: Desk, store: Store, clock: FakeClock) -> None:
    """A keyring that does not open, or a passphrase that nobody knows, shuts nobody out."""
    (desk.folder / KEY_FILE).unlink()
    workers = Workers()
    again = sheet_reset(desk.post, open_vault(desk.folder, workers))

    one_time = again.reset(desk.boss(), desk.code)

    assert desk.post.access.sign_in(desk.boss(), one_time).id == desk.boss()
    assert workers.close() == []


def test_a_lock_out_is_lifted_and_his_sessions_end(
    desk: Desk, store: Store, clock: FakeClock
) -> None:
    elsewhere = post(store, clock)
    elsewhere.access.sign_in(desk.boss(), BOSS_WORD)
    for _ in range(5):
        with pytest.raises(SignInRefused):
            desk.post.access.sign_in(desk.boss(), WORD)

    one_time = desk.sheet.reset(desk.boss(), desk.code)

    assert elsewhere.gate.officer() is None
    assert desk.post.access.sign_in(desk.boss(), one_time).id == desk.boss()


def test_wrong_codes_close_the_door_for_longer_and_longer(desk: Desk, clock: FakeClock) -> None:
    assert [refused_s(desk, WRONG) for _ in range(5)] == [0, 0, 0, 0, 5 * MINUTE_S]
    assert refused_s(desk, desk.code) == 5 * MINUTE_S  # not even the right one
    clock.pass_(minutes=5)
    assert [refused_s(desk, WRONG) for _ in range(5)] == [0, 0, 0, 0, 10 * MINUTE_S]
    clock.pass_(minutes=10)

    assert desk.sheet.reset(desk.boss(), desk.code)

    assert [refused_s(desk, WRONG) for _ in range(5)][-1] == 5 * MINUTE_S  # from the start again


def test_a_restart_does_not_open_the_door(desk: Desk, store: Store, clock: FakeClock) -> None:
    for _ in range(5):
        refused_s(desk, WRONG)

    with pytest.raises(SheetRefused):
        sheet_reset(post(store, clock), desk.vault).reset(desk.boss(), desk.code)


def test_many_wrong_codes_in_a_row_leave_a_few_lines(desk: Desk) -> None:
    before = len(desk.post.log())
    for _ in range(100):
        refused_s(desk, WRONG)

    failures = [entry.detail for entry in desk.post.log("sheet_refused")]
    assert len(desk.post.log()) - before == len(failures) == 5
    assert '"minutes":5' in failures[4]


def test_the_door_of_the_sheet_is_no_other(desk: Desk) -> None:
    for _ in range(5):
        refused_s(desk, WRONG)

    assert desk.post.access.sign_in(desk.boss(), BOSS_WORD).id == desk.boss()


@pytest.mark.parametrize("typed", ["", "123456", "x" * 60, "123456 " * 10])
def test_what_was_misread_is_no_try(desk: Desk, typed: str) -> None:
    for _ in range(6):
        with pytest.raises(CodeWrong):
            desk.sheet.reset(desk.boss(), Secret(typed))

    assert desk.sheet.reset(desk.boss(), desk.code)


def test_an_older_sheet_opens_no_more(desk: Desk) -> None:
    newer = desk.vault.make_sheet()

    refused_s(desk, desk.code)
    assert desk.sheet.reset(desk.boss(), newer)


def test_a_station_without_a_sheet_says_so(store: Store, clock: FakeClock, vault: Vault) -> None:
    at = post(store, clock)
    boss = at.begun()

    with pytest.raises(SheetMissing):
        sheet_reset(at, vault).reset(boss.id, WRONG)
    assert at.log("sheet_refused") == []


def test_it_helps_administrators_alone(desk: Desk) -> None:
    desk.post.access.sign_in(desk.boss(), BOSS_WORD)
    chief = desk.post.officer("Trưởng", Role.CHIEF)
    left = desk.post.officer("Đã nghỉ", Role.ADMINISTRATOR)
    desk.post.access.disable(left.id)

    assert desk.sheet.administrators() == [(desk.boss(), BOSS)]
    for other in (chief, left):
        with pytest.raises(Gone):
            desk.sheet.reset(other.id, desk.code)


def test_whoever_may_read_the_log_is_told_once_when_he_signs_in_next(
    desk: Desk, clock: FakeClock
) -> None:
    desk.post.access.sign_in(desk.boss(), BOSS_WORD)
    people = {
        role: desk.post.officer(str(role), role)
        for role in (Role.ADMINISTRATOR, Role.CHIEF, Role.DUTY)
    }
    clock.pass_(minutes=1)
    one_time = desk.sheet.reset(desk.boss(), desk.code)
    used_at = clock.now()

    def heard(role: Role) -> SheetUse | None:
        clock.pass_(minutes=1)
        desk.post.access.sign_in(people[role].id, WORD)
        return desk.sheet.unheard()

    use = SheetUse(used_at, BOSS)
    assert [heard(role) for role in people] == [use, use, None]
    assert [heard(role) for role in people] == [None, None, None]
    desk.post.access.sign_in(desk.boss(), one_time)
    assert desk.sheet.unheard() is None


@pytest.mark.parametrize("text", ["[]", "{", '{"failures": "x"}', '{"locked_until": "gestern"}'])
def test_a_note_of_tries_that_was_meddled_with_shuts_nobody_out(desk: Desk, text: str) -> None:
    with desk.post.store.begin() as unit:
        unit.settings.put("sheet_tries", text)

    assert desk.sheet.reset(desk.boss(), desk.code)
