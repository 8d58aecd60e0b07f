"""Runs the proofs, or those that are named, and writes ``proof-results/summary.txt``.

Each runs in a process of its own, so that none can take the others down.
"""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.house.set_up import ROOT
from tests.proof import bare_machine, city, keystore, kills, recording, soak, store, workers
from tests.proof.proof import Disproved, Proof, Untried

PROOFS = {
    "kills": Proof("a killed window leaves nothing behind, 50 times", 15, kills.fifty_windows),
    "store-kills": Proof("kill -9 in the middle of 20 writes", 10, store.twenty_kills),
    "store-full": Proof("a full disk loses nothing, and is got over", 3, store.full_disk),
    "bare-pc": Proof("a station comes back from a backup and a sheet", 30, store.bare_pc),
    "keystore": Proof("the system's keystore keeps the vault's key", 5, keystore.secret_service),
    "city": Proof(
        "a city's lists answer in 50 ms, and are seen in 150", 15, city.a_million_entries
    ),
    "workers": Proof("a killed worker's tiles are back in 3 s", 3, workers.six_kills),
    "recording": Proof(
        "kill -9 of the engine loses 3 s of footage at most, 20 times", 12, recording.twenty_engines
    ),
    "soak": Proof("36 tiles for 10 minutes hold what they held", 20, soak.ten_minutes),
    "debian-12": Proof("make demo and make test from nothing", 20, bare_machine.debian_12),
    "debian-13": Proof("make demo and make test from nothing", 20, bare_machine.debian_13),
}
RESULTS = ROOT / "proof-results"
_HOLDS, _BROKEN, _UNTRIED = 0, 1, 3
_WORDS = {_HOLDS: "holds", _BROKEN: "BROKEN", _UNTRIED: "untried"}


def main(names: list[str]) -> int:
    """Try the proofs one after the other; returns 1 if one is broken."""
    if unknown := set(names) - PROOFS.keys():
        print(f"no such proof: {', '.join(sorted(unknown))}; there are {', '.join(PROOFS)}")
        return 2
    RESULTS.mkdir(exist_ok=True)
    rows, codes = [], set()
    for name in names or PROOFS:
        print(f"{name}: {PROOFS[name].promise} …", flush=True)
        started_s = time.perf_counter()
        code, line = _in_own_process(name)
        took_min = (time.perf_counter() - started_s) / 60
        codes.add(code)
        rows.append(f"{name:<14} {_WORDS[code]:<8} {took_min:5.1f} min  {line}")
        print(rows[-1], flush=True)
        (RESULTS / "summary.txt").write_text("\n".join(rows) + "\n")
    return 1 if _BROKEN in codes else 0


def _in_own_process(name: str) -> tuple[int, str]:
    """The outcome of a proof, and its line; what it printed goes to ``proof-results/``."""
    limit_s = PROOFS[name].limit_min * 60
    log = RESULTS / f"{name}.log"
    with log.open("w") as file:
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.proof", "--one", name],
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
            return _BROKEN, f"not done after {PROOFS[name].limit_min} min, see {log.name}"
    lines = log.read_text(errors="replace").splitlines() or ["it said nothing"]
    return (code, lines[-1]) if code in _WORDS else (_BROKEN, f"it crashed, see {log.name}")


def _one(name: str) -> int:
    """Try one proof here; its line is the last one printed."""
    folder = Path(tempfile.mkdtemp(prefix=f"ward-console-{name}-"))
    try:
        line, code = PROOFS[name].attempt(folder), _HOLDS
    except Disproved as reason:
        line, code = str(reason), _BROKEN
    except Untried as reason:
        line, code = str(reason), _UNTRIED
    finally:
        shutil.rmtree(folder)
    print(line.replace("\n", " "), flush=True)
    return code


if __name__ == "__main__":
    arguments = sys.argv[1:]
    sys.exit(_one(arguments[1]) if arguments[:1] == ["--one"] else main(arguments))
