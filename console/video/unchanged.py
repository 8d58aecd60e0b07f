"""Whether recorded files are still what the index says that they were: their SHA-256 tells.

A file that was written while it grew, or whose row has no hash, claims nothing, and is taken as it
is.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from contextlib import suppress

from console.video.footage import Footage, Recorded
from console.video.hashing import sha256_of
from console.workers import Stop
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


def changed(files: Iterable[Recorded], *stops: Stop) -> tuple[Changed, ...]:
    """Those of ``files`` that are not what was recorded; all of them are read.

    What cannot be read is not among them: whoever copies it is told.  Raises Cancelled.
    """
    found = []
    for each in files:
        if claims(each):
            with suppress(OSError):
                found.append(judged(each, sha256_of(each.path, *stops)))
    return tuple(each for each in found if each is not None)


def claims(file: Recorded) -> bool:
    """Whether the index says of a file what it was."""
    return file.end_us is not None and bool(file.sha256)


def judged(file: Recorded, sha256: bytes) -> Changed | None:
    """What is to be told of a file that claims something and has this SHA-256 now, if anything."""
    if file.end_us is None or sha256 == file.sha256:
        return None
    return Changed(
        file=file.path.name,
        start_us=file.start_us,
        end_us=file.end_us,
        sha256=file.sha256.hex(),
        found_sha256=sha256.hex(),
    )


def without(footage: Footage, files: Iterable[Recorded], stop: Stop) -> Footage:
    """``footage`` as though those of ``files`` that were changed had gone.  Raises Cancelled."""
    chosen = tuple(files)
    lost = {each.file for each in changed(chosen, stop)}
    return footage.without(each for each in chosen if each.path.name in lost)


def as_plain(files: Iterable[Changed]) -> list[dict[str, object]]:
    """As they go into JSON."""
    return [asdict(each) for each in files]


def as_text(files: Iterable[Changed]) -> str:
    """The same, as the result of a job that found nothing else."""
    return json.dumps({"changed": as_plain(files)})
