"""Drawing on a still: by keys and mouse, back and forth, and the picture stays as it is."""

from __future__ import annotations

import hashlib

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from console.drawings import FULL, Figure, FigureKind, figures_of
from db.case_records import Bookmark
from tests.ui.stage import Stage, wait_for
from ui.bookmarks.figures import drawn_over
from ui.bookmarks.marking import jpeg_of
from ui.bookmarks.sketch import Sketch
from ui.bookmarks.still_editor import StillEditor

SHIFT, CTRL, NONE = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.NoModifier,
)


@pytest.fixture
def marked(stage: Stage) -> Bookmark:
    """A bookmark of two cameras; one of them has a still, all grey."""
    made = stage.console.bookmarks.mark(stage.shown[:2], stage.clock.now())
    image = QImage(640, 360, QImage.Format.Format_RGB32)
    image.fill(0x808080)
    return stage.console.stills.keep(made.id, stage.shown[1], jpeg_of(image))


@pytest.fixture
def editor(stage: Stage, marked: Bookmark) -> StillEditor:
    assert stage.window.moments is not None
    shown = stage.window.moments.draw(marked.id)
    wait_for(lambda: shown.canvas.has_picture)
    shown.activateWindow()
    shown.canvas.setFocus()
    wait_for(shown.canvas.hasFocus)
    return shown


def press(editor: StillEditor, *keys: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    for key in keys:
        QTest.keyClick(editor.canvas, key, modifier)


def test_all_of_it_by_keys_and_the_picture_stays(
    stage: Stage, marked: Bookmark, editor: StillEditor
) -> None:
    path = stage.console.stills.path(marked.id, stage.shown[1])
    before = hashlib.sha256(path.read_bytes()).hexdigest()
    press(editor, Qt.Key.Key_3, Qt.Key.Key_Return, Qt.Key.Key_Right, Qt.Key.Key_Down)
    press(editor, Qt.Key.Key_Right, modifier=SHIFT)
    press(editor, Qt.Key.Key_2, Qt.Key.Key_Enter)
    press(editor, Qt.Key.Key_1, Qt.Key.Key_Return, Qt.Key.Key_Delete)
    press(editor, Qt.Key.Key_Z, modifier=CTRL)
    assert len(editor.sketch.figures) == 3
    press(editor, Qt.Key.Key_Y, modifier=CTRL)

    press(editor, Qt.Key.Key_S, modifier=CTRL)
    wait_for(lambda: editor._closed)

    [shot] = [shot for shot in stage.console.bookmarks.bookmark(marked.id).shots if shot.still]
    mask, arrow = figures_of(shot.drawing)
    assert mask == Figure(FigureKind.MASK, 3850, 3850, 6450, 6350)
    assert arrow.kind is FigureKind.ARROW
    assert hashlib.sha256(path.read_bytes()).hexdigest() == before == shot.sha256


def test_by_mouse_a_box_is_drawn_moved_and_let_go_of_with_a_word(editor: StillEditor) -> None:
    canvas, left = editor.canvas, Qt.MouseButton.LeftButton
    area = canvas.area

    def at(x: float, y: float) -> QPoint:
        return QPoint(round(area.x() + area.width() * x), round(area.y() + area.height() * y))

    QTest.mousePress(canvas, left, NONE, at(0.2, 0.2))
    QTest.mouseMove(canvas, at(0.4, 0.5))
    QTest.mouseRelease(canvas, left, NONE, at(0.4, 0.5))
    [box] = editor.sketch.figures
    assert box.kind is FigureKind.BOX
    assert abs(box.x1 - 0.2 * FULL) < 30 > abs(box.y2 - 0.5 * FULL)

    QTest.mousePress(canvas, left, NONE, at(0.2, 0.35))  # its line, on the left
    QTest.mouseMove(canvas, at(0.3, 0.35))
    QTest.mouseRelease(canvas, left, NONE, at(0.3, 0.35))
    [moved] = editor.sketch.figures
    assert abs(moved.x1 - box.x1 - 1000) < 30
    assert moved.x2 - moved.x1 == box.x2 - box.x1

    press(editor, Qt.Key.Key_Escape, Qt.Key.Key_Escape)  # the figure, then the word of warning
    said = editor.findChild(QLabel, "still-said")
    assert said is not None
    assert "Ctrl+S" in said.text()
    assert editor.isVisible()
    press(editor, Qt.Key.Key_Escape)
    assert editor._closed


def test_steps_of_one_kind_are_taken_back_as_one_and_nothing_leaves_the_picture() -> None:
    sketch = Sketch()
    sketch.put(FigureKind.BOX)
    for _ in range(80):
        sketch.move(100, 0)
    assert sketch.figures[0].x2 == FULL
    for _ in range(80):
        sketch.size(-100, 0)
    assert sketch.figures[0].x2 - sketch.figures[0].x1 == 100

    sketch.undo()
    sketch.undo()
    assert sketch.figures[0].x1 == 3750
    sketch.undo()
    assert sketch.figures == ()
    assert not sketch.is_changed


def test_what_is_masked_cannot_be_seen() -> None:
    image = QImage(200, 100, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)

    shown = drawn_over(image, '[["mask",0,0,5000,10000]]')

    assert shown.pixelColor(50, 50).lightness() == 0
    assert shown.pixelColor(150, 50).lightness() == 255
    assert image.pixelColor(50, 50).lightness() == 255
    assert QRectF(shown.rect()) == QRectF(image.rect())
