"""The review page: what was recorded of one camera to sixteen, and what may be wrong with it."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from console.events import Thinning, TileState
from console.video.footage_ports import ReviewPlace
from db.records import CameraId, to_us
from tests import duty
from tests.fakes import FakeClock
from tests.screenshots.stand import Scene, Size, in_day, opened, street, taken
from tests.ui.fake_looks import movement
from tests.ui.fake_pictures import Rows
from tests.ui.fake_review import FakeFootage, archive_of, hold, recorded
from tests.ui.review.desk import engine_of
from tests.ui.stage import Stage, wait_for
from ui.bookmarks.flash import Flash
from ui.bookmarks.scene import place_of
from ui.review.scale import DAY_US, HOUR_US, Scale

_WARD = [CameraId(number) for number in range(1, 82)]


_NOTE = "Hai đối tượng cắt khoá xe trước cổng chợ, chạy về hướng cầu Bến Tượng"


def street_of(width: int, height: int, place: ReviewPlace, _us: int) -> Rows:
    """A street of our own for each camera."""
    return street(width, height, place.camera_id)


def reviewing(size: Size, data: Path, footage: FakeFootage) -> Stage:
    """The window on the review page."""
    stage = opened(size, data, archive=archive_of(footage))
    engine_of(stage).paint = street_of
    stage.window.show_page("review")
    return stage


def when_read(stage: Stage, *popups: QWidget) -> QImage:
    """A picture of the window when everything is read and painted."""
    assert stage.window.moments is not None
    marks = stage.window.moments.timeline
    assert marks is not None
    marks.let(allowed=True)  # reads what was put into the store by hand
    wait_for(lambda: stage.footage_is_read and not marks.is_busy)
    for player in stage.players:
        player.answer()
    QApplication.processEvents()
    return taken(stage, popups=popups)


def one(size: Size, data: Path) -> QImage:
    """One camera, an hour of it, marks and a bookmark."""
    now = FakeClock().now()
    footage = recorded(_WARD, now, 3, 9)
    footage.kept_looks = {CameraId(3): movement(now, 6, 3)}
    footage.kept_holds = [hold([CameraId(3)], now - timedelta(minutes=40), 12)]
    stage = reviewing(size, data, footage)
    stage.review.review([CameraId(3)], to_us(now - timedelta(minutes=25)))
    stage.review.playback.set_marks(
        to_us(now - timedelta(minutes=31)), to_us(now - timedelta(minutes=22))
    )
    with stage.console._store.begin() as unit:
        for minutes in (33, 12, 11.5):
            at = now - timedelta(minutes=minutes)
            duty.bookmark(unit, at, _NOTE, (CameraId(3),), category_id=1)
    return when_read(stage)


def bookmarked(stage: Stage, count: int, days: float, cameras: Sequence[CameraId]) -> None:
    """Moments of the last days, most of them in the evenings."""
    dice, now = random.Random(5), stage.clock.now()
    with stage.console._store.begin() as unit:
        for number in range(count):
            at = now - timedelta(days=days * dice.random() ** 1.3, hours=dice.gauss(0, 2))
            if at < now:
                camera = cameras[number % len(cameras)]
                duty.bookmark(unit, at, _NOTE, (camera,), category_id=1 + number % 8)


def four(size: Size, data: Path) -> QImage:
    """Four cameras at 8 times the speed: one in a gap, one damaged, one ended."""
    now = FakeClock().now()
    footage = recorded(_WARD, now, 3, 30)
    footage.kept_holds = [hold(_WARD, now - timedelta(hours=5), 90)]
    stage = reviewing(size, data, footage)
    page = stage.review
    page.review(_WARD[:4], to_us(now - timedelta(hours=4)))
    wait_for(lambda: bool(page.playback.cameras))
    engine = engine_of(stage)
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
    bookmarked(stage, 60, 0.4, _WARD[:4])
    return when_read(stage)


def sixteen(size: Size, data: Path) -> QImage:
    """Sixteen cameras and 30 days of all of them."""
    now = FakeClock().now()
    stage = reviewing(size, data, recorded(_WARD, now, 30, 6))
    page = stage.review
    page.review(_WARD[:16], to_us(now - timedelta(days=3)))
    bookmarked(stage, 2500, 28, _WARD)
    page.toggle_rows()
    scale = Scale(to_us(now) - 29 * DAY_US, 30 * DAY_US, page.timeline.scale.width)
    page.timeline.set_scale(scale)
    return when_read(stage)


def empty(size: Size, data: Path) -> QImage:
    """Nothing is open."""
    return when_read(reviewing(size, data, FakeFootage()))


def nothing_recorded(size: Size, data: Path) -> QImage:
    """A camera that was never recorded; a time that is none."""
    stage = reviewing(size, data, FakeFootage())
    stage.review.review([CameraId(7)])
    stage.review.transport.box.setText("hôm kìa 99h")
    stage.review.transport.typed.emit("hôm kìa 99h")
    return when_read(stage)


def preview(size: Size, data: Path) -> QImage:
    """The pointer rests on the timeline; the calendar is beside it."""
    now = FakeClock().now()
    stage = reviewing(size, data, recorded(_WARD, now, 12, 4))
    page = stage.review
    page.review(_WARD[:4], to_us(now - timedelta(hours=2)))
    wait_for(lambda: stage.footage_is_read)
    at = page.timeline.mapToGlobal(QPoint(600, 80))
    page.timeline.hovered.emit(_WARD[1], page.timeline.us_at(600), at)
    wait_for(lambda: not page.errands.preview._picture.pixmap().isNull())
    page.errands.ask_day()
    wait_for(lambda: bool(page.errands.days.calendar.days))
    return when_read(stage, page.errands.preview, page.errands.days)


def day(size: Size, data: Path) -> QImage:
    """The day theme."""
    now = FakeClock().now()
    footage = recorded(_WARD, now, 3, 30)
    footage.kept_holds = [hold(_WARD, now - timedelta(hours=5), 90)]
    stage = reviewing(size, data, footage)
    stage.review.review(_WARD[:4], to_us(now - timedelta(hours=4)))
    scale = stage.review.timeline.scale
    stage.review.timeline.set_scale(Scale(to_us(now) - 8 * HOUR_US, 9 * HOUR_US, scale.width))
    return in_day(stage, when_read)


def flash(size: Size, data: Path) -> QImage:
    """The moment after the key, of two cameras."""
    now = FakeClock().now()
    stage = reviewing(size, data, recorded(_WARD, now, 3, 9))
    review = stage.window.review
    assert review is not None
    review.review(_WARD[:4], to_us(now - timedelta(minutes=30)))
    wait_for(lambda: stage.footage_is_read and len(review.pictures.tiles) == 4)
    for player in stage.players:
        player.answer()
    QApplication.processEvents()
    stage.settle()
    over = review.pictures.findChild(Flash)
    assert over is not None
    places = [place_of(review.pictures, review.pictures.tiles, each) for each in _WARD[:2]]
    over.flash([place for place in places if place is not None])
    return taken(stage)


SCENES: dict[str, Scene] = {
    "review_one": one,
    "review_four": four,
    "review_sixteen": sixteen,
    "review_empty": empty,
    "review_nothing": nothing_recorded,
    "review_preview": preview,
    "review_flash": flash,
    "review_day": day,
}
