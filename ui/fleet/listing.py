"""The devices page's table: how wide its columns are, and what it does with keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QWidget

from ui.fleet.table import Column, DeviceTable
from ui.tables import RowView

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


class DeviceList(RowView):
    """One row a camera, by number; the name takes what room is left."""

    def __init__(self, rows: DeviceTable, parent: QWidget | None = None) -> None:
        super().__init__("devices-table", "", rows, parent)
        self.setAccessibleName(self.tr("Devices"))
        self.setSortingEnabled(True)
        self.sortByColumn(Column.NUMBER, Qt.SortOrder.AscendingOrder)
        header = self.horizontalHeader()
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, width)
        header.setSectionResizeMode(Column.NAME, QHeaderView.ResizeMode.Stretch)
