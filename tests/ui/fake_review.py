"""Footage without an engine: players that paint numbered pictures, and a timeline made up."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import cast

from PySide6.QtGui import QImage
from typing_extensions import override

from console.errors import FileTaken, FootageMissing, Problem
from console.events import Hearing, ReviewMoved, Thinning, TileAt, TileState
from console.moved import Changes, changes_in
from console.video.footage_ports import ReviewPlace
from console.video.looks import Area
from console.video.ports import Place
from console.workers import Stop
from db.footage_records import (
    Gap,
    GapCause,
    Hold,
    HoldId,
    HoldReason,
    Look,
    Outage,
    RemovedCamera,
    Run,
)
from db.records import CameraId, Span, StreamRole, from_us, to_us
from tests.fakes import FakeClock
from tests.no_footage import NoFootage
from tests.ui.fake_engine import FakeCanvas, fit
from tests.ui.fake_pictures import Rows, numbered
from ui.bridge import Bridge
from ui.review.service import Archive

MINUTE_US = 60_000_000
HOUR_US = 60 * MINUTE_US
DAY_US = 24 * HOUR_US
Paint = Callable[[int, int, ReviewPlace, int], Rows]


class FakePlayer:
    """A ``ReviewPlayer`` that is where it is told to be, and says so when it is told to."""

    def __init__(self, number: int, bridge: Bridge, clock: FakeClock, engine: FakeArchive) -> None:
        self.number = number
        self.view = FakeCanvas(_Pictured(self))
        self.places: list[ReviewPlace] = []
        self.at_us = 0
        self.rate = 0.0
        self.orders = 0
        self.gone: list[tuple[datetime | None, float]] = []
        self.steps: list[int] = []
        self.heard: list[CameraId | None] = []
        self.loudness = 100
        self.hearing = Hearing.OFF
        self.closed = False
        self._bridge = bridge
        self._engine = engine
        self._begun = False

    def show(self, places: Sequence[ReviewPlace], at: datetime) -> None:
        if not self._begun:
            self._begun, self.at_us = True, to_us(at)
        self.places = list(places)
        self.view.show(cast("list[Place]", self.places))  # they have what a Place has
        self._answer()

    def go(self, at: datetime | None, rate: float, *, skip_gaps: bool = True) -> int:
        self.gone.append((at, rate))
        self.orders += 1
        self.at_us = self.at_us if at is None else to_us(at)
        self.rate = rate
        self._answer()
        return self.orders

    def step(self, frames: int) -> int:
        self.steps.append(frames)
        self.orders += 1
        self.rate = 0.0
        self.at_us += frames * 66_667
        self._answer()
        return self.orders

    def hear(self, camera_id: CameraId | None, loudness: int = 100) -> None:
        self.heard.append(camera_id)
        self.loudness = loudness
        self.hearing = self._engine.hearing if camera_id is not None else Hearing.OFF
        self._answer()

    def close(self) -> None:
        self.closed = True
        self.view.close()

    def play(self, seconds: float) -> None:
        """Let time pass in the footage."""
        self.at_us += round(seconds * 1_000_000 * self.rate)
        self.answer()

    def answer(self) -> None:
        """Paint, and say where it stands."""
        for place in self.places:
            if self.state_of(place) is TileState.SHOWN:
                us = self.at_us if place.at is None else to_us(place.at)
                size = fit(place.width, place.height)
                rows = self._engine.paint(*size, place, us)
                self.view.paint_slot(place.slot, *rows)
        tiles = tuple(
            TileAt(
                place.slot,
                self.state_of(place),
                self.at_us,
                StreamRole.SUB,
                self._engine.thinning,
                sound=self._engine.sound,
            )
            for place in self.places
        )
        moved = ReviewMoved(
            self.number, self.at_us, self.rate, self.orders, tiles, hearing=self.hearing
        )
        self._bridge.post(moved)

    def state_of(self, place: ReviewPlace) -> TileState:
        """As the made-up footage has it, unless a test says something else."""
        said = self._engine.states.get(place.camera_id)
        if said is not None:
            return said
        us = self.at_us if place.at is None else to_us(place.at)
        held = any(
            run.camera_id == place.camera_id and run.start_us <= us < run.end_us
            for run in self._engine.footage.kept_runs
        )
        return TileState.SHOWN if held else TileState.GAP

    def _answer(self) -> None:
        if self._engine.answers:
            self.answer()


@dataclass
class _Pictured:
    """Dates the pictures of a player."""

    player: FakePlayer

    def now(self) -> datetime:
        return self.player.places[0].at or from_us(self.player.at_us)

    def monotonic_s(self) -> float:
        return to_us(self.now()) / 1_000_000


@dataclass
class FakeFootage:
    """What a test says was recorded.  ``refusal`` is raised by every call that shows anything."""

    kept_runs: list[Run] = field(default_factory=list)
    kept_gaps: list[Gap] = field(default_factory=list)
    kept_outages: list[Outage] = field(default_factory=list)
    kept_holds: list[Hold] = field(default_factory=list)
    kept_looks: dict[CameraId, list[Look]] = field(default_factory=dict)
    kept_cameras: list[RemovedCamera] = field(default_factory=list)  # that are no more
    refusal: Problem | None = None
    too_late: Problem | None = None  # raised by ``note_watched`` alone
    ended: int = 0
    eldest: datetime | None = None  # what is older is not for whoever sits here
    begun: list[tuple[tuple[CameraId, ...], Span]] = field(default_factory=list)
    watched: list[tuple[tuple[CameraId, ...], Span]] = field(default_factory=list)
    stills: list[tuple[CameraId, datetime]] = field(default_factory=list)
    searched: list[Span] = field(default_factory=list)
    strips: list[CameraId] = field(default_factory=list)  # whose activity was asked for
    reads: int = 0
    offset_us: int | None = None  # of every camera's clock

    def runs(self, cameras: Collection[CameraId], span: Span) -> list[Run]:
        self.reads += 1
        return [run for run in self.kept_runs if run.camera_id in cameras and _meets(run, span)]

    def gaps(self, cameras: Collection[CameraId], span: Span) -> list[Gap]:
        return [gap for gap in self.kept_gaps if gap.camera_id in cameras and _meets(gap, span)]

    def outages(self, cameras: Collection[CameraId], span: Span) -> list[Outage]:
        return [out for out in self.kept_outages if out.camera_id in cameras and _meets(out, span)]

    def holds(self, cameras: Collection[CameraId], span: Span) -> list[Hold]:
        return [h for h in self.kept_holds if h.cameras & set(cameras) and h.span.meets(span)]

    def looks(self, camera_id: CameraId, span: Span) -> list[Look]:
        start, end = to_us(span.start), to_us(span.end)
        return [look for look in self.kept_looks.get(camera_id, []) if start <= look.at_us < end]

    def activity(self, camera_id: CameraId, span: Span, steps: int) -> bytes:
        self.strips.append(camera_id)
        found, start_us, end_us = bytearray(steps), to_us(span.start), to_us(span.end)
        for look in self.looks(camera_id, span):
            step = (look.at_us - start_us) * steps // (end_us - start_us)
            found[step] = max(found[step], look.amount)
        return bytes(found)

    def oldest(self) -> datetime | None:
        return self.eldest

    def removed(self) -> list[RemovedCamera]:
        if self.refusal is not None:
            raise self.refusal
        return list(self.kept_cameras)

    def next_footage(self, cameras: Collection[CameraId], from_us: int) -> int | None:
        if self.eldest is not None:
            from_us = max(from_us, to_us(self.eldest))
        mine = [run for run in self.kept_runs if run.camera_id in cameras]
        return min(
            (max(run.start_us, from_us) for run in mine if run.end_us > from_us), default=None
        )

    def previous_footage(self, cameras: Collection[CameraId], from_us: int) -> int | None:
        mine = [run for run in self.kept_runs if run.camera_id in cameras]
        ends = (min(run.end_us - 1, from_us) for run in mine if run.start_us <= from_us)
        found = max(ends, default=None)
        hidden = self.eldest is not None and found is not None and found < to_us(self.eldest)
        return None if hidden else found

    def camera_offset(self, camera_id: CameraId, at: datetime) -> int | None:
        return self.offset_us

    def changes(self, camera_id: CameraId, span: Span, area: Area, least: float = 0.0) -> Changes:
        if self.refusal is not None:
            raise self.refusal
        if self.eldest is not None:
            if span.end <= self.eldest:
                raise FootageMissing
            span = Span(max(span.start, self.eldest), span.end)
        self.searched.append(span)
        looks, runs = self.looks(camera_id, span), self.runs([camera_id], span)
        return changes_in(looks, runs, span, area, least, to_us(span.end))

    def days_with_footage(self, cameras: Collection[CameraId], span: Span) -> set[date]:
        days = set()
        for run in self.runs(cameras, span):
            for us in range(run.start_us, run.end_us, HOUR_US):
                days.add(from_us(us).astimezone().date())
        return days

    def begin_review(self, cameras: Collection[CameraId], span: Span) -> None:
        if self.refusal is not None:
            raise self.refusal
        self.begun.append((tuple(cameras), span))

    def end_review(self, cameras: Collection[CameraId], span: Span) -> None:
        self.watched.append((tuple(cameras), span))
        self.ended += 1

    def note_watched(self, cameras: Collection[CameraId], span: Span) -> None:
        if self.too_late is not None:
            raise self.too_late
        self.watched.append((tuple(cameras), span))

    def note_still(self, camera_id: CameraId, at: datetime) -> None:
        if self.refusal is not None:
            raise self.refusal
        self.stills.append((camera_id, at))


class FakeArchive(NoFootage):
    """A ``FootageEngine`` whose players are ``FakePlayer``; it records and cuts nothing."""

    def __init__(self, bridge: Bridge, clock: FakeClock, footage: FakeFootage) -> None:
        self.footage = footage
        self.players: list[FakePlayer] = []
        self.states: dict[CameraId, TileState] = {}
        self.thinning = Thinning.NONE
        self.sound = False
        self.hearing = Hearing.HEARD
        self.answers = True  # whether players answer each order at once
        self.recorded_size = (640, 360)
        self.paint: Paint = numbered
        self._bridge = bridge
        self._clock = clock

    @property
    def open_players(self) -> list[FakePlayer]:
        return [player for player in self.players if not player.closed]

    def player(self) -> FakePlayer:
        made = FakePlayer(len(self.players) + 1, self._bridge, self._clock, self)
        self.players.append(made)
        return made

    @override
    def snapshot(
        self,
        camera_id: CameraId,
        at: datetime,
        target: Path,
        *,
        stop: Stop,
        cut: object = None,
        role: StreamRole | None = None,
    ) -> str:
        """The picture as it was recorded, ``recorded_size`` large; of a gap there is none."""
        if target.exists():
            raise FileTaken
        place = ReviewPlace(slot=0, camera_id=camera_id, width=0, height=0)
        runs = (run for run in self.footage.kept_runs if run.camera_id == camera_id)
        if not any(run.start_us <= to_us(at) < run.end_us for run in runs):
            raise FootageMissing
        rows, (width, height) = self.paint(*self.recorded_size, place, to_us(at))
        QImage(rows, width, height, QImage.Format.Format_RGB32).save(str(target))
        return json.dumps({"shown_us": to_us(at) - 40_000, "width": width, "height": height})


@dataclass(frozen=True, slots=True)
class Faked(Archive):
    """An ``Archive`` that tests fill."""

    footage: FakeFootage
    engine: FakeArchive


MakeArchive = Callable[[Bridge, FakeClock], Faked]


def archive_of(footage: FakeFootage) -> MakeArchive:
    """What a ``Stage`` is given for a window with a review page."""
    return lambda bridge, clock: Faked(footage, FakeArchive(bridge, clock, footage))


def recorded(
    cameras: Sequence[CameraId], now: datetime, days: float, gaps_a_day: float = 4, seed: int = 7
) -> FakeFootage:
    """A past: every camera recorded up to a moment ago, but for gaps of every cause."""
    chance = random.Random(seed)
    made = FakeFootage()
    now_us = to_us(now)
    causes = [cause for cause in GapCause if cause is not GapCause.CLOCK_STEP]
    for camera_id in cameras:
        at_us = now_us - round(days * DAY_US)
        while at_us < now_us:
            length = round(chance.expovariate(gaps_a_day / DAY_US)) + MINUTE_US
            end_us = min(at_us + length, now_us - 5_000_000)
            is_open = end_us >= now_us - 5_000_000
            made.kept_runs.append(
                Run(
                    camera_id=camera_id,
                    role=StreamRole.SUB,
                    era=0,
                    start_us=at_us,
                    end_us=end_us,
                    open=is_open,
                )
            )
            if is_open:
                break
            gap = round(chance.expovariate(1 / (20 * MINUTE_US))) + 5_000_000
            after_us = min(end_us + gap, now_us - 2 * MINUTE_US)
            if after_us <= end_us:
                break
            cause = chance.choice(causes)
            made.kept_gaps.append(
                Gap(camera_id=camera_id, start_us=end_us, end_us=after_us, cause=cause)
            )
            if cause in {GapCause.NETWORK, GapCause.CAMERA_OFF}:
                made.kept_outages.append(
                    Outage(
                        camera_id=camera_id,
                        start_us=end_us,
                        end_us=after_us,
                        state="offline",
                        reason="no_answer",
                    )
                )
            at_us = after_us
    return made


def hold(cameras: Collection[CameraId], start: datetime, minutes: float, number: int = 1) -> Hold:
    """Footage that is kept for an incident."""
    return Hold(
        id=HoldId(number),
        cameras=frozenset(cameras),
        span=Span(start, start + timedelta(minutes=minutes)),
        reason=HoldReason.INCIDENT,
        until=start + timedelta(days=90),
        made_by=None,
        made_at=start,
        released_at=None,
    )


def _meets(record: Run | Gap | Outage, span: Span) -> bool:
    end_us = record.end_us
    return record.start_us < to_us(span.end) and (end_us is None or end_us > to_us(span.start))
