"""What ``ward-console bench`` is told, and where its figures go."""

from __future__ import annotations

import argparse
import json
import platform
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from console.bench import (
    busy,
    cameras,
    checks,
    export,
    mark,
    moments,
    recording,
    seek,
    steady,
    targets,
    ten_minutes,
    timeline,
    viewing,
    yardstick,
)
from console.bench.plan import Plan, set_up
from console.bench.targets import Results
from console.bench.tools import BenchFailed
from console.clock import SystemClock
from console.platform import processes

Measure = Callable[[Plan], Mapping[str, Any]]
GRIDS = (1, 4, 9, 16, 25, 36, 64, 81)
FIGURES = (
    *("window", "start", "page", "reboot", "age", "memory", "stall", "mark", "starve"),
    *("recording", "main_beside_sub", "seek", "ten_minutes", "export", "viewing", "verify"),
    *("checker", "timeline", "busy", "wall"),
)
_BY_TILES = ("busy", "mark", "wall")
README = Path(__file__).parents[1] / "video" / "README.md"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``ward-console bench``."""
    parser.add_argument(
        "figure",
        choices=[*FIGURES, "all", "table", "cameras"],
        metavar="FIGURE",
        help=f"{', '.join(FIGURES)}; all of them; or table: write --json into the README",
    )
    parser.add_argument(
        "--tiles", type=_grids, default=(16, 36, 64, 81), help="walls to measure, as in 16,81"
    )
    parser.add_argument(
        "--seconds", type=_positive(float), default=15.0, help="length of a measurement"
    )
    parser.add_argument(
        "--rounds", type=_positive(int), default=3, help="the median of so many is told"
    )
    parser.add_argument(
        "--json", type=Path, metavar="FILE", help="figures; those that it holds are kept"
    )
    parser.add_argument("--readme", type=Path, default=README, help="what table writes into")
    # The bench's own cameras: see console.bench.cameras.
    parser.add_argument("--port", type=int, default=0, help=argparse.SUPPRESS)
    parser.add_argument("--clips", nargs="+", default=[], help=argparse.SUPPRESS)


def run(options: argparse.Namespace) -> int:
    """Measure what ``options`` name; returns the exit code.

    It is 0 for a figure that misses its target, too: the table says so.

    Raises:
        Problem: a tool is missing, or something did not come as it must.
    """
    if options.figure == "cameras":
        return cameras.serve(options)
    kept = _kept(options.json)
    if options.figure == "table":
        return _write_table(kept, options)
    names = FIGURES if options.figure == "all" else (options.figure,)
    with set_up(seconds=options.seconds, rounds=options.rounds) as made:
        for name, measure in _measures(options.tiles):
            if name in names:
                figures = measure(made)
                if name in _BY_TILES:
                    by_tiles = {n: _with_pc(each) for n, each in figures.items()}
                    kept[name] = {**kept.get(name, {}), **by_tiles}
                else:
                    kept[name] = _with_pc(figures)
                _keep(kept, options.json)
    print(targets.plain({name: kept[name] for name in names if name in kept}))
    return 0


def _measures(tiles: Sequence[int]) -> list[tuple[str, Measure]]:
    """Every figure's measurement, in the order in which they are taken."""
    return [
        ("window", moments.sight),
        ("start", moments.start),
        ("page", moments.page),
        ("reboot", moments.reboot),
        ("age", steady.age),
        ("memory", steady.memory),
        ("stall", steady.stall),
        ("starve", steady.starve),
        ("recording", recording.recording),
        ("main_beside_sub", recording.main_beside_sub),
        ("seek", seek.seek),
        ("ten_minutes", ten_minutes.ten_minutes),
        ("export", export.export),
        ("viewing", viewing.viewing),
        ("verify", checks.verify),
        ("checker", checks.checker),
        ("timeline", timeline.timeline),
        *(("mark", partial(_mark, n)) for n in tiles if n in mark.TILES),
        *(("busy", partial(_busy, n)) for n in tiles if n in busy.TILES),
        *(("wall", partial(_wall, n)) for n in tiles),
    ]


def _with_pc(figures: Mapping[str, Any]) -> dict[str, Any]:
    """Figures, and how fast the PC was that they were just taken on."""
    return {**figures, targets.SLOWER: round(yardstick.slower(), 2)}


def _wall(tiles: int, plan: Plan) -> Mapping[str, Any]:
    return {str(tiles): steady.wall(plan, tiles)}


def _mark(tiles: int, plan: Plan) -> Mapping[str, Any]:
    return {str(tiles): mark.mark(plan, tiles)}


def _busy(tiles: int, plan: Plan) -> Mapping[str, Any]:
    return {str(tiles): busy.busy(plan, tiles)}


def _write_table(results: Results, options: argparse.Namespace) -> int:
    if not results:
        raise BenchFailed("table: name a file of figures with --json")
    try:
        text = options.readme.read_text("utf-8")
        options.readme.write_text(targets.put_into(text, targets.markdown(results)), "utf-8")
    except (OSError, ValueError) as error:
        raise BenchFailed(f"{options.readme}: {error}") from error
    print(targets.plain(results))
    return 0


def _kept(path: Path | None) -> dict[str, Any]:
    """The figures that a file holds already."""
    if path is None or not path.exists():
        return {}
    try:
        found = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise BenchFailed(f"{path}: not a file of figures ({error})") from error
    if not isinstance(found, dict):
        raise BenchFailed(f"{path}: not a file of figures")
    return found


def _keep(results: dict[str, Any], path: Path | None) -> None:
    """Write after every figure, so that a bench that is broken off keeps what it has."""
    if path is None:
        return
    results["machine"] = {
        "cores": processes.cores(),
        "system": platform.platform(),
        "python": platform.python_version(),
        "measured_at": SystemClock().now().isoformat(timespec="seconds"),
    }
    path.write_text(json.dumps(results, indent=2, ensure_ascii=False) + "\n", "utf-8")


def _grids(text: str) -> tuple[int, ...]:
    found = tuple(int(part) for part in text.split(","))
    if not set(found) <= set(GRIDS):
        raise argparse.ArgumentTypeError(f"grids are {', '.join(map(str, GRIDS))}")
    return found


def _positive(kind: Callable[[str], Any]) -> Callable[[str], Any]:
    def positive(text: str) -> Any:
        value = kind(text)
        if not value > 0:
            raise argparse.ArgumentTypeError("must be more than 0")
        return value

    return positive
