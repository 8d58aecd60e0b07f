"""The rules of recording: which one holds for a camera, and what a rule may say.

Knows the store and nothing of video, so that the engine's retention can use it, too.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from console.errors import FieldRefused
from db.footage_records import HOURS_A_WEEK, Plan, RecordingRule
from db.records import Camera, CameraId, ClusterId

if TYPE_CHECKING:  # the window asks for ranges and rules, and must not load the store for it
    from db.store import Unit

DAYS = range(1, 3651)
SHARE = range(1, 101)
SESSIONS = range(1, 3)
BUDGET_GB = range(1, 1_000_001)
_RANGES = {"days": DAYS, "share": SHARE, "sessions": SESSIONS, "budget_gb": BUDGET_GB}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """Every rule of one moment, and which of them holds for a camera."""

    station: RecordingRule
    clusters: Mapping[ClusterId, RecordingRule]
    cameras: Mapping[CameraId, RecordingRule]

    def of_camera(self, camera: Camera) -> RecordingRule:
        """The rule that holds for ``camera``: its own, its cluster's, or the station's."""
        own = self.cameras.get(camera.id)
        return self.of_cluster(camera.cluster_id) if own is None else own

    def of_cluster(self, cluster_id: ClusterId) -> RecordingRule:
        """The rule that holds for a cluster's cameras that have none of their own."""
        return self.clusters.get(cluster_id, self.station)


def rules_in(unit: Unit) -> Rules:
    """Every rule of the moment that ``unit`` sees; also for the engine's retention."""
    found = unit.recording.rules()
    own = (rule for rule in found if rule.camera_id is None and rule.cluster_id is None)
    return Rules(
        station=next(own, RecordingRule()),
        clusters={rule.cluster_id: rule for rule in found if rule.cluster_id is not None},
        cameras={rule.camera_id: rule for rule in found if rule.camera_id is not None},
    )


def checked_rule(rule: RecordingRule) -> RecordingRule:
    """``rule`` if everything in it is within its range.

    Raises FieldRefused; ``rule`` is the word ``field`` again.
    """
    for name, allowed in _RANGES.items():
        value = getattr(rule, name)
        if value is not None and value not in allowed:
            raise FieldRefused(name, name)
    if len(rule.week) != HOURS_A_WEEK or (rule.plan is Plan.WEEKLY and not any(rule.week)):
        raise FieldRefused("week", "week")
    return rule
