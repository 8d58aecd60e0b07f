"""What the gate refused an officer, in the log (S-11)."""

from __future__ import annotations

from collections.abc import Callable

from console.audit import Act, Audit
from console.gate import Why
from console.rights import Action
from db.records import OfficerId
from db.store import Store


def refusals(store: Store, audit: Audit) -> Callable[[OfficerId | None, Action, Why], None]:
    """Writes refusals to an officer into the log.

    Not those that only ask for something: to type the password again, or for a second officer.
    """

    def refused(officer_id: OfficerId | None, action: Action, why: Why) -> None:
        if officer_id is not None and why not in (Why.NOT_FRESH, Why.NEEDS_SECOND):
            with store.begin() as unit:
                audit.write(
                    unit, Act.REFUSED, officer_id=officer_id, action=str(action), reason=str(why)
                )

    return refused
