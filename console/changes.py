"""Which parts of a record were changed: for the log, which is told names and never contents."""

from __future__ import annotations

from typing import TypeVar

from db.case_records import Category, Member
from db.records import Camera, Cluster, Officer
from db.structs import Frozen

Record = TypeVar("Record", bound=Camera | Category | Cluster | Member | Officer)


def changed_fields(before: Record, after: Record) -> list[str]:
    """Names of the fields that differ; those of a camera's device stand beside its own."""
    changed = _unequal(before, after)
    if isinstance(before, Camera) and isinstance(after, Camera) and "device" in changed:
        changed.remove("device")
        changed += _unequal(before.device, after.device)
    return changed


def _unequal(before: Frozen, after: Frozen) -> list[str]:
    return [
        name for name in before.__struct_fields__ if getattr(before, name) != getattr(after, name)
    ]
