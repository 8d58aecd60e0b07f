"""A restricted incident is never lost to everybody: somebody is always left who reads it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from console.case_door import approvers
from db.case_records import Incident
from db.records import OfficerId
from db.repositories.incidents import fields_of
from db.store import Unit
from db.structs import replace


def leave_to_chiefs(
    unit: Unit, erased: Collection[OfficerId], *, by: OfficerId | None, at: datetime
) -> list[Incident]:
    """Name today's approvers in what nobody reads any more, now that these were ``erased``.

    Somebody reads it as long as one who opened it, has it assigned or is named can sit down; who is
    disabled cannot.  Returns what was changed, which the history of each tells; to log it is the
    caller's.  Without an approver at the station there is nobody to name.
    """
    able = {each.id for each in unit.officers.all() if not each.disabled}
    chiefs = approvers(unit)
    if not chiefs:
        return []
    changed = []
    for incident_id in unit.incidents.restricted_of(erased):
        incident = unit.incidents.incident(incident_id)
        if able.isdisjoint(incident.readers | {incident.made_by, incident.assigned_to}):
            fields = replace(fields_of(incident), readers=incident.readers | chiefs)
            changed.append(unit.incidents.change(incident_id, fields, officer_id=by, at=at))
    return changed


def somebody_can_approve(unit: Unit, incident: Incident) -> bool:
    """Whether one who reads a restricted incident may approve it, and did not open it."""
    named = incident.readers | {incident.assigned_to}
    return bool((approvers(unit) & named) - {incident.made_by})
