"""What a recorder makes of a camera that lies about its pictures, and what it tells of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from console.video import archive_reader, footage_files
from db.footage_records import GapCause
from tests.console.video.recording import order, volume
from tests.console.video.tape import Tape
from tests.footage import pictures


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return volume(tmp_path / "footage")


@pytest.fixture
def tape(folder: Path) -> Iterator[Tape]:
    tape = Tape(order(folder))
    yield tape
    tape.close()


def test_a_stream_without_another_key_frame_ends_in_time_to_be_found(
    tape: Tape, folder: Path
) -> None:
    tape.open()
    keyless = [unit for unit in pictures() if not unit.key]
    tape.play(1, pictures()[:1], fps=1)

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
        assert footage_files.read_segment(path, tape.recorder.record.volume_id)
