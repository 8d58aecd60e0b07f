from __future__ import annotations

from console.workers import Lane, Stop, Workers

PATIENCE_S = 5.0


def test_what_a_loop_begins_while_it_is_ended_is_waited_for() -> None:
    """A player of a foreign file that was closed at once left a thread behind."""
    workers = Workers()
    begun, ended = Stop(), Stop()

    def child(stop: Stop) -> None:
        stop.wait(PATIENCE_S)
        ended.wait(0.05)
        ended.set()

    def parent(stop: Stop) -> None:
        begun.set()
        stop.wait(PATIENCE_S)
        workers.loop("child", child)

    workers.loop("parent", parent)
    begun.wait(PATIENCE_S)

    assert workers.close() == []
    assert ended.is_set()


def test_a_loop_that_does_not_end_is_named() -> None:
    workers = Workers()
    released = Stop()

    def deaf(_: Stop) -> None:
        released.wait(PATIENCE_S)

    workers.loop("deaf", deaf)

    assert workers.close(timeout_s=0.01) == ["deaf"]

    released.set()
    assert workers.close() == []


def test_a_loop_that_ends_its_own_workers_does_not_wait_for_itself() -> None:
    workers = Workers()
    said: list[list[str]] = []
    workers.loop("last", lambda _: said.append(workers.close()))

    assert workers.close() == []
    assert said == [["last"]]


def test_what_comes_too_late_is_cancelled_and_starts_no_thread() -> None:
    workers = Workers()
    assert workers.submit(lambda: 1, Lane.READ).result(PATIENCE_S) == 1
    workers.close()

    for lane in (Lane.READ, Lane.WRITE):
        assert workers.submit(lambda: 2, lane).cancelled()
