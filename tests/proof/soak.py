"""Ten minutes of 36 live tiles: what is held at the end is what was held at the beginning."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil

from console.workers import Stop
from tests.proof.proof import Disproved
from tests.proof.ward import Ward, wait_for

TILES = 36
MISBEHAVING = 4  # of the demo ward's cameras; these may be without a picture at any time
FOLLOWED_S = 120.0
WARM_UP_S = 60
SOAK_S = 600
ALL_SHOWN_S = 120.0
LOOK_S = 5
MOST_GROWTH = 0.02  # of the memory, from the first third to the last
_MB = 1 << 20


@dataclass(frozen=True)
class Held:
    """What window, engine and workers held at a moment."""

    memory: int  # bytes
    handles: int
    threads: int


def ten_minutes(folder: Path) -> str:
    """RSS grows by at most 2 %; handles and threads stay as they are."""
    ward = Ward(folder)
    ward.draw()
    window = ward.open("--tiles", str(TILES))
    stop = Stop()
    try:
        wanted = TILES - MISBEHAVING
        wait_for(f"{wanted} live tiles", lambda: ward.tiles_live() >= wanted, ALL_SHOWN_S)
        wait_for("the engine that waits, with its workers", lambda: _is_followed(ward), FOLLOWED_S)
        stop.wait(WARM_UP_S)
        members = {process.pid: process.cmdline()[-4:] for process in _ours(ward)}
        seen = []
        for _ in range(SOAK_S // LOOK_S):
            stop.wait(LOOK_S)
            here = _ours(ward)
            if {process.pid for process in here} != members.keys():
                print(ward.last_words(), flush=True)
                gone = members.keys() - {process.pid for process in here}
                raise Disproved(f"ended: {[members[pid] for pid in gone]}, or one began")
            seen.append(_look(here))
            print(seen[-1], flush=True)
    finally:
        window.kill()
        window.wait()
        ward.end()
    return judge(seen)


def judge(seen: Sequence[Held]) -> str:
    """Compare the first third of what was seen with the last third.

    Raises:
        Disproved: memory, handles or threads grew.
    """
    third = len(seen) // 3
    first, last = _typical(seen[:third]), _typical(seen[-third:])
    growth = last.memory / first.memory - 1
    line = (
        f"memory {first.memory / _MB:.0f} -> {last.memory / _MB:.0f} MB ({growth:+.1%}), "
        f"handles {first.handles} -> {last.handles}, threads {first.threads} -> {last.threads}"
    )
    if growth > MOST_GROWTH or last.handles > first.handles or last.threads > first.threads:
        raise Disproved(line)
    return line


def _is_followed(ward: Ward) -> bool:
    """Whether a second engine waits for the first one's death, its workers loaded."""
    waiting = [p for p in ward.family() if "standby" in p.cmdline()]
    ready = [p for p in ward.family() if "--gently" in p.cmdline()]
    return bool(waiting) and len(ready) >= 2


def _ours(ward: Ward) -> list[psutil.Process]:
    """Window, engine and workers: not the server that plays the cameras."""
    return [p for p in ward.family() if "demo-server" not in p.cmdline()]


def _look(processes: Sequence[psutil.Process]) -> Held:
    return Held(
        sum(process.memory_info().rss for process in processes),
        sum(process.num_fds() for process in processes),
        sum(process.num_threads() for process in processes),
    )


def usual_most(counts: Iterable[int]) -> int:
    """How many handles or threads there are while all is well: the ninth decile.

    Cameras that misbehave are without a connection at any time, up to half of it: the median tells
    how many of them just were.  Above stands only what lasts for a moment, as a file that is
    closed just after the next one was opened.
    """
    ordered = sorted(counts)
    return ordered[int(0.9 * (len(ordered) - 1))]


def _typical(seen: Sequence[Held]) -> Held:
    return Held(
        int(statistics.median(held.memory for held in seen)),
        usual_most(held.handles for held in seen),
        usual_most(held.threads for held in seen),
    )
