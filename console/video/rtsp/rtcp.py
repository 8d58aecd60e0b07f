"""The control packets beside a stream (RTCP, RFC 3550 6): sender reports, goodbyes, our answer."""

from __future__ import annotations

import struct

from db.structs import Frozen

SENDER_REPORT = 200
_RECEIVER_REPORT = 201
_BYE = 203
_NTP_EPOCH_S = 2_208_988_800  # seconds from 1900 to 1970


class Heard(Frozen):
    """What a compound packet said.  ``rtp_time`` is as on the line, 32 bits."""

    ntp_us: int | None = None
    rtp_time: int = 0
    goodbye: bool = False


def parse(data: bytes | bytearray | memoryview) -> Heard:
    """Read a compound packet; what is cut off or unknown is passed over."""
    heard = Heard()
    at = 0
    while at + 4 <= len(data):
        kind = data[at + 1]
        size = 4 * (int.from_bytes(data[at + 2 : at + 4], "big") + 1)
        if at + size > len(data) or data[at] >> 6 != 2:
            break
        if kind == SENDER_REPORT and size >= 28:
            seconds, fraction, rtp_time = struct.unpack_from(">III", data, at + 8)
            if seconds >= _NTP_EPOCH_S:  # else its clock was never set
                ntp_us = (seconds - _NTP_EPOCH_S) * 1_000_000 + ((fraction * 1_000_000) >> 32)
                heard = Heard(ntp_us, rtp_time, heard.goodbye)
        elif kind == _BYE:
            heard = Heard(heard.ntp_us, heard.rtp_time, goodbye=True)
        at += size
    return heard


def receiver_report(ours: int, theirs: int, highest: int, lost: int) -> bytes:
    """A report that we live and how much came (RFC 3550 6.4.2), one block.

    ``highest`` is the extended highest sequence number, ``lost`` the packets missing so far.
    """
    return struct.pack(
        ">BBHIIIIIII",
        0x81,
        _RECEIVER_REPORT,
        7,
        ours,
        theirs,
        min(lost, 0x7FFFFF),
        highest & 0xFFFFFFFF,
        0,
        0,
        0,
    )
