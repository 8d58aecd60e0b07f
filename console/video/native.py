"""What a finished native copy holds, read from where it lies, without any decoder (E-31).

A native copy is the camera's own packets.  ``nal_chain`` tells them apart from all others, in
whatever file they lie: it is the SHA-256 of the SHA-256 digests, one behind the other, of each NAL
unit of a picture (VCL) or SEI in the order of the file, its header included, its length not.
Parameter sets and access unit delimiters do not count, for they may be kept elsewhere.  Of a
picture whose lengths do not add up the units before the fault count.

Nothing here knows libav; only one fragment at a time is in memory.
"""

from __future__ import annotations

import hashlib
import os
from array import array
from collections.abc import Callable, Iterator
from contextlib import closing
from io import FileIO
from itertools import pairwise
from pathlib import Path
from typing import TypeVar

from console.errors import Cancelled
from console.platform.memory import forget, read_through
from console.video import boxes, sound_entry, stored_nals
from console.video.boxes import BoxBroken, Fragment, Row, Run, Track
from console.video.film import (
    CODECS,
    MAX_MOOF_BYTES,
    MAX_MOOV_BYTES,
    FilmUnreadable,
    config_of,
    size_of,
)
from console.video.hashing import CALL_BYTES, Hashing, Pages
from console.video.parameter_sets import kind
from console.video.stored_nals import NalsBroken, Signed
from console.workers import Lane, Stop, Workers
from db.structs import Frozen, asdict

T = TypeVar("T")

SOUND_GAP_US = 500_000
"""Sound may be so much shorter than its pictures, or have such a hole, and is still whole."""

_MAX_FRAGMENT_BYTES = 64 << 20  # the recorder ends one at 8
_MAX_TICKS = 1 << 62


class Wanted(Frozen):
    """What the file does not say of itself.

    ``start_us`` is when its first picture is shown, ``wanted_us`` what was asked for.
    ``open_gop``: it begins one GOP earlier than the key picture before that.
    """

    wanted_us: int
    start_us: int
    open_gop: bool = False


class NativeSound(Frozen):
    """The sound of a native copy.  ``longest_gap_us`` counts its beginning and its end, too."""

    codec: str
    rate: int
    channels: int
    samples: int
    longest_gap_us: int
    whole: bool


class Native(Frozen, kw_only=True):
    """What a native copy holds.

    Attributes:
        codec: libavcodec's name.
        frames: How many pictures; ``keys`` of them are key pictures.
        undecodable: So many of the first ones need what is before the file (open GOP).
        damaged: So many are not made of NAL units from end to end, or hold no picture.
        longest_gap_us: Between two pictures that follow each other.
        start_us: When the first picture is shown; end_us: when the last one ends.
        shown_from_us: When the first is shown that can be decoded; later than that by
            ``undecodable`` pictures.
        lead_us: How much of it is before the wanted start; lead_why: "key frame", "open GOP", or
            "" where it does not begin earlier.
        sha256: Of the file, hex.
        nal_chain: See above, hex; nals: of how many units.
        signed: Whose signatures were seen in it (SEI); nobody has checked them.

    """

    codec: str
    width: int
    height: int
    frames: int
    keys: int
    undecodable: int
    damaged: int
    longest_gap_us: int
    start_us: int
    shown_from_us: int
    end_us: int
    lead_us: int
    lead_why: str
    size_bytes: int
    sha256: str
    nal_chain: str
    nals: int
    signed: Signed
    sound: NativeSound | None

    def told(self) -> dict[str, object]:
        """As it goes into JSON."""
        return {**asdict(self), "sound": None if self.sound is None else asdict(self.sound)}


def look(path: Path, wanted: Wanted, stop: Stop, told: Callable[[int], None]) -> Native:
    """Read a native copy, from the medium where the system can forget what it still remembers.

    Takes about as long as hashing it once, on two processors.  Any thread.

    Args:
        path: A fragmented MP4 or MOV as ``cutter`` makes it, with its bytes on the medium.
        wanted: What it does not say of itself.
        stop: Set it from any thread to give up.
        told: Called with the bytes that were read, from this thread.

    Raises:
        FilmUnreadable: it is not whole, or none.
        Cancelled: ``stop`` was set.
        OSError: it cannot be read.
    """
    with path.open("rb", buffering=0) as file:
        size = os.fstat(file.fileno()).st_size
        forget(file.fileno())
        read_through(file.fileno())
        with closing(Hashing()) as hashing, closing(Workers()) as workers:
            reading = _Reading(file, size, hashing)
            try:
                for fragment, data in _ahead(reading.fragments(), workers):
                    if stop.is_set():
                        raise Cancelled
                    reading.take(fragment, data)
                    forget(file.fileno(), fragment.end)
                    told(fragment.end)
                found = reading.found(wanted)
            except (BoxBroken, NalsBroken) as error:
                raise FilmUnreadable(str(error)) from error
    told(size)
    return found


def _ahead(items: Iterator[T], workers: Workers) -> Iterator[T]:
    """The same; each is fetched on another thread while whoever asked looks at the one before."""
    coming = workers.submit(lambda: next(items, None), Lane.LONG)
    while (item := coming.result()) is not None:
        coming = workers.submit(lambda: next(items, None), Lane.LONG)
        yield item


class _Reading:
    """One file, from its beginning to its end."""

    def __init__(self, file: FileIO, size: int, hashing: Hashing) -> None:
        self._file = file
        self._size = size
        self._hashing = hashing
        self._pages = Pages(hashing)
        self._tracks: list[Track] = []
        self._video = Track()
        self._pictures: _Pictures | None = None
        self._sound: _Sound | None = None

    def fragments(self) -> Iterator[tuple[Fragment, memoryview]]:
        """Each fragment, and its last bytes: all that is in its mdat.

        They are good until the next but one is asked for.
        """
        at = 0
        while at < self._size:
            peek, box = self._header(self._size - at)
            whole = peek + self._rest(box, len(peek))
            at += box.end
            if box.name == b"moov" and not self._tracks:
                self._announce(whole)
            elif box.name == b"moof":
                behind, mdat = self._header(self._size - at)
                if mdat.name != b"mdat":
                    raise BoxBroken("a fragment without its bytes")
                start, at = at - box.end, at + mdat.end
                fragment = boxes.read_moof(whole, start, at, self._tracks)
                yield fragment, self._page(mdat, len(behind))

    def take(self, fragment: Fragment, data: memoryview) -> None:
        """Look at a fragment's pictures and sound."""
        for run in fragment.runs:
            if self._pictures is not None and run.track == self._video.number:
                begin = fragment.end - len(data)
                for row in run.rows:
                    if row.offset < begin:
                        raise BoxBroken("a picture outside its mdat")
                    at = row.offset - begin
                    self._pictures.take(row, data[at : at + row.size])
            elif self._sound is not None and run.track == self._sound.track.number:
                self._sound.take(run)

    def found(self, wanted: Wanted) -> Native:
        """All of it.  Raises BoxBroken: there is no picture."""
        if self._pictures is None or not self._pictures.shown:
            raise BoxBroken("it holds no picture")
        pictures, scale = self._pictures, self._video.timescale
        shown = sorted(pictures.shown)
        length_us = (pictures.end - shown[0]) * 1_000_000 // scale
        gap = max((later - at for at, later in pairwise(shown)), default=0)
        seen = shown[min(pictures.undecodable, len(shown) - 1)]
        width, height = size_of(self._video)
        lead_us = max(0, wanted.wanted_us - wanted.start_us)
        why = "open GOP" if wanted.open_gop else "key frame"
        return Native(
            codec=pictures.codec,
            width=width,
            height=height,
            frames=len(shown),
            keys=pictures.keys,
            undecodable=pictures.undecodable,
            damaged=pictures.damaged,
            longest_gap_us=gap * 1_000_000 // scale,
            start_us=wanted.start_us,
            shown_from_us=wanted.start_us + (seen - shown[0]) * 1_000_000 // scale,
            end_us=wanted.start_us + length_us,
            lead_us=lead_us,
            lead_why=why if lead_us else "",
            size_bytes=self._size,
            sha256=self._hashing.end().hex(),
            nal_chain=pictures.chain.hexdigest(),
            nals=pictures.nals,
            signed=pictures.signed,
            sound=None if self._sound is None else self._sound.found(length_us),
        )

    def _announce(self, moov: bytes) -> None:
        self._tracks = boxes.read_tracks(moov)
        video = next((track for track in self._tracks if track.handler == b"vide"), None)
        if video is None or video.entry[4:8] not in CODECS:
            raise BoxBroken("neither H.264 nor H.265")
        self._video = video
        self._pictures = _Pictures(video)
        heard = next((track for track in self._tracks if track.handler == b"soun"), None)
        self._sound = None if heard is None else _Sound(heard)

    def _header(self, left: int) -> tuple[bytes, boxes.Box]:
        """The header of the next box; ``left`` is how many bytes there are."""
        peek = self._read(boxes.HEADER_BYTES)
        if boxes.u32(peek, 0) == 1:  # a long one
            peek += self._read(boxes.HEADER_BYTES)
        return peek, boxes.header(peek, 0, left)

    def _rest(self, box: boxes.Box, read: int) -> bytes:
        """What of a box was not read yet."""
        return self._read(_checked(box) - read)

    def _page(self, box: boxes.Box, read: int) -> memoryview:
        """The same, in memory that is used again."""
        page = self._pages.page(_checked(box) - read)
        at = 0
        while at < len(page) and (count := self._file.readinto(page[at : at + CALL_BYTES])):
            at += count
        if at < len(page):
            raise BoxBroken("the file was cut off")
        self._hashing.take(page)
        return page

    def _read(self, size: int) -> bytes:
        parts = []
        while size > 0 and (part := self._file.read(size)):
            self._hashing.take(part)
            parts.append(part)
            size -= len(part)
        if size > 0:
            raise BoxBroken("the file was cut off")
        return b"".join(parts)


def _checked(box: boxes.Box) -> int:
    """The size of a box.  What is too large is refused, never skipped."""
    most = {b"moov": MAX_MOOV_BYTES, b"moof": MAX_MOOF_BYTES}.get(box.name, _MAX_FRAGMENT_BYTES)
    if box.end > most:
        raise BoxBroken("a box too large to be one of ours")
    return box.end


class _Pictures:
    """What is known of the pictures so far."""

    def __init__(self, track: Track) -> None:
        self.codec = CODECS[track.entry[4:8]][0]
        self._width = stored_nals.length_bytes(self.codec, config_of(track))
        self.shown = array("q")  # ticks
        self.end = 0
        self.keys = self.damaged = self.undecodable = self.nals = 0
        self.signed = Signed.NONE
        self.chain = hashlib.sha256()
        self._leads = False  # what comes may need what is before the file

    def take(self, row: Row, data: memoryview) -> None:
        """The next picture of the file."""
        at, codec = row.dts + row.shift, self.codec
        if not -_MAX_TICKS < at < _MAX_TICKS:
            raise BoxBroken("a time that cannot be")
        first: int | None = None
        whole = True
        try:
            for start, end in stored_nals.units(data, self._width):
                which = kind(codec, data, start)
                sei = stored_nals.is_sei(codec, which)
                if sei or stored_nals.is_slice(codec, which):
                    nal = data[start:end]
                    self.chain.update(hashlib.sha256(nal).digest())
                    self.nals += 1
                    if sei and self.signed is Signed.NONE:
                        self.signed = stored_nals.signer(codec, bytes(nal))
                    elif first is None and not sei:
                        first = which
        except NalsBroken:
            whole = False
        self.damaged += not whole or first is None
        if not self.shown:
            self._leads = not stored_nals.begins_anew(codec, first)
        elif row.key:
            self._leads = False
        elif self._leads and at < self.shown[0]:
            self.undecodable += stored_nals.leans_back(codec, first)
        self.keys += row.key
        self.shown.append(at)
        self.end = max(self.end, at + row.duration)


class _Sound:
    """What is known of the sound so far."""

    def __init__(self, track: Track) -> None:
        self.track = track
        self._samples = 0
        self._end = 0  # ticks: it is there up to here
        self._gap = 0

    def take(self, run: Run) -> None:
        """The next samples of the file."""
        for row in run.rows:
            self._gap = max(self._gap, row.dts - self._end)
            self._end = max(self._end, row.dts + row.duration)
        self._samples += len(run.rows)

    def found(self, length_us: int) -> NativeSound:
        """All of it, beside pictures of that length."""
        announced = sound_entry.announced(self.track)
        scale = self.track.timescale
        gap_us = max(self._gap * 1_000_000 // scale, length_us - self._end * 1_000_000 // scale)
        gap_us = max(0, gap_us)
        codec = self.track.entry[4:8].decode("latin-1") if announced is None else announced.sounding
        return NativeSound(
            codec=codec,
            rate=scale,
            channels=0 if announced is None else announced.channels,
            samples=self._samples,
            longest_gap_us=gap_us,
            whole=self._samples > 0 and gap_us <= SOUND_GAP_US,
        )
