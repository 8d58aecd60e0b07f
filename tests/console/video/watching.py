"""A window without a window: a link to a real engine process, and what it was told."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import psutil

from console.events import Event, Measured, Reason, StreamChanged, StreamFigures, StreamState
from console.secret import Secret
from console.video.link import Link
from console.video.ports import CameraSource, Place, StreamSource
from console.workers import Stop, Workers
from db.records import CameraId, StreamId, StreamRole, Transport


def source(
    number: int,
    port: int,
    path: str,
    *,
    main: str = "",
    username: str = "",
    password: str = "",
    transport: Transport = Transport.TCP,
    width: int | None = None,
    main_width: int | None = None,
) -> CameraSource:
    """A camera at 127.0.0.1 with a sub stream at ``path`` and perhaps a main one."""

    def stream(role: StreamRole, at: str, wide: int | None) -> StreamSource:
        return StreamSource(
            stream_id=StreamId(2 * number + (role is StreamRole.MAIN)),
            role=role,
            scheme="rtsp",
            host="127.0.0.1",
            port=port,
            path=at,
            transport=transport,
            width=wide,
        )

    streams = [stream(StreamRole.SUB, path, width)] if path else []
    streams += [stream(StreamRole.MAIN, main, main_width)] if main else []
    return CameraSource(
        camera_id=CameraId(number),
        streams=tuple(streams),
        username=username,
        password=Secret(password) if password else None,
    )


class Watcher:
    """Shows cameras and remembers what came.  Slots are the cameras' places in ``show``."""

    def __init__(
        self, data: Path, *, standby_after_s: float | None = None, engine_workers: int = 0
    ) -> None:
        """See ``Link``; few tests are about the engine that waits, or about several workers."""
        self.events: list[Event] = []
        self._workers = Workers()
        self._pause = Stop()
        self.link = Link(
            data,
            self.events.append,
            self._workers,
            standby_after_s=standby_after_s,
            engine_workers=engine_workers,
        )
        self.canvas = self.link.canvas()

    def show(
        self,
        cameras: Sequence[CameraSource],
        *,
        size: tuple[int, int] = (160, 90),
        upcoming: Sequence[CameraSource] = (),
    ) -> None:
        """Tell the engine of the cameras, and show them."""
        self.link.set_cameras([*cameras, *upcoming])
        self.canvas.show(
            [Place(slot, c.camera_id, *size, slot) for slot, c in enumerate(cameras)],
            [c.camera_id for c in upcoming],
        )

    def states(self, number: int) -> list[tuple[StreamState, Reason]]:
        """What was told of a camera, in order."""
        return [
            (event.state, event.reason)
            for event in list(self.events)
            if isinstance(event, StreamChanged) and event.camera_id == number
        ]

    def state(self, number: int) -> tuple[StreamState, Reason] | None:
        """Where a camera stands now."""
        return next(reversed(self.states(number)), None)

    def detail(self, number: int) -> str:
        """What the last state of a camera said beside its reason."""
        return next(
            event.detail
            for event in reversed(list(self.events))
            if isinstance(event, StreamChanged) and event.camera_id == number
        )

    def figures(self, number: int) -> StreamFigures | None:
        """The newest figures of a camera."""
        for event in reversed(list(self.events)):
            if isinstance(event, Measured):
                return next((f for f in event.figures if f.camera_id == number), None)
        return None

    def pictured(self, slots: int) -> bool:
        """Whether the first ``slots`` slots all have a picture."""
        return all(self.canvas.picture(slot) is not None for slot in range(slots))

    def until(self, condition: Callable[[], object], seconds: float = 30.0) -> float:
        """Wait for a condition; seconds it took.  Fails when it does not come."""
        began_s = time.monotonic()
        while not condition():
            waited_s = time.monotonic() - began_s
            assert waited_s < seconds, f"not within {seconds} s; told: {self.events[-20:]}"
            self._pause.wait(0.01)
        return time.monotonic() - began_s

    def processes(self, word: str) -> list[psutil.Process]:
        """Our own engine's processes that were started with ``word``."""
        return _started_with(word, self._family())

    def engine(self) -> psutil.Process:
        """The engine that answers now; it may have followed one that was killed."""
        return psutil.Process(self.link.engine_pid)

    def hands(self) -> list[psutil.Process]:
        """Its workers, with the spare; not those of the engine that waits for its death."""
        return _started_with("worker", self.engine().children())

    def _family(self) -> list[psutil.Process]:
        """Every process of ours, an engine that followed a killed one among them."""
        found = psutil.Process().children(recursive=True)
        try:
            heir = self.engine()
        except psutil.NoSuchProcess:
            return found
        if self.link.engine_pid and heir not in found:
            found += [heir, *heir.children(recursive=True)]
        return found

    def forget(self) -> None:
        """Show nothing and know nothing any more, as before the first test of an engine.

        Two figures of nothing: before the second, whatever was still on its way has come.
        """
        self.canvas.close()
        self.link.set_cameras(())
        self.events.clear()
        self.until(lambda: list(self.events).count(Measured(())) >= 2)
        self.link.set_cameras(())  # planned anew: the engine forgets what came late, too
        self.canvas = self.link.canvas()
        self.events.clear()

    def close(self) -> None:
        """End the console, wait for the engine to follow."""
        children = self._family()
        self.link.close()
        assert self._workers.close() == []
        # Its workers may take five seconds, its index five, and this machine may be shared.
        _, left = psutil.wait_procs(children, timeout=30.0)
        for process in left:
            process.kill()
        assert left == [], "the engine did not end by itself"


def _started_with(word: str, processes: Iterable[psutil.Process]) -> list[psutil.Process]:
    found = []
    for process in processes:
        try:
            if word in process.cmdline():
                found.append(process)
        except (psutil.NoSuchProcess, psutil.ZombieProcess):
            continue
    return found
