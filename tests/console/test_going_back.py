"""Going back: what is lost is told by name, held footage stays, and nobody gains any right."""

from __future__ import annotations

import dataclasses
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from console.audit import Act
from console.losses import Loss
from console.recovery import Recovery, Restored
from console.rights import Action
from db.case_records import MemberRole, OutcomeKind, Shot
from db.errors import StoreFailed
from db.footage_records import Hold, HoldId, HoldReason
from db.loss_records import Lost, Noun
from db.records import CameraId, Role, Span
from db.store import Unit
from db.structs import replace
from tests.console.test_recovery import two_who_may
from tests.db.test_incidents import fields
from tests.fakes import FakeClock
from tests.stations import Station, opened

HOUR = timedelta(hours=1)
CAMERA = CameraId(1)


@dataclasses.dataclass
class Way:
    """One of the ways back, to the station as it was when it was made."""

    compare: Callable[[], Loss | None]
    go: Callable[[], Restored]


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


@pytest.fixture(params=["restore", "rollback"])
def back(request: pytest.FixtureRequest, station: Station, clock: FakeClock) -> Callable[[], Way]:
    """Call it when the station is as it shall be again; then a minute passes."""

    def made() -> Way:
        recovery = station.recovery
        if request.param == "restore":
            folder = station.backups.run_nightly().folder
            way = Way(lambda: recovery.compare(folder), lambda: recovery.restore(folder))
        else:
            station.store.backup(station.folder / "station.db.before-0001")
            way = Way(recovery.compare_rollback, recovery.rollback)
        clock.pass_(seconds=30)
        return way

    return made


def span(now: datetime, hours: int = 1) -> Span:
    return Span(now - hours * HOUR, now)


def held(unit: Unit, now: datetime, **given: object) -> Hold:
    wanted: dict[str, object] = {
        "cameras": [CAMERA],
        "span": span(now),
        "reason": HoldReason.MANUAL,
        "until": None,
        "made_by": None,
        "made_at": now,
    }
    return unit.holds.place(**(wanted | given))  # type: ignore[arg-type]


def marked(unit: Unit, now: datetime, hold_id: HoldId | None = None) -> None:
    unit.bookmarks.add(
        at=now - HOUR / 2,
        span=span(now),
        shots=(Shot(camera_id=CAMERA),),
        category_id=None,
        note="",
        hold_id=hold_id,
        made_by=None,
        made_at=now,
    )


def test_a_night_of_cases_is_told_by_name(station: Station, back: Callable[[], Way]) -> None:
    now = station.clock.now()
    with station.store.begin() as unit:
        team = unit.fleet.add_team("Tổ 1").id
        member = unit.members.add(team_id=team, name="Ông Ba", role=MemberRole.LEADER, phone="")
        unit.phrases.add("cu", "Câu cũ")
        old = unit.incidents.add(fields(), year=2026, made_by=None, made_at=now)
    way = back()
    with station.store.begin() as unit:
        marked(unit, now, held(unit, now, reason=HoldReason.BOOKMARK).id)
        case = unit.incidents.add(fields(), year=2026, made_by=None, made_at=now)
        unit.incidents.change(old.id, fields(title="Sửa lại"), officer_id=None, at=now)
        unit.outcomes.add(
            case.id,
            kind=OutcomeKind.VERIFIED,
            on=now.date(),
            count=1,
            persons=None,
            item="",
            unit="",
            note="",
            made_by=None,
            made_at=now,
        )
        unit.members.change(member.id, team_id=team, name="Ông Tư", role=member.role, phone="")
        unit.members.add(team_id=team, name="Bà Năm", role=MemberRole.MEMBER, phone="")
        unit.phrases.add("moi", "Câu mới")
    before = station.head()

    loss = way.compare()

    assert station.head() == before
    assert loss is not None
    assert loss.lost == {
        Noun.BOOKMARKS: Lost(1, 0),
        Noun.INCIDENTS: Lost(1, 1),
        Noun.OUTCOMES: Lost(1, 0),
        Noun.MEMBERS: Lost(1, 1),
        Noun.PHRASES: Lost(1, 0),
    }
    assert loss.holds == 1
    assert way.go().loss == loss


def test_what_is_written_meanwhile_is_in_the_store_that_is_kept(
    station: Station, back: Callable[[], Way], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Others go on working while it is prepared: a bookmark of that minute is lost to nobody."""
    way, now = back(), station.clock.now()
    carry, late = Recovery._carry_holds, [True]

    def while_another_works(recovery: Recovery, unit: Unit) -> int | None:
        if late:
            late.pop()
            with station.store.begin() as ours:
                marked(ours, now)
                station.audit.write(ours, Act.BOOKMARK_MADE, "bookmark", 1)
        return carry(recovery, unit)

    monkeypatch.setattr(Recovery, "_carry_holds", while_another_works)
    done = way.go()

    assert done.loss is not None
    assert done.loss.lost[Noun.BOOKMARKS] == Lost(1, 0)
    with closing(sqlite3.connect(done.replaced)) as kept:
        assert kept.execute("select count(*) from bookmark").fetchone() == (1,)
    assert list(station.folder.glob("station.db.replaced-*")) == [done.replaced]


def test_who_writes_all_the_time_keeps_the_station_as_it_is(
    station: Station, back: Callable[[], Way], monkeypatch: pytest.MonkeyPatch
) -> None:
    way = back()
    carry = Recovery._carry_holds

    def while_another_works(recovery: Recovery, unit: Unit) -> int | None:
        with station.store.begin() as ours:
            station.audit.write(ours, Act.SIGNED_OUT)
        return carry(recovery, unit)

    monkeypatch.setattr(Recovery, "_carry_holds", while_another_works)

    with pytest.raises(StoreFailed, match="all the time"):
        way.go()

    with station.store.read() as unit:
        assert Act.RESTORED not in {entry.act for entry in unit.trail.entries()}
    assert list(station.folder.glob("station.db.replaced-*")) == []


def test_held_footage_stays_held(station: Station, back: Callable[[], Way]) -> None:
    now = station.clock.now()
    with station.store.begin() as unit:
        soon_over = held(unit, now, until=now + HOUR)
        grown = held(unit, now, span=span(now, 1))
        released = held(unit, now)
    way = back()
    with station.store.begin() as unit:
        unit.holds.extend(soon_over.id, now + 24 * HOUR)
        unit.holds.widen(grown.id, span(now, 5))
        unit.holds.release(released.id, now)
        let_go = held(unit, now)
        unit.holds.release(let_go.id, now)
        unit.holds.free(let_go.id, now)
        waiting = held(unit, now, span=span(now, 9), note="Chờ huỷ")
        unit.holds.release(waiting.id, now)
        late = held(unit, now, cameras=[CAMERA, CameraId(77)], note="Vụ trộm")
        kept = unit.holds.kept(now)

    assert way.go().loss is not None

    with station.store.read() as unit:
        assert unit.holds.kept(now) == kept
        assert unit.holds.hold(late.id) == late
        assert unit.holds.hold(soon_over.id).until == now + 24 * HOUR
        assert unit.holds.hold(grown.id).span == span(now, 5)
        assert unit.holds.hold(released.id).released_at is None
        assert unit.holds.hold(waiting.id) == replace(waiting, released_at=now)
        assert let_go.id not in {hold.id for hold in unit.holds.newest()}
        told = [each for each in unit.trail.entries() if each.act == "hold_carried"]
    assert {each.subject_id for each in told} == {soon_over.id, grown.id, waiting.id, late.id}
    assert "trộm" not in str(told)
    with station.store.begin() as unit:
        assert held(unit, now).id > late.id


def test_a_hold_of_an_officer_who_was_not_there_is_nobodys(
    station: Station, back: Callable[[], Way]
) -> None:
    now = station.clock.now()
    way = back()
    later = station.add_officer("Mới đến", Role.OFFICER)
    with station.store.begin() as unit:
        hold = held(unit, now, made_by=later.id)

    way.go()

    with station.store.read() as unit:
        assert unit.holds.hold(hold.id) == replace(hold, made_by=None)


def test_a_hold_whose_id_another_has_there_gets_one_of_its_own(
    station: Station, back: Callable[[], Way]
) -> None:
    """As in a station that was rebuilt from an older backup, and is shown a later one."""
    now = station.clock.now()
    with station.store.begin() as unit:
        other = held(unit, now - HOUR)
    way = back()
    with station.store.begin() as unit:
        unit.holds.extend(other.id, now)  # so that they differ
        unit.holds.release(other.id, now)
        unit.holds.free(other.id, now)
        last = held(unit, now)
    forge_id(station, last.id, other.id)

    way.go()

    with station.store.read() as unit:
        there, mine = unit.holds.hold(other.id), unit.holds.newest(1)[0]
        assert there == other
        assert mine.id > other.id
        assert (mine.made_at, mine.span) == (last.made_at, last.span)


def forge_id(station: Station, of: HoldId, to: HoldId) -> None:
    """Let hold ``of`` be called ``to``, whose own is gone."""
    with closing(sqlite3.connect(station.folder / "station.db")) as connection, connection:
        connection.execute("delete from hold_camera where hold_id = ?", (to,))
        connection.execute("delete from hold where id = ?", (to,))
        connection.execute("update hold_camera set hold_id = ? where hold_id = ?", (to, of))
        connection.execute("update hold set id = ? where id = ?", (to, of))


def test_going_back_and_forth_holds_nothing_twice(station: Station, clock: FakeClock) -> None:
    now = station.clock.now()
    older = station.backups.run_nightly().folder
    with station.store.begin() as unit:
        hold = held(unit, now)
    clock.pass_(days=1)
    later = station.backups.run_nightly().folder

    def go(to: Path) -> None:
        clock.pass_(seconds=2)
        with station.store.read() as unit:
            by_role = {each.role: each for each in unit.officers.all()}
        station.sign_in(by_role[Role.CHIEF])
        station.approve(Action.RESTORE, by_role[Role.ADMINISTRATOR].id)
        station.recovery.restore(to)

    go(older)
    go(later)

    with station.store.read() as unit:
        assert unit.holds.newest() == [hold]


def test_an_officer_stays_what_he_is_today(station: Station, back: Callable[[], Way]) -> None:
    now = station.clock.now()
    demoted = station.add_officer("Bị giáng", Role.ADMINISTRATOR)
    narrowed = station.add_officer("Bị hẹp", Role.OFFICER)
    let_in = station.add_officer("Được vào", Role.OFFICER)
    with station.store.begin() as unit:
        old_team = unit.fleet.add_team("Tổ cũ").id
        unit.officers.set_disabled(let_in.id, True)
    way = back()
    with station.store.begin() as unit:
        team = unit.fleet.add_team("Tổ mới").id
        unit.fleet.rename_team(old_team, "Tổ đổi tên")
        unit.officers.change(demoted.id, name="Tên mới", role=Role.DUTY, teams=[old_team])
        unit.officers.set_password(demoted.id, "$argon2id$new", None)
        unit.officers.set_attempts(demoted.id, failures=7, locked_until=now + HOUR)
        unit.officers.end_sessions(demoted.id)
        unit.officers.change(narrowed.id, name="Bị hẹp", role=Role.OFFICER, teams=[team])
        unit.officers.set_disabled(let_in.id, False)
        today = {each.id: each for each in unit.officers.all()}

    loss = way.go().loss

    assert loss is not None
    assert Noun.OFFICERS not in loss.lost
    with station.store.read() as unit:
        carried = [each for each in unit.trail.entries() if each.act == "officer_carried"]
        assert {each.subject_id for each in carried} == {demoted.id, narrowed.id, let_in.id}
        fields = {each.subject_id: each.detail for each in carried}
        assert fields[demoted.id] == '{"fields":["name","role","teams","password"]}'
        assert "Tên mới" not in str(carried)
        assert unit.officers.officer(demoted.id) == today[demoted.id]
        assert unit.officers.password_hash(demoted.id) == "$argon2id$new"
        assert not unit.officers.officer(let_in.id).disabled
        (only,) = unit.officers.officer(narrowed.id).teams  # none would be all
        assert {each.id: each.name for each in unit.fleet.teams()}[only] == "Tổ mới"
