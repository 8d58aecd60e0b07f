"""Shapes of masks, in ten-thousandths of the picture, as ``MaskKey`` has them.  No Qt."""

from __future__ import annotations

from collections.abc import Sequence

from console.evidence.masks import WHOLE

Shape = tuple[int, ...]
Point = tuple[int, int]

LEAST = 40  # of width and height: less cannot be taken hold of
MOST_CORNERS = 64
RECTANGLE: Shape = (3_750, 3_750, 6_250, 6_250)
POLYGON: Shape = (
    4_000,
    3_600,
    6_000,
    3_600,
    6_600,
    5_000,
    6_000,
    6_400,
    4_000,
    6_400,
    3_400,
    5_000,
)
_RECTANGLE, _TRIANGLE = 4, 6


def is_rectangle(shape: Sequence[float]) -> bool:
    """Whether it is given by two corners."""
    return len(shape) == _RECTANGLE


def corners_of(shape: Sequence[float]) -> list[tuple[float, float]]:
    """Its corners, round."""
    if is_rectangle(shape):
        left, top, right, bottom = shape
        return [(left, top), (right, top), (right, bottom), (left, bottom)]
    return list(zip(shape[::2], shape[1::2], strict=True))


def bounds_of(shape: Shape) -> tuple[int, int, int, int]:
    """Left, top, right and bottom."""
    return min(shape[::2]), min(shape[1::2]), max(shape[::2]), max(shape[1::2])


def rectangle(one: Point, other: Point) -> Shape | None:
    """The rectangle between two points; None where it is too small."""
    (left, right), (top, bottom) = sorted((one[0], other[0])), sorted((one[1], other[1]))
    return _inside((left, top, right, bottom))


def polygon(points: Sequence[Point]) -> Shape | None:
    """The polygon round these points; None where it is too small, or of too many."""
    if not _TRIANGLE <= 2 * len(points) <= 2 * MOST_CORNERS:
        return None
    return _inside(tuple(number for point in points for number in point))


def moved(shape: Shape, dx: int, dy: int) -> Shape:
    """The shape further on, as far as the picture goes."""
    left, top, right, bottom = bounds_of(shape)
    dx, dy = max(-left, min(WHOLE - right, dx)), max(-top, min(WHOLE - bottom, dy))
    return tuple(number + (dy if place % 2 else dx) for place, number in enumerate(shape))


def sized(shape: Shape, dx: int, dy: int) -> Shape:
    """The shape wider and higher, or less so; its left and upper end stay."""
    left, top, right, bottom = bounds_of(shape)
    wide = max(LEAST, min(WHOLE - left, right - left + dx))
    high = max(LEAST, min(WHOLE - top, bottom - top + dy))
    made = tuple(
        top + round((number - top) * high / (bottom - top))
        if place % 2
        else left + round((number - left) * wide / (right - left))
        for place, number in enumerate(shape)
    )
    return _inside(made) or shape


def with_corner(shape: Shape, corner: int, to: Point) -> Shape:
    """The shape with one corner elsewhere; as it is where it would be too small."""
    if is_rectangle(shape):
        x, y = corners_of(shape)[(corner + 2) % 4]
        return rectangle((int(x), int(y)), to) or shape
    numbers = list(shape)
    numbers[2 * corner : 2 * corner + 2] = to
    return _inside(tuple(numbers)) or shape


def corner_added(shape: Shape, corner: int) -> Shape:
    """A polygon with one corner more, in the middle between ``corner`` and the next one."""
    numbers = list(shape)
    after = (2 * corner + 2) % len(numbers)
    middle = [(numbers[2 * corner + axis] + numbers[after + axis]) // 2 for axis in (0, 1)]
    numbers[2 * corner + 2 : 2 * corner + 2] = middle
    return tuple(numbers)


def corner_removed(shape: Shape, corner: int) -> Shape | None:
    """A polygon without that corner; None where it would be none any more."""
    rest = shape[: 2 * corner] + shape[2 * corner + 2 :]
    return _inside(rest) if len(rest) >= _TRIANGLE else None


def contains(shape: Sequence[float], x: float, y: float) -> bool:
    """Whether a point lies inside."""
    found = False
    corners = corners_of(shape)
    for (x1, y1), (x2, y2) in zip(corners, [*corners[1:], corners[0]], strict=True):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            found = not found
    return found


def _inside(shape: Shape) -> Shape | None:
    """The shape with what lies beside the picture drawn in; None where it is too small."""
    made = tuple(max(0, min(WHOLE, number)) for number in shape)
    left, top, right, bottom = bounds_of(made)
    return made if min(right - left, bottom - top) >= LEAST else None
