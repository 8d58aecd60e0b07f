"""A password that is being checked holds nobody up."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from console.errors import SignInRefused
from console.workers import Lane, Workers
from tests.fakes import FakeClock
from tests.ui.stage import wait_for
from ui.access.attempt import Attempt
from ui.bridge import Bridge
from ui.desk import Desk
from ui.standing import Standing
from ui.tasks import Tasks


@pytest.fixture
def workers() -> Iterator[Workers]:
    made = Workers()
    yield made
    assert made.close() == []


@pytest.fixture
def desk(qapp: object, workers: Workers, clock: FakeClock) -> Desk:
    bridge = Bridge()
    return Desk(bridge, Tasks(workers), Standing(bridge, clock), clock)


def test_window_and_writes_go_on_while_a_password_is_checked(qtbot: QtBot, desk: Desk) -> None:
    checked, heard = threading.Event(), []
    button = QPushButton()
    qtbot.addWidget(button)
    attempt = Attempt(desk, button, QLabel(button))
    ticks = QTimer(interval=1)
    ticks.timeout.connect(lambda: heard.append("tick"))
    ticks.start()

    attempt.run(lambda: checked.wait(10), lambda _: heard.append("let in"))
    for lane in (Lane.WRITE, Lane.READ, Lane.LONG):
        desk.tasks.run(
            lambda: None,
            done=lambda _: heard.append("done"),
            failed=lambda problem: pytest.fail(str(problem)),
            lane=lane,
        )
    wait_for(lambda: heard.count("done") == 3 and heard.count("tick") > 20)

    assert "let in" not in heard
    checked.set()
    wait_for(lambda: "let in" in heard)


def test_who_must_wait_cannot_send_again(qtbot: QtBot, desk: Desk, clock: FakeClock) -> None:
    tried = []
    button, message = QPushButton(), QLabel()
    qtbot.addWidget(button)
    qtbot.addWidget(message)
    attempt = Attempt(desk, button, message)

    def refuse() -> None:
        tried.append(1)
        raise SignInRefused(300)

    for _ in range(1000):
        attempt.run(refuse, lambda _: None)
    wait_for(lambda: bool(tried) and bool(message.text()))
    for _ in range(1000):
        attempt.run(refuse, lambda _: None)

    assert len(tried) == 1
    assert not button.isEnabled()
    clock.pass_(seconds=301)
    attempt.look()
    assert button.isEnabled()
