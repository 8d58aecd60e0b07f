"""Figures of moments: start, page change, a camera that comes back, first sight of the window."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence

from console.bench.cameras import cameras
from console.bench.eye import Tile, tiles_of
from console.bench.plan import Figures, Plan, median
from console.bench.programs import Window, press, window

START_TILES = 81
PAGE_TILES = 16
PAGES = 5
_DOWN_S = 6.0  # how long the camera is away
_LIVE_AGAIN_S = 3.0  # then it has come back, and what follows is another outage
_AT_REST_S = 4.0  # between two page changes: the next page's cameras are connected by then
_PAINTED = 0.02  # of the screen is not black: rail, strips and words are there
_BACK_S = 30.0
_DEMO_TILES = 10  # of the first page's 16; some of its cameras misbehave on purpose
_DEMO_SET_UP_S = 300.0  # the first demo ever encodes its scenes


def start(plan: Plan, tiles: int = START_TILES) -> Figures:
    """From the engine's start, and from the command, to a picture on all tiles."""
    data = plan.station(tiles)
    with plan.opened_on(data, tiles) as opened:
        places = tiles_of(plan.screen, opened.marks(tiles))

    def once() -> Figures:
        with plan.opened_on(data, tiles) as opened:
            all_s = plan.until_live(f"a picture on all {tiles} tiles", places)
            engine_s = opened.engine_started_s()
            return {"all_tiles_s": all_s - engine_s, "from_command_s": all_s - opened.started_s}

    return median(plan.repeated("start", once))


def page(plan: Plan) -> Figures:
    """From a key to all pictures of another page of 16: the next one, and one far away.

    The next page's cameras are connected before (``seconds``); those of a page that is two
    pages off are not (``cold_seconds``).
    """

    def once() -> Figures:
        with plan.opened(PAGE_TILES, count=PAGE_TILES * PAGES) as opened:
            marks = opened.marks(PAGE_TILES)
            plan.patience.rest(_AT_REST_S)
            turned = _turn(plan, opened, tiles_of(plan.screen, marks, PAGE_TILES), "Next")
            far = 3 * PAGE_TILES  # page 4: neither shown before nor beside page 2
            keys = [*str(far + 1), "Return"]
            jumped = _turn(plan, opened, tiles_of(plan.screen, marks, far), *keys)
        return {"seconds": turned, "cold_seconds": jumped}

    return median(plan.repeated("page", once))


def _turn(plan: Plan, opened: Window, places: Sequence[Tile], *keys: str) -> float:
    began_s = plan.now_s()
    press(plan.screen, opened, *keys)
    return plan.until_live("the other page's pictures", places) - began_s


def reboot(plan: Plan) -> Figures:
    """From the moment when a camera answers again to its new picture on the screen."""
    with contextlib.ExitStack() as watched:
        with cameras(plan.clips) as one:
            data = plan.station(PAGE_TILES, [one.port])
            opened = watched.enter_context(plan.opened_on(data, PAGE_TILES))
            places = [t for t in plan.settled(opened, PAGE_TILES) if t.stream == 0]
        return median(plan.repeated("reboot", lambda: _boot(plan, places, one.port)))


def _boot(plan: Plan, places: Sequence[Tile], port: int) -> Figures:
    plan.patience.rest(_DOWN_S)
    with cameras(plan.clips, port=port) as again:
        back_s = plan.until_live(
            "a picture of the camera that came back", places, since_s=again.answers_s
        )
        plan.patience.rest(_LIVE_AGAIN_S)
        return {"seconds": back_s - again.answers_s}


def sight(plan: Plan) -> Figures:
    """From the command ``ward-console demo`` to a painted window; the demo is set up already."""
    print("window: setting the demo up", flush=True)
    with _demo(plan) as opened:
        opened.marks(_DEMO_TILES, next_within_s=_DEMO_SET_UP_S)

    def once() -> Figures:
        plan.patience.until("a black screen", lambda: plan.screen.lit() == 0, within_s=_BACK_S)
        with _demo(plan) as opened:
            painted_s = plan.patience.until(
                "a painted window",
                lambda: opened.lives() and plan.screen.lit() >= _PAINTED,
                within_s=_BACK_S,
                every_s=0.02,
            )
            return {"seconds": painted_s - opened.started_s}

    return median(plan.repeated("window", once))


def _demo(plan: Plan) -> contextlib.AbstractContextManager[Window]:
    return window(["demo"], plan.screen, plan.folder / "demo", plan.patience)
