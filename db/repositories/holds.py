"""Footage that must not be removed: rows in, records out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, insert, or_, select
from sqlalchemy.orm import Session

from db.errors import Gone
from db.footage_records import Hold, HoldId, HoldReason
from db.footage_tables import HoldCameraRow, HoldRow
from db.records import CameraId, OfficerId, Span, Topic
from db.search import listed
from db.statements import Statement

FREED_WITHIN = timedelta(days=7)
"""So long what an ended hold kept waits for its disposal; then retention waits no longer."""
# Made once, and into the tables rather than through the classes: a key waits for these.
_ADD = insert(HoldRow).returning(HoldRow.id)
_ADD_CAMERAS = insert(HoldCameraRow)
_HOLDS = select(
    HoldRow.id,
    HoldRow.start,
    HoldRow.end,
    HoldRow.reason,
    HoldRow.until,
    HoldRow.made_by,
    HoldRow.made_at,
    HoldRow.released_at,
    HoldRow.note,
)
_CAMERAS = Statement(
    select(HoldCameraRow.hold_id, HoldCameraRow.camera_id).where(
        HoldCameraRow.hold_id.in_(listed("holds"))
    )
)


class Holds:
    """Holds, those that keep nothing any more included."""

    def __init__(self, session: Session, touched: set[Topic]) -> None:
        self._session = session
        self._touched = touched

    def place(
        self,
        *,
        cameras: Iterable[CameraId],
        span: Span,
        reason: HoldReason,
        until: datetime | None,
        made_by: OfficerId | None,
        made_at: datetime,
        note: str = "",
    ) -> Hold:
        """Hold the footage of ``cameras`` in ``span`` from now on."""
        connection = self._session.connection()
        values = {
            "start_us": span.start,
            "end_us": span.end,
            "reason": reason,
            "note": note,
            "until_us": until,
            "made_by": made_by,
            "made_at_us": made_at,
        }
        hold_id = HoldId(connection.execute(_ADD, values).scalar_one())
        held = frozenset(cameras)
        its = [{"hold_id": hold_id, "camera_id": camera_id} for camera_id in sorted(held)]
        if its:
            connection.execute(_ADD_CAMERAS, its)
        self._touched.add(Topic.HOLDS)
        return Hold(
            id=hold_id,
            cameras=held,
            span=span,
            reason=reason,
            until=until,
            made_by=made_by,
            made_at=made_at,
            released_at=None,
            note=note,
        )

    def bring(self, hold: Hold) -> Hold:
        """Hold what another store held, as it is there, under the id that it has."""
        values = {
            "id": hold.id,
            "start_us": hold.span.start,
            "end_us": hold.span.end,
            "reason": hold.reason,
            "note": hold.note,
            "until_us": hold.until,
            "made_by": hold.made_by,
            "made_at_us": hold.made_at,
            "released_at_us": hold.released_at,
        }
        connection = self._session.connection()
        connection.execute(insert(HoldRow), values)
        its = [{"hold_id": hold.id, "camera_id": each} for each in sorted(hold.cameras)]
        if its:
            connection.execute(_ADD_CAMERAS, its)
        self._touched.add(Topic.HOLDS)
        return hold

    def hold(self, hold_id: HoldId) -> Hold:
        """One hold.  Raises Gone."""
        found = self._records(_HOLDS.where(HoldRow.id == hold_id))
        if not found:
            raise Gone("hold")
        return found[0]

    def extend(self, hold_id: HoldId, until: datetime | None) -> Hold:
        """Let a hold run until then, or without end.  Raises Gone."""
        self._row(hold_id).until = until
        self._session.flush()
        self._touched.add(Topic.HOLDS)
        return self.hold(hold_id)

    def widen(self, hold_id: HoldId, span: Span) -> Hold:
        """Let a hold keep ``span``, too, and what lies between.  Raises Gone."""
        row = self._row(hold_id)
        row.start, row.end = min(row.start, span.start), max(row.end, span.end)
        self._session.flush()
        self._touched.add(Topic.HOLDS)
        return self.hold(hold_id)

    def release(self, hold_id: HoldId, at: datetime) -> Hold:
        """Let it keep nothing any more; its row stays.  Raises Gone."""
        self._row(hold_id).released_at = at
        self._session.flush()
        self._touched.add(Topic.HOLDS)
        return self.hold(hold_id)

    def newest(self, limit: int = 200, before: HoldId | None = None) -> list[Hold]:
        """Holds of every state, the newest first; ``before``: those with a lower id."""
        query = _HOLDS.order_by(HoldRow.id.desc()).limit(limit)
        if before is not None:
            query = query.where(HoldRow.id < before)
        return self._records(query)

    def in_force(self, now: datetime) -> list[Hold]:
        """Holds that keep something now, the oldest first."""
        return self._records(_HOLDS.where(_keeps(now)).order_by(HoldRow.id))

    def meeting(self, cameras: Collection[CameraId], span: Span, now: datetime) -> list[Hold]:
        """Holds that keep something now of ``cameras`` in ``span``, the oldest first."""
        of_them = select(HoldCameraRow.hold_id).where(HoldCameraRow.camera_id.in_(cameras))
        query = (
            _HOLDS.where(_keeps(now), HoldRow.start < span.end, HoldRow.end > span.start)
            .where(HoldRow.id.in_(of_them))
            .order_by(HoldRow.id)
        )
        return self._records(query)

    def spans_of(
        self, camera_id: CameraId, now: datetime, within: Span | None = None
    ) -> list[Span]:
        """What is held of one camera now, in order, joined where it meets; whole, not cut."""
        query = (
            select(HoldRow.start, HoldRow.end)
            .join(HoldCameraRow, HoldCameraRow.hold_id == HoldRow.id)
            .where(HoldCameraRow.camera_id == camera_id, _keeps(now))
        )
        if within is not None:
            query = query.where(HoldRow.start < within.end, HoldRow.end > within.start)
        return _joined(Span(start, end) for start, end in self._session.execute(query))

    def kept(self, now: datetime) -> dict[CameraId, list[Span]]:
        """What retention leaves alone of every camera, as ``spans_of``: one query.

        What is held now; and what a hold kept that has ended, until its disposal is written
        (``freed``), for ``FREED_WITHIN`` at most.
        """
        query = (
            select(HoldCameraRow.camera_id, HoldRow.start, HoldRow.end)
            .join(HoldRow, HoldCameraRow.hold_id == HoldRow.id)
            .where(_keeps_or_waits(now))
        )
        found: dict[CameraId, list[Span]] = {}
        for camera_id, start, end in self._session.execute(query):
            found.setdefault(CameraId(camera_id), []).append(Span(start, end))
        return {camera_id: _joined(spans) for camera_id, spans in found.items()}

    def running_out(self, now: datetime, until: datetime) -> list[Hold]:
        """Holds that keep something now and run out by ``until``, the soonest first."""
        soon = (HoldRow.released_at.is_(None), HoldRow.until > now, HoldRow.until <= until)
        return self._records(_HOLDS.where(*soon).order_by(HoldRow.until, HoldRow.id))

    def ended(self, now: datetime, limit: int, after: HoldId | None = None) -> list[Hold]:
        """Holds that keep nothing any more and whose disposal was not written yet, by id."""
        over = or_(
            HoldRow.released_at.is_not(None),
            and_(HoldRow.released_at.is_(None), HoldRow.until <= now),
        )
        query = _HOLDS.where(HoldRow.freed_at.is_(None), over)
        if after is not None:
            query = query.where(HoldRow.id > after)
        return self._records(query.order_by(HoldRow.id).limit(limit))

    def is_freed(self, hold_id: HoldId) -> bool:
        """Whether its disposal was written.  Raises Gone."""
        return self._row(hold_id).freed_at is not None

    def free(self, hold_id: HoldId, at: datetime) -> None:
        """Its disposal is written: retention may remove what it kept.  Raises Gone."""
        self._row(hold_id).freed_at = at
        self._session.flush()
        self._touched.add(Topic.HOLDS)

    def _records(self, query: Select[*tuple[Any, ...]]) -> list[Hold]:
        """What ``query``, of ``_HOLDS``, finds."""
        # Not through the classes: no row becomes an object, which takes three times as long.
        rows = self._session.connection().execute(query).all()
        cameras: dict[int, set[CameraId]] = {}
        asked = {"holds": [row[0] for row in rows]}
        for hold_id, camera_id in _CAMERAS.rows(self._session, asked) if rows else ():
            cameras.setdefault(hold_id, set()).add(CameraId(camera_id))
        return [_hold(row, frozenset(cameras.get(row[0], ()))) for row in rows]

    def _row(self, hold_id: HoldId) -> HoldRow:
        row = self._session.get(HoldRow, hold_id)
        if row is None:
            raise Gone("hold")
        return row


def _keeps(now: datetime) -> ColumnElement[bool]:
    return and_(HoldRow.released_at.is_(None), or_(HoldRow.until.is_(None), HoldRow.until > now))


def _keeps_or_waits(now: datetime) -> ColumnElement[bool]:
    since = now - FREED_WITHIN
    waits = HoldRow.freed_at.is_(None)
    return or_(
        and_(HoldRow.released_at.is_(None), HoldRow.until.is_(None)),
        and_(HoldRow.released_at.is_(None), HoldRow.until > since, or_(HoldRow.until > now, waits)),
        and_(HoldRow.released_at > since, waits),
    )


def _joined(spans: Iterable[Span]) -> list[Span]:
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined


def _hold(columns: Sequence[Any], cameras: frozenset[CameraId]) -> Hold:
    """From values in the order of ``_HOLDS``."""
    hold_id, start, end, reason, until, made_by, made_at, released_at, note = columns
    return Hold(
        id=HoldId(hold_id),
        cameras=cameras,
        span=Span(start, end),
        reason=HoldReason(reason),
        until=until,
        made_by=None if made_by is None else OfficerId(made_by),
        made_at=made_at,
        released_at=released_at,
        note=note,
    )
