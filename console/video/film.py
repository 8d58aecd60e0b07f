"""A recorded file as a player needs it: where each picture lies, and at which instant it is shown.

Only the heads of its fragments are read, once; pictures are then found without reading on.  A file
that still grows is read up to its last whole fragment, and further when asked again.  Where a file
is cut off or damaged its film ends: what was read up to there is good.
"""

from __future__ import annotations

import os
from bisect import bisect_right
from pathlib import Path

from console.video import boxes
from console.video.boxes import BoxBroken, Fragment, Row, Track
from console.video.footage_files import PARTIAL
from console.video.units import Codec
from db.records import CameraId, StreamRole

MAX_MOOV_BYTES = 1 << 20
MAX_MOOF_BYTES = 4 << 20
MAX_SAMPLE_BYTES = 16 << 20
MAX_BOXES = 100_000  # a minute has a few hundred
_PEEK_BYTES = 4096  # holds the moof of a second of video, as a rule
_PICTURE_FIELDS = 78  # bytes of a video sample entry before its boxes
CODECS = {  # what a sample entry is called: the codec, and the box of its parameter sets
    b"avc1": (Codec.H264, b"avcC"),
    b"avc3": (Codec.H264, b"avcC"),
    b"hvc1": (Codec.H265, b"hvcC"),
    b"hev1": (Codec.H265, b"hvcC"),
}
_BINARY = getattr(os, "O_BINARY", 0)


class FilmUnreadable(Exception):
    """The file is missing, or is none of ours."""


class Film:
    """One file.  Pictures have two numbers: *decode* counts as they lie, *rank* as they are shown.

    Attributes:
        place: Where it lies.  No path: Python keeps the parts of those in a table that grows, and
            each look back finds other files.
        shown_us: The instant of each rank.
        order: The decode number of each rank; ``ranks`` is its inverse.
        keys: The decode numbers at which decoding can begin.
        reorders: Whether pictures are shown in another order than they lie.
        zero: The time in its file (ticks of the pictures' track) that is ``start_us``.
        cut_off: Whether something lies behind the last whole fragment that is none.

    """

    def __init__(self, place: str, camera_id: CameraId, role: StreamRole, start_us: int) -> None:
        """Read the heads of the file.  Raises FilmUnreadable: nothing can be shown of it."""
        self.place = place
        self.camera_id = camera_id
        self.role = role
        self.start_us = start_us
        self.tracks: list[Track] = []
        self.fragments: list[Fragment] = []
        self.head = b""  # ftyp and moov, as they lie
        self.rows: list[Row] = []
        self.shown_us: list[int] = []
        self.order: list[int] = []
        self.ranks: list[int] = []
        self.keys: list[int] = []
        self.reorders = False
        self.cut_off = False
        self._next = 0  # where the next fragment begins
        self._boxes = 0  # that were looked at
        self.zero = 0
        self.read_on()
        if not self.rows:
            raise FilmUnreadable("it holds no whole picture")

    @property
    def name(self) -> str:
        """How the file is called."""
        return Path(self.place).name

    @property
    def grows(self) -> bool:
        """Whether it was still being written when it was last opened."""
        return self.place.endswith(PARTIAL)

    @property
    def first(self) -> int:
        """The rank of the first picture that can be decoded."""
        return self.ranks[self.keys[0]]

    @property
    def end_us(self) -> int:
        """Where its last picture ends."""
        last = self.rows[self.order[-1]]
        return self.shown_us[-1] + last.duration * 1_000_000 // self.video.timescale

    def read_on(self) -> bool:
        """Read what was added to the file since; True if there was something."""
        before = len(self.rows)
        try:
            handle = self._open()
        except OSError as error:
            raise FilmUnreadable(error.strerror or "it cannot be opened") from error
        try:
            self._scan(handle, os.fstat(handle).st_size)
        except OSError:
            self.cut_off = True
        finally:
            os.close(handle)
        if len(self.rows) != before:
            self._sort()
        return len(self.rows) != before

    def rank_at(self, at_us: int) -> int:
        """The picture that is shown at ``at_us``: the last one that is not later.

        What is shown before the first key frame (open GOP) refers to the file before; the key frame
        stands in for it.
        """
        return max(self.first, bisect_right(self.shown_us, at_us) - 1)

    def key_for(self, rank: int) -> int:
        """The key frame (a decode number) from which on the picture ``rank`` can be decoded."""
        place = bisect_right(self.keys, self.order[rank]) - 1
        # A picture that is shown before its key frame (open GOP) refers to the GOP before.
        while place > 0 and self.ranks[self.keys[place]] > rank:
            place -= 1
        return self.keys[max(0, place)]

    def key_at(self, at_us: int) -> int:
        """The rank of the last key frame that is not later than ``at_us``."""
        return self.ranks[self.key_for(self.rank_at(at_us))]

    def key_after(self, rank: int) -> int | None:
        """The rank of the first key frame that is shown after ``rank``."""
        return next((self.ranks[k] for k in self.keys if self.ranks[k] > rank), None)

    def read(self, decode: int) -> bytes:
        """One picture, undecoded.  Raises FilmUnreadable: the file has gone or was cut."""
        row = self.rows[decode]
        return self.read_bytes(row.offset, row.size)

    def read_bytes(self, offset: int, size: int) -> bytes:
        """A part of the file.  Raises FilmUnreadable."""
        try:
            handle = self._open()
        except OSError as error:
            raise FilmUnreadable("the file has gone") from error
        try:
            data = _read_at(handle, size, offset)
        except OSError as error:
            raise FilmUnreadable("the disk does not read") from error
        finally:
            os.close(handle)
        if len(data) < size:
            raise FilmUnreadable("the file was cut off")
        return data

    @property
    def video(self) -> Track:
        """The pictures' track."""
        return self._video

    @property
    def sound(self) -> Track | None:
        """The track of what was heard, if there is one."""
        return next((track for track in self.tracks if track.handler == b"soun"), None)

    @property
    def codec(self) -> Codec:
        """What the pictures are encoded with."""
        return CODECS[self.video.entry[4:8]][0]

    @property
    def config(self) -> bytes:
        """See ``config_of``."""
        return config_of(self.video)

    @property
    def size(self) -> tuple[int, int]:
        """Width and height, as announced."""
        return size_of(self.video)

    def place_now(self) -> str:
        """Where it lies now: what grew may have been finished.  Raises FilmUnreadable."""
        try:
            os.close(self._open())
        except OSError as error:
            raise FilmUnreadable("the file has gone") from error
        return self.place

    def _open(self) -> int:
        try:
            return os.open(self.place, os.O_RDONLY | _BINARY)
        except FileNotFoundError:
            if not self.grows:
                raise
        # It was finished meanwhile.
        done = self.place.removesuffix(PARTIAL)
        handle = os.open(done, os.O_RDONLY | _BINARY)
        self.place = done
        return handle

    def _scan(self, handle: int, size: int) -> None:
        self.cut_off = False
        try:
            while self._next < size:
                self._count_box()
                peek = _read_at(handle, _PEEK_BYTES, self._next)
                box = boxes.header(peek, 0, size - self._next)
                if box.name == b"moof":
                    self._take(handle, peek, box, size)
                    continue
                if box.name in (b"ftyp", b"moov") and not self.fragments:
                    self._announce(handle, peek, box)
                self._next += box.end
        except BoxBroken:
            self.cut_off = True

    def _count_box(self) -> None:
        self._boxes += 1
        if self._boxes > MAX_BOXES:
            raise BoxBroken("more boxes than a file may hold")

    def _announce(self, handle: int, peek: bytes, box: boxes.Box) -> None:
        if box.end > MAX_MOOV_BYTES:
            raise BoxBroken("a head too large to be one")
        whole = _whole(handle, peek, box, self._next)
        self.head += whole
        if box.name == b"moov":
            self.tracks = boxes.read_tracks(whole)
            video = next((t for t in self.tracks if t.handler == b"vide"), None)
            if video is None or video.entry[4:8] not in CODECS:
                raise FilmUnreadable("neither H.264 nor H.265")
            self._video = video
            _ = self.config, self.size  # that they are there is known from here on

    def _take(self, handle: int, peek: bytes, moof: boxes.Box, size: int) -> None:
        if moof.end > MAX_MOOF_BYTES or not self.tracks:
            raise BoxBroken("a fragment that cannot be")
        whole = _whole(handle, peek, moof, self._next)
        behind = self._next + moof.end
        mdat = boxes.header(_read_at(handle, 16, behind), 0, size - behind)
        if mdat.name != b"mdat":
            raise BoxBroken("a fragment without its bytes")
        fragment = boxes.read_moof(whole, self._next, behind + mdat.end, self.tracks)
        rows = [r for run in fragment.runs if run.track == self._video.number for r in run.rows]
        if len(self.rows) + len(rows) > boxes.MAX_SAMPLES or any(
            row.size > MAX_SAMPLE_BYTES for row in rows
        ):
            raise BoxBroken("more than a file may hold")
        if not self.rows and rows:
            self.zero = min(row.dts + row.shift for row in rows)
        self.rows += rows
        self.fragments.append(fragment)
        self._next = fragment.end

    def _sort(self) -> None:
        scale = self._video.timescale
        times = [
            self.start_us + (row.dts + row.shift - self.zero) * 1_000_000 // scale
            for row in self.rows
        ]
        order = sorted(range(len(times)), key=times.__getitem__)
        ranks = [0] * len(order)
        for rank, decode in enumerate(order):
            ranks[decode] = rank
        self.reorders = any(rank != decode for decode, rank in enumerate(ranks))
        self.order, self.ranks = order, ranks
        self.shown_us = [times[decode] for decode in order]
        self.keys = [n for n, row in enumerate(self.rows) if row.key] or [0]


def config_of(video: Track) -> bytes:
    """The decoder configuration record: parameter sets, and how long the lengths are.

    Raises:
        BoxBroken: there is none.
    """
    entry = video.entry
    name = CODECS[entry[4:8]][1]
    start = boxes.HEADER_BYTES + _PICTURE_FIELDS
    for box in boxes.children(entry, start, len(entry)):
        if box.name == name:
            return entry[box.body : box.end]
    raise BoxBroken("no parameter sets")


def size_of(video: Track) -> tuple[int, int]:
    """Width and height of a track's pictures, as announced."""
    entry = video.entry
    return int.from_bytes(entry[32:34], "big"), int.from_bytes(entry[34:36], "big")


def _whole(handle: int, peek: bytes, box: boxes.Box, at: int) -> bytes:
    if box.end <= len(peek):
        return peek[: box.end]
    whole = _read_at(handle, box.end, at)
    if len(whole) < box.end:
        raise BoxBroken("a box is cut off")
    return whole


def _read_at(handle: int, size: int, offset: int) -> bytes:
    """Up to ``size`` bytes from ``offset`` on; fewer only at the end of the file."""
    os.lseek(handle, offset, os.SEEK_SET)
    parts = []
    while size > 0 and (part := os.read(handle, size)):
        parts.append(part)
        size -= len(part)
    return b"".join(parts)
