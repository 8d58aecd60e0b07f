"""A canvas of four tiles without a window around it."""

from __future__ import annotations

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from console.events import StreamChanged, StreamState
from db.records import CameraId
from tests.fakes import FakeClock
from tests.ui.fake_engine import FakeCanvas
from ui.bridge import Bridge
from ui.standing import Standing
from ui.theme import WALL
from ui.wall.canvas_widget import WallCanvas
from ui.wall.lettering import Label
from ui.wall.views import Screen

ONE, TWO, THREE, FOUR, FIVE = (CameraId(number) for number in range(1, 6))
LABELS = {CameraId(number): Label(number, f"Cổng chợ {number}") for number in range(1, 10)}
RED, GREEN, BLUE = (200, 0, 0), (0, 180, 0), (0, 0, 190)
FOURS = Screen(tiles=4, cameras=(ONE, TWO, THREE, FOUR), upcoming=(FIVE,))


class Wall:
    """Four tiles of 320 × 180 and what stands behind them."""

    def __init__(self, clock: FakeClock) -> None:
        self.clock = clock
        self.view = FakeCanvas(clock)
        self.bridge = Bridge()
        self.standing = Standing(self.bridge, clock)
        self.widget = WallCanvas(self.view, self.standing, clock, WALL)
        self.widget.resize(641, 361)
        self.widget.show()
        self.widget.show_screen(FOURS, LABELS)

    def live(self, *cameras: CameraId) -> None:
        for camera_id in cameras:
            self.bridge.post(StreamChanged(camera_id, StreamState.LIVE))
        QApplication.processEvents()

    def colour(self, camera_id: CameraId) -> QColor:
        """The middle of the upper left quarter of a tile: picture, never words."""
        QApplication.processEvents()
        tile = next(t for t in self.widget.tiles if t.camera_id == camera_id)
        image = self.widget.grab().toImage()
        return image.pixelColor(tile.box.x() + 40, tile.box.y() + tile.box.height() // 4)

    def title(self, camera_id: CameraId) -> str:
        self.widget.look()
        face = next(t for t in self.widget.tiles if t.camera_id == camera_id).face
        return face.title if face else ""


def rgb(colour: QColor) -> tuple[int, int, int]:
    return colour.red(), colour.green(), colour.blue()
