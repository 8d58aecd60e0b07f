"""Runs the tests that it is given with Qt absent: ``db`` and ``console`` must not need it.

pytest-qt stays off, so its settings in pyproject.toml are unknown and no warning.
"""

from __future__ import annotations

import sys

import pytest

ABSENT = "PySide6"


def main(options: list[str]) -> int:
    """Run them; returns pytest's exit code."""
    sys.modules[ABSENT] = None  # type: ignore[assignment]
    quiet = ["-q", "-p", "no:pytest-qt", "-W", "ignore::pytest.PytestConfigWarning"]
    strict = ["-o", "addopts=--import-mode=importlib --strict-markers"]
    return pytest.main([*quiet, *strict, *options])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
