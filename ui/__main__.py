"""The one entry of ``ward-console``: finds out what is asked for, and loads no more than that."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from console import cli


def main(arguments: Sequence[str] | None = None) -> int:
    """Run ``ward-console`` with ``arguments`` (those of the process if None); the exit code."""
    return cli.run(sys.argv[1:] if arguments is None else arguments, {"open": _open, "demo": _demo})


def _open(options: argparse.Namespace) -> int:
    from ui import start

    return start.open_station(options)


def _demo(options: argparse.Namespace) -> int:
    from ui import demo

    return demo.open_demo(options)


if __name__ == "__main__":
    sys.exit(main())
