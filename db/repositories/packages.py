"""Packages that were made or are to be: rows in, records out; also the queue of exports."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, func, insert, select, update
from sqlalchemy.orm import Session

from db.case_records import IncidentId
from db.errors import Gone
from db.evidence_records import (
    NO_EXTRAS,
    Exported,
    Head,
    Made,
    Missing,
    Package,
    PackageExtras,
    PackageId,
    PackageOutcome,
    PackageQuery,
    RequestId,
    Wanted,
)
from db.evidence_tables import PackageCameraRow, PackageRow
from db.incident_records import Viewer
from db.records import CameraId, OfficerId, Span, StreamRole, Topic, from_us, to_us
from db.repositories.request_lists import package_visible_to
from db.search import holding
from db.structs import from_plain, to_plain

_O = PackageOutcome
_VIEWING = "viewing"
WAITING = (_O.QUEUED, _O.MAKING)
"""What the queue holds."""
_AT_ONCE = 900


class Packages:
    """None is removed."""

    def __init__(self, session: Session, touched: set[Topic]) -> None:
        self._session = session
        self._touched = touched

    def add(
        self,
        *,
        uuid: str,
        request_id: RequestId | None,
        incident_id: IncidentId | None,
        wanted: Sequence[Wanted],
        target: str,
        medium_serial: str,
        extras: PackageExtras = NO_EXTRAS,
        queued_by: OfficerId | None,
        queued_at: datetime,
    ) -> Package:
        """Put one at the end of the queue."""
        row = PackageRow(
            uuid=uuid,
            request_id=request_id,
            incident_id=incident_id,
            outcome=_O.QUEUED,
            place=self._end(),
            target=target,
            medium_serial=medium_serial,
            extras=json.dumps(to_plain(extras), ensure_ascii=False),
            queued_by=queued_by,
            queued_at=queued_at,
            tries=0,
            cause="",
            folder="",
            missing="[]",
        )
        self._session.add(row)
        self._session.flush()
        self._session.execute(
            insert(PackageCameraRow),
            [
                {
                    "package_id": row.id,
                    "place": place,
                    "camera_id": each.camera_id,
                    "start": each.span.start,
                    "end": each.span.end,
                    "role": each.role,
                }
                for place, each in enumerate(wanted)
            ],
        )
        return self._kept(row)

    def package(self, package_id: PackageId) -> Package:
        """One of them.  Raises Gone."""
        return self._records([self._row(package_id)])[0]

    def sees(self, viewer: Viewer, package_id: PackageId) -> bool:
        """Whether there is such a package for ``viewer``."""
        query = select(PackageRow.id).where(PackageRow.id == package_id, package_visible_to(viewer))
        return self._session.scalar(query) is not None

    def page(self, query: PackageQuery, viewer: Viewer) -> list[Package]:
        """The newest that ``query`` asks for and ``viewer`` sees."""
        conditions: list[ColumnElement[bool]] = [package_visible_to(viewer)]
        if query.outcomes:
            conditions.append(PackageRow.outcome.in_(sorted(query.outcomes)))
        if query.request_id is not None:
            conditions.append(PackageRow.request_id == query.request_id)
        if query.incident_id is not None:
            conditions.append(PackageRow.incident_id == query.incident_id)
        if query.words:
            its = (PackageRow.folder, PackageRow.uuid, PackageRow.medium_serial)
            conditions.append(holding(query.words, *its))
        if query.before is not None:
            conditions.append(PackageRow.id < query.before)
        newest = select(PackageRow).where(*conditions).order_by(PackageRow.id.desc())
        return self._records(list(self._session.scalars(newest.limit(query.limit))))

    def of(self, request_id: RequestId) -> list[Package]:
        """Those of a request, the oldest first, whatever came of them."""
        query = select(PackageRow).where(PackageRow.request_id == request_id)
        return self._records(list(self._session.scalars(query.order_by(PackageRow.id))))

    def queue(self, viewer: Viewer | None = None) -> list[Package]:
        """What is made now and what waits, in order; what ``viewer`` sees, None: all."""
        query = select(PackageRow).where(PackageRow.outcome.in_(WAITING))
        if viewer is not None:
            query = query.where(package_visible_to(viewer))
        query = query.order_by(PackageRow.outcome, PackageRow.place, PackageRow.id)
        return self._records(list(self._session.scalars(query)))

    def exported(self, camera_id: CameraId, span: Span) -> Exported:
        """How often something of ``span`` was exported of a camera, whoever may see it."""
        return self.exported_each([(camera_id, span)])[0]

    def exported_each(self, wanted: Sequence[tuple[CameraId, Span]]) -> list[Exported]:
        """The same of each, with one question."""
        if not wanted:
            return []
        its = PackageCameraRow
        query = (
            select(
                its.camera_id,
                its.start,
                its.end,
                its.package_id,
                PackageRow.ended_at,
                PackageRow.queued_by,
            )
            .join(PackageRow, PackageRow.id == its.package_id)
            .where(
                its.camera_id.in_({camera_id for camera_id, _ in wanted}),
                its.start < max(span.end for _, span in wanted),
                its.end > min(span.start for _, span in wanted),
                PackageRow.outcome == _O.MADE,
            )
            .order_by(PackageRow.ended_at.desc(), PackageRow.id.desc())
        )
        found: dict[int, list[tuple[Span, int, datetime | None, int | None]]] = {}
        for camera_id, start, end, package_id, at, by in self._session.execute(query):
            found.setdefault(camera_id, []).append((Span(start, end), package_id, at, by))
        return [
            _exported([each for each in found.get(camera_id, ()) if each[0].meets(span)])
            for camera_id, span in wanted
        ]

    def arrange(self, order: Sequence[PackageId]) -> None:
        """Make these in this order, before all others that wait."""
        others = [each.id for each in self.queue() if each.id not in set(order)]
        for place, package_id in enumerate([*order, *others], 1):
            self._session.execute(
                update(PackageRow)
                .where(PackageRow.id == package_id, PackageRow.outcome == _O.QUEUED)
                .values(place=place)
            )
        self._touched.add(Topic.EVIDENCE)

    def begin(self, package_id: PackageId, *, maker_pid: int, at: datetime) -> Package:
        """It is being made from now on, by a process.  Raises Gone."""
        row = self._row(package_id)
        row.outcome, row.maker_pid, row.began_at = _O.MAKING, maker_pid, at
        row.tries += 1
        return self._kept(row)

    def finish(self, package_id: PackageId, made: Made, at: datetime) -> Package:
        """It is made.  Raises Gone."""
        row = self._row(package_id)
        row.outcome, row.ended_at, row.cause = _O.MADE, at, ""
        row.folder, row.medium_serial = made.folder, made.medium_serial or row.medium_serial
        row.sums_sha256, row.signer_sha256 = made.sums_sha256, made.signer_sha256
        row.before_seq, row.before_hash = made.head_before.seq, made.head_before.hash
        row.after_seq, row.after_hash = made.head_after.seq, made.head_after.hash
        row.missing = _as_json(made)
        return self._kept(row)

    def end(
        self, package_id: PackageId, outcome: PackageOutcome, at: datetime, cause: str = ""
    ) -> Package:
        """It failed, or was cancelled.  Raises Gone."""
        row = self._row(package_id)
        row.outcome, row.ended_at, row.cause = outcome, at, cause
        return self._kept(row)

    def queue_again(
        self, package_id: PackageId, *, queued_by: OfficerId | None, queued_at: datetime
    ) -> Package:
        """Put one that came to nothing at the end of the queue.  Raises Gone."""
        row = self._row(package_id)
        row.queued_by, row.queued_at = queued_by, queued_at
        row.place = self._end()
        row.outcome, row.ended_at, row.cause = _O.QUEUED, None, ""
        return self._kept(row)

    def _end(self) -> int:
        last = select(func.max(PackageRow.place)).where(PackageRow.outcome.in_(WAITING))
        return (self._session.scalar(last) or 0) + 1

    def _kept(self, row: PackageRow) -> Package:
        self._session.flush()
        self._touched.add(Topic.EVIDENCE)
        return self._records([row])[0]

    def _row(self, package_id: PackageId) -> PackageRow:
        row = self._session.get(PackageRow, package_id)
        if row is None:
            raise Gone("package")
        return row

    def _records(self, rows: Sequence[PackageRow]) -> list[Package]:
        wanted: dict[int, list[Wanted]] = {}
        its = PackageCameraRow
        for first in range(0, len(rows), _AT_ONCE):
            ids = [row.id for row in rows[first : first + _AT_ONCE]]
            query = (
                select(its.package_id, its.camera_id, its.start, its.end, its.role)
                .where(its.package_id.in_(ids))
                .order_by(its.package_id, its.place)
            )
            for package_id, camera_id, start, end, role in self._session.execute(query):
                line = Wanted(CameraId(camera_id), Span(start, end), StreamRole(role))
                wanted.setdefault(package_id, []).append(line)
        return [_package(row, tuple(wanted.get(row.id, ()))) for row in rows]


def _exported(found: Sequence[tuple[Span, int, datetime | None, int | None]]) -> Exported:
    """From stretches and their packages, the last one first."""
    if not found:
        return Exported(count=0)
    _, _, last_at, last_by = found[0]
    return Exported(
        count=len({package_id for _, package_id, _, _ in found}),
        last_at=last_at,
        last_by=None if last_by is None else OfficerId(last_by),
    )


def _package(row: PackageRow, wanted: tuple[Wanted, ...]) -> Package:
    return Package(
        id=PackageId(row.id),
        uuid=row.uuid,
        request_id=None if row.request_id is None else RequestId(row.request_id),
        incident_id=None if row.incident_id is None else IncidentId(row.incident_id),
        wanted=wanted,
        outcome=PackageOutcome(row.outcome),
        place=row.place,
        target=row.target,
        medium_serial=row.medium_serial,
        extras=from_plain(json.loads(row.extras), PackageExtras),
        queued_by=None if row.queued_by is None else OfficerId(row.queued_by),
        queued_at=row.queued_at,
        began_at=row.began_at,
        ended_at=row.ended_at,
        maker_pid=row.maker_pid,
        tries=row.tries,
        cause=row.cause,
        made=_made(row),
    )


def _made(row: PackageRow) -> Made | None:
    if row.outcome != _O.MADE:
        return None
    return Made(
        folder=row.folder,
        medium_serial=row.medium_serial,
        sums_sha256=row.sums_sha256 or "",
        signer_sha256=row.signer_sha256 or "",
        head_before=Head(row.before_seq or 0, row.before_hash or ""),
        head_after=Head(row.after_seq or 0, row.after_hash or ""),
        missing=_missing(row.missing),
        viewing_missing=_missing(row.missing, _VIEWING),
    )


def _missing(text: str, *of: str) -> tuple[Missing, ...]:
    """What is said to be missing: ``of`` nothing in particular, or of viewing copies alone."""
    return tuple(
        Missing(CameraId(camera), Span(from_us(start), from_us(end)), cause)
        for camera, start, end, cause, *its in _lines(text)
        if its == [*of]
    )


def _lines(text: str) -> list[Any]:
    found = json.loads(text)
    assert isinstance(found, list)
    return found


def _as_json(made: Made) -> str:
    """What is missing, a line each: camera, from, to, cause, and a word for viewing copies."""
    lines = [
        [each.camera_id, to_us(each.span.start), to_us(each.span.end), each.cause, *of]
        for its, of in ((made.missing, ()), (made.viewing_missing, (_VIEWING,)))
        for each in its
    ]
    return json.dumps(lines, ensure_ascii=False)
