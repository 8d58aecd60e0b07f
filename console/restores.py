"""What a restore says of itself in the log, so that it can be told from meddling.

The restored store ends where the backup was made; what came after is in the replaced one.  The
first entry after that names the heads of both, and a signed head follows: whoever cannot sign
cannot pass a shortened log off as restored.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from console.audit import Act
from db.records import Entry

_ACTS = frozenset({Act.RESTORED, Act.ROLLED_BACK})


@dataclass(frozen=True, slots=True, kw_only=True)
class Restore:
    """Entry ``seq``: the log was ``replaced`` by an older one, each told by its newest entry."""

    seq: int
    at: datetime
    restored_seq: int
    restored_hash: str
    replaced_seq: int
    replaced_hash: str


def restore_fields(restored: tuple[int, str], replaced: tuple[int, str]) -> dict[str, str | int]:
    """The fields of a ``RESTORED`` or ``ROLLED_BACK`` entry.

    Args:
        restored: Number and hash of the newest entry of the store that is put in place.
        replaced: The same of the store that it replaces; (0, "") when that cannot be read.
    """
    return {
        "restored_seq": restored[0],
        "restored_hash": restored[1],
        "replaced_seq": replaced[0],
        "replaced_hash": replaced[1],
    }


def restore_of(entry: Entry) -> Restore | None:
    """What ``entry`` says of a restore; None when it is about something else."""
    if entry.act not in _ACTS:
        return None
    try:
        detail = json.loads(entry.detail)
    except ValueError:
        return None
    if not isinstance(detail, Mapping):
        return None
    try:
        return Restore(
            seq=entry.seq,
            at=entry.at,
            restored_seq=int(detail["restored_seq"]),
            restored_hash=str(detail["restored_hash"]),
            replaced_seq=int(detail["replaced_seq"]),
            replaced_hash=str(detail["replaced_hash"]),
        )
    except (KeyError, TypeError, ValueError):
        return None
