"""Other incidents that an incident has to do with: linked by number or words, opened, unlinked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QWidget

from db.case_records import IncidentId, IncidentState
from db.incident_records import IncidentLine
from ui.cases.list_table import CaseColumn, IncidentTable
from ui.cases.list_view import CaseView
from ui.cases.pick_dialog import PickDialog
from ui.cases.sections.part import Part
from ui.desk import Desk
from ui.overriding import override
from ui.theme import Colours

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.app import Console

_SHOWN = (CaseColumn.NUMBER, CaseColumn.TITLE, CaseColumn.STATE)


class LinksSection(Part):
    """Lists the incidents that are linked with this one, from both sides."""

    def __init__(
        self, desk: Desk, console: Console, colours: Colours, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, console, colours, parent)
        self.setObjectName("case-links")
        page = console.incidents.page
        self.rows = IncidentTable(desk.tasks, desk.clock, page, colours, self)
        self.table = CaseView("links-table", self.title(), self.rows, self)
        for column in CaseColumn:
            self.table.setColumnHidden(column, column not in _SHOWN)
        self.table.doubleClicked.connect(lambda _: self.open_chosen())
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self.dress())
        self.tool("link-open", self.table, self.open_chosen, "cases")
        self.tool("link-add", self, self.ask_other, "add")
        self.tool("link-remove", self.table, self.unlink, "remove")
        self.tools.addStretch(1)
        self._empty = QLabel(
            self.tr(
                "No other case is linked with this one. Ins links one by its number or by words: "
                "the same offender, the same vehicle, the same place."
            ),
            self,
        )
        self._empty.setProperty("quiet", True)
        self._empty.setWordWrap(True)
        self.column.addWidget(self._empty)
        self.column.addWidget(self.table, 1)
        self.column.addStretch(0)

    @override
    def title(self) -> str:
        return self.tr("Linked")

    @property
    def chosen(self) -> IncidentLine | None:
        """The incident of the chosen row."""
        return self.rows.line(self.table.currentIndex().row())

    @override
    def take_focus(self) -> None:
        (self.table if self.rows.count() else self.buttons["link-add"]).setFocus()

    @override
    def set_colours(self, colours: Colours) -> None:
        super().set_colours(colours)
        self.rows.set_colours(colours)

    @override
    def clear(self) -> None:
        super().clear()
        self._show([])

    @override
    def read(self) -> None:
        self.ask(self._work, self._on_read)

    def open_chosen(self) -> None:
        """Show the chosen one."""
        if (chosen := self.chosen) is not None:
            self.incident_wanted.emit(chosen.id)

    def ask_other(self) -> None:
        """Ask with which one this has to do."""
        if self.incident is None or not self.writable:
            return
        dialog = PickDialog(
            self.desk,
            self.console,
            self.colours,
            (self.tr("Link with which case?"), self.tr("Link it")),
            frozenset(IncidentState),
            self,
        )
        dialog.picked.connect(self._link)
        dialog.ask(self.incident.id)

    def unlink(self) -> None:
        """Say that the chosen one has nothing to do with it."""
        if (chosen := self.chosen) is not None:
            ties, other = self.console.case_ties, chosen.id
            self.write(lambda incident_id: ties.unlink(incident_id, other))

    def _link(self, line: IncidentLine) -> None:
        ties, other = self.console.case_ties, line.id
        self.write(lambda incident_id: ties.link(incident_id, other))

    def _work(self, incident_id: IncidentId) -> list[IncidentLine]:
        ids = self.console.case_ties.related(incident_id).incidents
        return self.console.incidents.lines(ids)

    def _on_read(self, lines: list[IncidentLine]) -> None:
        self.set_count(len(lines))
        self._show(lines)

    def _show(self, lines: list[IncidentLine]) -> None:
        before, focused = self.chosen, self.table.hasFocus()
        self.rows.show_lines(lines)
        if lines:
            row = None if before is None else self.rows.row_of(before.id)
            self.table.selectRow(row or 0)
        self.table.setVisible(bool(lines))
        self._empty.setVisible(not lines and self.count is not None)
        if focused and not lines:
            self.buttons["link-add"].setFocus()
        self.dress()

    @override
    def dress(self) -> None:
        some = self.chosen is not None
        self.offer("link-open", possible=some)
        self.offer("link-add", possible=self.writable)
        self.offer("link-remove", possible=some and self.writable)
