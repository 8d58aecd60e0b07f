from __future__ import annotations

import pytest

from console.demo.rtsp import NotRtsp, Reader, Transport, parse_transport, reply


def test_requests_are_found_however_they_are_cut() -> None:
    data = (
        b"OPTIONS rtsp://h/a RTSP/1.0\r\nCSeq: 1\r\n\r\n"
        b"$\x01\x00\x03abc"
        b"SET_PARAMETER rtsp://h/a RTSP/1.0\r\nCSeq: 2\r\nContent-Length: 4\r\n\r\nbody"
        b"PLAY rtsp://h/a/ RTSP/1.0\r\ncseq: 3\r\n\r\n"
    )
    reader = Reader()

    found = [request for byte in data for request in reader.feed(bytes([byte]))]

    assert [(r.method, r.cseq) for r in found] == [
        ("OPTIONS", "1"),
        ("SET_PARAMETER", "2"),
        ("PLAY", "3"),
    ]


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("rtsp://h:554/cam/1/main?x=1", "/cam/1/main"),
        ("rtsp://h/a/3/", "/a/3"),
        ("rtsp://h", "/"),
        ("*", "*"),
    ],
)
def test_a_path_is_what_follows_the_host(url: str, path: str) -> None:
    [request] = Reader().feed(f"OPTIONS {url} RTSP/1.0\r\n\r\n".encode())

    assert request.path == path


@pytest.mark.parametrize("data", [b"GET / HTTP/1.1\r\n\r\n", b"\0\1\2\r\n\r\n", b"A" * 40_000])
def test_what_is_no_rtsp_ends_the_reading(data: bytes) -> None:
    with pytest.raises(NotRtsp):
        list(Reader().feed(data))


@pytest.mark.parametrize(
    ("header", "transport"),
    [
        ("RTP/AVP/TCP;unicast;interleaved=2-3", Transport(True, (2, 3))),
        ("RTP/AVP/TCP;unicast", Transport(True, (0, 1))),
        ("RTP/AVP;unicast;client_port=5000-5001", Transport(False, (5000, 5001))),
        ("RTP/AVP/UDP;unicast;client_port=5000", Transport(False, (5000, 5001))),
        ("RTP/AVP;multicast,RTP/AVP/TCP;interleaved=0-1", Transport(True, (0, 1))),
        ("RTP/AVP;unicast;client_port=99999-100000", None),
        ("RTP/SAVP;unicast;client_port=5000-5001", None),
    ],
)
def test_the_first_transport_that_we_can_do_is_taken(
    header: str, transport: Transport | None
) -> None:
    assert parse_transport(header) == transport


def test_a_body_has_its_length_in_bytes() -> None:
    text = reply(200, "7", [("Content-Base", "rtsp://h/")], body="phường").decode()

    assert text.startswith("RTSP/1.0 200 OK\r\nCSeq: 7\r\nContent-Base: rtsp://h/\r\n")
    assert text.endswith("Content-Length: 9\r\n\r\nphường")
