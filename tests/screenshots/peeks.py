"""Masks drawn on what is to be exported, and stills chosen from it."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from db.evidence_records import MaskKey, MaskWanted, StillWanted, Wanted
from db.records import CameraId, Span, from_us, to_us
from tests.screenshots.stand import Scene, Size, in_day, opened, street, taken
from tests.still_engine import StillEngine
from tests.timelines import Index, run_of
from tests.ui.stage import Stage, wait_for
from ui.evidence.mask_editor import MaskEditor
from ui.evidence.peek_dialog import PeekDialog
from ui.evidence.still_chooser import StillChooser
from ui.theme import THEMES, ThemeName

_SIZE = (1280, 720)
_SECOND_US = 1_000_000
_BEGIN_MIN, _END_MIN = -20, -10


def pictured(camera_id: CameraId, shown_us: int, target: Path) -> tuple[int, int]:
    """A street in which somebody walks from left to right, once a minute."""
    rows, (width, height) = street(*_SIZE, camera_id)
    image = QImage(rows, width, height, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    x = width * (0.15 + 0.7 * (shown_us / _SECOND_US % 60) / 60)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("#c98f6b"))
    painter.drawEllipse(QPointF(x, height * 0.5), 20, 24)
    painter.setBrush(QColor("#2f5d8a"))
    painter.drawRoundedRect(QRectF(x - 34, height * 0.54, 68, 150), 18, 18)
    painter.setBrush(QColor("#e8e8e0"))
    painter.drawRect(QRectF(width * 0.7, height * 0.82, 120, 40))
    painter.setPen(Qt.GlobalColor.black)
    painter.setFont(QFont("Noto Sans", 16))
    plate = QRectF(width * 0.7, height * 0.82, 120, 40)
    painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, "20-B1 123")
    painter.setPen(Qt.GlobalColor.white)
    painter.drawText(QPointF(24, 40), f"{from_us(shown_us).astimezone():%d/%m/%Y %H:%M:%S}")
    painter.end()
    assert image.save(str(target), quality=92)
    return _SIZE


def _stage(size: Size, data: Path) -> tuple[Stage, list[Wanted], int]:
    """The window, what is wanted of two cameras, and when that begins."""
    stage = opened(size, data)
    now = stage.clock.now()
    span = Span(now + timedelta(minutes=_BEGIN_MIN), now + timedelta(minutes=_END_MIN))
    wanted = [Wanted(camera_id, span) for camera_id in stage.shown[1:3]]
    index = Index(footage=[run_of(line.camera_id, span) for line in wanted])
    stage.engine.stills = StillEngine(index, pictured)
    return stage, wanted, to_us(span.start)


def _come(dialog: PeekDialog) -> None:
    wait_for(lambda: bool(dialog.names) and not dialog.peeking.is_busy)


def _masks(camera_id: CameraId, start_us: int) -> tuple[MaskWanted, ...]:
    walker = tuple(
        MaskKey(
            start_us + second * _SECOND_US,
            (left, 4_500, left + 640, 4_300, left + 800, 5_100, left + 500, 5_600, left, 5_300),
        )
        for second, left in ((0, 1_150), (60, 8_100))
    )
    return (
        MaskWanted(
            camera_id=camera_id,
            keys=(MaskKey(start_us, (6_900, 8_100, 8_050, 8_850)),),
            why="Biển số xe không liên quan",
        ),
        MaskWanted(
            camera_id=camera_id,
            keys=walker,
            end_us=start_us + 60 * _SECOND_US + 1,
            why="Người đi đường không liên quan",
        ),
    )


def _editor(
    size: Size, data: Path, *, masks: bool = True, theme: ThemeName = ThemeName.NIGHT
) -> tuple[Stage, MaskEditor]:
    stage, wanted, start_us = _stage(size, data)
    drawn = _masks(wanted[0].camera_id, start_us) if masks else ()
    editor = MaskEditor(stage.desk, stage.console, THEMES[theme], wanted, drawn, stage.window)
    editor.open()
    _come(editor)
    editor.timing.go_to(start_us + 24 * _SECOND_US)
    _come(editor)
    return stage, editor


def drawn(size: Size, data: Path) -> QImage:
    """A plate that stands still, a face that walks; the face is chosen, between two places."""
    stage, editor = _editor(size, data)
    editor.sketch.choose(1)
    editor.dress()
    editor.canvas.setFocus()
    return taken(stage, over=editor)


def begun(size: Size, data: Path) -> QImage:
    """Nothing is masked yet."""
    stage, editor = _editor(size, data, masks=False)
    return taken(stage, over=editor)


def corner(size: Size, data: Path) -> QImage:
    """A corner is chosen; what was drawn and not kept is not let go of, in the day theme."""
    stage, editor = _editor(size, data, theme=ThemeName.DAY)
    editor.sketch.choose(1)
    editor.sketch.choose_corner(1)
    editor.sketch.move(80, -60, editor.canvas.at_us)
    editor.dress()
    editor.leave()
    return in_day(stage, lambda its: taken(its, over=editor))


def gap(size: Size, data: Path) -> QImage:
    """There is no picture at this time."""
    stage, editor = _editor(size, data)
    assert stage.engine.stills is not None
    stage.engine.stills.index.footage.clear()
    editor.timing.step(_SECOND_US)
    _come(editor)
    editor.timing.show_none(editor.timing.at_us + 95 * _SECOND_US)
    return taken(stage, over=editor)


def _chooser(
    size: Size, data: Path, chosen: int, theme: ThemeName = ThemeName.NIGHT
) -> tuple[Stage, StillChooser]:
    stage, wanted, start_us = _stage(size, data)
    every = [
        StillWanted(line.camera_id, start_us + second * _SECOND_US + 480_000)
        for line in wanted
        for second in (12, 31, 47)
    ]
    chooser = StillChooser(
        stage.desk,
        stage.console,
        THEMES[theme],
        wanted,
        every[:chosen],
        every[chosen:],
        stage.window,
    )
    chooser.open()
    _come(chooser)
    wait_for(lambda: all(chooser._thumbs.knows(each) for each in chooser.suggested.in_sight()))
    wait_for(lambda: all(chooser._thumbs.knows(each) for each in chooser.chosen.in_sight()))
    return stage, chooser


def stills(size: Size, data: Path) -> QImage:
    """Two are chosen, four suggested."""
    stage, chooser = _chooser(size, data, 2)
    return taken(stage, over=chooser)


def no_stills(size: Size, data: Path) -> QImage:
    """Nothing is chosen yet, and a time was typed that is not wanted, in the day theme."""
    stage, chooser = _chooser(size, data, 0, ThemeName.DAY)
    chooser.timing.box.setText("04:00")
    chooser.timing._on_typed()
    return in_day(stage, lambda its: taken(its, over=chooser))


SCENES: dict[str, Scene] = {
    "masks_drawn": drawn,
    "masks_begun": begun,
    "masks_corner": corner,
    "masks_gap": gap,
    "stills_chosen": stills,
    "stills_none": no_stills,
}
