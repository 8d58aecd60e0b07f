"""What tests of the review page do with it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from db.records import CameraId
from tests.ui.fake_review import FakeArchive, FakePlayer
from tests.ui.stage import Stage, wait_for

ONE, TWO, THREE = (CameraId(number) for number in (1, 2, 3))
NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def press(stage: Stage, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    QTest.keyClick(QApplication.focusWidget() or stage.window, key, modifier)


def engine_of(stage: Stage) -> FakeArchive:
    assert stage.archive is not None
    return stage.archive.engine


def opened(stage: Stage, *cameras: CameraId) -> FakePlayer:
    """These are played, and everything is read; the player that plays them."""
    stage.review.review(list(cameras))
    wait_for(
        lambda: (
            stage.review.playback.cameras == cameras
            and stage.footage_is_read
            and not stage.review.playback.is_waiting
        )
    )
    [player] = stage.players
    return player
