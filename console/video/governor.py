"""Which stream and how many pictures each tile gets, and the reason in one word.

Pure rules, no clock and no I/O: the engine asks them whenever a page, a stream's size or the
load changes.  Decoding is what costs; so the ladder is: only what is visible, the stream that
fits, and key frames alone on the least important tiles when the processors are full.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from console.events import Load
from console.video.ports import CameraSource, StreamSource
from console.video.wire import Pace
from db.records import CameraId, StreamRole
from db.structs import Frozen

HYSTERESIS = 1.34  # how much larger than the stream a tile must be before the main one is opened
ASSUMED_WIDTH = {StreamRole.SUB: 640, StreamRole.MAIN: 1920}  # pixels, before the first picture
SPARE_BUSY = 0.75  # share of a worker's time below which there is room for some more
FULL_LATE_S = 0.2  # three pictures: a worker this far behind does not keep up at all
# A worker that just about keeps up takes two pictures of a stream at once, and nobody sees the
# first: decoding all is then worth less than seeing most.  12.5 of 15 a second look alike.
FULL_UNSEEN = 0.17
PATIENCE = 2  # looks in a row that must find a worker full, before anything is taken
STEP = 0.25  # share of the shown tiles that is taken or given back at once
SMALL_STEP = 0.125  # the same, of workers that are not late and paint ``FAR_UNSEEN`` too few
FAR_UNSEEN = 0.4
RECOVERY = 4  # looks in a row with room, before some is given back
LONGEST_RECOVERY = 128  # the same, after giving back proved too early again and again
PROBATION = 10  # looks after giving back, within which a full processor proves that
SETTLING = 4  # looks after a rush that say nothing: many streams begin at once
JUDGED = 4  # looks between two rushes that say something, however often a worker dies
CALM = 30  # looks without a death, after which a worker's next one is a rush again, and no habit


class Choice(Frozen):
    """The stream that a tile gets, and why not a larger one."""

    role: StreamRole
    load: Load


def choose(camera: CameraSource, width: int, present: StreamRole | None) -> Choice:
    """The stream for a tile ``width`` device pixels wide.

    The closest that is at least as wide as the tile; a change is made only when the tile
    outgrows what is shown by ``HYSTERESIS``, or the smaller one suffices without it.
    """
    streams = {stream.role: stream for stream in camera.streams}
    if StreamRole.SUB not in streams:
        return Choice(StreamRole.MAIN, Load.ONLY_MAIN)
    if StreamRole.MAIN not in streams:
        return Choice(StreamRole.SUB, Load.ONLY_SUB)
    limit = _width(streams[StreamRole.SUB])
    if present is not StreamRole.MAIN:
        limit = int(limit * HYSTERESIS)
    if width > limit:
        return Choice(StreamRole.MAIN, Load.FULL)
    return Choice(StreamRole.SUB, Load.SMALL_TILE)


def smooth(camera: CameraSource, role: StreamRole, width: int) -> bool:
    """Whether a tile ``width`` pixels wide needs the decoder's deblocking filter.

    Where the picture is shown at half its width or less, scaling down hides what the filter
    smooths (41 dB PSNR against the filtered picture, measured at 211 and 480 pixels), and
    leaving it out saves a fifth of the decoder's time.  What is recorded is never touched.
    """
    stream = next((stream for stream in camera.streams if stream.role is role), None)
    return stream is None or 2 * width > _width(stream)


def _width(stream: StreamSource) -> int:
    return stream.width or ASSUMED_WIDTH[stream.role]


class Relief:
    """How many of the least important tiles get key frames only."""

    def __init__(self) -> None:
        self._share = 0.0  # of the shown tiles
        self._full_looks = 0
        self._spare_looks = 0
        self._settling = 0
        self._judged = JUDGED  # looks since the last rush
        self._since_given = PROBATION
        self._rushed = False  # since something was given back last
        self._recovery = RECOVERY
        self._calm_in: dict[int, int] = {}  # workers that died lately, and looks until that is over
        self._restless: set[int] = set()  # those of them that died more than once

    @property
    def share(self) -> float:
        """Of the shown tiles, those that get key frames only: 0 to 1."""
        return self._share

    @property
    def gives_way(self) -> bool:
        """Whether some tiles get key frames only: the processors are full."""
        return self._share > 0

    def settle(self) -> None:
        """A page was changed, a worker died: the rush that follows says nothing.

        Nor does it say that what was given back before it was given back too early.
        """
        self._settling, self._judged = SETTLING, 0
        self._rushed = True
        self._full_looks = 0

    def lost(self, worker: int) -> None:
        """A worker died.  One that dies again and again must not blind us: we look in between."""
        if worker in self._calm_in:
            self._restless.add(worker)
        if worker not in self._restless or self._judged >= JUDGED:
            self.settle()
        self._calm_in[worker] = CALM

    def heeds(self, worker: int) -> bool:
        """Whether the pace of a worker says something of the processors."""
        return worker not in self._restless

    def look(self, paces: Sequence[Pace]) -> bool:
        """Take note of how every worker kept up for a second; True if the share changed."""
        before = self._share
        self._since_given += 1
        self._calm_in = {worker: n - 1 for worker, n in self._calm_in.items() if n > 1}
        self._restless &= self._calm_in.keys()
        late = any(pace.late_s >= FULL_LATE_S for pace in paces)
        unseen = max((pace.unseen for pace in paces), default=0.0)
        if self._settling:
            self._settling -= 1
            return False
        self._judged += 1
        if late or unseen >= FULL_UNSEEN:
            self._spare_looks = 0
            self._full_looks += 1
            if self._full_looks >= PATIENCE:
                self._take(STEP if late or unseen >= FAR_UNSEEN else SMALL_STEP)
        else:
            self._full_looks = 0
            spare = max((pace.busy for pace in paces), default=0.0) <= SPARE_BUSY
            self._spare_looks = self._spare_looks + 1 if spare else 0
            if self._share > 0 and self._spare_looks >= self._recovery:
                self._give()
        if self._share == 0 and self._since_given > PROBATION:
            self._recovery = RECOVERY
        return self._share != before

    def _take(self, step: float) -> None:
        if self._since_given <= PROBATION and not self._rushed:  # giving back was too early
            self._recovery = min(LONGEST_RECOVERY, 2 * self._recovery)
            self._since_given = PROBATION
        self._share = min(1.0, self._share + step)
        self._full_looks = 0

    def _give(self) -> None:
        self._since_given, self._rushed = 0, False
        self._share = max(0.0, self._share - STEP)
        self._spare_looks = 0

    def relieved(self, ranks: Mapping[CameraId, int]) -> frozenset[CameraId]:
        """The cameras that get key frames only: the highest ranks first, never rank 0."""
        by_rank = sorted(ranks, key=lambda camera: (ranks[camera], camera), reverse=True)
        count = int(len(by_rank) * self._share)
        return frozenset(camera for camera in by_rank[:count] if ranks[camera] > 0)
