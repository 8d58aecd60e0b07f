"""The first-run assistant, step by step, with what may be wrong at each."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QImage

from console.keepers import Keeper
from console.station import Language
from tests.console.officers import WORD
from tests.screenshots.people import LONGEST
from tests.screenshots.stand import Scene, Size, bare, taken
from tests.ui.access.people import write
from tests.ui.stage import Stage, wait_for
from ui.first_run.assistant import Assistant, CamerasStep
from ui.first_run.sheet import SheetStep

_NAME, _ABOVE = "Công an đặc khu Phú Quốc", "Công an tỉnh An Giang"
LANGUAGE, STATION, ADMINISTRATOR, KEYS, SHEET, CAMERAS = range(1, 7)


def step(number: int, *, wrong: bool = False) -> Scene:
    """A step as it comes, or after going on from it with something ``wrong``."""

    def scene(size: Size, data: Path) -> QImage:
        stage = bare(size, data, Language.VIETNAMESE)
        made = _at(stage, number)
        if wrong:
            _spoil(made, number)
            made.next_button.click()
        return taken(stage)

    return scene


def not_now(size: Size, data: Path) -> QImage:
    """The assistant was left: the station is open to whoever sits here, and says so."""
    stage = bare(size, data, Language.VIETNAMESE)
    _at(stage, LANGUAGE).back()
    wait_for(stage.window.notice.isVisible)
    return taken(stage)


def _at(stage: Stage, number: int) -> Assistant:
    """The assistant at a step, all the steps before it answered."""
    wait_for(lambda: isinstance(stage.window.cover.card, Assistant))
    made = stage.window.cover.card
    assert isinstance(made, Assistant)
    for before in range(LANGUAGE, number):
        match before:
            case 2:
                write(made.station.name.box, _NAME)
                write(made.station.superior.box, _ABOVE)
            case 3:
                write(made.administrator.name.box, LONGEST)
                for field in (
                    made.administrator.passwords.first,
                    made.administrator.passwords.second,
                ):
                    write(field.edit, WORD.reveal())
            case 4:
                made.keys.choose(Keeper.KEY_FILE)
        made.next_button.click()
        if before == KEYS:
            wait_for(lambda: isinstance(made.step, SheetStep))
    assert number != CAMERAS or isinstance(made.step, CamerasStep)
    return made


def _spoil(made: Assistant, number: int) -> None:
    match number:
        case 2:
            write(made.station.superior.box, "Công an tỉnh\u202e An Giang")
        case 3:
            write(made.administrator.name.box, LONGEST)
            write(made.administrator.passwords.first.edit, "ngắn")
        case 4:
            made.keys.choose(Keeper.PASSPHRASE)
            write(made.keys.first.edit, "núi đôi")


SCENES: dict[str, Scene] = {
    "first_run_1_language": step(LANGUAGE),
    "first_run_2_station": step(STATION),
    "first_run_2_wrong": step(STATION, wrong=True),
    "first_run_3_administrator": step(ADMINISTRATOR),
    "first_run_3_wrong": step(ADMINISTRATOR, wrong=True),
    "first_run_4_keys": step(KEYS),
    "first_run_4_wrong": step(KEYS, wrong=True),
    "first_run_5_sheet": step(SHEET),
    "first_run_6_ready": step(CAMERAS),
    "first_run_not_now": not_now,
}
