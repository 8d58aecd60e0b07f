"""Processor time is that of a whole tree, and a figure that would lie is refused."""

from __future__ import annotations

import subprocess
import sys

import pytest

from console.bench.costs import Spent, memory_mb, spent
from console.bench.tools import BenchFailed, MissingTools, Patience, ended, need
from console.clock import SystemClock

PARENT = """
import subprocess, sys
child = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
print(child.pid, flush=True)
input()
"""


def a_tree() -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", PARENT]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)


def test_percent_of_one_core_is_over_all_processes() -> None:
    before = Spent(10.0, {1: 5.0, 2: 1.0}, 40.0)
    after = Spent(20.0, {1: 8.0, 2: 10.0}, 41.5)

    assert after.percent_since(before) == 120.0
    assert after.others_since(before) == 15.0


def test_a_process_that_was_born_meanwhile_counts_as_well() -> None:
    before = Spent(10.0, {1: 5.0}, 0.0)

    assert Spent(20.0, {1: 6.0, 2: 1.0}, 0.0).percent_since(before) == 20.0


def test_a_process_that_ended_meanwhile_spoils_the_figure() -> None:
    with pytest.raises(BenchFailed, match="a process ended"):
        Spent(20.0, {1: 8.0}, 0.0).percent_since(Spent(10.0, {1: 5.0, 2: 1.0}, 0.0))


def test_a_child_counts_with_its_parent_and_ends_with_it() -> None:
    process = a_tree()
    with ended(process):
        assert process.stdout is not None
        child = int(process.stdout.readline())

        counted = spent([process.pid], 0.0)

        assert set(counted.seconds) == {process.pid, child}
        assert 1 < memory_mb(process.pid) < 200
    assert spent([process.pid, child], 0.0).seconds == {}


def test_a_missing_program_is_named_by_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")

    with pytest.raises(MissingTools, match="apt-get install ffmpeg xvfb"):
        need("ffmpeg", "Xvfb")


def test_patience_has_an_end() -> None:
    with pytest.raises(BenchFailed, match=r"a picture: not within 0\.03 s"):
        Patience(SystemClock()).until("a picture", lambda: False, within_s=0.03)
