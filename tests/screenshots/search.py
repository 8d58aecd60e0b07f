"""The search page: what is typed, what it found, what to narrow it by, what one looks for again."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from console.finding import Counted
from db.errors import StoreFailed
from db.records import CameraId
from tests import wards
from tests.fakes import FakeClock
from tests.screenshots.holds import found as dialog_of
from tests.screenshots.stand import Scene, Size, in_day, street, taken
from tests.ui.access.people import CHIEF, come_in, enlisted, staffed, write
from tests.ui.cases.marked import keep_still, night
from tests.ui.fake_review import archive_of, recorded
from tests.ui.stage import Stage, wait_for
from ui.cases.find_dialogs import JoinDialog, SaveDialog
from ui.cases.find_page import FindPage

_CAMERAS = [CameraId(number) for number in range(1, 41)]


def staged(folder: Path, size: Size, text: str = "", *, empty: bool = False) -> Stage:
    """The window on the search page, the chief before it, ``text`` in the box."""
    wards.made(folder / "station.db")
    enlisted(folder, staffed)
    clock = FakeClock()
    stage = Stage(folder, clock, size=size, archive=archive_of(recorded(_CAMERAS, clock.now(), 1)))
    come_in(stage, CHIEF)
    if not empty:
        for shot in night(stage.console, clock):
            keep_still(stage.console, shot, QImage(*_picture(shot.camera_id)))
    stage.window.cases.find()
    page = page_of(stage)
    page.parts.box.setText(text)
    settle(stage)
    return stage


def page_of(stage: Stage) -> FindPage:
    """The search page."""
    page = stage.window.pages.page("find")
    assert isinstance(page, FindPage)
    return page


def settle(stage: Stage) -> None:
    """Until everything that is in sight is there."""
    page = page_of(stage)
    wait_for(lambda: not page.searching.is_busy)
    page.results.grab()
    wait_for(lambda: not page.pictures.is_busy and not page.searching.is_counting)


def _picture(camera_id: int) -> tuple[bytes, int, int, QImage.Format]:
    rows, (width, height) = street(640, 360, camera_id)
    return rows, width, height, QImage.Format.Format_RGB32


def found(size: Size, folder: Path) -> QImage:
    """An hour of last night at one cluster."""
    stage = staged(folder, size, "hôm qua 22h cụm 2")
    QTest.keyClick(page_of(stage).parts.box, Qt.Key.Key_Down)
    return taken(stage)


def words(size: Size, folder: Path) -> QImage:
    """Words, with what they have in common; one facet is chosen, another has the focus."""
    stage = staged(folder, size, "xe máy ")
    page = page_of(stage)
    page.parts.box.setText("xe máy vụ việc")
    settle(stage)
    page._on_side()
    return taken(stage)


def offered(size: Size, folder: Path) -> QImage:
    """What the end of what was typed may be meant as; one line is chosen."""
    stage = staged(folder, size, "hôm qua ")
    page = page_of(stage)
    page.parts.box.setFocus()
    write(page.parts.box, "cong cho")
    wait_for(page.parts.offers.isVisible)
    settle(stage)
    QTest.keyClick(page.parts.box, Qt.Key.Key_Down)
    return taken(stage)


def start(size: Size, folder: Path) -> QImage:
    """Nothing is typed: the newest, saved searches, the last ones, examples."""
    stage = staged(folder, size)
    page = page_of(stage)
    stage.console.find.save("Mất xe máy ở chợ, tuần này và tuần trước", "mất xe máy cụm 3")
    stage.console.find.save("Chờ tôi duyệt", "vụ việc chờ duyệt")
    page._recent = ["hôm qua 22h cụm 5", "20-B1 123.45"]
    page.renew()
    settle(stage)
    wait_for(lambda: len(page._saved) == 2)
    page._on_side()
    return taken(stage)


def start_by_day(size: Size, folder: Path) -> QImage:
    """The same in the day theme."""
    return in_day(staged(folder, size), taken)


def none(size: Size, folder: Path) -> QImage:
    """Nothing was found; a camera is not there."""
    return taken(staged(folder, size, "xe cứu hoả màu tím cam 99 tối qua"))


def uncounted(size: Size, folder: Path) -> QImage:
    """What was found cannot be counted; by day."""
    stage = staged(folder, size)

    def broken(text: str) -> Counted:
        raise StoreFailed(text)

    stage.console.find.count = broken  # type: ignore[method-assign]
    page_of(stage).parts.box.setText("xe máy")
    settle(stage)
    wait_for(lambda: not page_of(stage).searching.is_counting)
    return in_day(stage, taken)


def empty(size: Size, folder: Path) -> QImage:
    """A station without a bookmark."""
    return taken(staged(folder, size, empty=True))


def saved(size: Size, folder: Path) -> QImage:
    """The name of a search."""
    stage = staged(folder, size, "hôm qua 22h cụm 2")
    page_of(stage).save()
    return taken(stage, dialog_of(stage, SaveDialog))


def joined(size: Size, folder: Path) -> QImage:
    """Bookmarks on their way into a case."""
    stage = staged(folder, size, "dấu mốc xe")
    page = page_of(stage)
    page.results.selectAll()
    page.join_chosen()
    dialog = dialog_of(stage, JoinDialog)
    wait_for(lambda: dialog.cases.count() > 0)
    return taken(stage, dialog)


SCENES: dict[str, Scene] = {
    f"search_{each.__name__}": each
    for each in (found, words, offered, start, start_by_day, none, uncounted, empty, saved, joined)
}
