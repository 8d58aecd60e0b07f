"""A station that makes packages: real footage, the engine's own work done in this process."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Collection, Sequence
from contextlib import nullcontext
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from console.audit import Audit
from console.errors import EngineLost
from console.evidence import verifying
from console.evidence.export_queue import ExportQueue
from console.evidence.maker import Maker
from console.evidence.making import Making, Workshop
from console.evidence.manifest import Manifest
from console.evidence.manifest_text import read
from console.evidence.names import MANIFEST
from console.evidence.pace import PackageStop, Progress
from console.evidence.request_door import RequestDoor
from console.evidence.rules import Cause
from console.gate import Seat
from console.heads import Heads
from console.secret import Secret
from console.video.archive import Archive
from console.video.archive_file import INDEX_FILE
from console.video.cutter import cut
from console.video.evidence_orders import CutFile, Mask, StripWords, check
from console.video.footage import Footage
from console.video.job_worker import TOLD, found_all_the_same, trouble
from console.video.link_footage import _result
from console.video.still import snapshot
from console.video.viewing.making import view
from console.video.wire_footage import Cut, JobTold, Snapshot, View
from console.workers import Stop
from db.evidence_records import (
    NO_EXTRAS,
    Package,
    PackageExtras,
    PackageForm,
    PackageOutcome,
    Request,
    Wanted,
)
from db.footage_records import GapCause
from db.records import CameraId, Role, Span, StreamRole, from_us, to_us
from db.store import Store
from tests import wards
from tests.console.call import ignore
from tests.console.evidence.test_writing import no_file_beyond
from tests.console.trails import Safe
from tests.console.video.footage_made import BASE_US, FRAME_US, Ward, instant
from tests.evidence import EvidenceDesk
from tests.fakes import FakeClock
from tests.no_footage import NoFootage

F = PackageForm
NATIVE, VIEWING = frozenset({F.NATIVE}), frozenset({F.VIEWING})
ALL = frozenset({F.NATIVE, F.VIEWING, F.STILLS})
Told = Callable[[int, int], None]


class OwnHands(NoFootage):
    """What the engine's job worker does, without a process; ``before`` hears of each order.

    ``losses`` is how often it dies instead of answering; ``most_bytes`` what its disk takes of a
    file.
    """

    def __init__(self, footage: Footage) -> None:
        self.footage = footage
        self.orders: list[Cut | View | Snapshot] = []
        self.before: Callable[[Cut | View | Snapshot], object] = lambda _order: None
        self.losses = 0
        self.most_bytes: int | None = None

    def cut(self, *what: Any, **how: Any) -> str:
        camera_id, role, span, target = what
        order = Cut(1, camera_id, role, *_us(span), str(target), how["facts"], how["silent"])
        return self._do(order, lambda: cut(self.footage, order, how["stop"], how["progressed"]))

    def view(self, *what: Any, **how: Any) -> str:
        camera_id, role, span, target, words, masks = what
        assert isinstance(words, StripWords)
        kept: tuple[Mask, ...] = tuple(masks)
        check(_us(span), words, kept)
        order = View(1, camera_id, role, *_us(span), str(target), words, kept)
        return self._do(
            order, lambda: view(self.footage, order, _note, how["stop"], how["progressed"])
        )

    def snapshot(
        self,
        camera_id: CameraId,
        at: datetime,
        target: Path,
        *,
        stop: Stop,
        cut: object = None,
        role: StreamRole | None = None,
    ) -> str:
        assert cut is None or isinstance(cut, CutFile)
        order = Snapshot(1, camera_id, to_us(at), str(target), cut, role)
        return self._do(order, lambda: snapshot(self.footage, order, _note))

    def _do(self, order: Cut | View | Snapshot, work: Callable[[], str]) -> str:
        self.orders.append(order)
        self.before(order)
        if self.losses:
            self.losses -= 1
            Path(order.target + ".partial").write_bytes(b"half")
            raise EngineLost("the worker died")
        try:
            with nullcontext() if self.most_bytes is None else no_file_beyond(self.most_bytes):
                told = JobTold(1, 1, 1, True, "", work())
        except TOLD as problem:
            told = JobTold(1, 0, 0, True, trouble(problem), found_all_the_same(problem))
        return _result(told)


class Press(EvidenceDesk):
    """The officer sits there; ``chief`` approves what he asks.  Pictures come ten a second."""

    def __init__(self, folder: Path, store: Store, clock: FakeClock) -> None:
        with store.read() as unit:
            officers = unit.officers.all()
        if not officers:
            wards.fill(store, cameras=6)
        super().__init__(folder, store, clock)
        clock.pass_(seconds=BASE_US / 1e6 + 3600 - clock.monotonic_s())
        self.folder = folder
        self.ward = Ward(folder / "volume")
        self.hands = OwnHands(self.ward.footage)
        self.usb = folder / "usb"
        self.usb.mkdir(exist_ok=True)
        self.boss, self.author = officers or (self.chief(), self.officer(Role.OFFICER))
        self.sign_in(self.author)
        self.heads = self._heads()
        self.shop = Workshop(
            store=store,
            index=self.footage_index,
            engine=self.hands,
            heads=self.heads,
            clock=clock,
            settings=self._settings,
            post=self.posted.append,
            zone=UTC,
        )

    def _heads(self) -> Heads:
        """The station's, over a vault beside its store: programs come and go."""
        kept = self.folder / "vault"
        safe = Safe({name: Secret(word) for name, word in _read(kept).items()})
        heads = Heads(self.store, safe, Audit(Seat(), self.clock, "pc-1"), self.clock)
        heads.enrol()
        if not kept.exists():
            kept.write_text(json.dumps({n: word.reveal() for n, word in safe.kept.items()}))
        return heads

    def record(self, first: int, count: int, camera: int = 1, **how: Any) -> Path:
        """Footage of the pictures ``first`` and on, in the volume; see ``keep``."""
        return self.ward.record(first, count, CameraId(camera), **how)

    def keep(self, *gaps: tuple[int, int, int, GapCause]) -> None:
        """Write what was recorded into the footage index; gaps are camera, pictures, cause."""
        self.ward.keep_index(self.folder)
        archive = Archive(self.folder / INDEX_FILE)
        with archive.batch():
            for camera, first, last, cause in gaps:
                archive.gaps.add(CameraId(camera), 0, (instant(first), instant(last)), cause)
        archive.close()

    def line(
        self, first: float, last: float, camera: int = 1, role: StreamRole = StreamRole.SUB
    ) -> Wanted:
        """From the one picture to the other."""
        span = Span(from_us(_at(first)), from_us(_at(last)))
        return Wanted(CameraId(camera), span, role)

    def allowed(
        self, *lines: Wanted, forms: Collection[PackageForm] = NATIVE, **other: Any
    ) -> Request:
        """A request that the chief approved; the officer sits there again."""
        return self.approved(
            self.boss, self.author, wanted=tuple(lines), forms=frozenset(forms), **other
        )

    def queued(
        self,
        *lines: Wanted,
        forms: Collection[PackageForm] = NATIVE,
        extras: PackageExtras = NO_EXTRAS,
        serial: str = "",
        **other: Any,
    ) -> Package:
        """A package that waits."""
        request = self.allowed(*lines, forms=forms, **other)
        return self.queue.add(request.id, str(self.usb), serial, extras)

    def maker(self, **changes: Any) -> Maker:
        """Makes packages here; ``changes`` of the workshop."""
        return Maker(self.queue, self.workshop(**changes))

    def woken_maker(self) -> Maker:
        """One that is woken by whoever queues something, and looks by itself for nothing else."""
        woken = threading.Event()
        door = RequestDoor(self.store, self.gate, self.clock)
        self.queue = ExportQueue(
            self.store, door, self.audit, self._settings, lambda _pid, _at: False, woken.set
        )
        return Maker(self.queue, self.workshop(), woken)

    def workshop(self, **changes: Any) -> Workshop:
        return replace(self.shop, **changes)

    def make(self, stop: Stop | None = None, **changes: Any) -> Package:
        """Make the next package, whatever comes of it."""
        made = self.maker(**changes).make_next(stop or Stop())
        assert made is not None
        return made

    def folder_of(self, package: Package) -> Path:
        """Where a package lies that was made."""
        assert package.outcome is PackageOutcome.MADE, package.cause
        assert package.made is not None
        return self.usb / package.made.folder

    def forsaken(self) -> Path:
        """The next package is finished, and the program dies before it could tell; where it is."""
        begun = self.queue.begin_next()
        assert begun is not None
        stop = PackageStop(Stop(), self.clock, lambda: True)
        progress = Progress(begun.id, self.clock, self.posted.append, {})
        made = Making(self.workshop(), begun, stop, progress).make().made
        self.queue.failed(begun, Cause.INTERRUPTED)
        self.queue.retry(begun.id)
        return self.usb / made.folder

    def printed(self, *lines: Wanted, **how: Any) -> Path:
        """Queue a package, make it; its folder, which is sound."""
        self.queued(*lines, **how)
        package = self.folder_of(self.make())
        assert is_sound(package)
        return package


def is_sound(package: Path) -> bool:
    """Whether our own checker finds nothing."""
    verdict = verifying.verify(package, stop=Stop(), progressed=ignore)
    unsound = [fault for fault in verdict.faults if fault.word != "signer_unknown"]
    assert unsound == []
    return verdict.sound


def told(package: Path) -> Manifest:
    """What a package tells of itself."""
    manifest, contradictions = read((package / MANIFEST).read_bytes())
    assert contradictions == []
    return manifest


def names(folder: Path) -> list[str]:
    """Everything below a folder, by its path."""
    return sorted(each.relative_to(folder).as_posix() for each in folder.rglob("*"))


def seconds(span: Span) -> tuple[float, float]:
    """A span in seconds behind picture 0."""
    zero = from_us(BASE_US)
    start, end = (round((at - zero) / timedelta(seconds=1), 3) for at in (span.start, span.end))
    return start, end


def _read(kept: Path) -> dict[str, str]:
    return dict(json.loads(kept.read_text())) if kept.exists() else {}


def _at(picture: float) -> int:
    return BASE_US + round(picture * FRAME_US)


def _us(span: Span) -> tuple[int, int]:
    return to_us(span.start), to_us(span.end)


def _note(_camera: int, _start: int) -> None:
    """Nobody looks into the decoder."""


def pictures_of(orders: Sequence[Cut | View | Snapshot]) -> list[str]:
    """What was ordered, by kind."""
    return [type(order).__name__ for order in orders]
