"""The footage index as the engine writes it: segments, runs, gaps and their causes, outages.

Runs and gaps are tables of their own, kept up with every segment, so that a month of all cameras
is drawn without looking at three million rows.  Within a camera, a role and an era nothing
overlaps.  One thread of one process writes; whoever reads uses ``archive_reader``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from console.video import looks as change_map
from console.video.archive_file import open_to_write, problems
from console.video.archive_gaps import SEAM_US, Gaps
from console.video.archive_lives import Lives
from db.errors import StoreDamaged
from db.footage_records import GapCause, Segment, VolumeId
from db.records import CameraId, StreamRole

DAY_US = 86_400_000_000
_MINUTE_US = 60_000_000
_SEGMENT = "insert or ignore into segment values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
_LANE = "camera = ? and role = ? and era = ?"


class Archive:
    """Every method is one small change; several go into one ``batch``.

    All raise StoreDamaged, StoreFailed and DiskFull, and keep nothing of the batch then.
    """

    def __init__(self, path: Path) -> None:
        """Open or make the index.  Raises StoreDamaged, StoreFailed, DiskFull."""
        self._path = path
        self._connection = open_to_write(path)
        self._inode = path.stat().st_ino
        self.gaps = Gaps(self._connection)
        self.lives = Lives(self._connection, self.gaps)

    def require(self) -> None:
        """Raise StoreDamaged if the file that is written is not the one at its path any more."""
        try:
            inode = self._path.stat().st_ino
        except FileNotFoundError:
            inode = -1
        if inode != self._inode:
            raise StoreDamaged(f"{self._path.name} was taken away")

    @contextmanager
    def batch(self) -> Iterator[None]:
        """All that is changed in the block is on disk after it, or nothing is."""
        with problems(self._path):
            self._connection.execute("begin immediate")
            try:
                yield
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("rollback")
                raise
            self._connection.execute("commit")

    def add(self, segment: Segment, looks: bytes = b"") -> None:
        """A segment is on disk: its row, its run, its day.  Of one that is known, its looks."""
        row = self._connection.execute(_SEGMENT, row_of(segment))
        if not row.rowcount:
            if looks:
                self._keep_looks(segment, looks)
            return
        self._connection.execute("insert or ignore into era values (?)", (segment.era,))
        self._count(segment, 1)
        self._cover(segment)
        self.gaps.fit(segment)
        if looks:
            self._keep_looks(segment, looks)

    def run_began(self, camera: CameraId, role: StreamRole, era: int, at_us: int) -> None:
        """A camera is being recorded from ``at_us`` on; its gap ends."""
        self._execute("insert or ignore into era values (?)", era)
        self._execute(
            "insert into run values (?,?,?,?,?,?,1) on conflict do update set open = 1",
            camera,
            role,
            era,
            at_us,
            at_us,
            at_us,
        )
        self.gaps.ended(camera, at_us)

    def runs_ended(self, camera: CameraId, role: StreamRole | None = None) -> None:
        """Nothing more is written of the camera's open runs; one without footage is gone."""
        which = "camera = ? and open = 1" + ("" if role is None else " and role = ?")
        key = (camera,) if role is None else (camera, role)
        self._execute(f"delete from run where {which} and end_us = start_us", *key)
        self._execute(f"update run set open = 0 where {which}", *key)

    def clock_stepped(self, at_us: int, step_us: int, era: int) -> None:
        """The station's clock was set by ``step_us``; ``era`` is what counts from now on."""
        self._execute("insert into clock_step values (?,?,?)", at_us, step_us, era)
        self._execute("insert or ignore into era values (?)", era)

    def name_gaps(self) -> None:
        """Of an index made anew: between two runs of a camera is a gap, its cause forgotten."""
        rows = self._connection.execute(
            "select camera, era, start_us, end_us from run order by camera, era, start_us"
        ).fetchall()
        holes = []
        lane, last_us = None, 0
        for camera, era, start_us, end_us in rows:
            if lane != (camera, era):
                lane, last_us = (camera, era), end_us
            elif start_us > last_us:
                holes.append((camera, era, last_us, start_us))
            last_us = max(last_us, end_us)
        self.gaps.name_unknown(holes)

    def newest_era(self) -> int:
        """How often the station's clock was set back so far."""
        (era,) = self._connection.execute("select max(number) from era").fetchone()
        return int(era or 0)

    def line_use(self, month: str) -> dict[CameraId, int]:
        """What came over each camera's line in ``month``, in bytes."""
        return dict(
            self._connection.execute("select camera, bytes from line_use where month = ?", (month,))
        )

    def spend(self, month: str, used: Mapping[CameraId, int]) -> None:
        """What came over the cameras' lines in ``month`` ("2026-03") in all."""
        self._connection.executemany(
            "insert or replace into line_use values (?,?,?)",
            [(camera, month, size) for camera, size in used.items()],
        )

    def set_volumes(self, volumes: Mapping[VolumeId, str]) -> None:
        """Where each volume lies now; one that is not named keeps its place."""
        self._connection.executemany(
            "insert or replace into volume values (?,?)", list(volumes.items())
        )

    def doom(self, segments: Iterable[Segment], cause: GapCause) -> None:
        """Their files are being removed, or are found to be gone: a kill must not hide that."""
        self._connection.executemany(
            "insert or replace into doomed values (?,?,?,?,?)",
            [(*_key(segment), cause) for segment in segments],
        )

    def spare(self, segments: Iterable[Segment]) -> None:
        """They were marked for removal, and stay: somebody holds them now."""
        for segment in segments:
            self._execute(f"delete from doomed where {_LANE} and start_us = ?", *_key(segment))

    def forget(self, segments: Sequence[Segment], cause: GapCause) -> None:
        """Their files are gone: so are the rows, and in their place is a gap with its cause.

        A stretch that another role still covers is no gap.
        """
        for segment in segments:
            gone = self._connection.execute(
                f"delete from segment where {_LANE} and start_us = ?", _key(segment)
            )
            if not gone.rowcount:
                continue
            self._execute(f"delete from doomed where {_LANE} and start_us = ?", *_key(segment))
            self._execute(
                "delete from look where camera = ? and era = ? and start_us = ?",
                *(segment.camera_id, segment.era, segment.start_us),
            )
            self._count(segment, -1)
            self._uncover(segment)
            if not self._is_covered(segment):
                span = (segment.start_us, segment.end_us)
                self.gaps.add(segment.camera_id, segment.era, span, cause)

    def forget_old(self, before_us: int) -> None:
        """Gaps, outages and lives that ended before ``before_us`` are of no use any more."""
        for table, end in (("gap", "end_us"), ("outage", "end_us"), ("life", "alive_us")):
            self._execute(f"delete from {table} where {end} < ?", before_us)
        self._execute("delete from stir where day < ?", before_us // DAY_US)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def _execute(self, sql: str, *values: object) -> None:
        self._connection.execute(sql, values)

    def _count(self, segment: Segment, sign: int) -> None:
        key = (segment.camera_id, segment.volume_id, segment.start_us // DAY_US)
        self._execute(
            "insert into usage values (?,?,?,?,?) on conflict do update set"
            " bytes = bytes + excluded.bytes, segments = segments + excluded.segments",
            *(*key, sign * segment.size_bytes, sign),
        )
        if sign < 0:
            self._execute(
                "delete from usage where camera = ? and volume = ? and day = ? and segments <= 0",
                *key,
            )

    def _cover(self, segment: Segment) -> None:
        """Let the run of ``segment`` reach over it, joining what it touches on either side."""
        lane = (segment.camera_id, segment.role, segment.era)
        start_us, end_us, is_open = segment.start_us, segment.end_us, 0
        touching = self._connection.execute(
            f"select start_us, end_us, open from run where {_LANE} and run_us = ?"
            " and start_us <= ? and end_us >= ?",
            (*lane, segment.run_us, end_us + SEAM_US, start_us - SEAM_US),
        ).fetchall()
        for its_start_us, its_end_us, its_open in touching:
            self._execute(f"delete from run where {_LANE} and start_us = ?", *lane, its_start_us)
            start_us, end_us = min(start_us, its_start_us), max(end_us, its_end_us)
            is_open |= its_open
        self._execute(
            "insert or replace into run values (?,?,?,?,?,?,?)",
            *(*lane, start_us, end_us, segment.run_us, is_open),
        )

    def _uncover(self, segment: Segment) -> None:
        """Cut ``segment`` out of the run that reaches over it."""
        lane = (segment.camera_id, segment.role, segment.era)
        found = self._connection.execute(
            f"select start_us, end_us, run_us, open from run where {_LANE} and start_us <= ?"
            " and end_us > ? order by start_us desc limit 1",
            (*lane, segment.start_us + SEAM_US, segment.start_us),
        ).fetchone()
        if found is None:
            return
        start_us, end_us, run_us, is_open = found
        self._execute(f"delete from run where {_LANE} and start_us = ?", *lane, start_us)
        for left_us, right_us, its_open in (
            (start_us, segment.start_us, 0),
            (segment.end_us, end_us, is_open),
        ):
            # What the frame's length leaves over is no footage; an open run goes on from its end.
            if right_us - left_us > SEAM_US or its_open:
                self._execute(
                    "insert or replace into run values (?,?,?,?,?,?,?)",
                    *(*lane, left_us, max(left_us, right_us), run_us, its_open),
                )

    def _is_covered(self, segment: Segment) -> bool:
        found = self._connection.execute(
            "select 1 from run where camera = ? and era = ? and start_us <= ? and end_us >= ?",
            (segment.camera_id, segment.era, segment.start_us, segment.end_us),
        )
        return found.fetchone() is not None

    def _keep_looks(self, segment: Segment, looks: bytes) -> None:
        key = (segment.camera_id, segment.era, segment.start_us)
        self._connection.execute("insert or replace into look values (?,?,?,?)", (*key, looks))
        self._stir(segment, looks)

    def _stir(self, segment: Segment, looks: bytes) -> None:
        """Note for each minute how much moved at most; two days are touched at midnight."""
        most: dict[int, int] = {}
        for look in change_map.unpack(looks, segment.start_us):
            minute = look.at_us // _MINUTE_US
            most[minute] = max(most.get(minute, 0), look.amount)
        for day in sorted({minute // 1440 for minute in most}):
            found = self._connection.execute(
                "select minutes from stir where camera = ? and day = ?", (segment.camera_id, day)
            ).fetchone()
            minutes = bytearray(found[0] if found else 1440)
            for minute, amount in most.items():
                if minute // 1440 == day:
                    minutes[minute % 1440] = max(minutes[minute % 1440], amount)
            self._execute(
                "insert or replace into stir values (?,?,?)",
                *(segment.camera_id, day, bytes(minutes)),
            )


def row_of(segment: Segment) -> tuple[object, ...]:
    """A segment as it lies in its table."""
    return (
        segment.camera_id,
        segment.role.value,
        segment.era,
        segment.start_us,
        segment.duration_us,
        segment.run_us,
        segment.volume_id,
        segment.monotonic_ns,
        segment.camera_off_us,
        segment.frames,
        segment.keys,
        segment.size_bytes,
        segment.sha256,
        segment.end_reason.value,
        int(segment.quicktime),
    )


def _key(segment: Segment) -> tuple[object, ...]:
    return segment.camera_id, segment.role.value, segment.era, segment.start_us
