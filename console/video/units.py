"""What a stream brings, whatever library reads it: access units, and how the session stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from console.events import Reason
from db.structs import Frozen

CLOCK_HZ = 90_000
"""The RTP clock of video (RFC 6184 8.2.1, RFC 7798 7.1)."""


class Codec(StrEnum):
    """How a stream is encoded; the value is libavcodec's name."""

    H264 = "h264"
    H265 = "hevc"


@dataclass(frozen=True, slots=True)
class Unit:
    """One access unit: one picture, undecoded, as Annex B.

    ``rtp_time`` counts 90 kHz ticks and does not wrap within a session.  ``lost`` is how many
    RTP packets were missing since the unit before: more than 0 means that this one, or what
    it refers to, may be damaged.  ``starts`` is where the start codes (of four bytes) of its NAL
    units are, empty where whoever read it does not know.
    """

    data: bytes
    key: bool
    rtp_time: int
    lost: int
    starts: tuple[int, ...] = field(default=(), compare=False)


class Sounding(StrEnum):
    """How sound is encoded."""

    AAC = "aac"
    ALAW = "alaw"
    ULAW = "ulaw"

    @property
    def quicktime(self) -> bool:
        """Whether MP4 does not take it."""
        return self is not Sounding.AAC


class SoundTrack(Frozen):
    """The sound beside a stream.  ``config`` is AAC's AudioSpecificConfig (ISO 14496-3)."""

    sounding: Sounding
    rate: int
    channels: int
    config: bytes = b""


class Opened(Frozen):
    """The session plays.  ``parameter_sets`` is what the camera announced, as Annex B.

    ``mute``: sound was asked for, the camera tells of some, and none comes that we record.
    """

    codec: Codec
    parameter_sets: bytes
    framerate: float | None = None
    sound: SoundTrack | None = None
    mute: bool = False


class Heard(Frozen):
    """A piece of sound, undecoded: an AAC frame, or bytes of G.711.

    ``rtp_time`` counts ticks of the sound's own rate and does not wrap within a session.
    """

    data: bytes
    rtp_time: int


class SenderReport(Frozen):
    """The camera's wall clock for an instant of its RTP clock (RFC 3550 6.4.1).

    ``ntp_us`` is microseconds since 1970 UTC as the camera believes it.
    """

    ntp_us: int
    rtp_time: int


class Ended(Frozen):
    """The session is over.  ``detail`` is English, without secrets, at most 200 characters."""

    reason: Reason
    detail: str = ""


Event = Opened | Unit | Heard | SenderReport | Ended
