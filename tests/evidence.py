"""A station for tests of evidence: the services over one store, and what an officer types."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC
from pathlib import Path
from typing import Any

from console.audit import Audit
from console.case_door import CaseDoor
from console.events import Event
from console.evidence.export_queue import ExportQueue
from console.evidence.parts import put_together
from console.evidence.request_door import RequestDoor
from console.evidence.rules import RequestForm
from console.gate import Seat
from console.heads import Heads
from console.platform.media import Medium
from console.station import StationSettings
from console.video.archive_file import INDEX_FILE
from console.video.archive_reader import ArchiveReader
from console.video.known_date import DATE_FILE, KnownClock
from db.errors import StoreFailed
from db.evidence_records import Head, Made, Missing, Package, Request, Wanted
from db.records import CameraId, Officer, Role, Span
from db.store import Store
from tests.cases import Desk
from tests.console.trails import Safe
from tests.fakes import FakeClock
from tests.still_engine import StillEngine

MADE = Made(
    folder="TX-2026-0001_20260314T2000_3f9a1c2e",
    medium_serial="SanDisk 4C53",
    sums_sha256="a" * 64,
    signer_sha256="b" * 64,
    head_before=Head(7, "c" * 64),
    head_after=Head(9, "d" * 64),
)
TARGET = "/media/usb"


class EvidenceDesk(Desk):
    """One console of the station; ``urgent_export`` is its setting, ``alive`` who still runs."""

    def __init__(self, folder: Path, store: Store, clock: FakeClock) -> None:
        super().__init__(folder, store, clock)
        self.urgent_export = False
        self.settings_unread = False
        self.alive: set[int] = set()
        self.scrubbed = 0
        self.medium: Medium | None = None  # what every folder lies on
        self.audit = Audit(self.seat, clock, "pc-1")
        self.footage_index = ArchiveReader(folder / INDEX_FILE)
        self.date = KnownClock(folder / DATE_FILE, clock)
        cases = CaseDoor(store, self.gate, self.audit)
        self.engine = StillEngine(self.index)
        self.posted: list[Event] = []
        self.heads = Heads(store, Safe(), Audit(Seat(), clock, "pc-1"), clock)
        its = put_together(
            folder,
            store,
            self.gate,
            cases,
            self.audit,
            clock,
            self._settings,
            self._scrub,
            UTC,
            lambda _folder: self.medium,
            date=self.date,
            index=self.footage_index,
            footage=self.footage,
            engine=self.engine,
            heads=self.heads,
            post=self.posted.append,
        )
        self.previews = its.previews
        self.requests, self.approvals, self.papers = its.requests, its.approvals, its.papers
        self.packages, self.custody, self.peeks = its.packages, its.custody, its.peeks
        self.copies = its.copies
        self.queue = self.other_queue()

    def other_queue(self) -> ExportQueue:
        """A queue as a program has it that was just started."""
        door = RequestDoor(self.store, self.gate, self.clock)
        return ExportQueue(
            self.store, door, self.audit, self._settings, lambda pid, _at: pid in self.alive
        )

    def wanted(self, *numbers: int, start_min: float = -90, end_min: float = -60) -> list[Wanted]:
        """A stretch of the cameras of these numbers."""
        cameras = {each.number: each.id for each in self.cameras()}
        return [Wanted(cameras[number], self.span(start_min, end_min)) for number in numbers]

    def asking(self, *numbers: int, **other: Any) -> RequestForm:
        """What an officer types, whole."""
        return replace(
            RequestForm(
                unit="Công an thành phố Thái Nguyên",
                purpose="Xác minh vụ trộm xe máy trước chợ Đồng Quang",
                wanted=tuple(self.wanted(*(numbers or (1,)))),
                paper_number="125/YC-CQĐT",
                paper_on=self.clock.now().date(),
                person="Thiếu tá Lê Văn Đức",
                legal_basis="Điều 88 Bộ luật Tố tụng hình sự",
                recipient="Đại úy Nông Thị Thúy",
            ),
            **other,
        )

    def asked(self, *numbers: int, **other: Any) -> Request:
        """A request that waits for an answer."""
        made = self.requests.make(self.asking(*numbers, **other))
        return self.requests.ask(made.id, made.version)

    def approved(self, boss: Officer, author: Officer, *numbers: int, **other: Any) -> Request:
        """Asked by ``author``, who sits here then, and approved by ``boss``."""
        self.sign_in(author)
        asked = self.asked(*numbers, **other)
        self.sign_in(boss)
        approved = self.approvals.approve(asked.id)
        self.sign_in(author)
        return approved

    def exported(self, request: Request, made: Made = MADE) -> Package:
        """A package of it, made."""
        queued = self.queue.add(request.id, TARGET)
        begun = self.queue.begin_next()
        assert begun is not None
        assert begun.id == queued.id
        return self.queue.made(begun, made)

    def officer_and_chief(self) -> tuple[Officer, Officer]:
        """The officer sits here."""
        boss = self.chief()
        return self.officer(Role.OFFICER), boss

    def close(self) -> None:
        """Let go of the footage index."""
        self.footage_index.close()

    def _settings(self) -> StationSettings:
        if self.settings_unread:
            raise StoreFailed("the disk does not answer")
        return StationSettings(station_name="Phường", urgent_export=self.urgent_export)

    def _scrub(self) -> None:
        self.scrubbed += 1


def missing(camera_id: CameraId, span: Span) -> Missing:
    """A gap, because the camera was off."""
    return Missing(camera_id, span, "offline")
