"""The log and the settings, with what may be wrong there."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from pathlib import Path

from PySide6.QtGui import QImage

from console.demo.city import entries
from tests.console.officers import BOSS
from tests.logos import png
from tests.screenshots.people import CHIEF, LOCKED_OUT, by, staffed
from tests.screenshots.stand import Scene, Size, opened, taken
from tests.ui.boxes import put
from tests.ui.cases.desk import submitted
from tests.ui.stage import Stage, wait_for
from ui.audit.page import AuditPage
from ui.audit.table import Column
from ui.settings.page import SettingsPage

_MADE_UP = 300


def log(size: Size, data: Path) -> QImage:
    """The log as the chief reads it: one entry in full, and the log found whole."""
    stage, page = _log(size, data)
    page.verify()
    wait_for(lambda: not page.work.is_busy)
    page.table.selectRow(4)
    return taken(stage)


def log_broken(size: Size, data: Path) -> QImage:
    """An entry was changed behind the console's back."""
    stage, page = _log(size, data)
    with closing(sqlite3.connect(data / "station.db")) as file, file:
        file.execute("drop trigger audit_entry_no_update")
        file.execute("update audit_entry set act = 'camera_removed' where seq = 120")
    page.verify()
    wait_for(lambda: not page.work.is_busy)
    return taken(stage)


def log_nothing(size: Size, data: Path) -> QImage:
    """Nothing fits what was looked for."""
    stage, page = _log(size, data)
    page.filters.when.setText("23/11/2019 22h")
    page.filters.when.editingFinished.emit()
    wait_for(lambda: page.rows.rowCount() == 0)
    return taken(stage)


def settings(size: Size, data: Path) -> QImage:
    """The settings as the administrator finds them."""
    stage, _ = _settings(size, data, BOSS)
    return taken(stage)


def settings_wrong(size: Size, data: Path) -> QImage:
    """Whatever can be wrong is."""
    stage, page = _settings(size, data, BOSS)
    form = page.form
    for name, text in (
        ("station_name", " "),
        ("superior_body", "Công an tỉnh\u202e Thái Nguyên"),
        ("idle_lock_min", "90"),
        ("tsa_url", "https://an:matkhau@tsa.example.vn/"),
        ("second_medium", "sao-luu"),
    ):
        put(form.field(name), text)
        form.field(name).look()
    form.edited.emit()
    picture = data / "anh.png"
    picture.write_bytes(png(2000, 10))
    form.logo.read_file(picture)
    wait_for(lambda: bool(form.logo.error))
    return taken(stage)


def settings_seen(size: Size, data: Path) -> QImage:
    """The settings before a chief, who changes none."""
    stage, _ = _settings(size, data, CHIEF)
    return taken(stage)


def _log(size: Size, data: Path) -> tuple[Stage, AuditPage]:
    """The log's page before the chief, filled, one of the officers erased."""
    stage = by(opened(size, data, prepare=staffed), CHIEF)
    cameras = [camera.id for camera in stage.cameras()]
    with stage.console._store.begin() as unit:
        officers = list(unit.officers.all())
        made_up = entries(_MADE_UP, cameras, officers, random.Random(3), unit.trail.head())
        unit.trail.append_many(list(made_up))
        unit.officers.erase(next(each.id for each in officers if each.name == LOCKED_OUT))
    stage.window.show_page("audit")
    page = stage.window.audit
    assert page is not None
    wait_for(lambda: page.rows.rowCount() > 0)
    return stage, page


def log_of_a_case(size: Size, data: Path) -> QImage:
    """What was done to one case; the number of another is unknown."""
    stage, page = _log(size, data)
    submitted(stage.console, "Mất xe máy", draft=True)
    page.filters.incident.setText("1")
    page.filters.incident.editingFinished.emit()
    wait_for(lambda: page.rows.rowCount() == 1)
    return taken(stage)


def log_restricted(size: Size, data: Path) -> QImage:
    """A restricted case before somebody who is not named in it, the newest line chosen."""
    stage = by(opened(size, data, prepare=staffed), CHIEF)
    case = submitted(stage.console, "Trẻ em bị xâm hại ở tổ dân phố 7", [1, 2], draft=True)
    stage.console.incidents.edit(case.id, case.version, {"restricted": True})
    submitted(stage.console, "Mất xe máy", draft=True)
    stage.window.guard.sign_out()
    by(stage, BOSS)
    stage.window.show_page("audit")
    page = stage.window.audit
    assert page is not None
    wait_for(lambda: page.rows.rowCount() > 0)
    told = [str(page.rows.index(row, Column.WHAT).data()) for row in range(page.rows.rowCount())]
    page.table.selectRow(
        next(row for row, words in enumerate(told) if words.startswith("vụ việc hạn chế"))
    )
    return taken(stage)


def _settings(size: Size, data: Path, name: str) -> tuple[Stage, SettingsPage]:
    stage = by(opened(size, data, prepare=staffed), name)
    stage.console.heads.enrol()
    stage.window.show_page("settings")
    page = stage.window.settings
    assert page is not None
    wait_for(lambda: bool(page.form.field("station_name").text))
    return stage, page


SCENES: dict[str, Scene] = {
    "log": log,
    "log_broken": log_broken,
    "log_of_a_case": log_of_a_case,
    "log_nothing": log_nothing,
    "log_restricted": log_restricted,
    "settings": settings,
    "settings_wrong": settings_wrong,
    "settings_seen": settings_seen,
}
