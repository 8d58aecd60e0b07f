"""Importing a list of cameras: what would become of each row, then all good ones at once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from console.errors import Problem
from console.events import StreamState
from console.forms import Field
from console.workers import Lane
from ui.desk import Desk
from ui.marks import mark
from ui.messages import rule_sentence, sentence
from ui.theme import Colours

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.lists import ListReport, Lists, RowVerdict

_OK, _DUPLICATE = "ok", "duplicate"  # words of console.lists.Verdict
_MARK = 14


class ImportDialog(QDialog):
    """Shows the report of a list and imports it.  Accepted when the cameras are kept."""

    def __init__(
        self, desk: Desk, lists: Lists, path: Path, colours: Colours, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("import-dialog")
        self._desk = desk
        self._lists = lists
        self._path = path
        self._colours = colours
        self._report: ListReport | None = None
        self._build()
        desk.tasks.run(
            lambda: lists.check(path),
            done=self._on_checked,
            failed=self._on_failed,
            lane=Lane.LONG,
        )

    def _build(self) -> None:
        self.setWindowTitle(self.tr("Import a list"))
        self.resize(900, 560)
        head = QLabel(self.tr("Import {file}").format(file=self._path.name), self)
        head.setObjectName("dialog-title")
        head.setTextFormat(Qt.TextFormat.PlainText)
        self._summary = QLabel(self.tr("Reading the list…"), self)
        self._summary.setObjectName("import-summary")
        self._summary.setWordWrap(True)
        self._table = self._make_table()
        cancel = QPushButton(self.tr("Cancel"), self)
        cancel.setToolTip(self.tr("Close without importing (Esc)"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self._go = QPushButton(self.tr("Import"), self)
        self._go.setObjectName("import-go")
        self._go.setProperty("main", True)
        self._go.setDefault(True)
        self._go.setEnabled(False)
        self._go.setToolTip(self.tr("Keep all rows that are in order (Enter)"))
        self._go.clicked.connect(self._on_go)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self._go)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        for widget in (head, self._summary, self._table):
            column.addWidget(widget)
        column.addLayout(row)

    def _make_table(self) -> QTableWidget:
        table = QTableWidget(0, 5, self)
        table.setObjectName("import-table")
        table.setAccessibleName(self.tr("What was found in each row"))
        table.setHorizontalHeaderLabels(
            [
                self.tr("Row"),
                self.tr("Camera"),
                self.tr("Result"),
                self.tr("Column"),
                self.tr("What to do"),
            ]
        )
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(32)
        table.setShowGrid(False)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(4, QHeaderView.ResizeMode.Stretch)
        for place, width in enumerate((76, 210, 116, 124)):
            table.setColumnWidth(place, width)
        return table

    @property
    def summary(self) -> str:
        """The sentence above the table."""
        return self._summary.text()

    @property
    def table(self) -> QTableWidget:
        """The report."""
        return self._table

    def _on_checked(self, report: ListReport) -> None:
        self._report = report
        self._table.setRowCount(len(report.rows))
        for place, row in enumerate(report.rows):
            self._fill(place, row)
        good = len(report.good)
        words = self.tr("{rows} rows: {good} in order, {bad} left out.").format(
            rows=len(report.rows), good=good, bad=len(report.rows) - good
        )
        if report.ignored:
            words += " " + self.tr("Columns that are not known and not read: {columns}.").format(
                columns=", ".join(report.ignored)
            )
        self._say(words)
        self._go.setText(self.tr("Import {count} cameras").format(count=good))
        self._go.setEnabled(good > 0)

    def _fill(self, place: int, row: RowVerdict) -> None:
        colours = self._colours
        if row.verdict == _OK:
            word, state, advice = self.tr("in order"), StreamState.LIVE, ""
        elif row.verdict == _DUPLICATE:
            word, state = self.tr("double"), StreamState.LATE
            taken = "number_taken" if row.column == Field.NUMBER else "address_taken"
            advice = rule_sentence(taken)
        else:
            word, state, advice = (
                self.tr("left out"),
                StreamState.UNSUPPORTED,
                rule_sentence(row.rule),
            )
        icon = QIcon(mark(state, colours.of_state(state), _MARK))
        column = self._columns().get(row.column, row.column)
        result = QTableWidgetItem(icon, word)
        result.setForeground(QColor(colours.of_state(state)))
        others = (QTableWidgetItem(text) for text in (str(row.row), row.name, column, advice))
        number, name, where, what = others
        for at, item in enumerate((number, name, result, where, what)):
            item.setToolTip(item.text())
            self._table.setItem(place, at, item)

    def _columns(self) -> dict[str, str]:
        return {
            Field.NUMBER: self.tr("Number"),
            Field.NAME: self.tr("Name"),
            Field.CLUSTER: self.tr("Cluster"),
            Field.TEAM: self.tr("Team"),
            Field.MAIN_URL: self.tr("Main stream"),
            Field.SUB_URL: self.tr("Sub stream"),
            Field.USERNAME: self.tr("User"),
            Field.PASSWORD: self.tr("Password"),
            Field.TRANSPORT: self.tr("Transport"),
        }

    @Slot()
    def _on_go(self) -> None:
        report = self._report
        if report is None:
            return
        self._go.setEnabled(False)
        self._desk.tasks.run(
            lambda: self._lists.import_(report),
            done=self._on_imported,
            failed=self._on_failed,
            lane=Lane.WRITE,
        )

    def _on_imported(self, _cameras: object) -> None:
        self.accept()

    def _on_failed(self, problem: Problem) -> None:
        self._say(sentence(problem), wrong=True)
        self._go.setEnabled(self._report is not None)

    def _say(self, words: str, *, wrong: bool = False) -> None:
        self._summary.setText(words)
        self._summary.setProperty("error", wrong)
        self._summary.style().unpolish(self._summary)
        self._summary.style().polish(self._summary)
