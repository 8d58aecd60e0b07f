"""What somebody is called about."""

from __future__ import annotations

from dataclasses import dataclass

from db.case_records import BookmarkId, IncidentId
from db.records import ClusterId


@dataclass(frozen=True, slots=True)
class Matter:
    """A cluster, and the case if there is one already.

    ``of_moment``: what happens there now, so the calls are logged about what whoever sits here
    bookmarked there just before, if he did.
    """

    cluster_id: ClusterId
    incident_id: IncidentId | None = None
    bookmark_id: BookmarkId | None = None
    of_moment: bool = False
