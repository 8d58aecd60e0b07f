"""The history of an incident in words: what was changed together, and how it reads."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from db.case_records import (
    Category,
    CategoryId,
    FieldChange,
    IncidentState,
    Severity,
    Spot,
    Step,
)
from db.records import ClusterId, OfficerId
from ui.case_words import category_words, date_words, severity_word
from ui.cases.place_fields import spot_words
from ui.times import stamp_words
from ui.words import translate

TOGETHER = timedelta(minutes=10)
"""What one officer writes at one place within this is one change to whoever reads of it."""
TEXTS = frozenset({"title", "address", "narrative", "people", "vehicles"})
_COUNTED = frozenset({"bookmarks", "described", "exhibits", "incidents", "attachments", "outcomes"})
_AROUND = 60  # letters of what stayed, on both sides of what did not


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the history: a step, or fields that were changed together, each as JSON."""

    at: datetime
    officer_id: OfficerId | None
    fields: Mapping[str, tuple[str, str]]
    step: tuple[IncidentState, IncidentState, str] | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """What ids are called."""

    officers: Mapping[OfficerId, str]
    tree: Sequence[Category]
    clusters: Mapping[ClusterId, str]


def entries(changes: Sequence[FieldChange], steps: Sequence[Step]) -> list[Entry]:
    """The newest first.  An edit is one entry; so are edits that follow each other closely."""
    found: list[Entry] = []
    for change in changes:
        last = found[-1] if found else None
        if last is not None and _goes_on(last, change, steps):
            before = last.fields.get(change.field, (change.before, ""))[0]
            fields = {**last.fields, change.field: (before, change.after)}
            found[-1] = Entry(change.at, last.officer_id, fields)
        else:
            fields = {change.field: (change.before, change.after)}
            found.append(Entry(change.at, change.officer_id, fields))
    found += [
        Entry(each.at, each.officer_id, {}, (each.before, each.after, each.reason))
        for each in steps
    ]
    return sorted(found, key=lambda entry: entry.at, reverse=True)


def _goes_on(last: Entry, change: FieldChange, steps: Sequence[Step]) -> bool:
    near = last.officer_id == change.officer_id and change.at - last.at <= TOGETHER
    same = last.at == change.at or change.field in last.fields
    return near and same and not any(last.at <= step.at <= change.at for step in steps)


def value_words(field: str, value: str, known: Known) -> str:
    """A value of the history; "" for nothing."""
    try:
        read = json.loads(value)
        return _words(field, read, known)
    except (ValueError, TypeError, KeyError):  # of a newer program
        return value


def _words(field: str, read: object, known: Known) -> str:
    if field in _COUNTED:
        return str(len(read) if isinstance(read, list) else read or 0)
    if read is None:
        return ""
    match field, read:
        case "category_id", int():
            return category_words(CategoryId(read), known.tree)
        case "severity", str():
            return severity_word(Severity(read))
        case "cluster_id", int():
            return known.clusters.get(ClusterId(read), "…")
        case "spot", [int() as x, int() as y]:
            return spot_words(Spot(x, y))
        case (("began_at" | "ended_at"), str()):
            return stamp_words(datetime.fromisoformat(read))
        case "due_on", str():
            return date_words(date.fromisoformat(read))
        case "assigned_to", int():
            return known.officers.get(OfficerId(read), "…")
        case "restricted", bool():
            return translate("cases", "yes") if read else translate("cases", "no")
        case "readers", list():
            return ", ".join(known.officers.get(OfficerId(each), "…") for each in read)
    return str(read)


def apart(before: str, after: str) -> tuple[str, str, str, str]:
    """What both begin with, what went, what came, and what both end with; cut to what is near."""
    most = min(len(before), len(after))
    start = next((at for at in range(most) if before[at] != after[at]), most)
    while start and before[start - 1 : start].isalnum() and start < most:
        start -= 1  # whole words
    most -= start
    end = next((at for at in range(most) if before[-1 - at] != after[-1 - at]), most)
    while end and before[len(before) - end].isalnum():
        end -= 1
    head, tail = before[:start], before[len(before) - end :]
    head = head if len(head) <= _AROUND else f"…{head[-_AROUND:]}"
    tail = tail if len(tail) <= _AROUND else f"{tail[:_AROUND]}…"
    return head, before[start : len(before) - end], after[start : len(after) - end], tail
