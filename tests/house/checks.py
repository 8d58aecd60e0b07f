"""``make check``: everything that can be seen without running the program."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

from tests.house.set_up import PYTHON, ROOT

# pytest goes without its cache here: two checks at once must not disturb each other.
_CHECKS: dict[str, list[str]] = {
    "style": ["ruff", "check", "."],
    "format": ["ruff", "format", "--check", "."],
    "types": ["mypy"],
    "layers and doors": ["lint-imports"],
    "translations": ["python", "-m", "tests.house.translations"],
    "house and docs": ["pytest", "-q", "tests/test_house.py", "tests/test_docs.py"],
}


def main(names: list[str]) -> int:
    """Run the checks, or those that are named; all of them, even after one failed."""
    failed = [
        name
        for name, command in _CHECKS.items()
        if name in (names or _CHECKS) and not _passes(name, command)
    ]
    print(f"check: {'failed: ' + ', '.join(failed) if failed else 'all is well'}")
    return 1 if failed else 0


def _passes(name: str, command: list[str]) -> bool:
    program, *arguments = command
    path = PYTHON if program == "python" else _beside(program)
    started_s = time.perf_counter()
    done = subprocess.run(
        [path, *arguments],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
    )
    took_s = time.perf_counter() - started_s
    print(f"{name:<18} {'ok' if done.returncode == 0 else 'FAILED':<7} {took_s:5.1f} s", flush=True)
    if done.returncode:
        print(done.stdout, flush=True)
    return done.returncode == 0


def _beside(program: str) -> Path:
    return PYTHON.with_name(program + PYTHON.suffix)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
