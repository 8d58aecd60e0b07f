"""The search by halves: was it still there?  Pure, and frozen: undoing is going back.

What is halved is footage, not time, so a gap takes no answers.  The last few seconds are not
halved but laid out in a row of pictures: half a day takes twelve answers.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import ceil, log2

ENOUGH_US = 2_000_000
"""So close the moment is found."""
ROW_US = 24_000_000
"""So much footage and less is laid out in a row, a picture each ``ENOUGH_US``."""
_NEAR = 24  # a picture is not asked for within a 24th of what is left beside one that was skipped
_PLACES = (1 / 2, 3 / 8, 5 / 8, 1 / 4, 3 / 4, 1 / 8, 7 / 8)

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Halving:
    """It was there at ``there_us``, and was gone at ``gone_us``.

    ``recorded`` are the stretches of footage in order, half-open.
    """

    there_us: int
    gone_us: int
    recorded: tuple[Stretch, ...]
    skipped: tuple[int, ...] = ()
    answers: int = 0
    before: Halving | None = None

    @classmethod
    def of(cls, start_us: int, end_us: int, recorded: Iterable[Stretch]) -> Halving | None:
        """From the first picture in a span to its last; None with less than two seconds of it."""
        inside = tuple(_clipped(recorded, start_us, end_us))
        if sum(end - start for start, end in inside) <= ENOUGH_US:
            return None
        return cls(inside[0][0], inside[-1][1] - 1, inside)

    @property
    def left_us(self) -> int:
        """How much footage lies between the two."""
        return sum(end - start for start, end in self._between)

    @property
    def asked_us(self) -> int | None:
        """The picture to look at; None when there is none to be asked about."""
        left_us = self.left_us
        if left_us <= ENOUGH_US or self.row:
            return None
        near_us = max(ENOUGH_US // 2, left_us // _NEAR)
        for place in _PLACES:
            us = self._instant(round(left_us * place))
            if all(abs(us - skipped) >= near_us for skipped in self.skipped):
                return us
        return None

    @property
    def row(self) -> tuple[int, ...]:
        """The pictures to choose the first from on which it is gone; empty before the end."""
        left_us = self.left_us
        if not ENOUGH_US < left_us <= ROW_US:
            return ()
        return (
            *(self._instant(us) for us in range(ENOUGH_US, left_us, ENOUGH_US)),
            self.gone_us,
        )

    @property
    def is_over(self) -> bool:
        """Whether nothing is left to ask."""
        return self.asked_us is None and not self.row

    @property
    def is_found(self) -> bool:
        """Whether it is over because the moment was found, or lies in a gap."""
        return self.left_us <= ENOUGH_US

    @property
    def lies_in_gap(self) -> bool:
        """Whether no footage tells of the moment."""
        return self.is_found and self.gone_us - self.there_us > 2 * ENOUGH_US

    @property
    def steps_left(self) -> int:
        """How many answers it takes at most, when none is skipped."""
        left_us = self.left_us
        if left_us <= ENOUGH_US:
            return 0
        return 1 + max(0, ceil(log2(left_us / ROW_US)))

    def answer(self, still_there: bool) -> Halving:
        """What is known after the answer about ``asked_us``."""
        us = self.asked_us
        assert us is not None
        there_us, gone_us = (us, self.gone_us) if still_there else (self.there_us, us)
        return self._known(there_us, gone_us)

    def choose(self, us: int) -> Halving:
        """``us`` is the first in the row on which it is gone."""
        place = bisect_left(self.row, us)
        return self._known(self.row[place - 1] if place else self.there_us, us)

    def skip(self) -> Halving:
        """Nobody can tell by this picture, or there is none: ask about another."""
        us = self.asked_us
        assert us is not None
        return replace(self, skipped=(*self.skipped, us), before=self)

    def undo(self) -> Halving:
        """As it was before the last answer."""
        return self.before or self

    def _known(self, there_us: int, gone_us: int) -> Halving:
        return replace(
            self,
            there_us=there_us,
            gone_us=gone_us,
            skipped=tuple(us for us in self.skipped if there_us < us < gone_us),
            answers=self.answers + 1,
            before=self,
        )

    @property
    def _between(self) -> list[Stretch]:
        return list(_clipped(self.recorded, self.there_us, self.gone_us))

    def _instant(self, into_us: int) -> int:
        """The instant after so much of the footage that lies between."""
        for start, end in self._between:
            if into_us < end - start:
                return start + into_us
            into_us -= end - start
        return self.gone_us


def _clipped(stretches: Iterable[Stretch], start_us: int, end_us: int) -> Iterable[Stretch]:
    for start, end in stretches:
        first, last = max(start, start_us), min(end, end_us)
        if first < last:
            yield first, last
