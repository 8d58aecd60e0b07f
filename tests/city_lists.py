"""Every list, search and count of the cases, for a station of whatever size: one call each.

Proofs time them in a city, tests ask them of a station that has nothing, and of one that has one
of each.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial

from console.app import Console
from console.demo.city import FIRST_DAY, LAST_DAY
from console.gate import Session
from console.rights import Action
from db.case_records import BookmarkId, IncidentId, IncidentState, OutcomeKind
from db.evidence_records import PackageQuery, RequestQuery, Wanted
from db.find_records import FoundKind
from db.footage_records import HoldId
from db.incident_records import IncidentQuery
from db.records import CameraId, ClusterId, Officer, Role, Span, TeamId
from tests.fakes import FakeClock

DAY = timedelta(days=1)
NARROW_TEAMS = 5
SEARCHES = (
    "",
    "xe",
    "mất trộm",
    "gây rối bến xe",
    "khongco",
    "20B12345",
    "cam 7",
    "cụm 5 xe",
    "hôm qua 22h cụm 5",
    "tháng 3",
    "VV-2025-0012",
    "loại ma tuý",
    "đã trả lại",
    "của tôi",
)

Calls = dict[str, Callable[[], object]]


class CityClock(FakeClock):
    """Stands at the end of the last day of a made-up city."""

    def __init__(self) -> None:
        super().__init__()
        self._now = LAST_DAY


def sit_down(console: Console, officer: Officer) -> None:
    """Let somebody sit at a console whose password nobody has."""
    now_s = console.clock.monotonic_s()
    console.seat.take(Session(officer.id, officer.epoch, signed_in_s=now_s, confirmed_s=now_s))


def chief_and_narrowed(console: Console) -> tuple[Officer, Officer]:
    """The city's chief, and a duty officer, made here, who is narrowed to five teams."""
    with console._store.begin() as unit:
        chief = next(each for each in unit.officers.all() if each.role is Role.CHIEF)
        duty = unit.officers.add(
            name="Nông Thị Quỳnh",
            role=Role.DUTY,
            teams=[team.id for team in unit.fleet.teams()[:NARROW_TEAMS]],
            password_hash="$none$",
            one_time_until=None,
            created_at=FIRST_DAY,
        )
    return chief, duty


def calls(console: Console) -> Calls:
    """What whoever sits there may ask, by name."""
    officer = console.gate.officer()
    assert officer is not None
    with console._store.read() as unit:
        cameras = [each.id for each in unit.fleet.cameras()]
        cluster = unit.fleet.clusters()[0]
        if officer.teams:
            theirs = {each.id for each in unit.fleet.clusters() if each.team_id in officer.teams}
            cameras = [each.id for each in unit.fleet.cameras() if each.cluster_id in theirs]
        counts = {kind: unit.words.last_id(kind) for kind in FoundKind}
    calls = _moments(console, cameras, counts[FoundKind.BOOKMARK])
    calls |= _incidents(console, officer, cluster.id, counts[FoundKind.INCIDENT])
    calls |= _people(console, cluster.id, cluster.team_id)
    calls["find.suggest"] = partial(console.find.suggest, "mất xe gần cong cho")
    calls["find.saved"] = console.find.saved
    if console.gate.allows(Action.APPROVE_INCIDENT):
        calls["inbox.page"] = console.inbox.page
        calls["inbox.page, further"] = partial(console.inbox.page, 100, 100)
    calls["morning.view"] = console.morning.view
    if console.gate.allows(Action.EXPORT):
        calls |= _evidence(console, cameras)
    return calls


def searches(console: Console) -> Calls:
    """What whoever sits there may look for, by what is typed."""
    calls: Calls = {}
    for text in SEARCHES:
        calls[f"find {text or 'nothing'}"] = partial(console.find.find, text)
        calls[f"count {text or 'nothing'}"] = partial(console.find.count, text)
    found = console.find.find("xe")
    if found.further is not None:
        calls["find xe, further"] = partial(console.find.find, "xe", found.further)
    return calls


def _moments(console: Console, cameras: list[CameraId], count: int) -> Calls:
    bookmarks, holds = console.bookmarks, console.holds
    yesterday, middle = Span(LAST_DAY - DAY, LAST_DAY), max(1, count // 2)
    month, ever = Span(LAST_DAY - 30 * DAY, LAST_DAY), Span(FIRST_DAY, LAST_DAY)
    middle_of = FIRST_DAY + ever.length / 2
    return {
        "bookmarks.flags, day of 16": lambda: bookmarks.flags(yesterday, cameras[:16]),
        "bookmarks.flags, month of 81": lambda: bookmarks.flags(month, cameras[:81]),
        "bookmarks.flags, month of all": lambda: bookmarks.flags(month, cameras),
        "bookmarks.flags, all years of 16": lambda: bookmarks.flags(ever, cameras[:16]),
        "bookmarks.beside": lambda: bookmarks.beside(middle_of, cameras[:81], later=False),
        "bookmarks.drafts": bookmarks.drafts,
        "bookmarks.newest": bookmarks.newest,
        "bookmarks.newest, further": lambda: bookmarks.newest(200, BookmarkId(middle)),
        "bookmarks.categories": bookmarks.categories,
        "holds.list": holds.list,
        "holds.list, further": lambda: holds.list(200, HoldId(middle)),
        "holds.running_out": lambda: holds.running_out(3 * DAY),
        "phrases.bank": console.phrases.bank,
    }


def _evidence(console: Console, cameras: list[CameraId]) -> Calls:
    requests, packages = console.evidence.requests, console.evidence.packages
    ever = Span(FIRST_DAY, LAST_DAY)
    calls: Calls = {
        "requests.page": lambda: requests.page(RequestQuery()),
        "requests.page, words": lambda: requests.page(RequestQuery(words="vien kiem sat duc")),
        "requests.page, none": lambda: requests.page(RequestQuery(words="khongco")),
        "requests.count": lambda: requests.count(RequestQuery()),
        "requests.waiting": requests.waiting,
        "requests.overdue": requests.overdue,
        "packages.page": lambda: packages.page(PackageQuery()),
        "packages.page, words": lambda: packages.page(PackageQuery(words="tx-2025")),
        "queue.rows": console.evidence.queue.rows,
    }
    if cameras:
        calls["packages.exported"] = lambda: packages.exported(cameras[0], ever)
        yesterday = Span(LAST_DAY - DAY, LAST_DAY)
        wanted = [Wanted(each, yesterday) for each in cameras[:10]]
        calls["previews.of_lines, day of 10"] = partial(console.evidence.previews.of_lines, wanted)
    return calls


def _incidents(console: Console, officer: Officer, cluster_id: ClusterId, count: int) -> Calls:
    incidents, tally, behind = console.incidents, console.outcomes.tally, console.outcomes.behind
    query, last = IncidentQuery, LAST_DAY.date()
    middle = (FIRST_DAY + (LAST_DAY - FIRST_DAY) / 2, IncidentId(max(1, count // 2)))
    categories = console.categories.tree()
    queries = {
        "all": query(),
        "further": query(before=middle),
        "assigned": query(assigned_to=officer.id),
        "no team": query(teamless=True),
        "a cluster": query(clusters=frozenset({cluster_id})),
        "a category": query(categories=frozenset({categories[0].id})),
        "all but closed": query(states=frozenset(IncidentState) - {IncidentState.CLOSED}),
        "a month long ago": query(since=middle[0], until=middle[0] + 30 * DAY),
        "a category, long ago": query(
            categories=frozenset({categories[1].id}), since=middle[0], until=middle[0] + DAY
        ),
        "urgent part of a cluster": query(
            categories=frozenset(each.id for each in categories[:3]),
            clusters=frozenset({cluster_id}),
            states=frozenset({IncidentState.APPROVED}),
        ),
        **{f"state {state}": query(states=frozenset({state})) for state in IncidentState},
    }
    calls: Calls = {"categories.tree": console.categories.tree}
    for name, each in queries.items():
        calls[f"incidents.page, {name}"] = partial(incidents.page, each)
    for name in ("all", "all but closed", "no team", "a cluster", "a category"):
        calls[f"incidents.count, {name}"] = partial(incidents.count, queries[name])
    days = {"month": 30, "year": 365, "all years": 1600}
    for name, length in days.items():
        first = last - length * DAY
        calls[f"outcomes.tally, {name}"] = partial(tally, first, last)
        calls[f"outcomes.behind, {name}"] = partial(behind, OutcomeKind.SEIZED, first, last)
    calls["outcomes.tally, month, approved"] = partial(
        tally, last - 30 * DAY, last, approved_only=True
    )
    for line in incidents.page(query(limit=1)):
        calls |= _one_case(console, line.id)
    return calls


def _one_case(console: Console, incident_id: IncidentId) -> Calls:
    asks: dict[str, Callable[[IncidentId], object]] = {
        "incidents.incident": console.incidents.incident,
        "incidents.history": console.incidents.history,
        "incidents.steps": console.incidents.steps,
        "case_ties.related": console.case_ties.related,
        "case_holds.of": console.case_holds.of,
        "outcomes.of": console.outcomes.of,
        "attachments.of": console.attachments.of,
        "calls.calls_of": lambda number: console.calls.calls_of(incident_id=number),
    }
    return {f"{name}, one case": partial(ask, incident_id) for name, ask in asks.items()}


def _people(console: Console, cluster_id: ClusterId, team_id: TeamId | None) -> Calls:
    return {
        "members.list": console.members.list,
        "members.list, a team": partial(console.members.list, team_id),
        "calls.whom": partial(console.calls.whom, cluster_id),
    }


def asked(
    console: Console,
    chief: Officer,
    narrowed: Officer,
    what: Callable[[Console], Calls] = calls,
) -> Iterator[tuple[str, Callable[[], object]]]:
    """Everything that the chief may ask, then what an officer who is narrowed to teams may."""
    for who, officer in {"chief": chief, "narrowed": narrowed}.items():
        sit_down(console, officer)
        for name, call in what(console).items():
            yield f"{name} ({who})", call
