"""A footage index for tests of what a package would hold: minutes from now, negative ones past."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from console.video import looks as change_map
from console.video.archive import Archive
from console.video.archive_file import INDEX_FILE
from db.footage_records import EndReason, GapCause, Look, Outage, Segment, VolumeId
from db.records import CameraId, StreamRole, to_us
from tests.footage import Laid

MAIN, SUB = StreamRole.MAIN, StreamRole.SUB
DISK = VolumeId(1)
MINUTE_US = 60_000_000
SIZE = 6_000_000  # of a minute


class Recorded:
    """Writes as the engine does: segments of a minute, their runs, gaps."""

    def __init__(self, folder: Path, now: datetime) -> None:
        self.archive = Archive(folder / INDEX_FILE)
        self._now_us = to_us(now)

    def at(self, minute: float) -> int:
        return self._now_us + round(minute * MINUTE_US)

    def run(
        self,
        camera_id: CameraId,
        first: float,
        last: float,
        *,
        role: StreamRole = MAIN,
        size: int = SIZE,
        keys_every_s: float = 2,
        looks: bool = True,
        end: EndReason = EndReason.LOST,
        growing: bool = False,
        era: int = 0,
    ) -> None:
        """An unbroken run; ``growing``: it goes on, and its last file is not in the index yet."""
        run_us, until_us = self.at(first), self.at(last)
        with self.archive.batch():
            if growing:
                self.archive.run_began(camera_id, role, era, run_us)
            for at_us in range(run_us, until_us, MINUTE_US):
                length_us = min(MINUTE_US, until_us - at_us)
                every_us = round(keys_every_s * 1_000_000)
                keys = range(at_us, at_us + length_us, every_us)
                segment = Segment(
                    camera_id=camera_id,
                    role=role,
                    volume_id=DISK,
                    era=era,
                    run_us=run_us,
                    start_us=at_us,
                    duration_us=length_us,
                    monotonic_ns=at_us * 1000,
                    camera_off_us=None,
                    frames=length_us * 15 // 1_000_000,
                    keys=len(keys),
                    size_bytes=size * length_us // MINUTE_US,
                    sha256=bytes(32),
                    end_reason=end if at_us + length_us == until_us else EndReason.FULL,
                    quicktime=False,
                )
                seen = [Look(key, 1, 9) for key in keys] if looks else []
                self.archive.add(segment, change_map.pack(seen, at_us))

    def laid(self, volume: Path, segments: Iterable[Laid]) -> None:
        """Files that lie on ``volume``."""
        with self.archive.batch():
            self.archive.set_volumes({DISK: str(volume)})
            for each in segments:
                self.archive.add(each.segment)

    def gap(
        self,
        camera_id: CameraId,
        first: float,
        last: float | None,
        cause: GapCause,
        *,
        era: int = 0,
    ) -> None:
        """Nothing, although it was to be recorded; ``last`` None: it lasts."""
        with self.archive.batch():
            if last is None:
                self.archive.gaps.began(camera_id, era, self.at(first), cause)
            else:
                self.archive.gaps.add(camera_id, era, (self.at(first), self.at(last)), cause)

    def outage(self, camera_id: CameraId, first: float, last: float) -> None:
        """The camera gave no picture, whether it was to be recorded or not."""
        silent = Outage(
            camera_id=camera_id,
            start_us=self.at(first),
            end_us=None,
            state="offline",
            reason="no_answer",
        )
        with self.archive.batch():
            self.archive.gaps.outage_began(silent, 0)
            self.archive.gaps.outage_ended(camera_id, self.at(last))
