"""Where the time goes between the key of the moment and the tile's flash."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyTimes:
    """One bookmark's way, in milliseconds.

    From the key to the window that hears of it, to the worker that begins, to the answer that it
    is on the disk, to the flash on the screen.
    """

    total_ms: float
    heard_ms: float
    queued_ms: float
    kept_ms: float
    painted_ms: float

    def told(self) -> dict[str, float]:
        """As a line of the file has it."""
        return {name: round(ms, 2) for name, ms in asdict(self).items()}


def key_times(path: Path) -> list[KeyTimes]:
    """Every whole line of the file, in order."""
    if not path.exists():
        return []
    lines = path.read_text("ascii").splitlines(keepends=True)
    return [KeyTimes(**json.loads(line)) for line in lines if line.endswith("\n")]
