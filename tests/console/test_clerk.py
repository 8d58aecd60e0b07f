"""Long work in a process of its own: the same as here, and it ends when it is to end."""

from __future__ import annotations

import os
import pickle
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import psutil
import pytest

from console.audit_export import WritingLog
from console.audit_sheet import Sheet
from console.chores import OwnHands
from console.clerk import COMMAND, Clerk, Result, Wanted
from console.errors import Cancelled, StoreDamaged, WorkLost
from console.inspection import Verifying
from console.platform.children import start_child
from console.workers import Stop, Workers
from db.records import TrailQuery
from tests.console.clerk_chores import LONG_S, Faulty, Pid, Waiting
from tests.console.test_audit_view import WORDS
from tests.console.trails import Station
from tests.fakes import FakeClock
from tests.house.set_up import ROOT


@pytest.fixture
def station(tmp_path: Path, clock: FakeClock) -> Iterator[Station]:
    station = Station(tmp_path / "station.db", clock)
    station.heads.enrol()
    station.write(40)
    station.heads.sign_head("daily")
    yield station
    station.close()


@pytest.fixture
def workers() -> Iterator[Workers]:
    workers = Workers()
    yield workers
    assert workers.close() == []


@pytest.fixture
def clerk(station: Station, workers: Workers) -> Clerk:
    return Clerk(station.path, workers)


def heedless(_done: int, _total: int) -> None:
    """Nobody asks how far it is."""


def test_it_is_done_elsewhere_and_says_how_far_it_is(clerk: Clerk, station: Station) -> None:
    told: list[tuple[int, int]] = []

    pid, newest = clerk.do(Pid(), Stop(), lambda *done: told.append(done))

    assert pid != os.getpid()
    assert not psutil.pid_exists(pid)
    assert newest == station.entries()[-1].seq
    assert told == [(0, 3), (1, 3), (2, 3)]


def test_it_ends_well(station: Station) -> None:
    process = start_child([COMMAND], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert process.stdin is not None
    assert process.stdout is not None
    with process.stdin as line, process.stdout as answers:
        pickle.dump(Wanted(station.path, Pid()), line)
        line.flush()
        said = [pickle.load(answers) for _ in range(4)]

        assert process.wait() == 0  # with our end of its input still open
        assert isinstance(said[-1], Result)


def test_a_verdict_is_the_one_of_our_own_hands(clerk: Clerk, station: Station) -> None:
    chore = Verifying(station.heads.anchors(), ())

    verdict = clerk.do(chore, Stop(), heedless)

    assert verdict.whole
    assert verdict == OwnHands(station.store).do(chore, Stop(), heedless)


def test_meddling_is_found_elsewhere_too(clerk: Clerk, station: Station) -> None:
    with closing(sqlite3.connect(station.path)) as file:
        file.execute("drop trigger audit_entry_no_update")
        file.execute("update audit_entry set detail = '{}' where seq = 9")
        file.commit()

    verdict = clerk.do(Verifying(station.heads.anchors(), ()), Stop(), heedless)

    assert verdict.fault is not None
    assert verdict.fault.seq == 9


def test_a_paper_is_written_elsewhere(clerk: Clerk, station: Station, tmp_path: Path) -> None:
    chore = WritingLog(
        file=tmp_path / "log.pdf",
        query=TrailQuery(limit=1000),
        sheet=Sheet(wording=WORDS, station="Công an phường Túc Duyên", above=(), head="đầu"),
        head=station.heads.sign_head("export"),
        total=42,
        on_paper=True,
        reader=None,
    )

    written = clerk.do(chore, Stop(), heedless)

    assert written.entries == station.entries()[-1].seq
    assert (tmp_path / "log.pdf").read_bytes().startswith(b"%PDF")
    with pytest.raises(FileExistsError):
        clerk.do(chore, Stop(), heedless)


@pytest.mark.parametrize("deaf", [False, True])
def test_it_ends_when_it_is_stopped_even_if_it_does_not_listen(clerk: Clerk, *, deaf: bool) -> None:
    stop, pids = Stop(), list[int]()

    def stop_it(pid: int, _total: int) -> None:
        pids.append(pid)
        stop.set()

    with pytest.raises(Cancelled):
        clerk.do(Waiting(deaf), stop, stop_it)

    assert not psutil.pid_exists(pids[0])


def test_it_ends_when_the_program_does(station: Station) -> None:
    workers = Workers()
    clerk = Clerk(station.path, workers)
    begun, pids = Stop(), list[int]()

    def note(pid: int, _total: int) -> None:
        pids.append(pid)
        begun.set()

    work = workers.submit(lambda: clerk.do(Waiting(), Stop(), note))
    assert begun.wait(LONG_S)

    assert workers.close() == []

    assert isinstance(work.exception(), Cancelled)
    assert not psutil.pid_exists(pids[0])


def test_it_ends_with_a_window_that_is_killed(station: Station) -> None:
    window = (
        "import sys; from pathlib import Path; from console.clerk import Clerk;"
        "from console.workers import Stop, Workers; from tests.console.clerk_chores import Waiting;"
        "Clerk(Path(sys.argv[1]), Workers()).do("
        "Waiting(), Stop(), lambda pid, _: print(pid, flush=True))"
    )
    with subprocess.Popen(
        [sys.executable, "-c", window, str(station.path)], stdout=subprocess.PIPE, cwd=ROOT
    ) as process:
        assert process.stdout is not None
        clerk = psutil.Process(int(process.stdout.readline()))

        process.kill()

        psutil.wait_procs([clerk], timeout=LONG_S / 2)
        assert not clerk.is_running() or clerk.status() == psutil.STATUS_ZOMBIE


def test_one_that_is_killed_is_told(clerk: Clerk) -> None:
    with pytest.raises(WorkLost):
        clerk.do(Waiting(), Stop(), lambda pid, _: os.kill(pid, signal.SIGTERM))


def test_a_problem_comes_over_as_it_is(workers: Workers, tmp_path: Path) -> None:
    (tmp_path / "broken.db").write_bytes(b"no store at all" * 1000)

    with pytest.raises(StoreDamaged):
        Clerk(tmp_path / "broken.db", workers).do(Pid(), Stop(), heedless)


def test_a_bug_comes_over_with_its_traceback(clerk: Clerk) -> None:
    with pytest.raises(RuntimeError, match=r"in do\n[^$]*KeyError: 'our own mistake'"):
        clerk.do(Faulty(), Stop(), heedless)


@pytest.mark.skipif(sys.platform == "win32", reason="ranks are told otherwise there")
def test_it_goes_behind_the_wall(clerk: Clerk) -> None:
    ranks: list[int] = []
    stop = Stop()

    def look(pid: int, _total: int) -> None:
        ranks.append(int(psutil.Process(pid).nice()))
        stop.set()

    with pytest.raises(Cancelled):
        clerk.do(Waiting(), stop, look)

    assert ranks[0] >= min(psutil.Process().nice() + 1, 19)  # 19 is the last there is
