"""Requests for footage: listed, written with errors, answered in the inbox, refused, none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QPlainTextEdit

from console.app import Console
from console.evidence.preview_records import LinePreview, Remark
from db.evidence_records import Exported, Missing, PackageForm, Wanted
from db.records import CameraId, OfficerId, Role, StreamRole
from tests import wards
from tests.fakes import FakeClock
from tests.screenshots.stand import Scene, Size, in_day, street, taken
from tests.ui.access.people import CHIEF, come_in, enlisted
from tests.ui.boxes import put
from tests.ui.cases.desk import inbox, sit_down, submitted
from tests.ui.fake_review import archive_of, recorded
from tests.ui.requests.office import (
    OFFICER,
    asked,
    drafted,
    requests_page,
    with_officer,
)
from tests.ui.stage import Stage, wait_for
from ui.access.confirm import ConfirmDialog
from ui.requests.narrow_dialog import NarrowDialog

_LONGEST = (
    "Phòng Cảnh sát quản lý hành chính về trật tự xã hội Công an tỉnh Thái Nguyên, Đội hướng dẫn, "
    "điều tra và xử lý vi phạm hành chính"
)
_PURPOSE = (
    "Xác minh hướng di chuyển của người đội mũ lưỡi trai dắt xe Honda Wave 20-B1 123.45 ra khỏi "
    "bãi gửi xe cổng chợ Đồng Quang về phía đường Hoàng Văn Thụ."
)
_HOUR = timedelta(hours=1)


def _filled(console: Console, clock: FakeClock) -> None:
    """Seven requests, one in each state; one was exported first and is overdue."""
    sit_down(console, Role.ADMINISTRATOR)
    console.settings.change(replace(console.settings.get(), urgent_export=True))
    day = clock.now().date()
    evidence = console.evidence
    clock.pass_(hours=-90)
    officer = sit_down(console, Role.OFFICER)
    refused = asked(console, 4, 5, unit="Văn phòng luật sư Minh Khai", paper_number="07/VPLS")
    part = asked(console, 2, 3, 8, unit=_LONGEST, paper_number="418/PC06-Đ3", due_on=day)
    whole = asked(console, 6, unit="Toà án nhân dân khu vực 1", paper_number="22/TA-HS")
    gone = drafted(console, 9, unit="Đội Cảnh sát giao thông", paper_number="31/CSGT")
    evidence.requests.withdraw(gone.id)
    clock.pass_(hours=5)
    sit_down(console, Role.CHIEF)
    evidence.approvals.refuse(
        refused.id,
        "Văn phòng luật sư không thuộc đối tượng được cung cấp trực tiếp; đề nghị gửi qua cơ quan "
        "điều tra đang thụ lý.",
    )
    evidence.approvals.narrow(part.id, part.wanted[:1], "Chỉ camera 02 quay hướng xe chạy.")
    evidence.approvals.approve(whole.id)
    clock.pass_(hours=55)
    sit_down(console, Role.OFFICER)
    urgent = asked(
        console,
        11,
        12,
        unit="Đội Cảnh sát giao thông, trật tự Công an thành phố",
        paper_number="",
        paper_on=None,
        person="Trung úy Hà Duy Mạnh",
        purpose="Va chạm giao thông có người bị thương, cần ngay để truy tìm xe bỏ chạy.",
        due_on=day,
        urgent=True,
    )
    evidence.queue.add(urgent.id, "/media/usb")
    clock.pass_(hours=26)
    sit_down(console, Role.OFFICER)
    case = submitted(console, "Mất trộm xe máy trước cổng chợ Đồng Quang", (1, 7))
    asked(
        console,
        1,
        7,
        purpose=_PURPOSE,
        due_on=day + timedelta(days=2),
        incident_id=case.id,
        forms=frozenset({PackageForm.NATIVE, PackageForm.VIEWING, PackageForm.STILLS}),
    )
    clock.pass_(hours=3)
    drafted(console, 20, unit="Viện kiểm sát nhân dân khu vực 1", paper_number="")
    clock.pass_(hours=1)
    console.access.sign_out()
    assert officer.name == OFFICER


def _look(console: Console) -> Callable[[Sequence[Wanted]], tuple[LinePreview, ...]]:
    """What there is of each line: of the second camera a gap, of the first exported before."""

    def of_lines(wanted: Sequence[Wanted]) -> tuple[LinePreview, ...]:

        return tuple(_preview(each, place, console) for place, each in enumerate(wanted))

    return of_lines


def _preview(line: Wanted, place: int, console: Console) -> LinePreview:
    span, gap = line.span, timedelta(seconds=95)
    middle = span.start + (span.end - span.start) / 3
    missing = (Missing(line.camera_id, type(span)(middle, middle + gap), "network"),)
    again = Exported(count=2, last_at=console.clock.now() - 30 * _HOUR, last_by=OfficerId(4))
    return LinePreview(
        wanted=line,
        role=StreamRole.MAIN,
        files=1 + place % 2,
        footage=(span,),
        missing=missing if place % 2 else (),
        lead_us=2_000_000,
        bytes=310_000_000 + 40_000_000 * place,
        largest_bytes=310_000_000,
        codecs=("h264",),
        pixels=1920 * 1080,
        remarks=(Remark.SOUND,) if place % 2 else (),
        exported=Exported(count=0) if place else again,
    )


def staged(folder: Path, size: Size, who: str, *, filled: bool = True) -> Stage:
    """The window with requests, and ``who`` before it."""
    wards.made(folder / "station.db")
    enlisted(folder, with_officer)
    clock = FakeClock()
    kept = recorded([CameraId(each) for each in range(1, 41)], clock.now(), 6, gaps_a_day=0.01)

    def prepare(console: Console) -> None:
        if filled:
            _filled(console, clock)
        console.evidence.previews.of_lines = _look(console)  # type: ignore[method-assign, assignment]

    stage = Stage(folder, clock, size=size, archive=archive_of(kept), prepare=prepare)
    assert stage.archive is not None
    stage.archive.engine.paint = lambda width, height, place, _: street(
        width, height, place.camera_id
    )
    come_in(stage, who)
    return stage


def listed(size: Size, folder: Path) -> QImage:
    """The officer's list; the one with the case is chosen."""
    stage = staged(folder, size, OFFICER)
    page = requests_page(stage, 7)
    page.list.setCurrentIndex(page.rows.index(1))
    _settled(stage)
    return taken(stage)


def _settled(stage: Stage) -> None:
    page = requests_page(stage, 7)
    wait_for(lambda: bool(page.view.text._previews) and "7" in page.filters._buttons["all"].text())


def listed_day(size: Size, folder: Path) -> QImage:
    """The same by day, with the longest unit."""
    stage = staged(folder, size, OFFICER)
    page = requests_page(stage, 7)
    page.list.setCurrentIndex(page.rows.index(4))
    _settled(stage)
    return in_day(stage, taken)


def empty(size: Size, folder: Path) -> QImage:
    """Nobody has asked yet."""
    stage = staged(folder, size, OFFICER, filled=False)
    requests_page(stage, 0)
    return taken(stage)


def refused(size: Size, folder: Path) -> QImage:
    """One that was refused, with the reason."""
    stage = staged(folder, size, OFFICER)
    page = requests_page(stage, 7)
    row = next(r for r, each in enumerate(page.rows.lines) if each.state == "refused")
    page.list.setCurrentIndex(page.rows.index(row))
    wait_for(lambda: page.view.seen is not None)
    return taken(stage)


def written(size: Size, folder: Path) -> QImage:
    """A new one, with what is wrong beside its fields, and what there is below its lines."""
    stage = staged(folder, size, OFFICER)
    page = requests_page(stage, 7)
    page.ask_new()
    fields = page.form.fields
    put(fields.fields["paper_number"], "126/YC-CSĐT")
    put(fields.fields["paper_on"], "mai mốt")
    fields.fields["paper_on"].look()
    put(fields.fields["unit"], "Cơ quan CSĐT Công an thành phố Thái Nguyên")
    box = fields.fields["purpose"].box
    assert isinstance(box, QPlainTextEdit)
    box.setPlainText(_PURPOSE)
    first = fields.wanted.rows[0]
    first.camera.pick(CameraId(1))
    first.start.setText("hôm qua 20h")
    first.end.setText("20h30")
    fields.wanted.add()
    second = fields.wanted.rows[1]
    second.camera.setText("12 ngõ đình không có")
    second.start.setText("hôm qua 20h")
    second.end.setText("19h")
    page.form._looking.look()
    wait_for(lambda: "hình" in first._below.text())
    page.form.keep()
    return taken(stage)


def waiting(size: Size, folder: Path) -> QImage:
    """The chief's inbox, a request chosen, its footage beside it."""
    stage = staged(folder, size, CHIEF)
    page = inbox(stage, 3)
    page.list.setCurrentIndex(page.rows.index(0))
    wait_for(lambda: bool(stage.players) and bool(page.clip.pictures and page.clip.pictures.tiles))
    wait_for(lambda: bool(page.request._previews) or not page.request.isVisible())
    return taken(stage)


def asked_by_chief(size: Size, folder: Path) -> QImage:
    """A part of one is allowed."""
    stage = staged(folder, size, CHIEF)
    page = requests_page(stage, 7)
    page.view.take("request-part")
    (dialog,) = page.view.findChildren(NarrowDialog)
    dialog.lines[-1].span.setText("hôm qua 3h - 4h")
    dialog.lines[-1].look()
    return taken(stage, dialog)


def confirmed(size: Size, folder: Path) -> QImage:
    """He types his password before it counts."""
    stage = staged(folder, size, CHIEF)
    stage.clock.pass_(minutes=30)
    page = requests_page(stage, 7)
    page.view.take("request-approve")
    wait_for(lambda: bool(page.view.findChildren(ConfirmDialog)))
    return taken(stage, page.view.findChildren(ConfirmDialog)[0])


SCENES: dict[str, Scene] = {
    "requests_listed": listed,
    "requests_listed_day": listed_day,
    "requests_empty": empty,
    "requests_refused": refused,
    "requests_written": written,
    "requests_waiting": waiting,
    "requests_part": asked_by_chief,
    "requests_confirmed": confirmed,
}
