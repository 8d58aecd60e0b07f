from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from console.events import Load, Measured, Reason, StreamFigures, StreamState
from db.records import CameraId, StreamRole
from tests.ui.stage import Stage, wait_for
from ui.wall.grid import GRIDS


def press(stage: Stage, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    """Press a key where the focus is, as the officer would."""
    target = QApplication.focusWidget() or stage.window
    QTest.keyClick(target, key, modifier or Qt.KeyboardModifier.NoModifier)


def ids(stage: Stage, *numbers: int) -> list[CameraId]:
    return [camera.id for camera in stage.cameras() if camera.number in numbers]


@pytest.fixture(autouse=True)
def on_the_wall(stage: Stage) -> None:
    """The window is active and the wall has the focus."""
    stage.window.activateWindow()
    stage.wall.canvas.setFocus()
    wait_for(stage.wall.canvas.hasFocus)


@pytest.mark.parametrize(("digit", "tiles"), list(enumerate(GRIDS, 1)))
def test_alt_and_a_digit_choose_the_grid(stage: Stage, digit: int, tiles: int) -> None:
    press(stage, Qt.Key(Qt.Key.Key_0 + digit), Qt.KeyboardModifier.AltModifier)

    assert len(stage.shown) == min(tiles, 40)
    button = stage.wall.findChild(QToolButton, f"button-grid-{tiles}")
    assert isinstance(button, QToolButton)
    assert button.isChecked()


def test_a_page_change_asks_the_engine_once(stage: Stage) -> None:
    before = len(stage.canvas.shows)

    press(stage, Qt.Key.Key_PageDown)

    assert len(stage.canvas.shows) == before + 1
    assert stage.shown == ids(stage, *range(17, 33))


def test_double_click_shows_one_and_back_restores_page_and_choice(stage: Stage) -> None:
    press(stage, Qt.Key.Key_PageDown)
    [camera] = ids(stage, 20)

    stage.wall.canvas.opened.emit(camera)
    assert stage.shown == [camera]
    stage.wall.canvas.opened.emit(camera)

    assert stage.shown == ids(stage, *range(17, 33))
    assert stage.wall.views.chosen == camera


def test_f_shows_the_chosen_camera_and_esc_goes_back(stage: Stage) -> None:
    press(stage, Qt.Key.Key_Right)
    press(stage, Qt.Key.Key_Right)

    press(stage, Qt.Key.Key_F)
    assert stage.shown == ids(stage, 2)
    press(stage, Qt.Key.Key_Escape)

    assert len(stage.shown) == 16


def test_digits_and_enter_choose_a_camera_by_its_number(stage: Stage) -> None:
    press(stage, Qt.Key.Key_3)
    press(stage, Qt.Key.Key_4)
    press(stage, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)

    assert [stage.wall.views.chosen] == ids(stage, 34)
    assert stage.wall.views.chosen in stage.shown


def test_digits_work_from_the_list_too(stage: Stage) -> None:
    stage.wall.tree.view.setFocus()

    press(stage, Qt.Key.Key_3)
    press(stage, Qt.Key.Key_Return)

    assert [stage.wall.views.chosen] == ids(stage, 3)


def test_esc_forgets_the_digits_that_were_typed(stage: Stage) -> None:
    press(stage, Qt.Key.Key_3)
    press(stage, Qt.Key.Key_Escape)
    press(stage, Qt.Key.Key_4)
    press(stage, Qt.Key.Key_Return)

    assert [stage.wall.views.chosen] == ids(stage, 4)


def test_one_key_shows_all_cameras(stage: Stage) -> None:
    press(stage, Qt.Key.Key_A)
    assert len(stage.shown) == 40

    press(stage, Qt.Key.Key_A)
    assert len(stage.shown) == 16


def test_letters_and_digits_do_nothing_while_a_text_is_typed(stage: Stage) -> None:
    press(stage, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)

    QTest.keyClicks(field, "Fa1")

    assert field.text() == "Fa1"
    assert len(stage.shown) == 16


def test_typing_without_diacritics_finds_and_enter_shows(stage: Stage) -> None:
    wanted = next(c for c in stage.cameras() if "Phùng" in c.name and "Đình" in c.name)
    press(stage, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)

    QTest.keyClicks(field, "dinh phung")
    QTest.keyClick(field, Qt.Key.Key_Return)

    assert stage.wall.views.chosen == wanted.id


def test_a_search_without_an_answer_says_so(stage: Stage) -> None:
    field = stage.wall.tree.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)

    field.setText("zzz")

    assert stage.wall.tree.view.model().rowCount() == 0
    assert stage.wall.back()
    assert stage.wall.tree.view.model().rowCount() == 8


def test_a_cluster_of_the_list_fills_the_wall(stage: Stage) -> None:
    view = stage.wall.tree.view
    view.activated.emit(view.model().index(1, 0))

    assert stage.shown == ids(stage, *range(6, 11))
    press(stage, Qt.Key.Key_Escape)
    assert len(stage.shown) == 16


def test_f4_gives_the_room_of_the_list_to_the_wall(stage: Stage) -> None:
    before = stage.wall.canvas.width()

    press(stage, Qt.Key.Key_F4)
    wait_for(lambda: stage.wall.canvas.width() > before)

    assert stage.wall.tree.isHidden()


def test_the_list_shows_the_state_of_a_camera(stage: Stage) -> None:
    [camera] = ids(stage, 1)

    stage.say(camera, StreamState.REFUSED, Reason.BAD_LOGIN)

    model = stage.wall.tree.view.model()
    leaf = model.index(0, 0, model.index(0, 0))
    hint = Qt.ItemDataRole.ToolTipRole
    wait_for(lambda: leaf.data(hint).endswith("Sai mật khẩu"))


def test_i_tells_the_figures_of_the_chosen_camera(stage: Stage, qtbot: QtBot) -> None:
    [camera] = ids(stage, 1)
    figures = StreamFigures(
        camera_id=camera,
        role=StreamRole.SUB,
        codec="h264",
        width=640,
        height=360,
        decoded_fps=14.9,
        kbit_s=416,
        packets_lost=2,
        load=Load.BUSY_PC,
    )
    with qtbot.waitSignal(stage.standing.measured):
        stage.bridge.post(Measured((figures,)))
    stage.wall.choose(camera)

    press(stage, Qt.Key.Key_I)

    line = stage.wall.canvas.tiles[0].figures
    assert line.startswith("H264 640×360 · 14.9 hình/s · 416 kbit/s · mất 2")
    assert line.endswith("chỉ hình khoá: máy đang bận")
    assert stage.wall.canvas.tiles[1].figures == ""


def test_a_tile_tells_all_about_its_camera_on_hover(stage: Stage) -> None:
    camera = stage.cameras()[0]
    stage.say(camera.id, StreamState.OFFLINE, Reason.NO_ANSWER)

    hint = stage.wall.hint_of(camera.id)

    assert hint.splitlines()[:4] == [
        f"01 {camera.name}",
        "Cụm 1 Cụm camera 001",
        "Tổ tự quản 001",
        "Mất kết nối",
    ]


def test_every_control_has_a_name_and_its_key_in_the_tooltip(stage: Stage) -> None:
    buttons = [
        b for b in stage.wall.findChildren(QToolButton) if b.objectName().startswith("button-")
    ]

    assert len(buttons) >= 12
    assert [b.objectName() for b in buttons if not b.accessibleName()] == []
    assert [b.toolTip() for b in buttons if not b.toolTip().endswith(")")] == []


def test_the_wall_says_whose_picture_is_chosen_to_a_screen_reader(stage: Stage) -> None:
    stage.wall.choose(stage.shown[2])

    assert stage.wall.canvas.accessibleDescription().startswith("03 ")


def test_full_screen_is_pictures_alone(stage: Stage) -> None:
    press(stage, Qt.Key.Key_F11)
    QApplication.processEvents()
    assert [w.isVisible() for w in frame(stage)] == [False] * 4

    press(stage, Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert [w.isVisible() for w in frame(stage)] == [True] * 4


def frame(stage: Stage) -> list[QWidget]:
    return [stage.window.rail, stage.window.status, stage.wall.tree, stage.window.top]
