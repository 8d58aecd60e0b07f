"""What is recorded, and where it may be written: rows in, records out."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from db.errors import Gone, NameTaken
from db.footage_records import Plan, RecordingRule, Volume, VolumeId
from db.footage_tables import RecordingRuleRow, VolumeRow
from db.records import CameraId, ClusterId, StreamRole, Topic
from db.tables import CameraRow, ClusterRow

_STATION = 0  # the id of the station's own rule


class RecordingPlans:
    """Rules of the station, of clusters and of cameras; the volumes for footage."""

    def __init__(self, session: Session, touched: set[Topic]) -> None:
        self._session = session
        self._touched = touched

    def rules(self) -> list[RecordingRule]:
        """Every rule that was set: the station's first, then of clusters, then of cameras.

        A station that set none has none here; ``RecordingRule()`` holds then.
        """
        rows = self._session.scalars(
            select(RecordingRuleRow).order_by(
                RecordingRuleRow.camera_id, RecordingRuleRow.cluster_id
            )
        )
        return [_rule(row) for row in rows]

    def set_rule(self, rule: RecordingRule) -> None:
        """Let ``rule`` hold for its camera, its cluster or the station.  Raises Gone."""
        if rule.camera_id is not None and self._session.get(CameraRow, rule.camera_id) is None:
            raise Gone("camera")
        if rule.cluster_id is not None and self._session.get(ClusterRow, rule.cluster_id) is None:
            raise Gone("cluster")
        row = self._row(rule.camera_id, rule.cluster_id)
        if row is None:
            row = RecordingRuleRow(camera_id=rule.camera_id, cluster_id=rule.cluster_id)
            if rule.camera_id is None and rule.cluster_id is None:
                row.id = _STATION
            self._session.add(row)
        row.plan, row.role, row.audio = rule.plan, rule.role, rule.audio
        row.week = "".join("1" if hour else "0" for hour in rule.week)
        row.days, row.share = rule.days, rule.share
        row.sessions, row.budget_gb = rule.sessions, rule.budget_gb
        self._session.flush()
        self._touched.add(Topic.RECORDING)

    def drop_rule(
        self, *, camera_id: CameraId | None = None, cluster_id: ClusterId | None = None
    ) -> bool:
        """Let the next wider rule hold again; whether there was one of its own."""
        row = self._row(camera_id, cluster_id)
        if row is None:
            return False
        self._session.delete(row)
        self._session.flush()
        self._touched.add(Topic.RECORDING)
        return True

    def volumes(self) -> list[Volume]:
        """Every volume, in the order that they are written in."""
        query = select(VolumeRow).order_by(VolumeRow.rank, VolumeRow.id)
        return [_volume(row) for row in self._session.scalars(query)]

    def volume(self, volume_id: VolumeId) -> Volume:
        """One volume.  Raises Gone."""
        return _volume(self._volume(volume_id))

    def add_volume(self, path: str, reserve_gb: int) -> Volume:
        """Register a folder; it is written after those that are there.  Raises NameTaken."""
        if self._session.scalar(select(VolumeRow.id).where(VolumeRow.path == path)):
            raise NameTaken(path)
        highest = self._session.scalar(select(func.max(VolumeRow.rank)))
        rank = 0 if highest is None else highest + 1
        row = VolumeRow(path=path, rank=rank, reserve_gb=reserve_gb, writing=True)
        self._session.add(row)
        self._session.flush()
        self._touched.add(Topic.RECORDING)
        return _volume(row)

    def change_volume(self, volume_id: VolumeId, *, reserve_gb: int, writing: bool) -> Volume:
        """Leave more or less room on its disk, or write there no more.  Raises Gone."""
        row = self._volume(volume_id)
        row.reserve_gb, row.writing = reserve_gb, writing
        self._session.flush()
        self._touched.add(Topic.RECORDING)
        return _volume(row)

    def rank_volumes(self, order: Sequence[VolumeId]) -> None:
        """Write them in ``order``; those that it does not name come after.  Raises Gone."""
        for rank, volume_id in enumerate(order):
            self._volume(volume_id).rank = rank
        left = [volume for volume in self.volumes() if volume.id not in set(order)]
        for rank, volume in enumerate(left, start=len(order)):
            self._volume(volume.id).rank = rank
        self._session.flush()
        self._touched.add(Topic.RECORDING)

    def remove_volume(self, volume_id: VolumeId) -> None:
        """Forget a folder; its id is not given out again.  Raises Gone."""
        self._session.execute(delete(VolumeRow).where(VolumeRow.id == self._volume(volume_id).id))
        self._touched.add(Topic.RECORDING)

    def _row(
        self, camera_id: CameraId | None, cluster_id: ClusterId | None
    ) -> RecordingRuleRow | None:
        query = select(RecordingRuleRow).where(
            RecordingRuleRow.camera_id.is_(None)
            if camera_id is None
            else RecordingRuleRow.camera_id == camera_id,
            RecordingRuleRow.cluster_id.is_(None)
            if cluster_id is None
            else RecordingRuleRow.cluster_id == cluster_id,
        )
        return self._session.scalar(query)

    def _volume(self, volume_id: VolumeId) -> VolumeRow:
        row = self._session.get(VolumeRow, volume_id)
        if row is None:
            raise Gone("volume")
        return row


def _rule(row: RecordingRuleRow) -> RecordingRule:
    return RecordingRule(
        camera_id=None if row.camera_id is None else CameraId(row.camera_id),
        cluster_id=None if row.cluster_id is None else ClusterId(row.cluster_id),
        plan=Plan(row.plan),
        role=StreamRole(row.role),
        audio=row.audio,
        week=tuple(hour == "1" for hour in row.week),
        days=row.days,
        share=row.share,
        sessions=row.sessions,
        budget_gb=row.budget_gb,
    )


def _volume(row: VolumeRow) -> Volume:
    return Volume(
        id=VolumeId(row.id),
        path=row.path,
        rank=row.rank,
        reserve_gb=row.reserve_gb,
        writing=row.writing,
    )
