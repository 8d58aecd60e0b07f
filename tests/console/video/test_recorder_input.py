"""What a recorder makes of odd streams, set clocks and bad disks."""

from __future__ import annotations

import dataclasses
import os
import resource
import shutil
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import av
import pytest

from console.events import Reason, StreamState
from console.video import fmp4_reader, footage_files
from console.video.units import Codec, SenderReport, Unit
from console.video.wire_footage import RecordingTold
from db.footage_records import EndReason, GapCause
from db.records import to_us
from tests.console.video.recording import order, volume
from tests.console.video.tape import Tape, scans
from tests.footage import annexb, nals, pictures


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return volume(tmp_path / "footage")


@pytest.fixture
def tape(folder: Path) -> Iterator[Tape]:
    tape = Tape(order(folder))
    yield tape
    tape.close()


def ended(tape: Tape) -> None:
    tape.recorder.close()
    tape.settle()


def shown(path: Path) -> list[int]:
    with av.open(str(path)) as container:
        return [frame.pts or 0 for frame in container.decode(video=0)]


def test_minutes_join_without_a_seam(tape: Tape, folder: Path) -> None:
    tape.open()
    tape.play(4)
    tape.settle()  # a PC that plays faster than its disk writes would hear of no beginning
    tape.play(186)
    ended(tape)

    done = tape.done
    assert len(done) >= 3
    assert {segment.run_us for segment in done} == {done[0].start_us}
    assert all(a.start_us + a.duration_us == b.start_us for a, b in pairwise(done))
    assert all(58e6 < segment.duration_us < 63e6 for segment in done[1:-1])
    assert sum(segment.frames for segment in done) == 190 * 15
    assert done[-1].start_us + done[-1].duration_us - done[0].start_us == pytest.approx(
        190e6, abs=2e3
    )
    assert [s.end_reason for s in done] == [EndReason.FULL] * (len(done) - 1) + [EndReason.STOPPED]
    assert tape.causes == [None]


@pytest.mark.parametrize("where", ["in band", "announced"])
@pytest.mark.parametrize("codec", list(Codec))
def test_parameter_sets_may_come_either_way(
    tape: Tape, folder: Path, codec: Codec, where: str
) -> None:
    kinds = (7, 8) if codec is Codec.H264 else (32, 33, 34)

    def bare(unit: Unit, _: int) -> Unit:
        kept = [
            nal
            for nal in nals(unit)
            if (nal[0] & 31 if codec is Codec.H264 else nal[0] >> 1 & 63) not in kinds
        ]
        return dataclasses.replace(unit, data=b"".join(b"\0\0\0\1" + nal for nal in kept))

    units = pictures(codec)
    announced = units[0].data if where == "announced" else b""
    tape.open(codec, announced)
    tape.play(4, units, change=bare if announced else lambda unit, _: unit)
    ended(tape)

    [path] = footage_files.files(folder)
    assert len(shown(path)) == 60


def test_a_stream_without_parameter_sets_waits_for_them(tape: Tape) -> None:
    tape.open()
    tape.play(3, [dataclasses.replace(unit, data=nals(unit)[-1]) for unit in pictures()])
    assert tape.done == []
    assert GapCause.UNSUPPORTED in tape.causes


def test_changed_parameter_sets_begin_another_segment(tape: Tape, folder: Path) -> None:
    tape.open()
    tape.play(4)
    tape.play(4, pictures(size=(640, 360)))
    ended(tape)

    first, second = tape.done
    assert first.end_reason is EndReason.CHANGED
    assert abs(first.start_us + first.duration_us - second.start_us) < 70_000
    assert second.start_us >= first.start_us + first.duration_us
    assert second.run_us == second.start_us
    assert [scan.width for scan in scans(folder)] == [320, 640]


def test_another_codec_in_the_next_session_is_another_segment(tape: Tape, folder: Path) -> None:
    tape.open()
    tape.play(4)
    tape.settle()
    tape.recorder.stand(StreamState.OFFLINE, Reason.CLOSED)
    tape.open(Codec.H265)
    tape.play(4, pictures(Codec.H265))
    tape.settle()
    ended(tape)

    assert [scan.codec for scan in scans(folder)] == [Codec.H264, Codec.H265]
    assert [len(shown(path)) for path in footage_files.files(folder)] == [60, 60]
    assert tape.causes == [None, GapCause.NETWORK, None]


def test_another_codec_in_the_middle_of_a_session_spoils_nothing_before_or_after(
    tape: Tape, folder: Path
) -> None:
    tape.open()
    tape.play(4)
    tape.play(4, pictures(Codec.H265))  # what no decoder of this session understands
    tape.play(4)
    ended(tape)

    found = list(footage_files.files(folder))
    assert sum(done.frames for done in tape.done) >= 120
    assert all(footage_files.read_segment(path, tape.recorder.record.volume_id) for path in found)
    first = annexb(found[0])
    assert first[:60] == [nals(unit) for unit in pictures()] * 2


@pytest.mark.parametrize("jump", [-(1 << 31), -90_000 * 20, -60_000, 1 << 31, 0])
def test_stamps_that_jump_or_stand_still_are_written_in_our_time(
    tape: Tape, folder: Path, jump: int
) -> None:
    def odd(unit: Unit, number: int) -> Unit:
        stamp = unit.rtp_time + jump if number >= 50 else unit.rtp_time
        return dataclasses.replace(unit, rtp_time=stamp if jump else 0)

    tape.open()
    tape.play(40, change=odd)
    ended(tape)

    [path] = footage_files.files(folder)
    [done] = tape.done
    times = shown(path)
    assert len(times) == 600
    assert all(later > at for at, later in pairwise(times))
    # Stamps that stand still are found out within two windows of five seconds.
    assert done.duration_us == pytest.approx(40e6, abs=0.3e6)


@pytest.mark.parametrize("factor", [0.5, 4])
def test_a_stream_that_lies_about_its_rate_is_written_in_our_time(
    tape: Tape, folder: Path, factor: float
) -> None:
    tape.open()
    tape.play(40, change=lambda u, _: dataclasses.replace(u, rtp_time=int(u.rtp_time * factor)))
    ended(tape)

    assert sum(done.duration_us for done in tape.done) == pytest.approx(40e6, abs=1.5e6)
    assert sum(done.frames for done in tape.done) == 600


@pytest.mark.parametrize(("fps", "gop"), [(1, 5), (60, 120)])
def test_slow_and_fast_streams(tape: Tape, folder: Path, fps: int, gop: int) -> None:
    tape.open()
    tape.play(20, pictures(fps=fps, gop=gop, count=gop), fps=fps)
    ended(tape)

    [path] = footage_files.files(folder)
    assert len(shown(path)) == 20 * fps
    assert tape.done[0].duration_us == pytest.approx(20e6, abs=1e5)


@pytest.mark.parametrize(
    ("codec", "open_gop"), [(Codec.H264, False), (Codec.H265, False), (Codec.H265, True)]
)
def test_b_pictures_join_without_a_seam(
    tape: Tape, folder: Path, codec: Codec, open_gop: bool
) -> None:
    units = pictures(codec, count=60, b_pictures=3, open_gop=open_gop)
    tape.open(codec)
    tape.play(120, units)
    ended(tape)

    done = tape.done
    assert len(done) > 1
    assert all(a.start_us + a.duration_us == b.start_us for a, b in pairwise(done))
    stored = [picture for path in footage_files.files(folder) for picture in annexb(path)]
    assert stored == [nals(units[n % 60]) for n in range(120 * 15)]


def test_a_very_long_gop_is_on_disk_long_before_it_ends(tape: Tape, folder: Path) -> None:
    tape.open()
    key, *others = pictures()
    tape.play(0.1, [key])
    tape.play(150, others)
    tape.settle()

    [path] = footage_files.partials(folder)
    assert fmp4_reader.scan(path).frames > 148 * 15


def test_the_cameras_clock_is_compared(tape: Tape) -> None:
    tape.open()
    camera_us = to_us(tape.clock.now()) + 1_200_000_000
    tape.recorder.report(SenderReport(camera_us, 0), tape.clock.monotonic_s())
    tape.play(4)
    ended(tape)

    assert tape.done[0].camera_off_us == 1_200_000_000


@pytest.mark.loud("the station's clock was set")
def test_a_clock_set_forward_ends_the_run(tape: Tape) -> None:
    tape.open()
    tape.play(10)
    tape.clock.set_by(hours=1)
    tape.play(10)
    ended(tape)

    first, second = tape.done
    assert first.end_reason is EndReason.CLOCK_STEP
    assert (first.era, second.era) == (0, 0)
    assert second.start_us - first.start_us - first.duration_us == pytest.approx(3.6e9, abs=1e5)
    assert first.frames + second.frames == 300


def test_a_clock_set_back_a_little_is_hidden(tape: Tape) -> None:
    tape.open()
    tape.play(10)
    tape.clock.set_by(seconds=-1.5)
    tape.play(10)
    tape.recorder.stand(StreamState.OFFLINE, Reason.CLOSED)
    tape.open()
    tape.play(10)
    ended(tape)

    first, second = tape.done
    assert first.duration_us == pytest.approx(20e6, abs=1e5)
    assert second.start_us == first.start_us + first.duration_us
    assert (first.era, second.era) == (0, 0)


@pytest.mark.loud("the station's clock was set")
def test_a_clock_set_back_begins_another_era(tape: Tape) -> None:
    tape.open()
    tape.play(10)
    tape.clock.set_by(hours=-1)
    tape.play(10)
    ended(tape)

    first, second = tape.done
    assert first.end_reason is EndReason.CLOCK_STEP
    assert (first.era, second.era) == (0, 1)
    assert second.start_us < first.start_us


@pytest.mark.loud("cannot be written: No such file", "cannot be ended", "the volume is not there")
def test_a_volume_that_vanishes_is_told_and_tried_again(tape: Tape, folder: Path) -> None:
    tape.open()
    tape.play(4)
    tape.settle()
    shutil.rmtree(folder)
    for _ in range(8):
        tape.play(4)
        tape.settle()
    assert tape.causes == [None, GapCause.DISK_LOST]
    assert not folder.exists()

    volume(folder)
    tape.play(70)
    tape.settle()
    assert tape.causes == [None, GapCause.DISK_LOST, None]


@pytest.mark.loud("cannot be written: the volume is not there")
def test_a_folder_without_the_mark_is_not_written_to(tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    tape = Tape(order(other))
    tape.open()
    tape.play(4)
    tape.settle()
    tape.close()

    assert tape.causes == [GapCause.DISK_LOST]
    assert list(other.iterdir()) == []


@pytest.mark.loud("the disk does not keep up")
def test_a_disk_that_does_not_keep_up_ends_the_run(folder: Path) -> None:
    tape = Tape(order(folder), max_waiting=60_000)
    tape.disk.submit(0, lambda: None)
    tape.open()
    gate_read, gate_write = os.pipe()

    def hang() -> None:
        os.read(gate_read, 1)

    tape.disk.submit(0, hang)
    tape.play(20)
    [slow] = [told for told in tape.told if getattr(told, "cause", None) is GapCause.DISK_SLOW]
    assert isinstance(slow, RecordingTold)
    assert slow.volume_id == tape.recorder.record.volume_id
    assert tape.disk.waiting <= 60_000

    os.write(gate_write, b"!")
    tape.settle()
    for _ in range(6):
        tape.play(4)
        tape.settle()
    assert tape.causes[-1] is None
    first = tape.done[0]
    assert first.end_reason is EndReason.DISK
    tape.close()
    os.close(gate_read)
    os.close(gate_write)
    for path in footage_files.files(folder):
        volume_id = tape.recorder.record.volume_id
        assert footage_files.read_segment(path, volume_id).volume_id == volume_id


def test_another_volume_is_written_from_the_next_key_frame_on(tape: Tape, tmp_path: Path) -> None:
    other = volume(tmp_path / "other")
    tape.open()
    tape.play(5)
    tape.recorder.order(order(other))
    tape.play(5)
    ended(tape)

    first, second = tape.done
    assert first.start_us + first.duration_us == second.start_us
    assert second.run_us == first.run_us
    assert len(list(footage_files.files(other))) == 1


@pytest.mark.loud("cannot be written: File too large")
def test_a_full_disk_ends_the_segment_behind_its_last_whole_fragment(
    tape: Tape, folder: Path
) -> None:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (90_000, before[1]))
    try:
        tape.open()
        for _ in range(3):
            tape.play(4)
            tape.settle()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)

    assert tape.causes[:2] == [None, GapCause.DISK_FULL]
    first = tape.done[0]
    assert first.end_reason is EndReason.DISK
    [path, *_] = footage_files.files(folder)
    segment = footage_files.read_segment(path, tape.recorder.record.volume_id)
    assert segment.sha256.hex() == first.sha256
    assert len(shown(path)) == first.frames > 15
    gap = next(told for told in tape.told if isinstance(told, RecordingTold) and told.cause)
    assert gap.run_us == first.start_us + first.duration_us

    for _ in range(3):
        tape.play(4)
        tape.settle()
    assert tape.causes[-1] is None
