from __future__ import annotations

import random

import pytest

from console.events import Reason
from console.video.retry import STEADY_S, KnockLimit, Retry


def waits(reason: Reason, times: int) -> list[float]:
    retry = Retry(random.Random(1))
    return [retry.failed(reason, now_s=float(n)) for n in range(times)]


@pytest.mark.parametrize("reason", [Reason.NO_ANSWER, Reason.CONNECTION_REFUSED])
def test_a_host_that_does_not_answer_is_knocked_at_every_second_for_ever(reason: Reason) -> None:
    assert set(waits(reason, 10_000)) == {1.0}


def test_a_camera_that_answers_and_fails_is_given_more_and_more_time() -> None:
    found = waits(Reason.CLOSED, 20)

    assert 0.75 <= found[0] <= 1.25
    assert 1.5 <= found[1] <= 2.5
    assert all(22.5 <= wait <= 37.5 for wait in found[6:])
    assert len(set(found[6:])) > 5  # spread, so that cameras do not march in step


def test_a_busy_camera_is_asked_again_soon() -> None:
    assert all(0.75 <= wait <= 5.0 for wait in waits(Reason.BUSY, 50))


def test_a_refused_password_is_tried_slowly() -> None:
    found = waits(Reason.BAD_LOGIN, 10)

    assert found[0] >= 45
    assert found[-1] >= 600


def test_steady_pictures_make_the_next_failure_the_first() -> None:
    retry = Retry(random.Random(1))
    for second in range(8):
        retry.failed(Reason.CLOSED, float(second))
    retry.succeeded(10.0)

    assert retry.failed(Reason.CLOSED, 10.0 + STEADY_S) <= 1.25


def test_a_picture_now_and_then_does_not() -> None:
    retry = Retry(random.Random(1))
    for second in range(8):
        retry.succeeded(float(second))
        wait = retry.failed(Reason.CLOSED, second + 0.5)

    assert wait > 20


def test_another_kind_of_failure_begins_at_the_bottom() -> None:
    retry = Retry(random.Random(1))
    for second in range(8):
        retry.failed(Reason.CLOSED, float(second))
    retry.failed(Reason.NO_ANSWER, 9.0)

    assert retry.failed(Reason.CLOSED, 10.0) <= 1.25


def test_connects_are_limited_in_flight_and_each_second() -> None:
    limit = KnockLimit(in_flight=4, each_second=6)

    assert [limit.take(0.0) for _ in range(4)] == [0.0] * 4
    assert limit.take(0.0) > 0
    limit.done()
    limit.done()
    limit.done()
    assert [limit.take(0.1), limit.take(0.1)] == [0.0, 0.0]
    wait = limit.take(0.1)
    assert 0 < wait <= 0.9
    assert limit.take(0.1 + wait) == 0.0
