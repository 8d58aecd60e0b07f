"""What the log tells of a restricted incident, and to whom."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from console.audit import Act, Audit
from console.audit_export import AuditExport
from console.audit_sheet import Shown
from console.audit_view import RESTRICTED, AuditLog, shown
from console.heads import Heads
from console.inspection import Inspection
from console.workers import Stop
from db.case_records import Incident
from db.incident_records import number_text
from db.records import Officer, Role, TrailQuery
from db.store import Store
from tests import wards
from tests.cases import Desk
from tests.console.test_audit_view import WORDS, heedless
from tests.console.trails import Safe
from tests.evidence import EvidenceDesk
from tests.fakes import FakeClock

ALL = TrailQuery(limit=1000)


@pytest.fixture
def desk(tmp_path: Path, store: Store, clock: FakeClock) -> Desk:
    wards.fill(store, cameras=6)
    return Desk(tmp_path, store, clock)


@pytest.fixture
def log(desk: Desk) -> AuditLog:
    heads = Heads(desk.store, Safe(), Audit(desk.seat, desk.clock, "pc-1"), desk.clock)
    audit = Audit(desk.seat, desk.clock, "pc-1")
    return AuditLog(desk.store, desk.gate, audit, heads, Inspection(desk.store, heads))


@pytest.fixture
def auditor(desk: Desk) -> Officer:
    return desk.officer(Role.AUDITOR)


@pytest.fixture
def incident(desk: Desk, auditor: Officer) -> Incident:
    """A restricted one with a bookmark that is held; the chief sits here, who made it."""
    del auditor
    desk.chief()
    (camera, *_) = desk.cameras()
    made = desk.opened([desk.bookmark(camera.id)], restricted=True)
    desk.opened(title="Gây rối")
    return made


def of(found: list[Shown], act: Act) -> list[Shown]:
    return [each for each in found if each.entry.act == act]


def number(incident: Incident) -> str:
    return number_text(incident.year, incident.number)


def test_whoever_is_named_reads_all_of_it(desk: Desk, log: AuditLog, incident: Incident) -> None:
    found = log.search(ALL)

    assert RESTRICTED not in {each.entry.subject for each in found}
    assert number(incident) in {each.subject.name for each in found if each.subject is not None}
    assert log.incident(incident.year, incident.number) == incident.id


def test_others_read_that_something_was_done_and_not_to_what(
    desk: Desk, log: AuditLog, incident: Incident, auditor: Officer
) -> None:
    whole = log.search(ALL)
    desk.sign_in(auditor)

    found = log.search(ALL)

    assert [each.entry.seq for each in found[-len(whole) :]] == [each.entry.seq for each in whole]
    made = of(found, Act.INCIDENT_MADE)
    assert [each.entry.subject for each in made] == ["incident", RESTRICTED]
    covered = [each for each in found if each.entry.subject == RESTRICTED]
    assert {each.entry.act for each in covered} >= {Act.INCIDENT_MADE, Act.INCIDENT_JOINED}
    assert {(each.entry.subject_id, each.entry.detail, each.subject) for each in covered} == {
        (None, "{}", None)
    }
    assert all(each.entry.hash and each.officer for each in covered)
    assert number(incident) not in str(found)


def test_others_do_not_find_it_by_its_number_nor_by_what_hangs_on_it(
    desk: Desk, log: AuditLog, incident: Incident, auditor: Officer
) -> None:
    with desk.store.read() as unit:
        (bookmark, *_) = unit.case_links.bookmarks_of(incident.id)
    desk.sign_in(auditor)

    assert log.incident(incident.year, incident.number) is None
    for subject, id_ in (("incident", incident.id), ("bookmark", bookmark.id)):
        asked = TrailQuery(subject=subject, subject_id=id_)
        assert (log.search(asked), log.count(asked)) == ([], 0)


def test_a_line_that_somebody_meddled_with_is_shown_all_the_same(
    desk: Desk, log: AuditLog, incident: Incident, auditor: Officer
) -> None:
    del incident
    audit = Audit(desk.seat, desk.clock, "pc-1")
    with desk.store.begin() as unit:
        entry = audit.write(unit, Act.STARTED)
    with desk.store.begin() as unit:
        raw = unit.trail._session.connection()
        raw.exec_driver_sql("drop trigger audit_entry_no_update")
        raw.exec_driver_sql(f"update audit_entry set detail = '{{\"' where seq = {entry.seq}")
    desk.sign_in(auditor)

    found = {each.entry.seq: each for each in log.search(ALL)}

    assert found[entry.seq].entry.detail == '{"'


def test_what_others_take_along_does_not_tell_it_either(
    desk: Desk, log: AuditLog, incident: Incident, auditor: Officer, tmp_path: Path
) -> None:
    del log
    desk.sign_in(auditor)
    audit = Audit(desk.seat, desk.clock, "pc-1")
    heads = Heads(desk.store, Safe(), audit, desk.clock)
    export = AuditExport(desk.store, desk.gate, audit, heads, desk.clock, lambda: "Trạm")
    path = tmp_path / "log.xlsx"

    export.export_workbook(path, ALL, WORDS, stop=Stop(), progressed=heedless)
    of_it = tmp_path / "one.xlsx"
    asked = TrailQuery(subject="incident", subject_id=incident.id)
    count = export.export_workbook(of_it, asked, WORDS, stop=Stop(), progressed=heedless)

    sheet = load_workbook(path)["Nhật ký hệ thống"]
    cells = [str(cell) for row in sheet.iter_rows(values_only=True) for cell in row]
    assert RESTRICTED in cells
    assert not any(number(incident) in cell for cell in cells)
    assert not any('"bookmarks"' in cell for cell in cells)
    assert count == 0


def test_requests_for_its_footage_are_covered_too(
    tmp_path: Path, store: Store, clock: FakeClock
) -> None:
    wards.fill(store, cameras=6)
    desk = EvidenceDesk(tmp_path, store, clock)
    auditor = desk.officer(Role.AUDITOR)
    desk.chief()
    incident = desk.opened(restricted=True)
    made = desk.requests.make(desk.asking(1, incident_id=incident.id))
    desk.requests.make(desk.asking(1))
    desk.sign_in(auditor)

    with desk.store.read() as unit:
        hidden = unit.trail.hidden(auditor.id, {"request": [made.id, made.id + 1]})
        found = shown(unit, unit.trail.entries(), auditor.id)

    assert hidden == {("request", made.id)}
    assert [each.entry.subject for each in of(found, Act.REQUEST_MADE)] == [RESTRICTED, "request"]
