from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from console.platform import processes

_AUTOGROUP = Path("/proc/self/autogroup")


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

    after = run_here("import os; processes.step_back(processes.Rank.JOBS); print(os.nice(0))")

    assert int(after) == min(before + processes.Rank.JOBS, 19)


@pytest.mark.skipif(not _AUTOGROUP.exists(), reason="this kernel does not group by session")
def test_a_session_of_our_own_goes_back_as_a_whole() -> None:
    before = psutil.Process().nice()

    told = run_here(
        "import os; os.setsid(); processes.step_back(processes.Rank.CLERKS)\n"
        f"print(open('{_AUTOGROUP}').read())"
    )

    assert told.endswith(f"nice {min(before + processes.Rank.CLERKS, 19)}")


@pytest.mark.skipif(not _AUTOGROUP.exists(), reason="this kernel does not group by session")
def test_a_session_retreats_and_comes_back() -> None:
    before = psutil.Process().nice()

    told = run_here(
        f"""
import os, time
def go(last):
    while not processes.retreat(last=last): time.sleep(0.01)  # the kernel takes ten a second
    return open('{_AUTOGROUP}').read().split()[-1]
os.setsid(); processes.step_back(processes.Rank.JOBS)
print(go(True), go(False), go(True))
"""
    )

    assert told == f"19 {min(before + processes.Rank.JOBS, 19)} 19"


@pytest.mark.skipif(not _AUTOGROUP.exists(), reason="this kernel does not group by session")
def test_who_leads_no_session_retreats_alone_or_not_at_all() -> None:
    before = _AUTOGROUP.read_text(encoding="ascii")

    assert run_here("print(processes.retreat(last=True))") == "True"
    assert _AUTOGROUP.read_text(encoding="ascii") == before


@pytest.mark.skipif(not _AUTOGROUP.exists(), reason="this kernel does not group by session")
def test_who_leads_no_session_leaves_the_others_of_it_alone() -> None:
    before = _AUTOGROUP.read_text(encoding="ascii")

    run_here("processes.step_back(processes.Rank.CLERKS)")

    assert _AUTOGROUP.read_text(encoding="ascii") == before


def test_more_memory_than_allowed_is_an_error_and_no_swapping() -> None:
    said = run_here(
        "processes.limit_memory(1 << 30)\n"
        "try: bytearray(2 << 30)\n"
        "except MemoryError: print('refused')"
    )

    assert said == "refused"


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere threads have no rank")
def test_a_thread_steps_back_with_those_that_it_begins_and_without_the_others() -> None:
    told = run_here(
        """
import os, threading
def rank(): return os.getpriority(os.PRIO_PROCESS, threading.get_native_id())
def heard(told): told.append(rank())
def back(told):
    processes.step_back_for_good()
    heard(told)
    later = threading.Thread(target=heard, args=(told,)); later.start(); later.join()
before, told = rank(), []
thread = threading.Thread(target=back, args=(told,)); thread.start(); thread.join()
print(told, rank() == before)
"""
    )

    assert told == "[19, 19] True"
