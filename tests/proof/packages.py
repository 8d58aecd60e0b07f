"""A package of evidence, when the process dies while it is made."""

from __future__ import annotations

from pathlib import Path

from tests.console.evidence.dying_press import killed
from tests.proof.proof import Disproved


def every_step(folder: Path) -> str:
    """``kill -9`` at each step on the medium; the last try makes it, and nothing else looks so."""
    try:
        count = killed(folder, 1)
    except AssertionError as error:
        raise Disproved(str(error)) from error
    return f"{count} kills, one at each step; each told as interrupted, then made and sound"
