"""What stands around the list of requests, read in one go, off the GUI thread."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from db.evidence_records import RequestQuery
from db.records import OfficerId
from db.structs import replace
from ui.evidence.request_filters import KINDS

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.app import Console


@dataclass(frozen=True, slots=True)
class Around:
    """Who sits here, what officers are called, and how much there is, of one moment."""

    me: OfficerId | None
    names: Mapping[OfficerId, str]
    counts: Mapping[str, int]
    overdue: int
    urgent: bool  # whether the station exports what is urgent first


def read_around(console: Console, query: RequestQuery) -> Around:
    """Read it; ``counts`` are of what ``query`` finds, of each kind.

    Raises NotAllowed, StoreProblem.
    """
    requests, officer = console.evidence.requests, console.gate.officer()
    counts = {kind: requests.count(replace(query, states=states)) for kind, states in KINDS.items()}
    return Around(
        None if officer is None else officer.id,
        requests.names(),
        counts,
        requests.waiting(1).overdue,
        console.settings.get().urgent_export,
    )
