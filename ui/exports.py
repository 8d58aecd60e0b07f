"""What the window remembers of exports: how far one is, what waits, what ended.

One of these is there before the station is open, so that nothing that ends early is missed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, Signal, Slot

from console.clock import Clock
from console.events import ExportMoved
from console.evidence.rules import Cause
from db.evidence_records import (
    NO_EXTRAS,
    Package,
    PackageExtras,
    PackageId,
    PackageOutcome,
    RequestId,
)
from ui.bridge import Bridge

_PERCENT = 100
_INTERRUPTED: str = Cause.INTERRUPTED
_NEWS = timedelta(days=1)
_FRESH_S = 120.0  # so long it is told that a package is done


@dataclass(frozen=True, slots=True)
class ExportDraft:
    """What was chosen in the dialog of a request and not queued yet; it names no person."""

    target: str = ""
    extras: PackageExtras = NO_EXTRAS
    suggested: str = ""  # the name of the medium that nobody typed


class Exports(QObject):
    """Hears how far a package is; is told what the queue holds by whoever may read it."""

    moved = Signal()  # one got further, or other ones wait
    ended = Signal(object)  # a Package that was made or failed since the last look

    def __init__(self, bridge: Bridge, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self.began_at: datetime = clock.now()  # what ended before is no news
        self.drafts: dict[RequestId, ExportDraft] = {}
        self._rows: tuple[Package, ...] = ()
        self._newest: ExportMoved | None = None
        self._done: tuple[Package, float] | None = None
        self._told: set[tuple[PackageId, int]] = set()
        bridge.export_moved.connect(self._on_moved)

    @property
    def making(self) -> Package | None:
        """What is being made, as the queue was read last."""
        return next((each for each in self._rows if each.outcome is PackageOutcome.MAKING), None)

    @property
    def waiting(self) -> int:
        """How many wait behind it."""
        return sum(each.outcome is PackageOutcome.QUEUED for each in self._rows)

    @property
    def done(self) -> Package | None:
        """What was made a moment ago."""
        if self._done is None:
            return None
        package, at_s = self._done
        return package if self._clock.monotonic_s() - at_s < _FRESH_S else None

    def how_far(self, package_id: PackageId) -> ExportMoved | None:
        """What was told last of a package that is being made."""
        newest = self._newest
        return newest if newest is not None and newest.package_id == package_id else None

    def keep(self, rows: Sequence[Package], ended: Sequence[Package]) -> None:
        """The queue holds ``rows``; ``ended`` are the newest that were made or failed.

        Each is told once, whoever sits here by then.
        """
        self._rows = tuple(rows)
        fresh = [each for each in ended if self._is_news(each)]
        for package in sorted(fresh, key=lambda each: each.ended_at or self.began_at):
            self._told.add((package.id, package.tries))
            if package.outcome is PackageOutcome.MADE:
                self._done = (package, self._clock.monotonic_s())
            self.ended.emit(package)
        self.moved.emit()

    def forget(self) -> None:
        """Somebody else sits here: what was chosen and shown is not for him."""
        self.drafts.clear()
        self._rows, self._done = (), None
        self.moved.emit()

    def _is_news(self, package: Package) -> bool:
        if (package.id, package.tries) in self._told or package.ended_at is None:
            return False
        if package.ended_at >= self.began_at:
            return True
        # When the program ended in the middle of it nobody could be told.
        late = self._clock.now() - package.ended_at < _NEWS
        return late and package.outcome is PackageOutcome.FAILED and package.cause == _INTERRUPTED

    @Slot(ExportMoved)
    def _on_moved(self, event: ExportMoved) -> None:
        self._newest = event
        self.moved.emit()


def percent(moved: ExportMoved | None) -> int:
    """0 to 99: at 100 it is done, which the queue tells."""
    if moved is None or moved.total <= 0:
        return 0
    return min(_PERCENT - 1, _PERCENT * moved.done // moved.total)
