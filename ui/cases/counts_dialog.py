"""What came of the cases of a time: a figure for each kind, and the cases behind it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from console.errors import FieldRefused, Problem
from console.periods import PeriodUnclear, period_of
from db.case_records import IncidentId, OutcomeKind
from db.incident_records import Behind, CaseBehind, IncidentLine, IncidentQuery, Tally
from ui import keys
from ui.case_words import date_words, outcome_word
from ui.cases.counts_table import CountColumn, CountsTable
from ui.cases.list_table import CaseColumn, IncidentTable
from ui.cases.list_view import CaseView
from ui.cases.list_words import Names
from ui.desk import Desk
from ui.messages import sentence
from ui.tables import RowView
from ui.theme import Colours

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.app import Console

_SIZE = (1180, 560)
_KINDS_WIDTH = 470
_FIRST_DAY = date(2000, 1, 1)
_TICK = timedelta(microseconds=1)
_LEFT_OUT = (
    CaseColumn.CATEGORY,
    CaseColumn.PLACE,
    CaseColumn.ASSIGNED,
    CaseColumn.DUE,
    CaseColumn.AGE,
)


_Counted = tuple[date, date, bool]  # the first day, the last, only what is approved
_ReadBehind = Callable[[int, Behind | None], list[CaseBehind]]


class _Pages:
    """The cases behind a figure as a list of cases asks for them: page by page, one at a time."""

    def __init__(self) -> None:
        self._read: _ReadBehind | None = None
        self._keys: dict[IncidentId, Behind] = {}

    def begin(self, read: _ReadBehind) -> None:
        """These from now on."""
        # Anew, not emptied: a page of those before may still be on its way.
        self._read, self._keys = read, {}

    def read(self, query: IncidentQuery) -> list[IncidentLine]:
        """A page, off the GUI thread."""
        read, keys_ = self._read, self._keys
        if read is None:
            return []
        found = read(query.limit, None if query.before is None else keys_.get(query.before[1]))
        keys_.update((each.line.id, each.key) for each in found)
        return [each.line for each in found]


class CountsDialog(QDialog):
    """Counts outcomes of some days; choosing a figure lists its cases, Enter opens one."""

    incident_wanted = Signal(object)  # the IncidentId

    def __init__(
        self, desk: Desk, console: Console, names: Names, colours: Colours, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("case-figures")
        self.setWindowTitle(self.tr("What came of the cases"))
        self.resize(*_SIZE)
        self._desk = desk
        self._console = console
        self._round = 0  # of the figures; answers of an earlier one come too late
        self._counted: _Counted = (_FIRST_DAY, _FIRST_DAY, False)
        self._shown: Tally | None = None  # whose cases are listed
        self.kinds = CountsTable(colours, self)
        self._pages = _Pages()
        self.rows = IncidentTable(desk.tasks, desk.clock, self._pages.read, colours, self)
        self.rows.arrived.connect(self._on_cases)
        self.rows.failed.connect(self._on_failed)
        self.rows.set_names(names)
        self._build()

    def _build(self) -> None:
        head = QLabel(self.windowTitle(), self)
        head.setObjectName("dialog-title")
        self.when = QLineEdit(self)
        self.when.setObjectName("figures-when")
        self.when.setText(f"01/{self._desk.clock.now().astimezone():%m/%Y} - {self._today_words}")
        self.when.setAccessibleName(self.tr("Days that are counted"))
        self.when.setToolTip(self.tr("Days: October, 20/11 - 23/11, 30 days; then Enter"))
        self.when.setFixedWidth(260)
        self.when.returnPressed.connect(self.count)
        self.approved = QCheckBox(self.tr("Only of approved cases"), self)
        self.approved.setToolTip(self.tr("Leave out what the chief has not vouched for yet"))
        self.approved.toggled.connect(self.count)
        self._said = QLabel(self)
        self._said.setObjectName("figures-said")
        self._said.setWordWrap(True)
        tools = QHBoxLayout()
        tools.setSpacing(12)
        tools.addWidget(self.when)
        tools.addWidget(self.approved)
        tools.addWidget(self._said, 1)
        self.table = RowView("figures-table", self.windowTitle(), self.kinds, self)
        self.table.setFixedWidth(_KINDS_WIDTH)
        header = self.table.horizontalHeader()
        for figure in (CountColumn.COUNT, CountColumn.PERSONS, CountColumn.CASES):
            self.table.setColumnWidth(figure, 84)
        header.setSectionResizeMode(CountColumn.KIND, QHeaderView.ResizeMode.Stretch)
        self.table.selectionModel().currentRowChanged.connect(self._on_kind)
        self.list = CaseView("figures-cases", self.tr("Cases"), self.rows, self)
        for left_out in _LEFT_OUT:
            self.list.setColumnHidden(left_out, True)
        self.list.doubleClicked.connect(lambda _: self.open_chosen())
        keys.action("figures-into", self.table, self._into)
        keys.action("figures-open", self.list, self.open_chosen)
        self._told = QLabel(self)
        self._told.setObjectName("figures-told")
        self._told.setProperty("quiet", True)
        both = QHBoxLayout()
        both.setSpacing(12)
        both.addWidget(self.table)
        beside = QVBoxLayout()
        beside.setSpacing(8)
        beside.addWidget(self._told)
        beside.addWidget(self.list, 1)
        both.addLayout(beside, 1)
        close = QPushButton(self.tr("Close"), self)
        close.setToolTip(self.tr("Close (Esc)"))
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addWidget(head)
        column.addLayout(tools)
        column.addLayout(both, 1)
        column.addLayout(foot)

    def ask(self) -> None:
        """Show it over its parent, with this month."""
        self.count()
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.finished.connect(self.deleteLater)
        self.show()
        self.table.setFocus()

    @Slot()
    def count(self) -> None:
        """Count the days that were typed."""
        try:
            first, last = self._days()
        except FieldRefused as problem:
            self._say(sentence(problem), wrong=True)
            return
        self._round += 1
        its_round, outcomes = self._round, self._console.outcomes
        approved = self.approved.isChecked()

        def done(tallies: Mapping[OutcomeKind, Tally]) -> None:
            if its_round == self._round:
                words = self.tr("{first} to {last}, both days counted")
                self._say(words.format(first=date_words(first), last=date_words(last)))
                self._counted = (first, last, approved)
                self._show(tallies)

        self._desk.tasks.run(
            lambda: outcomes.tally(first, last, approved_only=approved),
            done=done,
            failed=self._on_failed,
        )

    def open_chosen(self) -> None:
        """Show the chosen case whole."""
        line = self.rows.line(self.list.currentIndex().row())
        if line is not None:
            self.incident_wanted.emit(line.id)
            self.accept()

    def _show(self, tallies: Mapping[OutcomeKind, Tally]) -> None:
        self.kinds.show_tallies(tallies)
        if not self.table.selectionModel().hasSelection():  # a focus alone chooses nothing
            some = [place for place, kind in enumerate(OutcomeKind) if tallies[kind].lines]
            self.table.selectRow(some[0] if some else 0)
        self._on_kind(self.table.currentIndex())

    @Slot(QModelIndex)
    def _on_kind(self, index: QModelIndex) -> None:
        tally = self._shown = self.kinds.tally(index.row())
        self.rows.clear()
        self._told.clear()
        if tally is None or not tally.cases:
            return
        first, last, approved = self._counted
        outcomes = self._console.outcomes
        self._pages.begin(
            lambda limit, before: outcomes.behind(
                tally.kind, first, last, approved_only=approved, limit=limit, before=before
            )
        )
        self.rows.show_query(IncidentQuery())

    @Slot()
    def _on_cases(self) -> None:
        """A page of the cases is there; the first brings the words."""
        tally = self._shown
        if tally is None or self._told.text():
            return
        self.list.selectRow(0)
        words = self.tr("{kind}: {count} cases; Enter goes into the list, then opens one")
        self._told.setText(words.format(kind=outcome_word(tally.kind), count=tally.cases))

    def _into(self) -> None:
        if self.rows.rowCount():
            self.list.setFocus()

    def _days(self) -> tuple[date, date]:
        """The first and the last day that were typed.  Raises FieldRefused."""
        now = self._desk.clock.now()
        try:
            period = period_of(self.when.text(), now)
        except PeriodUnclear as error:
            raise FieldRefused("when", "hold_period") from error
        first = _FIRST_DAY if period.since is None else period.since.astimezone().date()
        until = now if period.until is None else period.until - _TICK
        return first, until.astimezone().date()

    @property
    def _today_words(self) -> str:
        return f"{self._desk.clock.now().astimezone():%d/%m/%Y}"

    def _on_failed(self, problem: Problem) -> None:
        self._say(sentence(problem), wrong=True)

    def _say(self, words: str, *, wrong: bool = False) -> None:
        self._said.setText(words)
        self._said.setProperty("error", wrong)
        self._said.setProperty("quiet", not wrong)
        self._said.style().unpolish(self._said)
        self._said.style().polish(self._said)
