"""The engine's lives in the footage index: marks that it lives, and what a death left open."""

from __future__ import annotations

import sqlite3

from console.video.archive_gaps import Gaps
from db.footage_records import GapCause


class Lives:
    """A part of ``archive.Archive``: the same thread, the same batch."""

    def __init__(self, connection: sqlite3.Connection, gaps: Gaps) -> None:
        self._connection = connection
        self._gaps = gaps
        self._life: int | None = None

    def begin(self, at_us: int, program: str) -> None:
        """The engine was started; ``program`` is its version."""
        made = self._connection.execute(
            "insert into life (begun_us, alive_us, program) values (?,?,?)",
            (at_us, at_us, program),
        )
        self._life = made.lastrowid

    def revive(self, now_us: int, cause: GapCause, alive_us: int) -> None:
        """Take up what the life before left open: it recorded until ``alive_us`` at the latest.

        Whatever was to be recorded then has a gap until it is recorded again.
        """
        runs = self._connection.execute(
            "select camera, era, max(end_us) from run where open = 1 group by camera, era"
        ).fetchall()
        self._close_runs()
        for camera, era, end_us in runs:
            self._gaps.began(camera, era, min(end_us, now_us), cause)
        gaps = self._connection.execute(
            "select camera, era, cause from gap where end_us is null"
        ).fetchall()
        for camera, era, its_cause in gaps:
            if its_cause == GapCause.STATION_OFF:  # an orderly end said so; now it is known better
                self._execute(
                    "update gap set cause = ? where camera = ? and end_us is null", cause, camera
                )
            else:
                self._gaps.began(camera, era, alive_us, cause)
        self._execute("update outage set end_us = max(start_us, ?) where end_us is null", alive_us)

    def leave(self, at_us: int) -> None:
        """The engine ends in good order: what was recorded has a gap from now on."""
        runs = self._connection.execute(
            "select camera, era, max(end_us) from run where open = 1 group by camera, era"
        ).fetchall()
        self._close_runs()
        for camera, era, end_us in runs:
            self._gaps.began(camera, era, end_us, GapCause.STATION_OFF)
        self._end(at_us)

    def last(self) -> tuple[int, bool, str] | None:
        """When the newest life was last heard of, whether it ended well, and its program."""
        found = self._connection.execute(
            "select alive_us, ended_us is not null, program from life order by id desc limit 1"
        ).fetchone()
        return None if found is None else (found[0], bool(found[1]), found[2])

    def latest(self) -> int | None:
        """The latest that any life was heard of; None without one."""
        (found,) = self._connection.execute("select max(alive_us) from life").fetchone()
        return None if found is None else int(found)

    def alive(self, at_us: int) -> None:
        """It still lives."""
        self._execute("update life set alive_us = ? where id = ?", at_us, self._life)

    def _end(self, at_us: int) -> None:
        """It ends in good order."""
        self._execute(
            "update life set alive_us = ?, ended_us = ? where id = ?", at_us, at_us, self._life
        )

    def _close_runs(self) -> None:
        """Nothing is being recorded; a run without footage is gone."""
        self._execute("delete from run where open = 1 and end_us = start_us")
        self._execute("update run set open = 0")

    def _execute(self, sql: str, *values: object) -> None:
        self._connection.execute(sql, values)
