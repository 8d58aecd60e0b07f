"""Requests and answers of RTSP as text (RFC 2326 4, 6, 7)."""

from __future__ import annotations

from db.structs import Frozen

MAX_HEAD_BYTES = 64 * 1024  # a camera once sent 10,000-byte names; that much we bear
MAX_BODY_BYTES = 64 * 1024
_END = b"\r\n\r\n"
_CONTROLS = dict.fromkeys([*range(0x20), 0x7F], " ")


class Malformed(Exception):
    """What came is not RTSP, or larger than we take."""


class Message(Frozen):
    """An answer (``status`` > 0), or a request from the camera (``method``)."""

    status: int
    reason: str
    method: str
    headers: tuple[tuple[str, str], ...]  # names in lower case, in order
    body: bytes

    def header(self, name: str) -> str:
        """The first header of that name (lower case), or ""."""
        return next((value for key, value in self.headers if key == name), "")

    def all(self, name: str) -> list[str]:
        """Every header of that name, in order."""
        return [value for key, value in self.headers if key == name]

    def cseq(self) -> int:
        """The number of the request that this belongs to, or -1."""
        value = self.header("cseq")
        return int(value) if value.isascii() and value.isdigit() and len(value) < 10 else -1


def take(buffer: bytearray, start: int) -> tuple[Message, int] | None:
    """The message at ``start``, and where it ends; None while it is not whole.

    Raises:
        Malformed: it is none, or too large.
    """
    end = buffer.find(_END, start)
    if end < 0:
        if len(buffer) - start > MAX_HEAD_BYTES:
            raise Malformed("an endless head")
        return None
    if end - start > MAX_HEAD_BYTES:
        raise Malformed("an endless head")
    # Realms in GBK are seen: what is no UTF-8 must come back to the camera byte by byte.
    first, *lines = buffer[start:end].decode("utf-8", "surrogateescape").split("\r\n")
    headers = tuple(_headers(lines))
    body_at = end + len(_END)
    length = _length(headers)
    if len(buffer) < body_at + length:
        return None
    status, reason, method = _first(first)
    body = bytes(buffer[body_at : body_at + length])
    return Message(status, reason, method, headers, body), body_at + length


def request(method: str, url: str, number: int, headers: dict[str, str]) -> bytes:
    """A request as it goes over the line."""
    lines = [f"{method} {url} RTSP/1.0", f"CSeq: {number}"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    return encoded("\r\n".join(lines) + "\r\n\r\n")


def encoded(text: str) -> bytes:
    """Text as bytes; what came from a camera in another encoding goes back as it came."""
    return text.encode("utf-8", "surrogateescape")


def answer(number: int, status: str) -> bytes:
    """An answer to a request of the camera's."""
    return f"RTSP/1.0 {status}\r\nCSeq: {number}\r\n\r\n".encode()


def _first(line: str) -> tuple[int, str, str]:
    words = line.split(" ", 2)
    if words[0] in ("RTSP/1.0", "RTSP/2.0") and len(words) >= 2:
        if len(words[1]) == 3 and words[1].isascii() and words[1].isdigit():
            return int(words[1]), words[2] if len(words) == 3 else "", ""
    elif len(words) == 3 and words[2].startswith("RTSP/") and words[0].isascii():
        return 0, "", words[0]
    raise Malformed("not an RTSP message")


def _headers(lines: list[str]) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for line in lines:
        if line[:1] in (" ", "\t") and found:  # a folded line goes on with the one before
            name, value = found[-1]
            found[-1] = name, f"{value} {line.translate(_CONTROLS).strip()}"
            continue
        # A lone CR, LF or NUL must not come back in one of our own headers.
        name, colon, value = line.translate(_CONTROLS).partition(":")
        if colon:
            found.append((name.strip().lower(), value.strip()))
    return found


def _length(headers: tuple[tuple[str, str], ...]) -> int:
    value = next((value for name, value in headers if name == "content-length"), "0")
    if not (value.isascii() and value.isdigit()) or len(value) > 9:
        raise Malformed("a length that is no number")
    if int(value) > MAX_BODY_BYTES:
        raise Malformed("too long a body")
    return int(value)
