"""The media of this PC: sticks, cards and disks, what they are called, and their serial numbers.

A stick is hostile: what it calls itself is cleaned, no file of it is opened, and the one question
that it must answer, how much is free, is given up after three seconds.  The Windows half was
written from Microsoft's documentation and has never been run.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from console.platform import media_linux, media_windows
from console.platform.media_names import Found
from console.workers import answers

PATIENCE_S = 3.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Medium:
    """Something that files can be put on; ``folder`` is where it shows them.

    ``name`` and ``serial`` are what the device tells, cleaned, "" where it tells nothing.  Bytes
    are those of the part that ``folder`` shows; ``free_bytes`` is 0, too, where it does not answer.
    """

    folder: Path
    name: str
    serial: str
    size_bytes: int
    free_bytes: int
    file_system: str


def removable(root: Path = Path("/")) -> list[Medium]:
    """What can be carried away: sticks, cards, USB disks; not the disk that the system is on.

    Takes at most three seconds, also when a stick hangs: not for the GUI thread.  ``root`` is
    another system's in tests.
    """
    if sys.platform == "win32":
        return _answered(media_windows.removable())
    return _answered(media_linux.removable(root))


def medium_of(folder: Path, root: Path = Path("/")) -> Medium | None:
    """What ``folder``, which need not be there yet, lies on, fixed disks as well; None: unknown.

    Takes at most six seconds: see ``removable``.
    """
    path = os.path.abspath(folder)  # noqa: PTH100 -- no question to the medium, as resolve() has
    path = answers({f"where-{path}": lambda: os.path.realpath(path)}, PATIENCE_S).get(
        f"where-{path}", path
    )
    if sys.platform == "win32":
        found = media_windows.medium_of(path)
    else:
        found = media_linux.medium_of(path, root)
    return _answered([found])[0] if found is not None else None


def serial_of(folder: Path) -> str | None:
    """The serial of what ``folder`` lies on, "" where it has none; None: nobody knows.

    Takes at most six seconds.
    """
    medium = medium_of(folder)
    return None if medium is None else medium.serial


def let_go(folder: Path, root: Path = Path("/")) -> bool:
    """Have all of a removable medium written, and unmount it; False: the officer must do that.

    Takes as long as the medium takes to write what it was given, a minute at most.
    """
    path = os.path.abspath(folder)  # noqa: PTH100 -- see medium_of
    if sys.platform == "win32":
        return media_windows.let_go(path)
    return media_linux.let_go(path, root)


def _answered(found: list[Found]) -> list[Medium]:
    """Ask each how much is free, all at once."""
    free = answers({f"free-{each.folder}": each.free_bytes for each in found}, PATIENCE_S)
    return [
        Medium(
            folder=Path(each.folder),
            name=each.name,
            serial=each.serial,
            size_bytes=each.size_bytes or free.get(f"free-{each.folder}", (0, 0))[1],
            free_bytes=free.get(f"free-{each.folder}", (0, 0))[0],
            file_system=each.file_system,
        )
        for each in found
    ]
