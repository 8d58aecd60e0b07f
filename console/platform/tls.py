"""TLS to a camera: the system's authorities decide, or the one certificate that was pinned."""

from __future__ import annotations

import hashlib
import socket
import ssl

from console.errors import CertificateUnknown

NOBODYS = ""
"""As a pinned fingerprint: fits no certificate, so that ``check`` names whichever is shown."""


def wrap(plain: socket.socket, host: str, pinned_sha256: str | None) -> ssl.SSLSocket:
    """A TLS socket over ``plain``, not yet shaken hands.

    Without a pinned certificate the handshake fails unless the system's authorities vouch for
    the host.  A pinned one is judged by ``check`` after the handshake, so that another can be
    named by its fingerprint; nothing is sent before that.
    """
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    if pinned_sha256 is None:
        context.load_default_certs()
        context.check_hostname = True
        context.verify_mode = ssl.CERT_REQUIRED
    return context.wrap_socket(
        plain, server_hostname=host, do_handshake_on_connect=False, suppress_ragged_eofs=True
    )


def check(line: ssl.SSLSocket, pinned_sha256: str | None) -> None:
    """Compare the certificate with the pinned one, if one is pinned.

    Raises:
        CertificateUnknown: it is another one.
    """
    if pinned_sha256 is None:
        return
    certificate = line.getpeercert(binary_form=True) or b""
    seen = hashlib.sha256(certificate).hexdigest()
    if seen != pinned_sha256:
        raise CertificateUnknown(seen)
