"""What every page of the window is given."""

from __future__ import annotations

from dataclasses import dataclass

from console.clock import Clock
from ui.bridge import Bridge
from ui.standing import Standing
from ui.tasks import Tasks


@dataclass(frozen=True, slots=True)
class Desk:
    """The window's own tools; they are there before the station is open."""

    bridge: Bridge
    tasks: Tasks
    standing: Standing
    clock: Clock
