"""What a camera says that it sends (SDP, RFC 4566): the first picture, and the first sound."""

from __future__ import annotations

import base64
import binascii
import re

from console.video.units import Codec, Sounding, SoundTrack
from db.structs import Frozen, replace

_START = b"\0\0\0\1"
_CODECS = {"H264": Codec.H264, "H265": Codec.H265, "HEVC": Codec.H265}
_SETS = re.compile(r"sprop-(?:parameter-sets|vps|sps|pps)\s*=\s*([A-Za-z0-9+/=,\s]+)")
_SOUNDS = {"PCMA": Sounding.ALAW, "PCMU": Sounding.ULAW}
_STATIC = {0: "PCMU/8000", 8: "PCMA/8000"}
_FIELD = re.compile(r"([a-z]+)\s*=\s*([^;\s]*)")
_HEX = re.compile(r"[0-9a-f]+")
_MAX_SETS_BYTES = 16 * 1024
_MAX_PAYLOADS = 16  # of one medium; each is looked for in all of its lines
# Names that an ``Ended`` may carry: any other text of a camera's might hold what we told it.
_KNOWN_CODECS = frozenset(
    ("AV1", "H261", "H263", "H263-1998", "H266", "JPEG", "MP2T", "MP4V-ES", "MPV", "VP8", "VP9")
)


class Track(Frozen):
    """The stream to ask for.  ``codec`` None: the camera sends a picture that we cannot show."""

    codec: Codec | None
    name: str  # of the codec, as the camera calls it
    payload: int
    control: str
    parameter_sets: bytes
    framerate: float | None


class SoundOffer(Frozen):
    """The sound to ask for.  ``track`` None: of a codec that we do not record.

    ``size_bits`` and ``index_bits`` are those of AAC's access unit headers (RFC 3640 4.1).
    """

    track: SoundTrack | None
    name: str
    payload: int
    control: str
    size_bits: int = 13
    index_bits: int = 3


class Description(Frozen):
    """The session's own control address, the first picture in it, and the first sound."""

    control: str
    track: Track | None
    sound: SoundOffer | None = None


def lacking(track: Track | None) -> str:
    """Why there is no picture that we can show, in words without a secret."""
    if track is None:
        return "there is no picture"
    name = track.name.upper()
    return f"the picture is {name if name in _KNOWN_CODECS else 'of an unknown codec'}"


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
    sounds = [_sound(lines) for lines in media if lines[0].startswith("m=audio ")]
    heard = next((sound for sound in sounds if sound.track is not None), None)
    return Description(
        _attribute(session, "control"),
        shown or next(iter(tracks), None),
        heard or next(iter(sounds), None),
    )


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


def _sound(lines: list[str]) -> SoundOffer:
    """The first payload of a sound; static ones need no line of their own (RFC 3551 6)."""
    word = [*lines[0].split(), "", "", "", ""][3]
    payload = int(word) if word.isascii() and word.isdigit() and len(word) < 4 else -1
    mapped = _attribute(lines, f"rtpmap:{payload}") or _STATIC.get(payload, "")
    name, rate, channels = (*mapped.split("/"), "", "", "")[:3]
    offer = SoundOffer(None, name.strip(), payload, _attribute(lines, "control"))
    hertz = int(rate) if rate.isascii() and rate.isdigit() and len(rate) < 7 else 0
    count = int(channels) if channels in ("1", "2", "3", "4", "5", "6", "7", "8") else 1
    if not 4_000 <= hertz <= 192_000:
        return offer
    if (sounding := _SOUNDS.get(name.strip().upper())) is not None:
        return replace(offer, track=SoundTrack(sounding, hertz, count))
    told = dict(_FIELD.findall(_attribute(lines, f"fmtp:{payload}").lower()))
    config = told.get("config", "")
    if name.strip().upper() != "MPEG4-GENERIC" or told.get("mode") not in ("aac-hbr", "aac-lbr"):
        return offer
    if len(config) % 2 or not 4 <= len(config) <= 128 or not _HEX.fullmatch(config):
        return offer
    small = told["mode"] == "aac-lbr"
    return replace(
        offer,
        track=SoundTrack(Sounding.AAC, hertz, count, bytes.fromhex(config)),
        size_bits=_bits(told.get("sizelength", ""), 6 if small else 13),
        index_bits=_bits(told.get("indexlength", ""), 2 if small else 3),
    )


def _bits(told: str, usual: int) -> int:
    return int(told) if told.isascii() and told.isdigit() and 0 < int(told[:3]) <= 16 else usual


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
