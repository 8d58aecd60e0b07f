"""The engine is left with what holds now, whichever of two threads read it last."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import QTranslator

from tests import wards
from tests.fakes import FakeClock
from tests.ui.stage import Stage, hear_all, wait_for


@pytest.fixture
def stage(vietnamese: QTranslator, tmp_path: Path, clock: FakeClock) -> Iterator[Stage]:
    wards.made(tmp_path / "station.db", cameras=6)
    (tmp_path / "disk").mkdir()
    stage = Stage(
        tmp_path,
        clock,
        prepare=lambda console: console.recording.add_volume(str(tmp_path / "disk"), 1),
    )
    wait_for(lambda: len(stage.engine.orders) == 6)
    yield stage
    stage.close()


@pytest.mark.parametrize("what", ["sources", "orders"])
def test_a_camera_that_was_removed_is_neither_shown_nor_recorded(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    console, engine = stage.console, stage.engine
    service: Any = console.fleet if what == "sources" else console.recording
    read, begun, go_on = getattr(service, what), Event(), Event()

    def late() -> Any:
        before = read()
        if not begun.is_set():
            begun.set()
            go_on.wait(10)
        return before

    monkeypatch.setattr(service, what, late)
    assert stage.window._feeding is not None
    (stage.window._feeding if what == "sources" else stage.window.telling).renew()
    assert begun.wait(10)
    console.fleet.remove_camera(stage.cameras()[0].id)
    wait_for(lambda: len(engine.cameras) == len(engine.orders) == 5)
    go_on.set()
    hear_all(stage.desk.tasks)

    assert len(engine.cameras) == len(engine.orders) == 5
