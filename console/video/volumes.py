"""Where the next segment is written: volumes looked at, and the first of them that has room.

Looking may wait for a disk that wakes up or dies, so it is done on the keeper's thread; choosing
is a pure rule over what was seen last.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

from console.events import VolumeFigures
from console.video.footage_files import is_volume
from console.video.wire_footage import VolumeOrder
from db.footage_records import GapCause, VolumeId
from db.structs import Frozen

RETURN_BYTES = 2_000_000_000
"""A volume that was full is written again when so much more than its reserve is free."""

SICK_S = 3600.0
"""A volume that failed a write is left alone for so long, if another has room."""

SLOW_S = 300.0
"""A volume that did not keep up is said to be slow for so long after the last time."""


class VolumeState(Frozen):
    """How a volume was found; ``trouble`` None: it can be written.

    ``failing``: it is lost for writing, though it is there.
    """

    free_bytes: int
    trouble: GapCause | None
    failing: bool = False


def look_at(order: VolumeOrder) -> VolumeState:
    """Look at a volume.  May wait; does not write."""
    folder = Path(order.path)
    try:
        if not is_volume(folder, order.volume_id, order.station):
            return VolumeState(0, GapCause.DISK_LOST)
        free_bytes = shutil.disk_usage(folder).free
    except OSError:
        return VolumeState(0, GapCause.DISK_LOST)
    if not os.access(folder, os.W_OK):
        # Often the system's own doing: it mounts a disk read-only when it fails.
        return VolumeState(free_bytes, GapCause.DISK_LOST, failing=True)
    full = free_bytes < order.reserve_bytes
    return VolumeState(free_bytes, GapCause.DISK_FULL if full else None)


class Sick:
    """Volumes that look well and fail what is written: another one is taken while there is one.

    One that does not keep up is written all the same; it is only told.
    """

    def __init__(self) -> None:
        self._until_s: dict[VolumeId, float] = {}
        self._slow_until_s: dict[VolumeId, float] = {}

    def fell_ill(self, volume_id: VolumeId, now_s: float) -> None:
        """A worker could not write to it."""
        self._until_s[volume_id] = now_s + SICK_S

    def lagged(self, volume_id: VolumeId, now_s: float) -> None:
        """It did not take what a worker had for it in time."""
        self._slow_until_s[volume_id] = now_s + SLOW_S

    def took(self, volume_id: VolumeId, began_s: float) -> None:
        """A segment that began at ``began_s`` is whole on it: it is well, if it was ill before."""
        if self._until_s.get(volume_id, began_s + SICK_S) < began_s + SICK_S:
            self.is_back(volume_id)

    def is_back(self, volume_id: VolumeId) -> None:
        """It was away, and is there again: that is what was the matter with it."""
        self._until_s.pop(volume_id, None)

    def trouble(self, volume_id: VolumeId) -> GapCause | None:
        """What is the matter with it."""
        if volume_id in self._until_s:
            return GapCause.DISK_LOST
        return GapCause.DISK_SLOW if volume_id in self._slow_until_s else None

    def choose(
        self,
        orders: Sequence[VolumeOrder],
        seen: Mapping[VolumeId, VolumeState],
        present: VolumeId | None,
        now_s: float,
    ) -> VolumeOrder | GapCause:
        """As ``choose``; a sick volume is tried on only where there is no other."""
        self._until_s = {volume: s for volume, s in self._until_s.items() if s > now_s}
        self._slow_until_s = {v: s for v, s in self._slow_until_s.items() if s > now_s}
        well = {volume: state for volume, state in seen.items() if volume not in self._until_s}
        found = choose(orders, well, present)
        return found if isinstance(found, VolumeOrder) else choose(orders, seen, present)


def figures(
    orders: Sequence[VolumeOrder],
    seen: Mapping[VolumeId, VolumeState],
    footage_bytes: Mapping[VolumeId, int],
    sick: Sick,
) -> tuple[VolumeFigures, ...]:
    """How each volume stands that was looked at; one that looks well may be known to be sick."""
    told = []
    for order in orders:
        if (state := seen.get(order.volume_id)) is None:
            continue
        known = sick.trouble(order.volume_id) if state.trouble is None else None
        told.append(
            VolumeFigures(
                volume_id=order.volume_id,
                free_bytes=state.free_bytes,
                footage_bytes=footage_bytes.get(order.volume_id, 0),
                trouble=state.trouble or known,
                failing=state.failing or known is GapCause.DISK_LOST,
            )
        )
    return tuple(told)


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
