"""Backups: made, listed, gone back to."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtGui import QImage

from console.errors import BackupRefused
from db.footage_records import HoldReason
from tests.console.officers import BOSS
from tests.console.test_going_back import held, marked
from tests.db.test_incidents import fields
from tests.screenshots.people import by, staffed
from tests.screenshots.stand import Scene, Size, in_day, opened, taken
from tests.ui.stage import Stage, wait_for
from ui.backups.dialogs import GoBackDialog, SheetDialog
from ui.backups.page import BackupsPage
from ui.messages import sentence

_MEDIUM = "ổ USB dự phòng của trưởng công an phường/sao lưu"


def listed(size: Size, data: Path) -> QImage:
    """Some, the newest also on the second medium."""
    stage, page = _page(size, data, count=3)
    medium = data / _MEDIUM
    medium.mkdir(parents=True)
    settings = stage.console.settings
    settings.change(replace(settings.get(), second_medium=str(medium)))
    _back_up(stage, page)
    page.table.setFocus()
    return taken(stage)


def empty(size: Size, data: Path) -> QImage:
    """None was made yet."""
    stage, _ = _page(size, data)
    return taken(stage)


def going_back(size: Size, data: Path) -> QImage:
    """What would be lost is said first: a night's work, by name."""
    stage, page = _page(size, data, count=1)
    now, console = stage.clock.now(), stage.console
    with console._store.begin() as unit:  # a night of the others: an administrator may do none
        for _ in range(3):
            marked(unit, now, held(unit, now, reason=HoldReason.BOOKMARK).id)
        unit.incidents.add(fields(), year=now.year, made_by=None, made_at=now)
    console.phrases.add("vt dn", "Vị trí: đầu ngõ, hướng đường")
    console.fleet.add_team("Tổ tự quản 018")
    console.fleet.add_cluster("Cụm camera 018")
    page.restore()
    wait_for(lambda: page.findChild(GoBackDialog) is not None)
    return taken(stage, page.findChild(GoBackDialog))


def sheet(size: Size, data: Path) -> QImage:
    """The recovery sheet, shown once."""
    stage, page = _page(size, data)
    page.make_sheet()
    wait_for(lambda: page.findChild(SheetDialog) is not None)
    return taken(stage, page.findChild(SheetDialog))


def damaged(size: Size, data: Path) -> QImage:
    """A backup that does not open any more, in the day theme."""
    stage, page = _page(size, data, count=2)
    page.work.say(sentence(BackupRefused()), "ill")
    return in_day(stage, taken)


def _page(size: Size, data: Path, count: int = 0) -> tuple[Stage, BackupsPage]:
    """The page before the administrator, with so many backups."""
    stage = by(opened(size, data, prepare=staffed), BOSS)
    stage.window.show_page("settings")
    settings = stage.window.settings
    assert settings is not None
    wait_for(lambda: bool(settings.form.field("station_name").text))
    settings.show_backups()
    page = settings.backups
    wait_for(page.isVisible)
    for _ in range(count):
        _back_up(stage, page)
        stage.clock.pass_(minutes=3)
    return stage, page


def _back_up(stage: Stage, page: BackupsPage) -> None:
    count = page.rows.rowCount() + 1
    page.back_up()
    wait_for(lambda: not page.work.is_busy and page.rows.rowCount() == count)
    stage.settle()


SCENES: dict[str, Scene] = {
    "backups": listed,
    "backups_empty": empty,
    "backups_go_back": going_back,
    "backups_sheet": sheet,
    "backups_damaged": damaged,
}
