"""One camera's sound from an instant on, decoded: at one rate, in one channel, hole by hole.

The counterpart of a ``Reel``: it stays where it is, so that reading on costs what it brings.
Files, gaps, changes of codec and rate, damage are all met here.  One thread at a time.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from enum import StrEnum

import av

from console.errors import StoreProblem
from console.video.boxes import Row
from console.video.film import Film, FilmUnreadable
from console.video.footage import TAIL_US, Footage, Hole
from console.video.reel import POLL_US
from console.video.reel_decoder import Note
from console.video.sound_entry import announced
from console.video.speaker import RATE
from console.video.units import Sounding, SoundTrack
from db.records import CameraId, StreamRole
from db.structs import Frozen

READ_US = 400_000  # about so much is decoded at once
BYTES_A_SAMPLE = 2
_LEAD_IN = 2  # AAC frames before the first that is wanted: each leans on the one before
_TOGETHER_US = 40_000  # bytes of G.711 that lie and sound together go into the decoder at once
_APART_US = 20_000  # further from where it should sound than this, sound lies elsewhere
_ONE_SAMPLE = 8  # bytes, of all channels, at most
_MOST_ROWS = 400  # of one reading …
_MOST_BYTES = 1 << 20  # … and what they may weigh
_DECODERS = {Sounding.AAC: "aac", Sounding.ALAW: "pcm_alaw", Sounding.ULAW: "pcm_mulaw"}
_LAYOUTS = ("mono", "stereo", "2.1", "4.0", "5.0", "5.1", "6.1", "7.1")


class Found(StrEnum):
    """What there is to hear."""

    SOUND = "sound"  # or silence between two pieces of it
    NONE = "none"  # the footage has no sound, or of a codec that we do not play
    HOLE = "hole"  # there is no footage
    DAMAGED = "damaged"


class Piece(Frozen):
    """Sound without a hole: 16-bit samples, ``RATE`` a second, from ``at_us`` on."""

    at_us: int
    samples: bytes


class Reading(Frozen):
    """What was read.  All is known up to ``end_us``: what no piece holds is silent."""

    found: Found
    pieces: tuple[Piece, ...]
    end_us: int


class Soundtrack:
    """Reads one camera's sound."""

    def __init__(self, camera: CameraId, footage: Footage) -> None:
        self.camera = camera
        self._footage = footage
        self._film: Film | None = None
        self._fragments = -1  # of the film, when ``_rows`` was made
        self._rows: list[tuple[int, Row]] = []  # when each sounds
        self._voice: _Voice | None = None
        self._next: tuple[Film, int] | None = None  # the row that follows what was decoded last

    def read(self, from_us: int, prefer: StreamRole, note: Note) -> Reading:
        """What there is to hear from ``from_us`` on, some 0.4 s of it; never raises."""
        try:
            found = self._find(from_us, prefer)
        except StoreProblem:  # the index cannot be read now: it is asked again
            return Reading(Found.HOLE, (), from_us + POLL_US)
        if isinstance(found, Hole):
            kind = Found.DAMAGED if found.damaged else Found.HOLE
            return Reading(kind, (), max(from_us + 1, found.end_us or from_us + POLL_US))
        if from_us >= found.end_us:  # its last picture stands a little longer
            return Reading(Found.SOUND, (), self._beyond(found, from_us))
        until_us = min(from_us + READ_US, found.end_us)
        track = None if found.sound is None else announced(found.sound)
        if track is None:
            return Reading(Found.NONE, (), until_us)
        note(found.camera_id, found.start_us)
        try:
            return self._decoded(found, track, from_us, until_us)
        except FilmUnreadable:
            return Reading(Found.DAMAGED, (), until_us)
        finally:
            note(0, 0)

    def _find(self, at_us: int, prefer: StreamRole) -> Film | Hole:
        film = self._film
        if film is not None and film.role is prefer and film.start_us <= at_us:
            if at_us >= film.end_us and film.grows:
                try:
                    film.read_on()
                except FilmUnreadable:
                    self._film = None
            if at_us < film.end_us and self._film is not None:
                return film
        found = self._footage.film_at(self.camera, at_us, prefer)
        if isinstance(found, Film):
            self._film = found
            self._fragments = -1
        return found

    def _beyond(self, film: Film, from_us: int) -> int:
        following = self._footage.next_start([self.camera], film.end_us)
        tail_us = film.end_us + TAIL_US
        return max(from_us + 1, tail_us if following is None else min(following, tail_us))

    def _decoded(self, film: Film, track: SoundTrack, from_us: int, until_us: int) -> Reading:
        rows = self._rows_of(film)
        first = bisect_right(rows, from_us, key=lambda row: row[0]) - 1
        before = self._next
        if before is not None and before[0] is film and abs(before[1] - first) <= 1:
            first = before[1]
        elif before is None or before[0] is film or first > 0 or self._voice is None:
            self._voice = None  # elsewhere: what the decoder remembers is of another moment
            first = max(0, first - (_LEAD_IN if track.sounding is Sounding.AAC else 0))
        first = max(0, first)
        if self._voice is None or self._voice.track != track:
            self._voice = _Voice(track)
        voice, weight, number, worked, failed = self._voice, 0, first, 0, 0
        for number, (at_us, row) in enumerate(rows[first : first + _MOST_ROWS], first):  # noqa: B007
            if at_us >= until_us:
                break
            weight += row.size
            if weight > _MOST_BYTES:
                raise FilmUnreadable("more sound than there can be")
            try:
                voice.hear(at_us, film.read_bytes(row.offset, row.size))
                worked += 1
            except (av.FFmpegError, ValueError, MemoryError):
                failed += 1
        else:
            number = min(len(rows), first + _MOST_ROWS)
        self._next = film, number
        kind = Found.DAMAGED if failed and not worked else Found.SOUND
        return Reading(kind, voice.take(), until_us)

    def _rows_of(self, film: Film) -> list[tuple[int, Row]]:
        """When each piece of a film's sound is heard, and where it lies."""
        track = film.sound
        assert track is not None
        if self._fragments != len(film.fragments):
            self._fragments = len(film.fragments)
            scale = track.timescale
            self._rows = [
                (film.start_us + row.dts * 1_000_000 // scale, row)
                for row in _joined(film, track.number, scale * _TOGETHER_US // 1_000_000)
            ]
            self._rows.sort(key=lambda row: row[0])
        return self._rows


class _Voice:
    """A decoder of one kind of sound, and what it brought."""

    def __init__(self, track: SoundTrack) -> None:
        """Raises nothing: a decoder that cannot begin fails when it is first used."""
        self.track = track
        self._context: av.AudioCodecContext | None = None
        self._resampler: av.AudioResampler | None = None
        self._anchor_us = 0  # where the sound without a hole began …
        self._taken = 0.0  # … how many seconds of it went in …
        self._given = 0  # … and how many samples came out
        self._samples = bytearray()
        self._samples_us = 0
        self._pieces: list[Piece] = []

    def hear(self, at_us: int, data: bytes) -> None:
        """Decode what sounds at ``at_us``; raises what libav raises."""
        context = self._context = self._context or _decoder(self.track)
        packet = av.Packet(data)
        packet.pts = at_us
        for frame in context.decode(packet):
            self._add(at_us if frame.pts is None else frame.pts, frame)

    def take(self) -> tuple[Piece, ...]:
        """What was decoded since this was asked last."""
        self._end_piece()
        pieces, self._pieces = tuple(self._pieces), []
        return pieces

    def _add(self, at_us: int, frame: av.AudioFrame) -> None:
        if frame.sample_rate <= 0 or not frame.samples:
            return
        expected_us = self._anchor_us + self._taken * 1_000_000
        if self._resampler is None or abs(at_us - expected_us) > _APART_US:
            self._begin(at_us)
        length_s = frame.samples / frame.sample_rate
        frame.pts = None
        assert self._resampler is not None
        try:
            made = self._resampler.resample(frame)
        except ValueError:  # another rate, or other channels than before
            self._begin(at_us)
            made = self._resampler.resample(frame)
        self._taken += length_s
        for each in made:
            self._samples += bytes(each.planes[0])[: each.samples * BYTES_A_SAMPLE]
            self._given += each.samples

    def _begin(self, at_us: int) -> None:
        """Sound that has nothing to do with what came before."""
        self._end_piece()
        self._resampler = av.AudioResampler(format="s16", layout="mono", rate=RATE)
        self._anchor_us, self._taken, self._given = at_us, 0.0, 0
        self._samples_us = at_us

    def _end_piece(self) -> None:
        if self._samples:
            self._pieces.append(Piece(self._samples_us, bytes(self._samples)))
            self._samples.clear()
        self._samples_us = self._anchor_us + self._given * 1_000_000 // RATE


def _decoder(track: SoundTrack) -> av.AudioCodecContext:
    context = av.CodecContext.create(_DECODERS[track.sounding], "r")
    assert isinstance(context, av.AudioCodecContext)
    context.thread_count = 1
    if track.sounding is Sounding.AAC:
        context.extradata = track.config
    else:
        context.sample_rate = track.rate
        context.layout = _LAYOUTS[track.channels - 1]
    return context


def _joined(film: Film, number: int, most: int) -> Iterator[Row]:
    """The rows of a track.  Some writers make a row of each sample of G.711: those are joined."""
    held: Row | None = None
    for fragment in film.fragments:
        for run in fragment.runs:
            if run.track != number:
                continue
            for row in run.rows:
                if (
                    held is not None
                    and held.size < most
                    and row.size <= _ONE_SAMPLE
                    and row.offset == held.offset + held.size
                    and row.dts == held.dts + held.duration
                ):
                    held = held._replace(
                        size=held.size + row.size, duration=held.duration + row.duration
                    )
                    continue
                if held is not None:
                    yield held
                held = row
    if held is not None:
        yield held
