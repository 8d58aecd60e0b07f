"""Who may do what with an incident: the gate's answer, and whether it is for his eyes at all."""

from __future__ import annotations

import threading
from dataclasses import dataclass

from console.audit import Act, Audit
from console.errors import Gone
from console.gate import Gate, Seat
from console.rights import Action, may
from db.case_records import Incident, IncidentId
from db.incident_records import Viewer
from db.records import Officer, OfficerId
from db.store import Store, Unit
from db.structs import replace


@dataclass(frozen=True, slots=True)
class Pass:
    """Whoever was let in to an incident: ``found`` looks again in the unit that writes."""

    officer_id: OfficerId | None
    viewer: Viewer
    incident_id: IncidentId
    reads_people: bool

    def found(self, unit: Unit) -> Incident:
        """The incident as it is in ``unit``, whole.  Raises Gone."""
        if not unit.incident_lists.sees(self.viewer, self.incident_id):
            raise Gone("incident")
        return unit.incidents.incident(self.incident_id)

    def shown(self, incident: Incident) -> Incident:
        """What may be handed out of ``incident``: nothing about people, who are asked for apart."""
        return replace(incident, people="", vehicles="", readable=self.reads_people)


class CaseDoor:
    """Stands between the gate and every service of incidents.  Safe from any thread.

    A restricted incident is not there for whoever is not named in it: ``Gone``, as for one that
    never was.  The gate is asked before the unit that writes begins, for it may have to log.
    """

    def __init__(self, store: Store, gate: Gate, audit: Audit) -> None:
        self._store = store
        self._gate = gate
        self._audit = audit
        self._lock = threading.Lock()  # leaf lock; guards _told
        self._told: set[tuple[object, IncidentId]] = set()  # by session

    @property
    def seat(self) -> Seat:
        """Where whoever asks sits."""
        return self._gate.seat

    def viewer(self, action: Action = Action.SEE_INCIDENTS) -> Viewer:
        """Whoever sits here, if he may ``action``.  Raises NotAllowed."""
        self._gate.require(action)
        return viewer_of(self._gate.officer())

    def enter(self, action: Action, incident_id: IncidentId, *, also: Action | None = None) -> Pass:
        """Let whoever sits here do ``action`` to an incident, and ``also`` that.

        He must be named in a restricted one; one who is narrowed to teams must be theirs, or named.

        Raises NotAllowed, Gone.
        """
        officer_id = self._gate.require(action)
        officer = self._gate.officer()
        viewer = viewer_of(officer)
        with self._store.read() as unit:
            incident = unit.incidents.incident(incident_id)
            sees = unit.incident_lists.sees(viewer, incident_id)
            cluster_id = incident.cluster_id
            team = None if cluster_id is None else unit.fleet.cluster(cluster_id).team_id
        if not sees:
            if not incident.restricted:
                self._gate.require(action, teams=[team])  # tells why, and logs it
            raise Gone("incident")
        if also is not None:
            self._gate.require(also)
        mine = officer is None or officer.id in {incident.made_by, incident.assigned_to}
        reads = mine or (officer is not None and may(officer.role, Action.READ_PEOPLE) is not None)
        return Pass(officer_id, viewer, incident_id, reads)

    def glimpse(self, action: Action, incident_id: IncidentId) -> Incident | None:
        """The incident, if whoever sits here sees it and might do ``action``; asks for nothing."""
        if not self._gate.allows(action):
            return None
        viewer = viewer_of(self._gate.officer())
        with self._store.read() as unit:
            if not unit.incident_lists.sees(viewer, incident_id):
                return None
            return unit.incidents.incident(incident_id)

    def require_people(self, let_in: Pass) -> None:
        """Go on only if he may read of people.  Raises NotAllowed."""
        if not let_in.reads_people:
            self._gate.require(Action.READ_PEOPLE)

    def tell_people_read(self, let_in: Pass) -> None:
        """Write into the log that somebody reads of people, once a session and incident."""
        session = self._gate.seat.session
        key = (None if session is None else session.began, let_in.incident_id)
        with self._lock:
            if key in self._told:
                return
        with self._store.begin() as unit:
            self._audit.write(
                unit,
                Act.INCIDENT_PEOPLE_READ,
                "incident",
                let_in.incident_id,
                officer_id=let_in.officer_id,
            )
        with self._lock:
            self._told.add(key)


def viewer_of(officer: Officer | None) -> Viewer:
    """``officer`` as one who looks at incidents; None: a station without officers."""
    return Viewer(None) if officer is None else Viewer(officer.id, officer.teams)


def approvers(unit: Unit) -> frozenset[OfficerId]:
    """Whoever may approve incidents today."""
    return frozenset(
        each.id
        for each in unit.officers.all()
        if not each.disabled and may(each.role, Action.APPROVE_INCIDENT) is not None
    )
