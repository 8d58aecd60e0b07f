"""The table of devices: one row a camera, with what its stream does now."""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtGui import QColor, QIcon

from console.address import shown
from console.clock import Clock
from console.events import StreamState
from db.records import Camera, CameraId, StreamRole
from ui.found_rows import FoundRows
from ui.marks import mark
from ui.overriding import override
from ui.search import plain
from ui.standing import LIVE, Standing
from ui.stream_words import reason_sentence, state_word
from ui.tables import Index
from ui.theme import Colours
from ui.times import elapsed_words
from ui.ward import Ward

CAMERA_ROLE = Qt.ItemDataRole.UserRole
_MARK = 14
# As a view asks: by number.  What it asks besides (fonts, sizes, ticks) is answered at once.
_ASKED = frozenset(
    int(role)
    for role in (
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.TextAlignmentRole,
        Qt.ItemDataRole.DecorationRole,
        Qt.ItemDataRole.ForegroundRole,
        Qt.ItemDataRole.ToolTipRole,
        CAMERA_ROLE,
    )
)


class Column(IntEnum):
    """The columns, from the left."""

    NUMBER = 0
    NAME = 1
    CLUSTER = 2
    TEAM = 3
    ADDRESS = 4
    STREAMS = 5
    STATE = 6
    SINCE = 7
    FPS = 8
    RATE = 9


class DeviceTable(FoundRows):
    """Cameras of the station as rows: those that search and states let through."""

    columns = Column
    figures = frozenset({Column.SINCE, Column.FPS, Column.RATE})

    def __init__(
        self, standing: Standing, clock: Clock, colours: Colours, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._standing = standing
        self._clock = clock
        self._ward = Ward()
        self._cameras: list[Camera] = []
        self._ids: dict[CameraId, int] = {}  # the place of each
        self._hay: list[str] = []  # what is searched of each, but for its state
        self._needle: list[str] = []
        self._states: frozenset[StreamState] = frozenset()
        self._marks: dict[StreamState, QIcon] = {}
        self._words: dict[Column, Callable[[Camera], str]] = {
            Column.NUMBER: lambda camera: f"{camera.number:02}",
            Column.NAME: lambda camera: camera.name,
            Column.CLUSTER: self._cluster,
            Column.TEAM: self._team,
            Column.ADDRESS: lambda camera: camera.device.host,
            Column.STREAMS: self._streams,
            Column.STATE: self._state,
            Column.SINCE: lambda camera: elapsed_words(self._since_s(camera)),
            Column.FPS: self._fps,
            Column.RATE: self._rate,
        }
        self.set_colours(colours)
        # Many move at once; they are arranged anew together.
        self._arranging = QTimer(self, interval=0, singleShot=True)
        self._arranging.timeout.connect(self.rearrange)
        standing.moved.connect(self._on_moved)

    def set_ward(self, ward: Ward) -> None:
        """List these cameras."""
        self._ward = ward
        self._cameras = list(ward.cameras)
        self._ids = {camera.id: place for place, camera in enumerate(self._cameras)}
        named = [column for column in Column if column < Column.STATE]
        self._hay = [
            plain(" ".join(self._words[column](camera) for column in named))
            for camera in self._cameras
        ]
        self.show_anew()

    def look_for(self, text: str) -> None:
        """Let through what holds every word of ``text``."""
        self._needle = plain(text).split()
        self.rearrange()

    def set_states(self, states: frozenset[StreamState]) -> None:
        """Let through what is in one of ``states``; an empty set lets all through."""
        self._states = states
        self.rearrange()

    def row_of_camera(self, camera_id: CameraId | None) -> int | None:
        """Where a camera is listed; None: it is not."""
        return None if camera_id is None else self.row_of(self._ids.get(camera_id))

    def set_colours(self, colours: Colours) -> None:
        """Another theme."""
        self._colours = colours
        self._marks = {
            state: QIcon(mark(state, colours.of_state(state), _MARK)) for state in StreamState
        }
        self._renew(Column.STATE)

    @Slot()
    def refresh(self) -> None:
        """Show times and figures as they are now; called once a second while in sight."""
        self._renew(Column.STATE)
        if self.sorted_by > Column.STATE:
            self.rearrange()

    @override
    def things(self) -> int:
        return len(self._cameras)

    @override
    def lets_through(self, place: int) -> bool:
        state = self._standing.of(self._cameras[place].id).state
        if self._states and state not in self._states:
            return False
        hay = self._hay[place]
        left = [word for word in self._needle if word not in hay]
        return not left or all(word in plain(self._state(self._cameras[place])) for word in left)

    @override
    def key(self, column: int) -> Callable[[int], Any]:
        return lambda place: self._order(self._cameras[place], Column(column))

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in _ASKED:
            return None
        camera = self._cameras[self.place(index.row())]
        column = Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._words[column](camera)
            case Qt.ItemDataRole.TextAlignmentRole:
                return self.side(column)
            case Qt.ItemDataRole.DecorationRole if column is Column.STATE:
                return self._marks[self._standing.of(camera.id).state]
            case Qt.ItemDataRole.ForegroundRole if column in (Column.TEAM, Column.ADDRESS):
                return QColor(self._colours.dim)
            case Qt.ItemDataRole.ToolTipRole:
                return self._hint(camera, column)
            case _:
                return camera.id if role == CAMERA_ROLE else None

    def _order(self, camera: Camera, column: Column) -> Any:
        figures = self._standing.figures(camera.id)
        match column:
            case Column.NUMBER:
                return camera.number
            case Column.CLUSTER:
                cluster = self._ward.cluster_of(camera)
                return cluster.number if cluster else 0
            case Column.SINCE:
                return self._since_s(camera)
            case Column.FPS:
                return figures.decoded_fps if figures else -1.0
            case Column.RATE:
                return figures.kbit_s if figures else -1.0
            case _:
                return plain(self._words[column](camera))

    @override
    def titles(self) -> tuple[str, ...]:
        return (
            self.tr("No."),
            self.tr("Name"),
            self.tr("Cluster"),
            self.tr("Team"),
            self.tr("Address"),
            self.tr("Streams"),
            self.tr("State"),
            self.tr("For"),
            self.tr("fps"),
            self.tr("kbit/s"),
        )

    def _state(self, camera: Camera) -> str:
        stand = self._standing.of(camera.id)
        return state_word(stand.state, stand.reason)

    def _cluster(self, camera: Camera) -> str:
        cluster = self._ward.cluster_of(camera)
        return cluster.name if cluster else ""

    def _team(self, camera: Camera) -> str:
        team = self._ward.team_of(self._ward.cluster_of(camera))
        return team.name if team else ""

    def _streams(self, camera: Camera) -> str:
        words = {StreamRole.MAIN: self.tr("main"), StreamRole.SUB: self.tr("sub")}
        return ", ".join(words[stream.role] for stream in camera.streams)

    def _since_s(self, camera: Camera) -> float:
        return self._clock.monotonic_s() - self._standing.of(camera.id).since_s

    def _fps(self, camera: Camera) -> str:
        figures = self._live_figures(camera.id)
        return f"{figures.decoded_fps:.1f}" if figures else "–"

    def _rate(self, camera: Camera) -> str:
        figures = self._live_figures(camera.id)
        return f"{figures.kbit_s:.0f}" if figures else "–"

    def _live_figures(self, camera_id: CameraId) -> Any:
        live = self._standing.of(camera_id).state in LIVE
        return self._standing.figures(camera_id) if live else None

    def _hint(self, camera: Camera, column: Column) -> str:
        if column is Column.STATE:
            return reason_sentence(self._standing.of(camera.id).reason)
        if column in (Column.ADDRESS, Column.STREAMS):
            host = camera.device.host
            return "\n".join(shown(s.scheme, host, s.port, s.path) for s in camera.streams)
        return self._words[column](camera)

    def _renew(self, first: Column) -> None:
        if self.count():
            end = self.index(self.count() - 1, len(Column) - 1)
            self.dataChanged.emit(self.index(0, first), end, [Qt.ItemDataRole.DisplayRole])

    @Slot(int)
    def _on_moved(self, camera_id: CameraId) -> None:
        row = self.row_of_camera(camera_id)
        if row is not None:
            self.dataChanged.emit(self.index(row, Column.STATE), self.index(row, Column.RATE))
        if self._states or self._needle or self.sorted_by >= Column.STATE:
            self._arranging.start()
