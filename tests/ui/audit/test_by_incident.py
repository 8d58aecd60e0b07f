"""The log of one incident, found by its number, by those who may see the incident."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel

from console.audit_sheet import PAPER_ENTRIES
from db.case_records import Incident
from db.errors import StoreProblem
from db.records import Role
from tests.ui.access.people import write
from tests.ui.audit.log import audit_page, bring, cells, settle
from tests.ui.cases.desk import sit_down, submitted
from tests.ui.stage import Stage, wait_for
from ui.audit.page import AuditPage
from ui.audit.table import FIRST_PAGE, Column
from ui.audit.verdict import grouped


@pytest.fixture
def listed(stage: Stage) -> AuditPage:
    page = audit_page(stage)
    for title in ("Mất xe", "Gây rối"):
        submitted(stage.console, title, draft=True)
    return bring(stage, page)


def opened(stage: Stage, number: int) -> Incident:
    """The incident of this number."""
    with stage.console._store.read() as unit:
        incident_id = unit.incidents.numbered(stage.clock.now().astimezone().year, number)
        assert incident_id is not None
        return unit.incidents.incident(incident_id)


def typed(page: AuditPage, text: str) -> None:
    box = page.filters.incident
    box.setFocus()
    box.clear()
    write(box, text)
    QTest.keyClick(box, Qt.Key.Key_Return)


def error(page: AuditPage) -> str:
    label = page.findChild(QLabel, "error-incident")
    return label.text() if label.isVisible() else ""


def quiet(page: AuditPage) -> str:
    label = page.findChild(QLabel, "audit-quiet")
    return label.text() if label.isVisible() else ""


@pytest.mark.parametrize("text", ["2/{year}", "2", "VV-{year}-0002", "vv 2"])
def test_a_number_shows_what_was_done_to_that_incident_alone(
    listed: AuditPage, stage: Stage, text: str
) -> None:
    year = stage.clock.now().astimezone().year
    typed(listed, text.format(year=year))
    settle(listed, 1)

    assert f"VV-{year}-0002" in cells(listed, Column.WHAT)[0]
    assert listed.filters.query.subject_id == opened(stage, 2).id
    assert error(listed) == ""
    assert "của chính vụ việc này" in quiet(listed)


def test_a_number_that_nobody_has_is_told_beside_the_box(listed: AuditPage, stage: Stage) -> None:
    typed(listed, "77")
    settle(listed, 0)
    assert error(listed) == f"Trạm này không có vụ việc 77/{stage.clock.now().astimezone().year}."

    typed(listed, "xe máy")
    assert error(listed).startswith("Đây không phải số vụ việc.")
    assert listed.rows.rowCount() == 0  # nothing that was not asked for is shown or exported

    listed.filters.incident.clear()
    settle(listed, FIRST_PAGE)
    assert (error(listed), quiet(listed)) == ("", "")


def test_whoever_may_not_see_an_incident_is_answered_as_if_there_were_none(
    listed: AuditPage, stage: Stage
) -> None:
    incident = opened(stage, 2)
    stage.console.incidents.edit(incident.id, incident.version, {"restricted": True})
    with stage.console._store.begin() as unit:
        unit.officers.add(
            name="Kiểm tra",
            role=Role.AUDITOR,
            teams=(),
            password_hash="$",
            one_time_until=None,
            created_at=stage.clock.now(),
        )
    stage.window.guard.enter(sit_down(stage.console, Role.AUDITOR))
    bring(stage, listed)
    typed(listed, "2")
    settle(listed, 0)
    assert error(listed) == f"Trạm này không có vụ việc 2/{incident.year}."


def test_a_camera_and_an_incident_are_not_asked_for_at_once(
    listed: AuditPage, stage: Stage
) -> None:
    camera = stage.cameras()[0]
    typed(listed, "2")
    settle(listed, 1)
    listed.filters.camera.pick(camera.id)
    wait_for(lambda: all(camera.name in text for text in cells(listed, Column.WHAT)))
    assert listed.filters.incident.text() == ""
    assert "của chính camera này" in quiet(listed)

    typed(listed, "2")
    settle(listed, 1)
    assert listed.filters.camera.text() == ""
    assert listed.filters.camera.choice is None

    assert listed.back()
    settle(listed, FIRST_PAGE)
    assert listed.filters.incident.text() == ""


def test_what_could_not_be_looked_up_is_asked_for_again_by_the_next_enter(
    listed: AuditPage, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    listed.failed.connect(said.append)
    with monkeypatch.context() as broken:

        def unreadable(year: int, number: int) -> None:
            raise StoreProblem(f"{year}-{number}")

        broken.setattr(stage.console.log, "incident", unreadable)
        typed(listed, "2")
        wait_for(lambda: bool(said))
    QTest.keyClick(listed.filters.incident, Qt.Key.Key_Return)
    settle(listed, 1)


def test_an_export_has_what_is_filtered(listed: AuditPage, stage: Stage, tmp_path: Path) -> None:
    typed(listed, "2")
    settle(listed, 1)
    listed.export(tmp_path / "vu.xlsx")
    wait_for(lambda: listed.work.text.endswith("dòng vào vu.xlsx."), 20_000)

    told = [
        str(cell)
        for row in load_workbook(tmp_path / "vu.xlsx").active.iter_rows(values_only=True)
        for cell in row
        if cell and "VV-" in str(cell)
    ]
    assert len(told) == 1
    assert "0002" in told[0]


def test_the_dialog_says_how_much_fits_on_paper(
    listed: AuditPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def choose(_parent: object, _title: str, _name: str, kinds: str) -> tuple[str, str]:
        asked.append(kinds)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    listed._on_export()
    assert f"Bản in, tối đa {grouped(PAPER_ENTRIES)} dòng (*.pdf)" in asked[0]
