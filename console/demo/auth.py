"""Digest authentication as cameras ask for it (RFC 2617 and RFC 7616), the server's half."""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
from dataclasses import dataclass
from enum import StrEnum

from console.secret import Secret

_FIELD = re.compile(r'(\w+)\s*=\s*(?:"([^"]*)"|([^\s,]+))')


class Algorithm(StrEnum):
    """The hash of a challenge."""

    MD5 = "MD5"
    SHA256 = "SHA-256"


@dataclass(frozen=True, slots=True)
class Login:
    """Who may see a camera's pictures."""

    username: str
    password: Secret


class Guard:
    """Challenges a client and judges its answer.

    MD5 is asked for without ``qop``, as most cameras do; SHA-256 with ``qop="auth"``.
    One guard serves one connection: its nonce is the connection's.
    """

    def __init__(
        self,
        login: Login,
        *,
        realm: str = "Ward demo",
        algorithms: tuple[Algorithm, ...] = (Algorithm.MD5,),
    ) -> None:
        self._login = login
        self._realm = realm
        self._algorithms = algorithms
        self._nonce = secrets.token_hex(16)

    def challenges(self) -> list[str]:
        """The ``WWW-Authenticate`` values, the preferred one first."""
        return [self._challenge(algorithm) for algorithm in self._algorithms]

    def admits(self, method: str, authorization: str | None) -> bool:
        """Whether an ``Authorization`` value proves the password for this request."""
        if authorization is None or not authorization.lower().startswith("digest "):
            return False
        said = {name.lower(): a or b for name, a, b in _FIELD.findall(authorization[7:])}
        algorithm = said.get("algorithm", Algorithm.MD5)
        if algorithm not in self._algorithms or said.get("nonce") != self._nonce:
            return False
        if said.get("username") != self._login.username or said.get("realm") != self._realm:
            return False
        expected = self._response(Algorithm(algorithm), method, said)
        return hmac.compare_digest(expected, said.get("response", "").encode())

    def _challenge(self, algorithm: Algorithm) -> str:
        text = f'Digest realm="{self._realm}", nonce="{self._nonce}", algorithm={algorithm}'
        return text if algorithm is Algorithm.MD5 else text + ', qop="auth"'

    def _response(self, algorithm: Algorithm, method: str, said: dict[str, str]) -> bytes:
        def digest(*parts: str) -> str:
            name = "md5" if algorithm is Algorithm.MD5 else "sha256"
            return hashlib.new(name, ":".join(parts).encode()).hexdigest()

        password = self._login.password.reveal()
        one = digest(self._login.username, self._realm, password)
        two = digest(method, said.get("uri", ""))
        if "qop" not in said:
            return digest(one, self._nonce, two).encode()
        middle = (self._nonce, said.get("nc", ""), said.get("cnonce", ""), said["qop"])
        return digest(one, *middle, two).encode()
