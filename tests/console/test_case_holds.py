"""What is held for a case: told with its size and reason, prolonged as one, let go as one."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from console.audit import Act
from console.errors import FieldRefused, Gone, StepRefused
from console.holds import HoldRule
from console.incident_rules import StepRule
from console.rights import Action
from db.case_tables import CategoryRow
from db.records import Role
from db.store import Store
from tests import wards
from tests.cases import Desk
from tests.console.test_disposals import hold_of, recorded
from tests.fakes import FakeClock
from tests.timelines import MINUTE

DAY = timedelta(days=1)


@pytest.fixture
def desk(tmp_path: Path, store: Store, clock: FakeClock) -> Desk:
    wards.fill(store, cameras=6)
    return Desk(tmp_path, store, clock)


def test_a_case_tells_how_long_why_and_how_much_and_runs_longer_as_one(
    desk: Desk, clock: FakeClock
) -> None:
    desk.chief()
    one, other = desk.cameras()[:2]
    first = desk.bookmark(one.id)
    kind = desk.category().id
    second = desk.bookmark(one.id, other.id, held_days=None, note="Trộm", category_id=kind)
    desk.files.recorded = [
        recorded(one.id, clock.now() - MINUTE),
        recorded(one.id, clock.now()),
        recorded(other.id, clock.now()),
        recorded(other.id, clock.now() + 3 * MINUTE),
    ]
    made = desk.opened([first, second])

    held = desk.case_holds.of(made.id)

    assert held.until is None
    assert (len(held.holds), held.bytes, held.closed) == (2, 9_000_000, False)  # each file once
    assert held.by == desk.category()
    assert [each.case.id for each in desk.holds.list() if each.case] == [made.id, made.id]

    until = hold_of(desk, first).until
    assert until is not None
    with pytest.raises(FieldRefused, match=HoldRule.SOONER):
        desk.case_holds.extend(made.id, until - DAY)
    assert desk.case_holds.extend(made.id, until + DAY) == (hold_of(desk, first).id,)
    assert hold_of(desk, first).until == until + DAY
    assert hold_of(desk, second).until is None  # never shorter
    assert len(desk.log(Act.HOLD_EXTENDED)) == 2  # by its category first

    desk.officer(Role.OFFICER)
    hidden = desk.opened([desk.bookmark(one.id)], restricted=True, readers=frozenset())
    desk.chief()
    assert all(each.case is None or each.case.id == made.id for each in desk.holds.list())
    with pytest.raises(Gone):
        desk.case_holds.extend(hidden.id, None)


def test_a_draft_in_a_case_is_held_as_long_as_the_case_says_and_moved_on_when_described(
    desk: Desk, clock: FakeClock
) -> None:
    """Its open end was nobody's: it would be held for good, and never come to the chief."""
    desk.chief()
    camera = desk.cameras()[0].id
    marked = desk.bookmarks.mark([camera], clock.now())
    alone = desk.bookmarks.mark([camera], clock.now())
    assert hold_of(desk, marked.id).until is None
    days = desk.category().hold_days
    assert days is not None

    made = desk.opened([marked.id])

    until = clock.now() + days * DAY
    assert hold_of(desk, marked.id).until == until
    assert desk.case_holds.of(made.id).until == until
    assert desk.holds.running_out((days + 1) * DAY) == (until,)
    assert hold_of(desk, alone.id).until is None  # in no case nobody said how long
    clock.pass_(hours=2)
    desk.bookmarks.describe(marked.id, desk.category().id, "Trộm xe")
    assert hold_of(desk, marked.id).until == until + timedelta(hours=2)
    shorter = min(
        (each for each in desk.bookmarks.categories() if each.hold_days is not None),
        key=lambda each: each.hold_days or 0,
    )
    assert (shorter.hold_days or 0) < days
    desk.bookmarks.describe(marked.id, shorter.id, "Trộm xe")
    assert hold_of(desk, marked.id).until == until + timedelta(hours=2)  # longest wins


@pytest.mark.parametrize("joined", [True, False])
def test_an_open_end_that_somebody_chose_stays_also_of_a_draft(
    desk: Desk, clock: FakeClock, joined: bool
) -> None:
    desk.chief()
    marked = desk.bookmarks.mark([desk.cameras()[0].id], clock.now())
    if joined:
        made = desk.opened([marked.id])
        desk.case_holds.extend(made.id, None)
        desk.incidents.edit(made.id, made.version, {"category_id": desk.category("Khác").id})
    else:
        desk.holds.extend(hold_of(desk, marked.id).id, None)
        desk.opened([marked.id])
    assert hold_of(desk, marked.id).until is None

    desk.bookmarks.describe(marked.id, desk.category().id, "Trộm xe")

    assert hold_of(desk, marked.id).until is None


def test_a_category_without_days_is_a_decision_for_a_draft_too(
    desk: Desk, clock: FakeClock
) -> None:
    desk.chief()
    with desk.store.begin() as unit:
        row = unit.bookmarks._session.get(CategoryRow, desk.category().id)
        assert row is not None
        row.hold_days = None
    marked = desk.bookmarks.mark([desk.cameras()[0].id], clock.now())
    made = desk.opened([marked.id])
    assert hold_of(desk, marked.id).until is None

    desk.incidents.edit(made.id, made.version, {"category_id": desk.category("Khác").id})

    assert hold_of(desk, marked.id).until is None  # longest wins


def test_no_hold_of_an_open_case_is_let_go_and_the_second_officers_yes_is_kept(
    desk: Desk, clock: FakeClock
) -> None:
    boss, second, author = desk.chief(), desk.chief(), desk.officer(Role.OFFICER)
    bookmark = desk.bookmark(desk.cameras()[0].id)
    desk.sign_in(author)
    made = desk.opened([bookmark])
    desk.review.submit(made.id, made.version)
    desk.sign_in(boss)
    desk.review.approve(made.id, made.version)
    desk.approve(Action.RELEASE_HOLD, second)

    with pytest.raises(StepRefused, match=StepRule.NOT_CLOSED):
        desk.holds.release(hold_of(desk, bookmark).id)

    assert hold_of(desk, bookmark).released_at is None
    desk.review.close(made.id)
    desk.holds.release(hold_of(desk, bookmark).id)  # on the yes of before
    assert hold_of(desk, bookmark).released_at == clock.now()
    held = desk.case_holds.of(made.id)
    assert (held.holds, held.closed, len(held.ended)) == ((), True, 1)
