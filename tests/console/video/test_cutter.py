"""Cuts and snapshots: files that anybody can play, with exactly the right pictures."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest

from console.errors import Cancelled
from console.video.cut_plan import NothingToCut
from console.video.cutter import TargetTaken, cut
from console.video.evidence_orders import CutFile
from console.video.still import snapshot
from console.video.units import Sounding
from console.video.wire_footage import Cut, Snapshot
from console.workers import Stop
from db.records import StreamRole, from_us
from tests.console.video.footage_made import BASE_US, FRAME_US, GATE, Ward, instant, number_in
from tests.console.video.sounding import CLICK_S, clicks, segment

DECODERS = {Sounding.AAC: "aac", Sounding.ALAW: "pcm_alaw", Sounding.ULAW: "pcm_mulaw"}


@pytest.fixture
def ward(tmp_path: Path) -> Ward:
    return Ward(tmp_path / "volume")


def cut_out(ward: Ward, first: int, last: int, target: Path) -> dict[str, Any]:
    order = Cut(1, GATE, StreamRole.SUB, instant(first), instant(last), str(target))
    done: dict[str, Any] = json.loads(cut(ward.footage, order, Stop(), lambda d, t: None))
    return done


def pictures(path: Path) -> list[tuple[int | None, int]]:
    """Number and time (in pictures, from the first) of all pictures of a file."""
    with av.open(str(path)) as container:
        stream = container.streams.video[0]
        frames = list(container.decode(stream))
        assert frames[0].time is not None
        return [
            (number_in(frame), round((frame.time - frames[0].time) * 1_000_000 / FRAME_US))
            for frame in frames
        ]


def numbers(path: Path) -> list[int | None]:
    return [number for number, _ in pictures(path)]


@pytest.mark.parametrize(
    "how",
    [{}, {"codec": "libx265"}, {"reorder": 2}, {"fragment_s": 0.3}, {"fragment_s": 5.0}],
    ids=["h264", "h265", "b-frames", "short", "long"],
)
def test_a_cut_holds_whole_gops_across_files(
    ward: Ward, tmp_path: Path, how: dict[str, Any]
) -> None:
    for first in (0, 60, 120):
        ward.record(first, 60, **how)
    target = tmp_path / "cut.mp4"

    told = cut_out(ward, 33, 135, target)

    assert pictures(target) == [(n, n - 20) for n in range(20, 140)]
    assert (told["start_us"], told["end_us"]) == (instant(20), instant(140))
    assert (told["missing"], told["changed_us"], told["frames"]) == ([], None, 120)
    assert told["size_bytes"] == target.stat().st_size
    assert list(tmp_path.glob("*.partial")) == []


def clicks_in(path: Path) -> list[int]:
    """When a click is heard in a file, in pictures from its first."""
    with av.open(str(path)) as container:
        begins: list[float] = []
        for frame in container.decode(audio=0):
            samples = np.abs(frame.to_ndarray().ravel().astype(np.float32))
            if frame.format.name == "s16":
                samples /= 32768
            for loud in np.flatnonzero(samples > 0.15):
                at_s = float(frame.time or 0) + loud / frame.sample_rate
                if not begins or at_s - begins[-1] > 0.1:
                    begins.append(at_s)
                begins[-1] = max(begins[-1], at_s) if at_s - begins[-1] < 0.1 else at_s
        return [int((at_s - CLICK_S) * 1_000_000 / FRAME_US + 0.5) for at_s in begins]


@pytest.mark.parametrize("kind", list(Sounding))
def test_a_cut_takes_the_sound_along_in_step(ward: Ward, tmp_path: Path, kind: Sounding) -> None:
    ending = "mov" if kind.quicktime else "mp4"
    for first, at in ((0, (4, 25, 38)), (60, (3, 30)), (120, (2, 15))):
        path = ward.path(GATE, first, ending=ending)
        path.write_bytes(segment(first, 60, clicks(kind, 60, at)))
    target = tmp_path / f"cut.{ending}"

    told = cut_out(ward, 33, 135, target)

    assert pictures(target) == [(n, n - 20) for n in range(20, 140)]
    assert told["missing"] == []
    assert clicks_in(target) == [n - 20 for n in (25, 38, 63, 90, 122, 135)]
    with av.open(str(target)) as container:
        [heard] = container.streams.audio
        assert (heard.codec_context.name, heard.rate) == (DECODERS[kind], 16_000)
        assert container.format.name.startswith("mov")
    brand = target.read_bytes()[8:12]
    assert brand == (b"qt  " if kind.quicktime else b"iso6")


def test_a_cut_over_a_gap_keeps_sound_and_pictures_together(ward: Ward, tmp_path: Path) -> None:
    for first, at in ((0, (4,)), (60, (12,))):
        path = ward.path(GATE, first, ending="mov")
        path.write_bytes(segment(first, 40, clicks(Sounding.ALAW, 40, at)))
    target = tmp_path / "cut.mov"

    told = cut_out(ward, 0, 100, target)

    assert told["missing"] == [[instant(40), instant(60)]]
    assert pictures(target) == [(n, n) for n in [*range(40), *range(60, 100)]]
    assert clicks_in(target) == [4, 72]


def test_a_cut_ends_where_the_sound_changes(ward: Ward, tmp_path: Path) -> None:
    ward.path(GATE, 0, ending="mov").write_bytes(segment(0, 40, clicks(Sounding.ALAW, 40, ())))
    ward.path(GATE, 40).write_bytes(segment(40, 40, clicks(Sounding.AAC, 40, ())))

    told = cut_out(ward, 0, 80, tmp_path / "cut.mov")

    assert told["changed_us"] == instant(40)


def test_what_is_missing_is_named_and_stays_missing_in_time(ward: Ward, tmp_path: Path) -> None:
    ward.record(20, 40)
    ward.record(100, 40)
    target = tmp_path / "cut.mp4"

    told = cut_out(ward, 0, 200, target)

    assert told["missing"] == [
        [instant(0), instant(20)],
        [instant(60), instant(100)],
        [instant(140), instant(200)],
    ]
    assert pictures(target) == [(n, n - 20) for n in [*range(20, 60), *range(100, 140)]]


def test_a_cut_ends_where_the_stream_changes_and_says_so(ward: Ward, tmp_path: Path) -> None:
    ward.record(0, 40)
    ward.record(40, 40, size=(320, 180))
    target = tmp_path / "cut.mp4"

    told = cut_out(ward, 0, 80, target)
    rest = cut_out(ward, 40, 80, tmp_path / "rest.mp4")

    assert (told["changed_us"], told["end_us"]) == (instant(40), instant(40))
    assert numbers(target) == list(range(40))
    assert (rest["width"], rest["changed_us"]) == (320, None)
    assert numbers(tmp_path / "rest.mp4") == list(range(40, 80))


def test_a_cut_of_a_growing_file_has_its_whole_fragments(ward: Ward, tmp_path: Path) -> None:
    done = ward.record(0, 60)
    done.rename(done.with_name(done.name + ".partial"))
    target = tmp_path / "cut.mp4"

    cut_out(ward, 0, 30, target)

    assert numbers(target) == list(range(40))


def test_a_truncated_file_is_cut_up_to_its_damage(ward: Ward, tmp_path: Path) -> None:
    path = ward.record(0, 60)
    path.write_bytes(path.read_bytes()[: path.stat().st_size * 2 // 3])
    target = tmp_path / "cut.mp4"

    told = cut_out(ward, 0, 60, target)

    assert numbers(target) == list(range(told["frames"]))
    assert told["missing"] == [[BASE_US + told["frames"] * FRAME_US, instant(60)]]


def test_nothing_is_left_of_a_cut_that_was_stopped(ward: Ward, tmp_path: Path) -> None:
    ward.record(0, 60)
    stop = Stop()
    stop.set()
    order = Cut(1, GATE, StreamRole.SUB, instant(0), instant(60), str(tmp_path / "cut.mp4"))

    with pytest.raises(Cancelled):
        cut(ward.footage, order, stop, lambda d, t: None)
    assert [p for p in tmp_path.iterdir() if p.is_file()] == []


def test_a_cut_never_writes_over_anything(ward: Ward, tmp_path: Path) -> None:
    ward.record(0, 60)
    target = tmp_path / "cut.mp4"
    target.write_text("mine")

    with pytest.raises(TargetTaken):
        cut_out(ward, 0, 10, target)
    assert target.read_text() == "mine"


def test_nothing_can_be_cut_where_nothing_is(ward: Ward, tmp_path: Path) -> None:
    ward.record(0, 60)

    with pytest.raises(NothingToCut):
        cut_out(ward, 100, 200, tmp_path / "cut.mp4")


@pytest.mark.parametrize("suffix", [".png", ".jpg"])
def test_a_snapshot_is_the_picture_of_the_main_stream(
    ward: Ward, tmp_path: Path, suffix: str
) -> None:
    ward.record(0, 40)
    ward.record(0, 40, role=StreamRole.MAIN, size=(320, 180))
    target = tmp_path / f"007 {suffix}"
    order = Snapshot(1, GATE, instant(27), str(target))

    told = json.loads(snapshot(ward.footage, order, lambda c, s: None))

    with av.open(str(target)) as container:
        [frame] = container.decode(video=0)
        assert (frame.width, frame.height) == (320, 180)
        assert number_in(frame) == 27
    assert (told["shown_us"], told["width"], told["role"]) == (instant(27), 320, "main")
    with pytest.raises(TargetTaken):
        snapshot(ward.footage, order, lambda c, s: None)


def test_a_snapshot_of_one_stream_is_of_no_other(ward: Ward, tmp_path: Path) -> None:
    ward.record(0, 40, size=(160, 120))
    ward.record(20, 40, role=StreamRole.MAIN, size=(320, 180))

    def taken(number: int, role: StreamRole) -> tuple[str, int]:
        target = str(tmp_path / f"{number}-{role}.jpg")
        order = Snapshot(1, GATE, instant(number), target, role=role)
        told = json.loads(snapshot(ward.footage, order, lambda c, s: None))
        assert told["shown_us"] == instant(number)
        return told["role"], told["width"]

    assert taken(30, StreamRole.SUB) == ("sub", 160)
    assert taken(30, StreamRole.MAIN) == ("main", 320)
    for number, role in ((10, StreamRole.MAIN), (55, StreamRole.SUB)):
        with pytest.raises(NothingToCut):
            taken(number, role)


def test_there_is_no_snapshot_of_a_gap(ward: Ward, tmp_path: Path) -> None:
    ward.record(0, 40)
    order = Snapshot(1, GATE, instant(100), str(tmp_path / "none.png"))

    with pytest.raises(NothingToCut):
        snapshot(ward.footage, order, lambda c, s: None)


@pytest.mark.parametrize("how", [{}, {"codec": "libx265"}, {"reorder": 2}])
def test_a_still_of_a_cut_is_told_by_its_number_and_time_there(
    ward: Ward, tmp_path: Path, how: dict[str, Any]
) -> None:
    for first in (0, 60):
        ward.record(first, 60, **how)
    target = tmp_path / "goc.mp4"
    told = cut_out(ward, 33, 110, target)
    cut_file = CutFile(str(target), StreamRole.SUB, told["start_us"])
    order = Snapshot(1, GATE, instant(87) + 5, str(tmp_path / "anh.png"), cut_file)

    still = json.loads(snapshot(ward.footage, order, lambda c, s: None))

    with av.open(order.target) as container:
        assert number_in(next(container.decode(video=0))) == 87
    with av.open(str(target)) as container:
        frames = list(container.decode(video=0))
        frame = frames[still["frame"]]
        assert number_in(frame) == 87
        assert frame.pts is not None
        assert frames[0].pts is not None
        assert frame.pts - frames[0].pts == still["pts"]
        assert frame.time_base == Fraction(1, still["timescale"])
    assert (still["shown_us"], still["file"]) == (instant(87), "goc.mp4")
    assert still["utc"] == f"{from_us(instant(87)):%Y-%m-%dT%H:%M:%S.%f}Z"


def test_there_is_no_still_of_what_a_cut_lacks(ward: Ward, tmp_path: Path) -> None:
    ward.record(0, 40)
    ward.record(80, 40)
    target = tmp_path / "goc.mp4"
    told = cut_out(ward, 0, 120, target)
    cut_file = CutFile(str(target), StreamRole.SUB, told["start_us"])

    for number in (-1, 60, 140):
        order = Snapshot(1, GATE, instant(number), str(tmp_path / "anh.png"), cut_file)
        with pytest.raises(NothingToCut):
            snapshot(ward.footage, order, lambda c, s: None)
    assert not (tmp_path / "anh.png").exists()
