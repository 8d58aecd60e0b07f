"""What the log keeps of a line of custody, and whether the line is still what the log was told.

The guard of the store's file refuses changes, and whoever can write to the file can take the guard
away.  The log is chained and signed: a line that was changed, put in or given another medium is not
what its entry tells.  Entries that were written before 2026-11-27 know nothing of the medium.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from console.audit import Act, canonical
from console.entry_text import micros
from console.evidence.known import about
from db.evidence_records import CustodyId, CustodyKind, CustodyLine, PackageId
from db.records import Entry
from db.store import Unit

_TOLD = frozenset({Act.CUSTODY_ADDED, Act.EXPORT_FINISHED, Act.CUSTODY_PEOPLE_ERASED})


def words_hash(salt: str, to_whom: str, note: str) -> str:
    """What the log keeps of a line's words: SHA-256 in hex over their canonical JSON."""
    return _hash({"salt": salt, "to_whom": to_whom, "note": note})


def line_hash(line: CustodyLine) -> str:
    """What the log keeps of the rest, which stays for ever: medium, serial number, time, officer.

    Without a salt, so that it proves the line when the people were erased.
    """
    return _hash(
        {
            "custody": line.id,
            "package": line.package_id,
            "kind": str(line.kind),
            "at_us": micros(line.at),
            "officer": line.officer_id,
            "medium": line.medium,
        }
    )


def unlike(unit: Unit, package_id: PackageId) -> frozenset[CustodyId]:
    """Lines of a package that the log tells otherwise, or does not tell of.

    That the log itself is whole is for ``console.audit_check``.
    """
    entries = list(about(unit, "package", package_id, _TOLD))
    made = [_detail(each) for each in entries if each.act == Act.EXPORT_FINISHED]
    added, erased = {}, set()
    for told in (_detail(each) for each in entries if each.act != Act.EXPORT_FINISHED):
        if "kind" in told:
            added[told.get("custody")] = told
        else:
            erased.add(told.get("custody"))
    return frozenset(
        line.id
        for line in unit.custody.of(package_id)
        if not (
            any(_is_row(line, told) for told in made)
            if line.kind is CustodyKind.MADE
            else line.id in added
            and _is_row(line, added[line.id])
            and (line.id in erased if line.erased else _has_words(unit, line, added[line.id]))
        )
    )


def _is_row(line: CustodyLine, told: Mapping[str, Any]) -> bool:
    """Whether it is the line of an entry; an old one tells its kind alone, or not even that."""
    its = line_hash(line)
    kind, known = str(told.get("kind", line.kind)), str(told.get("line_sha256", its))
    return kind == line.kind and known == its


def _has_words(unit: Unit, line: CustodyLine, told: Mapping[str, Any]) -> bool:
    salt = unit.custody.salt(line.id)
    return words_hash(salt, line.to_whom, line.note) == str(told.get("sha256"))


def _detail(entry: Entry) -> dict[str, Any]:
    found = json.loads(entry.detail)
    return found if isinstance(found, dict) else {}


def _hash(told: dict[str, Any]) -> str:
    return hashlib.sha256(canonical(told).encode()).hexdigest()
