"""One RTSP session as a state machine: DESCRIBE, SETUP, PLAY, and what then comes.

Nothing here knows sockets or threads.  Whoever has a socket calls ``start`` once, ``feed``
with whatever comes, ``tick`` now and then, and sends what these leave in ``outgoing``.
"""

from __future__ import annotations

import logging
import re
import secrets

from console.events import Reason
from console.video.rtsp import framing, messages, rtcp, sdp
from console.video.rtsp.addresses import Target
from console.video.rtsp.auth import Login, Proof
from console.video.rtsp.depacket import Depacketizer
from console.video.rtsp.framing import Found
from console.video.rtsp.messages import Malformed, Message
from console.video.rtsp.sound import SoundDepacketizer
from console.video.units import Ended, Event, Opened, SenderReport, SoundTrack

__all__ = ["Login", "RtspClient", "Target"]

log = logging.getLogger(__name__)

ANSWER_S = 5.0  # for the answer to one request
HANDSHAKE_S = 8.0  # for all of them, however they drip in
REPORT_S = 5.0
MAX_GARBAGE_BYTES = 64 * 1024
_AGENT = "WardConsole"
_SESSION_S = 60  # where the camera does not say (RFC 2326 12.37)
_MAX_SESSION = 256  # characters of a session's name, likewise
_MAX_PROOFS = 2  # of one request: the first, and one for a nonce that grew stale
_REASONS = {
    401: Reason.BAD_LOGIN,
    403: Reason.BAD_LOGIN,
    404: Reason.NOT_FOUND,
    453: Reason.BUSY,
    454: Reason.CLOSED,
    503: Reason.BUSY,
}


class RtspClient:
    """Plays the first picture of a target, interleaved in the RTSP connection.

    With ``sound``, its first sound, too, if that is one that we record.
    """

    def __init__(
        self, target: Target, login: Login | None, *, now_s: float, sound: bool = False
    ) -> None:
        self._wants_sound = sound
        self._target = target
        self._url = target.url(login)
        self._proof = Proof(login) if login is not None else None
        self._buffer = bytearray()
        self._out = bytearray()
        self._number = 0
        self._asked = ""  # the method that waits for its answer
        self._asked_url = ""
        self._asked_s = now_s
        self._began_s = now_s
        self._proofs = 0  # that the present request has carried
        self._playing = False
        self._ended = self._leaving = False
        self._base = self._url
        self._session = ""
        self._session_s = _SESSION_S
        self._track: sdp.Track | None = None
        self.media: Depacketizer | None = None  # of the picture, once it is described
        self._channels: tuple[int, ...] = (0, 1)
        self._offer: sdp.SoundOffer | None = None  # sound that is still to be asked for
        self._sound: SoundDepacketizer | None = None  # and that was granted
        self._sound_track: SoundTrack | None = None
        self._mute = False  # sound was told of that is not to be had
        self._synced = True  # what comes next begins where the last thing ended
        self._garbage = 0  # bytes passed over since the last unit
        self._kept_alive_s = now_s
        self._reported_s = now_s
        self._ssrc = secrets.randbits(32)
        self._keep_alive = "GET_PARAMETER"

    @property
    def described(self) -> bool:
        """Whether the camera told what it sends, and it is something that we can show."""
        return self._track is not None

    @property
    def over(self) -> bool:
        """Whether there is no session any more, and nothing to wait for."""
        return self._ended

    def start(self, now_s: float | None = None) -> bytes:
        """The first request.  Time counts from ``now_s``, else from the making."""
        if now_s is not None:
            self._began_s = now_s
        self._ask("DESCRIBE", self._url, self._began_s)
        return self.outgoing()

    def outgoing(self) -> bytes:
        """What must be sent now; empty when nothing."""
        out, self._out = bytes(self._out), bytearray()
        return out

    def goodbye(self) -> bytes:
        """The last request, if there is a session to end.  Nothing is told any more.

        What still comes may be fed, until the client is ``over``: the camera has answered.
        """
        if self._ended or self._leaving:
            return b""
        self._leaving = True
        self.media = self._sound = None
        if self._session:
            self._ask("TEARDOWN", self._base)
        elif self._asked != "SETUP":  # what it grants meanwhile is given back at once
            self._ended = True
        return self.outgoing()

    def feed(self, data: bytes | bytearray | memoryview, now_s: float) -> list[Event]:
        """Take what came; what it means, in order.  After an ``Ended`` nothing more comes."""
        events: list[Event] = []
        if self._ended:
            return events
        buffer = self._buffer
        buffer += data
        at = 0
        try:
            while not self._ended:
                if self._playing and self._synced:
                    at = self._flow(buffer, at, events)
                end = self._step(buffer, at, events, now_s)
                if end < 0:
                    break
                at = end
        except Malformed as error:
            self._end(events, Reason.BAD_ANSWER, str(error))
        del buffer[:at]
        return events

    def tick(self, now_s: float) -> list[Event]:
        """Once or twice a second: time-outs, keep-alive, reports."""
        events: list[Event] = []
        if self._ended:
            return events
        if not self._playing:
            if now_s - self._asked_s > ANSWER_S or now_s - self._began_s > HANDSHAKE_S:
                self._end(events, Reason.SILENT, f"no answer to {self._asked}")
            return events
        if now_s - self._kept_alive_s > max(5.0, min(30.0, self._session_s / 2)):
            self._kept_alive_s = now_s
            self._ask(self._keep_alive, self._base, now_s)
        if self.media is not None and now_s - self._reported_s > REPORT_S:
            self._reported_s = now_s
            media = self.media
            report = rtcp.receiver_report(self._ssrc, media.ssrc, media.highest, media.lost)
            self._out += bytes((framing.DOLLAR, self._channels[1])) + len(report).to_bytes(2, "big")
            self._out += report
        return events

    def _flow(self, buffer: bytearray, at: int, events: list[Event]) -> int:
        """Take packets of the picture as long as nothing else comes; where they end.

        ``_step`` would take them just so; but nearly everything that comes is this.
        """
        media, channel, size = self.media, self._channels[0], len(buffer)
        if media is None:
            return at
        while at + 4 < size and buffer[at] == 0x24 and buffer[at + 1] == channel:
            start = at + 4
            end = start + (buffer[at + 2] << 8 | buffer[at + 3])
            if end > size or end - start < framing.SMALLEST or buffer[start] >> 6 != 2:
                break
            if units := media.packet(buffer, start, end):
                self._garbage = 0
                events += units
            at = end
        return at

    def _step(self, buffer: bytearray, at: int, events: list[Event], now_s: float) -> int:
        """What begins at ``at``; where it ends, or -1 while it is not whole."""
        found = framing.look(buffer, at, self._channels, synced=self._synced)
        if found is Found.PACKET:
            end = framing.packet_end(buffer, at)
            if end > len(buffer):
                return -1
            self._packet(buffer, at, end, events, now_s)
            self._synced = True
            return end
        if found is Found.MORE:
            return -1
        if found is Found.BLANK:
            return framing.after_blanks(buffer, at)
        if found is Found.MESSAGE:
            try:
                taken = messages.take(buffer, at)
            except Malformed:
                if not self._playing:
                    raise
                return self._pass_over(buffer, at)
            if taken is None:
                return -1
            self._synced = True
            self._heard(taken[0], events, now_s)
            return taken[1]
        return self._pass_over(buffer, at)

    def _pass_over(self, buffer: bytearray, at: int) -> int:
        """Pass over what is neither a packet nor a message, within bounds."""
        if not self._playing:
            raise Malformed("not RTSP")
        end = framing.next_mark(buffer, at + 1)
        self._synced = False
        self._garbage += end - at
        if self._garbage > MAX_GARBAGE_BYTES:
            raise Malformed("garbage in the stream")
        return end

    def _packet(
        self, buffer: bytearray, at: int, end: int, events: list[Event], now_s: float
    ) -> None:
        """Take an interleaved packet.  What comes before we asked to play is not for us."""
        media = self.media
        if media is None or not (self._playing or self._asked == "PLAY"):
            return
        channel = buffer[at + 1]
        if channel == self._channels[0]:
            units = media.packet(buffer, at + framing.HEAD, end)
            if units:
                self._play(events, now_s)  # cameras are seen to send before they answer
                self._garbage = 0
                events += units
        elif self._sound is not None and channel == self._channels[2]:
            if self._playing:
                events += self._sound.packet(buffer, at + framing.HEAD, end)
        elif channel == self._channels[1] and self._playing:
            heard = rtcp.parse(buffer[at + framing.HEAD : end])
            if heard.ntp_us is not None:
                events.append(SenderReport(heard.ntp_us, media.unwrap(heard.rtp_time)))
            if heard.goodbye:
                self._end(events, Reason.CLOSED, "the camera said goodbye")

    def _heard(self, message: Message, events: list[Event], now_s: float) -> None:
        if message.method:
            self._asked_by_camera(message, events)
            return
        asked = self._asked
        if message.cseq() not in (self._number, -1) or not asked or message.status < 200:
            return  # an answer to an older request or to none, or not the last word
        self._asked = ""
        if message.status == 401 and self._prove(asked, message, now_s):
            return
        if self._proof is not None and message.status != 401:
            self._proof.accepted()
        self._proofs = 0
        if asked == "TEARDOWN":
            self._ended = True
            return
        if asked in ("GET_PARAMETER", "OPTIONS"):
            if message.status == 454:
                self._end(events, Reason.CLOSED, "the camera forgot the session")
            elif message.status >= 400:
                self._keep_alive = "OPTIONS"
            return
        if asked == "SETUP" and self._sound is not None:
            self._set_up_sound(message, now_s)
        elif 300 <= message.status < 400:
            self._end(events, Reason.REDIRECTED, "the camera points to another address")
        elif message.status >= 400:
            reason = _REASONS.get(message.status, Reason.BAD_ANSWER)
            self._end(events, reason, f"{asked}: {message.status}")
        elif asked == "DESCRIBE":
            self._described(message, events, now_s)
        elif asked == "SETUP":
            self._set_up(message, events, now_s)
        elif asked == "PLAY":
            self._play(events, now_s)

    def _prove(self, asked: str, message: Message, now_s: float) -> bool:
        """Answer a challenge; False if that is of no use."""
        if self._proof is None or self._proofs >= _MAX_PROOFS:
            return False
        if not self._proof.challenged(message.all("www-authenticate")):
            return False
        self._proofs += 1
        self._ask(asked, self._asked_url, now_s)
        return True

    def _described(self, message: Message, events: list[Event], now_s: float) -> None:
        description = sdp.parse(message.body)
        track = description.track
        if track is None or track.codec is None:
            self._end(events, Reason.CODEC, sdp.lacking(track))
            return
        base = message.header("content-base") or message.header("content-location")
        self._base = self._target.at_home(base, self._url) if base else self._url
        if description.control not in ("", "*"):
            self._base = self._target.at_home(description.control, self._base)
        self._track = track
        self.media = Depacketizer(track.codec, track.payload)
        self._offer = self._wanted(description.sound)
        control = track.control
        url = self._base if control in ("", "*") else self._target.at_home(control, self._base)
        self._ask("SETUP", url, now_s)

    def _set_up(self, message: Message, events: list[Event], now_s: float) -> None:
        session, _, rest = message.header("session").partition(";")
        self._session = session.strip()
        if len(self._session) > _MAX_SESSION:
            raise Malformed("too long a session name")
        if (timeout := re.search(r"timeout\s*=\s*(\d{1,5})", rest)) is not None:
            self._session_s = max(5, int(timeout.group(1)))
        transport = message.header("transport")
        if (channels := re.search(r"interleaved\s*=\s*(\d{1,3})-(\d{1,3})", transport)) is not None:
            self._channels = int(channels.group(1)) & 0xFF, int(channels.group(2)) & 0xFF
        elif "tcp" not in transport.lower():
            self._end(events, Reason.BAD_ANSWER, "the camera does not send over TCP")
            return
        self._next(now_s)

    def _wanted(self, offer: sdp.SoundOffer | None) -> sdp.SoundOffer | None:
        if not self._wants_sound or offer is None:
            return None
        if offer.track is None:
            self._mute = True
            log.info("sound that is neither AAC nor G.711 is not recorded")
            return None
        return offer

    def _next(self, now_s: float) -> None:
        """Ask for the sound, if there is some; else to play."""
        offer, self._offer = self._offer, None
        if self._leaving or offer is None:
            self._ask("TEARDOWN" if self._leaving else "PLAY", self._base, now_s)
            return
        self._sound = SoundDepacketizer(offer)
        self._sound_track = offer.track
        self._ask("SETUP", self._target.at_home(offer.control, self._base), now_s)

    def _set_up_sound(self, message: Message, now_s: float) -> None:
        """The camera's word on the sound; it is done without, rather than without a picture."""
        channels = re.search(r"interleaved\s*=\s*(\d{1,3})-(\d{1,3})", message.header("transport"))
        granted = message.status < 300 and channels is not None
        if granted and channels is not None:
            self._channels += (int(channels.group(1)) & 0xFF, int(channels.group(2)) & 0xFF)
        else:
            self._sound = self._sound_track = None
            self._mute = True
            log.info("a camera tells of sound and does not give it")
        self._ask("PLAY", self._base, now_s)

    def _play(self, events: list[Event], now_s: float) -> None:
        """Pictures come from now on.  Said once, whether by an answer or by the first picture."""
        track = self._track
        if self._playing or track is None or track.codec is None:
            return
        self._playing = True
        self._kept_alive_s = self._reported_s = now_s
        sets, sound = track.parameter_sets, self._sound_track
        events.append(Opened(track.codec, sets, track.framerate, sound, mute=self._mute))

    def _asked_by_camera(self, message: Message, events: list[Event]) -> None:
        if message.method == "REDIRECT":
            self._end(events, Reason.REDIRECTED, "the camera points to another address")
            return
        if message.method in ("ANNOUNCE", "TEARDOWN"):  # another picture comes, or none
            self._end(events, Reason.CLOSED, "the camera ended the session")
            return
        status = (
            "200 OK" if message.method in ("OPTIONS", "GET_PARAMETER") else "501 Not Implemented"
        )
        self._out += messages.answer(max(0, message.cseq()), status)

    def _ask(self, method: str, url: str, now_s: float | None = None) -> None:
        self._number += 1
        self._asked, self._asked_url = method, url
        if now_s is not None:
            self._asked_s = now_s
        headers = {"User-Agent": _AGENT}
        if self._session:
            headers["Session"] = self._session
        match method:
            case "DESCRIBE":
                headers["Accept"] = "application/sdp"
            case "SETUP":
                pair = "2-3" if self._sound is not None else "0-1"
                headers["Transport"] = f"RTP/AVP/TCP;unicast;interleaved={pair}"
            case "PLAY":
                headers["Range"] = "npt=0.000-"
        if self._proof is not None and (proof := self._proof.header(method, url)):
            headers["Authorization"] = proof
        self._out += messages.request(method, url, self._number, headers)

    def _end(self, events: list[Event], reason: Reason, detail: str) -> None:
        if not self._ended:
            self._ended = True
            events.append(Ended(reason, detail))
