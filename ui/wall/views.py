"""Which cameras the wall shows: grids, pages, one camera and back.  No Qt.

A view is a list of cameras, cut into pages.  Views lie on a stack: the whole station below,
then a cluster, all cameras, or one camera; each step back shows the view below as it was left.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from db.records import CameraId
from ui.wall.grid import GRIDS, grid_for, side_of


class Kind(StrEnum):
    """What a view shows."""

    STATION = "station"
    CLUSTER = "cluster"
    ALL = "all"
    ONE = "one"


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """Cameras, cut into pages of ``tiles``; ``page`` counts from 0."""

    kind: Kind
    cameras: tuple[CameraId, ...]
    tiles: int
    page: int = 0
    chosen: CameraId | None = None

    @property
    def pages(self) -> int:
        """How many pages there are, at least one."""
        return max(1, -(-len(self.cameras) // self.tiles))

    def on(self, page: int) -> tuple[CameraId, ...]:
        """The cameras of a page; none beyond the last."""
        first = page * self.tiles
        return self.cameras[first : first + self.tiles] if page >= 0 else ()

    def page_of(self, camera_id: CameraId) -> int:
        """The page that shows a camera.  Raises ValueError when no page does."""
        return self.cameras.index(camera_id) // self.tiles


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """What the wall has to show: ``cameras`` in a grid of ``tiles``, and what may come next."""

    tiles: int
    cameras: tuple[CameraId, ...]
    upcoming: tuple[CameraId, ...]


class Views:
    """The stack of views."""

    def __init__(self, tiles: int = 16) -> None:
        self._stack = [View(kind=Kind.STATION, cameras=(), tiles=tiles)]

    @property
    def top(self) -> View:
        """What is shown now."""
        return self._stack[-1]

    @property
    def chosen(self) -> CameraId | None:
        """The chosen camera, if any."""
        return self.top.chosen

    @property
    def cameras(self) -> tuple[CameraId, ...]:
        """All cameras of the station, in order."""
        return self._stack[0].cameras

    def shown(self) -> tuple[CameraId, ...]:
        """The cameras of the present page."""
        return self.top.on(self.top.page)

    def screen(self) -> Screen:
        """The present page, and the cameras that one key would show.

        Those are the pages beside it, and the page below to which Esc goes back.
        """
        top, shown = self.top, self.shown()
        near = [*top.on(top.page + 1), *top.on(top.page - 1)]
        if len(self._stack) > 1:
            below = self._stack[-2]
            near += below.on(below.page)
        upcoming = tuple(dict.fromkeys(camera for camera in near if camera not in shown))
        return Screen(tiles=top.tiles, cameras=shown, upcoming=upcoming)

    def set_cameras(self, cameras: Sequence[CameraId]) -> None:
        """The station has exactly these from now on, in this order."""
        known, everything = set(cameras), len(self.cameras)
        kept = []
        for view in self._stack:
            whole = view.kind is Kind.STATION or len(view.cameras) == everything
            mine = tuple(cameras) if whole else tuple(c for c in view.cameras if c in known)
            chosen = view.chosen if view.chosen in known else None
            fresh = replace(view, cameras=mine, chosen=chosen)
            kept.append(replace(fresh, page=min(view.page, fresh.pages - 1)))
        self._stack = [view for view in kept if view.cameras or view.kind is Kind.STATION]

    def set_tiles(self, tiles: int) -> None:
        """Cut the cameras into another grid; the chosen or the first tile stays in sight.

        Raises:
            ValueError: ``tiles`` is none of ``GRIDS``.
        """
        if tiles not in GRIDS:
            raise ValueError(f"no such grid: {tiles}")
        if self.top.kind is Kind.ONE:
            self.back()
        shown = self.shown()
        anchor = self.chosen if self.chosen in shown else next(iter(shown), None)
        fresh = replace(self.top, tiles=tiles, page=0)
        self._put(replace(fresh, page=fresh.page_of(anchor) if anchor is not None else 0))

    def turn(self, pages: int) -> None:
        """Go on by so many pages, round the end."""
        top = replace(self.top, page=(self.top.page + pages) % self.top.pages)
        if top.kind is Kind.ONE:
            top = replace(top, chosen=next(iter(top.on(top.page)), None))
        self._put(top)

    def choose(self, camera_id: CameraId) -> None:
        """Choose a camera and bring its page, out of the cluster that is shown if need be."""
        if camera_id not in self.cameras:
            return
        if camera_id not in self.top.cameras:
            del self._stack[1:]
        self._put(replace(self.top, chosen=camera_id, page=self.top.page_of(camera_id)))

    def step(self, across: int, down: int) -> None:
        """Move the choice by tiles; beyond the edge to the next page."""
        top, shown = self.top, self.shown()
        if not shown:
            return
        if top.chosen not in shown:
            self.choose(shown[0])
            return
        where = top.cameras.index(top.chosen) + across + down * side_of(top.tiles)
        self.choose(top.cameras[max(0, min(len(top.cameras) - 1, where))])

    def one(self, camera_id: CameraId | None = None) -> None:
        """Show a camera alone, the chosen one if none is named; or go back from it."""
        if self.top.kind is Kind.ONE:
            self.back()
            return
        camera_id = camera_id if camera_id is not None else self.chosen
        if camera_id is None or camera_id not in self.top.cameras:
            return
        top = replace(self.top, chosen=camera_id)
        self._put(top)
        page = top.cameras.index(camera_id)
        self._stack.append(
            View(kind=Kind.ONE, cameras=top.cameras, tiles=1, page=page, chosen=camera_id)
        )

    def all(self) -> None:
        """Show every camera at once, as far as 81 places go; or go back from it."""
        if self.top.kind is Kind.ALL:
            self.back()
            return
        chosen = self.chosen
        del self._stack[1:]
        tiles = grid_for(len(self.cameras))
        view = View(kind=Kind.ALL, cameras=self.cameras, tiles=tiles, chosen=chosen)
        page = view.page_of(chosen) if chosen is not None else 0
        self._stack.append(replace(view, page=page))

    def cluster(self, cameras: Sequence[CameraId]) -> None:
        """Show the cameras of a cluster."""
        del self._stack[1:]
        if cameras:
            tiles = grid_for(len(cameras))
            self._stack.append(View(kind=Kind.CLUSTER, cameras=tuple(cameras), tiles=tiles))

    def back(self) -> bool:
        """One step back, to the page and choice that were left; False at the bottom."""
        if len(self._stack) == 1:
            return False
        self._stack.pop()
        return True

    def _put(self, view: View) -> None:
        self._stack[-1] = view
