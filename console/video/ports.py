"""What the console needs from video, and nothing more.

Adapters: ``console.video.link`` (the engine process) and a fake in tests.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from console.secret import Secret
from db.records import CameraId, StreamId, StreamRole, Transport
from db.structs import Frozen


class StreamSource(Frozen, kw_only=True):
    """One RTSP address in parts; where to find a picture of a camera.

    ``path`` may hold ``{username}`` and ``{password}``, filled in when it is asked for.
    ``width`` and ``height`` are what was last seen, None when not known.
    """

    stream_id: StreamId
    role: StreamRole
    scheme: str
    host: str
    port: int
    path: str
    transport: Transport
    width: int | None = None
    height: int | None = None


class CameraSource(Frozen, kw_only=True):
    """Everything that the engine must know of one camera.

    ``instead_of``: it is only tried, and is the same device as this kept camera, whose line bears
    one session: it waits while that one's is in use.
    """

    camera_id: CameraId
    streams: tuple[StreamSource, ...]
    username: str = ""
    password: Secret | None = None
    certificate_sha256: str | None = None
    instead_of: CameraId | None = None


class Place(Frozen):
    """A camera's place on a canvas, in device pixels.

    ``slot`` counts from 0 and is unique in a page.  The picture is scaled to fit into
    ``width`` × ``height`` with its shape kept.  ``rank`` 0 is the most important: when the
    processors are full, the highest ranks fall back to key frames first.
    """

    slot: int
    camera_id: CameraId
    width: int
    height: int
    rank: int = 0


class Picture(Frozen):
    """The newest picture of a slot, inside the canvas: valid until the next ``show``.

    ``pixels`` is ``height * stride`` bytes of B, G, R, X.  ``at_s`` is when the picture's
    last packet reached us, on ``Clock.monotonic_s``.  ``ticket`` is for ``intact``.
    """

    pixels: memoryview
    width: int
    height: int
    stride: int
    at_s: float
    ticket: int


class Pictures(Protocol):
    """What lies on a canvas.  GUI thread only; nothing here blocks."""

    def changed(self) -> list[int]:
        """The slots that got a new picture since this was asked last."""
        ...

    def picture(self, slot: int) -> Picture | None:
        """The newest picture of ``slot``, or None when none came yet."""
        ...

    def intact(self, slot: int, picture: Picture) -> bool:
        """Whether ``picture`` was whole while it was painted; if not, paint again."""
        ...

    def decoded(self, slot: int) -> int:
        """How many pictures were decoded for ``slot`` since ``show``."""
        ...


class CanvasView(Pictures, Protocol):
    """One window's canvas, as the window sees it.  GUI thread only; nothing here blocks."""

    def show(self, places: Sequence[Place], upcoming: Sequence[CameraId] = ()) -> None:
        """Paint exactly ``places`` from now on; every slot starts without a picture.

        ``upcoming`` are cameras that will probably be asked for next: they are kept
        connected, not decoded, so that their first picture comes at once.
        """
        ...

    def close(self) -> None:
        """Let go of the canvas; its cameras are released if nobody else shows them."""
        ...


class LiveEngine(Protocol):
    """Watches cameras.  States come as ``StreamChanged``, figures as ``Measured``."""

    def set_cameras(self, cameras: Sequence[CameraSource]) -> None:
        """What may be shown from now on; replaces what was told before."""
        ...

    def canvas(self) -> CanvasView:
        """A new canvas, empty until its first ``show``.  One a window."""
        ...

    def close(self) -> None:
        """Let go of the engine.  Returns within five seconds."""
        ...
