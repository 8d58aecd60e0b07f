"""The key of the moment in the whole window: the row, the flash, the way back."""

from __future__ import annotations

from datetime import timedelta
from threading import Event
from unittest.mock import Mock

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from console.events import Reason, StreamState
from db.case_records import Bookmark
from db.records import CameraId
from tests.ui.stage import Stage, wait_for
from ui.bookmarks.asking import Asking
from ui.bookmarks.hook import Moments
from ui.bookmarks.marking import Wish
from ui.bookmarks.on_wall import JUST_TURNED_S
from ui.bookmarks.scene import place_of
from ui.theme import THEMES, ThemeName

B, SHIFT, CTRL = (
    Qt.Key.Key_B,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)


def press(stage: Stage, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    target = QApplication.focusWidget() or stage.window
    QTest.keyClick(target, key, modifier or Qt.KeyboardModifier.NoModifier)


def moments(stage: Stage) -> Moments:
    assert stage.window.moments is not None
    return stage.window.moments


def marked(stage: Stage, count: int = 1) -> list[Bookmark]:
    """What is on disk, once there are so many; the newest first."""
    wait_for(lambda: len(stage.console.bookmarks.newest()) == count)
    return stage.console.bookmarks.newest()


def drafts_told(stage: Stage) -> str:
    """The number on the button of the drafts."""
    return moments(stage)._buttons["drafts"].text()


def flashes(stage: Stage) -> list[QRect]:
    flash = moments(stage).wall.flash
    return flash.places if flash.isVisible() else []


def asked(stage: Stage) -> Asking:
    asking = stage.wall.canvas.findChild(Asking)
    assert isinstance(asking, Asking)
    assert asking.isVisible()
    return asking


@pytest.fixture(autouse=True)
def on_the_wall(stage: Stage) -> None:
    """The window is active, the wall has the focus, every camera is live."""
    stage.window.activateWindow()
    stage.all_live()
    stage.wall.canvas.setFocus()
    wait_for(stage.wall.canvas.hasFocus)
    stage.clock.pass_(seconds=10)


def test_b_marks_the_chosen_tile_at_the_instant_of_the_key(stage: Stage) -> None:
    camera = stage.shown[2]
    stage.wall.choose(camera)
    at = stage.clock.now()

    press(stage, B)
    stage.clock.pass_(seconds=1)
    wait_for(lambda: bool(flashes(stage)))

    (made,) = marked(stage)
    assert (made.at, made.cameras, made.is_draft) == (at, (camera,), True)
    tile = stage.wall.canvas.tiles[2].box
    assert flashes(stage) == [tile]
    assert moments(stage).told.text.startswith("Đã đánh dấu: 03 ")
    assert stage.console.holds.list()[0].hold.span == made.span


def test_the_still_of_the_key_is_kept_after_the_bookmark(stage: Stage) -> None:
    camera, dark = stage.shown[:2]
    stage.canvas.paint(camera, (10, 200, 30))
    stage.settle()
    stage.wall.choose(camera)

    press(stage, B)
    stage.canvas.paint(camera, (250, 0, 0))  # what comes after the key is not of the moment
    wait_for(lambda: any(each.shots[0].still for each in stage.console.bookmarks.newest()))

    (made,) = marked(stage)
    image = QImage(str(stage.console.stills.path(made.id, camera)))
    assert image.pixelColor(image.width() // 2, image.height() // 2).green() > 180
    assert dark not in made.cameras


def test_a_camera_that_is_off_is_marked_with_its_outage_and_no_old_picture(stage: Stage) -> None:
    camera = stage.shown[0]
    stage.canvas.paint(camera, (10, 200, 30))
    stage.settle()
    stage.say(camera, StreamState.OFFLINE, Reason.NO_ANSWER)
    stage.settle()
    stage.wall.choose(camera)

    press(stage, B)

    (made,) = marked(stage)
    assert (made.shots[0].state, made.shots[0].reason) == ("offline", "no_answer")
    press(stage, B)
    marked(stage, 2)
    assert [each.shots[0].still for each in stage.console.bookmarks.newest()] == ["", ""]


def test_ctrl_b_marks_all_cameras_of_the_team(stage: Stage) -> None:
    stage.wall.choose(stage.shown[3])

    press(stage, B, CTRL)

    (made,) = marked(stage)
    assert made.cameras[0] == stage.shown[3]
    assert set(made.cameras) == set(stage.shown[:5])
    wait_for(lambda: len(flashes(stage)) == 5)


def test_a_flash_lets_no_other_tile_be_painted_anew(stage: Stage) -> None:
    """Of 81 tiles an officer would wait for the other 80."""
    flash = moments(stage).wall.flash
    tiles = [tile.box for tile in stage.wall.canvas.tiles]

    flash.flash([tiles[1], tiles[6]])

    assert flash.geometry() == tiles[1].united(tiles[6])
    its = flash.mask().translated(flash.pos())
    assert its == QRegion(tiles[1]) + QRegion(tiles[6])
    assert not its.intersects(tiles[2])


def test_the_number_of_drafts_follows_the_key_before_anything_is_read(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(moments(stage).panel._reader, "start", lambda: None)
    stage.wall.choose(stage.shown[0])

    press(stage, B)
    wait_for(lambda: drafts_told(stage) == "1")
    press(stage, B)
    wait_for(lambda: drafts_told(stage) == "2")
    press(stage, Qt.Key.Key_U)

    wait_for(lambda: drafts_told(stage) == "1")


def test_a_read_that_began_before_the_key_takes_nothing_back(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    bookmarks, panel = stage.console.bookmarks, moments(stage).panel
    really, began, go_on = bookmarks.drafts, Event(), Event()

    def slow() -> list[Bookmark]:
        found = really()
        began.set()
        assert go_on.wait(20)
        return found

    told: list[int] = []
    panel.counted.connect(told.append)
    monkeypatch.setattr(bookmarks, "drafts", slow)
    panel._reader.start()
    wait_for(began.is_set)
    monkeypatch.setattr(bookmarks, "drafts", really)
    stage.wall.choose(stage.shown[0])

    press(stage, B)
    wait_for(lambda: told == [1])
    go_on.set()
    wait_for(lambda: len(told) > 1)

    assert 0 not in told


def test_a_hundred_keys_lose_none(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    reads = Mock(wraps=stage.console.bookmarks.drafts)
    monkeypatch.setattr(stage.console.bookmarks, "drafts", reads)
    stage.wall.choose(stage.shown[0])

    for _ in range(100):
        press(stage, B)
        stage.clock.pass_(seconds=0.1)

    wait_for(lambda: len(stage.console.bookmarks.newest()) == 100, 55_000)
    made = stage.console.bookmarks.newest()
    assert len({each.at for each in made}) == 100
    wait_for(lambda: drafts_told(stage) == "100" and reads.called)
    assert reads.call_count < 25  # not one for each, and one more for its still


def test_without_a_chosen_tile_the_next_number_is_taken_with_the_keys_instant(
    stage: Stage,
) -> None:
    at = stage.clock.now()
    press(stage, B)
    asking = asked(stage)
    assert asking.accessibleName().startswith("Camera nào lúc ")
    stage.clock.pass_(seconds=4)

    press(stage, Qt.Key.Key_9)
    QApplication.processEvents()

    (made,) = marked(stage)  # no other number begins with a nine
    assert (made.at, made.cameras) == (at, (stage.shown[8],))
    assert stage.wall.views.chosen == stage.shown[8]
    assert not moments(stage).wall.is_asking
    assert stage.wall.back() is False  # nothing that was typed is left


def test_no_number_lies_under_the_words_that_ask(stage: Stage) -> None:
    press(stage, B)
    asking = asked(stage)

    tiles = stage.wall.canvas.tiles
    places = [place_of(asking, tiles, tile.camera_id) for tile in tiles]
    lowest = max((place for place in places if place is not None), key=QRect.bottom)
    assert lowest.bottom() >= asking.bar.top()
    seen = lowest.intersected(QRect(0, 0, asking.width(), asking.bar.top()))
    shown = asking.grab().toImage()
    colour = shown.pixelColor(seen.center() - QPoint(0, 28)).name()
    assert colour == THEMES[ThemeName.NIGHT].accent


def test_a_number_that_others_begin_with_waits_for_enter(stage: Stage) -> None:
    press(stage, B, SHIFT)
    press(stage, Qt.Key.Key_1)
    assert moments(stage).wall.is_asking
    press(stage, Qt.Key.Key_Return)

    (made,) = marked(stage)
    assert made.cameras == (stage.shown[0],)
    wait_for(moments(stage).panel.isVisible)


def test_a_number_without_a_camera_is_asked_for_again_and_esc_lets_it_go(stage: Stage) -> None:
    press(stage, B)
    for key in (Qt.Key.Key_4, Qt.Key.Key_4, Qt.Key.Key_Return):  # there are 40
        press(stage, key)
    asking = asked(stage)
    assert asking.accessibleName().startswith("Không có camera 44")

    press(stage, Qt.Key.Key_Escape)

    assert not moments(stage).wall.is_asking
    assert stage.console.bookmarks.newest() == []
    press(stage, Qt.Key.Key_4)  # a number again, and no moment
    press(stage, Qt.Key.Key_Return)
    assert stage.console.bookmarks.newest() == []


def test_just_after_other_tiles_came_the_camera_is_asked_for(stage: Stage) -> None:
    stage.wall.choose(stage.shown[0])
    stage.wall.turn(1)
    stage.wall.turn(-1)  # the chosen one is in sight again, but since when?

    press(stage, B)
    assert moments(stage).wall.is_asking
    press(stage, Qt.Key.Key_Escape)
    stage.clock.pass_(seconds=JUST_TURNED_S + 0.1)
    press(stage, B)

    assert not moments(stage).wall.is_asking
    assert marked(stage)[0].cameras == (stage.shown[0],)


def test_a_click_answers_too(stage: Stage) -> None:
    press(stage, B)
    asking = asked(stage)

    QTest.mouseClick(
        asking,
        Qt.MouseButton.LeftButton,
        pos=stage.wall.canvas.tiles[5].box.center(),
    )

    assert marked(stage)[0].cameras == (stage.shown[5],)


def test_u_takes_back_for_ten_seconds_the_newest_first(stage: Stage) -> None:
    stage.wall.choose(stage.shown[0])
    press(stage, B)
    wait_for(lambda: moments(stage).marking.undoable is not None)
    stage.clock.pass_(seconds=4)
    press(stage, B)
    newest, first = marked(stage, 2)
    wait_for(lambda: moments(stage).marking.undoable == newest)

    press(stage, Qt.Key.Key_U)
    assert marked(stage, 1) == [first]
    wait_for(lambda: moments(stage).told.text.startswith("Đã bỏ"))
    stage.clock.pass_(seconds=7)
    press(stage, Qt.Key.Key_U)
    QApplication.processEvents()

    assert marked(stage, 1) == [first]  # eleven seconds ago
    assert moments(stage).marking.undoable is None


def test_the_mouse_marks_and_takes_back(stage: Stage) -> None:
    stage.wall.choose(stage.shown[1])
    button = stage.wall.findChild(QWidget, "button-mark")
    assert isinstance(button, QWidget)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    marked(stage)
    undo = moments(stage).told.findChild(QPushButton, "told-mark-undo")
    assert isinstance(undo, QPushButton)
    wait_for(undo.isVisible)

    QTest.mouseClick(undo, Qt.MouseButton.LeftButton)

    marked(stage, 0)


def test_the_menu_of_a_tile_offers_the_bookmark(stage: Stage) -> None:
    names = [action.objectName() for action in stage.wall.menu_actions]

    assert names[:3] == ["action-mark", "action-mark-note", "action-mark-team"]


def test_a_flash_goes_by_itself(stage: Stage) -> None:
    stage.wall.choose(stage.shown[0])
    press(stage, B)
    wait_for(lambda: bool(flashes(stage)))

    wait_for(lambda: not flashes(stage))
    assert len(marked(stage)) == 1


def test_what_cannot_be_kept_is_told(stage: Stage) -> None:
    mark = Wish(cameras=[CameraId(1)], at=stage.clock.now() + timedelta(minutes=1))

    moments(stage).marking.mark(mark)

    wait_for(stage.window.notice.isVisible)
    assert stage.window.notice.text.startswith("Thời điểm này chưa đến")
    assert not flashes(stage)


def test_pictures_wait_no_longer_for_a_bookmark_that_failed(stage: Stage) -> None:
    precedence = stage.wall.canvas.precedence
    precedence.take()  # as the key does; the clock stands still
    assert not precedence.lets_pictures()

    later = stage.clock.now() + timedelta(minutes=1)
    moments(stage).marking.mark(Wish(cameras=[CameraId(1)], at=later))
    wait_for(stage.window.notice.isVisible)

    assert precedence.lets_pictures()


def test_another_officer_takes_nothing_back(stage: Stage) -> None:
    stage.wall.choose(stage.shown[0])
    press(stage, B)
    wait_for(lambda: moments(stage).marking.undoable is not None)

    stage.wall.set_rights(lambda _: True)

    assert moments(stage).marking.undoable is None
    assert moments(stage).told.isHidden()


def test_who_may_not_is_not_offered(stage: Stage) -> None:
    stage.wall.set_rights(lambda _: False)
    stage.wall.choose(stage.shown[0])

    press(stage, B)
    press(stage, Qt.Key.Key_D)

    assert not moments(stage).panel.isVisible()
    assert stage.console.bookmarks.newest() == []
