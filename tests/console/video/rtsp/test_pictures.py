"""Our reader against a real server, down to decoded pictures."""

from __future__ import annotations

import socket
from collections.abc import Callable
from itertools import pairwise

import av
import numpy as np
import pytest

from console.clock import SystemClock
from console.demo.auth import Algorithm
from console.demo.clips import Clip
from console.demo.lineup import Channel
from console.demo.media import read_code
from console.demo.sender import Join
from console.events import Reason
from console.secret import Secret
from console.video.live import Decoder
from console.video.rtsp.client import Login, RtspClient, Target
from console.video.units import Codec, Ended, Event, Opened, SenderReport, Unit
from tests.camera import LOGIN as SERVER_LOGIN
from tests.camera import PASSWORD, USERNAME, serving

LOGIN = Login(USERNAME, PASSWORD)
PATIENCE_S = 20.0


def watch(
    port: int, path: str, enough: Callable[[list[Event]], bool], login: Login | None = LOGIN
) -> list[Event]:
    """Play a stream of the server's until ``enough``, or its end."""
    clock = SystemClock()
    client = RtspClient(Target("rtsp", "127.0.0.1", port, path), login, now_s=clock.monotonic_s())
    heard: list[Event] = []
    with socket.create_connection(("127.0.0.1", port), PATIENCE_S) as line:
        line.sendall(client.start())
        while not enough(heard) and not any(isinstance(event, Ended) for event in heard):
            data = line.recv(65536)
            if not data:
                break
            heard += client.feed(data, clock.monotonic_s())
            heard += client.tick(clock.monotonic_s())
            line.sendall(client.outgoing())
        line.sendall(client.goodbye())
    return heard


def units(events: list[Event]) -> list[Unit]:
    return [event for event in events if isinstance(event, Unit)]


def pictures(events: list[Event]) -> list[int | None]:
    """The numbers that are burnt into the pictures, decoded from the first key picture on."""
    opened = next(event for event in events if isinstance(event, Opened))
    decoder = av.CodecContext.create(opened.codec.value, "r")
    assert isinstance(decoder, av.VideoCodecContext)
    decoder.thread_type = "NONE"
    decoder.flags |= 0x80000  # low delay
    wanted = units(events)
    while not wanted[0].key:
        wanted.pop(0)
    seen = []
    for number, unit in enumerate(wanted):
        data = opened.parameter_sets + unit.data if number == 0 else unit.data
        grey = (frame.to_ndarray(format="gray8") for frame in decoder.decode(av.Packet(data)))
        seen += [read_code(np.asarray(picture, np.uint8)) for picture in grey]
    return seen


@pytest.mark.parametrize("algorithms", [(Algorithm.MD5,), (Algorithm.SHA256, Algorithm.MD5)])
@pytest.mark.parametrize(("name", "codec"), [("small", Codec.H264), ("h265", Codec.H265)])
def test_every_picture_comes_out_in_order(
    clips: dict[str, Clip], name: str, codec: Codec, algorithms: tuple[Algorithm, ...]
) -> None:
    gate = Channel("/gate", name, 1, guarded=True)
    with serving(clips, [gate], login=SERVER_LOGIN, algorithms=algorithms, join=Join.KEY) as camera:
        events = watch(camera.port, "/gate", lambda heard: len(units(heard)) >= 20)

    assert isinstance(events[0], Opened)
    assert events[0].codec is codec
    assert any(isinstance(event, SenderReport) for event in events)
    assert all(unit.lost == 0 for unit in units(events))
    seen = pictures(events)
    assert len(seen) >= 20
    steps = {(b - a) % 30 for a, b in pairwise(seen) if a is not None and b is not None}
    assert steps == {1}


def test_a_wrong_password_is_told_after_one_try(clips: dict[str, Clip]) -> None:
    gate = Channel("/gate", "small", 1, guarded=True)
    with serving(clips, [gate], login=SERVER_LOGIN) as camera:
        events = watch(camera.port, "/gate", lambda _: False, Login(USERNAME, Secret("wrong")))

    assert [event.reason for event in events if isinstance(event, Ended)] == [Reason.BAD_LOGIN]


def test_lost_packets_are_counted_and_the_rest_decodes(clips: dict[str, Clip]) -> None:
    def decoded_after_loss(events: list[Event]) -> bool:
        """Whether a picture came out of what followed the first loss.

        Which packets are lost is chance, and one of them may be a key picture's: so the
        camera is watched until a key picture came through whole, not for a fixed number.
        """
        lossy = [place for place, unit in enumerate(units(events)) if unit.lost]
        if not lossy:
            return False
        opened = next(event for event in events if isinstance(event, Opened))
        decoder = Decoder(opened)
        return any(decoder.decode(unit, 0.0) for unit in units(events)[lossy[0] :])

    with serving(clips, join=Join.KEY) as camera:
        watch(camera.port, "/large/1", lambda heard: len(units(heard)) >= 1)
        camera.order("lose /large/1 5")
        events = watch(camera.port, "/large/1", decoded_after_loss)

    assert decoded_after_loss(events)


@pytest.mark.parametrize("fault", ["scramble", "swell"])
def test_payloads_of_noise_and_names_without_end_are_borne(
    clips: dict[str, Clip], fault: str
) -> None:
    with serving(clips) as camera:
        watch(camera.port, "/small/1", lambda heard: len(units(heard)) >= 1)
        camera.order(f"{fault} /small/1")
        packets = watch(camera.port, "/small/1", lambda heard: len(heard) >= 2)

    assert not any(isinstance(event, Ended) for event in packets)


def test_noise_in_the_line_is_passed_over(clips: dict[str, Clip]) -> None:
    with serving(clips) as camera:
        noisy: list[int] = []

        def enough(heard: list[Event]) -> bool:
            if len(units(heard)) >= 3 and not noisy:
                noisy.append(len(units(heard)))
                camera.order("garbage /small/1")
            return len(units(heard)) >= 20

        events = watch(camera.port, "/small/1", enough)

    assert noisy
    assert len(units(events)) >= 20
