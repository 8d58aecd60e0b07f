"""What every page of the window is given."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

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

    def date(self) -> datetime:
        """What holds run by: the PC's clock, unless the engine knows that its date is wrong."""
        return self.standing.recorded.known_date() or self.clock.now()
