"""What is recorded: the rule's form, the folders and the calculator, alarms."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QPushButton, QScrollArea

from console.app import Console
from console.events import Doubt, RecordingChanged, RecordingMeasured, VolumeFigures
from db.footage_records import GapCause, VolumeId
from db.records import to_us
from tests.console.officers import BOSS
from tests.screenshots.people import CHIEF, by, staffed
from tests.screenshots.stand import Scene, Size, in_day, opened, taken
from tests.ui.boxes import choose, put
from tests.ui.stage import Stage, wait_for
from ui.access.consequence import Consequence
from ui.recording.date_doubt import DateDoubt
from ui.recording.rule_dialog import RuleDialog
from ui.recording.volume_dialog import VolumeDialog
from ui.settings.recording import RecordingPart

_TB, _GB = 10**12, 10**9
_FOLDERS = ("ghi-hinh", "ổ cứng cũ (thay năm 2025), ghi hình các tổ 1 đến 17")


def folders(size: Size, data: Path) -> QImage:
    """Two folders, one of them not written to any more; the second is chosen."""
    stage, part = _settings(size, data, BOSS, _FOLDERS)
    first, second = (each.volume_id for each in stage.engine.volumes)
    recording = stage.console.recording
    recording.change_volume(second, reserve_gb=20, writing=False)
    wait_for(lambda: not all(each.writing for each in stage.engine.volumes))
    _measure(stage, {first: 3 * _TB, second: 410 * _GB})
    part.volumes.selectRow(1)
    part.volumes.setFocus()
    for row, name in enumerate(_FOLDERS):  # as on a ward's PC: paths of this one are nobody's
        part.volumes.item(row, 0).setText(f"D:\\{name}")
    return _shown(stage, part)


def no_folder(size: Size, data: Path) -> QImage:
    """A station that records nothing yet."""
    stage, part = _settings(size, data, BOSS, ())
    return _shown(stage, part)


def disk_lost(size: Size, data: Path) -> QImage:
    """The disk was pulled, and nothing is recorded."""
    stage, part = _settings(size, data, BOSS, _FOLDERS[:1])
    (data / _FOLDERS[0]).rename(data / "pulled")
    part.renew()
    [volume] = stage.engine.volumes
    for camera in stage.cameras():
        stage.bridge.post(RecordingChanged(camera.id, GapCause.DISK_LOST, 1))
    _measure(stage, {volume.volume_id: 0}, trouble=GapCause.DISK_LOST)
    return _shown(stage, part)


def full(size: Size, data: Path) -> QImage:
    """Only held footage is left, and recording stands."""
    stage, part = _settings(size, data, BOSS, _FOLDERS)
    for camera in stage.cameras():
        stage.bridge.post(RecordingChanged(camera.id, GapCause.DISK_FULL, 1))
    footage = {each.volume_id: 3 * _TB for each in stage.engine.volumes}
    _measure(stage, footage, trouble=GapCause.DISK_FULL, only_held=True)
    return _shown(stage, part)


def date_in_doubt(size: Size, data: Path) -> QImage:
    """The PC's clock leapt ahead."""
    stage, part = _settings(size, data, BOSS, _FOLDERS[:1])
    [volume] = stage.engine.volumes
    known = stage.clock.now() - timedelta(days=400)
    _measure(stage, {volume.volume_id: 900 * _GB}, known=known)
    return _shown(stage, part)


def date_asked(size: Size, data: Path) -> QImage:
    """Whether it is right: with what follows."""
    stage, part = _settings(size, data, BOSS, _FOLDERS[:1])
    [volume] = stage.engine.volumes
    _measure(stage, {volume.volume_id: 900 * _GB}, known=stage.clock.now() - timedelta(days=400))
    doubt = part.findChild(DateDoubt)
    doubt.ask()
    return taken(stage, over=doubt.findChild(Consequence))


def slow(size: Size, data: Path) -> QImage:
    """The wall while a disk does not keep up, in the day theme."""
    stage, _ = _settings(size, data, BOSS, _FOLDERS[:1])
    [volume] = stage.engine.volumes
    _measure(stage, {volume.volume_id: 900 * _GB}, trouble=GapCause.DISK_SLOW)
    for camera in stage.cameras()[:5]:
        stage.bridge.post(RecordingChanged(camera.id, GapCause.DISK_SLOW, 1))
    stage.window.show_page("wall")
    return in_day(stage, taken)


def seen(size: Size, data: Path) -> QImage:
    """The same before a chief, who changes none, in the day theme."""
    stage, part = _settings(size, data, CHIEF, _FOLDERS[:1])
    [volume] = stage.engine.volumes
    _measure(stage, {volume.volume_id: 900 * _GB})
    return in_day(stage, lambda stage: _shown(stage, part))


def folder_refused(size: Size, data: Path) -> QImage:
    """A folder that is not there."""
    stage, part = _settings(size, data, BOSS, _FOLDERS[:1])
    part.findChild(QPushButton, "button-volume-new").click()
    dialog = part.findChild(VolumeDialog)
    put(dialog.fields.path, "/media/truc-ban/ổ cứng 4 TB của trụ sở mới/ghi hình/2026")
    dialog.findChild(QPushButton, "volume-add").click()
    wait_for(lambda: bool(dialog.fields.path.error))
    return taken(stage, dialog)


def rule(*, weekly: bool) -> Scene:
    """A camera's rule; ``weekly``: with hours, and with numbers that are wrong."""

    def scene(size: Size, data: Path) -> QImage:
        stage = by(opened(size, data, prepare=_recording(data, _FOLDERS[:1])), BOSS)
        stage.window.show_page("devices")
        stage.devices.table.selectRow(6)
        doubts = (Doubt.TIMES, Doubt.SOUND) if weekly else ()
        stage.bridge.post(RecordingChanged(stage.cameras()[6].id, None, 1, doubts))
        wait_for(lambda: stage.standing.recorded.knows(stage.cameras()[6].id))
        stage.devices.findChild(QPushButton, "button-recording").click()
        wait_for(lambda: stage.window.findChild(RuleDialog) is not None)
        dialog = stage.window.findChild(RuleDialog)
        if weekly:
            form = dialog.form
            choose(form.field("plan"), 1)
            form.grid.set_week(tuple(hour % 24 not in range(8, 17) for hour in range(7 * 24)))
            choose(form.field("role"), 1)
            put(form.field("days"), "4000")
            put(form.field("share"), "0")
            dialog.findChild(QPushButton, "rule-keep").click()
        return taken(stage, dialog)

    return scene


def _recording(data: Path, names: tuple[str, ...]) -> Callable[[Console], None]:
    """Officers, and folders for footage in ``data``."""

    def prepare(console: Console) -> None:
        for name in names:  # before there is an officer, whoever sits here may do everything
            (data / name).mkdir(parents=True)
            console.recording.add_volume(str(data / name), 10)
        staffed(console)

    return prepare


def _settings(
    size: Size, data: Path, name: str, names: tuple[str, ...]
) -> tuple[Stage, RecordingPart]:
    """The settings, with somebody signed in and footage going to folders of these names."""
    stage = by(opened(size, data, prepare=_recording(data, names)), name)
    wait_for(lambda: len(stage.engine.volumes) == len(names))
    for camera in stage.cameras()[: len(names) * 78]:
        stage.bridge.post(RecordingChanged(camera.id, None, 1))
    stage.window.show_page("settings")
    assert stage.window.settings is not None
    part = stage.window.settings.recording
    wait_for(lambda: part.calculator.rowCount() > 0)
    return stage, part


def _measure(
    stage: Stage,
    footage: dict[VolumeId, int],
    trouble: GapCause | None = None,
    *,
    only_held: bool = False,
    known: datetime | None = None,
) -> None:
    """The engine tells how much footage lies in each folder."""
    free_bytes = shutil.disk_usage(tempfile.gettempdir()).free
    figures = tuple(
        VolumeFigures(
            volume_id=each.volume_id,
            free_bytes=0 if trouble else free_bytes,
            footage_bytes=footage[each.volume_id],
            trouble=trouble,
        )
        for each in stage.engine.volumes
    )
    stage.bridge.post(
        RecordingMeasured(
            volumes=figures,
            month_bytes={},
            oldest_us=None,
            bytes_a_day=410 * _GB,
            only_held=only_held,
            known_us=None if known is None else to_us(known),
            stands=trouble in (GapCause.DISK_LOST, GapCause.DISK_FULL),
        )
    )
    stage.settle()


def _shown(stage: Stage, part: RecordingPart) -> QImage:
    """The settings scrolled down to the part about recording."""
    assert stage.window.settings is not None
    stage.settle()
    stage.window.settings.findChild(QScrollArea).ensureWidgetVisible(part, 0, part.height())
    return taken(stage)


SCENES: dict[str, Scene] = {
    "recording_folders": folders,
    "recording_none": no_folder,
    "recording_lost": disk_lost,
    "recording_full": full,
    "recording_slow": slow,
    "recording_date": date_in_doubt,
    "recording_date_asked": date_asked,
    "recording_seen": seen,
    "recording_folder": folder_refused,
    "recording_rule": rule(weekly=False),
    "recording_hours": rule(weekly=True),
}
