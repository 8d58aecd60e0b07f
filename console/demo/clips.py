"""An encoded loop of pictures, cut into RTP payloads once, when it is loaded."""

from __future__ import annotations

import base64
import math
from dataclasses import dataclass
from pathlib import Path

import av
from av.bitstream import BitStreamFilterContext

from console.demo.rtp import Codec, nal_type, payloads, split_annexb
from console.errors import Problem

# NAL units that are worth sending: slices and parameter sets; no SEI, no delimiters.
_KEPT = {Codec.H264: frozenset({1, 5, 7, 8}), Codec.H265: frozenset({*range(22), 32, 33, 34})}
_SETS = {Codec.H264: (7, 8), Codec.H265: (32, 33, 34)}
_FILTER = {Codec.H264: "h264_mp4toannexb", Codec.H265: "hevc_mp4toannexb"}
_CODEC_OF = {"h264": Codec.H264, "hevc": Codec.H265}


class ClipUnreadable(Problem):
    """A file is not a loop of H.264 or H.265 pictures."""


@dataclass(frozen=True, slots=True)
class AccessUnit:
    """One picture as RTP payloads; ``key`` if a decoder may start with it."""

    payloads: tuple[bytes, ...]
    key: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Clip:
    """A loop of pictures, ready to be sent; ``sets`` are the parameter sets for its SDP."""

    codec: Codec
    width: int
    height: int
    fps: float
    frames: tuple[AccessUnit, ...]
    sets: tuple[bytes, ...]


def load(path: Path) -> Clip:
    """Read a clip without B pictures.

    Takes some 50 ms for 20 s of 640x360.

    Raises:
        ClipUnreadable: not a video file, another codec, or no key picture in it.
    """
    try:
        with av.open(str(path)) as container:
            return _read(container)
    except (av.FFmpegError, IndexError, OSError) as error:
        raise ClipUnreadable(f"{path.name}: {error}") from error


def _read(container: av.container.InputContainer) -> Clip:
    stream = container.streams.video[0]
    codec = _CODEC_OF.get(stream.codec_context.name)
    if codec is None:
        raise ClipUnreadable(f"cannot send {stream.codec_context.name}")
    annexb = BitStreamFilterContext(_FILTER[codec], stream)
    frames: list[AccessUnit] = []
    sets: dict[int, bytes] = {}
    for packet in container.demux(stream):
        if not packet.size:
            continue
        key = packet.is_keyframe
        data = b"".join(bytes(part) for part in annexb.filter(packet))
        nals = [nal for nal in split_annexb(data) if nal_type(codec, nal) in _KEPT[codec]]
        for nal in nals:
            if nal_type(codec, nal) in _SETS[codec]:
                sets.setdefault(nal_type(codec, nal), nal)
        frames.append(AccessUnit(payloads(codec, nals), key))
    if not frames or not frames[0].key or len(sets) != len(_SETS[codec]):
        raise ClipUnreadable("the clip does not begin with a key picture")
    return Clip(
        codec=codec,
        width=stream.width,
        height=stream.height,
        fps=float(stream.average_rate or 15),
        frames=tuple(frames),
        sets=tuple(sets[kind] for kind in _SETS[codec]),
    )


def sdp(clip: Clip, *, name: str = "demo", encoding: str | None = None) -> str:
    """The description that DESCRIBE answers; ``encoding`` tells a lie about the codec."""
    coded = [base64.b64encode(nal).decode() for nal in clip.sets]
    if clip.codec is Codec.H264:
        level = clip.sets[0][1:4].hex().upper()
        fmtp = (
            f"packetization-mode=1;profile-level-id={level};sprop-parameter-sets={','.join(coded)}"
        )
    else:
        fmtp = ";".join(
            f"sprop-{which}={value}"
            for which, value in zip(("vps", "sps", "pps"), coded, strict=True)
        )
    return "\r\n".join(
        (
            "v=0",
            "o=- 1 1 IN IP4 127.0.0.1",
            f"s={name}",
            "c=IN IP4 0.0.0.0",
            "t=0 0",
            "a=control:*",
            "a=range:npt=now-",
            "m=video 0 RTP/AVP 96",
            f"a=rtpmap:96 {encoding or clip.codec}/90000",
            f"a=fmtp:96 {fmtp}",
            f"a=framerate:{clip.fps:g}",
            "a=control:track1",
            "",
        )
    )


def phase(n: int, frames: int) -> float:
    """How many pictures stream ``n`` of a clip of ``frames`` pictures is ahead of stream 0.

    The server shows picture ``floor(unix_s * fps + phase(n, frames)) % frames`` at any
    instant, so whoever reads a picture's number knows how old it is (``age_s``).  The
    factor spreads neighbours over the loop, over the group of pictures and, by its
    fraction, over the time between two pictures.
    """
    return (n * 37.13) % frames


def age_s(number: int, unix_s: float, *, fps: float, n: int, frames: int) -> float:
    """Seconds from the sending of picture ``number`` of stream ``n`` to ``unix_s``.

    Right up to one loop; half a loop or more in the past counts as the future, so
    that a picture which seems to be early by the clock's jitter is a bit below 0.
    """
    ahead = unix_s * fps + phase(n, frames) - number
    behind = math.fmod(ahead, frames)
    return (behind if behind < frames / 2 else behind - frames) / fps
