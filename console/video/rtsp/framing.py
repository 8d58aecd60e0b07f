"""Where packets and messages begin on an RTSP line (RFC 2326 10.12), and after rubbish.

Every decision hangs on the bytes alone, never on how they were cut into reads.
"""

from __future__ import annotations

import re
from enum import IntEnum

DOLLAR = 0x24
HEAD = 4  # "$", channel, length
_ANSWER = b"RTSP/"
_METHODS = (
    b"ANNOUNCE ",
    b"DESCRIBE ",
    b"GET_PARAMETER ",
    b"OPTIONS ",
    b"PAUSE ",
    b"PLAY ",
    b"PLAY_NOTIFY ",
    b"RECORD ",
    b"REDIRECT ",
    b"SETUP ",
    b"SET_PARAMETER ",
    b"TEARDOWN ",
)
_LONGEST = max(map(len, _METHODS))
SMALLEST = 8  # bytes of an RTP or RTCP packet
_BLANKS = re.compile(rb"[\r\n]*")
_MARK = re.compile(rb"[$R]")


class Found(IntEnum):
    """What begins at a place."""

    MORE = 0  # too few bytes to say
    PACKET = 1
    MESSAGE = 2
    BLANK = 3  # an empty line, as some cameras send behind a body
    RUBBISH = 4


def look(buffer: bytearray, at: int, ours: tuple[int, ...], *, synced: bool) -> Found:
    """What begins at ``at``.  When out of step, only packets of ``ours`` and answers count."""
    left = len(buffer) - at
    if left < 1:
        return Found.MORE
    first = buffer[at]
    if first == DOLLAR:
        return _packet(buffer, at, ours, left, synced=synced)
    if first in b"\r\n":
        return Found.BLANK
    starts = (_ANSWER, *_METHODS) if synced else (_ANSWER,)
    if buffer.startswith(starts, at):
        return Found.MESSAGE
    if left < _LONGEST:
        tail = bytes(buffer[at:])
        if any(start.startswith(tail) for start in starts):
            return Found.MORE
    return Found.RUBBISH


def packet_end(buffer: bytearray, at: int) -> int:
    """Where the packet at ``at`` ends, whether all of it is there or not."""
    return at + HEAD + (buffer[at + 2] << 8 | buffer[at + 3])


def after_blanks(buffer: bytearray, at: int) -> int:
    """Where the empty lines at ``at`` end."""
    match = _BLANKS.match(buffer, at)
    return match.end() if match else at


def next_mark(buffer: bytearray, at: int) -> int:
    """The next place, from ``at`` on, where something could begin; else the buffer's end."""
    match = _MARK.search(buffer, at)
    return match.start() if match else len(buffer)


def _packet(buffer: bytearray, at: int, ours: tuple[int, ...], left: int, *, synced: bool) -> Found:
    if left < HEAD + 1:
        return Found.MORE
    if buffer[at + 1] not in ours:
        return Found.PACKET if synced else Found.RUBBISH
    size = packet_end(buffer, at) - at - HEAD
    likely = size >= SMALLEST and buffer[at + HEAD] >> 6 == 2
    return Found.PACKET if likely else Found.RUBBISH
