"""Figures of a wall that just runs: processor time, pictures shown, age, memory, stalls."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass

from console.bench import costs, meter
from console.bench.eye import Tile, Watched, quantile, watch
from console.bench.floor import floor
from console.bench.meter import Reading
from console.bench.plan import Figures, Plan, median
from console.bench.programs import Window, bare_timer, burner
from console.bench.tools import BenchFailed

_LOOKS_A_S = 40.0  # each picture stays 50 ms at least, so none is missed
_LOOKS_FOR_AGE_A_S = 100.0
_FLOOR_OPEN_FRAMES = 45  # ffmpeg has found out what the stream is, and caught up, by then
_FLOOR_OPEN_WITHIN_S = 90.0
STALL_S = 60.0
STARVED_TILES = 64
AGE_TILES = 16
MEMORY_TILES = (16, 81)


def wall(plan: Plan, tiles: int) -> dict[str, object]:
    """Processor time of ours against the floor's, alternating, and what the screen shows.

    ``cpu`` and ``floor_cpu`` are percent of one core; ``ratio`` is the median of the rounds'
    own ratios, since the machine's speed drifts from one round to the next.  ``others_cpu`` is
    what the rest of the machine used meanwhile: above some 15 the figures are soft.
    """
    rounds = plan.repeated(f"wall of {tiles}", lambda: _wall_round(plan, tiles))
    return {**median(rounds), "rounds": rounds}


def starve(plan: Plan) -> Figures:
    """Shown ÷ decoded at 64 tiles while another process burns a core."""
    return median(plan.repeated("starve", lambda: _starve_round(plan)))


def age(plan: Plan) -> Figures:
    """How old is what 16 tiles show, in milliseconds, over all moments (not only new pictures)."""

    def once() -> Figures:
        with plan.opened(AGE_TILES) as opened:
            places = plan.settled(opened, AGE_TILES)
            watched = watch(
                plan.screen,
                places,
                plan.patience,
                seconds=plan.seconds,
                looks_a_s=_LOOKS_FOR_AGE_A_S,
            )
        ages = watched.ages_ms
        return {"p50_ms": quantile(ages, 0.5), "p95_ms": quantile(ages, 0.95)}

    return median(plan.repeated("age", once))


def memory(plan: Plan) -> Figures:
    """Memory of a wall of 16 and of 81, and what each further tile takes, in MiB."""

    def once() -> Figures:
        used = {}
        for tiles in MEMORY_TILES:
            with plan.opened(tiles) as opened:
                plan.settled(opened, tiles)
                used[tiles] = costs.memory_mb(opened.pid)
        few, many = MEMORY_TILES
        figures = {f"pss_{tiles}_mb": mb for tiles, mb in used.items()}
        return {**figures, "mb_per_tile": (used[many] - used[few]) / (many - few)}

    return median(plan.repeated("memory", once))


def stall(plan: Plan, tiles: int = 81) -> Figures:
    """How late the window's event loop is in a minute, beside one that has nothing to do."""
    print(f"stall: {STALL_S:g} s", flush=True)
    bare = plan.folder / "bare-stalls"
    with plan.opened(tiles, stalls=True) as opened:
        plan.settled(opened, tiles)
        with bare_timer(bare):
            plan.patience.rest(2.0)
            first_s = plan.now_s()
            plan.patience.rest(STALL_S + 1.0)
        ours = _stalls(meter.stall_readings(opened.stalls), first_s)
    nothing = _stalls(meter.stall_readings(bare), first_s)
    return {
        "p999_ms": ours.quantile_ms(0.999),
        "longest_ms": ours.longest_ms,
        "bare_p999_ms": nothing.quantile_ms(0.999),
        "bare_longest_ms": nothing.longest_ms,
        "ratio": round(ours.longest_ms / max(0.1, nothing.longest_ms), 2),
    }


def _stalls(readings: Sequence[meter.StallReading], first_s: float) -> meter.StallReading:
    """The beats of ``STALL_S`` from ``first_s`` on."""
    inside = [r for r in readings if first_s <= r.at_s <= first_s + STALL_S + 1.0]
    if len(inside) < STALL_S / 2:
        raise BenchFailed("an event loop did not tell how late it is")
    return inside[-1].since(inside[0])


@dataclass(frozen=True, slots=True)
class Seen:
    """What a wall showed for a while, and what it cost."""

    watched: Watched
    cpu: float  # percent of a core
    others_cpu: float


def watched_at_cost(plan: Plan, pid: int, places: Sequence[Tile]) -> Seen:
    """Watch the wall of the window ``pid`` for as long as the plan says."""
    before = plan.spent(pid)
    watched = watch(plan.screen, places, plan.patience, seconds=plan.seconds, looks_a_s=_LOOKS_A_S)
    after = plan.spent(pid)
    return Seen(watched, after.percent_since(before), after.others_since(before))


def against_floor(plan: Plan, tiles: int, seen: Seen) -> Figures:
    """The figures of a wall beside the floor's, which is measured now."""
    floor_cpu, floor_fps, floor_others = floor_of(plan, tiles)
    return {
        "ratio": seen.cpu / floor_cpu,
        "cpu": seen.cpu,
        "floor_cpu": floor_cpu,
        **shown(seen.watched),
        "others_cpu": seen.others_cpu,
        "floor_fps_min": floor_fps,
        "others_floor_cpu": floor_others,
    }


def _wall_round(plan: Plan, tiles: int) -> Figures:
    with plan.opened(tiles) as opened:
        places = plan.settled(opened, tiles)
        seen = watched_at_cost(plan, opened.pid, places)
    return against_floor(plan, tiles, seen)


def floor_of(plan: Plan, tiles: int) -> tuple[float, float, float]:
    """The floor's processor time, the pictures a second of its slowest, and the others' time."""
    with floor(plan.cameras, tiles, plan.folder / "floor") as running:
        plan.patience.until(
            f"the floor's {tiles} streams",
            lambda: running.decodes(_FLOOR_OPEN_FRAMES),
            within_s=_FLOOR_OPEN_WITHIN_S,
            every_s=0.5,
        )
        frames, before = running.frames(), plan.spent(*running.pids)
        plan.patience.rest(plan.seconds)
        gained = [now - then for now, then in zip(running.frames(), frames, strict=True)]
        after = plan.spent(*running.pids)
    seconds = after.at_s - before.at_s
    return after.percent_since(before), min(gained) / seconds, after.others_since(before)


def _starve_round(plan: Plan) -> Figures:
    with plan.opened(STARVED_TILES) as opened:
        places = plan.settled(opened, STARVED_TILES)
        with burner():
            plan.patience.rest(3.0)
            before = _newest(opened)
            watched = watch(
                plan.screen, places, plan.patience, seconds=plan.seconds, looks_a_s=_LOOKS_A_S
            )
            decoded = _decoded_fps(before, _newest(opened))
    seen = shown(watched)
    return {"shown_to_decoded": seen["fps_mean"] / decoded, "decoded_fps": decoded, **seen}


def shown(watched: Watched) -> Figures:
    """What a screen showed, in pictures a second."""
    fps = watched.fps
    return {
        "fps_min": min(fps),
        "fps_mean": statistics.mean(fps),
        "looks_a_s": watched.looks / watched.seconds,
    }


def _newest(opened: Window) -> Reading:
    reading = opened.reading()
    if reading is None:
        raise BenchFailed("the window tells nothing of its tiles")
    return reading


def _decoded_fps(before: Reading, after: Reading) -> float:
    """Pictures that the workers decoded a second and tile."""
    counts = {tile.number: tile.decoded for tile in before.tiles}
    gained = [tile.decoded - counts[tile.number] for tile in after.tiles if tile.number in counts]
    if not gained or after.at_s <= before.at_s or min(gained) < 0:
        raise BenchFailed("the window does not tell what was decoded")
    return statistics.mean(gained) / (after.at_s - before.at_s)
