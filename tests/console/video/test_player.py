"""A player: one clock, several cameras, the right picture at each instant."""

from __future__ import annotations

import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest

from console.events import Thinning, TileState
from db.records import StreamRole
from tests.console.video.footage_made import BASE_US, FRAME_US, GATE, YARD, Ward, instant
from tests.console.video.playing import Booth, booth


@pytest.fixture
def ward(tmp_path: Path) -> Ward:
    return Ward(tmp_path)


@pytest.fixture
def stage(ward: Ward) -> Iterator[Booth]:
    with booth(ward) as made:
        yield made


def test_a_new_player_stands_at_its_instant(ward: Ward, stage: Booth) -> None:
    ward.record(0, 60)
    ward.record(0, 60, YARD)

    stage.show([GATE, YARD], instant(33))
    stage.until(stage.settled)

    assert [stage.number(0), stage.number(1)] == [33, 33]
    assert stage.shown_us(0) == instant(33)
    told = stage.told[-1]
    assert (told.at_us, told.rate, told.seek) == (instant(33), 0.0, 0)
    assert [tile.shown_us for tile in told.tiles] == [instant(33)] * 2


def test_it_plays_every_picture_in_time_and_in_step(ward: Ward, stage: Booth) -> None:
    for camera in (GATE, YARD):
        ward.record(0, 30, camera)
        ward.record(30, 30, camera)
    player = stage.show([GATE, YARD], instant(20))
    stage.until(stage.settled)
    painted = stage.decoded()

    player.go(None, 2.0, skip_gaps=True)
    took_s = stage.until(lambda: stage.told[-1].at_us >= instant(36))
    player.go(None, 0.0, skip_gaps=True)
    stage.until(stage.settled)

    assert 0.7 < took_s < 2.0
    assert stage.decoded() - painted >= 14
    at = (stage.told[-1].at_us - BASE_US) // FRAME_US
    assert [stage.number(0), stage.number(1)] == [at, at]
    assert stage.tile().thinning is Thinning.NONE


@pytest.mark.parametrize(("rate", "thinning"), [(16.0, Thinning.FAST), (-16.0, Thinning.BACKWARDS)])
def test_fast_and_backwards_show_key_frames(
    ward: Ward, stage: Booth, rate: float, thinning: Thinning
) -> None:
    for first in range(0, 300, 100):
        ward.record(first, 100)
    player = stage.show([GATE], instant(150))
    stage.until(stage.settled)

    player.go(None, rate, skip_gaps=True)
    wanted = {80, 60, 40} if rate < 0 else {200, 220, 240}
    seen: set[int | None] = set()

    def all_seen() -> bool:
        seen.add(stage.number())
        told = stage.told[-1]
        if told.rate == 0 or told.at_us > instant(280):  # a slow machine leaves pictures out
            player.go(instant(150), rate, skip_gaps=True)
        return wanted <= seen

    stage.until(all_seen, seconds=40)

    assert all(number is not None and number % 20 == 0 for number in seen - {150})
    assert stage.tile().thinning is thinning


def test_steps_go_both_ways_and_are_counted(ward: Ward, stage: Booth) -> None:
    ward.record(0, 40)
    ward.record(40, 40)
    player = stage.show([GATE], instant(38))
    stage.until(stage.settled)

    numbers: list[int | None] = []
    for frames in (1, 1, 1, -1, -1, -5):
        player.step(frames)
        stage.until(lambda: stage.told[-1].seek == len(numbers) + 1 and stage.settled())
        numbers.append(stage.number())

    assert numbers == [39, 40, 41, 40, 39, 34]


def test_many_steps_at_once_add_up(ward: Ward, stage: Booth) -> None:
    ward.record(0, 60)
    player = stage.show([GATE], instant(10))

    for _ in range(12):
        player.step(1)
    stage.until(lambda: stage.told[-1].seek == 12 and stage.settled())

    assert stage.number() == 22


def test_the_newest_order_wins(ward: Ward, stage: Booth) -> None:
    for first in range(0, 600, 100):
        ward.record(first, 100)
    player = stage.show([GATE], instant(0))
    stage.until(stage.settled)

    for number in range(19, 590, 20):
        player.go(instant(number), 0.0, skip_gaps=True)
    stage.until(lambda: stage.told[-1].seek == 29 and stage.settled())

    assert stage.number() == 579
    assert stage.decoded() <= 4


def test_it_leaps_over_a_gap_of_all_cameras(ward: Ward, stage: Booth) -> None:
    ward.record(0, 20)
    ward.record(400, 20)
    ward.record(0, 10, YARD)
    ward.record(403, 20, YARD)
    player = stage.show([GATE, YARD], instant(15))

    player.go(None, 2.0, skip_gaps=True)
    took_s = stage.until(lambda: stage.number(0) in range(405, 420))

    assert took_s < 5.0
    stage.until(lambda: stage.number(1) in range(403, 423))


def test_it_does_not_leap_when_it_must_not(ward: Ward, stage: Booth) -> None:
    ward.record(0, 20)
    ward.record(400, 20)
    player = stage.show([GATE], instant(60))
    stage.until(stage.settled)
    assert stage.tile().state is TileState.GAP

    player.go(None, 1.0, skip_gaps=False)
    stage.until(lambda: stage.told[-1].at_us > instant(63))

    assert stage.told[-1].at_us < instant(80)
    assert (stage.tile().state, stage.tile().shown_us) == (TileState.GAP, 0)


def test_it_leaps_backwards_and_stops_at_the_beginning(ward: Ward, stage: Booth) -> None:
    ward.record(0, 20)
    ward.record(400, 20)
    player = stage.show([GATE], instant(401))

    player.go(None, -8.0, skip_gaps=True)
    stage.until(lambda: stage.told[-1].rate == 0 and stage.settled())

    assert stage.told[-1].at_us < instant(0)
    assert stage.tile().state is TileState.GAP


def test_at_the_end_it_waits_for_what_is_recorded_next(ward: Ward, stage: Booth) -> None:
    ward.record(0, 20)
    player = stage.show([GATE], instant(18))
    player.go(None, 2.0, skip_gaps=True)
    stage.until(lambda: stage.told[-1].tiles[0].state is TileState.ENDED)
    assert stage.told[-1].at_us < instant(35)

    ward.record(20, 30)
    stage.until(lambda: (stage.number() or 0) > 30)

    stage.until(lambda: stage.tile().state is TileState.SHOWN)


def test_stills_do_not_follow_the_clock(ward: Ward, stage: Booth) -> None:
    ward.record(0, 60)
    player = stage.show([GATE], instant(5), stills=[(GATE, instant(31)), (GATE, instant(47))])
    stage.until(stage.settled)

    player.go(instant(50), 0.0, skip_gaps=True)
    stage.until(lambda: stage.told[-1].seek == 1 and stage.settled())

    assert [stage.number(slot) for slot in (0, 1, 2)] == [50, 31, 47]
    assert [stage.decoded(slot) for slot in (1, 2)] == [1, 1]


def test_a_new_page_keeps_the_clock_and_shows_at_once(ward: Ward, stage: Booth) -> None:
    ward.record(0, 60)
    ward.record(0, 60, YARD, size=(320, 180))
    stage.show([GATE], instant(25))
    stage.until(stage.settled)

    stage.show([YARD, GATE], instant(0), size=(320, 180))
    stage.until(lambda: stage.settled() and stage.number(0) and stage.number(1))

    assert [stage.number(0), stage.number(1)] == [25, 25]
    assert stage.told[-1].at_us == instant(25)


def test_what_was_put_away_is_kept_by_nobody(ward: Ward, stage: Booth) -> None:
    """Its pictures are up to 96 MB, and may stay until somebody reviews again, in days."""
    ward.record(0, 60)
    player = stage.show([GATE], instant(33))
    stage.until(stage.settled)
    (tile,) = player._tiles
    reel, decoder = weakref.ref(tile._reel), tile._reel.decoder
    del tile

    stage.show([], instant(33))

    stage.until(lambda: reel() is None)
    assert (decoder._context, len(decoder._cache), decoder.newest) == (None, 0, None)


def test_zoom_shows_the_part(ward: Ward, stage: Booth) -> None:
    ward.record(0, 30, size=(320, 180))
    # The left quarter of the top half: the marks and the two lowest bits, over its full width.
    stage.show([GATE], instant(3), zoom=(0, 0, 2500, 5000), size=(160, 180))
    stage.until(lambda: stage.settled() and stage.shown_us() == instant(3))

    picture = stage._readers[0].picture()
    assert picture is not None
    row = picture.pixels[4 * picture.stride : 4 * picture.stride + picture.width * 4]
    greens = [row[int((k + 0.5) * picture.width / 4) * 4 + 1] for k in range(4)]
    assert [green > 128 for green in greens] == [True, False, True, True]


def test_the_wall_comes_first(ward: Ward, stage: Booth) -> None:
    for camera in (GATE, YARD):
        ward.record(0, 100, camera)
    player = stage.show([GATE, YARD], instant(0))
    stage.until(stage.settled)

    player.ease(True)
    player.go(None, 1.0, skip_gaps=True)
    stage.until(lambda: stage.told[-1].at_us > instant(3))

    assert [tile.thinning for tile in stage.told[-1].tiles] == [Thinning.NONE, Thinning.BUSY_PC]
    assert stage.number(1) == 0
    player.ease(False)
    stage.until(lambda: stage.number(1) not in (0, None))


def test_a_large_tile_gets_the_main_stream_and_fast_play_the_sub(ward: Ward, stage: Booth) -> None:
    ward.record(0, 100)
    ward.record(0, 100, role=StreamRole.MAIN, size=(320, 180))
    player = stage.show([GATE], instant(10), size=(1000, 600))
    stage.until(stage.settled)
    assert stage.tile().role is StreamRole.MAIN

    player.go(None, 8.0, skip_gaps=True)
    stage.until(lambda: stage.told[-1].at_us > instant(30) and stage.settled())

    assert stage.tile().role is StreamRole.SUB


def test_where_the_index_cannot_be_read_it_is_asked_again_though_everything_stands(
    ward: Ward, stage: Booth, monkeypatch: pytest.MonkeyPatch
) -> None:
    for first in (0, 100):
        ward.record(first, 60)
        ward.record(first, 60, YARD)
    stage.show([GATE, YARD], instant(20), stills=[(GATE, instant(120))])
    stage.until(stage.settled)
    mended = ward.lose_index(monkeypatch, GATE)
    player = stage.show([GATE, YARD], instant(20), stills=[(GATE, instant(130))])

    player.go(instant(140), 0.0, skip_gaps=True)
    stage.until(lambda: stage.tile(0).state is stage.tile(2).state is TileState.UNREAD)
    stage.until(lambda: stage.tile(1).state is TileState.SHOWN)  # nothing else stops
    assert stage.number(1) == 140

    mended()
    stage.until(lambda: {stage.tile(n).state for n in range(3)} == {TileState.SHOWN})
    assert [stage.number(n) for n in range(3)] == [140, 140, 130]


@pytest.mark.parametrize("rate", [2.0, -4.0])
def test_it_plays_on_while_the_index_of_one_camera_cannot_be_read(
    ward: Ward, stage: Booth, monkeypatch: pytest.MonkeyPatch, rate: float
) -> None:
    ward.record(0, 200)
    ward.record(0, 200, YARD)
    player = stage.show([YARD, GATE], instant(100))
    mended = ward.lose_index(monkeypatch, GATE)
    stage.until(lambda: stage.settled() and stage.tile(1).state is TileState.UNREAD)

    player.go(None, rate, skip_gaps=True)
    stage.until(lambda: abs(stage.told[-1].at_us - instant(100)) > 10 * FRAME_US)
    stage.until(lambda: stage.tile(1).state is TileState.UNREAD)
    mended()

    stage.until(lambda: stage.tile(1).state is TileState.SHOWN)
