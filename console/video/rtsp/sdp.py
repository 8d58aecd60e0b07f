"""What a camera says that it sends (SDP, RFC 4566), as far as we care: the first picture."""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import dataclass

from console.video.units import Codec

_START = b"\0\0\0\1"
_CODECS = {"H264": Codec.H264, "H265": Codec.H265, "HEVC": Codec.H265}
_SETS = re.compile(r"sprop-(?:parameter-sets|vps|sps|pps)\s*=\s*([A-Za-z0-9+/=,\s]+)")
_MAX_SETS_BYTES = 16 * 1024
_MAX_PAYLOADS = 16  # of one medium; each is looked for in all of its lines


@dataclass(frozen=True, slots=True)
class Track:
    """The stream to ask for.  ``codec`` None: the camera sends a picture that we cannot show."""

    codec: Codec | None
    name: str  # of the codec, as the camera calls it
    payload: int
    control: str
    parameter_sets: bytes
    framerate: float | None


@dataclass(frozen=True, slots=True)
class Description:
    """The session's own control address, and the first picture in it."""

    control: str
    track: Track | None


def parse(body: bytes) -> Description:
    """Read an SDP; what we do not know is passed over."""
    session: list[str] = []
    media: list[list[str]] = []
    for raw in body.decode("utf-8", "surrogateescape").splitlines():
        line = raw.strip()
        if line.startswith("m="):
            media.append([line])
        elif media:
            media[-1].append(line)
        else:
            session.append(line)
    tracks = [_track(lines) for lines in media if lines[0].startswith("m=video ")]
    shown = next((track for track in tracks if track.codec is not None), None)
    return Description(_attribute(session, "control"), shown or next(iter(tracks), None))


def _track(lines: list[str]) -> Track:
    words = lines[0].split()
    offered = words[3 : 3 + _MAX_PAYLOADS]
    payloads = [word for word in offered if word.isascii() and word.isdigit() and len(word) < 4]
    for payload in payloads or ["0"]:
        name = _attribute(lines, f"rtpmap:{payload}").partition("/")[0].strip()
        if name.upper() in _CODECS or payload == (payloads or ["0"])[-1]:
            break
    return Track(
        codec=_CODECS.get(name.upper()),
        name=name or f"payload {payload}",
        payload=int(payload),
        control=_attribute(lines, "control"),
        parameter_sets=_parameter_sets(_attribute(lines, f"fmtp:{payload}")),
        framerate=_framerate(_attribute(lines, "framerate")),
    )


def _attribute(lines: list[str], name: str) -> str:
    for line in lines:
        if line.startswith(f"a={name}"):
            rest = line[2 + len(name) :]
            if rest[:1] in (":", " "):
                return rest[1:].strip()
    return ""


def _parameter_sets(parameters: str) -> bytes:
    """The announced parameter sets as Annex B; cameras that garble them send them in the stream."""
    found = bytearray()
    for field in _SETS.findall(parameters):
        for word in field.split(","):
            try:
                data = base64.b64decode("".join(word.split()) + "==")
            except (binascii.Error, ValueError):
                continue
            if data and len(found) + len(data) <= _MAX_SETS_BYTES:
                found += _START + data
    return bytes(found)


def _framerate(value: str) -> float | None:
    try:
        rate = float(value)
    except ValueError:
        return None
    return rate if 0 < rate <= 1000 else None
