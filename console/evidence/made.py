"""What is in a package that is being made, before it is told in a manifest and on a cover sheet."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, tzinfo

from console.evidence.clips import Clip
from console.evidence.known import Known
from console.evidence.lines import Line
from console.evidence.viewings import Still, Viewed
from console.station import StationSettings
from console.video.unchanged import Changed
from db.evidence_records import Missing, StillWanted
from db.records import SignedHead
from db.structs import Frozen


class Gap(Frozen):
    """What lacks within a file, and why."""

    path: str
    missing: Missing


class LineMade(Frozen, kw_only=True):
    """A line, and what there is of it; ``gaps`` are within its files.

    ``missing`` is what no file holds: of native copies, or of viewing copies where the request
    allows none.  ``viewing_missing`` is what native copies hold and no viewing copy shows.
    ``around`` are the groups of pictures that came with stills alone.  ``changed`` are recorded
    files of which nothing was taken: their bytes are not those that were recorded.
    """

    line: Line
    clips: tuple[Clip, ...]
    viewed: tuple[Viewed, ...]
    around: tuple[Clip, ...] = ()
    missing: tuple[Missing, ...] = ()
    viewing_missing: tuple[Missing, ...] = ()
    gaps: tuple[Gap, ...] = ()
    changed: tuple[Changed, ...] = ()


class Content(Frozen, kw_only=True):
    """All of it, with what goes on paper.

    ``made_at`` is when its papers were written.  ``head_before`` and ``head_after`` are the log as
    it was signed when making it began, and then.
    """

    name: str
    known: Known
    settings: StationSettings
    zone: tzinfo
    made_at: datetime
    workstation: str
    clock_synchronised: bool | None
    lines: tuple[LineMade, ...]
    stills: tuple[Still, ...]
    stills_missing: tuple[StillWanted, ...]
    head_before: SignedHead
    head_after: SignedHead
    medium_serial: str

    def clips(self) -> Iterator[Clip]:
        """Every native copy."""
        for line in self.lines:
            yield from line.clips
            yield from line.around

    def viewed(self) -> Iterator[Viewed]:
        """Every viewing copy."""
        for line in self.lines:
            yield from line.viewed

    @property
    def ffmpeg(self) -> str:
        """The version that decoded and encoded, "" where nothing was."""
        told = [each.ffmpeg for each in self.viewed()] + [each.ffmpeg for each in self.stills]
        return next((each for each in told if each), "")
