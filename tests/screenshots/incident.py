"""One incident: in full, returned, written on by two, closed, and not for everybody."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

from PySide6.QtGui import QImage

from console.app import Console
from console.gate import Session
from console.incident_rules import IncidentForm
from db.case_records import CallResult, Incident, Severity
from db.find_records import StillOf
from db.records import CameraId, Role
from db.repositories.incidents import fields_of
from db.store import Unit
from db.structs import replace
from tests import wards
from tests.fakes import FakeClock
from tests.screenshots.members import enlist
from tests.screenshots.people import CHIEF, DUTY, LONGEST, staffed
from tests.screenshots.stand import Scene, Size, in_day, street, taken
from tests.ui.access.people import come_in
from tests.ui.cases.marked import keep_still
from tests.ui.stage import Stage, wait_for
from ui.cases.incident_page import IncidentPage
from ui.cases.sections.history import HistorySection
from ui.cases.still_pictures import StillPictures

_TITLE = "Mất xe máy Honda Wave 20-B1 123.45 trước cổng chợ Đồng Quang, nghi hai đối tượng bẻ khoá"
_NARRATIVE = (
    "Khoảng 17h35 chị Nguyễn Thị Lụa, tổ dân phố 12, gửi xe trước cổng chợ, khoá cổ. 18h quay "
    "lại thì mất xe.\n\nXem lại camera 03: 17h54 hai nam thanh niên đi xe Exciter không biển số "
    "dừng cạnh xe, một người mặc áo đen đứng cảnh giới, một người mặc áo mưa xanh cúi xuống ổ khoá "
    "chừng 15 giây rồi dắt xe đi về hướng cầu Bến Tượng. Camera 07 thấy cả hai xe rẽ vào ngõ 12 "
    "lúc 17h56.\n\nĐã gọi đồng chí Sửu, tổ trưởng tổ tự quản 001, cùng hai tổ viên ra chốt đầu "
    "ngõ; đã báo công an phường bên phối hợp."
)


def _sat(console: Console, name: str) -> None:
    """Whoever is called so sits here, for what is written without the window."""
    with console._store.read() as unit:
        officer = next(each for each in unit.officers.all() if each.name == name)
    now_s = console.clock.monotonic_s()
    console.seat.take(Session(officer.id, officer.epoch, now_s, now_s))


def _prepared(console: Console) -> None:
    enlist(console)
    staffed(console)


def _stage(size: Size, data: Path) -> tuple[Stage, Incident]:
    """The window over a station with one incident of a duty officer; nobody has come in."""
    wards.made(data / "station.db")
    stage = Stage(data, FakeClock(), size=size, prepare=_prepared)
    console, now = stage.console, stage.clock.now()
    _sat(console, DUTY)
    clusters = console.fleet.view().clusters
    names = {name: number for number, name in console.access.names()}
    category = next(each for each in console.categories.tree() if each.name == "Trộm cắp")
    made = console.incidents.open(
        IncidentForm(
            title=_TITLE,
            category_id=category.id,
            severity=Severity.SERIOUS,
            cluster_id=clusters[0].id,
            address="Cổng số 2 chợ Đồng Quang, đường Lương Ngọc Quyến kéo dài",
            began_at=now - timedelta(minutes=145),
            ended_at=now - timedelta(minutes=120),
            narrative=_NARRATIVE,
            people="Chị Nguyễn Thị Lụa, 1979, tổ 12, số 0912 345 678 (người bị hại)",
            vehicles="Honda Wave 20-B1 123.45, màu xanh",
            assigned_to=names[LONGEST],
            due_on=(now + timedelta(days=3)).date(),
        )
    )
    first = console.calls.whom(clusters[0].id).people[0]
    for result in (CallResult.NO_ANSWER, CallResult.REACHED, CallResult.ON_THE_WAY):
        console.calls.log_call(
            first.member.id, result, cluster_id=clusters[0].id, incident_id=made.id
        )
        stage.clock.pass_(minutes=4)
    console.incidents.edit(made.id, made.version, {"address": "Cổng số 1 chợ Đồng Quang"})
    return stage, console.incidents.incident(made.id)


def _brought(stage: Stage, name: str, incident: Incident) -> IncidentPage:
    stage.console.seat.take(None)
    come_in(stage, name)
    stage.window.cases.open(incident.id)
    page = stage.window.pages.page("incident")
    assert isinstance(page, IncidentPage)
    wait_for(lambda: page.seen is not None and page.form.category.raw not in ("", "…"))
    wait_for(lambda: page.beside.sections[0].count is not None)
    return page


def full(size: Size, data: Path) -> QImage:
    """A duty officer's, with long words; persons are shown."""
    stage, incident = _stage(size, data)
    page = _brought(stage, DUTY, incident)
    page.show_people()
    wait_for(lambda: bool(page.form.fields["people"].raw))
    return taken(stage)


def marked(size: Size, data: Path) -> QImage:
    """The same with its bookmarks, as the manual shows it."""
    stage, incident = _stage(size, data)
    console, now = stage.console, stage.clock.now()
    made = []
    for camera, minutes, note in (
        (3, 138, "Hai nam thanh niên dừng cạnh xe, một người cúi xuống ổ khoá"),
        (7, 136, "Cả hai xe rẽ vào ngõ 12"),
        (9, 133, "Xe ra cầu Bến Tượng"),
    ):
        at, its = now - timedelta(minutes=minutes), CameraId(camera)
        mark = console.bookmarks.mark([its], at, category_id=incident.category_id, note=note)
        rows, (width, height) = street(640, 360, camera)
        picture = QImage(rows, width, height, QImage.Format.Format_RGB32)
        keep_still(console, StillOf(mark.id, its, at), picture)
        made.append(mark.id)
    console.case_ties.join(incident.id, made)
    page = _brought(stage, DUTY, incident)
    section = page.beside.sections[0]
    wait_for(lambda: section.count == len(made))
    page.grab()
    pictures = page.findChild(StillPictures)
    assert pictures is not None
    wait_for(lambda: not pictures.is_busy)
    return taken(stage)


def bright(size: Size, data: Path) -> QImage:
    """The end of the form, in the day theme."""
    stage, incident = _stage(size, data)
    page = _brought(stage, DUTY, incident)
    page.form.restricted.tick.click()
    page.form.verticalScrollBar().setValue(page.form.verticalScrollBar().maximum())
    page.form.go_to("readers")
    return in_day(stage, taken)


def returned(size: Size, data: Path) -> QImage:
    """The chief gave it back; its history is in sight."""
    stage, incident = _stage(size, data)
    review = stage.console.incident_review
    review.submit(incident.id, incident.version)
    stage.clock.pass_(minutes=26)
    _sat(stage.console, CHIEF)
    reason = (
        "Ghi rõ biển số xe Exciter nếu camera 07 đọc được, và ai là người đầu tiên thấy hai đối "
        "tượng. Bổ sung lời kể của bảo vệ chợ."
    )
    review.give_back(incident.id, reason)
    stage.clock.pass_(hours=9)
    page = _brought(stage, DUTY, incident)
    page.beside.bring(HistorySection)
    history = page.beside.current
    assert isinstance(history, HistorySection)
    wait_for(lambda: history.rows.count() == 3)
    history.table.selectRow(2)
    return taken(stage)


def conflict(size: Size, data: Path) -> QImage:
    """Two wrote the same field; another was merged; a time is wrong."""
    stage, incident = _stage(size, data)
    page = _brought(stage, DUTY, incident)
    # Another console's commit is not announced here: the officer hears of it when he saves.
    with stage.console._store.begin() as unit:
        changes = {"address": "Cổng số 3 chợ Đồng Quang", "severity": Severity.URGENT}
        _written(unit, incident, changes)
    page.form.address.edit.setText("Cổng số 2 chợ Đồng Quang, cạnh hàng phở")
    page.form.ended.edit.setText("hôm nọ")
    page.form.ended.look()
    page.saving.save()
    wait_for(lambda: page.form.undecided == ["address"])
    page.form.go_to("address")
    return taken(stage)


def closed(size: Size, data: Path) -> QImage:
    """Nothing can be written any more, until it is reopened."""
    stage, incident = _stage(size, data)
    review = stage.console.incident_review
    sent = review.submit(incident.id, incident.version)
    _sat(stage.console, CHIEF)
    review.approve(incident.id, sent.version)
    review.close(incident.id)
    _brought(stage, CHIEF, incident)
    return taken(stage)


def own(size: Size, data: Path) -> QImage:
    """A chief's own: he may return it, and not approve it."""
    stage, incident = _stage(size, data)
    _sat(stage.console, CHIEF)
    now = stage.console.incidents.edit(incident.id, incident.version, {"due_on": None}).incident
    stage.console.incident_review.submit(now.id, now.version)
    changed = stage.console.incidents.incident(now.id)
    stage.console.incidents.edit(changed.id, changed.version, {"address": "Cổng số 2"})
    _brought(stage, CHIEF, incident)
    return taken(stage)


def restricted(size: Size, data: Path) -> QImage:
    """It is not for whoever wants to see it."""
    stage, incident = _stage(size, data)
    with stage.console._store.read() as unit:
        boss = next(each for each in unit.officers.all() if each.role is Role.CHIEF)
    changes = {"restricted": True, "readers": frozenset({boss.id})}
    with stage.console._store.begin() as unit:
        _written(unit, incident, changes)
        unit.incidents._row(incident.id).made_by = boss.id
    stage.console.seat.take(None)
    come_in(stage, DUTY)
    stage.window.cases.open(incident.id)
    page = stage.window.pages.page("incident")
    assert isinstance(page, IncidentPage)
    wait_for(lambda: bool(page._nothing._advice.text()))
    return taken(stage)


def _written(unit: Unit, incident: Incident, changes: Mapping[str, object]) -> None:
    after = replace(fields_of(incident), **changes)
    unit.incidents.change(incident.id, after, officer_id=None, at=incident.changed_at)


SCENES: dict[str, Scene] = {
    f"incident_{each.__name__}": each
    for each in (full, marked, bright, returned, conflict, closed, own, restricted)
}
