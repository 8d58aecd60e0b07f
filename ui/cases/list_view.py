"""The list of cases as it is seen: its columns fill the window, whatever its width."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from ui.cases.list_table import CaseColumn, IncidentTable
from ui.overriding import override
from ui.tables import RowView

# What each needs at least, and its share of what is left.
_WIDTHS = {
    CaseColumn.NUMBER: (98, 0),
    CaseColumn.BEGAN: (130, 0),
    CaseColumn.TITLE: (240, 6),
    CaseColumn.CATEGORY: (126, 2),
    CaseColumn.PLACE: (124, 2),
    CaseColumn.STATE: (122, 0),
    CaseColumn.ASSIGNED: (124, 2),
    CaseColumn.DUE: (116, 0),
    CaseColumn.AGE: (108, 0),
}


class CaseView(RowView):
    """Shows an ``IncidentTable``; columns that are hidden give their room to the others."""

    def __init__(
        self, name: str, words: str, rows: IncidentTable, parent: QWidget | None = None
    ) -> None:
        super().__init__(name, words, rows, parent)
        self.setProperty("dense", True)
        self._place: int | None = None
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        rows.arrived.connect(self._on_arrived)

    def keep_place(self) -> None:
        """What is read again next stands where one has scrolled to."""
        self._place = self.verticalScrollBar().value()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        shown = [each for each in CaseColumn if not self.isColumnHidden(each)]
        shares = sum(_WIDTHS[each][1] for each in shown)
        left = max(0, self.viewport().width() - sum(_WIDTHS[each][0] for each in shown))
        for each in shown:
            least, share = _WIDTHS[each]
            self.setColumnWidth(each, least + left * share // max(1, shares))

    def _on_arrived(self) -> None:
        if self._place is not None:
            self.verticalScrollBar().setValue(self._place)
            self._place = None
