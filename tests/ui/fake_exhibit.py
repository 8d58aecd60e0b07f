"""A player of foreign files without a process: it stands where a test says."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QColor, QImage

from console.events import ExhibitMoved, ExhibitState
from console.platform.blocks import Block
from console.video.canvas import SlotPainter, SlotReader, plan, row_bytes
from console.video.ports import Picture, Place
from db.records import CameraId
from tests.ui.fake_pictures import line_of
from ui.bridge import Bridge


class FakeExhibit:
    """An ``ExhibitPlayer`` that remembers what it was told."""

    def __init__(self, number: int, path: Path, size: tuple[int, int], bridge: Bridge) -> None:
        self.number = number
        self.path = path
        self.gone: list[tuple[int | None, float]] = []
        self.steps = 0
        self.heard: list[bool] = []
        self.closed = False
        self._bridge = bridge
        [region], length = plan([Place(0, CameraId(0), *size)])
        self._block = Block.create(length)
        self._reader = SlotReader(self._block, region)
        self._painter = SlotPainter(self._block, region)

    def changed(self) -> bool:
        return self._reader.changed()

    def picture(self) -> Picture | None:
        return self._reader.picture()

    def intact(self, picture: Picture) -> bool:
        return self._reader.intact(picture)

    def go(self, at_ms: int | None, rate: float) -> None:
        self.gone.append((at_ms, rate))

    def step(self) -> None:
        self.steps += 1

    def hear(self, *, on: bool) -> None:
        self.heard.append(on)

    def close(self) -> None:
        self.closed = True
        self._painter.release()
        self._reader.release()
        self._block.close()

    def show(self, image: QImage) -> None:
        """Paint a picture."""
        stride = row_bytes(image.width())
        rows = bytearray(stride * image.height())
        for row in range(image.height()):
            line = line_of(image, row)
            rows[row * stride : row * stride + len(line)] = line
        self._painter.count()
        self._painter.paint(memoryview(rows), (image.width(), image.height()), stride, 0.0)

    def say(
        self,
        state: ExhibitState,
        at_ms: int = 0,
        length_ms: int = 0,
        rate: float = 0.0,
        size: tuple[int, int] = (0, 0),
    ) -> None:
        """Tell where it stands."""
        self._bridge.post(ExhibitMoved(self.number, state, at_ms, length_ms, rate, *size))

    def begin(self, length_ms: int = 600_000, colour: str = "#4060a0") -> None:
        """Its first picture is there."""
        image = QImage(640, 360, QImage.Format.Format_RGB32)
        image.fill(QColor(colour))
        self.show(image)
        self.say(ExhibitState.STANDING, 0, length_ms, size=(640, 360))


class FakeExhibits:
    """Makes the players of a window; give it to ``Stage``."""

    def __init__(self) -> None:
        self.bridge: Bridge | None = None
        self.players: list[FakeExhibit] = []

    def __call__(self, path: Path, size: tuple[int, int]) -> FakeExhibit:
        assert self.bridge is not None
        made = FakeExhibit(len(self.players) + 1, path, size, self.bridge)
        self.players.append(made)
        return made

    @property
    def open(self) -> list[FakeExhibit]:
        return [player for player in self.players if not player.closed]
