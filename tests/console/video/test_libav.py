from __future__ import annotations

import logging
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise

import av
import pytest

from console.clock import SystemClock
from console.demo.auth import Login as DemoLogin
from console.demo.clips import Clip
from console.demo.lineup import Channel
from console.events import Reason
from console.secret import Secret
from console.video.libav import LibavReader
from console.video.ports import CameraSource, StreamSource
from console.video.units import CLOCK_HZ, Codec, Ended, Event, Opened, Unit
from console.workers import Stop, Workers
from db.records import CameraId, StreamId, StreamRole, Transport
from tests.camera import serving
from tests.fakes import FakeClock

USERNAME = "officer"
PASSWORD = Secret("p@ss/w:rd")
LOGIN = DemoLogin(USERNAME, PASSWORD)


def read(
    port: int,
    path: str,
    *,
    transport: Transport = Transport.TCP,
    password: Secret | None = PASSWORD,
    units: int = 12,
    scheme: str = "rtsp",
    pinned: str | None = None,
) -> list[Event]:
    """What the reader tells of a stream until it ends or has brought ``units``."""
    stream = StreamSource(
        stream_id=StreamId(1),
        role=StreamRole.SUB,
        scheme=scheme,
        host="127.0.0.1",
        port=port,
        path=path,
        transport=transport,
    )
    camera = CameraSource(
        camera_id=CameraId(1),
        streams=(stream,),
        username=USERNAME,
        password=password,
        certificate_sha256=pinned,
    )
    stop = Stop()
    heard: list[Event] = []

    def deliver(event: Event) -> None:
        heard.append(event)
        if sum(isinstance(event, Unit) for event in heard) >= units:
            stop.set()

    LibavReader(stream, camera, SystemClock()).run(stop, deliver)
    assert isinstance(heard[-1], Ended)
    return heard


def gate(clip: str = "small") -> Channel:
    return Channel("/gate", clip, 1, guarded=True)


def ended(events: list[Event]) -> Ended:
    [event] = [event for event in events if isinstance(event, Ended)]
    return event


@pytest.mark.parametrize("transport", list(Transport))
@pytest.mark.parametrize(("name", "codec"), [("small", Codec.H264), ("h265", Codec.H265)])
def test_pictures_come_over_both_transports(
    clips: dict[str, Clip], transport: Transport, name: str, codec: Codec
) -> None:
    with serving(clips, [gate(name)], login=LOGIN) as camera:
        events = read(camera.port, "/gate", transport=transport, units=32)

    opened, *rest = events
    assert isinstance(opened, Opened)
    assert opened.codec is codec
    assert opened.parameter_sets.startswith(b"\0\0\0\1")
    pictures = [event for event in rest if isinstance(event, Unit)]
    assert any(unit.key for unit in pictures)
    assert all(unit.data.startswith((b"\0\0\0\1", b"\0\0\1")) for unit in pictures)
    steps = [b.rtp_time - a.rtp_time for a, b in pairwise(pictures)]
    assert sorted(steps)[len(steps) // 2] == 6000


@pytest.mark.parametrize(
    ("path", "password", "reason"),
    [
        ("/gate", Secret("wrong"), Reason.BAD_LOGIN),
        ("/gate", None, Reason.BAD_LOGIN),
        ("/nothing", PASSWORD, Reason.NOT_FOUND),
    ],
)
def test_a_refusal_has_a_reason(
    clips: dict[str, Clip], path: str, password: Secret | None, reason: Reason
) -> None:
    with serving(clips, [gate()], login=LOGIN) as camera:
        events = read(camera.port, path, password=password)

    assert ended(events).reason is reason


def test_a_closed_port_is_told_apart(clips: dict[str, Clip]) -> None:
    with serving(clips) as camera:
        events = read(camera.off_port, "/small/1")

    assert events == [Ended(Reason.CONNECTION_REFUSED)]


def test_the_quiet_end_of_a_stream_is_an_end(clips: dict[str, Clip]) -> None:
    with serving(clips) as camera:
        kick = threading.Event()
        workers = Workers()

        def end_it(_stop: Stop) -> None:
            if kick.wait(20):
                camera.order("kick /small/*")

        workers.loop("kick", end_it)
        stream = StreamSource(
            stream_id=StreamId(1),
            role=StreamRole.SUB,
            scheme="rtsp",
            host="127.0.0.1",
            port=camera.port,
            path="/small/1",
            transport=Transport.TCP,
        )
        heard: list[Event] = []

        def deliver(event: Event) -> None:
            heard.append(event)
            if isinstance(event, Unit):
                kick.set()

        source = CameraSource(camera_id=CameraId(1), streams=(stream,))
        LibavReader(stream, source, SystemClock()).run(Stop(), deliver)
        assert workers.close() == []

    assert ended(heard).reason is Reason.CLOSED


@contextmanager
def trap() -> Iterator[tuple[int, list[bytes]]]:
    """A place that nobody must come to: its port, and whoever came."""
    seen: list[bytes] = []
    workers = Workers()
    with socket.create_server(("127.0.0.1", 0)) as door:
        door.settimeout(0.1)

        def wait(stop: Stop) -> None:
            while not stop.is_set():
                try:
                    guest, _ = door.accept()
                except TimeoutError:
                    continue
                with guest:
                    seen.append(guest.recv(4096))

        workers.loop("trap", wait)
        yield door.getsockname()[1], seen
        assert workers.close() == []


def test_a_redirect_is_never_followed_and_takes_no_password_along(clips: dict[str, Clip]) -> None:
    with trap() as (port, seen), serving(clips, [gate()], login=LOGIN) as camera:
        camera.order(f"redirect /gate rtsp://127.0.0.1:{port}/steal")
        events = read(camera.port, "/gate", transport=Transport.UDP)

    assert ended(events).reason is Reason.REDIRECTED
    assert seen == []


def test_another_codec_is_named(clips: dict[str, Clip]) -> None:
    with serving(clips) as camera:
        camera.order("codec /small/1 MP4V-ES")
        events = read(camera.port, "/small/1")

    assert events == [Ended(Reason.CODEC, "the picture is MP4V-ES")]


def test_a_pinned_certificate_is_not_passed_over(clips: dict[str, Clip]) -> None:
    with serving(clips) as camera:
        events = read(camera.port, "/small/1", scheme="rtsps", pinned="0" * 64)

    assert ended(events).reason is Reason.CERTIFICATE


def test_a_password_is_in_no_log_and_on_no_screen(
    clips: dict[str, Clip], caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)

    with serving(clips, [gate()], login=LOGIN) as camera:
        events = read(camera.port, "/gate", units=1)
        events += read(camera.port, "/small/{password}", units=1)
        camera.order("refuse /gate")
        events += read(camera.port, "/gate")
        events += read(camera.off_port, "/gate")

    out, err = capfd.readouterr()
    for secret in ("p@ss/w:rd", "p%40ss%2Fw%3Ard"):
        assert secret not in out + err + caplog.text + repr(events)


def test_a_picture_without_a_time_is_of_the_moment_at_which_it_came() -> None:
    clock = FakeClock()
    stream = StreamSource(
        stream_id=StreamId(1),
        role=StreamRole.SUB,
        scheme="rtsp",
        host="192.0.2.1",
        port=554,
        path="/",
        transport=Transport.UDP,
    )
    source = CameraSource(camera_id=CameraId(1), streams=(stream,))
    reader = LibavReader(stream, source, clock)

    first = reader._unit(av.Packet(b"\0\0\0\1\x65"))
    clock.pass_(seconds=0.04)
    second = reader._unit(av.Packet(b"\0\0\0\1\x65"))

    assert second.rtp_time - first.rtp_time == CLOCK_HZ // 25
