from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from console.clock import SystemClock
from console.video import fmp4, fmp4_reader, footage_files, looks, mending
from console.video.live import Decoder
from console.video.looker import Looker, Sight
from console.video.loop import Loop
from console.video.units import Codec, Opened
from console.video.vision import ChangeMap
from console.video.wire_footage import Record, SegmentDone
from console.workers import Workers
from db.footage_records import Look
from db.records import StreamRole
from tests.console.video.tape import Tape
from tests.footage import GOP, VOLUME, make_volume, pictures

MOVING = pictures(count=3 * GOP)
KEYS = [unit for unit in MOVING if unit.key]


@pytest.fixture
def sight() -> Iterator[Sight]:
    workers, loop = Workers(), Loop(SystemClock())
    sight = Sight(loop, workers)
    sight.map = ChangeMap
    yield sight
    loop.close()
    assert workers.close() == []


def test_a_stream_that_nobody_sees_is_looked_at_by_its_key_frames(sight: Sight) -> None:
    looker = Looker(sight)
    looker.opened(Opened(Codec.H264, b""))

    first, *rest = [looker.look(unit, None) for unit in KEYS]

    assert first is None
    assert all(look is not None and look.cells for look in rest)


def test_a_picture_that_is_decoded_anyway_gives_the_same_look(sight: Sight) -> None:
    hidden, shown = Looker(sight), Looker(sight)
    decoder = Decoder(Opened(Codec.H264, b""))
    for looker in (hidden, shown):
        looker.opened(Opened(Codec.H264, b""))

    alike = []
    for unit in MOVING:
        decoder.decode(unit, 0.0)
        if unit.key:
            alike.append(hidden.look(unit, None) == shown.look(unit, decoder))

    assert alike == [True] * len(KEYS)


def test_a_picture_that_stands_still_has_no_changes(sight: Sight) -> None:
    looker = Looker(sight)
    looker.opened(Opened(Codec.H264, b""))

    found = [looker.look(KEYS[0], None) for _ in range(3)]

    assert found == [None, Look(0, 0, 0), Look(0, 0, 0)]


def test_rubbish_is_no_look_and_the_next_picture_is_one(sight: Sight) -> None:
    looker = Looker(sight)
    looker.opened(Opened(Codec.H264, b""))
    looker.look(KEYS[0], None)

    broken = KEYS[1].data[:40] + b"\xff" * 64
    rubbish = type(KEYS[1])(broken, True, KEYS[1].rtp_time, 0)
    looker.look(rubbish, None)

    assert looker.look(KEYS[2], None) is not None


def test_a_camera_of_key_frames_alone_is_looked_at_four_times_a_second(tmp_path: Path) -> None:
    volume = make_volume(tmp_path / "volume")
    tape = Tape(Record(StreamRole.SUB, VOLUME, str(volume), 0, False))
    tape.open()
    looked = []
    for number in range(250):
        tape.play(1 / 25, KEYS[:1], fps=25)
        if tape.recorder.is_look_due:
            looked.append(number)
            tape.recorder.look(Look(0, 1, 9))
    tape.close()

    assert len(looked) == pytest.approx(10 * looks.LOOKS_A_SECOND, rel=0.15)
    [done] = [told for told in tape.told if isinstance(told, SegmentDone)]
    assert len(list(looks.unpack(looks.from_text(done.looks), 0))) == len(looked)


def test_looks_go_with_their_segment(tmp_path: Path) -> None:
    volume = make_volume(tmp_path / "volume")
    tape = Tape(Record(StreamRole.SUB, VOLUME, str(volume), 0, False))
    tape.open()
    tape.play(4.0)
    tape.recorder.look(Look(0, 0b101, 9))
    tape.close()

    [done] = [told for told in tape.told if isinstance(told, SegmentDone)]
    [look] = looks.unpack(looks.from_text(done.looks), done.start_us)
    assert (look.cells, look.amount) == (0b101, 9)
    assert done.start_us < look.at_us < done.start_us + done.duration_us
    [path] = footage_files.files(volume)
    assert footage_files.change_map(path) == looks.from_text(done.looks)


def test_what_a_kill_left_has_its_change_map_as_far_as_it_goes(tmp_path: Path) -> None:
    volume = make_volume(tmp_path / "volume")
    tape = Tape(Record(StreamRole.SUB, VOLUME, str(volume), 0, False))
    tape.open()
    for number in range(3):
        tape.play(4.0)
        tape.recorder.look(Look(0, 1 << number, 9))
    tape.settle()
    [partial] = footage_files.partials(volume)
    left = partial.read_bytes()
    tape.close()

    [path] = footage_files.files(volume)
    path.unlink()
    partial.write_bytes(left)
    rescued = mending.rescue(partial, VOLUME)

    assert rescued is not None
    segment, packed = rescued
    found = list(looks.unpack(packed, segment.start_us))
    assert [look.cells for look in found] == [1, 2]  # the third was not written down yet
    assert all(segment.start_us < look.at_us < segment.end_us for look in found)


def test_a_look_behind_the_end_of_its_file_is_none(tmp_path: Path) -> None:
    volume = make_volume(tmp_path / "volume")
    tape = Tape(Record(StreamRole.SUB, VOLUME, str(volume), 0, False))
    tape.open()
    tape.play(4.0)
    tape.close()
    [path] = footage_files.files(volume)
    scan = fmp4_reader.scan(path)
    whole = path.read_bytes()
    end = fmp4.ending(scan.tail)
    lies = fmp4.looks(looks.pack([Look(3_600_000_000, 1, 1), Look(1_000_000, 2, 1)], 0))

    path.write_bytes(whole.removesuffix(end) + lies + end)

    assert [look.cells for look in looks.unpack(footage_files.change_map(path), 0)] == [2]
