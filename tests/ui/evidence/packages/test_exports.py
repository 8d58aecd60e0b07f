"""What the strip says of exports, and what is told once."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from console.events import ExportMoved, MakingStep
from console.evidence.rules import Cause
from db.evidence_records import Package, PackageId, PackageOutcome, PackageQuery
from tests.ui.evidence.packages.seat import PackageSeat
from tests.ui.stage import wait_for
from ui.evidence.counts import ExportCount
from ui.exports import Exports, percent


@pytest.fixture
def exports(seat: PackageSeat) -> Exports:
    return seat.desk.standing.exports


def strip_of(seat: PackageSeat) -> ExportCount:
    """The strip's part in a window."""
    window = QWidget()
    seat.show(window)
    return ExportCount(seat.desk.standing.exports, window)


def look(seat: PackageSeat) -> None:
    """As the window does after each change."""
    evidence = seat.console.evidence
    ended = frozenset({PackageOutcome.MADE, PackageOutcome.FAILED})
    seat.desk.standing.exports.keep(
        evidence.queue.rows(), evidence.packages.page(PackageQuery(outcomes=ended, limit=20))
    )


def moved(package: Package, done: int, total: int = 100) -> ExportMoved:
    return ExportMoved(package_id=package.id, step=MakingStep.COPYING, done=done, total=total)


def test_the_strip_counts_what_is_exported_and_what_waits(
    seat: PackageSeat, exports: Exports
) -> None:
    strip = strip_of(seat)
    assert strip.text() == ""
    package = seat.queued()
    seat.queued()
    seat.console.evidence.queue.begin_next()
    look(seat)
    assert strip.text() == "1 gói đang xuất 0 %, 1 gói chờ"

    seat.bridge.post(moved(package, 430, 1000))

    wait_for(lambda: strip.text() == "1 gói đang xuất 43 %, 1 gói chờ")
    assert "chép bản gốc" in strip.toolTip()
    assert "Ctrl+Shift+E" in strip.toolTip()


def test_what_was_made_stands_there_for_a_while(seat: PackageSeat, exports: Exports) -> None:
    strip = strip_of(seat)
    package = seat.made()
    look(seat)
    assert package.made is not None
    assert strip.text() == f"Gói {package.made.folder} đã xong"

    seat.clock.pass_(minutes=3)
    strip.refresh()

    assert strip.text() == ""


def test_what_ended_is_news_once_and_what_ended_before_the_start_is_none(
    seat: PackageSeat, exports: Exports
) -> None:
    heard: list[Package] = []
    exports.ended.connect(heard.append)
    package = seat.queued()
    begun = seat.console.evidence.queue.begin_next()
    assert begun is not None
    seat.console.evidence.queue.failed(begun, Cause.NO_ROOM)
    look(seat)
    look(seat)
    assert [each.id for each in heard] == [package.id]

    seat.clock.pass_(seconds=1)
    started_later = Exports(seat.bridge, seat.clock, exports)
    started_later.ended.connect(heard.append)
    rows = seat.console.evidence.packages
    started_later.keep([], [rows.package(package.id)])

    assert len(heard) == 1


def test_what_the_end_of_the_program_broke_off_is_news_at_the_next_start_for_a_day(
    seat: PackageSeat, exports: Exports
) -> None:
    package = seat.queued()
    begun = seat.console.evidence.queue.begin_next()
    assert begun is not None
    seat.console.evidence.queue.failed(begun, Cause.INTERRUPTED)
    rows = [seat.console.evidence.packages.package(package.id)]
    for hours, told in ((1, 1), (24, 0)):
        seat.clock.pass_(hours=hours)
        heard: list[Package] = []
        started = Exports(seat.bridge, seat.clock, exports)
        started.ended.connect(heard.append)
        started.keep([], rows)
        started.keep([], rows)
        assert len(heard) == told


def test_a_second_try_that_fails_is_told_again(seat: PackageSeat, exports: Exports) -> None:
    heard: list[Package] = []
    exports.ended.connect(heard.append)
    package = seat.queued()
    for _ in range(2):
        begun = seat.console.evidence.queue.begin_next()
        assert begun is not None
        seat.console.evidence.queue.failed(begun, Cause.INTERRUPTED)
        look(seat)
        seat.console.evidence.queue.retry(package.id)

    assert len(heard) == 2


@pytest.mark.parametrize(("done", "total", "shown"), [(0, 0, 0), (1, 3, 33), (100, 100, 99)])
def test_it_is_not_done_before_the_queue_says_so(done: int, total: int, shown: int) -> None:
    event = ExportMoved(package_id=PackageId(1), step=MakingStep.CHECKING, done=done, total=total)
    assert percent(event) == shown
