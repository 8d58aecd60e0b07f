"""Single pictures of what is wanted: to draw masks on, and to choose stills by."""

from __future__ import annotations

import errno
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from console.errors import DiskFull, EngineLost, StoreFailed
from console.evidence.lines import Part, role_of
from console.evidence.request_door import RequestDoor
from console.footage import Footage
from console.scratch import scratch
from console.video.footage_ports import FootageEngine
from console.workers import Stop
from db.evidence_records import Wanted
from db.records import Span, from_us, to_us
from db.structs import Frozen, replace

_SECOND = timedelta(seconds=1)
_SECOND_US = 1_000_000


class Peek(Frozen, kw_only=True):
    """A picture at full size: ``picture`` is a whole JPEG, ``shown_us`` its own instant."""

    picture: bytes
    width: int
    height: int
    shown_us: int


class Peeks:
    """Shows pictures to whoever may export what they are of.  Safe from any thread.

    What was looked at is in the log as what is watched in review: a minute later at the latest
    while more is looked at, and at ``written``.
    """

    def __init__(
        self, data_dir: Path, door: RequestDoor, footage: Footage, engine: FootageEngine | None
    ) -> None:
        """``engine`` None: there is none, and no picture."""
        self._data_dir = data_dir
        self._door = door
        self._footage = footage
        self._engine = engine

    def picture(self, wanted: Wanted, at_us: int, *, stop: Stop) -> Peek:
        """The picture of a camera that was shown at an instant inside of ``wanted``.

        ``wanted`` is the whole line: the picture is of the stream that copies of it are made of.
        Blocks for some 100 ms, and writes a file meanwhile: not for the GUI thread.

        Raises:
            NotAllowed: whoever sits here may not export that camera, or footage so old.
            FootageMissing: nothing was recorded then; ``next_from`` says where there is some.
            DiskFull, StoreFailed, EngineLost, Cancelled: there is no picture.
            ValueError: the instant is not wanted.
        """
        if not to_us(wanted.span.start) <= at_us < to_us(wanted.span.end):
            raise ValueError("only what is wanted is shown")
        at = from_us(at_us)
        self._door.allow([replace(wanted, span=Span(at, at + _SECOND))])
        if self._engine is None:
            raise EngineLost
        role = role_of(self._footage, wanted)
        with _told_as_ours(), scratch(self._data_dir) as folder:
            path = folder / "peek.jpg"
            told = json.loads(
                self._engine.snapshot(wanted.camera_id, at, path, stop=stop, role=role)
            )
            shown = from_us(told["shown_us"])
            self._footage.note_watched([wanted.camera_id], Span(shown, shown + _SECOND))
            return Peek(
                picture=path.read_bytes(),
                width=told["width"],
                height=told["height"],
                shown_us=told["shown_us"],
            )

    def next_from(self, lines: Sequence[Wanted], at_us: int) -> int | None:
        """Where in what is wanted of a camera there is footage next, when ``at_us`` has none.

        The first such instant behind it, else the last one before it; None: there is none.

        Raises:
            NotAllowed, StoreProblem.
        """
        self._door.allow(lines)
        parts = [part for line in lines for part in self._parts(line)]
        is_known = any(start_us <= at_us < end_us for start_us, end_us in parts)
        # The index may have it, and no picture could be made of it.
        behind_us = at_us + _SECOND_US if is_known else at_us
        ahead = [max(start_us, behind_us) for start_us, end_us in parts if end_us > behind_us]
        before = [min(end_us, at_us) - 1 for start_us, end_us in parts if start_us < at_us]
        return min(ahead, default=max(before, default=None))

    def _parts(self, line: Wanted) -> Iterator[Part]:
        """Footage of a line, of the stream that copies are made of."""
        role = role_of(self._footage, line)
        start_us, end_us = to_us(line.span.start), to_us(line.span.end)
        for run in self._footage.runs([line.camera_id], line.span):
            part = max(run.start_us, start_us), min(run.end_us, end_us)
            if run.role is role and part[0] < part[1]:
                yield part

    def written(self) -> None:
        """Have it in the log now what was looked at: to be called when nobody looks any more.

        Asks nobody, as ``Footage.write_watched``.  Raises StoreProblem.
        """
        self._footage.write_watched()


@contextmanager
def _told_as_ours() -> Iterator[None]:
    """A disk that does not take the picture is a problem of the world."""
    try:
        yield
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise DiskFull("there is no room for a picture") from error
        raise StoreFailed(f"no picture could be made: {error.strerror}") from error
