"""Runs the proofs, or those that are named, and writes ``proof-results/summary.txt``.

Each runs in a process of its own, so that none can take the others down; what several of them
look at is made once, in a process of its own, too.
"""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.house.set_up import ROOT
from tests.proof import (
    bare_machine,
    city,
    finding,
    holds,
    keystore,
    kills,
    lists,
    marks,
    packages,
    recording,
    soak,
    store,
    workers,
)
from tests.proof.proof import Disproved, Proof, Untried

PROOFS = {
    # First: it draws all scenes, which a killed window never comes to.
    "soak": Proof("36 tiles for 10 minutes hold what they held", 25, soak.ten_minutes, timed=True),
    "city": Proof(
        "a city's lists answer in 50 ms, and are seen in 150",
        10,
        city.measured,
        timed=True,
        made=lists.made,
    ),
    "lists": Proof(
        "lists of 500,000 bookmarks, incidents, outcomes and calls answer in 50 ms, seen in 150",
        15,
        lists.measured,
        timed=True,
        made=lists.made,
    ),
    "finding": Proof(
        "a search among 500,000 bookmarks answers in 50 ms, and is seen in 150",
        15,
        finding.measured,
        timed=True,
        made=lists.made,
    ),
    "workers": Proof("a killed worker's tiles are back in 3 s", 3, workers.six_kills, timed=True),
    "recording": Proof(
        "kill -9 of the engine loses 3 s of footage at most, 20 times",
        12,
        recording.twenty_engines,
        timed=True,
    ),
    "kills": Proof(
        "a killed window leaves nothing behind, 50 times", 15, kills.fifty_windows, timed=True
    ),
    "marks": Proof(
        "kill -9 at the flash keeps bookmark, hold and footage, 10 times",
        10,
        marks.ten_windows,
        timed=True,
    ),
    "debian-12": Proof("make demo and make test from nothing", 45, bare_machine.debian_12),
    "holds": Proof(
        "1,000 holds lose nothing to retention, nor to an index made anew", 15, holds.a_thousand
    ),
    "store-kills": Proof("kill -9 in the middle of 20 writes", 10, store.twenty_kills),
    "store-full": Proof("a full disk loses nothing, and is got over", 3, store.full_disk),
    "package-kills": Proof(
        "kill -9 at every step of an export leaves nothing that looks finished",
        10,
        packages.every_step,
    ),
    "package-faults": Proof(
        "a stick that is pulled, sick or full at any step leaves nothing that looks finished",
        20,
        packages.every_fault,
    ),
    "bare-pc": Proof("a station comes back from a backup and a sheet", 30, store.bare_pc),
    "keystore": Proof("the system's keystore keeps the vault's key", 5, keystore.secret_service),
    "debian-13": Proof("make demo and make test from nothing", 45, bare_machine.debian_13),
}
RESULTS = ROOT / "proof-results"
_LANES = 2
_MAKE_MIN = 40
_HOLDS, _BROKEN, _UNTRIED = 0, 1, 3
_WORDS = {_HOLDS: "holds", _BROKEN: "BROKEN", _UNTRIED: "untried"}


def main(names: list[str]) -> int:
    """Try the proofs: two by two, and then the timed ones alone; 1 if one is broken."""
    if unknown := set(names) - PROOFS.keys():
        print(f"no such proof: {', '.join(sorted(unknown))}; there are {', '.join(PROOFS)}")
        return 2
    RESULTS.mkdir(exist_ok=True)
    wanted = [name for name in PROOFS if not names or name in names]
    started_s = time.perf_counter()
    with tempfile.TemporaryDirectory(prefix="ward-proof-") as run:
        trial = _Trial(Path(run))
        makers = {PROOFS[name].made: name for name in wanted if PROOFS[name].made}
        with ThreadPoolExecutor(_LANES) as pool:
            done = [pool.submit(trial.make, name) for name in makers.values()]
            done += [pool.submit(trial.attempt, n) for n in wanted if not PROOFS[n].timed]
            for each in done:
                each.result()
        for name in wanted:
            if PROOFS[name].timed:
                trial.attempt(name)
    print(f"in all {(time.perf_counter() - started_s) / 60:.1f} min", flush=True)
    return 1 if _BROKEN in trial.codes else 0


class _Trial:
    """What came of the proofs so far.  Threads: one for each proof that runs."""

    def __init__(self, run: Path) -> None:
        """Each proof gets a folder in ``run`` (``tests.proof.ward`` has the reason)."""
        self._run = run
        self._lock = threading.Lock()  # leaf lock
        self._rows: list[str] = []  # guarded by _lock
        self.codes: set[int] = set()  # guarded by _lock

    def make(self, name: str) -> None:
        """Make what this proof looks at, and others too; without it they are broken."""
        started_s = time.perf_counter()
        code, line = _in_own_process("--make", name, self._folder(name))
        took_min = (time.perf_counter() - started_s) / 60
        print(
            f"{'made':<14} {'' if code == _HOLDS else 'BROKEN':<8} {took_min:5.1f} min  {line}",
            flush=True,
        )

    def attempt(self, name: str) -> None:
        """Try one, and write ``summary.txt``."""
        print(f"{name}: {PROOFS[name].promise} …", flush=True)
        started_s = time.perf_counter()
        code, line = _in_own_process("--one", name, self._folder(name))
        took_min = (time.perf_counter() - started_s) / 60
        row = f"{name:<14} {_WORDS[code]:<8} {took_min:5.1f} min  {line}"
        print(row, flush=True)
        with self._lock:
            self.codes.add(code)
            self._rows.append(row)
            (RESULTS / "summary.txt").write_text("\n".join(self._rows) + "\n")

    def _folder(self, name: str) -> Path:
        made = PROOFS[name].made
        return self._run / (name if made is None else f"made-by-{made.__module__}")


def _in_own_process(task: str, name: str, folder: Path) -> tuple[int, str]:
    """The outcome of a proof, or of what is made for it, and its line.

    What it printed goes to ``proof-results/``.
    """
    limit_min = _MAKE_MIN if task == "--make" else PROOFS[name].limit_min
    limit_s = limit_min * 60
    log = RESULTS / f"{'made' if task == '--make' else name}.log"
    with log.open("w") as file:
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.proof", task, name, str(folder)],
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=file,
            stderr=subprocess.STDOUT,
        )
        try:
            code = process.wait(limit_s)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGINT)  # it cleans up after itself
            process.wait()
            return _BROKEN, f"not done after {limit_min} min, see {log.name}"
    lines = log.read_text(errors="replace").splitlines() or ["it said nothing"]
    return (code, lines[-1]) if code in _WORDS else (_BROKEN, f"it crashed, see {log.name}")


def _make(name: str, folder: Path) -> int:
    """Make here what a proof and others look at."""
    made = PROOFS[name].made
    assert made is not None
    folder.mkdir()
    made(folder)
    return _HOLDS


def _one(name: str, folder: Path) -> int:
    """Try one proof here; its line is the last one printed."""
    own = PROOFS[name].made is None
    if own:
        folder.mkdir()
    try:
        line, code = PROOFS[name].attempt(folder), _HOLDS
    except Disproved as reason:
        line, code = str(reason), _BROKEN
    except Untried as reason:
        line, code = str(reason), _UNTRIED
    finally:
        if own:
            shutil.rmtree(folder)
    print(line.replace("\n", " "), flush=True)
    return code


_TASKS = {"--one": _one, "--make": _make}

if __name__ == "__main__":
    arguments = sys.argv[1:]
    if arguments and arguments[0] in _TASKS:
        sys.exit(_TASKS[arguments[0]](arguments[1], Path(arguments[2])))
    sys.exit(main(arguments))
