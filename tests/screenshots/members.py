"""Whom to call, and the members of the teams: listed, added, erased; nobody at all."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QDialog

from console.app import Console
from console.demo.people_on_call import people_on_call
from db.case_records import Call, CallResult, MemberRole
from db.errors import StoreFailed
from db.structs import replace
from tests.screenshots.stand import Scene, Size, in_day, opened, taken
from tests.ui.boxes import put
from tests.ui.stage import Stage, wait_for
from ui.people.call_dialog import CallDialog
from ui.people.dialogs import MemberDialog, TeamDialog
from ui.people.matter import Matter
from ui.people.members_page import MembersPage

D = TypeVar("D", bound=QDialog)
_LONGEST = "Công Tằng Tôn Nữ Hoàng Thị Quỳnh Nga Phương Thảo Nguyên Hạ Vũ Trâm Anh Khánh Ly"


def enlist(console: Console) -> None:
    """Members for the first twelve teams, some retired, the longest name among them."""
    teams = list(console.fleet.view().teams)
    people = list(people_on_call())
    names = sorted({person.team for person in people})[:12]
    for person in people:
        if person.team in names:
            team = teams[names.index(person.team)]
            console.members.add(team.id, person.name, person.role, person.phone)
    first = console.members.list(teams[0].id)
    longest = first[3]
    console.members.change(
        longest.id, team_id=teams[0].id, name=_LONGEST, role=MemberRole.MEMBER, phone="0900000099"
    )
    console.members.retire(console.members.list(teams[1].id)[2].id)


def _calling(size: Size, data: Path, cluster: int = 0) -> tuple[Stage, CallDialog]:
    stage = opened(size, data, prepare=enlist)
    cluster_id = stage.console.fleet.view().clusters[cluster].id
    dialog = stage.window.calling.ask(Matter(cluster_id))
    assert dialog is not None
    wait_for(lambda: bool(dialog.where.text()))
    return stage, dialog


def calling(size: Size, data: Path) -> QImage:
    """Some were called: one is on the way, one did not answer, one has no phone."""
    stage, dialog = _calling(size, data)
    _call(stage, dialog, 1, CallResult.NO_ANSWER)
    stage.clock.pass_(minutes=2)
    _call(stage, dialog, 0, CallResult.REACHED)
    stage.clock.pass_(minutes=1)
    dialog.note.setText("đang ở chợ, mười phút nữa tới, đi cùng ông Bằng")
    _call(stage, dialog, 0, CallResult.ON_THE_WAY)
    stage.clock.pass_(minutes=3)
    dialog.rows.grow_older(stage.clock.now())
    return taken(stage, dialog)


def _call(stage: Stage, dialog: CallDialog, row: int, result: CallResult) -> None:
    dialog.table.selectRow(row)
    dialog.log(result)

    def logged() -> bool:
        last = dialog.rows.people[row].last
        return last is not None and last.call.result is result and not dialog._busy

    wait_for(logged)
    stage.settle()


def calling_of_moment(size: Size, data: Path) -> QImage:
    """From the tile, just after B: the calls are about what was bookmarked."""
    stage = opened(size, data, prepare=enlist)
    cluster_id = stage.console.fleet.view().clusters[0].id
    camera = next(each for each in stage.cameras() if each.cluster_id == cluster_id)
    stage.console.bookmarks.mark([camera.id], stage.clock.now())
    stage.clock.pass_(seconds=20)
    dialog = stage.window.calling.ask(Matter(cluster_id, of_moment=True))
    assert dialog is not None
    wait_for(lambda: bool(dialog.about.text()))
    _call(stage, dialog, 0, CallResult.ON_THE_WAY)
    return taken(stage, dialog)


def calling_day(size: Size, data: Path) -> QImage:
    """Nobody was called yet; the day theme."""
    stage = opened(size, data, prepare=enlist)

    def shown(stage: Stage) -> QImage:
        dialog = stage.window.calling.ask(Matter(stage.console.fleet.view().clusters[2].id))
        assert dialog is not None
        wait_for(lambda: bool(dialog.rows.people))
        return taken(stage, dialog)

    return in_day(stage, shown)


def calling_failed(size: Size, data: Path) -> QImage:
    """What was said could not be written down."""
    stage, dialog = _calling(size, data)

    def broken(*_: object, **__: object) -> Call:
        raise StoreFailed("the file")

    stage.console.calls.log_call = broken  # type: ignore[method-assign]
    dialog.note.setText("Đang ở chợ, mười phút nữa tới")
    dialog.log(CallResult.ON_THE_WAY)
    wait_for(lambda: bool(dialog.said.property("error")))
    return taken(stage, dialog)


def listed_day(size: Size, data: Path) -> QImage:
    """All teams, by day."""
    stage, page = _page(size, data)
    page.table.selectRow(2)
    page.table.setFocus()
    return in_day(stage, taken)


def no_members(size: Size, data: Path) -> QImage:
    """The cluster has a team that has no members."""
    return taken(*_calling(size, data, cluster=14))


def no_team(size: Size, data: Path) -> QImage:
    """No team answers for the cluster."""
    stage = opened(size, data, prepare=_without_team)
    dialog = stage.window.calling.ask(Matter(stage.console.fleet.view().clusters[0].id))
    assert dialog is not None
    wait_for(lambda: bool(dialog.where.text()))
    return taken(stage, dialog)


def _without_team(console: Console) -> None:
    cluster = console.fleet.view().clusters[0]
    console.fleet.change_cluster(replace(cluster, team_id=None))


def _page(size: Size, data: Path, *, some: bool = True) -> tuple[Stage, MembersPage]:
    stage = opened(size, data, prepare=enlist if some else lambda _: None)
    stage.window.show_page("members")
    page = stage.window.pages.page("members")
    assert isinstance(page, MembersPage)
    wait_for(lambda: bool(page.rows.members) or not some)
    stage.settle()
    return stage, page


def listed(size: Size, data: Path) -> QImage:
    """All teams."""
    stage, page = _page(size, data)
    page.table.selectRow(2)
    page.table.setFocus()
    return taken(stage)


def empty(size: Size, data: Path) -> QImage:
    """Nobody yet."""
    stage, _ = _page(size, data, some=False)
    return taken(stage)


def asked(size: Size, data: Path) -> QImage:
    """A new one, with a number that nobody can dial."""
    stage, page = _page(size, data)
    page.ask_new()
    dialog = _open(stage, MemberDialog)
    put(dialog.name, "Nông Thị Mừng")
    put(dialog.phone, "0912 345")
    dialog.keep()
    return taken(stage, dialog)


def erased(size: Size, data: Path) -> QImage:
    """What erasing does is said first."""
    stage, page = _page(size, data)
    page.ask_erase()
    return taken(stage, _open(stage, QDialog))


def team(size: Size, data: Path) -> QImage:
    """A new team for a cluster."""
    stage = opened(size, data, prepare=_without_team)
    stage.window.show_page("members")
    page = stage.window.pages.page("members")
    assert isinstance(page, MembersPage)
    page.ask_team()
    dialog = _open(stage, TeamDialog)
    dialog.choose_team(None)
    return taken(stage, dialog)


def _open(stage: Stage, kind: type[D]) -> D:
    wait_for(lambda: any(each.isVisible() for each in stage.window.findChildren(kind)))
    return next(each for each in stage.window.findChildren(kind) if each.isVisible())


SCENES: dict[str, Scene] = {
    f"members_{each.__name__}": each
    for each in (
        calling,
        calling_of_moment,
        calling_day,
        calling_failed,
        no_members,
        no_team,
        listed,
        listed_day,
        empty,
        asked,
        erased,
        team,
    )
}
