"""The station's store as retention asks it: rules and holds, read by the engine, never written.

SQLAlchemy is loaded when it is asked for the first time, so that the engine starts without.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from console.video.known_date import CONFIRMED, confirmed_at
from console.video.retention import Keeping, KeepRule
from db.errors import StoreFailed
from db.footage_records import Plan, RecordingRule, VolumeId
from db.records import CameraId, ClusterId

if TYPE_CHECKING:
    from db.store import Store


class StoreKeepRules:
    """``KeepRules`` over the store's file.  One thread only."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._store: Store | None = None

    def read(self, now: datetime) -> Keeping:
        """See ``KeepRules``.  Raises StoreProblem."""
        with self._opened().read() as unit:
            rules = unit.recording.rules()
            clusters = {camera.id: camera.cluster_id for camera in unit.fleet.cameras()}
            holds = unit.holds.kept(now)
        return Keeping(_RuleOf(rules, clusters), holds)

    def date_confirmed(self) -> datetime | None:
        """See ``KeepRules``.  Raises StoreProblem."""
        with self._opened().read() as unit:
            return confirmed_at(unit.settings.get(CONFIRMED))

    def volumes(self) -> dict[VolumeId, Path]:
        """Where footage lies.  Raises StoreProblem."""
        with self._opened().read() as unit:
            found = unit.recording.volumes()
        return {volume.id: Path(volume.path) for volume in found}

    def close(self) -> None:
        """Let go of the file."""
        if self._store is not None:
            self._store.close()
            self._store = None

    def _opened(self) -> Store:
        if not self._path.exists():
            self.close()
            raise StoreFailed(f"{self._path.name} is not there")
        if self._store is None:
            from db.store import Store

            self._store = Store(self._path, committed=lambda _topics: None)
        return self._store


class _RuleOf:
    """The nearest rule of a camera; one that is not of the fleet any more has the station's."""

    def __init__(
        self, rules: Sequence[RecordingRule], clusters: Mapping[CameraId, ClusterId]
    ) -> None:
        self._clusters = clusters
        self._cameras = {rule.camera_id: _keep(rule) for rule in rules if rule.camera_id}
        self._by_cluster = {
            rule.cluster_id: _keep(rule) for rule in rules if rule.cluster_id and not rule.camera_id
        }
        own = (rule for rule in rules if not rule.camera_id and not rule.cluster_id)
        self._station = _keep(next(own, RecordingRule()))

    def __call__(self, camera: CameraId) -> KeepRule:
        if (own := self._cameras.get(camera)) is not None:
            return own
        cluster = self._clusters.get(camera)
        if cluster is None:
            return self._station
        return self._by_cluster.get(cluster, self._station)


def _keep(rule: RecordingRule) -> KeepRule:
    owner = "station"
    if rule.cluster_id is not None:
        owner = f"cluster {rule.cluster_id}"
    if rule.camera_id is not None:
        owner = f"camera {rule.camera_id}"
    return KeepRule(owner, rule.days, rule.share, around=rule.plan is Plan.AROUND)
