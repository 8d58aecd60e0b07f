"""The command line, as it is typed; it opens no window."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from console import cli


def run(arguments: Sequence[str]) -> int:
    """``ward-console arguments…``: its exit code."""
    return cli.run(arguments, {"open": _no_window, "demo": _no_window})


def check(folder: Path, *options: str) -> int:
    """``ward-console check`` of the station in a folder."""
    return run(["check", "--data", str(folder), *options])


def _no_window(_: argparse.Namespace) -> int:
    raise AssertionError("a window was opened")
