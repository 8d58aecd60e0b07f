"""How fast packages are checked: by the program beside openssl, and by the page in a browser."""

from __future__ import annotations

import contextlib
import json
import os
import statistics
import subprocess
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from console.bench import costs
from console.bench.browser import Browser, browsing
from console.bench.plan import Figures, Plan
from console.bench.tools import BenchFailed, Patience, need
from console.evidence import extract
from console.evidence.checkers import PAGE, READ_FIRST, SCRIPT, travelling
from console.evidence.manifest import (
    Case,
    HeadTold,
    Manifest,
    PcClock,
    Program,
    Request,
    Role,
    Workstation,
)
from console.evidence.names import LOG, folder_name
from console.evidence.writing import PackageWriter
from console.platform.children import command_line, environment, program_folder
from console.seal import StationKey
from console.workers import Stop
from db.records import from_us

VERIFY_MB, PAGE_MB = 2000, 3000
"""10^6 bytes: of the package that is verified, and of the file that the page reads."""
_MB = 1_000_000
_PIECE_MB = 4
_FILES = 4  # of the package that is verified
_LOOK_S = 0.2
_WITHIN_S = 600.0  # a failure, not a figure
_MADE_US = 1_790_000_000_000_000
_UUID = "3f9a1c2e-6f1b-4a55-9d43-0c8f6a2b7e10"
_ROLES = {READ_FIRST: Role.GUIDE, PAGE: Role.CHECKER, SCRIPT: Role.CHECKER}


def verify(plan: Plan) -> Figures:
    """``ward-console verify`` of 2 GB in four files, against ``openssl dgst -sha256`` of them.

    ``speed_ratio`` is openssl's time ÷ ours, from command to end; they take turns, medians of the
    plan's rounds.  What is read lies in memory, for both.
    """
    need("openssl")
    with tempfile.TemporaryDirectory(dir=plan.folder) as folder:
        print(f"verify: making a package of {VERIFY_MB} MB", flush=True)
        package = made(Path(folder), VERIFY_MB // _FILES, _FILES)
        _read(package)
        rounds = plan.repeated("verify", lambda: verify_round(plan.patience, package))
    return {name: round(statistics.median(each[name] for each in rounds), 3) for name in rounds[0]}


def checker(plan: Plan) -> Figures:
    """``kiem-tra.html`` in Chromium without a window, and one file of 3 GB.

    ``mb_per_s`` is from the choice of the folder to the four answers, 10^6 bytes a second; median
    of the plan's rounds.  ``memory_mb`` is the most that all of the browser's processes had
    (proportional, MiB), looked at five times a second; ``idle_mb`` what they had before.
    """
    need("chromium", "chromedriver")
    with tempfile.TemporaryDirectory(dir=plan.folder) as folder:
        print(f"checker: making a package with a file of {PAGE_MB} MB", flush=True)
        package = made(Path(folder), PAGE_MB, 1)
        _read(package)
        rounds = plan.repeated("checker", lambda: checker_round(plan.patience, package))
    return {
        "mb_per_s": round(statistics.median(each["mb_per_s"] for each in rounds), 1),
        "memory_mb": round(max(each["memory_mb"] for each in rounds), 1),
        "idle_mb": round(statistics.median(each["idle_mb"] for each in rounds), 1),
    }


def verify_round(patience: Patience, package: Path) -> Figures:
    """The package is verified once by both.

    Raises:
        BenchFailed: either says that something is wrong with it.
    """
    began_s = patience.clock.monotonic_s()
    _run(command_line(["verify", str(package)]))
    ours_s = patience.clock.monotonic_s() - began_s
    began_s = patience.clock.monotonic_s()
    _run(["openssl", "dgst", "-sha256", *map(str, _files(package))])
    theirs_s = patience.clock.monotonic_s() - began_s
    return {"ours_s": ours_s, "openssl_s": theirs_s, "speed_ratio": theirs_s / ours_s}


def checker_round(patience: Patience, package: Path) -> Figures:
    """The page checks the package once, in a browser that was just started.

    Raises:
        BenchFailed: it finds something, or does not come to an end.
    """
    with tempfile.TemporaryDirectory() as profile, browsing(Path(profile)) as browser:
        browser.go(package / PAGE)
        idle_mb = costs.memory_mb(browser.pid)
        began_s = patience.clock.monotonic_s()
        browser.send("#folder", str(package))
        memory: list[float] = []
        ended_s = patience.until(
            "the page's answers",
            lambda: _has_answered(browser, memory),
            within_s=_WITHIN_S,
            every_s=_LOOK_S,
        )
        result = browser.checked()
    if result["faults"] and {each["word"] for each in result["faults"]} != {"signer_unknown"}:
        raise BenchFailed(f"the page finds {json.dumps(result['faults'])[:300]}")
    size = sum(each.stat().st_size for each in _files(package))
    return {
        "mb_per_s": size / _MB / (ended_s - began_s),
        "memory_mb": max(memory),
        "idle_mb": idle_mb,
    }


def made(folder: Path, megabytes: int, files: int) -> Path:
    """A package with so many files of so many MB each, good in every way but for their pictures."""
    key = StationKey.make()
    at = from_us(_MADE_US)
    fingerprint = key.public().fingerprint()
    writer = PackageWriter(
        folder,
        folder_name("VV-2026-000001", at, _UUID[:8]),
        needed_bytes=files * megabytes * _MB,
        stop=Stop(),
        progressed=lambda _done, _total: None,
    )
    with writer:
        for number in range(files):
            place = writer.place(f"goc/cam-{number:03}.mp4", Role.NATIVE)
            _fill(place, megabytes)
        for name, content in travelling("VV-2026-000001", "Bench", fingerprint).items():
            writer.add_bytes(name, content, _ROLES[name])
        writer.add_bytes(LOG, b"", Role.LOG)
        return writer.finish(_manifest(at), key, UTC)


def _fill(place: Path, megabytes: int) -> None:
    """Write so many MB that no disk makes smaller."""
    piece = os.urandom(_PIECE_MB * _MB)
    with place.open("xb") as file:
        for _ in range(megabytes // _PIECE_MB):
            file.write(piece)


def _manifest(at: datetime) -> Manifest:
    head = HeadTold(seq=1, hash="00" * 32)
    return Manifest(
        package=_UUID,
        made_at=at,
        program=Program(
            name="ward-console", version="", build="", python="", os="", ffmpeg="", pyav=""
        ),
        case=Case(number="VV-2026-000001", incident=None),
        request=Request(unit="", reason="", basis=""),
        people=(),
        workstation=Workstation(name="", id="", station="", clock=PcClock(synchronised=None)),
        key="",
        cameras=(),
        clips=(),
        log=extract.told((), head, head),
    )


def _files(package: Path) -> list[Path]:
    return sorted(each for each in package.rglob("*") if each.is_file())


def _read(package: Path) -> None:
    """Have all of it in memory, so that no disk is measured."""
    for path in _files(package):
        with path.open("rb") as file:
            while file.read(_PIECE_MB * _MB):
                pass


def _run(command: list[str]) -> None:
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=False,
        cwd=program_folder(),
        env=environment(),
    )
    if done.returncode:
        said = (done.stderr or done.stdout).strip()[-300:]
        raise BenchFailed(f"{command[0]} ended with {done.returncode}: {said}")


def _has_answered(browser: Browser, memory: list[float]) -> bool:
    with contextlib.suppress(BenchFailed):  # a process of the browser's ended meanwhile
        memory.append(costs.memory_mb(browser.pid))
    return bool(browser.ask("return Boolean(window.result)"))
