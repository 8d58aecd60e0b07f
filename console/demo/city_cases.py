"""The cases of a made-up city: incidents and bookmarks over four years, most of them closed.

Numbers count within each year, as those of a station do.  What is a few days old is on its way, a
few are restricted, a few bookmarks were left without words.  Each bookmark has its hold, which has
run out and was put on record unless it is young or the bookmark wants words.  What came of them
and who was called is in ``city_outcomes``.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import islice

from db.case_records import (
    Bookmark,
    BookmarkId,
    Category,
    CategoryId,
    Incident,
    IncidentId,
    IncidentState,
    Severity,
    Shot,
)
from db.footage_records import Hold, HoldId, HoldReason
from db.records import Camera, Officer, Role, Span
from db.store import Store

AT_ONCE = 10_000
UNDERWAY = timedelta(days=14)
_S = IncidentState
_TITLES = (
    "Mất trộm xe máy trước cửa hàng tạp hóa",
    "Nhóm thanh niên tụ tập gây mất trật tự lúc nửa đêm",
    "Va chạm giữa xe máy và xe tải, một người bị thương nhẹ",
    "Bày bán hàng trên vỉa hè, lấn chiếm lòng đường",
    "Nghi vấn mua bán ma tuý ở cuối ngõ",
    "Cháy thùng rác cạnh nhà văn hóa",
    "Tìm cụ già đi lạc, lần cuối thấy ở bến xe",
)
_STORIES = (
    "Người dân báo qua điện thoại. Tổ tự quản đến nơi sau ít phút, camera ghi được toàn bộ.",
    "Cán bộ trực phát hiện trên tường camera và gọi tổ trưởng. Sự việc đã được lập biên bản.",
)
_NOTES = ("Xe máy không biển số", "Hai người đội mũ bảo hiểm", "Đã gọi tổ trưởng", "Xem lại sau")
_FREED_AFTER = timedelta(minutes=1)  # a hold's end


def fill_cases(
    store: Store,
    *,
    incidents: int,
    bookmarks: int,
    first_day: datetime,
    last_day: datetime,
    chances: tuple[random.Random, random.Random],
) -> None:
    """Put incidents, then bookmarks, into a city that has cameras, clusters and officers."""
    with store.read() as unit:
        cameras, officers = unit.fleet.cameras(), unit.officers.all()
        categories = unit.categories.all()
    days = Span(first_day, last_day)
    cases = _incidents(incidents, days, cameras, officers, categories, chances[0])
    while part := list(islice(cases, AT_ONCE)):
        with store.begin() as unit:
            unit.bulk.add_incidents(part)
    moments = _bookmarks(bookmarks, days, cameras, officers, categories, incidents, chances[1])
    held_days = {each.id: each.hold_days for each in categories}
    while marked := list(islice(moments, AT_ONCE)):
        holds = [_hold(each, held_days) for each in marked]
        with store.begin() as unit:
            unit.bulk.add_holds(holds, [_freed_at(each, last_day) for each in holds])
            unit.bulk.add_bookmarks(marked)


def _incidents(
    count: int,
    days: Span,
    cameras: Sequence[Camera],
    officers: Sequence[Officer],
    categories: Sequence[Category],
    chance: random.Random,
) -> Iterator[Incident]:
    chiefs = [each.id for each in officers if each.role is Role.CHIEF]
    numbers: dict[int, int] = {}
    for number in range(1, count + 1):
        at = days.start + days.length * (number / (count + 1))
        numbers[at.year] = numbers.get(at.year, 0) + 1
        restricted = bool(chiefs) and chance.random() < 0.005
        maker, assigned = chance.choice(officers).id, chance.choice(officers).id
        title = chance.choice(_TITLES)
        yield Incident(
            id=IncidentId(number),
            year=at.year,
            number=numbers[at.year],
            title=title,
            category_id=chance.choice(categories).id,
            severity=chance.choice(list(Severity)),
            state=_state(days.end - at, chance),
            cluster_id=chance.choice(cameras).cluster_id,
            address=f"số {chance.randint(1, 300)}",
            spot=None,
            began_at=at,
            ended_at=at + timedelta(minutes=chance.randint(1, 90)),
            narrative=chance.choice(_STORIES),
            people="",
            vehicles="",
            assigned_to=assigned if chance.random() < 0.7 else None,
            due_on=None,
            restricted=restricted,
            readers=frozenset({chance.choice(chiefs)}) if restricted else frozenset(),
            made_by=maker,
            made_at=at,
            changed_at=at,
            state_at=at,
            version=1,
        )


def _state(age: timedelta, chance: random.Random) -> IncidentState:
    if age > UNDERWAY:
        return _S.CLOSED if chance.random() < 0.98 else _S.APPROVED
    return chance.choices(list(IncidentState), [4, 2, 1, 8, 10])[0]


def _bookmarks(
    count: int,
    days: Span,
    cameras: Sequence[Camera],
    officers: Sequence[Officer],
    categories: Sequence[Category],
    incidents: int,
    chance: random.Random,
) -> Iterator[Bookmark]:
    for number in range(1, count + 1):
        at = days.start + days.length * (number / (count + 1))
        is_draft = chance.random() < (0.2 if days.end - at < timedelta(days=2) else 0.002)
        joined = bool(incidents) and chance.random() < 0.5
        yield Bookmark(
            id=BookmarkId(number),
            at=at,
            span=Span(at - timedelta(seconds=30), at + timedelta(seconds=60)),
            shots=(Shot(camera_id=chance.choice(cameras).id),),
            category_id=None if is_draft else chance.choice(categories).id,
            note="" if is_draft else f"{chance.choice(_NOTES)} {_plate(chance)}".rstrip(),
            incident_id=IncidentId(chance.randint(1, incidents)) if joined else None,
            hold_id=HoldId(number),
            made_by=chance.choice(officers).id,
            made_at=at,
            undone_at=None,
        )


def _plate(chance: random.Random) -> str:
    """A number that is seldom told twice, as those of notes are, or nothing."""
    return f"{chance.randint(11, 99)}B{chance.randint(10_000, 99_999)}" * (chance.random() < 0.3)


def _hold(bookmark: Bookmark, held_days: Mapping[CategoryId, int | None]) -> Hold:
    category_id = bookmark.category_id
    days = None if category_id is None else held_days[category_id]
    return Hold(
        id=HoldId(bookmark.id),
        cameras=frozenset(bookmark.cameras),
        span=bookmark.span,
        reason=HoldReason.BOOKMARK,
        until=None if days is None else bookmark.at + timedelta(days=days),
        made_by=bookmark.made_by,
        made_at=bookmark.made_at,
        released_at=None,
    )


def _freed_at(hold: Hold, now: datetime) -> datetime | None:
    if hold.until is None or hold.until + _FREED_AFTER > now:
        return None
    return hold.until + _FREED_AFTER
