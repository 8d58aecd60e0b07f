from __future__ import annotations

import struct

from console.demo import rtp
from console.demo.rtp import MTU, Codec


def test_an_access_unit_is_split_at_its_start_codes() -> None:
    data = b"\0\0\0\1\x67abc\0\0\0\1\x68d\0\0\1\x65efg"

    assert list(rtp.split_annexb(data)) == [b"\x67abc", b"\x68d", b"\x65efg"]


def test_a_small_nal_unit_is_one_packet() -> None:
    assert rtp.payloads(Codec.H264, [b"\x67abc", b"\x68d"]) == (b"\x67abc", b"\x68d")


def test_a_large_h264_nal_unit_comes_in_fragments_that_make_it_whole() -> None:
    nal = b"\x65" + bytes(range(256)) * 20

    parts = rtp.payloads(Codec.H264, [nal])

    assert {part[0] for part in parts} == {0x7C}  # FU-A with the importance of the unit
    assert [part[1] >> 6 for part in parts] == [2, 0, 0, 1]  # start … end
    assert {part[1] & 0x1F for part in parts} == {5}
    assert b"".join(part[2:] for part in parts) == nal[1:]
    assert max(map(len, parts)) == MTU


def test_a_large_h265_nal_unit_comes_in_fragments_that_make_it_whole() -> None:
    nal = bytes([19 << 1, 1]) + bytes(range(256)) * 12

    parts = rtp.payloads(Codec.H265, [nal])

    assert {(part[0] >> 1, part[1]) for part in parts} == {(49, 1)}
    assert [part[2] >> 6 for part in parts] == [2, 0, 1]
    assert {part[2] & 0x3F for part in parts} == {19}
    assert b"".join(part[3:] for part in parts) == nal[2:]


def test_a_header_tells_sequence_time_source_and_the_end_of_a_picture() -> None:
    first = rtp.header(65535, 0xFFFFFFFF, 7, last=False)
    last = rtp.header(0, 1, 7, last=True)

    assert struct.unpack(">BBHII", first) == (0x80, 96, 65535, 0xFFFFFFFF, 7)
    assert struct.unpack(">BBHII", last) == (0x80, 96 | 0x80, 0, 1, 7)


def test_a_sender_report_ties_rtp_time_to_the_wall_clock() -> None:
    report = rtp.sender_report(1_800_000_000.5, ssrc=9, packets=3, octets=4000)

    flags, kind, words, ssrc, ntp, time, packets, octets = struct.unpack(">BBHIQIII", report)
    assert (flags, kind, words, ssrc, packets, octets) == (0x80, 200, 6, 9, 3, 4000)
    assert ntp / (1 << 32) == 1_800_000_000.5 + 2_208_988_800
    assert time == rtp.timestamp(1_800_000_000.5)
