"""Where the next segment is written: volumes looked at, and the first of them that has room.

Looking may wait for a disk that wakes up or dies, so it is done on the keeper's thread; choosing
is a pure rule over what was seen last.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from console.video.footage_files import read_marker
from console.video.wire_footage import VolumeOrder
from db.footage_records import GapCause, VolumeId

RETURN_BYTES = 2_000_000_000
"""A volume that was full is written again when so much more than its reserve is free."""


@dataclass(frozen=True, slots=True)
class VolumeState:
    """How a volume was found; ``trouble`` None: it can be written."""

    free_bytes: int
    trouble: GapCause | None


def look_at(order: VolumeOrder) -> VolumeState:
    """Look at a volume.  May wait; does not write."""
    folder = Path(order.path)
    try:
        marker = read_marker(folder)
        if marker is None or marker.volume_id != order.volume_id:
            return VolumeState(0, GapCause.DISK_LOST)
        free_bytes = shutil.disk_usage(folder).free
    except OSError:
        return VolumeState(0, GapCause.DISK_LOST)
    if not os.access(folder, os.W_OK):
        return VolumeState(free_bytes, GapCause.DISK_LOST)
    full = free_bytes < order.reserve_bytes
    return VolumeState(free_bytes, GapCause.DISK_FULL if full else None)


def choose(
    orders: Sequence[VolumeOrder],
    seen: Mapping[VolumeId, VolumeState],
    present: VolumeId | None,
) -> VolumeOrder | GapCause:
    """The first volume that has room, or why there is none.

    Another than the ``present`` one is taken only when it has clearly more than its reserve, so
    that recording does not go to and fro between two disks that are nearly full.
    """
    worst = GapCause.DISK_LOST
    for order in orders:
        state = seen.get(order.volume_id)
        if not order.writing or state is None:
            continue
        if state.trouble is not None:
            worst = GapCause.DISK_FULL if state.trouble is GapCause.DISK_FULL else worst
        elif (
            order.volume_id == present
            or present is None
            or state.free_bytes >= order.reserve_bytes + RETURN_BYTES
            or not _is_well(orders, seen, present)
        ):
            return order
    return worst


def _is_well(
    orders: Sequence[VolumeOrder], seen: Mapping[VolumeId, VolumeState], present: VolumeId
) -> bool:
    state = seen.get(present)
    writing = any(order.volume_id == present and order.writing for order in orders)
    return writing and state is not None and state.trouble is None
