"""The log's page: searched, read, verified, exported."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from console.asked import IncidentNumber
from console.errors import NotAllowed, Problem
from console.events import Changed
from console.rights import Action
from console.workers import Stop
from db.records import Officer, Topic
from ui import keys
from ui.audit.card import EntryCard
from ui.audit.filters import Filters
from ui.audit.table import Column, LogTable
from ui.audit.verdict import grouped, verdict_words
from ui.audit.wording import export_kinds, wording
from ui.audit.work_bar import WorkBar
from ui.case_words import number_of
from ui.desk import Desk
from ui.icons import icon
from ui.messages import sentence
from ui.tables import Nothing, RowView
from ui.theme import Colours
from ui.times import stamp_words
from ui.ward import Ward

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.app import Console
    from console.audit_view import HeadView

_ROW = 32
_WIDTHS = {Column.TIME: 160, Column.WHO: 190, Column.ACT: 230}
_MOST_COUNTED = 10_000
_CARD = 320


@dataclass(frozen=True, slots=True)
class _Read:
    """What stands around the table, of one moment."""

    head: HeadView
    officers: list[Officer]


class AuditPage(QWidget):
    """Who did what, when, to which camera; and whether the log is as it was written."""

    failed = Signal(str)  # a sentence for the notice bar

    def __init__(
        self, desk: Desk, console: Console, colours: Colours, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("audit-page")
        self._desk = desk
        self._console = console
        self._may: Callable[[Action], bool] = lambda _: False
        self._rest_is_due = False
        self._buttons: dict[str, QPushButton] = {}
        self.rows = LogTable(desk.tasks, colours, self)
        self.rows.arrived.connect(self._on_arrived)
        self.rows.failed.connect(self._on_failed)
        self._build()
        self.set_colours(colours)
        desk.bridge.changed.connect(self._on_changed)

    def _build(self) -> None:
        title = QLabel(self.tr("Log"), self)
        title.setObjectName("page-title")
        self._count = QLabel(self)
        self._count.setObjectName("audit-count")
        self._count.setProperty("quiet", True)
        tools = QHBoxLayout()
        tools.setSpacing(8)
        tools.addWidget(title)
        tools.addWidget(self._count, 1)
        for name, slot in (
            ("audit-newest", self.renew),
            ("audit-verify", self.verify),
            ("audit-export", self._on_export),
        ):
            keys.action(name, self, slot)
            tools.addWidget(self._button(name, slot))
        self.filters = Filters(self._desk.clock, self)
        self.filters.changed.connect(self.renew)
        self.filters.incident_wanted.connect(self._on_incident_wanted)
        keys.action("audit-find", self, self.filters.officer.setFocus)
        self.work = WorkBar(self._desk, self)
        self.card = EntryCard(self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._make_table())
        nothing = self.tr("Nothing fits this")
        advice = self.tr("Esc takes the filters away and shows everything again.")
        self._stack.addWidget(Nothing(nothing, advice, self))
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setChildrenCollapsible(False)
        split.addWidget(self._stack)
        split.addWidget(self.card)
        split.setStretchFactor(0, 1)
        split.setSizes([10_000, _CARD])
        self.card.setMinimumWidth(_CARD)
        self._head = QLabel(self)
        self._head.setObjectName("audit-head")
        self._head.setProperty("quiet", True)
        self._head.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(12)
        column.addLayout(tools)
        column.addWidget(self.filters)
        column.addWidget(self.work)
        column.addWidget(split, 1)
        column.addWidget(self._head)

    def _button(self, name: str, slot: Callable[[], None]) -> QPushButton:
        button = QPushButton(keys.words_of(name), self)
        button.setObjectName(f"button-{name}")
        button.setToolTip(keys.hint_of(name))
        button.clicked.connect(lambda _checked=False: slot())
        self._buttons[name] = button
        return button

    def _make_table(self) -> RowView:
        self.table = table = RowView("audit-table", self.tr("Log"), self.rows, self)
        header = table.horizontalHeader()
        for column, width in _WIDTHS.items():
            table.setColumnWidth(column, width)
        header.setSectionResizeMode(Column.WHAT, QHeaderView.ResizeMode.Stretch)
        table.selectionModel().currentRowChanged.connect(self._on_row)
        return table

    def set_ward(self, ward: Ward) -> None:
        """Offer these cameras to look for."""
        self.filters.set_cameras(ward.cameras)

    def set_rights(self, may: Callable[[Action], bool]) -> None:
        """Show what whoever sits here may see, and nothing of it to anybody else."""
        self._may = may
        if not may(Action.SEE_AUDIT):
            self.rows.clear()
            self.card.show_entry(None)
            self._head.clear()
            self._count.clear()
        self._dress()

    def set_colours(self, colours: Colours) -> None:
        """Another theme."""
        self.rows.set_colours(colours)
        for name, button in self._buttons.items():
            button.setIcon(icon(name.removeprefix("audit-"), colours.text))

    def take_focus(self) -> None:
        """Be ready for keys, with the newest entries."""
        self.renew()
        self.table.setFocus()

    def back(self) -> bool:
        """Stop what is under way, else take the filters away; False when there was nothing."""
        if self.work.is_busy:
            self.work.stop()
            return True
        return self.filters.reset()

    def renew(self) -> None:
        """Look through the log again, from its newest entry on."""
        if not self._may(Action.SEE_AUDIT):
            return
        self._rest_is_due = True
        self.rows.show_log(self._console.log.search, self.filters.query)

    @Slot()
    def _read_rest(self) -> None:
        """Read what stands around the rows, once they are there: they come first."""
        if not self._may(Action.SEE_AUDIT):  # the screen was locked meanwhile
            return
        log, access, query = self._console.log, self._console.access, self.filters.query
        self._desk.tasks.renew(
            lambda: log.count(query), done=self._on_count, failed=self._on_failed
        )
        self._desk.tasks.renew(
            lambda: _Read(log.head(), access.officers()), done=self._on_read, failed=self._on_failed
        )

    def verify(self) -> None:
        """Verify the whole log; the answer stands above the table."""
        if self._may(Action.VERIFY_AUDIT):
            log = self._console.log
            self.work.run(
                self.tr("Verifying every entry and every signature…"),
                lambda stop, progressed: log.verify(stop=stop, progressed=progressed),
                verdict_words,
            )

    def export(self, path: Path) -> None:
        """Write what is filtered to a workbook, or to a paper where ``path`` ends with .pdf."""
        exports, query = self._console.log_export, self.filters.query
        paper = path.suffix.lower() == ".pdf"
        write = exports.export_paper if paper else exports.export_workbook

        def work(stop: Stop, progressed: Callable[[int, int], None]) -> int:
            return write(path, query, wording(), stop=stop, progressed=progressed)

        def told(count: int) -> tuple[str, str]:
            words = self.tr("{count} entries were written to {file}.")
            return words.format(count=grouped(count), file=path.name), "good"

        unwritten = self.tr("{file} could not be written. Choose another folder.")
        self.work.run(
            self.tr("Writing {file}…").format(file=path.name),
            work,
            told,
            unwritten.format(file=path.name),
        )

    def _on_export(self) -> None:
        if not self._may(Action.EXPORT_AUDIT):
            return
        today = f"{self._desk.clock.now().astimezone():%Y-%m-%d}"
        name, chosen = QFileDialog.getSaveFileName(
            self,
            self.tr("Export the log"),
            self.tr("log-{day}.xlsx").format(day=today),
            export_kinds(),
        )
        if name:
            path = Path(name)
            ending = ".pdf" if "pdf" in chosen else ".xlsx"
            self.export(path if path.suffix else path.with_suffix(ending))

    @Slot(object)
    def _on_incident_wanted(self, wanted: IncidentNumber) -> None:
        if not self._may(Action.SEE_AUDIT):
            return
        log, filters = self._console.log, self.filters
        year, number = wanted.year or self._desk.clock.now().astimezone().year, wanted.number
        self._desk.tasks.run(
            lambda: log.incident(year, number),
            done=lambda found: filters.take_incident(wanted, found, number_of(year, number)),
            failed=self._on_incident_failed,
        )

    def _on_incident_failed(self, problem: Problem) -> None:
        self.filters.give_up_incident()
        self._on_failed(problem)

    def _on_read(self, read: _Read) -> None:
        if not self._may(Action.SEE_AUDIT):
            return
        self.filters.set_officers(read.officers)
        head = read.head
        words = self.tr("Newest entry {seq}: {groups}").format(
            seq=grouped(head.seq), groups=head.groups
        )
        signed = self.tr("never signed yet")
        if head.signed_at is not None:
            signed = self.tr("signed up to {seq} on {time}").format(
                seq=grouped(head.signed_seq), time=stamp_words(head.signed_at)
            )
        self._head.setText(f"{words}   ·   {signed}")

    def _on_count(self, count: int) -> None:
        words = self.tr("{count} entries").format(count=grouped(count))
        if count >= _MOST_COUNTED:
            words = self.tr("more than {count} entries").format(count=grouped(_MOST_COUNTED))
        self._count.setText(words)

    @Slot()
    def _on_arrived(self) -> None:
        if self._rest_is_due:
            self._rest_is_due = False
            QTimer.singleShot(0, self, self._read_rest)  # after the rows are painted
        found = self.rows.rowCount() > 0
        self._stack.setCurrentIndex(0 if found else 1)
        if not self.table.currentIndex().isValid():
            self.card.show_entry(None)

    @Slot(QModelIndex)
    def _on_row(self, index: QModelIndex) -> None:
        self.card.show_entry(self.rows.entry(index.row()) if index.isValid() else None)

    @Slot(object)
    def _on_failed(self, problem: Problem) -> None:
        self.failed.emit(sentence(problem))

    @Slot(Changed)
    def _on_changed(self, event: Changed) -> None:
        """New entries are told of, not put in: rows would move under the eyes of who reads."""
        if Topic.AUDIT in event.topics and self.isVisible() and not self.work.is_busy:
            self._count.setText(self.tr("there are newer entries (Ctrl+Home)"))

    def _dress(self) -> None:
        for name, action in (
            ("audit-verify", Action.VERIFY_AUDIT),
            ("audit-export", Action.EXPORT_AUDIT),
        ):
            button, allowed = self._buttons[name], self._may(action)
            button.setEnabled(allowed)
            refusal = sentence(NotAllowed(action, "role"))
            button.setToolTip(keys.hint_of(name) if allowed else refusal)
