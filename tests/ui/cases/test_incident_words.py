"""What is compared and told of an incident, without a window."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta

from console.inbox import InboxItem
from db.case_records import (
    CategoryId,
    FieldChange,
    Incident,
    IncidentId,
    IncidentState,
    Severity,
    Step,
)
from db.incident_records import Waits
from db.records import OfficerId
from db.structs import replace
from ui.case_words import age_words, fields_words, number_words
from ui.cases.history_words import Known, apart, entries, value_words
from ui.cases.inbox_words import item_facts
from ui.cases.meeting import met

NOW = datetime(2026, 3, 14, 20, 0, tzinfo=UTC)
AN, BICH = OfficerId(1), OfficerId(2)
INCIDENT = Incident(
    id=IncidentId(1),
    year=2026,
    number=15,
    title="Mất xe",
    category_id=CategoryId(1),
    severity=Severity.ROUTINE,
    state=IncidentState.DRAFT,
    cluster_id=None,
    address="",
    spot=None,
    began_at=NOW,
    ended_at=None,
    narrative="",
    people="",
    vehicles="",
    assigned_to=None,
    due_on=None,
    restricted=False,
    readers=frozenset(),
    made_by=AN,
    made_at=NOW,
    changed_at=NOW,
    state_at=NOW,
    version=1,
)


def test_what_two_wrote_is_merged_settled_or_asked_about() -> None:
    now = replace(INCIDENT, title="Trộm xe", address="12 Bến Tượng", narrative="A", version=2)
    typed = {"address": "14 Bến Tượng", "narrative": "A", "due_on": date(2026, 4, 1)}

    meeting = met(INCIDENT, now, typed)

    assert (meeting.merged, meeting.both, meeting.settled) == (
        frozenset({"title"}),
        frozenset({"address"}),
        frozenset({"narrative"}),
    )


def change(minute: int, field: str, before: object, after: object, by: OfficerId) -> FieldChange:
    return FieldChange(
        version=minute + 1,
        at=NOW + timedelta(minutes=minute),
        officer_id=by,
        field=field,
        before=json.dumps(before),
        after=json.dumps(after),
    )


def test_edits_that_follow_each_other_are_one_and_steps_stand_between() -> None:
    steps = [
        Step(
            at=NOW + timedelta(minutes=5),
            officer_id=AN,
            before=IncidentState.DRAFT,
            after=IncidentState.SUBMITTED,
            reason="",
        )
    ]
    changes = [
        change(1, "narrative", "", "Hai", AN),
        change(3, "narrative", "Hai", "Hai người", AN),
        change(6, "narrative", "Hai người", "Ba người", AN),
        change(7, "narrative", "Ba người", "Bốn người", BICH),
    ]

    found = entries(changes, steps)

    assert [(each.officer_id, each.step is not None) for each in found] == [
        (BICH, False),
        (AN, False),
        (AN, True),
        (AN, False),
    ]
    assert found[-1].fields == {"narrative": ('""', '"Hai ng\\u01b0\\u1eddi"')}


def test_what_changed_in_a_text_is_told_by_whole_words() -> None:
    assert apart("Xe màu xanh, ở chợ", "Xe màu xám, ở chợ") == (
        "Xe màu ",
        "xanh",
        "xám",
        ", ở chợ",
    )
    assert apart("", "Xe") == ("", "", "Xe", "")
    assert apart("Xe", "Xe máy") == ("Xe", "", " máy", "")


def test_values_of_the_history_are_words() -> None:
    known = Known({AN: "Nguyễn Văn An"}, (), {})

    assert value_words("assigned_to", "1", known) == "Nguyễn Văn An"
    assert value_words("due_on", '"2026-03-14"', known) == "14/03/2026"
    assert value_words("bookmarks", "[4, 9]", known) == "2"
    assert value_words("ended_at", "null", known) == ""
    assert value_words("due_on", '"who knows"', known) == '"who knows"'
    assert number_words(INCIDENT) == "15/2026"
    assert fields_words(["address", "title"]) == "Title, Address"
    assert age_words(timedelta(hours=2, minutes=14, seconds=50)) == "2 h 14 min"


def test_nobody_is_said_to_have_left_before_the_names_are_read() -> None:
    item = InboxItem(waits=Waits.BOOKMARK, since=NOW, age=timedelta(), made_by=AN)

    assert item_facts(item, {}) == "Bookmark without words"
    assert item_facts(item, {AN: "Nguyễn Văn An"}) == "Bookmark without words · Nguyễn Văn An"
    assert (
        item_facts(item, {BICH: "Trần Thị Bích Ngọc"})
        == "Bookmark without words · an officer who left"
    )
