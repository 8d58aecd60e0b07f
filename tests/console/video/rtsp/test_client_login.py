from __future__ import annotations

import re

import pytest

from console.events import Reason
from console.video.rtsp.client import RtspClient, Target
from console.video.units import Event
from tests.console.video.rtsp.camera_side import (
    CHALLENGE,
    LOGIN,
    answer,
    client,
    ended,
    handshake,
)


def test_a_challenge_is_answered_once_and_then_every_request_proves_itself() -> None:
    camera = client(LOGIN)

    camera.feed(answer(1, "401 Unauthorized", WWW_Authenticate=CHALLENGE), 0.1)
    again = camera.outgoing().decode()
    camera.feed(handshake(2)[0], 0.2)
    after = camera.outgoing().decode()

    assert again.startswith("DESCRIBE ")
    assert 'username="trực"' in again
    assert re.search(r'response="[0-9a-f]{32}"', again)
    assert "Authorization: Digest" in after
    assert "bí mật" not in again + after


def test_a_second_refusal_is_a_wrong_password() -> None:
    camera = client(LOGIN)
    camera.feed(answer(1, "401 Unauthorized", WWW_Authenticate=CHALLENGE), 0.1)
    camera.outgoing()

    events = camera.feed(answer(2, "401 Unauthorized", WWW_Authenticate=CHALLENGE), 0.2)

    assert ended(events).reason is Reason.BAD_LOGIN


def test_a_nonce_that_grew_stale_is_no_wrong_password() -> None:
    camera = client(LOGIN)
    camera.feed(answer(1, "401 Unauthorized", WWW_Authenticate=CHALLENGE), 0.1)
    camera.outgoing()

    fresh = 'Digest realm="cam", nonce="new", stale=true'
    events = camera.feed(answer(2, "401 Unauthorized", WWW_Authenticate=fresh), 0.2)

    assert events == []
    assert 'nonce="new"' in camera.outgoing().decode()


def test_a_camera_that_calls_every_nonce_stale_is_not_asked_for_ever() -> None:
    camera = client(LOGIN)
    events: list[Event] = []

    for number in range(1, 10):
        stale = f'Digest realm="cam", nonce="{number}", stale=true'
        events += camera.feed(answer(number, "401 Unauthorized", WWW_Authenticate=stale), 0.1)

    assert ended(events).reason is Reason.BAD_LOGIN
    assert camera.outgoing().count(b"DESCRIBE ") == 2


def test_a_realm_in_another_encoding_goes_back_as_it_came() -> None:
    camera = client(LOGIN)
    realm = "摄像机".encode("gbk")

    camera.feed(
        b'RTSP/1.0 401 No\r\nCSeq: 1\r\nWWW-Authenticate: Digest realm="' + realm + b'",'
        b' nonce="n\nX-Evil: 1"\r\n\r\n',
        0.1,
    )
    request = camera.outgoing()

    assert b'realm="' + realm + b'"' in request
    assert b"\nX-Evil" not in request


def test_basic_is_used_only_where_nothing_better_is_offered() -> None:
    better = client(LOGIN)
    better.feed(
        b"RTSP/1.0 401 No\r\nCSeq: 1\r\nWWW-Authenticate: Basic realm=x\r\n"
        b"WWW-Authenticate: " + CHALLENGE.encode() + b"\r\n\r\n",
        0.1,
    )
    only = client(LOGIN)
    only.feed(answer(1, "401 No", WWW_Authenticate='Basic realm="x"'), 0.1)

    assert "Authorization: Digest" in better.outgoing().decode()
    assert "Authorization: Basic" in only.outgoing().decode()


def test_a_camera_that_wants_a_password_and_gets_none_says_so() -> None:
    events = client().feed(answer(1, "401 No", WWW_Authenticate=CHALLENGE), 0.1)

    assert ended(events).reason is Reason.BAD_LOGIN


def test_the_password_in_a_path_is_filled_in_and_never_told() -> None:
    camera = RtspClient(
        Target("rtsp", "192.0.2.1", 554, "/user={username}&password={password}"), LOGIN, now_s=0.0
    )

    request = camera.start().decode()
    events = camera.feed(answer(1, "500 " + "bad\x1b[31m\n" * 100), 0.1)

    assert "password=b%C3%AD%20m%E1%BA%ADt" in request
    detail = ended(events).detail
    assert len(detail) <= 200
    assert detail.isprintable()
    assert "b%C3%AD" not in repr(camera.__dict__["_proof"]) + detail


@pytest.mark.parametrize("status", ["500 no such /bí mật", "404 bí mật"])
def test_what_a_camera_says_is_not_repeated_since_it_may_hold_the_password(status: str) -> None:
    camera = client(LOGIN)

    event = ended(camera.feed(answer(1, status, Location="rtsp://bí mật/"), 0.1))

    assert "mật" not in event.detail
