"""Qt objects that only hold one another die where Qt objects live."""

from __future__ import annotations

import gc
import threading
import weakref

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from console.workers import Workers
from tests.ui.stage import wait_for
from ui.garbage import GarbageCollector


class Ring:
    """Holds itself, and a timer that runs."""

    def __init__(self, died_on: list[int]) -> None:
        self.itself = self
        self.timer = QTimer()
        self.timer.start(1)
        weakref.finalize(self, lambda: died_on.append(threading.get_ident()))


def litter() -> int:
    """Make more than Python lets lie, if it is the one to look."""
    rings: list[object] = []
    for _ in range(20_000):
        ring: list[object] = []
        ring.append(ring)
        rings.append(ring)
    return len(rings)


def test_what_a_worker_litters_does_not_collect_there(garbage: GarbageCollector) -> None:
    died_on: list[int] = []
    Ring(died_on)
    workers = Workers()

    workers.submit(litter).result()

    assert died_on == []
    wait_for(lambda: bool(died_on))
    assert set(died_on) == {threading.get_ident()}
    assert workers.close() == []


def test_python_collects_again_when_the_window_is_closed(qapp: QApplication) -> None:
    gc.enable()
    collector = GarbageCollector()
    assert not gc.isenabled()

    collector.close()

    assert gc.isenabled()
    gc.disable()  # as the session's own collector has it


def test_what_is_there_when_the_program_is_up_is_not_looked_at_again(
    garbage: GarbageCollector,
) -> None:
    garbage.settle()

    assert gc.get_freeze_count() > 10_000
    assert len(gc.get_objects()) < 10_000
