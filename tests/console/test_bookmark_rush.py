"""A hundred bookmarks while the station does whatever takes long: none is lost, none waits."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from console.app import Console, build
from console.audit import Act
from console.backup_files import STORE_FILE
from console.config import Config
from console.demo.city import CitySize, fill
from console.keepers import Keeper
from console.workers import Lane, Stop
from db.records import CameraId, TrailQuery
from db.store import Store
from tests import stores
from tests.city_lists import CityClock
from tests.console.test_audit_view import WORDS

PATIENCE_S = 30.0
COUNT = 100
ENTRIES = 2500  # more than a report or a verification reads at a time


class InTheMiddle:
    """Some work that is told how far it is, and gets no further until ``on``."""

    def __init__(self, on: Stop) -> None:
        self.there, self._on = Stop(), on

    def __call__(self, _done: int = 0, _total: int = 0) -> None:
        self.there.set()
        assert self._on.wait(PATIENCE_S)


@pytest.fixture
def console(tmp_path: Path) -> Iterator[Console]:
    store = Store(stores.new(tmp_path / STORE_FILE), committed=lambda _: None)
    fill(store, CitySize(teams=1, cameras=4, officers=0, entries=ENTRIES))
    store.close()
    made = build(tmp_path, lambda _: None, config=Config(keeper=Keeper.KEY_FILE), clock=CityClock())
    yield made
    made.close()


def test_a_hundred_in_ten_seconds_wait_for_no_report(console: Console, tmp_path: Path) -> None:
    clock, workers = console.clock, console.workers
    assert isinstance(clock, CityClock)
    on = Stop()
    long: dict[str, Callable[[InTheMiddle], object]] = {
        "report": lambda held: console.log_export.export_workbook(
            tmp_path / "log.xlsx", TrailQuery(), WORDS, stop=Stop(), progressed=held
        ),
        "verification": lambda held: console.log.verify(stop=Stop(), progressed=held),
        "backup": lambda held: console.backups.run(progressed=held),
        "reading": partial(_read, console),
    }
    held = {name: InTheMiddle(on) for name in long}
    lanes = {"reading": Lane.READ, "backup": Lane.STILLS}  # the night has a thread of its own
    works = {
        name: workers.submit(partial(work, held[name]), lanes.get(name, Lane.LONG))
        for name, work in long.items()
    }
    assert all(each.there.wait(PATIENCE_S) for each in held.values())

    marks = []
    for number in range(COUNT):
        clock.pass_(seconds=0.1)
        mark = partial(console.bookmarks.mark, [CameraId(1 + number % 4)], clock.now())
        marks.append(workers.submit(mark, Lane.WRITE))
    made = [each.result(PATIENCE_S) for each in marks]
    drafts = workers.submit(console.bookmarks.drafts, Lane.READ).result(PATIENCE_S)

    assert not any(work.done() for work in works.values())
    assert [each.id for each in drafts] == [each.id for each in reversed(made)]
    assert len({each.at for each in made}) == COUNT
    on.set()
    results = {name: work.result(PATIENCE_S) for name, work in works.items()}
    assert results["report"] == ENTRIES
    with console._store.read() as unit:
        told = unit.trail.search(TrailQuery(acts=frozenset({Act.BOOKMARK_MADE}), limit=COUNT + 1))
        held_ids = {each.id for each in unit.holds.in_force(clock.now())}
    assert [each.subject_id for each in told] == [each.id for each in reversed(made)]
    assert {each.hold_id for each in made} == held_ids
    assert console.log.verify(stop=Stop(), progressed=lambda *_: None).whole


def _read(console: Console, held: InTheMiddle) -> None:
    """As long as a list or a copy reads, nothing that is written moves under it."""
    with console._store.read() as unit:
        before = unit.trail.head()
        held()
        assert unit.trail.head() == before
