"""SHA256SUMS: what is written is read by everybody, and nothing else is read."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from console.evidence import sums
from console.evidence.faults import FaultWord

ONE, TWO = "a1" * 32, "b2" * 32
GOOD = f"{ONE}  goc/a.mp4\n{TWO}  thong-tin.json\n".encode()


def test_what_was_written_is_read_as_it_was() -> None:
    hashes = {"thong-tin.json": TWO, "goc/a.mp4": ONE}

    assert sums.written(hashes) == GOOD
    assert sums.parsed(GOOD) == (hashes, [])


@pytest.mark.parametrize("path", ["SHA256SUMS", "SHA256SUMS.p7s", "../x", "goc/a b"])
def test_what_may_have_no_line_gets_none(path: str) -> None:
    with pytest.raises(ValueError, match=r"no line|no path"):
        sums.written({path: ONE})


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"", "sums_broken"),
        (b"\n", "sums_broken"),
        (GOOD[:-1], "sums_broken"),
        (GOOD.replace(b"\n", b"\r\n"), "sums_broken"),
        (b"\xef\xbb\xbf" + GOOD, "sums_broken"),
        (GOOD + b"\xff\n", "sums_broken"),
        (GOOD + b"\n", "sums_broken"),
        (GOOD.upper(), "sums_broken"),
        (GOOD.replace(b"  ", b" *"), "sums_broken"),
        (GOOD.replace(b"  goc", b"   goc"), "unsafe_name"),
        (GOOD.replace(b"  goc", b" goc"), "sums_broken"),
        (GOOD.replace(b"a1a1", b"a1", 1), "sums_broken"),
        (b"\\" + GOOD, "sums_broken"),
        (GOOD + f"{ONE}  thong-tin.json\n".encode(), "sums_broken"),
        (GOOD + f"{ONE}  THONG-TIN.JSON\n".encode(), "sums_broken"),
        (f"{TWO}  thong-tin.json\n{ONE}  goc/a.mp4\n".encode(), "sums_broken"),
        (GOOD + f"{ONE}  ../x\n".encode(), "unsafe_name"),
        (GOOD + f"{ONE}  /etc/passwd\n".encode(), "unsafe_name"),
        (GOOD + f"{ONE}  xem\\a.mp4\n".encode(), "unsafe_name"),
        (f"{ONE}  SHA256SUMS\n".encode() + GOOD, "sums_broken"),
        (f"{ONE}  SHA256SUMS.p7s\n".encode() + GOOD, "sums_broken"),
    ],
)
def test_nothing_that_readers_take_in_two_ways_is_let_pass(content: bytes, word: str) -> None:
    _, faults = sums.parsed(content)

    assert FaultWord(word) in {fault.word for fault in faults}


def test_coreutils_reads_what_was_written(tmp_path: Path) -> None:
    (tmp_path / "goc").mkdir()
    (tmp_path / "goc" / "a.mp4").write_bytes(b"")
    empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    (tmp_path / "SHA256SUMS").write_bytes(sums.written({"goc/a.mp4": empty}))

    done = subprocess.run(
        ["sha256sum", "--check", "--strict", "SHA256SUMS"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )

    assert (done.returncode, done.stdout) == (0, "goc/a.mp4: OK\n")
