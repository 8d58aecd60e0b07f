"""``python -m tests.console.evidence.dying_press FOLDER STRIDE``: a package is made again and
again, each time killed ``STRIDE`` steps later, until one try comes to its end.

As in ``dying`` a step is whatever Python asks the system for below the target, before it asks.  The
station is one and the same; each try is a process of its own that begins as a program does after a
restart.  What each of them finds is printed, a line of JSON each.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from console.workers import Stop
from db.evidence_records import PackageExtras, PackageId, PackageOutcome, StillWanted
from db.records import CameraId
from db.store import Store
from tests import stores
from tests.console.evidence.press import ALL, Press, is_sound
from tests.console.video.footage_made import instant
from tests.fakes import FakeClock
from tests.house.set_up import ROOT

_STEPS = frozenset({"open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.scandir"})
EXTRAS = PackageExtras(stills=(StillWanted(CameraId(1), instant(9)),))


def killed(folder: Path, stride: int) -> int:
    """Run all of this in a process of its own; how many tries were killed.

    Raises AssertionError: one left something that looks finished, or was told wrongly.
    """
    command = [sys.executable, "-m", "tests.console.evidence.dying_press", str(folder), str(stride)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert lines[0] == ["queued", "queued", ""]
    assert lines[-1] == ["made", "made", ""]
    assert {tuple(each) for each in lines[1:-1]} == {("making", "failed", "interrupted")}
    left = sorted((folder / "usb").iterdir())
    named = [each for each in left if not each.name.endswith(".partial")]
    assert [is_sound(each) for each in named] == [True]  # also of steps behind the renaming
    # The next try takes away what the one before left; not what was whole but for its name.
    assert len(left) - len(named) <= 1
    return len(lines) - 2


def main(folder: Path, stride: int) -> None:
    """Try, and be killed, until it is done."""
    step, code = 0, _forked(partial(_begin, folder))
    assert code == 0, code
    code = -signal.SIGKILL
    while code == -signal.SIGKILL:
        step += stride
        code = _forked(partial(_try, folder, step))
    sys.exit(code)


def _forked(work: Callable[[], None]) -> int:
    child = os.fork()
    if child == 0:
        work()
        os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status)


def _begin(folder: Path) -> None:
    """A station with footage and a package that waits."""
    store = Store(stores.new(folder / "station.db"), committed=lambda _: None)
    press = Press(folder, store, FakeClock())
    press.record(0, 40)
    press.keep()
    press.queued(press.line(0, 40), forms=ALL, extras=EXTRAS)
    press.close()
    store.close()


def _try(folder: Path, step: int) -> None:
    """Start anew, tell what was left, queue it again, and make it; be killed at ``step``."""
    store = Store(folder / "station.db", committed=lambda _: None)
    press = Press(folder, store, FakeClock())
    with store.read() as unit:
        before = unit.packages.package(PackageId(1))
    maker = press.maker()
    press.queue.restarted()
    with store.read() as unit:
        after = unit.packages.package(PackageId(1))
    _tell(before.outcome, after.outcome, after.cause)
    if after.outcome is PackageOutcome.FAILED:
        press.queue.retry(after.id)
    _die_at(step, str(press.usb))
    made = maker.make_next(Stop())
    assert made is not None
    _tell(made.outcome, made.outcome, made.cause)
    press.close()
    store.close()


def _tell(*found: str) -> None:
    sys.stdout.write(json.dumps(found) + "\n")
    sys.stdout.flush()


def _die_at(step: int, below: str) -> None:
    seen = 0

    def hear(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal seen
        if event in _STEPS and str(arguments[0]).startswith(below):
            seen += 1
            if seen == step:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hear)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
