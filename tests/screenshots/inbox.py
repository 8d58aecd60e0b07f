"""The chief's inbox and his morning page: full, late, without footage, empty; a quiet night."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from PySide6.QtGui import QImage

from console.app import Console
from console.morning import MorningView
from db.errors import StoreFailed
from db.footage_records import Outage
from db.records import CameraId, Role, to_us
from tests import wards
from tests.fakes import FakeClock
from tests.screenshots.stand import Scene, Size, in_day, street, taken
from tests.ui.access.people import CHIEF, come_in, enlisted, staffed
from tests.ui.cases.desk import inbox, morning, sit_down, submitted
from tests.ui.fake_review import FakeFootage, archive_of, recorded
from tests.ui.stage import Stage, wait_for

_LONGEST = (
    "Nhóm khoảng mười lăm thanh niên đi xe máy không biển số tụ tập gây rối, đập phá biển hiệu "
    "của các hộ kinh doanh ở ngã tư Đồng Quang"
)
_CASES = (
    ("Mất trộm xe máy trước cửa hàng tạp hoá", (1, 2, 7), 80),
    (_LONGEST, (3, 4, 5, 6, 8), 50),
    ("Va chạm giữa xe máy và xe tải, một người bị thương nhẹ", (9,), 30),
    ("Bày bán hàng trên vỉa hè", (), 14),
    ("Tìm cụ già đi lạc, lần cuối thấy ở bến xe", (11, 12), 1),
)


def _staged(folder: Path, size: Size, *, cases: int = len(_CASES), footage: bool = True) -> Stage:
    """The chief before a window over a station with so many cases."""
    wards.made(folder / "station.db")
    enlisted(folder, staffed)
    clock = FakeClock()
    kept = recorded([CameraId(each) for each in range(1, 41)], clock.now(), 6, gaps_a_day=0.01)

    def prepare(console: Console) -> None:
        sit_down(console, Role.DUTY)
        clock.pass_(hours=-80)
        ages = [hours for _, _, hours in _CASES[:cases]]
        for (title, cameras, hours), after in zip(_CASES[:cases], [*ages[1:], 0], strict=False):
            submitted(console, title, cameras, draft=title.startswith("Bày"))
            clock.pass_(hours=hours - after)
        console.access.sign_out()

    made = archive_of(kept if footage else FakeFootage())
    stage = Stage(folder, clock, size=size, archive=made, prepare=prepare)
    assert stage.archive is not None
    stage.archive.engine.paint = lambda width, height, place, _: street(
        width, height, place.camera_id
    )
    come_in(stage, CHIEF)
    return stage


def full(size: Size, folder: Path) -> QImage:
    """What waits, the longest first and some of it late; three cameras play beside the text."""
    stage = _staged(folder, size)
    page = inbox(stage, len(_CASES))
    wait_for(lambda: bool(stage.players) and bool(page.clip.pictures and page.clip.pictures.tiles))
    return taken(stage)


def longest(size: Size, folder: Path) -> QImage:
    """The longest title, and more cameras than there is room for."""
    stage = _staged(folder, size)
    page = inbox(stage, len(_CASES))
    page.list.setCurrentIndex(page.rows.index(1))
    wait_for(lambda: page._seen is not None and bool(stage.players))
    wait_for(lambda: bool(page.clip.pictures and len(page.clip.pictures.tiles) == 4))
    return taken(stage)


def blank(size: Size, folder: Path) -> QImage:
    """No footage is left of the moment."""
    stage = _staged(folder, size, footage=False)
    page = inbox(stage, len(_CASES))
    wait_for(lambda: "Không có hình" in page.clip.words.text())
    return taken(stage)


def empty(size: Size, folder: Path) -> QImage:
    """Nothing waits."""
    stage = _staged(folder, size, cases=0)
    page = inbox(stage, 0)
    wait_for(lambda: page._stack.currentIndex() == 1)
    return taken(stage)


def quiet(size: Size, folder: Path) -> QImage:
    """The morning after a quiet night."""
    stage = _staged(folder, size, cases=0)
    morning(stage)
    return taken(stage)


def unread(size: Size, folder: Path) -> QImage:
    """The morning could not be read."""
    stage = _staged(folder, size, cases=0)

    def broken() -> MorningView:
        raise StoreFailed("the file")

    stage.console.morning.view = broken  # type: ignore[method-assign]
    stage.window.show_page("morning")
    wait_for(lambda: not stage.window.notice.isHidden())
    return taken(stage)


def full_day(size: Size, folder: Path) -> QImage:
    """What waits, by day."""
    stage = _staged(folder, size)
    page = inbox(stage, len(_CASES))
    wait_for(lambda: bool(stage.players) and bool(page.clip.pictures and page.clip.pictures.tiles))
    return in_day(stage, taken)


def bad(size: Size, folder: Path) -> QImage:
    """The morning after a bad one."""
    stage = _staged(folder, size)
    now = stage.clock.now()
    spells = ((4, 20, 4), (4, 9, 0.5), (4, 1, None), (11, 7, 2), (23, 3, 0.2), (31, 23.5, 23))
    lost = [
        Outage(
            camera_id=CameraId(camera),
            start_us=to_us(now - timedelta(hours=ago)),
            end_us=None if hours is None else to_us(now - timedelta(hours=ago - hours)),
            state="offline",
            reason="no_answer",
        )
        for camera, ago, hours in spells
    ]
    stage.console.morning._index = _Lost(lost)
    morning(stage)
    return taken(stage)


class _Lost:
    """An index of outages that a scene says."""

    def __init__(self, lost: list[Outage]) -> None:
        self._lost = lost

    def outages(self, _cameras: object, _span: object) -> list[Outage]:
        return self._lost


SCENES: dict[str, Scene] = {
    **{f"inbox_{each.__name__}": each for each in (full, full_day, longest, blank, empty)},
    **{f"morning_{each.__name__}": each for each in (quiet, bad, unread)},
}
