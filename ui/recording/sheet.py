"""A small table that is read, not searched: as high as its rows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from ui.tables import ROW, read_by_rows, side_of


class SmallTable(QTableWidget):
    """Rows of words; the first column takes what room is left."""

    def __init__(self, name: str, words: str, parent: QWidget | None = None) -> None:
        """``words`` is what it is called for those who hear it."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(words)
        read_by_rows(self)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_rows(
        self, titles: Sequence[str], rows: Sequence[Sequence[str]], *, words: int = 1
    ) -> None:
        """Show these; the first ``words`` columns are words, the others figures.

        The chosen row stays chosen.
        """
        chosen = self.currentRow()
        self.setColumnCount(len(titles))
        for column, title in enumerate(titles):
            head = QTableWidgetItem(title)
            head.setTextAlignment(side_of(is_figure=column >= words))
            self.setHorizontalHeaderItem(column, head)
        self.setRowCount(len(rows))
        for row, cells in enumerate(rows):
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                item.setTextAlignment(side_of(is_figure=column >= words))
                self.setItem(row, column, item)
        header = self.horizontalHeader()
        for column in range(len(titles)):
            mode = QHeaderView.ResizeMode
            header.setSectionResizeMode(column, mode.ResizeToContents if column else mode.Stretch)
        self.setFixedHeight(ROW * (len(rows) + 1) + 4)
        if 0 <= chosen < len(rows):
            self.setCurrentCell(chosen, 0)
