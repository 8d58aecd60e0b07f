"""The mark in a volume's root: whose footage lies there.

Another disk that is mounted at the same place has none, or another one, and is never taken for it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from console.durable import write_durably
from db.footage_records import VolumeId

MARK = ".ward-footage"
_LONGEST = 4096  # bytes


@dataclass(frozen=True, slots=True)
class Mark:
    """``station`` is the station's own random word; ``volume_id`` is of its store."""

    station: str
    volume_id: VolumeId


def write_mark(folder: Path, mark: Mark) -> None:
    """Mark ``folder``, in place of an older mark.  Raises OSError."""
    content = {"station": mark.station, "volume": mark.volume_id}
    write_durably(folder / MARK, json.dumps(content).encode())


def read_mark(folder: Path) -> Mark | None:
    """The mark of ``folder``; None where there is none that can be read."""
    try:
        with (folder / MARK).open("rb") as file:
            found = json.loads(file.read(_LONGEST))
        return Mark(str(found["station"]), VolumeId(int(found["volume"])))
    except (OSError, ValueError, KeyError, TypeError):
        return None
