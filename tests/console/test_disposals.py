"""How long incidents hold footage, and what stays on record when they hold it no longer."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from console.audit import Act
from console.categories import CategoryForm
from console.errors import NotAllowed, StepRefused
from console.gate import Why
from console.incident_rules import StepRule
from console.rights import Action
from db.case_records import BookmarkId, IncidentId
from db.footage_records import EndReason, Hold, HoldReason, Segment, VolumeId
from db.records import CameraId, Officer, Role, Span, StreamRole, to_us
from db.repositories.holds import FREED_WITHIN
from db.store import Store
from tests import wards
from tests.cases import Desk
from tests.fakes import FakeClock
from tests.timelines import HOUR, MINUTE

DAY = timedelta(days=1)


@pytest.fixture
def desk(tmp_path: Path, store: Store, clock: FakeClock) -> Desk:
    wards.fill(store, cameras=6)
    return Desk(tmp_path, store, clock)


def hold_of(desk: Desk, bookmark_id: BookmarkId) -> Hold:
    with desk.store.read() as unit:
        hold_id = unit.case_links.bookmark(bookmark_id).hold_id
        assert hold_id is not None
        return unit.holds.hold(hold_id)


def recorded(camera_id: CameraId, start: datetime, length: timedelta = MINUTE) -> Segment:
    start_us = to_us(start)
    return Segment(
        camera_id=camera_id,
        role=StreamRole.SUB,
        volume_id=VolumeId(1),
        era=0,
        run_us=start_us,
        start_us=start_us,
        duration_us=length // timedelta(microseconds=1),
        monotonic_ns=0,
        camera_off_us=None,
        frames=900,
        keys=30,
        size_bytes=3_000_000,
        sha256=start_us.to_bytes(32, "big"),
        end_reason=EndReason.FULL,
        quicktime=False,
    )


def kept(desk: Desk) -> set[CameraId]:
    """Cameras of which retention must leave something alone."""
    with desk.store.read() as unit:
        return set(unit.holds.kept(desk.clock.now()))


# How long


def test_the_category_decides_and_the_longest_wins(desk: Desk, clock: FakeClock) -> None:
    boss = desk.chief()
    camera = desk.cameras()[0].id
    short, long = desk.bookmark(camera, held_days=5), desk.bookmark(camera, held_days=400)
    kind = desk.category().id
    ever = desk.bookmark(camera, held_days=None, note="Trộm", category_id=kind)
    made = desk.opened([short, long, ever])  # 180 days
    now = clock.now()

    assert hold_of(desk, short).until == now + 180 * DAY
    assert hold_of(desk, short).reason is HoldReason.BOOKMARK
    assert hold_of(desk, long).until == now + 400 * DAY
    assert hold_of(desk, ever).until is None
    assert len(desk.log(Act.HOLD_EXTENDED)) == 1
    clock.pass_(days=1)
    desk.sign_in(boss)
    after = desk.incidents.edit(made.id, made.version, {"category_id": desk.category("Khác").id})
    assert hold_of(desk, short).until == now + 180 * DAY  # 30 days: never shorter
    drugs = desk.category("Ma tuý").id
    desk.incidents.edit(made.id, after.incident.version, {"category_id": drugs})
    assert hold_of(desk, short).until == now + 366 * DAY
    held = desk.case_holds.of(made.id)
    assert [hold.id for hold in held.holds] == [hold_of(desk, b).id for b in (short, long, ever)]
    assert held.until is None


def test_a_bookmark_that_is_held_by_nothing_gets_a_hold_of_the_incident(
    desk: Desk, clock: FakeClock
) -> None:
    boss = desk.chief()
    camera = desk.cameras()[0].id
    never, ended = desk.bookmark(camera, hold=False), desk.bookmark(camera, held_days=1)
    before = hold_of(desk, ended)
    clock.pass_(days=2)
    desk.sign_in(boss)

    made = desk.opened([never, ended])

    for bookmark in (never, ended):
        hold = hold_of(desk, bookmark)
        assert (hold.reason, hold.until) == (HoldReason.INCIDENT, clock.now() + 180 * DAY)
        assert hold.cameras == {camera}
    assert hold_of(desk, ended).id != before.id
    assert len(desk.case_holds.of(made.id).holds) == 2
    assert len(desk.log(Act.HOLD_PLACED)) == 2


def test_a_reopened_incident_holds_anew(desk: Desk, clock: FakeClock) -> None:
    boss, author = desk.chief(), desk.officer(Role.OFFICER)
    bookmark = desk.bookmark(desk.cameras()[0].id)
    made = desk.opened([bookmark])
    desk.review.submit(made.id, made.version)
    desk.sign_in(boss)
    desk.review.approve(made.id, made.version)
    clock.pass_(days=100)
    desk.sign_in(boss)

    desk.review.reopen(made.id, "Có tình tiết mới")

    assert hold_of(desk, bookmark).until == clock.now() + 180 * DAY
    assert author.id != boss.id


# Release


def released(
    desk: Desk, boss: Officer, second: Officer, author: Officer, bookmark: BookmarkId
) -> IncidentId:
    """A closed incident with ``bookmark`` whose footage was let go."""
    desk.sign_in(author)
    made = desk.opened([bookmark])
    desk.review.submit(made.id, made.version)
    desk.sign_in(boss)
    desk.review.approve(made.id, made.version)
    with pytest.raises(StepRefused, match=StepRule.NOT_CLOSED):
        desk.case_holds.release(made.id)
    desk.review.close(made.id)
    with pytest.raises(NotAllowed, match=Why.NEEDS_SECOND):
        desk.case_holds.release(made.id)
    desk.approve(Action.RELEASE_HOLD, second)
    desk.case_holds.release(made.id)
    return made.id


def test_a_closed_incident_is_let_go_by_two(desk: Desk, clock: FakeClock) -> None:
    boss, second, author = desk.chief(), desk.chief(), desk.officer(Role.OFFICER)
    one, other = desk.cameras()[:2]
    bookmark, still = desk.bookmark(one.id), desk.bookmark(other.id)
    with desk.store.begin() as unit:  # one hold for two bookmarks
        unit.case_links.hold_by(still, hold_of(desk, bookmark).id)
    desk.opened([still])

    made = released(desk, boss, second, author, bookmark)

    assert hold_of(desk, bookmark).released_at is None  # the other incident is open
    assert desk.log(Act.HOLD_RELEASED) == []
    lone = desk.bookmark(one.id)
    made = released(desk, boss, second, author, lone)
    assert hold_of(desk, lone).released_at == clock.now()
    assert desk.log(Act.HOLD_RELEASED)[0][3] == {"cameras": [one.id], "incident": made}


# What stays on record


def test_a_disposal_is_written_before_anything_is_free(desk: Desk, clock: FakeClock) -> None:
    boss = desk.chief()
    camera, other = (each.id for each in desk.cameras()[:2])
    start = clock.now() - HOUR
    hold = desk.holds.place(
        [camera, other], Span(start, start + 3 * MINUTE), until=start + 2 * HOUR
    )
    desk.holds.place([other], Span(start + 2 * MINUTE, start + 9 * MINUTE))
    desk.files.recorded = [
        recorded(each, start + number * MINUTE)
        for each in (camera, other)
        for number in range(-1, 5)
    ]

    assert desk.go() == 0
    clock.pass_(hours=2)
    assert kept(desk) == {camera, other}  # it has run out, and waits
    assert desk.go() == 1

    assert kept(desk) == {other}  # what the second hold keeps
    desk.sign_in(boss)
    found = desk.disposals.of(hold.id)
    assert [(each.camera_id, each.span.start - start) for each in found] == [
        (camera, 0 * MINUTE),
        (camera, 1 * MINUTE),
        (camera, 2 * MINUTE),
        (other, 0 * MINUTE),
        (other, 1 * MINUTE),
    ]
    assert {(each.size_bytes, len(each.sha256), each.at) for each in found} == {
        (3_000_000, 64, clock.now())
    }
    assert found[0].sha256 == recorded(camera, start).sha256.hex()
    assert desk.disposals.of(hold.id, 9, found[3]) == [found[4]]
    (line,) = desk.log(Act.HOLD_FREED)
    assert line[2:] == (
        hold.id,
        {
            "bytes": 15_000_000,
            "cameras": [camera, other],
            "ended": "2026-03-14T21:00:00Z",
            "files": 5,
        },
    )
    assert desk.go() == 0


def test_a_file_that_is_being_recorded_is_waited_for(desk: Desk, clock: FakeClock) -> None:
    boss, second = desk.chief(), desk.chief()
    desk.sign_in(boss)
    camera, now = desk.cameras()[0].id, clock.now()
    hold = desk.holds.place([camera], Span(now - MINUTE, now + HOUR))
    desk.approve(Action.RELEASE_HOLD, second)
    desk.holds.release(hold.id)

    assert (desk.go(), kept(desk)) == (0, {camera})
    # The file that was open at the release, and one that was begun later.
    desk.files.recorded = [recorded(camera, now - MINUTE / 2), recorded(camera, now + MINUTE / 2)]
    clock.pass_(minutes=11)
    assert desk.go() == 1

    desk.sign_in(boss)
    assert [each.span.start for each in desk.disposals.of(hold.id)] == [now - MINUTE / 2]


def test_an_index_that_was_begun_anew_is_not_believed_at_once(desk: Desk, clock: FakeClock) -> None:
    desk.chief()
    camera, now = desk.cameras()[0].id, clock.now()
    desk.holds.place([camera], Span(now - HOUR, now), until=now + HOUR)
    clock.pass_(hours=2)

    for begun in (None, now + HOUR):  # none, and one of an hour ago
        desk.files.since = begun
        assert (desk.go(), kept(desk)) == (0, {camera})
    clock.pass_(days=1)
    assert (desk.go(), kept(desk)) == (1, set())


def test_nothing_waits_for_a_disposal_for_ever(desk: Desk, clock: FakeClock) -> None:
    boss = desk.chief()
    camera, now = desk.cameras()[0].id, clock.now()
    hold = desk.holds.place([camera], Span(now - HOUR, now), until=now + HOUR)
    desk.files.since = None

    clock.pass_(hours=FREED_WITHIN.total_seconds() / 3600)
    assert kept(desk) == {camera}
    clock.pass_(hours=1)
    assert kept(desk) == set()
    assert desk.go() == 1  # what is left is put on record
    desk.sign_in(boss)
    assert desk.disposals.of(hold.id) == []


def test_a_pass_that_was_cut_off_is_gone_on_with(desk: Desk, clock: FakeClock) -> None:
    boss = desk.chief()
    cameras = [each.id for each in desk.cameras()]
    start = clock.now() - HOUR
    hold = desk.holds.place(cameras, Span(start, start + MINUTE), until=start + 2 * HOUR)
    desk.files.recorded = [recorded(each, start) for each in cameras]
    clock.pass_(hours=2)
    desk.disposals._write(hold, cameras[0], clock.now(), last=False)  # and then the power went

    assert kept(desk) == set(cameras)
    assert desk.go() == 1
    desk.sign_in(boss)
    assert [each.camera_id for each in desk.disposals.of(hold.id)] == cameras


def test_who_reads_what_was_disposed_of(desk: Desk, clock: FakeClock) -> None:
    first, *_, last = desk.cameras()
    desk.chief()
    hold = desk.holds.place([last.id], desk.span(-9, -1))

    desk.officer(Role.DUTY, {desk.team_of(first)})
    with pytest.raises(NotAllowed, match=Why.SCOPE):
        desk.disposals.of(hold.id)


def test_a_restricted_categorys_days_hold_for_its_incidents(desk: Desk, clock: FakeClock) -> None:
    desk.chief()
    ever = desk.categories.add(CategoryForm(name="Án mạng", hold_days=None))
    bookmark = desk.bookmark(desk.cameras()[0].id)

    desk.opened([bookmark], category_id=ever.id)

    assert hold_of(desk, bookmark).until is None
    assert clock.now().tzinfo is UTC
