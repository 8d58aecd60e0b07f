"""Packages through real processes: console, engine, job worker; and one that dies meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from console.clock import SystemClock
from console.events import ExportMoved, MakingStep
from console.evidence.maker import Maker
from console.evidence.pace import Pace
from console.video.wire_footage import VolumeOrder
from console.workers import Stop
from db.evidence_records import PackageExtras, PackageOutcome, StillWanted
from db.footage_records import GapCause, VolumeId
from db.records import CameraId
from db.store import Store
from tests.console.evidence.press import ALL, Press, is_sound, told
from tests.console.video.footage_made import instant
from tests.console.video.test_cutter import numbers
from tests.console.video.watching import Watcher
from tests.fakes import FakeClock

EXTRAS = PackageExtras(stills=(StillWanted(CameraId(1), instant(9)),))


@pytest.fixture
def press(tmp_path: Path, store: Store, clock: FakeClock) -> Iterator[Press]:
    with closing(Press(tmp_path, store, clock)) as press:
        press.record(0, 60, size=(640, 360), noisy=True)
        press.record(90, 60, size=(640, 360), noisy=True)
        press.keep((1, 60, 90, GapCause.NETWORK))
        yield press


@pytest.fixture
def watcher(press: Press, runtime: Path) -> Iterator[Watcher]:
    watcher = Watcher(press.folder, engine_workers=1)
    watcher.link.set_recording((), [VolumeOrder(VolumeId(1), str(press.ward.volume), 0, True)])
    yield watcher
    watcher.close()


def maker(press: Press, watcher: Watcher) -> Maker:
    return Maker(press.queue, press.workshop(engine=watcher.link, clock=SystemClock()))


@pytest.mark.timeout(180)
def test_a_package_is_made_by_the_engine_which_may_still_be_starting(
    press: Press, watcher: Watcher
) -> None:
    press.queued(press.line(20, 150), forms=ALL, extras=EXTRAS)
    work = maker(press, watcher)

    package = work.make_next(Stop())

    assert package is not None
    folder = press.folder_of(package)
    assert is_sound(folder)
    assert [numbers(folder / each.path) for each in told(folder).clips] == [
        list(range(20, 60)),
        list(range(90, 150)),
    ]
    assert told(folder).program.ffmpeg
    assert all((each.stat().st_mode & 0o777) == 0o644 for each in folder.rglob("*.*"))
    assert isinstance(work.pace, Pace)


@pytest.mark.timeout(180)
def test_a_job_worker_that_is_killed_in_the_middle_costs_a_second_try(
    press: Press, watcher: Watcher
) -> None:
    press.queued(press.line(0, 150), forms=ALL, extras=EXTRAS)
    killed: list[int] = []

    def kill(event: object) -> None:
        is_viewing = isinstance(event, ExportMoved) and event.step is MakingStep.VIEWING
        if is_viewing and not killed:
            (worker,) = watcher.processes("job")
            killed.append(worker.pid)
            worker.kill()

    press.shop = press.workshop(post=kill)

    package = maker(press, watcher).make_next(Stop())

    assert package is not None
    assert killed
    assert is_sound(press.folder_of(package))
    assert not list(press.usb.rglob("*.partial"))


@pytest.mark.timeout(180)
def test_cancelling_reaches_the_job_worker_within_seconds(press: Press, watcher: Watcher) -> None:
    queued = press.queued(press.line(0, 150), forms=ALL, extras=EXTRAS)

    def cancel(event: object) -> None:
        if isinstance(event, ExportMoved) and event.step is MakingStep.VIEWING:
            row = press.packages.package(queued.id)
            if row.outcome is PackageOutcome.MAKING:
                press.queue.cancel(queued.id)

    press.shop = press.workshop(post=cancel)

    package = maker(press, watcher).make_next(Stop())

    assert package is not None
    assert package.outcome is PackageOutcome.CANCELLED
    assert list(press.usb.iterdir()) == []
