"""Pictures of every page, for the manual and for whoever changes the window: ``make shots``.

They are painted offscreen by the real window over a made-up ward, with pictures of our own.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter, QPolygonF
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from console.demo.city import entries
from console.events import (
    EngineChanged,
    EngineState,
    Load,
    Measured,
    Reason,
    StreamFigures,
    StreamState,
)
from console.gate import Session
from db.records import Role, StreamRole
from tests import wards
from tests.fakes import FakeClock
from tests.ui.fake_engine import fit
from tests.ui.stage import Stage, wait_for
from ui import theme, translation
from ui.fleet.camera_dialog import CameraDialog
from ui.fleet.import_dialog import ImportDialog
from ui.theme import ThemeName

SIZES = ((1366, 768), (1920, 1080))
_STATES = (
    (3, StreamState.OFFLINE, Reason.NO_ANSWER),
    (6, StreamState.REFUSED, Reason.BAD_LOGIN),
    (9, StreamState.UNSUPPORTED, Reason.CODEC),
    (11, StreamState.LATE, Reason.PACKETS_LOST),
    (12, StreamState.CONNECTING, Reason.NONE),
)
_STALLED = 5
_OFFICERS = (
    ("Trần Thị Bích Ngọc", Role.CHIEF),
    ("Nguyễn Văn An", Role.DUTY),
    ("Đặng Thị Quỳnh Nga Phương Thảo Nguyên Hạ Vũ", Role.DUTY),
    ("Lường Văn Vượng", Role.OFFICER),
)
_LIST = """Số;Tên;Cụm;Luồng chính;Tài khoản;Mật khẩu
82;Cổng trường Lê Lợi;Cụm camera 017;rtsp://10.0.9.1/Streaming/Channels/101;admin;abc
7;Ngõ 12 Bến Tượng;Cụm camera 017;rtsp://10.0.9.2/Streaming/Channels/101;admin;abc
84;Chợ Thái (cổng sau);Cụm camera 017;http://10.0.9.3/live;admin;abc
85;;Cụm camera 018;rtsp://10.0.9.4/Streaming/Channels/101;admin;abc
86;Nhà văn hóa tổ 18;Cụm camera 018;rtsp://10.0.9.5/Streaming/Channels/101;admin;abc
"""


def main(arguments: Sequence[str]) -> int:
    """Write all pictures; returns the exit code."""
    parser = argparse.ArgumentParser(description="Write pictures of every page.")
    parser.add_argument("folder", type=Path, nargs="?", default=Path(".build/shots"))
    folder: Path = parser.parse_args(arguments).folder
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication(["ward-console"])
    translation.install(app)
    theme.apply(app, ThemeName.NIGHT)
    for width, height in SIZES:
        for name, scene in SCENES.items():
            with tempfile.TemporaryDirectory() as data:
                if not name.startswith("empty"):
                    wards.made(Path(data) / "station.db")
                picture = scene((width, height), Path(data))
            picture.save(str(folder / f"{name}_{width}x{height}.png"))
    return 0


def wall(tiles: int) -> Callable[[tuple[int, int], Path], QImage]:
    """The wall, everything live."""

    def scene(size: tuple[int, int], data: Path) -> QImage:
        stage = Stage(data, FakeClock(), tiles=tiles, size=size)
        _play(stage)
        return _taken(stage)

    return scene


def states(size: tuple[int, int], data: Path) -> QImage:
    """Sixteen tiles, some of them not live."""
    stage = Stage(data, FakeClock(), size=size)
    _play(stage)
    shown = stage.shown
    for number, state, reason in _STATES:
        stage.say(shown[number - 1], state, reason)
    stage.clock.pass_(seconds=41)
    _paint(stage, without={number for number, _, _ in _STATES if number != 11} | {_STALLED})
    stage.wall.choose(shown[1])
    stage.wall.canvas.show_figures(shown=True)
    stage.settle()
    return _taken(stage)


def small_states(size: tuple[int, int], data: Path) -> QImage:
    """All 81 cameras, some of them not live."""
    stage = Stage(data, FakeClock(), tiles=81, size=size)
    _play(stage)
    for number, state, reason in _STATES:
        stage.say(stage.shown[number + 8], state, reason)
    stage.clock.pass_(seconds=41)
    _paint(stage, without={number + 9 for number, _, _ in _STATES})
    stage.settle()
    return _taken(stage)


def one(size: tuple[int, int], data: Path) -> QImage:
    """One camera alone, with its figures."""
    stage = Stage(data, FakeClock(), size=size)
    stage.wall.canvas.opened.emit(stage.shown[2])
    _play(stage)
    stage.wall.canvas.show_figures(shown=True)
    stage.settle()
    return _taken(stage)


def search(size: tuple[int, int], data: Path) -> QImage:
    """A search without diacritics."""
    stage = Stage(data, FakeClock(), size=size)
    _play(stage)
    field = stage.wall.tree.findChild(QLineEdit)
    assert field is not None
    field.setText("cho dinh")
    stage.wall.tree.search()
    return _taken(stage)


def devices(size: tuple[int, int], data: Path) -> QImage:
    """The devices page."""
    stage = Stage(data, FakeClock(), size=size)
    _play(stage)
    for number, state, reason in _STATES:
        stage.say(stage.shown[number - 1], state, reason)
    stage.window.show_page("devices")
    stage.devices.table.selectRow(2)
    return _taken(stage)


def dialog(size: tuple[int, int], data: Path) -> QImage:
    """Adding a camera, with errors and a picture on trial."""
    stage = Stage(data, FakeClock(), size=size)
    made = _tried(stage, "rtsp://10.0.9.1/Streaming/Channels/101")
    stage.engine.canvases[-1].paint_rows(
        made.trial.canvas.tiles[0].camera_id, *_street(400, 225, 7)
    )
    stage.say(made.trial.canvas.tiles[0].camera_id, StreamState.LIVE)
    made.field("number").box.setText("7")
    made.field("sub_url").box.setText("http://10.0.9.1/sub")
    made.field("sub_url").look()
    made.findChild(QWidget, "dialog-keep").click()
    made.trial.canvas.tick()
    QApplication.processEvents()
    made.trial._look()
    return _taken(stage, made)


def certificate(size: tuple[int, int], data: Path) -> QImage:
    """Adding a camera whose certificate nobody vouches for."""
    stage = Stage(data, FakeClock(), size=size)
    made = _tried(stage, "rtsps://10.0.9.1:322/Streaming/Channels/101")
    camera_id = made.trial.canvas.tiles[0].camera_id
    fingerprint = hashlib.sha256(b"a camera of our own").hexdigest()
    stage.say(camera_id, StreamState.REFUSED, Reason.CERTIFICATE, fingerprint)
    made.trial._look()
    return _taken(stage, made)


def _tried(stage: Stage, url: str) -> CameraDialog:
    """The dialog, filled in, while it tries the camera."""
    stage.window.show_page("devices")
    stage.devices.findChild(QWidget, "button-add").click()
    wait_for(lambda: stage.devices.findChild(CameraDialog) is not None)
    made = stage.devices.findChild(CameraDialog)
    for name, text in (
        ("name", "Cổng chợ Đồng Quang"),
        ("main_url", url),
        ("username", "admin"),
        ("password", "abc12345"),
    ):
        made.field(name).box.setText(text)
    made.findChild(QWidget, "dialog-try").click()
    wait_for(lambda: made.trial.canvas is not None and made.trial.canvas.isVisible())
    return made


def import_report(size: tuple[int, int], data: Path) -> QImage:
    """The report of a list with faults."""
    stage = Stage(data, FakeClock(), size=size)
    stage.window.show_page("devices")
    file = data / "danh-sach-camera.csv"
    file.write_text(_LIST, "utf-8")
    stage.devices.import_list(file)
    made = stage.devices.findChild(ImportDialog)
    wait_for(lambda: made.table.rowCount() == 5)
    return _taken(stage, made)


def log(size: tuple[int, int], data: Path) -> QImage:
    """The log as the chief reads it: one entry in full, and the log found whole."""
    stage = Stage(data, FakeClock(), size=size)
    _play(stage)
    cameras = [camera.id for camera in stage.cameras()]
    with stage.console._store.begin() as unit:
        chief, *officers = [
            unit.officers.add(
                name=name,
                role=role,
                teams=(),
                password_hash="$",
                one_time_until=None,
                created_at=stage.clock.now(),
            )
            for name, role in _OFFICERS
        ]
        made_up = entries(300, cameras, officers, random.Random(3), unit.trail.head())
        unit.trail.append_many(list(made_up))
        unit.officers.erase(officers[-1].id)
    now_s = stage.clock.monotonic_s()
    stage.console.seat.take(Session(chief.id, 0, signed_in_s=now_s, confirmed_s=now_s))
    stage.window.guard.enter(chief)
    stage.window.show_page("audit")
    page = stage.window.audit
    wait_for(lambda: page.rows.rowCount() > 0)
    page.verify()
    wait_for(lambda: not page.work.is_busy)
    page.table.selectRow(4)
    return _taken(stage)


def settings(size: tuple[int, int], data: Path) -> QImage:
    """The settings, with two wrong fields."""
    stage = Stage(data, FakeClock(), size=size)
    _play(stage)
    stage.window.show_page("settings")
    form = stage.window.settings.form
    wait_for(lambda: bool(form.field("station_name").text))
    for name, text in (("superior_body", "Công an thành phố\u202e"), ("idle_lock_min", "90")):
        form.field(name).box.setText(text)
        form.field(name).look()
    form.edited.emit()
    return _taken(stage)


def empty(page: str) -> Callable[[tuple[int, int], Path], QImage]:
    """A station without a camera."""

    def scene(size: tuple[int, int], data: Path) -> QImage:
        stage = Stage(data, FakeClock(), size=size)
        stage.window.show_page(page)
        return _taken(stage)

    return scene


def in_theme(name: ThemeName) -> Callable[[tuple[int, int], Path], QImage]:
    """The devices page in another theme."""

    def scene(size: tuple[int, int], data: Path) -> QImage:
        stage = Stage(data, FakeClock(), size=size)
        _play(stage)
        stage.window.set_theme(name)
        stage.settle()
        picture = _taken(stage)
        theme.apply(QApplication.instance(), ThemeName.NIGHT)
        return picture

    return scene


SCENES: dict[str, Callable[[tuple[int, int], Path], QImage]] = {
    "wall_16": wall(16),
    "wall_81": wall(81),
    "states_16": states,
    "states_81": small_states,
    "one": one,
    "search": search,
    "devices": devices,
    "add_camera": dialog,
    "certificate": certificate,
    "import": import_report,
    "log": log,
    "settings": settings,
    "empty_wall": empty("wall"),
    "empty_devices": empty("devices"),
    "day": in_theme(ThemeName.DAY),
    "contrast": in_theme(ThemeName.CONTRAST),
}


def _play(stage: Stage) -> None:
    """Everything on the wall is live and has figures."""
    stage.bridge.post(EngineChanged(EngineState.STARTED))
    stage.all_live()
    _paint(stage)
    stage.bridge.post(
        Measured(
            tuple(
                StreamFigures(
                    camera_id=camera_id,
                    role=StreamRole.SUB,
                    codec="h264",
                    width=640,
                    height=360,
                    decoded_fps=15.0 - number % 3 / 10,
                    kbit_s=398.0 + 7 * number % 40,
                    packets_lost=0,
                    load=Load.SMALL_TILE,
                )
                for number, camera_id in enumerate(stage.shown)
            )
        )
    )
    stage.settle()
    stage.window.status.refresh()


def _paint(stage: Stage, without: set[int] | frozenset[int] = frozenset()) -> None:
    """A new picture for every tile but those of the places in ``without``, from 1."""
    for place in stage.canvas.places:
        if place.slot + 1 not in without:
            street = _street(*fit(place.width, place.height), place.camera_id)
            stage.canvas.paint_rows(place.camera_id, *street)
    stage.settle()


def _street(width: int, height: int, seed: int) -> tuple[bytes, tuple[int, int]]:
    """A street that nobody takes for a photograph, as rows of B, G, R, X."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    night = seed % 3 == 0
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    sky = QLinearGradient(0, 0, 0, height)
    sky.setColorAt(0, QColor("#141c2b" if night else "#9fb6c6"))
    sky.setColorAt(0.5, QColor("#2a3344" if night else "#d5dde0"))
    painter.fillRect(image.rect(), sky)
    horizon = height * (0.36 + seed % 5 * 0.02)
    painter.fillRect(QRectF(0, horizon, width, height), QColor("#22262c" if night else "#8b8f8c"))
    for house in range(7):
        left = width * (house / 7 + seed % 4 * 0.02)
        top = horizon * (0.25 + (seed * 7 + house * 13) % 10 / 18)
        colour = QColor.fromHsv((seed * 37 + house * 51) % 360, 60, 80 if night else 190)
        painter.fillRect(QRectF(left, top, width / 8, height * 0.62 - top), colour)
    road = QPolygonF(
        [
            QPointF(width * 0.42, horizon),
            QPointF(width * 0.58, horizon),
            QPointF(width * 1.1, height),
            QPointF(-width * 0.1, height),
        ]
    )
    painter.setBrush(QColor("#2c3037" if night else "#70757a"))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawPolygon(road)
    painter.end()
    rows = [bytes(image.constScanLine(row))[: 4 * width] for row in range(height)]
    return b"".join(rows), (width, height)


def _taken(stage: Stage, over: QWidget | None = None) -> QImage:
    """A picture of the window, with a dialog over its middle."""
    stage.settle()
    stage.window.status.refresh()
    stage.wall.tree.renew_states()
    picture = stage.window.grab().toImage()
    if over is not None:
        painter = QPainter(picture)
        painter.fillRect(picture.rect(), QColor(0, 0, 0, 140))
        shot = over.grab()
        painter.drawPixmap(
            (picture.width() - shot.width()) // 2, (picture.height() - shot.height()) // 2, shot
        )
        painter.end()
        over.done(0)
    stage.close()
    return picture


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
