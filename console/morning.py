"""The morning page: what the last 24 hours brought, which cameras were blind, what is open."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from typing import Protocol

from console.case_door import CaseDoor
from console.clock import Clock
from console.incident_rules import WRITABLE
from db.case_records import CategoryId, IncidentState
from db.footage_records import Outage
from db.incident_records import IncidentLine, IncidentQuery
from db.records import CameraId, Span, TeamId, from_us
from db.store import Store

BACK = timedelta(hours=24)
SHORTEST_BLIND = timedelta(seconds=30)
"""Shorter outages are a line that stumbled; they are counted, and not told one by one."""
_MOST_OPEN = 200
_APPROVED = IncidentQuery(states=frozenset({IncidentState.APPROVED}))


class OutageIndex(Protocol):
    """What is needed of ``console.video.archive_reader.ArchiveReader``."""

    def outages(self, cameras: Iterable[CameraId], span: Span) -> Sequence[Outage]:
        """When a camera gave no picture.  Raises StoreDamaged, StoreFailed."""
        ...


@dataclass(frozen=True, slots=True)
class Blind:
    """A time without a picture, cut to the page's 24 hours; ``end`` None: it lasts."""

    start: datetime
    end: datetime | None
    state: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BlindCamera:
    """A camera that gave no picture for a while.

    ``spells`` are the longer ones, in order; ``blips`` how many short ones there were besides.
    """

    camera_id: CameraId
    spells: tuple[Blind, ...]
    blips: int
    lost: timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class MorningView:
    """What the chief reads first.

    ``brought`` counts incidents that began in ``span``, None: where no team answers.  ``blind``
    has the cameras that lost most first.  ``open`` are incidents that nobody vouched for yet, the
    one that waits longest first, 200 at most; ``states`` counts them and, up to 1,000, those that
    are approved and not closed; ``overdue`` counts those past due.
    """

    span: Span
    brought: Mapping[tuple[TeamId | None, CategoryId], int]
    blind: tuple[BlindCamera, ...]
    open: tuple[IncidentLine, ...]
    states: Mapping[IncidentState, int]
    overdue: int


class Morning:
    """Reads the page.  May block on the disk: not for the GUI thread.

    For whoever sees incidents; one who is narrowed to teams reads of theirs.  Raises
    ``NotAllowed``, ``StoreProblem``.
    """

    def __init__(
        self,
        store: Store,
        index: OutageIndex,
        door: CaseDoor,
        clock: Clock,
        zone: tzinfo | None = None,
    ) -> None:
        """``zone`` tells which day it is; None is the PC's own."""
        self._store = store
        self._index = index
        self._door = door
        self._clock = clock
        self._zone = zone

    def view(self) -> MorningView:
        """The last 24 hours up to now."""
        viewer = self._door.viewer()
        now = self._clock.now()
        span = Span(now - BACK, now)
        today = now.astimezone(self._zone).date()
        with self._store.read() as unit:
            brought = unit.incident_lists.by_team_and_category(span, viewer)
            waiting = unit.waiting.states(WRITABLE, viewer)
            overdue = unit.waiting.overdue(WRITABLE, viewer, today)
            oldest = unit.waiting.oldest(WRITABLE, viewer, _MOST_OPEN)
            lines = unit.incident_lists.lines(oldest)
            approved = unit.incident_lists.count(_APPROVED, viewer)
            cameras = unit.fleet.ids_of(viewer.teams)
        return MorningView(
            span=span,
            brought=brought,
            blind=blind_cameras(self._index.outages(cameras, span), span),
            open=tuple(lines),
            states=waiting | {IncidentState.APPROVED: approved},
            overdue=overdue,
        )


def blind_cameras(outages: Iterable[Outage], span: Span) -> tuple[BlindCamera, ...]:
    """Which cameras were blind in ``span``, and when; the ones that lost most first."""
    of_each: dict[CameraId, list[Blind]] = {}
    for outage in outages:
        end = None if outage.end_us is None else from_us(outage.end_us)
        spell = Blind(
            max(from_us(outage.start_us), span.start),
            None if end is None or end >= span.end else end,
            outage.state,
            outage.reason,
        )
        of_each.setdefault(outage.camera_id, []).append(spell)
    found = [_camera(camera_id, spells, span) for camera_id, spells in of_each.items()]
    return tuple(sorted(found, key=lambda each: (-each.lost, each.camera_id)))


def _camera(camera_id: CameraId, spells: Iterable[Blind], span: Span) -> BlindCamera:
    in_order = sorted(spells, key=lambda spell: spell.start)
    lengths = [(spell.end or span.end) - spell.start for spell in in_order]
    return BlindCamera(
        camera_id=camera_id,
        spells=tuple(
            spell
            for spell, length in zip(in_order, lengths, strict=True)
            if length >= SHORTEST_BLIND or spell.end is None
        ),
        blips=sum(
            length < SHORTEST_BLIND and spell.end is not None
            for spell, length in zip(in_order, lengths, strict=True)
        ),
        lost=sum(lengths, timedelta()),
    )
