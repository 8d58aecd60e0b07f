"""The moment when the disk is full, the PC's date wrong, and the console killed right after."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from console.audit import Act, Audit
from console.bookmarks import Bookmarks
from console.errors import DiskFull
from console.still_files import StillFiles
from db.case_records import BookmarkId, CategoryId
from db.records import CameraId, Role
from db.store import Store
from tests import stores, wards
from tests.fakes import FakeClock
from tests.timelines import Post


def test_with_the_disk_full_it_goes_into_the_reserve(tmp_path: Path, clock: FakeClock) -> None:
    reserve = [1 << 20]  # pages that can be given up, once
    store = Store(
        stores.new(tmp_path / "station.db"),
        lambda _: None,
        full=lambda: limit(store, reserve.pop() if reserve else 1),
    )
    wards.fill(store, cameras=1)
    post = Post(tmp_path, store, clock)
    limit(store, 1)  # as many as there are, and not one more

    made = [post.bookmarks.mark([CameraId(1)], clock.now()) for _ in range(60)]

    assert reserve == []
    with store.read() as unit:
        assert len(unit.bookmarks.newest(None)) == len(made)
        assert len(unit.holds.in_force(clock.now())) == len(made)
    limit(store, 1)
    with pytest.raises(DiskFull):
        mark_many(post, clock)
    with store.read() as unit:  # none without its hold
        assert len(unit.bookmarks.newest(None, 999)) == len(unit.holds.in_force(clock.now()))
    store.close()


def test_by_a_clock_that_is_years_ahead_a_hold_still_follows(
    tmp_path: Path, store: Store, clock: FakeClock
) -> None:
    wards.fill(store, cameras=1)
    post, known = Post(tmp_path, store, clock), FakeClock()
    post.officer(Role.DUTY)
    audit, files = Audit(post.seat, clock, "pc-1"), StillFiles(tmp_path)
    bookmarks = Bookmarks(store, post.gate, audit, clock, files, known)
    made = bookmarks.mark([CameraId(1)], clock.now(), {}, CategoryId(8), "Khói")  # for 30 days
    clock.set_by(days=2000)

    longer = bookmarks.describe(made.id, CategoryId(6), "Cháy")  # for 180

    with store.read() as unit:
        assert made.hold_id is not None
        hold = unit.holds.hold(made.hold_id)
    assert longer.span.length > made.span.length
    assert hold.span == longer.span
    assert hold.until == known.now() + timedelta(days=180)


def mark_many(post: Post, clock: FakeClock) -> None:
    for _ in range(200):
        post.bookmarks.mark([CameraId(1)], clock.now())


def limit(store: Store, pages: int) -> None:
    """Let the file grow to so many pages and no further, on the one connection that writes."""
    with store._writing.connect() as connection:
        connection.exec_driver_sql(f"pragma max_page_count = {pages}")


def test_kill_9_after_the_answer_keeps_bookmark_hold_and_entry(tmp_path: Path) -> None:
    stores.folder(tmp_path)
    program = (
        "import os, sys; from pathlib import Path; from console.app import build;"
        "from datetime import UTC, datetime;"
        "station = build(Path(sys.argv[1]), lambda _: None);"
        "made = station.bookmarks.mark([1, 2], station.clock.now());"
        "print(made.id, flush=True); os.kill(os.getpid(), 9)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)],
        cwd=Path(__file__).parents[2],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        text=True,
        timeout=50,
    )

    assert (done.returncode, done.stdout.strip()) == (-9, "1"), done.stderr
    store = Store(tmp_path / "station.db", lambda _: None)
    with store.read() as unit:
        made = unit.bookmarks.bookmark(BookmarkId(1), None)
        assert made.hold_id is not None
        assert unit.holds.hold(made.hold_id).span == made.span
        assert [each.act for each in unit.trail.entries()][-1] == Act.BOOKMARK_MADE
    store.close()
