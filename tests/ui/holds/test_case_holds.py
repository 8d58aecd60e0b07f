"""What is held for a case, in the window: until when, released by two once it is closed."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtTest import QTest

from console.incident_rules import IncidentForm
from db.records import CameraId
from tests.fakes import FakeClock
from tests.ui.access.people import CHIEF, come_in
from tests.ui.boxes import put
from tests.ui.fake_review import archive_of, recorded
from tests.ui.stage import Stage, wait_for
from ui.holds.case_holds import CaseHoldsDialog
from ui.holds.dialogs import CaseProlongDialog
from ui.holds.page import HoldsPage


@pytest.fixture
def stage(
    vietnamese: QTranslator, clock: FakeClock, tmp_path: Path, staffed_station: Path
) -> Iterator[Stage]:
    shutil.copytree(staffed_station, tmp_path, dirs_exist_ok=True)
    made = Stage(tmp_path, clock, archive=archive_of(recorded([CameraId(3)], clock.now(), 1)))
    yield made
    made.close()


def test_the_holds_of_a_case_are_prolonged_as_one_and_kept_while_it_is_open(stage: Stage) -> None:
    come_in(stage, CHIEF)
    stage.window.activateWindow()
    console, now = stage.console, stage.clock.now()
    category = console.categories.tree()[0]
    marked = console.bookmarks.mark([CameraId(3)], now, category_id=category.id, note="Mất xe")
    incident = console.incidents.open(
        IncidentForm(title="Mất xe máy", category_id=category.id, began_at=now), [marked.id]
    )
    stage.window.show_page("holds")
    page = stage.window.holds
    assert isinstance(page, HoldsPage)
    wait_for(lambda: page.rows.rowCount() == 1)
    assert "1/2026 Mất xe máy" in page.facts.text()

    QTest.keyClick(page.table, Qt.Key.Key_O)
    wait_for(lambda: bool(stage.window.findChildren(CaseHoldsDialog)))
    dialog = stage.window.findChildren(CaseHoldsDialog)[0]
    panel = dialog.panel
    wait_for(lambda: panel.rows.rowCount() == 1)
    assert panel.summary.text().startswith("Lưu giữ đến")
    assert "“Trộm cắp” quy định 180 ngày" in panel.why.text()
    assert not panel._buttons["case-hold-release"].isEnabled()  # the case is open
    assert "khi vụ việc đã kết thúc" in panel._buttons["case-hold-release"].toolTip()

    QTest.keyClick(panel.table, Qt.Key.Key_F2)
    wait_for(lambda: bool(panel.findChildren(CaseProlongDialog)))
    prolong = panel.findChildren(CaseProlongDialog)[0]
    put(prolong.until, "9")
    prolong.keep()
    wait_for(lambda: bool(prolong.until.error))  # sooner than it ends
    put(prolong.until, "200")
    prolong.keep()
    wait_for(lambda: "còn 200 ngày" in panel.summary.text())
    held = console.case_holds.of(incident.id)
    assert held.until is not None
    assert held.until - now > timedelta(days=200)
