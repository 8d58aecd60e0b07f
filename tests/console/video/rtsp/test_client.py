from __future__ import annotations

import random
import re

import pytest

from console.events import Reason
from console.video.rtsp.client import ANSWER_S, HANDSHAKE_S, RtspClient
from console.video.units import Codec, Ended, Event, Opened, SenderReport, Unit
from tests.console.video.rtsp.camera_side import (
    LOGIN,
    SDP,
    TARGET,
    answer,
    client,
    ended,
    framed,
    handshake,
    nal,
    playing,
    rtp,
    sender_report,
)


def test_three_questions_open_a_session() -> None:
    camera = RtspClient(TARGET, None, now_s=0.0)
    asked = [camera.start().decode()]
    events: list[Event] = []

    for reply in handshake():
        events += camera.feed(reply, 0.1)
        asked.append(camera.outgoing().decode())

    assert [request.split(" ")[0] for request in asked] == ["DESCRIBE", "SETUP", "PLAY", ""]
    assert asked[0].startswith("DESCRIBE rtsp://192.0.2.1:554/live/ch0?x=1 RTSP/1.0\r\n")
    assert "interleaved=0-1" in asked[1]
    assert "trackID=1 RTSP/1.0" in asked[1]  # the picture, not the sound
    assert "Session: 12345\r\n" in asked[2]
    [opened] = events
    assert isinstance(opened, Opened)
    assert opened.codec is Codec.H264
    assert opened.parameter_sets.startswith(b"\0\0\0\1\x67")
    assert opened.framerate == 15


@pytest.mark.parametrize("refused", ["by its codec", "by the camera", "not at all"])
def test_sound_that_is_told_of_and_not_to_be_had_is_said(refused: str) -> None:
    sdp = SDP.replace("PCMA/8000", "G726-32/8000") if refused == "by its codec" else SDP
    camera = RtspClient(TARGET, None, now_s=0.0, sound=True)
    camera.start()
    described, set_up, play = handshake(sdp=sdp)
    replies = [described, set_up]
    if refused == "by the camera":
        replies += [answer(3, "461 Unsupported Transport"), answer(4, Session="12345")]
    elif refused == "not at all":
        way = "RTP/AVP/TCP;unicast;interleaved=2-3"
        replies += [answer(3, Session="12345", Transport=way), answer(4, Session="12345")]
    else:
        replies += [play]

    events: list[Event] = []
    for reply in replies:
        events += camera.feed(reply, 0.1)

    [opened] = events
    assert isinstance(opened, Opened)
    assert opened.mute == (refused != "not at all")
    assert (opened.sound is None) == opened.mute


def test_pictures_and_reports_follow() -> None:
    camera = playing()

    events = camera.feed(
        framed(sender_report(2_208_988_800 + 1_000, 90_000), 1) + framed(rtp(1, 180_000, nal(5))),
        1.0,
    )

    assert events == [
        SenderReport(1_000_000_000, 90_000),
        Unit(b"\0\0\0\1" + nal(5), key=True, rtp_time=180_000, lost=0),
    ]


def test_however_the_bytes_are_cut_the_events_are_the_same() -> None:
    chance = random.Random(1)
    pictures = b"".join(framed(rtp(n, n * 6000, nal(1 + 4 * (n % 2), 300))) for n in range(40))
    stream = b"".join(handshake()) + pictures

    def play(cuts: list[int]) -> list[Event]:
        camera = client()
        events: list[Event] = []
        for start, end in zip([0, *cuts], [*cuts, len(stream)], strict=True):
            events += camera.feed(stream[start:end], 0.1)
            camera.outgoing()
        return events

    whole = play([])
    assert len(whole) == 41
    for _ in range(60):
        cuts = sorted(chance.sample(range(1, len(stream)), chance.randrange(1, 60)))
        assert play(cuts) == whole
    assert play(list(range(1, len(stream)))) == whole


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        ("404 Not Found", Reason.NOT_FOUND),
        ("403 Forbidden", Reason.BAD_LOGIN),
        ("503 Busy", Reason.BUSY),
        ("461 Unsupported Transport", Reason.BAD_ANSWER),
        ("500 Oops", Reason.BAD_ANSWER),
        ("302 Moved", Reason.REDIRECTED),
        ("301 Moved", Reason.REDIRECTED),
    ],
)
def test_a_refusal_has_a_reason(status: str, reason: Reason) -> None:
    camera = client(LOGIN)

    events = camera.feed(answer(1, status, Location="rtsp://198.51.100.9/evil"), 0.1)

    assert ended(events).reason is reason
    assert camera.outgoing() == b""


def test_a_redirect_in_the_middle_is_not_followed() -> None:
    camera = playing()

    events = camera.feed(
        b"REDIRECT rtsp://x/ RTSP/1.0\r\nCSeq: 9\r\nLocation: rtsp://y/\r\n\r\n", 1.0
    )

    assert ended(events).reason is Reason.REDIRECTED


@pytest.mark.parametrize(
    "control",
    ["rtsp://198.51.100.9:9999/steal/trackID=1", "trackID=1", "/abs/trackID=1", "*"],
)
def test_whatever_address_the_camera_names_we_stay_at_home(control: str) -> None:
    camera = client(LOGIN)

    camera.feed(handshake(sdp=SDP.replace("a=control:trackID=1", f"a=control:{control}"))[0], 0.1)

    url = camera.outgoing().decode().split(" ")[1]
    assert url.startswith("rtsp://192.0.2.1:554/")


@pytest.mark.parametrize(
    "control", ["file:///etc/passwd", "http://x/y", "rtsp://[bad", "a b", "x\x01y"]
)
def test_addresses_of_another_kind_end_the_session(control: str) -> None:
    camera = client()

    events = camera.feed(
        handshake(sdp=SDP.replace("a=control:trackID=1", f"a=control:{control}"))[0], 0.1
    )

    assert ended(events).reason is Reason.BAD_ANSWER


def test_a_picture_that_we_cannot_show_is_named() -> None:
    sdp = SDP.replace("H264/90000", "JPEG/90000")

    event = ended(client().feed(answer(1, body=sdp), 0.1))

    assert event == Ended(Reason.CODEC, "the picture is JPEG")


def test_a_camera_without_picture_is_told_apart() -> None:
    sdp = SDP[: SDP.index("m=video")]

    assert ended(client().feed(answer(1, body=sdp), 0.1)).reason is Reason.CODEC


def test_silence_ends_the_session_in_time() -> None:
    camera = client()

    assert camera.tick(ANSWER_S) == []
    assert ended(camera.tick(ANSWER_S + 0.1)).reason is Reason.SILENT


def test_the_time_to_connect_is_not_the_camera_s_time_to_answer() -> None:
    camera = RtspClient(TARGET, None, now_s=0.0)

    camera.start(10.0)

    assert camera.tick(10.0 + ANSWER_S) == []


def test_a_camera_that_drips_its_answer_does_not_hold_us() -> None:
    camera = client()
    replies = b"".join(handshake())
    events: list[Event] = []

    for second, byte in enumerate(replies):
        events += camera.feed(bytes([byte]), float(second))
        events += camera.tick(float(second))
        if events:
            break

    assert ended(events).reason is Reason.SILENT
    assert second <= HANDSHAKE_S + 1


def test_the_session_is_kept_alive_and_reported() -> None:
    camera = playing()
    camera.feed(framed(rtp(1, 0, nal(5))), 1.0)

    camera.tick(6.0)
    report = camera.outgoing()
    camera.tick(31.0)
    kept = camera.outgoing()

    assert report[:2] == b"$\1"
    assert b"GET_PARAMETER" in kept


def test_a_camera_that_does_not_know_the_keep_alive_is_asked_otherwise() -> None:
    camera = playing()
    camera.tick(31.0)
    number = int(re.search(rb"CSeq: (\d+)", camera.outgoing())[1])  # type: ignore[index]

    assert camera.feed(answer(number, "501 Not Implemented"), 31.1) == []
    camera.tick(62.0)

    assert b"OPTIONS" in camera.outgoing()


def test_a_forgotten_session_ends() -> None:
    camera = playing()
    camera.tick(31.0)
    number = int(re.search(rb"CSeq: (\d+)", camera.outgoing())[1])  # type: ignore[index]

    assert ended(camera.feed(answer(number, "454 Session Not Found"), 31.1)).reason is Reason.CLOSED


def test_goodbye_is_said_once_and_only_to_a_session() -> None:
    camera = playing()

    assert client().goodbye() == b""
    assert camera.goodbye().startswith(b"TEARDOWN ")
    assert camera.goodbye() == b""


def test_whoever_said_goodbye_hears_no_more_pictures_and_when_the_camera_has_let_go() -> None:
    camera = playing()
    number = int(re.findall(r"CSeq: (\d+)", camera.goodbye().decode())[0])

    late = framed(rtp(1, 180_000, nal(5))) + answer(number - 1, Session="12345")
    assert camera.feed(late, 1.0) == []
    assert not camera.over
    assert camera.feed(answer(number, Session="12345"), 1.1) == []
    assert camera.over


def test_a_session_that_is_granted_after_the_goodbye_is_given_back() -> None:
    camera = client()
    described, set_up, _ = handshake()
    camera.feed(described, 0.1)
    camera.outgoing()

    assert camera.goodbye() == b""
    assert not camera.over
    assert camera.feed(set_up, 0.2) == []
    asked = camera.outgoing().decode()
    assert asked.startswith("TEARDOWN ")
    assert "Session: 12345" in asked


def test_names_of_ten_thousand_bytes_are_borne() -> None:
    long = "x" * 10_000
    camera = client()

    events = camera.feed(answer(1, body=SDP.replace("s=cam", f"s={long}"), Server=long), 0.1)

    assert events == []
    assert camera.outgoing().startswith(b"SETUP ")


@pytest.mark.parametrize(
    "flood",
    [
        b"RTSP/1.0 200 OK\r\n" + b"X: y\r\n" * 200_000,
        b"RTSP/1.0 200 OK\r\nContent-Length: 99999999\r\n\r\n",
        b"RTSP/1.0 200 OK\r\nContent-Length: -1\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n\r\n<html>",
        b"<html>" * 1000,
        b"\x16\x03\x01\x02\x00" + bytes(500),
        b"SSH-2.0-dropbear\r\n\r\n",
    ],
)
def test_what_is_not_rtsp_ends_the_session(flood: bytes) -> None:
    assert ended(client().feed(flood, 0.1)).reason is Reason.BAD_ANSWER


def test_garbage_between_pictures_is_passed_over_within_bounds() -> None:
    camera = playing()
    picture = framed(rtp(1, 0, nal(5)))

    events = camera.feed(b"\xff\xfe" * 50 + picture, 1.0)
    assert [type(event) for event in events] == [Unit]

    flood = camera.feed(b"\xff" * 70_000, 1.1)
    assert ended(flood).reason is Reason.BAD_ANSWER


def test_a_codec_s_name_is_told_only_if_it_is_one() -> None:
    sdp = SDP.replace("H264/90000", "bí-mật/90000")

    event = ended(client(LOGIN).feed(answer(1, body=sdp), 0.1))

    assert event == Ended(Reason.CODEC, "the picture is of an unknown codec")


def test_no_bytes_whatever_break_a_session() -> None:
    chance = random.Random(20261123)
    stream = b"".join(handshake()) + b"".join(
        framed(rtp(n, n * 6000, nal(1 + 4 * (n % 2), 60)), n % 3) for n in range(12)
    )
    for _ in range(3_000):
        mutant = bytearray(stream)
        for _ in range(chance.randrange(1, 12)):
            where = chance.randrange(len(mutant))
            match chance.randrange(3):
                case 0:
                    mutant[where] = chance.randrange(256)
                case 1:
                    del mutant[where : where + chance.randrange(1, 30)]
                case _:
                    mutant[where:where] = chance.randbytes(chance.randrange(1, 30))
        camera = client(LOGIN)
        at = 0
        while at < len(mutant):
            size = chance.randrange(1, 900)
            camera.feed(mutant[at : at + size], 0.1)
            camera.outgoing()
            at += size
        camera.tick(10.0)
        assert len(camera._buffer) <= 256 * 1024
