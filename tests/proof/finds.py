"""How long finding takes in a city: ``python -m tests.proof.finds FOLDER [BOOKMARKS INCIDENTS]``.

Makes 500,000 bookmarks and 100,000 incidents once, or so many as are asked for; tells medians of
processor time beside a plain page of an index, whose time says how fast this machine is today.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from db.case_records import CategoryId, IncidentState
from db.find_records import Term, Viewer, Wanted
from db.records import CameraId, ClusterId, OfficerId
from db.store import Store
from tests import duty, wards

UNTIL = datetime(2026, 11, 26, tzinfo=UTC)
CHIEF = Viewer(officer_id=OfficerId(1))
DUTY = Viewer(
    officer_id=OfficerId(2),
    cameras=frozenset(map(CameraId, range(1, 26))),
    clusters=frozenset(map(ClusterId, range(1, 6))),
    reads_people=False,
)


def words(*typed: str, more: bool = False) -> tuple[Term, ...]:
    return tuple(Term(word, more and word == typed[-1]) for word in typed)


WANTED = {
    "nothing": Wanted(),
    "usual word": Wanted(terms=words("xe")),
    "two usual words": Wanted(terms=words("mat", "xe")),
    "usual, never together": Wanted(terms=words("chay", "quyen", "luong", "mat", "vai")),
    "seldom": Wanted(terms=words("b", "12345")),
    "none": Wanted(terms=words("khongco")),
    "typing": Wanted(terms=words("gay", "ro", more=True)),
    "typing a number": Wanted(terms=words("12", more=True)),
    "camera": Wanted(cameras=frozenset({CameraId(7)})),
    "camera, word": Wanted(cameras=frozenset({CameraId(7)}), terms=words("xe")),
    "cluster, word, month": Wanted(
        cameras=frozenset(map(CameraId, range(1, 6))),
        clusters=frozenset({ClusterId(1)}),
        terms=words("roi"),
        since=datetime(2025, 3, 1, tzinfo=UTC),
        until=datetime(2025, 4, 1, tzinfo=UTC),
    ),
    "state": Wanted(states=frozenset({IncidentState.RETURNED})),
    "category": Wanted(categories=frozenset({CategoryId(3)})),
    "category, word": Wanted(categories=frozenset({CategoryId(3)}), terms=words("cau")),
    "number": Wanted(number=4711),
    "mine": Wanted(mine=OfficerId(1)),
    "an hour long ago": Wanted(
        since=datetime(2024, 3, 1, 22, tzinfo=UTC), until=datetime(2024, 3, 1, 23, tzinfo=UTC)
    ),
}


def main(folder: Path, bookmarks: int = 500_000, incidents: int = 100_000) -> None:
    path = folder / "station.db"
    if not path.exists():
        wards.made(path, cameras=wards.CITY)
    store = Store(path, committed=lambda _: None)
    with store.read() as unit:
        cameras = tuple(camera.id for camera in unit.fleet.cameras())
        clusters = tuple(cluster.id for cluster in unit.fleet.clusters())
        filled = bool(unit.finds.page(Wanted(), CHIEF, 1).found)
    if not filled:
        started_s = time.process_time()
        duty.fill(store, bookmarks, incidents, UNTIL, cameras, clusters)
        print(f"filled in {time.process_time() - started_s:.0f} s")
    print(f"{path.stat().st_size / 1e6:.0f} MB")
    with store.read() as unit:
        reference = _median(lambda: unit.finds.page(Wanted(), CHIEF, 50))
        print(f"{'a plain page of 50':28} {reference * 1000:7.1f} ms")
        for viewer, who in ((CHIEF, "chief"), (DUTY, "duty of 5 teams")):
            for name, wanted in WANTED.items():
                for limit in (50, 1000):
                    took = _median(partial(unit.finds.page, wanted, viewer, limit))
                    found = unit.finds.page(wanted, viewer, limit)
                    print(
                        f"{who:16} {name:24} {limit:5} {took * 1000:7.1f} ms",
                        f"{took / reference:6.1f} x {len(found.found):5}",
                        found.looked_back_to or "",
                        flush=True,
                    )
    store.close()


def _median(call: Callable[[], object]) -> float:
    took = []
    for _ in range(5):
        started_s = time.process_time()
        call()
        took.append(time.process_time() - started_s)
    return statistics.median(took)


if __name__ == "__main__":
    main(Path(sys.argv[1]), *map(int, sys.argv[2:]))
