"""What a forger lays beside ``kiem-tra.py`` is neither imported nor run."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.console.evidence import small_package as small
from tests.console.evidence.small_package import signer
from tests.console.evidence.tamperings import TAMPERINGS
from tests.house.set_up import ROOT

SCRIPT = ROOT / "resources" / "checkers" / "kiem-tra.py"
PAPER = signer("station").fingerprint()
FORGED = next(each for each in TAMPERINGS if each.name == "manifest and sums rewritten")
MODULES = ["json", "hashlib", "__future__", "argparse", "subprocess", "typing", "tempfile"]
AS_ON_WINDOWS = """
import runpy, shutil, subprocess, sys, tempfile  # they look where they are when they are imported
sys.platform = "win32"
sys.argv = sys.argv[1:]
runpy.run_path(sys.argv[0], run_name="__main__")
"""
posix = pytest.mark.skipif(sys.platform == "win32", reason="the planted program is of a shell")


@pytest.fixture
def inside(package: Path) -> Path:
    """A package with the script in it, as it travels."""
    (package / "kiem-tra.py").write_bytes(SCRIPT.read_bytes())
    small.seal(package, signer("station"))
    return package


def answered(
    folder: Path,
    *command: str | Path,
    cwd: Path | None = None,
    path: str = os.environ["PATH"],
    **environment: str,
) -> dict[str, Any]:
    """What the script says of the package that it lies in, run as somebody without ``-I`` would."""
    done = subprocess.run(
        [sys.executable, *command, folder / "kiem-tra.py", "--json", "--van-tay", PAPER],
        cwd=cwd or folder,
        env={"PATH": path, "LC_ALL": "C", "PYTHONDONTWRITEBYTECODE": "1", **environment},
        capture_output=True,
        encoding="utf-8",
        timeout=50,
    )
    assert done.stderr == ""
    told = json.loads(done.stdout)
    assert isinstance(told, dict)
    return told


def planted(*programs: Path) -> Path:
    """Programs that leave a trace and say that all is well; where the trace is."""
    trace = programs[0].parent.parent / "was-run"
    for program in programs:
        program.parent.mkdir(exist_ok=True)
        program.write_text(f"#!/bin/sh\necho x >> '{trace}'\n")
        program.chmod(0o755)
    return trace


@pytest.mark.parametrize("module", MODULES)
def test_no_module_is_imported_from_the_package(inside: Path, module: str) -> None:
    trace = inside.parent / "was-imported"
    (inside / f"{module}.py").write_text(f"open({str(trace)!r}, 'w').close()\nraise SystemExit")

    told = answered(inside)

    assert not trace.exists()
    assert {(each["word"], each["path"]) for each in told["faults"]} == {("extra", f"{module}.py")}


@pytest.mark.parametrize("module", MODULES)
def test_no_module_is_imported_from_where_the_console_was_opened(
    inside: Path, tmp_path: Path, module: str
) -> None:
    trace, cwd = tmp_path / "was-imported", tmp_path / "elsewhere"
    cwd.mkdir()
    (cwd / f"{module}.py").write_text(f"open({str(trace)!r}, 'w').close()\nraise SystemExit")

    told = answered(inside, cwd=cwd, PYTHONPATH=".")

    assert (trace.exists(), told["faults"], told["exit"]) == (False, [], 0)


@posix
@pytest.mark.parametrize("way", [".", "", "bin", "{package}", "{package}/bin", "{link}"])
def test_no_openssl_of_the_package_is_run(inside: Path, way: str) -> None:
    FORGED.do(inside)
    trace = planted(inside / "openssl", inside / "bin" / "openssl")
    link = inside.parent / "link"
    link.symlink_to(inside)
    path = way.format(package=inside, link=link)

    told = answered(inside, path=path + os.pathsep + os.environ["PATH"])
    alone = answered(inside, path=path)

    assert not trace.exists()
    assert (told["signature"], alone["signature"]) == ("bad", "not_checked")


@posix
@pytest.mark.parametrize("way", [".", "{cwd}", "{cwd}/bin"])
def test_no_openssl_from_where_the_console_was_opened_is_run(
    inside: Path, tmp_path: Path, way: str
) -> None:
    FORGED.do(inside)
    cwd = tmp_path / "elsewhere"
    cwd.mkdir()
    trace = planted(cwd / "openssl", cwd / "bin" / "openssl")

    told = answered(inside, cwd=cwd, path=way.format(cwd=cwd) + os.pathsep + os.environ["PATH"])

    assert (trace.exists(), told["signature"]) == (False, "bad")


@posix
def test_windows_does_not_take_the_openssl_of_the_folder_that_it_stands_in(inside: Path) -> None:
    """It looks there first, whatever PATH says; and for Git's, whose path means nothing here."""
    FORGED.do(inside)
    git = r"C:\Program Files\Git\usr\bin\openssl.exe"
    trace = planted(*(inside / name for name in ("openssl.exe", "openssl.EXE", "openssl", git)))

    told = answered(inside, "-c", AS_ON_WINDOWS, PATHEXT=".EXE")

    assert not trace.exists()
    assert told["signature"] == "not_checked"


@posix
def test_openssl_stands_in_a_folder_of_its_own_with_what_it_reads_alone(
    inside: Path, tmp_path: Path
) -> None:
    """Windows looks for libraries where a program stands; and nothing steers it from outside."""
    real, trace = shutil.which("openssl"), tmp_path / "seen"
    honest = tmp_path / "honest" / "openssl"
    honest.parent.mkdir()
    honest.write_text(f"#!/bin/sh\n(pwd; ls; env) >> '{trace}'\nexec {real} \"$@\"\n")
    honest.chmod(0o755)
    steering: dict[str, Any] = {
        name: str(inside / "openssl.cnf")
        for name in ("OPENSSL_CONF", "OPENSSL_MODULES", "OPENSSL_ENGINES", "SSL_CERT_FILE")
    }
    (inside / "openssl.cnf").write_text("broken [")

    told = answered(inside, path=str(honest.parent) + ":/usr/bin:/bin", **steering)

    where, *seen = trace.read_text().splitlines()
    assert told["signature"] == "good"
    assert not Path(where).is_relative_to(inside)
    assert not Path(where).exists()
    assert seen[:3] == ["SHA256SUMS", "SHA256SUMS.p7s", "nguoi-ky.pem"]
    assert [line for line in seen if line.partition("=")[0] in steering] == []
