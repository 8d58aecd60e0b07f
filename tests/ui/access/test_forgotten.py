"""Nobody can sign in any more: the recovery sheet lets an administrator in, and is loud."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtWidgets import QPushButton

from console.app import Console
from console.recovery_sheet import made_code
from console.secret import Secret
from tests.console.officers import BOSS, WORD
from tests.fakes import FakeClock
from tests.ui.access.people import (
    CHIEF,
    DUTY,
    come_in,
    enlisted,
    press,
    sign_in_card,
    sitting,
    staffed,
    write,
)
from tests.ui.stage import Stage, wait_for
from ui.access.forgotten import ForgottenCard
from ui.access.guard import Sitting
from ui.access.sign_in import NewPasswordCard

NEW = "con cò bay lả bay la"


@pytest.fixture(scope="module")
def codes() -> list[Secret]:
    """The sheet's code, once the station has one."""
    return []


@pytest.fixture(scope="module")
def with_sheet(
    tmp_path_factory: pytest.TempPathFactory, station_file: Path, codes: list[Secret]
) -> Path:
    """A station with three officers and a sheet in the safe, made once."""

    def prepared(console: Console) -> None:
        codes.append(console.backups.make_sheet())
        staffed(console)

    folder = tmp_path_factory.mktemp("with_sheet")
    shutil.copy(station_file, folder / "station.db")
    return enlisted(folder, prepared)


@pytest.fixture
def locked(
    vietnamese: QTranslator, clock: FakeClock, tmp_path: Path, with_sheet: Path
) -> Iterator[Stage]:
    """Three officers and a sheet in the safe; nobody is signed in."""
    shutil.copytree(with_sheet, tmp_path, dirs_exist_ok=True)
    made = Stage(tmp_path, clock)
    yield made
    made.close()


def forgotten(stage: Stage) -> ForgottenCard:
    sign_in_card(stage).findChild(QPushButton, "card-forgotten").click()
    wait_for(lambda: isinstance(stage.window.cover.card, ForgottenCard))
    card = stage.window.cover.card
    assert isinstance(card, ForgottenCard)
    return card


def type_code(card: ForgottenCard, code: str) -> None:
    card.code.edit.clear()
    write(card.code.edit, code)
    press(card.code.edit, Qt.Key.Key_Return)


def let_in(stage: Stage, code: Secret) -> None:
    """By the sheet, and then with a password of his own."""
    type_code(forgotten(stage), code.reveal())
    wait_for(lambda: isinstance(stage.window.cover.card, NewPasswordCard))
    card = stage.window.cover.card
    assert isinstance(card, NewPasswordCard)
    write(card.passwords.first.edit, NEW)
    write(card.passwords.second.edit, NEW)
    press(card.passwords.second.edit, Qt.Key.Key_Return)
    wait_for(lambda: sitting(stage) is Sitting.PRESENT)


def test_the_sheet_lets_him_choose_a_new_password_at_once(
    locked: Stage, codes: list[Secret]
) -> None:
    let_in(locked, codes[0])

    assert locked.window.guard is not None
    officer = locked.window.guard.officer
    assert officer is not None
    assert officer.name == BOSS
    assert not locked.window.notice.isVisible()  # he knows


def test_the_chief_is_told_when_he_comes_in_next(locked: Stage, codes: list[Secret]) -> None:
    let_in(locked, codes[0])
    for name, told in ((DUTY, False), (CHIEF, True)):
        locked.window.notice.hide()
        locked.clock.pass_(minutes=1)
        assert locked.window.guard is not None
        locked.window.guard.sign_out()
        come_in(locked, name, WORD)
        if told:
            wait_for(lambda: "phiếu khôi phục" in locked.window.notice.text)
            assert BOSS in locked.window.notice.text
        else:
            assert not locked.window.notice.isVisible()


def test_administrators_alone_are_offered(locked: Stage) -> None:
    card = forgotten(locked)

    assert card.names.officer_id is not None  # the only one is picked
    write(card.names.box, CHIEF)
    assert card.names.list.count() == 0 or not card.names.pick()


def test_a_misread_group_is_named_and_what_was_typed_stays(
    locked: Stage, codes: list[Secret]
) -> None:
    card = forgotten(locked)
    groups = codes[0].reveal().split()
    groups[2] = groups[2][:-1] + str((int(groups[2][-1]) + 1) % 10)  # one digit is always found

    type_code(card, " ".join(groups))

    wait_for(lambda: card.message.text().startswith("Nhóm 3 "))
    assert card.code.text == " ".join(groups)


def test_wrong_codes_are_slowed_and_the_way_back_stays_open(locked: Stage) -> None:
    card = forgotten(locked)
    for _ in range(5):
        card.message.clear()
        type_code(card, made_code().reveal())
        wait_for(lambda: bool(card.message.text()))

    assert card.message.text() == "Mã không đúng. Thử lại sau 300 giây."
    assert not card.go.isEnabled()
    card.findChild(QPushButton, "card-back").click()
    come_in(locked, CHIEF)
