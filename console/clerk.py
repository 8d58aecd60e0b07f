"""A window's end of long work: each chore has a process of its own, which ends with it.

The line is the child's standard input and output.  What goes over it is pickled: both ends are
this program, and nobody else can write to either pipe.  Closing its input stops the child, so one
whose window was killed stops, too.
"""

from __future__ import annotations

import itertools
import logging
import pickle
import queue
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any, TypeVar

from console.chores import Chore, Progress
from console.errors import Cancelled, WorkLost
from console.platform.children import start_child
from console.workers import Stop, Workers
from db.structs import Frozen

log = logging.getLogger(__name__)

T = TypeVar("T")

COMMAND = "clerk"
_LOOK_S = 0.1
_END_S = 3.0  # a chore looks at its stop several times a second
_numbers = itertools.count(1)


class Wanted(Frozen):
    """To the child: the store's file, and the work."""

    store: Path
    chore: Chore[Any]


class Done(Frozen):
    """From the child: so much of so much."""

    done: int
    total: int


class Result(Frozen):
    """From the child: what came of it."""

    value: Any


class Failed(Frozen):
    """From the child: what was raised; a bug is a RuntimeError with its traceback."""

    error: Exception


class Clerk:
    """Does chores over one store.  Any thread; blocks until the chore has ended."""

    def __init__(self, store: Path, workers: Workers) -> None:
        self._store = store
        self._workers = workers

    def do(self, chore: Chore[T], stop: Stop, progressed: Progress) -> T:
        """See ``console.chores.Doer.do``.  Takes half a second more than the chore."""
        process = start_child([COMMAND], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        assert process.stdin is not None
        assert process.stdout is not None
        told: queue.SimpleQueue[object] = queue.SimpleQueue()
        ours = self._workers.loop(
            f"clerk-{next(_numbers)}", _listener(process.stdout, told.put)
        )  # set when the program closes
        try:
            _send(process.stdin, Wanted(self._store, chore))
            value: T = _answer(told, lambda: stop.is_set() or ours.is_set(), process, progressed)
        finally:
            _end(process)
        return value


def _send(line: IO[bytes], wanted: Wanted) -> None:
    try:
        pickle.dump(wanted, line)
        line.flush()
    except OSError as error:
        log.warning("the clerk does not listen: %s", error)  # how it ended is heard below


def _listener(line: IO[bytes], tell: Callable[[object], None]) -> Callable[[Stop], None]:
    def listen(_: Stop) -> None:
        with line:
            try:
                while True:
                    tell(pickle.load(line))
            except (
                EOFError,
                OSError,
                pickle.UnpicklingError,
            ):  # killed, it may break off in a word
                tell(None)

    return listen


def _answer(
    told: queue.SimpleQueue[object],
    stopped: Callable[[], bool],
    process: subprocess.Popen[bytes],
    progressed: Progress,
) -> Any:
    """What came of the chore; a child that does not heed its stop is not waited for."""
    patience_s: float | None = None
    while patience_s is None or patience_s > 0:
        if patience_s is None and stopped():
            _hang_up(process)
            patience_s = _END_S
        try:
            said = told.get(timeout=_LOOK_S)
        except queue.Empty:
            patience_s = None if patience_s is None else patience_s - _LOOK_S
            continue
        match said:
            case Done():
                progressed(said.done, said.total)
            case Result():
                return said.value
            case Failed():
                raise said.error
            case _ if patience_s is None:
                _end(process)
                raise WorkLost(process.returncode)
            case _:
                break
    raise Cancelled


def _hang_up(process: subprocess.Popen[bytes]) -> None:
    try:
        if process.stdin is not None:
            process.stdin.close()
    except OSError:
        pass  # it has hung up already


def _end(process: subprocess.Popen[bytes]) -> None:
    _hang_up(process)
    try:
        process.wait(_END_S)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
