"""A cut without its sound: of the pictures nothing changes, and of the sound nothing is left."""

from __future__ import annotations

from pathlib import Path

import av
import numpy as np
import pytest

from console.video import boxes, fmp4_reader
from console.video.units import Sounding
from tests.console.video.sounding import encoded
from tests.console.video.taped import MIXED, SECOND_US, Taped, exported, shown

SECONDS = 70
CASES = [
    *((pictures, Sounding.AAC) for pictures in MIXED),
    *(("h264", kind) for kind in Sounding if kind is not Sounding.AAC),
]


def taped_with(kind: Sounding, pictures: str, folder: Path) -> Taped:
    """Two files with noise, which no piece of a picture is by chance."""
    taped = Taped(folder / "taped")
    rate = 16_000 if kind is Sounding.AAC else 8_000
    noise = np.random.default_rng(7).uniform(-0.9, 0.9, rate * SECONDS).astype(np.float32)
    taped.record((MIXED[pictures](), float(SECONDS)), sounds=encoded(kind, noise, rate))
    assert len(taped.files()) == 2
    return taped


@pytest.mark.parametrize(("pictures", "kind"), CASES)
def test_the_pictures_are_the_same_and_no_piece_of_sound_is_there(
    tmp_path: Path, pictures: str, kind: Sounding
) -> None:
    taped = taped_with(kind, pictures, tmp_path)
    start_us = min(each.at_us for each in taped.source()) + 9 * SECOND_US
    span = (start_us, start_us + 55 * SECOND_US)  # over both files
    loud, silent = tmp_path / "loud.mov", tmp_path / "silent.mov"

    with_sound = taped.cut(*span, loud)
    without = taped.cut(*span, silent, silent=True)

    assert (with_sound["sound_left_out"], without["sound_left_out"]) == (False, True)
    assert with_sound["native"]["sound"] is not None
    assert without["native"]["sound"] is None
    assert exported(silent) == exported(loud)
    assert shown(silent) == shown(loud) == shown(silent, edit_list=False)
    for name in ("nal_chain", "nals", "frames", "keys", "undecodable", "damaged", "start_us"):
        assert without["native"][name] == with_sound["native"][name]
    for name in ("end_us", "shown_from_us", "longest_gap_us", "lead_us", "signed"):
        assert without["native"][name] == with_sound["native"][name]
    for name in ("start_us", "end_us", "missing", "changed_us", "frames", "files"):
        assert without[name] == with_sound[name]
    with av.open(str(silent)) as container:
        assert [stream.type for stream in container.streams] == ["video"]
    content = silent.read_bytes()
    assert b"soun" not in content
    assert content.count(b"trex") == content.count(b"trak") == 1
    pieces = [piece for piece in taped.heard() if len(piece) >= 16]
    assert len(pieces) > 500
    assert all(piece not in content for piece in pieces[::10])
    assert not any(part.sounds for part in fmp4_reader.scan(silent).fragments)
    assert boxes.header(content, 0, len(content)).name == b"ftyp"


def test_what_has_no_sound_is_cut_as_ever(tmp_path: Path) -> None:
    taped = Taped(tmp_path / "taped")
    taped.record((next(iter(MIXED.values()))(), 40.0))
    start_us = min(each.at_us for each in taped.source()) + 9 * SECOND_US
    span = (start_us, start_us + 20 * SECOND_US)
    plain, silent = tmp_path / "plain.mp4", tmp_path / "silent.mp4"

    told = taped.cut(*span, plain)

    assert taped.cut(*span, silent, silent=True) == told
    assert told["sound_left_out"] is False
    assert silent.read_bytes() == plain.read_bytes()
