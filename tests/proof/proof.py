"""What a proof is: a function that tries one promise for real and returns its figures in a line.

It raises ``Disproved`` when the promise does not hold, and ``Untried`` when this machine cannot
try it; both say why.  It gets an empty folder of its own, which is removed afterwards, or one that
was filled for it and others.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


class Disproved(Exception):
    """The promise does not hold."""


class Untried(Exception):
    """This machine cannot try it: no root, no network, no command."""


@dataclass(frozen=True)
class Proof:
    """One promise; ``limit_min`` is when trying it is given up, in minutes.

    What is not ``timed`` does not mind a busy machine; two such run side by side, before the rest.
    ``made`` fills the folder that all proofs with the same ``made`` are given, one after another;
    it does not mind a busy machine either.
    """

    promise: str
    limit_min: int
    attempt: Callable[[Path], str]
    timed: bool = False
    made: Callable[[Path], None] | None = None
