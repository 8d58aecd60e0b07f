"""Gaps and outages in the footage index: begun, ended, joined, fitted to the footage."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable

from db.footage_records import EndReason, GapCause, Outage, Segment
from db.records import CameraId

SEAM_US = 1_000_000
"""Segments of one run no further apart than this touch: a frame's length is not known to the µs."""
_KILL_NOTICED_US = 120_000_000
"""How long after a kill its gap may have been told of: it begins where the footage ends."""


class Gaps:
    """A part of ``archive.Archive``: the same thread, the same batch."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def began(self, camera: CameraId, era: int, at_us: int, cause: GapCause) -> None:
        """From ``at_us`` on there is none of a camera that was to be recorded.

        A gap that is open goes on with the same cause, and ends there with another.
        """
        if self._connection.execute(
            "select 1 from gap where camera = ? and end_us is null and cause = ?", (camera, cause)
        ).fetchone():
            return
        self.ended(camera, at_us)
        self._execute("insert or replace into gap values (?,?,?,null,?)", camera, era, at_us, cause)

    def ended_but(self, wanted: Collection[CameraId], at_us: int) -> None:
        """Of cameras that are not ``wanted`` any more, no gap lasts."""
        rows = self._connection.execute("select camera from gap where end_us is null").fetchall()
        for (camera,) in rows:
            if camera not in wanted:
                self.ended(camera, at_us)

    def ended(self, camera: CameraId, at_us: int) -> None:
        """The open gap of the camera, if any, ends; one of no length is gone."""
        self._execute(
            "delete from gap where camera = ? and end_us is null and start_us >= ?", camera, at_us
        )
        self._execute(
            "update gap set end_us = ? where camera = ? and end_us is null", at_us, camera
        )

    def add(self, camera: CameraId, era: int, span: tuple[int, int], cause: GapCause) -> None:
        """A gap that is over: ``span``.  It joins one of its cause that ends where it begins."""
        start_us, end_us = span
        before = self._connection.execute(
            "select start_us from gap where camera = ? and era = ? and start_us = (select max("
            "start_us) from gap where camera = ? and era = ? and start_us <= ?)"
            " and cause = ? and end_us >= ?",
            (camera, era, camera, era, start_us, cause, start_us - SEAM_US),
        ).fetchone()
        after = self._connection.execute(
            "select start_us, end_us from gap where camera = ? and era = ? and cause = ?"
            " and start_us between ? and ? and end_us is not null",
            (camera, era, cause, start_us, end_us + SEAM_US),
        ).fetchone()
        if after is not None:
            self._execute(
                "delete from gap where camera = ? and era = ? and start_us = ?",
                *(camera, era, after[0]),
            )
            end_us = max(end_us, after[1])
        if before is not None:
            self._execute(
                "update gap set end_us = max(end_us, ?)"
                " where camera = ? and era = ? and start_us = ?",
                *(end_us, camera, era, before[0]),
            )
        else:
            self._execute(
                "insert or replace into gap values (?,?,?,?,?)",
                camera,
                era,
                start_us,
                end_us,
                cause,
            )

    def name_unknown(self, holes: Iterable[tuple[CameraId, int, int, int]]) -> None:
        """Holes (camera, era, start, end) of which nothing is known are gaps without a cause."""
        for camera, era, start_us, end_us in holes:
            if not self._connection.execute(
                "select 1 from gap where camera = ? and era = ? and start_us < ?"
                " and ifnull(end_us, start_us + 1) > ?",
                (camera, era, end_us, start_us),
            ).fetchone():
                self.add(camera, era, (start_us, end_us), GapCause.UNKNOWN)

    def outage_began(self, outage: Outage, era: int) -> None:
        """A wanted camera gives no picture.  An outage that is open ends there."""
        self.outage_ended(outage.camera_id, outage.start_us)
        self._execute(
            "insert or replace into outage values (?,?,?,?,?,?)",
            *(outage.camera_id, era, outage.start_us, outage.end_us, outage.state, outage.reason),
        )

    def outage_ended(self, camera: CameraId, at_us: int) -> None:
        """It gives one again, or nobody wants it any more."""
        self._execute(
            "delete from outage where camera = ? and end_us is null and start_us >= ?",
            *(camera, at_us),
        )
        self._execute(
            "update outage set end_us = ? where camera = ? and end_us is null", at_us, camera
        )

    def fit(self, segment: Segment) -> None:
        """Where there is footage there is no gap.  What a kill cut short lasts to the next run."""
        lane = (segment.camera_id, segment.era)
        late_us = _KILL_NOTICED_US if segment.end_reason is EndReason.KILLED else 0
        found = self._connection.execute(
            "select start_us, end_us, cause from gap where camera = ? and era = ?"
            " and start_us <= ? and start_us >= ifnull((select max(start_us) from gap"
            " where camera = ? and era = ? and start_us < ?), ?) order by start_us",
            (*lane, segment.end_us + late_us, *lane, *[segment.start_us - SEAM_US] * 2),
        ).fetchall()
        for start_us, end_us, cause in found:
            if end_us is not None and end_us <= segment.start_us:
                continue  # it was over, however short
            if start_us >= segment.end_us and (
                start_us == segment.end_us or self._begins_between(segment, start_us)
            ):
                return
            if start_us >= segment.start_us - SEAM_US:
                self._execute(
                    "delete from gap where camera = ? and era = ? and start_us = ?", *lane, start_us
                )
            elif end_us is None or end_us > segment.start_us:
                self._put(*lane, start_us, segment.start_us, cause)
            else:
                continue
            if end_us is None or end_us > segment.end_us:  # it goes on behind the footage
                self._put(*lane, segment.end_us, end_us, cause)
                return

    def _put(
        self, camera: CameraId, era: int, start_us: int, end_us: int | None, cause: str
    ) -> None:
        self._execute(
            "insert or replace into gap values (?,?,?,?,?)", camera, era, start_us, end_us, cause
        )

    def _begins_between(self, segment: Segment, until_us: int) -> bool:
        found = self._connection.execute(
            "select 1 from run where camera = ? and role = ? and era = ? and start_us > ?"
            " and start_us < ?",
            (segment.camera_id, segment.role, segment.era, segment.end_us, until_us),
        )
        return found.fetchone() is not None

    def _execute(self, sql: str, *values: object) -> None:
        self._connection.execute(sql, values)
