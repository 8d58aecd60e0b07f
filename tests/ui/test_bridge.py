from __future__ import annotations

import threading

import pytest
from pytestqt.qtbot import QtBot

from console.errors import EngineLost
from console.events import (
    Changed,
    EngineChanged,
    EngineState,
    Event,
    Measured,
    Noticed,
    Progressed,
    StreamChanged,
    StreamState,
)
from console.workers import Stop, Workers
from db.records import CameraId, Topic
from ui.bridge import Bridge

GATE = CameraId(1)


@pytest.mark.parametrize(
    ("event", "signal"),
    [
        (StreamChanged(GATE, StreamState.LIVE), "stream_changed"),
        (Measured(()), "measured"),
        (Changed(frozenset({Topic.FLEET})), "changed"),
        (EngineChanged(EngineState.LOST), "engine_changed"),
        (Progressed(1, 2, 3), "progressed"),
        (Noticed(EngineLost()), "noticed"),
    ],
)
def test_every_event_has_its_signal(qtbot: QtBot, event: Event, signal: str) -> None:
    bridge = Bridge()

    with qtbot.waitSignal(getattr(bridge, signal)) as heard:
        bridge.post(event)

    assert heard.args == [event]


def test_an_event_from_a_worker_arrives_on_the_gui_thread(qtbot: QtBot) -> None:
    bridge, workers = Bridge(), Workers()
    seen: list[threading.Thread] = []
    bridge.stream_changed.connect(lambda _: seen.append(threading.current_thread()))

    def body(_stop: Stop) -> None:
        bridge.post(StreamChanged(GATE, StreamState.LIVE))

    with qtbot.waitSignal(bridge.stream_changed):
        workers.loop("live-gate", body)

    assert seen == [threading.main_thread()]
    assert workers.close() == []
