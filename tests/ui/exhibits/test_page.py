"""Foreign files in the window, over a real station: played, taken in, verified, by keyboard."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from console.events import ExhibitState, StreamState
from console.exhibits import FOLDER, ExhibitForm
from console.workers import Stop
from db.footage_records import Exhibit
from tests.console.officers import BOSS, BOSS_WORD
from tests.fakes import FakeClock
from tests.ui.access.people import CHIEF, DUTY, come_in, press, sitting
from tests.ui.boxes import put
from tests.ui.fake_exhibit import FakeExhibit, FakeExhibits
from tests.ui.fake_review import FakeFootage, archive_of
from tests.ui.stage import Stage, wait_for
from ui.access.guard import Sitting
from ui.exhibits.intake import IntakeDialog
from ui.exhibits.page import ExhibitsPage

BYTES = bytes(range(256)) * 4000
NONE, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def players() -> FakeExhibits:
    return FakeExhibits()


@pytest.fixture
def stage(
    vietnamese: QTranslator,
    clock: FakeClock,
    tmp_path: Path,
    staffed_station: Path,
    players: FakeExhibits,
) -> Iterator[Stage]:
    """Three officers, 40 cameras; the duty officer has come in."""
    shutil.copytree(staffed_station, tmp_path, dirs_exist_ok=True)
    made = Stage(tmp_path, clock, archive=archive_of(FakeFootage()), exhibits=players)
    come_in(made, DUTY)
    yield made
    made.exhibits.forget()
    wait_for(lambda: not players.open)
    made.close()


@pytest.fixture
def page(stage: Stage) -> ExhibitsPage:
    stage.window.activateWindow()
    stage.window.show_page("review")
    key(stage.review, Qt.Key.Key_O, CONTROL)
    wait_for(stage.exhibits.isVisible)
    return stage.exhibits


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    (folder / "cửa sau.dav").write_bytes(BYTES)
    return folder


def key(on: QWidget, which: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    QTest.keyClick(on, which, held)


def opened(page: ExhibitsPage, players: FakeExhibits, path: Path) -> FakeExhibit:
    """A file from the stick, standing at its first picture."""
    page.open(path)
    wait_for(lambda: bool(players.open))
    players.open[-1].begin()
    wait_for(lambda: page.playing.is_there)
    return players.open[-1]


def form_of(page: ExhibitsPage) -> IntakeDialog:
    key(page.player.picture, Qt.Key.Key_Insert)
    wait_for(lambda: page.findChild(IntakeDialog) is not None)
    return page.findChild(IntakeDialog)


def kept(stage: Stage, path: Path, who: str = "Bà Lụa") -> Exhibit:
    return stage.console.exhibits.intake(
        path, ExhibitForm(given_by=who), stop=Stop(), progressed=lambda _done, _all: None
    )


def listed(page: ExhibitsPage, count: int) -> None:
    wait_for(lambda: len(page.list.rows.exhibits) == count)


def test_a_file_is_played_from_the_stick_and_nothing_is_kept(
    stage: Stage, page: ExhibitsPage, players: FakeExhibits, stick: Path, tmp_path: Path
) -> None:
    player = opened(page, players, stick / "cửa sau.dav")

    assert player.path == stick / "cửa sau.dav"
    assert "chỉ đọc" in page.player.controls.clocks.text()
    assert not (tmp_path / FOLDER).exists()
    assert page.player.picture.grab().toImage().pixelColor(300, 200).blue() == 0xA0


def test_every_control_has_its_key(page: ExhibitsPage, players: FakeExhibits, stick: Path) -> None:
    player = opened(page, players, stick / "cửa sau.dav")
    on = page.player.picture

    key(on, Qt.Key.Key_Space)
    for _ in range(5):
        key(on, Qt.Key.Key_Period)
    assert page.playing.speed == 16.0
    player.say(ExhibitState.PLAYING, 60_000, 600_000, 16.0, (640, 360))
    wait_for(lambda: page.playing.plays)
    for _ in range(7):
        key(on, Qt.Key.Key_Comma)
    key(on, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    key(on, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    key(on, Qt.Key.Key_Right, CONTROL)
    key(on, Qt.Key.Key_M)
    key(on, Qt.Key.Key_Space)

    assert player.gone[0] == (None, 1.0)
    assert player.gone[1:7] == [(None, rate) for rate in (8.0, 4.0, 2.0, 1.0, 0.5, 0.25)]
    assert player.gone[-3:] == [(70_000, 0.25), (50_000, 0.25), (None, 0.0)]
    assert (player.steps, player.heard) == (1, [True])


def test_a_typed_place_is_gone_to(page: ExhibitsPage, players: FakeExhibits, stick: Path) -> None:
    player = opened(page, players, stick / "cửa sau.dav")
    box = page.player.controls.box

    key(page.player.picture, Qt.Key.Key_G)
    assert box.hasFocus()
    QTest.keyClicks(box, "abc")
    press(box, Qt.Key.Key_Return)
    assert box.property("wrong")
    assert player.gone == []
    box.clear()
    QTest.keyClicks(box, "1:23")
    press(box, Qt.Key.Key_Return)

    assert player.gone == [(83_000, 0.0)]
    assert page.player.picture.hasFocus()


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (ExhibitState.OPENING, "Đang mở tệp"),
        (ExhibitState.UNREADABLE, "xuất lại dạng MP4"),
        (ExhibitState.NO_FILM, "không tải gì từ mạng"),
        (ExhibitState.CRASHED, "Mọi thứ khác không sao"),
        (ExhibitState.NO_LIBRARY, "VLC"),
    ],
)
def test_what_is_the_matter_is_said_in_whole_sentences(
    page: ExhibitsPage, players: FakeExhibits, stick: Path, state: ExhibitState, words: str
) -> None:
    page.open(stick / "cửa sau.dav")
    wait_for(lambda: bool(players.open))

    players.open[0].say(state)
    wait_for(lambda: words in page.player.picture.accessibleDescription())

    assert page.player.findChild(QPushButton, "button-file-take").isVisible()


def test_a_file_that_broke_its_player_hurts_nothing_else_and_can_be_tried_again(
    stage: Stage, page: ExhibitsPage, players: FakeExhibits, stick: Path
) -> None:
    camera = stage.cameras()[0].id
    stage.say(camera, StreamState.LIVE)
    opened(page, players, stick / "cửa sau.dav").say(ExhibitState.CRASHED)
    wait_for(lambda: not page.playing.is_there)

    key(page.player.picture, Qt.Key.Key_F5)
    wait_for(lambda: len(players.players) == 2 and players.players[0].closed)

    assert stage.standing.of(camera).state is StreamState.LIVE
    stage.window.show_page("wall")
    assert len(stage.shown) == 16


def test_a_file_is_taken_in_with_what_is_said_about_it(
    stage: Stage, page: ExhibitsPage, players: FakeExhibits, stick: Path
) -> None:
    opened(page, players, stick / "cửa sau.dav")
    form = form_of(page)
    go = form.findChild(QPushButton, "intake-go")
    go.click()
    assert form.field("given_by").error
    for name, text in (
        ("given_by", "Bà Hoàng Thị Lụa"),
        ("claimed_start", "22/11/2026 22:05:12"),
        ("offset_s", "5:12"),
    ):
        put(form.field(name), text)
    go.click()
    assert "nhanh" in form.field("offset_s").error
    put(form.field("offset_s"), "+5:12")
    go.click()
    listed(page, 1)
    wait_for(lambda: len(players.players) == 2 and players.players[0].closed)

    [exhibit] = page.list.rows.exhibits
    assert (exhibit.given_by, exhibit.offset_s) == ("Bà Hoàng Thị Lụa", 312.0)
    assert "có thể rút USB" in page.work.text
    assert players.open[0].path == stage.console.exhibits.path(exhibit.id)
    players.open[0].begin()
    players.open[0].say(ExhibitState.STANDING, 60_000, 600_000, 0.0, (640, 360))
    wait_for(lambda: page.playing.stands.at_ms == 60_000)
    said = page.player.controls.clocks.text()
    assert "Theo đồng hồ thiết bị 22/11/2026 22:06:12" in said
    assert "giờ trạm 22/11/2026 22:01:00" in said
    assert "nhanh 5 phút 12 giây" in said


def test_the_very_same_file_is_said_to_be_the_same(
    stage: Stage, page: ExhibitsPage, players: FakeExhibits, stick: Path
) -> None:
    kept(stage, stick / "cửa sau.dav")
    listed(page, 1)
    shutil.copy(stick / "cửa sau.dav", stick / "khac.dav")
    opened(page, players, stick / "khac.dav")

    form = form_of(page)
    put(form.field("given_by"), "Ông Đức")
    form.findChild(QPushButton, "intake-go").click()
    listed(page, 2)

    wait_for(lambda: "giống hệt cửa sau.dav" in page.work.text)
    wait_for(lambda: "Bà Lụa" in page.list.facts.facts.get("Tệp giống hệt", ""))


def test_the_same_file_is_said_to_be_so_even_if_the_list_was_read_before(
    stage: Stage, page: ExhibitsPage, stick: Path
) -> None:
    kept(stage, stick / "cửa sau.dav")
    shutil.copy(stick / "cửa sau.dav", stick / "khac.dav")
    kept(stage, stick / "khac.dav")
    listed(page, 2)
    newest = page.list.rows.exhibits[0]

    said, state = page._taken(stick / "khac.dav", newest)

    assert newest.name == "khac.dav"
    assert "giống hệt cửa sau.dav" in said
    assert state == "ill"


def test_a_stick_that_is_pulled_out_leaves_nothing_behind(
    stage: Stage, page: ExhibitsPage, players: FakeExhibits, stick: Path, tmp_path: Path
) -> None:
    opened(page, players, stick / "cửa sau.dav")
    form = form_of(page)
    put(form.field("given_by"), "Bà Lụa")
    shutil.rmtree(stick)

    form.findChild(QPushButton, "intake-go").click()
    wait_for(lambda: not page.work.is_busy)

    assert "cắm lại USB" in page.work.text
    assert list((tmp_path / FOLDER).rglob("*")) == []
    assert page.list.rows.exhibits == []


def test_what_is_no_film_at_all_is_said_before_a_player_is_started(
    page: ExhibitsPage, players: FakeExhibits, stick: Path
) -> None:
    (stick / "trống.mp4").touch()

    page.open(stick / "trống.mp4")
    wait_for(lambda: "trống" in page.work.text)
    page.open(stick / "không có.mp4")
    wait_for(lambda: "cắm lại USB" in page.work.text)

    assert players.players == []


def test_exhibits_are_found_without_diacritics_and_verified(
    stage: Stage, page: ExhibitsPage, stick: Path
) -> None:
    kept(stage, stick / "cửa sau.dav", "Bà Hoàng Thị Lụa")
    (stick / "b.mp4").write_bytes(b"b")
    kept(stage, stick / "b.mp4", "Ông Đức")
    listed(page, 2)

    key(page.list, Qt.Key.Key_F, CONTROL)
    QTest.keyClicks(page.list.search, "hoang lua")
    assert page.list.rows.rowCount() == 1
    press(page.list.search, Qt.Key.Key_Return)
    key(page.list.table, Qt.Key.Key_F5)
    wait_for(lambda: "còn nguyên vẹn" in page.work.text)

    exhibit = page.list.chosen
    assert exhibit is not None
    path = stage.console.exhibits.path(exhibit.id)
    path.chmod(0o600)
    path.write_bytes(BYTES[:-1] + b"x")
    key(page.list.table, Qt.Key.Key_F5)
    wait_for(lambda: "bị thay đổi" in page.work.text)


def test_esc_goes_back_step_by_step(
    stage: Stage, page: ExhibitsPage, players: FakeExhibits, stick: Path
) -> None:
    player = opened(page, players, stick / "cửa sau.dav")
    key(page.player.picture, Qt.Key.Key_F)
    assert page.player.is_alone

    key(stage.window, Qt.Key.Key_Escape)
    assert not page.player.is_alone
    key(stage.window, Qt.Key.Key_Escape)
    wait_for(lambda: player.closed)
    assert page.list.isVisible()
    key(stage.window, Qt.Key.Key_Escape)

    assert stage.window.pages.current == "review"


def test_leaving_the_page_ends_the_player_and_coming_back_opens_the_file_again(
    stage: Stage, page: ExhibitsPage, players: FakeExhibits, stick: Path
) -> None:
    player = opened(page, players, stick / "cửa sau.dav")
    player.say(ExhibitState.STANDING, 42_000, 600_000, 0.0, (640, 360))
    wait_for(lambda: page.playing.stands.at_ms == 42_000)

    stage.window.show_page("wall")
    wait_for(lambda: player.closed)
    stage.window.show_page("exhibits")
    wait_for(lambda: bool(players.open))
    players.open[0].begin()
    wait_for(lambda: page.playing.is_there)

    assert players.open[0].gone == [(42_000, 0.0)]


def test_locking_and_signing_out_end_the_player(
    stage: Stage, page: ExhibitsPage, players: FakeExhibits, stick: Path
) -> None:
    player = opened(page, players, stick / "cửa sau.dav")

    stage.window._on_door("lock")
    wait_for(lambda: player.closed)
    assert not page.isVisible()
    assert page.list.rows.exhibits == ()
    assert stage.window.guard is not None
    stage.window._on_door("sign-out")
    wait_for(lambda: sitting(stage) is Sitting.NOBODY)
    come_in(stage, CHIEF)
    stage.window.show_page("exhibits")
    wait_for(page.isVisible)

    assert players.open == []
    assert page.list.isVisible()


def test_who_may_not_handle_exhibits_finds_no_page(stage: Stage, page: ExhibitsPage) -> None:
    stage.window._on_door("sign-out")
    wait_for(lambda: sitting(stage) is Sitting.NOBODY)
    come_in(stage, BOSS, BOSS_WORD)

    stage.window.show_page("exhibits")

    assert not page.isVisible()


def test_a_name_that_cannot_be_kept_is_said_before(
    page: ExhibitsPage, players: FakeExhibits, stick: Path
) -> None:
    path = stick / "anh\u202egpj.dav"
    path.write_bytes(b"x")
    opened(page, players, path)

    form = form_of(page)

    words = form._file_words(1)
    assert "anhgpj.dav" in words
    assert "\u202e" not in words
    form.reject()
