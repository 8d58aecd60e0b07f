"""Whatever befalls the medium at whatever step: nothing looks finished, the log tells it, and the
next try makes it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path

import pytest

from db.store import Store
from tests.console.evidence.failing_press import Way, befallen, tries
from tests.console.evidence.press import Press
from tests.fakes import FakeClock

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="asks /proc what is flushed")


@pytest.fixture
def press(tmp_path: Path, store: Store, clock: FakeClock) -> Iterator[Press]:
    with closing(Press(tmp_path, store, clock)) as press:
        press.record(0, 40)
        press.keep()
        yield press


@pytest.mark.timeout(240)  # each try makes a package up to its step
@pytest.mark.parametrize(
    ("way", "stride"), [(Way.PULLED, 37), (Way.SICK, 31), (Way.FULL, 17), (Way.CANCELLED, 37)]
)
def test_what_befalls_the_medium_at_any_step(
    press: Press, monkeypatch: pytest.MonkeyPatch, way: Way, stride: int
) -> None:
    """At some steps; ``make proof`` tries each (``package-faults``)."""
    assert befallen(press, way, stride, monkeypatch) > 2


@pytest.mark.parametrize("way", [Way.PULLED, Way.SICK, Way.FULL])
def test_what_befalls_it_at_the_very_beginning_does_not_pile_up(
    press: Press, monkeypatch: pytest.MonkeyPatch, way: Way
) -> None:
    """While it writes down whose the folder is: the next try knows it for its own all the same."""
    for tried in islice(tries(press, way, 1, monkeypatch), 9):
        assert tried.reached
        left = list(press.usb.iterdir())
        assert len(left) <= (0 if way is Way.FULL else 1)
