"""Finding a moment: an area, a strip of pictures, the search by halves."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtGui import QAction, QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from console.errors import NotAllowed
from console.gate import Why
from console.rights import Action
from console.video.footage_ports import ReviewPlace
from console.video.looks import Area
from db.footage_records import CELLS, Look
from db.records import CameraId, to_us
from tests.fakes import FakeClock
from tests.screenshots.stand import Scene, Size, in_day, opened, street, taken
from tests.ui.fake_pictures import Rows, rows_of
from tests.ui.fake_review import HOUR_US, archive_of, recorded
from tests.ui.review.desk import engine_of
from tests.ui.stage import Stage, wait_for
from ui.review.finding.area_tool import AreaTool
from ui.review.finding.halving_tool import HalvingTool
from ui.review.finding.strip_tool import StripTool
from ui.review.scale import Scale

_CAMERA = CameraId(3)
_THEFT = timedelta(hours=3, minutes=17)


def with_bike(now: datetime, width: int, height: int, place: ReviewPlace, us: int) -> Rows:
    """A street with a motorbike on the pavement, until it is stolen."""
    pixels, size = street(width, height, place.camera_id)
    image = QImage(pixels, *size, 4 * size[0], QImage.Format.Format_RGB32).copy()
    if us < to_us(now - _THEFT):
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = size[0] / 16
        painter.translate(size[0] * 0.44, size[1] * 0.6)
        painter.setBrush(QColor(20, 20, 20))
        for x in (0.0, wide):
            painter.drawEllipse(round(x), 0, round(wide / 2), round(wide / 2))
        painter.fillRect(round(wide / 4), round(-wide / 4), round(wide), round(wide / 3), "#b3231c")
        painter.end()
    return rows_of(image)


def _page(size: Size, data: Path) -> Stage:
    """One camera at the present, half a day of it in sight."""
    now = FakeClock().now()
    footage = recorded([CameraId(number) for number in range(1, 82)], now, 3, 5)
    first = to_us(now) - 14 * HOUR_US
    full = (1 << CELLS) - 1
    footage.kept_looks[_CAMERA] = [
        Look(us, full if us // 1_000_000 % 1777 < 24 else 0, 90)
        for us in range(first + 2 * HOUR_US, to_us(now), 2_000_000)
    ]
    stage = opened(size, data, archive=archive_of(footage))
    stage.window.show_page("review")
    engine_of(stage).paint = lambda *asked: with_bike(now, *asked)
    page = stage.review
    page.review([_CAMERA], to_us(now) - 13 * HOUR_US)
    wait_for(lambda: bool(page.playback.cameras))
    page.timeline.set_scale(Scale(first, 14 * HOUR_US, page.timeline.scale.width))
    wait_for(lambda: stage.footage_is_read)
    return stage


def _read(stage: Stage) -> QImage:
    """A picture of the window when all stills are there."""
    for _ in range(30):
        QApplication.processEvents()
        for player in stage.players:
            player.answer()
    return taken(stage)


def area_drawn(size: Size, data: Path) -> QImage:
    """The tool was just brought."""
    stage = _page(size, data)
    stage.review.findChild(QAction, "action-finding-area").trigger()
    return _read(stage)


def area_found(size: Size, data: Path) -> QImage:
    """What changed, and where nobody can say."""
    stage = _page(size, data)
    tool = stage.review.findChild(AreaTool)
    stage.review.findChild(QAction, "action-finding-area").trigger()
    tool.over._put(Area(0.42, 0.5, 0.56, 0.72))
    tool.search()
    wait_for(lambda: not tool.is_searching)
    tool.list.choose(1)
    wait_for(lambda: not tool.list._pause.isActive())
    wait_for(lambda: not tool.list.sheet.is_busy)
    tool.list.setFocus()
    return _read(stage)


def area_none(size: Size, data: Path) -> QImage:
    """Nothing changed there; of the last hours there is no change map."""
    stage = _page(size, data)
    tool = stage.review.findChild(AreaTool)
    footage = stage.archive.footage
    quiet = [look for look in footage.kept_looks[_CAMERA] if not look.cells]
    footage.kept_looks[_CAMERA] = quiet[: len(quiet) // 2]
    stage.review.findChild(QAction, "action-finding-area").trigger()
    tool.over._put(Area(0.42, 0.5, 0.56, 0.72))
    tool.search()
    wait_for(lambda: not tool.is_searching)
    return _read(stage)


def refused(size: Size, data: Path) -> QImage:
    """Whoever sits here may not search this camera."""
    stage = _page(size, data)
    tool = stage.review.findChild(AreaTool)
    stage.archive.footage.refusal = NotAllowed(Action.REVIEW_FOOTAGE, Why.AGE)
    stage.review.findChild(QAction, "action-finding-area").trigger()
    tool.search()
    wait_for(lambda: not tool.is_searching)
    return _read(stage)


def strip(size: Size, data: Path) -> QImage:
    """As many pictures as fit."""
    stage = _page(size, data)
    tool = stage.review.findChild(StripTool)
    stage.review.findChild(QAction, "action-finding-strip").trigger()
    wait_for(lambda: bool(tool.list.cards))
    tool.step(-1)
    tool.list.setFocus()
    wait_for(lambda: not tool.list._pause.isActive())
    wait_for(lambda: not tool.list.sheet.is_busy)
    return _read(stage)


def _begun(size: Size, data: Path) -> tuple[Stage, HalvingTool]:
    stage = _page(size, data)
    tool = stage.review.findChild(HalvingTool)
    stage.review.findChild(QAction, "action-finding-halving").trigger()
    return stage, tool


def halving_idle(size: Size, data: Path) -> QImage:
    """Before it begins."""
    return _read(_begun(size, data)[0])


def halving_pair(size: Size, data: Path) -> QImage:
    """The first question."""
    stage, tool = _begun(size, data)
    tool.begin()
    wait_for(tool.over.isVisible)
    wait_for(lambda: not tool.over.stills._sheet.is_busy)
    return _read(stage)


def _answered(size: Size, data: Path, *, until_row: bool) -> tuple[Stage, HalvingTool]:
    stage, tool = _begun(size, data)
    tool.pair.setChecked(False)
    tool.begin()
    wait_for(lambda: tool.search is not None)
    theft_us = to_us(FakeClock().now() - _THEFT)
    for _ in range(20 if until_row else 2):
        if tool.search.asked_us is None:
            break
        tool.answer(still_there=tool.search.asked_us < theft_us)
    return stage, tool


def halving_asks(size: Size, data: Path) -> QImage:
    """In the midst of it."""
    stage, tool = _answered(size, data, until_row=False)
    wait_for(lambda: not tool.over.stills._sheet.is_busy)
    return _read(stage)


def halving_row(size: Size, data: Path) -> QImage:
    """The last pictures."""
    stage, tool = _answered(size, data, until_row=True)
    wait_for(lambda: not tool.over.row._pause.isActive())
    wait_for(lambda: not tool.over.row.sheet.is_busy)
    return _read(stage)


def halving_found(size: Size, data: Path) -> QImage:
    """It is found, and plays."""
    stage, tool = _answered(size, data, until_row=True)
    theft_us = to_us(FakeClock().now() - _THEFT)
    tool.pick(next(us for us in tool.search.row if us >= theft_us))
    return _read(stage)


def day(size: Size, data: Path) -> QImage:
    """The day theme."""
    stage = _page(size, data)
    tool = stage.review.findChild(AreaTool)
    stage.review.findChild(QAction, "action-finding-area").trigger()
    tool.search()
    wait_for(lambda: not tool.is_searching)
    tool.list.choose(0)
    wait_for(lambda: not tool.list._pause.isActive())
    wait_for(lambda: not tool.list.sheet.is_busy)
    return in_day(stage, _read)


SCENES: dict[str, Scene] = {
    "finding_area": area_drawn,
    "finding_area_found": area_found,
    "finding_area_none": area_none,
    "finding_refused": refused,
    "finding_strip": strip,
    "finding_halving": halving_idle,
    "finding_halving_pair": halving_pair,
    "finding_halving_asks": halving_asks,
    "finding_halving_row": halving_row,
    "finding_halving_found": halving_found,
    "finding_day": day,
}
