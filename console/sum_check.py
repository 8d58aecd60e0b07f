"""The sums that figures of outcomes go by: compared with the lines, made anew from them."""

from __future__ import annotations

from db.incident_records import SumDrift
from db.store import Store


class SumCheck:
    """For whoever may start the program: nothing of what the lines say is told."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def compare(self) -> SumDrift:
        """How the sums differ from the lines of one moment; 20 s for half a million.

        Raises StoreProblem.
        """
        with self._store.read() as unit:
            return unit.outcomes.drift()

    def rebuild(self) -> None:
        """Make them anew in one step, 10 s for half a million lines: who writes meanwhile waits.

        Raises StoreProblem.
        """
        with self._store.begin() as unit:
            unit.outcomes.sum_anew()


def report(found: SumDrift) -> str:
    """What was found, in a line."""
    if found.is_none:
        return "figures:     as the lines of outcomes"
    return (
        f"figures:     {found.missing} sums of outcomes are MISSING,"
        f" {found.extra} are WRONG or too many: --rebuild-sums"
    )
