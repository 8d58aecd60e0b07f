"""From a written request to a package in somebody's hands, by keys, made by the real Maker."""

from __future__ import annotations

import os
import shutil
import subprocess
import threading
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QPlainTextEdit, QWidget
from typing_extensions import override

from console.app import Console
from console.evidence import verifying
from console.platform import media
from console.video.wire_footage import View
from console.workers import Stop
from db.evidence_records import (
    CustodyKind,
    Package,
    PackageForm,
    PackageOutcome,
    PackageQuery,
    RequestQuery,
    RequestState,
    Wanted,
)
from db.incident_records import Viewer
from db.records import CameraId, Role, Span, StreamRole, from_us
from tests.console.call import ignore
from tests.console.evidence.press import OwnHands, told
from tests.console.officers import WORD
from tests.console.video.footage_made import BASE_US, Ward
from tests.fakes import FakeClock
from tests.ui.access.people import CHIEF, come_in, enlisted
from tests.ui.evidence.packages.seat import approved, stick
from tests.ui.fake_engine import FakeEngine
from tests.ui.hands import ALT, CTRL, ENTER, SHIFT, Hands
from tests.ui.requests.office import OFFICER, with_officer
from tests.ui.stage import Stage, wait_for
from ui.access.confirm import ConfirmDialog
from ui.access.consequence import Consequence
from ui.cases.inbox_page import InboxPage
from ui.evidence.copy_dialog import CopyDialog
from ui.evidence.custody_dialogs import CustodyDialog
from ui.evidence.export_dialog import ExportDialog
from ui.evidence.mask_editor import MaskEditor
from ui.evidence.packages_page import PackagesPage
from ui.evidence.papers import PapersDialog
from ui.evidence.requests_page import RequestsPage
from ui.evidence.still_chooser import StillChooser

K = Qt.Key
SPAN = Span(from_us(BASE_US), from_us(BASE_US + 50_000_000))
PHONE = "1"
SIZE = tuple(map(int, os.environ.get("J_SIZE", "1366x768").split("x")))
SHOTS = Path(os.environ.get("J_SHOTS", "/tmp/jshots")) / f"{SIZE[0]}x{SIZE[1]}"


class Engine(FakeEngine):
    """One whose job worker is this process."""

    def __init__(self, clock: FakeClock, hands: OwnHands) -> None:
        super().__init__(clock)
        self.hands = hands

    @override
    def cut(self, *what: Any, **how: Any) -> str:
        return self.hands.cut(*what, **how)

    @override
    def view(self, *what: Any, **how: Any) -> str:
        return self.hands.view(*what, **how)

    @override
    def snapshot(self, *what: Any, **how: Any) -> str:
        return self.hands.snapshot(*what, **how)


class Desk(Hands):
    def __init__(self, folder: Path, clock: FakeClock, ward: Ward) -> None:
        self.hands = OwnHands(ward.footage)
        self.folder, self.clock = folder, clock
        self.usb, self.stick = folder / "usb", folder / "stick"
        for each in (self.usb, self.stick):
            each.mkdir(exist_ok=True)
        self.begin()
        self.number = 0

    def begin(self) -> None:
        stage = Stage(self.folder / "station", self.clock, size=SIZE, engine=Engine(self.clock, self.hands), tiles=4)
        console = stage.console
        console.workers.loop("exports", console.evidence.maker.run)
        super().__init__(stage)

    def shot(self, name: str) -> None:
        for _ in range(3):
            QApplication.processEvents()
        SHOTS.mkdir(parents=True, exist_ok=True)
        self.number += 1
        tops = [w for w in QApplication.topLevelWidgets() if w.isVisible() and isinstance(w, QDialog)]
        kids = [w for w in self.window.findChildren(QDialog) if w.isVisible()]
        seen = tops + [k for k in kids if k not in tops]
        self.window.grab().save(str(SHOTS / f"{self.number:02}_{name}.png"))
        for at, each in enumerate(seen):
            each.grab().save(str(SHOTS / f"{self.number:02}_{name}_d{at}.png"))

    def back_to(self, dialog: QWidget) -> None:
        wait_for(lambda: QApplication.activeModalWidget() is None)
        dialog.activateWindow()
        wait_for(dialog.isActiveWindow)

    def packages(self) -> list[Package]:
        with self.stage.console._store.read() as unit:
            return unit.packages.page(PackageQuery(), Viewer(None))

    def custody(self, package: Package) -> list[CustodyKind]:
        with self.stage.console._store.read() as unit:
            return [each.kind for each in unit.custody.of(package.id)]

    def fill(self, box: QWidget, text: str) -> None:
        self.at(box)
        self.write(text)


@pytest.fixture
def desk(
    vietnamese: QTranslator, clock: FakeClock, tmp_path: Path, station_file: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Desk]:
    data = tmp_path / "station"
    data.mkdir()
    shutil.copy(station_file, data / "station.db")
    clock.pass_(seconds=BASE_US / 1e6 + 3600 - clock.monotonic_s())
    ward = Ward(tmp_path / "volume")
    for camera in (1, 3):
        ward.record(0, 600, CameraId(camera), StreamRole.MAIN, size=(640, 360))
        ward.record(700, 600, CameraId(camera), StreamRole.MAIN, size=(640, 360))
    ward.keep_index(data)

    def prepare(console: Console) -> None:
        with_officer(console)
        console.heads.enrol()

    enlisted(data, prepare)
    desk = Desk(tmp_path, clock, ward)
    monkeypatch.setattr(media, "removable", lambda: [stick(desk.stick)])
    monkeypatch.setattr(media, "medium_of", lambda _: None)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: str(desk.usb))
    yield desk
    desk.stage.close()


def test_chain(desk: Desk) -> None:
    stage, console = desk.stage, desk.stage.console
    come_in(stage, OFFICER)
    desk.front()
    desk.shot("landed")
    desk.press(K.Key_4, CTRL)
    page = desk.page("evidence", RequestsPage)
    wait_for(lambda: page._stack.currentIndex() == 1)
    desk.front()
    desk.shot("no_requests")
    desk.press(K.Key_Insert)
    wait_for(lambda: page.is_writing and page.form.is_open)
    desk.shot("form_empty")
    form = page.form.fields
    for name, text in (
        ("paper_number", "126/YC-CSĐT"),
        ("paper_on", "hôm nay"),
        ("unit", "Cơ quan CSĐT Công an thành phố Thái Nguyên"),
        ("person", "Thiếu tá Lê Văn Đức"),
        ("legal_basis", "Điều 107 Bộ luật Tố tụng hình sự"),
        ("purpose", "Xác minh vụ trộm xe máy trước chợ Đồng Quang"),
        ("recipient", "Đại úy Nông Thị Thúy"),
    ):
        desk.fill(form.fields[name].box, text)
    start = from_us(BASE_US).astimezone()
    for at, camera in enumerate((1, 3)):
        if at:
            desk.press(K.Key_Insert, ALT)
        row = form.wanted.rows[at]
        desk.at(row.camera)
        if at == 0:
            desk.write(f"{camera} ")
            desk.press(ENTER)
            desk.fill(row.start, f"{start:%d/%m/%Y %H:%M:%S}")
            desk.fill(row.end, f"{start + timedelta(seconds=100):%H:%M:%S}")
        else:
            desk.write(f"{camera} ")
            desk.press(ENTER)
    desk.at(form.fields["unit"].box)
    for each in (PackageForm.STILLS, PackageForm.VIEWING, PackageForm.NATIVE):
        box = form.forms[each]
        if not box.isChecked():
            desk.at(box)
            desk.press(K.Key_Space)
    wait_for(lambda: True)
    stage.clock.pass_(seconds=2)
    desk.shot("form_full")
    desk.at(row.start)
    desk.shot("form_lines")
    desk.press(ENTER, CTRL)
    try:
        wait_for(lambda: not page.is_writing and page.rows.rowCount() == 1, 5000)
    except TimeoutError:
        desk.shot("form_refused")
        raise
    wait_for(lambda: page.view.seen is not None)
    desk.shot("asked")

    desk.hand_over(CHIEF)
    stage.clock.pass_(minutes=6)
    inbox = desk.page("inbox", InboxPage)
    wait_for(lambda: "TX-" in inbox.request.text())
    wait_for(inbox._buttons["inbox-approve"].isEnabled)
    desk.shot("inbox")
    desk.at(inbox.list)
    desk.press(K.Key_A)
    confirm = desk.dialog(ConfirmDialog)
    desk.shot("confirm")
    desk.at(confirm.password.edit)
    desk.write(WORD.reveal())
    desk.press(ENTER)
    wait_for(lambda: console.evidence.requests.page(RequestQuery())[0].state is RequestState.APPROVED)
    desk.shot("approved_inbox")

    desk.hand_over(OFFICER)
    desk.press(K.Key_4, CTRL)
    page = desk.page("evidence", RequestsPage)
    wait_for(lambda: page.rows.rowCount() == 1 and page.view.seen is not None)
    desk.shot("approved")
    desk.at(page.list)
    desk.press(K.Key_E)
    export = desk.dialog(ExportDialog)
    wait_for(lambda: export.asking.preview is not None and len(export.lines) == 2)
    desk.shot("export")
    desk.press(K.Key_S)
    stills = desk.dialog(StillChooser)
    wait_for(lambda: stills.picture.has_picture)
    desk.shot("stills")
    desk.press(K.Key_Insert)
    desk.press(K.Key_Right)
    desk.press(K.Key_Period)
    desk.press(K.Key_Period)
    wait_for(lambda: stills.picture.has_picture and stills.picture.at_us > BASE_US + 2_000_000)
    desk.press(K.Key_Insert)
    wait_for(lambda: len(stills.stills) == 2)
    desk.shot("stills_two")
    desk.press(K.Key_S, CTRL)
    wait_for(lambda: len(export.fields.extras.stills) == 2)
    desk.back_to(export)
    desk.press(K.Key_M)
    masks = desk.dialog(MaskEditor)
    wait_for(lambda: masks.canvas.has_picture)
    desk.press(ENTER)
    for _ in range(4):
        desk.press(K.Key_Left)
    desk.press(K.Key_W)
    desk.write("Mặt cháu bé")
    desk.press(K.Key_Escape)
    desk.press(K.Key_PageDown, ALT)
    wait_for(lambda: masks.timing.camera_id == 3 and masks.canvas.has_picture)
    desk.press(ENTER)
    desk.shot("masks")
    desk.press(K.Key_S, CTRL)
    wait_for(lambda: len(export.fields.extras.masks) == 2)
    desk.back_to(export)
    desk.press(K.Key_0)
    wait_for(lambda: export.place.target == str(desk.usb))
    wait_for(lambda: not export.obstacle)
    desk.shot("export_ready")
    # watched: the hands are slow
    seen: list[str] = []
    hold = __import__("threading").Event()
    desk.hands.before = lambda order: hold.wait(20) if type(order).__name__ == "View" else None
    desk.press(ENTER)
    packages = desk.page("packages", PackagesPage)
    wait_for(lambda: bool(packages.queue.rows.count()))
    wait_for(lambda: desk.packages()[0].outcome is PackageOutcome.MAKING)
    wait_for(lambda: stage.desk.standing.exports.how_far(desk.packages()[0].id) is not None)
    stage.clock.pass_(seconds=2)
    desk.shot("making")
    hold.set()
    wait_for(lambda: desk.packages()[0].outcome not in (PackageOutcome.MAKING, PackageOutcome.QUEUED))
    (package,) = desk.packages()
    assert package.outcome is PackageOutcome.MADE, package.cause
    wait_for(lambda: packages.rows.count() == 1 and packages.card.line is not None)
    stage.clock.pass_(seconds=2)
    desk.shot("made")
    folder = desk.usb / package.made.folder
    desk.at(packages.table)
    desk.press(K.Key_F5)
    wait_for(lambda: len(desk.custody(package)) == 2)
    wait_for(lambda: not packages.acts.work.is_busy)
    desk.shot("verified")
    desk.front()
    desk.at(packages.table)
    desk.press(K.Key_C)
    copy = desk.dialog(CopyDialog)
    wait_for(lambda: bool(copy.place.media))
    desk.shot("copy")
    desk.press(K.Key_1)
    desk.at(copy.encrypted)
    desk.press(K.Key_Space)
    desk.shot("copy_encrypted")
    desk.press(ENTER)
    papers = desk.dialog(PapersDialog)
    wait_for(lambda: papers._secret is not None)
    desk.shot("papers")
    desk.press(K.Key_Escape)
    desk.front()
    wait_for(lambda: len(desk.custody(package)) == 3)
    desk.at(packages.table)
    desk.press(K.Key_H)
    hand = desk.dialog(CustodyDialog)
    desk.shot("hand")
    desk.write("Đại úy Nông Thị Thúy")
    desk.press(ENTER)
    papers = desk.dialog(PapersDialog)
    desk.shot("receipt")
    desk.press(K.Key_Escape)
    desk.front()
    wait_for(lambda: len(packages.card.rows.lines) == 4)
    desk.shot("custody")
    desk.press(ENTER)
    desk.page("evidence", RequestsPage)
    desk.at(page.list)
    wait_for(lambda: page.view.seen is not None and page.view.seen.request.state is RequestState.MADE)
    desk.shot("request_made")
    print(sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*")))
    shutil.rmtree("/tmp/jpackage", ignore_errors=True)
    shutil.copytree(folder, "/tmp/jpackage/" + folder.name)
    print(list(desk.stick.iterdir()))


def _approved(desk: Desk) -> None:
    console, clock = desk.stage.console, desk.clock
    approved(console, clock, wanted=tuple(Wanted(CameraId(1), SPAN, StreamRole.MAIN) for _ in "1"))


def _queue(desk: Desk) -> PackagesPage:
    console = desk.stage.console
    come_in(desk.stage, OFFICER)
    desk.front()
    desk.press(K.Key_4, CTRL)
    page = desk.page("evidence", RequestsPage)
    wait_for(lambda: page.rows.rowCount() == 1 and page.view.seen is not None)
    desk.at(page.list)
    desk.press(K.Key_E)
    export = desk.dialog(ExportDialog)
    wait_for(lambda: export.asking.preview is not None and len(export.lines) == 1)
    desk.press(K.Key_0)
    wait_for(lambda: not export.obstacle)
    desk.press(ENTER)
    packages = desk.page("packages", PackagesPage)
    wait_for(lambda: bool(packages.queue.rows.count()))
    return packages


def test_mishaps(desk: Desk) -> None:
    stage = desk.stage
    _approved(desk)
    stage.console.access.sign_out()
    reached, go = threading.Event(), threading.Event()

    def hold(order: object) -> None:
        if isinstance(order, View):
            reached.set()
            go.wait(20)

    desk.hands.before = hold
    packages = _queue(desk)
    wait_for(reached.is_set)
    desk.front()
    desk.press(K.Key_Delete)
    ask = desk.dialog(Consequence)
    desk.shot("cancel")
    desk.press(ENTER)
    wait_for(lambda: desk.packages()[0].outcome is PackageOutcome.CANCELLED)
    stage.clock.pass_(seconds=2)
    go.set()
    wait_for(lambda: list(desk.usb.iterdir()) == [])
    desk.front()
    stage.clock.pass_(seconds=2)
    desk.shot("cancelled")
    # closed in the middle
    reached.clear()
    ending = stage.console.evidence.maker._ending

    def end(order: object) -> None:
        if isinstance(order, View):
            reached.set()
            ending.wait(20)

    desk.hands.before = end
    desk.at(packages.table)
    desk.press(K.Key_R)
    wait_for(reached.is_set)
    desk.shot("again")
    stage.close()
    assert list(desk.usb.iterdir()) == []
    desk.hands.before = lambda _: None
    stage.clock.pass_(seconds=30)
    desk.begin()
    stage = desk.stage
    come_in(stage, OFFICER)
    wait_for(lambda: not stage.window.notice.isHidden())
    stage.clock.pass_(seconds=2)
    desk.shot("told")
    print(stage.window.notice.text)
    desk.front()
    desk.press(K.Key_E, CTRL | SHIFT)
    packages = desk.page("packages", PackagesPage)
    wait_for(lambda: packages.queue.rows.count() == 1)
    desk.shot("interrupted")
    # the medium goes
    away = desk.usb.with_name("away")

    def lose(order: object) -> None:
        if isinstance(order, View) and desk.usb.exists():
            desk.usb.rename(away)

    desk.hands.before = lose
    desk.press(K.Key_R)
    wait_for(lambda: desk.packages()[0].outcome is PackageOutcome.FAILED and desk.packages()[0].tries > 2)
    print(desk.packages()[0])
    stage.clock.pass_(seconds=2)
    wait_for(lambda: packages.queue.rows.package(0).outcome is PackageOutcome.FAILED)
    desk.shot("lost")
    print(stage.window.notice.text)
    print(list(away.iterdir()))
    away.rename(desk.usb)
    desk.hands.before = lambda _: None
    desk.press(K.Key_R)
    wait_for(lambda: desk.packages()[0].outcome is PackageOutcome.MADE)
    print(list(desk.usb.iterdir()))
    stage.clock.pass_(seconds=2)
    wait_for(lambda: packages.rows.count() == 1)
    desk.shot("at_last")
