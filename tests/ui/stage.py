"""A whole window over a real station, with an engine that tests paint for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Barrier
from unittest.mock import Mock

from PySide6.QtCore import QDeadlineTimer, QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from console.app import Console, build
from console.config import Config
from console.events import Reason, StreamChanged, StreamState
from console.keepers import Keeper
from console.station import Language
from console.workers import _THREADS, Lane, Workers
from db.records import Camera, CameraId
from tests import stores
from tests.console.officers import CHEAP
from tests.fakes import FakeClock
from tests.ui.fake_engine import FakeCanvas, FakeEngine
from tests.ui.fake_exhibit import FakeExhibits
from tests.ui.fake_review import FakePlayer, MakeArchive
from ui.bridge import Bridge
from ui.desk import Desk
from ui.exhibits.page import ExhibitsPage
from ui.fleet.page import DevicesPage
from ui.main_window import MainWindow
from ui.review.page import ReviewPage
from ui.standing import Standing
from ui.tasks import Tasks
from ui.theme import ThemeName
from ui.wall.page import WallPage

STATION = "Công an phường Hoàng Văn Thụ"
_PATIENCE_MS = 30_000  # this machine may be shared
_PULSE_MS = 10
# A loop that spins takes the processor, and Python's turns, from the threads that it waits for.
_SLEEPING = QEventLoop.ProcessEventsFlag.AllEvents | QEventLoop.ProcessEventsFlag.WaitForMoreEvents


def wait_for(state: Callable[[], bool], patience_ms: int = _PATIENCE_MS) -> None:
    """Run the event loop until ``state`` holds.  Raises TimeoutError when it never does."""
    deadline = QDeadlineTimer(patience_ms)
    pulse = QTimer()  # not every state comes with an event
    pulse.start(_PULSE_MS)
    while not state():
        if deadline.hasExpired():
            raise TimeoutError("the window never came to this state")
        QApplication.processEvents(_SLEEPING)


def hear_all(tasks: Tasks, lane: Lane = Lane.READ) -> None:
    """Wait until what a lane was asked before is answered, and told or dropped."""
    threads, heard = _THREADS[lane], Mock()
    everyone = Barrier(threads, timeout=_PATIENCE_MS / 1000)  # none is busy with anything older
    for _ in range(threads):
        tasks.run(everyone.wait, done=heard, failed=heard.failed, lane=lane)
    wait_for(lambda: heard.call_count == threads)


class Eye(QObject):
    """Sees that a widget is painted; ``painted`` is set back by whoever looks."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.painted = False
        widget.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.painted |= event.type() == QEvent.Type.Paint
        return False


class Stage:
    """A window over the station in a folder, what stands behind it, and shortcuts."""

    def __init__(
        self,
        folder: Path,
        clock: FakeClock,
        *,
        tiles: int = 16,
        size: tuple[int, int] = (1366, 768),
        theme: ThemeName = ThemeName.NIGHT,
        prepare: Callable[[Console], object] = lambda _: None,
        welcome: Language | None = None,
        listed: bool = True,
        archive: MakeArchive | None = None,
        exhibits: FakeExhibits | None = None,
        engine: FakeEngine | None = None,
    ) -> None:
        """``prepare`` is done to the console before the window sees it.

        ``archive`` makes what the review page is about; without it there is no such page.
        ``exhibits`` plays foreign files in place of processes.
        ``engine``: in place of one without footage.
        ``listed``: wait until the cameras are on the wall.
        """
        self.clock = clock
        self.engine = engine or FakeEngine(clock)
        self.workers = Workers()
        self.bridge = Bridge()
        self.standing = Standing(self.bridge, clock)
        self.desk = Desk(self.bridge, Tasks(self.workers), self.standing, clock)
        self.console: Console = build(
            stores.folder(folder),
            self.bridge.post,
            clock=clock,
            engine=lambda _config, _workers: self.engine,
            config=Config(station_name=STATION, keeper=Keeper.KEY_FILE),
            hash_cost=CHEAP,
            play_exhibit=exhibits,
        )
        if exhibits is not None:
            exhibits.bridge = self.bridge
        prepare(self.console)
        self.window = MainWindow(self.desk, tiles, theme)
        self.window.resize(*size)
        self.window.show()
        heard: list[bool] = []
        self.window.listed.connect(lambda: heard.append(True))
        self.archive = None if archive is None else archive(self.bridge, clock)
        self.window.open(self.console, self.engine, welcome, self.archive)
        if listed:
            wait_for(lambda: bool(heard) and len(self.engine.cameras) == len(self.cameras()))

    @property
    def wall(self) -> WallPage:
        assert self.window.wall is not None
        return self.window.wall

    @property
    def players(self) -> list[FakePlayer]:
        """The players of footage that are open."""
        return [] if self.archive is None else self.archive.engine.open_players

    @property
    def footage_is_read(self) -> bool:
        """Whether the timeline knows all that it shows."""
        return not self.review.reader.is_busy

    @property
    def review(self) -> ReviewPage:
        assert self.window.review is not None
        return self.window.review

    @property
    def exhibits(self) -> ExhibitsPage:
        page = self.window.pages.page("exhibits")
        assert isinstance(page, ExhibitsPage)
        return page

    @property
    def devices(self) -> DevicesPage:
        assert self.window.devices is not None
        return self.window.devices

    @property
    def canvas(self) -> FakeCanvas:
        """The wall's canvas."""
        return self.engine.canvases[0]

    @property
    def shown(self) -> list[CameraId]:
        """The cameras on the wall, as the engine was told."""
        return [place.camera_id for place in self.canvas.places]

    def cameras(self) -> list[Camera]:
        """The station's cameras, by number."""
        return list(self.console.fleet.view().cameras)

    def say(
        self,
        camera_id: CameraId,
        state: StreamState,
        reason: Reason = Reason.NONE,
        detail: str = "",
    ) -> None:
        """Let the engine tell the state of a camera."""
        self.bridge.post(StreamChanged(camera_id, state, reason, detail))
        wait_for(lambda: self.standing.of(camera_id).state is state)

    def all_live(self) -> None:
        """Every camera on the wall is live."""
        for camera_id in self.shown:
            self.bridge.post(StreamChanged(camera_id, StreamState.LIVE))
        wait_for(lambda: all(self.standing.of(c).state is StreamState.LIVE for c in self.shown))

    def settle(self) -> None:
        """Paint what changed."""
        self.wall.canvas.tick()
        self.wall.canvas.look()
        QApplication.processEvents()

    def close(self) -> None:
        """From top to bottom."""
        self.window.close()
        assert self.workers.close() == []
        self.console.close()
        QApplication.processEvents()
        self.window.deleteLater()
        # Outside of exec() nothing else does: it would be dressed anew with every later theme.
        QApplication.sendPostedEvents(self.window, QEvent.Type.DeferredDelete)
