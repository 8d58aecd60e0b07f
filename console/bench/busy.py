"""The wall while the station does all it has to: every camera recorded, and one player open."""

from __future__ import annotations

from console.bench import station
from console.bench.eye import watch
from console.bench.plan import Figures, Plan, median
from console.bench.recording import until_growing
from console.bench.reviewer import reviewer
from console.bench.steady import floor_of, shown

TILES = (16, 81)
_LOOKS_A_S = 40.0
_RECORDED_S = 15.0  # what the player begins with
_PLAYING_S = 5.0  # opening a player costs more than playing


def busy(plan: Plan, tiles: int) -> dict[str, object]:
    """As ``steady.wall``, with all sub streams recorded and one of them played, large, beside it.

    The floor is the same as the bare wall's: decoding what is shown, and nothing else.
    """
    rounds = plan.repeated(f"recorded wall of {tiles}, one player", lambda: _round(plan, tiles))
    return {**median(rounds), "rounds": rounds}


def _round(plan: Plan, tiles: int) -> Figures:
    data = plan.station(tiles)
    footage = station.record(data)
    with plan.opened_on(data, tiles) as opened:
        places = plan.settled(opened, tiles)
        until_growing(plan, footage, tiles)
        plan.patience.rest(_RECORDED_S)
        with reviewer(data, tiles, plan.patience) as looking:
            looking.play()
            plan.patience.rest(_PLAYING_S)
            before = plan.spent(opened.pid)
            watched = watch(
                plan.screen, places, plan.patience, seconds=plan.seconds, looks_a_s=_LOOKS_A_S
            )
            after = plan.spent(opened.pid)
    floor_cpu, floor_fps, floor_others = floor_of(plan, tiles)
    cpu = after.percent_since(before)
    return {
        "ratio": cpu / floor_cpu,
        "cpu": cpu,
        "floor_cpu": floor_cpu,
        **shown(watched),
        "others_cpu": after.others_since(before),
        "floor_fps_min": floor_fps,
        "others_floor_cpu": floor_others,
    }
