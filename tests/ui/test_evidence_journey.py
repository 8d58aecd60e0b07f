"""From a written request to a package in somebody's hands: by keys, made by the real Maker."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtWidgets import QFileDialog, QPushButton

from console.platform import media
from console.workers import Stop
from db.evidence_records import (
    CustodyKind,
    PackageForm,
    PackageOutcome,
    RequestQuery,
    RequestState,
    Wanted,
)
from db.records import StreamRole
from tests.console.evidence.press import is_sound, told
from tests.console.officers import WORD
from tests.console.video.footage_made import BASE_US
from tests.fakes import FakeClock
from tests.ui.access.people import CHIEF, come_in, enlisted
from tests.ui.evidence.journey import GATE, WHOLE, YARD, Journey, enrolled, recorded
from tests.ui.evidence.packages.seat import approved, stick
from tests.ui.hands import ALT, CTRL, ENTER, SHIFT
from tests.ui.requests.office import OFFICER
from tests.ui.stage import wait_for
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
Came = PackageOutcome
TO_WHOM = "Đại úy Nông Thị Thúy"
WORDS = {
    "paper_number": "126/YC-CSĐT",
    "paper_on": "hôm nay",
    "unit": "Cơ quan CSĐT Công an thành phố Thái Nguyên",
    "legal_basis": "Điều 107 Bộ luật Tố tụng hình sự",
    "purpose": "Xác minh vụ trộm xe máy trước chợ Đồng Quang",
}


@pytest.fixture
def journey(
    vietnamese: QTranslator,
    clock: FakeClock,
    tmp_path: Path,
    station_file: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Journey]:
    """An hour after the footage; a stick is plugged in, and the PC's own dialog answers ``usb``."""
    data = tmp_path / "station"
    data.mkdir()
    shutil.copy(station_file, data / "station.db")
    clock.pass_(seconds=BASE_US / 1e6 + 3600 - clock.monotonic_s())
    enlisted(data, enrolled)
    ward = recorded(tmp_path, data)
    journey = Journey(tmp_path, clock, ward)
    monkeypatch.setattr(media, "removable", lambda: [stick(journey.stick)])
    monkeypatch.setattr(media, "medium_of", lambda _: None)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(journey.usb))
    yield journey
    journey.stage.close()


def _write_and_hand_in(journey: Journey) -> None:
    """The officer's: two cameras, all forms."""
    journey.press(K.Key_4, CTRL)
    page = journey.page("evidence", RequestsPage)
    wait_for(lambda: page._stack.currentIndex() == 1)
    journey.press(K.Key_N)
    wait_for(lambda: page.is_writing and page.form.is_open)
    fields = page.form.fields
    for name, text in WORDS.items():
        journey.fill(fields.fields[name].box, text)
    first = fields.wanted.rows[0]
    local = WHOLE.start.astimezone()
    journey.fill(first.camera, f"{GATE} ")
    journey.press(ENTER)
    journey.fill(first.start, f"{local:%d/%m/%Y %H:%M:%S}")
    journey.fill(first.end, f"{local + timedelta(seconds=30):%H:%M:%S}")
    journey.press(K.Key_Insert, ALT)  # of the same times
    journey.write(f"{YARD} ")
    journey.press(ENTER)
    for form in (PackageForm.NATIVE, PackageForm.VIEWING, PackageForm.STILLS):
        if not fields.forms[form].isChecked():
            journey.at(fields.forms[form])
            journey.press(K.Key_Space)
    journey.press(ENTER, CTRL)
    wait_for(lambda: not page.is_writing and page.rows.rowCount() == 1)


def _approve(journey: Journey) -> None:
    """The chief's, who is asked for his password again."""
    inbox = journey.page("inbox", InboxPage)
    wait_for(inbox._buttons["inbox-approve"].isEnabled)
    journey.stage.clock.pass_(minutes=6)
    journey.at(inbox.list)
    journey.press(K.Key_A)
    confirm = journey.dialog(ConfirmDialog)
    journey.fill(confirm.password.edit, WORD.reveal())
    journey.press(ENTER)
    requests = journey.stage.console.evidence.requests
    wait_for(lambda: requests.page(RequestQuery())[0].state is RequestState.APPROVED)


def _choose_stills(journey: Journey, export: ExportDialog) -> None:
    journey.press(K.Key_S)
    stills = journey.dialog(StillChooser)
    wait_for(lambda: stills.picture.has_picture)
    journey.press(K.Key_Insert)
    journey.press(K.Key_Period)
    wait_for(lambda: stills.picture.at_us == BASE_US + 1_000_000)
    journey.press(K.Key_Insert)
    journey.press(K.Key_S, CTRL)
    wait_for(lambda: len(export.fields.extras.stills) == 2)
    journey.back_to(export)


def _draw_masks(journey: Journey, export: ExportDialog) -> None:
    journey.press(K.Key_M)
    masks = journey.dialog(MaskEditor)
    wait_for(lambda: masks.canvas.has_picture)
    journey.press(ENTER)
    journey.press(K.Key_W)
    journey.write("người đi đường")
    journey.press(K.Key_Escape)
    journey.press(K.Key_PageDown, ALT)
    wait_for(lambda: masks.timing.camera_id == YARD and masks.canvas.has_picture)
    journey.press(ENTER)
    journey.press(K.Key_S, CTRL)
    wait_for(lambda: len(export.fields.extras.masks) == 2)
    journey.back_to(export)


def _hold(reached: threading.Event, until: threading.Event | Stop) -> None:
    """Say that the maker came here, and keep him; not for ever, lest a broken test never ends."""
    reached.set()
    until.wait(20)


def _check_without_us(folder: Path) -> None:
    """What travels in the package, and what every PC has, find it good."""
    script = subprocess.run(
        [sys.executable, str(folder / "kiem-tra.py")], capture_output=True, text=True, check=False
    )
    assert script.returncode == 0, script.stdout
    for line in (folder / "SHA256SUMS").read_text(encoding="utf-8").splitlines():
        sha256, path = line.split("  ", 1)
        assert hashlib.sha256((folder / path).read_bytes()).hexdigest() == sha256


def test_from_a_written_request_to_a_package_in_somebodys_hands(journey: Journey) -> None:
    stage = journey.stage
    come_in(stage, OFFICER)
    journey.front()
    _write_and_hand_in(journey)
    journey.hand_over(CHIEF)
    _approve(journey)
    journey.hand_over(OFFICER)

    # What it will hold; the stick that is plugged in is chosen until a folder is.
    export = journey.ask_export()
    wait_for(lambda: export.place.medium is not None)
    assert "Kingston" in export.fields.extras.medium
    missing = [line.missing.text() for line in export.lines]
    assert all("lúc đó không ghi hình" in words for words in missing)
    _choose_stills(journey, export)
    _draw_masks(journey, export)
    reached, go = threading.Event(), threading.Event()
    journey.when_viewing(partial(_hold, reached, go))
    page = journey.queue(export)

    # While it is made the queue and the strip tell so.
    wait_for(reached.is_set)
    wait_for(lambda: "%" in page.queue.rows.state(journey.package))
    strip = stage.window.status.exports
    wait_for(lambda: strip.isVisible() and "1 gói đang xuất" in strip.text())
    go.set()
    journey.ended(Came.MADE)
    made = journey.package.made
    assert made is not None
    assert journey.package.extras.medium == ""  # a folder is no stick
    wait_for(lambda: page.rows.count() == 1 and page.card.line is not None)
    assert page.rows.words(journey.package)[-1] == "Đã lập, thiếu 2 đoạn"
    wait_for(lambda: made.folder in strip.text())

    # It is what it says.
    folder = journey.usb / made.folder
    assert is_sound(folder)
    _check_without_us(folder)
    manifest = told(folder)
    assert len(manifest.clips) == 4
    assert [len(each.masks) for each in manifest.viewing] == [1, 1]
    assert len(list((folder / "anh").iterdir())) == 2

    # Verified, copied with words, handed over: each stands in its custody.
    journey.at(page.table)
    journey.press(K.Key_F5)
    wait_for(lambda: len(page.card.rows.lines) == 2 and not page.acts.work.is_busy)
    journey.at(page.table)
    journey.press(K.Key_C)
    copy = journey.dialog(CopyDialog)
    wait_for(lambda: copy.place.medium is not None)
    journey.at(copy.encrypted)
    journey.press(K.Key_Space)
    journey.press(ENTER)
    papers = journey.dialog(PapersDialog)
    assert papers.sheet is not None
    journey.press(K.Key_Escape)
    asked = journey.dialog(Consequence)
    journey.at(asked.findChild(QPushButton, "consequence-go"))
    journey.press(K.Key_Space)
    journey.front()
    wait_for(lambda: len(page.card.rows.lines) == 3)
    assert [each.name for each in journey.stick.iterdir()] == [f"{made.folder}.zip"]
    journey.at(page.table)
    journey.press(K.Key_H)
    hand = journey.dialog(CustodyDialog)
    assert hand.medium.text.startswith("Kingston DataTraveler 32 GB")  # onto which it was copied
    journey.fill(hand.to_whom.box, TO_WHOM)
    journey.press(ENTER)
    receipt = journey.dialog(PapersDialog)
    assert receipt.sheet is None
    journey.press(K.Key_Escape)
    journey.front()
    kinds = [CustodyKind.MADE, CustodyKind.VERIFIED, CustodyKind.COPIED, CustodyKind.HANDED]
    assert journey.custody() == kinds
    wait_for(lambda: len(page.card.rows.lines) == len(kinds))

    # And back to what it was made for.
    journey.at(page.table)
    journey.press(ENTER)
    requests = journey.page("evidence", RequestsPage)
    view = requests.view
    wait_for(lambda: view.seen is not None and view.seen.request.state is RequestState.MADE)
    assert stage.window.notice.isHidden()  # nothing was told that nobody did


def test_cancelled_closed_in_the_middle_and_pulled_out_it_is_made_at_last(
    journey: Journey,
) -> None:
    stage = journey.stage
    approved(stage.console, stage.clock, wanted=(Wanted(GATE, WHOLE, StreamRole.MAIN),))
    stage.console.access.sign_out()
    come_in(stage, OFFICER)
    journey.front()
    reached, go = threading.Event(), threading.Event()
    journey.when_viewing(partial(_hold, reached, go))

    # Cancelled: nothing of it is left.
    page = journey.queue(journey.ask_export())
    wait_for(reached.is_set)
    journey.press(K.Key_Delete)
    ask = journey.dialog(Consequence)
    go_on = ask.findChild(QPushButton, "consequence-go")
    assert go_on is not None
    journey.at(go_on)  # Enter would leave it
    journey.press(K.Key_Space)
    journey.ended(Came.CANCELLED)
    stage.clock.pass_(seconds=2)
    go.set()
    wait_for(lambda: list(journey.usb.iterdir()) == [])

    # The window is closed in the middle.
    reached.clear()
    ending = stage.console.evidence.maker._ending
    journey.when_viewing(partial(_hold, reached, ending))
    journey.front()
    journey.at(page.table)
    journey.press(K.Key_R)
    wait_for(reached.is_set)
    stage.close()
    assert list(journey.usb.iterdir()) == []

    # Whoever opens it again is told, once; and the medium is pulled out of the next try.
    journey.when_viewing(lambda: None)
    stage.clock.pass_(minutes=1)
    journey.open()
    stage = journey.stage
    come_in(stage, OFFICER)
    journey.front()
    wait_for(lambda: "Chương trình bị tắt khi đang lập gói" in stage.window.notice.text)
    journey.press(K.Key_E, CTRL | SHIFT)
    page = journey.page("packages", PackagesPage)
    wait_for(lambda: page.queue.rows.count() == 1)
    away = journey.usb.with_name("away")
    journey.when_viewing(lambda: journey.usb.rename(away))
    journey.press(K.Key_R)
    journey.ended(Came.FAILED, tries=3)
    wait_for(lambda: "hoặc thiết bị đã bị rút ra" in stage.window.notice.text)
    assert [each.suffix for each in away.iterdir()] == [".partial"]

    # It is plugged in again.
    away.rename(journey.usb)
    journey.when_viewing(lambda: None)
    wait_for(page.queue._buttons["package-retry"].isEnabled)
    journey.press(K.Key_R)
    journey.ended(Came.MADE, tries=4)
    made = journey.package.made
    assert made is not None
    assert is_sound(journey.usb / made.folder)
