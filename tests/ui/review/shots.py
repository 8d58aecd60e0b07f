"""Pictures of the review page: ``python -m tests.ui.review.shots FOLDER``."""

from __future__ import annotations

import os
import sys
import tempfile
from datetime import timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from console.events import Thinning, TileState
from console.video.footage_ports import ReviewPlace
from db.records import CameraId, to_us
from tests import wards
from tests.fakes import FakeClock
from tests.screenshots.stand import street
from tests.ui.fake_review import (
    FakeArchive,
    FakeFootage,
    Rows,
    archive_of,
    hold,
    movement,
    recorded,
)
from tests.ui.stage import Stage, wait_for
from ui import theme, translation
from ui.review.rows import Flag
from ui.review.scale import DAY_US, HOUR_US, Scale
from ui.theme import ThemeName

SIZES = ((1366, 768), (1920, 1080))
_WARD = [CameraId(number) for number in range(1, 82)]


def street_of(width: int, height: int, place: ReviewPlace, _us: int) -> Rows:
    """A street of our own for each camera."""
    return street(width, height, place.camera_id)


def opened(
    folder: Path, size: tuple[int, int], footage: FakeFootage, name: ThemeName = ThemeName.NIGHT
) -> Stage:
    """The window on the review page."""
    wards.made(folder / "station.db")
    stage = Stage(folder, FakeClock(), size=size, archive=archive_of(footage), theme=name)
    assert stage.archive is not None
    engine = stage.archive.engine
    assert isinstance(engine, FakeArchive)
    engine.paint = street_of
    stage.window.show_page("review")
    return stage


def settle(stage: Stage) -> None:
    """Let everything be read and painted."""
    wait_for(lambda: stage.footage_is_read)
    for player in stage.players:
        player.answer()
    QApplication.processEvents()


def one(size: tuple[int, int], folder: Path) -> QImage:
    """One camera, an hour of it, marks and a bookmark."""
    now = FakeClock().now()
    footage = recorded(_WARD, now, 3, 9)
    footage.kept_looks = {CameraId(3): movement(now, 6, 3)}
    footage.kept_holds = [hold([CameraId(3)], now - timedelta(minutes=40), 12)]
    stage = opened(folder, size, footage)
    stage.review.review([CameraId(3)], to_us(now - timedelta(minutes=25)))
    stage.review.playback.set_marks(
        to_us(now - timedelta(minutes=31)), to_us(now - timedelta(minutes=22))
    )
    stage.review.timeline.set_flags([Flag(to_us(now - timedelta(minutes=33)), "Cướp giật")])
    return taken(stage)


def four(size: tuple[int, int], folder: Path) -> QImage:
    """Four cameras at 8 times the speed: one in a gap, one damaged, one ended."""
    now = FakeClock().now()
    footage = recorded(_WARD, now, 3, 30)
    footage.kept_holds = [hold(_WARD, now - timedelta(hours=5), 90)]
    stage = opened(folder, size, footage)
    page = stage.review
    page.review(_WARD[:4], to_us(now - timedelta(hours=4)))
    wait_for(lambda: bool(page.playback.cameras))
    engine = stage.archive.engine
    engine.thinning = Thinning.FAST
    engine.states = {
        _WARD[0]: TileState.SHOWN,
        _WARD[1]: TileState.GAP,
        _WARD[2]: TileState.DAMAGED,
        _WARD[3]: TileState.ENDED,
    }
    page.playback.set_rate(8.0)
    page.timeline.set_scale(Scale(to_us(now) - 8 * HOUR_US, 9 * HOUR_US, page.timeline.scale.width))
    page.timeline.setFocus()
    return taken(stage)


def sixteen(size: tuple[int, int], folder: Path) -> QImage:
    """Sixteen cameras and 30 days of all of them."""
    now = FakeClock().now()
    stage = opened(folder, size, recorded(_WARD, now, 30, 6))
    page = stage.review
    page.review(_WARD[:16], to_us(now - timedelta(days=3)))
    page.toggle_rows()
    scale = Scale(to_us(now) - 29 * DAY_US, 30 * DAY_US, page.timeline.scale.width)
    page.timeline.set_scale(scale)
    return taken(stage)


def empty(size: tuple[int, int], folder: Path) -> QImage:
    """Nothing is open."""
    return taken(opened(folder, size, FakeFootage()))


def nothing_recorded(size: tuple[int, int], folder: Path) -> QImage:
    """A camera that was never recorded; a time that is none."""
    stage = opened(folder, size, FakeFootage())
    stage.review.review([CameraId(7)])
    stage.review.transport.box.setText("hôm kìa 99h")
    stage.review.transport.typed.emit("hôm kìa 99h")
    return taken(stage)


def preview(size: tuple[int, int], folder: Path) -> QImage:
    """The pointer rests on the timeline; the calendar is beside it."""
    now = FakeClock().now()
    stage = opened(folder, size, recorded(_WARD, now, 12, 4))
    page = stage.review
    page.review(_WARD[:4], to_us(now - timedelta(hours=2)))
    wait_for(lambda: stage.footage_is_read)
    at = page.timeline.mapToGlobal(QPoint(600, 80))
    page.timeline.hovered.emit(_WARD[1], page.timeline.us_at(600), at)
    wait_for(lambda: not page.errands.preview._picture.pixmap().isNull())
    page.errands.ask_day()
    wait_for(lambda: bool(page.errands.days.calendar.days))
    return taken(stage, page.errands.preview, page.errands.days)


def day(size: tuple[int, int], folder: Path) -> QImage:
    """The day theme."""
    now = FakeClock().now()
    footage = recorded(_WARD, now, 3, 30)
    footage.kept_holds = [hold(_WARD, now - timedelta(hours=5), 90)]
    stage = opened(folder, size, footage)
    stage.window.set_theme(ThemeName.DAY)
    stage.review.review(_WARD[:4], to_us(now - timedelta(hours=4)))
    scale = stage.review.timeline.scale
    stage.review.timeline.set_scale(Scale(to_us(now) - 8 * HOUR_US, 9 * HOUR_US, scale.width))
    picture = taken(stage)
    theme.apply(QApplication.instance(), ThemeName.NIGHT)
    return picture


SCENES = {
    "review_one": one,
    "review_four": four,
    "review_sixteen": sixteen,
    "review_empty": empty,
    "review_nothing": nothing_recorded,
    "review_preview": preview,
    "review_day": day,
}


def taken(stage: Stage, *over: QWidget) -> QImage:
    """A picture of the window, with what pops up over it."""
    settle(stage)
    stage.window.status.refresh()
    picture = stage.window.grab().toImage()
    painter = QPainter(picture)
    for widget in over:
        place = stage.window.mapFromGlobal(widget.mapToGlobal(QPoint(0, 0)))
        painter.drawPixmap(place, widget.grab())
    painter.end()
    stage.close()
    return picture


def main() -> int:
    """Write all pictures."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication(["ward-console"])
    translation.install(app)
    theme.apply(app, ThemeName.NIGHT)
    for width, height in SIZES:
        for name, scene in SCENES.items():
            if sys.argv[2:] and name not in sys.argv[2:]:
                continue
            with tempfile.TemporaryDirectory() as data:
                picture = scene((width, height), Path(data))
            picture.save(str(folder / f"{name}_{width}x{height}.png"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
