"""What came of the cases of a made-up city, and who was called about them."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from itertools import islice

from console.demo.city_cases import AT_ONCE
from db.case_records import (
    BookmarkId,
    Call,
    CallId,
    CallResult,
    IncidentId,
    Member,
    Outcome,
    OutcomeId,
    OutcomeKind,
)
from db.records import Officer, Span
from db.store import Store

_SEIZED = (("dao bầu", "con"), ("xe máy", "chiếc"), ("tuýp sắt", "cái"))
_SAID = ("Đã lập biên bản", "Giao gia đình quản lý", "Chuyển cơ quan điều tra", "")
_RESULTS = tuple(CallResult)


def fill_outcomes(
    store: Store,
    *,
    count: int,
    incidents: int,
    days: Span,
    chance: random.Random,
) -> None:
    """Put ``count`` lines to the first ``incidents`` incidents, spread over ``days``."""
    with store.read() as unit:
        officers = unit.officers.all()
    lines = _outcomes(count if incidents else 0, incidents, days, officers, chance)
    while part := list(islice(lines, AT_ONCE)):
        with store.begin() as unit:
            unit.bulk.add_outcomes(part)
    with store.begin() as unit:
        unit.outcomes.sum_anew()


def fill_calls(
    store: Store,
    *,
    count: int,
    incidents: int,
    bookmarks: int,
    days: Span,
    chance: random.Random,
) -> None:
    """Let members be called ``count`` times about incidents and bookmarks that there are."""
    with store.read() as unit:
        officers, members = unit.officers.all(), unit.members.all()
    made = _calls(count if members else 0, incidents, bookmarks, days, officers, members, chance)
    while part := list(islice(made, AT_ONCE)):
        with store.begin() as unit:
            unit.bulk.add_calls(part)


def _outcomes(
    count: int, incidents: int, days: Span, officers: Sequence[Officer], chance: random.Random
) -> Iterator[Outcome]:
    for number in range(1, count + 1):
        at = _at(days, number, count)
        kind = chance.choice(list(OutcomeKind))
        item, unit = chance.choice(_SEIZED) if kind is OutcomeKind.SEIZED else ("", "")
        yield Outcome(
            id=OutcomeId(number),
            incident_id=IncidentId(_one_of(number, count, incidents)),
            kind=kind,
            on=at.date(),
            count=chance.choice((1, 1, 1, 2, 3)),
            persons=chance.randint(1, 4) if kind is OutcomeKind.DRUGS else None,
            item=item,
            unit=unit,
            note=chance.choice(_SAID),
            made_by=chance.choice(officers).id if officers else None,
            made_at=at,
            struck_at=at + timedelta(hours=1) if chance.random() < 0.01 else None,
        )


def _calls(
    count: int,
    incidents: int,
    bookmarks: int,
    days: Span,
    officers: Sequence[Officer],
    members: Sequence[Member],
    chance: random.Random,
) -> Iterator[Call]:
    for number in range(1, count + 1):
        about_incident = bool(incidents) and chance.random() < 0.5
        about_bookmark = bool(bookmarks) and not about_incident and chance.random() < 0.8
        incident_id = IncidentId(_one_of(number, count, incidents)) if about_incident else None
        bookmark_id = BookmarkId(_one_of(number, count, bookmarks)) if about_bookmark else None
        yield Call(
            id=CallId(number),
            member_id=chance.choice(members).id,
            cluster_id=None,
            incident_id=incident_id,
            bookmark_id=bookmark_id,
            result=chance.choice(_RESULTS),
            note=chance.choice(("", "", "Không nghe máy, gọi lại sau", "Đang ở xa")),
            officer_id=chance.choice(officers).id if officers else None,
            at=_at(days, number, count),
        )


def _one_of(number: int, count: int, of_how_many: int) -> int:
    """The one of as many that is about as old as the ``number``th of ``count``."""
    return min(of_how_many, 1 + (number - 1) * of_how_many // count)


def _at(days: Span, number: int, count: int) -> datetime:
    return days.start + days.length * (number / (count + 1))
