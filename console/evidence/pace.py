"""How far a package is, in honest shares of all its work, and what it will take from now on.

Work of each kind is weighed by how fast a modest PC does it; what is left is told by how fast this
one did it just now, or with the package before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from enum import StrEnum
from types import MappingProxyType

from console.clock import Clock
from console.errors import Cancelled, Gone, StoreProblem
from console.events import ExportMoved, MakingStep, Post
from console.workers import Stop
from db.evidence_records import PackageId
from db.structs import Frozen

_TELL_EVERY_S = 0.25
_ASK_EVERY_S = 1.0
_LOOK_S = 0.2
_MEASURED_S = 1.0  # so much work tells a pace
_WHOLE_MS = 1000


class Work(StrEnum):
    """A kind of work, and what is counted of it."""

    COPY = "copy"  # bytes of native copies, once written and once read again by the engine
    VIEW = "view"  # milliseconds of footage in viewing copies
    STILL = "still"
    PAPERS = "papers"
    READ = "read"  # bytes that are read back here, which are those of viewing copies


MODEST: Mapping[Work, float] = MappingProxyType(
    {Work.COPY: 120e6, Work.VIEW: 1000.0, Work.STILL: 3.0, Work.PAPERS: 0.3, Work.READ: 250e6}
)
"""What a modest PC does in a second."""
_STEPS: Mapping[Work, MakingStep] = MappingProxyType(
    {
        Work.COPY: MakingStep.COPYING,
        Work.VIEW: MakingStep.VIEWING,
        Work.STILL: MakingStep.STILLS,
        Work.PAPERS: MakingStep.PAPERS,
        Work.READ: MakingStep.CHECKING,
    }
)


class Pace(Frozen):
    """What this PC did in a second, as it was measured last; None: never.

    ``bytes_s`` are bytes of native copies, each once written and once read; ``view_s`` is seconds
    of footage in viewing copies.
    """

    bytes_s: float | None = None
    view_s: float | None = None


class Progress:
    """Of one package.  One thread."""

    def __init__(
        self, package_id: PackageId, clock: Clock, post: Post, measured: dict[Work, float]
    ) -> None:
        """``measured`` is what is known of this PC's pace, and is kept up to date."""
        self._package_id = package_id
        self._clock = clock
        self._post = post
        self._measured = measured
        self._expected: dict[Work, float] = {}
        self._done: dict[Work, float] = {}
        self._took_s: dict[Work, float] = {}
        self._step = MakingStep.LOOKING
        self._told_s = float("-inf")
        self._furthest = 0

    def expect(self, work: Work, amount: float) -> None:
        """So much of a kind is to be done, in all."""
        self._expected[work] = amount

    @contextmanager
    def doing(self, work: Work) -> Iterator[Callable[[float], None]]:
        """Work of a kind is done; call what you are given with how much is done of all of it."""
        self._step = _STEPS[work]
        began_s, before_s = self._clock.monotonic_s(), self._took_s.get(work, 0.0)
        before = self._done.get(work, 0.0)

        def reached(amount: float) -> None:
            expected = self._expected.get(work, 0.0)
            self._done[work] = min(expected, max(self._done.get(work, 0.0), amount))
            self._took_s[work] = before_s + self._clock.monotonic_s() - began_s
            self._learn(work, max(amount, before))
            self._tell()

        reached(before)
        yield reached
        reached(self._done.get(work, 0.0))

    def whole(self, work: Work) -> None:
        """A kind is done, even if it was less than expected."""
        self._done[work] = self._expected.get(work, 0.0)
        self._tell()

    def _learn(self, work: Work, amount: float) -> None:
        if self._took_s[work] >= _MEASURED_S and amount > 0:
            self._measured[work] = amount / self._took_s[work]

    def _tell(self) -> None:
        now_s = self._clock.monotonic_s()
        if now_s - self._told_s < _TELL_EVERY_S:
            return
        self._told_s = now_s
        total = sum(amount / MODEST[work] for work, amount in self._expected.items())
        done = sum(amount / MODEST[work] for work, amount in self._done.items())
        self._furthest = max(self._furthest, round(done * _WHOLE_MS))
        self._post(
            ExportMoved(
                package_id=self._package_id,
                step=self._step,
                done=self._furthest,
                total=max(1, self._furthest, round(total * _WHOLE_MS)),
                left_s=self._left_s(total),
            )
        )

    def _left_s(self, total_s: float) -> float | None:
        """None, as long as nobody knows how fast most of what is left will go."""
        left_s = unknown_s = 0.0
        for work, expected in self._expected.items():
            left = expected - self._done.get(work, 0.0)
            pace = self._measured.get(work)
            left_s += left / (pace or MODEST[work])
            unknown_s += 0.0 if pace else left / MODEST[work]
        return None if unknown_s > max(5.0, total_s / 10) else left_s


class PackageStop(Stop):
    """Is set when the program ends, or once a package is not wanted any more.

    It asks the store about once a second, on the thread that makes the package, whenever it is
    itself asked.
    """

    def __init__(self, outer: Stop, clock: Clock, is_wanted: Callable[[], bool]) -> None:
        super().__init__()
        self._outer = outer
        self._clock = clock
        self._is_wanted = is_wanted
        self._ask_at_s = clock.monotonic_s()
        self.unwanted = False

    def is_set(self) -> bool:
        """Whether to give up."""
        if super().is_set() or self._outer.is_set():
            return True
        now_s = self._clock.monotonic_s()
        if now_s >= self._ask_at_s:
            self._ask_at_s = now_s + _ASK_EVERY_S
            if not self._asked():
                self.unwanted = True
                self.set()
        return super().is_set()

    def wait(self, seconds: float) -> bool:
        """Sleep up to ``seconds``; True as soon as to give up."""
        while seconds > 0 and not self.is_set():
            super().wait(min(seconds, _LOOK_S))
            seconds -= _LOOK_S
        return self.is_set()

    def check(self) -> None:
        """Go on, or raise Cancelled."""
        if self.is_set():
            raise Cancelled

    def _asked(self) -> bool:
        try:
            return self._is_wanted()
        except Gone:
            return False
        except StoreProblem:
            return True  # busy for a moment: it is asked again
