"""Footage for tests without a camera: encoded pictures, and segments as the recorder writes."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import cast

import av
from av.bitstream import BitStreamFilterContext

from console.demo.media import moving
from console.video import fmp4, fmp4_reader, footage_files, parameter_sets
from console.video.footage_files import Marker
from console.video.units import CLOCK_HZ, Codec, Unit
from db.footage_records import EndReason, Segment, VolumeId
from db.records import CameraId, StreamRole, from_us, to_us

VOLUME = VolumeId(1)
FPS = 15
GOP = 30
_ENCODERS = {Codec.H264: "libx264", Codec.H265: "libx265"}
_FILTERS = {Codec.H264: "h264_mp4toannexb", Codec.H265: "hevc_mp4toannexb"}


def make_volume(folder: Path, volume_id: VolumeId = VOLUME) -> Path:
    """A folder that is marked as a volume."""
    folder.mkdir(parents=True, exist_ok=True)
    footage_files.mark_volume(folder, Marker(volume_id, "station"))
    return folder


@cache
def pictures(
    codec: Codec = Codec.H264,
    *,
    count: int = GOP,
    fps: int = FPS,
    gop: int = GOP,
    b_pictures: int = 0,
    open_gop: bool = False,
    size: tuple[int, int] = (320, 180),
) -> tuple[Unit, ...]:
    """Units as a session brings them, from RTP time 0 on, in decoding order; each with a bar code.

    0.1 to 0.4 s; made once.
    """
    file = io.BytesIO()
    with av.open(file, "w", format="mp4") as container:
        stream = cast("av.VideoStream", container.add_stream(_ENCODERS[codec], rate=fps))
        stream.width, stream.height = size
        stream.pix_fmt = "yuv420p"
        stream.codec_context.thread_count = 1
        stream.options = _options(codec, gop, b_pictures, open_gop=open_gop)
        for number, picture in enumerate(moving(*size, count)):
            frame = av.VideoFrame.from_ndarray(picture, format="yuv420p")
            frame.pts, frame.time_base = number, Fraction(1, fps)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    file.seek(0)
    with av.open(file, "r") as read:
        return tuple(_units(read, codec))


def annexb(path: Path) -> list[list[bytes]]:
    """The NAL units of each picture of a segment, in the order of the file, as they are stored."""
    scan = fmp4_reader.scan(path)
    found: list[list[bytes]] = []
    with path.open("rb") as file:
        for fragment in scan.fragments:
            for sample in fragment.samples:
                file.seek(sample.offset)
                data, at, nals = file.read(sample.size), 0, []
                while at < len(data):
                    size = int.from_bytes(data[at : at + 4], "big")
                    nals.append(data[at + 4 : at + 4 + size])
                    at += 4 + size
                found.append(nals)
    return found


def nals(unit: Unit) -> list[bytes]:
    """The NAL units of a unit."""
    return [unit.data[start:end] for start, end in parameter_sets.split(unit.data)]


@dataclass(frozen=True, slots=True)
class Laid:
    """A segment that lies on a volume."""

    path: Path
    segment: Segment


def lay_segment(
    volume: Path,
    camera: int,
    start: datetime,
    *,
    seconds: float = 60.0,
    role: StreamRole = StreamRole.SUB,
    volume_id: VolumeId = VOLUME,
    era: int = 0,
    run: datetime | None = None,
    reason: EndReason = EndReason.FULL,
    units: Sequence[Unit] | None = None,
    ended: bool = True,
) -> Laid:
    """Write a segment as the recorder would have: ``units`` again and again, ``seconds`` long.

    ``run`` is when its run began, ``start`` if not given.  ``ended`` False: it is still growing, a
    ``.partial`` without an end (its ``segment`` says what it would be after a repair).
    """
    units = units if units is not None else pictures()
    start_us = to_us(start)
    path = footage_files.segment_path(volume, CameraId(camera), role, start_us, quicktime=False)
    sets = parameter_sets.collect(Codec.H264, units[0].data, None) or parameter_sets.collect(
        Codec.H265, units[0].data, None
    )
    assert sets is not None
    samples = list(_repeated(units, seconds))
    delay = fmp4.delay_of(samples[:GOP])
    head = {
        "version": 1,
        "camera": camera,
        "role": role,
        "stream": 2 * camera,
        "run_us": to_us(run) if run is not None else start_us,
        "era": era,
        "start_us": start_us,
        "monotonic_ns": start_us * 1000,
        "codec": sets.codec,
    }
    parts = [fmp4.opening(sets, None, head, delay)]
    groups: list[list[fmp4.Sample]] = []
    for sample in samples:
        if sample.key or not groups or (not delay and len(groups[-1]) >= FPS):
            groups.append([])
        groups[-1].append(sample)
    decoded = 0
    for number, group in enumerate(groups):
        parts.append(fmp4.fragment(number, group, decoded, CLOCK_HZ // FPS, delay=delay))
        decoded += len(group)
    end = max(sample.at for sample in samples) + CLOCK_HZ // FPS
    tail = {
        "reason": reason if ended else EndReason.KILLED,
        "duration_us": end * 100 // 9,
        "frames": len(samples),
        "keys": sum(sample.key for sample in samples),
        "damaged": 0 if ended else None,
        "camera_off_us": None,
    }
    body = b"".join(parts)
    whole = body + fmp4.ending(tail)
    path.parent.mkdir(parents=True, exist_ok=True)
    where = path if ended else footage_files.partial_path(path)
    where.write_bytes(whole if ended else body)
    segment = Segment(
        camera_id=CameraId(camera),
        role=role,
        volume_id=volume_id,
        era=era,
        run_us=int(str(head["run_us"])),
        start_us=start_us,
        duration_us=end * 100 // 9,
        monotonic_ns=start_us * 1000,
        camera_off_us=None,
        frames=len(samples),
        keys=sum(sample.key for sample in samples),
        size_bytes=len(whole),
        sha256=hashlib.sha256(whole).digest(),
        end_reason=EndReason(str(tail["reason"])),
        quicktime=False,
    )
    return Laid(where, segment)


def lay_run(
    volume: Path,
    camera: int,
    start: datetime,
    *,
    segments: int,
    seconds: float = 60.0,
    role: StreamRole = StreamRole.SUB,
    units: Sequence[Unit] | None = None,
) -> list[Laid]:
    """An unbroken run of segments, each beginning where the one before ends."""
    laid: list[Laid] = []
    at = start
    for _ in range(segments):
        each = lay_segment(volume, camera, at, seconds=seconds, role=role, run=start, units=units)
        laid.append(each)
        at = from_us(each.segment.end_us)
    return laid


def _repeated(units: Sequence[Unit], seconds: float) -> Iterator[fmp4.Sample]:
    loop = max(unit.rtp_time for unit in units) + CLOCK_HZ // FPS
    for turn in range(int(seconds * CLOCK_HZ) // loop + 1):
        for unit in units:
            at = turn * loop + unit.rtp_time
            if at < seconds * CLOCK_HZ:
                yield fmp4.picture(unit.data, at, key=unit.key)


def _options(codec: Codec, gop: int, b_pictures: int, *, open_gop: bool) -> dict[str, object]:
    if codec is Codec.H265:
        rules = (
            f"log-level=error:bframes={b_pictures}:b-adapt=0:keyint={gop}:min-keyint={gop}"
            f":scenecut=0:open-gop={int(open_gop)}:pools=none:frame-threads=1:repeat-headers=1"
        )
        return {"preset": "ultrafast", "x265-params": rules}
    rules = f"bframes={b_pictures}:b-adapt=0:keyint={gop}:min-keyint={gop}:scenecut=0"
    rules += f":open-gop={int(open_gop)}"
    return {"preset": "ultrafast", "x264-params": rules}


def _units(container: av.container.InputContainer, codec: Codec) -> Iterator[Unit]:
    stream = container.streams.video[0]
    annex_b = BitStreamFilterContext(_FILTERS[codec], stream)
    for packet in container.demux(stream):
        if packet.size:
            for part in annex_b.filter(packet):
                assert part.pts is not None
                at = round(part.pts * part.time_base * CLOCK_HZ)
                yield Unit(bytes(part), part.is_keyframe, at, 0)
