"""What is ordered for a package of evidence beside a cut: masks, words of the strip, a cut's file.

All of it comes over the line from another process: ``check`` says what is too much or makes no
sense before anything is painted.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from db.records import StreamRole
from db.structs import Frozen

MAX_SPAN_US = 24 * 3_600_000_000
MAX_MASKS = 64
MAX_KEYS = 5_000  # of a mask: one for each picture of three minutes, made by hand
MAX_NUMBERS = 40_000  # of all shapes together
MAX_WORDS = 500  # characters of a name; a strip shows a hundred or so
_RECTANGLE = 4
_TRIANGLE = 6
_MOST_CORNERS = 2 * 64
_FARTHEST_MIN = 14 * 60  # no place on earth is farther from UTC


class OrderBroken(ValueError):
    """An order that cannot be followed; the text says why."""


class MaskAt(Frozen):
    """Where a mask is at an instant.

    ``shape`` is in shares of the picture, 0 to 1, from its upper left corner: left, top, right and
    bottom of a rectangle, or x and y of each corner of a polygon.
    """

    at_us: int
    shape: tuple[float, ...]


class Mask(Frozen):
    """A part of the picture that nobody may see.

    It goes straight from each key to the next; before the first and behind the last it stands.
    With one key it never moves.  It holds from ``start_us`` up to (not with) ``end_us``; None is
    the copy's own beginning or end.
    """

    keys: tuple[MaskAt, ...]
    start_us: int | None = None
    end_us: int | None = None


def shape_at(mask: Mask, at_us: int) -> tuple[float, ...] | None:
    """What ``mask``, which was checked, hides at an instant; None where it does not hold."""
    if mask.start_us is not None and at_us < mask.start_us:
        return None
    if mask.end_us is not None and at_us >= mask.end_us:
        return None
    keys = mask.keys
    behind = bisect_right(keys, at_us, key=lambda key: key.at_us)
    if behind in (0, len(keys)):
        return keys[min(behind, len(keys) - 1)].shape
    before, after = keys[behind - 1], keys[behind]
    share = (at_us - before.at_us) / (after.at_us - before.at_us)
    return tuple(a + (b - a) * share for a, b in zip(before.shape, after.shape, strict=True))


class StripWords(Frozen):
    """What stands below the picture besides the time.

    People typed ``camera`` and ``case``: they may be of any length and hold any sign.  Local time
    is ``offset_min`` minutes ahead of UTC.
    """

    camera: str
    case: str
    offset_min: int


class CutFile(Frozen):
    """A file that ``Cut`` made of a stream, and the instant of its first picture."""

    path: str
    role: StreamRole
    start_us: int


def check(span_us: tuple[int, int], words: StripWords, masks: Sequence[Mask]) -> None:
    """See that a viewing copy can be made as it is ordered.

    Raises:
        OrderBroken: it cannot; nothing is cut down to what would fit.
    """
    start_us, end_us = span_us
    if not 0 < end_us - start_us <= MAX_SPAN_US:
        raise OrderBroken("it is empty, or longer than a day")
    if max(len(words.camera), len(words.case)) > MAX_WORDS:
        raise OrderBroken("a name is too long")
    if abs(words.offset_min) > _FARTHEST_MIN:
        raise OrderBroken("no place has that local time")
    if len(masks) > MAX_MASKS:
        raise OrderBroken("too many masks")
    if sum(len(key.shape) for mask in masks for key in mask.keys) > MAX_NUMBERS:
        raise OrderBroken("masks of too many corners")
    for mask in masks:
        _check(mask)


def _check(mask: Mask) -> None:
    if not 0 < len(mask.keys) <= MAX_KEYS:
        raise OrderBroken("a mask that is nowhere, or moves too often")
    if any(before.at_us >= after.at_us for before, after in pairwise(mask.keys)):
        raise OrderBroken("a mask that is at two places at once, or goes back in time")
    if None not in (mask.start_us, mask.end_us) and not (mask.start_us or 0) < (mask.end_us or 0):
        raise OrderBroken("a mask that ends before it begins")
    numbers = len(mask.keys[0].shape)
    if numbers % 2 or not (numbers == _RECTANGLE or _TRIANGLE <= numbers <= _MOST_CORNERS):
        raise OrderBroken("neither a rectangle nor a polygon")
    for key in mask.keys:
        if len(key.shape) != numbers:
            raise OrderBroken("a mask that changes its corners")
        if not all(0.0 <= share <= 1.0 for share in key.shape):  # NaN is not, either
            raise OrderBroken("a mask beside the picture")
        if numbers == _RECTANGLE:
            left, top, right, bottom = key.shape
            if left > right or top > bottom:
                raise OrderBroken("a rectangle inside out")
