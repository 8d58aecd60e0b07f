"""``python -m tests.console.evidence.dying_copy FOLDER True|False``: a package is copied again and
again, as a ZIP or a folder, and each time the process is killed one step later, until one try ends.

A step is what Python asks the system for below the folder, and whatever progress is told.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from console.evidence import copying, zipping
from console.evidence.partial import PartialFile, PartialFolder
from console.evidence.source import source_of
from console.evidence.verifying import verify, verify_place
from console.seal import StationKey
from console.secret import Secret
from console.workers import Stop
from tests.console.call import ignore
from tests.console.evidence import sticks
from tests.console.evidence.telling import NAME, START, UUID

_STEPS = frozenset({"open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.scandir"})
_WORDS = Secret("xedap hoasen")


def main(folder: Path, *, encrypted: bool) -> None:
    """Try, and be killed, until it is done."""
    made = sticks.make(_made(folder / "shelf"), UUID, StationKey.make())
    (folder / "made").write_text(f"{made.sums_sha256} {made.signer_sha256}")
    make(_made(folder / "warm"), encrypted=encrypted)  # what is loaded late is loaded now
    step, code = 0, -signal.SIGKILL
    while code == -signal.SIGKILL:
        step += 1
        place = _made(folder / f"{step:03}")
        child = os.fork()
        if child == 0:
            make(place, encrypted=encrypted, die_at=step)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        code = os.waitstatus_to_exitcode(status)
    sys.exit(code)


def make(place: Path, *, encrypted: bool, die_at: int = 0) -> Path:
    """A copy in ``place`` of the package on the shelf beside it."""
    sums_sha256, signer_sha256 = (place.parent / "made").read_text().split()
    source = source_of(place.parent / "shelf" / NAME, sticks.told(sums_sha256, signer_sha256))
    seen = 0

    def step(*_told: object) -> None:
        nonlocal seen
        seen += 1
        if seen == die_at:
            os.kill(os.getpid(), signal.SIGKILL)

    def hear(event: str, arguments: tuple[object, ...]) -> None:
        if event in _STEPS and str(arguments[0]).startswith(f"{place}/"):
            step()

    if die_at:
        sys.addaudithook(hear)
    if encrypted:
        file = PartialFile(place, sticks.ZIP, needed_bytes=1, stop=Stop(), progressed=step)
        with file:
            copying.fill_zip(file, source, signer_sha256, _WORDS, START, Stop())
            return file.settle()
    folder = PartialFolder(place, NAME, needed_bytes=1, stop=Stop(), progressed=step)
    with folder:
        copying.fill_folder(folder, source, signer_sha256, Stop())
        return folder.settle()


def is_sound(place: Path) -> bool:
    """Whether a copy is as the package was made."""
    if place.is_dir():
        return verify(place, stop=Stop(), progressed=ignore).sound
    with zipping.reading(place, _WORDS) as zip_:
        return verify_place(zip_, "it", stop=Stop(), progressed=ignore).sound


def _made(folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    return folder


if __name__ == "__main__":
    main(Path(sys.argv[1]), encrypted=sys.argv[2] == "True")
