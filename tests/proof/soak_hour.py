"""An hour of a wall that is recorded and looked back at: what is held is what was held before.

``make soak``, or ``python -m tests.proof.soak_hour --tiles 16 --minutes 30``; not in CI.  The wall
is the real window on a screen of its own, its cameras loop real footage (``console.bench``).  A
second console has one player, which goes to another camera and instant every few seconds.  It is
put away before each look, long enough for its worker to tidy up: how many pictures it keeps just
then says nothing of what is never freed.
"""

from __future__ import annotations

import argparse
import contextlib
import statistics
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import psutil

from console.bench import station
from console.bench.command import GRIDS
from console.bench.plan import Plan, set_up
from console.bench.reviewer import reviewer
from console.bench.tools import BenchFailed, MissingTools, tree
from tests.proof.proof import Disproved

TILES, MINUTES, WARM_UP_MIN = 36, 60.0, 10.0
MOST_SLOPE = 0.01  # of a process's memory, in an hour
_LOOK_S = 10.0
_SEEKS_A_LOOK, _SEEK_S = 4, 1.5
_AWAY_S = _LOOK_S - _SEEKS_A_LOOK * _SEEK_S  # ``job_worker`` gives back what is free twice in 2 s
_RECORDED_S = 30.0  # before the player begins
_TOLD_EVERY = 6
_MB = 1 << 20
_HOUR_S = 3600.0


@dataclass(frozen=True, slots=True)
class Held:
    """What one process held at a moment of ``Clock.monotonic_s``."""

    at_s: float
    memory: int  # bytes that are in the machine's memory
    handles: int
    threads: int


def soak(plan: Plan, *, tiles: int, minutes: float, warm_up_min: float) -> dict[str, list[Held]]:
    """What each process held, by its name, from the end of the warm-up on.

    Raises:
        Disproved: a process ended after the warm-up, or was started anew.
    """
    data = plan.station(tiles)
    station.record(data)
    with contextlib.ExitStack() as stack:
        opened = stack.enter_context(plan.opened_on(data, tiles))
        opened.marks(tiles)
        plan.patience.rest(_RECORDED_S)
        looking = stack.enter_context(reviewer(data, tiles, plan.patience))
        looking.play()
        began_s = plan.now_s()
        members: set[str] = set()
        seen: dict[str, list[Held]] = {}
        passed_min, look = 0.0, 0
        while passed_min < minutes:
            for _ in range(_SEEKS_A_LOOK):
                looking.look_elsewhere()
                plan.patience.rest(_SEEK_S)
            looking.look_away()
            plan.patience.rest(_AWAY_S)
            passed_min, look = (plan.now_s() - began_s) / 60, look + 1
            now = _members(opened.pid)
            if passed_min < warm_up_min:
                members = now  # spare workers and the next engine come when the wall has settled
            if now != members:
                ended, begun = sorted(members - now), sorted(now - members)
                raise Disproved(f"after {passed_min:.1f} min: ended {ended}, begun {begun}")
            held = _looked(opened.pid, plan.now_s())
            if look % _TOLD_EVERY == 0:
                print(f"{passed_min:5.1f} min  {_told(held)}", flush=True)
            if passed_min >= warm_up_min:
                for name, one in held.items():
                    seen.setdefault(name, []).append(one)
        return seen


def judge(seen: Mapping[str, Sequence[Held]]) -> str:
    """Look for growth, in each process for itself; a line about all of them.

    Raises:
        Disproved: something grew.
    """
    lines, grown = [], False
    for name, held in seen.items():
        slope = _slope(held) * _HOUR_S / statistics.median(one.memory for one in held)
        first, last = _typical(held[: len(held) // 3]), _typical(held[-(len(held) // 3) :])
        grown |= slope > MOST_SLOPE or last != first
        lines.append(
            f"{name} {held[-1].memory / _MB:.0f} MB ({slope:+.2%}/h), "
            f"handles {first[0]:g} -> {last[0]:g}, threads {first[1]:g} -> {last[1]:g}"
        )
    if grown:
        raise Disproved("; ".join(lines))
    return "; ".join(lines)


def _slope(held: Sequence[Held]) -> float:
    """Bytes a second: the median over pairs half of the time apart, which no outlier moves."""
    half = len(held) // 2
    return statistics.median(
        (later.memory - earlier.memory) / (later.at_s - earlier.at_s)
        for earlier, later in zip(held, held[half:], strict=False)
    )


def _typical(held: Sequence[Held]) -> tuple[float, float]:
    """Handles and threads: a segment that is just begun moves them for a moment."""
    return (
        statistics.median_low(one.handles for one in held),
        statistics.median_low(one.threads for one in held),
    )


def _members(root: int) -> set[str]:
    """Who there is, as "worker 4711"."""
    return {f"{_word(process)} {process.pid}" for process in tree(root)}


def _looked(root: int, now_s: float) -> dict[str, Held]:
    """What each process holds, by what it is and its place among them."""
    processes = tree(root)
    return {
        f"{_word(process)} {number}": _look(process, now_s)
        for number, process in enumerate(processes)
    }


def _word(process: psutil.Process) -> str:
    """What it is: the word after "ui" that tells our processes apart."""
    known = ("open", "engine", "worker", "job")
    words = process.cmdline()
    return next((word for word in known if word in words), " ".join(words) or "a zombie")


def _look(process: psutil.Process, now_s: float) -> Held:
    with process.oneshot():
        memory, threads = process.memory_info().rss, process.num_threads()
    return Held(now_s, memory, process.num_fds(), threads)


def _told(held: Mapping[str, Held]) -> str:
    return ", ".join(
        f"{name} {one.memory / _MB:.1f} MB {one.handles}h {one.threads}t"
        for name, one in held.items()
    )


def main(arguments: Sequence[str]) -> int:
    """Soak; returns 1 if something grew."""
    parser = argparse.ArgumentParser(prog="soak", description="an hour of a recorded wall")
    parser.add_argument("--tiles", type=int, default=TILES, choices=GRIDS)
    parser.add_argument("--minutes", type=float, default=MINUTES)
    parser.add_argument("--warm-up", type=float, default=WARM_UP_MIN, metavar="MINUTES")
    told = parser.parse_args(arguments)
    try:
        with set_up(seconds=0.0, rounds=1) as plan:
            seen = soak(plan, tiles=told.tiles, minutes=told.minutes, warm_up_min=told.warm_up)
        print(f"holds: {judge(seen)}", flush=True)
    except Disproved as reason:
        print(f"BROKEN: {reason}", flush=True)
        return 1
    except (MissingTools, BenchFailed) as problem:
        print(f"untried: {problem}", flush=True)
        return 3
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
