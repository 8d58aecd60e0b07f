"""What waits for the chief, and what his morning page tells."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from console.errors import NotAllowed
from console.inbox import InboxCount
from db.case_records import IncidentState
from db.footage_records import HoldReason, Outage
from db.incident_records import Waits
from db.records import CameraId, Role, to_us
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


def test_what_waits_stands_by_its_age_and_nothing_else_does(desk: Desk, clock: FakeClock) -> None:
    boss = desk.chief()
    camera = desk.cameras()[0].id
    duty = desk.officer(Role.DUTY)
    forgotten = desk.bookmark(camera, hold=False, made_by=duty.id)
    desk.bookmark(camera, hold=False, undone=True)
    desk.bookmark(camera, hold=False, note="Xe lạ", category_id=desk.category().id)
    clock.pass_(minutes=1)
    draft = desk.opened()
    clock.pass_(hours=30)
    desk.sign_in(duty)
    waiting = desk.submitted()
    desk.opened()  # of this shift
    desk.bookmark(camera, hold=False)
    clock.pass_(hours=6)
    desk.sign_in(boss)

    view = desk.inbox.page()

    assert [(item.waits, item.age) for item in view.items] == [
        (Waits.BOOKMARK, 36 * HOUR + MINUTE),
        (Waits.DRAFT, 36 * HOUR),
        (Waits.SUBMITTED, 6 * HOUR),
    ]
    assert (view.items[0].bookmark_id, view.items[0].made_by) == (forgotten, duty.id)
    lines = [item.line for item in view.items[1:]]
    assert [line and line.id for line in lines] == [draft.id, waiting.id]
    assert view.counts == {
        Waits.SUBMITTED: 1,
        Waits.DRAFT: 1,
        Waits.RETURNED: 0,
        Waits.BOOKMARK: 1,
        Waits.HOLD: 0,
    }
    assert view.total == 3
    desk.review.give_back(waiting.id, "Thiếu")
    clock.pass_(hours=13)
    desk.sign_in(boss)
    assert desk.inbox.page().counts[Waits.RETURNED] == 1


def test_all_that_is_late_stands_first_and_is_counted(desk: Desk, clock: FakeClock) -> None:
    boss = desk.chief()
    duty = desk.officer(Role.DUTY)
    for _ in range(5):
        desk.submitted()
    clock.pass_(hours=47)
    desk.sign_in(duty)
    for _ in range(3):
        desk.submitted()
    desk.sign_in(boss)
    assert [item.is_late for item in desk.inbox.page(2).items] == [False, False]
    clock.pass_(hours=1)
    desk.sign_in(boss)

    pages = [desk.inbox.page(2, skip=skip) for skip in (0, 2, 4, 6)]
    drafts = desk.inbox.page(2, kinds=[Waits.DRAFT])

    late = [item.is_late for page in pages for item in page.items]
    assert late == [True] * 5 + [False] * 3
    items = [item.line and item.line.id for page in pages for item in page.items]
    assert len(set(items)) == 8
    assert {(page.fitting, page.total, page.late) for page in pages} == {(8, 8, 5)}
    assert (drafts.items, drafts.fitting, drafts.late) == ((), 0, 5)
    assert desk.inbox.count() == InboxCount(total=8, late=5)


def test_holds_that_run_out_soon_stand_once_for_each_incident(desk: Desk, clock: FakeClock) -> None:
    boss = desk.chief()
    camera = desk.cameras()[0].id
    made = desk.opened([desk.bookmark(camera), desk.bookmark(camera)])  # 180 days
    secret = desk.opened([desk.bookmark(camera)], restricted=True, readers=frozenset())
    alone = [desk.bookmark(camera, held_days=176) for _ in range(3)]
    manual = desk.holds.place(
        [camera], desk.span(-9, -1), HoldReason.MANUAL, until=clock.now() + 175 * DAY
    )
    clock.pass_(days=174)
    desk.sign_in(boss)

    held = [item for item in desk.inbox.page().items if item.waits is Waits.HOLD]
    assert [(item.hold_id, item.holds, item.age) for item in held] == [
        (manual.id, 1, 6 * DAY),
        (None, 3, 5 * DAY),
        (None, 2, 1 * DAY),
        (held[3].hold_id, 1, 1 * DAY),
    ]
    assert [item.line and item.line.id for item in held] == [None, None, made.id, secret.id]
    assert held[2].until == clock.now() + 6 * DAY
    desk.chief()  # not named in the restricted one
    lines = [item.line for item in desk.inbox.page().items if item.line is not None]
    assert {line.id for line in lines} == {made.id}
    assert len(alone) == 3


def test_the_inbox_is_the_chiefs(desk: Desk) -> None:
    for role in (Role.DUTY, Role.OFFICER, Role.ADMINISTRATOR):
        desk.officer(role)
        with pytest.raises(NotAllowed):
            desk.inbox.page()


# The morning


def outage(desk: Desk, camera: CameraId, start_h: float, length: timedelta | None) -> Outage:
    start = desk.clock.now() - start_h * HOUR
    return Outage(
        camera_id=camera,
        start_us=to_us(start),
        end_us=None if length is None else to_us(start + length),
        state="offline",
        reason="",
    )


def test_the_morning_tells_what_came_who_was_blind_and_what_is_open(
    desk: Desk, clock: FakeClock
) -> None:
    boss, author = desk.chief(), desk.officer(Role.OFFICER)
    first, second, *_, last = desk.cameras()
    theft, other = desk.category("Trộm cắp").id, desk.category("Khác").id
    desk.opened(cluster_id=first.cluster_id, due_on=(clock.now() - DAY).date())
    desk.opened(cluster_id=first.cluster_id, category_id=other)
    desk.opened(cluster_id=first.cluster_id)
    desk.opened()
    desk.opened(began_at=clock.now() - 25 * HOUR)
    desk.opened(restricted=True, readers=frozenset())
    desk.closed(boss, author, cluster_id=last.cluster_id)
    desk.files.lost = [
        outage(desk, first.id, 30, 7 * HOUR),
        outage(desk, first.id, 3, 10 * MINUTE),
        outage(desk, first.id, 2, 5 * MINUTE / 60),
        outage(desk, second.id, 1, None),
    ]

    view = desk.morning.view()

    team = desk.team_of(first)
    assert view.brought == {
        (team, theft): 2,
        (team, other): 1,
        (None, theft): 1,
        (desk.team_of(last), theft): 1,
    }
    assert [(each.camera_id, each.blips, each.lost) for each in view.blind] == [
        (first.id, 1, HOUR + 10 * MINUTE + timedelta(seconds=5)),
        (second.id, 0, HOUR),
    ]
    spells = view.blind[0].spells
    assert [(spell.start, spell.end) for spell in spells] == [
        (view.span.start, view.span.start + HOUR),
        (clock.now() - 3 * HOUR, clock.now() - 3 * HOUR + 10 * MINUTE),
    ]
    assert view.blind[1].spells[0].end is None
    assert len(view.open) == 5
    assert view.states[IncidentState.DRAFT] == 5
    assert view.overdue == 1
    desk.officer(Role.DUTY, {desk.team_of(last)})
    theirs = desk.morning.view()
    assert sum(theirs.brought.values()) == 1
    assert theirs.blind == ()
