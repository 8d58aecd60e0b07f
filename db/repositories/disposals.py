"""What holds kept and keep no longer: rows in, records out; nothing is removed here."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from db.case_records import Disposal
from db.footage_records import HoldId
from db.moment_tables import DisposalRow
from db.records import CameraId, Span, Topic


class Disposals:
    """The recorded files of ended holds, with their hashes."""

    def __init__(self, session: Session, touched: set[Topic]) -> None:
        self._session = session
        self._touched = touched

    def add(self, disposals: Sequence[Disposal]) -> None:
        """Write what a hold kept of a camera."""
        if not disposals:
            return
        self._session.execute(
            insert(DisposalRow),
            [
                {
                    "hold_id": each.hold_id,
                    "at": each.at,
                    "camera_id": each.camera_id,
                    "start": each.span.start,
                    "end": each.span.end,
                    "size_bytes": each.size_bytes,
                    "sha256": each.sha256,
                }
                for each in disposals
            ],
        )
        self._touched.add(Topic.HOLDS)

    def of(
        self, hold_id: HoldId, limit: int = 1000, after: tuple[CameraId, datetime] | None = None
    ) -> list[Disposal]:
        """What a hold kept, camera by camera, in order; ``after``: the last one's, for a page."""
        query = select(DisposalRow).where(DisposalRow.hold_id == hold_id)
        if after is not None:
            camera_id, start = after
            query = query.where(
                (DisposalRow.camera_id > camera_id)
                | ((DisposalRow.camera_id == camera_id) & (DisposalRow.start > start))
            )
        query = query.order_by(DisposalRow.camera_id, DisposalRow.start, DisposalRow.id)
        return [_disposal(row) for row in self._session.scalars(query.limit(limit))]

    def cameras(self, hold_id: HoldId) -> dict[CameraId, tuple[int, int]]:
        """Of which cameras something was written: how many files, how many bytes."""
        query = (
            select(DisposalRow.camera_id, func.count(), func.sum(DisposalRow.size_bytes))
            .where(DisposalRow.hold_id == hold_id)
            .group_by(DisposalRow.camera_id)
        )
        return {
            CameraId(camera_id): (count, size)
            for camera_id, count, size in self._session.execute(query)
        }


def _disposal(row: DisposalRow) -> Disposal:
    return Disposal(
        hold_id=HoldId(row.hold_id),
        at=row.at,
        camera_id=CameraId(row.camera_id),
        span=Span(row.start, row.end),
        size_bytes=row.size_bytes,
        sha256=row.sha256,
    )
