from __future__ import annotations

import queue
import struct
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import av
import pytest

from console.demo.media import QUICK, moving, read_code, write_clip
from console.events import Event, ExhibitMoved, ExhibitState
from console.video.exhibit_link import LinkedExhibit
from console.workers import Workers
from tests.console.video.pixels import grey

WIDTH, HEIGHT, PICTURES, RATE = 320, 180, 50, 15
PLACE = (WIDTH, HEIGHT)
PATIENCE_S = 20.0
Heard = Callable[[Callable[[ExhibitMoved], bool]], ExhibitMoved]


@pytest.fixture(scope="module")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("clip") / "a.mp4"
    write_clip(path, moving(WIDTH, HEIGHT, PICTURES), QUICK)
    return path


@contextmanager
def played(path: Path) -> Iterator[tuple[LinkedExhibit, Heard]]:
    """A player of ``path``, and a way to wait for what it tells."""
    heard: queue.SimpleQueue[Event] = queue.SimpleQueue()
    workers = Workers()

    def wait(wanted: Callable[[ExhibitMoved], bool]) -> ExhibitMoved:
        while True:
            event = heard.get(timeout=PATIENCE_S)
            if isinstance(event, ExhibitMoved) and wanted(event):
                return event

    try:
        with closing(LinkedExhibit(path, PLACE, heard.put, workers)) as exhibit:
            yield exhibit, wait
    finally:
        assert workers.close() == []


def in_state(state: ExhibitState) -> Callable[[ExhibitMoved], bool]:
    return lambda moved: moved.state is state


def encoded(target: Path) -> Path:
    """Moving pictures in the container that the name asks for."""
    kind = {".264": "h264"}.get(target.suffix)
    with av.open(str(target), "w", format=kind) as file:
        track = file.add_stream("libx264", rate=RATE, options={"preset": "ultrafast", "g": "15"})
        assert isinstance(track, av.VideoStream)
        track.width, track.height, track.pix_fmt = WIDTH, HEIGHT, "yuv420p"
        for picture in moving(WIDTH, HEIGHT, PICTURES):
            file.mux(track.encode(av.VideoFrame.from_ndarray(picture, format="yuv420p")))
        file.mux(track.encode(None))
    return target


def as_dahua(target: Path) -> Path:
    """Moving pictures as a Dahua recorder writes them: a DHAV frame around each."""
    with av.open(str(encoded(target.with_suffix(".264")))) as file:
        units = [bytes(packet) for packet in file.demux(video=0)]
    out = bytearray()
    for number, unit in enumerate(units):
        extra = bytes((0x80, 0, WIDTH // 8, HEIGHT // 8, 0x81, 0, 2, RATE))
        length = 24 + len(extra) + len(unit) + 8
        head = struct.pack("<BBBBII", 0xFD, 0, 0, 0, number, length)
        head += struct.pack(
            "<IHBB", 0x5F3A0000 + number // RATE, number * 66 % 0xFFFF, len(extra), 0
        )
        out += b"DHAV" + head + extra + unit + b"dhav" + struct.pack("<I", length)
    target.write_bytes(out)
    return target


def test_a_file_stands_at_its_first_picture(clip: Path) -> None:
    with played(clip) as (exhibit, wait):
        moved = wait(in_state(ExhibitState.STANDING))

        picture = exhibit.picture()
        assert picture is not None
        assert (moved.width, moved.height) == (WIDTH, HEIGHT)
        assert moved.length_ms == pytest.approx(1000 * PICTURES / RATE, abs=100)
        assert read_code(grey(picture)) is not None


def test_it_plays_and_goes_where_it_is_told(clip: Path) -> None:
    with played(clip) as (exhibit, wait):
        wait(in_state(ExhibitState.STANDING))

        exhibit.go(2000, 0)
        wait(lambda moved: moved.state is ExhibitState.STANDING and moved.at_ms >= 1900)
        exhibit.go(None, 0.5)  # long enough to be seen playing, however busy the PC is
        moved = wait(in_state(ExhibitState.PLAYING))
        assert moved.rate == 0.5
        exhibit.go(0, 2.0)
        wait(lambda moved: moved.state is ExhibitState.PLAYING and moved.rate == 2.0)
        wait(in_state(ExhibitState.ENDED))


@pytest.mark.parametrize("name", ["a.avi", "a.asf", "a.ts", "a.264"])
def test_whatever_a_household_brings_is_shown(tmp_path: Path, name: str) -> None:
    path = encoded(tmp_path / name)
    before = path.read_bytes()

    with played(path) as (exhibit, wait):
        wait(in_state(ExhibitState.STANDING))
        assert exhibit.picture() is not None

    assert path.read_bytes() == before


def test_a_dahua_recorders_file_is_shown(tmp_path: Path) -> None:
    with played(as_dahua(tmp_path / "a.dav")) as (exhibit, wait):
        wait(lambda moved: moved.state in (ExhibitState.STANDING, ExhibitState.ENDED))

        assert exhibit.picture() is not None


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.mp4", b""),
        ("a.mp4", b"\x01not a film" * 1000),
        ("a.avi", b"RIFF\xff\xff\xff\xffAVI LIST" + b"\xff" * 4096),
    ],
)
def test_a_file_without_a_picture_is_said_to_be_none(
    tmp_path: Path, name: str, content: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(content)

    with played(path) as (exhibit, wait):
        wait(in_state(ExhibitState.UNREADABLE))

        assert exhibit.picture() is None


def test_a_file_that_is_cut_off_is_shown_as_far_as_it_goes(tmp_path: Path) -> None:
    path = encoded(tmp_path / "whole.mkv")
    short = tmp_path / "short.mkv"
    short.write_bytes(path.read_bytes()[: path.stat().st_size // 2])

    with played(short) as (exhibit, wait):
        wait(in_state(ExhibitState.STANDING))
        exhibit.go(None, 4.0)
        wait(in_state(ExhibitState.ENDED))


def test_a_file_that_breaks_the_player_breaks_nothing_else(
    clip: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with played(clip) as (exhibit, wait):
        wait(in_state(ExhibitState.STANDING))
        assert exhibit._process is not None

        exhibit._process.kill()

        wait(in_state(ExhibitState.CRASHED))
    assert "ended with -9" in caplog.text
    caplog.clear()


def test_a_pc_without_libvlc_says_so(
    clip: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHON_VLC_LIB_PATH", str(tmp_path / "libvlc.so.5"))

    with played(clip) as (_, wait):
        wait(in_state(ExhibitState.NO_LIBRARY))


def test_it_can_be_closed_before_it_began(clip: Path) -> None:
    with played(clip) as (exhibit, _):
        exhibit.go(None, 1.0)

    assert exhibit._process is None or exhibit._process.poll() is not None
