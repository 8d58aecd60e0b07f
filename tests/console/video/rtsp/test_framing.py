"""What cameras put between packets, and what a hostile one would."""

from __future__ import annotations

import random
import time

import pytest

from console.events import Reason
from console.video.rtsp.client import MAX_GARBAGE_BYTES, RtspClient, Target
from console.video.units import Ended, Event, Opened, SenderReport, Unit
from tests.console.video.rtsp.camera_side import (
    SDP,
    answer,
    fragments,
    framed,
    handshake,
    nal,
    rtp,
    sender_report,
)


def client() -> RtspClient:
    made = RtspClient(Target("rtsp", "192.0.2.1", 554, "/live"), None, now_s=0.0)
    made.start()
    return made


def playing() -> RtspClient:
    made = client()
    for reply in handshake():
        made.feed(reply, 0.1)
    made.outgoing()
    return made


def picture(number: int, *, kind: int = 1) -> bytes:
    return framed(rtp(number, number * 6000, nal(kind, 60)))


def kinds(events: list[Event]) -> list[type]:
    return [type(event) for event in events]


def test_empty_lines_between_messages_are_passed_over() -> None:
    camera = client()
    events: list[Event] = []

    for reply in handshake():
        events += camera.feed(b"\r\n" + reply + b"\r\n\r\n", 0.1)

    assert kinds(events) == [Opened]


def test_a_camera_that_sends_pictures_before_it_answers_has_begun() -> None:
    camera = client()
    describe, set_up, play = handshake()
    events = camera.feed(describe, 0.1) + camera.feed(set_up, 0.1)

    events += camera.feed(picture(1) + play + picture(2), 0.2)

    assert kinds(events) == [Opened, Unit, Unit]


def test_what_comes_before_we_asked_to_play_is_not_for_us() -> None:
    camera = client()
    describe, set_up, play = handshake()

    events = camera.feed(describe + picture(1), 0.1) + camera.feed(picture(2) + set_up, 0.1)
    events += camera.feed(play, 0.1)

    assert kinds(events) == [Opened]


def test_sound_and_other_channels_are_passed_over() -> None:
    camera = playing()
    sound = framed(bytes(160), channel=2) + framed(b"", channel=3)

    events = camera.feed(picture(1) + sound + picture(2), 1.0)

    assert kinds(events) == [Unit, Unit]


def test_a_camera_may_choose_its_channels() -> None:
    camera = client()
    camera.feed(handshake()[0], 0.1)
    camera.feed(answer(2, Session="1", Transport="RTP/AVP/TCP;unicast;interleaved=4-5"), 0.1)
    camera.feed(handshake()[2], 0.1)

    report = framed(sender_report(2_208_988_801, 0), 5)
    events = camera.feed(framed(rtp(1, 0, nal(5)), 4) + report + picture(2), 1.0)

    assert kinds(events) == [Unit, SenderReport]


def test_after_rubbish_the_next_packet_is_found() -> None:
    chance = random.Random(3)
    for _ in range(20):
        camera = playing()
        rubbish = bytes([0xFF]) + chance.randbytes(chance.randrange(1, 400))
        rest = b"".join(picture(number) for number in range(2, 1500))

        events = camera.feed(picture(1) + rubbish + rest, 1.0)

        # Rubbish may look like the head of a packet and swallow up to 64 KiB of good ones.
        assert kinds(events).count(Unit) > 500
        assert not any(isinstance(event, Ended) for event in events)


def test_rubbish_gives_the_same_pictures_however_it_is_cut() -> None:
    chance = random.Random(4)
    for _ in range(20):
        parts = [picture(n) if n % 3 else chance.randbytes(chance.randrange(40)) for n in range(60)]
        stream = b"".join([*handshake(), *parts])

        def play(size: int, stream: bytes = stream) -> list[Event]:
            camera = client()
            return [
                event
                for at in range(0, len(stream), size)
                for event in camera.feed(stream[at : at + size], 0.1)
            ]

        whole = play(len(stream))
        assert play(1) == whole
        assert play(7) == whole


@pytest.mark.parametrize(
    "mark", [b"$\0", b"R", b"RTSP", b"$\0\0\x20", b"$\0\xff", b"OPTIONS", b"\xff"]
)
def test_a_flood_of_rubbish_ends_soon_and_costs_little(mark: bytes) -> None:
    camera = playing()
    began_s = time.process_time()
    events: list[Event] = []
    for _ in range(40):
        events += camera.feed(mark * (32_768 // len(mark)), 1.0)
        assert len(camera._buffer) <= MAX_GARBAGE_BYTES

    assert time.process_time() - began_s < 2.0
    assert events == [Ended(Reason.BAD_ANSWER, "garbage in the stream")]


def test_questions_of_the_camera_are_answered_or_end_the_session() -> None:
    camera = playing()

    camera.feed(b"OPTIONS * RTSP/1.0\r\nCSeq: 7\r\n\r\n", 1.0)
    asked = camera.outgoing()
    camera.feed(b"PAUSE * RTSP/1.0\r\nCSeq: 8\r\n\r\n", 1.0)
    unknown = camera.outgoing()
    events = camera.feed(b"TEARDOWN * RTSP/1.0\r\nCSeq: 9\r\n\r\n", 1.0)

    assert asked == b"RTSP/1.0 200 OK\r\nCSeq: 7\r\n\r\n"
    assert unknown.startswith(b"RTSP/1.0 501 ")
    assert [event.reason for event in events if isinstance(event, Ended)] == [Reason.CLOSED]


def test_an_answer_that_is_not_the_last_word_is_waited_for() -> None:
    camera = client()

    assert camera.feed(answer(1, "100 Continue"), 0.1) == []
    camera.feed(handshake()[0], 0.2)

    assert camera.outgoing().startswith(b"SETUP ")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("Session", "s" * 10_000),
        ("Transport", "RTP/AVP;unicast;client_port=4-5"),
        ("Transport", "x" * 10_000),
    ],
)
def test_an_answer_to_set_up_that_we_cannot_use_ends_the_session(name: str, value: str) -> None:
    camera = client()
    camera.feed(handshake()[0], 0.1)
    headers = {"Session": "1", "Transport": "RTP/AVP/TCP;interleaved=0-1"} | {name: value}

    [event] = camera.feed(answer(2, **headers), 0.1)

    assert isinstance(event, Ended)
    assert event.reason is Reason.BAD_ANSWER


@pytest.mark.parametrize(
    "header",
    [
        "Digest " + "a" * 60_000,
        "Digest " + 'a="\\"' * 12_000,
        "Digest " + "a=b," * 15_000,
        "Digest realm=" + '"' * 60_000,
        " " * 60_000 + "Digest",
        "=" * 60_000,
    ],
)
def test_a_hostile_challenge_costs_no_time(header: str) -> None:
    camera = client()
    began_s = time.process_time()

    camera.feed(answer(1, "401 No", WWW_Authenticate=header), 0.1)

    assert time.process_time() - began_s < 0.5


@pytest.mark.parametrize(
    "media",
    [
        "m=video 0 RTP/AVP "
        + " ".join(str(n % 128) for n in range(9_000))
        + "\r\n"
        + "a=\r\n" * 9_000,
        "m=video 0 RTP/AVP 96\r\n" * 2_500,
        "m=video 0 RTP/AVP 96\r\na=fmtp:96 " + "sprop-sps" * 6_000,
        "m=video 0 RTP/AVP 96\r\na=fmtp:96 " + "sprop-sps=" + " " * 60_000,
        "m=video\r\nm=\r\nm=video \r\na=control\r\na=rtpmap:96",
        "m=video 0 RTP/AVP 96\r\na=rtpmap:96 H264/90000\r\na=control:" + "x" * 60_000,
        "\udcff\udcfe" * 100,
    ],
)
def test_a_hostile_description_costs_no_time(media: str) -> None:
    camera = client()
    body = (SDP[: SDP.index("m=audio")] + media).encode("utf-8", "surrogateescape")
    head = f"RTSP/1.0 200 OK\r\nCSeq: 1\r\nContent-Length: {len(body)}\r\n\r\n".encode()
    began_s = time.process_time()

    camera.feed(head + body, 0.1)

    assert time.process_time() - began_s < 0.5


def test_a_lost_packet_shows_in_the_pictures_of_a_session() -> None:
    camera = playing()
    parts = fragments(nal(5, 4000), 1400)
    first = b"".join(framed(rtp(n, 0, p, marker=n == len(parts) - 1)) for n, p in enumerate(parts))

    events = camera.feed(first + picture(len(parts) + 2), 1.0)

    assert [event.lost for event in events if isinstance(event, Unit)] == [0, 2]
