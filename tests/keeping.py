"""An engine's keeper and a console's disposals over real files, with no process between them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path

from console.audit import Audit
from console.backup_files import STORE_FILE
from console.disposals import Disposals
from console.gate import Gate, Seat
from console.holds import Holds
from console.recording import Recording
from console.video.archive_desk import ArchiveDesk
from console.video.archive_file import INDEX_FILE
from console.video.archive_reader import ArchiveReader
from console.video.keep_rules import StoreKeepRules
from console.video.keeper import Keeper, Measured
from console.video.known_date import DATE_FILE, KnownClock
from console.video.retention import Keeping
from console.video.wire_footage import VolumeOrder
from console.workers import Stop, Workers
from db.footage_records import HoldId, HoldReason, RecordingRule, Segment, VolumeId
from db.records import CameraId, Span
from db.store import Store
from db.structs import replace
from tests import stores
from tests.console.video.footage import adding, volume
from tests.fakes import FakeClock


class AskedRules:
    """The station's store as retention asks it; ``asked`` hears of each time, before."""

    def __init__(self, rules: StoreKeepRules, asked: Callable[[], None]) -> None:
        self._rules = rules
        self._asked = asked

    def read(self, now: datetime) -> Keeping:
        """See ``KeepRules``."""
        self._asked()
        return self._rules.read(now)

    def date_confirmed(self) -> datetime | None:
        """See ``KeepRules``."""
        return self._rules.date_confirmed()

    def volumes(self) -> dict[VolumeId, Path]:
        """See ``KeepRules``."""
        return self._rules.volumes()


class KeptStation:
    """What removes and what puts on record, both by hand; one disk; kept for a day.

    ``heard`` is what the keeper measured last.
    """

    def __init__(
        self, folder: Path, clock: FakeClock, begun_us: int, asked: Callable[[], None]
    ) -> None:
        """``begun_us``: since when the index of footage is written; ``asked``: ``AskedRules``."""
        self.folder, self.clock, self.disk = folder, clock, folder / "disk"
        self._asked, self._undo = asked, ExitStack()
        self._order = volume(self.disk)
        self.store = Store(stores.new(folder / STORE_FILE), committed=lambda _: None)
        with self.store.begin() as unit:
            unit.recording.add_volume(str(self.disk), 0)
            unit.recording.set_rule(RecordingRule(days=1))
        self.open()
        self.desk.enter(lambda archive: archive.lives.begin(begun_us, "test"))

    def open(self) -> None:
        """Begin to keep, with the index that there is."""
        index, threads = self.folder / INDEX_FILE, Workers()
        rules = StoreKeepRules(self.folder / STORE_FILE)
        self.desk = ArchiveDesk(index, self.clock, threads, lambda: None)
        self.reader = ArchiveReader(index)
        self.keeper = Keeper(
            index, self.desk, self.clock, AskedRules(rules, self._asked), self._hear, lead_bytes=0
        )
        for end in (
            threads.close,
            rules.close,
            self.desk.close,
            self.reader.close,
            self.keeper._reader.close,
        ):
            self._undo.callback(end)
        seat, date = Seat(), KnownClock(self.folder / DATE_FILE, self.clock)
        gate = Gate(self.store, seat, self.clock, lambda *_: None)
        audit = Audit(seat, self.clock, "pc-1")
        self.disposals = Disposals(
            self.store,
            self.reader,
            gate,
            audit,
            self.clock,
            lambda: date.known() is None,
        )
        self.recording = Recording(self.store, gate, audit)
        self.holds = Holds(self.store, gate, audit, date)
        self.want_free(0)

    def shut(self) -> None:
        """Keep no longer; the store stays open."""
        self._undo.close()

    def close(self) -> None:
        """Let go of everything."""
        self.shut()
        self.store.close()

    def want_free(self, reserve_bytes: int) -> VolumeOrder:
        """So much must stay free on the disk from now on."""
        order = replace(self._order, reserve_bytes=reserve_bytes)
        self.keeper.order((order,))
        self.keeper._hear(0, Stop())
        self.keeper.look()
        return order

    def enter(self, segments: Iterable[Segment]) -> None:
        """They are in the index from now on."""
        for each in segments:
            self.desk.enter(adding(each))
        assert self.desk.settled(lambda _: None, Stop())

    def hold(
        self, cameras: Iterable[CameraId], span: Span, until: datetime | None = None
    ) -> HoldId:
        """Hold it from now on."""
        with self.store.begin() as unit:
            return unit.holds.place(
                cameras=cameras,
                span=span,
                reason=HoldReason.BOOKMARK,
                until=until,
                made_by=None,
                made_at=self.clock.now(),
            ).id

    def release(self, holds: Iterable[HoldId]) -> None:
        """Let them keep nothing any more."""
        with self.store.begin() as unit:
            for each in holds:
                unit.holds.release(each, self.clock.now())

    def _hear(self, measured: Measured) -> None:
        self.heard = measured
