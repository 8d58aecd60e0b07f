"""The officers page and its dialogs."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QDialog, QPushButton

from console.errors import Problem
from console.rights import Action
from db.records import Role
from tests.console.officers import BOSS
from tests.screenshots.people import CHIEF, DUTY, LONGEST, NEW, by, staffed
from tests.screenshots.stand import Scene, Size, opened, taken
from tests.ui.access.people import write
from tests.ui.stage import Stage, wait_for
from ui.access.confirm import ConfirmDialog, SecondDialog, run_confirmed
from ui.access.consequence import Consequence
from ui.access.officer_dialog import OfficerDialog
from ui.access.officers_page import OfficersPage
from ui.access.one_time import OneTimeDialog

D = TypeVar("D", bound=QDialog)
_EVERYONE = 8


def listed(size: Size, data: Path) -> QImage:
    """Everybody, before the administrator; one who is locked out is chosen."""
    stage, page = _page(size, data)
    page.choose("Lường Văn Vượng")
    return taken(stage)


def looked_at(size: Size, data: Path) -> QImage:
    """Before a chief, who changes none; the search finds nobody."""
    stage, page = _page(size, data, CHIEF)
    page._search.setText("kiên giang")
    return taken(stage)


def add(size: Size, data: Path) -> QImage:
    """Adding one, as the dialog comes."""
    stage, page = _page(size, data)
    _press(page, "add")
    return taken(stage, _dialog(stage, OfficerDialog))


def taken_name(size: Size, data: Path) -> QImage:
    """Adding one whose name is taken."""
    stage, page = _page(size, data)
    _press(page, "add")
    dialog = _dialog(stage, OfficerDialog)
    write(dialog.name.box, LONGEST)
    dialog.choose_role(Role.ADMINISTRATOR)
    _keep(dialog)
    wait_for(lambda: bool(dialog.name.error))
    return taken(stage, dialog)


def change(size: Size, data: Path) -> QImage:
    """Changing the one with the longest name and the most teams."""
    stage, page = _page(size, data)
    page.choose(LONGEST)
    _press(page, "change")
    return taken(stage, _dialog(stage, OfficerDialog))


def one_time(size: Size, data: Path) -> QImage:
    """The one-time password of someone new, shown this once."""
    stage, page = _page(size, data)
    _press(page, "add")
    dialog = _dialog(stage, OfficerDialog)
    write(dialog.name.box, f"{LONGEST} Anh")
    _keep(dialog)
    return taken(stage, _dialog(stage, OneTimeDialog))


def confirm(size: Size, data: Path) -> QImage:
    """The password typed once more, wrong."""
    stage, page = _page(size, data)
    stage.clock.pass_(minutes=6)
    page.choose(NEW)
    _press(page, "lift" if page._buttons["officer-lift"].isEnabled() else "reset")
    _dialog(stage, Consequence).findChild(QPushButton, "consequence-go").click()
    dialog = _dialog(stage, ConfirmDialog)
    write(dialog.password.edit, "sai mất rồi")
    dialog.send()
    wait_for(lambda: bool(dialog.message.text()))
    return taken(stage, dialog)


def second(*, refused: bool) -> Scene:
    """A second officer is asked for; ``refused``: he came, and his role may not."""

    def scene(size: Size, data: Path) -> QImage:
        stage, page = _page(size, data, CHIEF)
        console = stage.console
        failed: list[Problem] = []
        run_confirmed(
            page,
            stage.desk,
            console.access,
            lambda: console.gate.require(Action.RESTORE),
            done=lambda _: None,
            failed=failed.append,
        )
        dialog = _dialog(stage, SecondDialog)
        if refused:
            write(dialog.names.box, DUTY)
            dialog.names.pick()
            write(dialog.password.edit, "mưa rơi trên mái tôn cũ")
            dialog.send()
            wait_for(lambda: bool(dialog.message.text()))
            stage.clock.pass_(seconds=23)
            dialog.look()
        return taken(stage, dialog)

    return scene


def consequence(what: str) -> Scene:
    """What follows stands in the button."""

    def scene(size: Size, data: Path) -> QImage:
        stage, page = _page(size, data)
        page.choose(LONGEST)
        _press(page, what)
        return taken(stage, _dialog(stage, Consequence))

    return scene


def last_administrator(size: Size, data: Path) -> QImage:
    """What cannot be done is told in the notice bar."""
    stage, page = _page(size, data)
    page.choose(BOSS)
    _press(page, "erase")
    _dialog(stage, Consequence).findChild(QPushButton, "consequence-go").click()
    wait_for(stage.window.notice.isVisible)
    return taken(stage)


def _page(size: Size, data: Path, name: str = BOSS) -> tuple[Stage, OfficersPage]:
    stage = by(opened(size, data, prepare=staffed), name)
    stage.window.show_page("officers")
    page = stage.window.pages.currentWidget()
    assert isinstance(page, OfficersPage)
    wait_for(lambda: page.table.model().rowCount() == _EVERYONE)
    return stage, page


def _press(page: OfficersPage, name: str) -> None:
    page.findChild(QPushButton, f"button-officer-{name}").click()


def _keep(dialog: OfficerDialog) -> None:
    dialog.findChild(QPushButton, "dialog-keep").click()


def _dialog(stage: Stage, kind: type[D]) -> D:
    """The dialog of a kind that is open now, waited for."""

    def there() -> list[D]:
        return [each for each in stage.window.findChildren(kind) if each.isVisible()]

    wait_for(lambda: bool(there()))
    return there()[0]


SCENES: dict[str, Scene] = {
    "officers": listed,
    "officers_chief": looked_at,
    "officer_add": add,
    "officer_taken": taken_name,
    "officer_change": change,
    "one_time": one_time,
    "confirm": confirm,
    "second": second(refused=False),
    "second_refused": second(refused=True),
    "officer_reset": consequence("reset"),
    "officer_erase": consequence("erase"),
    "officer_last": last_administrator,
}
