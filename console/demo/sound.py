"""What a demo camera hears: a tone, encoded once, and sent over and over beside the pictures."""

from __future__ import annotations

import asyncio
import math
import random
import struct
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

import av
import numpy as np

from console.clock import Clock
from console.demo import rtp

_PAYLOAD_TYPE = 97
_TONE_HZ = 440
_SECONDS = 2


class SoundCodec(StrEnum):
    """How it is encoded; the value is its name in an SDP."""

    AAC = "MPEG4-GENERIC"
    ALAW = "PCMA"
    ULAW = "PCMU"


_ENCODERS = {SoundCodec.AAC: "aac", SoundCodec.ALAW: "pcm_alaw", SoundCodec.ULAW: "pcm_mulaw"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sound:
    """A loop of encoded pieces, each ``step`` ticks long; ``config`` is AAC's own."""

    codec: SoundCodec
    rate: int
    step: int
    pieces: tuple[bytes, ...]
    config: bytes = b""

    def sdp(self) -> str:
        """What the description says of it."""
        lines = [
            f"m=audio 0 RTP/AVP {_PAYLOAD_TYPE}",
            f"a=rtpmap:{_PAYLOAD_TYPE} {self.codec}/{self.rate}/1",
        ]
        if self.codec is SoundCodec.AAC:
            lines.append(
                f"a=fmtp:{_PAYLOAD_TYPE} streamtype=5;profile-level-id=1;mode=AAC-hbr;"
                f"config={self.config.hex().upper()};sizeLength=13;indexLength=3;indexDeltaLength=3"
            )
        return "\r\n".join([*lines, "a=control:track2", ""])

    def payload(self, piece: bytes) -> bytes:
        """A piece as a packet carries it (RFC 3640, RFC 3551)."""
        if self.codec is not SoundCodec.AAC:
            return piece
        return struct.pack(">HH", 16, len(piece) << 3) + piece


def tone(codec: SoundCodec) -> Sound:
    """Two seconds of a tone; takes some 20 ms."""
    rate, step = (16000, 1024) if codec is SoundCodec.AAC else (8000, 160)
    context = av.CodecContext.create(_ENCODERS[codec], "w")
    assert isinstance(context, av.AudioCodecContext)
    context.rate, context.layout = rate, "mono"
    context.format = "fltp" if codec is SoundCodec.AAC else "s16"
    context.open()
    pieces: list[bytes] = []
    for start in range(0, _SECONDS * rate - step + 1, step):
        times = np.arange(start, start + step) / rate
        wave = 0.3 * np.sin(2 * math.pi * _TONE_HZ * times)
        samples = (
            wave.astype(np.float32) if codec is SoundCodec.AAC else (wave * 32767).astype(np.int16)
        )
        frame = av.AudioFrame.from_ndarray(samples[None], context.format.name, "mono")
        frame.rate, frame.pts = rate, start
        pieces += [bytes(packet) for packet in context.encode(frame)]
    return Sound(
        codec=codec,
        rate=rate,
        step=step,
        pieces=tuple(pieces),
        config=bytes(context.extradata or b"")[:2] if codec is SoundCodec.AAC else b"",
    )


class SoundSender:
    """Plays a sound to one client, each piece at its own instant.  Event loop's thread only."""

    def __init__(
        self,
        sound: Sound,
        clock: Clock,
        send: Callable[[bytes], None],
        is_mute: Callable[[], bool],
    ) -> None:
        self._sound = sound
        self._clock = clock
        self._send = send
        self._is_mute = is_mute
        self._ssrc = random.getrandbits(32)
        self._sequence = random.getrandbits(16)
        self._k = int(clock.now().timestamp() * sound.rate / sound.step)
        self._timer: asyncio.TimerHandle | None = None
        self._schedule()

    def stop(self) -> None:
        """Send nothing any more."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _schedule(self) -> None:
        due_s = (self._k + 1) * self._sound.step / self._sound.rate
        wait_s = max(0.0, due_s - self._clock.now().timestamp())
        self._timer = asyncio.get_running_loop().call_later(wait_s, self._tick)

    def _tick(self) -> None:
        self._k += 1
        if not self._is_mute():
            sound = self._sound
            stamp = self._k * sound.step & 0xFFFFFFFF
            head = rtp.header(
                self._sequence, stamp, self._ssrc, last=True, payload_type=_PAYLOAD_TYPE
            )
            self._send(head + sound.payload(sound.pieces[self._k % len(sound.pieces)]))
            self._sequence = (self._sequence + 1) & 0xFFFF
        self._schedule()
