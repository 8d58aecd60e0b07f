"""An hour that came twice, since the station's clock was set back: what is said of it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from db.footage_records import Run
from db.records import CameraId, Span, StreamRole, to_us
from tests.fakes import FakeClock
from tests.ui.fake_review import HOUR_US, FakeFootage
from ui.review.hints import instant_words
from ui.review.material import gather

CAMERA = CameraId(1)
TWICE = "Ghi hai lần"


def run(start_us: int, end_us: int, era: int, role: StreamRole = StreamRole.SUB) -> Run:
    return Run(camera_id=CAMERA, role=role, era=era, start_us=start_us, end_us=end_us)


def words(clock: FakeClock, at_us: int, *runs: Run) -> str:
    now = clock.now()
    material = gather(
        FakeFootage(kept_runs=list(runs)), [CAMERA], Span(now - timedelta(days=1), now)
    )
    return instant_words(material, CAMERA, at_us, to_us(now))


@pytest.mark.usefixtures("vietnamese")
def test_what_was_recorded_under_two_clocks_is_told_where_they_meet_alone(
    clock: FakeClock,
) -> None:
    zero_us = to_us(clock.now()) - 12 * HOUR_US
    before = run(zero_us, zero_us + 4 * HOUR_US, era=0)
    after = run(zero_us + 3 * HOUR_US, zero_us + 8 * HOUR_US, era=1)
    meet_us = zero_us + 3 * HOUR_US

    assert words(clock, meet_us - 1, before, after) == "Có ghi hình"
    assert TWICE in words(clock, meet_us, before, after)
    assert TWICE in words(clock, meet_us + HOUR_US - 1, before, after)
    assert words(clock, meet_us + HOUR_US, before, after) == "Có ghi hình"


@pytest.mark.usefixtures("vietnamese")
def test_two_streams_of_one_time_are_no_second_time(clock: FakeClock) -> None:
    zero_us = to_us(clock.now()) - 12 * HOUR_US
    sub, main = (
        run(zero_us, zero_us + HOUR_US, 0, role) for role in (StreamRole.SUB, StreamRole.MAIN)
    )

    assert words(clock, zero_us + 1, sub, main) == "Có ghi hình"
