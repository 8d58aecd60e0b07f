"""A cut: a span of one camera's footage as one file, copied undecoded, in whole GOPs.

Whole fragments are copied as they lie; of their heads only the sequence number and the decode time
change.  A fragment that the cut begins or ends in is written anew with the samples that belong to
it.  What is missing in between stays missing in the file's time, and is named in the result.
"""

from __future__ import annotations

import json
import os
import struct
from bisect import bisect_right
from collections.abc import Callable
from pathlib import Path
from typing import IO

from console.errors import Cancelled
from console.video import boxes
from console.video.boxes import Fragment, Row, Run
from console.video.film import Film, FilmUnreadable
from console.video.footage import TAIL_US, Footage, Recorded
from console.video.wire_footage import Cut
from console.workers import Stop
from db.durable import settle
from db.structs import Struct, field

_COPY_BYTES = 1 << 20
_TELL_BYTES = 4 << 20
Told = Callable[[int, int], None]


class NothingToCut(Exception):
    """No footage of it is on disk."""


class TargetTaken(Exception):
    """Something has the target's name already."""


class Piece(Struct):
    """What is taken of one film: its pictures from ``first`` up to (not with) ``last``."""

    film: Film
    first: int
    last: int

    @property
    def start_us(self) -> int:
        """When its first picture is shown."""
        return min(self.film.shown_us[self.film.ranks[n]] for n in self._some(self.first))

    @property
    def end_us(self) -> int:
        """When its last picture ends."""
        film = self.film
        if self.last == len(film.rows):
            return film.end_us
        return min(film.shown_us[film.ranks[n]] for n in self._some(self.last))

    def _some(self, first: int) -> range:
        return range(first, min(first + 8, len(self.film.rows)))  # leading pictures, if there are


class Plan(Struct):
    """What a cut consists of, before a byte is copied."""

    pieces: list[Piece] = field(default_factory=list)
    missing: list[tuple[int, int]] = field(default_factory=list)
    changed_us: int | None = None  # another codec, size or parameter set begins here


def plan(footage: Footage, order: Cut) -> Plan:
    """Choose the films and pictures of a cut; heads of files are read.

    Raises:
        NothingToCut: there is none.
        StoreProblem: the index cannot be read.
    """
    made = Plan()
    at_us = order.start_us
    for recorded in _of_role(footage, order):
        film = footage.open(recorded)
        if film is None or film.end_us <= at_us:
            continue
        if made.pieces and not _alike(made.pieces[0].film, film):
            made.changed_us = film.start_us
            break
        first = film.key_for(film.rank_at(max(at_us, film.start_us)))
        beyond = film.rank_at(order.end_us - 1)
        behind = bisect_right(film.keys, film.order[beyond])
        last = film.keys[behind] if behind < len(film.keys) else len(film.rows)
        piece = Piece(film, first, last)
        if piece.start_us > at_us + (TAIL_US if made.pieces else 0):
            made.missing.append((at_us, piece.start_us))
        made.pieces.append(piece)
        at_us = max(at_us, piece.end_us)
    if not made.pieces:
        raise NothingToCut
    end_us = order.end_us if made.changed_us is None else made.changed_us
    if at_us + TAIL_US < end_us:
        made.missing.append((at_us, end_us))
    return made


def cut(footage: Footage, order: Cut, stop: Stop, told: Told) -> str:
    """Make the file of a cut; what it holds, as JSON.

    Raises:
        NothingToCut, TargetTaken, Cancelled, FilmUnreadable, OSError: nothing is left of it.
    """
    target = Path(order.target)
    chosen = plan(footage, order)
    opened, partial = claim(target)
    try:
        with opened as file:
            writer = _Writer(file, chosen, stop, told)
            writer.write()
        settle(partial, target)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise
    return _result(chosen, writer)


def claim(target: Path) -> tuple[IO[bytes], Path]:
    """A new file, and its path, that ``db.durable.settle`` makes ``target`` of.

    Raises:
        TargetTaken: there is such a file, or it is being made.
        OSError: the folder takes none.
    """
    if target.exists():
        raise TargetTaken
    partial = target.with_name(target.name + ".partial")
    how = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    try:
        handle = os.open(partial, how, 0o600)
    except FileExistsError as error:
        raise TargetTaken from error
    return os.fdopen(handle, "wb", buffering=_COPY_BYTES), partial


def _of_role(footage: Footage, order: Cut) -> list[Recorded]:
    found = footage.recorded(order.camera_id, order.start_us - TAIL_US, order.end_us)
    return [each for each in found if each.role is order.role and each.start_us < order.end_us]


def _alike(one: Film, other: Film) -> bool:
    """Whether both fit under one head."""
    kinds = [
        [(track.handler, track.number, track.timescale, track.entry) for track in film.tracks]
        for film in (one, other)
    ]
    return kinds[0] == kinds[1]


def _result(chosen: Plan, writer: _Writer) -> str:
    first, last = chosen.pieces[0], chosen.pieces[-1]
    width, height = first.film.size
    return json.dumps(
        {
            "camera_id": first.film.camera_id,
            "role": first.film.role,
            "start_us": first.start_us,
            "end_us": last.end_us,
            "missing": [list(span) for span in chosen.missing],
            "changed_us": chosen.changed_us,
            "codec": first.film.codec,
            "width": width,
            "height": height,
            "frames": sum(piece.last - piece.first for piece in chosen.pieces),
            "size_bytes": writer.written,
            "files": [piece.film.path.name for piece in chosen.pieces],
        }
    )


class _Writer:
    """Copies the pieces behind one head."""

    def __init__(self, file: IO[bytes], chosen: Plan, stop: Stop, told: Told) -> None:
        self._file = file
        self._chosen = chosen
        self._stop = stop
        self._told = told
        self._sequence = 0
        self._reported = 0
        self.written = 0
        self._clocks = {t.number: t.timescale for t in chosen.pieces[0].film.tracks}
        self._total = sum(f.end - f.start for piece in chosen.pieces for f in piece.film.fragments)

    def write(self) -> None:
        """All of it."""
        self._put(_without_notes(self._chosen.pieces[0].film.head))
        first = self._chosen.pieces[0]
        zero_us = first.start_us
        for piece in self._chosen.pieces:
            film = piece.film
            # What a sample's time in its file becomes in ours, for each track.
            shifts = {
                number: (film.start_us - zero_us) * scale // 1_000_000
                for number, scale in self._clocks.items()
            }
            # Reordered pictures are stored late; an edit list in the head takes that back.
            shifts[film.video.number] += first.film.zero - film.zero
            self._copy(piece, shifts)
        self._told(self._total, self._total)

    def _copy(self, piece: Piece, shifts: dict[int, int]) -> None:
        film, number = piece.film, piece.film.video.number
        begun = 0
        with film.path_now().open("rb") as source:
            for fragment in film.fragments:
                if self._stop.is_set():
                    raise Cancelled
                count = sum(len(run.rows) for run in fragment.runs if run.track == number)
                first, last = max(0, piece.first - begun), min(count, piece.last - begun)
                begun += count
                if last <= 0 or (first >= count and count):
                    continue
                if first == 0 and last == count and count:
                    self._copy_whole(source, fragment, shifts)
                else:
                    self._copy_part(source, fragment, piece, (first, last), shifts)
                if self.written - self._reported >= _TELL_BYTES:
                    self._reported = self.written
                    self._told(self.written, self._total)

    def _copy_whole(self, source: IO[bytes], fragment: Fragment, shifts: dict[int, int]) -> None:
        moof = bytearray(fragment.moof)
        self._sequence += 1
        struct.pack_into(">I", moof, fragment.sequence, self._sequence)
        for run in fragment.runs:
            dts = (boxes.u64 if run.wide else boxes.u32)(fragment.moof, run.clock)
            moved = max(0, dts + shifts[run.track])
            if not run.wide and moved >= 1 << 32:
                raise FilmUnreadable("its clock is too short for so long a cut")
            struct.pack_into(">Q" if run.wide else ">I", moof, run.clock, moved)
        self._put(moof)
        self._put_from(source, fragment.start + len(moof), fragment.end)

    def _copy_part(
        self,
        source: IO[bytes],
        fragment: Fragment,
        piece: Piece,
        pictures: tuple[int, int],
        shifts: dict[int, int],
    ) -> None:
        """A fragment of which only some samples belong to the cut."""
        film = piece.film
        parts: list[tuple[Run, list[Row]]] = []
        for run in fragment.runs:
            if run.track == film.video.number:
                rows = run.rows[pictures[0] : pictures[1]]
            else:
                rows = _heard_with(run, piece, self._clocks[run.track])
            if rows:
                parts.append((run, rows))
        self._sequence += 1
        self._put(_moof(self._sequence, parts, shifts))
        size = sum(row.size for _, rows in parts for row in rows)
        self._put(struct.pack(">I4s", boxes.HEADER_BYTES + size, b"mdat"))
        for _, rows in parts:
            for row in rows:
                self._put_from(source, row.offset, row.offset + row.size)

    def _put(self, data: bytes | bytearray) -> None:
        self._file.write(data)
        self.written += len(data)

    def _put_from(self, source: IO[bytes], start: int, end: int) -> None:
        source.seek(start)
        while start < end:
            part = source.read(min(_COPY_BYTES, end - start))
            if not part:
                raise FilmUnreadable("the file was cut off")
            self._put(part)
            start += len(part)


def _heard_with(run: Run, piece: Piece, scale: int) -> list[Row]:
    """The samples of another track that belong to the pictures of ``piece``."""
    film = piece.film
    first = (piece.start_us - film.start_us) * scale // 1_000_000
    last = (piece.end_us - film.start_us) * scale // 1_000_000
    return [row for row in run.rows if first <= row.dts < last]


def _moof(sequence: int, parts: list[tuple[Run, list[Row]]], shifts: dict[int, int]) -> bytes:
    """The head of a fragment in which every sample says all of itself."""
    size = 8 + 16 + sum(8 + 16 + 20 + 20 + 16 * len(rows) for _, rows in parts)
    offset = size + boxes.HEADER_BYTES
    body = struct.pack(">I4sII", 16, b"mfhd", 0, sequence)
    for run, rows in parts:
        head = struct.pack(">I4sII", 16, b"tfhd", 0x020000, run.track)
        clock = struct.pack(">I4sIQ", 20, b"tfdt", 1 << 24, max(0, rows[0].dts + shifts[run.track]))
        samples = b"".join(
            struct.pack(">IIIi", row.duration, row.size, row.flags, row.shift) for row in rows
        )
        trun = struct.pack(
            ">I4sIII", 20 + len(samples), b"trun", 1 << 24 | 0xF01, len(rows), offset
        )
        offset += sum(row.size for row in rows)
        inner = head + clock + trun + samples
        body += struct.pack(">I4s", 8 + len(inner), b"traf") + inner
    return struct.pack(">I4s", 8 + len(body), b"moof") + body


def _without_notes(head: bytes) -> bytes:
    """``ftyp`` and ``moov`` without our own boxes: they tell of the segment, not of the cut."""
    kept = b""
    for box in boxes.children(head, 0, len(head)):
        if box.name != b"moov":
            kept += head[box.start : box.end]
            continue
        inner = b"".join(
            head[each.start : each.end]
            for each in boxes.children(head, box.body, box.end)
            if each.name != b"uuid"
        )
        kept += struct.pack(">I4s", 8 + len(inner), b"moov") + inner
    return kept
