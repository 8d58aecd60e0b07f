"""Masks as officers draw them, as the engine is told them."""

from __future__ import annotations

from collections.abc import Iterable

from console.video.evidence_orders import Mask, MaskAt
from db.evidence_records import MaskKey, MaskWanted
from db.records import CameraId

WHOLE = 10_000
"""The picture's width and height, in the numbers of a ``MaskKey``."""


def orders_of(masks: Iterable[MaskWanted], camera_id: CameraId) -> tuple[Mask, ...]:
    """Those of ``masks`` that are of a camera, for ``FootageEngine.view``, in their order."""
    return tuple(order_of(mask) for mask in masks if mask.camera_id == camera_id)


def order_of(mask: MaskWanted) -> Mask:
    """One mask, for the engine."""
    return Mask(tuple(map(_at, mask.keys)), start_us=mask.start_us, end_us=mask.end_us)


def _at(key: MaskKey) -> MaskAt:
    return MaskAt(key.at_us, tuple(number / WHOLE for number in key.shape))
