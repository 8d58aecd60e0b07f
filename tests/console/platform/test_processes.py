from __future__ import annotations

import subprocess
import sys

import psutil

from console.platform import processes


def run_here(code: str) -> str:
    """What Python prints in a process of its own: ranks and limits are not given back."""
    return subprocess.run(
        [sys.executable, "-c", f"from console.platform import processes\n{code}"],
        capture_output=True,
        text=True,
        timeout=30,
    ).stdout.strip()


def test_there_is_always_a_core() -> None:
    assert processes.cores() >= 1


def test_stepping_back_lowers_our_own_rank() -> None:
    before = psutil.Process().nice()

    after = run_here("import os; processes.step_back(3); print(os.nice(0))")

    assert int(after) == min(before + 3, 19)


def test_more_memory_than_allowed_is_an_error_and_no_swapping() -> None:
    said = run_here(
        "processes.limit_memory(1 << 30)\n"
        "try: bytearray(2 << 30)\n"
        "except MemoryError: print('refused')"
    )

    assert said == "refused"
