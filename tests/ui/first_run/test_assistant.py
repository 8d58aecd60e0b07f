from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from console.keepers import Keeper
from console.station import Language, UnitType
from tests.console.officers import WORD
from tests.fakes import FakeClock
from tests.ui.access.people import press, sitting, write
from tests.ui.stage import Stage, wait_for
from ui import translation
from ui.access.guard import Sitting
from ui.access.sign_in import PassphraseCard
from ui.first_run.assistant import Assistant, CamerasStep
from ui.first_run.sheet import SheetStep
from ui.first_run.steps import AdministratorStep, KeysStep, LanguageStep, StationStep
from ui.first_run.storage import StorageStep

NAME, BOSS = "Công an xã Quyết Thắng", "Hoàng Thị Minh Châu"
PASSPHRASE = "núi đôi soi bóng hồ"


@pytest.fixture
def fresh(vietnamese: QTranslator, clock: FakeClock, tmp_path: Path) -> Iterator[Stage]:
    """An empty folder, opened as the program opens it."""
    made = Stage(tmp_path, clock, welcome=Language.VIETNAMESE)
    yield made
    made.close()


def assistant(stage: Stage) -> Assistant:
    """What lies over the wall."""
    wait_for(lambda: isinstance(stage.window.cover.card, Assistant))
    card = stage.window.cover.card
    assert isinstance(card, Assistant)
    return card


def go(made: Assistant) -> None:
    made.next_button.click()


def answered(stage: Stage, keeper: Keeper = Keeper.KEY_FILE) -> Assistant:
    """As far as the keys, all of it right."""
    made = assistant(stage)
    go(made)
    write(made.station.name.box, NAME)
    made.station._kinds.setCurrentIndex(1)
    go(made)
    write(made.administrator.name.box, BOSS)
    for field in (made.administrator.passwords.first, made.administrator.passwords.second):
        write(field.edit, WORD.reveal())
    go(made)
    assert isinstance(made.step, KeysStep)
    made.keys.choose(keeper)
    return made


def test_an_empty_folder_becomes_a_station_and_ends_on_the_wall(fresh: Stage) -> None:
    made = answered(fresh)
    assert fresh.console.access.names() == []  # nothing is kept until the end

    go(made)
    wait_for(lambda: isinstance(made.step, SheetStep))
    groups = [label.text() for label in made.step.findChildren(QLabel, "sheet-group")]
    assert [len(group) for group in groups] == [6] * 10
    go(made)
    assert isinstance(made.step, StorageStep)
    go(made)  # nothing is recorded for now
    assert isinstance(made.step, CamerasStep)
    go(made)

    wait_for(lambda: sitting(fresh) is Sitting.PRESENT)
    settings = fresh.console.settings.get()
    assert (settings.station_name, settings.unit_type) == (NAME, UnitType.COMMUNE)
    assert [name for _, name in fresh.console.access.names()] == [BOSS]
    assert fresh.console.backups.has_sheet()
    assert fresh.window.pages.current == "wall"
    assert not fresh.window.cover.isVisible()


@pytest.mark.parametrize("possible", [True, False])
def test_the_wall_can_be_set_to_open_with_the_pc(
    fresh: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, possible: bool
) -> None:
    config = tmp_path / "config"
    monkeypatch.setenv("XDG_CONFIG_HOME", str(config))
    if not possible:
        config.write_text("no folder", encoding="utf-8")
    made = answered(fresh)
    go(made)
    wait_for(lambda: isinstance(made.step, SheetStep))
    go(made)
    wait_for(lambda: isinstance(made.step, StorageStep))
    go(made)
    wait_for(lambda: isinstance(made.step, CamerasStep))
    assert isinstance(made.step, CamerasStep)
    made.step.choose(starts=True)
    go(made)

    if not possible:
        wait_for(lambda: made.message.text().startswith("Không đổi được"))
        config.unlink()
        go(made)
    wait_for(lambda: sitting(fresh) is Sitting.PRESENT)
    assert fresh.console.startup.is_on() is possible


def test_a_folder_for_footage_is_tried_and_taken(fresh: Stage, tmp_path: Path) -> None:
    made = answered(fresh)
    go(made)
    wait_for(lambda: isinstance(made.step, SheetStep))
    go(made)
    step = made.step
    assert isinstance(step, StorageStep)
    write(step.fields.path.box, str(tmp_path / "absent"))
    go(made)
    wait_for(lambda: step.fields.path.error.startswith("Không có thư mục này."))

    (tmp_path / "disk").mkdir()
    step._folder.clear()
    write(step.fields.path.box, str(tmp_path / "disk"))
    press(step.fields.path.box, Qt.Key.Key_Return)
    wait_for(lambda: "16 camera" in step.reckoned.text())
    go(made)

    wait_for(lambda: isinstance(made.step, CamerasStep))
    assert [each.path for each in fresh.console.recording.orders()[1]] == [str(tmp_path / "disk")]


def test_every_step_can_be_gone_back_from_with_nothing_lost(fresh: Stage) -> None:
    made = answered(fresh)

    kinds = []
    for _ in range(3):
        fresh.window._actions["back"].trigger()
        kinds.append(type(made.step))
    assert kinds == [AdministratorStep, StationStep, LanguageStep]
    assert made.station.name.text == NAME

    fresh.window._actions["back"].trigger()
    wait_for(lambda: sitting(fresh) is Sitting.FREE)
    assert "Trạm chưa có quản trị" in fresh.window.notice.text
    assert fresh.console.access.names() == []


def test_enter_goes_on_by_one_step_and_never_by_two(fresh: Stage) -> None:
    made = assistant(fresh)
    return_ = Qt.Key.Key_Return
    seen: list[str] = []

    def entered(box: QWidget) -> None:
        press(box, return_)
        seen.append(type(made.step).__name__)

    entered(made.language._buttons[Language.VIETNAMESE])
    write(made.station.name.box, NAME)
    entered(made.station.name.box)
    entered(made.station.superior.box)
    write(made.administrator.name.box, BOSS)
    for field in (made.administrator.passwords.first, made.administrator.passwords.second):
        write(field.edit, WORD.reveal())
        entered(field.edit)

    assert seen == ["StationStep"] * 2 + ["AdministratorStep"] * 2 + ["KeysStep"]
    assert not made._busy


def test_what_the_core_refuses_is_told_at_its_own_step(fresh: Stage) -> None:
    made = assistant(fresh)
    go(made)
    write(made.station.name.box, NAME)
    go(made)
    write(made.administrator.name.box, BOSS)
    for field in (made.administrator.passwords.first, made.administrator.passwords.second):
        write(field.edit, "matkhau123")
    go(made)
    made.keys.choose(Keeper.KEY_FILE)
    go(made)

    wait_for(lambda: isinstance(made.step, AdministratorStep))
    assert made.administrator.passwords.first.error.startswith("Mật khẩu này dễ đoán")
    assert fresh.console.access.names() == []


def test_a_field_that_is_left_empty_holds_the_step(fresh: Stage) -> None:
    made = assistant(fresh)
    go(made)
    go(made)

    assert isinstance(made.step, StationStep)
    assert made.station.name.error == "Chưa nhập ô này."


def test_the_sheet_can_be_printed_elsewhere(fresh: Stage, tmp_path: Path) -> None:
    made = answered(fresh)
    go(made)
    wait_for(lambda: isinstance(made.step, SheetStep))
    step = made.step
    assert isinstance(step, SheetStep)

    step.save(str(tmp_path / "sheet.pdf"))

    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")
    assert step._sheet.code.reveal().split()[3] in step.paper().toPlainText()
    assert step._sheet.code.reveal() not in repr(step._sheet)


def test_another_language_is_spoken_from_the_next_step_on(fresh: Stage, qtbot: QtBot) -> None:
    made = assistant(fresh)
    made.language.choose(Language.ENGLISH)
    go(made)

    words = [label.text() for label in made.step.findChildren(QLabel)]
    assert "Name of the station *" in words
    app = QApplication.instance()
    assert app is not None
    translation.switch(app, "en")


def test_a_passphrase_is_asked_for_at_the_next_start(
    vietnamese: QTranslator, clock: FakeClock, tmp_path: Path
) -> None:
    stage = Stage(tmp_path, clock, welcome=Language.VIETNAMESE)
    made = answered(stage, Keeper.PASSPHRASE)
    for field in (made.keys.first, made.keys.second):
        box = field.box
        assert isinstance(box, QLineEdit)
        write(box, PASSPHRASE)
    go(made)
    wait_for(lambda: isinstance(made.step, SheetStep))
    stage.close()

    again = Stage(tmp_path, clock, listed=False)
    wait_for(lambda: isinstance(again.window.cover.card, PassphraseCard))
    card = again.window.cover.card
    assert isinstance(card, PassphraseCard)
    write(card.password.edit, "không phải cụm này đâu")
    card.go.click()
    wait_for(lambda: bool(card.message.text()))
    assert card.message.text() == "Không đúng cụm mật khẩu. Nhập lại."

    write(card.password.edit, PASSPHRASE)
    card.go.click()
    wait_for(lambda: sitting(again) is Sitting.NOBODY)
    again.close()

    without = Stage(tmp_path, clock, listed=False)
    wait_for(lambda: isinstance(without.window.cover.card, PassphraseCard))
    without.window.cover.card.findChild(QPushButton, "card-without").click()
    wait_for(lambda: sitting(without) is Sitting.NOBODY)
    assert without.console.enrolment.wants_passphrase()
    without.close()
