"""Footage that must not be removed: who wants it kept, why, and until when."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from console import holding
from console.audit import Act, Audit, told
from console.case_door import viewer_of
from console.clock import Clock
from console.errors import FieldRefused, StepRefused
from console.free_text import clean_line
from console.gate import Gate
from console.incident_rules import StepRule
from console.rights import Action
from db.case_records import IncidentState
from db.errors import Gone
from db.evidence_records import RequestState
from db.footage_records import Hold, HoldId, HoldReason
from db.incident_records import IncidentLine, Viewer
from db.records import CameraId, Officer, OfficerId, Span, TeamId, TrailQuery
from db.store import Store, Unit

LONGEST_SPAN = timedelta(days=31)
LONGEST_NOTE = 300
MOST_CAMERAS = 1000
REMIND_WITHIN = timedelta(days=7)
"""So long before it runs out, those who may prolong a hold are told of it."""

_REMINDED = "holds_reminded"  # the key of the setting: the day that each officer was told last
_NO_OFFICER = OfficerId(0)
_TO_BE_MADE = frozenset({RequestState.ASKED, RequestState.APPROVED, RequestState.NARROWED})

log = logging.getLogger(__name__)


class HoldRule(StrEnum):
    """What a hold broke, as ``FieldRefused.rule`` names it."""

    CAMERAS = "hold_cameras"  # none, or more than ``MOST_CAMERAS``
    SPAN = "hold_span"  # longer than ``LONGEST_SPAN``
    OVER = "hold_over"  # it would end before now
    SOONER = "hold_sooner"  # it would end sooner than it does, which is a release
    ENDED = "hold_ended"  # it keeps nothing any more


class HoldState(StrEnum):
    """Whether a hold keeps something."""

    IN_FORCE = "in_force"
    RAN_OUT = "ran_out"
    RELEASED = "released"


@dataclass(frozen=True, slots=True)
class HoldSeen:
    """A hold as it is shown; ``made_by`` is its officer's name, "" of an erased one or nobody.

    ``case`` is the incident whose bookmark it keeps, if whoever asked sees it.
    """

    hold: Hold
    state: HoldState
    made_by: str
    case: IncidentLine | None = None


@dataclass(frozen=True, slots=True)
class Reminder:
    """How many holds run out soon, and when the first of them does."""

    count: int
    first: datetime


class Holds:
    """Places, extends and releases holds.  May block on the disk: not for the GUI thread.

    Any call may raise ``NotAllowed`` and ``StoreProblem``; a change is announced as
    ``Topic.HOLDS``, and logged.  Retention asks the store itself (``unit.holds.kept``).
    """

    def __init__(self, store: Store, gate: Gate, audit: Audit, clock: Clock) -> None:
        self._store = store
        self._gate = gate
        self._audit = audit
        self._clock = clock

    def list(self, limit: int = 200, before: HoldId | None = None) -> list[HoldSeen]:
        """Holds of every state, the newest first; an officer narrowed to teams sees theirs."""
        self._gate.require(Action.PLACE_HOLD)
        now, officer = self._clock.now(), self._gate.officer()
        sees_cases = self._gate.allows(Action.SEE_INCIDENTS)
        with self._store.read() as unit:
            names: dict[OfficerId | None, str] = {
                each.id: each.name for each in unit.officers.all()
            }
            found = unit.holds.newest(limit, before)
            cases = _cases(unit, found, viewer_of(officer)) if sees_cases else {}
            whose = _Whose(unit, found, officer)
        return [
            HoldSeen(hold, state_of(hold, now), names.get(hold.made_by, ""), cases.get(hold.id))
            for hold in found
            if whose.concerns(hold)
        ]

    def running_out(self, within: timedelta) -> tuple[datetime, ...]:
        """When holds run out that do so within so long from now, the soonest first.

        For a reminder, so it asks nobody; an officer who is narrowed to teams could prolong, and
        hears of, those alone whose cameras are all theirs.
        """
        now, officer = self._clock.now(), self._gate.officer()
        with self._store.read() as unit:
            found = unit.holds.running_out(now, now + within)
            whose = _Whose(unit, found, officer)
        return tuple(
            sorted(each.until for each in found if each.until is not None and whose.is_his(each))
        )

    def remind(self) -> Reminder | None:
        """What runs out within ``REMIND_WITHIN``, for whoever sits here, if he may prolong it.

        Once a day for each officer, however often the window is opened; None at any other time.
        """
        if not self._gate.allows(Action.PLACE_HOLD):
            return None
        ends = self.running_out(REMIND_WITHIN)
        if not ends:
            return None
        officer = self._gate.officer()
        who = str(_NO_OFFICER if officer is None else officer.id)
        today = self._clock.now().astimezone().date().isoformat()
        with self._store.begin() as unit:
            days = json.loads(unit.settings.get(_REMINDED) or "{}")
            if days.get(who) == today:
                return None
            others = {each: day for each, day in days.items() if day == today}
            unit.settings.put(_REMINDED, json.dumps(others | {who: today}))
        log.info("%d holds run out soon, the first at %s", len(ends), told(ends[0]))
        return Reminder(len(ends), ends[0])

    def place(
        self,
        cameras: Iterable[CameraId],
        span: Span,
        reason: HoldReason = HoldReason.MANUAL,
        until: datetime | None = None,
        note: str = "",
    ) -> Hold:
        """Keep the footage of ``cameras`` in ``span`` until ``until``, or without end.

        The span may lie ahead: what will be recorded in it is kept, too.  ``note`` is one line for
        people; the log, which is kept for ever, is not told it.

        Raises:
            FieldRefused: ``field`` is "cameras", "span" or "until", ``rule`` of ``HoldRule``; or
                ``field`` is "note", see ``console.free_text``.
        """
        held = frozenset(cameras)
        officer_id = self._gate.require(Action.PLACE_HOLD, teams=self._teams(held))
        now = self._clock.now()
        if not 1 <= len(held) <= MOST_CAMERAS:
            raise FieldRefused("cameras", HoldRule.CAMERAS)
        if span.length > LONGEST_SPAN:
            raise FieldRefused("span", HoldRule.SPAN)
        check_until(until, now)
        kept_note = clean_line("note", note, LONGEST_NOTE, may_be_empty=True)
        with self._store.begin() as unit:
            return holding.place(
                unit,
                self._audit,
                cameras=held,
                span=span,
                reason=reason,
                until=until,
                officer_id=officer_id,
                now=now,
                note=kept_note,
            )

    def extend(self, hold_id: HoldId, until: datetime | None) -> Hold:
        """Let a hold run longer, None: without end.  Shorter is a release, and asks for one.

        Raises FieldRefused ("until"), Gone.
        """
        self._gate.require(Action.PLACE_HOLD)  # before it is told whether there is such a hold
        with self._store.read() as unit:
            cameras = unit.holds.hold(hold_id).cameras
        officer_id = self._gate.require(Action.PLACE_HOLD, teams=self._teams(cameras))
        now = self._clock.now()
        check_until(until, now)
        with self._store.begin() as unit:
            before = unit.holds.hold(hold_id)
            if state_of(before, now) is not HoldState.IN_FORCE:
                raise FieldRefused("until", HoldRule.ENDED)
            if until is not None and (before.until is None or until <= before.until):
                raise FieldRefused("until", HoldRule.SOONER)
            return holding.prolong(unit, self._audit, before, until, officer_id)

    def release(self, hold_id: HoldId) -> Hold:
        """Keep it no longer: retention may remove the footage once its disposal is written.

        Wants the password once more, and a second officer (``console.rights``).

        Raises:
            StepRefused: an incident that is not closed, or a request that may still be carried
                out, needs it.
            Gone: there is no such hold.
        """
        if self._gate.allows(Action.RELEASE_HOLD):  # before the second officer's yes is used up
            with self._store.read() as unit, suppress(Gone):
                _require_unwanted(unit, unit.holds.hold(hold_id))
        self._gate.require(Action.RELEASE_HOLD)
        with self._store.begin() as unit:
            before = unit.holds.hold(hold_id)
            if before.released_at is not None:
                return before
            _require_unwanted(unit, before)
            hold = unit.holds.release(hold_id, self._clock.now())
            self._audit.write(
                unit, Act.HOLD_RELEASED, "hold", hold_id, cameras=sorted(hold.cameras)
            )
        return hold

    def _teams(self, cameras: Iterable[CameraId]) -> set[TeamId | None]:
        with self._store.read() as unit:
            return unit.fleet.teams_of(cameras)


def state_of(hold: Hold, now: datetime) -> HoldState:
    """Whether ``hold`` keeps something now."""
    if hold.released_at is not None:
        return HoldState.RELEASED
    over = hold.until is not None and hold.until <= now
    return HoldState.RAN_OUT if over else HoldState.IN_FORCE


def is_wanted(unit: Unit, hold: Hold) -> bool:
    """Whether an incident that is not closed needs what ``hold`` keeps."""
    incidents = {each.incident_id for each in unit.case_links.bookmarks_held_by(hold.id)}
    return any(
        unit.incidents.incident(each).state is not IncidentState.CLOSED
        for each in incidents
        if each is not None
    )


def is_undecided(unit: Unit, hold: Hold) -> bool:
    """Whether an open end is the one that every bookmark's hold begins with: nobody's decision.

    Only the log tells it from one that an officer or a category chose later.
    """
    if hold.until is not None or hold.reason is not HoldReason.BOOKMARK:
        return False
    chosen = TrailQuery(
        acts=frozenset({Act.HOLD_EXTENDED}), subject="hold", subject_id=hold.id, limit=1
    )
    return not unit.trail.search(chosen)


def check_until(until: datetime | None, now: datetime) -> None:
    """Raises FieldRefused: it would end before ``now``."""
    if until is not None and until <= now:
        raise FieldRefused("until", HoldRule.OVER)


def is_asked_for(unit: Unit, hold: Hold) -> bool:
    """Whether ``hold`` was placed for a request of which nothing was made yet, and still may be."""
    return any(state in _TO_BE_MADE for state in unit.requests.states_held_by(hold.id))


def _require_unwanted(unit: Unit, hold: Hold) -> None:
    if hold.released_at is not None:
        return
    if is_wanted(unit, hold):
        raise StepRefused(StepRule.NOT_CLOSED)
    if is_asked_for(unit, hold):
        raise StepRefused(StepRule.ASKED_FOR)


def _cases(unit: Unit, holds: Sequence[Hold], viewer: Viewer) -> dict[HoldId, IncidentLine]:
    whose = unit.case_links.incidents_of_holds([hold.id for hold in holds])
    seen = sorted(unit.incident_lists.seen(viewer, list(set(whose.values()))))
    lines = {line.id: line for line in unit.incident_lists.lines(seen)}
    return {hold_id: lines[its] for hold_id, its in whose.items() if its in lines}


class _Whose:
    """Which of some holds are an officer's, who may be narrowed to teams; looked up together."""

    def __init__(self, unit: Unit, holds: Sequence[Hold], officer: Officer | None) -> None:
        self._his = frozenset() if officer is None else officer.teams
        cameras = frozenset().union(*(hold.cameras for hold in holds)) if self._his else ()
        self._teams = unit.fleet.team_of_each(cameras)

    def concerns(self, hold: Hold) -> bool:
        """Whether it keeps something of a camera of his."""
        return not self._his or not self._his.isdisjoint(self._teams_of(hold))

    def is_his(self, hold: Hold) -> bool:
        """Whether all that it keeps is of cameras of his."""
        return not self._his or self._teams_of(hold) <= self._his

    def _teams_of(self, hold: Hold) -> set[TeamId | None]:
        return {self._teams.get(camera_id) for camera_id in hold.cameras}
