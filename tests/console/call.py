"""A call of a service, and what is said where it does not matter."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from console.app import Console
from console.rights import Action

NO_ID = 4711  # nobody's and nothing's: whoever gets through the gate finds nothing there
NOWHERE = Path("nowhere") / "list.csv"


@dataclass(frozen=True)
class Call:
    """One call of a service.  ``needs`` None: whoever sits there, or nobody, may make it."""

    needs: Action | None
    make: Callable[[Console], object]


def ignore(_done: int, _total: int) -> None:
    """Progress that nobody watches."""
