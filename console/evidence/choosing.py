"""What officers choose of a package beyond what was allowed: stills, masks, words on paper."""

from __future__ import annotations

from enum import StrEnum
from itertools import pairwise

from console.errors import FieldRefused
from console.free_text import clean_line
from db.evidence_records import MaskWanted, PackageExtras

MOST_STILLS, MOST_MASKS, MOST_KEYS = 200, 64, 5_000
MOST_WITNESSES = 4
LONGEST_WORDS = 80
_WHOLE = 10_000
_RECTANGLE, _TRIANGLE, _MOST_NUMBERS = 4, 6, 2 * 64


class ExtrasRule(StrEnum):
    """What a choice broke, as ``FieldRefused.rule`` names it."""

    STILLS = "package_stills"  # more than ``MOST_STILLS``
    MASKS = "package_masks"  # too many, or one that is no area of the picture
    WITNESSES = "package_witnesses"  # fewer than none, or more than ``MOST_WITNESSES``


def checked_extras(extras: PackageExtras) -> PackageExtras:
    """``extras`` as they are kept.  Raises FieldRefused: ``field`` is one of theirs."""
    if len(extras.stills) > MOST_STILLS:
        raise FieldRefused("stills", ExtrasRule.STILLS)
    if len(extras.masks) > MOST_MASKS or not all(map(_is_mask, extras.masks)):
        raise FieldRefused("masks", ExtrasRule.MASKS)
    if not 0 <= extras.witnesses <= MOST_WITNESSES:
        raise FieldRefused("witnesses", ExtrasRule.WITNESSES)
    return PackageExtras(
        stills=tuple(sorted(set(extras.stills))),
        masks=tuple(
            MaskWanted(
                camera_id=mask.camera_id,
                keys=mask.keys,
                start_us=mask.start_us,
                end_us=mask.end_us,
                why=_line("masks", mask.why),
            )
            for mask in extras.masks
        ),
        medium=_line("medium", extras.medium),
        seal_number=_line("seal_number", extras.seal_number),
        witnesses=extras.witnesses,
    )


def _is_mask(mask: MaskWanted) -> bool:
    """Whether the engine would take it (``console.video.evidence_orders.check``)."""
    if not 0 < len(mask.keys) <= MOST_KEYS:
        return False
    if any(before.at_us >= after.at_us for before, after in pairwise(mask.keys)):
        return False
    if None not in (mask.start_us, mask.end_us) and not (mask.start_us or 0) < (mask.end_us or 0):
        return False
    return len({len(key.shape) for key in mask.keys}) == 1 and all(
        _is_shape(key.shape) for key in mask.keys
    )


def _is_shape(shape: tuple[int, ...]) -> bool:
    if not all(0 <= each <= _WHOLE for each in shape):
        return False
    if len(shape) == _RECTANGLE:
        left, top, right, bottom = shape
        return left < right and top < bottom
    return len(shape) % 2 == 0 and _TRIANGLE <= len(shape) <= _MOST_NUMBERS


def _line(field: str, raw: str) -> str:
    return clean_line(field, raw, LONGEST_WORDS, may_be_empty=True)
