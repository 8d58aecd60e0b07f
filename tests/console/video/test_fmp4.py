"""What is written is what was sent, and a file is read to its last whole part."""

from __future__ import annotations

import random
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import av
import pytest

from console.video import fmp4, fmp4_reader, parameter_sets
from console.video.units import CLOCK_HZ, Codec, Sounding, SoundTrack, Unit
from tests.footage import annexb, lay_segment, make_volume, nals, pictures

START = datetime(2026, 3, 1, 22, 59, 58, 123456, tzinfo=UTC)
STREAMS: dict[str, dict[str, Any]] = {
    "h264": {},
    "h264-b": {"b_pictures": 3},
    "h265": {"codec": Codec.H265},
    "h265-b": {"codec": Codec.H265, "b_pictures": 3},
    "cropped": {"size": (322, 182)},
    "one-a-second": {"fps": 1, "gop": 5, "count": 10},
    "sixty-a-second": {"fps": 60, "gop": 60, "count": 60},
}
NAMES = {Sounding.AAC: "aac", Sounding.ALAW: "pcm_alaw", Sounding.ULAW: "pcm_mulaw"}


@pytest.mark.parametrize("name", STREAMS)
def test_every_picture_is_there_byte_for_byte_and_shown_when_it_was(
    tmp_path: Path, name: str
) -> None:
    units = pictures(**STREAMS[name])
    laid = lay_segment(make_volume(tmp_path), 1, START, units=units, seconds=9.9)

    repeated = [units[n % len(units)] for n in range(laid.segment.frames)]
    assert annexb(laid.path) == [nals(unit) for unit in repeated]
    scan = fmp4_reader.scan(laid.path)
    stored = [sample for fragment in scan.fragments for sample in fragment.samples]
    with av.open(str(laid.path)) as container:
        packets = [packet for packet in container.demux(video=0) if packet.size]
    with av.open(str(laid.path)) as container:
        shown = [frame.pts for frame in container.decode(video=0)]
    assert [packet.pts for packet in packets] == [sample.at for sample in stored]
    assert [packet.is_keyframe for packet in packets] == [sample.key for sample in stored]
    assert shown == sorted(sample.at for sample in stored)
    assert (scan.width, scan.height) == STREAMS[name].get("size", (320, 180))


def test_open_gops_are_read_back(tmp_path: Path) -> None:
    units = pictures(Codec.H265, count=60, b_pictures=3, open_gop=True)
    laid = lay_segment(make_volume(tmp_path), 1, START, units=units, seconds=3.9)

    with av.open(str(laid.path)) as container:
        shown = [frame.pts for frame in container.decode(video=0)]

    scan = fmp4_reader.scan(laid.path)
    assert shown == sorted(s.at for fragment in scan.fragments for s in fragment.samples)
    assert [fragment.key for fragment in scan.fragments] == [True] * len(scan.fragments)


def test_a_file_costs_next_to_nothing_beside_what_came(tmp_path: Path) -> None:
    units = [Unit(b"\0\0\0\1" + bytes(3460), False, 6000 * n, 0) for n in range(30)]
    units[0] = pictures()[0]
    laid = lay_segment(make_volume(tmp_path), 1, START, units=units)

    came = sum(len(units[n % 30].data) for n in range(laid.segment.frames))
    assert laid.path.stat().st_size < 1.01 * came


def test_a_cut_file_is_read_to_its_last_whole_fragment(tmp_path: Path) -> None:
    laid = lay_segment(make_volume(tmp_path), 1, START, seconds=10)
    whole = laid.path.read_bytes()
    ends = [fragment.end for fragment in fmp4_reader.scan(laid.path).fragments]
    chance = random.Random(4)

    for _ in range(40):
        cut = chance.randrange(len(whole))
        laid.path.write_bytes(whole[:cut])
        scan = fmp4_reader.scan(laid.path)
        assert len(scan.fragments) == sum(end <= cut for end in ends)
        assert not scan.tail
        assert scan.whole <= cut


def test_a_changed_file_never_raises(tmp_path: Path) -> None:
    laid = lay_segment(make_volume(tmp_path), 1, START, seconds=3)
    whole = laid.path.read_bytes()
    chance = random.Random(5)

    for _ in range(150):
        damaged = bytearray(whole)
        for _ in range(chance.randrange(1, 20)):
            damaged[chance.randrange(min(len(whole), 4000))] = chance.randrange(256)
        laid.path.write_bytes(damaged)
        scan = fmp4_reader.scan(laid.path)
        assert scan.whole <= len(whole)
        assert all(f.end <= len(whole) for f in scan.fragments)


def test_a_growing_file_is_followed(tmp_path: Path) -> None:
    laid = lay_segment(make_volume(tmp_path), 1, START, seconds=5)
    whole = laid.path.read_bytes()
    growing = tmp_path / "growing"
    growing.write_bytes(whole[: len(whole) // 2])

    scan = fmp4_reader.scan(growing)
    before = len(scan.fragments)
    growing.write_bytes(whole)
    scan = fmp4_reader.scan(growing, scan)

    assert 0 < before < len(scan.fragments)
    assert scan.tail == fmp4_reader.scan(laid.path).tail
    assert scan.fragments == fmp4_reader.scan(laid.path).fragments


@pytest.mark.parametrize("sounding", list(Sounding))
def test_sound_lies_beside_the_pictures(tmp_path: Path, sounding: Sounding) -> None:
    sets = parameter_sets.collect(Codec.H264, pictures()[0].data, None)
    assert sets is not None
    aac = sounding is Sounding.AAC
    track = SoundTrack(sounding, 16000 if aac else 8000, 1, b"\x14\x08" if aac else b"")
    step = 1024 if aac else 160
    sounds = [fmp4.Sample([bytes([n]) * 160], 160, n * step, key=True) for n in range(10)]
    path = tmp_path / "a.mp4"
    path.write_bytes(
        fmp4.opening(sets, track, {})
        + fmp4.fragment(
            0,
            [fmp4.picture(unit.data, unit.rtp_time, key=unit.key) for unit in pictures()],
            0,
            6000,
            sounds,
            step,
        )
    )

    scan = fmp4_reader.scan(path)
    assert scan.sound == track
    assert [(s.at, s.size) for s in scan.fragments[0].sounds] == [
        (n * step, 160) for n in range(10)
    ]
    with av.open(str(path)) as container:
        heard = [p for p in container.demux(audio=0) if p.size]
        assert container.streams.audio[0].codec_context.name == NAMES[sounding]
    assert b"".join(bytes(packet) for packet in heard) == b"".join(
        bytes(s.parts[0]) for s in sounds
    )
    assert heard[0].pts == 0
    with av.open(str(path)) as container:
        assert len(list(container.decode(video=0))) == len(pictures())


def test_parameter_sets_are_taken_from_wherever_they_come() -> None:
    key = pictures()[0]
    sps, pps = [nal for nal in nals(key) if nal[0] & 31 in (7, 8)]

    both = parameter_sets.collect(Codec.H264, key.data, None)
    first = parameter_sets.collect(Codec.H264, b"\0\0\1" + sps + b"\0\0\1" + pps, None)

    assert first is not None
    assert first == both
    assert parameter_sets.collect(Codec.H264, b"\0\0\0\1" + sps, None) is None
    assert parameter_sets.collect(Codec.H264, b"\0\0\0\1" + pps, first) is first
    assert parameter_sets.collect(Codec.H264, b"\0\0\0\1\x41abc", first) is first


@pytest.mark.parametrize("codec", list(Codec))
def test_rubbish_for_parameter_sets_is_none(codec: Codec) -> None:
    chance = random.Random(6)
    good = b"".join(b"\0\0\0\1" + nal for nal in nals(pictures(codec)[0])[:3])

    for _ in range(300):
        data = bytearray(good)
        for _ in range(5):
            data[chance.randrange(len(data))] = chance.randrange(256)
        found = parameter_sets.collect(codec, bytes(data), None)
        assert found is None or 0 < found.width <= 0xFFFF


def test_a_tick_of_video_is_what_everyone_counts() -> None:
    assert CLOCK_HZ == 90_000
