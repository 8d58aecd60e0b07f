"""The devices page's table: how wide its columns are, and what it does with keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui.fleet.table import Column, FoundDevices

_ROW = 32
_WIDTHS = {
    Column.NUMBER: 64,
    Column.CLUSTER: 180,
    Column.TEAM: 130,
    Column.ADDRESS: 128,
    Column.STREAMS: 100,
    Column.STATE: 160,
    Column.SINCE: 96,
    Column.FPS: 72,
    Column.RATE: 72,
}


class DeviceList(QTableView):
    """One row a camera, by number; the name takes what room is left."""

    def __init__(self, found: FoundDevices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("devices-table")
        self.setAccessibleName(self.tr("Devices"))
        self.setModel(found)
        self.setSortingEnabled(True)
        self.sortByColumn(Column.NUMBER, Qt.SortOrder.AscendingOrder)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, width)
        header.setSectionResizeMode(Column.NAME, QHeaderView.ResizeMode.Stretch)
