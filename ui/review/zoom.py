"""The part of a picture that is shown: left, top, width, height in 1/10000 of it.  No Qt."""

from __future__ import annotations

from console.video.footage_ports import WHOLE

Zoom = tuple[int, int, int, int]

_ALL = 10_000
_SMALLEST = 1_000  # ten times as large


def magnified(zoom: Zoom, factor: float, x: float, y: float) -> Zoom:
    """``factor`` times as large, about the point at ``x``, ``y``: shares of what is shown."""
    left, top, width, height = zoom
    side = min(_ALL, max(_SMALLEST, round(width / factor)))
    return _inside(round(left + x * (width - side)), round(top + y * (height - side)), side)


def panned(zoom: Zoom, across: float, down: float) -> Zoom:
    """Moved by shares of what is shown."""
    left, top, width, height = zoom
    return _inside(round(left + across * width), round(top + down * height), width)


def times(zoom: Zoom) -> float:
    """How many times as large."""
    return _ALL / zoom[2]


def _inside(left: int, top: int, side: int) -> Zoom:
    if side >= _ALL:
        return WHOLE
    room = _ALL - side
    return min(room, max(0, left)), min(room, max(0, top)), side, side
