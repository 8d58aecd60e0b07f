from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from console.app import Console, build
from console.demo import officers, register
from console.demo.night import CASES, LOOSE
from console.demo.paperwork import REQUESTS, Paperwork
from console.demo.telling import PLACES, Telling
from console.errors import NotAllowed
from console.workers import Stop
from db.case_records import IncidentState, OutcomeKind
from db.evidence_records import RequestQuery, RequestState
from db.incident_records import IncidentQuery
from db.records import Role
from tests import guarded, stores

_S = IncidentState
JPEG = b"\xff\xd8\xff\xe0" + b"hinh" * 50 + b"\xff\xd9"


@pytest.fixture
def console(tmp_path: Path) -> Iterator[Console]:
    """The demo ward, before anything has happened in it."""
    (stores.folder(tmp_path) / "station.toml").write_text(guarded.SETUP)
    made = build(tmp_path, lambda _: None, hash_cost=officers.COST)
    register.fill(made.fleet, port=8554, off_port=8555)
    register.enlist(made.members, made.fleet)
    officers.enrol(made.access)
    yield made
    made.close()


def test_the_officers_of_the_demo_go_into_no_station_that_has_one(console: Console) -> None:
    officers.seat(console.access, Role.ADMINISTRATOR)

    with pytest.raises(NotAllowed):
        officers.enrol(console.access)

    assert len(console.access.names()) == len(officers.NAMES)


def test_the_night_has_cases_in_every_state_that_waits_for_somebody(
    console: Console, tmp_path: Path
) -> None:
    officers.seat(console.access, Role.CHIEF)
    shown = [camera.id for camera in console.fleet.view().cameras][
        : PLACES - 3
    ]  # fewer than there are places
    console.access.sign_out()
    cases = Telling(console, dict.fromkeys(shown, JPEG)).tell()
    assert console.gate.officer() is None
    Paperwork(console, shown, cases, tmp_path / "packages").tell()

    assert console.gate.officer() is None
    chief = officers.seat(console.access, Role.CHIEF)

    lines = console.incidents.page(IncidentQuery())
    assert {line.title for line in lines} == {case.title for case in CASES}
    assert Counter(line.state for line in lines) == {
        _S.SUBMITTED: 2,
        _S.RETURNED: 1,
        _S.APPROVED: 1,
        _S.DRAFT: 1,
    }
    marked = console.bookmarks.newest()
    assert len(marked) == len(LOOSE) + sum(len(case.moments) for case in CASES)
    assert all(shot.still for bookmark in marked for shot in bookmark.shots)
    assert len(console.bookmarks.drafts()) == 2
    approved = next(line.id for line in lines if line.state is _S.APPROVED)
    kinds = {each.kind for each in console.outcomes.of(approved)}
    assert kinds == {OutcomeKind.ADMINISTRATIVE, OutcomeKind.SEIZED}
    assert console.calls.calls_of(incident_id=approved)
    assert console.inbox.count().total >= 2
    written_by = {line.made_by for line in lines}
    assert None not in written_by
    assert chief.id not in written_by  # he may approve what waits
    waiting = next(line for line in lines if line.state is _S.SUBMITTED)
    requests = console.evidence.requests.page(RequestQuery())
    # Nobody makes packages here: what shall be made waits.
    states = [line.state for line in reversed(requests)]
    made, waits = RequestState.MADE, RequestState.APPROVED
    assert states == [waits if each.state is made else each.state for each in REQUESTS]
    assert len(console.evidence.queue.rows()) == sum(each.state is made for each in REQUESTS) == 1
    assert console.evidence.requests.waiting().total == 1
    assert not console.evidence.approvals.is_own(requests[1].id)  # he may answer what waits
    version = console.incidents.incident(waiting.id).version
    console.incident_review.approve(waiting.id, version)
    assert console.incidents.incident(waiting.id).state is _S.APPROVED
    assert console.log.verify(stop=Stop(), progressed=lambda *_: None).whole
