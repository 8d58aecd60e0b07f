"""What the page of an incident reads at once, off the GUI thread."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from db.case_records import Incident, IncidentId, IncidentState, Step
from db.records import OfficerId

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.app import Console


@dataclass(frozen=True, slots=True)
class Seen:
    """An incident, how it came to its state, and what it is to whoever sits here (``me``)."""

    incident: Incident
    steps: Sequence[Step]
    names: Mapping[OfficerId, str]
    is_own: bool  # so he does not approve it
    me: OfficerId | None

    def name(self, officer_id: OfficerId | None) -> str:
        """What an officer is called; "" for nobody, and for one who was erased."""
        return "" if officer_id is None else self.names.get(officer_id, "")

    @property
    def last(self) -> Step | None:
        """The step that led to its state."""
        return self.steps[-1] if self.steps else None

    @property
    def returned(self) -> Step | None:
        """Why it is to be mended, while it is."""
        return self.last if self.incident.state is IncidentState.RETURNED else None


def read_case(console: Console, incident_id: IncidentId, *, people: bool) -> Seen:
    """Read it; with ``people`` also what it says of them, which is logged.

    Raises NotAllowed, Gone, StoreProblem.
    """
    incidents = console.incidents
    incident = incidents.people(incident_id) if people else incidents.incident(incident_id)
    officer = console.gate.officer()
    return Seen(
        incident=incident,
        steps=incidents.steps(incident_id),
        names=incidents.names(),
        is_own=console.incident_review.is_own(incident_id),
        me=None if officer is None else officer.id,
    )
