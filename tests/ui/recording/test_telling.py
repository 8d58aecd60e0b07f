"""The engine is left with what holds now, whichever of two threads read it last."""

from __future__ import annotations

from threading import Event
from typing import Any

import pytest

from tests.ui.stage import Stage, hear_all, wait_for


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
