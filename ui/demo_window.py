"""The demo ward in the real window, for an officer, or for a tour that nobody watches."""

from __future__ import annotations

import argparse
import logging
from collections.abc import Callable
from contextlib import ExitStack, closing
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication

from console.demo.ledger import Ledger
from console.demo.player import Player
from console.errors import Problem, SetupWrong
from console.events import Event, Noticed, Post, Progressed
from console.workers import Lane, Workers
from db.case_records import IncidentId
from db.records import CameraId, Officer, Role
from ui import start
from ui.access.guard import Sitting
from ui.bookmarks.marking import jpeg_of
from ui.bookmarks.scene import pictures_of
from ui.bridge import Bridge
from ui.demo_words import greeting, way_in
from ui.main_window import MainWindow
from ui.tasks import Tasks
from ui.tour import Guide, Tour

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.app import Console

T = TypeVar("T")

_DRAWING = 1  # the number of the job that draws the streets
_LOOK_MS = 500
_SETTLED = 10  # looks after the first picture, when the night is told with what is there
log = logging.getLogger(__name__)


class DemoWindow(QObject):
    """The window over a station that is filled with the demo ward when it is open."""

    def __init__(self, player: Player, folder: Path, workers: Workers) -> None:
        """``folder`` is an empty station's; ``workers`` listen to ``player``."""
        super().__init__()
        self._player = player
        self._folder = folder
        self._ledger = Ledger()
        self._drawn = 0.0  # the share of the scenes
        self._said = ""
        self._told = ""  # to whoever looks at it: who sits here, how one comes in
        self._greeted = False
        self._is_telling = False
        self._wanted: Callable[[], None] | None = None  # waits until all of it is told
        self._window: MainWindow | None = None
        self._pictures: Path | None = None
        self._lines: list[str] = []
        self._failed = False
        self._problem: Problem = SetupWrong("the demo ward could not be opened")
        self._console: Console | None = None
        self._duty: Officer | None = None  # who sits there when it opens
        self._looks = 0
        self._timer: QTimer | None = None
        self._code = 0
        self._bridge = Bridge(self)
        self._bridge.progressed.connect(self.progressed)
        player.listen(
            workers,
            lambda share: self._bridge.post(Progressed(_DRAWING, int(100 * share), 100)),
        )

    def show(self, options: argparse.Namespace) -> int:
        """Show it until it is closed; returns the exit code."""
        return start.run_window(self._open, start.window_options(options), self.opened)

    def tour(self, options: argparse.Namespace, pictures: Path) -> tuple[int, list[str]]:
        """Show it until a tour of the pages, kept in ``pictures``, has ended.

        Returns the exit code, and a table of what every camera did while all were shown.

        Raises:
            Problem: the station could not be opened.
        """
        self._pictures = pictures
        self._bridge.noticed.connect(self._on_noticed)
        code = self.show(options)
        if self._failed:
            raise self._problem
        return code or self._code, self._lines

    def opened(self, window: MainWindow) -> None:
        """The station is on screen: begin the tour, if there is to be one."""
        self._window = window
        # The window's, so that it goes on the window's thread: a worker may let go of us last.
        self._timer = QTimer(window, interval=_LOOK_MS)
        self._timer.timeout.connect(self._on_look)
        self._timer.start()
        if self._duty is not None and window.guard is not None:
            window.guard.changed.connect(self._on_sitting)
            window.guard.enter(self._duty)
            window.listed.connect(self._on_listed, Qt.ConnectionType.SingleShotConnection)
        if self._pictures is not None:
            guide = Guide(
                drawn=lambda: self._drawn,
                all_shown=self._on_all_shown,
                chief_wanted=self._on_chief_wanted,
                ended=self._on_ended,
            )
            Tour(window, self._pictures, guide)

    @Slot(object)
    def progressed(self, event: Progressed) -> None:
        """Say in the notice bar how far the drawing is, and nothing when it is done."""
        self._drawn = event.done / event.total
        bar = self._window.notice if self._window is not None else None
        if bar is None:
            return
        if self._drawn < 1:
            self._said = self.tr(
                "The demo ward's streets are being drawn, this once: {percent} % done."
            ).format(percent=100 * event.done // event.total)
            bar.say(self._said)
        else:
            bar.take_back(self._said)
            self._greet()

    def _open(self, post: Post) -> Console:
        # Called, and loaded, on a worker's thread while the window is painted already.
        from console.app import build_live
        from console.demo import officers, register

        def hear(event: Event) -> None:
            self._ledger.heard(event)
            post(event)

        with ExitStack() as undo:
            undo.callback(lambda: self._bridge.post(Noticed(self._problem)))
            try:
                ports = self._player.ports()
                console = build_live(self._folder, hear)
                undo.callback(console.close)
                register.fill(console.fleet, port=ports.rtsp, off_port=ports.off)
                register.enlist(console.members, console.fleet)
                register.record(console.recording, self._folder)
                self._enrol()
                self._duty = officers.seat(console.access, Role.DUTY)
                self._ledger.know(console.fleet.view().cameras)
                self._console = console
            except Problem as problem:
                self._problem = problem
                raise
            undo.pop_all()
        return console

    def _enrol(self) -> None:
        from console.app import build
        from console.demo import officers

        # In a console whose passwords cost nothing: what they open is seen by anyone.
        with closing(build(self._folder, self._bridge.post, hash_cost=officers.COST)) as office:
            officers.enrol(office.access)
            office.heads.enrol()  # what signs packages

    @Slot()
    def _on_look(self) -> None:
        """Tell of the night as soon as the wall shows enough cameras to tell it with."""
        from console.demo.telling import PLACES, Telling

        window, console = self._window, self._console
        wall = None if window is None else window.wall
        if wall is None or console is None:
            return
        tiles = wall.canvas.tiles
        shown = [tile.camera_id for tile in tiles if tile.painted]
        self._looks += bool(shown)
        if len(shown) < PLACES and self._looks <= _SETTLED:
            return
        images = pictures_of(tiles, wall.canvas.view, shown[:PLACES])
        if not images:
            return
        if self._timer is not None:
            self._timer.stop()

        def tell(night: Console) -> dict[str, IncidentId]:
            return Telling(
                night, {camera_id: jpeg_of(image) for camera_id, image in images.items()}
            ).tell()

        def told(cases: dict[str, IncidentId]) -> None:
            self._write_papers(list(images), cases)

        self._is_telling = True
        self._run_elsewhere(tell, told)

    def _write_papers(self, cameras: list[CameraId], cases: dict[str, IncidentId]) -> None:
        """Have footage asked for in writing, once there is enough of it."""
        from console.demo.paperwork import RECORDED_S, Paperwork

        def write(night: Console) -> None:
            Paperwork(night, cameras, cases, self._folder / "packages").tell()

        def begin() -> None:
            self._run_elsewhere(write, lambda _: self._told_all())

        QTimer.singleShot(RECORDED_S * 1000, self, begin)

    def _run_elsewhere(self, work: Callable[[Console], T], done: Callable[[T], None]) -> None:
        """Do it at a seat of its own: at the window's sits whoever looks at the demo."""
        console = self._console
        assert console is not None

        def run() -> T:
            from console.app import build
            from console.demo import officers

            with closing(build(self._folder, self._bridge.post, hash_cost=officers.COST)) as night:
                return work(night)

        def failed(problem: Problem) -> None:
            log.warning("the night was not told to its end: %s", problem)
            self._told_all()

        Tasks(console.workers, self).run(run, done=done, failed=failed, lane=Lane.LONG)

    def _told_all(self) -> None:
        self._is_telling = False
        if (wanted := self._wanted) is not None:
            self._wanted = None
            self._on_chief_wanted(wanted)

    def _greet(self) -> None:
        """Say once, when nothing else has to be said, who sits here and what there is to do."""
        window, duty = self._window, self._duty
        if window is None or duty is None or self._greeted or self._drawn < 1:
            return
        self._greeted = True
        if window.notice.isHidden():
            self._told = greeting(duty.name)
            window.notice.say(self._told)

    @Slot()
    def _on_sitting(self) -> None:
        """Whoever is asked for a password is told it."""
        guard = None if self._window is None else self._window.guard
        if self._window is None or guard is None:
            return
        self._window.notice.take_back(self._told)
        if guard.sitting in {Sitting.NOBODY, Sitting.LOCKED}:
            self._told = way_in()
            self._window.notice.say(self._told)
        else:
            self._greet()

    @Slot()
    def _on_listed(self) -> None:
        """He came before there was a camera: keys are the wall's now."""
        window = self._window
        if window is not None and window.wall is not None and window.wall.isVisible():
            window.wall.take_focus()

    def _on_chief_wanted(self, then: Callable[[], None]) -> None:
        """Let the chief sit down, then go on; whether he could or not."""
        from console.demo import officers

        if self._is_telling:
            self._wanted = then
            return
        window, console = self._window, self._console
        if window is None or console is None or (guard := window.guard) is None:
            then()
            return

        def seated(officer: Officer) -> None:
            guard.enter(officer)
            then()

        def failed(problem: Problem) -> None:
            log.warning("the chief could not sit down: %s", problem)
            then()

        access = console.access
        Tasks(console.workers, self).run(
            lambda: officers.seat(access, Role.CHIEF), done=seated, failed=failed, lane=Lane.DOOR
        )

    @Slot(object)
    def _on_noticed(self, _: Noticed) -> None:
        """Nobody is there to read why, and to close the window."""
        self._failed = True
        QApplication.quit()

    def _on_all_shown(self) -> None:
        self._lines = self._ledger.lines()

    def _on_ended(self, code: int) -> None:
        self._code = code
        QApplication.quit()
