"""How fast the reference PC would be: this machine may be slower, and is never the same twice.

A list whose time there is known is asked for in turns with what is measured; the two are compared
by the processor time of one thread.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

from console.app import Console

REFERENCE_MS = 28.0
"""What ``fleet.view()``, 1,128 cameras, takes on the reference PC (``db/README.md``)."""
_ROUNDS = 5


@dataclass(frozen=True, slots=True)
class Took:
    """Processor time of a call here, and of the list of all cameras beside it; milliseconds."""

    here_ms: float
    view_ms: float

    @property
    def there_ms(self) -> float:
        """What the call takes on the reference PC."""
        return self.here_ms / self.slower

    @property
    def slower(self) -> float:
        """How many times slower than the reference PC this one is at this moment."""
        return self.view_ms / REFERENCE_MS


def side_by_side(console: Console, call: Callable[[], object]) -> Took:
    """A call and the list of all cameras in turns; medians of ``_ROUNDS``."""
    call()  # the first one compiles its queries
    took, reference = [], []
    for _ in range(_ROUNDS):
        reference.append(_took_ms(console.fleet.view))
        took.append(_took_ms(call))
    return Took(median(took), median(reference))


def slower(console: Console) -> float:
    """See ``Took.slower``."""
    return median(_took_ms(console.fleet.view) for _ in range(2 * _ROUNDS)) / REFERENCE_MS


def _took_ms(call: Callable[[], object]) -> float:
    started_ns = time.thread_time_ns()
    call()
    return (time.thread_time_ns() - started_ns) / 1e6
