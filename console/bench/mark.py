"""How soon a moment is on the disk and its tile flashes, while the PC does all it can have to."""

from __future__ import annotations

import random
import statistics
from pathlib import Path

from console.backup_files import STORE_FILE
from console.bench.eye import quantile
from console.bench.key_times import KeyTimes, key_times
from console.bench.plan import Figures, Plan
from console.bench.programs import Window, bare_mark, press, press_many
from console.bench.tools import BenchFailed
from console.clock import SystemClock
from console.demo.city import entries
from db.case_records import MOST_FLAGS
from db.records import CameraId, to_us
from db.store import Store

TILES = (16, 81)
SINGLE, BURST = 40, 100
_BURST_EACH_S = 0.1
_ENTRIES = 20_000  # of the log that is checked and reported meanwhile
_NEXT_KEPT_S = 60.0  # after the one before
_LOOK_S = 0.2
_LOADED_S = 3.0


def mark(plan: Plan, tiles: int) -> Figures:
    """Real keys into a window of live tiles that runs a report and a check of the log.

    ``p50_ms`` and ``p95_ms`` are from the key, as X dates it, to the flash, whose tile is painted
    when the answer came that bookmark, hold and entry are on the disk: 40 keys, about a second
    apart.  ``burst_…`` is of 100 more in 10 s, of which ``lost`` are not in the store.  ``bare_…``
    is one page appended to a file with fsync and one tile repainted, in a process beside it, at the
    same time; ``ratio`` is against its 95th percentile.  The rest says where the time goes
    (medians).
    """
    data = plan.station(tiles)
    print(f"mark: a log of {_ENTRIES} entries", flush=True)
    _fill(data / STORE_FILE, tiles)
    dice = random.Random(tiles)
    with plan.opened_on(data, tiles, marks=True) as opened:
        plan.settled(opened, tiles)
        press(plan.screen, opened, "1", "Return")  # chooses camera 1, and begins the load
        plan.patience.rest(_LOADED_S)
        print(f"mark: {SINGLE} keys", flush=True)
        press_many(plan.screen, opened, "b", [dice.uniform(0.8, 1.2) for _ in range(SINGLE)])
        single = _times(plan, opened, SINGLE)
        print("mark: the bare one", flush=True)
        bare = sorted(bare_mark(data / "bare.db", SINGLE))
        print(f"mark: {BURST} keys in 10 s", flush=True)
        press_many(plan.screen, opened, "b", [_BURST_EACH_S] * BURST)
        burst = _times(plan, opened, SINGLE + BURST)[len(single) :]
    totals, bursts = (sorted(each.total_ms for each in some) for some in (single, burst))
    bare_p95 = quantile(bare, 0.95)
    return {
        "p50_ms": round(quantile(totals, 0.5), 1),
        "p95_ms": round(quantile(totals, 0.95), 1),
        "longest_ms": round(totals[-1], 1),
        "burst_p95_ms": round(quantile(bursts, 0.95), 1),
        "lost": SINGLE + BURST - _kept(data / STORE_FILE, tiles),
        "bare_p50_ms": round(quantile(bare, 0.5), 1),
        "bare_p95_ms": round(bare_p95, 1),
        "ratio": round(quantile(totals, 0.95) / bare_p95, 2),
        **_split(single),
    }


def _split(times: list[KeyTimes]) -> Figures:
    parts = ("heard_ms", "queued_ms", "kept_ms", "painted_ms")
    return {
        name: round(statistics.median(getattr(each, name) for each in times), 1) for name in parts
    }


def _times(plan: Plan, opened: Window, count: int) -> list[KeyTimes]:
    """What the window tells of ``count`` bookmarks; of fewer, when no more come.

    Raises:
        BenchFailed: the window has ended, or tells of none.
    """
    told: list[KeyTimes] = []
    since_s = plan.now_s()
    while len(told) < count and plan.now_s() - since_s < _NEXT_KEPT_S and opened.lives():
        plan.patience.rest(_LOOK_S)
        if len(now := key_times(opened.key_times)) > len(told):
            told, since_s = now, plan.now_s()
    if not told:
        raise BenchFailed("no key was answered by a flash")
    return told


def _fill(path: Path, cameras: int) -> None:
    """A log that is as long as that of some months."""
    store = Store(path, committed=lambda _: None)
    try:
        with store.begin() as unit:
            ids = [CameraId(number) for number in range(1, cameras + 1)]
            told = entries(_ENTRIES, ids, [], random.Random(cameras), unit.trail.head())
            unit.trail.append_many(list(told))
    finally:
        store.close()


def _kept(path: Path, tiles: int) -> int:
    store = Store(path, committed=lambda _: None)
    try:
        ever = (0, to_us(SystemClock().now()))
        cameras = [CameraId(number) for number in range(1, tiles + 1)]
        with store.read() as unit:
            return len(unit.bookmarks.flags(None, cameras, ever, MOST_FLAGS))
    finally:
        store.close()
