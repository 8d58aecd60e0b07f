"""What the review page needs of the console: what the timeline shows, and leave to watch.

``console.footage`` answers; tests have a fake.  Everything here may read a disk or a database, so
it is called through ``ui.tasks`` only.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from console.moved import Changes
from console.video.footage_ports import FootageEngine
from console.video.looks import Area
from db.footage_records import Gap, Hold, Look, Outage, RemovedCamera, Run
from db.records import CameraId, Span


class Rows(Protocol):
    """What a timeline reads.  Raises NotAllowed: from every call; nothing was shown."""

    def runs(self, cameras: Collection[CameraId], span: Span) -> Sequence[Run]:
        """What is recorded in ``span``, in any order; runs of main and sub may overlap."""
        ...

    def gaps(self, cameras: Collection[CameraId], span: Span) -> Sequence[Gap]:
        """What was to be recorded and is not there."""
        ...

    def outages(self, cameras: Collection[CameraId], span: Span) -> Sequence[Outage]:
        """When a camera gave no picture."""
        ...

    def holds(self, cameras: Collection[CameraId], span: Span) -> Sequence[Hold]:
        """What retention leaves alone; those that were released or ran out are left out."""
        ...

    def looks(self, camera_id: CameraId, span: Span) -> Sequence[Look]:
        """What moved, one look a key frame, by time."""
        ...

    def activity(self, camera_id: CameraId, span: Span, steps: int) -> bytes:
        """How much moved at most in each of ``steps`` parts of a span, to the minute; a byte each.

        A month takes milliseconds, where ``looks`` would take many seconds.
        """
        ...


class Footage(Rows, Protocol):
    """The timeline of some cameras, and the door before their pictures.

    Raises:
        NotAllowed: from every call; nothing was shown, and the refusal has been logged.
    """

    def oldest(self) -> datetime | None:
        """What lies before is not for whoever sits here; None: he may see all that there is."""
        ...

    def removed(self) -> Sequence[RemovedCamera]:
        """Cameras that are no more, with footage for whoever sits here; the latest first."""
        ...

    def next_footage(self, cameras: Collection[CameraId], from_us: int) -> int | None:
        """The first instant from ``from_us`` on at which one of ``cameras`` can be played."""
        ...

    def previous_footage(self, cameras: Collection[CameraId], from_us: int) -> int | None:
        """The last instant up to ``from_us`` at which one of ``cameras`` can be played."""
        ...

    def camera_offset(self, camera_id: CameraId, at: datetime) -> int | None:
        """What its clock was ahead of this PC's about then, in microseconds; None: not measured."""
        ...

    def changes(self, camera_id: CameraId, span: Span, area: Area, least: float = 0.0) -> Changes:
        """When something changed in a part of the picture, ``moved.LONGEST`` at most at once."""
        ...

    def days_with_footage(self, cameras: Collection[CameraId], span: Span) -> Collection[date]:
        """The days, in the zone of the station PC, of which something is on disk."""
        ...

    def begin_review(self, cameras: Collection[CameraId], span: Span) -> None:
        """Ask for leave to watch ``cameras`` from ``span.start`` on, and log that it was given.

        Whoever may watch from some instant on may also watch what came later.
        """
        ...

    def note_watched(self, cameras: Collection[CameraId], span: Span) -> None:
        """Log that ``span`` of ``cameras`` was on screen."""
        ...

    def end_review(self, cameras: Collection[CameraId], span: Span) -> None:
        """Log what was on screen last.  Asks nobody: it tells what was done."""
        ...

    def note_still(self, camera_id: CameraId, at: datetime) -> None:
        """Ask for leave to keep one picture as a file, and log it (``Action.EXPORT``)."""
        ...


@dataclass(frozen=True, slots=True)
class Archive:
    """What the window is given to open the review page: without it there is none."""

    footage: Footage
    engine: FootageEngine
