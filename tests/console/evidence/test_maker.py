"""The loop that makes what is queued: one at a time, woken, honest about how far it is."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from console.clock import SystemClock
from console.events import ExportMoved, MakingStep
from console.evidence.maker import Maker
from console.evidence.pace import MODEST, PackageStop, Progress, Work
from console.evidence.rules import Cause
from console.workers import Stop, Workers
from db.errors import Gone, StoreFailed
from db.evidence_records import (
    Package,
    PackageExtras,
    PackageId,
    PackageOutcome,
    StillWanted,
)
from db.records import CameraId
from db.store import Store
from tests.console.evidence.press import ALL, Press, is_sound
from tests.console.evidence.test_losses_of_making import Ticking
from tests.console.video.footage_made import instant
from tests.fakes import FakeClock

EXTRAS = PackageExtras(stills=(StillWanted(CameraId(1), instant(9)),))
PATIENCE_S = 30.0


@pytest.fixture
def press(tmp_path: Path, store: Store, clock: FakeClock) -> Iterator[Press]:
    with closing(Press(tmp_path, store, clock)) as press:
        press.record(0, 40)
        press.keep()
        yield press


@pytest.fixture
def workers() -> Iterator[Workers]:
    workers = Workers()
    yield workers
    assert workers.close() == []


def until_over(press: Press, *packages: Package) -> list[Package]:
    """What came of them, once nothing waits any more."""
    clock, pause = SystemClock(), Stop()
    began_s = clock.monotonic_s()
    while press.queue.rows():
        assert clock.monotonic_s() - began_s < PATIENCE_S
        pause.wait(0.02)
    return [press.packages.package(each.id) for each in packages]


def test_what_is_queued_is_made_one_after_the_other(press: Press, workers: Workers) -> None:
    press.shop = press.workshop()
    maker = press.woken_maker()
    workers.loop("exports", maker.run)

    request = press.allowed(press.line(0, 40))
    queued = [press.queue.add(request.id, str(press.usb)) for _ in range(3)]

    made = until_over(press, *queued)
    assert all(is_sound(press.folder_of(each)) for each in made)
    at_work = [order.target for order in press.hands.orders]
    assert len(at_work) == 3


@pytest.mark.loud("a package broke the maker")
def test_a_bug_in_one_package_does_not_keep_the_next_from_being_made(
    press: Press, workers: Workers
) -> None:
    request = press.allowed(press.line(0, 40))
    broken, next_ = (press.queue.add(request.id, str(press.usb)) for _ in range(2))
    orders = iter([RuntimeError("a bug")])

    def break_once(_order: object) -> None:
        if (error := next(orders, None)) is not None:
            raise error

    press.hands.before = break_once

    workers.loop("exports", press.woken_maker().run)

    came = until_over(press, broken, next_)
    assert [each.outcome for each in came] == [PackageOutcome.FAILED, PackageOutcome.MADE]
    assert came[0].cause == Cause.BROKEN


def test_a_loop_that_is_idle_ends_at_once(press: Press) -> None:
    workers, clock = Workers(), SystemClock()
    maker = press.maker()
    workers.loop("exports", maker.run)

    began_s = clock.monotonic_s()
    maker.end()
    assert workers.close() == []

    assert clock.monotonic_s() - began_s < 1.5


def test_a_program_that_ends_leaves_its_package_interrupted(press: Press, workers: Workers) -> None:
    queued = press.queued(press.line(0, 40))
    maker = press.maker()
    press.hands.before = lambda _order: maker.end()

    workers.loop("exports", maker.run)

    (package,) = until_over(press, queued)
    assert (package.outcome, package.cause) == (PackageOutcome.FAILED, Cause.INTERRUPTED)
    assert list(press.usb.iterdir()) == []


def test_what_a_process_left_that_died_is_failed_and_the_next_is_made(press: Press) -> None:
    request = press.allowed(press.line(0, 40))
    left = press.queue.add(request.id, str(press.usb))
    waiting = press.queue.add(request.id, str(press.usb))
    with press.store.begin() as unit:
        unit.packages.begin(left.id, maker_pid=os.getpid() + 1, at=press.clock.now())
    assert press.maker().make_next(Stop()) is None  # one is being made, for all it knows

    assert press.maker()._run_once(Stop())

    assert press.packages.package(left.id).cause == Cause.INTERRUPTED
    assert is_sound(press.folder_of(press.packages.package(waiting.id)))


def test_progress_goes_on_and_comes_through_every_step_in_order(press: Press) -> None:
    press.queued(press.line(0, 40), forms=ALL, extras=EXTRAS)

    press.make(clock=Ticking())

    moved = [each for each in press.posted if isinstance(each, ExportMoved)]
    steps = list(dict.fromkeys(each.step for each in moved))
    assert steps == [
        MakingStep.COPYING,
        MakingStep.VIEWING,
        MakingStep.STILLS,
        MakingStep.CHECKING,
        MakingStep.PAPERS,
    ]
    shares = [each.done / each.total for each in moved]
    assert shares == sorted(shares)
    assert shares[0] < 0.2
    assert 0.5 < shares[-1] <= 1.0


def test_nobody_is_told_more_often_than_four_times_a_second(clock: FakeClock) -> None:
    posted: list[object] = []
    progress = Progress(PackageId(1), clock, posted.append, {})
    progress.expect(Work.VIEW, 10_000)

    with progress.doing(Work.VIEW) as reached:
        for done_ms in range(0, 10_000, 10):
            reached(done_ms)
            clock.pass_(seconds=0.01)

    assert 38 <= len(posted) <= 41


def test_what_is_left_is_told_by_the_pace_of_this_pc(clock: FakeClock) -> None:
    posted: list[ExportMoved] = []
    measured: dict[Work, float] = {}
    progress = Progress(PackageId(1), clock, posted.append, measured)  # type: ignore[arg-type]
    progress.expect(Work.VIEW, 100_000)
    progress.expect(Work.PAPERS, 1)

    with progress.doing(Work.VIEW) as reached:
        assert posted[-1].left_s is None
        clock.pass_(seconds=10)
        reached(20_000)

    assert measured == {Work.VIEW: 2000.0}
    assert posted[-1].left_s == pytest.approx(40 + 1 / MODEST[Work.PAPERS])
    later = Progress(PackageId(2), clock, posted.append, measured)  # type: ignore[arg-type]
    later.expect(Work.VIEW, 30_000)
    with later.doing(Work.VIEW):
        pass
    assert posted[-1].left_s == pytest.approx(15)


def test_less_than_expected_is_not_told_as_left(clock: FakeClock) -> None:
    posted: list[ExportMoved] = []
    progress = Progress(PackageId(1), clock, posted.append, {})  # type: ignore[arg-type]
    progress.expect(Work.COPY, 1e9)

    with progress.doing(Work.COPY) as reached:
        reached(5.0)
    clock.pass_(seconds=1)
    progress.whole(Work.COPY)

    assert posted[-1].done == posted[-1].total


def test_the_store_is_asked_once_a_second_whether_a_package_is_wanted(clock: FakeClock) -> None:
    asked: list[float] = []
    answers: list[bool | Exception] = [True, StoreFailed("busy"), True, Gone("package")]

    def is_wanted() -> bool:
        asked.append(clock.monotonic_s())
        answer = answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    stop = PackageStop(Stop(), clock, is_wanted)
    states = []
    for _ in range(40):
        states.append(stop.is_set())
        clock.pass_(seconds=0.1)

    assert (states.count(True), states[-1], stop.unwanted) == (10, True, True)
    assert len(asked) == 4


def test_the_pace_is_told_once_it_was_measured(press: Press) -> None:
    maker = Maker(press.queue, press.workshop(clock=Ticking()))
    assert (maker.pace.bytes_s, maker.pace.view_s) == (None, None)
    press.queued(press.line(0, 40), forms=ALL)

    maker.make_next(Stop())

    assert maker.pace.bytes_s
    assert maker.pace.view_s
