from __future__ import annotations

import os
import subprocess
import sys

import psutil

from console.platform import others


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

        others.end_tree(parent.pid)

        _, alive = psutil.wait_procs(family, timeout=10)
        # An orphan that nobody has asked about yet is dead, too.
        assert [p for p in alive if p.status() != psutil.STATUS_ZOMBIE] == []


def test_ending_what_has_ended_is_no_error() -> None:
    child = subprocess.Popen([sys.executable, "-c", ""])
    child.wait(timeout=30)

    others.end_tree(child.pid)

    assert not others.lives(child.pid)


def test_we_live() -> None:
    assert others.lives(os.getpid())
