from __future__ import annotations

import os
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


def test_a_tree_of_processes_ends_whole() -> None:
    code = (
        "import subprocess, sys\n"
        "child = subprocess.Popen([sys.executable, '-c', 'input()'], stdin=subprocess.PIPE)\n"
        "print(child.pid, flush=True)\n"
        "input()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as parent:
        assert parent.stdout is not None
        family = [psutil.Process(parent.pid), psutil.Process(int(parent.stdout.readline()))]

        processes.end_tree(parent.pid)

        _, alive = psutil.wait_procs(family, timeout=10)
        # An orphan that nobody has asked about yet is dead, too.
        assert [p for p in alive if p.status() != psutil.STATUS_ZOMBIE] == []


def test_ending_what_has_ended_is_no_error() -> None:
    child = subprocess.Popen([sys.executable, "-c", ""])
    child.wait(timeout=30)

    processes.end_tree(child.pid)

    assert not processes.lives(child.pid)


def test_we_live() -> None:
    assert processes.lives(os.getpid())
