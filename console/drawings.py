"""What is drawn on a still: figures apart from the picture, which is never altered."""

from __future__ import annotations

import json
from collections.abc import Sequence
from enum import StrEnum

from console.errors import FieldRefused
from db.structs import Frozen

FULL = 10_000  # the whole width or height of the picture
MOST_FIGURES = 40


class FigureKind(StrEnum):
    """What a figure is."""

    BOX = "box"  # around what matters
    ARROW = "arrow"  # from the first point to the second
    MASK = "mask"  # hides what is not to be seen


class Figure(Frozen):
    """A figure between two points, in ten-thousandths of the picture from its upper left corner."""

    kind: FigureKind
    x1: int
    y1: int
    x2: int
    y2: int


def encoded(figures: Sequence[Figure]) -> str:
    """``figures`` as they are kept: JSON, "" for none.

    Raises FieldRefused ("drawing"): too many, beyond the picture, or one without size.
    """
    if len(figures) > MOST_FIGURES:
        raise FieldRefused("drawing", "drawing_too_much")
    for each in figures:
        inside = all(0 <= value <= FULL for value in (each.x1, each.y1, each.x2, each.y2))
        flat = each.x1 == each.x2 and each.y1 == each.y2
        thin = each.kind is not FigureKind.ARROW and (each.x1 == each.x2 or each.y1 == each.y2)
        if not inside or flat or thin:
            raise FieldRefused("drawing", "drawing_beyond")
    told = [[each.kind, each.x1, each.y1, each.x2, each.y2] for each in figures]
    return json.dumps(told, separators=(",", ":")) if told else ""


def figures_of(drawing: str) -> tuple[Figure, ...]:
    """What ``encoded`` made; nothing of what cannot be read, for a store may be of elsewhere."""
    try:
        return tuple(
            Figure(FigureKind(kind), int(x1), int(y1), int(x2), int(y2))
            for kind, x1, y1, x2, y2 in json.loads(drawing or "[]")
        )
    except (TypeError, ValueError):
        return ()
