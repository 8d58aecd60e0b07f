"""Tables that are read by rows: the view, its model's heads and sides, what is there when empty."""

from __future__ import annotations

from enum import IntEnum
from typing import Any, ClassVar

from PySide6.QtCore import QAbstractItemModel, QAbstractTableModel, QModelIndex, Qt
from PySide6.QtCore import QPersistentModelIndex as _Persistent
from PySide6.QtWidgets import QAbstractItemView, QLabel, QTableView, QVBoxLayout, QWidget

from ui.overriding import override

ROW = 32
# What a view asks each cell for, as it asks: a number.  Seven roles of a thousand cells make the
# difference between a look-up and comparing with an enum.
DISPLAY = Qt.ItemDataRole.DisplayRole.value
TOOL_TIP = Qt.ItemDataRole.ToolTipRole.value
FOREGROUND = Qt.ItemDataRole.ForegroundRole.value
Index = QModelIndex | _Persistent


class RowModel(QAbstractTableModel):
    """Rows of words.  Each kind names its columns and says what stands in them."""

    columns: ClassVar[type[IntEnum]]
    figures: ClassVar[frozenset[IntEnum]] = frozenset()  # these stand on the right

    def titles(self) -> tuple[str, ...]:
        """What stands over the columns: their names in the code, unless a kind says better."""
        return tuple(column.name for column in self.columns)

    def count(self) -> int:
        """How many rows there are."""
        return 0

    def side(self, column: int) -> Qt.AlignmentFlag:
        """Where the words of a column stand, and its title."""
        return side_of(is_figure=column in self.figures)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's signature
        return 0 if parent.isValid() else self.count()

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's signature
        return 0 if parent.isValid() else len(self.columns)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.titles()[section]
        return self.side(section) if role == Qt.ItemDataRole.TextAlignmentRole else None


def side_of(*, is_figure: bool) -> Qt.AlignmentFlag:
    """Figures stand on the right, below each other; words on the left."""
    side = Qt.AlignmentFlag.AlignRight if is_figure else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


class RowView(QTableView):
    """One row is chosen at a time; Tab leaves it, and nothing scrolls sideways."""

    def __init__(
        self, name: str, words: str, model: QAbstractItemModel, parent: QWidget | None = None
    ) -> None:
        """``words`` is what it is called for those who hear it."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setModel(model)
        read_by_rows(self)


def read_by_rows(table: QTableView) -> None:
    """Give a table the habits of all of them."""
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(ROW)
    table.horizontalHeader().setHighlightSections(False)


class Nothing(QWidget):
    """What is in the place of a table without rows: what that means, and what to do."""

    def __init__(self, title: str, advice: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = QLabel(self)
        self._title.setObjectName("empty-title")
        self._advice = QLabel(self)
        self._advice.setObjectName("empty-advice")
        self._advice.setProperty("quiet", True)
        self._column = column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch(2)
        for label in (self._title, self._advice):
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        column.addStretch(3)
        self.say(title, advice)

    def add(self, widget: QWidget) -> None:
        """Something to press, below the words."""
        self._column.insertWidget(self._column.count() - 1, widget, 0, Qt.AlignmentFlag.AlignCenter)

    def say(self, title: str, advice: str) -> None:
        """Something else from now on."""
        self._title.setText(title)
        self._advice.setText(advice)
