"""One camera's footage, picture by picture: forwards, backwards, over borders, holes and damage."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from console.events import TileState
from console.video.film import Film
from console.video.reel import Reel, Shown, Want
from db.records import StreamRole
from tests.console.video.footage_made import FRAME_US, GATE, Ward, instant, number_in


@pytest.fixture
def ward(tmp_path: Path) -> Ward:
    return Ward(tmp_path)


def reel_of(ward: Ward, cache_bytes: int = 1 << 20, *, alone: bool = False) -> Reel:
    reel = Reel(GATE, ward.footage, cache_bytes)
    reel.decoder.alone = alone
    return reel


def look(
    reel: Reel, at_us: int, *, keys_only: bool = False, prefer: StreamRole = StreamRole.SUB
) -> Shown:
    shown = reel.show(
        Want(at_us, 1, keys_only=keys_only, prefer=prefer), lambda: False, lambda c, s: None
    )
    assert shown is not None
    return shown


def number(shown: Shown) -> int | None:
    assert shown.state is TileState.SHOWN
    assert shown.frame is not None
    return number_in(shown.frame)


@pytest.mark.parametrize(
    "how",
    [
        {},
        {"codec": "libx265"},
        {"reorder": 2},
        {"codec": "libx265", "reorder": 2},
        {"fragment_s": 0.3},
    ],
    ids=["h264", "h265", "h264-b", "h265-b-open-gop", "short-fragments"],
)
def test_every_instant_shows_its_picture(ward: Ward, how: dict[str, Any]) -> None:
    ward.record(0, 65, **how)

    for alone in (False, True):
        reel = reel_of(ward, alone=alone)
        for wanted in (0, 37, 19, 20, 21, 41, 64, 5, 63, 40, 39):
            shown = look(reel, instant(wanted) + FRAME_US // 3)
            assert (number(shown), shown.at_us) == (wanted, instant(wanted))


@pytest.mark.parametrize("alone", [False, True])
@pytest.mark.parametrize("reorder", [0, 2])
def test_playing_on_decodes_each_picture_once(ward: Ward, reorder: int, alone: bool) -> None:
    ward.record(0, 60, reorder=reorder)
    ward.record(60, 60, reorder=reorder)
    reel = reel_of(ward, alone=alone)

    at_us: int | None = instant(15)  # a jump
    seen: list[int | None] = []
    while at_us is not None and len(seen) < 105:
        shown = look(reel, at_us)
        seen.append(number(shown))
        at_us = shown.next_us

    assert seen == list(range(15, 120))
    assert reel.decoder.decoded == 120


def test_a_step_back_is_not_decoded_again(ward: Ward) -> None:
    ward.record(0, 40)
    reel = reel_of(ward)
    look(reel, instant(15))
    before = reel.decoder.decoded

    assert [number(look(reel, instant(n))) for n in (14, 13, 12)] == [14, 13, 12]
    assert reel.decoder.decoded == before


def test_key_frames_only(ward: Ward) -> None:
    ward.record(0, 60)
    reel = reel_of(ward)

    shown = look(reel, instant(33), keys_only=True)

    assert number(shown) == 20
    assert (shown.since_us, shown.next_us) == (instant(20), instant(40))
    assert reel.decoder.decoded == 1


def test_steps_count_pictures_across_files_and_holes(ward: Ward) -> None:
    ward.record(0, 30)
    ward.record(30, 30)
    ward.record(200, 30)
    reel = reel_of(ward)

    def step(at: int, frames: int) -> int:
        return (reel.stepped(instant(at), frames, StreamRole.SUB) - instant(0)) // FRAME_US

    assert step(10, 3) == 13
    assert step(28, 4) == 32
    assert step(31, -4) == 27
    assert step(59, 1) == 200
    assert step(200, -1) == 59
    assert step(58, 5) == 203
    assert step(2, -9) == 0
    assert step(229, 5) == 229


def test_a_hole_is_told_with_its_end(ward: Ward) -> None:
    ward.record(0, 30)
    ward.record(100, 30)
    reel = reel_of(ward)

    gap, before, after = (look(reel, instant(n)) for n in (60, -50, 200))

    assert (gap.state, gap.next_us) == (TileState.GAP, instant(100))
    assert (before.state, before.next_us) == (TileState.GAP, instant(0))
    assert after.state is TileState.ENDED
    assert after.since_us == instant(130)


def test_the_other_stream_fills_in(ward: Ward) -> None:
    ward.record(0, 30)
    ward.record(30, 30, role=StreamRole.MAIN, size=(320, 180))
    reel = reel_of(ward)

    shown = look(reel, instant(40))
    small = look(reel, instant(10), prefer=StreamRole.MAIN)

    assert (number(shown), shown.role) == (40, StreamRole.MAIN)
    assert (number(small), small.role) == (10, StreamRole.SUB)


def test_a_changed_size_and_codec_go_on(ward: Ward) -> None:
    ward.record(0, 30)
    ward.record(30, 30, size=(320, 180))
    ward.record(60, 30, codec="libx265")
    reel = reel_of(ward)

    frames = [look(reel, instant(n)) for n in (29, 30, 59, 60, 61)]

    assert [number(shown) for shown in frames] == [29, 30, 59, 60, 61]


def test_a_file_that_grows_is_read_up_to_its_last_whole_fragment(ward: Ward) -> None:
    done = ward.record(0, 50)
    whole = done.read_bytes()
    partial = done.with_name(done.name + ".partial")
    done.unlink()
    second_half = whole.index(b"moof", len(whole) // 2)
    partial.write_bytes(whole[:second_half])
    reel = reel_of(ward)

    ended = look(reel, instant(45))
    last = look(reel, ended.since_us - 1 if ended.since_us else 0)
    partial.write_bytes(whole)
    grown = look(reel, instant(45))
    partial.rename(done)
    finished = look(reel, instant(49))

    assert ended.state is TileState.ENDED
    assert number(last) in (19, 29, 39)
    assert (number(grown), number(finished)) == (45, 49)


def test_at_the_end_of_a_file_that_grows_two_threads_do_not_begin_anew(ward: Ward) -> None:
    done = ward.record(0, 50, gop=50)
    whole = done.read_bytes()
    done.unlink()
    partial = done.with_name(done.name + ".partial")
    partial.write_bytes(whole[: whole.index(b"moof", len(whole) // 2)])
    reel = reel_of(ward, alone=True)
    known = 30

    near = [number(look(reel, instant(n))) for n in range(known - 2, known)]
    partial.write_bytes(whole)
    on = [number(look(reel, instant(n))) for n in range(known, 50)]

    assert near + on == list(range(known - 2, 50))
    assert reel.decoder.decoded == 50


def test_a_truncated_file_shows_what_is_whole(ward: Ward) -> None:
    path = ward.record(0, 60)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    ward.record(60, 20)
    reel = reel_of(ward)

    assert number(look(reel, instant(5))) == 5
    assert look(reel, instant(57)).frame is None
    assert look(reel, instant(57)).next_us == instant(60)


def test_rubbish_in_the_pictures_costs_one_gop(ward: Ward) -> None:
    path = ward.record(0, 60)
    data = bytearray(path.read_bytes())
    at = data.index(b"mdat") + 4
    data[at : at + 400] = bytes(range(200)) * 2
    path.write_bytes(data)
    reel = reel_of(ward)

    damaged = look(reel, instant(3))

    assert (damaged.state, damaged.frame) == (TileState.DAMAGED, None)
    assert damaged.next_us == instant(20)
    assert number(look(reel, instant(25))) == 25


def test_a_decoder_of_two_threads_is_let_go_without_waiting_for_itself(ward: Ward) -> None:
    ward.record(0, 60)
    reel = reel_of(ward, cache_bytes=0)

    seen = []
    for turn in range(120):
        reel.decoder.alone = turn % 2 == 0  # each jump lets go of the decoder before
        seen.append(number(look(reel, instant(17 + 20 * (turn % 3)))))

    assert seen == [17, 37, 57] * 40


def test_damage_behind_a_picture_does_not_take_it_along(ward: Ward) -> None:
    path = ward.record(0, 60)
    film = Film(str(path), GATE, StreamRole.SUB, instant(0))
    data = bytearray(path.read_bytes())
    for row in film.rows[12:14]:
        data[row.offset : row.offset + row.size] = b"\xff" * row.size
    path.write_bytes(data)
    reel = reel_of(ward, alone=True)

    assert number(look(reel, instant(11))) == 11
    assert look(reel, instant(12)).state is TileState.DAMAGED
    assert number(look(reel, instant(25))) == 25


def test_a_tile_that_grows_gets_the_picture_as_it_is(ward: Ward) -> None:
    ward.record(0, 20, noisy=True, codec="libx265")  # as it is made here, H.264 has no deblocking
    reel = reel_of(ward)

    def pixels(reel: Reel, width: int) -> int:
        shown = reel.show(Want(instant(9), 1, width=width), lambda: False, lambda c, s: None)
        assert shown is not None
        assert shown.frame is not None
        return hash(shown.frame.to_ndarray().tobytes())

    small = pixels(reel, 40)

    assert pixels(reel, 160) == pixels(reel_of(ward), 160) != small


@pytest.mark.parametrize("content", [b"", b"\0" * 5000, b"moof" * 2000, b"\xff" * 100])
def test_a_file_of_rubbish_is_no_footage(ward: Ward, content: bytes) -> None:
    ward.path(GATE, 0).write_bytes(content)
    ward.record(60, 20)
    reel = reel_of(ward)

    assert look(reel, instant(0)).frame is None
    assert number(look(reel, instant(70))) == 70


def test_a_vanished_file_is_damage(ward: Ward) -> None:
    path = ward.record(0, 40, fragment_s=0.5)
    reel = reel_of(ward)
    assert number(look(reel, instant(0), keys_only=True)) == 0
    path.unlink()

    assert look(reel, instant(39)).state in (TileState.DAMAGED, TileState.GAP)


def test_an_index_that_cannot_be_read_is_no_damage(
    ward: Ward, monkeypatch: pytest.MonkeyPatch
) -> None:
    ward.record(0, 40)
    reel = reel_of(ward)
    mended = ward.lose_index(monkeypatch, GATE)

    shown = look(reel, instant(3))
    assert (shown.state, shown.frame) == (TileState.UNREAD, None)
    mended()
    assert number(look(reel, instant(3))) == 3


def test_a_newer_order_is_noticed_between_two_pictures(ward: Ward) -> None:
    ward.record(0, 60)
    reel = reel_of(ward)
    asked = iter([False, False, False, True])

    assert reel.show(Want(instant(19), 1), lambda: next(asked), lambda c, s: None) is None
    assert reel.decoder.decoded == 3
    assert number(look(reel, instant(19))) == 19
    assert reel.decoder.decoded == 20  # it went on where it was


def test_a_file_that_broke_a_decoder_twice_is_left_alone(ward: Ward) -> None:
    ward.record(0, 60)
    ward.footage.avoid(frozenset({(GATE, instant(0))}))

    shown = look(reel_of(ward), instant(10))

    assert (shown.state, shown.frame) == (TileState.DAMAGED, None)


def test_a_file_that_begins_within_an_open_gop_begins_with_its_key_frame(ward: Ward) -> None:
    whole = ward.record(0, 60, codec="libx265", reorder=2)
    film = Film(str(whole), GATE, StreamRole.SUB, instant(0))
    later = next(n for n in film.keys if n and film.ranks[n + 1] < film.ranks[n])
    cut_off = whole.read_bytes()
    starts = [
        f.start for f in film.fragments if f.runs[0].rows[0].offset == film.rows[later].offset
    ]
    path = ward.path(GATE, 200)
    path.write_bytes(film.head + cut_off[starts[0] :])
    ward.record(100, 100)
    reel = reel_of(ward)

    shown = look(reel, instant(200))
    key = number(shown)
    before = reel.stepped(shown.at_us, -1, StreamRole.SUB)

    assert key == film.ranks[later]
    assert instant(200) < shown.at_us <= instant(203)
    assert (shown.since_us, number(look(reel, before))) == (instant(200), 199)
