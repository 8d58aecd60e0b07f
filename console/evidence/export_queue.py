"""Packages that wait to be made: one at a time, in an order that officers may change.

The queue lies in the store, so it outlives the program.  Whoever makes packages calls
``restarted`` once, then ``begin_next``, and ``made`` or ``failed`` at the end of each.
"""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Callable, Sequence
from datetime import datetime
from uuid import uuid4

from console.audit import Act, Audit
from console.errors import FieldRefused
from console.evidence import allowing, request_holds
from console.evidence.choosing import checked_extras
from console.evidence.custody_proof import line_hash
from console.evidence.request_door import RequestDoor
from console.evidence.rules import APPROVE_WITHIN, Cause, RequestRefused, RequestRule
from console.forms import FieldRule
from console.free_text import clean_line
from console.station import StationSettings, clean_folder
from db.evidence_records import (
    NO_EXTRAS,
    CustodyKind,
    Made,
    Package,
    PackageExtras,
    PackageId,
    PackageOutcome,
    RequestId,
    RequestState,
    Wanted,
)
from db.records import OfficerId
from db.repositories.packages import WAITING
from db.store import Store, Unit

_S, _O = RequestState, PackageOutcome
LONGEST_SERIAL, LONGEST_CAUSE = 80, 80

log = logging.getLogger(__name__)


class ExportQueue:
    """Orders packages, and keeps what came of each.  May block: not for the GUI thread.

    What officers call may raise ``NotAllowed``, ``Gone``, ``StoreProblem`` and ``RequestRefused``.
    The rest is for the program that makes them, whoever sits here by then: their right is asked
    for again when a package is begun.  Changes are announced as ``Topic.EVIDENCE``.
    """

    def __init__(
        self,
        store: Store,
        door: RequestDoor,
        audit: Audit,
        settings: Callable[[], StationSettings],
        runs: Callable[[int, datetime], bool],
        queued: Callable[[], object] = lambda: None,
    ) -> None:
        """``queued`` hears of new work.

        ``runs`` tells whether the process that had a number at an instant still runs.
        """
        self._store = store
        self._door = door
        self._audit = audit
        self._settings = settings
        self._runs = runs
        self._queued = queued
        self._lock = threading.Lock()  # leaf lock; guards _making
        self._making: PackageId | None = None  # what was begun here

    # For officers

    def rows(self) -> list[Package]:
        """What is made now, then what waits, in order; what whoever sits here may see."""
        viewer = self._door.viewer()
        with self._store.read() as unit:
            return unit.packages.queue(viewer)

    def add(
        self,
        request_id: RequestId,
        target: str,
        medium_serial: str = "",
        extras: PackageExtras = NO_EXTRAS,
    ) -> Package:
        """Let a package be made of what was allowed, in the folder ``target``.

        Every request may be carried out several times.  One that is urgent need not be approved
        yet, where the station says so; it is to be within ``APPROVE_WITHIN`` from the first time
        on.  The log is told neither ``target`` nor any name.

        Raises:
            FieldRefused: ``field`` is "target", "medium_serial" or one of ``extras``.
            RequestRefused: the request is not approved, or was to be by now.
        """
        let_in = self._door.enter(request_id)
        folder = clean_folder("target", target)
        if not folder:
            raise FieldRefused("target", FieldRule.EMPTY)
        serial = clean_line("medium_serial", medium_serial, LONGEST_SERIAL, may_be_empty=True)
        chosen = checked_extras(extras)
        urgent_first = self._settings().urgent_export
        now = self._door.now
        with self._store.begin() as unit:
            request = let_in.found(unit)
            if (rule := allowing.refusal(request, urgent_first, now)) is not None:
                raise RequestRefused(rule)
            if request.state is _S.ASKED:
                unit.requests.exported_before(request_id, now + APPROVE_WITHIN)
            package = unit.packages.add(
                uuid=str(uuid4()),
                request_id=request_id,
                incident_id=request.incident_id,
                wanted=request.allowed,
                target=folder,
                medium_serial=serial,
                extras=chosen,
                queued_by=let_in.officer_id,
                queued_at=now,
            )
            self._tell_queued(unit, package, let_in.officer_id, urgent=request.state is _S.ASKED)
        self._queued()
        return package

    def arrange(self, order: Sequence[PackageId]) -> list[Package]:
        """Make these that wait in this order, and before all others.

        Raises Gone: there is no such package for whoever sits here.
        """
        viewer = self._door.viewer()
        passes = [self._door.enter_package(each) for each in dict.fromkeys(order)]
        with self._store.begin() as unit:
            for each in passes:
                if each.found(unit).outcome is not _O.QUEUED:
                    raise RequestRefused(RequestRule.NOT_WAITING)
            ids = [each.package_id for each in passes]
            if ids:
                unit.packages.arrange(ids)
                self._audit.write(
                    unit, Act.EXPORTS_ARRANGED, officer_id=viewer.officer_id, packages=ids
                )
            return unit.packages.queue(viewer)

    def retry(self, package_id: PackageId) -> Package:
        """Queue one again that failed or was cancelled, at the end.

        It holds what it was to hold; of a request that was narrowed since, a new one is made.  From
        now on it is made for whoever sits here.
        """
        let_in = self._door.enter_package(package_id)
        urgent_first = self._settings().urgent_export
        now = self._door.now
        with self._store.begin() as unit:
            package = let_in.found(unit)
            if package.outcome not in {_O.FAILED, _O.CANCELLED}:
                raise RequestRefused(RequestRule.NOT_FAILED)
            if (rule := allowing.refusal_of(unit, package, urgent_first, now)) is not None:
                raise RequestRefused(rule)
            again = unit.packages.queue_again(
                package_id, queued_by=let_in.officer_id, queued_at=now
            )
            self._tell_queued(
                unit, again, let_in.officer_id, urgent=allowing.is_first(unit, package)
            )
        self._queued()
        return again

    def cancel(self, package_id: PackageId) -> Package:
        """Take one out of the queue; whoever is making it gives it up."""
        let_in = self._door.enter_package(package_id)
        with self._store.begin() as unit:
            package = let_in.found(unit)
            if package.outcome not in WAITING:
                raise RequestRefused(RequestRule.NOT_WAITING)
            return cancelled(unit, self._audit, package, let_in.officer_id, self._door.now)

    # For the program that makes packages

    def left(self) -> list[Package]:
        """What processes were making that ended; not what one is making right now.

        A process that has the number of one that ended began later, and is known by that.
        """
        with self._store.read() as unit:
            return [each for each in unit.packages.queue() if self._is_left(each)]

    def restarted(self) -> list[Package]:
        """Let what processes left unfinished be failed, with ``Cause.INTERRUPTED`` for its cause.

        ``Maker.take_up`` first asks its medium whether it was finished.  Returns what was given up;
        officers may queue it again.
        """
        left = self.left()
        if not left:
            return []
        with self._store.begin() as unit:
            found = [unit.packages.package(each.id) for each in left]
            return [self._fail(unit, each, Cause.INTERRUPTED) for each in found if _is_open(each)]

    def begin_next(self) -> Package | None:
        """The next package, which is being made from now on; None: there is none, or one is.

        What may not be made any more, its request withdrawn, its approval overdue or its officer's
        right gone, is failed on the way.
        """
        urgent_first = self._settings().urgent_export
        with self._store.read() as unit:
            if not unit.packages.queue():
                return None
        with self._store.begin() as unit:
            for package in unit.packages.queue():
                if package.outcome is _O.MAKING:
                    return None
                cause = allowing.objection(unit, package, urgent_first, self._door.now)
                if cause is not None:
                    self._fail(unit, package, cause)
                    continue
                begun = unit.packages.begin(package.id, maker_pid=os.getpid(), at=self._door.now)
                self._audit.write(
                    unit,
                    Act.EXPORT_STARTED,
                    "package",
                    package.id,
                    officer_id=package.queued_by,
                    request_id=package.request_id,
                )
                with self._lock:
                    self._making = begun.id
                return begun
        return None

    def is_wanted(self, begun: Package) -> bool:
        """Whether ``begun``, of ``begin_next``, is still being made: nobody cancelled it.

        Raises Gone, StoreProblem.
        """
        with self._store.read() as unit:
            return _is_still(unit.packages.package(begun.id), begun)

    def made(self, begun: Package, made: Made) -> Package:
        """It lies whole on its medium: keep what is known of it, and begin its custody.

        What it was made of is held from now on: see ``request_holds.lock``.

        Raises RequestRefused: it was cancelled meanwhile, and is to be removed from its medium.
        """
        with self._store.begin() as unit:
            package = _making(unit, begun)
            now = self._door.now
            finished = unit.packages.finish(package.id, made, now)
            line = unit.custody.add(
                package.id,
                CustodyKind.MADE,
                at=now,
                officer_id=package.queued_by,
                medium=finished.medium_serial,
            )
            self._audit.write(
                unit,
                Act.EXPORT_FINISHED,
                "package",
                package.id,
                officer_id=package.queued_by,
                request_id=package.request_id,
                sha256=made.sums_sha256,
                key_sha256=made.signer_sha256,
                head_seq=made.head_after.seq,
                head_hash=made.head_after.hash,
                missing=len(made.missing),
                serial=finished.medium_serial,
                line_sha256=line_hash(line),
            )
            request_holds.lock(unit, self._audit, finished, now=now)
            if package.request_id is not None:
                request = unit.requests.request(package.request_id)
                if request.state in {_S.APPROVED, _S.NARROWED}:
                    unit.requests.step(request.id, _S.MADE, officer_id=package.queued_by, at=now)
        self._done()
        return finished

    def failed(self, begun: Package, cause: str) -> Package:
        """It was not made; ``cause`` is a word, of ``Cause`` or of whoever makes packages.

        Raises RequestRefused: it was cancelled meanwhile.
        """
        word = clean_line("cause", cause, LONGEST_CAUSE)
        with self._store.begin() as unit:
            failed = self._fail(unit, _making(unit, begun), word)
        self._done()
        return failed

    def _is_left(self, package: Package) -> bool:
        began_at = package.began_at
        if package.outcome is not _O.MAKING or package.maker_pid is None or began_at is None:
            return False
        if package.maker_pid != os.getpid():
            return not self._runs(package.maker_pid, began_at)
        with self._lock:  # our number, and not our work: a process before us had it, too
            return self._making != package.id

    def _fail(self, unit: Unit, package: Package, cause: str) -> Package:
        log.info("package %s was not made: %s", package.id, cause)
        failed = unit.packages.end(package.id, _O.FAILED, self._door.now, cause)
        self._audit.write(
            unit,
            Act.EXPORT_FAILED,
            "package",
            package.id,
            officer_id=package.queued_by,
            request_id=package.request_id,
            reason=str(cause),
        )
        return failed

    def _done(self) -> None:
        with self._lock:
            self._making = None

    def _tell_queued(
        self, unit: Unit, package: Package, officer_id: OfficerId | None, *, urgent: bool
    ) -> None:
        self._audit.write(
            unit,
            Act.EXPORT_QUEUED,
            "package",
            package.id,
            officer_id=officer_id,
            request_id=package.request_id,
            cameras=_cameras(package.wanted),
            urgent=urgent,
        )


def cancelled(
    unit: Unit, audit: Audit, package: Package, officer_id: OfficerId | None, now: datetime
) -> Package:
    """Take a package out of the queue, and tell the log."""
    after = unit.packages.end(package.id, _O.CANCELLED, now)
    audit.write(
        unit,
        Act.EXPORT_CANCELLED,
        "package",
        package.id,
        officer_id=officer_id,
        request_id=package.request_id,
    )
    return after


def _making(unit: Unit, begun: Package) -> Package:
    package = unit.packages.package(begun.id)
    if not _is_still(package, begun):
        raise RequestRefused(RequestRule.NOT_MAKING)
    return package


def _is_still(package: Package, begun: Package) -> bool:
    """Whether it is the same try: one that was cancelled may be queued and begun again."""
    return _is_open(package) and package.tries == begun.tries


def _is_open(package: Package) -> bool:
    return package.outcome is _O.MAKING


def _cameras(wanted: Sequence[Wanted]) -> list[int]:
    return sorted({each.camera_id for each in wanted})
