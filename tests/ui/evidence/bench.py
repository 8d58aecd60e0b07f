"""A console without a window, whose engine has pictures with the clock in them."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from console.app import build
from console.audit import Act
from console.config import Config
from console.keepers import Keeper
from console.workers import Workers
from db.evidence_records import Wanted
from db.records import CameraId, Span, from_us, to_us
from tests import stores
from tests.console.officers import CHEAP
from tests.fakes import FakeClock
from tests.still_engine import StillEngine
from tests.timelines import Index, run_of
from tests.ui.fake_engine import FakeEngine
from ui.bridge import Bridge
from ui.desk import Desk
from ui.standing import Standing
from ui.tasks import Tasks

SIZE = (640, 360)
SECOND_US = 1_000_000


class Bench:
    """The first two cameras were recorded for the last hour, but for a minute in the middle."""

    def __init__(self, folder: Path, station: Path, clock: FakeClock) -> None:
        shutil.copy(station, folder / "station.db")
        self.clock = clock
        self.index = Index()
        self.engine = FakeEngine(clock)
        self.stills = self.engine.stills = StillEngine(self.index, clocked)
        self.workers = Workers()
        bridge = Bridge()
        self.console = build(
            stores.folder(folder),
            bridge.post,
            clock=clock,
            engine=lambda _config, _workers: self.engine,
            config=Config(station_name="Phường", keeper=Keeper.KEY_FILE),
            hash_cost=CHEAP,
            index=self.index,
        )
        self.desk = Desk(bridge, Tasks(self.workers), Standing(bridge, clock), clock)
        self.cameras = [camera.id for camera in self.console.fleet.view().cameras[:2]]
        for camera_id in self.cameras:
            self.record(camera_id, -60, -31)
            self.record(camera_id, -30, 0)

    def record(self, camera_id: CameraId, start_min: float, end_min: float) -> None:
        self.index.footage.append(run_of(camera_id, self.span(start_min, end_min)))

    def span(self, start_min: float, end_min: float) -> Span:
        now = self.clock.now()
        return Span(now + timedelta(minutes=start_min), now + timedelta(minutes=end_min))

    def wanted(self, start_min: float = -50, end_min: float = -40, camera: int = 0) -> Wanted:
        return Wanted(self.cameras[camera], self.span(start_min, end_min))

    def us(self, minutes: float) -> int:
        """An instant, in minutes from now."""
        return to_us(self.clock.now() + timedelta(minutes=minutes))

    def watched(self) -> Sequence[int | None]:
        """Of which cameras the log tells that they were watched."""
        with self.console._store.read() as unit:
            return [each.subject_id for each in unit.trail.entries() if each.act == Act.WATCHED]

    def close(self) -> None:
        assert self.workers.close() == []
        self.console.close()


def clocked(camera_id: CameraId, shown_us: int, target: Path) -> tuple[int, int]:
    """A grey picture with camera and time in it; its red is the second."""
    image = QImage(*SIZE, QImage.Format.Format_RGB32)
    image.fill(QColor(100 + shown_us // SECOND_US % 60, 128, 128))
    painter = QPainter(image)
    painter.setPen(Qt.GlobalColor.white)
    painter.setFont(QFont("Noto Sans", 24))
    words = f"{camera_id}\n{from_us(shown_us).astimezone():%H:%M:%S.%f}"
    painter.drawText(image.rect(), Qt.AlignmentFlag.AlignBottom, words)
    painter.end()
    assert image.save(str(target), quality=95)
    return SIZE
