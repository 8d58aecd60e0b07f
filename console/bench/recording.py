"""Figures of recording beside the wall: what it costs more than showing alone, and on disk."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from console.bench import station
from console.bench.cameras import sent_bytes
from console.bench.eye import watch
from console.bench.plan import Figures, Plan, median
from console.bench.tools import BenchFailed
from console.demo import clips
from db.records import StreamRole

TILES, MAIN_TILES = 81, 16
_LOOKS_A_S = 40.0
_GROWING_WITHIN_S = 40.0
_LOOKS = 20
_FULL_S = 4.0  # from the last camera's first fragment on: all files grow evenly


def recording(
    plan: Plan, tiles: int = TILES, role: StreamRole = StreamRole.SUB
) -> dict[str, object]:
    """Processor time of a wall whose cameras are recorded, against the same wall without.

    The two alternate, and every other round begins with the other one: ``ratio`` is the median
    of the rounds' own ratios.  ``fps_mean`` and ``plain_fps_mean`` are what was shown meanwhile:
    where the machine is full, what is not shown is not paid for.  ``bytes_ratio`` is what the
    footage grew by ÷ what the cameras sent meanwhile.
    """
    orders: list[bool] = []

    def once() -> Figures:
        orders.append(not orders or not orders[-1])
        roles = (role, None) if orders[-1] else (None, role)
        first, second = (_wall(plan, tiles, each) for each in roles)
        recorded, plain = (first, second) if orders[-1] else (second, first)
        return {
            "ratio": recorded["cpu"] / plain["cpu"],
            # What a picture costs, where the governor shows fewer of them.
            "ratio_a_picture": recorded["cpu"]
            / recorded["fps_mean"]
            / (plain["cpu"] / plain["fps_mean"]),
            **recorded,
            **{f"plain_{name}": figure for name, figure in plain.items()},
        }

    rounds = plan.repeated(f"recording of {tiles}, {role}", once)
    return {**median(rounds), "rounds": rounds}


def main_beside_sub(plan: Plan) -> dict[str, object]:
    """The same for 16 cameras whose main stream is recorded while the sub stream is shown."""
    return recording(plan, MAIN_TILES, StreamRole.MAIN)


def _wall(plan: Plan, tiles: int, role: StreamRole | None) -> Figures:
    """A wall of sub streams, whose streams of ``role`` are recorded; None: nothing is."""
    data = plan.station(tiles)
    footage = None if role is None else station.record(data, role)
    with plan.opened_on(data, tiles) as opened:
        places = plan.settled(opened, tiles)
        if footage is not None:
            until_growing(plan, footage, tiles)
        grown, began_s = size(footage), plan.unix_s()
        before = plan.spent(opened.pid)
        watched = watch(
            plan.screen, places, plan.patience, seconds=plan.seconds, looks_a_s=_LOOKS_A_S
        )
        after = plan.spent(opened.pid)
        grown, ended_s = size(footage) - grown, plan.unix_s()
    figures = {
        "cpu": after.percent_since(before),
        "fps_mean": sum(watched.fps) / len(watched.fps),
        "fps_min": min(watched.fps),
        "others_cpu": after.others_since(before),
    }
    if role is not None:
        clip = clips.load(plan.clips[role.value])
        figures["bytes_ratio"] = grown / sent_bytes(clip, range(tiles), began_s, ended_s)
    return figures


def until_growing(plan: Plan, footage: Path, tiles: int) -> None:
    """Wait until every camera is written.

    Raises:
        BenchFailed: one of them is not.
    """

    def growing() -> bool:
        return len(_files(footage)) >= tiles and all(_sizes(footage))

    plan.patience.until(
        f"footage of {tiles} cameras", growing, within_s=_GROWING_WITHIN_S, every_s=0.2
    )
    plan.patience.rest(_FULL_S)


def _files(footage: Path) -> Sequence[Path]:
    return [path for path in footage.rglob("*") if path.is_file() and path.suffix != ""]


def _sizes(footage: Path) -> Sequence[int]:
    """Of all segments; where one was renamed between two looks, of another look."""
    for _ in range(_LOOKS):
        try:
            return [path.stat().st_size for path in _files(footage)]
        except FileNotFoundError:
            continue
    raise BenchFailed("segments are renamed faster than they are looked at")


def size(footage: Path | None) -> int:
    """Bytes of all footage in a folder, whole segments and growing ones."""
    return 0 if footage is None else sum(_sizes(footage))
