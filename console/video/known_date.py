"""What day it is for certain: a clock that leapt ahead must not make footage and holds old.

A flat battery or a wrong hand may set the PC's clock years ahead, and everything would be over at
once.  So the latest date that is known is kept in a file.  It goes on with the PC's monotonic
clock, which nobody sets; a wall clock that is far beyond it is not believed until it is set right,
or an officer says that it is right, since the PC was off for so long.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from console.clock import Clock
from console.durable import write_durably

DATE_FILE = "known-date.json"
CONFIRMED = "date_confirmed"
"""The key of the store's setting: when an officer said that the PC's date is right."""
UNSEEN = timedelta(days=3)
"""So long a PC may have been off, or be ahead, without anybody being asked."""
WRITE_EVERY_S = 3600.0
_YEARS = range(2000, 2200)  # others are nothing that this program wrote

log = logging.getLogger(__name__)


class KnownDate:
    """Kept by the engine's keeper, on its thread; ``look`` comes first.

    It is held as the date at 0 of the monotonic clock, so that it goes on by itself.
    """

    def __init__(self, path: Path, clock: Clock, newest: Callable[[], datetime | None]) -> None:
        """``newest`` tells what the footage index knows, where there is no file yet."""
        self._path = path
        self._clock = clock
        self._newest = newest
        self._zero: datetime | None = None
        self._written_s = 0.0
        self._is_doubtful = False

    @property
    def present(self) -> datetime:
        """Now, or the known date where the clock is not believed."""
        return self.known or self._clock.now()

    @property
    def known(self) -> datetime | None:
        """The known date; None while the clock is believed."""
        if self._zero is None or not self._is_doubtful:
            return None
        return self._zero + self._since_zero()

    def look(self, confirmed: datetime | None) -> None:
        """Compare the clock with what is known; an officer ``confirmed`` it then.

        Raises what ``newest`` raises: then nothing is known.
        """
        now = self._clock.now()
        clocks_zero = now - self._since_zero()
        first = self._zero is None
        zero = self._begin(now) if self._zero is None else self._zero
        if confirmed is not None and abs(now - confirmed) <= UNSEEN and clocks_zero > zero:
            zero = clocks_zero
        doubtful = clocks_zero - zero > UNSEEN
        self._zero = zero if doubtful else max(zero, clocks_zero)
        changed, self._is_doubtful = doubtful is not self._is_doubtful, doubtful
        if changed and doubtful:
            known = self._zero + self._since_zero()
            log.warning("the clock says %s, and the last known date is %s", now, known)
            log.warning("nothing is removed by age until that is set right or confirmed")
        elif changed:
            log.info("the clock is believed again")
        if first or changed or self._clock.monotonic_s() - self._written_s >= WRITE_EVERY_S:
            self._write(self._zero)

    def _begin(self, now: datetime) -> datetime:
        """The known date at 0 of the monotonic clock, by the file or the index."""
        kept = _read(self._path)
        if kept is not None:
            return _zero_now(*kept, now - self._since_zero(), self._since_zero())
        return (self._newest() or now) - self._since_zero()

    def _since_zero(self) -> timedelta:
        return timedelta(seconds=self._clock.monotonic_s())

    def _write(self, zero: datetime) -> None:
        self._written_s = self._clock.monotonic_s()
        kept = {"known": zero + self._since_zero(), "at_boot": zero}
        text = json.dumps({name: each.isoformat() for name, each in kept.items()})
        try:
            write_durably(self._path, text.encode())
        except OSError as error:
            log.warning("the known date cannot be kept: %s", error.strerror)


class KnownClock:
    """The PC's clock, but for a date that is not believed: then the known one goes on.

    By what the engine keeps at ``path``, so without an engine, too.  Any thread; ``now`` reads
    that file.
    """

    def __init__(self, path: Path, clock: Clock) -> None:
        self._path = path
        self._clock = clock

    def now(self) -> datetime:
        """See ``Clock``."""
        return self.known() or self._clock.now()

    def monotonic_s(self) -> float:
        """See ``Clock``."""
        return self._clock.monotonic_s()

    def known(self) -> datetime | None:
        """The known date; None while the PC's clock is believed."""
        kept = _read(self._path)
        if kept is None:
            return None
        since_zero = timedelta(seconds=self._clock.monotonic_s())
        zero = self._clock.now() - since_zero
        known = _zero_now(*kept, zero, since_zero)
        return known + since_zero if zero - known > UNSEEN else None


def _zero_now(
    known: datetime, at_boot: datetime, zero: datetime, since_zero: timedelta
) -> datetime:
    """The known date at 0 of the monotonic clock, whose wall clock said ``zero`` there.

    Where the PC was not started since, the date went on with it; else it was off who knows how
    long, and so much is known only.
    """
    was_on = zero - at_boot <= UNSEEN
    return max(known - since_zero, zero) if was_on else known - since_zero


def confirmed_at(setting: str | None) -> datetime | None:
    """When an officer said that the date is right, by what is kept of it; None if that is none."""
    try:
        return None if setting is None else _instant(json.loads(setting))
    except ValueError:
        return None


def _read(path: Path) -> tuple[datetime, datetime] | None:
    """What was known, and what that was at 0 of the monotonic clock; None where nothing is."""
    try:
        kept = json.loads(path.read_bytes())
        known, at_boot = (_instant(kept[name]) for name in ("known", "at_boot"))
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return None if known is None or at_boot is None else (known, at_boot)


def _instant(text: object) -> datetime | None:
    """A date that may be ours; None for whatever a damaged disk or a hand left there."""
    try:
        found = datetime.fromisoformat(str(text))
    except ValueError:
        return None
    return found if found.tzinfo is not None and found.year in _YEARS else None
