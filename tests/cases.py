"""A station for tests of incidents: several consoles over one store, each with its own seat."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Unpack

from sqlalchemy import insert

from console.attachments import Attachments
from console.audit import Audit
from console.case_door import CaseDoor
from console.case_ties import CaseTies
from console.categories import Categories
from console.disposals import Disposals
from console.gate import Seat
from console.inbox import Inbox
from console.incident_holds import CaseHolds
from console.incident_review import IncidentReview
from console.incident_rules import IncidentChanges, IncidentForm
from console.incidents import Incidents
from console.morning import Morning
from console.outcomes import Outcomes
from console.workers import Stop
from db.case_records import BookmarkId, Category, CategoryId, Incident
from db.footage_records import HoldReason, Outage, Segment
from db.moment_tables import BookmarkCameraRow, BookmarkRow
from db.records import CameraId, Officer, OfficerId, Role, Span, StreamRole, from_us
from db.store import Store
from tests.fakes import FakeClock
from tests.timelines import MINUTE, Post


class Files:
    """Recorded files and outages of an index that holds what a test puts into it."""

    def __init__(self, begun: datetime | None) -> None:
        self.since = begun
        self.recorded: list[Segment] = []
        self.lost: list[Outage] = []

    def begun(self) -> datetime | None:
        return self.since

    def segments(self, camera: CameraId, role: StreamRole | None, span: Span) -> list[Segment]:
        return [
            each
            for each in self.recorded
            if each.camera_id == camera
            and span.meets(Span(from_us(each.start_us), from_us(each.end_us)))
        ]

    def outages(self, cameras: Iterable[CameraId], span: Span) -> list[Outage]:
        wanted = set(cameras)
        return [each for each in self.lost if each.camera_id in wanted]


class Desk(Post):
    """One console of the station, with the services of incidents.

    The year and the day are those of Greenwich, so that a test is the same everywhere.
    """

    def __init__(self, folder: Path, store: Store, clock: FakeClock) -> None:
        super().__init__(folder, store, clock)
        audit = Audit(self.seat, clock, "pc-1")
        door = CaseDoor(store, self.gate, audit)
        self.files = Files(datetime(2026, 1, 1, tzinfo=UTC))
        self.case_holds = CaseHolds(store, door, audit, clock, self.files)
        self.categories = Categories(store, self.gate, audit)
        self.incidents = Incidents(store, self.gate, door, audit, clock, UTC)
        self.review = IncidentReview(store, door, audit, clock)
        self.ties = CaseTies(store, self.gate, door, audit, clock)
        self.outcomes = Outcomes(store, door, audit, clock, UTC)
        self.attachments = Attachments(folder, store, door, audit, clock)
        nobody = Audit(Seat(), clock, "pc-1")
        self.disposals = Disposals(
            store, self.files, self.gate, nobody, clock, believed=lambda: True
        )
        self.inbox = Inbox(store, door, clock)
        self.morning = Morning(store, self.files, door, clock, UTC)

    def category(self, name: str = "Trộm cắp") -> Category:
        with self.store.read() as unit:
            return next(each for each in unit.categories.all() if each.name == name)

    def form(self, **fields: Unpack[IncidentChanges]) -> IncidentForm:
        """What an officer types, at least."""
        least = IncidentForm(
            title="Mất xe máy ở cổng chợ",
            category_id=self.category().id,
            began_at=self.clock.now() - 30 * MINUTE,
        )
        return replace(least, **fields)

    def opened(
        self, bookmarks: Sequence[BookmarkId] = (), **fields: Unpack[IncidentChanges]
    ) -> Incident:
        return self.incidents.open(self.form(**fields), bookmarks)

    def submitted(self, **fields: Unpack[IncidentChanges]) -> Incident:
        made = self.opened(**fields)
        return self.review.submit(made.id, made.version)

    def closed(self, boss: Officer, author: Officer, **fields: Unpack[IncidentChanges]) -> Incident:
        """Made by ``author``, approved and closed by ``boss``, who sits here then."""
        self.sign_in(author)
        made = self.submitted(**fields)
        self.sign_in(boss)
        self.review.approve(made.id, made.version)
        return self.review.close(made.id)

    def bookmark(
        self,
        *cameras: CameraId,
        held_days: int | None = 30,
        hold: bool = True,
        note: str = "",
        category_id: CategoryId | None = None,
        made_by: OfficerId | None = None,
        undone: bool = False,
        incident_id: int | None = None,
    ) -> BookmarkId:
        """A moment that somebody marked just now, with its hold."""
        now = self.clock.now()
        span = Span(now - MINUTE / 2, now + MINUTE)
        until = None if held_days is None else now + timedelta(days=held_days)
        with self.store.begin() as unit:
            placed = None
            if hold:
                placed = unit.holds.place(
                    cameras=cameras,
                    span=span,
                    reason=HoldReason.BOOKMARK,
                    until=until,
                    made_by=made_by,
                    made_at=now,
                ).id
            session = unit.holds._session
            row = BookmarkRow(
                at=now,
                start=span.start,
                end=span.end,
                category_id=category_id,
                note=note,
                incident_id=incident_id,
                hold_id=placed,
                made_by=made_by,
                made_at=now,
                undone_at=now if undone else None,
            )
            session.add(row)
            session.flush()
            session.execute(
                insert(BookmarkCameraRow),
                [
                    {
                        "bookmark_id": row.id,
                        "at": now,
                        "camera_id": camera,
                        "place": place,
                        "state": "",
                        "reason": "",
                        "still": "",
                        "sha256": "",
                        "drawing": "",
                    }
                    for place, camera in enumerate(cameras)
                ],
            )
            return BookmarkId(row.id)

    def chief(self) -> Officer:
        return self.officer(Role.CHIEF)

    def go(self) -> int:
        """Let the program write the disposals that are due."""
        return self.disposals.tend(Stop())
