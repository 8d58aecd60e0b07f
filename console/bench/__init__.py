"""``ward-console bench``: what the wall costs and how quick it is, measured from outside.

Nothing is loaded until it is asked for: the window imports ``meter`` from here.
"""

from __future__ import annotations

import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``ward-console bench``."""
    from console.bench.command import add_arguments

    add_arguments(parser)


def run(options: argparse.Namespace) -> int:
    """Measure what ``options`` name; returns the exit code.

    Raises:
        Problem: a tool is missing, or something did not come as it must.
    """
    from console.bench.command import run

    return run(options)
