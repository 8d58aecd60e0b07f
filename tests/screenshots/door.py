"""Who comes in: signing in, the locked wall, a password of one's own, the passphrase."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from console.app import Console
from console.enrolment import NewStation
from console.errors import StoreDamaged
from console.keepers import Keeper
from console.secret import Secret
from console.station import StationSettings
from console.workers import Workers
from tests import wards
from tests.console.officers import BOSS, BOSS_WORD
from tests.fakes import FakeClock
from tests.screenshots.people import DUTY, LONGEST, NEW, by, staffed
from tests.screenshots.stand import Scene, Size, opened, paint, taken
from tests.ui.access.people import press, sign_in_card, sitting, try_in, write
from tests.ui.stage import STATION, Stage, wait_for
from ui.access.guard import Sitting
from ui.access.lock import UnlockCard
from ui.access.own_password import OwnPasswordDialog
from ui.access.sign_in import NewPasswordCard, PassphraseCard
from ui.bridge import Bridge
from ui.desk import Desk
from ui.main_window import MainWindow
from ui.standing import Standing
from ui.tasks import Tasks

WRONG = Secret("không phải thế này")
_PASSPHRASE = Secret("núi đôi soi bóng hồ")


def sign_in(size: Size, data: Path) -> QImage:
    """The locked wall after a start: pictures and numbers, and who signs in."""
    stage = opened(size, data, prepare=staffed)
    sign_in_card(stage)
    return taken(stage)


def nobody(size: Size, data: Path) -> QImage:
    """A name that nobody here has."""
    stage = opened(size, data, tiles=81, prepare=staffed)
    write(sign_in_card(stage).names.box, "vo danh")
    return taken(stage)


def refused(size: Size, data: Path) -> QImage:
    """The longest name, a wrong password, and Caps Lock on while it is typed once more."""
    stage = opened(size, data, prepare=staffed)
    card = try_in(stage, LONGEST, WRONG)
    wait_for(lambda: bool(card.message.text()))
    card.password.edit.caps_changed.emit(True)
    return taken(stage)


def waiting(size: Size, data: Path) -> QImage:
    """Five wrong passwords: the seconds are counted down."""
    stage = opened(size, data, prepare=staffed)
    card = try_in(stage, DUTY, WRONG)
    for _ in range(4):
        wait_for(lambda: bool(card.message.text()))
        write(card.password.edit, WRONG.reveal())
        press(card.password.edit, Qt.Key.Key_Return)
    wait_for(lambda: bool(card.message.text()) and not card.go.isEnabled())
    stage.clock.pass_(seconds=58)
    paint(stage)
    card.attempt.look()
    return taken(stage)


def own_password(size: Size, data: Path) -> QImage:
    """A password of one's own after the one-time one; the two that were typed differ."""

    def prepare(console: Console) -> None:
        staffed(console)
        ids = {name: officer_id for officer_id, name in console.access.names()}
        console.access.sign_in(ids[BOSS], BOSS_WORD)
        once.append(console.access.reset(ids[NEW]))
        console.access.sign_out()

    once: list[Secret] = []
    stage = opened(size, data, prepare=prepare)
    try_in(stage, NEW, once[0])
    wait_for(lambda: isinstance(stage.window.cover.card, NewPasswordCard))
    card = stage.window.cover.card
    assert isinstance(card, NewPasswordCard)
    write(card.passwords.first.edit, "mười con cá rô ron")
    write(card.passwords.second.edit, "mười con cá rô")
    card.go.click()
    return taken(stage)


def own_password_anew(size: Size, data: Path) -> QImage:
    """The same at any time by its key; the old one was wrong."""
    stage = by(opened(size, data, prepare=staffed), DUTY)
    assert stage.window.guard is not None
    stage.window.guard.serve("own-password")
    dialog = stage.window.findChild(OwnPasswordDialog)
    write(dialog.old.edit, WRONG.reveal())
    for field in (dialog.passwords.first, dialog.passwords.second):
        write(field.edit, "mười con cá rô ron")
    dialog.send()
    wait_for(lambda: bool(dialog.old.error))
    return taken(stage, dialog)


def locked(size: Size, data: Path) -> QImage:
    """The screen locked by the officer with the longest name."""
    stage = by(opened(size, data, prepare=staffed), LONGEST)
    _lock(stage)
    return taken(stage)


def locked_81(size: Size, data: Path) -> QImage:
    """The same over all 81 cameras, after a wrong password."""
    stage = by(opened(size, data, tiles=81, prepare=staffed), DUTY)
    card = _lock(stage)
    write(card.password.edit, WRONG.reveal())
    press(card.password.edit, Qt.Key.Key_Return)
    wait_for(lambda: bool(card.message.text()))
    return taken(stage)


def on_duty(size: Size, data: Path) -> QImage:
    """What a duty officer has before him when his session ends soon."""
    stage = by(opened(size, data, prepare=staffed), LONGEST)
    guard = stage.window.guard
    assert guard is not None
    stage.clock.pass_(hours=11, minutes=46)
    paint(stage)
    guard._access.touched()
    guard.tick()
    wait_for(stage.window.notice.isVisible)
    return taken(stage)


def passphrase(size: Size, data: Path) -> QImage:
    """A start with the passphrase still missing, and a wrong one typed."""

    def enrol(console: Console) -> None:
        console.enrolment.enrol(
            NewStation(
                settings=StationSettings(station_name=STATION),
                name=BOSS,
                password=BOSS_WORD,
                keeper=Keeper.PASSPHRASE,
                passphrase=_PASSPHRASE,
            )
        )

    wards.made(data / "station.db")
    Stage(data, FakeClock(), prepare=enrol).close()
    stage = Stage(data, FakeClock(), size=size, listed=False)
    wait_for(lambda: isinstance(stage.window.cover.card, PassphraseCard))
    card = stage.window.cover.card
    assert isinstance(card, PassphraseCard)
    write(card.password.edit, WRONG.reveal())
    card.go.click()
    wait_for(lambda: bool(card.message.text()))
    return taken(stage)


def not_opened(size: Size, _data: Path) -> QImage:
    """A station that cannot be opened says why, in place of the pages."""
    workers, bridge, clock = Workers(), Bridge(), FakeClock()
    desk = Desk(bridge, Tasks(workers), Standing(bridge, clock), clock)
    window = MainWindow(desk, 16)
    window.resize(*size)
    window.show()
    window.fail(StoreDamaged())
    picture = window.grab().toImage()
    window.close()
    workers.close()
    return picture


def _lock(stage: Stage) -> UnlockCard:
    guard = stage.window.guard
    assert guard is not None
    guard.lock()
    wait_for(lambda: sitting(stage) is Sitting.LOCKED)
    card = stage.window.cover.card
    assert isinstance(card, UnlockCard)
    return card


SCENES: dict[str, Scene] = {
    "sign_in": sign_in,
    "sign_in_nobody": nobody,
    "sign_in_refused": refused,
    "sign_in_waiting": waiting,
    "own_password": own_password,
    "own_password_anew": own_password_anew,
    "locked": locked,
    "locked_81": locked_81,
    "on_duty": on_duty,
    "passphrase": passphrase,
    "not_opened": not_opened,
}
