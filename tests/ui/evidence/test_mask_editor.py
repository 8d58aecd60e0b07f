"""Masks are drawn by keys alone or by mouse, move with time, and nothing is lost unasked."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget

from db.evidence_records import MaskKey, MaskWanted, Wanted
from tests.ui.evidence.bench import SECOND_US, Bench
from tests.ui.stage import wait_for
from ui.evidence.mask_editor import MaskEditor
from ui.theme import THEMES, ThemeName

SHIFT, CTRL, ALT, NONE = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.NoModifier,
)
LEFT = Qt.MouseButton.LeftButton
K = Qt.Key
Open = Callable[..., MaskEditor]


@pytest.fixture
def opened(bench: Bench) -> Iterator[Open]:
    """Opens an editor, and waits for its first picture."""
    made: list[MaskEditor] = []

    def open_(*wanted: Wanted, masks: tuple[MaskWanted, ...] = ()) -> MaskEditor:
        lines = wanted or (bench.wanted(),)
        editor = MaskEditor(bench.desk, bench.console, THEMES[ThemeName.NIGHT], lines, masks)
        made.append(editor)
        editor.resize(1200, 700)
        editor.open()
        editor.activateWindow()
        settled(editor)
        editor.canvas.setFocus()
        wait_for(editor.canvas.hasFocus)
        return editor

    yield open_
    for editor in made:
        editor.done(0)
        editor.deleteLater()


def settled(editor: MaskEditor) -> None:
    """What was asked for last is there."""
    wait_for(lambda: not editor.peeking.is_busy and editor.peeking._next is None)


def press(widget: QWidget, *keys: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    for key in keys:
        QTest.keyClick(widget, key, modifier)


def typed(*keys: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    """Wherever the focus is."""
    for key in keys:
        QTest.keyClick(QApplication.focusWidget(), key, modifier)


def at(editor: MaskEditor, x: float, y: float) -> QPoint:
    """A point of the picture, given in shares."""
    area = editor.canvas.area
    return QPoint(round(area.x() + area.width() * x), round(area.y() + area.height() * y))


def drag(editor: MaskEditor, start: tuple[float, float], end: tuple[float, float]) -> None:
    canvas = editor.canvas
    QTest.mousePress(canvas, LEFT, NONE, at(editor, *start))
    QTest.mouseMove(canvas, at(editor, *end))
    QTest.mouseRelease(canvas, LEFT, NONE, at(editor, *end))


def seen(editor: MaskEditor, x: float, y: float) -> QColor:
    """The colour of a point of the picture on screen."""
    return editor.canvas.grab().toImage().pixelColor(at(editor, x, y))


def said(editor: MaskEditor) -> str:
    label = editor.findChild(QLabel, "peek-said")
    assert label is not None
    return label.text()


def test_by_keys_alone_a_mask_is_put_moved_with_time_told_why_and_kept(
    bench: Bench, opened: Open
) -> None:
    """No widget is named: keys go where the focus is."""
    editor = opened()
    typed(K.Key_1, K.Key_Return, K.Key_Right, K.Key_Up)
    typed(K.Key_Right, modifier=SHIFT)
    typed(K.Key_Tab)  # past the last mask, to the bar
    assert editor.timing.bar.hasFocus()
    typed(K.Key_Right, K.Key_Right)
    typed(K.Key_Right, modifier=SHIFT)
    settled(editor)
    typed(K.Key_Backtab, modifier=SHIFT)
    typed(K.Key_Down, K.Key_Down, K.Key_BracketRight, K.Key_W)
    QTest.keyClicks(QApplication.focusWidget(), "nguoi di duong")

    typed(K.Key_S, modifier=CTRL)

    assert editor.result() == QDialog.DialogCode.Accepted
    start_us = bench.us(-50)
    first, second = (3_800, 3_700, 6_350, 6_200), (3_800, 3_800, 6_350, 6_300)
    assert editor.masks == (
        MaskWanted(
            camera_id=bench.cameras[0],
            keys=(MaskKey(start_us, first), MaskKey(start_us + 12 * SECOND_US, second)),
            end_us=start_us + 12 * SECOND_US + 1,
            why="nguoi di duong",
        ),
    )


def test_a_polygon_by_keys_alone(opened: Open) -> None:
    editor = opened()
    press(editor.canvas, K.Key_2, K.Key_Enter)
    [mask] = editor.masks
    before = mask.keys[0].shape
    press(editor.canvas, K.Key_C, K.Key_C, K.Key_Right, K.Key_Plus, K.Key_Up)
    [mask] = editor.masks
    assert len(mask.keys[0].shape) == len(before) + 2
    assert mask.keys[0].shape[2:4] == (before[2] + 50, before[3])
    middle = (before[2] + 50 + before[4]) // 2, (before[3] + before[5]) // 2 - 50
    assert mask.keys[0].shape[4:6] == middle

    press(editor.canvas, K.Key_Minus)

    [mask] = editor.masks
    assert mask.keys[0].shape == (*before[:2], before[2] + 50, *before[3:])


def test_by_mouse_a_rectangle_is_drawn_moved_and_pulled_at_its_corner(opened: Open) -> None:
    editor = opened()
    drag(editor, (0.2, 0.2), (0.4, 0.5))
    [mask] = editor.masks
    assert all(
        abs(is_ - be) < 30
        for is_, be in zip(mask.keys[0].shape, (2_000, 2_000, 4_000, 5_000), strict=True)
    )
    drag(editor, (0.3, 0.3), (0.4, 0.4))
    drag(editor, (0.5, 0.6), (0.6, 0.7))

    [mask] = editor.masks

    assert all(
        abs(is_ - be) < 60
        for is_, be in zip(mask.keys[0].shape, (3_000, 3_000, 6_000, 7_000), strict=True)
    )
    assert len(mask.keys) == 1


def test_by_mouse_a_polygon_is_closed_by_a_click_on_its_first_corner(opened: Open) -> None:
    editor = opened()
    press(editor.canvas, K.Key_2)
    for point in ((0.2, 0.2), (0.5, 0.2), (0.4, 0.6)):
        QTest.mouseClick(editor.canvas, LEFT, NONE, at(editor, *point))
    assert not len(editor.masks)
    QTest.mouseClick(editor.canvas, LEFT, NONE, at(editor, 0.2, 0.2))

    [mask] = editor.masks

    assert len(mask.keys[0].shape) == 6


def test_between_two_places_it_is_where_the_copy_has_it_and_black_there(
    bench: Bench, opened: Open
) -> None:
    start_us = bench.us(-50)
    moving = MaskWanted(
        camera_id=bench.cameras[0],
        keys=(
            MaskKey(start_us, (0, 0, 2_000, 2_000)),
            MaskKey(start_us + 10 * SECOND_US, (8_000, 0, 10_000, 2_000)),
        ),
        end_us=start_us + 20 * SECOND_US,
    )
    editor = opened(masks=(moving,))
    assert seen(editor, 0.1, 0.1).lightness() == 0
    for _ in range(5):
        press(editor.canvas, K.Key_Period)
    settled(editor)

    assert seen(editor, 0.1, 0.1).lightness() > 100
    assert seen(editor, 0.45, 0.1).lightness() == 0
    assert seen(editor, 0.55, 0.1).lightness() == 0
    press(editor.canvas, K.Key_Right, modifier=ALT)
    press(editor.canvas, K.Key_Right, modifier=ALT)
    settled(editor)
    assert seen(editor, 0.9, 0.1).lightness() > 100, "it does not hold there"


def test_what_is_drawn_is_for_the_picture_that_is_seen(bench: Bench, opened: Open) -> None:
    """A picture is shown for 40 ms: a key has its own instant, as the copy looks at it."""
    editor = opened()
    press(editor.canvas, K.Key_Right, modifier=CTRL)
    settled(editor)
    press(editor.canvas, K.Key_Return)

    [mask] = editor.masks

    assert mask.keys[0].at_us == bench.us(-50) + 80_000  # of the picture at 100 ms


def test_places_are_marks_on_the_bar_and_can_be_gone_to_and_forgotten(
    bench: Bench, opened: Open
) -> None:
    editor, start_us = opened(), bench.us(-50)
    press(editor.canvas, K.Key_Return, K.Key_Period, K.Key_Period)
    settled(editor)
    press(editor.canvas, K.Key_K)
    assert list(editor.timing.bar.marks) == [start_us, start_us + 2 * SECOND_US]
    press(editor.canvas, K.Key_PageUp, modifier=CTRL)
    settled(editor)
    assert editor.canvas.at_us == start_us

    press(editor.canvas, K.Key_K, modifier=SHIFT)

    assert list(editor.timing.bar.marks) == [start_us + 2 * SECOND_US]
    press(editor.canvas, K.Key_K, modifier=SHIFT)
    assert len(editor.masks[0].keys) == 1, "one place stays"
    press(editor.canvas, K.Key_Right, K.Key_M)
    [mask] = editor.masks
    assert [key.at_us for key in mask.keys] == [start_us]


def test_a_mask_holds_from_here_to_here_or_always(bench: Bench, opened: Open) -> None:
    editor, start_us = opened(), bench.us(-50)
    press(editor.canvas, K.Key_Return, K.Key_Period, K.Key_BracketLeft)
    assert editor.masks[0].start_us == start_us, "the next picture is not there yet"
    settled(editor)
    press(editor.canvas, K.Key_BracketLeft, K.Key_BracketRight)
    [mask] = editor.masks
    assert (mask.start_us, mask.end_us) == (start_us + SECOND_US, start_us + SECOND_US + 1)

    press(editor.canvas, K.Key_Backspace)

    [mask] = editor.masks
    assert (mask.start_us, mask.end_us) == (None, None)


def test_steps_are_taken_back_and_again(opened: Open) -> None:
    editor = opened()
    press(editor.canvas, K.Key_Return, K.Key_Right, K.Key_Right, K.Key_Delete)
    assert not len(editor.masks)
    press(editor.canvas, K.Key_Z, K.Key_Z, modifier=CTRL)
    [mask] = editor.masks
    assert mask.keys[0].shape[0] == 3_750, "moves of one kind are one step"
    press(editor.canvas, K.Key_Y, modifier=CTRL)
    assert editor.masks[0].keys[0].shape[0] == 3_850


def test_esc_goes_a_step_back_and_lets_nothing_go_without_a_word(opened: Open) -> None:
    editor = opened()
    press(editor.canvas, K.Key_2, K.Key_Return, K.Key_C)
    press(editor.canvas, K.Key_Escape, K.Key_Escape)
    assert (editor.sketch.corner, editor.sketch.chosen) == (None, None)
    press(editor.canvas, K.Key_Escape)
    assert editor.isVisible()
    assert "Ctrl+S" in said(editor)

    press(editor.canvas, K.Key_Escape)

    assert not editor.isVisible()
    assert editor.result() == QDialog.DialogCode.Rejected


def test_a_gap_is_told_and_the_next_footage_offered(bench: Bench, opened: Open) -> None:
    editor = opened(bench.wanted(-30.5, -20))
    assert not editor.canvas.has_picture
    press(editor.canvas, K.Key_Return)
    assert not len(editor.masks), "nobody draws on nothing"

    press(editor, K.Key_N)
    settled(editor)

    assert editor.canvas.at_us == bench.us(-30)
    assert editor.canvas.has_picture


def test_where_nothing_was_recorded_nothing_is_offered(bench: Bench, opened: Open) -> None:
    editor = opened(bench.wanted(-30.9, -30.1))

    assert editor.timing._next.isHidden()
    assert not editor.canvas.has_picture


def test_each_camera_has_its_own_masks_and_undo_goes_back_to_it(bench: Bench, opened: Open) -> None:
    other = MaskWanted(camera_id=bench.cameras[1], keys=(MaskKey(0, (0, 0, 500, 500)),))
    editor = opened(bench.wanted(), bench.wanted(-45, -44, camera=1), masks=(other,))
    assert editor.panel.list.count() == 0
    press(editor.canvas, K.Key_Return)
    press(editor.canvas, K.Key_PageDown, modifier=ALT)
    settled(editor)
    assert editor.canvas.at_us == bench.us(-45), "the nearest instant that is wanted of it"
    assert editor.panel.list.count() == 1

    press(editor.canvas, K.Key_Z, modifier=CTRL)
    settled(editor)

    assert editor.timing.camera_id == bench.cameras[0]
    assert editor.masks == (other,)


def test_a_typed_time_is_gone_to_and_one_that_is_not_wanted_is_told(
    bench: Bench, opened: Open
) -> None:
    editor = opened()
    us = bench.us(-44)
    local = bench.span(-44, 0).start.astimezone()
    press(editor.canvas, K.Key_G)
    assert editor.timing.box.hasFocus()
    QTest.keyClicks(editor.timing.box, f"{local:%H:%M:%S}.480")
    press(editor.timing.box, K.Key_Return)
    settled(editor)
    assert editor.canvas.at_us == us + 480_000
    assert editor.canvas.hasFocus()

    press(editor.canvas, K.Key_G)
    QTest.keyClicks(editor.timing.box, f"{bench.span(-10, 0).start.astimezone():%H:%M}")
    press(editor.timing.box, K.Key_Return)

    assert said(editor)
    assert editor.canvas.at_us == us + 480_000


def test_what_was_looked_at_is_in_the_log_once_it_is_closed(bench: Bench, opened: Open) -> None:
    editor = opened()
    assert bench.watched() == []

    editor.reject()

    wait_for(lambda: list(bench.watched()) == [bench.cameras[0]])


def test_scrubbing_over_several_stretches_leaves_out_what_is_not_wanted(
    bench: Bench, opened: Open
) -> None:
    editor = opened(bench.wanted(-50, -49), bench.wanted(-40, -39))
    bar = editor.timing.bar
    bar.setFocus()
    press(bar, K.Key_End)
    settled(editor)
    assert editor.canvas.at_us == bench.us(-39) - 40_000
    press(bar, K.Key_Home)
    for _ in range(6):
        press(bar, K.Key_Right, modifier=SHIFT)
    settled(editor)
    assert editor.canvas.at_us == bench.us(-40)
    assert bar.us_at(bar.x_of(bench.us(-49.5))) == pytest.approx(bench.us(-49.5), abs=SECOND_US)
