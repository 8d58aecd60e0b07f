"""Names, marks, and mending what a kill or a power cut left."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import av
import pytest

from console.demo.clips import Clip
from console.video import fmp4_reader, footage_files
from console.video.footage_files import FootageDamaged, Marker, SegmentName
from console.workers import Stop
from db.footage_records import EndReason, VolumeId
from db.records import CameraId, StreamRole, to_us
from tests.camera import serving
from tests.footage import VOLUME, lay_segment, make_volume
from tests.house.set_up import ROOT

START = datetime(2026, 12, 31, 23, 59, 59, 7, tzinfo=UTC)


@pytest.mark.parametrize("quicktime", [False, True])
def test_a_name_says_what_a_segment_is(tmp_path: Path, quicktime: bool) -> None:
    path = footage_files.segment_path(
        tmp_path, CameraId(12), StreamRole.MAIN, to_us(START), quicktime=quicktime
    )

    kind = "mov" if quicktime else "mp4"
    assert path.relative_to(tmp_path).as_posix() == (
        f"20261231/000012/000012-main-20261231T235959.000007Z.{kind}"
    )
    name = SegmentName(CameraId(12), StreamRole.MAIN, to_us(START), quicktime)
    assert footage_files.parse_name(path.name) == name
    partial = footage_files.parse_name(footage_files.partial_path(path).name)
    assert partial is not None
    assert partial.partial


@pytest.mark.parametrize(
    "name",
    [
        "",
        "x.mp4",
        "000012-main-20261331T235959.000007Z.mp4",
        "000012-main-20261231T235959.000007Z.mp4.broken",
        "000012-side-20261231T235959.000007Z.mp4",
        "../000012-main-20261231T235959.000007Z.mp4",
    ],
)
def test_other_names_are_none_of_ours(name: str) -> None:
    assert footage_files.parse_name(name) is None


def test_a_volume_knows_itself(tmp_path: Path) -> None:
    assert footage_files.read_marker(tmp_path) is None

    footage_files.mark_volume(tmp_path, Marker(VolumeId(3), "a station"))
    assert footage_files.read_marker(tmp_path) == Marker(VolumeId(3), "a station")

    (tmp_path / footage_files.MARKER).write_bytes(b"[]")
    assert footage_files.read_marker(tmp_path) is None


def test_a_partial_is_mended_wherever_it_was_cut(tmp_path: Path) -> None:
    volume = make_volume(tmp_path)
    laid = lay_segment(volume, 1, START, seconds=8, ended=False)
    whole = laid.path.read_bytes()
    first = fmp4_reader.scan(laid.path).fragments[0].end
    chance = random.Random(8)

    for _ in range(8):
        cut = chance.randrange(first, len(whole))
        laid.path.write_bytes(whole[:cut])
        scan = fmp4_reader.scan(laid.path)

        segment = footage_files.repair(laid.path, VOLUME)

        path = footage_files.path_of(volume, segment)
        assert footage_files.partials(volume) == []
        assert segment.end_reason is EndReason.KILLED
        assert (segment.frames, segment.duration_us) == (scan.frames, scan.end * 100 // 9)
        assert footage_files.read_segment(path, VOLUME) == segment
        with av.open(str(path)) as container:
            assert len(list(container.decode(video=0))) == segment.frames
        path.unlink()


def test_a_partial_whose_content_never_reached_the_disk_is_cut_before_that(tmp_path: Path) -> None:
    laid = lay_segment(make_volume(tmp_path), 1, START, seconds=8, ended=False)
    fragment = fmp4_reader.scan(laid.path).fragments[-2]
    data = bytearray(laid.path.read_bytes())
    hollow = fragment.samples[3].offset
    data[hollow : fragment.end] = bytes(fragment.end - hollow)
    laid.path.write_bytes(data)

    segment = footage_files.repair(laid.path, VOLUME)

    assert segment.frames == laid.segment.frames - 2 * len(fragment.samples)


def test_what_holds_nothing_whole_is_set_aside_and_kept(tmp_path: Path) -> None:
    laid = lay_segment(make_volume(tmp_path), 1, START, seconds=2, ended=False)
    data = laid.path.read_bytes()[:1200]
    laid.path.write_bytes(data)

    with pytest.raises(FootageDamaged):
        footage_files.repair(laid.path, VOLUME)
    assert laid.path.read_bytes() == data
    aside = footage_files.set_aside(laid.path)

    assert aside.read_bytes() == data
    assert list(footage_files.files(tmp_path)) == []


def test_what_was_set_aside_before_under_that_name_stays(tmp_path: Path) -> None:
    laid = lay_segment(make_volume(tmp_path), 1, START, seconds=2)
    asides = []
    for content in (b"first", b"second", b"third"):
        laid.path.write_bytes(content)
        asides.append(footage_files.set_aside(laid.path))

    assert [path.read_bytes() for path in asides] == [b"first", b"second", b"third"]
    named = footage_files.parse_name(laid.path.name)
    assert named is not None
    assert [footage_files.parse_aside(path.name) for path in asides] == [named] * 3
    assert footage_files.parse_aside(laid.path.name) is None
    assert [footage_files.parse_name(path.name) for path in asides] == [None] * 3


def test_a_segment_that_was_cut_off_or_emptied_is_damaged(tmp_path: Path) -> None:
    laid = lay_segment(make_volume(tmp_path), 1, START, seconds=2)
    data = laid.path.read_bytes()

    for left in (data[:-10], data[: len(data) // 2], b"", data + b"more"):
        laid.path.write_bytes(left)
        with pytest.raises(FootageDamaged):
            footage_files.read_segment(laid.path, VOLUME)


def test_mending_twice_is_harmless(tmp_path: Path) -> None:
    """The machine went off between the end and the renaming."""
    laid = lay_segment(make_volume(tmp_path), 1, START, seconds=2)
    partial = laid.path.rename(footage_files.partial_path(laid.path))

    assert footage_files.repair(partial, VOLUME) == laid.segment
    with pytest.raises(FootageDamaged):
        footage_files.repair(partial, VOLUME)


_RECORDS = """
import sys
from pathlib import Path
from tests.console.video.recording import Bench, order, task
from tests.console.video.watching import source
bench = Bench()
bench.assign(task(source(1, int(sys.argv[1]), "/small/1"), order(Path(sys.argv[2]))))
sys.stdin.read()
"""


def test_a_killed_recorder_loses_a_second_at_most(tmp_path: Path, clips: dict[str, Clip]) -> None:
    volume = make_volume(tmp_path / "footage", VolumeId(7))
    with serving(clips) as camera:
        command = [sys.executable, "-c", _RECORDS, str(camera.port), str(volume)]
        with subprocess.Popen(
            command, cwd=ROOT, env={**os.environ}, stdin=subprocess.PIPE
        ) as process:
            deadline_s, pause = time.monotonic() + 30, Stop()
            while sum(fmp4_reader.scan(p).frames for p in footage_files.partials(volume)) < 30:
                assert time.monotonic() < deadline_s
                pause.wait(0.05)
            killed_us = to_us(datetime.now(UTC))
            process.kill()

    [partial] = footage_files.partials(volume)
    segment = footage_files.repair(partial, VolumeId(7))

    assert killed_us - segment.end_us < 2_000_000  # 1 s, and a busy machine
    with av.open(str(footage_files.path_of(volume, segment))) as container:
        assert len(list(container.decode(video=0))) == segment.frames >= 30


def test_a_whole_partial_whose_middle_never_reached_the_disk_is_cut_before_that(
    tmp_path: Path,
) -> None:
    laid = lay_segment(make_volume(tmp_path / "disk"), 7, START, seconds=4.0)
    scan = fmp4_reader.scan(laid.path)
    third = scan.fragments[2]
    partial = footage_files.partial_path(laid.path)
    laid.path.rename(partial)  # ended, and its fsync failed
    with partial.open("r+b") as file:
        file.seek(third.samples[0].offset)
        file.write(bytes(third.end - third.samples[0].offset))

    mended = footage_files.repair(partial, laid.segment.volume_id)

    assert mended.end_reason is EndReason.KILLED
    assert mended.frames == sum(len(f.samples) for f in scan.fragments[:2])
    assert fmp4_reader.scan(laid.path).frames == mended.frames
