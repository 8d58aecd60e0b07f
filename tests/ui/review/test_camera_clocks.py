"""How far a camera's clock is off is said where the pointer rests on its row."""

from __future__ import annotations

from datetime import datetime
from threading import Event

import pytest
from PySide6.QtCore import QPoint

from db.records import CameraId
from tests.ui.fake_review import FakeFootage
from tests.ui.review.desk import ONE, TWO, opened
from tests.ui.stage import Stage, wait_for
from ui.review.hints import clock_words
from ui.review.scale import HOUR_US, MINUTE_US, SECOND_US

pytestmark = pytest.mark.qt_log_ignore(
    r"does not support (raise\(\)|grabbing|propagateSizeHints)", extend=True
)


class Asked:
    """Answers, once it may, how far a camera's clock is off."""

    def __init__(self, offset_us: int | None) -> None:
        self.offset_us = offset_us
        self.cameras: list[CameraId] = []
        self.answered = Event()

    def __call__(self, camera_id: CameraId, at: datetime) -> int | None:
        self.cameras.append(camera_id)
        assert self.answered.wait(10)
        return self.offset_us


@pytest.mark.usefixtures("vietnamese")
@pytest.mark.parametrize(
    ("offset_us", "words"),
    [
        (12 * SECOND_US, "Đồng hồ camera nhanh 12 giây so với máy trạm"),
        (-(HOUR_US + 2 * MINUTE_US), "Đồng hồ camera chậm 1 giờ 2 phút so với máy trạm"),
        (-400_000, "Đồng hồ camera khớp với máy trạm, lệch dưới 1 giây"),
        (None, "Đồng hồ camera: chưa đo được"),
    ],
)
def test_the_words(offset_us: int | None, words: str) -> None:
    assert clock_words(offset_us) == words


def test_the_offset_is_read_once_the_pointer_rests(
    stage: Stage, footage: FakeFootage, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(stage, ONE)
    page = stage.review
    us, preview = page.playback.at_us, page.errands.preview
    asked = Asked(12 * SECOND_US)
    asked.answered.set()
    monkeypatch.setattr(footage, "camera_offset", asked)

    page.timeline.hovered.emit(ONE, us, QPoint(400, 500))
    assert "Đồng hồ camera" not in preview.words
    wait_for(lambda: "Đồng hồ camera nhanh 12 giây" in preview.words)
    page.timeline.hovered.emit(ONE, us - SECOND_US, QPoint(401, 500))
    assert "Đồng hồ camera nhanh 12 giây" in preview.words  # it is known by now
    assert asked.cameras == [ONE]

    page.timeline.hovered.emit(None, us, QPoint(402, 500))
    assert "Đồng hồ camera" not in preview.words
    page.timeline.left.emit()
    asked.offset_us = None
    page.timeline.hovered.emit(ONE, us, QPoint(400, 500))
    wait_for(lambda: "Đồng hồ camera: chưa đo được" in preview.words)


def test_what_comes_when_the_pointer_is_elsewhere_is_not_said(
    stage: Stage, footage: FakeFootage, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(stage, ONE, TWO)
    page = stage.review
    us, preview = page.playback.at_us, page.errands.preview
    late = Asked(12 * SECOND_US)
    monkeypatch.setattr(footage, "camera_offset", late)
    page.timeline.hovered.emit(ONE, us, QPoint(400, 500))
    wait_for(lambda: late.cameras == [ONE])

    page.timeline.left.emit()
    soon = Asked(-5 * SECOND_US)
    soon.answered.set()
    monkeypatch.setattr(footage, "camera_offset", soon)
    page.timeline.hovered.emit(TWO, us, QPoint(400, 520))
    late.answered.set()

    wait_for(lambda: "Đồng hồ camera" in preview.words)
    assert "Đồng hồ camera chậm 5 giây" in preview.words
    page.timeline.hovered.emit(ONE, us, QPoint(400, 500))
    assert "Đồng hồ camera" not in preview.words  # of whoever looked then nothing is kept
    wait_for(lambda: "Đồng hồ camera chậm 5 giây" in preview.words)
    page.timeline.left.emit()
    assert preview.isHidden()
