"""A city's station, and how long its lists and searches let people wait."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path
from statistics import median

from console.app import Console, build
from console.backup_files import STORE_FILE
from console.clock import SystemClock
from console.config import Config
from console.demo.city import LAST_DAY, CitySize, fill
from console.keepers import Keeper
from db.records import Role, TrailQuery
from db.store import Store
from tests.fakes import FakeClock
from tests.proof.people import auditor, sit_down
from tests.proof.proof import Disproved
from tests.proof.reference import slower

ENTRIES = 1_000_000
OPENED_MS, ANSWERED_MS, PAINTED_MS = 300.0, 50.0, 150.0
_ROUNDS = 9
_READERS = 2  # threads of the read lane
_CONFIG = Config(keeper=Keeper.KEY_FILE)

Calls = dict[str, Callable[[], object]]


def a_million_entries(folder: Path) -> str:
    """Make the city, then measure it."""
    store = Store(folder / STORE_FILE, committed=lambda _: None)
    size = CitySize(entries=ENTRIES, members=1_695)
    fill(store, size, progressed=lambda done, _: print(done, flush=True))
    store.close()
    return measured(folder)


def measured(station: Path) -> str:
    """Measure the station in a folder; medians, in milliseconds of this PC."""
    opened_ms = _timed(lambda: build(station, lambda _: None, config=_CONFIG).close())
    console = build(station, lambda _: None, config=_CONFIG)
    sit_down(console, auditor(console))
    answered = {name: _timed(call) for name, call in _calls(console).items()}
    slower_by = slower(console)
    console.close()
    painted = _painted(station)
    for name, took_ms in (answered | painted).items():
        print(f"{name:<28} {took_ms:6.1f} ms", flush=True)
    slow = [name for name, took_ms in answered.items() if took_ms > ANSWERED_MS]
    slow += [name for name, took_ms in painted.items() if took_ms > PAINTED_MS]
    slow += ["opening"] if opened_ms > OPENED_MS else []
    line = (
        f"opened in {opened_ms:.0f} ms, answered in {max(answered.values()):.0f} ms at most,"
        f" painted in {max(painted.values()):.0f} ms at most,"
        f" on a PC {slower_by:.1f} times slower than the reference"
    )
    if slow:
        raise Disproved(f"{line}; too slow: {', '.join(slow)}")
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


def _painted(station: Path) -> dict[str, float]:
    """From a filter to its rows on screen, in a window without one."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication

    from tests.ui.stage import Eye, Stage, wait_for
    from ui import theme
    from ui.audit.acts import Group, acts_of
    from ui.theme import ThemeName

    app = QApplication([])
    theme.apply(app, ThemeName.NIGHT)
    stage = Stage(station, FakeClock())
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
        both, ended = threading.Barrier(_READERS), []
        for _ in range(_READERS):
            page._desk.tasks.run(both.wait, done=ended.append, failed=ended.append)
        wait_for(lambda: len(ended) == _READERS)

    found: dict[str, float] = {}
    filters = page.filters
    for name, change, undo in (
        ("rows of an officer", lambda: filters.officer.pick(officer.id), filters.officer.clear),
        ("rows of sign-ins", lambda: filters.act.pick(acts_of(Group.ACCESS)), filters.act.clear),
    ):
        took_ms = []
        for _ in range(_ROUNDS):
            rest()
            took_ms.append(_took_ms(partial(painted, change)))
            painted(undo)
        found[name] = median(took_ms)
    stage.close()
    return found


def _timed(call: Callable[[], object]) -> float:
    call()  # the first one compiles its queries
    return median(_took_ms(call) for _ in range(_ROUNDS))


def _took_ms(call: Callable[[], object]) -> float:
    clock = SystemClock()
    started_s = clock.monotonic_s()
    call()
    return (clock.monotonic_s() - started_s) * 1000
