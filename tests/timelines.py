"""A station for tests of recording and review: a ward, officers, an index in memory."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path

from console.audit import Act, Audit
from console.bookmarks import Bookmarks
from console.exhibits import Exhibits
from console.footage import Footage
from console.gate import Approval, Gate, Seat, Session
from console.holds import Holds
from console.phrases import Phrases
from console.recording import Recording
from console.rights import Action
from console.still_files import StillFiles
from console.stills import Stills
from db.footage_records import Gap, Look, Outage, Run, Segment
from db.records import Camera, CameraId, Officer, Role, Span, StreamRole, TeamId, to_us
from db.store import Store
from tests.fakes import FakeClock

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)


class NoFootage:
    """The index of a station where nothing was ever recorded."""

    def runs(self, cameras: Iterable[CameraId], span: Span) -> Sequence[Run]:
        """None."""
        return ()

    def gaps(self, cameras: Iterable[CameraId], span: Span) -> Sequence[Gap]:
        """None."""
        return ()

    def outages(self, cameras: Iterable[CameraId], span: Span) -> Sequence[Outage]:
        """None."""
        return ()

    def looks(self, camera: CameraId, span: Span) -> Sequence[Look]:
        """None."""
        return ()

    def activity(self, camera: CameraId, span: Span, steps: int) -> bytes:
        """Nothing moved."""
        return bytes(steps)

    def segments(self, camera: CameraId, role: StreamRole | None, span: Span) -> Sequence[Segment]:
        """None."""
        return ()

    def days_with_footage(self, cameras: Sequence[CameraId], first: date, last: date) -> set[date]:
        """None."""
        return set()

    def cameras(self) -> Sequence[CameraId]:
        """None."""
        return ()

    def next_footage(self, cameras: Iterable[CameraId], from_us: int) -> int | None:
        """None."""
        return None

    def previous_footage(self, cameras: Iterable[CameraId], from_us: int) -> int | None:
        """None."""
        return None


@dataclass
class Index(NoFootage):
    """A footage index that holds what a test puts into it."""

    footage: list[Run] = field(default_factory=list)
    missing: list[Gap] = field(default_factory=list)
    seen: list[Look] = field(default_factory=list)
    asked: list[Span] = field(default_factory=list)
    files: list[Segment] = field(default_factory=list)

    def runs(self, cameras: Iterable[CameraId], span: Span) -> Sequence[Run]:
        self.asked.append(span)
        wanted = set(cameras)
        return [
            run
            for run in self.footage
            if run.camera_id in wanted
            and run.start_us < to_us(span.end)
            and run.end_us > to_us(span.start)
        ]

    def gaps(self, cameras: Iterable[CameraId], span: Span) -> Sequence[Gap]:
        wanted = set(cameras)
        return [gap for gap in self.missing if gap.camera_id in wanted]

    def cameras(self) -> Sequence[CameraId]:
        return sorted({run.camera_id for run in self.footage})

    def next_footage(self, cameras: Iterable[CameraId], from_us: int) -> int | None:
        mine = [run for run in self.footage if run.camera_id in set(cameras)]
        return min(
            (max(run.start_us, from_us) for run in mine if run.end_us > from_us), default=None
        )

    def previous_footage(self, cameras: Iterable[CameraId], from_us: int) -> int | None:
        mine = [run for run in self.footage if run.camera_id in set(cameras)]
        return max(
            (min(run.end_us - 1, from_us) for run in mine if run.start_us <= from_us), default=None
        )

    def looks(self, camera: CameraId, span: Span) -> Sequence[Look]:
        start_us, end_us = to_us(span.start), to_us(span.end)
        return [look for look in self.seen if start_us <= look.at_us < end_us]

    def segments(self, camera: CameraId, role: StreamRole | None, span: Span) -> Sequence[Segment]:
        start_us, end_us = to_us(span.start), to_us(span.end)
        mine = [each for each in self.files if each.camera_id == camera]
        return [each for each in mine if each.start_us < end_us and each.end_us > start_us]

    def activity(self, camera: CameraId, span: Span, steps: int) -> bytes:
        return b"\xff" * steps

    def days_with_footage(self, cameras: Sequence[CameraId], first: date, last: date) -> set[date]:
        return {first + timedelta(days=day) for day in range((last - first).days + 1)}


class Post:
    """One console over a store: its seat, its gate, and the services of recording."""

    def __init__(self, folder: Path, store: Store, clock: FakeClock) -> None:
        self.store, self.clock, self.seat, self.index = store, clock, Seat(), Index()
        self.gate = Gate(store, self.seat, clock, lambda *_: None)
        audit = Audit(self.seat, clock, "pc-1")
        self.recording = Recording(store, self.gate, audit)
        self.holds = Holds(store, self.gate, audit, clock)
        self.exhibits = Exhibits(folder, store, self.gate, audit, clock)
        self.footage = Footage(store, self.index, self.gate, audit, clock)
        self.bookmarks = Bookmarks(store, self.gate, audit, clock, StillFiles(folder), clock)
        self.stills = self.stills_in(StillFiles(folder))
        self.phrases = Phrases(store, self.gate, audit)

    def stills_in(self, files: StillFiles) -> Stills:
        """The same, over other files."""
        audit = Audit(self.seat, self.clock, "pc-1")
        watched = self.footage.note_watched
        return Stills(self.store, self.gate, audit, self.clock, files, watched)

    def officer(self, role: Role, teams: Iterable[TeamId] = ()) -> Officer:
        """A new officer, who sits down here."""
        with self.store.begin() as unit:
            officer = unit.officers.add(
                name=f"{role} {self.clock.now():%H%M%S%f} {unit.officers.count()}",
                role=role,
                teams=teams,
                password_hash="$",
                one_time_until=None,
                created_at=self.clock.now(),
            )
        self.sign_in(officer)
        return officer

    def sign_in(self, officer: Officer) -> None:
        now_s = self.clock.monotonic_s()
        self.seat.take(Session(officer.id, officer.epoch, now_s, now_s))

    def approve(self, action: Action, officer: Officer) -> None:
        session = self.seat.session
        assert session is not None
        approval = Approval(officer.id, action, self.clock.monotonic_s())
        self.seat.take(
            Session(
                session.officer_id,
                session.epoch,
                session.signed_in_s,
                session.confirmed_s,
                approval=approval,
            )
        )

    def cameras(self) -> list[Camera]:
        with self.store.read() as unit:
            return unit.fleet.cameras()

    def team_of(self, camera: Camera) -> TeamId:
        with self.store.read() as unit:
            team_id = unit.fleet.cluster(camera.cluster_id).team_id
        assert team_id is not None
        return team_id

    def log(self, *acts: Act) -> list[tuple[str, str, int | None, dict[str, object]]]:
        with self.store.read() as unit:
            return [
                (each.act, each.subject, each.subject_id, json.loads(each.detail))
                for each in unit.trail.entries()
                if not acts or each.act in acts
            ]

    def span(self, start_min: float, end_min: float) -> Span:
        """Minutes from now; negative ones are past."""
        now = self.clock.now()
        return Span(now + start_min * MINUTE, now + end_min * MINUTE)


def run_of(camera_id: CameraId, span: Span) -> Run:
    """Footage of a camera's sub stream."""
    return Run(
        camera_id=camera_id,
        role=StreamRole.SUB,
        era=0,
        start_us=to_us(span.start),
        end_us=to_us(span.end),
    )


def at(text: str) -> datetime:
    """An instant, as ISO with a zone."""
    return datetime.fromisoformat(text)
