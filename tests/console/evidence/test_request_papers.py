"""The scanned paper of a request: kept as it came, opened by whoever sees the request."""

from __future__ import annotations

from pathlib import Path

import pytest

from console.audit import Act
from console.case_files import files_of
from console.errors import ExhibitDamaged, ExhibitRefused, Gone, NotAllowed
from console.evidence.rules import RequestRefused, RequestRule
from console.workers import Stop
from db.evidence_records import Request, RequestPaper, RequestPaperId
from db.file_records import FileKind
from db.records import Role
from tests.evidence import EvidenceDesk

CONTENT = b"%PDF-1.7 phieu yeu cau"


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    path = tmp_path / "Phiếu yêu cầu 125.pdf"
    path.write_bytes(CONTENT)
    return path


def ignore(_done: int, _all: int) -> None:
    """Nobody looks."""


def added(desk: EvidenceDesk, request: Request, scan: Path) -> RequestPaper:
    return desk.papers.add(request.id, scan, stop=Stop(), progressed=ignore)


def test_a_paper_is_kept_and_logged_without_its_name(desk: EvidenceDesk, scan: Path) -> None:
    officer = desk.officer(Role.OFFICER)
    asked = desk.asked()

    paper = added(desk, asked, scan)

    assert desk.papers.of(asked.id) == [paper]
    assert (paper.name, paper.size_bytes) == (scan.name, len(CONTENT))
    assert paper.added_by == officer.id
    opened = desk.papers.open(paper.id, stop=Stop())
    assert opened.path.read_bytes() == CONTENT
    assert [(act, told["attachment"]) for act, _, _, told in desk.log()[-2:]] == [
        (Act.REQUEST_PAPER_ADDED, paper.id),
        (Act.REQUEST_PAPER_READ, paper.id),
    ]
    assert "Phiếu" not in str(desk.log())


def test_backups_and_the_check_know_of_it(desk: EvidenceDesk, scan: Path) -> None:
    desk.officer(Role.OFFICER)
    paper = added(desk, desk.asked(), scan)

    (file,) = files_of(desk.store)

    assert (file.kind, file.file, file.sha256) == (FileKind.REQUEST, paper.file, paper.sha256)


def test_a_paper_that_is_not_what_was_added_is_not_opened(desk: EvidenceDesk, scan: Path) -> None:
    desk.officer(Role.OFFICER)
    paper = added(desk, desk.asked(), scan)
    path = desk.papers.open(paper.id, stop=Stop()).path
    path.chmod(0o600)
    path.write_bytes(b"forged")

    with pytest.raises(ExhibitDamaged):
        desk.papers.open(paper.id, stop=Stop())
    path.unlink()
    with pytest.raises(ExhibitDamaged):
        desk.papers.open(paper.id, stop=Stop())

    assert [told["whole"] for *_, told in desk.log(Act.REQUEST_PAPER_READ)] == [True, False, False]


def test_what_is_over_gets_no_paper_and_an_empty_one_is_refused(
    desk: EvidenceDesk, scan: Path, tmp_path: Path
) -> None:
    desk.officer(Role.OFFICER)
    asked = desk.asked()
    empty = tmp_path / "empty.pdf"
    empty.touch()
    with pytest.raises(ExhibitRefused):
        added(desk, asked, empty)
    desk.requests.withdraw(asked.id)

    with pytest.raises(RequestRefused) as refused:
        added(desk, asked, scan)

    assert refused.value.rule == RequestRule.OVER
    assert desk.papers.of(asked.id) == []


def test_it_is_for_those_who_see_the_request(desk: EvidenceDesk, scan: Path) -> None:
    desk.officer(Role.OFFICER)
    asked = desk.asked()
    paper = added(desk, asked, scan)
    last = desk.cameras()[-1]
    desk.officer(Role.OFFICER, [desk.team_of(last)])
    with pytest.raises(Gone):
        desk.papers.of(asked.id)
    with pytest.raises(Gone):
        added(desk, asked, scan)
    for paper_id in (paper.id, RequestPaperId(99)):
        with pytest.raises(Gone):
            desk.papers.open(paper_id, stop=Stop())
    desk.officer(Role.DUTY)
    with pytest.raises(NotAllowed):
        desk.papers.open(paper.id, stop=Stop())


def test_a_copy_is_carried_away_whole_and_logged(
    desk: EvidenceDesk, scan: Path, tmp_path: Path
) -> None:
    desk.officer(Role.OFFICER)
    paper = added(desk, desk.asked(), scan)
    target = tmp_path / "usb.pdf"

    assert desk.papers.copy(paper.id, target, stop=Stop(), progressed=ignore) == paper

    assert target.read_bytes() == CONTENT
    assert [told["whole"] for *_, told in desk.log(Act.REQUEST_PAPER_READ)] == [True]


def test_of_a_draft_alone_a_paper_is_taken_out_with_its_bytes(
    desk: EvidenceDesk, scan: Path
) -> None:
    desk.officer(Role.OFFICER)
    draft, asked = desk.requests.make(desk.asking(1)), desk.asked(2)
    wrong, right = added(desk, draft, scan), added(desk, asked, scan)
    path = desk.papers.open(wrong.id, stop=Stop()).path

    desk.papers.remove(wrong.id)

    assert desk.papers.of(draft.id) == []
    assert not path.parent.exists()
    ((*_, told),) = desk.log(Act.REQUEST_PAPER_REMOVED)
    assert told == {"attachment": wrong.id, "sha256": wrong.sha256}
    with pytest.raises(Gone):
        desk.papers.remove(wrong.id)
    with pytest.raises(RequestRefused) as refused:
        desk.papers.remove(right.id)
    assert refused.value.rule == RequestRule.NO_DRAFT
    assert desk.papers.of(asked.id) == [right]
