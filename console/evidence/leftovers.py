"""What a try that was killed left of a package, so that the next one has the room.

While a package is made its folder holds a file with the package's UUID.  With that there is no
doubt whose the folder is; of what is in it, only files that a package has are removed.  A folder
without it (it was nearly finished, or somebody else's) stays for a human to look at.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from console.evidence import medium
from console.evidence.names import (
    CERTIFICATE,
    COVER,
    COVER_TO_EDIT,
    FOLDERS,
    GUIDE,
    LOG,
    MANIFEST,
    PAGE_CHECKER,
    PARTIAL,
    SCRIPT_CHECKER,
    SIGNATURE,
    STAMP,
    SUMS,
)

OWNER = ".dang-lap"
"""Names the package that a folder is made for; no package that is finished has such a file."""
_MOST_BYTES = 64
_SINGLE = {CERTIFICATE, COVER, COVER_TO_EDIT, GUIDE, LOG, MANIFEST, PAGE_CHECKER, SCRIPT_CHECKER}
_SINGLE |= {SIGNATURE, STAMP, SUMS}
_PICTURES = re.compile(rf"cam-[A-Za-z0-9-]+\.(?:mp4|mov|png)(?:{re.escape(PARTIAL)})?")

log = logging.getLogger(__name__)


def clear(target: Path, uuid: str) -> int:
    """Take away what earlier tries for a package left; how many folders are gone.

    No other try for it may be running.  What the medium refuses is logged, and stays.
    """
    gone = 0
    with suppress(OSError):
        for place in sorted(target.glob(f"*_{uuid[:8]}*{PARTIAL}")):
            if place.is_symlink() or not place.is_dir() or not _is_of(place, uuid):
                continue
            try:
                _clear(place)
                gone += 1
            except OSError as error:
                log.info("something unfinished stays on the medium: %s", error.strerror)
    return gone


def _is_of(place: Path, uuid: str) -> bool:
    try:
        told = medium.small(place / OWNER, _MOST_BYTES)
        if told == uuid.encode():
            return True
        # The try ended while it wrote that: the medium was full, or pulled.
        began = told is not None and uuid.encode().startswith(told)
        return began and [each.name for each in place.iterdir()] == [OWNER]
    except FileNotFoundError:
        return not any(place.iterdir())  # the try ended as soon as it had begun
    except OSError:
        return False


def _clear(place: Path) -> None:
    """Raises OSError: something is left, of others or of ours."""
    for path in _ours(place):
        path.unlink()
    for name in FOLDERS:
        if (place / name).is_dir():
            (place / name).rmdir()
    if any(path.name != OWNER for path in place.iterdir()):
        raise OSError(0, "it holds what no package has")
    (place / OWNER).unlink(missing_ok=True)  # last: a try that ends here is found again
    place.rmdir()


def _ours(place: Path) -> Iterator[Path]:
    for path in sorted(place.iterdir()):
        if path.is_symlink():
            continue
        if path.is_file() and path.name in _SINGLE:
            yield path
        elif path.is_dir() and path.name in FOLDERS:
            for file in sorted(path.iterdir()):
                if not file.is_symlink() and file.is_file() and _PICTURES.fullmatch(file.name):
                    yield file
