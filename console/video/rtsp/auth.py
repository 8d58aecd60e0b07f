"""Proving who we are: digest (RFC 7616, RFC 2617) and, where nothing else is offered, basic.

Basic over plain RTSP shows the password to whoever listens on the line.  Many cheap cameras offer
nothing else, and an officer without a picture is worse off; so it is used only when no digest that
we know is offered.
"""

from __future__ import annotations

import base64
import hashlib
import re
import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from console.secret import Secret

_PAIR = re.compile(r'([a-zA-Z0-9_-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))')
_HASHES: dict[str, Callable[[bytes], str]] = {
    "MD5": lambda data: hashlib.md5(data, usedforsecurity=False).hexdigest(),
    "SHA-256": lambda data: hashlib.sha256(data).hexdigest(),
}
_PREFERRED = ("SHA-256", "SHA-256-SESS", "MD5", "MD5-SESS")


@dataclass(frozen=True, slots=True)
class Login:
    """A camera's user and password."""

    username: str
    password: Secret


@dataclass(frozen=True, slots=True)
class _Challenge:
    algorithm: str
    realm: str
    nonce: str
    opaque: str
    qop: bool
    stale: bool


class Proof:
    """What we answer to a camera's challenge, for every request of one session."""

    def __init__(self, login: Login) -> None:
        self._login = login
        self._challenge: _Challenge | None = None
        self._basic = False
        self._count = 0

    @property
    def given(self) -> bool:
        """Whether a request has carried a proof already."""
        return self._basic or self._count > 0

    def challenged(self, values: Sequence[str]) -> bool:
        """Take the ``WWW-Authenticate`` headers of a 401; False if there is no use in going on.

        That is so when our answer was refused (but for a nonce that grew stale), and when
        nothing is offered that we know.
        """
        challenges = [c for value in values if (c := _digest(value)) is not None]
        challenges.sort(key=lambda c: _PREFERRED.index(c.algorithm))
        if challenges:
            if self.given and not challenges[0].stale:
                return False
            self._challenge, self._count, self._basic = challenges[0], 0, False
            return True
        if self.given or not any(value.lower().startswith("basic") for value in values):
            return False
        self._basic = True
        return True

    def header(self, method: str, uri: str) -> str:
        """The ``Authorization`` header for a request, or "" when none is asked for."""
        user = self._login.username
        password = self._login.password.reveal()
        if self._basic:
            return "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode()
        challenge = self._challenge
        if challenge is None:
            return ""
        self._count += 1
        digest = _HASHES[challenge.algorithm.removesuffix("-SESS")]
        client_nonce = secrets.token_hex(8)
        secret = digest(f"{user}:{challenge.realm}:{password}".encode())
        if challenge.algorithm.endswith("-SESS"):
            secret = digest(f"{secret}:{challenge.nonce}:{client_nonce}".encode())
        request = digest(f"{method}:{uri}".encode())
        fields = {
            "username": _quoted(user),
            "realm": _quoted(challenge.realm),
            "nonce": _quoted(challenge.nonce),
            "uri": _quoted(uri),
        }
        if challenge.qop:
            count = f"{self._count:08x}"
            parts = [secret, challenge.nonce, count, client_nonce, "auth", request]
            fields |= {"qop": "auth", "nc": count, "cnonce": _quoted(client_nonce)}
        else:
            parts = [secret, challenge.nonce, request]
        fields["response"] = _quoted(digest(":".join(parts).encode()))
        # Old cameras fail on an algorithm that they did not name themselves.
        if challenge.algorithm != "MD5":
            fields["algorithm"] = challenge.algorithm.replace("SESS", "sess")
        if challenge.opaque:
            fields["opaque"] = _quoted(challenge.opaque)
        return "Digest " + ", ".join(f"{name}={value}" for name, value in fields.items())


def _digest(value: str) -> _Challenge | None:
    """A challenge that we can answer, or None."""
    scheme, _, rest = value.strip().partition(" ")
    if scheme.lower() != "digest":
        return None
    pairs = {
        name.lower(): re.sub(r"\\(.)", r"\1", quoted) or bare
        for name, quoted, bare in _PAIR.findall(rest)
    }
    algorithm = pairs.get("algorithm", "MD5").upper()
    if algorithm not in _PREFERRED or "nonce" not in pairs:
        return None
    qops = [word.strip().lower() for word in pairs.get("qop", "").split(",") if word.strip()]
    if qops and "auth" not in qops:
        return None
    return _Challenge(
        algorithm,
        pairs.get("realm", ""),
        pairs["nonce"],
        pairs.get("opaque", ""),
        bool(qops),
        pairs.get("stale", "").lower() == "true",
    )


def _quoted(text: str) -> str:
    """A quoted string; what would end the line is left out."""
    clean = "".join(char for char in text if char not in "\r\n\0")
    return '"' + clean.replace("\\", "\\\\").replace('"', '\\"') + '"'
