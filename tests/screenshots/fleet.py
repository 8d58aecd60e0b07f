"""The devices page, adding a camera, bringing a list in."""

from __future__ import annotations

import hashlib
from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QPushButton

from console.events import Reason, StreamState
from db.footage_records import RecordingRule
from tests.screenshots.stand import Scene, Size, bare, opened, street, taken
from tests.screenshots.wall import STATES
from tests.ui.boxes import put
from tests.ui.stage import Stage, wait_for
from ui.fleet.camera_dialog import CameraDialog
from ui.fleet.import_dialog import ImportDialog

_LIST = """Số;Tên;Cụm;Luồng chính;Tài khoản;Mật khẩu
82;Cổng trường Lê Lợi;Cụm camera 017;rtsp://10.0.9.1/Streaming/Channels/101;admin;abc
7;Ngõ 12 Bến Tượng;Cụm camera 017;rtsp://10.0.9.2/Streaming/Channels/101;admin;abc
84;Chợ Thái (cổng sau);Cụm camera 017;http://10.0.9.3/live;admin;abc
85;;Cụm camera 018;rtsp://10.0.9.4/Streaming/Channels/101;admin;abc
86;Nhà văn hóa tổ 18;Cụm camera 018;rtsp://10.0.9.5/Streaming/Channels/101;admin;abc
"""


def devices(size: Size, data: Path) -> QImage:
    """The devices page."""
    stage = opened(size, data)
    for number, state, reason in STATES:
        stage.say(stage.shown[number - 1], state, reason)
    stage.window.show_page("devices")
    stage.devices.table.selectRow(2)
    return taken(stage)


def dialog(size: Size, data: Path) -> QImage:
    """Adding a camera, with errors and a picture on trial."""
    stage = opened(size, data)
    made = _trying(stage, "rtsp://10.0.9.1/Streaming/Channels/101")
    stage.engine.canvases[-1].paint_rows(made.trial.canvas.tiles[0].camera_id, *street(400, 225, 7))
    stage.say(made.trial.canvas.tiles[0].camera_id, StreamState.LIVE)
    put(made.field("number"), "7")
    put(made.field("sub_url"), "http://10.0.9.1/sub")
    made.field("sub_url").look()
    made.findChild(QPushButton, "dialog-keep").click()
    made.trial.canvas.tick()
    QApplication.processEvents()
    made.trial._look()
    return taken(stage, made)


def line_in_use(size: Size, data: Path) -> QImage:
    """A change of a camera that is recorded by the only connection that its line bears."""
    stage = opened(size, data)
    camera = stage.cameras()[2]
    stage.console.recording.set_rule(RecordingRule(camera_id=camera.id, sessions=1))
    stage.window.show_page("devices")
    stage.devices.table.selectRow(2)
    stage.devices.findChild(QPushButton, "button-change").click()
    made = stage.devices.findChild(CameraDialog)
    put(made.field("main_url"), "rtsp://10.0.0.4/Streaming/Channels/201")
    made.findChild(QPushButton, "dialog-try").click()
    wait_for(lambda: made.trial.canvas is not None and made.trial.canvas.isVisible())
    stage.say(made.trial.canvas.tiles[0].camera_id, StreamState.PAUSED, Reason.LINE_IN_USE)
    QApplication.processEvents()
    made.trial._look()
    return taken(stage, made)


def certificate(size: Size, data: Path) -> QImage:
    """Adding a camera whose certificate nobody vouches for."""
    stage = opened(size, data)
    made = _trying(stage, "rtsps://10.0.9.1:322/Streaming/Channels/101")
    camera_id = made.trial.canvas.tiles[0].camera_id
    fingerprint = hashlib.sha256(b"a camera of our own").hexdigest()
    stage.say(camera_id, StreamState.REFUSED, Reason.CERTIFICATE, fingerprint)
    made.trial._look()
    return taken(stage, made)


def _trying(stage: Stage, url: str) -> CameraDialog:
    """The dialog, filled in, while it tries the camera."""
    stage.window.show_page("devices")
    stage.devices.findChild(QPushButton, "button-add").click()
    wait_for(lambda: stage.devices.findChild(CameraDialog) is not None)
    made = stage.devices.findChild(CameraDialog)
    for name, text in (
        ("name", "Cổng chợ Đồng Quang"),
        ("main_url", url),
        ("username", "admin"),
        ("password", "abc12345"),
    ):
        put(made.field(name), text)
    made.findChild(QPushButton, "dialog-try").click()
    wait_for(lambda: made.trial.canvas is not None and made.trial.canvas.isVisible())
    return made


def import_report(size: Size, data: Path) -> QImage:
    """The report of a list with faults."""
    stage = opened(size, data)
    stage.window.show_page("devices")
    file = data / "danh-sach-camera.csv"
    file.write_text(_LIST, "utf-8")
    stage.devices.import_list(file)
    made = stage.devices.findChild(ImportDialog)
    wait_for(lambda: made.table.rowCount() == 5)
    return taken(stage, made)


def empty(size: Size, data: Path) -> QImage:
    """A station without a camera."""
    stage = bare(size, data)
    stage.window.show_page("devices")
    return taken(stage)


SCENES: dict[str, Scene] = {
    "devices": devices,
    "add_camera": dialog,
    "line_in_use": line_in_use,
    "certificate": certificate,
    "import": import_report,
    "empty_devices": empty,
}
