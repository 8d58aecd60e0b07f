"""A recorded file that is copied from, and whether all of its bytes are those that were recorded.

They are hashed as they are read for the copy; what the copy does not take is read for that alone.
"""

from __future__ import annotations

import logging
from pathlib import Path

from console.errors import Cancelled
from console.video.film import FilmUnreadable
from console.video.footage import Recorded
from console.video.hashing import CALL_BYTES, Hashing, Pages
from console.video.outgoing import Outgoing
from console.video.unchanged import Changed, claims, judged
from console.workers import Stop

log = logging.getLogger(__name__)

_COPY_BYTES = 1 << 20


class Intake:
    """What the files of one copy have in common: memory, a thread that hashes, those changed."""

    def __init__(self, outgoing: Outgoing, stop: Stop) -> None:
        self.outgoing = outgoing
        self.stop = stop
        self.hashing = Hashing()
        self.pages = Pages(self.hashing, outgoing.hashing)
        self.changed: list[Changed] = []

    def close(self) -> None:
        """Wait for what is on its way, if anything is."""
        self.hashing.close()


class Incoming:
    """One file, read from its beginning to its end.  One thread; ``close`` it."""

    def __init__(self, path: Path, recorded: Recorded | None, intake: Intake) -> None:
        """``recorded`` is what the index says of it, None: nobody asks.  Raises OSError."""
        self._file = path.open("rb", buffering=0)
        self._recorded = recorded if recorded is not None and claims(recorded) else None
        self._intake = intake
        self._at = 0  # everything before it is hashed

    def copy(self, start: int, end: int) -> int:
        """Copy these bytes, which come behind all that was copied; how many they are.

        Raises:
            FilmUnreadable: the file ends before them.
            Cancelled, OSError: not all of them were copied.
        """
        self._pass_over(start)
        self._file.seek(start)
        at = start
        while at < end:
            page = self._read(min(_COPY_BYTES, end - at))
            self._intake.outgoing.put(page)
            if self._recorded is not None:
                self._intake.hashing.take(page)
            at += len(page)
        self._at = end
        return end - start

    def pick(self, start: int, end: int) -> int:
        """The same, of bytes that may lie anywhere behind ``copy``'s; they are hashed later."""
        self._file.seek(start)
        at = start
        while at < end:
            page = self._read(min(_COPY_BYTES, end - at))
            self._intake.outgoing.put(page)
            at += len(page)
        return end - start

    def end(self) -> None:
        """Nothing more is copied: read the rest, and note whether it is what was recorded.

        Raises Cancelled.
        """
        self._pass_over(None)
        if self._recorded is not None:
            found = judged(self._recorded, self._intake.hashing.end())
            if found is not None:
                self._intake.changed.append(found)

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def _pass_over(self, end: int | None) -> None:
        """Hash what is not copied, up to ``end``, None: to the file's end."""
        if self._recorded is None:
            return
        try:
            self._file.seek(self._at)
            while end is None or self._at < end:
                size = _COPY_BYTES if end is None else min(_COPY_BYTES, end - self._at)
                page = self._intake.pages.page(size)
                count = self._fill(page)
                self._intake.hashing.take(page[:count])
                self._at += count
                if count < size:
                    break
        except OSError as error:
            # What is copied was read well, or will be told: of the rest nobody can say anything.
            log.warning("a part of %s that is not copied cannot be read: %s", self._name, error)
            self._recorded = None
            self._intake.hashing.end()

    @property
    def _name(self) -> str:
        return Path(str(self._file.name)).name

    def _read(self, size: int) -> memoryview:
        page = self._intake.pages.page(size)
        if self._fill(page) < size:
            raise FilmUnreadable("the file was cut off")
        return page

    def _fill(self, page: memoryview) -> int:
        """How many bytes came; fewer than there is room for only at the file's end."""
        done = 0
        while done < len(page) and (count := self._file.readinto(page[done : done + CALL_BYTES])):
            if self._intake.stop.is_set():
                raise Cancelled
            done += count
        return done
