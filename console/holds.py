"""Footage that must not be removed: who wants it kept, why, and until when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from console.audit import Act, Audit, told
from console.clock import Clock
from console.errors import FieldRefused
from console.gate import Gate
from console.rights import Action
from db.footage_records import Hold, HoldId, HoldReason
from db.records import CameraId, Officer, OfficerId, Span, TeamId
from db.store import Store, Unit

LONGEST_SPAN = timedelta(days=31)
MOST_CAMERAS = 1000


class HoldState(StrEnum):
    """Whether a hold keeps something."""

    IN_FORCE = "in_force"
    RAN_OUT = "ran_out"
    RELEASED = "released"


@dataclass(frozen=True, slots=True)
class HoldSeen:
    """A hold as it is shown; ``made_by`` is its officer's name, "" of an erased one or nobody."""

    hold: Hold
    state: HoldState
    made_by: str


class Holds:
    """Places, extends and releases holds.  May block on the disk: not for the GUI thread.

    Any call may raise ``NotAllowed`` and ``StoreProblem``; a change is announced as
    ``Topic.HOLDS``, and logged.  Retention asks the store itself (``unit.holds.spans``).
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
        with self._store.read() as unit:
            names: dict[OfficerId | None, str] = {
                each.id: each.name for each in unit.officers.all()
            }
            found = unit.holds.newest(limit, before)
            return [
                HoldSeen(hold, state_of(hold, now), names.get(hold.made_by, ""))
                for hold in found
                if _concerns(unit, hold, officer)
            ]

    def running_out(self, within: timedelta) -> int:
        """How many holds run out within so long from now; for a reminder, asks nobody."""
        now = self._clock.now()
        with self._store.read() as unit:
            return sum(
                hold.until is not None and hold.until <= now + within
                for hold in unit.holds.in_force(now)
            )

    def place(
        self,
        cameras: Iterable[CameraId],
        span: Span,
        reason: HoldReason = HoldReason.MANUAL,
        until: datetime | None = None,
    ) -> Hold:
        """Keep the footage of ``cameras`` in ``span`` until ``until``, or without end.

        The span may lie ahead: what will be recorded in it is kept, too.

        Raises:
            FieldRefused: ``field`` is "cameras", "span" or "until"; ``rule`` is "range".
        """
        held = frozenset(cameras)
        officer_id = self._gate.require(Action.PLACE_HOLD, teams=self._teams(held))
        now = self._clock.now()
        if not 1 <= len(held) <= MOST_CAMERAS:
            raise FieldRefused("cameras", "range")
        if span.length > LONGEST_SPAN:
            raise FieldRefused("span", "range")
        _check_until(until, now)
        with self._store.begin() as unit:
            hold = unit.holds.place(
                cameras=held,
                span=span,
                reason=reason,
                until=until,
                made_by=officer_id,
                made_at=now,
            )
            self._audit.write(
                unit,
                Act.HOLD_PLACED,
                "hold",
                hold.id,
                cameras=sorted(held),
                since=told(span.start),
                to=told(span.end),
                reason=str(reason),
                until=None if until is None else told(until),
            )
        return hold

    def extend(self, hold_id: HoldId, until: datetime | None) -> Hold:
        """Let a hold run longer, None: without end.  Shorter is a release, and asks for one.

        Raises FieldRefused ("until"), Gone.
        """
        self._gate.require(Action.PLACE_HOLD)  # before it is told whether there is such a hold
        with self._store.read() as unit:
            cameras = unit.holds.hold(hold_id).cameras
        self._gate.require(Action.PLACE_HOLD, teams=self._teams(cameras))
        now = self._clock.now()
        _check_until(until, now)
        with self._store.begin() as unit:
            before = unit.holds.hold(hold_id)
            longer = until is None or (before.until is not None and until > before.until)
            if state_of(before, now) is not HoldState.IN_FORCE or not longer:
                raise FieldRefused("until", "range")
            hold = unit.holds.extend(hold_id, until)
            self._audit.write(
                unit,
                Act.HOLD_EXTENDED,
                "hold",
                hold_id,
                until=None if until is None else told(until),
            )
        return hold

    def release(self, hold_id: HoldId) -> Hold:
        """Keep it no longer: retention may remove the footage at once.  Raises Gone.

        Wants the password once more, and a second officer (``console.rights``).
        """
        self._gate.require(Action.RELEASE_HOLD)
        with self._store.begin() as unit:
            before = unit.holds.hold(hold_id)
            if before.released_at is not None:
                return before
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


def _check_until(until: datetime | None, now: datetime) -> None:
    if until is not None and until <= now:
        raise FieldRefused("until", "range")


def _concerns(unit: Unit, hold: Hold, officer: Officer | None) -> bool:
    if officer is None or not officer.teams:
        return True
    return not officer.teams.isdisjoint(unit.fleet.teams_of(hold.cameras))
