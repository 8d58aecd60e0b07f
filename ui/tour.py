"""A walk through the pages without an officer: what ``ward-console demo`` does without a screen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QAction

from console.events import Progressed
from db.records import CameraId
from ui.main_window import MainWindow

PATIENCE_S = 90.0  # for the first picture, on a machine that draws all scenes meanwhile
LENGTH_S = 20.0  # from the first picture to the end
_LOOK_MS = 50


class Tour(QObject):
    """Waits for the first picture, then shows one page after the other and keeps each.

    ``told`` is called once with the exit code, at the end: 1 if there never was a picture.
    """

    def __init__(
        self,
        window: MainWindow,
        folder: Path,
        told: Callable[[int], None],
        *,
        tiles: int,
        pace: float = 1.0,
    ) -> None:
        """``pace`` is for tests, which walk faster: less than 1."""
        super().__init__(window)
        self._window = window
        self._folder = folder
        self._told = told
        self._tiles = tiles
        self._pace = pace
        self._waits = round(PATIENCE_S * pace * 1000 / _LOOK_MS)
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self._on_look)
        self._timer.start()

    @Slot()
    def _on_look(self) -> None:
        self._waits -= 1
        if self._live() is not None:
            self._timer.stop()
            self._walk()
        elif self._waits <= 0:
            self._timer.stop()
            self._told(1)

    def _walk(self) -> None:
        """Plan the whole walk, in seconds from the first picture."""
        self._folder.mkdir(parents=True, exist_ok=True)
        self._at(10.0, lambda: self._keep(f"wall_{self._tiles}"))
        self._at(10.0, lambda: self._press("all"))
        self._at(16.0, lambda: self._keep("wall_all"))
        self._at(16.0, self._one)
        self._at(18.5, lambda: self._keep("camera"))
        self._at(18.5, lambda: self._window.show_page("devices"))
        self._at(LENGTH_S, lambda: self._keep("devices"))
        self._at(LENGTH_S, lambda: self._told(0))

    def _at(self, after_s: float, step: Callable[[], None]) -> None:
        QTimer.singleShot(round(after_s * self._pace * 1000), self, step)

    def _one(self) -> None:
        """Give the wall to the first camera that lives."""
        camera, wall = self._live(), self._window.wall
        if camera is not None and wall is not None:
            wall.choose(camera)
            self._press("one")

    def _live(self) -> CameraId | None:
        """A camera on the wall of which a picture was painted."""
        wall = self._window.wall
        tiles = wall.canvas.tiles if wall is not None else ()
        return next((tile.camera_id for tile in tiles if tile.painted), None)

    def _press(self, name: str) -> None:
        action = self._window.findChild(QAction, f"action-{name}")
        assert isinstance(action, QAction)
        action.trigger()

    def _keep(self, name: str) -> None:
        self._window.grab().save(str(self._folder / f"{name}.png"))


class DrawingNotice(QObject):
    """Says in the notice bar how far the drawing of the demo's streets is."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._bar = window.notice
        self._said = ""

    @Slot(object)
    def on_progressed(self, event: Progressed) -> None:
        """Show a job's progress, and nothing when it is done."""
        if event.done < event.total:
            self._said = self.tr(
                "The demo ward's streets are being drawn, this once: {percent} % done."
            ).format(percent=100 * event.done // event.total)
            self._bar.say(self._said)
        elif self._bar.text == self._said:
            self._bar.hide()
