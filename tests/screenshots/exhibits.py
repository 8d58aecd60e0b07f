"""Foreign files: taken in, played, and what may be wrong with them."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QPushButton

from console.errors import ExhibitDamaged
from console.events import ExhibitState
from console.exhibits import ExhibitForm
from console.workers import Stop
from tests.screenshots.stand import Scene, Size, in_day, opened, street, taken
from tests.ui.boxes import put
from tests.ui.fake_exhibit import FakeExhibit, FakeExhibits
from tests.ui.fake_review import FakeFootage, archive_of
from tests.ui.stage import Stage, wait_for
from ui.exhibits.intake import IntakeDialog
from ui.messages import sentence

_FILES = (
    (
        "NVR_ch3_main_20261122220000_20261122221000_cổng sau cửa hàng tạp hoá Bà Lụa.dav",
        "Bà Hoàng Thị Lụa, số 7 ngõ 12 đường Bến Tượng, tổ dân phố 17",
        "Đầu ghi KBVision KX-7104 của cửa hàng, camera cửa sau",
        "Mất xe máy chiều 22/11, biển số 20-B1 123.45.\nBà Lụa không nhớ mật khẩu đầu ghi.",
        312.0,
        9_000_000,
    ),
    ("MOV_0027.MOV", "Nguyễn Văn Đức", "điện thoại", "", 0.0, 2_400_000),
    (
        "20261121_183500_F.ts",
        "Taxi Hoàng Gia, anh Thịnh",
        "camera hành trình",
        "",
        -3723.0,
        700_000,
    ),
    ("export.264", "Đặng Thị Quỳnh Nga Phương Thảo Nguyên Hạ", "", "", None, 51_000),
)


def _page(size: Size, data: Path, *, listed: bool = True) -> tuple[Stage, FakeExhibits]:
    """The window on the exhibits page."""
    players = FakeExhibits()
    stage = opened(size, data, archive=archive_of(FakeFootage()), exhibits=players)
    for number, (name, who, device, note, offset, length) in enumerate(_FILES if listed else ()):
        path = data / name
        path.write_bytes(bytes([number]) * length)
        start = stage.clock.now() - timedelta(hours=30)
        stage.console.exhibits.intake(
            path,
            ExhibitForm(
                given_by=who,
                device=device,
                note=note,
                claimed_start=start if offset is not None else None,
                offset_s=offset,
            ),
            stop=Stop(),
            progressed=lambda _done, _all: None,
        )
        stage.clock.pass_(minutes=7)
    stage.window.show_page("exhibits")
    wait_for(lambda: bool(stage.exhibits.list.rows.exhibits) or not listed)
    return stage, players


def _paint(player: FakeExhibit, seed: int) -> None:
    """A street that nobody takes for a photograph."""
    rows, (width, height) = street(1920, 1080, seed)
    player.show(QImage(rows, width, height, 4 * width, QImage.Format.Format_RGB32))


def listed(size: Size, data: Path) -> QImage:
    """Four exhibits; one was played."""
    stage, players = _page(size, data)
    page = stage.exhibits
    page.play(page.list.rows.exhibits[1])
    wait_for(lambda: bool(players.open))
    _paint(players.open[0], 4)
    players.open[0].say(ExhibitState.STANDING, 0, 90_000, size=(1920, 1080))
    wait_for(lambda: page.playing.is_there)
    page.close_player()
    page.list.table.selectRow(3)
    return taken(stage)


def empty(size: Size, data: Path) -> QImage:
    """Nothing was taken in yet."""
    stage, _ = _page(size, data, listed=False)
    wait_for(stage.exhibits.list._nothing.isVisible)
    return taken(stage)


def played(size: Size, data: Path) -> QImage:
    """One with clocks, playing."""
    stage, players = _page(size, data)
    page = stage.exhibits
    page.play(page.list.rows.exhibits[3])
    wait_for(lambda: bool(players.open))
    _paint(players.open[0], 5)
    players.open[0].say(ExhibitState.PLAYING, 203_000, 600_000, 4.0, size=(1920, 1080))
    page.playing.speed = 4.0
    wait_for(lambda: page.playing.plays)
    return taken(stage)


def state(what: ExhibitState) -> Scene:
    """A file from a stick in a state without a picture."""

    def scene(size: Size, data: Path) -> QImage:
        stage, players = _page(size, data, listed=False)
        path = data / "camera cửa hàng.dav"
        path.write_bytes(b"x")
        stage.exhibits.open(path)
        wait_for(lambda: bool(players.open))
        players.open[0].say(what)
        wait_for(lambda: stage.exhibits.playing.stands.state is what)
        return taken(stage)

    return scene


def form(size: Size, data: Path) -> QImage:
    """The form, with what is wrong in it."""
    stage, players = _page(size, data)
    page = stage.exhibits
    path = data / "aux\u202e.. camera cổng.dav"
    path.write_bytes(b"x" * 2_300_000)
    page.open(path)
    wait_for(lambda: bool(players.open))
    _paint(players.open[0], 7)
    players.open[0].say(ExhibitState.STANDING, 0, 90_000, size=(1280, 720))
    wait_for(lambda: page.playing.is_there)
    page.ask_intake()
    wait_for(lambda: page.findChild(IntakeDialog) is not None)
    dialog = page.findChild(IntakeDialog)
    put(dialog.field("device"), "đầu ghi Dahua của quán cà phê")
    put(dialog.field("claimed_start"), "22/11/2026 22:05:12")
    put(dialog.field("offset_s"), "+5:12")
    dialog._tell()
    dialog.set_note("Chủ quán chép từ đầu ghi chiều nay.")
    dialog.findChild(QPushButton, "intake-go").click()
    return taken(stage, dialog)


def damaged(size: Size, data: Path) -> QImage:
    """A verified exhibit that is not what it was, in the day theme."""
    stage, _ = _page(size, data)
    stage.exhibits.work.say(sentence(ExhibitDamaged()), "ill")
    return in_day(stage, taken)


def review(size: Size, data: Path) -> QImage:
    """The button on the review page."""
    stage, _ = _page(size, data, listed=False)
    stage.window.show_page("review")
    return taken(stage)


SCENES: dict[str, Scene] = {
    "exhibits_list": listed,
    "exhibits_empty": empty,
    "exhibits_played": played,
    "exhibits_opening": state(ExhibitState.OPENING),
    "exhibits_unreadable": state(ExhibitState.UNREADABLE),
    "exhibits_no_film": state(ExhibitState.NO_FILM),
    "exhibits_crashed": state(ExhibitState.CRASHED),
    "exhibits_no_library": state(ExhibitState.NO_LIBRARY),
    "exhibits_form": form,
    "exhibits_damaged": damaged,
    "exhibits_review": review,
}
