"""One stream through libavformat, blocking: for UDP, and for what our own reader cannot read.

libavformat is fenced in (facts: whitelist of protocols, time-outs in microseconds under the one
name that it knows, no probing of what the SDP says already), and its errors stop here.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import quote

import av

from console.clock import Clock
from console.events import Reason
from console.secret import Secret
from console.video import scout
from console.video.ports import CameraSource, StreamSource
from console.video.rtsp.auth import Login
from console.video.rtsp.nal import is_foreign, is_picture
from console.video.rtsp.sound import AAC_FRAME
from console.video.sound_entry import MOST_CHANNELS, RATES
from console.video.units import (
    CLOCK_HZ,
    Codec,
    Ended,
    Event,
    Heard,
    Opened,
    Sounding,
    SoundTrack,
    Unit,
)
from console.workers import Stop
from db.records import Transport

OPEN_S = 5.0
READ_S = 3.0
_WHITELIST = "rtsp,rtsps,tcp,udp,rtp,tls,crypto"
_START = b"\0\0\1"
_CODECS = {"h264": Codec.H264, "hevc": Codec.H265}
_SOUNDS = {"aac": Sounding.AAC, "pcm_alaw": Sounding.ALAW, "pcm_mulaw": Sounding.ULAW}
_REASONS: tuple[tuple[type[BaseException], Reason], ...] = (
    (av.HTTPUnauthorizedError, Reason.BAD_LOGIN),
    (av.HTTPForbiddenError, Reason.BAD_LOGIN),
    (av.HTTPNotFoundError, Reason.NOT_FOUND),
    (av.HTTPOtherClientError, Reason.BUSY),  # 453: the scout was let in, so there is no room
    (av.ConnectionRefusedError, Reason.CONNECTION_REFUSED),
    (av.TimeoutError, Reason.SILENT),
    (av.ExitError, Reason.SILENT),
    (av.InvalidDataError, Reason.BAD_ANSWER),
    (av.ProtocolNotFoundError, Reason.REDIRECTED),
)


class LibavReader:
    """Reads one stream until it ends or is stopped.  ``run`` blocks: give it a thread."""

    def __init__(
        self, stream: StreamSource, camera: CameraSource, clock: Clock, *, sound: bool = False
    ) -> None:
        self._sound = sound
        self._stream = stream
        self._camera = camera
        self._clock = clock
        self.packets = 0  # of the picture, whatever is in them; written by ``run`` alone

    def run(self, stop: Stop, deliver: Callable[[Event], None]) -> None:
        """Tell what comes, an ``Ended`` last.  A stop is noticed within ``READ_S`` or so.

        ``deliver`` is called on this thread.
        """
        # libav writes addresses, passwords included, to its own log; nobody needs that log.
        av.logging.set_level(None)
        try:
            deliver(self._read(stop, deliver))
        except (av.FFmpegError, OSError, ValueError) as error:
            deliver(Ended(_reason(error), type(error).__name__))

    def _read(self, stop: Stop, deliver: Callable[[Event], None]) -> Ended:
        stream, camera = self._stream, self._camera
        if stream.scheme == "rtsps" and camera.certificate_sha256 is not None:
            return Ended(Reason.CERTIFICATE, "libavformat knows no pinned certificates")
        login = Login(camera.username, camera.password or Secret("")) if camera.username else None
        if (why_not := scout.look(stream, camera, login, self._clock, stop)) is not None:
            return why_not
        began_s = self._clock.monotonic_s()
        try:
            return self._play(stop, deliver)
        except av.InvalidDataError:
            # A host that says nothing is "invalid data" to libav (facts/live_wall.md, trap 5).
            if self._clock.monotonic_s() - began_s >= READ_S:
                return Ended(Reason.SILENT, "nothing came")
            raise

    def _play(self, stop: Stop, deliver: Callable[[Event], None]) -> Ended:
        with av.open(
            self._url(), options=self._options(), timeout=(OPEN_S, READ_S), format="rtsp"
        ) as container:
            video = next(iter(container.streams.video), None)
            codec = _CODECS.get(video.codec_context.name) if video is not None else None
            if video is None or codec is None:
                return Ended(Reason.CODEC, video.codec_context.name if video else "no picture")
            heard = next((each for each in container.streams.audio if _track(each)), None)
            track = None if heard is None else _track(heard)
            sets = bytes(video.codec_context.extradata or b"")
            mute = self._sound and track is None and len(container.streams.audio) > 0
            deliver(Opened(codec, sets, sound=track, mute=mute))
            streams = [video] if heard is None else [video, heard]
            ear = None if track is None else _Ear(track)
            for packet in container.demux(streams):
                if stop.is_set():
                    return Ended(Reason.CLOSED, "stopped")
                if packet.size == 0:
                    continue
                if packet.stream.index == video.index:
                    self.packets += 1
                    if _holds_picture(codec, unit := self._unit(packet)):
                        deliver(unit)
                elif ear is not None:
                    deliver(ear.piece(packet))
        # The end of a live camera is no error to libav (facts/live_wall.md, trap 5).
        return Ended(Reason.CLOSED, "the camera ended the session")

    def _unit(self, packet: av.Packet[Any]) -> Unit:
        stamp = packet.pts if packet.pts is not None else packet.dts
        if stamp is None or packet.time_base is None:
            ticks = int(self._clock.monotonic_s() * CLOCK_HZ)
        else:
            ticks = int(stamp * packet.time_base * CLOCK_HZ)
        return Unit(bytes(packet), packet.is_keyframe, ticks, 1 if packet.is_corrupt else 0)

    def _options(self) -> dict[str, str]:
        udp = self._stream.transport is Transport.UDP
        options = {
            "timeout": str(int(READ_S * 1_000_000)),
            "fflags": "nobuffer",
            "flags": "low_delay",
            "max_delay": "200000" if udp else "0",
            "reorder_queue_size": "64" if udp else "0",
            "probesize": "32768",
            "analyzeduration": "0",
            "allowed_media_types": "video+audio" if self._sound else "video",
            "protocol_whitelist": _WHITELIST,
        }
        if udp:
            options["rtsp_transport"] = "udp"
            options["rtsp_flags"] = "filter_src"  # datagrams from the camera's own ports alone
        else:
            # TCP, and datagrams if the camera has nothing else; never multicast.
            options["rtsp_transport"] = "tcp+udp"
            options["rtsp_flags"] = "prefer_tcp+filter_src"
        if self._stream.scheme == "rtsps":
            options["tls_verify"] = "1"
        return options

    def _url(self) -> str:
        """The address with the password in it.  It lives for this call only."""
        stream, camera = self._stream, self._camera
        host = f"[{stream.host}]" if ":" in stream.host else stream.host
        username = quote(camera.username, safe="")
        password = quote(camera.password.reveal(), safe="") if camera.password is not None else ""
        user = f"{username}:{password}@" if username else ""
        path = stream.path.replace("{username}", username).replace("{password}", password)
        return f"{stream.scheme}://{user}{host}:{stream.port}{path}"


class _Ear:
    """Tells a track's packets as pieces of sound, in ticks of the sound's own rate."""

    def __init__(self, track: SoundTrack) -> None:
        self._track = track
        self._next = 0  # when the next piece is, where a packet does not say

    def piece(self, packet: av.Packet[Any]) -> Heard:
        """A packet as what was heard."""
        data, track = bytes(packet), self._track
        at = self._next
        if packet.pts is not None and packet.time_base is not None:
            at = round(packet.pts * packet.time_base * track.rate)
        self._next = at + (AAC_FRAME if track.config else len(data) // track.channels)
        return Heard(data, at)


def _holds_picture(codec: Codec, unit: Unit) -> bool:
    """Whether it is one of this codec: libavformat lets all by that has the payload's number."""
    data, found = unit.data, False
    at = data.find(_START)
    while 0 <= at < len(data) - 4:
        head = data[at + 3], data[at + 4]
        if is_foreign(codec, *head):
            return False
        found = found or is_picture(codec, *head)
        at = data.find(_START, at + 3)
    return found


def _track(stream: av.AudioStream) -> SoundTrack | None:
    """The sound of a stream; None where we do not record it."""
    context = stream.codec_context
    sounding = _SOUNDS.get(context.name)
    config = bytes(context.extradata or b"") if sounding is Sounding.AAC else b""
    if sounding is None or (sounding is Sounding.AAC and not config):
        return None
    rate, channels = context.sample_rate or 0, context.channels
    if rate not in RATES or not 1 <= channels <= MOST_CHANNELS:
        return None
    return SoundTrack(sounding, rate, channels, config)


def _reason(error: BaseException) -> Reason:
    for kind, reason in _REASONS:
        if isinstance(error, kind):
            return reason
    return Reason.NO_ANSWER if isinstance(error, OSError) else Reason.BAD_ANSWER
