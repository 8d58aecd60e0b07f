"""The process of one chore: reads what is wanted, does it, says how far it is and what came of it.

It is a clerk of its window's: it reads the station's file, goes behind the wall, and ends when the
window closes the line.
"""

from __future__ import annotations

import os
import pickle
import sys
import traceback
from typing import BinaryIO

from console.clerk import Done, Failed, Result, Wanted
from console.errors import Cancelled, Problem
from console.workers import Stop, Workers
from db.store import Store

_STDIN = 0


def main() -> int:
    """Do the one chore that comes on standard input."""
    line = _take_output()
    wanted = pickle.load(sys.stdin.buffer)
    assert isinstance(wanted, Wanted)
    stop = Stop()
    threads = Workers()
    threads.loop("line", lambda _: _await_end(stop))
    answer = _done(wanted, stop, line)
    try:
        _say(line, answer)
    except BrokenPipeError:
        return 1  # the window is gone
    return 0


def _take_output() -> BinaryIO:
    """The line to the window; whatever a library prints goes where errors go."""
    line = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return line


def _await_end(stop: Stop) -> None:
    # Not through ``sys.stdin``: whoever waits there when the process ends would break its end.
    while os.read(_STDIN, 1):
        pass
    stop.set()


def _done(wanted: Wanted, stop: Stop, line: BinaryIO) -> Result | Failed:
    def progressed(done: int, total: int) -> None:
        _say(line, Done(done, total))

    try:
        store = Store(wanted.store, committed=lambda _: None)
        try:
            return Result(wanted.chore.do(store, stop, progressed))
        finally:
            store.close()
    except (Problem, Cancelled, OSError) as error:
        return Failed(error)
    except Exception:  # a bug is raised anew in the window, where the crash notice is waiting
        return Failed(RuntimeError(f"in the clerk's process:\n{traceback.format_exc()}"))


def _say(line: BinaryIO, word: Done | Result | Failed) -> None:
    pickle.dump(word, line)
    line.flush()
