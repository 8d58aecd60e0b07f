"""How old footage is, though the clock that it was labelled by was set since.

A PC with a flat battery records a night of the year 2000; the moment its clock is put right that
night must not be 26 years old.  So a label goes on with every step ahead that came after it.  A
step back takes nothing off again, for nobody knows which of the two was wrong: instead, labels
count as they are once as much time has passed since that step as the rule asks for.  Footage may so
be kept for longer than its rule says, once, and never for less.
"""

from __future__ import annotations

from collections.abc import Iterable

from console.video.archive_reader import ArchiveReader
from db.structs import Frozen

_EVER = 1 << 62


class _Stretch(Frozen):
    """Between two settings of the clock, in µs: how much its labels were set ahead since.

    ``first_us`` is its first label; ``back_us`` when the clock was set back after it, by our time.
    """

    era: int
    first_us: int
    ahead_us: int
    back_us: int


class Ages:
    """By the steps of the clock that the index knows of."""

    def __init__(self, steps: Iterable[tuple[int, int, int]]) -> None:
        """``steps`` in the order in which they came: see ``Archive.clock_stepped``."""
        self._stretches: list[_Stretch] = []  # the newest first
        ahead_us, back_us = 0, _EVER
        for at_us, step_us, era in reversed(list(steps)):
            first_us = at_us if step_us > 0 else -_EVER
            self._stretches.append(_Stretch(era, first_us, ahead_us, back_us))
            if step_us > 0:
                ahead_us += step_us
            else:
                back_us = min(back_us, at_us + ahead_us)
        self._stretches.append(_Stretch(0, -_EVER, ahead_us, back_us))

    def until(self, era: int, until_us: int) -> int:
        """The label in ``era`` up to which footage is older than ``until_us`` is by our clock."""
        for stretch in self._stretches:
            if stretch.era > era:
                continue
            if stretch.back_us <= until_us:
                return until_us
            label_us = until_us - stretch.ahead_us
            if label_us > stretch.first_us:
                return label_us
        return until_us - self._stretches[-1].ahead_us


def read_ages(reader: ArchiveReader) -> Ages:
    """By the index as it is now.  Raises StoreDamaged, StoreFailed."""
    return Ages(reader.all_clock_steps())
