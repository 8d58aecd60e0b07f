"""``python -m tests.console.evidence.dying FOLDER``: a package is begun again and again, and each
time the process is killed one step later, until one try comes to its end.

A step is whatever Python asks the system for below the folder: a folder made, a file opened,
renamed or removed, a folder listed.  Python tells of each before it asks.  Each try has a folder
of its own, ``001`` and so on; the last one is the one that came to its end.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from console.evidence import extract
from console.evidence.manifest import Role
from console.evidence.names import LOG
from console.evidence.writing import PackageWriter
from console.seal import StationKey
from console.workers import Stop
from db.structs import replace
from tests.console.evidence.telling import CLIP, HANOI, NAME, entries, manifest

_STEPS = frozenset({"open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.scandir"})


def main(folder: Path) -> None:
    """Try, and be killed, until it is done."""
    key = StationKey.make()
    _make(_made(folder / "warm"), key)  # what is loaded late is loaded now
    step, code = 0, -signal.SIGKILL
    while code == -signal.SIGKILL:
        step += 1
        place = _made(folder / f"{step:03}")
        child = os.fork()
        if child == 0:
            _die_at(step, str(place))
            _make(place, key)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        code = os.waitstatus_to_exitcode(status)
    sys.exit(code)


def _make(place: Path, key: StationKey) -> None:
    """A package of as few files as there can be: each step is a fork."""
    writer = PackageWriter(
        place, NAME, needed_bytes=1, stop=Stop(), progressed=lambda _done, _total: None
    )
    told = replace(manifest(), clips=(), viewing=(), stills=())
    with writer:
        writer.add_bytes(CLIP, b"1", Role.NATIVE)
        writer.add_bytes(LOG, extract.written(entries()), Role.LOG)
        writer.finish(told, key, HANOI)


def _die_at(step: int, below: str) -> None:
    seen = 0

    def hear(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal seen
        if event in _STEPS and str(arguments[0]).startswith(below):
            seen += 1
            if seen == step:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hear)


def _made(folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    return folder


if __name__ == "__main__":
    main(Path(sys.argv[1]))
