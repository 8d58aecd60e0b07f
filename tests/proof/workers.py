"""A worker is killed again and again: its own tiles come back in time, the others never blink."""

from __future__ import annotations

import itertools
import os
import time
from pathlib import Path

from console.demo.clips import Clip
from console.events import Load
from console.video.ports import Place
from console.workers import Stop
from tests.camera import make_clip, serving
from tests.console.video.watching import Watcher, source
from tests.proof.proof import Disproved, Untried

TILES = 36
KILLS = 6
BACK_S = 3.0
BLINK_S = 0.5  # more than this between two pictures can be seen
STEADY_S = 4.0
_WATCH_S = 4.0
_SIZE = (318, 178)


def six_kills(folder: Path) -> str:
    """``kill -9`` of one worker or the other, with 36 tiles of a two-second GOP.

    A tile that says that it shows key pictures only, since this machine is full, moves every two
    seconds whoever dies; so it counts as dark after ``BACK_S`` only.
    """
    os.environ["XDG_RUNTIME_DIR"] = str(folder)
    clip = make_clip(folder / "clip.mp4", frames=30, width=640, height=360)
    watcher = Watcher(folder)
    try:
        return _kill(watcher, clip)
    finally:
        watcher.close()


def _kill(watcher: Watcher, clip: Clip) -> str:
    longest_s = others_s = 0.0
    most_thinned = 0
    with serving({"street": clip}) as camera:
        cameras = [source(n, camera.port, f"/street/{n}") for n in range(1, TILES + 1)]
        watcher.link.set_cameras(cameras)
        watcher.canvas.show([Place(n, c.camera_id, *_SIZE, n) for n, c in enumerate(cameras)])
        watcher.until(lambda: watcher.pictured(TILES), seconds=30)
        kills = 0
        for number in itertools.count():
            _gaps(watcher, STEADY_S)
            workers = sorted(watcher.hands(), key=lambda process: process.pid)
            thinned = _thinned(watcher)
            workers[number % len(workers)].kill()
            all_gaps = _gaps(watcher, _WATCH_S)
            thinned |= _thinned(watcher)
            most_thinned = max(most_thinned, len(thinned))
            longest_s = max(longest_s, *(all_gaps[slot] for slot in thinned), 0.0)
            gaps = [gap for slot, gap in enumerate(all_gaps) if slot not in thinned]
            hurt = [gap for gap in gaps if gap > BLINK_S]
            print(f"kill {number}: {len(hurt)} tiles dark, at most {max(hurt, default=0):.2f} s")
            longest_s = max(longest_s, *hurt, 0.0)
            others_s = max(others_s, *(gap for gap in gaps if gap <= BLINK_S))
            if most_thinned > 2 * TILES // 3:
                raise Untried(f"this machine moves {TILES - most_thinned} of {TILES} tiles only")
            if len(hurt) > TILES // 2 + 1:
                raise Disproved(f"{len(hurt)} of {TILES} tiles blinked, not only the worker's own")
            kills += bool(hurt)  # the spare has no tiles
            if kills == KILLS:
                break
            if number > 4 * KILLS:
                raise Disproved("most kills hurt nobody; were these the workers?")
    if longest_s > BACK_S:
        raise Disproved(f"a tile was dark for {longest_s:.2f} s, not {BACK_S:g}")
    return (
        f"{KILLS} kills: own tiles back in {longest_s:.2f} s, others' longest gap {others_s:.2f} s,"
        f" at most {most_thinned} tiles with key pictures only"
    )


def _thinned(watcher: Watcher) -> set[int]:
    """The slots that get key pictures only, and say so."""
    newest = (watcher.figures(slot + 1) for slot in range(TILES))
    return {slot for slot, its in enumerate(newest) if its and its.load is Load.BUSY_PC}


def _gaps(watcher: Watcher, seconds: float) -> list[float]:
    """The longest time without a new picture of every tile, over ``seconds``."""
    began_s = now_s = time.monotonic()
    counts = [watcher.canvas.decoded(slot) for slot in range(TILES)]
    last_s = [began_s] * TILES
    gaps = [0.0] * TILES
    pause = Stop()
    while now_s - began_s < seconds:
        pause.wait(0.01)
        now_s = time.monotonic()
        for slot in range(TILES):
            count = watcher.canvas.decoded(slot)
            if count != counts[slot]:
                counts[slot], last_s[slot] = count, now_s
            gaps[slot] = max(gaps[slot], now_s - last_s[slot])
    return gaps
