"""From an approved request to its package in the real window: strip, notice bar, keys."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from console.app import Console
from console.events import ExportMoved, MakingStep
from console.evidence.rules import Cause
from db.evidence_records import Package, PackageId, PackageOutcome, Request
from tests.fakes import FakeClock
from tests.ui.access.people import CHIEF, DUTY, come_in
from tests.ui.evidence.packages.seat import approved, made, recorded
from tests.ui.stage import Stage, wait_for
from ui.evidence.export_dialog import ExportDialog
from ui.evidence.packages_page import PackagesPage

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


class Before:
    """What was there before the window was opened."""

    request: Request
    interrupted: Package | None = None


@pytest.fixture
def usb(tmp_path: Path) -> Path:
    folder = tmp_path / "usb"
    folder.mkdir()
    return folder


@pytest.fixture
def before() -> Before:
    return Before()


@pytest.fixture
def broken_off() -> bool:
    """Whether a restart broke an export off: a test says so by a parameter of that name."""
    return False


@pytest.fixture
def stage(
    vietnamese: QTranslator,
    clock: FakeClock,
    tmp_path: Path,
    packing_station: Path,
    usb: Path,
    before: Before,
    broken_off: bool,
) -> Iterator[Stage]:
    """A request that was approved; nobody has come in yet."""
    shutil.copytree(packing_station, tmp_path, dirs_exist_ok=True)
    recorded(tmp_path, clock)

    def prepare(console: Console) -> None:
        before.request = approved(console, clock)
        if not broken_off:
            return
        before.interrupted = console.evidence.queue.add(before.request.id, str(usb))
        begun = console.evidence.queue.begin_next()
        assert begun is not None
        console.evidence.queue.failed(begun, Cause.INTERRUPTED)

    made = Stage(tmp_path, clock, prepare=prepare)
    made.window.activateWindow()
    yield made
    made.close()


def key(on: QWidget, which: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    QTest.keyClick(on, which, held)


def strip(stage: Stage) -> str:
    return stage.window.status.exports.text()


def page(stage: Stage) -> PackagesPage:
    made = stage.window.exporting.page
    assert made is not None
    return made


def chosen(stage: Stage) -> PackageId | None:
    package = page(stage).chosen
    return None if package is None else package.id


def export(stage: Stage, request: Request, target: Path) -> Package:
    """Ask for a package with the dialog, as the request's page does."""
    stage.window.evidence.export_wanted.emit(request)
    wait_for(lambda: any(d.isVisible() for d in stage.window.findChildren(ExportDialog)))
    dialog = stage.window.findChildren(ExportDialog)[0]
    dialog.place.choose(str(target))
    wait_for(lambda: dialog.obstacle == "")
    dialog.go.click()
    wait_for(lambda: stage.window.pages.current == "packages")
    wait_for(lambda: bool(page(stage).queue.rows.waiting))
    (package,) = stage.console.evidence.queue.rows()
    return package


def test_what_was_asked_is_seen_waiting_then_made_then_failed(
    stage: Stage, before: Before, usb: Path
) -> None:
    come_in(stage, CHIEF)
    package = export(stage, before.request, usb)
    assert package.request_id == before.request.id
    wait_for(lambda: strip(stage) == "1 gói chờ xuất")

    begun = stage.console.evidence.queue.begin_next()
    assert begun is not None
    stage.bridge.post(
        ExportMoved(package_id=package.id, step=MakingStep.COPYING, done=43, total=100, left_s=9)
    )
    wait_for(lambda: strip(stage) == "1 gói đang xuất 43 %")

    stage.console.evidence.queue.failed(begun, "no_room")
    wait_for(stage.window.notice.isVisible)
    assert "Thiết bị đã đầy" in stage.window.notice.text
    assert "Ctrl+Shift+E" in stage.window.notice.text
    wait_for(lambda: strip(stage) == "")
    title = page(stage).queue.title
    wait_for(lambda: title.text() == "Không có gói nào đang xuất; gói chưa xuất được")

    stage.console.evidence.queue.retry(package.id)
    wait_for(lambda: not stage.window.notice.isVisible())  # it does not hold any more
    wait_for(lambda: strip(stage) == "1 gói chờ xuất")


def test_the_keys_of_the_notice_try_what_failed_again(
    stage: Stage, before: Before, usb: Path
) -> None:
    come_in(stage, CHIEF)
    made(stage.console, before.request, usb)  # the list begins with it
    package = stage.console.evidence.queue.add(before.request.id, str(usb))
    begun = stage.console.evidence.queue.begin_next()
    assert begun is not None
    stage.console.evidence.queue.failed(begun, Cause.NO_ROOM)
    wait_for(stage.window.notice.isVisible)
    assert "Ctrl+Shift+E" in stage.window.notice.text
    assert " R " in stage.window.notice.text

    key(stage.wall, Qt.Key.Key_E, CONTROL | SHIFT)
    wait_for(lambda: chosen(stage) == package.id)
    key(page(stage).table, Qt.Key.Key_R)
    wait_for(lambda: strip(stage) == "1 gói chờ xuất")
    assert stage.console.evidence.packages.package(package.id).outcome is PackageOutcome.QUEUED

    stage.window.show_page("wall")
    key(stage.wall, Qt.Key.Key_E, CONTROL | SHIFT)
    assert stage.window.pages.current == "packages"  # nothing that failed is left unseen


def test_a_key_and_the_strip_bring_the_page_from_anywhere(
    stage: Stage, before: Before, usb: Path
) -> None:
    come_in(stage, CHIEF)
    stage.console.evidence.queue.add(before.request.id, str(usb))
    wait_for(lambda: strip(stage) == "1 gói chờ xuất")
    stage.window.show_page("wall")

    key(stage.wall, Qt.Key.Key_E, CONTROL | SHIFT)
    assert stage.window.pages.current == "packages"
    stage.window.show_page("wall")
    stage.window.status.exports.click()
    assert stage.window.pages.current == "packages"


def test_the_dialog_of_a_request_is_opened_once(stage: Stage, before: Before) -> None:
    come_in(stage, CHIEF)

    for _ in range(2):
        stage.window.evidence.export_wanted.emit(before.request)

    assert len(stage.window.findChildren(ExportDialog)) == 1


@pytest.mark.parametrize("broken_off", [True])
def test_what_a_restart_broke_off_is_told_once_to_who_may_export(
    stage: Stage, before: Before, broken_off: bool
) -> None:
    assert before.interrupted is not None
    come_in(stage, DUTY)
    assert not stage.window.notice.isVisible()
    assert strip(stage) == ""
    assert stage.window.guard is not None
    stage.window.guard.sign_out()

    come_in(stage, CHIEF)
    wait_for(stage.window.notice.isVisible)
    said = stage.window.notice.text
    assert "Chương trình bị tắt khi đang lập gói" in said
    stage.window.notice.hide()
    stage.console.evidence.queue.retry(before.interrupted.id)
    wait_for(lambda: strip(stage) == "1 gói chờ xuất")
    assert not stage.window.notice.isVisible()


def test_whoever_may_not_export_sees_neither_strip_nor_page(
    stage: Stage, before: Before, usb: Path
) -> None:
    come_in(stage, CHIEF)
    export(stage, before.request, usb)
    wait_for(lambda: strip(stage) == "1 gói chờ xuất")
    assert stage.window.guard is not None
    stage.window.guard.sign_out()
    come_in(stage, DUTY)

    wait_for(lambda: strip(stage) == "")
    assert not stage.window.pages.bring("packages")
    assert page(stage).queue.rows.count() == 0
    assert stage.desk.standing.exports.drafts == {}
