from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta

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


def test_who_got_a_number_later_is_somebody_else() -> None:
    now = datetime.now(UTC)
    child = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)

    assert others.ran_at(child.pid, now + timedelta(seconds=30))
    assert not others.ran_at(child.pid, now - timedelta(seconds=30))

    child.communicate(b"\n", timeout=30)
    assert not others.ran_at(child.pid, now)
