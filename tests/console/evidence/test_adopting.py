"""A package that was finished when the program died is the station's, and is not made twice."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from db.evidence_records import PackageOutcome
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
