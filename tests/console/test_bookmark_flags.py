"""Bookmarks as flags on the timeline: which of them, and what is told of them."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from db.case_records import CategoryId
from db.case_tables import IncidentRow
from db.records import CameraId, Role, Span, to_us
from db.store import Store
from tests import wards
from tests.db.test_bookmarks import join
from tests.fakes import FakeClock
from tests.timelines import Post

SECOND = timedelta(seconds=1)
THEFT = CategoryId(1)


@pytest.fixture
def post(tmp_path: Path, store: Store, clock: FakeClock) -> Post:
    wards.fill(store, cameras=6)
    return Post(tmp_path, store, clock)


def test_a_timeline_sees_names_and_only_what_it_may(post: Post, clock: FakeClock) -> None:
    officer = post.officer(Role.OFFICER)
    one, two = CameraId(1), CameraId(2)
    early = post.bookmarks.mark([two, one], clock.now(), {}, THEFT, "Mất xe")
    undone = post.bookmarks.mark([one], clock.now())
    post.bookmarks.undo(undone.id)
    clock.pass_(minutes=2)
    late = post.bookmarks.mark([two], clock.now())
    span = Span(early.at, clock.now() + SECOND)

    both, last = post.bookmarks.flags(span, [one, two])
    assert (both.id, both.at_us, set(both.cameras)) == (early.id, to_us(early.at), {one, two})
    assert (both.category, both.note, both.officer) == ("Trộm cắp", "Mất xe", officer.name)
    assert (last.id, last.category, last.note) == (late.id, "", "")
    assert [flag.cameras for flag in post.bookmarks.flags(span, [one])] == [(one,)]
    assert post.bookmarks.beside(early.at, [one, two], later=True) == last
    assert post.bookmarks.beside(early.at, [one], later=True) is None
    assert post.bookmarks.beside(late.at, [one, two], later=False) == both

    with post.store.begin() as unit:
        row = unit.bookmarks._session.get(IncidentRow, join(unit, early))
        assert row is not None
        row.restricted = True
    assert post.bookmarks.flags(span, [one, two]) == [last]
    assert post.bookmarks.beside(late.at, [one, two], later=False) is None
