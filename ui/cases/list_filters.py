"""What narrows the list of cases: state, category, severity, place, time, whose they are."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from console.clock import Clock
from console.periods import Period, PeriodUnclear, period_of
from db.case_records import Category, IncidentState, Severity
from db.incident_records import IncidentQuery
from db.records import OfficerId
from ui import keys
from ui.case_words import category_words, severity_word, state_word
from ui.cases.list_words import OPEN
from ui.find_box import FindBox
from ui.ward import Ward


class CaseFilters(QWidget):
    """A row of boxes; ``changed`` comes when the list must be read anew."""

    changed = Signal()

    def __init__(self, clock: Clock, parent: QWidget) -> None:
        """The key for "assigned to me" acts in the whole of ``parent``."""
        super().__init__(parent)
        self._clock = clock
        self._period = Period()
        self._me: OfficerId | None = None
        self.state = self._box("case-state", self.tr("Every state"))
        self.category = self._box("case-category", self.tr("Every category"))
        self.severity = self._box("case-severity", self.tr("Every severity"))
        self.place = self._box("case-place", self.tr("Every cluster and team"))
        self.when = QLineEdit(self)
        self.when.setObjectName("case-when")
        self.when.setPlaceholderText(self.tr("Began: yesterday 22h, 20/11 - 23/11…"))
        self.when.setAccessibleName(self.tr("When it began"))
        self.when.setToolTip(
            self.tr("A day, an hour or both: today, yesterday 22h, 20/11 - 23/11 6h, 7 days")
        )
        self.when.setClearButtonEnabled(True)
        mine = keys.action("case-mine", parent, self.toggle_mine)
        self.mine = QPushButton(mine.text(), self)
        self.mine.setObjectName("button-case-mine")
        self.mine.setToolTip(mine.toolTip())
        self.mine.setCheckable(True)
        self.mine.clicked.connect(self.changed)
        self._unclear = QLabel(self)
        self._unclear.setObjectName("error-when")
        self._unclear.setProperty("error", True)
        self._unclear.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._unclear.hide()
        row = QHBoxLayout()
        row.setSpacing(8)
        for box, share in (
            (self.state, 4),
            (self.category, 4),
            (self.severity, 3),
            (self.place, 4),
            (self.when, 5),
        ):
            row.addWidget(box, share)
        row.addWidget(self.mine)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._unclear)
        self.when.editingFinished.connect(self._on_when)
        self.when.textChanged.connect(self._on_typed)
        self.state.set_items(
            [
                (OPEN, self.tr("All that are open")),
                *((frozenset({each}), state_word(each)) for each in IncidentState),
            ]
        )
        self.severity.set_items([(frozenset({each}), severity_word(each)) for each in Severity])

    def _box(self, name: str, words: str) -> FindBox:
        box = FindBox(words, self)
        box.setObjectName(name)
        box.picked.connect(self.changed)
        return box

    @property
    def query(self) -> IncidentQuery:
        """What is asked for."""
        category = self.category.choice
        return IncidentQuery(
            states=self.state.choice or frozenset(),
            severities=self.severity.choice or frozenset(),
            categories=frozenset() if category is None else frozenset({category}),
            clusters=self.place.choice or frozenset(),
            assigned_to=self._me if self.mine.isChecked() else None,
            since=self._period.since,
            until=self._period.until,
        )

    @property
    def is_narrow(self) -> bool:
        """Whether anything is filtered."""
        return self.query != IncidentQuery()

    def set_officer(self, officer_id: OfficerId | None) -> None:
        """Whose those "assigned to me" are; None: nobody's, on a station without officers."""
        self._me = officer_id
        self.mine.setVisible(officer_id is not None)
        if officer_id is None:
            self.mine.setChecked(False)

    def set_tree(self, tree: Sequence[Category]) -> None:
        """Offer these categories, retired ones too: there are cases of them."""
        self.category.set_items([(each.id, category_words(each.id, tree)) for each in tree])

    def set_ward(self, ward: Ward) -> None:
        """Offer these clusters, and the teams with all of theirs."""
        clusters = [(frozenset({each.id}), each.name) for each in ward.clusters]
        teams = [
            (frozenset(each.id for each in ward.clusters if each.team_id == team.id), team.name)
            for team in ward.teams
        ]
        self.place.set_items([*clusters, *((theirs, name) for theirs, name in teams if theirs)])

    def toggle_mine(self) -> None:
        """Show those that are assigned to whoever sits here, or all again."""
        if self._me is not None:
            self.mine.click()

    def reset(self) -> bool:
        """Filter nothing; whether anything was filtered."""
        was = self.is_narrow or bool(self.when.text())
        self.blockSignals(True)
        for box in (self.state, self.category, self.severity, self.place, self.when):
            box.clear()
        self.mine.setChecked(False)
        self._on_when()
        self.blockSignals(False)
        if was:
            self.changed.emit()
        return was

    @Slot()
    def _on_when(self) -> None:
        try:
            period = period_of(self.when.text(), self._clock.now())
        except PeriodUnclear:
            self._unclear.setText(
                self.tr("This time is not clear. Type such as: yesterday 22h, 20/11 - 23/11 6h.")
            )
            self._unclear.show()
            return
        self._unclear.hide()
        if period != self._period:
            self._period = period
            self.changed.emit()

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        self._unclear.hide()
        if not text:
            self._on_when()
