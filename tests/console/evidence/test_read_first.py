"""``DOC-TRUOC.html``: its printed commands, run as they stand there, find what they promise."""

from __future__ import annotations

import html
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from console.evidence.checkers import READ_FIRST, travelling
from tests.console.evidence import making
from tests.console.evidence import small_package as small
from tests.console.evidence.browser import Browser
from tests.console.evidence.small_package import signer
from tests.console.evidence.tamperings import TAMPERINGS, Tampering, flip

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the steps for bash")
BASH = shutil.which("bash") or "bash"
PAPER = signer("station").fingerprint()
BY_HAND = [each for each in TAMPERINGS if each.by_hand]
# The fifth step needs the certificate of who gave the stamp.
OF_PROGRAM = [each for each in making.TAMPERINGS if each.expected != {"stamp_bad"}]


def steps(page: str) -> dict[int, str]:
    """The commands that are printed for Linux, by their number."""
    found = re.findall(r'<pre data-step="(\d)">(.*?)</pre>', page, re.DOTALL)
    return {int(number): html.unescape(text) for number, text in found}


def followed(package: Path, path: str = os.environ["PATH"]) -> dict[int, str]:
    """What each step printed, done in the package's folder; step 0 holds for all of them."""
    page = travelling(small.CASE, small.STATION, PAPER)[READ_FIRST].decode()
    first, *others = sorted(steps(page).items())
    assert first[0] == 0
    done = {
        number: subprocess.run(
            [BASH, "-c", f"{first[1]}\n{command}"],
            cwd=package,
            env={**os.environ, "PATH": path},
            capture_output=True,
            text=True,
            errors="replace",
        )
        for number, command in others
    }
    return {number: each.stdout + each.stderr for number, each in done.items()}


def verdict(said: dict[int, str], paper: str = PAPER) -> set[int]:
    """The steps that a reader sees to be wrong, after what the page says of each."""
    well = {
        1: "BUOC 1 DUNG" in said[1],
        2: "BUOC 2 DUNG" in said[2],
        3: "erification successful" in said[3],
        4: "".join(said[4].split()) == paper,
    }
    return {number for number, each in well.items() if not each}


def test_a_good_package_passes_every_step(package: Path) -> None:
    assert verdict(followed(package)) == set()


@pytest.mark.parametrize("tampering", BY_HAND, ids=str)
def test_the_printed_steps_find_every_tampering(package: Path, tampering: Tampering) -> None:
    tampering.do(package)

    assert verdict(followed(package)) != set()


@pytest.mark.parametrize("tampering", OF_PROGRAM, ids=lambda each: each.name)
def test_the_printed_steps_find_what_was_done_to_a_package_of_the_program(
    made: Path, tampering: making.Tampering
) -> None:
    paper = making.fingerprint_of(made)
    assert verdict(followed(made), paper) == set()

    tampering.do(made)

    assert verdict(followed(made), paper) != set()


def test_each_step_finds_what_it_is_there_for_and_names_it(package: Path, tmp_path: Path) -> None:
    flip(package / small.NATIVE)
    (package / "bien-ban.pdf").unlink()
    (package / "xem" / "them.mp4").write_bytes(b"x")
    (package / "rong").mkdir()
    (package / "lien-ket").symlink_to(tmp_path)

    said = followed(package)

    assert f"{small.NATIVE}: FAILED" in said[1]
    assert "bien-ban.pdf: FAILED open or read" in said[1]
    assert "THUA: xem/them.mp4" in said[2]
    assert "THUA: ./rong" in said[2]
    assert "THUA: ./lien-ket" in said[2]
    assert verdict(said) == {1, 2}


@pytest.mark.parametrize("way", [".", "", "{package}"])
def test_no_tool_that_lies_in_the_package_is_taken_for_the_pcs_own(package: Path, way: str) -> None:
    """Where somebody has the folder that he stands in among those of his programs."""
    forged = next(each for each in TAMPERINGS if each.name == "manifest and sums rewritten")
    forged.do(package)
    for tool in ("sha256sum", "openssl", "find", "comm", "sort", "cut", "sed"):
        (package / tool).write_text("#!/bin/sh\necho Verification successful\n")
        (package / tool).chmod(0o755)

    said = followed(package, way.format(package=package) + os.pathsep + os.environ["PATH"])

    assert verdict(said) == {2, 3}
    assert "THUA: openssl" in said[2]


@pytest.mark.parametrize("python", ["python3 -I kiem-tra.py", "py -3 -I kiem-tra.py"])
def test_the_script_is_started_so_that_python_takes_nothing_from_the_package(python: str) -> None:
    page = travelling(small.CASE, small.STATION, PAPER)[READ_FIRST].decode()
    starts = re.findall(r"<pre[^>]*>(py.*?) --van-tay", page)

    assert python in starts
    assert len(starts) == 2


def test_a_package_made_anew_by_a_forger_fails_at_the_paper_alone(package: Path) -> None:
    forged = next(each for each in TAMPERINGS if each.name == "all made anew by another key")
    forged.do(package)

    assert verdict(followed(package)) == {4}


def test_what_an_officer_typed_is_only_text_in_the_page(browser: Browser, tmp_path: Path) -> None:
    case = "<img src=x onerror=window.bad=1> @@STATION@@ & 'x'"
    page = tmp_path / "DOC.html"
    page.write_bytes(travelling(case, "Công an phường “Ô Chợ Dừa”", PAPER)[READ_FIRST])

    browser.go(page)

    cells = browser.ask("return [...document.querySelectorAll('.facts td')].map(e => e.innerText)")
    assert cells[:2] == [case, "Công an phường “Ô Chợ Dừa”"]
    assert cells[2].split() == [PAPER[at : at + 4] for at in range(0, 64, 4)]
    assert browser.ask("return window.bad ?? null") is None


def test_no_field_is_left_open_and_the_checkers_are_the_same_in_every_package() -> None:
    one = travelling("A", "B", PAPER)
    other = travelling("C", "D", "0" * 64)

    assert set(one) == {"DOC-TRUOC.html", "kiem-tra.html", "kiem-tra.py"}
    assert b"@@" not in one[READ_FIRST]
    assert one["kiem-tra.html"] == other["kiem-tra.html"]
    assert one["kiem-tra.py"] == other["kiem-tra.py"]


@pytest.mark.parametrize("no_fingerprint", ["", "0" * 63, "G" * 64, "A" * 64])
def test_what_is_no_fingerprint_is_refused(no_fingerprint: str) -> None:
    with pytest.raises(ValueError, match="64 hex digits"):
        travelling("A", "B", no_fingerprint)
