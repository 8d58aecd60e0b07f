"""Rows that look and sort themselves: what is chosen stays so, what is gone is let go."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import IntEnum
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QTableView

from ui.found_rows import FoundRows
from ui.overriding import override

RISING, FALLING = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


class Fruits(FoundRows):
    class Column(IntEnum):
        NAME = 0
        COUNT = 1

    columns = Column

    def __init__(self) -> None:
        super().__init__()
        self.fruits = [("plum", 3), ("apple", 9), ("fig", 3), ("melon", 1)]
        self.least = 0
        self.show_anew()

    @override
    def things(self) -> int:
        return len(self.fruits)

    @override
    def lets_through(self, place: int) -> bool:
        return self.fruits[place][1] >= self.least

    @override
    def key(self, column: int) -> Callable[[int], Any]:
        return lambda place: self.fruits[place][column]

    @override
    def data(self, index: Any, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        is_shown = role == Qt.ItemDataRole.DisplayRole
        return self.fruits[self.place(index.row())][index.column()] if is_shown else None

    def names(self) -> list[str]:
        return [self.index(row, 0).data() for row in range(self.rowCount())]


@pytest.fixture
def table(qapp: QApplication) -> Iterator[QTableView]:
    fruits = Fruits()
    tester = QAbstractItemModelTester(
        fruits, QAbstractItemModelTester.FailureReportingMode.Fatal, fruits
    )
    view = QTableView()
    view.setModel(fruits)
    view.setSortingEnabled(True)
    yield view
    view.deleteLater()
    del tester


def fruits_of(table: QTableView) -> Fruits:
    model = table.model()
    assert isinstance(model, Fruits)
    return model


def test_rows_stand_in_the_order_of_a_column_and_equal_ones_as_they_came(table: QTableView) -> None:
    fruits = fruits_of(table)
    table.sortByColumn(Fruits.Column.COUNT, RISING)
    assert fruits.names() == ["melon", "plum", "fig", "apple"]
    table.sortByColumn(Fruits.Column.COUNT, FALLING)
    assert fruits.names() == ["apple", "plum", "fig", "melon"]


def test_what_is_chosen_stays_chosen_when_rows_move(table: QTableView) -> None:
    fruits = fruits_of(table)
    table.sortByColumn(Fruits.Column.COUNT, RISING)
    table.setCurrentIndex(fruits.index(3, 1))

    fruits.fruits[1] = ("apple", 0)
    fruits.rearrange()

    assert fruits.names()[0] == "apple"
    assert table.currentIndex() == fruits.index(0, 1)
    assert fruits.row_of(1) == 0


def test_what_is_not_let_through_any_more_is_not_chosen(table: QTableView) -> None:
    fruits = fruits_of(table)
    table.sortByColumn(Fruits.Column.NAME, RISING)
    table.setCurrentIndex(fruits.index(2, 0))  # the melon

    fruits.least = 3
    fruits.rearrange()
    assert fruits.names() == ["apple", "fig", "plum"]
    assert fruits.row_of(3) is None
    assert table.currentIndex() == QModelIndex() or table.currentIndex().data() != "melon"

    fruits.least = 0
    fruits.rearrange()
    assert fruits.names() == ["apple", "fig", "melon", "plum"]
    assert table.verticalHeader().count() == 4
