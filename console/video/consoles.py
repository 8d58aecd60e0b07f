"""The consoles that an engine serves: their lines, cameras and canvases."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from console.events import StreamFigures
from console.platform.blocks import Block
from console.video import planner, wire
from console.video.peer import Peer
from console.video.ports import CameraSource
from db.records import CameraId, StreamRole
from db.structs import Struct, field, replace


class Canvas(Struct):
    """A canvas that a console opened."""

    number: int  # ours, unique over all consoles
    shown: planner.Shown
    block: Block


class ConsoleEnd(Struct):
    """One console: its line, the cameras it told us of, its canvases by its own numbers."""

    peer: Peer
    canvases: dict[int, Canvas] = field(default_factory=dict)
    cameras: dict[CameraId, CameraSource] = field(default_factory=dict)
    leaving: bool = False


class Consoles:
    """All of them.  Engine thread only."""

    def __init__(self) -> None:
        self._ends: dict[Peer, ConsoleEnd] = {}

    def __bool__(self) -> bool:
        return bool(self._ends)

    def join(self, peer: Peer) -> None:
        """A console said hello."""
        self._ends[peer] = ConsoleEnd(peer)

    def of(self, peer: Peer) -> ConsoleEnd | None:
        """The console at the other end of a line."""
        return self._ends.get(peer)

    def leave(self, peer: Peer) -> ConsoleEnd | None:
        """Its line broke."""
        return self._ends.pop(peer, None)

    def tell(self, message: wire.Message) -> None:
        """Tell every console."""
        for peer in self._ends:
            peer.send(message)

    def cameras(self) -> dict[CameraId, CameraSource]:
        """Every camera that any of them told us of."""
        found: dict[CameraId, CameraSource] = {}
        for console in self._ends.values():
            found.update(console.cameras)
        return found

    def canvases(self) -> list[Canvas]:
        """Every canvas that is open."""
        return [canvas for end in self._ends.values() for canvas in end.canvases.values()]

    def learn_sizes(self, figures: Iterable[StreamFigures]) -> bool:
        """Note the true sizes of streams; True if one was not known."""
        sizes = {(f.camera_id, f.role): (f.width, f.height) for f in figures if f.width}
        changed = False
        for console in self._ends.values():
            for camera in list(console.cameras.values()):
                known = _with_sizes(camera, sizes)
                if known is not camera:
                    console.cameras[camera.camera_id] = known
                    changed = True
        return changed

    def hang_up(self) -> Iterator[Canvas]:
        """End every line; their canvases are to be let go."""
        for peer, console in self._ends.items():
            peer.hang_up()
            yield from console.canvases.values()


def _with_sizes(
    camera: CameraSource, sizes: Mapping[tuple[CameraId, StreamRole], tuple[int, int]]
) -> CameraSource:
    """The camera with the sizes of its streams as they were seen; itself if they were known."""
    streams = tuple(
        replace(stream, width=size[0], height=size[1])
        if (size := sizes.get((camera.camera_id, stream.role)))
        and size != (stream.width, stream.height)
        else stream
        for stream in camera.streams
    )
    return camera if streams == camera.streams else replace(camera, streams=streams)
