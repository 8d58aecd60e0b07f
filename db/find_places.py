"""What is called by a number or a name in a search: cameras, clusters, teams, categories, as ids.

Plain columns: a search has no time to make records of a whole fleet.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.case_records import CategoryId
from db.case_tables import CategoryRow
from db.records import CameraId, ClusterId, TeamId
from db.search import listed
from db.statements import Quick
from db.tables import CameraRow, ClusterRow, TeamRow


@dataclass(frozen=True, slots=True)
class Branch:
    """A category as far as a search needs it."""

    id: CategoryId
    parent_id: CategoryId | None
    name: str


class FindPlaces:
    """Looks up what was typed."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def cameras_numbered(self, numbers: Collection[int]) -> dict[int, CameraId]:
        """By number; what is not there is left out."""
        rows = _CAMERAS_NUMBERED.rows(self._session, {"numbers": numbers})
        return {number: CameraId(id_) for number, id_ in rows}

    def clusters_numbered(self, numbers: Collection[int]) -> dict[int, ClusterId]:
        """By number; what is not there is left out."""
        rows = _CLUSTERS_NUMBERED.rows(self._session, {"numbers": numbers})
        return {number: ClusterId(id_) for number, id_ in rows}

    def clusters_of(self, teams: Collection[TeamId]) -> frozenset[ClusterId]:
        """Those that ``teams`` answer for."""
        return frozenset(map(ClusterId, _CLUSTERS_OF.column(self._session, {"teams": teams})))

    def cameras_of(self, clusters: Collection[ClusterId]) -> frozenset[CameraId]:
        """Those of ``clusters``."""
        values = {"clusters": clusters}
        return frozenset(map(CameraId, _CAMERAS_OF.column(self._session, values)))

    def cameras(self) -> list[tuple[int, str]]:
        """Number and name of all, by number."""
        return [(number, name) for number, name in _CAMERAS.rows(self._session, {})]

    def clusters(self) -> dict[ClusterId, tuple[int, str]]:
        """Number and name of all."""
        rows = _CLUSTERS.rows(self._session, {})
        return {ClusterId(id_): (number, name) for id_, number, name in rows}

    def teams(self) -> dict[TeamId, str]:
        """The names of all."""
        return {TeamId(id_): name for id_, name in _TEAMS.rows(self._session, {})}

    def categories(self) -> list[Branch]:
        """All, the retired ones, too: old incidents have them."""
        return [
            Branch(CategoryId(id_), None if parent is None else CategoryId(parent), name)
            for id_, parent, name in _CATEGORIES.rows(self._session, {})
        ]


_CAMERAS = Quick(select(CameraRow.number, CameraRow.name).order_by(CameraRow.number))
_CAMERAS_NUMBERED = Quick(
    select(CameraRow.number, CameraRow.id).where(CameraRow.number.in_(listed("numbers")))
)
_CAMERAS_OF = Quick(select(CameraRow.id).where(CameraRow.cluster_id.in_(listed("clusters"))))
_CLUSTERS_NUMBERED = Quick(
    select(ClusterRow.number, ClusterRow.id).where(ClusterRow.number.in_(listed("numbers")))
)
_CLUSTERS_OF = Quick(select(ClusterRow.id).where(ClusterRow.team_id.in_(listed("teams"))))
_CLUSTERS = Quick(select(ClusterRow.id, ClusterRow.number, ClusterRow.name))
_TEAMS = Quick(select(TeamRow.id, TeamRow.name))
_CATEGORIES = Quick(
    select(CategoryRow.id, CategoryRow.parent_id, CategoryRow.name).order_by(CategoryRow.place)
)
