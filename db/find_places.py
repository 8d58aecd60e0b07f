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
        query = select(CameraRow.number, CameraRow.id).where(CameraRow.number.in_(numbers))
        return {number: CameraId(id_) for number, id_ in self._session.execute(query)}

    def clusters_numbered(self, numbers: Collection[int]) -> dict[int, ClusterId]:
        """By number; what is not there is left out."""
        query = select(ClusterRow.number, ClusterRow.id).where(ClusterRow.number.in_(numbers))
        return {number: ClusterId(id_) for number, id_ in self._session.execute(query)}

    def clusters_of(self, teams: Collection[TeamId]) -> frozenset[ClusterId]:
        """Those that ``teams`` answer for."""
        query = select(ClusterRow.id).where(ClusterRow.team_id.in_(teams))
        return frozenset(ClusterId(id_) for id_ in self._session.scalars(query))

    def cameras_of(self, clusters: Collection[ClusterId]) -> frozenset[CameraId]:
        """Those of ``clusters``."""
        query = select(CameraRow.id).where(CameraRow.cluster_id.in_(clusters))
        return frozenset(CameraId(id_) for id_ in self._session.scalars(query))

    def clusters(self) -> dict[ClusterId, tuple[int, str]]:
        """Number and name of all."""
        rows = self._session.execute(select(ClusterRow.id, ClusterRow.number, ClusterRow.name))
        return {ClusterId(id_): (number, name) for id_, number, name in rows}

    def teams(self) -> dict[TeamId, str]:
        """The names of all."""
        rows = self._session.execute(select(TeamRow.id, TeamRow.name))
        return {TeamId(id_): name for id_, name in rows}

    def categories(self) -> list[Branch]:
        """All, the retired ones, too: old incidents have them."""
        query = select(CategoryRow.id, CategoryRow.parent_id, CategoryRow.name)
        return [
            Branch(CategoryId(id_), None if parent is None else CategoryId(parent), name)
            for id_, parent, name in self._session.execute(query.order_by(CategoryRow.place))
        ]
