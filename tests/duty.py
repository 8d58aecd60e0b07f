"""What the duty wrote, made up from a seed: bookmarks, incidents, calls, for tests of finding.

Straight into the tables: what is tested here is who finds it, not how it is kept.
"""

from __future__ import annotations

import random
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import insert, select

from db.case_records import BookmarkId, CategoryId, IncidentId, IncidentState, OutcomeKind, Severity
from db.case_tables import CategoryRow, IncidentReaderRow, IncidentRow
from db.moment_tables import BookmarkCameraRow, BookmarkRow, CallRow, MemberRow
from db.records import CameraId, ClusterId, OfficerId, TeamId
from db.store import Store, Unit

_WHAT = ("mất xe máy", "gây rối", "đánh nhau", "va chạm", "đỗ xe sai", "cháy nhỏ", "người lạ")
_WHERE = ("cổng chợ", "ngã tư", "đầu ngõ", "nhà văn hoá", "bến xe", "trường học", "vỉa hè")
_HOW = (
    "áo đỏ",
    "áo đen",
    "đi xe Wave",
    "chạy về hướng cầu",
    "hai đối tượng",
    "say rượu",
    "đã báo tổ",
)
# Or a row without a category begins another statement.
_IN_ONE = {"render_nulls": True}
_STREETS = ("Minh Cầu", "Bến Tượng", "Lương Ngọc Quyến", "Phan Đình Phùng", "Dương Tự Minh")


def bookmark(
    unit: Unit,
    at: datetime,
    note: str = "",
    cameras: tuple[CameraId, ...] = (CameraId(1),),
    **values: Any,
) -> BookmarkId:
    """Keep one; ``values`` are columns."""
    row = BookmarkRow(
        at=at,
        start=at - timedelta(seconds=30),
        end=at + timedelta(seconds=60),
        note=note,
        made_at=at,
        **values,
    )
    session = unit.finds._session
    session.add(row)
    session.flush()
    for place, camera_id in enumerate(cameras):
        session.add(_shot(row, camera_id, place))
    session.flush()
    return BookmarkId(row.id)


def incident(
    unit: Unit, began_at: datetime, title: str, readers: tuple[OfficerId, ...] = (), **values: Any
) -> IncidentId:
    """Keep one; ``values`` are columns."""
    session = unit.finds._session
    count = len(session.scalars(select(IncidentRow.id)).all())
    row = IncidentRow(**_incident(count + 1, began_at, title) | values)
    session.add(row)
    session.flush()
    session.add_all(
        IncidentReaderRow(incident_id=row.id, officer_id=officer_id) for officer_id in readers
    )
    session.flush()
    return IncidentId(row.id)


def outcome(unit: Unit, incident_id: IncidentId, at: datetime, note: str) -> None:
    """Keep a line of its outcome."""
    unit.outcomes.add(
        incident_id,
        kind=OutcomeKind.VERIFIED,
        on=at.date(),
        count=1,
        persons=None,
        item="",
        unit="",
        note=note,
        made_by=None,
        made_at=at,
    )


def called(unit: Unit, team_id: TeamId, name: str, at: datetime, **values: Any) -> None:
    """A member of that name is called; ``values`` tell about what."""
    session = unit.finds._session
    member = MemberRow(
        team_id=team_id, name=name, role="member", phone="", retired=False, erased=False
    )
    session.add(member)
    session.flush()
    session.add(CallRow(member_id=member.id, result="reached", note="", at=at, **values))
    session.flush()


def categories(unit: Unit) -> dict[str, CategoryId]:
    """Those that there are, by name."""
    rows = unit.finds._session.execute(select(CategoryRow.name, CategoryRow.id))
    return {name: CategoryId(id_) for name, id_ in rows}


def fill(
    store: Store,
    bookmarks: int,
    incidents: int,
    until: datetime,
    cameras: tuple[CameraId, ...],
    clusters: tuple[ClusterId, ...],
    seed: int = 5,
) -> None:
    """Three years of a city's duty that end at ``until``; the index of words is made at the end."""
    chance = random.Random(seed)
    with store.begin() as unit:
        kinds = tuple(categories(unit).values())
        unit.words.stop()
    for first in range(1, incidents + 1, 10_000):
        last = min(first + 10_000, incidents + 1)
        with store.begin() as unit:
            rows = [
                {"id": number}
                | _incident(number, until - _ago(chance, number / incidents), _sentence(chance, 1))
                | {
                    "address": f"{chance.randint(1, 400)} {chance.choice(_STREETS)}",
                    "narrative": _sentence(chance, 5),
                    "people": f"Nguyễn Văn {chance.choice('ABCDE')}",
                    "category_id": chance.choice(kinds),
                    "state": chance.choice(list(IncidentState)),
                    "severity": chance.choice(list(Severity)),
                    "cluster_id": chance.choice(clusters),
                    "restricted": chance.random() < 0.02,
                }
                for number in range(first, last)
            ]
            unit.finds._session.execute(insert(IncidentRow), rows, execution_options=_IN_ONE)
    for first in range(1, bookmarks + 1, 20_000):
        last = min(first + 20_000, bookmarks + 1)
        with store.begin() as unit:
            marks: list[dict[str, object]] = []
            shots: list[dict[str, object]] = []
            for number in range(first, last):
                at = until - _ago(chance, number / bookmarks)
                marks.append(
                    {
                        "id": number,
                        "at": at,
                        "start": at - timedelta(seconds=30),
                        "end": at + timedelta(seconds=60),
                        "category_id": chance.choice((None, *kinds)),
                        "note": _sentence(chance, 1) if chance.random() < 0.8 else "",
                        "incident_id": chance.randint(1, incidents)
                        if incidents and chance.random() < 0.3
                        else None,
                        "made_at": at,
                    }
                )
                chosen = chance.sample(cameras, chance.choice((1, 1, 1, 2)))
                shots.extend(
                    {
                        "bookmark_id": number,
                        "at": at,
                        "camera_id": camera_id,
                        "place": place,
                        "state": "",
                        "reason": "",
                        "still": "",
                        "sha256": "",
                        "drawing": "",
                    }
                    for place, camera_id in enumerate(chosen)
                )
            unit.finds._session.execute(insert(BookmarkRow), marks, execution_options=_IN_ONE)
            unit.finds._session.execute(insert(BookmarkCameraRow), shots)
    with store.begin() as unit:
        unit.words.begin_anew()


def _shot(row: BookmarkRow, camera_id: CameraId, place: int) -> BookmarkCameraRow:
    return BookmarkCameraRow(
        bookmark_id=row.id,
        at=row.at,
        camera_id=camera_id,
        place=place,
        state="",
        reason="",
        still="",
        sha256="",
        drawing="",
    )


def _incident(number: int, began_at: datetime, title: str) -> dict[str, Any]:
    return {
        "year": began_at.year,
        "number": number,
        "title": title,
        "category_id": 1,
        "severity": Severity.ROUTINE,
        "state": IncidentState.DRAFT,
        "cluster_id": None,
        "address": "",
        "began_at": began_at,
        "narrative": "",
        "people": "",
        "vehicles": "",
        "restricted": False,
        "made_at": began_at,
        "changed_at": began_at,
        "state_at": began_at,
        "version": 1,
    }


def _sentence(chance: random.Random, parts: int) -> str:
    said = (
        f"{chance.choice(_WHAT)} ở {chance.choice(_WHERE)} {chance.choice(_STREETS)},"
        f" {chance.choice(_HOW)}, biển {chance.randint(10, 99)}B-{chance.randint(10000, 99999)}"
        for _ in range(parts)
    )
    return ". ".join(said).capitalize()


def _ago(chance: random.Random, share: float) -> timedelta:
    """The higher the number, the later, roughly: three years in all."""
    return timedelta(days=1100 * (1 - share), seconds=chance.randint(0, 7200))
