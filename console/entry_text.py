"""What is hashed and signed of the log: each entry in the one text that it has.

Whoever checks a package needs this and no store.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta

from db.records import Entry

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_PLAIN = frozenset({str, int, bool})
_ENCODER = json.JSONEncoder(
    ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":")
)


def canonical(value: Mapping[str, object]) -> str:
    """A JSON object in the one form that is hashed: keys sorted, no blanks, NFC, as UTF-8.

    Raises:
        TypeError, ValueError: it holds what has no canonical form: a float, bytes, an object.
    """
    return _rendered(_plain(value))


def entry_hash(entry: Entry) -> str:
    """SHA-256, in hex, over the hash before and every other field of the entry (E-23)."""
    told = _rendered(
        {
            "seq": entry.seq,
            "at_us": micros(entry.at),
            "monotonic_ns": entry.monotonic_ns,
            "officer": entry.officer_id,
            "workstation": entry.workstation,
            "act": str(entry.act),
            "subject": entry.subject,
            "subject_id": entry.subject_id,
            "detail": entry.detail,
        }
    )
    return hashlib.sha256(entry.previous.encode() + told.encode()).hexdigest()


def micros(at: datetime) -> int:
    """An aware instant in whole microseconds since 1970 UTC, as it is hashed and signed."""
    return (at - _EPOCH) // _MICROSECOND


def _rendered(plain: object) -> str:
    text = _ENCODER.encode(plain)
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def _plain(value: object) -> object:
    # By type first: asking an abstract class takes ten times as long, and millions are verified.
    if value is None or type(value) in _PLAIN:
        return value
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, str):
        return str(value)
    if isinstance(value, int):
        return int(value)
    if isinstance(value, Sequence) and not isinstance(value, bytes | bytearray):
        return [_plain(item) for item in value]
    raise TypeError(f"{type(value).__name__} has no canonical form")
