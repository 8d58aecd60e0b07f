"""A city with half a million rows of each noun of its cases, and what every list takes there."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from statistics import median

from console.app import build
from console.backup_files import STORE_FILE
from console.config import Config
from console.demo.city import CitySize, fill
from console.keepers import Keeper
from db.store import Store
from tests.city_lists import CityClock, asked, chief_and_narrowed
from tests.proof import pages
from tests.proof.proof import Disproved
from tests.proof.reference import side_by_side, told

ROWS = 500_000
ENTRIES = 1_000_000
ANSWERED_MS, PAINTED_MS = 50.0, 150.0
_CONFIG = Config(keeper=Keeper.KEY_FILE)


def made(folder: Path, rows: int = ROWS, entries: int = ENTRIES) -> None:
    """Put a city with so many of everything into a folder, and a log."""
    started_s = time.perf_counter()
    store = Store(folder / STORE_FILE, committed=lambda _: None)
    size = CitySize(
        entries=entries,
        members=1695,
        incidents=rows,
        bookmarks=rows,
        outcomes=rows,
        calls=rows,
        requests=min(rows, 6000),
    )
    fill(store, size)
    store.close()
    length = (folder / STORE_FILE).stat().st_size
    print(f"made in {time.perf_counter() - started_s:.0f} s, {length / 1e6:.0f} MB", flush=True)


def measured(folder: Path) -> str:
    """Ask a city's station for every list; slow is what would be so on the reference PC.

    See ``tests.proof.reference``.  The pages that show them are painted on this one.
    """
    console = build(folder, lambda _: None, config=_CONFIG, clock=CityClock())
    slow: dict[str, float] = {}
    most, seen_most, count, slower = 0.0, 0.0, 0, []
    for name, call in asked(console, *chief_and_narrowed(console)):
        took = side_by_side(call)
        scaled_ms = took.there_ms
        slower.append(took.slower)
        count += 1
        most = max(most, scaled_ms)
        if scaled_ms > ANSWERED_MS:
            slow[name] = scaled_ms
        print(told(name, took, is_slow=name in slow), flush=True)
    console.close()
    for name, seen in pages.painted(folder).items():
        if is_slow := seen.here_ms > PAINTED_MS:
            slow[name] = seen.here_ms
        seen_most = max(seen_most, seen.here_ms)
        print(told(name, seen, is_slow=is_slow), flush=True)
    line = (
        f"{count} lists answered in {most:.0f} ms at most on the reference PC,"
        f" {median(slower):.1f} times as fast as this one; pages painted in {seen_most:.0f} ms here"
    )
    if slow:
        worst = sorted(slow, key=lambda name: -slow[name])
        raise Disproved(f"{line}; too slow: {', '.join(worst)}")
    return line


if __name__ == "__main__":
    place = Path(sys.argv[1])
    if not (place / STORE_FILE).exists():
        made(place, *map(int, sys.argv[2:]))
    print(measured(place))
