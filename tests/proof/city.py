"""A city's station, and how long its lists and searches let people wait."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from console.app import Console, build
from console.clock import SystemClock
from console.config import Config
from console.demo.city import LAST_DAY
from console.keepers import Keeper
from db.records import Role, TrailQuery
from tests.fakes import FakeClock
from tests.proof.people import auditor, sit_down
from tests.proof.proof import Disproved
from tests.proof.reference import Took, beside, judged, side_by_side
from tests.proof.window import window_over

if TYPE_CHECKING:  # it sets the screen up, which the platform must be chosen before
    from tests.ui.stage import Stage

OPENED_MS, ANSWERED_MS, PAINTED_MS = 300.0, 50.0, 150.0
_READERS = 2  # threads of the read lane
_CONFIG = Config(keeper=Keeper.KEY_FILE)

Calls = dict[str, Callable[[], object]]


def measured(station: Path) -> str:
    """Measure the station in a folder; medians, in milliseconds of this PC."""
    opened = beside(
        lambda: _took_ms(lambda: build(station, lambda _: None, config=_CONFIG).close())
    )
    console = build(station, lambda _: None, config=_CONFIG)
    sit_down(console, auditor(console))
    answered = {name: side_by_side(call) for name, call in _calls(console).items()}
    console.close()
    line = judged(answered, _painted(station), answered_ms=ANSWERED_MS, painted_ms=PAINTED_MS)
    line = f"opened in {opened.here_ms:.0f} ms here and {opened.there_ms:.0f} there, {line}"
    if opened.here_ms > OPENED_MS:
        raise Disproved(line)
    return line


def _calls(console: Console) -> Calls:
    from ui.audit.acts import Group, acts_of

    log, store = console.log, console._store
    with store.read() as unit:
        officer = next(each for each in unit.officers.all() if each.role is Role.DUTY)
        camera = unit.fleet.cameras()[-1]
    years_ago = LAST_DAY - timedelta(days=900)

    def find(text: str) -> object:
        with store.read() as unit:
            return unit.search.cameras(text)

    def search(query: TrailQuery) -> Callable[[], object]:
        return lambda: log.search(query)

    calls: Calls = {
        "every camera": console.fleet.view,
        "cameras by a word": lambda: find("dinh"),
        "cameras by four words": lambda: find("cong cho ben tuong"),
        "newest entries": search(TrailQuery()),
        "entries of an officer": search(TrailQuery(officer_id=officer.id)),
        "entries about a camera": search(TrailQuery(subject="camera", subject_id=camera.id)),
        "entries of years ago": search(TrailQuery(until=years_ago)),
    }
    for group in Group:
        acts = frozenset(str(act) for act in acts_of(group))
        calls[f"entries of group {group}"] = search(TrailQuery(acts=acts, limit=50))
    return calls


def _painted(station: Path) -> dict[str, Took]:
    """From a filter to its rows on screen, in a window without one."""
    with window_over(station, FakeClock()) as stage:
        return _filtered(stage)


def _filtered(stage: Stage) -> dict[str, Took]:
    from tests.ui.stage import Eye, wait_for
    from ui.audit.acts import Group, acts_of

    guard, page = stage.window.guard, stage.window.audit
    assert guard is not None
    assert page is not None
    guard.enter(sit_down(stage.console, auditor(stage.console)))
    stage.window.show_page("audit")
    wait_for(lambda: page.rows.rowCount() > 0 and bool(page.filters.officer.found("")))
    with stage.console._store.read() as unit:
        officer = next(each for each in unit.officers.all() if each.role is Role.DUTY)
    eye = Eye(page.table.viewport())
    arrived: list[bool] = []

    def on_arrived() -> None:
        eye.painted = False  # what was painted before showed other rows
        arrived.append(True)

    page.rows.arrived.connect(on_arrived)

    def painted(change: Callable[[], None]) -> None:
        arrived.clear()
        change()
        wait_for(lambda: bool(arrived) and eye.painted)

    def rest() -> None:
        """Let everything end that the page reads around its rows: nobody filters all the time."""
        both = threading.Barrier(_READERS)
        ended: list[object] = []
        for _ in range(_READERS):
            page._desk.tasks.run(both.wait, done=ended.append, failed=ended.append)
        wait_for(lambda: len(ended) == _READERS)

    filters = page.filters

    def once(change: Callable[[], None], undo: Callable[[], None]) -> float:
        rest()
        took_ms = _took_ms(partial(painted, change))
        painted(undo)
        return took_ms

    return {
        "rows of an officer": beside(
            lambda: once(lambda: filters.officer.pick(officer.id), filters.officer.clear)
        ),
        "rows of sign-ins": beside(
            lambda: once(lambda: filters.act.pick(acts_of(Group.ACCESS)), filters.act.clear)
        ),
    }


def _took_ms(call: Callable[[], object]) -> float:
    clock = SystemClock()
    started_s = clock.monotonic_s()
    call()
    return (clock.monotonic_s() - started_s) * 1000
