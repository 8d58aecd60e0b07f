from __future__ import annotations

from collections.abc import Iterator
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from console.events import Reason, StreamState
from console.video.ports import CameraSource
from console.workers import Lane
from db.footage_records import RecordingRule
from db.records import StreamRole, Transport
from tests.ui.stage import Stage, hear_all, wait_for
from ui.fleet.camera_dialog import CameraDialog

URL = "rtsp://10.9.0.1/Streaming/Channels/101"


@pytest.fixture
def dialog(stage: Stage) -> Iterator[CameraDialog]:
    """Adding a camera."""
    stage.window.show_page("devices")
    stage.devices.findChild(QPushButton, "button-add").click()
    wait_for(lambda: stage.devices.findChild(CameraDialog) is not None)
    made = stage.devices.findChild(CameraDialog)
    assert isinstance(made, CameraDialog)
    closed: list[bool] = []
    made.finished.connect(lambda: closed.append(True))
    yield made
    if not closed:
        made.done(0)


def write(dialog: CameraDialog, **texts: str) -> None:
    """Type into fields, one after the other, and leave the last."""
    for name, text in texts.items():
        box = dialog.field(name).box
        assert isinstance(box, QLineEdit)
        box.clear()
        for letter in text:  # QTest types Latin letters only
            press = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(box, press)
        box.editingFinished.emit()


def press(dialog: CameraDialog, name: str) -> None:
    button = dialog.findChild(QPushButton, f"dialog-{name}")
    assert isinstance(button, QPushButton)
    button.click()


def tried(stage: Stage) -> list[CameraSource]:
    kept = {camera.id for camera in stage.cameras()}
    return [source for source in stage.engine.cameras if source.camera_id not in kept]


def test_a_camera_is_kept_with_its_password_in_the_vault(
    stage: Stage, qtbot: QtBot, dialog: CameraDialog
) -> None:
    write(dialog, name="Cổng chợ", main_url=URL, username="admin", password="matkhau-01")

    with qtbot.waitSignal(dialog.accepted):
        press(dialog, "keep")
    wait_for(lambda: len(stage.engine.cameras) == 41)

    camera = stage.cameras()[-1]
    assert (camera.number, camera.name) == (41, "Cổng chợ")
    assert camera.stream(StreamRole.MAIN) is not None
    password = stage.console.fleet.source(camera).password
    assert password is not None
    assert password.reveal() == "matkhau-01"


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("number", "0", "Nhập số nguyên từ 1 đến 9999."),
        ("name", " ", "Chưa nhập ô này."),
        ("main_url", "http://10.0.0.1/", "Địa chỉ phải bắt đầu bằng rtsp:// hoặc rtsps://."),
        ("main_url", "rtsp://127.0.0.1/", "Địa chỉ này là chính máy này, không phải camera."),
        ("sub_url", "rtsp://a b/", "Có dấu cách hoặc ký tự không được phép."),
    ],
)
def test_an_error_stands_beside_its_field_when_the_field_is_left(
    dialog: CameraDialog, name: str, text: str, words: str
) -> None:
    write(dialog, **{name: text})

    assert dialog.field(name).error == words
    assert dialog.field(name).box.accessibleDescription() == words


def test_an_error_goes_when_something_else_is_typed(dialog: CameraDialog) -> None:
    write(dialog, main_url="http://")

    QTest.keyClicks(dialog.field("main_url").box, "x")

    assert dialog.field("main_url").error == ""


def test_all_errors_are_shown_at_once_and_nothing_is_kept(
    stage: Stage, dialog: CameraDialog
) -> None:
    write(dialog, number="0", sub_url="file:///etc/passwd")

    press(dialog, "keep")

    wrong = [n for n in ("number", "name", "main_url", "sub_url") if dialog.field(n).error]
    assert wrong == ["number", "name", "sub_url"]
    assert len(stage.cameras()) == 40


def test_a_number_that_is_taken_is_told_beside_it(dialog: CameraDialog) -> None:
    write(dialog, number="7", name="Cổng chợ", main_url=URL)

    press(dialog, "keep")
    wait_for(lambda: bool(dialog.field("number").error))

    assert dialog.field("number").error.startswith("Số 7 đã dùng.")
    assert dialog.field("name").text == "Cổng chợ"


def test_no_address_at_all_is_told(dialog: CameraDialog) -> None:
    write(dialog, name="Cổng chợ")

    press(dialog, "keep")
    wait_for(lambda: bool(dialog.field("main_url").error))

    assert "luồng chính hoặc luồng phụ" in dialog.field("main_url").error


def test_a_new_cluster_is_made_with_its_first_camera(
    stage: Stage, qtbot: QtBot, dialog: CameraDialog
) -> None:
    clusters = dialog.field("cluster").box
    assert isinstance(clusters, QComboBox)
    assert dialog.field("new_cluster").isHidden()
    clusters.setCurrentIndex(clusters.count() - 1)
    write(dialog, name="Cổng chợ", new_cluster="Cụm Bến Tượng", main_url=URL)

    with qtbot.waitSignal(dialog.accepted):
        press(dialog, "keep")

    view = stage.console.fleet.view()
    assert view.clusters[-1].name == "Cụm Bến Tượng"
    assert view.cameras[-1].cluster_id == view.clusters[-1].id


def test_a_refused_form_leaves_no_empty_cluster(stage: Stage, dialog: CameraDialog) -> None:
    clusters = dialog.field("cluster").box
    assert isinstance(clusters, QComboBox)
    clusters.setCurrentIndex(clusters.count() - 1)
    write(dialog, name="Cổng chợ", new_cluster="Cụm Bến Tượng")

    press(dialog, "keep")
    wait_for(lambda: bool(dialog.field("main_url").error))

    assert len(stage.console.fleet.view().clusters) == 8


def test_try_shows_the_live_picture_and_keeps_nothing(stage: Stage, dialog: CameraDialog) -> None:
    write(dialog, name="Cổng chợ", main_url=URL, username="admin", password="matkhau-01")

    press(dialog, "try")
    wait_for(lambda: len(tried(stage)) == 1)
    [source] = tried(stage)
    assert source.password is not None
    assert source.password.reveal() == "matkhau-01"
    stage.engine.canvases[-1].paint(source.camera_id, (200, 0, 0))
    stage.say(source.camera_id, StreamState.LIVE)
    wait_for(lambda: dialog.trial.words.startswith("Camera có hình trực tiếp"))

    assert dialog.trial.canvas is not None
    colour = dialog.trial.canvas.grab().toImage().pixelColor(50, 50)
    assert (colour.red(), colour.green()) == (200, 0)
    assert len(stage.cameras()) == 40


def test_what_is_tried_last_is_shown_though_the_vault_answered_that_first(
    stage: Stage, dialog: CameraDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    trial, begun, go_on = stage.console.fleet.trial, Event(), Event()

    def late(*about: Any) -> CameraSource:
        source = trial(*about)
        if not begun.is_set():
            begun.set()
            go_on.wait(10)
        return source

    monkeypatch.setattr(stage.console.fleet, "trial", late)
    write(dialog, name="Cổng chợ", main_url=URL, username="admin", password="matkhau-01")
    press(dialog, "try")
    assert begun.wait(10)
    write(dialog, username="camera")
    press(dialog, "try")
    wait_for(lambda: bool(tried(stage)))
    go_on.set()
    hear_all(stage.desk.tasks, Lane.LONG)

    assert [source.username for source in tried(stage)] == ["camera"]


def test_try_says_in_a_sentence_why_there_is_no_picture(stage: Stage, dialog: CameraDialog) -> None:
    write(dialog, name="Cổng chợ", main_url=URL)
    press(dialog, "try")
    wait_for(lambda: len(tried(stage)) == 1)

    stage.say(tried(stage)[0].camera_id, StreamState.OFFLINE, Reason.NO_ANSWER)
    wait_for(lambda: dialog.trial.words.startswith("Mất kết nối"))

    assert "Kiểm tra nguồn" in dialog.trial.words


def test_a_certificate_that_nobody_vouches_for_is_shown_trusted_and_kept(
    stage: Stage, qtbot: QtBot, dialog: CameraDialog
) -> None:
    write(dialog, name="Cổng chợ", main_url=URL.replace("rtsp://", "rtsps://"))
    press(dialog, "try")
    wait_for(lambda: len(tried(stage)) == 1)
    trust = dialog.findChild(QPushButton, "trial-trust")
    assert isinstance(trust, QPushButton)
    assert trust.isHidden()

    stage.say(tried(stage)[0].camera_id, StreamState.REFUSED, Reason.CERTIFICATE, "0123abcd" * 8)
    wait_for(lambda: not trust.isHidden())
    assert "0123 abcd 0123 abcd" in dialog.trial.words
    trust.click()
    wait_for(lambda: [source.certificate_sha256 for source in tried(stage)] == ["0123abcd" * 8])
    with qtbot.waitSignal(dialog.accepted):
        press(dialog, "keep")

    kept = next(camera for camera in stage.cameras() if camera.name == "Cổng chợ")
    assert kept.device.certificate_sha256 == "0123abcd" * 8


def test_a_certificate_is_trusted_for_its_own_host_alone(
    stage: Stage, qtbot: QtBot, dialog: CameraDialog
) -> None:
    write(dialog, name="Cổng chợ", main_url=URL.replace("rtsp://", "rtsps://"))
    press(dialog, "try")
    wait_for(lambda: len(tried(stage)) == 1)
    stage.say(tried(stage)[0].camera_id, StreamState.REFUSED, Reason.CERTIFICATE, "0123abcd" * 8)
    trust = dialog.findChild(QPushButton, "trial-trust")
    assert isinstance(trust, QPushButton)
    wait_for(lambda: not trust.isHidden())
    trust.click()

    write(dialog, main_url="rtsps://10.0.77.77/other")
    with qtbot.waitSignal(dialog.accepted):
        press(dialog, "keep")

    kept = next(camera for camera in stage.cameras() if camera.name == "Cổng chợ")
    assert kept.device.certificate_sha256 is None


def test_a_camera_that_stays_silent_is_given_up(stage: Stage, dialog: CameraDialog) -> None:
    write(dialog, name="Cổng chợ", main_url=URL)
    press(dialog, "try")
    wait_for(lambda: len(tried(stage)) == 1)

    stage.clock.pass_(seconds=13)
    wait_for(lambda: dialog.trial.words.startswith("Không nhận được hình"))


@pytest.fixture
def donated(stage: Stage, qtbot: QtBot) -> Iterator[CameraDialog]:
    """Changing camera 3, whose line bears one connection."""
    camera = stage.cameras()[2]
    stage.console.recording.set_rule(RecordingRule(camera_id=camera.id, sessions=1))
    stage.window.show_page("devices")
    stage.devices.table.selectRow(2)
    stage.devices.table.setFocus()
    QTest.keyClick(stage.devices.table, Qt.Key.Key_F2)
    made = stage.devices.findChild(CameraDialog)
    assert isinstance(made, CameraDialog)
    yield made
    made.done(0)


def test_what_runs_is_shown_of_a_camera_whose_line_bears_one_connection(
    stage: Stage, donated: CameraDialog
) -> None:
    camera = stage.cameras()[2]
    told = [source.camera_id for source in stage.engine.cameras]
    stage.say(camera.id, StreamState.LIVE)

    press(donated, "try")
    wait_for(lambda: donated.trial.canvas is not None)
    stage.engine.canvases[-1].paint(camera.id, (200, 0, 0))
    wait_for(lambda: donated.trial.words.startswith("Camera có hình trực tiếp"))

    assert "một kết nối" in donated.trial.words
    assert [source.camera_id for source in stage.engine.cameras] == told
    donated.trial.stop()
    assert stage.desk.standing.of(camera.id).state is StreamState.LIVE


def test_a_change_that_cannot_be_tried_says_what_to_do_and_is_tried_once_it_can(
    stage: Stage, donated: CameraDialog
) -> None:
    write(donated, main_url="rtsp://10.0.0.4/other")
    press(donated, "try")
    wait_for(lambda: len(tried(stage)) == 1)
    [source] = tried(stage)
    assert source.instead_of == stage.cameras()[2].id

    stage.say(source.camera_id, StreamState.PAUSED, Reason.LINE_IN_USE)
    wait_for(lambda: donated.trial.words.startswith("Chưa thử được"))
    assert "Bấm Lưu" in donated.trial.words
    stage.clock.pass_(seconds=13)
    stage.say(source.camera_id, StreamState.CONNECTING)
    stage.engine.canvases[-1].paint(source.camera_id, (200, 0, 0))
    wait_for(lambda: donated.trial.words == "Camera có hình trực tiếp.")


def test_closing_ends_the_trial(stage: Stage, dialog: CameraDialog) -> None:
    write(dialog, name="Cổng chợ", main_url=URL)
    press(dialog, "try")
    wait_for(lambda: len(tried(stage)) == 1)

    dialog.done(0)

    assert tried(stage) == []
    assert stage.engine.canvases[-1].closed


def test_an_address_that_cannot_be_tried_is_told_beside_it(dialog: CameraDialog) -> None:
    write(dialog, name="Cổng chợ")
    press(dialog, "try")

    wait_for(lambda: bool(dialog.field("main_url").error))


def test_esc_throws_away_what_was_typed_only_when_pressed_twice(
    stage: Stage, dialog: CameraDialog
) -> None:
    write(dialog, name="Cổng chợ")

    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.notice.startswith("Bấm Esc lần nữa")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)

    QApplication.processEvents()
    assert len(stage.cameras()) == 40


def test_changing_keeps_the_password_that_is_never_shown(stage: Stage, qtbot: QtBot) -> None:
    stage.window.show_page("devices")
    stage.devices.table.selectRow(2)
    stage.devices.table.setFocus()
    QTest.keyClick(stage.devices.table, Qt.Key.Key_F2)
    dialog = stage.devices.findChild(CameraDialog)
    assert isinstance(dialog, CameraDialog)
    assert dialog.field("password").text == ""
    assert dialog.field("main_url").text == "rtsp://10.0.0.4/Streaming/Channels/101"

    write(dialog, name="Cổng mới")
    with qtbot.waitSignal(dialog.accepted):
        press(dialog, "keep")

    camera = stage.cameras()[2]
    assert (camera.number, camera.name) == (3, "Cổng mới")
    stream = camera.stream(StreamRole.SUB)
    assert stream is not None
    assert stream.transport is Transport.TCP
