"""A package of every version that was released verifies for ever, by all three checkers.

``make_sample`` adds that of the next version; what lies in ``samples`` is never changed.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from console.evidence.faults import Answer
from console.evidence.verifying import verify
from console.workers import Stop
from tests.console.call import ignore
from tests.console.evidence import make_sample
from tests.console.evidence.browser import Browser
from tests.console.evidence.make_sample import PAPER, SAMPLES
from tests.house.set_up import ROOT

LARGEST_BYTES = 300_000
CHECKERS = ROOT / "resources" / "checkers"
PACKAGES = sorted(each for each in SAMPLES.glob("*/*") if each.is_dir())
every = pytest.mark.parametrize("package", PACKAGES, ids=lambda each: each.parent.name)


def paper(package: Path) -> str:
    """The fingerprint that it had on paper."""
    return (package.parent / PAPER).read_text(encoding="utf-8").strip()


def test_the_version_that_is_here_has_its_sample() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    versions = [each.parent.name for each in PACKAGES]

    assert len(versions) == len(set(versions))
    assert project["version"] in versions


@every
def test_a_sample_holds_something_of_all_and_is_small(package: Path) -> None:
    names = {each.relative_to(package).as_posix() for each in package.rglob("*") if each.is_file()}

    assert {"goc", "xem", "anh"} <= {name.split("/")[0] for name in names}
    assert {"bien-ban.pdf", "nhat-ky.jsonl", "SHA256SUMS.tsr", "kiem-tra.py"} <= names
    assert sum((package / name).stat().st_size for name in names) < LARGEST_BYTES


@every
def test_the_program_finds_it_good(package: Path) -> None:
    verdict = verify(package, fingerprint=paper(package), stop=Stop(), progressed=ignore)

    assert verdict.faults == ()
    assert (verdict.files, verdict.signature) == (Answer.GOOD, Answer.GOOD)
    assert (verdict.signer, verdict.stamp) == (Answer.KNOWN, Answer.GOOD)


@every
@pytest.mark.parametrize("own", [True, False], ids=["its own", "today's"])
def test_the_script_finds_it_good(package: Path, own: bool) -> None:
    script = (package if own else CHECKERS) / "kiem-tra.py"
    done = subprocess.run(
        [sys.executable, "-I", "-B", script, "--json", "--van-tay", paper(package), str(package)],
        cwd="/",
        env={"PATH": os.environ["PATH"], "LC_ALL": "C"},
        capture_output=True,
        encoding="utf-8",
        timeout=50,
    )

    answer = json.loads(done.stdout)
    assert (done.returncode, answer["faults"]) == (0, [])
    assert (answer["files"], answer["signature"], answer["signer"]) == ("good", "good", "known")


@every
@pytest.mark.parametrize("own", [True, False], ids=["its own", "today's"])
def test_the_page_finds_it_good(browser: Browser, package: Path, own: bool) -> None:
    browser.go((package if own else CHECKERS) / "kiem-tra.html")
    browser.send("#paper", paper(package))
    browser.send("#folder", str(package))
    answer = browser.checked()

    assert (answer["exit"], answer["faults"]) == (0, [])
    assert (answer["files"], answer["signature"], answer["signer"]) == ("good", "good", "known")


def test_the_next_sample_can_be_made_and_none_is_made_anew(tmp_path: Path) -> None:
    package = make_sample.make("9.9.9", tmp_path)

    assert verify(package, fingerprint=paper(package), stop=Stop(), progressed=ignore).faults == ()
    with pytest.raises(FileExistsError):
        make_sample.make("9.9.9", tmp_path)
