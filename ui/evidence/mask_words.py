"""Masks in the officer's words: what each is, when it hides, and what its keys do."""

from __future__ import annotations

from console.evidence.choosing import MOST_MASKS
from db.evidence_records import MaskWanted
from db.records import from_us
from ui.evidence.mask_sketch import MaskSketch
from ui.evidence.shapes import corners_of, is_rectangle
from ui.times import time_words
from ui.words import translate


def mask_words(mask: MaskWanted, number: int) -> str:
    """Lines of the list: "1  Rectangle", and below it how it moves and when it hides."""
    if is_rectangle(mask.keys[0].shape):
        first = translate("masks", "{n}  Rectangle")
    else:
        first = translate("masks", "{n}  Polygon")
    second = translate("masks", "{place} · {time}")
    return "\n".join(
        (
            first.format(n=number),
            second.format(place=_place_words(mask), time=_time_words(mask)),
        )
    )


def state_words(sketch: MaskSketch, *, drawing: bool) -> str:
    """What is chosen and what its keys do, or how to begin; ``drawing``: a polygon is begun."""
    if drawing:
        return translate(
            "masks",
            "Click every corner; Enter or a click on the first one closes it, Esc lets it go.",
        )
    mask = sketch.its
    if mask is None:
        if sketch.is_full:
            return translate("masks", "There are {most} masks: no more fit.").format(
                most=MOST_MASKS
            )
        return translate(
            "masks",
            "Drag on the picture, or Enter puts a mask in the middle. In the viewing copy it is "
            "black; the native copy stays as it is.",
        )
    if sketch.corner is not None:
        return translate(
            "masks", "Corner {n} of {all}: arrows move it, C is the next one, Esc the whole mask."
        ).format(n=sketch.corner + 1, all=len(corners_of(mask.keys[0].shape)))
    if len(mask.keys) > 1:
        return translate(
            "masks",
            "It moves straight from place to place, {count} of them. M makes it stand still here, "
            "Shift+K forgets its place at this time.",
        ).format(count=len(mask.keys))
    return translate(
        "masks",
        "Arrows move it, Shift+arrows size it, C takes its corners. Moved at another time it goes "
        "there meanwhile.",
    )


def _place_words(mask: MaskWanted) -> str:
    if len(mask.keys) == 1:
        return translate("masks", "stands still")
    return translate("masks", "moves, {count} places").format(count=len(mask.keys))


def _time_words(mask: MaskWanted) -> str:
    start = "" if mask.start_us is None else time_words(from_us(mask.start_us))
    end = "" if mask.end_us is None else time_words(from_us(mask.end_us))
    if start and end:
        return translate("masks", "{start} to {end}").format(start=start, end=end)
    if start:
        return translate("masks", "from {start}").format(start=start)
    if end:
        return translate("masks", "to {end}").format(end=end)
    return translate("masks", "all the time")
