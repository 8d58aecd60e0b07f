"""A disk that fails while footage is written: what is kept, what is said, what is never claimed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from console.events import Reason, StreamState
from console.video import fmp4_reader, footage_files, mending
from console.video.wire_footage import RecordingTold, SegmentDone
from db.footage_records import EndReason, GapCause
from tests.console.video.recording import VOLUME, order, volume
from tests.console.video.sick_disk import SickDisk
from tests.console.video.tape import Tape, scans

pytestmark = pytest.mark.loud("cannot be written: Input/output error")  # every disk here is sick


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return volume(tmp_path / "footage")


@pytest.fixture
def sick() -> SickDisk:
    return SickDisk()


@pytest.fixture
def tape(folder: Path, sick: SickDisk) -> Iterator[Tape]:
    tape = Tape(order(folder), calls=sick.calls)
    tape.open()
    yield tape
    tape.close()


def play(tape: Tape, seconds: float) -> None:
    """Play, and let the disk keep up."""
    for _ in range(round(seconds / 4)):
        tape.play(4)
        tape.settle()


def is_true(folder: Path, done: SegmentDone) -> bool:
    """Whether a file on disk is what was told of it, to the last byte."""
    [path] = [p for p in footage_files.files(folder) if not p.name.endswith(".partial")]
    segment = footage_files.read_segment(path, VOLUME)
    return (segment.sha256.hex(), segment.frames, segment.start_us) == (
        done.sha256,
        done.frames,
        done.start_us,
    )


@pytest.mark.loud("cannot be ended: Input/output error")
@pytest.mark.parametrize("short", [0, 100])
def test_a_write_that_fails_ends_the_segment_behind_what_is_there(
    tape: Tape, folder: Path, sick: SickDisk, short: int
) -> None:
    play(tape, 8)
    sick.ills, sick.short = {"write"}, short
    play(tape, 4)

    # Not even the words of its end can be written: it stays what it is, and is no segment.
    assert tape.causes == [None, GapCause.DISK_LOST]
    assert tape.done == []
    [partial] = footage_files.partials(folder)

    sick.ills.clear()
    play(tape, 12)
    assert tape.causes == [None, GapCause.DISK_LOST, None]
    mended = mending.rescue(partial, VOLUME)
    assert mended is not None
    segment, _ = mended
    assert segment.end_reason is EndReason.KILLED
    assert segment.frames >= 7 * 15
    gap = next(told for told in tape.told if isinstance(told, RecordingTold) and told.cause)
    assert gap.run_us <= segment.end_us


def test_a_failed_fsync_is_never_taken_for_footage(
    tape: Tape, folder: Path, sick: SickDisk
) -> None:
    play(tape, 8)
    sick.ills = {"sync"}
    tape.recorder.close()
    tape.settle()

    assert tape.done == []
    assert sick.failed == ["sync"]  # and never again for that file
    [scan] = scans(folder)
    assert scan.tail
    [partial] = footage_files.partials(folder)
    assert tape.causes == [None, GapCause.DISK_LOST]
    told = tape.told[-1]
    assert isinstance(told, RecordingTold)
    assert told.run_us == scan.head["start_us"]  # nothing of it counts as recorded

    mended = mending.rescue(partial, VOLUME)
    assert mended is not None
    segment, _ = mended
    assert (segment.frames, segment.start_us) == (scan.frames, told.run_us)


def test_after_a_failed_fsync_in_the_middle_of_a_run_recording_goes_on(
    tape: Tape, folder: Path, sick: SickDisk
) -> None:
    sick.ills = {"sync"}
    while not sick.failed:
        play(tape, 4)
    sick.ills.clear()
    play(tape, 60)

    assert tape.causes == [None, GapCause.DISK_LOST, None]
    _, failed, again = (told for told in tape.told if isinstance(told, RecordingTold))
    [partial, *_] = footage_files.partials(folder)
    lost = fmp4_reader.scan(partial)
    assert failed.run_us == lost.head["start_us"]
    assert again.run_us >= failed.run_us + lost.end * 100 // 9
    assert all(done.start_us != failed.run_us for done in tape.done)


def test_a_segment_that_fails_after_its_run_is_a_gap_though_the_next_run_is_well(
    tape: Tape, sick: SickDisk
) -> None:
    play(tape, 8)
    sick.ills = {"sync"}
    tape.recorder.stand(StreamState.OFFLINE, Reason.CLOSED)
    tape.wait_for_disk()
    sick.ills.clear()
    tape.clock.pass_(seconds=2)
    tape.open()
    tape.play(4)  # another run has begun before the loop hears that the last one was lost
    tape.settle()

    first, line, failed, again = (t for t in tape.told if isinstance(t, RecordingTold))
    assert (first.cause, line.cause) == (None, GapCause.NETWORK)
    assert (failed.cause, failed.run_us) == (GapCause.DISK_LOST, first.run_us)
    assert (failed.volume_id, line.volume_id) == (tape.recorder.record.volume_id, None)
    assert again.cause is None
    assert again.run_us >= line.run_us + 2_000_000


def test_a_name_that_is_not_on_disk_is_not_told(tape: Tape, folder: Path, sick: SickDisk) -> None:
    play(tape, 8)
    sick.ills = {"folder"}
    tape.recorder.close()
    tape.settle()

    assert tape.done == []
    assert tape.causes == [None, GapCause.DISK_LOST]
    [path] = footage_files.files(folder)
    found = mending.rescue(path, VOLUME)  # as the hourly look finds it
    assert found is not None
    segment, _ = found
    assert segment.end_reason is EndReason.STOPPED


def test_what_was_written_before_it_failed_is_what_is_told(
    tape: Tape, folder: Path, sick: SickDisk
) -> None:
    play(tape, 8)
    sick.ills = {"write"}
    sick.only = 1  # a fragment fails, and the words of the end pass
    play(tape, 4)

    [done] = tape.done
    assert done.end_reason is EndReason.DISK
    assert is_true(folder, done)
    assert tape.causes == [None, GapCause.DISK_LOST]
    gap = tape.told[-1]
    assert isinstance(gap, RecordingTold)
    assert gap.run_us == done.start_us + done.duration_us
