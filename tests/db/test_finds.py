"""Results come in order, each once, however they lie in the index; counts tell of the same."""

from __future__ import annotations

import random
from collections import Counter
from datetime import datetime, timedelta

import pytest

from db.case_records import IncidentState
from db.find_records import Found, FoundKind, Place, Term, Viewer, Wanted
from db.finds import MOST_WALKED
from db.records import CameraId, ClusterId, OfficerId
from db.store import Store
from tests import duty, wards
from tests.fakes import FakeClock

NOTES = ("mất xe máy", "mất xe đạp", "xe hỏng", "cháy nhà", "")
THEIRS = (1, 2, 3)
CHIEF = Viewer(officer_id=OfficerId(1))
DUTY = Viewer(
    officer_id=OfficerId(1),
    cameras=frozenset(map(CameraId, THEIRS)),
    clusters=frozenset({ClusterId(1)}),
)
Mark = tuple[datetime, int, str, set[CameraId]]


@pytest.fixture
def marks(store: Store, clock: FakeClock) -> list[Mark]:
    """Many bookmarks, newest first, most of them on several of six cameras."""
    chance = random.Random(7)
    wards.fill(store, cameras=6)
    found: list[Mark] = []
    with store.begin() as unit:
        for _ in range(120):
            at = clock.now() - timedelta(minutes=chance.randrange(150))  # some at one instant
            cameras = tuple(
                chance.sample([CameraId(n) for n in range(1, 7)], chance.choice((1, 3)))
            )
            note = chance.choice(NOTES)
            found.append((at, duty.bookmark(unit, at, note, cameras), note, set(cameras)))
    return sorted(found, reverse=True, key=lambda each: each[:2])


def listed(store: Store, wanted: Wanted, viewer: Viewer, limit: int) -> list[tuple[datetime, int]]:
    """All that is found, page by page."""
    found: list[Found] = []
    before: Place | None = None
    with store.read() as unit:
        while True:
            page = unit.finds.page(wanted, viewer, limit, before)
            found += page.found
            before = page.further
            if before is None:
                return [(each.at, each.id) for each in found]


def words(*typed: str) -> tuple[Term, ...]:
    return tuple(map(Term, typed))


@pytest.mark.parametrize("viewer", [CHIEF, DUTY])
def test_a_bookmark_on_several_cameras_is_found_once_and_in_its_place(
    store: Store, marks: list[Mark], viewer: Viewer
) -> None:
    wanted, seen = {1, 2, 4, 5}, set(THEIRS) if viewer is DUTY else set(range(1, 7))
    for limit in (7, 500):
        for terms, notes in (((), NOTES), (("xe",), NOTES[:3]), (("mat", "may"), NOTES[:1])):
            asked = Wanted(terms=words(*terms), cameras=frozenset(map(CameraId, wanted)))

            assert listed(store, asked, viewer, limit) == [
                (at, id_)
                for at, id_, note, cameras in marks
                if note in notes and cameras & wanted and cameras & seen
            ]


@pytest.mark.parametrize(("limit", "walked"), [(25, 30), (25, MOST_WALKED), (1000, MOST_WALKED)])
@pytest.mark.parametrize("viewer", [CHIEF, DUTY])
def test_what_is_counted_is_what_is_found(
    store: Store, marks: list[Mark], clock: FakeClock, viewer: Viewer, limit: int, walked: int
) -> None:
    with store.begin() as unit:
        kinds = duty.categories(unit)
        for hours in range(3):
            duty.incident(
                unit, clock.now() - timedelta(hours=hours), "Mất xe", cluster_id=ClusterId(1)
            )
        for at, _, note, _ in marks[:20]:
            duty.bookmark(unit, at, note, (CameraId(2),), category_id=next(iter(kinds.values())))

    for wanted in (
        Wanted(),
        Wanted(terms=words("xe")),
        Wanted(kinds=frozenset({FoundKind.INCIDENT})),
    ):
        with store.read() as unit:
            page = unit.finds.page(wanted, viewer, limit, walked=walked)
            shared = unit.finds.shared(wanted, viewer, limit, walked)

        assert shared.count == len(page.found)
        assert shared.is_more == (page.further is not None)
        assert shared.instants == tuple(each.at for each in page.found)
        assert shared.kinds == Counter(each.kind for each in page.found)
        for counted, field in (
            (shared.states, "state"),
            (shared.severities, "severity"),
            (shared.categories, "category_id"),
        ):
            values = Counter(getattr(each, field) for each in page.found)
            del values[None]
            assert counted == values, field
        assert all(isinstance(state, IncidentState) for state in shared.states)
