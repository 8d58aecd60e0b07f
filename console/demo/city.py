"""A city's worth of a station, made up from a seed: what lists and searches are measured with.

One file holds what fourteen wards have together: 229 teams with a cluster each, 1,128 cameras,
169 officers, as many members of teams as are asked for, and as many entries of the log, rightly
chained, so that they pass the same check as real ones.  Everything goes through the repositories
that the console itself uses.

How it grows: an issue that brings a noun adds its count to ``CitySize`` with 0 as its default
a function that fills it from a ``Random`` of its own (``_chance``), so that what was there
before stays the same for a seed, and the acts that the log gains to ``_ACTS``.  Incidents and
bookmarks are in ``city_cases``, outcomes and calls in ``city_outcomes``, requests and packages in
``city_requests``.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import islice

from console.audit import Act, Value, canonical, entry_hash
from console.demo.city_cases import fill_cases
from console.demo.city_outcomes import fill_calls, fill_outcomes
from console.demo.city_requests import fill_requests
from db.case_records import MemberRole
from db.records import (
    CameraId,
    DeviceKind,
    Entry,
    NewStream,
    Officer,
    OfficerId,
    Role,
    Span,
    StreamRole,
    Transport,
)
from db.store import Store, Unit
from db.structs import replace

WARDS = (
    "Hoàng Văn Thụ",
    "Phan Đình Phùng",
    "Trưng Vương",
    "Đồng Quang",
    "Quang Trung",
    "Gia Sàng",
    "Túc Duyên",
    "Cam Giá",
    "Tân Thịnh",
    "Tân Lập",
    "Thịnh Đán",
    "Phú Xá",
    "Quan Triều",
    "Tân Cương",
)
FIRST_DAY = datetime(2022, 8, 1, tzinfo=UTC)
LAST_DAY = datetime(2026, 11, 23, tzinfo=UTC)
NO_PASSWORD = "$none$"  # no password fits: these officers cannot sign in
ENTRIES_A_UNIT = 50_000

_PLACES = ("Cổng chợ", "Ngã ba", "Ngã tư", "Đầu ngõ", "Trường học", "Nhà văn hóa", "Cầu", "Bến xe")
_STREETS = ("Bến Tượng", "Cách Mạng Tháng Tám", "Lương Ngọc Quyến", "Minh Cầu", "Dương Tự Minh")
_FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Đặng", "Đỗ", "Vũ", "Nông", "Triệu", "Lường")
_MIDDLES = ("Văn", "Thị", "Đức", "Minh", "Quốc", "Thúy", "Hữu", "Ngọc")
_GIVEN = (
    "An",
    "Bình",
    "Cường",
    "Dũng",
    "Đạt",
    "Hà",
    "Hưng",
    "Lan",
    "Quỳnh",
    "Sơn",
    "Thủy",
    "Vượng",
)
_RANKS = tuple(MemberRole)
_A_WARD = (Role.CHIEF, Role.ADMINISTRATOR, *[Role.DUTY] * 4, *[Role.OFFICER] * 6)


@dataclass(frozen=True, slots=True, kw_only=True)
class CitySize:
    """How much of everything; 0 leaves a noun out."""

    teams: int = 229
    cameras: int = 1128
    officers: int = 169
    members: int = 0  # 1,695 in the fourteen wards
    entries: int = 0
    incidents: int = 0  # these two need cameras and officers
    bookmarks: int = 0
    outcomes: int = 0  # of incidents
    calls: int = 0  # of members
    requests: int = 0  # for footage, most with a package; needs cameras


@dataclass(frozen=True, slots=True)
class _Kind:
    """An act of the log, how often it comes, what it is done to, and what it tells."""

    weight: float
    subject: str = ""
    tells: Callable[[random.Random], dict[str, Value]] = lambda _chance: {}


def _fields_of_a_camera(chance: random.Random) -> dict[str, Value]:
    return {"fields": sorted(chance.sample(["cluster_id", "host", "name", "number", "streams"], 2))}


_ACTS = {
    Act.SIGNED_IN: _Kind(18),
    Act.SIGNED_OUT: _Kind(16, tells=lambda c: {"reason": c.choice(["asked", "shift", "replaced"])}),
    Act.SCREEN_LOCKED: _Kind(20, tells=lambda c: {"reason": c.choice(["asked", "idle"])}),
    Act.SCREEN_UNLOCKED: _Kind(20),
    Act.SIGN_IN_FAILED: _Kind(5, "officer"),
    Act.LOCKED_OUT: _Kind(0.2, "officer", lambda c: {"minutes": c.choice([5, 10, 20, 30])}),
    Act.CONFIRMED: _Kind(3),
    Act.REFUSED: _Kind(2, tells=lambda _: {"action": "change_fleet", "reason": "role"}),
    Act.CAMERA_CHANGED: _Kind(6, "camera", _fields_of_a_camera),
    Act.CERTIFICATE_PINNED: _Kind(0.5, "camera"),
    Act.LAYOUT_SAVED: _Kind(3, "layout", lambda c: {"tiles": c.choice([4, 9, 16, 25])}),
    Act.LIST_EXPORTED: _Kind(0.5, tells=lambda c: {"cameras": c.randint(1, 1128)}),
    Act.SETTINGS_CHANGED: _Kind(0.1, tells=lambda _: {"fields": ["idle_lock_min"]}),
    Act.PASSWORD_SET: _Kind(1, "officer"),
    Act.BACKED_UP: _Kind(1, tells=lambda c: {"kind": "daily", "bytes": c.randint(10**6, 10**9)}),
    Act.STARTED: _Kind(2),
    Act.STOPPED: _Kind(2),
}


def fill(
    store: Store,
    size: CitySize,
    *,
    seed: int = 14,
    progressed: Callable[[int, int], None] = lambda _done, _total: None,
) -> None:
    """Put a city into an empty store.

    Some 5 s without entries, and two minutes more for each million of them.

    Args:
        store: One without cameras or officers; its log may have begun.
        size: How much of everything.
        seed: The same seed makes the same city.
        progressed: Called with entries written and entries in all, from this thread.

    """
    with store.begin() as unit:
        cameras = _fill_fleet(unit, size, _chance(seed, "fleet"))
        officers = _fill_officers(unit, size, _chance(seed, "officers"))
        _fill_members(unit, size, _chance(seed, "members"))
        head = unit.trail.head()
        unit.trail.drop_indexes()
        unit.words.stop()
    fill_cases(
        store,
        incidents=size.incidents,
        bookmarks=size.bookmarks,
        first_day=FIRST_DAY,
        last_day=LAST_DAY,
        chances=(_chance(seed, "incidents"), _chance(seed, "bookmarks")),
    )
    days = Span(FIRST_DAY, LAST_DAY)
    fill_outcomes(
        store,
        count=size.outcomes,
        incidents=size.incidents,
        days=days,
        chance=_chance(seed, "outcomes"),
    )
    fill_calls(
        store,
        count=size.calls,
        incidents=size.incidents,
        bookmarks=size.bookmarks,
        days=days,
        chance=_chance(seed, "calls"),
    )
    fill_requests(
        store,
        count=size.requests,
        incidents=size.incidents,
        days=days,
        chance=_chance(seed, "requests"),
    )
    with store.begin() as unit:
        unit.words.begin_anew()
    told = entries(size.entries, cameras, officers, _chance(seed, "log"), head)
    done = 0
    while part := list(islice(told, ENTRIES_A_UNIT)):
        with store.begin() as unit:
            unit.trail.append_many(part)
        done += len(part)
        progressed(done, size.entries)
    with store.begin() as unit:
        unit.trail.make_indexes()


def entries(
    count: int,
    cameras: Sequence[CameraId],
    officers: Sequence[Officer],
    chance: random.Random,
    head: tuple[int, str],
) -> Iterator[Entry]:
    """The next ``count`` entries behind ``head``, spread over four years of shifts."""
    seq, previous = head
    acts = chance.choices(list(_ACTS), [kind.weight for kind in _ACTS.values()], k=count)
    gap_s = (LAST_DAY - FIRST_DAY).total_seconds() / max(1, count)
    passed_s = 0.0
    subjects: dict[str, Sequence[int]] = {
        "camera": cameras or [CameraId(1)],
        "officer": [officer.id for officer in officers] or [OfficerId(1)],
        "layout": range(1, 40),
    }
    for seq_now, act in enumerate(acts, seq + 1):
        kind = _ACTS[act]
        passed_s += chance.uniform(0, 2 * gap_s)
        ward = chance.randrange(len(WARDS))
        # Officers are registered ward by ward: those of one sit at its two PCs.
        at_work = officers[ward :: len(WARDS)] or officers
        entry = Entry(
            seq=seq_now,
            at=FIRST_DAY + timedelta(microseconds=int(passed_s * 1e6)),
            monotonic_ns=int(passed_s * 1e9),
            officer_id=chance.choice(at_work).id if at_work and kind.subject != "officer" else None,
            workstation=f"TRUC-{ward + 1:02}-{chance.randint(1, 2)}",
            act=act,
            subject=kind.subject,
            subject_id=chance.choice(subjects[kind.subject]) if kind.subject else None,
            detail=canonical(kind.tells(chance)),
            previous=previous,
            hash="",
        )
        previous = entry_hash(entry)
        yield replace(entry, hash=previous)


def _fill_fleet(unit: Unit, size: CitySize, chance: random.Random) -> list[CameraId]:
    """Teams, a cluster for each, and cameras dealt out among them."""
    clusters = []
    for number in range(1, size.teams + 1):
        ward = WARDS[(number - 1) % len(WARDS)]
        group = (number - 1) // len(WARDS) + 1
        team = unit.fleet.add_team(f"Tổ tự quản số {group} phường {ward}")
        clusters.append(
            unit.fleet.add_cluster(
                number=number,
                name=f"Cụm {number:03} {chance.choice(_STREETS)} ({ward})",
                team_id=team.id,
            ).id
        )
    made = []
    for number in range(1, size.cameras + 1) if clusters else ():
        device = unit.fleet.add_device(
            kind=DeviceKind.CAMERA,
            host=f"10.{20 + number // 250}.{number % 250 // 50}.{number % 250 + 1}",
            username="admin",
        )
        made.append(
            unit.fleet.add_camera(
                number=number,
                name=f"{chance.choice(_PLACES)} {chance.choice(_STREETS)} {chance.randint(1, 199)}",
                cluster_id=clusters[(number - 1) % len(clusters)],
                device_id=device.id,
                streams=[_stream(role) for role in StreamRole],
            )
        )
    return made


def _fill_officers(unit: Unit, size: CitySize, chance: random.Random) -> list[Officer]:
    made = []
    for number in range(size.officers):
        place = number // len(WARDS)
        role = _A_WARD[place] if place < len(_A_WARD) else Role.AUDITOR
        made.append(
            unit.officers.add(
                name=_name(chance),
                role=role,
                teams=(),
                password_hash=NO_PASSWORD,
                one_time_until=None,
                created_at=FIRST_DAY,
            )
        )
    return made


def _fill_members(unit: Unit, size: CitySize, chance: random.Random) -> None:
    """Members dealt out among the teams: a leader each, then a deputy, then the others."""
    teams = unit.fleet.teams()
    people = []
    for number in range(size.members if teams else 0):
        role = _RANKS[min(number // len(teams), len(_RANKS) - 1)]
        phone = f"09{number:08}" if chance.random() < 0.95 else ""
        people.append((teams[number % len(teams)].id, _name(chance), role, phone))
    unit.members.add_many(people)


def _name(chance: random.Random) -> str:
    return " ".join(chance.choice(part) for part in (_FAMILIES, _MIDDLES, _GIVEN))


def _stream(role: StreamRole) -> NewStream:
    channel = 101 if role is StreamRole.MAIN else 102
    path = f"/Streaming/Channels/{channel}"
    return NewStream(role=role, scheme="rtsp", port=554, path=path, transport=Transport.TCP)


def _chance(seed: int, noun: str) -> random.Random:
    return random.Random(f"{seed} {noun}")
