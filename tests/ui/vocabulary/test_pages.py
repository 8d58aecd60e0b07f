"""Categories, phrases and the ward plan, by keys alone, over a real station."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt, QTranslator
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QPlainTextEdit, QWidget

from db.case_records import Spot
from tests import wards
from tests.fakes import FakeClock
from tests.ui.access.people import press, write
from tests.ui.boxes import choose
from tests.ui.stage import Stage, wait_for
from ui.cases.spot_picker import pick_spot
from ui.theme import THEMES, ThemeName
from ui.vocabulary.categories_page import CategoriesPage
from ui.vocabulary.category_dialog import CategoryDialog
from ui.vocabulary.phrase_dialog import PhraseDialog
from ui.vocabulary.phrases_page import PhrasesPage

W = TypeVar("W", bound=QWidget)
ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def stage(vietnamese: QTranslator, tmp_path: Path, clock: FakeClock) -> Iterator[Stage]:
    wards.made(tmp_path / "station.db", cameras=2)
    stage = Stage(tmp_path, clock, tiles=4)
    stage.window.activateWindow()
    yield stage
    stage.close()


def shown(stage: Stage, kind: type[W]) -> W:
    wait_for(lambda: any(each.isVisible() for each in stage.window.findChildren(kind)))
    return next(each for each in stage.window.findChildren(kind) if each.isVisible())


def retype(box: QLineEdit | QComboBox | QPlainTextEdit, text: str) -> None:
    box.clear()
    write(box, text)


def come_back(stage: Stage) -> None:
    """The window is in front again, as it is when a dialog was closed."""
    wait_for(lambda: not any(each.isVisible() for each in stage.window.findChildren(QDialog)))
    stage.window.activateWindow()
    wait_for(stage.window.isActiveWindow)


def test_a_category_is_made_moved_and_used_no_more_by_keys(stage: Stage) -> None:
    categories = stage.console.categories
    stage.window.show_page("settings")
    QTest.keyClick(stage.window.pages.currentWidget(), Qt.Key.Key_M, CONTROL)
    page = shown(stage, CategoriesPage)
    wait_for(lambda: page.rows.count() == 8)
    assert page.table.hasFocus()
    first, second = (each.name for each in categories.tree()[:2])

    QTest.keyClick(page.table, Qt.Key.Key_Down, ALT)
    wait_for(lambda: categories.tree()[0].name == second)
    wait_for(lambda: page.chosen is not None and page.row == 1)
    assert page.chosen is not None
    assert page.chosen.name == first

    QTest.keyClick(page.table, Qt.Key.Key_Insert)
    dialog = shown(stage, CategoryDialog)
    retype(dialog.name.box, "Trộm xe máy")
    retype(dialog.pre_s.box, "nhiều")
    press(dialog.name.box, Qt.Key.Key_Return)
    assert "số giây nguyên" in dialog.pre_s.error
    retype(dialog.pre_s.box, "90")
    retype(dialog.hold_days.box, "")
    choose(dialog.parent_id, 1)
    dialog.keep()
    wait_for(lambda: page.rows.count() == 9)
    made = page.chosen
    assert made is not None
    assert (made.name, made.pre_s, made.hold_days) == ("Trộm xe máy", 90, None)
    assert made.parent_id == categories.tree()[0].id

    come_back(stage)
    QTest.keyClick(page.table, Qt.Key.Key_Delete)
    wait_for(lambda: any(each.retired for each in categories.tree()))
    wait_for(lambda: page.status.text() == "8 loại đang dùng, 1 loại thôi dùng")
    page.search.setText("xe may")
    assert [page.rows.category(row).id for row in range(page.rows.count())] == [
        made.parent_id,
        made.id,
    ]
    stage.window.pages.let(lambda _: False)
    assert page.rows.count() == 0


def test_a_phrase_is_added_tried_removed_and_brought_back(stage: Stage, tmp_path: Path) -> None:
    phrases = stage.console.phrases
    before = len(phrases.list())
    stage.window.show_page("phrases")
    page = shown(stage, PhrasesPage)
    wait_for(lambda: page.rows.count() == before)

    QTest.keyClick(page.table, Qt.Key.Key_Insert)
    dialog = shown(stage, PhraseDialog)
    write(dialog.code.box, "Vt Hd")
    write(dialog.text.box, "Gì đó")
    dialog.keep()
    wait_for(lambda: "Đã có rồi" in dialog.code.error)
    retype(dialog.code.box, "mxd")
    dialog.keep()
    wait_for(lambda: page.rows.count() == before + 1)
    wait_for(lambda: page.chosen is not None and page.chosen.code == "mxd")

    come_back(stage)
    QTest.keyClick(page.table, Qt.Key.Key_F5)
    assert page.trial.line.hasFocus()
    write(page.trial.line, "02 giờ mxd")
    assert page.trial.answer.text() == "mxd  →  02 giờ Gì đó"

    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Delete)
    wait_for(lambda: page.rows.count() == before)
    wait_for(lambda: "Ctrl+Z" in page.status.text())
    QTest.keyClick(page.table, Qt.Key.Key_Z, CONTROL)
    wait_for(lambda: page.rows.count() == before + 1)

    heard: list[str] = []
    page.failed.connect(heard.append)
    path = tmp_path / "ra.csv"
    page.export_list(path)
    wait_for(path.exists)
    page.import_list(path)
    wait_for(lambda: bool(heard))
    assert heard == [f"Đã thêm: 0. Đã có sẵn: {before + 1}."]


def test_a_plan_is_set_and_a_spot_placed_on_it(stage: Stage, tmp_path: Path) -> None:
    taken: list[Spot | None] = []
    where = (stage.window, stage.desk, stage.console.ward_plan, THEMES[ThemeName.NIGHT])
    dialog = pick_spot(*where, None, taken.append)
    wait_for(lambda: "chưa có sơ đồ" in dialog._nothing._title.text())
    assert not dialog.take.isEnabled()
    dialog.reject()

    settings = stage.window.settings
    assert settings is not None
    stage.window.show_page("settings")
    heard: list[str] = []
    settings.plan.failed.connect(heard.append)
    (tmp_path / "no.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(60))
    settings.plan.take(tmp_path / "no.png")
    wait_for(lambda: bool(heard))
    image = QImage(3000, 1500, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    image.save(str(tmp_path / "plan.png"))
    settings.plan.take(tmp_path / "plan.png")
    wait_for(settings.plan.remove.isEnabled)
    kept = QImage.fromData(stage.console.ward_plan.picture_to_change() or b"")
    assert (kept.width(), kept.height()) == (2400, 1200)

    dialog = pick_spot(*where, None, taken.append)
    wait_for(dialog.take.isEnabled)
    view = dialog.view
    QTest.keyClick(view, Qt.Key.Key_Right)  # in the middle at first
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Up, SHIFT)
    assert view.spot == Spot(5050, 4500)
    QTest.keyClick(view, Qt.Key.Key_Plus)
    spot = view.point_of(Spot(5050, 4500))
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(int(spot.x()) + 40, int(spot.y())))
    assert view.spot is not None
    assert view.spot.x > 5100
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert taken == [view.spot]
