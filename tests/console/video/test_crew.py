"""The engine's hands: who hangs, and who is only said to."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import pytest

from console.video.crew import (
    LONGEST_WAIT_S,
    SILENT_S,
    SPARE_AFTER_S,
    START_S,
    STEADY_S,
    Hands,
    Life,
)
from tests.fakes import FakeClock


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


def nobody(_number: int) -> subprocess.Popen[bytes]:
    raise AssertionError("no other process is started here")


@pytest.fixture
def hands(clock: FakeClock) -> Iterator[Hands]:
    """One place with a process that lives and says nothing."""
    hands = Hands(1, clock, nobody)
    command = [sys.executable, "-c", "input()"]
    process = subprocess.Popen(command, stdin=subprocess.PIPE)
    hands.all[0].life = Life(process, clock.monotonic_s())
    yield hands
    hands.close()
    if process.stdin is not None:
        process.stdin.close()


def pass_watched(hands: Hands, clock: FakeClock, seconds: float) -> int:
    """Let time pass while the engine looks each second; how many were lost at the end."""
    for _ in range(int(seconds)):
        clock.pass_(seconds=1)
        lost = len(hands.lost())
    return lost


def test_a_worker_that_says_nothing_is_lost(hands: Hands, clock: FakeClock) -> None:
    assert pass_watched(hands, clock, START_S) == 0
    assert pass_watched(hands, clock, 1) == 1


def test_nobody_is_blamed_for_the_time_in_which_the_pc_slept(
    hands: Hands, clock: FakeClock
) -> None:
    pass_watched(hands, clock, SILENT_S)
    clock.pass_(hours=8)

    assert hands.lost() == []
    assert pass_watched(hands, clock, START_S) == 0
    assert pass_watched(hands, clock, 1) == 1


def test_a_spare_that_dies_is_followed_soon_unless_it_had_just_begun(clock: FakeClock) -> None:
    started: list[subprocess.Popen[bytes]] = []

    def start(_number: int) -> subprocess.Popen[bytes]:
        started.append(subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE))
        return started[-1]

    hands = Hands(0, clock, start)

    def die(after_s: float) -> None:
        clock.pass_(seconds=after_s)
        started[-1].kill()
        started[-1].wait()
        hands.lost()

    clock.pass_(seconds=SPARE_AFTER_S)
    hands.start_due(lambda _hand: None)
    die(after_s=STEADY_S)
    clock.pass_(seconds=SPARE_AFTER_S)
    hands.start_due(lambda _hand: None)
    assert len(started) == 2

    die(after_s=1)
    clock.pass_(seconds=SPARE_AFTER_S)
    hands.start_due(lambda _hand: None)
    assert len(started) == 2
    clock.pass_(seconds=LONGEST_WAIT_S)
    hands.start_due(lambda _hand: None)
    assert len(started) == 3
    hands.close()
    for process in started:
        assert process.stdin is not None
        process.stdin.close()
