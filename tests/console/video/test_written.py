from __future__ import annotations

from console.video.written import Written
from tests.fakes import FakeClock

MB = 1_000_000


def test_a_day_is_what_the_last_hour_comes_to() -> None:
    clock = FakeClock()
    written = Written(clock)
    assert written.a_day() == 0
    for _ in range(180):  # three hours of two cameras
        clock.pass_(minutes=1)
        written.add(MB)
        written.add(2 * MB)

    assert abs(written.a_day() / (24 * 60 * 3 * MB) - 1) < 0.02
    clock.pass_(hours=2)
    assert written.a_day() == 0


def test_the_first_minutes_are_not_taken_for_an_hour() -> None:
    clock = FakeClock()
    written = Written(clock)
    clock.pass_(seconds=30)
    written.add(MB)
    assert written.a_day() == 24 * 60 * MB  # of a minute at least
    clock.pass_(minutes=9.5)
    written.add(9 * MB)
    assert written.a_day() == 24 * 60 * MB


def test_many_cameras_take_no_more_room_than_one() -> None:
    clock = FakeClock()
    written = Written(clock)
    for _ in range(120):
        clock.pass_(minutes=1)
        for _ in range(81):
            written.add(MB)
        written.a_day()

    assert len(written._minutes) <= 61
