"""The engine's keeper: a thread that looks after volumes, mends what a kill left, removes the old.

It is the one that may wait for a disk.  Rows change through the archive's desk only, and nothing is
removed when the station's store, the index or the volume's mark cannot be read.
"""

from __future__ import annotations

import logging
import queue
import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path

from console.clock import Clock
from console.video import footage_files, mending, volumes
from console.video.archive import Archive
from console.video.archive_desk import ArchiveDesk
from console.video.archive_reader import ArchiveReader
from console.video.given_up import on_unknown_volumes
from console.video.hash_round import ROUND_FILE, HashRound
from console.video.known_date import DATE_FILE, KnownDate
from console.video.removing import Remover, is_marked
from console.video.retention import KeepRules, Retention
from console.video.set_aside import SetAside
from console.video.volumes import VolumeState
from console.video.wire_footage import VolumeOrder
from console.workers import Stop
from db.errors import StoreProblem
from db.footage_records import GapCause, Segment, VolumeId
from db.records import CameraId, to_us
from db.structs import Frozen

log = logging.getLogger(__name__)

LOOK_S = 2.0  # between two looks at the volumes
SWEEP_S = 30.0  # between two looks for what is kept no longer
FIRST_SWEEP_S = 10.0  # the store is loaded for it, and an engine that starts must record first
LEAD_BYTES = 1_000_000_000
"""What retention keeps free beyond the reserve, so that recording never waits for it."""
_MEND_AGAIN_S = 1.0
_UNREAD_SWEEPS = 2  # one alone may have met a store that was being replaced: that is no alarm
_EVERYBODY: frozenset[CameraId] = frozenset()
_SETTLED = timedelta(minutes=5)  # a file that began before this has its row, or has none
_TELL_OF_GAPS = timedelta(days=1100)


class Measured(Frozen):
    """How volumes and footage stand."""

    states: Mapping[VolumeId, VolumeState]
    footage_bytes: Mapping[VolumeId, int]
    oldest_us: int | None
    only_held: bool
    known: datetime | None = None  # the date that is known, where the PC's is not believed
    unread: bool = False  # nothing is removed: the store or the index cannot be read


Report = Callable[[Measured], None]
"""Told what the keeper measured; returns at once."""


class Mend(Frozen):
    """Bring files and rows together: of ``cameras`` (empty: all), in folders since ``since``.

    Of partials only those that begin before ``before_us``: what is later, a living worker writes.
    ``dead``: whoever wrote them is gone for sure; else a partial must be quiet for a while first.
    """

    cameras: frozenset[CameraId]
    since: date | None
    before_us: int
    dead: bool


class Late(Frozen):
    """A disk does not keep up with what is recorded."""


class Keeper:
    """``order``, ``mend`` and ``late`` from any thread; the rest on its own."""

    def __init__(
        self,
        index: Path,
        desk: ArchiveDesk,
        clock: Clock,
        rules: KeepRules,
        report: Report,
        *,
        lead_bytes: int = LEAD_BYTES,
    ) -> None:
        self._reader = ArchiveReader(index)
        self._desk = desk
        self._clock = clock
        self._rules = rules
        known = index.with_name(DATE_FILE)
        self._date = KnownDate(known, clock, self._reader.before_this_life)
        self._aside = SetAside(self._reader)
        self._hashes = HashRound(index.with_name(ROUND_FILE), self._reader, clock)
        self._size_bytes = 0  # of all footage
        self._remover = Remover(self._reader, desk, lambda: rules.read(self._date.present))
        self._report = report
        self._lead_bytes = lead_bytes
        self._asked: queue.SimpleQueue[tuple[VolumeOrder, ...] | Mend | Late] = queue.SimpleQueue()
        self._orders: tuple[VolumeOrder, ...] = ()
        self._paths: dict[VolumeId, Path] = {}  # of all that are ordered
        self._mends: list[Mend] = []
        self._states: dict[VolumeId, VolumeState] = {}
        self._only_held = False
        self._unread_sweeps = 0  # on end
        self._is_told = False  # of volumes, be it that there are none
        self._swept_s = clock.monotonic_s() - SWEEP_S + FIRST_SWEEP_S
        self._round: list[tuple[VolumeId, Path]] = []

    def order(self, orders: tuple[VolumeOrder, ...]) -> None:
        """These are the volumes from now on."""
        self._asked.put(orders)

    def mend(self, mend: Mend) -> None:
        """See ``Mend``."""
        self._asked.put(mend)

    def late(self) -> None:
        """See ``Late``."""
        self._asked.put(Late())

    def run(self, stop: Stop) -> None:
        """Look after everything until ``stop``."""
        wait_s = 0.0
        while not stop.is_set():
            self._hear(wait_s, stop)
            if stop.is_set():
                break
            self.look()
            self._mends = [mend for mend in self._mends if not self._try_to_mend(mend, stop)]
            now_s = self._clock.monotonic_s()
            if now_s - self._swept_s >= SWEEP_S or self._needed_bytes() > 0:
                self._swept_s = now_s
                self.sweep(stop)
            self.go_on_with_the_round(stop)
            if not self._mends:
                self.go_on_with_the_hashes(stop)
            wait_s = _MEND_AGAIN_S if self._mends and self._orders else LOOK_S
        self._reader.close()

    def look(self) -> None:
        """Look at every volume, and tell."""
        self._states = {order.volume_id: volumes.look_at(order) for order in self._orders}
        sizes: dict[VolumeId, int] = {}
        oldest_us = None
        try:
            for usage in self._reader.usage():
                sizes[usage.volume_id] = sizes.get(usage.volume_id, 0) + usage.size_bytes
            oldest_us = self._reader.oldest()
        except StoreProblem as problem:
            log.warning("%s", problem)
        self._size_bytes = sum(sizes.values())
        known, unread = self._date.known, self._unread_sweeps >= _UNREAD_SWEEPS
        self._report(Measured(dict(self._states), sizes, oldest_us, self._only_held, known, unread))

    def sweep(self, stop: Stop) -> None:
        """Remove what is kept no longer; nothing when the store or the index cannot be read.

        While the PC's date is not believed, nothing goes for its age, and no hold runs out.
        """
        there = [order for order in self._orders if self._is_there(order)]
        try:
            self._date.look(self._rules.date_confirmed())
            self._remover.finish(there, stop)
            self._forget_given_up(stop)
            while not stop.is_set():
                present, believed = self._date.present, self._date.known is None
                keeping = self._rules.read(present)
                retention = Retention(self._reader, keeping, [o.volume_id for o in there])
                segments = retention.expired(present) if believed else []
                segments = segments or retention.over_share(self._room(there))
                if not segments and (needed := self._needed_bytes()) > 0:
                    writing = [order.volume_id for order in there if order.writing]
                    retention = Retention(self._reader, keeping, writing)
                    segments = retention.oldest(needed)
                    self._only_held = not segments and retention.has_any and self._stands()
                elif not segments:
                    self._only_held = False
                if not segments or not self._remover.remove(segments, there, stop):
                    break
                self.look()
            if self._date.known is None:
                present = self._date.present
                self._aside.clear(lambda: self._rules.read(present), there, present)
            before_us = to_us(self._date.present - _TELL_OF_GAPS)
            self._desk.enter(lambda archive: archive.forget_old(before_us))
            self._unread_sweeps = 0
        except StoreProblem as problem:
            log.warning("nothing is removed: %s", problem)
            self._only_held = False  # who knows
            self._unread_sweeps += 1

    def go_on_with_the_round(self, stop: Stop) -> None:
        """Look over one more folder: what a hand removed or changed is a gap from now on.

        All of a month's folders have their turn in about an hour.
        """
        paths = self._paths_there()
        try:
            if not self._round:
                self._round = mending.places(self._reader, paths)[::-1]
                return
            volume_id, folder = self._round.pop()
            if volume_id not in paths:
                return
            found = mending.compare(self._reader, volume_id, folder)
            self._aside.note(volume_id, folder, found.aside)
            gone = [*found.missing, *found.changed]
            if gone and self._is_there_now(volume_id):
                log.warning("%d files in %s are gone or changed", len(gone), folder.name)
                self._give_up(gone, found.changed, paths[volume_id], stop)
            now = self._clock.now()
            for path in found.unknown:
                if mending.began_before(path, to_us(now - _SETTLED)):
                    self._take_up(path, volume_id)
            for path in found.cut_off:  # a disk that failed left it, or the mending failed
                if mending.is_quiet(path, now, mending.ABANDONED_S):
                    self._take_up(path, volume_id)
        except (OSError, StoreProblem) as problem:
            log.warning("footage was not looked over: %s", problem)

    def go_on_with_the_hashes(self, stop: Stop) -> None:
        """Read a little more of what was recorded: whether it is that still (``HashRound``)."""
        paths = self._paths_there()
        try:
            changed = self._hashes.go_on(paths, self._size_bytes, stop)
            if changed is not None and self._is_there_now(changed.volume_id):
                log.warning("%s was changed", footage_files.name_of(changed))
                self._give_up([changed], [changed], paths[changed.volume_id], stop)
        except (OSError, StoreProblem) as problem:
            log.warning("footage was not looked over: %s", problem)

    def _give_up(
        self, gone: Sequence[Segment], changed: Iterable[Segment], volume: Path, stop: Stop
    ) -> None:
        """There is no such footage any more, but for what is left of a file that was cut short.

        The file itself is kept under another name as it was found, whatever was done to it.
        """
        if not self._desk.settled(lambda archive: archive.forget(gone, GapCause.MISSING), stop):
            return
        for segment in changed:
            path = footage_files.path_of(volume, segment)
            cut_short = mending.is_cut_short(path, segment)
            aside = footage_files.set_aside(path)
            if cut_short:
                partial = footage_files.partial_path(path)
                shutil.copyfile(aside, partial)  # whoever dies here leaves what is mended later
                self._take_up(partial, segment.volume_id)

    def _is_there_now(self, volume_id: VolumeId) -> bool:
        return any(order.volume_id == volume_id and is_marked(order) for order in self._orders)

    def _hear(self, wait_s: float, stop: Stop) -> None:
        """Take what was asked; wait for it in steps, so that the end is not missed."""
        waited_s = 0.0
        while self._asked.empty() and waited_s < wait_s and not stop.wait(0.1):
            waited_s += 0.1
        while not self._asked.empty():
            match self._asked.get():
                case Mend() as mend:
                    self._mends.append(mend)
                case Late():
                    self._hashes.late()
                case orders:
                    self._orders, self._is_told = orders, True
                    self._paths = {order.volume_id: Path(order.path) for order in orders}

    def _is_there(self, order: VolumeOrder) -> bool:
        state = self._states.get(order.volume_id)
        return state is not None and state.trouble is not GapCause.DISK_LOST

    def _paths_there(self) -> dict[VolumeId, Path]:
        orders = [order for order in self._orders if self._is_there(order)]
        return {order.volume_id: self._paths[order.volume_id] for order in orders}

    def _room(self, orders: Sequence[VolumeOrder]) -> int:
        """What footage may take here: what it takes, and what is free beyond the reserves.

        What is removed is free then: it stays the same.
        """
        there = {order.volume_id for order in orders}
        used = sum(u.size_bytes for u in self._reader.usage() if u.volume_id in there)
        free = sum(
            self._states[order.volume_id].free_bytes - order.reserve_bytes
            for order in orders
            if order.writing
        )
        return max(0, used + free)

    def _stands(self) -> bool:
        """Whether no volume can be written: room is made earlier than that."""
        return not any(
            order.writing and self._states[order.volume_id].trouble is None
            for order in self._orders
            if order.volume_id in self._states
        )

    def _needed_bytes(self) -> int:
        """What must be removed for one volume to have room; 0 when one has, or none is there."""
        wanting = [
            order.reserve_bytes + self._lead_bytes - self._states[order.volume_id].free_bytes
            for order in self._orders
            if order.writing and self._is_there(order)
        ]
        return max(0, min(wanting, default=0))

    def _forget_given_up(self, stop: Stop) -> None:
        """Of a disk that will never come back there is no footage: gaps say so.  Files are left."""
        known = self._rules.volumes()
        while lost := on_unknown_volumes(self._reader, known):
            log.warning("%d segments were given up with their disk", len(lost))
            forget = partial(Archive.forget, segments=lost, cause=GapCause.DISK_LOST)
            if not self._desk.settled(forget, stop):
                return

    def _try_to_mend(self, mend: Mend, stop: Stop) -> bool:
        """Whether all that ``mend`` asks for is done."""
        paths = self._paths_there()
        if not paths:
            return self._is_told and not self._orders
        done = True
        cameras = frozenset(int(camera) for camera in mend.cameras)
        try:
            for volume_id, folder in mending.folders(paths, mend.since, cameras):
                if stop.is_set():
                    return True
                found = mending.compare(self._reader, volume_id, folder)
                for path in found.unknown:  # whole, whoever wrote it
                    self._take_up(path, volume_id)
                for path in found.cut_off:
                    done &= self._rescue(path, volume_id, mend)
        except (OSError, StoreProblem) as problem:
            log.warning("footage was not looked over: %s", problem)
            return False
        if done and mend.since is None and not mend.cameras:
            self._desk.enter(lambda archive: archive.name_gaps())
        return done

    def _rescue(self, path: Path, volume_id: VolumeId, mend: Mend) -> bool:
        """Take up a partial; False while somebody may be writing it."""
        if not mending.began_before(path, mend.before_us):
            return True
        if not mend.dead and not mending.is_quiet(path, self._clock.now(), mending.QUIET_S):
            return False
        self._take_up(path, volume_id)
        return True

    def _take_up(self, path: Path, volume_id: VolumeId) -> None:
        rescued = mending.rescue(path, volume_id)
        if rescued is not None:
            log.info("%s was taken up", path.name)
            segment, looks = rescued
            self._desk.enter(lambda archive: archive.add(segment, looks))
