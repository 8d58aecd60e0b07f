"""Proving who we are: digest (RFC 7616, RFC 2617) and, where nothing else is offered, basic.

Basic over plain RTSP shows the password to whoever listens on the line.  Many cheap cameras offer
nothing else, and an officer without a picture is worse off; so it is used only when no digest that
we know is offered, anywhere in the camera's challenges.
"""

from __future__ import annotations

import base64
import hashlib
import secrets
from collections.abc import Callable, Iterable, Sequence

from console.secret import Secret
from console.video.rtsp.messages import encoded
from db.structs import Frozen

_HASHES: dict[str, Callable[[bytes], str]] = {
    "MD5": lambda data: hashlib.md5(data, usedforsecurity=False).hexdigest(),
    "SHA-256": lambda data: hashlib.sha256(data).hexdigest(),
}
_PREFERRED = ("SHA-256", "SHA-256-SESS", "MD5", "MD5-SESS")
_BLANK = " \t,"
_MAX_FIELD = 1024  # characters of a realm or nonce, which go back with every request


class Login(Frozen):
    """A camera's user and password."""

    username: str
    password: Secret


class _Challenge(Frozen):
    algorithm: str
    realm: str
    nonce: str
    opaque: str
    qop: bool
    stale: bool


def _client_nonce() -> str:
    return secrets.token_hex(8)


class Proof:
    """What we answer to a camera's challenges, for every request of one session."""

    def __init__(self, login: Login, client_nonce: Callable[[], str] = _client_nonce) -> None:
        self._login = login
        self._client_nonce = client_nonce
        self._challenge: _Challenge | None = None
        self._basic = False
        self._count = 0
        self._accepted = False  # a request with our proof was answered otherwise than by 401

    @property
    def given(self) -> bool:
        """Whether a request has carried a proof already."""
        return self._basic or self._count > 0

    def accepted(self) -> None:
        """A request with our proof got through: the name and password are right."""
        self._accepted = self.given

    def challenged(self, values: Sequence[str]) -> bool:
        """Take the ``WWW-Authenticate`` headers of a 401; False if there is no use in going on.

        That is so when nothing is offered that we know, and when our answer was refused: unless
        its nonce grew stale, or one that was good before is followed by another nonce (some
        cameras give each request its own).  How often one request is tried again is the
        caller's to limit.
        """
        offers = list(_offers(values))
        digests = [found for name, pairs in offers if (found := _digest(name, pairs)) is not None]
        if digests:
            best = min(digests, key=lambda digest: _PREFERRED.index(digest.algorithm))
            fresh = self._challenge is None or best.nonce != self._challenge.nonce
            if self.given and not best.stale and not (self._accepted and fresh):
                return False
            self._challenge, self._count, self._basic = best, 0, False
            return True
        if self.given or not any(name == "basic" for name, _ in offers):
            return False
        self._basic = True
        return True

    def header(self, method: str, uri: str) -> str:
        """The ``Authorization`` header for a request, or "" when none is asked for."""
        user = self._login.username
        password = self._login.password.reveal()
        if self._basic:
            return "Basic " + base64.b64encode(encoded(f"{user}:{password}")).decode()
        challenge = self._challenge
        if challenge is None:
            return ""
        self._count += 1
        digest = _HASHES[challenge.algorithm.removesuffix("-SESS")]
        client_nonce = self._client_nonce()
        secret = digest(encoded(f"{user}:{challenge.realm}:{password}"))
        if challenge.algorithm.endswith("-SESS"):
            secret = digest(encoded(f"{secret}:{challenge.nonce}:{client_nonce}"))
        request = digest(encoded(f"{method}:{uri}"))
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
        fields["response"] = _quoted(digest(encoded(":".join(parts))))
        # Old cameras fail on an algorithm that they did not name themselves.
        if challenge.algorithm != "MD5":
            fields["algorithm"] = challenge.algorithm.replace("SESS", "sess")
        if challenge.opaque:
            fields["opaque"] = _quoted(challenge.opaque)
        return "Digest " + ", ".join(f"{name}={value}" for name, value in fields.items())


def _offers(values: Iterable[str]) -> Iterable[tuple[str, dict[str, str]]]:
    """Every challenge as its scheme and fields, names in lower case.

    A header may hold several, and commas part both challenges and fields (RFC 7235 4.1): a
    word before "=" is a field, another one begins a challenge.  Each character is looked at once,
    so a hostile header costs no more than its length.
    """
    for value in values:
        scheme, pairs = "", dict[str, str]()
        at = 0
        while at < len(value):
            if value[at] in _BLANK:
                at += 1
                continue
            word, at = _word(value, at)
            if value[at : at + 1] == "=":
                field, at = _value(value, at + 1)
                pairs.setdefault(word.lower(), field)
                continue
            if scheme:
                yield scheme, pairs
            scheme, pairs = word.lower(), {}
        if scheme:
            yield scheme, pairs


def _word(text: str, at: int) -> tuple[str, int]:
    """The word at ``at``, empty before a "=", and where what follows its blanks begins."""
    end = at
    while end < len(text) and text[end] not in " \t,=":
        end += 1
    word = text[at:end]
    while end < len(text) and text[end] in " \t":
        end += 1
    return word, end


def _value(text: str, at: int) -> tuple[str, int]:
    """The field's value at ``at``, quoted or bare, and where it ends."""
    while at < len(text) and text[at] in " \t":
        at += 1
    if text[at : at + 1] != '"':
        end = at
        while end < len(text) and text[end] not in _BLANK:
            end += 1
        return text[at:end], end
    found: list[str] = []
    at += 1
    while at < len(text) and text[at] != '"':
        if text[at] == "\\" and at + 1 < len(text):
            at += 1
        found.append(text[at])
        at += 1
    return "".join(found), at + 1


def _digest(scheme: str, pairs: dict[str, str]) -> _Challenge | None:
    """A challenge that we can answer, or None."""
    algorithm = pairs.get("algorithm", "MD5").upper()
    if scheme != "digest" or algorithm not in _PREFERRED or "nonce" not in pairs:
        return None
    realm, nonce, opaque = (pairs.get(name, "") for name in ("realm", "nonce", "opaque"))
    if max(len(realm), len(nonce), len(opaque)) > _MAX_FIELD:
        return None
    qops = [word.strip().lower() for word in pairs.get("qop", "").split(",") if word.strip()]
    if qops and "auth" not in qops:
        return None
    stale = pairs.get("stale", "").lower() == "true"
    return _Challenge(algorithm, realm, nonce, opaque, bool(qops), stale)


def _quoted(text: str) -> str:
    """A quoted string; what would end the line is left out."""
    clean = "".join(char for char in text if char not in "\r\n\0")
    return '"' + clean.replace("\\", "\\\\").replace('"', '\\"') + '"'
