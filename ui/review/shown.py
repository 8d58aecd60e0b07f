"""Which cameras the review page plays: 1, 4, 9 or 16 places, one of them chosen.  No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from db.records import CameraId

GRIDS = (1, 4, 9, 16)
MOST = GRIDS[-1]


@dataclass(frozen=True, slots=True)
class Shown:
    """``cameras`` in the order of their places; ``alone``: the chosen one has the whole page."""

    cameras: tuple[CameraId, ...] = ()
    tiles: int = 1
    chosen: CameraId | None = None
    alone: bool = False

    @property
    def on_screen(self) -> tuple[CameraId, ...]:
        """What is painted now."""
        return (self.chosen,) if self.alone and self.chosen is not None else self.cameras

    @property
    def grid(self) -> int:
        """How many places are on screen."""
        return 1 if self.alone else self.tiles

    @property
    def is_full(self) -> bool:
        """Whether one more camera needs another grid or the place of one that is shown."""
        return len(self.cameras) >= self.tiles

    @classmethod
    def of(cls, cameras: Sequence[CameraId]) -> Shown:
        """These, in the smallest grid that holds them; the first is chosen."""
        kept = tuple(dict.fromkeys(cameras))[:MOST]
        return cls(kept, grid_for(len(kept)), next(iter(kept), None))

    def with_camera(self, camera_id: CameraId) -> Shown:
        """``camera_id`` is chosen, in the next free place, or else in place of the chosen one."""
        if camera_id in self.cameras:
            return replace(self, chosen=camera_id)
        if not self.is_full:
            return replace(self, cameras=(*self.cameras, camera_id), chosen=camera_id, alone=False)
        place = self.cameras.index(self.chosen) if self.chosen in self.cameras else -1
        cameras = list(self.cameras)
        cameras[place] = camera_id
        return replace(self, cameras=tuple(cameras), chosen=camera_id)

    def without(self, camera_id: CameraId | None) -> Shown:
        """``camera_id`` is not shown any more; its neighbour is chosen."""
        if camera_id not in self.cameras:
            return self
        place = self.cameras.index(camera_id)
        cameras = self.cameras[:place] + self.cameras[place + 1 :]
        chosen = cameras[min(place, len(cameras) - 1)] if cameras else None
        return replace(self, cameras=cameras, chosen=chosen, alone=False)

    def in_grid(self, tiles: int) -> Shown:
        """Another grid.  Where places go, the chosen camera stays."""
        cameras = self.cameras[:tiles]
        if self.chosen is not None and self.chosen not in cameras:
            cameras = (*cameras[:-1], self.chosen)
        return replace(self, cameras=cameras, tiles=tiles, alone=False)

    def step(self, across: int, down: int, columns: int) -> Shown:
        """Choose the neighbour."""
        if not self.cameras:
            return self
        here = self.cameras.index(self.chosen) if self.chosen in self.cameras else 0
        place = max(0, min(len(self.cameras) - 1, here + across + down * columns))
        return replace(self, chosen=self.cameras[place])

    def keeping(self, known: frozenset[CameraId]) -> Shown:
        """Without cameras that are gone."""
        if known.issuperset(self.cameras):
            return self
        cameras = tuple(camera for camera in self.cameras if camera in known)
        chosen = self.chosen if self.chosen in cameras else next(iter(cameras), None)
        return replace(self, cameras=cameras, chosen=chosen, alone=False)


def grid_for(cameras: int) -> int:
    """The smallest grid that holds so many."""
    return next((tiles for tiles in GRIDS if tiles >= cameras), MOST)
