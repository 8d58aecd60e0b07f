"""Facts about a native file: what is in it by the bytes alone, and no decoder near it."""

from __future__ import annotations

import hashlib
import struct
import subprocess
import sys
from pathlib import Path

import pytest

from console.errors import Cancelled
from console.video import stored_nals
from console.video.film import FilmUnreadable
from console.video.native import Native, Wanted, look
from console.video.stored_nals import NalsBroken, Signed
from console.video.units import Codec, Sounding, Unit
from console.workers import Stop
from db.records import to_us
from tests.console.video.footage_made import FRAME_US, Ward, instant
from tests.console.video.sounding import clicks, segment
from tests.fakes import FakeClock
from tests.footage import lay_segment, make_volume, nals, pictures

AXIS = "5369676e656420566964656f2e2e2e30"
ONVIF = "005bc93f2d715e95ada4796f90877a6f"


def facts(path: Path, wanted_us: int = instant(0)) -> Native:
    return look(path, Wanted(wanted_us, instant(0)), Stop(), lambda done: None)


def test_no_decoder_is_loaded_for_it() -> None:
    code = (
        "import sys, console.video.cutter, console.video.native\n"
        "sys.exit(sorted({'av', 'cv2', 'numpy', 'vlc'} & set(sys.modules)) or 0)"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)

    assert (done.returncode, done.stderr) == (0, b"")


def test_a_file_is_told_by_its_bytes(tmp_path: Path) -> None:
    path = Ward(tmp_path).record(0, 60)

    found = facts(path, instant(7))

    assert (found.codec, found.width, found.height) == ("h264", 160, 90)
    assert (found.frames, found.keys, found.damaged, found.undecodable) == (60, 3, 0, 0)
    assert (found.start_us, found.shown_from_us) == (instant(0), instant(0))
    assert found.end_us == instant(60)
    assert (found.lead_us, found.lead_why) == (7 * FRAME_US, "key frame")
    assert found.longest_gap_us == FRAME_US
    assert found.size_bytes == path.stat().st_size
    assert found.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert (found.signed, found.sound) == (Signed.NONE, None)
    assert facts(path).lead_why == ""


def test_the_chain_is_of_the_stream_and_not_of_its_file(tmp_path: Path) -> None:
    one = Ward(tmp_path / "1").record(0, 60, fragment_s=0.4)
    other = Ward(tmp_path / "2").record(0, 60, fragment_s=3.0)

    assert facts(one).nal_chain == facts(other).nal_chain
    assert facts(one).sha256 != facts(other).sha256


def _sei(uuid: str, codec: Codec, *before: bytes) -> bytes:
    message = bytes.fromhex(uuid) + b"signature"
    head = b"\x06" if codec is Codec.H264 else b"\x4e\x01"
    body = b"".join(before) + bytes((5, len(message))) + message + b"\x80"
    return head + body.replace(b"\0\0\1", b"\0\0\3\1")


@pytest.mark.parametrize("codec", list(Codec))
@pytest.mark.parametrize(("uuid", "whose"), [(AXIS, Signed.AXIS), (ONVIF, Signed.ONVIF)])
def test_signatures_of_a_camera_are_seen(
    tmp_path: Path, codec: Codec, uuid: str, whose: Signed
) -> None:
    other = bytes((5, 17)) + bytes(range(17))  # another message in the same unit
    units = [
        Unit(b"".join(b"\0\0\0\1" + nal for nal in _with(nals(unit), codec, uuid, other)), *rest)
        for unit in pictures(codec)
        for rest in [(unit.key, unit.rtp_time, unit.lost)]
    ]
    at = FakeClock().now()
    laid = lay_segment(make_volume(tmp_path / "v"), 3, at, seconds=2, units=units)

    found = look(laid.path, Wanted(to_us(at), to_us(at)), Stop(), lambda done: None)

    assert found.signed is whose
    assert found.damaged == 0


def _with(units: list[bytes], codec: Codec, uuid: str, *before: bytes) -> list[bytes]:
    return [*units[:-1], _sei(uuid, codec, *before), units[-1]]


def test_a_signature_in_the_picture_itself_is_none() -> None:
    assert stored_nals.signer(Codec.H264, b"\x06\x05\x20" + bytes(16) + bytes.fromhex(AXIS)) is (
        Signed.NONE
    )
    assert stored_nals.signer(Codec.H264, b"\x06" + b"\xff" * 100_000) is Signed.NONE
    assert stored_nals.signer(Codec.H264, b"\x06") is Signed.NONE


@pytest.mark.parametrize("kind", list(Sounding))
def test_sound_that_is_there_to_the_end_is_whole(tmp_path: Path, kind: Sounding) -> None:
    path = tmp_path / "goc.mov"
    path.write_bytes(segment(0, 60, clicks(kind, 60, (4,))))
    silent = tmp_path / "silent.mov"
    silent.write_bytes(segment(0, 60, clicks(kind, 40, (4,))))

    sound, short = facts(path).sound, facts(silent).sound

    assert sound is not None
    assert (sound.codec, sound.rate, sound.whole) == (kind, 16_000, True)
    assert short is not None
    assert not short.whole
    assert short.longest_gap_us == pytest.approx(20 * FRAME_US, abs=200_000)


@pytest.mark.parametrize("part", [0.3, 0.99])
def test_a_file_that_is_not_whole_is_none(tmp_path: Path, part: float) -> None:
    path = Ward(tmp_path).record(0, 60)
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * part)])

    with pytest.raises(FilmUnreadable):
        facts(path)


@pytest.mark.parametrize(
    "content",
    [b"", b"\0", bytes(1000), b"not a film" * 100, struct.pack(">I4sQ", 1, b"mdat", 1 << 60)],
)
def test_what_is_no_film_is_told_so(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "goc.mp4"
    path.write_bytes(content)

    with pytest.raises(FilmUnreadable):
        facts(path)


def test_it_can_be_given_up(tmp_path: Path) -> None:
    path, stop = Ward(tmp_path).record(0, 60), Stop()
    stop.set()

    with pytest.raises(Cancelled):
        look(path, Wanted(0, 0), stop, lambda done: None)


def test_lengths_are_read_by_the_record_and_never_as_start_codes() -> None:
    sample = (300).to_bytes(4, "big") + b"\x65" + bytes(299) + (1).to_bytes(4, "big") + b"\x41"

    assert list(stored_nals.units(sample, 4)) == [(4, 304), (308, 309)]
    assert stored_nals.length_bytes(Codec.H264, b"\1\0\0\0\xfd") == 2
    with pytest.raises(NalsBroken):
        stored_nals.length_bytes(Codec.H265, b"\1")
    with pytest.raises(NalsBroken):
        list(stored_nals.units(b"\0\0\0\0", 4))
    with pytest.raises(NalsBroken):
        list(stored_nals.units(b"\0\0\0\2\x65", 4))
