"""Loading modules a little at a time, so that whoever shows pictures meanwhile is not disturbed."""

from __future__ import annotations

import contextlib
import select
import sys
import time
from collections.abc import Iterator, Sequence
from importlib.abc import MetaPathFinder
from types import ModuleType

from typing_extensions import override

from console.workers import Stop

_REST = 5.0  # so many times as long as was worked
_LONGEST_S = 0.5


class _Paced(MetaPathFinder):
    """Finds nothing: it only takes its time before others look for the next module."""

    def __init__(self, *, until_a_word: bool) -> None:
        self._until_a_word = until_a_word
        self._pause = Stop()
        self._spent_s = time.process_time()

    @override
    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> None:
        rest_s = min(_LONGEST_S, _REST * (time.process_time() - self._spent_s))
        if not self._until_a_word or sys.platform == "win32":
            self._pause.wait(rest_s)
        elif select.select([sys.stdin.fileno()], [], [], rest_s)[0]:
            sys.meta_path.remove(self)  # there is no time to rest any more
        self._spent_s = time.process_time()


@contextlib.contextmanager
def gently(*, until_a_word: bool = False) -> Iterator[None]:
    """Load what is imported in the block at a sixth of a processor.

    ``until_a_word``: only until something comes on standard input, or its end (not on Windows).
    """
    finder = _Paced(until_a_word=until_a_word)
    sys.meta_path.insert(0, finder)
    try:
        yield
    finally:
        with contextlib.suppress(ValueError):
            sys.meta_path.remove(finder)
