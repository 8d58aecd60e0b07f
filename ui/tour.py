"""A walk through the pages without an officer: what ``ward-console demo`` does without a screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QAction

from console.clock import SystemClock
from db.records import CameraId, to_us
from ui.cases.find_page import FindPage
from ui.cases.list_page import CasesPage
from ui.main_window import MainWindow

PATIENCE_S = 120.0  # for the next sign of life: a scene is drawn further, a picture comes
_LOOK_MS = 50
_CASE_PAGES = ("morning", "inbox", "cases", "incident", "find", "evidence", "packages")
_OTHER_PAGES = (
    *("holds", "exhibits", "devices", "members", "officers", "audit"),
    *("settings", "categories", "phrases"),
)
_BACK_S = 6.0  # footage began with the first picture
_READ_S = 2.0  # for a page of cases or requests to be made, read from the store, and painted
_STAY_S = 0.5  # for one of the others
_WANTED = "xe máy"  # searched for


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """What a tour asks and tells: how much is drawn, all cameras are on the wall, it has ended.

    ``drawn`` is the share of the scenes, 0 to 1; the tour begins at 1.  ``chief_wanted`` is handed
    what to call when somebody sits there who sees the other pages, too.  ``ended`` is called once
    with the exit code: 1 if there never was a picture.
    """

    drawn: Callable[[], float]
    all_shown: Callable[[], None]
    chief_wanted: Callable[[Callable[[], None]], None]
    ended: Callable[[int], None]


class Tour(QObject):
    """Waits for the first picture, then shows one page after the other and keeps each."""

    def __init__(
        self, window: MainWindow, folder: Path, guide: Guide, *, pace: float = 1.0
    ) -> None:
        """Begin.  Pictures go to ``folder``.  ``pace`` below 1 is for tests, which walk faster."""
        super().__init__(window)
        self._clock = SystemClock()
        self._window = window
        self._folder = folder
        self._guide = guide
        self._pace = pace
        self._patience = round(PATIENCE_S * pace * 1000 / _LOOK_MS)
        self._waits = self._patience
        self._drawn = 0.0
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self._on_look)
        self._timer.start()

    @Slot()
    def _on_look(self) -> None:
        self._waits -= 1
        if (drawn := self._guide.drawn()) > self._drawn:  # slow is not stuck
            self._drawn, self._waits = drawn, self._patience
        if self._live() is not None and (drawn >= 1 or self._waits <= 0):
            self._timer.stop()
            self._walk()
        elif self._waits <= 0:
            self._timer.stop()
            self._guide.ended(1)

    def _walk(self) -> None:
        """Plan wall and review, in seconds from the first picture; then page after page."""
        self._folder.mkdir(parents=True, exist_ok=True)
        self._at(8.0, lambda: self._keep("wall"))
        self._at(8.0, lambda: self._press("all"))
        self._at(12.5, lambda: self._keep("wall_all"))
        self._at(12.5, self._guide.all_shown)
        self._at(12.5, self._one)
        self._at(14.0, lambda: self._keep("camera"))
        self._at(14.0, self._look_back)
        self._at(17.9, lambda: self._keep_page("review"))
        self._at(18.0, lambda: self._guide.chief_wanted(self._read_pages))

    def _read_pages(self) -> None:
        self._turn(iter((*_CASE_PAGES, *_OTHER_PAGES)))

    def _turn(self, pages: Iterator[str]) -> None:
        """Show the next page, and keep it once it has stayed, however slow this PC is."""
        if (name := next(pages, None)) is None:
            self._guide.ended(0)
            return
        self._bring(name)
        stay_s = _READ_S if name in _CASE_PAGES else _STAY_S

        def stayed() -> None:
            self._keep_page(name)
            self._turn(pages)

        self._at(stay_s, stayed)

    def _at(self, after_s: float, step: Callable[[], None]) -> None:
        QTimer.singleShot(round(after_s * self._pace * 1000), self, step)

    def _one(self) -> None:
        """Give the wall to the first camera that lives."""
        camera, wall = self._live(), self._window.wall
        if camera is not None and wall is not None:
            wall.choose(camera)
            self._press("one")

    def _look_back(self) -> None:
        """Play what was recorded of some cameras since the tour began."""
        review, wall = self._window.review, self._window.wall
        if review is None or wall is None:
            return
        cameras = [tile.camera_id for tile in wall.canvas.tiles]
        self._window.show_page("review")  # a wall out of sight has no tiles
        at = self._clock.now() - timedelta(seconds=_BACK_S)
        review.review(cameras[:4], to_us(at))

    def _bring(self, name: str) -> None:
        """Show a page with something on it."""
        pages = self._window.pages
        if name == "incident":
            cases = pages.page("cases")
            for line in cases.rows.lines[:1] if isinstance(cases, CasesPage) else ():
                self._window.cases.open(line.id)
        elif pages.bring(name) and isinstance(page := pages.page(name), FindPage):
            page.parts.box.setText(_WANTED)

    def _keep_page(self, name: str) -> None:
        """Keep a page, unless it could not be shown: there is no footage, or no case."""
        if self._window.pages.current == name:
            self._keep(name)

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
