"""A cut: a span of one camera's footage as one file, copied undecoded, in whole GOPs.

Whole fragments are copied as they lie; of their heads only the sequence number and the decode time
change.  A fragment that the cut begins or ends in is written anew with the samples that belong to
it.  What is missing in between stays missing in the file's time, and is named in the result.
``cut_plan`` says what is taken.
"""

from __future__ import annotations

import errno
import json
import os
import struct
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import IO

from console.errors import Cancelled
from console.video import boxes, cut_boxes, native
from console.video.boxes import BoxBroken, Fragment, Row, Run
from console.video.cut_plan import NothingToCut, Piece, Plan, plan
from console.video.film import FilmUnreadable
from console.video.footage import Footage, Recorded
from console.video.native import Wanted
from console.video.outgoing import Outgoing
from console.video.unchanged import Changed, Check, FilesChanged, as_plain, as_text
from console.video.wire_footage import Cut
from console.workers import Stop
from db.durable import settle

_BUFFER_BYTES = 64 << 10  # what is larger goes out as it is
_TELL_BYTES = 4 << 20
Told = Callable[[int, int], None]


class NothingUnchanged(NothingToCut):
    """All that there is was changed; ``told`` names the files, as ``cut`` would."""

    def __init__(self, told: str) -> None:
        super().__init__("nothing of it is what was recorded")
        self.told = told


class TargetTaken(Exception):
    """Something has the target's name already."""


def cut(footage: Footage, order: Cut, stop: Stop, told: Told) -> str:
    """Make the file of a cut; what it holds, as JSON.

    It may lie on another medium than the footage.  It is on that medium, and whole, before it has
    its name.  If facts are ordered, ``native`` is ``native.Native`` of it, read from there, which
    must be what was written; nothing is taken of a file that is not what was recorded, and
    ``changed`` names those (``unchanged.Changed``).  Of a silent one the sound stays behind, which
    ``sound_left_out`` tells.

    Raises:
        NothingToCut, TargetTaken, Cancelled, FilmUnreadable, OSError: nothing is left of it.
    """
    changed: tuple[Changed, ...] = ()
    while True:
        try:
            chosen = plan(footage, order)
        except NothingToCut as nothing:
            if changed:
                raise NothingUnchanged(as_text(changed)) from nothing
            raise
        files = _files(footage, order, chosen)
        try:
            return _made(files, order, chosen, stop, told, changed)
        except FilesChanged as found:
            changed += found.files
            lost = {each.file for each in found.files}
            footage = footage.without(each for each in files if each.name in lost)


def _files(footage: Footage, order: Cut, chosen: Plan) -> list[Recorded]:
    """What a cut takes from, where its bytes must be what was recorded."""
    if not order.facts:
        return []
    first, last = chosen.pieces[0].film, chosen.pieces[-1].film
    taken = {piece.film.start_us for piece in chosen.pieces}
    found = footage.recorded(order.camera_id, first.start_us, last.end_us)
    return [each for each in found if each.role is order.role and each.start_us in taken]


def _made(
    files: list[Recorded],
    order: Cut,
    chosen: Plan,
    stop: Stop,
    told: Told,
    changed: tuple[Changed, ...],
) -> str:
    """The file of a plan.  Raises FilesChanged, too: nothing is left of it."""
    target = Path(order.target)
    opened, partial = claim(target)
    try:
        # Beside the copying: what the one reads from the disk the other finds in memory.
        with closing(Check(files, stop)) as check:
            with opened as file, closing(Outgoing(file, hashed=order.facts)) as outgoing:
                writer = _Writer(
                    outgoing, chosen, stop, told, halves=1 + order.facts, silent=order.silent
                )
                writer.write()
                sha256 = outgoing.end()
            facts = _facts(partial, order, chosen, stop, writer, sha256) if order.facts else None
            check.end()
        _give_name(partial, target)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise
    return _result(chosen, writer, facts, changed)


def _give_name(partial: Path, target: Path) -> None:
    """The last step.  Raises TargetTaken, OSError: then there is no file of that name of ours."""
    if target.exists():  # since the beginning, somebody made one
        raise TargetTaken
    try:
        settle(partial, target)
    except OSError:
        if not partial.exists():  # it has its name, and perhaps will not keep it
            target.unlink(missing_ok=True)
        raise


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
    return os.fdopen(handle, "wb", buffering=_BUFFER_BYTES), partial


def _facts(
    partial: Path, order: Cut, chosen: Plan, stop: Stop, writer: _Writer, sha256: str
) -> dict[str, object]:
    """What the medium gives back.  Raises OSError: that is not what was written."""
    wanted = Wanted(order.start_us, chosen.pieces[0].start_us, chosen.open_gop)
    found = native.look(partial, wanted, stop, writer.read_again)
    if found.sha256 != sha256:
        raise OSError(errno.EIO, "the medium gave back another copy than was written")
    return found.told()


def _result(
    chosen: Plan,
    writer: _Writer,
    facts: dict[str, object] | None,
    changed: tuple[Changed, ...],
) -> str:
    first, last = chosen.pieces[0], chosen.pieces[-1]
    width, height = first.film.size
    told: dict[str, object] = {
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
        "files": [piece.film.name for piece in chosen.pieces],
        "sound_left_out": bool(writer.left_out),
    }
    if facts is not None:
        told |= {"native": facts, "changed": as_plain(changed)}
    return json.dumps(told)


class _Writer:
    """Copies the pieces behind one head.

    ``halves`` 2: what is written is read again afterwards, and progress goes half the way.
    ``left_out`` are the numbers of tracks that are not copied: of sound, if it is ``silent``.
    """

    def __init__(
        self,
        file: Outgoing,
        chosen: Plan,
        stop: Stop,
        told: Told,
        *,
        halves: int,
        silent: bool,
    ) -> None:
        self._file = file
        self._chosen = chosen
        self._stop = stop
        self._told = told
        self._sequence = 0
        self._reported = 0
        self.written = 0
        tracks = chosen.pieces[0].film.tracks
        self.left_out = frozenset(t.number for t in tracks if silent and t.handler == b"soun")
        self._clocks = {t.number: t.timescale for t in tracks}
        whole = sum(f.end - f.start for piece in chosen.pieces for f in piece.film.fragments)
        self._total = halves * whole
        self._halves = halves

    def write(self) -> None:
        """All of it.  Raises Cancelled, FilmUnreadable, OSError."""
        try:
            self._write()
        except (BoxBroken, struct.error) as error:
            raise FilmUnreadable("its boxes lie") from error

    def read_again(self, done: int) -> None:
        """So many bytes were read again."""
        self._told(self.written + done, 2 * self.written)

    def _write(self) -> None:
        first, late = self._chosen.pieces[0], self._chosen.late
        self._put(cut_boxes.head(first.film.head, first.film.video.number, late, self.left_out))
        zero_us = first.start_us
        for piece in self._chosen.pieces:
            film = piece.film
            # What a sample's time in its file becomes in ours, for each track.
            shifts = {
                number: (film.start_us - zero_us) * scale // 1_000_000
                for number, scale in self._clocks.items()
            }
            # Reordered pictures are stored late; the edit list in the head takes that back.
            shifts[film.video.number] += late - film.zero
            self._copy(piece, shifts)
        if self._halves == 1:
            self._told(self._total, self._total)

    def _copy(self, piece: Piece, shifts: dict[int, int]) -> None:
        film, number = piece.film, piece.film.video.number
        begun = 0
        with Path(film.place_now()).open("rb") as source:
            for fragment in film.fragments:
                if self._stop.is_set():
                    raise Cancelled
                count = sum(len(run.rows) for run in fragment.runs if run.track == number)
                first, last = max(0, piece.first - begun), min(count, piece.last - begun)
                begun += count
                whole = 0 == first < last == count and self._takes_all(fragment)
                if whole and not _begins_early(fragment, shifts):
                    self._copy_whole(source, fragment, shifts)
                else:
                    # Sound often lies in another fragment than the pictures that it belongs to.
                    self._copy_part(source, fragment, piece, (first, max(first, last)), shifts)
                if self.written - self._reported >= _TELL_BYTES:
                    self._reported = self.written
                    self._told(self.written, self._total)

    def _takes_all(self, fragment: Fragment) -> bool:
        return all(run.track not in self.left_out for run in fragment.runs)

    def _copy_whole(self, source: IO[bytes], fragment: Fragment, shifts: dict[int, int]) -> None:
        moof = bytearray(fragment.moof)
        self._sequence += 1
        if fragment.sequence:  # one without is broken, and played all the same
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
        """A fragment of which only some samples belong to the cut, or none."""
        film = piece.film
        parts: list[tuple[Run, list[Row]]] = []
        for run in fragment.runs:
            if run.track in self.left_out:
                continue
            if run.track == film.video.number:
                rows = run.rows[pictures[0] : pictures[1]]
            else:
                rows = _heard_with(run, piece, self._clocks[run.track])
            if rows:
                parts.append((run, rows))
        if not parts:
            return
        self._sequence += 1
        self._put(cut_boxes.moof(self._sequence, parts, shifts))
        size = sum(row.size for _, rows in parts for row in rows)
        self._put(struct.pack(">I4s", boxes.HEADER_BYTES + size, b"mdat"))
        for _, rows in parts:
            for row in rows:
                self._put_from(source, row.offset, row.offset + row.size)

    def _put(self, data: bytes | bytearray) -> None:
        self._file.put(data)
        self.written += len(data)

    def _put_from(self, source: IO[bytes], start: int, end: int) -> None:
        source.seek(start)
        while start < end:
            count = self._file.copy(source, end - start)
            if not count:
                raise FilmUnreadable("the file was cut off")
            self.written += count
            start += count


def _begins_early(fragment: Fragment, shifts: dict[int, int]) -> bool:
    """Whether something in a fragment is of before the cut: sound that came before its picture."""
    return any(run.rows and run.rows[0].dts + shifts[run.track] < 0 for run in fragment.runs)


def _heard_with(run: Run, piece: Piece, scale: int) -> list[Row]:
    """The samples of another track that belong to the pictures of ``piece``."""
    film = piece.film
    first = (piece.start_us - film.start_us) * scale // 1_000_000
    last = (piece.end_us - film.start_us) * scale // 1_000_000
    return [row for row in run.rows if first <= row.dts < last]
