"""What every scene stands on: the window over a ward, its pictures painted, its picture taken."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter, QPolygonF
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from console.app import Console
from console.events import EngineChanged, EngineState, Load, Measured, StreamFigures
from console.station import Language
from db.records import StreamRole
from tests import wards
from tests.fakes import FakeClock
from tests.ui.fake_engine import fit
from tests.ui.fake_exhibit import FakeExhibits
from tests.ui.fake_pictures import rows_of
from tests.ui.fake_review import MakeArchive
from tests.ui.stage import Stage
from ui import theme
from ui.theme import ThemeName

Size = tuple[int, int]
Scene = Callable[[Size, Path], QImage]


def opened(
    size: Size,
    data: Path,
    *,
    tiles: int = 16,
    prepare: Callable[[Console], object] = lambda _: None,
    archive: MakeArchive | None = None,
    exhibits: FakeExhibits | None = None,
) -> Stage:
    """The window over a ward, everything on the wall live; the rest as a ``Stage`` takes it."""
    wards.made(data / "station.db")
    stage = Stage(
        data,
        FakeClock(),
        tiles=tiles,
        size=size,
        prepare=prepare,
        archive=archive,
        exhibits=exhibits,
    )
    play(stage)
    return stage


def bare(size: Size, data: Path, welcome: Language | None = None) -> Stage:
    """The window over a station without a camera; ``welcome`` brings the assistant."""
    return Stage(data, FakeClock(), size=size, welcome=welcome)


def play(stage: Stage) -> None:
    """Everything on the wall is live and has figures."""
    stage.bridge.post(EngineChanged(EngineState.STARTED))
    stage.all_live()
    paint(stage)
    stage.bridge.post(
        Measured(
            tuple(
                StreamFigures(
                    camera_id=camera_id,
                    role=StreamRole.SUB,
                    codec="h264",
                    width=640,
                    height=360,
                    decoded_fps=15.0 - number % 3 / 10,
                    kbit_s=398.0 + 7 * number % 40,
                    packets_lost=0,
                    load=Load.SMALL_TILE,
                )
                for number, camera_id in enumerate(stage.shown)
            )
        )
    )
    stage.settle()
    stage.window.status.refresh()


def paint(stage: Stage, without: set[int] | frozenset[int] = frozenset()) -> None:
    """A new picture for every tile but those of the places in ``without``, from 1."""
    for place in stage.canvas.places:
        if place.slot + 1 not in without:
            rows = street(*fit(place.width, place.height), place.camera_id)
            stage.canvas.paint_rows(place.camera_id, *rows)
    stage.settle()


def street(width: int, height: int, seed: int) -> tuple[bytes, tuple[int, int]]:
    """A street that nobody takes for a photograph, as rows of B, G, R, X."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    night = seed % 3 == 0
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    sky = QLinearGradient(0, 0, 0, height)
    sky.setColorAt(0, QColor("#141c2b" if night else "#9fb6c6"))
    sky.setColorAt(0.5, QColor("#2a3344" if night else "#d5dde0"))
    painter.fillRect(image.rect(), sky)
    horizon = height * (0.36 + seed % 5 * 0.02)
    painter.fillRect(QRectF(0, horizon, width, height), QColor("#22262c" if night else "#8b8f8c"))
    for house in range(7):
        left = width * (house / 7 + seed % 4 * 0.02)
        top = horizon * (0.25 + (seed * 7 + house * 13) % 10 / 18)
        colour = QColor.fromHsv((seed * 37 + house * 51) % 360, 60, 80 if night else 190)
        painter.fillRect(QRectF(left, top, width / 8, height * 0.62 - top), colour)
    road = QPolygonF(
        [
            QPointF(width * 0.42, horizon),
            QPointF(width * 0.58, horizon),
            QPointF(width * 1.1, height),
            QPointF(-width * 0.1, height),
        ]
    )
    painter.setBrush(QColor("#2c3037" if night else "#70757a"))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawPolygon(road)
    painter.end()
    return rows_of(image)


def dress(name: ThemeName) -> None:
    """The whole program, in a theme."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, name)


def in_day(stage: Stage, shown: Callable[[Stage], QImage]) -> QImage:
    """What is ``shown`` of the window, in the day theme."""
    stage.window.set_theme(ThemeName.DAY)
    picture = shown(stage)
    dress(ThemeName.NIGHT)
    return picture


def taken(stage: Stage, over: QDialog | None = None, popups: Sequence[QWidget] = ()) -> QImage:
    """A picture of the window, a dialog over its middle, and what pops up where it pops up."""
    stage.window.top.refresh()
    stage.window.status.refresh()
    for _ in range(2):  # a layout inside a layout takes two rounds
        stage.settle()
    stage.wall.tree.renew_states()
    picture = stage.window.grab().toImage()
    painter = QPainter(picture)
    for popup in popups:
        place = stage.window.mapFromGlobal(popup.mapToGlobal(QPoint(0, 0)))
        painter.drawPixmap(place, popup.grab())
    if over is not None:
        painter.fillRect(picture.rect(), QColor(0, 0, 0, 140))
        shot = over.grab()
        painter.drawPixmap(
            (picture.width() - shot.width()) // 2, (picture.height() - shot.height()) // 2, shot
        )
        over.done(0)
    painter.end()
    stage.close()
    return picture
