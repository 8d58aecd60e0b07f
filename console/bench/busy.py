"""The wall while the station does all it has to: every camera recorded, and one player open."""

from __future__ import annotations

from console.bench import station
from console.bench.plan import Figures, Plan, median
from console.bench.recording import until_growing
from console.bench.reviewer import reviewer
from console.bench.steady import against_floor, watched_at_cost

TILES = (16, 81)
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
            seen = watched_at_cost(plan, opened.pid, places)
    return against_floor(plan, tiles, seen)
