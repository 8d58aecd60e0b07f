"""How long a call would take on the reference PC (``console.bench.yardstick``).

This machine may be slower, and is never the same twice.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from statistics import median

from console.bench.yardstick import THERE_MS, Yardstick, took_ms
from tests.proof.proof import Disproved

_ROUNDS = 7


@dataclass(frozen=True, slots=True)
class Took:
    """Processor time of a call here, and of the yardstick beside it; milliseconds."""

    here_ms: float
    yardstick_ms: float

    @property
    def there_ms(self) -> float:
        """What the call takes on the reference PC."""
        return self.here_ms / self.slower

    @property
    def slower(self) -> float:
        """How many times slower than the reference PC this one is at this moment."""
        return self.yardstick_ms / THERE_MS


def side_by_side(call: Callable[[], object]) -> Took:
    """A call and the yardstick in turns; medians."""
    call()  # the first one compiles its queries
    return beside(lambda: took_ms(call))


def beside(measure: Callable[[], float]) -> Took:
    """What ``measure`` tells in milliseconds, with the yardstick in turns; medians."""
    here, yardsticks = [], []
    with Yardstick() as yardstick:
        yardstick.once()
        for _ in range(_ROUNDS):
            yardsticks.append(yardstick.took_ms())
            here.append(measure())
    return Took(median(here), median(yardsticks))


def judged(
    answered: Mapping[str, Took],
    painted: Mapping[str, Took],
    *,
    answered_ms: float,
    painted_ms: float,
) -> str:
    """Print how long everything took, here and there; a line that sums it up.

    Raises:
        Disproved: something took longer here than it may.  What it would take on the reference PC
            stands beside it, and excuses nothing.
    """
    slow = []
    for all_took, most_ms in ((answered, answered_ms), (painted, painted_ms)):
        for name, took in all_took.items():
            is_slow = took.here_ms > most_ms
            print(told(name, took, is_slow=is_slow), flush=True)
            slow += [name] if is_slow else []
    line = (
        f"answered in {_most(answered)}, painted in {_most(painted)} at most;"
        f" this PC is {median(took.slower for took in answered.values()):.1f} times slower"
    )
    if slow:
        raise Disproved(f"{line}; too slow: {', '.join(slow)}")
    return line


def told(name: str, took: Took, *, is_slow: bool) -> str:
    """A line about a call."""
    mark = "  SLOW" if is_slow else ""
    return f"{name:<48} {took.here_ms:7.1f} ms here, {took.there_ms:6.1f} there{mark}"


def _most(all_took: Mapping[str, Took]) -> str:
    here, there = (max(getattr(t, n) for t in all_took.values()) for n in ("here_ms", "there_ms"))
    return f"{here:.0f} ms here and {there:.0f} on the reference PC"
