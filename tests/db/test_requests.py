"""Requests and packages in the store: rows and records, and lists that stay quick in a city."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.exc import IntegrityError

from console.demo.city import LAST_DAY, CitySize, fill
from db.case_records import IncidentId
from db.errors import Gone
from db.evidence_records import (
    CustodyId,
    CustodyKind,
    MaskKey,
    MaskWanted,
    Package,
    PackageExtras,
    PackageForm,
    PackageId,
    PackageOutcome,
    PackageQuery,
    Request,
    RequestFields,
    RequestId,
    RequestPaperId,
    RequestQuery,
    RequestState,
    StillWanted,
    Wanted,
)
from db.footage_records import HoldReason
from db.incident_records import Viewer
from db.records import CameraId, Named, OfficerId, Role, Span, StreamRole, Topic
from db.schema import SCHEMA, bring_up_to_date
from db.store import Store, Unit
from db.structs import replace
from tests import stores
from tests.db.test_migrations import rows, write

NOON = datetime(2026, 3, 14, 12, tzinfo=UTC)
HOUR = Span(NOON - timedelta(hours=2), NOON - timedelta(hours=1))
OF_ONE, OF_TWO = Wanted(CameraId(1), HOUR), Wanted(CameraId(2), HOUR, StreamRole.SUB)
CITY = CitySize(teams=229, cameras=1128, officers=169, incidents=2_000, requests=6_000)
ALL = Viewer(None)


def fields(**given: Any) -> RequestFields:
    least = RequestFields(
        paper_number="7/YC",
        paper_on=NOON.date(),
        unit="Viện kiểm sát",
        person="Ông Tư",
        legal_basis="Điều 88",
        purpose="Xác minh",
        wanted=(OF_ONE, OF_TWO),
        forms=frozenset({PackageForm.NATIVE}),
        recipient="Bà Năm",
        due_on=None,
        incident_id=None,
        urgent=False,
    )
    return replace(least, **given)


def added(unit: Unit, **given: Any) -> Request:
    return unit.requests.add(fields(**given), year=2026, made_by=None, made_at=NOON)


def queued(unit: Unit, request: Request, number: int = 1) -> Package:
    return unit.packages.add(
        uuid=f"{number:036}",
        request_id=request.id,
        incident_id=None,
        wanted=request.allowed,
        target="/media/usb",
        medium_serial="",
        queued_by=None,
        queued_at=NOON,
    )


def test_what_was_chosen_of_a_package_comes_back(store: Store) -> None:
    extras = PackageExtras(
        stills=(StillWanted(CameraId(1), 7),),
        masks=(MaskWanted(camera_id=CameraId(1), keys=(MaskKey(7, (0, 0, 9, 9)),), why="cửa"),),
        medium="USB",
        seal_number="0012",
        witnesses=2,
    )
    with store.begin() as unit:
        request = added(unit)
        package = unit.packages.add(
            uuid=f"{1:036}",
            request_id=request.id,
            incident_id=None,
            wanted=request.allowed,
            target="/media/usb",
            medium_serial="",
            extras=extras,
            queued_by=None,
            queued_at=NOON,
        )

    with store.read() as unit:
        assert unit.packages.package(package.id).extras == extras


def test_a_hold_is_found_by_the_request_that_it_was_placed_for(store: Store) -> None:
    with store.begin() as unit:
        request = added(unit)
        holds = [
            unit.holds.place(
                cameras=frozenset({CameraId(1)}),
                span=HOUR,
                reason=HoldReason.REQUEST,
                until=None,
                made_by=None,
                made_at=NOON,
            )
            for _ in range(2)
        ]
        for hold in holds:
            unit.requests.tie_hold(request.id, hold.id)

    with store.read() as unit:
        assert unit.requests.holds_of(request.id) == [each.id for each in holds]


def test_a_request_comes_back_as_it_was_written(store: Store) -> None:
    with store.begin() as unit:
        made = added(unit)
        assert unit.touched == {Topic.EVIDENCE}
        changed = unit.requests.change(
            made.id, fields(wanted=(OF_TWO,)), officer_id=None, at=NOON + HOUR.length
        )
        narrowed = unit.requests.step(
            made.id, RequestState.NARROWED, officer_id=None, at=NOON, narrowed=[OF_TWO]
        )

    assert (made.wanted, made.version) == ((OF_ONE, OF_TWO), 1)
    assert (changed.wanted, changed.version, changed.changed_at) == (
        (OF_TWO,),
        2,
        NOON + HOUR.length,
    )
    with store.read() as unit:
        assert unit.requests.request(made.id) == narrowed
        assert narrowed.narrowed == (OF_TWO,)
        assert unit.requests.numbered(2026, 1) == made.id
        assert unit.requests.numbered(2026, 2) is None


def test_what_is_not_there_is_gone(store: Store) -> None:
    with store.read() as unit:
        calls: list[Callable[[], object]] = [
            lambda: unit.requests.request(RequestId(9)),
            lambda: unit.request_papers.paper(RequestPaperId(9)),
            lambda: unit.packages.package(PackageId(9)),
            lambda: unit.custody.line(CustodyId(9)),
            lambda: unit.custody.salt(CustodyId(9)),
        ]
        for call in calls:
            with pytest.raises(Gone):
                call()


def test_an_older_store_gives_no_number_out_again(store: Store) -> None:
    with store.begin() as unit:
        unit.requests.count_on({2026: 7, 2025: 3})
        unit.requests.count_on({2026: 5})
        assert added(unit).number == 8
        assert added(unit).number == 9
        assert unit.requests.numbers() == {2025: 3, 2026: 9}
        assert unit.incidents.numbers() == {}


def test_the_database_knows_that_one_is_made_at_a_time(store: Store) -> None:
    with store.begin() as unit:
        request = added(unit)
        first, second = queued(unit, request, 1), queued(unit, request, 2)
        unit.packages.begin(first.id, maker_pid=1, at=NOON)

    with pytest.raises(IntegrityError), store.begin() as unit:
        unit.packages.begin(second.id, maker_pid=2, at=NOON)

    with store.read() as unit:
        assert [each.outcome for each in unit.packages.queue()] == ["making", "queued"]


@pytest.mark.parametrize(
    "values",
    [
        "outcome = 'made'",
        "outcome = 'making'",
        "request_id = null",
        "sums_sha256 = 'short'",
        "outcome = 'lost'",
    ],
)
def test_a_package_that_is_half_told_is_not_kept(store: Store, values: str) -> None:
    with store.begin() as unit:
        queued(unit, added(unit))

    with pytest.raises(IntegrityError), store.begin() as unit:
        unit.packages._session.connection().exec_driver_sql(f"update package set {values}")


def test_a_request_wants_some_form_and_erased_ones_name_nobody(store: Store) -> None:
    with pytest.raises(IntegrityError), store.begin() as unit:
        added(unit, forms=frozenset())
    with store.begin() as unit:
        added(unit)
    with pytest.raises(IntegrityError), store.begin() as unit:
        unit.requests._session.connection().exec_driver_sql("update request set erased = 1")


def test_the_log_knows_requests_by_their_numbers_and_packages_by_their_uuids(store: Store) -> None:
    with store.begin() as unit:
        request = added(unit)
        package = queued(unit, request)

    with store.read() as unit:
        assert unit.trail.named("request", [request.id, 99]) == {
            request.id: Named(number=None, name="TX-2026-0001")
        }
        assert unit.trail.named("package", [package.id]) == {
            package.id: Named(number=None, name=package.uuid[:8])
        }


def test_a_store_of_the_version_before_keeps_all_that_it_had(tmp_path: Path) -> None:
    path = tmp_path / "station.db"
    bring_up_to_date(path, schema="0008")
    write(
        path,
        "insert into team values (7, 'Tổ 7')",
        "insert into setting values ('station_name', '\"Phường\"')",
        "insert into phrase values (900, 'xx', 'Câu')",
    )
    tables = [str(name) for (name,) in rows(path, _TABLES) if name != "alembic_version"]
    before = {table: rows(path, f"select * from {table}") for table in tables}

    bring_up_to_date(path)

    assert rows(path, "select version_num from alembic_version") == [(SCHEMA,)]
    assert {table: rows(path, f"select * from {table}") for table in tables} == before
    store = Store(path, committed=lambda _: None)
    with store.begin() as unit:
        assert unit.trail.guarded()
        package = queued(unit, added(unit))
        unit.custody.add(package.id, CustodyKind.MADE, at=NOON, officer_id=None)
    store.close()
    with (
        closing(sqlite3.connect(path)) as connection,
        pytest.raises(sqlite3.IntegrityError, match="append-only"),
    ):
        connection.execute("delete from custody")


_TABLES = "select name from sqlite_master where type = 'table' and name not like 'sqlite_%'"


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A city's requests of four years; read only."""
    path = stores.new(tmp_path_factory.mktemp("city") / "station.db")
    store = Store(path, committed=lambda _: None)
    fill(store, CITY)
    yield store
    store.close()


def viewers(unit: Unit) -> list[Viewer]:
    """A chief, and an officer of five teams."""
    officers = unit.officers.all()
    chief = next(each.id for each in officers if each.role is Role.CHIEF)
    officer = next(each.id for each in officers if each.role is Role.OFFICER)
    return [Viewer(chief), Viewer(officer, frozenset(t.id for t in unit.fleet.teams()[:5]))]


def test_a_made_up_city_has_requests_with_packages_and_custody(city: Store) -> None:
    with city.read() as unit:
        (newest,) = unit.request_lists.page(RequestQuery(limit=1), ALL)
        made = frozenset({PackageOutcome.MADE})
        packages = unit.packages.page(PackageQuery(outcomes=made, limit=200), ALL)
        assert newest.id == CITY.requests
        assert unit.request_lists.count(RequestQuery(), ALL) == 1000
        assert len(packages) == 200
        assert unit.custody.of(packages[0].id)[1].kind is CustodyKind.HANDED
        request = unit.requests.request(newest.id)
        assert 1 <= len(request.wanted) <= 4
        assert unit.requests.numbers()[LAST_DAY.year] == request.number


def test_every_list_takes_no_longer_in_a_city(city: Store) -> None:
    """Processor time, for the machine may be busy: a page within 50 ms."""
    with city.read() as unit:
        for viewer in viewers(unit):
            took = {name: _best_ms(ask) for name, ask in lists(unit, viewer).items()}
            assert {name: ms for name, ms in took.items() if ms > 50} == {}


def lists(unit: Unit, viewer: Viewer) -> dict[str, Callable[[], object]]:
    """Whatever is asked of many rows."""
    requests, packages = unit.request_lists, unit.packages
    camera = unit.fleet.cameras()[5].id
    ever = Span(datetime(2022, 8, 1, tzinfo=UTC), LAST_DAY)
    middle = RequestId(CITY.requests // 2)
    refused = frozenset({RequestState.REFUSED})
    pages = {
        "all": RequestQuery(),
        "words": RequestQuery(words="vien kiem sat duc"),
        "no such words": RequestQuery(words="khongco"),
        "further": RequestQuery(before=middle),
        "a state": RequestQuery(states=refused),
        "an incident": RequestQuery(incident_id=IncidentId(7)),
        "a camera": RequestQuery(camera_id=camera),
    }
    return {name: partial(requests.page, query, viewer) for name, query in pages.items()} | {
        "count": lambda: requests.count(RequestQuery(), viewer),
        "waiting": lambda: requests.waiting(viewer, 100),
        "count waiting": lambda: requests.count_waiting(viewer),
        "overdue": lambda: requests.overdue(viewer, LAST_DAY),
        "packages": lambda: packages.page(PackageQuery(), viewer),
        "a folder": lambda: packages.page(PackageQuery(words="tx-2025-0077"), viewer),
        "queue": lambda: packages.queue(viewer),
        "exported": lambda: packages.exported(camera, ever),
    }


def _best_ms(ask: Callable[[], object]) -> float:
    taken = []
    for _ in range(3):
        begun = time.process_time()
        ask()
        taken.append(time.process_time() - begun)
    return min(taken) * 1000


def test_an_officer_of_teams_is_listed_their_cameras_alone(city: Store) -> None:
    with city.read() as unit:
        chief, officer = viewers(unit)
        theirs = unit.request_lists.page(RequestQuery(limit=200), officer)
        assert theirs
        for line in theirs:
            cameras = [each.camera_id for each in unit.requests.request(line.id).wanted]
            mine = unit.fleet.teams_of(cameras) <= officer.teams
            assert mine or line.made_by == officer.officer_id
        assert unit.request_lists.count(RequestQuery(), chief) > len(theirs)
        assert all(
            unit.packages.sees(chief, each.id) for each in unit.packages.page(PackageQuery(), chief)
        )


def test_whoever_never_was_is_told_of_nobody(store: Store) -> None:
    with store.begin() as unit:
        made = added(unit)
    with store.read() as unit:
        assert unit.request_lists.sees(Viewer(OfficerId(99)), made.id)
        assert not unit.request_lists.sees(Viewer(OfficerId(99)), RequestId(99))
