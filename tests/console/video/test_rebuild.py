"""The index made anew from the files alone equals the one lost, but for what files hide."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from console import errands
from console.app import build
from console.errors import EngineBusy
from console.footage_check import look_over
from console.platform import meeting
from console.video import fmp4, footage_files, rebuild
from console.video import looks as change_map
from console.video.archive import Archive
from console.video.archive_reader import ArchiveReader
from console.video.parameter_sets import Sets
from console.video.units import Codec
from db.footage_records import EndReason, GapCause, Look, Segment
from db.records import StreamRole
from db.structs import replace
from tests import stores
from tests.console.video.footage import DISK, GATE, YARD, at, minutes, span, volume
from tests.fakes import FakeClock

SETS = Sets(Codec.H264, (b"\x67\x42\x00\x1e", b"\x68\xce"), 320, 180, 0, b"\x01\x42\x00\x1e\xff")
PICTURE = b"\0\0\0\1\x65" + b"\xaa" * 400
LOOKS = [Look(n * 1_000_000, 1 << n, 8) for n in range(10)]

set_aside = pytest.mark.loud("the footage index was set aside")


@pytest.fixture(autouse=True)
def own_place(runtime: Path) -> Path:
    return runtime


def film(disk: Path, of: Segment, *, whole: bool = True) -> Segment:
    """A real file of a segment: ten seconds are enough; its row as it must be."""
    head = {
        "version": 1,
        "camera": of.camera_id,
        "role": of.role,
        "stream": 1,
        "run_us": of.run_us,
        "era": of.era,
        "start_us": of.start_us,
        "monotonic_ns": of.monotonic_ns,
        "codec": "h264",
    }
    tail = {
        "reason": of.end_reason,
        "duration_us": of.duration_us,
        "frames": 10,
        "keys": 10,
        "damaged": 0,
        "camera_off_us": of.camera_off_us,
    }
    path = footage_files.path_of(disk, of)
    path.parent.mkdir(parents=True, exist_ok=True)
    content = fmp4.opening(SETS, None, head)
    for n in range(10):
        sample = fmp4.picture(PICTURE, n * 90_000, key=True)
        content += fmp4.fragment(n + 1, [sample], n * 90_000, 90_000)
        content += fmp4.looks(change_map.pack([LOOKS[n]], 0))
    if not whole:
        footage_files.partial_path(path).write_bytes(content + b"\0\0\1")
        return replace(of, duration_us=10_000_000, end_reason=EndReason.KILLED)
    path.write_bytes(content + fmp4.ending(tail))
    return footage_files.read_segment(path, DISK)


@pytest.fixture
def disk(tmp_path: Path) -> Path:
    """A volume with two cameras' footage, and the index of it."""
    folder = tmp_path / "disk"
    order = volume(folder)
    archive = Archive(tmp_path / "footage.db")
    with archive.batch():
        archive.set_volumes({DISK: order.path})
        for each in [*minutes(0, 3), *minutes(5, 7), *minutes(0, 2, camera=YARD)]:
            segment = film(folder, each)
            archive.add(segment, change_map.pack(LOOKS, 0))
        segment = film(folder, replace(minutes(0, 1)[0], role=StreamRole.MAIN))
        archive.add(segment, change_map.pack(LOOKS, 0))
        archive.gaps.add(GATE, 0, (at(3), at(5)), GapCause.UNKNOWN)
    archive.close()
    return folder


def contents(data: Path) -> dict[str, list[object]]:
    reader = ArchiveReader(data / "footage.db")
    tables = ("segment", "run", "gap", "usage", "volume", "era", "look", "stir")
    found = {name: sorted(reader.rows(f"select * from {name}")) for name in tables}
    reader.close()
    return found


def test_the_index_made_anew_equals_the_one_lost(tmp_path: Path, disk: Path) -> None:
    before = contents(tmp_path)
    (tmp_path / "footage.db").unlink()

    tally = rebuild.rebuild(tmp_path, {DISK: disk}, FakeClock().now())

    assert contents(tmp_path) == before
    assert (tally.segments, tally.unreadable, tally.whole) == (8, 0, True)
    assert len(before["segment"]) == 8


@set_aside
@pytest.mark.loud("is not whole")
def test_what_a_kill_left_is_taken_in_and_what_is_no_footage_is_told(
    tmp_path: Path, disk: Path
) -> None:
    lost = film(disk, minutes(7, 8)[0], whole=False)
    footage_files.path_of(disk, minutes(9, 10)[0]).write_bytes(b"nothing")

    tally = rebuild.rebuild(tmp_path, {DISK: disk}, FakeClock().now())

    assert (tally.segments, tally.unreadable) == (9, 1)
    reader = ArchiveReader(tmp_path / "footage.db")
    [found] = reader.segments(GATE, StreamRole.SUB, span(7, 8))
    assert (found.end_reason, found.duration_us) == (lost.end_reason, lost.duration_us)
    assert footage_files.path_of(disk, found).exists()
    reader.close()
    assert len(list(tmp_path.glob("footage.db.damaged-*"))) == 1  # nothing is thrown away


def test_a_check_tells_what_is_amiss(tmp_path: Path, disk: Path) -> None:
    assert rebuild.compare(tmp_path, {DISK: disk}, by_hash=True).whole

    first, second, third = (footage_files.path_of(disk, each) for each in minutes(0, 3))
    first.unlink()
    second.write_bytes(second.read_bytes()[:-9])
    content = bytearray(third.read_bytes())
    content[-200] ^= 1
    third.write_bytes(content)
    film(disk, minutes(20, 21)[0])

    found = rebuild.compare(tmp_path, {DISK: disk})
    assert (found.missing, found.changed, found.unknown) == (1, 1, 1)
    assert rebuild.compare(tmp_path, {DISK: disk}, by_hash=True).changed == 2
    assert "1 file is missing" in " ".join(found.lines())


@set_aside
def test_the_command_checks_and_makes_anew(
    tmp_path: Path, disk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    build(stores.folder(tmp_path), lambda _: None).close()
    options = argparse.Namespace(
        data=tmp_path,
        head=[],
        hashes=True,
        rebuild_index=False,
        rebuild_sums=False,
        rebuild_words=False,
        passphrase_from=None,
    )
    assert errands.check(options) == 0
    assert "8 segments" in capsys.readouterr().out

    footage_files.path_of(disk, minutes(0, 1)[0]).unlink()
    assert errands.check(options) == 1
    assert "NOT agree" in capsys.readouterr().out

    options.rebuild_index = True
    assert errands.check(options) == 0
    assert "7 segments" in capsys.readouterr().out


def test_nothing_is_made_anew_while_the_engine_runs(tmp_path: Path, disk: Path) -> None:
    with meeting.take(tmp_path), pytest.raises(EngineBusy):
        look_over(tmp_path, rebuild=True, by_hash=False)

    assert (tmp_path / "footage.db").exists()
