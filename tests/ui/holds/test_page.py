"""Holds in the window, over a real station: begun, prolonged, released by two, found, watched."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget

from console.events import RecordingMeasured
from console.evidence.rules import RequestForm
from console.holds import HoldSeen, HoldState
from console.video.known_date import DATE_FILE
from console.workers import Lane
from db.evidence_records import Wanted
from db.footage_records import Hold, HoldReason
from db.records import CameraId, Span, to_us
from tests.console.officers import WORD
from tests.fakes import FakeClock
from tests.ui.access.people import CHIEF, DUTY, come_in, press, write
from tests.ui.fake_review import archive_of, recorded
from tests.ui.stage import Stage, wait_for
from ui.access.confirm import SecondDialog
from ui.holds.dialogs import HoldDialog, ProlongDialog, ReleaseDialog
from ui.holds.page import HoldsPage
from ui.holds.table import HoldColumn

W = TypeVar("W", bound=QWidget)
NONE, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
CAMERAS = [CameraId(number) for number in range(1, 41)]
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)


@pytest.fixture
def stage(
    vietnamese: QTranslator, clock: FakeClock, tmp_path: Path, staffed_station: Path
) -> Iterator[Stage]:
    """Three officers, 40 cameras with three days of footage; nobody has come in."""
    shutil.copytree(staffed_station, tmp_path, dirs_exist_ok=True)
    footage = recorded(CAMERAS, clock.now(), 3)
    made = Stage(tmp_path, clock, archive=archive_of(footage))
    yield made
    made.close()


def page_for(stage: Stage, name: str) -> HoldsPage:
    """The page, with whoever is called ``name`` before it."""
    come_in(stage, name)
    stage.window.activateWindow()
    stage.window.show_page("review")
    key(stage.review, Qt.Key.Key_H, CONTROL)
    assert stage.window.holds is not None
    wait_for(stage.window.holds.isVisible)
    return stage.window.holds


def key(on: QWidget, which: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    QTest.keyClick(on, which, held)


def shown(stage: Stage, kind: type[W]) -> W:
    wait_for(lambda: any(each.isVisible() for each in stage.window.findChildren(kind)))
    return next(each for each in stage.window.findChildren(kind) if each.isVisible())


def held(
    stage: Stage, *cameras: int, until: datetime | None = None, note: str = "", ago_min: float = 60
) -> Hold:
    now = stage.clock.now()
    return stage.console.holds.place(
        [CameraId(each) for each in cameras],
        Span(now - ago_min * MINUTE, now - (ago_min - 10) * MINUTE),
        HoldReason.REQUEST,
        until,
        note,
    )


def listed(page: HoldsPage, count: int) -> list[HoldSeen]:
    wait_for(lambda: page.rows.rowCount() == count)
    found = [page.rows.hold(row) for row in range(count)]
    return [each for each in found if each is not None]


def fill(dialog: HoldDialog | ProlongDialog, **texts: str) -> None:
    for name, text in texts.items():
        box = dialog.findChild(QLineEdit, f"box-{name}")
        box.clear()
        write(box, text)


def test_footage_is_held_by_keyboard(stage: Stage, clock: FakeClock) -> None:
    page = page_for(stage, DUTY)
    assert page._empty_title.text() == "Chưa lưu giữ hình nào"

    key(page._buttons["hold-new"], Qt.Key.Key_Insert)
    dialog = shown(stage, HoldDialog)
    fill(dialog, cameras="3, 12-14", span="hôm qua 22h - 23h30", note="Phiếu 12", until="30")
    press(dialog.note.box, Qt.Key.Key_Return)

    (seen,) = listed(page, 1)
    assert sorted(seen.hold.cameras) == [3, 12, 13, 14]
    assert seen.hold.span.length == 90 * MINUTE
    assert (seen.made_by, seen.hold.note) == (DUTY, "Phiếu 12")
    assert seen.hold.until is not None
    assert 30 * DAY < seen.hold.until - clock.now() <= 31 * DAY
    wait_for(lambda: page.status.text() == "1 lệnh còn hiệu lực")


def test_by_a_clock_that_is_years_ahead_no_hold_has_run_out(
    stage: Stage, clock: FakeClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = page_for(stage, DUTY)
    boot = clock.now()
    monkeypatch.setattr(clock, "monotonic_s", lambda: 0.0)  # the PC was only just started
    until = boot + 30 * DAY
    held(stage, 3, until=until)
    known = {"known": boot.isoformat(), "at_boot": boot.isoformat()}
    (tmp_path / DATE_FILE).write_text(json.dumps(known))  # as the engine does
    clock.set_by(days=2000)
    stage.bridge.post(
        RecordingMeasured(
            volumes=(),
            month_bytes={},
            oldest_us=None,
            bytes_a_day=0,
            only_held=False,
            known_us=to_us(boot),
        )
    )
    wait_for(lambda: stage.desk.standing.recorded.known_date() is not None)
    page.renew()

    (seen,) = listed(page, 1)
    assert page.rows.words(seen)[HoldColumn.LEFT] == "30 ngày"
    page.ask_longer()
    dialog = shown(stage, ProlongDialog)
    dialog.until.box.clear()
    write(dialog.until.box, "60")
    dialog.keep()
    wait_for(lambda: listed(page, 1)[0].hold.until != until)
    assert listed(page, 1)[0].hold.until <= until + 31 * DAY


def test_what_is_wrong_is_said_beside_its_field(stage: Stage) -> None:
    page = page_for(stage, DUTY)
    page.ask_new()
    dialog = shown(stage, HoldDialog)

    for name, text, said in (
        ("cameras", "3-", "Nhập số camera"),
        ("cameras", "77", "không phải của camera nào"),
        ("span", "mai mốt", "Chưa rõ thời gian"),
        ("until", "mãi mãi", "Nhập số ngày"),
    ):
        fill(dialog, cameras="3", span="hôm qua", until="9")
        fill(dialog, **{name: text})
        dialog.keep()
        assert said in getattr(dialog, name).error, (name, text)
    fill(dialog, cameras="3", span="1/1/2026 - 14/3/2026", until="9")
    dialog.keep()

    wait_for(lambda: "Dài nhất 31 ngày" in dialog.span.error)
    dialog.reject()
    assert not page.rows.holds


def test_what_is_marked_in_review_is_held_with_one_key(stage: Stage, clock: FakeClock) -> None:
    come_in(stage, DUTY)
    stage.window.activateWindow()
    stage.window.show_page("review")
    stage.review.review([CameraId(2), CameraId(5)])
    wait_for(lambda: bool(stage.players))
    start = clock.now() - 30 * MINUTE
    stage.review.playback.set_marks(to_us(start), to_us(start + 4 * MINUTE))

    key(stage.review.pictures, Qt.Key.Key_G, CONTROL)
    dialog = shown(stage, HoldDialog)
    assert dialog.cameras.text == "2, 5"
    assert dialog._named.text().startswith("02 ")
    assert dialog.focusWidget() is dialog.note.box
    dialog.keep()

    wait_for(lambda: bool(stage.console.holds.list()))
    (seen,) = stage.console.holds.list()
    assert (sorted(seen.hold.cameras), seen.hold.span) == ([2, 5], Span(start, start + 4 * MINUTE))
    wait_for(lambda: stage.review.bar.words.text().startswith("Đã lưu giữ: "))


def test_without_cameras_there_is_nothing_to_hold(stage: Stage) -> None:
    come_in(stage, DUTY)
    stage.window.activateWindow()
    stage.window.show_page("review")

    key(stage.review.tree, Qt.Key.Key_G, CONTROL)

    assert stage.review.bar.words.text().startswith("Hãy mở các camera")


def test_a_hold_is_prolonged(stage: Stage, clock: FakeClock) -> None:
    page = page_for(stage, DUTY)
    hold = held(stage, 3, until=clock.now() + 2 * DAY)
    listed(page, 1)
    wait_for(lambda: "1 lệnh hết hạn trong 7 ngày" in page.status.text())

    key(page.table, Qt.Key.Key_F2)
    dialog = shown(stage, ProlongDialog)
    fill(dialog, until="1")
    dialog.keep()
    wait_for(lambda: "đang được giữ lâu hơn" in dialog.until.error)
    fill(dialog, until="")
    dialog.keep()

    wait_for(lambda: stage.console.holds.list()[0].hold.until is None)
    wait_for(lambda: page.chosen is not None and page.chosen.hold.until is None)
    assert page.chosen.hold.id == hold.id
    assert not page._buttons["hold-prolong"].isEnabled()


def test_two_officers_release_a_hold(stage: Stage) -> None:
    """The ward's one chief, and whoever is on duty."""
    page = page_for(stage, CHIEF)
    held(stage, 3)
    listed(page, 1)

    key(page.table, Qt.Key.Key_Delete)
    shown(stage, ReleaseDialog).findChild(QPushButton, "consequence-go").click()
    second = shown(stage, SecondDialog)
    assert any("được lưu giữ hình" in each.text() for each in second.findChildren(QLabel))
    write(second.names.box, DUTY)
    press(second.names.box, Qt.Key.Key_Return)
    write(second.password.edit, WORD.reveal())
    press(second.password.edit, Qt.Key.Key_Return)

    wait_for(lambda: [each.state for each in page.rows.holds] == [HoldState.RELEASED])
    assert page.rows.words(page.rows.holds[0])[-1] == "đã thôi giữ"
    assert not page._buttons["hold-release"].isEnabled()


def test_what_a_request_still_needs_is_told_by_its_number_and_not_released(
    stage: Stage, clock: FakeClock
) -> None:
    page = page_for(stage, CHIEF)
    requests, now = stage.console.evidence.requests, clock.now()
    draft = requests.make(
        RequestForm(
            unit="Công an thành phố",
            purpose="Xác minh",
            legal_basis="Điều 88",
            paper_number="12/YC",
            paper_on=now.date(),
            wanted=(Wanted(CameraId(3), Span(now - 60 * MINUTE, now - 50 * MINUTE)),),
        )
    )
    requests.ask(draft.id, draft.version)
    (seen,) = listed(page, 1)
    assert page.rows.words(seen)[HoldColumn.LEFT] == "60 ngày"
    assert "Phiếu yêu cầu: TX-2026-0001" in page.facts.text()

    key(page.table, Qt.Key.Key_Delete)
    shown(stage, ReleaseDialog).findChild(QPushButton, "consequence-go").click()

    wait_for(lambda: "Còn phiếu yêu cầu trích xuất cần đoạn hình này" in stage.window.notice.text)
    assert [each.state for each in page.rows.holds] == [HoldState.IN_FORCE]


def test_a_duty_officer_is_offered_no_release(stage: Stage) -> None:
    page = page_for(stage, DUTY)
    held(stage, 3)
    listed(page, 1)

    key(page.table, Qt.Key.Key_Delete)

    assert page._buttons["hold-release"].isHidden()
    assert stage.window.findChildren(ReleaseDialog) == []


def test_holds_are_found_without_diacritics(stage: Stage) -> None:
    page = page_for(stage, DUTY)
    held(stage, 3, note="Bà Lụa mất xe máy")
    held(stage, 12, 13, 14, 15, note="đánh nhau")
    listed(page, 2)

    write(page.search, "lua xe")
    assert [each.hold.note for each in listed(page, 1)] == ["Bà Lụa mất xe máy"]
    page.search.clear()
    write(page.search, "khong co")
    assert page._empty_title.text() == "Không có lệnh lưu giữ nào khớp"
    assert page.back()

    listed(page, 2)


def test_the_soonest_to_run_out_is_on_top_and_what_ended_below(
    stage: Stage, clock: FakeClock
) -> None:
    page = page_for(stage, DUTY)
    over = held(stage, 1, until=clock.now() + MINUTE)
    endless = held(stage, 2)
    later = held(stage, 3, until=clock.now() + 40 * DAY)
    soon = held(stage, 4, until=clock.now() + 5 * DAY)
    listed(page, 4)
    clock.pass_(minutes=2)
    page.renew()

    wait_for(lambda: page.rows.holds[-1].state is HoldState.RAN_OUT)
    assert [each.hold.id for each in page.rows.holds] == [soon.id, later.id, endless.id, over.id]


def test_a_hold_is_watched_between_its_marks(stage: Stage) -> None:
    page = page_for(stage, DUTY)
    hold = held(stage, 3, 4)
    listed(page, 1)
    wait_for(page.table.hasFocus)

    key(page.table, Qt.Key.Key_Return)

    wait_for(lambda: stage.review.isVisible() and bool(stage.players))
    assert stage.review.shown.cameras == (3, 4)
    assert stage.review.playback.marked_span == hold.span


def test_what_is_held_of_a_camera_that_was_removed_is_watched(stage: Stage) -> None:
    page = page_for(stage, CHIEF)
    held(stage, 40)
    with stage.console._store.begin() as unit:  # as an administrator did
        unit.fleet.remove_camera(CameraId(40))
    listed(page, 1)
    wait_for(lambda: page._ward.camera(CameraId(40)) is None)  # the window has heard of it
    wait_for(page.table.hasFocus)

    key(page.table, Qt.Key.Key_Return)

    wait_for(lambda: stage.review.isVisible() and bool(stage.players))
    assert stage.review.shown.cameras == (40,)
    assert stage.review.name_of(CameraId(40)) == "Camera đã gỡ (mã 40)"


def reminded(stage: Stage) -> None:
    """What was asked when somebody came in is answered: the reminder is a write, in its turn."""
    stage.workers.submit(lambda: None, Lane.WRITE).result()
    QApplication.processEvents()


def test_whoever_comes_is_told_once_of_what_runs_out(stage: Stage, clock: FakeClock) -> None:
    come_in(stage, DUTY)
    reminded(stage)
    held(stage, 3, until=clock.now() + 5 * DAY)
    assert stage.window.notice.isHidden()

    stage.window.guard.sign_out()
    come_in(stage, CHIEF)
    wait_for(lambda: stage.window.notice.text.startswith("Sắp hết hạn lưu giữ"))
    assert "1 lệnh" in stage.window.notice.text
    stage.window.notice.hide()
    stage.window.guard.sign_out()
    come_in(stage, CHIEF)
    reminded(stage)

    assert stage.window.notice.isHidden()
