"""What came of an incident: lines that are counted, added by keys alone, struck and never lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHeaderView, QLabel, QWidget

from db.case_records import Outcome, OutcomeId
from ui.access.consequence import Consequence
from ui.case_words import outcome_word
from ui.cases.sections.outcome_form import OutcomeDialog
from ui.cases.sections.outcome_table import OutcomeColumn, OutcomeTable, amount_words
from ui.cases.sections.part import Part
from ui.desk import Desk
from ui.overriding import override
from ui.tables import RowView
from ui.theme import Colours

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.app import Console


class OutcomesSection(Part):
    """Lists the lines of outcome by day."""

    def __init__(
        self, desk: Desk, console: Console, colours: Colours, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, console, colours, parent)
        self.setObjectName("case-outcomes")
        self.rows = OutcomeTable(colours, self)
        self.table = RowView("outcomes-table", self.title(), self.rows, self)
        header = self.table.horizontalHeader()
        self.table.setColumnWidth(OutcomeColumn.DAY, 108)
        self.table.setColumnWidth(OutcomeColumn.COUNT, 150)
        header.setSectionResizeMode(OutcomeColumn.KIND, QHeaderView.ResizeMode.Stretch)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self.dress())
        self.tool("outcome-add", self, self.ask_line, "add")
        self.tool("outcome-strike", self.table, self.ask_strike, "remove")
        self.tools.addStretch(1)
        self._empty = QLabel(
            self.tr(
                "Nothing is noted yet. Ins adds a line: case verified, violation fined, exhibits "
                "seized, handed over, or no result. The reports count these lines."
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
        return self.tr("Outcome")

    @property
    def chosen(self) -> Outcome | None:
        """The line of the chosen row."""
        return self.rows.outcome(self.table.currentIndex().row())

    @override
    def take_focus(self) -> None:
        (self.table if self.rows.count() else self.buttons["outcome-add"]).setFocus()

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
        self.ask(self.console.outcomes.of, self._on_read)

    def ask_line(self) -> None:
        """Ask what came of it."""
        if self.incident is not None and self.writable:
            outcomes = self.console.outcomes
            dialog = OutcomeDialog(self.desk, outcomes, self.incident.id, self)
            dialog.accepted.connect(self.changed)
            self.show_dialog(dialog)

    def ask_strike(self) -> None:
        """Ask whether the chosen line shall be counted no longer."""
        chosen = self.chosen
        if chosen is None or chosen.struck_at is not None or not self.writable:
            return
        outcomes = self.console.outcomes
        words = self.tr("{kind}: {amount}").format(
            kind=outcome_word(chosen.kind), amount=amount_words(chosen)
        )
        dialog = Consequence(
            self.tr("Strike this line"),
            self.tr(
                "{line}\n\nIt is counted in no report any more. It stays here, struck, and the "
                "history tells who struck it; to count it again, add it anew."
            ).format(line=words),
            self.tr("Strike the line"),
            self,
        )
        struck: OutcomeId = chosen.id
        dialog.accepted.connect(lambda: self.write(lambda _: outcomes.strike(struck)))
        self.show_dialog(dialog)

    def _on_read(self, outcomes: list[Outcome]) -> None:
        self.set_count(sum(each.struck_at is None for each in outcomes))
        self._show(outcomes)

    def _show(self, outcomes: list[Outcome]) -> None:
        before = self.chosen
        focused = self.table.hasFocus()
        self.rows.show_outcomes(outcomes)
        ids = [each.id for each in outcomes]
        if ids:
            row = ids.index(before.id) if before is not None and before.id in ids else len(ids) - 1
            self.table.selectRow(row)
        self.table.setVisible(bool(ids))
        self._empty.setVisible(not ids and self.count is not None)
        if focused and not ids:
            self.buttons["outcome-add"].setFocus()
        self.dress()

    @override
    def dress(self) -> None:
        chosen = self.chosen
        counted = chosen is not None and chosen.struck_at is None
        self.offer("outcome-add", possible=self.writable)
        self.offer("outcome-strike", possible=self.writable and counted)
