from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from console.clock import SystemClock
from console.video import looks
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
