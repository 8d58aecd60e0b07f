"""What is verified for the bench is a good package; how long that takes is not tested."""

from __future__ import annotations

from pathlib import Path

import pytest

from console.bench import checks
from console.bench.tools import BenchFailed, Patience
from console.clock import SystemClock
from console.evidence.verifying import verify
from console.workers import Stop
from tests.console.call import ignore


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return checks.made(tmp_path_factory.mktemp("made"), 4, 2)


def test_the_package_of_the_bench_is_good_and_as_large_as_it_says(package: Path) -> None:
    verdict = verify(package, stop=Stop(), progressed=ignore)

    assert verdict.sound
    assert verdict.bytes_checked > 8_000_000


def test_the_command_and_openssl_read_it_in_turns(package: Path) -> None:
    figures = checks.verify_round(Patience(SystemClock()), package)

    assert figures["speed_ratio"] == figures["openssl_s"] / figures["ours_s"]


def test_a_package_that_is_not_good_is_no_figure(package: Path) -> None:
    (package / "goc" / "more.mp4").write_bytes(b"")
    try:
        with pytest.raises(BenchFailed, match="ended with 1"):
            checks.verify_round(Patience(SystemClock()), package)
    finally:
        (package / "goc" / "more.mp4").unlink()
