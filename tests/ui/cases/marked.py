"""A night of bookmarks and cases for the pages of cases, made through the services."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage, QImageWriter

from console.app import Console
from console.incident_rules import IncidentForm
from db.case_records import CategoryId, Severity
from db.find_records import StillOf
from db.records import CameraId
from tests.fakes import FakeClock

_CRASH = (
    "Xe tải va vào xe máy ở ngã ba, một người bị thương nhẹ đã đưa đi bệnh viện, hai bên chờ "
    "công an phường đến lập biên bản, camera ghi được toàn bộ diễn biến từ đầu đến cuối"
)
_MARKS = (
    # hours ago, cameras, category, note
    (0.2, (3,), None, ""),
    (3.4, (7, 8), "Trộm cắp", "Xe máy Wave màu đỏ, biển 20-B1 123.45, hai người đội mũ bảo hiểm"),
    (3.6, (8,), "Trộm cắp", "Mất xe máy trước cổng chợ"),
    (3.8, (9,), "Gây rối", "Nhóm thanh niên tụ tập hát to, đã nhắc nhở, giải tán lúc 23 giờ"),
    (
        None,  # last night at a quarter past ten
        tuple(range(1, 9)),
        "Va chạm giao thông",
        _CRASH,
    ),
    (50, (21,), "Cháy nổ", "Cháy thùng rác cạnh nhà văn hoá, dập được ngay"),
)
_LONG = (
    "Nhóm thanh niên mang hung khí đuổi đánh nhau từ ngã ba Quang Trung về phía cầu Bến Tượng, "
    "làm hỏng hai xe máy và một cửa kính của hộ kinh doanh"
)
_TOLD = (
    "Chị Lụa để xe ngoài cổng chợ lúc 21 giờ 50, mười phút sau quay ra thì mất xe máy. Camera 07 "
    "ghi được hai người đội mũ bảo hiểm đi xe Wave màu đỏ."
)
_PAVEMENT = "Lấn chiếm vỉa hè để xe máy trước số nhà 88"
_CASES = (
    # hours ago, title, category, severity, cluster, address, narrative
    (3.5, "Mất xe máy ở chợ", "Trộm cắp", Severity.SERIOUS, 2, "12 Minh Cầu", _TOLD),
    (26, _LONG, "Gây rối", Severity.URGENT, 5, "Ngã ba Quang Trung", "Tổ tự quản báo."),
    (75, _PAVEMENT, "Lấn chiếm", Severity.ROUTINE, 3, "88 Hoàng Văn Thụ", ""),
)


def night(console: Console, clock: FakeClock) -> list[StillOf]:
    """Six bookmarks and three cases; one bookmark belongs to the first.  Where stills may be."""
    every = console.bookmarks.categories()

    def kind_of(name: str) -> CategoryId:
        return next(each.id for each in every if each.name.startswith(name))

    shots = []
    marks = []
    for hours, cameras, kind, note in _MARKS:
        local = clock.now().astimezone()
        at = (local - timedelta(days=1)).replace(hour=22, minute=15)
        if hours is not None:
            at = clock.now() - timedelta(hours=hours)
        its = [CameraId(camera) for camera in cameras]
        category = None if kind is None else kind_of(kind)
        mark = console.bookmarks.mark(its, at, category_id=category, note=note)
        marks.append(mark)
        shots.append(StillOf(mark.id, its[0], at))
    clusters = {each.number: each.id for each in console.fleet.view().clusters}
    for place, (hours, title, kind, severity, cluster, address, told) in enumerate(_CASES):
        form = IncidentForm(
            title=title,
            category_id=kind_of(kind),
            severity=severity,
            cluster_id=clusters[cluster],
            began_at=clock.now() - timedelta(hours=hours),
            address=address,
            narrative=told,
        )
        console.incidents.open(form, [marks[2].id] if place == 0 else [])
    return shots[:5]


def keep_still(console: Console, shot: StillOf, image: QImage) -> None:
    """Let that be the picture of a bookmark."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert QImageWriter(buffer, b"JPG").write(image)
    console.stills.keep(shot.bookmark_id, shot.camera_id, bytes(buffer.data().data()))
