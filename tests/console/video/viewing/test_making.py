"""Viewing copies: exactly the pictures of a span, honest about what is missing, masked."""

from __future__ import annotations

import hashlib
import json
import resource
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from console.errors import Cancelled
from console.video.cut_plan import NothingToCut
from console.video.cutter import TargetTaken
from console.video.evidence_orders import Mask, MaskAt, OrderBroken, StripWords
from console.video.film import Film
from console.video.viewing.making import CARD_US, view
from console.video.viewing.sheet import Sheet
from console.video.viewing.strip import Strip, card
from console.video.wire_footage import View
from console.workers import Stop
from db.records import StreamRole
from db.structs import replace
from tests.console.video.footage_made import FRAME_US, GATE, Ward, coded, instant, number_in

WIDTH, HEIGHT = SIZE = (320, 180)
WORDS = StripWords("Cổng chợ Phường Đức Thắng", "VV-2026-000123", 420)
CODEC_ERROR = 6  # of brightness, on average


class Seen(NamedTuple):
    """A picture of a copy: when, which of the camera's, the picture and the strip."""

    file_us: int
    number: int | None
    picture: NDArray[np.uint8]
    strip: NDArray[np.uint8]


@pytest.fixture
def ward(tmp_path: Path) -> Ward:
    return Ward(tmp_path / "volume")


def ordered(target: Path, first: int, last: int, *masks: Mask, **how: Any) -> View:
    order = View(1, GATE, StreamRole.SUB, instant(first), instant(last), str(target), WORDS, masks)
    return replace(order, **how)


def made(
    ward: Ward, order: View, told: Callable[[int, int], None] = lambda d, t: None
) -> dict[str, Any]:
    done: dict[str, Any] = json.loads(view(ward.footage, order, lambda c, s: None, Stop(), told))
    return done


def brightness(frame: av.VideoFrame) -> NDArray[np.uint8]:
    return np.asarray(frame.to_ndarray(), np.uint8)[: frame.height]


def seen(path: str, height: int = HEIGHT) -> list[Seen]:
    with av.open(path) as container:
        found = []
        for frame in container.decode(video=0):
            assert frame.time is not None
            bright = brightness(frame)
            picture = np.ascontiguousarray(bright[:height])
            number = number_in(av.VideoFrame.from_ndarray(picture, format="gray"))
            found.append(Seen(round(frame.time * 1_000_000), number, picture, bright[height:]))
        return found


def apart(one: NDArray[np.uint8], other: NDArray[np.uint8]) -> float:
    return float(np.abs(one.astype(int) - other.astype(int)).mean())


@pytest.mark.parametrize(
    "how",
    [{}, {"codec": "libx265"}, {"reorder": 2}],
    ids=["h264", "h265", "b-frames"],
)
def test_a_copy_has_the_pictures_of_its_span_to_the_picture(
    ward: Ward, tmp_path: Path, how: dict[str, Any]
) -> None:
    for first in (0, 60, 120):
        ward.record(first, 60, size=SIZE, **how)
    order = ordered(tmp_path / "xem.mp4", 33, 135)
    heard: list[tuple[int, int]] = []

    told = made(ward, order, lambda done, total: heard.append((done, total)))

    pictures = seen(order.target)
    assert [each.number for each in pictures] == list(range(33, 135))
    assert [each.file_us for each in pictures] == [n * FRAME_US for n in range(102)]
    assert (told["start_us"], told["end_us"], told["frames"]) == (instant(33), instant(135), 102)
    assert (told["gaps"], told["pieces"]) == ([], [[0, instant(33), instant(135)]])
    assert told["size_bytes"] == Path(order.target).stat().st_size
    assert told["sha256"] == hashlib.sha256(Path(order.target).read_bytes()).hexdigest()
    assert heard[-1] == (10_200, 10_200)
    assert heard == sorted(heard)
    assert len(heard) >= 10
    assert list(tmp_path.glob("*.partial")) == []


def test_a_copy_is_what_every_player_plays(ward: Ward, tmp_path: Path) -> None:
    ward.record(0, 60, size=SIZE)
    order = ordered(tmp_path / "xem.mp4", 3, 50)

    made(ward, order)

    data = Path(order.target).read_bytes()
    assert data.index(b"moov") < data.index(b"mdat")
    with av.open(order.target, options={"ignore_editlist": "1"}) as container:
        [stream] = container.streams
        assert isinstance(stream, av.VideoStream)
        assert (stream.codec_context.name, stream.codec_context.pix_fmt) == ("h264", "yuv420p")
        packets = [packet for packet in container.demux(stream) if packet.size]
        assert packets[0].is_keyframe
        assert [packet.pts for packet in packets] == [n * 9_000 for n in range(47)]
        assert [n for n, packet in enumerate(packets) if packet.is_keyframe] == [0, 20, 40]


def test_a_span_begins_with_the_first_picture_that_was_taken_in_it(
    ward: Ward, tmp_path: Path
) -> None:
    ward.record(0, 60, size=SIZE)
    order = ordered(tmp_path / "xem.mp4", 0, 0)
    order = replace(order, start_us=instant(7) + 1, end_us=instant(9) + 1)

    told = made(ward, order)

    assert [(each.number, each.file_us) for each in seen(order.target)] == [(8, 0), (9, FRAME_US)]
    assert (told["start_us"], told["end_us"]) == (instant(8), instant(9) + 1)


def test_picture_above_and_strip_below_do_not_touch(ward: Ward, tmp_path: Path) -> None:
    ward.record(0, 60, size=SIZE)
    order = ordered(tmp_path / "xem.mp4", 5, 50)

    told = made(ward, order)

    strip = Strip(WORDS, WIDTH)
    assert (told["picture_height"], told["height"]) == (HEIGHT, HEIGHT + strip.height)
    with av.open(str(ward.path(GATE, 0))) as container:
        source = [brightness(frame) for frame in container.decode(video=0)]
    for each in seen(order.target):
        assert each.number is not None
        second = instant(each.number) // 1_000_000
        assert apart(each.picture, source[each.number]) < CODEC_ERROR
        right, wrong = (apart(each.strip, strip.at(second + late)) for late in (0, 1))
        assert right < min(CODEC_ERROR, wrong)


@pytest.mark.parametrize("reorder", [0, 2])
def test_a_mask_is_solid_in_every_picture_that_it_holds_for(
    ward: Ward, tmp_path: Path, reorder: int
) -> None:
    ward.record(0, 60, size=SIZE, noisy=True, reorder=reorder)
    fixed = Mask((MaskAt(0, (0.5, 0.5, 0.75, 0.75)),), instant(10), instant(40))
    bare, masked = (ordered(tmp_path / name, 0, 60) for name in ("bare.mp4", "xem.mp4"))
    made(ward, bare)

    told = made(ward, replace(masked, masks=(fixed,)))

    assert told["masks"] == 1
    for was, now in zip(seen(bare.target), seen(masked.target), strict=True):
        inside = now.picture[92:133, 162:238]
        if now.number is not None and 10 <= now.number < 40:
            assert inside.max() <= 28  # 16, and what the encoder makes of an edge
        else:
            assert inside.mean() > 60
        beside = np.ones(was.picture.shape, bool)
        beside[84:142, 154:246] = False
        assert apart(was.picture[beside], now.picture[beside]) < 2 * CODEC_ERROR


def test_a_mask_moves_between_its_keys(ward: Ward, tmp_path: Path) -> None:
    ward.record(0, 60, size=SIZE)
    keys = (
        MaskAt(instant(10), (0.0, 0.5, 0.25, 1.0)),
        MaskAt(instant(30), (0.75, 0.5, 1.0, 1.0)),
    )
    order = ordered(tmp_path / "xem.mp4", 0, 40, Mask(keys))

    made(ward, order)

    for each in seen(order.target):
        assert each.number is not None
        left = round(240 * min(1.0, max(0.0, (each.number - 10) / 20)))
        dark = each.picture[100:170].max(0) < 40
        assert dark[left + 2 : left + 78].all()
        assert dark.sum() <= 90


def test_a_gap_is_a_card_and_the_clock_goes_on_behind_it(ward: Ward, tmp_path: Path) -> None:
    for first in (20, 200):  # 3 s before the first are missing, 14 s between them
        ward.record(first, 40, size=SIZE)
    order = ordered(tmp_path / "xem.mp4", -10, 220)

    told = made(ward, order)

    pictures = seen(order.target)
    lost = [(instant(-10), instant(20)), (instant(60), instant(200))]
    assert told["gaps"] == [{"start_us": a, "end_us": b, "damaged": False} for a, b in lost]
    cards_us = [3_000_000, CARD_US]
    begin_us = [cards_us[0], cards_us[0] + 40 * FRAME_US + cards_us[1]]
    assert told["pieces"] == [
        [begin_us[0], instant(20), instant(60)],
        [begin_us[1], instant(200), instant(220)],
    ]
    numbered = [(each.number, each.file_us) for each in pictures if each.number is not None]
    assert numbered == [
        *((20 + n, begin_us[0] + n * FRAME_US) for n in range(40)),
        *((200 + n, begin_us[1] + n * FRAME_US) for n in range(20)),
    ]
    cards = [each for each in pictures if each.number is None]
    assert len(cards) == sum(cards_us) // 200_000
    for each, span in ((cards[0], lost[0]), (cards[14], lost[0]), (cards[-1], lost[1])):
        assert apart(each.picture, card(SIZE, span, 420, damaged=False)) < CODEC_ERROR
        assert apart(each.strip, Strip(WORDS, WIDTH).at(None)) < CODEC_ERROR


def test_what_is_missing_at_the_end_is_told(ward: Ward, tmp_path: Path) -> None:
    ward.record(0, 20, size=SIZE)
    order = ordered(tmp_path / "xem.mp4", 0, 40)

    told = made(ward, order)

    assert told["end_us"] == instant(20)
    [gap] = told["gaps"]
    assert (gap["start_us"], gap["end_us"]) == (instant(20), instant(40))
    assert len(seen(order.target)) == 20 + 10


def test_a_hole_below_a_second_is_bridged_by_the_last_picture(ward: Ward, tmp_path: Path) -> None:
    ward.record(0, 20, size=SIZE)
    ward.record(29, 20, size=SIZE)
    order = ordered(tmp_path / "xem.mp4", 0, 40)

    told = made(ward, order)

    assert told["gaps"] == []
    assert [(each.number, each.file_us // FRAME_US) for each in seen(order.target)] == [
        (n, n) for n in (*range(20), *range(29, 40))
    ]


def test_damaged_footage_is_a_card_that_says_so(ward: Ward, tmp_path: Path) -> None:
    path = ward.record(0, 60, size=SIZE)
    film = Film(str(path), GATE, StreamRole.SUB, instant(0))
    data = bytearray(path.read_bytes())
    for row in film.rows[25:27]:
        data[row.offset : row.offset + row.size] = b"\xff" * row.size
    path.write_bytes(data)
    order = ordered(tmp_path / "xem.mp4", 0, 60)

    told = made(ward, order)

    lost = (instant(25), instant(40))
    assert told["gaps"] == [{"start_us": lost[0], "end_us": lost[1], "damaged": True}]
    pictures = seen(order.target)
    assert [p.number for p in pictures if p.number is not None] == [*range(25), *range(40, 60)]
    [one, *_] = [p for p in pictures if p.number is None]
    assert apart(one.picture, card(SIZE, lost, 420, damaged=True)) < CODEC_ERROR


def test_a_file_that_is_left_alone_counts_as_damaged(ward: Ward, tmp_path: Path) -> None:
    ward.record(0, 20, size=SIZE)
    ward.record(20, 20, size=SIZE)
    ward.footage.avoid(frozenset({(GATE, instant(0))}))

    told = made(ward, ordered(tmp_path / "xem.mp4", 0, 40))

    assert told["gaps"] == [{"start_us": instant(0), "end_us": instant(20), "damaged": True}]


def test_pictures_of_another_size_are_scaled_into_the_first_ones(
    ward: Ward, tmp_path: Path
) -> None:
    ward.record(0, 20, size=SIZE)
    ward.record(20, 20, size=(640, 360))
    ward.record(40, 20, size=(240, 180))
    middle = Mask((MaskAt(0, (0.4, 0.4, 0.6, 0.6)),))
    order = ordered(tmp_path / "xem.mp4", 0, 60, middle)

    told = made(ward, order)

    assert told["width"] == WIDTH
    pictures = seen(order.target)
    assert [each.number for each in pictures[:40]] == list(range(40))
    assert pictures[-1].picture[:, :38].max() < 24  # black beside what is narrower
    assert all(each.picture[74:106, 136:184].max() < 24 for each in pictures)


def test_of_two_streams_the_wanted_one_is_copied(ward: Ward, tmp_path: Path) -> None:
    ward.record(0, 40, size=SIZE)
    ward.record(0, 40, role=StreamRole.MAIN, size=(640, 360))
    order = ordered(tmp_path / "xem.mp4", 0, 40, role=StreamRole.MAIN)

    told = made(ward, order)

    assert (told["role"], told["width"], told["picture_height"]) == ("main", 640, 360)


def test_nothing_is_left_of_a_copy_that_was_stopped(ward: Ward, tmp_path: Path) -> None:
    ward.record(0, 60, size=SIZE)
    stop = Stop()
    order = ordered(tmp_path / "xem.mp4", 0, 60)

    def told(done: int, total: int) -> None:
        if done:
            stop.set()

    with pytest.raises(Cancelled):
        view(ward.footage, order, lambda c, s: None, stop, told)

    assert [path for path in tmp_path.iterdir() if path.is_file()] == []


def test_nothing_is_left_of_a_copy_that_the_disk_did_not_take(ward: Ward, tmp_path: Path) -> None:
    ward.record(0, 60, size=SIZE, noisy=True)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, before[1]))
    try:
        with pytest.raises(OSError, match=r"written|large"):
            made(ward, ordered(tmp_path / "xem.mp4", 0, 60))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, ignored)

    assert [path for path in tmp_path.iterdir() if path.is_file()] == []


def test_a_copy_never_writes_over_anything(ward: Ward, tmp_path: Path) -> None:
    ward.record(0, 60, size=SIZE)
    target = tmp_path / "xem.mp4"
    target.write_text("mine")

    with pytest.raises(TargetTaken):
        made(ward, ordered(target, 0, 10))
    assert target.read_text() == "mine"


def test_what_cannot_be_copied_leaves_nothing(ward: Ward, tmp_path: Path) -> None:
    ward.record(0, 60, size=SIZE)
    target = tmp_path / "xem.mp4"

    with pytest.raises(NothingToCut):
        made(ward, ordered(target, 100, 200))
    with pytest.raises(OrderBroken):
        made(ward, ordered(target, 10, 10))
    assert [path for path in tmp_path.iterdir() if path.is_file()] == []


def test_full_range_becomes_the_range_of_video() -> None:
    frame = coded(5, *SIZE)
    planes = frame.to_ndarray()
    planes[:60], planes[60:120] = 255, 0
    full = av.VideoFrame.from_ndarray(planes, format="yuvj420p")
    sheet = Sheet(full, 32)

    sheet.show(full, lambda planes: None)

    bright = sheet.frame.to_ndarray()

    assert abs(int(bright[30, 30]) - 235) <= 1
    assert abs(int(bright[90, 30]) - 16) <= 1
