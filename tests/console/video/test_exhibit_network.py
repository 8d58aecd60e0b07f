"""A foreign file that names addresses: nobody is called, whatever the file is called.

Where nothing stops it, the libVLC of Debian 12 fetches HLS, DASH and Smooth Streaming, packed with
gzip or not; ``test_the_ear_hears_what_libvlc_fetches`` shows that the others would be heard.
"""

from __future__ import annotations

import gzip
import queue
import socket
import struct
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest

from console.events import Event, ExhibitMoved, ExhibitState
from console.platform.blocks import Block
from console.video import review
from console.video.canvas import SlotPainter, plan
from console.video.exhibit_head import NoFilm, demuxers
from console.video.exhibit_link import LinkedExhibit
from console.video.ports import Place
from console.video.review import FilePlayer
from console.workers import Stop, Workers
from db.records import CameraId

SIZE = (320, 180)
PATIENCE_S = 20.0
HLS = (
    "#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\n{url}s.ts\n#EXT-X-ENDLIST\n"
)
DASH = (
    '<?xml version="1.0"?>\n<MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static"'
    ' profiles="urn:mpeg:dash:profile:isoff-main:2011" mediaPresentationDuration="PT10S"'
    ' minBufferTime="PT1S"><Period><AdaptationSet mimeType="video/mp4"><Representation id="1"'
    ' bandwidth="1000" codecs="avc1"><BaseURL>{url}</BaseURL><SegmentList duration="10">'
    '<SegmentURL media="s.m4s"/></SegmentList></Representation></AdaptationSet></Period></MPD>'
)
SMOOTH = (
    '<SmoothStreamingMedia MajorVersion="2" MinorVersion="0" Duration="100000000"><StreamIndex'
    ' Type="video" Chunks="1" Url="{url}Q({{bitrate}})/F({{start time}})"><QualityLevel Index="0"'
    ' Bitrate="1000" FourCC="H264" MaxWidth="320" MaxHeight="180" CodecPrivateData="00000001"/>'
    '<c d="100000000"/></StreamIndex></SmoothStreamingMedia>'
)
SDP = (
    "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\na=control:rtsp://{host}/x\n"
    "m=video {port} RTP/AVP 96\na=rtpmap:96 H264/90000\n"
)
HDS = '<manifest xmlns="http://ns.adobe.com/f4m/1.0"><media url="{url}s"/></manifest>' + " " * 200
HOSTILE = {
    "hls.mp4": HLS,
    "dash.mkv": DASH,
    "smooth.avi": SMOOTH,
    "hds.mp4": HDS,
    "a.sdp": SDP,
    "sdp.mp4": SDP,
    "a.m3u": "#EXTM3U\n{url}a.mp4\n",
    "a.strm": "{url}a.mp4\n",
    "a.pls": "[playlist]\nFile1={url}a.mp4\nNumberOfEntries=1\n",
    "a.asx": '<asx version="3.0"><entry><ref href="{url}a.mp4"/></entry></asx>',
    "a.asf": "[Reference]\r\nRef1={url}a.asf\r\n",
    "a.wmv": "ASF {host}/a.asf\r\n",
    "a.mov": "RTSPtext rtsp://{host}/a\n",
    "a.264": HLS,
}


class Ear:
    """A port of this PC at which somebody listens."""

    def __init__(self) -> None:
        self._server = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._server.getsockname()[1]
        self.host = f"127.0.0.1:{self.port}"
        self.url = f"http://{self.host}/"

    def heard(self, within_s: float = 0.0) -> bool:
        """Whether anybody called; those that were not let in yet have called all the same."""
        self._server.settimeout(within_s)
        try:
            caller, _ = self._server.accept()
        except (BlockingIOError, TimeoutError):
            return False
        caller.close()
        return True

    def close(self) -> None:
        self._server.close()


@pytest.fixture
def ear() -> Iterator[Ear]:
    with closing(Ear()) as ear:
        yield ear


@pytest.fixture
def painter() -> Iterator[SlotPainter]:
    [region], size = plan([Place(0, CameraId(0), *SIZE)])
    block = Block.create(size)
    painter = SlotPainter(block, region)
    yield painter
    painter.release()
    block.close()


def written(folder: Path, name: str, ear: Ear) -> Path:
    path = folder / name
    text = HOSTILE[name].format(url=ear.url, host=ear.host, port=ear.port)
    path.write_text(text, encoding="utf-8", newline="")
    return path


def opened(path: Path, painter: SlotPainter) -> None:
    """Play ``path`` until it says how it stands; this process has its network."""
    with suppress(NoFilm), closing(FilePlayer(path, painter)) as player:
        until = Stop()
        for _ in range(50):
            if player.state is not ExhibitState.OPENING or until.wait(0.1):
                return


def test_the_ear_hears_what_libvlc_fetches(
    tmp_path: Path, ear: Ear, painter: SlotPainter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(review, "demuxers_of", lambda _path: "any")

    with closing(FilePlayer(written(tmp_path, "hls.mp4", ear), painter)):
        assert ear.heard(within_s=PATIENCE_S)


@pytest.mark.parametrize("name", HOSTILE)
def test_no_address_in_a_file_is_called(
    tmp_path: Path, ear: Ear, painter: SlotPainter, name: str
) -> None:
    opened(written(tmp_path, name, ear), painter)

    assert not ear.heard()


def test_nor_one_in_a_packed_file(tmp_path: Path, ear: Ear, painter: SlotPainter) -> None:
    path = tmp_path / "a.mp4"
    path.write_bytes(gzip.compress(written(tmp_path, "hls.mp4", ear).read_bytes()))

    opened(path, painter)

    assert not ear.heard()


def test_nor_one_that_a_film_refers_to(tmp_path: Path, ear: Ear, painter: SlotPainter) -> None:
    url = f"{ear.url}a.mp4".encode() + b"\0"
    reference = struct.pack(">I", 0) + b"url " + struct.pack(">I", len(url)) + url
    movie = _box(b"moov", _box(b"rmra", _box(b"rmda", _box(b"rdrf", reference))))
    path = tmp_path / "a.mov"
    path.write_bytes(_box(b"ftyp", b"qt  \0\0\0\0qt  ") + movie)

    opened(path, painter)

    assert not ear.heard()


def _box(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I4s", 8 + len(body), kind) + body


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("before", ["", " \r\n", "\x01\n"])
@pytest.mark.parametrize(
    "text", [HLS, DASH, SMOOTH, HDS, SDP], ids=["hls", "dash", "smooth", "hds", "sdp"]
)
def test_a_list_of_addresses_is_told_however_it_is_written(
    text: str, before: str, encoding: str
) -> None:
    head = (before + text).encode(encoding)

    with pytest.raises(NoFilm):
        demuxers(head, ".mp4")


@pytest.mark.parametrize(
    ("head", "suffix", "names"),
    [
        (b"\0\0\0\x20ftypM4V \0\0\0\0M4V M4A mp42isom", ".dat", "mp4,avformat"),
        (b"RIFF    AVI LIST    hdrlavih8   ", ".avi", "avi,avformat"),
        (b"\0\0\0\1\x67\x64\0\x1f", ".264", "h264"),
        (b"\0\0\0\1\x40\1\x0c\1", ".H265", "hevc"),
        (b"\0\0\1\xb3\x14\0\xf0", ".mpg", "avformat"),
        ((b"\x47" + b"a" * 187) * 8, ".ts", "ts,avformat"),
        ((b"abcd\x47" + b"a" * 187) * 8, ".mts", "ts,avformat"),
        (b"DHAV\xfd\0\0\0    ", ".dav", "avformat"),
        (b"\x80\xff\x00\x01" * 64, ".264", "h264"),
        (b"", ".mp4", "avformat"),
    ],
)
def test_a_film_goes_to_its_own_demuxer(head: bytes, suffix: str, names: str) -> None:
    assert demuxers(head, suffix) == names


def _may_leave_network() -> bool:
    code = "from console.platform import offline; raise SystemExit(not offline.leave_network())"
    return subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_what_is_no_film_is_said_to_be_none_and_its_process_has_no_network(
    tmp_path: Path, ear: Ear
) -> None:
    heard: queue.SimpleQueue[Event] = queue.SimpleQueue()
    workers = Workers()
    with closing(LinkedExhibit(written(tmp_path, "dash.mkv", ear), SIZE, heard.put, workers)) as it:
        told = heard.get(timeout=PATIENCE_S)
        assert it.picture() is None
        assert it._process is not None
        ours, its = Path("/proc/self/ns/net"), Path(f"/proc/{it._process.pid}/ns/net")
        if _may_leave_network():
            assert ours.readlink() != its.readlink()

    assert isinstance(told, ExhibitMoved)
    assert told.state is ExhibitState.NO_FILM
    assert not ear.heard()
    assert workers.close() == []
