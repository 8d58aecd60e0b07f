"""What a request asks for is held while it waits, longer once it is allowed, never shorter."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from console.audit import Act
from console.errors import FieldRefused, StepRefused
from console.evidence.request_holds import HELD_WHILE_ASKED
from console.holds import HoldState, state_of
from console.incident_rules import StepRule
from console.rights import MATRIX, Action
from console.video.known_date import DATE_FILE
from db.evidence_records import Request, RequestState, Wanted
from db.footage_records import Hold, HoldReason
from db.records import Role, StreamRole, TeamId
from db.store import Store
from tests import wards
from tests.console.test_recovery import two_who_may
from tests.console.video.test_known_date import PcClock
from tests.evidence import EvidenceDesk
from tests.fakes import FakeClock
from tests.stations import Station, opened

DAY = timedelta(days=1)
LONG = HELD_WHILE_ASKED
S = RequestState


def held(desk: EvidenceDesk, request: Request) -> list[Hold]:
    with desk.store.read() as unit:
        return [unit.holds.hold(each) for each in unit.requests.holds_of(request.id)]


def of_two_times(desk: EvidenceDesk) -> tuple[Wanted, ...]:
    """Two cameras at once, one of them as both streams, and the first at another time."""
    first, second = desk.wanted(1, 2)
    (later,) = desk.wanted(1, start_min=-30, end_min=-20)
    return first, second, Wanted(first.camera_id, first.span, StreamRole.SUB), later


def test_each_stretch_is_held_with_its_cameras_once_it_is_asked_for(
    desk: EvidenceDesk, clock: FakeClock
) -> None:
    officer = desk.officer(Role.OFFICER)
    wanted = of_two_times(desk)
    draft = desk.requests.make(desk.asking(wanted=wanted))
    assert held(desk, draft) == []

    asked = desk.requests.ask(draft.id, draft.version)

    both, later = held(desk, asked)
    first, second, _, alone = wanted
    assert (both.cameras, both.span) == (frozenset({first.camera_id, second.camera_id}), first.span)
    assert (later.cameras, later.span) == (frozenset({alone.camera_id}), alone.span)
    for hold in (both, later):
        assert (hold.reason, hold.made_by) == (HoldReason.REQUEST, officer.id)
        assert (hold.until, hold.note) == (clock.now() + LONG, "TX-2026-0001")
    with desk.store.read() as unit:
        kept = unit.holds.kept(clock.now() + LONG - DAY)
    assert kept[first.camera_id] == [first.span, alone.span]


def test_the_log_is_told_as_of_any_hold_and_of_no_paper(desk: EvidenceDesk) -> None:
    desk.officer(Role.OFFICER)
    desk.holds.place([desk.cameras()[0].id], desk.span(-9, 0), note="Bà Nguyễn Thị Ba")
    asked = desk.asked(1)

    by_hand, by_request = desk.log(Act.HOLD_PLACED)
    (hold,) = held(desk, asked)
    assert by_request == (
        Act.HOLD_PLACED,
        "hold",
        hold.id,
        {
            "cameras": sorted(hold.cameras),
            "reason": "request",
            "since": "2026-03-14T18:30:00Z",
            "to": "2026-03-14T19:00:00Z",
            "until": "2026-05-13T20:00:00Z",
        },
    )
    assert by_request[3].keys() == by_hand[3].keys()


def test_what_is_not_handed_in_holds_nothing(desk: EvidenceDesk) -> None:
    desk.officer(Role.OFFICER)
    draft = desk.requests.make(desk.asking(legal_basis=""))

    with pytest.raises(FieldRefused):
        desk.requests.ask(draft.id, draft.version)

    assert held(desk, draft) == []
    assert desk.log(Act.HOLD_PLACED) == []


def test_what_is_approved_is_held_from_that_day_on(
    tmp_path: Path, desk: EvidenceDesk, clock: FakeClock
) -> None:
    desk.officer(Role.OFFICER)
    asked = desk.asked(1, 2)
    clock.pass_(days=20)
    other = EvidenceDesk(tmp_path, desk.store, clock)  # the console was started anew
    other.chief()
    other.approvals.approve(asked.id)

    (hold,) = held(desk, asked)
    assert hold.until == clock.now() + LONG
    assert [line[2] for line in desk.log(Act.HOLD_EXTENDED)] == [hold.id]
    assert len(desk.log(Act.HOLD_PLACED)) == 1


def test_of_what_is_narrowed_the_rest_runs_out(desk: EvidenceDesk, clock: FakeClock) -> None:
    desk.officer(Role.OFFICER)
    wanted = of_two_times(desk)
    asked = desk.asked(wanted=wanted)
    whole, later = held(desk, asked)
    (part,) = desk.wanted(1, start_min=-80, end_min=-70)
    boss = desk.chief()
    clock.pass_(days=1)
    desk.sign_in(boss)

    desk.approvals.narrow(asked.id, [part, wanted[3]], "Chỉ đoạn cần")

    until = clock.now() + LONG
    same, prolonged, new = held(desk, asked)
    assert same == whole
    assert (prolonged.id, prolonged.until) == (later.id, until)
    assert (new.cameras, new.span, new.until) == (frozenset({part.camera_id}), part.span, until)
    assert (new.made_by, new.note) == (boss.id, "TX-2026-0001")


def test_a_camera_that_is_not_allowed_is_held_no_longer(
    desk: EvidenceDesk, clock: FakeClock
) -> None:
    desk.officer(Role.OFFICER)
    asked = desk.asked(1, 2)
    (both,) = held(desk, asked)
    boss = desk.chief()
    clock.pass_(days=1)
    desk.sign_in(boss)

    desk.approvals.narrow(asked.id, asked.wanted[:1], "Một camera")

    same, new = held(desk, asked)
    assert same == both
    assert (new.cameras, new.span) == (frozenset({asked.wanted[0].camera_id}), both.span)


@pytest.mark.parametrize("end", [S.REFUSED, S.WITHDRAWN])
def test_what_comes_to_nothing_is_held_no_longer_and_no_shorter(
    desk: EvidenceDesk, clock: FakeClock, end: RequestState
) -> None:
    officer = desk.officer(Role.OFFICER)
    asked = desk.asked(1)
    before = held(desk, asked)
    clock.pass_(minutes=2)
    if end is S.REFUSED:
        desk.chief()
        desk.approvals.refuse(asked.id, "Không đúng thẩm quyền")
    else:
        desk.sign_in(officer)
        desk.requests.withdraw(asked.id)

    assert held(desk, asked) == before
    clock.pass_(days=LONG.days)
    assert state_of(before[0], clock.now()) is HoldState.RAN_OUT


def test_no_hold_is_made_shorter(desk: EvidenceDesk, clock: FakeClock) -> None:
    boss, officer = desk.chief(), desk.officer(Role.OFFICER)
    for until in (clock.now() + 2 * LONG, None):
        desk.sign_in(officer)
        asked = desk.asked(1)
        (hold,) = held(desk, asked)
        desk.holds.extend(hold.id, until)
        desk.sign_in(boss)
        desk.approvals.approve(asked.id)

        assert [each.until for each in held(desk, asked)] == [until]


def test_what_ran_out_before_it_was_approved_is_held_anew(
    desk: EvidenceDesk, clock: FakeClock
) -> None:
    officer, boss = desk.officer_and_chief()
    assert officer != boss
    asked = desk.asked(1)
    clock.pass_(days=LONG.days + 1)
    desk.sign_in(boss)
    desk.approvals.approve(asked.id)

    old, new = held(desk, asked)
    assert state_of(old, clock.now()) is HoldState.RAN_OUT
    assert (new.cameras, new.span, new.until) == (old.cameras, old.span, clock.now() + LONG)


def test_holds_run_from_the_known_date_where_the_clock_is_not_believed(
    tmp_path: Path, store: Store
) -> None:
    clock = PcClock()
    wards.fill(store, cameras=1)
    desk = EvidenceDesk(tmp_path, store, clock)
    desk.officer(Role.OFFICER)
    known = clock.now()
    words = {"known": known.isoformat(), "at_boot": known.isoformat()}
    (tmp_path / DATE_FILE).write_text(json.dumps(words))
    clock.set_by(days=2000)

    (hold,) = held(desk, desk.asked(1))

    assert (hold.made_at, hold.until) == (known, known + LONG)


def released(desk: EvidenceDesk, hold: Hold) -> Hold:
    """By two officers, whatever became of their word before."""
    second = desk.chief()
    desk.chief()
    desk.approve(Action.RELEASE_HOLD, second)
    return desk.holds.release(hold.id)


@pytest.mark.parametrize("state", [S.ASKED, S.APPROVED, S.NARROWED])
def test_what_a_request_still_needs_is_not_released(
    desk: EvidenceDesk, state: RequestState
) -> None:
    desk.officer(Role.OFFICER)
    asked = desk.asked(1, 2)
    boss = desk.chief()
    if state is S.APPROVED:
        desk.approvals.approve(asked.id)
    elif state is S.NARROWED:
        desk.approvals.narrow(asked.id, asked.wanted[:1], "Một camera")
    second = desk.chief()
    desk.sign_in(boss)
    desk.approve(Action.RELEASE_HOLD, second)

    for hold in held(desk, asked):
        with pytest.raises(StepRefused) as refused:
            desk.holds.release(hold.id)
        assert refused.value.rule == StepRule.ASKED_FOR

    assert desk.log(Act.HOLD_RELEASED) == []
    by_hand = desk.holds.place([desk.cameras()[0].id], desk.span(-9, 0))
    assert desk.holds.release(by_hand.id).released_at  # the second officer's word is still good


@pytest.mark.parametrize("state", [S.REFUSED, S.WITHDRAWN, S.MADE])
def test_what_no_request_needs_any_more_may_be_released(
    desk: EvidenceDesk, state: RequestState
) -> None:
    officer, boss = desk.officer_and_chief()
    if state is S.MADE:
        asked = desk.approved(boss, officer, 1)
        desk.exported(asked)
    else:
        asked = desk.asked(1)
        if state is S.WITHDRAWN:
            desk.requests.withdraw(asked.id)
        else:
            desk.sign_in(boss)
            desk.approvals.refuse(asked.id, "Không đúng thẩm quyền")
    assert desk.requests.request(asked.id).state is state

    holds = held(desk, asked)
    assert len(holds) == (2 if state is S.MADE else 1)
    for hold in holds:
        assert released(desk, hold).released_at is not None


def test_whoever_may_ask_or_approve_may_hold_as_well() -> None:
    for rights in MATRIX.values():
        for action in (Action.EXPORT, Action.APPROVE_EXPORT):
            if action in rights:
                assert rights[Action.PLACE_HOLD] == rights[action]


@pytest.mark.parametrize("role", [Role.OFFICER, Role.CHIEF])
def test_both_roles_that_ask_hold_and_find_it_among_the_holds(
    desk: EvidenceDesk, role: Role
) -> None:
    teams: set[TeamId] = {desk.team_of(desk.cameras()[0])} if role is Role.OFFICER else set()
    officer = desk.officer(role, teams)
    asked = desk.asked(1)

    (seen,) = desk.holds.list()
    assert [seen.hold] == held(desk, asked)
    assert (seen.made_by, seen.hold.note) == (officer.name, "TX-2026-0001")
    assert desk.holds.running_out(LONG) == (seen.hold.until,)


# Going back to an older store


@pytest.fixture
def station(tmp_path: Path, clock: FakeClock) -> Iterator[Station]:
    """One camera."""
    with opened(tmp_path / "station", clock) as station:
        station.heads.enrol()
        station.add_camera(1)
        yield station


@pytest.fixture
def go_back(station: Station) -> Callable[[Path], int | None]:
    """To a backup that knows the two who agree; how many holds are said to come along."""
    chief, administrator = two_who_may(station)

    def gone(folder: Path) -> int | None:
        station.sign_in(chief)
        station.approve(Action.RESTORE, administrator.id)
        loss = station.recovery.restore(folder).loss
        assert loss is not None
        return loss.holds

    return gone


def over(station: Station, store: Store) -> EvidenceDesk:
    desk = EvidenceDesk(station.folder, store, station.clock)
    desk.officer(Role.OFFICER)
    return desk


def test_a_request_that_is_a_draft_again_keeps_what_was_held_for_it(
    station: Station, clock: FakeClock, go_back: Callable[[Path], int | None]
) -> None:
    desk = EvidenceDesk(station.folder, station.store, clock)
    author = desk.officer(Role.OFFICER)
    draft = desk.requests.make(desk.asking(1))
    folder = station.backups.run_nightly().folder
    clock.pass_(minutes=5)
    desk.sign_in(author)
    asked = desk.requests.ask(draft.id, draft.version)
    new = desk.asked(1)
    (of_new,) = held(desk, new)
    (hold,) = held(desk, asked)

    assert go_back(folder) == 2

    back = over(station, station.store)
    assert held(back, draft) == [hold]
    with back.store.read() as unit:  # its request is gone, its footage is not
        assert unit.holds.hold(of_new.id).until == of_new.until
        assert unit.requests.held_by(of_new.id) == []
        assert unit.requests.numbered(new.year, new.number) is None
    clock.pass_(days=1)
    back.officer(Role.OFFICER)
    again = back.requests.ask(draft.id, draft.version)
    assert [each.id for each in held(back, again)] == [hold.id]
    assert held(back, again)[0].until == clock.now() + LONG


def test_a_hold_that_was_prolonged_since_is_taken_along_once(
    station: Station, clock: FakeClock, go_back: Callable[[Path], int | None]
) -> None:
    desk = over(station, station.store)
    asked = desk.asked(1)
    folder = station.backups.run_nightly().folder
    clock.pass_(days=1)
    desk.chief()
    desk.approvals.approve(asked.id)
    (hold,) = held(desk, asked)
    assert go_back(folder) == 1

    back = over(station, station.store)
    assert back.requests.request(asked.id).state is S.ASKED
    assert held(back, asked) == [hold]
