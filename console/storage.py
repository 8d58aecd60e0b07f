"""The storage calculator: how many days fit on a disk for each choice of what is recorded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from db.footage_records import HOURS_A_WEEK, Plan, RecordingRule
from db.records import Camera, CameraId, StreamRole

USUAL_KBIT_S: Mapping[StreamRole, float] = {StreamRole.SUB: 460.0, StreamRole.MAIN: 1940.0}
"""What a stream brings that nobody has measured: 81 subs make 0.4 TB a day, 81 mains 1.7."""
_BYTES_A_DAY = 86_400 * 1000 / 8  # of one kbit/s
_LEAST_KBIT_S = 8.0  # less is a camera that is falling asleep, and no measure

Rates = Mapping[tuple[CameraId, StreamRole], float]
"""Measured kbit/s of streams."""


@dataclass(frozen=True, slots=True)
class Need:
    """What recording by some choice takes a day; ``measured`` of its ``cameras`` were measured."""

    cameras: int
    measured: int
    bytes_a_day: int

    def days(self, room_bytes: int) -> int | None:
        """How many days of it ``room_bytes`` hold; None: nothing is kept, so any number."""
        return room_bytes // self.bytes_a_day if self.bytes_a_day else None


@dataclass(frozen=True, slots=True)
class Choice:
    """A line of the calculator; ``role`` None: as the rules are now."""

    role: StreamRole | None
    need: Need


def choices(
    cameras: Sequence[Camera], rules: Mapping[CameraId, RecordingRule], rates: Rates
) -> list[Choice]:
    """As the rules are now, and every camera's sub or main stream all the time."""
    always = {
        role: {camera.id: RecordingRule(role=role) for camera in cameras} for role in StreamRole
    }
    return [
        Choice(None, need(cameras, rules, rates)),
        Choice(StreamRole.SUB, need(cameras, always[StreamRole.SUB], rates)),
        Choice(StreamRole.MAIN, need(cameras, always[StreamRole.MAIN], rates)),
    ]


def need(cameras: Sequence[Camera], rules: Mapping[CameraId, RecordingRule], rates: Rates) -> Need:
    """What ``rules`` take a day; a rolling buffer keeps next to nothing and counts as nothing."""
    recorded = measured = 0
    total = 0.0
    for camera in cameras:
        share = hours_share(rules[camera.id])
        role = recorded_role(camera, rules[camera.id].role)
        if share == 0 or role is None:
            continue
        rate = rates.get((camera.id, role), 0.0)
        recorded += 1
        measured += rate >= _LEAST_KBIT_S
        total += share * _BYTES_A_DAY * (rate if rate >= _LEAST_KBIT_S else USUAL_KBIT_S[role])
    return Need(recorded, measured, round(total))


def usual_need(cameras: int, role: StreamRole) -> Need:
    """What so many usual cameras take, all the time."""
    return Need(cameras, 0, round(cameras * USUAL_KBIT_S[role] * _BYTES_A_DAY))


def hours_share(rule: RecordingRule) -> float:
    """Which part of the week is kept for days, 0 to 1."""
    if rule.plan is Plan.ALWAYS:
        return 1.0
    return sum(rule.week) / HOURS_A_WEEK if rule.plan is Plan.WEEKLY else 0.0


def recorded_role(camera: Camera, wanted: StreamRole) -> StreamRole | None:
    """The stream that is recorded: the one that is wanted, or else the one that there is."""
    if camera.stream(wanted) is not None:
        return wanted
    return next((stream.role for stream in camera.streams), None)
