"""Footage outlives its camera: what was removed is watched, by whoever sees every camera."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from console.errors import NotAllowed
from console.gate import Why
from console.rights import Action
from db.footage_records import RemovedCamera, Run
from db.records import CameraId, Span, StreamRole, to_us
from tests.fakes import FakeClock
from tests.ui.fake_review import DAY_US, HOUR_US, FakeFootage, recorded
from tests.ui.review.desk import ONE, TWO, opened, press
from tests.ui.stage import Stage, wait_for
from ui.wall.tree import CameraTree

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


@pytest.fixture
def listed(stage: Stage, footage: FakeFootage) -> CameraTree:
    """The list of the page, with two cameras that were removed."""
    end_us = to_us(stage.clock.now()) - 1_000_001
    footage.kept_cameras = [
        RemovedCamera(camera_id=GONE, end_us=end_us),
        RemovedCamera(camera_id=CameraId(1000), end_us=end_us - 40 * DAY_US),
    ]
    stage.window.show_page("wall")
    stage.window.show_page("review")
    tree = stage.review.tree
    wait_for(lambda: tree.lists(GONE))
    return tree


def rows(tree: CameraTree) -> list[str]:
    """What the list shows, as somebody reads it from above."""
    model, found = tree.view.model(), []
    for place in range(model.rowCount()):
        branch = model.index(place, 0)
        found.append(branch.data())
        if tree.view.isExpanded(branch):
            found += [model.index(row, 0, branch).data() for row in range(model.rowCount(branch))]
    return found


def test_removed_cameras_are_the_last_of_the_list_in_a_group_that_is_closed(
    stage: Stage, listed: CameraTree
) -> None:
    assert rows(listed)[-1] == "Camera đã gỡ (2)"
    stage.review.set_ward(stage.review._ward)
    assert rows(listed)[-1] == "Camera đã gỡ (2)"
    assert not stage.wall.tree.lists(GONE)


def test_the_group_is_opened_and_a_camera_played_by_keys_alone(
    stage: Stage, listed: CameraTree
) -> None:
    opened(stage, ONE)
    at_us = stage.review.playback.at_us
    listed.view.setFocus()

    for _ in rows(listed):
        press(stage, Qt.Key.Key_Down)
    press(stage, Qt.Key.Key_Return)
    day = stage.clock.now().astimezone()
    assert rows(listed)[-2] == f"mã 999 · {day:%d/%m/%Y}"
    press(stage, Qt.Key.Key_Down)
    press(stage, Qt.Key.Key_Return)

    wait_for(lambda: stage.review.playback.cameras == (GONE,))
    assert stage.review.name_of(GONE) == NAME
    assert abs(stage.players[0].at_us - at_us) < HOUR_US
    stage.review.set_ward(stage.review._ward)
    assert rows(listed)[-1].startswith("mã 1000")  # somebody opened it: it stays open


def test_a_search_finds_removed_cameras_and_leaves_the_group_as_it_was(
    stage: Stage, listed: CameraTree
) -> None:
    search = listed.findChild(QLineEdit, "tree-search")
    assert isinstance(search, QLineEdit)

    search.setText("ma 999")
    day = stage.clock.now().astimezone()
    assert rows(listed) == ["Camera đã gỡ (2)", f"mã 999 · {day:%d/%m/%Y}"]
    QTest.keyClick(search, Qt.Key.Key_Return)
    wait_for(lambda: stage.review.playback.cameras == (GONE,))
    search.setText("da go")
    assert rows(listed)[-3] == "Camera đã gỡ (2)"
    search.clear()

    assert rows(listed)[-1] == "Camera đã gỡ (2)"


def test_the_list_of_removed_cameras_is_for_whoever_may_review(
    stage: Stage, footage: FakeFootage, listed: CameraTree
) -> None:
    stage.window.pages.let(lambda action: action is Action.WATCH_LIVE)
    assert not listed.lists(GONE)

    footage.kept_cameras = footage.kept_cameras[1:]
    stage.window.pages.let(lambda _: True)
    stage.window.show_page("review")
    wait_for(lambda: listed.lists(CameraId(1000)))
    assert not listed.lists(GONE)


def test_a_camera_is_listed_as_soon_as_it_was_removed(stage: Stage, footage: FakeFootage) -> None:
    wait_for(stage.review.isVisible)
    footage.kept_cameras = [RemovedCamera(camera_id=TWO, end_us=to_us(stage.clock.now()))]

    stage.console.fleet.remove_camera(TWO)

    wait_for(lambda: rows(stage.review.tree)[-1] == "Camera đã gỡ (1)")
