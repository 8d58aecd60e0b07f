"""What a program and all that it started cost: processor time and memory."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import psutil

from console.bench.tools import BenchFailed, tree

_MB = 1 << 20


@dataclass(frozen=True, slots=True)
class Spent:
    """The processor time that processes had used up to a moment, by their ids."""

    at_s: float  # Clock.monotonic_s
    seconds: dict[int, float]

    others: float  # what everything else on the machine used up, in seconds

    def percent_since(self, earlier: Spent) -> float:
        """Processor time a second, in percent of one core.

        A process that was born meanwhile counts with all that it used.

        Raises:
            BenchFailed: a process ended meanwhile and took its time with it.
        """
        if not earlier.seconds.keys() <= self.seconds.keys():
            raise BenchFailed("a process ended while its cost was measured")
        used_s = sum(self.seconds.values()) - sum(earlier.seconds.values())
        return 100 * used_s / (self.at_s - earlier.at_s)

    def others_since(self, earlier: Spent) -> float:
        """What everything else used meanwhile, likewise: above some 15 the figures are soft."""
        return 100 * (self.others - earlier.others) / (self.at_s - earlier.at_s)


def spent(roots: Sequence[int], now_s: float, *, bench: Sequence[int] = ()) -> Spent:
    """User and system time of the trees of ``roots``, up to now.

    Args:
        roots: What is measured.
        now_s: ``Clock.monotonic_s``.
        bench: Processes that belong to the bench: they are neither measured nor others.

    Raises:
        BenchFailed: one of the processes ended while it was asked.
    """
    try:
        seconds = {process.pid: _used_s(process) for process in _all(roots)}
        ours = sum(seconds.values()) + sum(_used_s(psutil.Process(pid)) for pid in bench)
    except psutil.NoSuchProcess as error:
        raise BenchFailed("a process ended while its cost was measured") from error
    machine = psutil.cpu_times()
    busy_s = sum(machine) - machine.idle - getattr(machine, "iowait", 0.0)
    return Spent(now_s, seconds, busy_s - ours)


def _used_s(process: psutil.Process) -> float:
    times = process.cpu_times()
    return float(times.user + times.system)


def memory_mb(root: int) -> float:
    """Memory (proportional set size) of a tree, in MiB: shared pages are counted once.

    Raises:
        BenchFailed: one of the processes ended while it was asked.
    """
    try:
        return sum(process.memory_full_info().pss for process in _all([root])) / _MB
    except psutil.NoSuchProcess as error:
        raise BenchFailed("a process ended while its memory was measured") from error


def _all(roots: Sequence[int]) -> list[psutil.Process]:
    return [process for root in roots for process in tree(root)]
