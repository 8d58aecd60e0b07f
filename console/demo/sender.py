"""Sends one channel's pictures to one client, each at its own instant."""

from __future__ import annotations

import asyncio
import random
import struct
from collections.abc import Sequence
from enum import StrEnum
from typing import Protocol

from console.clock import Clock
from console.demo import rtp
from console.demo.clips import AccessUnit, Clip, phase
from console.demo.faults import Mood
from console.demo.lineup import Channel, Lineup

REPORT_EVERY_S = 5.0
CLOGGED = 256 * 1024  # unsent bytes above which a client is taken not to read

_INTERLEAVED = struct.Struct(">BBH")
_DOLLAR = 0x24


class Join(StrEnum):
    """What a client gets first."""

    LIVE = "live"  # the next picture, in mid-GOP, as from most cameras
    KEY = "key"  # the next key picture


class Line(Protocol):
    """The way to one client."""

    def send(self, packets: Sequence[tuple[bytes, bytes]]) -> None:
        """Send one picture's packets: headers and payloads."""
        ...

    def report(self, data: bytes) -> None:
        """Send an RTCP packet."""
        ...

    def is_clogged(self) -> bool:
        """Whether the client has stopped reading."""
        ...


class TcpLine:
    """RTP inside the RTSP connection, on two interleaved channels."""

    def __init__(self, transport: asyncio.WriteTransport, channels: tuple[int, int]) -> None:
        self._transport = transport
        self._rtp, self._rtcp = channels

    def send(self, packets: Sequence[tuple[bytes, bytes]]) -> None:
        """See ``Line``; one write a picture."""
        parts: list[bytes] = []
        for header, payload in packets:
            size = len(header) + len(payload)
            parts += (_INTERLEAVED.pack(_DOLLAR, self._rtp & 0xFF, size), header, payload)
        self._transport.write(b"".join(parts))

    def report(self, data: bytes) -> None:
        """See ``Line``."""
        self._transport.write(_INTERLEAVED.pack(_DOLLAR, self._rtcp & 0xFF, len(data)) + data)

    def is_clogged(self) -> bool:
        """See ``Line``."""
        return self._transport.get_write_buffer_size() > CLOGGED


class UdpLine:
    """Datagrams from the server's pair of ports to the client's."""

    def __init__(
        self,
        sockets: tuple[asyncio.DatagramTransport, asyncio.DatagramTransport],
        host: str,
        ports: tuple[int, int],
    ) -> None:
        self._rtp, self._rtcp = sockets
        self._rtp_address, self._rtcp_address = ((host, port) for port in ports)

    def send(self, packets: Sequence[tuple[bytes, bytes]]) -> None:
        """See ``Line``."""
        for header, payload in packets:
            self._rtp.sendto(header + payload, self._rtp_address)

    def report(self, data: bytes) -> None:
        """See ``Line``."""
        self._rtcp.sendto(data, self._rtcp_address)

    def is_clogged(self) -> bool:
        """See ``Line``; datagrams never pile up here."""
        return False


class Sender:
    """Plays a channel on a line, on the wall clock, from ``play`` until ``pause``.

    Belongs to the event loop's thread.  Picture k is due at ``(k - phase) / fps`` in unix
    seconds.  A client which does not read loses pictures up to the next key picture.
    """

    def __init__(
        self, lineup: Lineup, channel: Channel, clip: Clip, clock: Clock, join: Join
    ) -> None:
        self.ssrc = random.getrandbits(32)
        self._lineup = lineup
        self._channel = channel
        self._clip = clip
        self._clock = clock
        self._join = join
        self._line: Line | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._sequence = random.getrandbits(16)
        self._packets = self._octets = 0
        self._report_at = 0.0
        self._phase = 0.0
        self._k = 0
        self._wait_key = False
        self._frozen: AccessUnit | None = None

    def play(self, line: Line) -> tuple[int, int]:
        """Start on ``line``, or go on; returns the first packet's sequence number and RTP time."""
        if self._timer is None:
            self._line = line
            self._report_at = 0.0
            self._set_clip(self._clip)
            self._wait_key = False
            if self._join is Join.KEY:
                while not self._unit().key:
                    self._k += 1
            self._schedule()
        return self._sequence, rtp.timestamp(self._due_s())

    def pause(self) -> None:
        """Send nothing any more; ``play`` goes on.  Does nothing the second time."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _set_clip(self, clip: Clip) -> None:
        self._clip = clip
        self._phase = phase(self._channel.n, len(clip.frames))
        self._k = int(self._now_s() * clip.fps + self._phase) + 1
        self._wait_key = True

    def _now_s(self) -> float:
        return self._clock.now().timestamp()

    def _due_s(self) -> float:
        return (self._k - self._phase) / self._clip.fps

    def _unit(self) -> AccessUnit:
        return self._clip.frames[self._k % len(self._clip.frames)]

    def _schedule(self) -> None:
        wait_s = max(0.0, self._due_s() - self._now_s())
        self._timer = asyncio.get_running_loop().call_later(wait_s, self._tick)

    def _tick(self) -> None:
        clip = self._lineup.clip_of(self._channel)
        if clip is not None and clip is not self._clip:
            self._set_clip(clip)
        else:
            if Mood.STALL in self._channel.faults.moods:
                self._wait_key = True
            else:
                self._send_unit()
            self._k += 1
        self._schedule()

    def _send_unit(self) -> None:
        unit, line = self._unit(), self._line
        if line is None or line.is_clogged():
            self._wait_key = True
            return
        frozen = self._frozen_unit()
        if frozen is None:
            self._wait_key = self._wait_key and not unit.key
            if self._wait_key:
                return
        due_s = self._due_s()
        if due_s >= self._report_at:
            line.report(rtp.sender_report(due_s, self.ssrc, self._packets, self._octets))
            self._report_at = due_s + REPORT_EVERY_S
        packets = self._packets_of(frozen or unit, rtp.timestamp(due_s))
        if packets:
            line.send(packets)

    def _frozen_unit(self) -> AccessUnit | None:
        """The key picture that a frozen camera repeats; after it a new key picture is due."""
        if Mood.FREEZE not in self._channel.faults.moods:
            self._frozen = None
            return None
        self._wait_key = True
        if self._frozen is None:
            frames = self._clip.frames
            before = (frames[(self._k - back) % len(frames)] for back in range(len(frames)))
            self._frozen = next(old for old in before if old.key)
        return self._frozen

    def _packets_of(self, unit: AccessUnit, timestamp: int) -> list[tuple[bytes, bytes]]:
        faults = self._channel.faults
        packets: list[tuple[bytes, bytes]] = []
        last = len(unit.payloads) - 1
        for index, payload in enumerate(unit.payloads):
            head = rtp.header(self._sequence, timestamp, self.ssrc, last=index == last)
            self._sequence = (self._sequence + 1) & 0xFFFF
            self._packets += 1
            self._octets += len(payload)
            if faults.loss and random.random() < faults.loss:
                continue
            if Mood.SCRAMBLE in faults.moods:
                payload = random.randbytes(len(payload))  # noqa: PLW2901 -- noise of the same size
            packets.append((head, payload))
        return packets
