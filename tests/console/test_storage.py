"""How many days fit on a disk."""

from __future__ import annotations

import pytest

from console.storage import Need, choices, hours_share, need
from db.footage_records import HOURS_A_WEEK, Plan, RecordingRule
from db.records import Camera, StreamRole
from db.store import Store
from tests import wards

TERABYTE = 10**12


@pytest.fixture
def ward(store: Store) -> list[Camera]:
    wards.fill(store)
    with store.read() as unit:
        return unit.fleet.cameras()


def test_a_ward_takes_what_the_field_says(ward: list[Camera]) -> None:
    now, subs, mains = choices(ward, {each.id: RecordingRule() for each in ward}, {})

    assert now.need == subs.need
    assert subs.need.bytes_a_day == pytest.approx(0.4 * TERABYTE, rel=0.02)
    assert mains.need.bytes_a_day == pytest.approx(1.7 * TERABYTE, rel=0.02)
    assert (subs.need.cameras, subs.need.measured) == (81, 0)
    assert subs.need.days(8 * TERABYTE) == 19


def test_what_was_measured_counts_and_a_camera_asleep_does_not(ward: list[Camera]) -> None:
    first, second = ward[:2]
    rates = {(first.id, StreamRole.SUB): 1000.0, (second.id, StreamRole.SUB): 0.0}

    found = need(ward[:2], {each.id: RecordingRule() for each in ward}, rates)

    assert found == Need(2, 1, round((1000 + 460) * 86_400 * 1000 / 8))


def test_hours_count_and_a_rolling_buffer_takes_nothing(ward: list[Camera]) -> None:
    nights = tuple(hour % 24 < 6 for hour in range(HOURS_A_WEEK))
    plans = [
        RecordingRule(plan=Plan.WEEKLY, week=nights),
        RecordingRule(plan=Plan.AROUND),
        RecordingRule(plan=Plan.NEVER),
    ]
    assert [hours_share(rule) for rule in plans] == [0.25, 0.0, 0.0]

    found = need(ward[:3], dict(zip((each.id for each in ward), plans, strict=False)), {})

    assert found == Need(1, 0, round(460 * 86_400 * 1000 / 8 / 4))
    assert Need(0, 0, 0).days(TERABYTE) is None
