"""A station with footage and approved requests, for tests of packages in the window."""

from __future__ import annotations

from dataclasses import replace as other_form
from datetime import timedelta
from pathlib import Path
from typing import Any

from console.app import Console
from console.evidence.rules import RequestForm
from console.gate import Session
from console.platform.media import Medium
from console.seal import StationKey
from db.evidence_records import (
    Made,
    Missing,
    Package,
    PackageExtras,
    PackageForm,
    Request,
    Wanted,
)
from db.footage_records import GapCause
from db.records import CameraId, Officer, Role, Span, StreamRole
from db.structs import replace
from tests.console.evidence.recorded import Recorded
from tests.console.evidence.sticks import make
from tests.evidence import MADE
from tests.fakes import FakeClock
from tests.ui.access.people import staffed
from tests.ui.people.booth import Booth
from tests.ui.stage import wait_for

OFFICER = "Lê Minh Đức"
GATE, MARKET = CameraId(1), CameraId(2)
GB = 1_000_000_000
MINUTE = timedelta(minutes=1)
EXTRAS = PackageExtras(medium="USB Kingston 32 GB", seal_number="NP 0012", witnesses=1)


def with_officer(console: Console) -> None:
    """The usual three, and one who may export and not approve."""
    staffed(console)
    with console._store.begin() as unit:
        unit.officers.add(
            name=OFFICER,
            role=Role.OFFICER,
            teams=(),
            password_hash="-",
            one_time_until=None,
            created_at=console.clock.now(),
        )


def sit_down(console: Console, role: Role) -> Officer:
    """Whoever has this role sits here, his password typed a moment ago."""
    with console._store.read() as unit:
        officer = next(each for each in unit.officers.all() if each.role is role)
    now_s = console.clock.monotonic_s()
    console.seat.take(Session(officer.id, officer.epoch, now_s, now_s))
    return officer


def recorded(folder: Path, clock: FakeClock) -> None:
    """Two cameras: the first with a gap of two minutes, the second recorded until now."""
    index = Recorded(folder, clock.now())
    index.run(GATE, -180, -80, looks=False)
    index.gap(GATE, -80, -78, GapCause.NETWORK)
    index.run(GATE, -78, 0, looks=False)
    index.run(MARKET, -180, 0, looks=False)
    index.archive.close()


def wanted(clock: FakeClock, *cameras: CameraId) -> tuple[Wanted, ...]:
    """Half an hour of each, an hour and a half ago."""
    now = clock.now()
    span = Span(now - 90 * MINUTE, now - 60 * MINUTE)
    return tuple(Wanted(each, span, StreamRole.MAIN) for each in cameras)


def approved(console: Console, clock: FakeClock, *cameras: CameraId, **other: Any) -> Request:
    """Asked by the officer, approved by the chief; the officer sits here then."""
    sit_down(console, Role.OFFICER)
    form = RequestForm(
        unit="Công an thành phố Thái Nguyên",
        purpose="Xác minh vụ trộm xe máy trước chợ Đồng Quang",
        wanted=wanted(clock, *(cameras or (GATE, MARKET))),
        paper_number="125/YC-CQĐT",
        paper_on=clock.now().date(),
        person="Thiếu tá Lê Văn Đức",
        legal_basis="Điều 88 Bộ luật Tố tụng hình sự",
        recipient="Đại úy Nông Thị Thúy",
        forms=frozenset({PackageForm.NATIVE, PackageForm.VIEWING}),
    )
    requests = console.evidence.requests
    made = requests.make(other_form(form, **other))
    asked = requests.ask(made.id, made.version)
    sit_down(console, Role.CHIEF)
    answered = console.evidence.approvals.approve(asked.id)
    sit_down(console, Role.OFFICER)
    return answered


def made(
    console: Console, request: Request, target: Path, gaps: int = 0, unseen: int = 0
) -> Package:
    """A package of a request, as whoever makes them would leave it in the store.

    It lacks as many stretches as ``gaps``, its viewing copies ``unseen`` more.
    """
    queued = console.evidence.queue.add(request.id, str(target), "4C53", EXTRAS)
    begun = console.evidence.queue.begin_next()
    assert begun is not None
    assert begun.id == queued.id
    first = request.allowed[0]
    missing = tuple(
        Missing(
            first.camera_id,
            Span(first.span.start + each * MINUTE, first.span.start + (each + 0.5) * MINUTE),
            GapCause.NETWORK,
        )
        for each in range(gaps + unseen)
    )
    folder = f"{MADE.folder[:-2]}{queued.id:02}"
    told: Made = replace(
        MADE, folder=folder, missing=missing[:gaps], viewing_missing=missing[gaps:]
    )
    return console.evidence.queue.made(begun, told)


def stick(folder: Path, name: str = "Kingston DataTraveler", free: int = 14 * GB) -> Medium:
    """What is plugged in and shows its files in ``folder``."""
    return Medium(
        folder=folder,
        name=name,
        serial="4C530001",
        size_bytes=32 * GB,
        free_bytes=free,
        file_system="exfat",
    )


class PackageSeat(Booth):
    """Whoever may export sits before it; ``target`` is where packages go."""

    def __init__(self, folder: Path, clock: FakeClock) -> None:
        super().__init__(folder, clock)
        self.target = folder / "usb"
        self.target.mkdir(exist_ok=True)
        self.said: list[str] = []
        self.sit_down(Role.OFFICER)

    def approved(self, *cameras: CameraId, **other: Any) -> Request:
        """See the function of that name."""
        return approved(self.console, self.clock, *cameras, **other)

    def made(self, request: Request | None = None, gaps: int = 0, unseen: int = 0) -> Package:
        """A package that was made."""
        return made(self.console, request or self.approved(), self.target, gaps, unseen)

    def whole(self) -> Package:
        """A package that really lies where packages go, signed, by a key of its own."""
        queue = self.console.evidence.queue
        queued = queue.add(self.approved(GATE).id, str(self.target), "4C53", EXTRAS)
        begun = queue.begin_next()
        assert begun is not None
        assert begun.id == queued.id
        return queue.made(begun, make(self.target, queued.uuid, StationKey.make()))

    def queued(self, request: Request | None = None) -> Package:
        """A package that waits."""
        chosen = request or self.approved()
        return self.console.evidence.queue.add(chosen.id, str(self.target), "4C53", EXTRAS)

    def settle(self) -> None:
        """Nothing is under way that was asked for so far."""
        ended: list[bool] = []
        for _ in range(3):
            self.desk.tasks.run(
                lambda: None, done=lambda _: ended.append(True), failed=lambda _: None
            )
        wait_for(lambda: len(ended) == 3)
