"""Recording put together when the engine starts: index, keeper, and what the last life left."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import date, timedelta
from importlib import metadata
from pathlib import Path

from console.clock import Clock
from console.video import orders, wire
from console.video.archive import Archive
from console.video.archive_desk import ArchiveDesk
from console.video.archive_file import INDEX_FILE
from console.video.keep_rules import StoreKeepRules
from console.video.keeper import Keeper, Measured, Mend
from console.video.recording import Beginning, Recording
from console.video.station_steps import HIDDEN_US
from console.video.wire_footage import IndexTrouble
from console.workers import Stop, Workers
from db.footage_records import GapCause
from db.records import CameraId, from_us, to_us

log = logging.getLogger(__name__)

STORE_FILE = "station.db"
RESTART_US = 60_000_000
"""An engine that was heard of so lately was killed and started again; the PC was not off."""
_EVERYBODY: frozenset[CameraId] = frozenset()


def begin(
    data: Path,
    clock: Clock,
    threads: Workers,
    tell: Callable[[wire.Message], None],
    measured: Callable[[Measured], None],
    post: Callable[[Callable[[], None]], None],
) -> tuple[Recording, ArchiveDesk]:
    """Open the index of the station in ``data``, take up what the last life left, keep it.

    ``tell`` tells every console, on the engine's thread; ``measured`` is told by the keeper, on
    the keeper's; ``post`` has a call made on the engine's.  Close the recording first, then the
    threads, then the desk.
    """
    now = clock.now()
    now_us = to_us(now)
    asked: list[Mend] = []
    everything = Mend(_EVERYBODY, None, now_us, dead=False)
    keepers: list[Keeper] = []

    def rebuild() -> None:
        for each in keepers:  # none while the desk is being opened: it is new then
            each.mend(everything)
            desk.enter(lambda archive: archive.lives.begin(to_us(clock.now()), program()))

    def index_told(trouble: IndexTrouble | None) -> None:
        post(lambda: recording.index_told(trouble))

    desk = ArchiveDesk(data / INDEX_FILE, clock, threads, rebuild, index_told)
    rules = StoreKeepRules(data / STORE_FILE)
    keeper = Keeper(data / INDEX_FILE, desk, clock, rules, measured)
    keepers.append(keeper)
    month = orders.month_of(now.astimezone())
    beginning = Beginning(0, month, {})

    def take_up(archive: Archive) -> None:
        nonlocal beginning
        since = _revive(archive, now_us)
        era = archive.newest_era()
        step_us = _step_since(archive, now_us)
        if step_us:
            era += step_us < 0
            archive.clock_stepped(now_us, step_us, era)
        archive.lives.begin(now_us, program())
        beginning = Beginning(era, month, archive.line_use(month))
        asked.append(Mend(_EVERYBODY, since, now_us, dead=False))

    def keep(stop: Stop) -> None:
        keeper.run(stop)
        rules.close()

    desk.first(take_up)
    keeper.mend(everything if desk.is_new or not asked else asked[0])
    threads.loop("keeper", keep)
    recording = Recording(desk, keeper, clock, beginning, tell)
    return recording, desk


def program() -> str:
    """Our version, "" in a checkout that was not set up."""
    try:
        return metadata.version("ward-console")
    except metadata.PackageNotFoundError:
        return ""


def _step_since(archive: Archive, now_us: int) -> int:
    """By how much the clock was set since the last life, in µs; 0: not, as far as can be told.

    Ahead it was set if the last life ran by a clock that was behind an earlier life's, and now it
    is not behind any more.  How long the PC was off in between, nobody knows: it counts as the
    step's, so that retention takes no footage for older than it is.
    """
    last, latest = archive.lives.last(), archive.lives.latest()
    if last is None or latest is None:
        return 0
    alive_us = last[0]
    is_back = now_us < alive_us - HIDDEN_US
    is_ahead = alive_us < latest - HIDDEN_US and now_us >= latest
    return now_us - alive_us if is_back or is_ahead else 0


def _revive(archive: Archive, now_us: int) -> date | None:
    """Close what the last life left open, with its cause; since when files must be looked over."""
    last = archive.lives.last()
    if last is None:
        return None
    alive_us, _well, its_program = last
    if its_program != program():
        cause = GapCause.UPDATE
    elif 0 <= now_us - alive_us < RESTART_US:
        cause = GapCause.ENGINE_RESTARTED
    else:
        cause = GapCause.STATION_OFF
    archive.lives.revive(now_us, cause, alive_us)
    return (from_us(min(alive_us, now_us)) - timedelta(days=1)).date()
