"""rtsps: the camera's certificate is trusted, pinned, or refused; never passed over."""

from __future__ import annotations

import datetime
import hashlib
import select
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from console.clock import SystemClock
from console.demo.clips import Clip
from console.events import Reason, StreamState
from console.video.ports import CameraSource
from console.workers import Stop, Workers
from db.structs import replace
from tests.camera import serving
from tests.console.video.watching import Watcher, source

Clips = dict[str, Clip]


def certificate(folder: Path) -> tuple[Path, str]:
    """A self-signed certificate with its key as PEM, and its fingerprint."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "camera")])
    now = SystemClock().now()
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .sign(key, hashes.SHA256())
    )
    path = folder / "camera.pem"
    path.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        + made.public_bytes(serialization.Encoding.PEM)
    )
    der = made.public_bytes(serialization.Encoding.DER)
    return path, hashlib.sha256(der).hexdigest()


@contextmanager
def tls_in_front_of(port: int, pem: Path) -> Iterator[int]:
    """A TLS end for a plain server; one thread a connection."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem)
    door = socket.create_server(("127.0.0.1", 0))
    door.settimeout(0.05)
    workers = Workers()

    def pump(stop: Stop, plain: socket.socket) -> None:
        with plain:
            try:
                plain.settimeout(5)
                secured = context.wrap_socket(plain, server_side=True)
            except OSError:
                return  # the client did not like the certificate
            with (
                secured,
                socket.create_connection(("127.0.0.1", port)) as back,
                suppress(OSError),  # either end may be gone while the other talks
            ):
                while not stop.is_set():
                    ready, _, _ = select.select([secured, back], [], [], 0.05)
                    for end in ready:
                        data = end.recv(65536)
                        if not data:
                            return
                        (back if end is secured else secured).sendall(data)

    def listen(stop: Stop) -> None:
        while not stop.is_set():
            try:
                plain, _ = door.accept()
            except TimeoutError:
                continue
            workers.loop("tls-line", partial(pump, plain=plain))

    workers.loop("tls-door", listen)
    try:
        yield door.getsockname()[1]
    finally:
        assert workers.close() == []
        door.close()


def secure(port: int, sha256: str | None) -> CameraSource:
    plain = source(1, port, "/small/1")
    streams = tuple(replace(stream, scheme="rtsps") for stream in plain.streams)
    return replace(plain, streams=streams, certificate_sha256=sha256)


@pytest.fixture
def watcher(standing: Watcher) -> Iterator[Watcher]:
    """One engine for all: none of these tests ends it or a worker of it."""
    yield standing
    standing.forget()


def test_the_pinned_certificate_opens(watcher: Watcher, clips: Clips, tmp_path: Path) -> None:
    pem, fingerprint = certificate(tmp_path)
    with serving(clips) as camera, tls_in_front_of(camera.port, pem) as port:
        watcher.show([secure(port, fingerprint)])

        watcher.until(lambda: watcher.pictured(1))
        watcher.canvas.show([])
        watcher.link.set_cameras([])
        watcher.until(lambda: watcher.canvas.decoded(0) == 0)


@pytest.mark.parametrize("pinned", [None, "0" * 64])
def test_any_other_certificate_is_refused_and_named(
    watcher: Watcher, clips: Clips, tmp_path: Path, pinned: str | None
) -> None:
    pem, fingerprint = certificate(tmp_path)
    with serving(clips) as camera, tls_in_front_of(camera.port, pem) as port:
        watcher.show([secure(port, pinned)])

        watcher.until(lambda: watcher.state(1) == (StreamState.REFUSED, Reason.CERTIFICATE))
        assert watcher.detail(1) == fingerprint
        assert watcher.canvas.picture(0) is None


def test_a_camera_without_tls_is_not_met_in_plain_words(watcher: Watcher, clips: Clips) -> None:
    with serving(clips) as camera:
        watcher.show([secure(camera.port, "0" * 64)])

        watcher.until(lambda: (watcher.state(1) or (None,))[0] is StreamState.OFFLINE)
        assert watcher.canvas.picture(0) is None
