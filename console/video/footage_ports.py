"""What the console needs from footage: players that paint on a canvas, cuts, orders to record.

Adapters: ``console.video.link_footage`` (the engine process) and a fake in tests.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Protocol

from console.errors import FootageMissing
from console.video.evidence_orders import CutFile, Mask, StripWords
from console.video.ports import LiveEngine, Picture, Pictures
from console.video.wire_footage import RecordOrder, VolumeOrder
from console.workers import Stop
from db.records import CameraId, Span, StreamRole
from db.structs import Frozen

WHOLE = (0, 0, 10_000, 10_000)
"""All of the picture, as a zoom."""


class ReviewPlace(Frozen):
    """A camera's place on a player's canvas, in device pixels.

    ``at`` None: it follows the player's clock; else it shows that one instant.  ``zoom`` is the
    part of the picture that is shown: left, top, width and height in 1/10000 of it.
    """

    slot: int
    camera_id: CameraId
    width: int
    height: int
    at: datetime | None = None
    zoom: tuple[int, int, int, int] = WHOLE


class ReviewPlayer(Protocol):
    """Plays the footage of some cameras on one clock.  GUI thread only; nothing here blocks.

    Where it stands comes as ``console.events.ReviewMoved`` with its ``number``.  Pictures come on
    its ``view``, whose ``Picture.at_s`` is seconds since 1970 UTC here.
    """

    number: int

    @property
    def view(self) -> Pictures:
        """Its pictures."""
        ...

    def show(self, places: Sequence[ReviewPlace], at: datetime) -> None:
        """Paint exactly ``places`` from now on; at the first time, standing at ``at``."""
        ...

    def go(self, at: datetime | None, rate: float, *, skip_gaps: bool = True) -> int:
        """Go to ``at`` (None: stay) and on at ``rate``, -16 to 16; returns the order's count."""
        ...

    def step(self, frames: int) -> int:
        """Stand ``frames`` pictures further, or back; the order's count."""
        ...

    def hear(self, camera_id: CameraId | None, loudness: int = 100) -> None:
        """Let one camera's sound be heard, None: none.  ``TileAt.sound`` says who has any.

        ``loudness`` is per cent, 0 to 400.  ``ReviewMoved.hearing`` says whether it is heard.
        """
        ...

    def close(self) -> None:
        """Let go of the player."""
        ...


class FootageChanged(FootageMissing):
    """All that is left is not what was recorded; ``files`` names them, as a cut does (JSON)."""

    def __init__(self, files: str) -> None:
        super().__init__("the footage is not what was recorded")
        self.files = files


class ExhibitPlayer(Protocol):
    """Plays one foreign file, which is only read.  GUI thread only; nothing here blocks.

    Where it stands comes as ``ExhibitMoved`` with its ``number``.
    """

    @property
    def number(self) -> int:
        """What tells it from other players of foreign files."""
        ...

    def changed(self) -> bool:
        """Whether a new picture came since this was asked last."""
        ...

    def picture(self) -> Picture | None:
        """The newest picture; its ``at_s`` is the file's own time."""
        ...

    def intact(self, picture: Picture) -> bool:
        """Whether ``picture`` was whole while it was painted."""
        ...

    def go(self, at_ms: int | None, rate: float) -> None:
        """Go to ``at_ms`` (None: stay) and on at ``rate``, 0.25 to 16; 0: stand there."""
        ...

    def step(self) -> None:
        """Stand, one picture further."""
        ...

    def hear(self, *, on: bool) -> None:
        """Let its sound be heard, or not."""
        ...

    def close(self) -> None:
        """End its process, within two seconds.  Any thread, once nobody paints it any more."""
        ...


PlayExhibit = Callable[[Path, tuple[int, int]], ExhibitPlayer]
"""Begins to play a foreign file, standing at its first picture, in so many device pixels."""


class FootageEngine(Protocol):
    """Records, plays and cuts."""

    def set_recording(self, orders: Sequence[RecordOrder], volumes: Sequence[VolumeOrder]) -> None:
        """What is recorded from now on, and where; replaces what was told before."""
        ...

    def player(self) -> ReviewPlayer:
        """A new player, empty until its first ``show``."""
        ...

    def cut(
        self,
        camera_id: CameraId,
        role: StreamRole,
        span: Span,
        target: Path,
        *,
        stop: Stop,
        progressed: Callable[[int, int], None],
        facts: bool = False,
        silent: bool = False,
    ) -> str:
        """Copy footage to ``target``, undecoded, in whole GOPs; what it holds, as JSON.

        It may begin up to two GOPs early and end one late; where it cannot hold all of the span
        (``changed_us``), the next one begins there.  Blocks for about as long as reading it
        takes: not for the GUI thread.  ``facts``: it is then read again from where it lies, and
        ``native`` in the result is ``console.video.native.Native``, for evidence; nothing is taken
        of a file whose bytes are not those that were recorded, and ``changed`` names those.
        ``silent``: its sound stays behind, which ``sound_left_out`` in the result tells; of the
        pictures nothing.

        Raises:
            FootageMissing: nothing of it is on disk; FootageChanged: nothing but such files is.
            DiskFull, StoreFailed, EngineLost: nothing is left at ``target``.
            FileTaken: something has that name; it is untouched.
            Cancelled: ``stop`` was set; nothing is left.
        """
        ...

    def snapshot(
        self,
        camera_id: CameraId,
        at: datetime,
        target: Path,
        *,
        stop: Stop,
        cut: CutFile | None = None,
        role: StreamRole | None = None,
    ) -> str:
        """Write the picture shown at an instant, at full size, as ``target``: .png or .jpg.

        Of a file that ``cut`` made, where one is given; else of the stream ``role`` and of no
        other, the picture that ``view`` would show; None: of the main stream where there is
        footage of it, else of the other.  Returns what the file holds, as JSON: ``shown_us`` is the
        picture's own instant (``utc`` in words), ``frame`` its number in ``file``, from 0, and
        ``pts`` its time there, in ``timescale``-ths of a second behind the first picture.  Blocks
        for some 100 ms: not for the GUI thread.

        Raises:
            FootageMissing, FileTaken, DiskFull, StoreFailed, EngineLost, Cancelled: as ``cut``.
        """
        ...

    def view(
        self,
        camera_id: CameraId,
        role: StreamRole,
        span: Span,
        target: Path,
        words: StripWords,
        masks: Sequence[Mask] = (),
        *,
        stop: Stop,
        progressed: Callable[[int, int], None],
    ) -> str:
        """Make a viewing copy, an .mp4 that every player plays; what it holds, as JSON.

        It has every picture that was taken in ``span``, masked, above a strip with ``words`` and
        the time; what is missing is a card with its times (``gaps``).  Blocks for about as long as
        encoding takes, half of real time on a small PC: not for the GUI thread.  ``progressed``
        hears milliseconds of the span done, and in all.

        Raises:
            OrderBroken: ``evidence_orders.check`` says why; a bug of whoever asked.
            FootageMissing: there is no picture in the span.
            FileTaken, DiskFull, StoreFailed, EngineLost, Cancelled: as ``cut``.
        """
        ...


class StationEngine(LiveEngine, FootageEngine, Protocol):
    """All that a station's engine does."""
