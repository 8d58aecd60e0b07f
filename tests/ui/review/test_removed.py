"""Footage outlives its camera: what was removed is watched, by whoever sees every camera."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from console.errors import NotAllowed
from console.gate import Why
from console.rights import Action
from db.footage_records import Run
from db.records import CameraId, Span, StreamRole, to_us
from tests.fakes import FakeClock
from tests.ui.fake_review import HOUR_US, FakeFootage, recorded
from tests.ui.review.desk import ONE, TWO, opened
from tests.ui.stage import Stage, wait_for

GONE = CameraId(999)
NAME = "Camera đã gỡ (mã 999)"


@pytest.fixture
def footage(clock: FakeClock) -> FakeFootage:
    made = recorded([ONE, TWO], clock.now(), 1)
    now_us = to_us(clock.now())
    made.kept_runs.append(
        Run(
            camera_id=GONE,
            role=StreamRole.SUB,
            era=0,
            start_us=now_us - HOUR_US,
            end_us=now_us - 1_000_000,
        )
    )
    return made


def test_it_is_played_and_named_and_its_picture_is_kept(
    stage: Stage, footage: FakeFootage, tmp_path: Path
) -> None:
    opened(stage, GONE)
    page = stage.review
    [tile] = page.pictures.tiles
    assert tile.label.words == NAME
    wait_for(lambda: page.bar.words.text().startswith(NAME))
    page.set_ward(page._ward)  # as after any change of the fleet
    assert page.shown.cameras == (GONE,)

    path = tmp_path / "ảnh.png"
    page.errands.keep_as(path)
    wait_for(path.exists)
    assert QImage(str(path)).text("Camera") == NAME
    assert [camera for camera, _ in footage.stills] == [GONE]


def test_it_stays_over_the_lock_and_goes_with_whoever_saw_it(stage: Stage) -> None:
    opened(stage, GONE)
    page = stage.review
    stage.window.pages.let(lambda action: action is Action.WATCH_LIVE)
    stage.window.pages.let(lambda _: True)
    wait_for(lambda: page.playback.cameras == (GONE,))
    assert [tile.label.words for tile in page.pictures.tiles] == [NAME]

    stage.window.pages.let(lambda _: False)
    stage.window.pages.leave(keep=False)
    stage.window.pages.let(lambda _: True)

    page.toggle_rows()
    assert GONE not in page.timeline_cameras


def test_whoever_does_not_see_every_camera_gets_the_others(
    stage: Stage, footage: FakeFootage, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin = footage.begin_review

    def narrowed(cameras: Collection[CameraId], span: Span) -> None:
        if GONE in cameras:
            raise NotAllowed(Action.REVIEW_FOOTAGE, Why.SCOPE)
        begin(cameras, span)

    monkeypatch.setattr(footage, "begin_review", narrowed)
    page, at_us = stage.review, to_us(stage.clock.now()) - HOUR_US // 2

    page.review([GONE, TWO], at_us)

    wait_for(lambda: page.playback.cameras == (TWO,))
    assert page.playback.at_us == at_us
    assert page.bar.words.text() == "Camera đã gỡ chỉ người xem được mọi camera mới xem được."
    page.review([GONE], at_us)
    wait_for(lambda: "không do đồng chí phụ trách" in page.bar.words.text())
