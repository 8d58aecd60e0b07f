"""Run by a test with QT_SCALE_FACTOR set: is a picture painted pixel by pixel?

Prints a line of JSON: the screen's scale, the tile's size that was asked for and whether
every column of a striped picture arrived where it belongs.
"""

from __future__ import annotations

import json

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

ONE, TWO = CameraId(1), CameraId(2)


def main() -> None:
    """Paint a striped picture into the second of four tiles and read it back."""
    app = QApplication([])
    clock, bridge = FakeClock(), Bridge()
    view = FakeCanvas(clock)
    wall = WallCanvas(view, Standing(bridge, clock), clock, WALL)
    wall.resize(643, 363)
    wall.show()
    labels = {ONE: Label(1, "Cổng chợ"), TWO: Label(2, "Ngõ 12")}
    wall.show_screen(Screen(tiles=4, cameras=(ONE, TWO), upcoming=()), labels)
    bridge.post(StreamChanged(TWO, StreamState.LIVE))
    place = view.places[1]
    row = b"".join(bytes((column % 256, 0, 255 * (column % 2), 0)) for column in range(place.width))
    view.paint_rows(TWO, row * place.height, (place.width, place.height))
    wall.tick()
    app.processEvents()
    image = wall.grab().toImage()
    box = wall.tiles[1].picture_box
    seen = [image.pixelColor(box.x() + column, box.y() + 20) for column in range(place.width)]
    exact = [(c.blue(), c.red()) for c in seen] == [
        (column % 256, 255 * (column % 2)) for column in range(place.width)
    ]
    answer = {
        "scale": image.devicePixelRatio(),
        "asked": [place.width, place.height],
        "box": [box.width(), box.height()],
        "exact": exact,
    }
    print(json.dumps(answer))  # noqa: T201 -- the test reads it
    wall.let_go()
    view.close()


if __name__ == "__main__":
    main()
