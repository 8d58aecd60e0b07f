from __future__ import annotations

import itertools
import random
from collections.abc import Iterator
from itertools import pairwise

import pytest

from console.demo import rtp as demo_rtp
from console.video.rtsp.depacket import Depacketizer
from console.video.rtsp.nal import MAX_UNIT_BYTES, H264Assembly
from console.video.units import Codec, Unit
from tests.console.video.rtsp.camera_side import fragments, nal, rtp
from tests.footage import nals, pictures

START = b"\0\0\0\1"
IDR, SLICE, SPS = 5, 1, 7


def run(packets: list[bytes], codec: Codec = Codec.H264) -> list[Unit]:
    media = Depacketizer(codec)
    return [unit for packet in packets for unit in media.packet(memoryview(packet))]


def test_a_single_nal_unit_is_a_picture_at_its_marker() -> None:
    [unit] = run([rtp(1, 6000, nal(IDR))])

    assert unit == Unit(START + nal(IDR), key=True, rtp_time=6000, lost=0)


def test_a_fragmented_nal_unit_is_put_together() -> None:
    whole = nal(IDR, 5000)
    parts = fragments(whole, 1400)

    units = run([rtp(n, 0, part, marker=n == len(parts) - 1) for n, part in enumerate(parts)])

    assert [unit.data for unit in units] == [START + whole]
    assert units[0].key


def test_several_nal_units_in_one_packet_are_told_apart() -> None:
    both = [nal(SPS, 8), nal(IDR, 30)]
    payload = bytes([24]) + b"".join(len(n).to_bytes(2, "big") + n for n in both)

    [unit] = run([rtp(1, 0, payload)])

    assert unit.data == START + both[0] + START + both[1]
    assert unit.key


def test_a_camera_that_forgets_the_marker_is_met_by_the_time_stamp() -> None:
    units = run([rtp(n, n * 6000, nal(SLICE), marker=False) for n in range(4)])

    assert [unit.rtp_time for unit in units] == [0, 6000, 12000]


def test_missing_packets_are_counted_on_the_picture_that_they_hurt() -> None:
    units = run([rtp(1, 0, nal(IDR)), rtp(4, 6000, nal(SLICE)), rtp(5, 12000, nal(SLICE))])

    assert [unit.lost for unit in units] == [0, 2, 0]


def test_a_nal_unit_with_a_hole_is_left_out() -> None:
    parts = fragments(nal(IDR, 5000), 1400)
    packets = [rtp(n, 0, part, marker=n == len(parts) - 1) for n, part in enumerate(parts)]
    del packets[1]

    assert run(packets) == []


def test_sequence_numbers_wrap_without_loss() -> None:
    units = run([rtp(n, n * 10, nal(SLICE)) for n in range(65530, 65545)])

    assert len(units) == 15
    assert all(unit.lost == 0 for unit in units)


def test_the_clock_wraps_and_goes_on() -> None:
    stamps = [(1 << 32) - 6000, 0, 6000]

    units = run([rtp(n, stamp, nal(SLICE)) for n, stamp in enumerate(stamps)])

    assert [b.rtp_time - a.rtp_time for a, b in pairwise(units)] == [6000, 6000]


def test_what_comes_twice_or_too_late_is_passed_over() -> None:
    units = run(
        [rtp(5, 0, nal(IDR)), rtp(5, 0, nal(IDR)), rtp(3, 0, nal(IDR)), rtp(6, 10, nal(SLICE))]
    )

    assert [unit.lost for unit in units] == [0, 0]


def test_a_camera_that_counts_anew_is_followed() -> None:
    before = [rtp(50_000 + n, n, nal(SLICE)) for n in range(3)]
    after = [rtp(n, 100 + n, nal(SLICE)) for n in range(100)]

    assert len(run(before + after)) >= 3 + 30


def test_padding_extension_and_sources_are_not_payload() -> None:
    head = bytes([0x80 | 0x20 | 0x10 | 1, 96 | 0x80, 0, 1]) + bytes(8)
    extension = b"\xbe\xde\0\1" + bytes(4)

    [unit] = run([head + bytes(4) + extension + nal(IDR) + bytes([0, 0, 3])])

    assert unit.data == START + nal(IDR)


def test_parameter_sets_with_a_marker_of_their_own_belong_to_the_next_picture() -> None:
    # A decoder that is given parameter sets alone takes them for a damaged picture.
    units = run([rtp(1, 0, nal(SPS)), rtp(2, 0, nal(8)), rtp(3, 10, nal(IDR))])

    assert [unit.data for unit in units] == [START + nal(SPS) + START + nal(8) + START + nal(IDR)]
    assert units[0].rtp_time == 10


def test_a_key_picture_whose_slice_has_a_hole_is_no_key() -> None:
    parts = fragments(nal(IDR, 5000), 1400)
    packets = [rtp(1, 0, nal(SPS), marker=False)]
    packets += [rtp(2 + n, 0, p, marker=n == len(parts) - 1) for n, p in enumerate(parts)]
    del packets[2]

    [unit] = run([*packets, rtp(6, 10, nal(SLICE))])

    assert not unit.key
    assert unit.lost == 1


def test_a_fragment_without_an_end_bit_is_whole_if_nothing_is_missing() -> None:
    whole = nal(IDR, 3000)
    parts = fragments(whole, 1400)
    parts[-1] = bytes([parts[-1][0], parts[-1][1] & ~0x40]) + parts[-1][2:]

    [unit] = run([rtp(n, 0, part, marker=n == len(parts) - 1) for n, part in enumerate(parts)])

    assert unit.data == START + whole


def test_the_end_of_one_picture_and_the_whole_of_the_next_both_come() -> None:
    units = run([rtp(1, 0, nal(IDR), marker=False), rtp(3, 10, nal(SLICE))])

    assert [(unit.rtp_time, unit.lost) for unit in units] == [(0, 1), (10, 0)]


def test_packets_of_another_payload_type_are_not_for_us() -> None:
    media = Depacketizer(Codec.H264, 96)
    report_beside = bytes([0x80, 200]) + rtp(1, 0, nal(SLICE))[2:]

    assert media.packet(bytearray(report_beside)) == ()
    assert len(media.packet(bytearray(rtp(1, 0, nal(SLICE))))) == 1


def test_another_source_may_count_as_it_likes() -> None:
    def from_source(source: int, number: int) -> bytes:
        packet = bytearray(rtp(number, number * 10, nal(SLICE)))
        packet[8:12] = source.to_bytes(4, "big")
        return bytes(packet)

    units = run([from_source(1, 50_000), from_source(2, 7), from_source(2, 8)])

    assert [unit.lost for unit in units] == [0, 1, 0]


def test_a_recovery_point_is_a_place_to_begin() -> None:
    recovery = bytes([6, 6, 1, 0x84, 0x80])

    units = run([rtp(1, 0, recovery, marker=False), rtp(2, 0, nal(SLICE))])

    assert units[0].key


def test_a_picture_without_end_does_not_fill_the_memory() -> None:
    media = Depacketizer(Codec.H264)
    assembly = media._assembly
    assert isinstance(assembly, H264Assembly)
    payload = bytes([28, 5]) + bytes(60_000)
    media.packet(memoryview(rtp(0, 0, bytes([28, 0x85]) + bytes(10), marker=False)))
    for number in range(1, 300):
        media.packet(memoryview(rtp(number, 0, payload, marker=False)))
        assert len(assembly._unit) <= MAX_UNIT_BYTES


def h265(kind: int, size: int = 20) -> bytes:
    return bytes([kind << 1, 1]) + bytes(range(size))


@pytest.mark.parametrize(
    ("kind", "key"), [(19, True), (20, True), (21, True), (1, False), (0, False)]
)
def test_h265_pictures_that_can_be_begun_with_are_keys(kind: int, key: bool) -> None:
    [unit] = run([rtp(1, 0, h265(kind))], Codec.H265)

    assert unit == Unit(START + h265(kind), key, 0, 0)


def test_h265_fragments_are_put_together() -> None:
    whole = h265(19, 200)
    body = whole[2:]
    packets = []
    for place, at in enumerate(range(0, len(body), 70)):
        part = body[at : at + 70]
        head = 19 | (0x80 if at == 0 else 0) | (0x40 if at + 70 >= len(body) else 0)
        last = at + 70 >= len(body)
        packets.append(rtp(place, 0, bytes([49 << 1, 1, head]) + part, marker=last))

    [unit] = run(packets, Codec.H265)

    assert unit.data == START + whole
    assert unit.key


def test_h265_aggregates_are_told_apart() -> None:
    both = [h265(33, 8), h265(19, 30)]
    payload = bytes([48 << 1, 1]) + b"".join(len(n).to_bytes(2, "big") + n for n in both)

    [unit] = run([rtp(1, 0, payload)], Codec.H265)

    assert unit.data == START + both[0] + START + both[1]


@pytest.mark.parametrize("codec", list(Codec))
def test_no_packet_whatever_breaks_it(codec: Codec) -> None:
    chance = random.Random(20261123)
    media = Depacketizer(codec)
    for _ in range(20_000):
        packet = bytearray(chance.randbytes(chance.randrange(0, 40)))
        if packet and chance.random() < 0.9:
            packet[0] = 0x80 | packet[0] & 0x3F
        media.packet(memoryview(packet))


@pytest.mark.parametrize(
    ("announced", "sends"), [(Codec.H264, Codec.H265), (Codec.H265, Codec.H264)]
)
def test_pictures_of_another_codec_are_none_and_leave_nothing_behind(
    announced: Codec, sends: Codec
) -> None:
    media, stamps = Depacketizer(announced), itertools.count(0, 6000)
    numbers = itertools.count()

    def sent(unit: Unit) -> list[Unit]:
        found: list[Unit] = []
        stamp = next(stamps)
        for payload, last in _payloads(unit, sends if unit in foreign else announced):
            found += media.packet(memoryview(rtp(next(numbers), stamp, payload, marker=last)))
        return found

    foreign, known = pictures(sends), pictures(announced)
    assert [sent(unit) for unit in foreign] == [[]] * len(foreign)

    [unit] = sent(known[0])
    assert nals(unit) == nals(known[0])
    assert (unit.key, unit.lost) == (True, 0)


def _payloads(unit: Unit, codec: Codec) -> Iterator[tuple[bytes, bool]]:
    cut = demo_rtp.payloads(demo_rtp.Codec[codec.name], nals(unit))
    return ((payload, number == len(cut) - 1) for number, payload in enumerate(cut))
