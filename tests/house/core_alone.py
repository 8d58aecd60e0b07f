"""The tests of ``db`` and ``console`` with Qt absent: the core must not need it.

pytest-qt stays off, so its settings in pyproject.toml are unknown and no warning.
"""

from __future__ import annotations

import sys

import pytest

ABSENT = "PySide6"


def main(options: list[str]) -> int:
    """Run them; returns pytest's exit code."""
    sys.modules[ABSENT] = None  # type: ignore[assignment]
    return pytest.main(
        ["-q", "-p", "no:pytest-qt", "-W", "ignore::pytest.PytestConfigWarning"]
        + ["-o", "addopts=--import-mode=importlib --strict-markers"]
        # Whole engines are processes of their own, started anew: Qt is never near them.
        + (options or ["-m", "not whole", "tests/db", "tests/console"])
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
