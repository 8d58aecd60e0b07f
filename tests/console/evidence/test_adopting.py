"""A package that was finished when the program died is the station's, and is not made twice."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from console.evidence.making import Making
from console.evidence.pace import PackageStop, Progress
from console.evidence.rules import Cause
from console.workers import Stop
from db.evidence_records import CustodyKind, Package, PackageId, PackageOutcome
from db.footage_records import GapCause
from db.store import Store
from tests.console.evidence.making import flip
from tests.console.evidence.press import Press, is_sound, names
from tests.fakes import FakeClock


@pytest.fixture
def press(tmp_path: Path, store: Store, clock: FakeClock) -> Iterator[Press]:
    with closing(Press(tmp_path, store, clock)) as press:
        press.record(0, 40)
        press.keep((1, 40, 60, GapCause.NETWORK))
        press.queued(press.line(0, 60))
        yield press


def test_what_was_finished_is_taken_over_as_it_is(press: Press) -> None:
    left = press.forsaken()
    press.clock.pass_(minutes=5)

    package = press.make()

    assert press.folder_of(package) == left
    assert len(press.hands.orders) == 1
    assert list(press.usb.iterdir()) == [left]
    assert is_sound(left)
    assert package.made is not None
    assert [each.cause for each in package.made.missing] == [GapCause.NETWORK]
    assert package.made.signer_sha256 == press.heads.fingerprint()


def died(press: Press) -> Path:
    """The program is killed as soon as the package has its name, and started anew; where it is."""
    begun = press.queue.begin_next()
    assert begun is not None
    stop = PackageStop(Stop(), press.clock, lambda: True)
    progress = Progress(begun.id, press.clock, press.posted.append, {})
    made = Making(press.workshop(), begun, stop, progress).make().made
    press.queue = press.other_queue()
    return press.usb / made.folder


def only(press: Press) -> Package:
    return press.packages.package(PackageId(1))


def test_a_start_finds_what_was_finished_and_makes_nothing(press: Press) -> None:
    left = died(press)

    press.maker().take_up(Stop())

    assert press.folder_of(only(press)) == left
    assert [each.line.kind for each in press.custody.of(only(press).id)] == [CustodyKind.MADE]
    assert len(press.hands.orders) == 1
    assert press.queue.rows() == []


def test_what_a_start_finds_unsound_has_failed(press: Press) -> None:
    flip(died(press) / "bien-ban.pdf", 500)

    press.maker().take_up(Stop())

    assert (only(press).outcome, only(press).cause) == (PackageOutcome.FAILED, Cause.INTERRUPTED)


def test_on_another_medium_nothing_is_looked_for(press: Press) -> None:
    press.queue.cancel(PackageId(1))
    meant = press.queued(press.line(0, 60), serial="AAA")
    press.shop = press.workshop(serial_of=lambda _folder: "AAA")
    left = died(press)

    press.maker(serial_of=lambda _folder: "BBB").take_up(Stop())

    assert press.packages.package(meant.id).cause == Cause.INTERRUPTED
    assert is_sound(left)


def test_a_program_that_ends_while_it_looks_leaves_it_to_the_next(press: Press) -> None:
    left = died(press)
    maker = press.maker()
    maker.end()

    maker.take_up(Stop())

    assert only(press).outcome is PackageOutcome.MAKING
    press.maker().take_up(Stop())
    assert press.folder_of(only(press)) == left


@pytest.mark.parametrize("quicker", [False, True], ids=["an officer", "another process"])
def test_who_was_quicker_than_the_start_decides(press: Press, quicker: bool) -> None:
    left = died(press)

    def meanwhile(_folder: Path) -> str:
        if quicker:
            press.shop = press.workshop(serial_of=lambda _folder: "")
            press.maker().take_up(Stop())
        else:
            press.queue.cancel(PackageId(1))
        return ""

    press.maker(serial_of=meanwhile).take_up(Stop())

    assert only(press).outcome is (PackageOutcome.MADE if quicker else PackageOutcome.CANCELLED)
    (there,) = press.usb.iterdir()
    assert there.name == (left.name if quicker else f"{left.name}.partial")


def test_what_is_not_sound_any_more_is_not_taken_over(press: Press) -> None:
    left = press.forsaken()
    press.clock.pass_(minutes=5)
    flip(left / "bien-ban.pdf", 500)

    package = press.make()

    assert press.folder_of(package) != left
    assert is_sound(press.folder_of(package))
    assert left.exists()


def test_what_another_station_signed_is_not_taken_over(press: Press) -> None:
    left = press.forsaken()
    press.clock.pass_(minutes=5)
    press.heads.rotate()
    assert press.folder_of(press.make()) == left  # an older key of ours is ours

    other = press.queued(press.line(0, 60))
    left = press.forsaken()
    with press.store.begin() as unit:
        unit.settings.put("keys", "[]")
    press.clock.pass_(minutes=5)

    made = press.make()

    assert made.id == other.id
    assert press.folder_of(made) != left


def test_one_that_was_cancelled_meanwhile_only_loses_its_name(press: Press) -> None:
    left = press.forsaken()
    content = names(left)
    waiting = press.queue.rows()[0]

    def cancel(_folder: Path) -> str:
        press.queue.cancel(waiting.id)
        return ""

    package = press.make(serial_of=cancel)

    assert package.outcome is PackageOutcome.CANCELLED
    (partial,) = press.usb.iterdir()
    assert partial.name == f"{left.name}.partial"
    assert names(partial) == content
