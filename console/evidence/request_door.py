"""Who may do what with a request or package: the gate's answer, and whether it is for his eyes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from console.case_door import viewer_of
from console.clock import Clock
from console.gate import Gate
from console.rights import Action, may
from db.errors import Gone
from db.evidence_records import Package, PackageId, Request, RequestId, Wanted
from db.incident_records import Viewer
from db.records import OfficerId
from db.store import Store, Unit


@dataclass(frozen=True, slots=True)
class RequestPass:
    """Whoever was let in to a request: ``found`` looks again in the unit that writes."""

    officer_id: OfficerId | None
    viewer: Viewer
    request_id: RequestId

    def found(self, unit: Unit) -> Request:
        """The request as it is in ``unit``.  Raises Gone."""
        if not unit.request_lists.sees(self.viewer, self.request_id):
            raise Gone("request")
        return unit.requests.request(self.request_id)


@dataclass(frozen=True, slots=True)
class PackagePass:
    """The same, of a package."""

    officer_id: OfficerId | None
    viewer: Viewer
    package_id: PackageId

    def found(self, unit: Unit) -> Package:
        """The package as it is in ``unit``.  Raises Gone."""
        if not unit.packages.sees(self.viewer, self.package_id):
            raise Gone("package")
        return unit.packages.package(self.package_id)


class RequestDoor:
    """Stands between the gate and every service of evidence.  Safe from any thread.

    What is not for whoever sits here is not there: ``Gone``.  The gate is asked before the unit
    that writes begins, for it may have to log.
    """

    def __init__(self, store: Store, gate: Gate, clock: Clock) -> None:
        self._store = store
        self._gate = gate
        self._clock = clock

    @property
    def now(self) -> datetime:
        """The station's clock."""
        return self._clock.now()

    def viewer(self) -> Viewer:
        """Whoever sits here, if he may ``EXPORT``, narrowed as that right is.

        Raises NotAllowed.
        """
        self._gate.require(Action.EXPORT)
        officer = self._gate.officer()
        right = None if officer is None else may(officer.role, Action.EXPORT)
        if officer is not None and right is not None and not right.scoped:
            return Viewer(officer.id)
        return viewer_of(officer)

    def allow(self, wanted: Iterable[Wanted], action: Action = Action.EXPORT) -> OfficerId | None:
        """Whoever sits here, if he may ``action`` for these cameras, and footage so old.

        Raises NotAllowed.
        """
        lines = list(wanted)
        if not lines:
            return self._gate.require(action)
        with self._store.read() as unit:
            teams = unit.fleet.teams_of(each.camera_id for each in lines)
        age = max(self.now - min(each.span.start for each in lines), timedelta())
        return self._gate.require(action, teams=teams, age=age)

    def see(self, request_id: RequestId) -> RequestPass:
        """Let whoever sits here look at a request.  Raises NotAllowed, Gone."""
        viewer = self.viewer()
        let_in = RequestPass(viewer.officer_id, viewer, request_id)
        with self._store.read() as unit:
            let_in.found(unit)
        return let_in

    def enter(self, request_id: RequestId, action: Action = Action.EXPORT) -> RequestPass:
        """Let whoever sits here do ``action`` to a request: all its cameras must be his.

        Raises NotAllowed, Gone.
        """
        self._gate.require(action)  # before it is told whether there is such a request
        let_in = self.see(request_id)
        with self._store.read() as unit:
            wanted = let_in.found(unit).wanted
        return RequestPass(self.allow(wanted, action), let_in.viewer, request_id)

    def see_package(self, package_id: PackageId) -> PackagePass:
        """Let whoever sits here look at a package.  Raises NotAllowed, Gone."""
        viewer = self.viewer()
        let_in = PackagePass(viewer.officer_id, viewer, package_id)
        with self._store.read() as unit:
            let_in.found(unit)
        return let_in

    def enter_package(self, package_id: PackageId, action: Action = Action.EXPORT) -> PackagePass:
        """Let whoever sits here do ``action`` to a package.  Raises NotAllowed, Gone."""
        self._gate.require(action)
        let_in = self.see_package(package_id)
        with self._store.read() as unit:
            wanted = let_in.found(unit).wanted
        return PackagePass(self.allow(wanted, action), let_in.viewer, package_id)
