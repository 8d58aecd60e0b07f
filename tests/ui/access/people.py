"""Officers of a station for tests of the window, and how they come in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from console.app import Console, build
from console.config import Config
from console.keepers import Keeper
from console.secret import Secret
from db.records import Role
from tests.console.officers import BOSS, BOSS_WORD, CHEAP, WORD
from tests.fakes import FakeClock
from tests.ui.stage import STATION, Stage, wait_for
from ui.access.guard import Sitting
from ui.access.sign_in import SignInCard

DUTY, CHIEF = "Nguyễn Văn An", "Trần Thị Bích Ngọc"


def staffed(console: Console) -> None:
    """An administrator, a duty officer and a chief; nobody is signed in afterwards."""
    access = console.access
    boss = access.begin(BOSS, BOSS_WORD)
    for name, role in ((DUTY, Role.DUTY), (CHIEF, Role.CHIEF)):
        officer, once = access.add(name, role)
        access.sign_in(officer.id, once)
        access.set_password(once, WORD)
        access.sign_in(boss.id, BOSS_WORD)
    access.sign_out()


def enlisted(folder: Path, prepare: Callable[[Console], object]) -> Path:
    """The station in ``folder``, to be copied, once ``prepare`` was done to it without a window."""
    console = build(
        folder,
        lambda _: None,
        clock=FakeClock(),
        config=Config(station_name=STATION, keeper=Keeper.KEY_FILE),
        hash_cost=CHEAP,
    )
    prepare(console)
    console.close()
    return folder


def write(box: QWidget, text: str) -> None:
    """Type into a box, letter by letter."""
    for letter in text:  # QTest types Latin letters only
        shift = Qt.KeyboardModifier.ShiftModifier
        held = shift if letter.isupper() else Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(box, QKeyEvent(QEvent.Type.KeyPress, 0, held, letter))


def press(box: QWidget, key: Qt.Key) -> None:
    """One key without letters."""
    QApplication.sendEvent(
        box, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
    )


def sign_in_card(stage: Stage) -> SignInCard:
    """The card that asks for name and password."""
    wait_for(lambda: isinstance(stage.window.cover.card, SignInCard))
    card = stage.window.cover.card
    assert isinstance(card, SignInCard)
    return card


def try_in(stage: Stage, name: str, password: Secret) -> SignInCard:
    """Name, password, Enter."""
    card = sign_in_card(stage)
    write(card.names.box, name)
    press(card.names.box, Qt.Key.Key_Return)
    write(card.password.edit, password.reveal())
    press(card.password.edit, Qt.Key.Key_Return)
    return card


def come_in(stage: Stage, name: str, password: Secret = WORD) -> None:
    """Sign in, and be there."""
    try_in(stage, name, password)
    wait_for(lambda: sitting(stage) is Sitting.PRESENT)


def sitting(stage: Stage) -> Sitting:
    """Who the window thinks sits here."""
    assert stage.window.guard is not None
    return stage.window.guard.sitting
