"""A box that finds one of many: no diacritics needed, Enter takes the first, emptied is nothing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.find_box import FindBox

NAMES = [(1, "Đặng Thị Quỳnh"), (2, "Nguyễn Văn An"), (3, "Nguyễn Văn Anh")]


@pytest.fixture
def box(qtbot: QtBot) -> FindBox:
    box = FindBox("Mọi cán bộ")
    qtbot.addWidget(box)
    box.set_items(NAMES)
    return box


@pytest.mark.parametrize(
    ("typed", "found"), [("dang", [1]), ("van an", [2, 3]), ("AN nguyen", [2, 3]), ("zz", [])]
)
def test_every_word_must_be_there_in_any_order(box: FindBox, typed: str, found: list[int]) -> None:
    assert [key for key, _ in box.found(typed)] == found


def test_enter_takes_the_first_and_tells_once(box: FindBox, qtbot: QtBot) -> None:
    box.setText("quynh")
    with qtbot.waitSignal(box.picked):
        QTest.keyClick(box, Qt.Key.Key_Return)
    assert (box.choice, box.text()) == (1, "Đặng Thị Quỳnh")

    told: list[bool] = []
    box.picked.connect(lambda: told.append(True))
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert told == []


def test_emptied_it_chooses_nothing(box: FindBox, qtbot: QtBot) -> None:
    box.pick(2)

    with qtbot.waitSignal(box.picked):
        box.clear()

    assert box.choice is None


def test_enter_on_what_nobody_is_called_chooses_nothing(box: FindBox) -> None:
    box.setText("zz")
    QTest.keyClick(box, Qt.Key.Key_Return)

    assert box.choice is None


def test_a_choice_goes_when_it_is_not_offered_any_more(box: FindBox) -> None:
    box.pick(3)
    box.set_items(NAMES)
    assert box.choice == 3

    box.set_items(NAMES[:2])

    assert (box.choice, box.text()) == (None, "")
