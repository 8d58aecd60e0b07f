"""A line of custody that somebody changed in the file is not what the log was told."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from console import audit_check
from console.audit import Act, Audit
from console.evidence.copies import Copies
from console.evidence.custody_proof import line_hash
from console.workers import Stop
from db.evidence_records import CustodyId, CustodyKind, CustodyLine, Package, PackageId
from db.records import OfficerId, Role
from db.sqlite import append_only
from tests.console.call import ignore
from tests.console.evidence.covers import pdf_text, squeezed
from tests.console.evidence.sticks import AS_TOLD, copied
from tests.evidence import EvidenceDesk

K = CustodyKind
GIVEN = "Đại úy Nông Thị Thúy"


def meddled(desk: EvidenceDesk, *statements: str) -> None:
    """Whoever can write to the file takes the guard away, and puts it back."""
    with desk.store.begin() as unit:
        connection = unit.custody._session.connection()
        for name in ("update", "delete", "replace"):
            connection.exec_driver_sql(f"drop trigger custody_no_{name}")
        for statement in statements:
            connection.exec_driver_sql(statement)
        for statement in append_only("custody", "id"):
            connection.exec_driver_sql(statement)


def doubted(desk: EvidenceDesk, package: Package) -> list[CustodyKind]:
    return [each.line.kind for each in desk.custody.of(package.id) if not each.as_logged]


@pytest.fixture
def package(desk: EvidenceDesk) -> Package:
    """Made, copied and handed over."""
    boss, officer = desk.chief(), desk.officer(Role.OFFICER)
    made = desk.exported(desk.approved(boss, officer))
    lines(desk, made)
    return made


def lines(desk: EvidenceDesk, package: Package) -> None:
    desk.custody.add(package.id, K.VERIFIED, medium=AS_TOLD, note="sound")
    desk.custody.add(package.id, K.HANDED, medium=AS_TOLD, to_whom=GIVEN, note="Ký nhận")


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        ("update custody set medium = replace(medium, 'FAEF', 'FAEE')", [K.VERIFIED, K.HANDED]),
        ("update custody set medium = 'SanDisk 4C54' where kind = 'made'", [K.MADE]),
        ("update custody set at_us = at_us + 1 where kind = 'handed'", [K.HANDED]),
        ("update custody set officer_id = 1 where kind = 'handed'", [K.HANDED]),
        ("update custody set kind = 'copied' where kind = 'verified'", [K.COPIED]),
        ("update custody_text set to_whom = 'Ai đó' where to_whom != ''", [K.HANDED]),
        ("update custody_text set note = 'changed' where note = 'sound'", [K.VERIFIED]),
        (
            (
                "update custody_text set to_whom = '', note = '', salt = '', erased = 1"
                " where custody_id = (select max(id) from custody)"
            ),
            [K.HANDED],
        ),
    ],
)
def test_what_was_changed_in_the_file_is_found(
    desk: EvidenceDesk, package: Package, statement: str, found: list[CustodyKind]
) -> None:
    assert doubted(desk, package) == []

    meddled(desk, statement)

    assert doubted(desk, package) == found


def test_a_line_that_was_put_in_is_found(desk: EvidenceDesk, package: Package) -> None:
    with desk.store.begin() as unit:
        unit.custody.add(package.id, K.VERIFIED, at=desk.clock.now(), officer_id=None, note="sound")

    assert doubted(desk, package) == [K.VERIFIED]


def test_people_who_were_erased_leave_a_line_that_is_still_proven(
    desk: EvidenceDesk, package: Package
) -> None:
    line = desk.custody.of(package.id)[-1].line
    desk.chief()
    desk.custody.erase_people(line.id)
    assert doubted(desk, package) == []

    meddled(desk, f"update custody set medium = 'another' where id = {line.id}")

    assert doubted(desk, package) == [K.HANDED]


def test_lines_that_an_older_program_told_of_stay_good(
    desk: EvidenceDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def told_by_the_old_rule(*args: Any, **fields: Any) -> Any:
        fields.pop("line_sha256", None)
        fields.pop("serial", None)
        return write(*args, **fields)

    write = Audit.write
    with monkeypatch.context() as before:
        before.setattr(Audit, "write", told_by_the_old_rule)
        boss, officer = desk.chief(), desk.officer(Role.OFFICER)
        package = desk.exported(desk.approved(boss, officer))
        lines(desk, package)
    lines(desk, package)

    assert doubted(desk, package) == []
    fields = [set(told) for *_, told in desk.log(Act.CUSTODY_ADDED)]
    assert fields[0] == {"custody", "kind", "sha256"}
    assert fields[-1] == fields[0] | {"line_sha256"}
    assert audit_check.verify(desk.store, None, stop=Stop(), progressed=ignore).whole
    meddled(desk, "update custody set medium = 'another'")
    assert doubted(desk, package) == [K.VERIFIED, K.HANDED]  # the new ones; of the old nobody knows
    meddled(desk, "update custody_text set to_whom = 'Ai đó' where to_whom != ''")
    assert doubted(desk, package) == [K.HANDED, K.VERIFIED, K.HANDED]


def test_a_line_that_the_log_contradicts_vouches_for_no_receipt(
    desk: EvidenceDesk, kept: Package, stick: Path
) -> None:
    def vouched(copies: Copies, line: CustodyLine) -> bool:
        text = pdf_text(copies.receipt(kept.id, line.id))
        return squeezed("khớp với danh sách đã ký") in text

    copy = copied(desk, kept, stick).line
    handed = desk.custody.add(kept.id, K.HANDED, medium=AS_TOLD, to_whom=GIVEN)
    assert vouched(desk.copies, copy)
    assert vouched(desk.copies, handed)

    meddled(desk, f"update custody set at_us = at_us + 1 where id = {copy.id}")

    assert not vouched(desk.copies, copy)
    assert not vouched(desk.copies, handed)


def test_the_hash_of_a_line_is_the_same_for_ever() -> None:
    line = CustodyLine(
        id=CustodyId(7),
        package_id=PackageId(3),
        kind=K.COPIED,
        at=datetime(2026, 11, 27, 10, 20, tzinfo=UTC),
        officer_id=OfficerId(2),
        medium=AS_TOLD,
        to_whom="",
        note="",
        erased=False,
    )

    assert line_hash(line) == "b71b5c0f2c4d6dbc2e2615c815845135f93df8b1724cfab856fd4f176d31491e"
