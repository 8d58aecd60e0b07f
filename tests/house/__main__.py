"""``python3 -m tests.house COMMAND``: what each line of the Makefile calls."""

from __future__ import annotations

import sys

OLDEST = (3, 11)


def main(arguments: list[str]) -> int:
    """Do what the first argument names, with the rest; returns the exit code."""
    if sys.version_info < OLDEST:
        print(
            f"Python {OLDEST[0]}.{OLDEST[1]} or newer is needed; this is {sys.version.split()[0]}"
        )
        return 1
    from tests.house import commands

    return commands.run(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
