"""Playing: seeks, speed, marks, what tiles say, zoom, sound, stills, preview, calendar, tools."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton, QWidget

from console.events import Hearing, Thinning, TileState
from console.rights import Action
from db.footage_records import GapCause
from db.records import CameraId, to_us
from tests.ui.fake_review import FakeFootage
from tests.ui.review.desk import CTRL, NONE, ONE, TWO, engine_of, opened, press
from tests.ui.stage import Stage, wait_for
from ui.review.playback import RATES
from ui.review.scale import SECOND_US
from ui.review.tools import Moment


def test_a_seek_waits_for_the_one_before(stage: Stage) -> None:
    player = opened(stage, ONE)
    engine_of(stage).answers = False
    at_us, orders = stage.review.playback.at_us, len(player.gone)
    for second in range(1, 6):
        stage.review.go_to(at_us - 20 * SECOND_US + second * SECOND_US)
        stage.review.go_to(at_us + second * SECOND_US)
    sent = len(player.gone) - orders
    player.answer()
    wait_for(lambda: stage.review.playback.at_us == player.at_us)

    assert sent <= 2
    assert player.at_us == at_us + 5 * SECOND_US


@pytest.mark.parametrize(
    ("key", "modifier", "order"),
    [
        (Qt.Key.Key_Space, NONE, (None, 0.0)),
        (Qt.Key.Key_Period, NONE, (None, 2.0)),
        (Qt.Key.Key_Comma, NONE, (None, 0.5)),
    ],
)
def test_keys_set_the_speed(
    stage: Stage, key: Qt.Key, modifier: Qt.KeyboardModifier, order: tuple[None, float]
) -> None:
    player = opened(stage, ONE)
    press(stage, key, modifier)
    wait_for(lambda: player.gone[-1] == order)


def test_it_runs_from_minus_16_to_16(stage: Stage) -> None:
    player = opened(stage, ONE)
    for _ in RATES:
        press(stage, Qt.Key.Key_Period)
    wait_for(lambda: player.gone[-1] == (None, 16.0))
    for _ in RATES:
        press(stage, Qt.Key.Key_Comma)
    wait_for(lambda: player.gone[-1] == (None, -16.0))
    wait_for(lambda: stage.review.transport.rate.text() == "−16×")


def test_frames_are_stepped_both_ways(stage: Stage) -> None:
    player = opened(stage, ONE)
    press(stage, Qt.Key.Key_Right, CTRL)
    press(stage, Qt.Key.Key_Left, CTRL)
    press(stage, Qt.Key.Key_Left, CTRL)

    assert player.steps == [1, -1, -1]
    assert stage.review.playback.rate == 0.0


def test_a_typed_time_is_gone_to(stage: Stage) -> None:
    player = opened(stage, ONE)
    press(stage, Qt.Key.Key_G)
    box = stage.review.transport.box
    assert box.hasFocus()
    QTest.keyClicks(box, "hom qua 22h05")
    QTest.keyClick(box, Qt.Key.Key_Return)

    local = stage.clock.now().astimezone()
    wanted = (local - timedelta(days=1)).replace(hour=22, minute=5, second=0)
    wait_for(lambda: player.at_us == to_us(wanted))
    assert stage.review.timeline.scale.span.holds(wanted)
    assert box.text() == ""


def test_a_time_that_is_none_says_so_beside_the_box(stage: Stage) -> None:
    opened(stage, ONE)
    stage.review.transport.box.setText("bao giờ")
    stage.review.transport.typed.emit("bao giờ")

    assert stage.review.bar.words.text().startswith("Thời điểm chưa rõ")
    assert stage.review.transport.box.property("wrong")


def test_it_goes_round_between_the_marks(stage: Stage) -> None:
    player = opened(stage, ONE)
    first_us = player.at_us
    press(stage, Qt.Key.Key_BracketLeft)
    player.play(5)
    wait_for(lambda: stage.review.playback.at_us == first_us + 5 * SECOND_US)
    press(stage, Qt.Key.Key_BracketRight)
    press(stage, Qt.Key.Key_R)
    assert stage.review.playback.loops

    player.play(1)
    wait_for(lambda: player.at_us == first_us)
    press(stage, Qt.Key.Key_Backspace)
    assert stage.review.playback.marks == (None, None)
    assert not stage.review.playback.loops


def test_a_tile_says_why_there_is_no_picture(stage: Stage, footage: FakeFootage) -> None:
    gap = next(
        each
        for each in footage.kept_gaps
        if each.cause is GapCause.DISK_FULL and each.end_us - each.start_us > 60 * SECOND_US
    )
    opened(stage, gap.camera_id)
    stage.review.go_to(gap.start_us + SECOND_US)
    stage.review.timeline.bring(gap.start_us)
    wait_for(lambda: stage.review.gap_at(gap.camera_id) == gap)
    stage.players[0].answer()

    [tile] = stage.review.pictures.tiles
    wait_for(lambda: tile.face is not None and tile.face.title == "Không có hình ghi")
    assert tile.face is not None
    wait_for(lambda: tile.face.advice.startswith("Đĩa đầy. Từ "))


@pytest.mark.parametrize(
    ("state", "title"),
    [
        (TileState.DAMAGED, "Đoạn ghi bị hỏng"),
        (TileState.ENDED, "Chưa ghi tới lúc này"),
        (TileState.UNREAD, "Chưa đọc được danh mục hình"),
    ],
)
def test_damage_and_the_end_are_said(stage: Stage, state: TileState, title: str) -> None:
    player = opened(stage, ONE)
    engine_of(stage).states = {ONE: state}
    player.answer()
    [tile] = stage.review.pictures.tiles

    wait_for(lambda: tile.face is not None and tile.face.title == title)
    stage.review.pictures.repaint()
    middle = stage.review.pictures.grab().toImage()
    assert middle.pixelColor(4, 4).name() == "#000000"  # no picture of another moment …
    corner = middle.copy(middle.width() - 60, middle.height() - 20, 60, 20)
    dark = QImage(corner.size(), corner.format())
    dark.fill(corner.pixelColor(0, 0))
    assert corner == dark  # … and no time of one


@pytest.mark.parametrize(
    ("thinning", "words"),
    [
        (Thinning.FAST, "chỉ hình khóa: chạy nhanh"),
        (Thinning.BACKWARDS, "chỉ hình khóa: chạy lùi"),
        (Thinning.BUSY_PC, "chỉ hình khóa: máy bận"),
        (Thinning.NONE, ""),
    ],
)
def test_the_tile_says_why_not_every_picture_is_shown(
    stage: Stage, thinning: Thinning, words: str
) -> None:
    player = opened(stage, ONE)
    engine_of(stage).thinning = thinning
    player.answer()
    [tile] = stage.review.pictures.tiles

    wait_for(lambda: tile.face is not None and tile.face.badge == words)


def test_digits_and_enter_add_a_camera_f_gives_it_the_page(stage: Stage) -> None:
    opened(stage, ONE)
    press(stage, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    press(stage, Qt.Key.Key_7)
    press(stage, Qt.Key.Key_Return)
    wait_for(lambda: stage.review.playback.cameras == (ONE, CameraId(7)))

    press(stage, Qt.Key.Key_F)
    assert [place.camera_id for place in stage.players[0].places] == [CameraId(7)]
    press(stage, Qt.Key.Key_Escape)
    assert len(stage.players[0].places) == 2
    press(stage, Qt.Key.Key_Delete)
    wait_for(lambda: stage.review.playback.cameras == (ONE,))


def test_a_number_that_is_none_is_said(stage: Stage) -> None:
    opened(stage, ONE)
    press(stage, Qt.Key.Key_9)
    press(stage, Qt.Key.Key_9)
    press(stage, Qt.Key.Key_Return)

    assert stage.review.bar.words.text() == "Không có camera số 99."


def test_the_picture_is_magnified_by_keys(stage: Stage) -> None:
    player = opened(stage, ONE)
    for _ in range(4):
        press(stage, Qt.Key.Key_Plus)
    press(stage, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    wait_for(lambda: player.places[0].zoom[2] < 5000)

    left, _, width, _ = player.places[0].zoom
    assert left > (10_000 - width) // 2
    press(stage, Qt.Key.Key_0, CTRL)
    wait_for(lambda: player.places[0].zoom == (0, 0, 10_000, 10_000))


def test_sound_is_grey_with_a_reason_where_there_is_none(stage: Stage) -> None:
    player = opened(stage, ONE)
    button = stage.review.transport.button("review-sound")
    assert not button.isEnabled()
    assert button.toolTip() == "Đoạn ghi này không có tiếng"

    engine_of(stage).sound = True
    player.answer()
    wait_for(button.isEnabled)
    press(stage, Qt.Key.Key_M)
    press(stage, Qt.Key.Key_M)
    assert player.heard == [ONE, None]


def test_the_button_says_whose_sound_is_on_and_how_loud(stage: Stage) -> None:
    engine_of(stage).sound = True
    player = opened(stage, ONE, TWO)
    button = stage.review.transport.button("review-sound")
    wait_for(button.isEnabled)

    press(stage, Qt.Key.Key_M)
    wait_for(lambda: button.isChecked() and button.text() == "01")
    press(stage, Qt.Key.Key_Down, CTRL)
    wait_for(lambda: button.text() == "01 · 75 %")
    assert player.loudness == 75
    assert button.toolTip().startswith("Tiếng của 01 ")
    press(stage, Qt.Key.Key_Right)

    wait_for(lambda: button.text() == "02 · 75 %")
    assert player.heard[-1] == TWO


@pytest.mark.parametrize(
    ("hearing", "words"),
    [
        (Hearing.SPEED, "chỉ có tiếng khi phát xuôi, 0,5× đến 2×"),
        (Hearing.NO_DEVICE, "máy không có loa"),
        (Hearing.DEVICE_LOST, "loa không phản hồi"),
        (Hearing.NONE, "đoạn ghi này không có tiếng"),
        (Hearing.DAMAGED, "tiếng của đoạn ghi này bị hỏng"),
    ],
)
def test_why_nothing_is_heard_is_said(stage: Stage, hearing: Hearing, words: str) -> None:
    engine_of(stage).sound, engine_of(stage).hearing = True, hearing
    opened(stage, ONE)
    button = stage.review.transport.button("review-sound")
    wait_for(button.isEnabled)

    press(stage, Qt.Key.Key_M)

    wait_for(lambda: words in stage.review.bar.words.text())
    assert words in button.toolTip()
    assert words in button.accessibleDescription()
    assert button.isEnabled()
    press(stage, Qt.Key.Key_M)
    wait_for(lambda: words not in stage.review.bar.words.text())


def test_a_still_is_logged_and_written_as_large_as_it_was_recorded(
    stage: Stage, footage: FakeFootage, tmp_path: Path
) -> None:
    player = opened(stage, ONE)
    path = tmp_path / "ảnh.png"
    path.write_bytes(b"the dialog has asked whether it may be replaced")
    stage.review.errands.keep_as(path)
    wait_for(lambda: stage.review.bar.words.text() == "Đã lưu: ảnh.png")

    image = QImage(str(path))
    assert (image.width(), image.height()) == engine_of(stage).recorded_size
    assert image.text("Camera").startswith("01 ")
    shown = datetime.fromisoformat(image.text("Time"))
    assert to_us(shown) // 1000 == (player.at_us - 40_000) // 1000  # the picture's own instant
    assert [camera for camera, _ in footage.stills] == [ONE]
    assert [each.name for each in tmp_path.glob("*ward-*")] == []


def test_of_a_gap_no_still_is_kept_and_a_file_is_left_alone(
    stage: Stage, footage: FakeFootage, tmp_path: Path
) -> None:
    opened(stage, ONE)
    footage.kept_runs.clear()
    path = tmp_path / "cũ.png"
    path.write_bytes(b"old")
    stage.review.errands.keep_as(path)
    wait_for(lambda: "Camera này không có hình" in stage.review.bar.words.text())

    assert path.read_bytes() == b"old"


def test_a_role_that_may_not_export_keeps_no_picture(stage: Stage) -> None:
    stage.window.pages.let(lambda action: action is not Action.EXPORT)
    stage.window.show_page("review")
    opened(stage, ONE)

    button = stage.review.transport.button("review-still")
    assert not button.isEnabled()
    assert button.toolTip() == "Vai trò của đồng chí không được lấy ảnh ra"


def test_back_to_live_shows_the_camera_on_the_wall(stage: Stage) -> None:
    player = opened(stage, CameraId(20))
    press(stage, Qt.Key.Key_L)

    assert stage.window.pages.current == "wall"
    assert stage.wall.views.chosen == CameraId(20)
    wait_for(lambda: player.rate == 0.0)  # nobody looks


@pytest.mark.qt_log_ignore(r"does not support (raise\(\)|grabbing|propagateSizeHints)", extend=True)
def test_the_preview_shows_a_picture_once_the_pointer_rests(stage: Stage) -> None:
    opened(stage, ONE)
    page = stage.review
    us = page.playback.at_us + SECOND_US
    page.timeline.hovered.emit(ONE, us, QPoint(400, 500))
    preview = page.errands.preview
    assert "Có ghi hình" in preview.words

    wait_for(lambda: len(stage.players) == 2)
    [place] = stage.players[1].places
    assert (place.camera_id, to_us(place.at)) == (ONE, us)
    wait_for(lambda: not preview._picture.pixmap().isNull())
    assert preview._picture.isEnabled()
    page.timeline.hovered.emit(ONE, us - SECOND_US, QPoint(420, 500))
    assert not preview._picture.isEnabled()  # it is still that of the instant before
    wait_for(preview._picture.isEnabled)
    page.timeline.left.emit()
    assert preview.isHidden()


@pytest.mark.qt_log_ignore(r"does not support (raise\(\)|grabbing|propagateSizeHints)", extend=True)
def test_the_calendar_underlines_days_with_footage(stage: Stage) -> None:
    opened(stage, ONE)
    press(stage, Qt.Key.Key_D)
    picker = stage.review.errands.days
    wait_for(lambda: bool(picker.calendar.days))

    assert {day.day for day in picker.calendar.days} >= {12, 13, 14}
    day = (stage.clock.now().astimezone() - timedelta(days=1)).date()
    picker.picked.emit(day)
    wait_for(lambda: stage.players[0].gone[-1][0].astimezone().date() == day)


def test_every_button_has_a_name_and_says_its_key(stage: Stage) -> None:
    page = stage.review
    for button in (*page.bar.findChildren(QToolButton), *page.transport.findChildren(QToolButton)):
        assert button.accessibleName()
        assert button.toolTip()
    named = {each.objectName() for each in page.findChildren(QAction)}
    assert {"action-review-play", "action-timeline-in", "action-picture-in"} <= named


def test_space_on_a_button_presses_the_button(stage: Stage) -> None:
    opened(stage, ONE)
    button = stage.review.transport.button("review-in")
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)

    assert stage.review.playback.marks[0] is not None
    assert stage.review.playback.rate == 1.0


def test_a_tool_finds_room_beside_the_pictures(stage: Stage) -> None:
    opened(stage, ONE)
    page = stage.review
    assert page.tools.isHidden()

    tool = page.tools.add("Tìm", _Tool)
    press(stage, Qt.Key.Key_F6)
    assert page.tools.isVisible()
    page.tools.bring(tool)

    assert isinstance(tool, _Tool)
    assert tool.isVisible()
    assert tool.moment.search_span() == page.timeline.scale.span
    tool.moment.go_to(page.playback.at_us + SECOND_US)
    wait_for(lambda: stage.players[0].at_us == page.playback.at_us)


class _Tool(QWidget):
    def __init__(self, moment: Moment, parent: QWidget) -> None:
        super().__init__(parent)
        self.moment = moment
