"""RTSP requests and replies as text, and a reader that finds them between RTP packets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

MAX_HEAD = 32 * 1024  # bytes of one request's headers; more is not a client of ours

REASONS = {
    200: "OK",
    302: "Moved Temporarily",
    400: "Bad Request",
    401: "Unauthorized",
    404: "Not Found",
    453: "Not Enough Bandwidth",
    454: "Session Not Found",
    455: "Method Not Valid in This State",
    461: "Unsupported Transport",
    501: "Not Implemented",
    503: "Service Unavailable",
}
_DOLLAR = 0x24


class NotRtsp(Exception):
    """The client's bytes are no RTSP; the connection cannot go on."""


@dataclass(frozen=True, slots=True)
class Request:
    """One request; header names are in lower case."""

    method: str
    url: str
    headers: Mapping[str, str]

    @property
    def path(self) -> str:
        """The URL's path without host, query and a trailing slash."""
        rest = re.sub(r"^rtsps?://[^/]*", "", self.url).split("?", 1)[0]
        return rest.rstrip("/") or "/"

    @property
    def cseq(self) -> str:
        """The number that the reply repeats."""
        return self.headers.get("cseq", "0")


@dataclass(frozen=True, slots=True)
class Transport:
    """What a client asks for in SETUP: two ports for datagrams, or two interleaved channels."""

    interleaved: bool
    pair: tuple[int, int]


class Reader:
    """Cuts a connection's bytes into requests; interleaved RTCP is counted and dropped."""

    def __init__(self) -> None:
        self._buffer = bytearray()

    def feed(self, data: bytes) -> Iterator[Request]:
        """The requests that are whole now.

        Raises:
            NotRtsp: a first line that is none, or endless headers.
        """
        self._buffer += data
        while self._buffer:
            if self._buffer[0] == _DOLLAR:
                if not self._skip_interleaved():
                    return
                continue
            end = self._buffer.find(b"\r\n\r\n")
            if end < 0:
                if len(self._buffer) > MAX_HEAD:
                    raise NotRtsp("headers without an end")
                return
            request = _parse(self._buffer[:end].decode("latin-1"))
            length = request.headers.get("content-length", "0")
            whole = end + 4 + (int(length) if length.isdigit() else 0)
            if len(self._buffer) < whole:
                return
            del self._buffer[:whole]
            yield request

    def _skip_interleaved(self) -> bool:
        if len(self._buffer) < 4:
            return False
        whole = 4 + int.from_bytes(self._buffer[2:4])
        if len(self._buffer) < whole:
            return False
        del self._buffer[:whole]
        return True


def _parse(text: str) -> Request:
    first, *lines = text.split("\r\n")
    words = first.split(" ")
    if len(words) != 3 or not words[2].startswith("RTSP/"):
        raise NotRtsp("the first line is no request")
    pairs = (line.partition(":") for line in lines)
    headers = {name.strip().lower(): value.strip() for name, colon, value in pairs if colon}
    return Request(words[0].upper(), words[1], headers)


def parse_transport(value: str) -> Transport | None:
    """The first transport in a SETUP's header that we can do, or None."""
    for choice in value.split(","):
        fields = choice.strip().split(";")
        known = {name.lower(): rest for name, _, rest in (field.partition("=") for field in fields)}
        if "multicast" in known:
            continue
        protocol = fields[0].upper()
        if protocol == "RTP/AVP/TCP":
            return Transport(True, _pair(known.get("interleaved", "")) or (0, 1))
        ports = _pair(known.get("client_port", ""))
        if protocol in {"RTP/AVP", "RTP/AVP/UDP"} and ports:
            return Transport(False, ports)
    return None


def _pair(text: str) -> tuple[int, int] | None:
    match = re.fullmatch(r"(\d{1,5})(?:-(\d{1,5}))?", text)
    if match is None:
        return None
    first = int(match[1])
    second = int(match[2]) if match[2] else first + 1
    return (first, second) if second < 65536 else None


def reply(code: int, cseq: str, headers: Sequence[tuple[str, str]] = (), body: str = "") -> bytes:
    """A reply's bytes; a body is taken for a session description."""
    lines = [f"RTSP/1.0 {code} {REASONS[code]}", f"CSeq: {cseq}"]
    lines += [f"{name}: {value}" for name, value in headers]
    if body:
        lines += ["Content-Type: application/sdp", f"Content-Length: {len(body.encode())}"]
    return ("\r\n".join(lines) + "\r\n\r\n" + body).encode()
