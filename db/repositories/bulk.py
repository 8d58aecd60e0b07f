"""Cases and what belongs to them by the ten thousand, for stations that are made up."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import insert
from sqlalchemy.orm import Session

from db.case_records import Bookmark, Call, Incident, Outcome
from db.case_tables import IncidentReaderRow, IncidentRow, OutcomeRow
from db.evidence_records import CustodyLine, Package, PackageForm, Request, Wanted
from db.evidence_tables import (
    CustodyRow,
    CustodyTextRow,
    PackageCameraRow,
    PackageRow,
    RequestCameraRow,
    RequestRow,
)
from db.footage_records import Hold
from db.footage_tables import HoldCameraRow, HoldRow
from db.moment_tables import BookmarkCameraRow, BookmarkRow, CallRow
from db.records import Topic
from db.repositories.requests import folded_of

_NOT_COLUMNS = {"spot", "readers", "readable"}
# Or a row that has a value more or less than the one before begins another statement.
_IN_ONE = {"render_nulls": True}


class Bulk:
    """Writes whole records, ids, numbers and all, and checks nothing but constraints."""

    def __init__(self, session: Session, touched: set[Topic]) -> None:
        self._session = session
        self._touched = touched

    def add_incidents(self, incidents: Sequence[Incident]) -> None:
        """Write incidents that are new."""
        names = [name for name in Incident.__struct_fields__ if name not in _NOT_COLUMNS]
        self._session.execute(
            insert(IncidentRow),
            [
                {name: getattr(each, name) for name in names}
                | {
                    "plan_x": None if each.spot is None else each.spot.x,
                    "plan_y": None if each.spot is None else each.spot.y,
                }
                for each in incidents
            ],
            execution_options=_IN_ONE,
        )
        readers = [
            {"incident_id": each.id, "officer_id": officer_id}
            for each in incidents
            for officer_id in sorted(each.readers)
        ]
        if readers:
            self._session.execute(insert(IncidentReaderRow), readers)
        self._touched.add(Topic.INCIDENTS)

    def add_bookmarks(self, bookmarks: Sequence[Bookmark]) -> None:
        """Write bookmarks that are new."""
        self._session.execute(
            insert(BookmarkRow),
            [
                {
                    "id": each.id,
                    "at": each.at,
                    "start": each.span.start,
                    "end": each.span.end,
                    "category_id": each.category_id,
                    "note": each.note,
                    "incident_id": each.incident_id,
                    "hold_id": each.hold_id,
                    "made_by": each.made_by,
                    "made_at": each.made_at,
                    "undone_at": each.undone_at,
                }
                for each in bookmarks
            ],
            execution_options=_IN_ONE,
        )
        self._session.execute(
            insert(BookmarkCameraRow),
            [
                {
                    "bookmark_id": each.id,
                    "at": each.at,
                    "camera_id": shot.camera_id,
                    "place": place,
                    "state": shot.state,
                    "reason": shot.reason,
                    "still": shot.still,
                    "sha256": shot.sha256,
                    "drawing": shot.drawing,
                }
                for each in bookmarks
                for place, shot in enumerate(each.shots)
            ],
        )
        self._touched.add(Topic.BOOKMARKS)

    def add_holds(self, holds: Sequence[Hold], freed_at: Sequence[datetime | None]) -> None:
        """Write holds that are new, and when the disposal of each was written."""
        self._session.execute(
            insert(HoldRow),
            [
                {
                    "id": each.id,
                    "start": each.span.start,
                    "end": each.span.end,
                    "reason": each.reason,
                    "note": each.note,
                    "until": each.until,
                    "made_by": each.made_by,
                    "made_at": each.made_at,
                    "released_at": each.released_at,
                    "freed_at": freed,
                }
                for each, freed in zip(holds, freed_at, strict=True)
            ],
            execution_options=_IN_ONE,
        )
        self._session.execute(
            insert(HoldCameraRow),
            [
                {"hold_id": each.id, "camera_id": camera_id}
                for each in holds
                for camera_id in sorted(each.cameras)
            ],
        )
        self._touched.add(Topic.HOLDS)

    def add_outcomes(self, outcomes: Sequence[Outcome]) -> None:
        """Write lines of outcome that are new; ``outcomes.sum_anew`` is to follow."""
        names = Outcome.__struct_fields__
        rows = [{name: getattr(each, name) for name in names} for each in outcomes]
        self._session.execute(insert(OutcomeRow), rows, execution_options=_IN_ONE)
        self._touched.add(Topic.INCIDENTS)

    def add_requests(self, requests: Sequence[Request]) -> None:
        """Write requests that are new; what became of each is not told."""
        names = [n for n in Request.__struct_fields__ if n not in {"wanted", "narrowed", "forms"}]
        self._session.execute(
            insert(RequestRow),
            [
                {name: getattr(each, name) for name in names}
                | {str(form): form in each.forms for form in PackageForm}
                | {"folded": folded_of(each)}
                for each in requests
            ],
            execution_options=_IN_ONE,
        )
        lines = [
            {"request_id": each.id, "narrowed": False} | line
            for each in requests
            for line in _stretches(each.wanted)
        ]
        if lines:
            self._session.execute(insert(RequestCameraRow), lines)
        self._touched.add(Topic.EVIDENCE)

    def add_packages(self, packages: Sequence[Package]) -> None:
        """Write packages that are new and were made."""
        names = [n for n in Package.__struct_fields__ if n not in {"wanted", "made", "extras"}]
        rows = [
            {name: getattr(each, name) for name in names}
            | {
                "folder": made.folder,
                "sums_sha256": made.sums_sha256,
                "signer_sha256": made.signer_sha256,
                "before_seq": made.head_before.seq,
                "before_hash": made.head_before.hash,
                "after_seq": made.head_after.seq,
                "after_hash": made.head_after.hash,
                "missing": "[]",
            }
            for each in packages
            if (made := each.made) is not None
        ]
        lines = [
            {"package_id": each.id} | line for each in packages for line in _stretches(each.wanted)
        ]
        if rows:
            self._session.execute(insert(PackageRow), rows, execution_options=_IN_ONE)
            self._session.execute(insert(PackageCameraRow), lines)
            self._touched.add(Topic.EVIDENCE)

    def add_custody(self, lines: Sequence[CustodyLine]) -> None:
        """Write lines of custody that are new, their words without a salt."""
        if not lines:
            return
        names = ("id", "package_id", "kind", "at", "officer_id", "medium")
        rows = [{name: getattr(each, name) for name in names} for each in lines]
        self._session.execute(insert(CustodyRow), rows, execution_options=_IN_ONE)
        words = [
            {
                "custody_id": each.id,
                "to_whom": each.to_whom,
                "note": each.note,
                "salt": "",
                "erased": each.erased,
            }
            for each in lines
        ]
        self._session.execute(insert(CustodyTextRow), words)
        self._touched.add(Topic.EVIDENCE)

    def add_calls(self, calls: Sequence[Call]) -> None:
        """Write calls that are new."""
        names = Call.__struct_fields__
        rows = [{name: getattr(each, name) for name in names} for each in calls]
        self._session.execute(insert(CallRow), rows, execution_options=_IN_ONE)
        self._touched.add(Topic.MEMBERS)


def _stretches(wanted: Sequence[Wanted]) -> list[dict[str, Any]]:
    return [
        {
            "place": place,
            "camera_id": each.camera_id,
            "start": each.span.start,
            "end": each.span.end,
            "role": each.role,
        }
        for place, each in enumerate(wanted)
    ]
