"""Held footage: listed, begun, prolonged, released; and a disk that is lost for good."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import TypeVar

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QDialog, QScrollArea

from console.events import RecordingMeasured, VolumeFigures
from db.footage_records import GapCause, HoldReason
from db.records import CameraId, Span, to_us
from tests import wards
from tests.fakes import FakeClock
from tests.screenshots.stand import Scene, Size, taken
from tests.ui.boxes import put
from tests.ui.fake_review import archive_of, recorded
from tests.ui.stage import Stage, wait_for
from ui.holds.dialogs import HoldDialog, ProlongDialog, ReleaseDialog
from ui.holds.page import HoldsPage
from ui.recording.volume_change import LostDialog, ReserveDialog

D = TypeVar("D", bound=QDialog)
_DAY = timedelta(days=1)
_HOLDS = (
    ((3, 7), 30, HoldReason.REQUEST, "Phiếu 12/PYC-CAP: mất xe máy 20-B1 123.45 của bà Lụa", 4),
    ((12,), 200, HoldReason.INCIDENT, "Đánh nhau ở chợ Đồng Quang, ba người bị thương", 61),
    (
        tuple(range(20, 33)),
        1600,
        HoldReason.MANUAL,
        (
            "Đoàn kiểm tra của thành phố về bảo đảm an ninh trật tự dịp lễ, giữ toàn bộ hình "
            "của các camera dọc đường Bến Tượng và đường Hoàng Văn Thụ theo yêu cầu bằng lời "
            "của trưởng công an phường, sẽ có phiếu yêu cầu gửi sau"
        ),
        None,
    ),
    ((5,), 15, HoldReason.BOOKMARK, "", 26),
    ((1,), 500, HoldReason.REQUEST, "Phiếu 9/PYC-CAP", 0.02),
)


def staged(folder: Path, size: Size, *, held: bool = True) -> tuple[Stage, HoldsPage]:
    """The window on the holds page."""
    wards.made(folder / "station.db")
    clock = FakeClock()
    footage = recorded([CameraId(number) for number in range(1, 41)], clock.now(), 3)
    stage = Stage(folder, clock, size=size, archive=archive_of(footage))
    now = clock.now()
    for cameras, minutes, reason, note, days in _HOLDS if held else ():
        stage.console.holds.place(
            [CameraId(each) for each in cameras],
            Span(now - timedelta(minutes=minutes + 40), now - timedelta(minutes=minutes)),
            reason,
            None if days is None else now + days * _DAY,
            note,
        )
    clock.pass_(hours=1)
    stage.window.show_page("holds")
    page = stage.window.holds
    assert page is not None
    wait_for(lambda: bool(page.rows.holds) or not held)
    return stage, page


def listed(size: Size, folder: Path) -> QImage:
    """Five, the one with the longest reason is chosen."""
    stage, page = staged(folder, size)
    page.table.selectRow(3)
    return taken(stage)


def empty(size: Size, folder: Path) -> QImage:
    """Nothing is held."""
    stage, _ = staged(folder, size, held=False)
    return taken(stage)


def unfound(size: Size, folder: Path) -> QImage:
    """No hold fits."""
    stage, page = staged(folder, size)
    page.search.setText("không có")
    return taken(stage)


def asked(size: Size, folder: Path) -> QImage:
    """A new one, with what is wrong beside its fields."""
    stage, page = staged(folder, size)
    page.ask_new()
    dialog = found(stage, HoldDialog)
    put(dialog.cameras, "3, 12-14, 77")
    put(dialog.span, "mai mốt")
    put(dialog.note, "Phiếu 12/PYC-CAP: mất xe máy 20-B1 123.45")
    dialog._name()
    dialog.keep()
    return taken(stage, dialog)


def longer(size: Size, folder: Path) -> QImage:
    """One is prolonged."""
    stage, page = staged(folder, size)
    page.ask_longer()
    return taken(stage, found(stage, ProlongDialog))


def released(size: Size, folder: Path) -> QImage:
    """One is to be released."""
    stage, page = staged(folder, size)
    page.table.selectRow(2)
    page.ask_release()
    return taken(stage, found(stage, ReleaseDialog))


def reviewed(size: Size, folder: Path) -> QImage:
    """From the review page, between its marks; the reminder is in the notice bar."""
    stage, _ = staged(folder, size)
    stage.window.show_page("review")
    stage.review.review([CameraId(2), CameraId(5)])
    wait_for(lambda: bool(stage.players) and stage.footage_is_read)
    start = to_us(stage.clock.now() - timedelta(minutes=30))
    stage.review.playback.set_marks(start, start + 240_000_000)
    stage.review.hold_wanted.emit()
    return taken(stage, found(stage, HoldDialog))


def volumes(size: Size, folder: Path) -> QImage:
    """The folders for footage; one is gone."""
    stage, dialog = _volumes(folder, size)
    dialog.reject()
    return taken(stage)


def lost(size: Size, folder: Path) -> QImage:
    """The disk that is gone is to be given up."""
    stage, dialog = _volumes(folder, size)
    return taken(stage, dialog)


def reserve(size: Size, folder: Path) -> QImage:
    """More is to be left free."""
    stage, dialog = _volumes(folder, size)
    dialog.reject()
    assert stage.window.settings is not None
    stage.window.settings.recording.ask_reserve()
    return taken(stage, found(stage, ReserveDialog))


def _volumes(folder: Path, size: Size) -> tuple[Stage, LostDialog]:
    stage, _ = staged(folder, size)
    service = stage.console.recording
    for name in ("o-ghi-1", "o-ghi-2"):
        (folder / name).mkdir()
        service.add_volume(str(folder / name), 1)
    (folder / "o-ghi-2" / ".ward-footage").unlink()
    (folder / "o-ghi-2").rmdir()
    figures = tuple(
        VolumeFigures(
            volume_id=each.volume.id, free_bytes=0, footage_bytes=812 * 10**9, trouble=trouble
        )
        for each, trouble in zip(service.volumes(), (None, GapCause.DISK_LOST), strict=True)
    )
    stage.window.show_page("settings")
    settings = stage.window.settings
    assert settings is not None
    part = settings.recording
    wait_for(lambda: part.volumes.rowCount() == 2)
    stage.bridge.post(
        RecordingMeasured(
            volumes=figures, month_bytes={}, oldest_us=None, bytes_a_day=0, only_held=False
        )
    )
    wait_for(lambda: stage.standing.recorded.figures is not None)
    part.volumes.setCurrentCell(1, 0)
    part.volumes.setFocus()
    for area in settings.findChildren(QScrollArea):
        area.ensureWidgetVisible(part.volumes)
    for _ in range(5):
        QApplication.processEvents()
    part.ask_lost()
    return stage, found(stage, LostDialog)


def found(stage: Stage, kind: type[D]) -> D:
    """The dialog that is open."""
    wait_for(lambda: any(each.isVisible() for each in stage.window.findChildren(kind)))
    return next(each for each in stage.window.findChildren(kind) if each.isVisible())


SCENES: dict[str, Scene] = {
    f"holds_{each.__name__}": each
    for each in (
        listed,
        empty,
        unfound,
        asked,
        longer,
        released,
        reviewed,
        volumes,
        lost,
        reserve,
    )
}
