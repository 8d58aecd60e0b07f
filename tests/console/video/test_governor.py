from __future__ import annotations

import pytest

from console.events import Load
from console.video.governor import (
    CALM,
    FAR_UNSEEN,
    FULL_UNSEEN,
    JUDGED,
    PATIENCE,
    RECOVERY,
    SETTLING,
    Choice,
    Relief,
    choose,
    smooth,
)
from console.video.ports import CameraSource, StreamSource
from console.video.wire import Pace
from db.records import CameraId, StreamId, StreamRole, Transport

MAIN, SUB = StreamRole.MAIN, StreamRole.SUB


def stream(role: StreamRole, width: int | None) -> StreamSource:
    return StreamSource(
        stream_id=StreamId(1),
        role=role,
        scheme="rtsp",
        host="192.0.2.1",
        port=554,
        path="/",
        transport=Transport.TCP,
        width=width,
    )


def camera(**widths: int | None) -> CameraSource:
    streams = tuple(stream(StreamRole(role), width) for role, width in widths.items())
    return CameraSource(camera_id=CameraId(1), streams=streams)


BOTH = camera(main=1920, sub=640)


@pytest.mark.parametrize(
    ("width", "present", "role"),
    [
        (213, None, SUB),
        (640, None, SUB),
        (857, SUB, SUB),
        (858, SUB, MAIN),
        (858, MAIN, MAIN),
        (700, MAIN, MAIN),
        (640, MAIN, SUB),
        (1920, None, MAIN),
    ],
)
def test_the_stream_follows_the_tile_with_hysteresis(
    width: int, present: StreamRole | None, role: StreamRole
) -> None:
    assert choose(BOTH, width, present).role is role


def test_the_reason_is_told_in_a_word() -> None:
    assert choose(BOTH, 213, None) == Choice(SUB, Load.SMALL_TILE)
    assert choose(BOTH, 1920, None) == Choice(MAIN, Load.FULL)
    assert choose(camera(sub=640), 1920, None) == Choice(SUB, Load.ONLY_SUB)
    assert choose(camera(main=1920), 213, None) == Choice(MAIN, Load.ONLY_MAIN)


def test_sizes_that_nobody_has_seen_yet_are_assumed() -> None:
    assert choose(camera(main=None, sub=None), 640, None).role is SUB
    assert choose(camera(main=None, sub=None), 1900, None).role is MAIN


def test_a_small_main_stream_is_no_reason_to_open_it_for_a_small_tile() -> None:
    assert choose(camera(main=704, sub=352), 300, None).role is SUB


@pytest.mark.parametrize(
    ("width", "smoothed"), [(213, False), (320, False), (321, True), (640, True)]
)
def test_a_tile_of_half_the_streams_width_or_less_goes_without_smoothing(
    width: int, smoothed: bool
) -> None:
    assert smooth(BOTH, SUB, width) is smoothed


RANKS = {CameraId(number): number for number in range(16)}


def look(
    relief: Relief, times: int, *, busy: float, late_s: float = 0.0, unseen: float = 0.0
) -> None:
    for _ in range(times):
        relief.look([Pace(busy, late_s, unseen), Pace(busy / 2)])


def test_nothing_is_relieved_while_the_processors_keep_up() -> None:
    relief = Relief()

    look(relief, 20, busy=0.85, late_s=0.05)

    assert relief.relieved(RANKS) == frozenset()


def test_the_least_important_tiles_are_relieved_first_and_step_by_step() -> None:
    relief = Relief()

    look(relief, PATIENCE, busy=1.0, late_s=2.0)
    first = relief.relieved(RANKS)
    look(relief, PATIENCE, busy=1.0, late_s=2.0)
    second = relief.relieved(RANKS)

    assert first == {CameraId(number) for number in range(12, 16)}
    assert second == {CameraId(number) for number in range(8, 16)}


def test_one_late_second_is_no_reason() -> None:
    relief = Relief()

    for _ in range(20):
        look(relief, PATIENCE - 1, busy=1.0, late_s=2.0)
        look(relief, 1, busy=1.0, late_s=0.1)

    assert relief.relieved(RANKS) == frozenset()


def test_pictures_that_nobody_sees_are_a_reason_too() -> None:
    relief = Relief()

    look(relief, PATIENCE, busy=1.0, unseen=FULL_UNSEEN)
    gently = len(relief.relieved(RANKS))
    look(relief, PATIENCE, busy=1.0, unseen=FAR_UNSEEN)

    assert gently == 2
    assert len(relief.relieved(RANKS)) == gently + 4


def test_a_picture_now_and_then_is_not_missed() -> None:
    relief = Relief()

    look(relief, 50, busy=1.0, late_s=0.1, unseen=FULL_UNSEEN / 2)

    assert relief.relieved(RANKS) == frozenset()


def test_the_rush_after_a_page_change_is_not_judged() -> None:
    relief = Relief()

    relief.settle()
    look(relief, SETTLING + PATIENCE - 1, busy=1.0, late_s=2.0)
    assert relief.relieved(RANKS) == frozenset()

    look(relief, 1, busy=1.0, late_s=2.0)
    assert relief.relieved(RANKS) != frozenset()


def test_a_busy_processor_that_is_not_late_is_left_alone() -> None:
    relief = Relief()

    look(relief, 50, busy=1.0, late_s=0.1)

    assert relief.relieved(RANKS) == frozenset()


def test_the_most_important_tile_is_never_relieved() -> None:
    relief = Relief()

    look(relief, 100, busy=1.0, late_s=5.0)

    assert relief.relieved(RANKS) == RANKS.keys() - {CameraId(0)}


def test_what_was_taken_is_given_back_step_by_step_when_there_is_room() -> None:
    relief = Relief()
    look(relief, 2 * PATIENCE, busy=1.0, late_s=2.0)

    look(relief, RECOVERY, busy=0.4, late_s=0.0)
    half = relief.relieved(RANKS)
    look(relief, RECOVERY, busy=0.4, late_s=0.0)

    assert len(half) == 4
    assert relief.relieved(RANKS) == frozenset()


def test_between_full_and_spare_nothing_moves() -> None:
    relief = Relief()
    look(relief, PATIENCE, busy=1.0, late_s=2.0)
    before = relief.relieved(RANKS)

    look(relief, 50, busy=0.85, late_s=0.1)

    assert relief.relieved(RANKS) == before


def test_giving_back_too_early_again_and_again_is_tried_more_and_more_rarely() -> None:
    relief = Relief()
    look(relief, PATIENCE, busy=1.0, late_s=2.0)
    changes = 0

    for _ in range(600):
        # Whenever something is given back, the processors are full at once.
        full = len(relief.relieved(RANKS)) < 4
        changes += relief.look([Pace(1.0, 1.0) if full else Pace(0.5)])

    assert changes <= 24  # without growing patience it would be 130


def test_a_rush_does_not_prove_that_giving_back_was_too_early() -> None:
    relief = Relief()
    for _ in range(8):  # a worker dies again and again, each time just after giving back
        relief.settle()
        look(relief, SETTLING + PATIENCE, busy=1.0, late_s=2.0)
        assert len(relief.relieved(RANKS)) == 4
        look(relief, RECOVERY, busy=0.4)
        assert relief.relieved(RANKS) == frozenset()


def test_a_worker_that_dies_again_and_again_keeps_nobody_from_judging_the_others() -> None:
    relief = Relief()

    for _ in range(4):  # sooner than a look can be taken after the rush
        relief.lost(0)
        look(relief, SETTLING + PATIENCE - 1, busy=1.0, late_s=2.0)
    assert relief.gives_way

    for _ in range(8):
        relief.lost(0)
        look(relief, RECOVERY, busy=0.5)
    assert not relief.gives_way


def test_the_rush_after_its_second_death_says_nothing_either_if_that_is_not_at_once() -> None:
    relief = Relief()

    for _ in range(2):
        relief.lost(0)
        look(relief, SETTLING, busy=1.0, late_s=2.0)
        look(relief, JUDGED, busy=0.9)

    assert not relief.gives_way


def test_its_own_pace_says_nothing_until_it_lived_for_a_while() -> None:
    relief = Relief()

    relief.lost(0)
    assert relief.heeds(0)  # once may happen; it is a rush as any other
    relief.lost(0)
    assert not relief.heeds(0)
    assert relief.heeds(1)
    look(relief, CALM, busy=0.5)

    assert relief.heeds(0)
    relief.lost(0)
    look(relief, SETTLING, busy=1.0, late_s=2.0)
    assert not relief.gives_way  # a rush again
