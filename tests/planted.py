"""Incidents and bookmarks for tests of what hangs on them, put straight into the store."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from db.case_records import BookmarkId, IncidentId
from db.case_tables import CategoryRow, IncidentReaderRow, IncidentRow
from db.moment_tables import BookmarkCameraRow, BookmarkRow
from db.records import CameraId, ClusterId, OfficerId
from db.store import Store
from tests.fakes import FakeClock


def incident(
    store: Store,
    clock: FakeClock,
    *,
    cluster_id: ClusterId | None = None,
    readers: Iterable[OfficerId] | None = None,
    made_by: OfficerId | None = None,
    assigned_to: OfficerId | None = None,
) -> IncidentId:
    """An incident; with ``readers`` a restricted one."""
    now = clock.now()
    with store.begin() as unit:
        session = unit.calls._session
        number = session.query(IncidentRow).count() + 1
        category = session.query(CategoryRow).first()
        assert category is not None
        row = IncidentRow(
            year=2026,
            number=number,
            title="Mất xe máy",
            category_id=category.id,
            severity="routine",
            state="draft",
            cluster_id=cluster_id,
            address="",
            began_at=now,
            narrative="",
            people="",
            vehicles="",
            restricted=readers is not None,
            made_by=made_by,
            assigned_to=assigned_to,
            made_at=now,
            changed_at=now,
            state_at=now,
            version=1,
        )
        session.add(row)
        session.flush()
        session.add_all(
            IncidentReaderRow(incident_id=row.id, officer_id=reader) for reader in readers or ()
        )
        return IncidentId(row.id)


def bookmark(
    store: Store,
    clock: FakeClock,
    *cameras: CameraId,
    incident_id: IncidentId | None = None,
) -> BookmarkId:
    """A moment on some cameras, now."""
    now = clock.now()
    with store.begin() as unit:
        session = unit.calls._session
        row = BookmarkRow(
            at=now,
            start=now - timedelta(seconds=30),
            end=now + timedelta(seconds=60),
            note="",
            incident_id=incident_id,
            made_at=now,
        )
        session.add(row)
        session.flush()
        session.add_all(
            BookmarkCameraRow(
                bookmark_id=row.id,
                at=now,
                camera_id=camera,
                place=place,
                state="",
                reason="",
                still="",
                sha256="",
                drawing="",
            )
            for place, camera in enumerate(cameras)
        )
        return BookmarkId(row.id)
