"""The window is killed again and again; whatever it started must go, too."""

from __future__ import annotations

from pathlib import Path

from tests.proof.proof import Disproved
from tests.proof.ward import Ward, shared_memory, wait_for

CYCLES = 50
FIRST_PICTURE_S = 120.0  # the first cycle draws and encodes the scenes
LATER_PICTURES_S = 30.0
ENDED_S = 5.0


def fifty_windows(folder: Path) -> str:
    """``kill -9`` of the window, mostly while pictures come, each third time while it starts."""
    ward = Ward(folder)
    before = shared_memory()
    slowest_s = 0.0
    try:
        for cycle in range(CYCLES):
            slowest_s = max(slowest_s, _one(ward, cycle))
            print(f"cycle {cycle}: slowest end {slowest_s:.2f} s", flush=True)
    finally:
        ward.end()
    if left := shared_memory() - before:
        raise Disproved(f"left in shared memory: {sorted(left)}")
    return f"{CYCLES} kills, nothing left behind; the slowest end took {slowest_s:.1f} s"


def _one(ward: Ward, cycle: int) -> float:
    """One window's life and death; returns how long the others outlived it, in seconds."""
    window = ward.open()
    try:
        if cycle % 3 == 2:
            wait_for("a second process", lambda: len(ward.family()) > 1, LATER_PICTURES_S)
        else:
            limit_s = LATER_PICTURES_S if cycle else FIRST_PICTURE_S
            wait_for("a live tile", lambda: ward.tiles_live() > 0, limit_s)
    finally:
        window.kill()
        window.wait()
    try:
        took_s = wait_for("the end of all others", lambda: not ward.family(), ENDED_S)
    except Disproved as problem:
        left = [" ".join(process.cmdline()[2:5]) for process in ward.family()]
        raise Disproved(f"{problem}: {left}") from problem
    if left := ward.left_in_runtime():
        raise Disproved(f"left in the runtime folder: {left}")
    return took_s
