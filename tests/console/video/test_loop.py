from __future__ import annotations

import selectors
import socket
from collections.abc import Iterator
from functools import partial

import pytest

from console.clock import SystemClock
from console.video.loop import Loop
from console.workers import Workers
from tests.fakes import FakeClock


@pytest.fixture
def loop() -> Iterator[Loop]:
    loop = Loop(SystemClock())
    yield loop
    loop.close()


def test_calls_from_another_thread_are_made_in_order_on_the_loops_thread(loop: Loop) -> None:
    heard: list[int] = []
    workers = Workers()

    def say(_stop: object) -> None:
        for number in range(1_000):
            loop.post(partial(heard.append, number))
        loop.post(loop.end)

    workers.loop("talker", say)
    loop.run()
    workers.close()

    assert heard == list(range(1_000))


def test_timers_fire_in_the_order_in_which_they_are_due(loop: Loop) -> None:
    fired: list[str] = []
    loop.later(0.02, lambda: fired.append("second"))
    loop.later(0.01, lambda: fired.append("first"))
    loop.later(0.015, lambda: fired.append("cancelled")).cancel()
    loop.later(0.03, loop.end)

    loop.run()

    assert fired == ["first", "second"]


def test_a_socket_let_go_by_another_call_of_the_same_round_is_not_called(loop: Loop) -> None:
    pairs = [socket.socketpair(), socket.socketpair()]
    called: list[int] = []

    def on_ready(index: int, _events: int) -> None:
        called.append(index)
        for ours, _ in pairs:
            loop.unwatch(ours)
        loop.end()

    for index, (ours, theirs) in enumerate(pairs):
        theirs.send(b"x")
        loop.watch(ours, selectors.EVENT_READ, partial(on_ready, index))

    loop.run()

    assert len(called) == 1
    for pair in pairs:
        for end in pair:
            end.close()


def test_waiting_is_measured_apart_from_working(loop: Loop) -> None:
    loop.later(0.05, loop.end)

    loop.run()

    assert loop.waited_s() >= 0.04
    assert loop.waited_s() == 0.0


def test_a_round_that_takes_long_is_not_taken_for_a_hang(clock: FakeClock) -> None:
    """Starved of its processor, a loop finds seconds of video in every socket."""
    loop = Loop(clock)
    pairs = [socket.socketpair() for _ in range(4)]
    beats: list[float] = []
    begun_s = clock.monotonic_s()

    def decode(_events: int) -> None:
        clock.pass_(seconds=4)
        loop.later(0.0, loop.end)  # a timer waits for the end of the round

    for ours, theirs in pairs:
        theirs.send(b"x")
        loop.watch(ours, selectors.EVENT_READ, decode)
    loop.beat(1.0, lambda: beats.append(clock.monotonic_s() - begun_s))
    loop.run()

    assert beats == [4, 8, 12, 16]
    loop.close()
    for end in (end for pair in pairs for end in pair):
        end.close()
