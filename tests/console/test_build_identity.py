"""A package names the very program that made it, and anybody with the source can compute it."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from console.build_identity import build_hash, hash_of
from console.evidence.telling import program

ROOT = Path(__file__).resolve().parents[2]
RECIPE = "find console db -name '*.py' | LC_ALL=C sort | xargs sha256sum | sha256sum"


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="it needs coreutils")
def test_the_build_is_what_coreutils_compute_of_the_source() -> None:
    told = subprocess.run(
        ["bash", "-c", RECIPE], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout

    assert told.split()[0] == build_hash()
    assert program("7.1").build == build_hash()


def test_one_byte_of_the_source_makes_another_build_and_what_is_beside_it_does_not(
    tmp_path: Path,
) -> None:
    for name, text in (("console/a.py", "a"), ("db/deep/b.py", "b")):
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text(text)
    before = hash_of(tmp_path)
    (tmp_path / "console/a.pyc").write_text("x")
    (tmp_path / "notes.py").write_text("x")
    assert hash_of(tmp_path) == before

    (tmp_path / "db/deep/b.py").write_text("c")
    changed = hash_of(tmp_path)

    assert len({before, changed, ""}) == 3
    assert hash_of(tmp_path / "nothing") == ""
