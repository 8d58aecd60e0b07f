"""Asking for a time-stamp: one of a real authority is kept, and no other one holds a package up."""

from __future__ import annotations

import logging
import socket
import ssl
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest

from console.clock import SystemClock
from console.errors import StoreFailed
from console.evidence import stamp
from console.evidence.stamping import LARGEST_BYTES, Stamper, question, stamper
from console.station import StationSettings
from console.web_address import parse_web_url
from console.workers import Stop, Workers
from tests.console.evidence import tsa
from tests.console.evidence.tsa import Answer, replied, serving

SUMS = b"a1" * 32 + b"  goc/a.mp4\n"
STATION = StationSettings(station_name="Phường")
SHORT_S = 0.4
Ask = Callable[[str], Stamper]
Causes = Callable[[], list[str]]


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tsa.founded(tmp_path_factory.mktemp("authority"), "rsa")


@pytest.fixture
def workers() -> Iterator[Workers]:
    workers = Workers()
    yield workers
    assert workers.close() == []


@pytest.fixture
def ask(workers: Workers) -> Ask:
    """Asks at an address, and waits for ``SHORT_S``."""
    return lambda url: stamper(
        lambda: replace(STATION, tsa_url=url), SystemClock(), workers, SHORT_S
    )


@pytest.fixture
def causes(caplog: pytest.LogCaptureFixture) -> Causes:
    """What the log was told so far."""
    caplog.set_level(logging.INFO, "console.evidence.stamping")
    return lambda: caplog.messages


def honest(authority: Path) -> Answer:
    return lambda query, _stop: [replied(tsa.reply(authority, query))]


def dripping(content: bytes) -> Answer:
    """A byte at a time, each well within any time-out of a single step."""

    def answer(_query: bytes, stop: Stop) -> Iterator[bytes]:
        for at in range(len(content)):
            yield content[at : at + 1]
            if stop.wait(0.05):
                return

    return answer


def silent(_query: bytes, stop: Stop) -> Iterator[bytes]:
    while not stop.wait(0.05):
        yield b""


def endless(_query: bytes, stop: Stop) -> Iterator[bytes]:
    yield b"HTTP/1.1 200 OK\r\n\r\n"
    while not stop.is_set():
        yield bytes(4096)


def test_what_a_real_authority_gives_is_kept(
    authority: Path, workers: Workers, causes: Causes
) -> None:
    with serving(honest(authority)) as server:
        given = stamper(
            lambda: replace(STATION, tsa_url=server.url), SystemClock(), workers
        )(SUMS)  # fmt: skip

    assert given is not None
    assert stamp.verified(given, SUMS) in causes()[0]
    (authority / "sums").write_bytes(SUMS)
    (authority / "kept").write_bytes(given)
    tsa.run(authority, "ts", "-verify", "-data", "sums", "-in", "kept", "-CAfile", "cert")
    (asked,) = server.asked
    assert asked.startswith(b"POST /stamp?key=s3cret HTTP/1.1\r\n")
    assert b"\r\nContent-Type: application/timestamp-query\r\n" in asked
    assert f"\r\nHost: {parse_web_url(server.url).place}\r\n".encode() in asked


def test_openssl_reads_our_question_as_its_own(tmp_path: Path) -> None:
    (tmp_path / "ours").write_bytes(question(SUMS, b"\x40" + bytes(7)))
    (tmp_path / "sums").write_bytes(SUMS)

    for words in ("-in ours -text -out ours.txt", "-data sums -sha256 -cert -text -out its.txt"):
        tsa.run(tmp_path, "ts", "-query", *words.split())

    ours, its = (
        [line for line in (tmp_path / name).read_text().splitlines() if "Nonce" not in line]
        for name in ("ours.txt", "its.txt")
    )
    assert ours == its
    assert "Nonce: 0x4000000000000000" in (tmp_path / "ours.txt").read_text()


def test_no_authority_is_asked_where_none_is_set(ask: Ask, causes: Causes) -> None:
    assert ask("")(SUMS) is None
    assert causes() == []


def test_over_tls_the_systems_authorities_must_vouch_for_the_host(
    authority: Path, ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, causes: Causes
) -> None:
    tsa.run(
        tmp_path,
        *("req", "-x509", "-nodes", "-newkey", "rsa:2048", "-subj", "/CN=host"),
        *("-addext", "subjectAltName=IP:127.0.0.1", "-keyout", "key", "-out", "cert"),
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "cert", tmp_path / "key")

    with serving(honest(authority), context) as server:
        strange = ask(server.url)(SUMS)
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "cert"))
        known = ask(server.url)(SUMS)

    assert strange is None
    assert "certificate verify failed" in causes()[0]
    assert known is not None


@pytest.mark.parametrize("answer", [silent, dripping(replied(bytes(4000)))])
def test_no_server_keeps_us_longer_than_it_may(
    ask: Ask, answer: Answer, causes: Causes
) -> None:  # fmt: skip
    clock = SystemClock()
    with serving(answer) as server:
        began_s = clock.monotonic_s()
        given = ask(server.url)(SUMS)
        took_s = clock.monotonic_s() - began_s

    assert given is None
    assert took_s < SHORT_S + 0.5
    assert len(causes()) == 1


def test_a_server_that_never_shakes_hands_keeps_us_no_longer(
    ask: Ask, workers: Workers, causes: Causes
) -> None:
    with socket.create_server((tsa.HOST, 0)) as door:
        url = f"https://{tsa.HOST}:{door.getsockname()[1]}/"
        assert ask(url)(SUMS) is None

    assert causes() == ["no time-stamp from 127.0.0.1 within 0.4 s"]


def test_a_resolver_that_hangs_keeps_us_no_longer(
    ask: Ask, monkeypatch: pytest.MonkeyPatch, causes: Causes
) -> None:
    """Off the net it takes half a minute."""
    asked = Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: asked.wait(5) and [])

    given = ask("http://tsa.example/")(SUMS)
    asked.set()

    assert given is None
    assert causes() == ["no time-stamp from tsa.example within 0.4 s"]


def test_the_next_of_a_hosts_places_is_tried(
    authority: Path, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving(honest(authority)) as server, socket.create_server((tsa.HOST, 0)) as gone:
        closed = gone.getsockname()
        gone.close()
        port = int(server.url.split(":")[2].partition("/")[0])
        places = [closed, (tsa.HOST, port)]
        monkeypatch.setattr(
            socket,
            "getaddrinfo",
            lambda *_, **__: [(socket.AF_INET, socket.SOCK_STREAM, 6, "", each) for each in places],
        )

        assert ask("http://tsa.example/")(SUMS) is not None


def test_no_redirect_is_followed(authority: Path, ask: Ask, causes: Causes) -> None:
    with serving(honest(authority)) as other:
        sent = replied(b"", "307 Temporary Redirect", f"Location: {other.url}")
        with serving(lambda *_: [sent]) as server:
            given = ask(server.url)(SUMS)

    assert given is None
    assert other.asked == []
    assert causes() == ["no time-stamp from 127.0.0.1: it answers with 307"]


@pytest.mark.parametrize("answer", [endless, lambda *_: [replied(bytes(LARGEST_BYTES + 1))]])
def test_what_is_too_large_is_not_read(ask: Ask, answer: Answer, causes: Causes) -> None:
    with serving(answer) as server:
        given = ask(server.url)(SUMS)

    assert given is None
    assert "more than 65536 bytes" in causes()[0]


def test_a_lie_is_no_stamp(authority: Path, ask: Ask, causes: Causes) -> None:
    def told(lie: Callable[[bytes], bytes]) -> bytes | None:
        with serving(lambda query, _: [replied(lie(query))]) as server:
            return ask(server.url)(SUMS)

    of_other = question(SUMS + b"\n", b"\x40" + bytes(7))
    earlier = tsa.reply(authority, question(SUMS, b"\x40" + bytes(7)))
    lies: dict[str, Callable[[bytes], bytes]] = {
        "another SHA256SUMS": lambda query: tsa.reply(
            authority, of_other[:-13] + query[-13:]  # the nonce, and that the cert is wanted
        ),
        "another question": lambda _: earlier,
        "refused": lambda _: tsa.reply(authority, b"?"),
        "its signature": lambda query: tsa.reply(authority, query)[:-1] + b"!",
        "no time-stamp: ": lambda _: b"<html>",
    }  # fmt: skip
    for cause, lie in lies.items():
        assert told(lie) is None
        assert cause in causes()[-1]


@pytest.mark.parametrize(
    "sent",
    [
        b"",
        b"SSH-2.0-OpenSSH_9.2\r\n",
        b"HTTP/1.1 abc\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\nless",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 500,
        b"HTTP/1.1 200 OK\r\nA: " + b"b" * 100_000,
    ],
)
def test_what_is_no_http_is_no_stamp(ask: Ask, sent: bytes, causes: Causes) -> None:
    with serving(lambda *_: [sent]) as server:
        assert ask(server.url)(SUMS) is None

    assert len(causes()) == 1


def test_the_log_says_why_and_tells_nothing_that_is_nobodys_business(
    ask: Ask, causes: Causes
) -> None:
    with serving(lambda *_: [b"\x1b[31mhello\r\n"]) as server:
        ask(server.url)(SUMS)
    ask(server.url)(SUMS)

    assert causes() == [
        "no time-stamp from 127.0.0.1: BadStatusLine",
        "no time-stamp from 127.0.0.1: Connection refused",
    ]


def test_a_store_that_cannot_be_read_gives_no_stamp(workers: Workers, causes: Causes) -> None:
    def settings() -> StationSettings:
        raise StoreFailed("it is locked")

    assert stamper(settings, SystemClock(), workers)(SUMS) is None
    assert causes() == ["no time-stamp: StoreFailed"]
