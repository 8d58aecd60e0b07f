"""libavformat as a session: for UDP, and for cameras that our own reader does not understand.

The library blocks, so it reads on a thread of its own and posts what comes to the loop.  A read
that does not end in time although it was told to ends with its whole process: nothing else
ends it for sure, and the engine starts the next worker at once.
"""

from __future__ import annotations

from collections.abc import Callable

from console.video.libav import LibavReader
from console.video.means import Means
from console.video.ports import CameraSource, StreamSource
from console.video.session import Gone, Hear
from console.video.units import Event, Heard, Unit
from console.workers import Stop

STUCK_S = 15.0  # more than all of the library's own time-outs together


class LibavSession:
    """Plays one stream through libavformat until it ends or is closed."""

    def __init__(
        self,
        stream: StreamSource,
        camera: CameraSource,
        means: Means,
        hear: Hear,
        *,
        sound: bool = False,
    ) -> None:
        self._reader = LibavReader(stream, camera, means.clock, sound=sound)
        self._name = f"libav-{stream.stream_id}"
        self._means = means
        self._hear = hear
        self._closed = False
        self._running = False
        self._over = False  # the thread has ended, and with it the camera's session
        self._gone: Gone | None = None
        self._stop: Stop | None = None
        self.connected = False
        self.bytes_read = 0

    @property
    def packets(self) -> int:
        """How many packets of the picture came."""
        return self._reader.packets

    def start(self) -> None:
        """Begin to read on a thread of its own."""
        self._running = True
        self._stop = self._means.threads.loop(self._name, self._read)

    def close(self, gone: Gone | None = None) -> None:
        """Let go; nothing more is heard.  The thread ends when the library lets it.

        ``gone`` is called then: TEARDOWN was sent.  The library does not wait for the answer.
        """
        self._gone = gone
        if self._stop is not None and not self._closed:
            self._stop.set()
            self._means.loop.later(STUCK_S, self._on_deadline)
        self._closed = True
        if self._stop is None or self._over:
            self._on_over()

    def _read(self, stop: Stop) -> None:
        try:
            self._reader.run(stop, self._deliver)
        finally:
            self._running = False
            self._means.loop.post(self._on_over)

    def _on_over(self) -> None:
        self._over = True
        gone, self._gone = self._gone, None
        if gone is not None:
            gone()

    def _on_deadline(self) -> None:
        if self._running:
            self._means.stuck(self._name)

    def _deliver(self, event: Event) -> None:
        self._means.loop.post(self._heard(event))

    def _heard(self, event: Event) -> Callable[[], None]:
        def tell() -> None:
            if self._closed:
                return
            self.connected = True
            if isinstance(event, Unit | Heard):
                self.bytes_read += len(event.data)
            self._hear([event])

        return tell
