"""What is recorded, and where: the rules, the volumes, and what the engine is told of both."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from console.audit import Act, Audit
from console.errors import StoreFailed, VolumeRefused
from console.gate import Gate
from console.recording_rules import Rules, checked_rule, rules_in
from console.rights import Action
from console.storage import Choice, Rates, choices, recorded_role
from console.video.footage_files import Marker, mark_volume
from console.video.known_date import CONFIRMED
from console.video.wire_footage import RecordOrder, VolumeOrder
from console.volumes import (
    GB,
    RESERVE_GB,
    VolumeRule,
    VolumeSeen,
    checked_folder,
    has_footage,
    new_station_word,
    seen,
)
from db.footage_records import Plan, RecordingRule, Volume, VolumeId
from db.records import Camera, CameraId, ClusterId
from db.store import Store, Unit
from db.structs import replace

_STATION_WORD = "footage_word"  # the key of the setting with our word in marks


class Recording:
    """What the administrator decides about recording.

    Every call may block on a disk: not for the GUI thread.  Any may raise ``StoreProblem``; those
    that ask the gate, ``NotAllowed``.  A change is announced as ``Topic.RECORDING``, and logged.
    """

    def __init__(self, store: Store, gate: Gate, audit: Audit) -> None:
        self._store = store
        self._gate = gate
        self._audit = audit

    # For the program's own use

    def orders(self) -> tuple[list[RecordOrder], list[VolumeOrder]]:
        """What the engine is to record, and where: nothing while it may write nowhere.

        A camera that is not recorded has an order if its line bears one session.  Not guarded:
        recording goes on under a locked screen.
        """
        with self._store.read() as unit:
            cameras, rules = unit.fleet.cameras(), rules_in(unit)
            volumes, word = unit.recording.volumes(), _word_in(unit)
        writes = any(volume.writing for volume in volumes)
        orders = [_order(camera, rules.of_camera(camera), writes=writes) for camera in cameras]
        return [order for order in orders if order is not None], [
            VolumeOrder(volume.id, volume.path, volume.reserve_gb * GB, volume.writing, word)
            for volume in volumes
        ]

    # Rules

    def rules(self) -> Rules:
        """Every rule."""
        self._gate.require(Action.SEE_FLEET)
        with self._store.read() as unit:
            return rules_in(unit)

    def set_rule(self, rule: RecordingRule) -> RecordingRule:
        """Let ``rule`` hold from now on; returns it as it is kept.

        Nothing is written when nothing was changed.

        Raises:
            FieldRefused: see ``checked_rule``.
            Gone: its camera or cluster has been removed meanwhile.
        """
        self._gate.require(Action.CHANGE_RECORDING)
        checked = checked_rule(rule)
        with self._store.begin() as unit:
            before = next(
                (old for old in unit.recording.rules() if _same_owner(old, checked)), None
            )
            if before == checked:
                return checked
            unit.recording.set_rule(checked)
            changed = _changed(before or RecordingRule(), checked)
            self._audit.write(unit, Act.RECORDING_CHANGED, *_owner(checked), fields=changed)
        return checked

    def drop_rule(
        self, *, camera_id: CameraId | None = None, cluster_id: ClusterId | None = None
    ) -> None:
        """Let the wider rule hold for a camera or a cluster again; nothing if it did already."""
        self._gate.require(Action.CHANGE_RECORDING)
        owner = RecordingRule(camera_id=camera_id, cluster_id=cluster_id)
        with self._store.begin() as unit:
            if unit.recording.drop_rule(camera_id=camera_id, cluster_id=cluster_id):
                self._audit.write(unit, Act.RECORDING_RESET, *_owner(owner))

    # Volumes

    def volumes(self) -> list[VolumeSeen]:
        """Every volume as it is found now, in the order that they are written in."""
        self._gate.require(Action.SEE_FLEET)
        with self._store.read() as unit:
            volumes, word = unit.recording.volumes(), _word_in(unit)
        return [seen(volume, word) for volume in volumes]

    def add_volume(self, path: str, reserve_gb: int) -> Volume:
        """Take a folder for footage, and mark it; it is written after those that are there.

        Raises:
            VolumeRefused: see ``console.volumes``.
            NameTaken: it is one already.
            StoreFailed: the mark could not be written; nothing was kept.
        """
        self._gate.require(Action.CHANGE_RECORDING)
        with self._store.begin() as unit:
            word = _word_in(unit) or new_station_word()
            folder = checked_folder(path, reserve_gb, word, unit.recording.volumes())
            volume = unit.recording.add_volume(folder, reserve_gb)
            unit.settings.put(_STATION_WORD, json.dumps(word))
            self._audit.write(unit, Act.VOLUME_ADDED, "volume", volume.id, reserve_gb=reserve_gb)
            # Last: a mark without its row is overwritten by the next try.
            try:
                mark_volume(Path(folder), Marker(volume.id, word))
            except OSError as error:
                raise StoreFailed(f"the folder cannot be marked: {error.strerror}") from error
        return volume

    def change_volume(self, volume_id: VolumeId, *, reserve_gb: int, writing: bool) -> Volume:
        """Leave more or less room on its disk; or retire it: it keeps what it has.

        Raises VolumeRefused, Gone.
        """
        self._gate.require(Action.CHANGE_RECORDING)
        if reserve_gb not in RESERVE_GB:
            raise VolumeRefused(VolumeRule.RESERVE)
        with self._store.begin() as unit:
            before = unit.recording.volume(volume_id)
            if (before.reserve_gb, before.writing) == (reserve_gb, writing):
                return before
            after = unit.recording.change_volume(volume_id, reserve_gb=reserve_gb, writing=writing)
            self._audit.write(
                unit, Act.VOLUME_CHANGED, "volume", volume_id, fields=_changed(before, after)
            )
        return after

    def rank_volumes(self, order: Sequence[VolumeId]) -> None:
        """Write the volumes in ``order``.  Raises Gone."""
        self._gate.require(Action.CHANGE_RECORDING)
        with self._store.begin() as unit:
            unit.recording.rank_volumes(order)
            self._audit.write(unit, Act.VOLUME_CHANGED, fields=["rank"], volumes=list(order))

    def remove_volume(self, volume_id: VolumeId, *, lost: bool = False) -> None:
        """Forget a retired folder once nothing of its footage is left; it is not touched.

        ``lost``: its disk will never come back, and what lay there is given up.

        Raises VolumeRefused (HAS_FOOTAGE), Gone.
        """
        self._gate.require(Action.CHANGE_RECORDING)
        with self._store.begin() as unit:
            volume = unit.recording.volume(volume_id)
            if volume.writing or not _is_done_with(Path(volume.path), lost):
                raise VolumeRefused(VolumeRule.HAS_FOOTAGE)
            unit.recording.remove_volume(volume_id)
            self._audit.write(unit, Act.VOLUME_REMOVED, "volume", volume_id, lost=lost)

    def confirm_date(self) -> None:
        """The PC's date is right, though it is far beyond the last one that the engine knows.

        Footage is removed by age again, and holds run out, by that date.
        """
        self._gate.require(Action.CHANGE_RECORDING)
        with self._store.begin() as unit:
            entry = self._audit.write(unit, Act.DATE_CONFIRMED)
            unit.settings.put(CONFIRMED, json.dumps(entry.at.isoformat()))

    def calculator(self, rates: Rates) -> list[Choice]:
        """What each choice takes a day, by what was measured where it was."""
        self._gate.require(Action.SEE_FLEET)
        with self._store.read() as unit:
            cameras, rules = unit.fleet.cameras(), rules_in(unit)
        return choices(cameras, {each.id: rules.of_camera(each) for each in cameras}, rates)


def _order(camera: Camera, rule: RecordingRule, *, writes: bool) -> RecordOrder | None:
    role = recorded_role(camera, rule.role)
    plan = rule.plan if writes else Plan.NEVER
    if role is None or (plan is Plan.NEVER and rule.sessions > 1):
        return None
    week = "".join("1" if hour else "0" for hour in rule.week)
    return RecordOrder(
        camera_id=camera.id,
        role=role,
        plan=plan,
        week=week if plan is Plan.WEEKLY else "",
        audio=rule.audio,
        sessions=rule.sessions,
        budget_bytes=(rule.budget_gb or 0) * GB,
    )


def _is_done_with(folder: Path, lost: bool) -> bool:
    try:
        return not has_footage(folder)
    except OSError:
        return lost


def _word_in(unit: Unit) -> str:
    kept = unit.settings.get(_STATION_WORD)
    return "" if kept is None else str(json.loads(kept))


def _same_owner(one: RecordingRule, other: RecordingRule) -> bool:
    return (one.camera_id, one.cluster_id) == (other.camera_id, other.cluster_id)


def _owner(rule: RecordingRule) -> tuple[str, int | None]:
    if rule.camera_id is not None:
        return "camera", rule.camera_id
    if rule.cluster_id is not None:
        return "cluster", rule.cluster_id
    return "station", None


def _changed(before: RecordingRule | Volume, after: RecordingRule | Volume) -> list[str]:
    if isinstance(before, RecordingRule) and isinstance(after, RecordingRule):
        before = replace(before, camera_id=after.camera_id, cluster_id=after.cluster_id)
    return [
        name for name in before.__struct_fields__ if getattr(before, name) != getattr(after, name)
    ]
