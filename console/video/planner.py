"""What every worker must do for all open canvases: a pure function of what was asked.

A camera belongs to one worker as long as it is wanted, so that a slot has one painter, a
change of stream can overlap, and a dead worker takes only its own tiles along.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

from console.events import Load
from console.video import wire
from console.video.governor import Choice, choose, smooth
from console.video.ports import CameraSource
from console.video.wire_footage import Record
from db.records import CameraId, StreamRole
from db.structs import Frozen, Struct, field, replace


class Shown(Frozen):
    """One canvas as its console asked for it."""

    spots: tuple[wire.Spot, ...]
    upcoming: tuple[CameraId, ...]


class Crew(Struct):
    """Which worker has which camera.  Grows and shrinks with ``settle``."""

    workers: int
    homes: dict[CameraId, int] = field(default_factory=dict)

    def settle(self, wanted: Mapping[CameraId, int]) -> None:
        """Give every wanted camera a home; ``wanted`` tells its weight.

        Cameras that have one keep it; new ones go where the least weight is.
        """
        self.homes = {camera: home for camera, home in self.homes.items() if camera in wanted}
        weights = [0] * self.workers
        for camera, home in self.homes.items():
            weights[home] += wanted[camera]
        for camera in sorted(wanted.keys() - self.homes.keys(), key=lambda c: (-wanted[c], c)):
            home = min(range(self.workers), key=lambda worker: (weights[worker], worker))
            self.homes[camera] = home
            weights[home] += wanted[camera]


_HOLD_WEIGHT = 1
_RECORD_WEIGHT = 2
_PAINT_WEIGHT = 8


def widths(canvases: Sequence[Shown]) -> dict[CameraId, int]:
    """The widest tile of each shown camera, in device pixels."""
    found: dict[CameraId, int] = {}
    for canvas in canvases:
        for spot in canvas.spots:
            found[spot.camera_id] = max(found.get(spot.camera_id, 0), spot.width)
    return found


def ranks(canvases: Sequence[Shown]) -> dict[CameraId, int]:
    """The best (lowest) rank of each shown camera."""
    found: dict[CameraId, int] = {}
    for canvas in canvases:
        for spot in canvas.spots:
            found[spot.camera_id] = min(found.get(spot.camera_id, spot.rank), spot.rank)
    return found


def weights(
    canvases: Sequence[Shown], held: Sequence[CameraId], recorded: Sequence[CameraId] = ()
) -> dict[CameraId, int]:
    """How heavy each wanted camera is for its worker."""
    found = dict.fromkeys(held, _HOLD_WEIGHT)
    for canvas in canvases:
        found.update(dict.fromkeys(canvas.upcoming, _HOLD_WEIGHT))
    found.update(dict.fromkeys(recorded, _RECORD_WEIGHT))
    found.update(dict.fromkeys(widths(canvases), _PAINT_WEIGHT))
    return found


def held_back(
    known: Mapping[CameraId, CameraSource],
    wanted: Collection[CameraId],
    homes: Collection[CameraId],
    in_use: Callable[[CameraId], bool],
) -> set[CameraId]:
    """Who has to wait where a line bears one session and two want it: whoever is only tried.

    And either of them for a round after the other was let go, which may be in another worker.

    Args:
        known: Every camera.
        wanted: Those that somebody wants.
        homes: Those that were watched until now.
        in_use: Whether a kept camera's line bears one session, which it has or is about to have.

    """
    found = set()
    for camera in wanted:
        kept = known[camera].instead_of
        if kept is None or not in_use(kept):
            continue
        if kept in wanted or kept in homes:
            found.add(camera)
        if kept in wanted and kept not in homes and camera in homes:
            found.add(kept)
    return found


def task(
    camera: CameraSource,
    width: int | None,
    present: StreamRole | None,
    *,
    relieved: bool,
    record: tuple[Record, ...] = (),
    alone: bool = False,
    banned: bool = False,
) -> wire.Task:
    """What a worker does with one camera; ``width`` None means that nobody sees it.

    ``record`` is written of it meanwhile; ``alone``: its line bears one session, which is the
    recorded stream's if there is one.  ``banned``: nothing of it may come into a decoder.
    """
    if banned:
        width, record = None, tuple(replace(each, looks=False) for each in record)
    recorded = record[0].role if record else None
    if width is None:
        role = recorded or present or choose(camera, 0, None).role
        mode, load, smoothed = wire.Mode.HOLD, Load.FULL, True
    else:
        choice = choose(camera, width, present)
        if alone and recorded is not None:
            choice = Choice(recorded, Load.ONE_SESSION)
        role, smoothed = choice.role, smooth(camera, choice.role, width)
        mode, load = wire.Mode.PAINT, choice.load
        if relieved:
            mode, load = wire.Mode.KEYS, Load.BUSY_PC
    return wire.Task(camera, role, mode, load, smoothed, record, alone=alone)
