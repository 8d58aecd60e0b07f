"""A time-stamp authority of openssl's own making; and a server that lies as it is told to."""

from __future__ import annotations

import socket
import ssl
import subprocess
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from console.evidence.der import INTEGER, SEQUENCE, written
from console.workers import Stop, Workers

HOST = "127.0.0.1"
_LOOK_S = 0.05

_CONFIG = """
[tsa]
dir = .
serial = serial
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256, sha384, sha512
accuracy = secs:1
"""
_KEYS = {
    "rsa": ("rsa:2048",),
    "ec": ("ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"),
    "ec384": ("ec", "-pkeyopt", "ec_paramgen_curve:secp384r1"),
}
_TST_INFO = "1.2.840.113549.1.9.16.1.4"


def founded(folder: Path, kind: str = "ec") -> Path:
    """``folder`` with an authority's key, certificate and settings."""
    (folder / "tsa.cnf").write_text(_CONFIG)
    run(
        folder,
        *("req", "-x509", "-nodes", "-newkey", *_KEYS[kind], "-subj", "/CN=tsa"),
        *("-keyout", "key", "-out", "cert"),
        *("-addext", "extendedKeyUsage=critical,timeStamping"),
    )
    return folder


def reply(folder: Path, query: bytes) -> bytes:
    """What it answers, be it a refusal."""
    (folder / "asked").write_bytes(query)
    run(
        folder,
        *("ts", "-reply", "-config", "tsa.cnf", "-section", "tsa", "-queryfile", "asked"),
        *("-signer", "cert", "-inkey", "key", "-out", "answer"),
    )
    return (folder / "answer").read_bytes()


def signed_with_pss(folder: Path, sums: bytes, digest: str, masked: str) -> bytes:
    """A stamp of ``sums``, signed with RSA-PSS, which openssl's own authority does not do."""
    (folder / "sums").write_bytes(sums)
    run(folder, "ts", "-query", "-data", "sums", "-sha256", "-cert", "-out", "query")
    (folder / "plain").write_bytes(reply(folder, (folder / "query").read_bytes()))
    run(folder, "ts", "-reply", "-in", "plain", "-token_out", "-out", "token")
    run(folder, "cms", "-verify", "-noverify", "-inform", "DER", "-in", "token", "-out", "told")
    run(
        folder,
        *("cms", "-sign", "-binary", "-nodetach", "-in", "told", "-econtent_type", _TST_INFO),
        *("-signer", "cert", "-inkey", "key", "-md", digest, "-outform", "DER", "-out", "signed"),
        *("-keyopt", "rsa_padding_mode:pss", "-keyopt", f"rsa_mgf1_md:{masked}"),
    )
    granted = written(SEQUENCE, written(INTEGER, b"\x00"))
    return written(SEQUENCE, granted, (folder / "signed").read_bytes())


def run(folder: Path, *words: str) -> None:
    """``openssl words…`` in ``folder``."""
    subprocess.run(["openssl", *words], cwd=folder, check=True, capture_output=True)


Answer = Callable[[bytes, Stop], Iterable[bytes]]
"""What a server sends, piece by piece, for what it was asked; until the stop is set."""


class Server:
    """Takes one question a connection, and answers as ``answer`` says; on loopback."""

    def __init__(self, answer: Answer, tls: ssl.SSLContext | None) -> None:
        self.asked: list[bytes] = []  # heads and bodies, as they came
        self._answer = answer
        self._tls = tls
        self._door = socket.create_server((HOST, 0))
        self._door.settimeout(_LOOK_S)
        port = self._door.getsockname()[1]
        self.url = f"{'http' if tls is None else 'https'}://{HOST}:{port}/stamp?key=s3cret"

    def run(self, stop: Stop) -> None:
        """Serve until ``stop``."""
        with self._door:
            while not stop.is_set():
                with suppress(OSError):  # nobody came, or whoever came has gone
                    self._serve(stop)

    def _serve(self, stop: Stop) -> None:
        line, _ = self._door.accept()
        with line:
            line.settimeout(5)
            with line if self._tls is None else self._tls.wrap_socket(line, server_side=True) as it:
                head, body = _question(it)
                self.asked.append(head + body)
                for piece in self._answer(body, stop):
                    it.sendall(piece)


@contextmanager
def serving(answer: Answer, tls: ssl.SSLContext | None = None) -> Iterator[Server]:
    """A server, gone afterwards."""
    workers = Workers()
    server = Server(answer, tls)
    workers.loop("tsa", server.run)
    try:
        yield server
    finally:
        assert workers.close() == []


def replied(content: bytes, status: str = "200 OK", *more: str) -> bytes:
    """``content`` as HTTP."""
    lines = [f"HTTP/1.1 {status}", "Content-Type: application/timestamp-reply"]
    lines += [f"Content-Length: {len(content)}", *more, "", ""]
    return "\r\n".join(lines).encode() + content


def _question(line: socket.socket) -> tuple[bytes, bytes]:
    content = b""
    while b"\r\n\r\n" not in content:
        content += _more(line)
    head, _, body = content.partition(b"\r\n\r\n")
    length = next(int(each[15:]) for each in head.split(b"\r\n") if each[:15] == b"Content-Length:")
    while len(body) < length:
        body += _more(line)
    return head, body


def _more(line: socket.socket) -> bytes:
    if not (came := line.recv(4096)):
        raise ConnectionAbortedError
    return came
