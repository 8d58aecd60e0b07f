"""What a recorder makes of a camera that lies about its pictures, and what it tells of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from console.events import Doubt
from console.video import archive_reader, footage_files
from console.video.units import Codec, Opened, Unit
from console.video.wire_footage import RecordingTold
from db.footage_records import GapCause
from tests.console.video.recording import order, volume
from tests.console.video.tape import Tape
from tests.footage import pictures

DAY = 24 * 3600 * 90_000


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return volume(tmp_path / "footage")


@pytest.fixture
def tape(folder: Path) -> Iterator[Tape]:
    tape = Tape(order(folder))
    yield tape
    tape.close()


def doubts(tape: Tape) -> list[tuple[Doubt, ...]]:
    """What was doubted, each time that it was said to be recorded."""
    tape.settle()
    told = [each for each in tape.told if isinstance(each, RecordingTold)]
    assert all(each.cause is None for each in told)
    return [each.doubts for each in told]


def test_times_that_jump_are_told_and_then_not_any_more(tape: Tape) -> None:
    tape.open()
    tape.play(10)
    tape.settle()

    tape.play(10, change=lambda unit, _: Unit(unit.data, unit.key, unit.rtp_time + DAY, unit.lost))

    assert doubts(tape) == [(), (Doubt.TIMES,)]
    run_us = {told.run_us for told in tape.told if isinstance(told, RecordingTold)}
    assert len(run_us) == 1  # footage goes on
    tape.play(10)  # and back
    tape.play(620)
    assert doubts(tape) == [(), (Doubt.TIMES,), ()]


def test_times_at_a_wrong_rate_are_told(tape: Tape) -> None:
    tape.open()

    tape.play(40, change=lambda u, _: Unit(u.data, u.key, u.rtp_time * 3 // 2, u.lost))

    assert doubts(tape)[-1] == (Doubt.TIMES,)


@pytest.mark.parametrize("wanted", [True, False])
def test_sound_that_cannot_be_recorded_is_told_where_it_is_wanted(
    folder: Path, *, wanted: bool
) -> None:
    tape = Tape(order(folder, audio=wanted))
    tape.recorder.opened(Opened(Codec.H264, b"", mute=True))

    tape.play(6)

    assert doubts(tape) == [(Doubt.SOUND,) if wanted else ()]
    tape.close()


def test_a_stream_without_another_key_frame_ends_in_time_to_be_found(
    tape: Tape, folder: Path
) -> None:
    tape.open()
    keyless = [unit for unit in pictures() if not unit.key]
    tape.play(1, pictures()[:1], fps=1)
    tape.play(5, keyless[:1], fps=1)
    tape.settle()  # the first of it is on the disk

    tape.play(900, keyless[:1], fps=1)
    tape.settle()

    [done] = tape.done
    assert done.duration_us <= archive_reader.LONGEST_SEGMENT_US
    assert tape.causes == [None, GapCause.UNSUPPORTED]
    tape.play(4)
    tape.settle()
    assert tape.causes == [None, GapCause.UNSUPPORTED, None]
    tape.recorder.close()
    tape.settle()
    for path in footage_files.files(folder):
        segment = footage_files.read_segment(path, tape.recorder.record.volume_id)
        assert segment.duration_us <= archive_reader.LONGEST_SEGMENT_US
