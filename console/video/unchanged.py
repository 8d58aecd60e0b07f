"""Whether recorded files are still what the index says that they were: their SHA-256 tells.

A file that was written while it grew, or whose row has no hash, claims nothing, and is taken as it
is.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from concurrent.futures import Future
from contextlib import suppress
from pathlib import Path

from console.video.footage import Footage, Recorded
from console.video.hashing import sha256_of
from console.workers import Lane, Stop, Workers
from db.structs import Frozen, asdict


class Changed(Frozen, kw_only=True):
    """A recorded file that is not what was recorded; instants and hashes are those of its row.

    ``sha256`` is of what was recorded, ``found_sha256`` of what lies there, hex.
    """

    file: str
    start_us: int
    end_us: int
    sha256: str
    found_sha256: str


class FilesChanged(Exception):
    """Some of the files that were read are not what was recorded."""

    def __init__(self, files: Sequence[Changed]) -> None:
        super().__init__(f"{len(files)} files are not what was recorded")
        self.files = tuple(files)


class Check:
    """Looks at files beside whoever reads them at the same time, on a thread of its own."""

    def __init__(self, files: Iterable[Recorded], stop: Stop) -> None:
        self._workers = Workers()
        self._closed = Stop()
        chosen = tuple(files)
        self._found: Future[tuple[Changed, ...]] = self._workers.submit(
            lambda: changed(chosen, stop, self._closed), Lane.LONG
        )

    def end(self) -> None:
        """Wait for it.  Raises FilesChanged, Cancelled."""
        if files := self._found.result():
            raise FilesChanged(files)

    def close(self) -> None:
        """Give it up, if it is not done."""
        self._closed.set()
        self._workers.close()


def changed(files: Iterable[Recorded], *stops: Stop) -> tuple[Changed, ...]:
    """Those of ``files`` that are not what was recorded; all of them are read.

    What cannot be read is not among them: whoever copies it is told.  Raises Cancelled.
    """
    found = []
    for each in files:
        if each.end_us is None or not each.sha256:
            continue
        with suppress(OSError):
            sha256 = sha256_of(Path(each.place), *stops)
            if sha256 != each.sha256:
                found.append(
                    Changed(
                        file=each.name,
                        start_us=each.start_us,
                        end_us=each.end_us,
                        sha256=each.sha256.hex(),
                        found_sha256=sha256.hex(),
                    )
                )
    return tuple(found)


def without(footage: Footage, files: Iterable[Recorded], stop: Stop) -> Footage:
    """``footage`` as though those of ``files`` that were changed had gone.  Raises Cancelled."""
    chosen = tuple(files)
    lost = {each.file for each in changed(chosen, stop)}
    return footage.without(each for each in chosen if each.name in lost)


def as_plain(files: Iterable[Changed]) -> list[dict[str, object]]:
    """As they go into JSON."""
    return [asdict(each) for each in files]


def as_text(files: Iterable[Changed]) -> str:
    """The same, as the result of a job that found nothing else."""
    return json.dumps({"changed": as_plain(files)})
