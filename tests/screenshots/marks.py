"""Bookmarks: the flash, the numbers that ask, the drafts beside the wall, the note."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from console.app import Console
from console.drawings import FigureKind
from console.events import Reason, StreamState
from tests.screenshots.stand import Scene, Size, in_day, opened, paint, taken
from tests.ui.stage import Stage, wait_for
from ui.bookmarks.hook import Moments
from ui.bookmarks.scene import place_of

LONG = "Cụm camera an ninh ngã tư Cách Mạng Tháng Tám - Lương Ngọc Quyến, trước cổng trường"


_OFF = 3  # the place of a camera that does not answer


def of(stage: Stage) -> Moments:
    assert stage.window.moments is not None
    stage.window.activateWindow()
    stage.wall.canvas.setFocus()
    return stage.window.moments


def key(stage: Stage, which: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    target = QApplication.focusWidget() or stage.window
    QTest.keyClick(target, which, modifier or Qt.KeyboardModifier.NoModifier)


def mark(stage: Stage, place: int) -> None:
    before = len(stage.console.bookmarks.newest())
    stage.wall.choose(stage.shown[place])
    key(stage, Qt.Key.Key_B)
    wait_for(lambda: len(stage.console.bookmarks.newest()) == before + 1)
    wait_for(of(stage).told.isVisible)
    if place != _OFF:
        wait_for(lambda: bool(stage.console.bookmarks.newest()[0].shots[0].still))


def flash(tiles: int) -> Scene:
    """The moment after the key."""

    def scene(size: Size, data: Path) -> QImage:
        stage = opened(size, data, tiles=tiles)
        of(stage)
        mark(stage, 5)
        flash = of(stage).wall.flash  # it may be over by now
        flash.flash([place_of(stage.wall.canvas, stage.wall.canvas.tiles, stage.shown[5])])
        return taken(stage)

    return scene


def asking(tiles: int) -> Scene:
    """No tile was chosen."""

    def scene(size: Size, data: Path) -> QImage:
        stage = opened(size, data, tiles=tiles)
        of(stage)
        key(stage, Qt.Key.Key_B)
        key(stage, Qt.Key.Key_1)
        return taken(stage)

    return scene


def drafted(stage: Stage) -> Moments:
    """A few moments of a night, one of them of a camera that was off."""
    moments = of(stage)
    stage.say(stage.shown[3], StreamState.OFFLINE, Reason.NO_ANSWER)
    paint(stage, without={4})
    for place in (1, _OFF, 6, 10):
        mark(stage, place)
        stage.clock.pass_(minutes=17)
        stage.say(stage.shown[3], StreamState.OFFLINE, Reason.NO_ANSWER)
        paint(stage, without={4})
    moments.wall.flash.hide()
    moments.told.hide()
    key(stage, Qt.Key.Key_D)
    wait_for(lambda: moments.panel.describing.categories.count() == 8)
    wait_for(lambda: moments.panel.list.count() == 4)
    wait_for(moments.panel.describing.categories.hasFocus)
    return moments


def beside(size: Size, data: Path) -> QImage:
    """A flash on the wall, and beside it what is still to be described."""
    stage = opened(size, data)
    moments = drafted(stage)
    wait_for(lambda: not moments.wall.flash.places)  # those of the keys are over
    canvas, its = stage.wall.canvas, stage.shown[10]
    moments.wall.flash.flash([place_of(canvas, canvas.tiles, its)])
    return taken(stage)


def drafts(size: Size, data: Path) -> QImage:
    """Four drafts beside the wall; the category is wanted."""
    stage = opened(size, data)
    drafted(stage)
    return taken(stage)


def note(size: Size, data: Path) -> QImage:
    """A category was chosen, a note is being typed."""
    stage = opened(size, data, prepare=_long_place)
    moments = drafted(stage)
    key(stage, Qt.Key.Key_3)
    line = moments.panel.describing.note
    wait_for(lambda: line._bank is not None)
    QTest.keyClicks(line.edit, "vc")
    return taken(stage)


def refused(size: Size, data: Path) -> QImage:
    """Half of it is missing."""
    stage = opened(size, data)
    moments = drafted(stage)
    moments.panel.describing.note.edit.setText("Xe máy tông vào dải phân cách rồi bỏ đi")
    moments.panel.describing.save.click()
    wait_for(lambda: bool(moments.panel.describing._said.text()))
    return taken(stage)


def none(size: Size, data: Path) -> QImage:
    """Nothing to describe."""
    stage = opened(size, data)
    moments = of(stage)
    key(stage, Qt.Key.Key_D)
    wait_for(moments.panel.isVisible)
    return taken(stage)


def none_day(size: Size, data: Path) -> QImage:
    """Nothing to describe, by day."""
    stage = opened(size, data)
    moments = of(stage)
    key(stage, Qt.Key.Key_D)
    wait_for(moments.panel.isVisible)
    return in_day(stage, taken)


def day(size: Size, data: Path) -> QImage:
    """The drafts in the day theme."""
    stage = opened(size, data)
    drafted(stage)
    return in_day(stage, taken)


def still(size: Size, data: Path) -> QImage:
    """Drawing on a still: a box, an arrow, a face that is blacked out."""
    stage = opened(size, data)
    moments = of(stage)
    mark(stage, 6)
    editor = moments.draw(stage.console.bookmarks.newest()[0].id)
    wait_for(lambda: editor.canvas.has_picture)
    for kind, points in (
        (FigureKind.MASK, (5200, 3600, 6000, 4900)),
        (FigureKind.ARROW, (1400, 2000, 3300, 4600)),
        (FigureKind.BOX, (3400, 4400, 5000, 7600)),
    ):
        editor.sketch.put(kind, points)
    editor._dress()
    return taken(stage, over=editor)


def no_still(size: Size, data: Path) -> QImage:
    """Nothing to draw on, in the day theme."""
    stage = opened(size, data)
    made = stage.console.bookmarks.mark(stage.shown[:1], stage.clock.now())
    editor = of(stage).draw(made.id)
    wait_for(lambda: editor._bookmark is not None)
    return in_day(stage, lambda its: taken(its, over=editor))


def _long_place(console: Console) -> None:
    console.phrases.add("", LONG)


SCENES: dict[str, Scene] = {
    "mark_flash": flash(16),
    "mark_flash_81": flash(81),
    "mark_asking": asking(16),
    "mark_asking_81": asking(81),
    "mark_beside": beside,
    "mark_drafts": drafts,
    "mark_note": note,
    "mark_half": refused,
    "mark_none": none,
    "mark_none_day": none_day,
    "mark_day": day,
    "mark_still": still,
    "mark_no_still": no_still,
}
