"""Custody: who had a package, told for good; names of people alone may be forgotten."""

from __future__ import annotations

import pytest
from sqlalchemy.exc import IntegrityError

from console.audit import Act
from console.errors import FieldRefused, Gone, NotAllowed
from console.evidence.custody_proof import line_hash, words_hash
from console.evidence.rules import RequestRefused, RequestRule
from console.forms import FieldRule
from db.evidence_records import CustodyId, CustodyKind, Package, PackageId
from db.records import Role
from tests.evidence import MADE, TARGET, EvidenceDesk
from tests.fakes import FakeClock

K = CustodyKind
GIVEN = "Đại úy Nông Thị Thúy"


@pytest.fixture
def package(desk: EvidenceDesk) -> Package:
    """Made for the officer who sits here."""
    boss, officer = desk.chief(), desk.officer(Role.OFFICER)
    return desk.exported(desk.approved(boss, officer))


def test_a_package_is_followed_from_its_making_on(
    desk: EvidenceDesk, package: Package, clock: FakeClock
) -> None:
    officer = desk.gate.officer()
    assert officer is not None
    lines = []
    for kind in (K.VERIFIED, K.COPIED, K.HANDED, K.RETURNED, K.DESTROYED):
        clock.pass_(minutes=1)
        line = desk.custody.add(
            package.id, kind, medium=" USB  số 2 ", to_whom=GIVEN, note="Có biên nhận\n số 3"
        )
        lines.append(line)

    seen = desk.custody.of(package.id)

    assert [each.line.kind for each in seen] == list(CustodyKind)
    assert [each.line for each in seen[1:]] == lines
    assert {each.officer for each in seen} == {officer.name}
    assert (seen[0].line.medium, seen[0].line.to_whom) == (MADE.medium_serial, "")
    assert (lines[0].medium, lines[0].note) == ("USB số 2", "Có biên nhận\n số 3")
    assert lines[-1].at == clock.now()


def test_the_log_is_told_a_hash_that_proves_the_words_while_they_are_there(
    desk: EvidenceDesk, package: Package
) -> None:
    line = desk.custody.add(package.id, K.HANDED, to_whom=GIVEN, note="Ký nhận")

    ((_, subject, subject_id, told),) = desk.log(Act.CUSTODY_ADDED)
    assert (subject, subject_id) == ("package", package.id)
    assert (told["custody"], told["kind"]) == (line.id, "handed")
    assert GIVEN not in str(desk.log())
    with desk.store.read() as unit:
        salt = unit.custody.salt(line.id)
    assert told["sha256"] == words_hash(salt, GIVEN, "Ký nhận")
    assert told["line_sha256"] == line_hash(line)
    other = desk.custody.add(package.id, K.HANDED, to_whom=GIVEN, note="Ký nhận")
    assert desk.log(Act.CUSTODY_ADDED)[1][3]["sha256"] != told["sha256"]
    assert other.id != line.id


def test_whom_it_was_handed_to_must_be_said_and_what_was_made_is_the_programs_to_say(
    desk: EvidenceDesk, package: Package
) -> None:
    for kind, field, rule in (
        (K.HANDED, "to_whom", FieldRule.EMPTY),
        (K.RETURNED, "to_whom", FieldRule.EMPTY),
        (K.MADE, "kind", FieldRule.UNKNOWN),
    ):
        with pytest.raises(FieldRefused) as refused:
            desk.custody.add(package.id, kind)
        assert (refused.value.field, refused.value.rule) == (field, rule)
    for fields in ({"medium": "x" * 81}, {"to_whom": "x" * 161}, {"note": "x" * 1001}):
        with pytest.raises(FieldRefused) as refused:
            desk.custody.add(package.id, K.COPIED, **fields)
        assert refused.value.field in fields
    assert len(desk.custody.of(package.id)) == 1


def test_what_is_not_made_has_no_custody(desk: EvidenceDesk, package: Package) -> None:
    assert package.request_id is not None
    queued = desk.queue.add(package.request_id, TARGET)

    with pytest.raises(RequestRefused, match="not made yet") as refused:
        desk.custody.add(queued.id, K.VERIFIED)

    assert refused.value.rule == RequestRule.NOT_MADE
    assert desk.custody.of(queued.id) == []


def test_it_is_for_those_who_see_the_package(desk: EvidenceDesk, package: Package) -> None:
    last = desk.cameras()[-1]
    desk.officer(Role.OFFICER, [desk.team_of(last)])
    for package_id in (package.id, PackageId(99)):
        with pytest.raises(Gone):
            desk.custody.of(package_id)
        with pytest.raises(Gone):
            desk.custody.add(package_id, K.VERIFIED)
    desk.officer(Role.AUDITOR)
    with pytest.raises(NotAllowed):
        desk.custody.of(package.id)


def test_a_chief_lets_forget_whom_a_line_names_and_the_line_stays(
    desk: EvidenceDesk, package: Package
) -> None:
    line = desk.custody.add(package.id, K.HANDED, medium="USB 2", to_whom=GIVEN, note="Ký nhận")
    with pytest.raises(NotAllowed):
        desk.custody.erase_people(line.id)
    desk.chief()

    erased = desk.custody.erase_people(line.id)

    assert (erased.to_whom, erased.note, erased.erased) == ("", "", True)
    assert (erased.medium, erased.kind, erased.at) == (line.medium, line.kind, line.at)
    assert [each.line for each in desk.custody.of(package.id)][1:] == [erased]
    assert desk.scrubbed == 1
    with desk.store.read() as unit:
        assert unit.custody.salt(line.id) == ""
    assert [told for *_, told in desk.log(Act.CUSTODY_PEOPLE_ERASED)] == [{"custody": line.id}]
    with pytest.raises(Gone):
        desk.custody.erase_people(CustodyId(99))


@pytest.mark.parametrize(
    "statement",
    [
        "update custody set medium = 'khác'",
        "update custody set at_us = 0",
        "delete from custody",
        "insert or replace into custody select * from custody",
    ],
)
def test_the_database_itself_refuses_to_change_a_line(
    desk: EvidenceDesk, package: Package, statement: str
) -> None:
    before = desk.custody.of(package.id)

    with (
        pytest.raises(IntegrityError, match="append-only"),
        desk.store.begin() as unit,
    ):
        unit.custody._session.connection().exec_driver_sql(statement)

    assert desk.custody.of(package.id) == before


def test_a_log_whose_custody_lost_its_guard_is_said_to_be_unguarded(
    desk: EvidenceDesk, package: Package
) -> None:
    assert desk.custody.of(package.id)
    with desk.store.begin() as unit:
        assert unit.trail.guarded()
        unit.custody._session.connection().exec_driver_sql("drop trigger custody_no_update")

    with desk.store.read() as unit:
        assert not unit.trail.guarded()


def test_an_erased_officer_stays_in_the_lines_by_his_number(
    desk: EvidenceDesk, package: Package
) -> None:
    officer = desk.gate.officer()
    assert officer is not None
    with desk.store.begin() as unit:
        unit.officers.erase(officer.id)
    desk.chief()

    (seen,) = desk.custody.of(package.id)

    assert (seen.officer, seen.line.officer_id) == ("", officer.id)
