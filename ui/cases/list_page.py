"""The list of cases: the newest first, narrowed, copied, opened; the way to a new one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QWidget,
)

from console.events import Changed
from console.rights import Action
from db.case_records import Category, IncidentId
from db.incident_records import IncidentQuery
from db.records import Officer, OfficerId, Topic
from db.structs import replace
from ui import keys
from ui.cases.case_page import CasePage
from ui.cases.counts_dialog import CountsDialog
from ui.cases.list_filters import CaseFilters
from ui.cases.list_table import IncidentTable
from ui.cases.list_view import CaseView
from ui.cases.list_words import Names
from ui.cases.new_dialog import CaseWish, NewIncidentDialog
from ui.desk import Desk
from ui.icons import icon
from ui.overriding import override
from ui.tables import Nothing
from ui.theme import Colours
from ui.ward import Ward

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.app import Console

_FIND_WIDTH = 340
_MOST_COUNTED = 1000
_AFTER_TYPING_MS = 250
_ICONS = {"case-new": "add", "case-counts": "audit", "case-copy": "export"}


@dataclass(frozen=True, slots=True)
class _Read:
    """What the ids of the list stand for, of one moment."""

    tree: Sequence[Category]
    officers: dict[OfficerId, str]
    me: Officer | None


class CasesPage(CasePage):
    """Lists the incidents that whoever sits here sees."""

    def __init__(
        self, desk: Desk, console: Console, colours: Colours, parent: QWidget | None = None
    ) -> None:
        super().__init__("cases", desk, console, colours, parent)
        self._tree: Sequence[Category] = ()
        self._officers: dict[OfficerId, str] = {}
        self._only: IncidentQuery | None = None  # what another page asked for
        self._rest_is_due = False
        self._chosen: IncidentId | None = None  # to be chosen again when the list is there anew
        self._buttons: dict[str, QPushButton] = {}
        incidents = console.incidents
        self.rows = IncidentTable(desk.tasks, desk.clock, incidents.page, colours, self)
        self.rows.arrived.connect(self._on_arrived)
        self.rows.failed.connect(self.on_failed)
        self._typed = QTimer(self, interval=_AFTER_TYPING_MS, singleShot=True)
        self._typed.timeout.connect(self.renew)
        self._build()
        self.set_colours(colours)
        desk.bridge.changed.connect(self._on_changed)

    def _build(self) -> None:
        self.count = QLabel(self)
        self.count.setObjectName("cases-count")
        self.count.setProperty("quiet", True)
        self.search = QLineEdit(self)
        self.search.setObjectName("cases-find")
        self.search.setPlaceholderText(self.tr("Find: number, words, name, place"))
        self.search.setAccessibleName(keys.words_of("case-search"))
        self.search.setToolTip(keys.hint_of("case-search"))
        self.search.setClearButtonEnabled(True)
        self.search.setFixedWidth(_FIND_WIDTH)
        self.search.textChanged.connect(lambda _: self._typed.start())
        self.search.returnPressed.connect(self._on_enter)
        keys.action("case-search", self, self._on_find)
        tools = QHBoxLayout()
        tools.setSpacing(8)
        tools.addWidget(self._button("case-new", self.ask_new))
        tools.addWidget(self._button("case-counts", self.ask_counts))
        tools.addWidget(self._button("case-copy", self.copy))
        tools.addWidget(self.count, 1)
        tools.addWidget(self.search)
        self._buttons["case-new"].setProperty("main", True)
        self.filters = CaseFilters(self.desk.clock, self)
        self.filters.changed.connect(self._on_filter)
        self.table = CaseView("cases-table", self.tr("Cases"), self.rows, self)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.doubleClicked.connect(lambda _: self.open_chosen())
        keys.action("case-open", self.table, self.open_chosen)
        self._nothing = Nothing("", "", self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._nothing)
        self.column.addLayout(tools)
        self.column.addWidget(self.filters)
        self.column.addWidget(self._stack, 1)

    def _button(self, name: str, slot: Callable[[], object]) -> QPushButton:
        action: QAction = keys.action(name, self, slot)
        button = self._buttons[name] = QPushButton(keys.words_of(name), self)
        button.setObjectName(f"button-{name}")
        button.setToolTip(keys.hint_of(name))
        button.clicked.connect(action.trigger)
        return button

    @property
    def query(self) -> IncidentQuery:
        """What is asked for."""
        asked = self.filters.query if self._only is None else self._only
        return replace(asked, words=self.search.text().strip())

    def show_only(self, query: IncidentQuery) -> None:
        """List what a figure of another page stands for, until a filter or Esc takes it away."""
        self.search.clear()
        self.filters.reset()
        self._only = query
        self.renew()

    @property
    def chosen(self) -> IncidentId | None:
        """The incident of the chosen row."""
        line = self.rows.line(self.table.currentIndex().row())
        return None if line is None else line.id

    @override
    def set_ward(self, ward: Ward) -> None:
        super().set_ward(ward)
        self.filters.set_ward(ward)
        self._name()

    @override
    def set_colours(self, colours: Colours) -> None:
        super().set_colours(colours)
        self.rows.set_colours(colours)
        for name, its in _ICONS.items():
            colour = colours.on_accent if name == "case-new" else colours.text
            self._buttons[name].setIcon(icon(its, colour))

    @override
    def set_rights(self, may: Callable[[Action], bool]) -> None:
        super().set_rights(may)
        self._buttons["case-new"].setVisible(may(Action.HANDLE_INCIDENT))
        if not may(Action.SEE_INCIDENTS):
            self.forget()

    @override
    def take_focus(self) -> None:
        self._read_again()
        some = self._stack.currentIndex() == 0
        (self.table if some else self._buttons["case-new"]).setFocus()

    @override
    def back(self) -> bool:
        """Take search and filters away; False when there were none."""
        was = bool(self.search.text()) or self._only is not None
        self._only = None
        self.search.clear()
        was = self.filters.reset() or was
        if was:
            self.take_focus()
        return was

    @override
    def forget(self) -> None:
        self._typed.stop()
        self._only = None
        for quiet in (self.search, self.filters):
            quiet.blockSignals(True)
        self.search.clear()
        self.filters.reset()
        self.filters.set_officer(None)
        for quiet in (self.search, self.filters):
            quiet.blockSignals(False)
        self._typed.stop()
        self.rows.clear()
        self.count.clear()

    @Slot()
    def renew(self) -> None:
        """Look through the incidents again, from the newest on."""
        self._typed.stop()
        if self.may(Action.SEE_INCIDENTS):
            self._rest_is_due = True
            self._chosen = self.chosen
            self.rows.show_query(self.query)

    def _read_again(self) -> None:
        """Read what is listed: what is chosen and where one has scrolled to stays."""
        if self.may(Action.SEE_INCIDENTS):
            self._rest_is_due = True
            self._chosen = self.chosen
            self.table.keep_place()
            self.rows.renew()

    def ask_new(self) -> None:
        """Ask for a new incident, and open it."""
        if not self.may(Action.HANDLE_INCIDENT):
            return
        dialog = NewIncidentDialog(self.desk, self.console, self.ward, CaseWish(), self)
        dialog.made.connect(self.incident_wanted)
        dialog.ask()

    def ask_counts(self) -> None:
        """What came of the cases of a time, by kind; each figure leads back to them."""
        if self.may(Action.SEE_INCIDENTS):
            dialog = CountsDialog(self.desk, self.console, self._names, self.colours, self)
            dialog.incident_wanted.connect(self.incident_wanted)
            dialog.ask()

    def open_chosen(self) -> None:
        """Show the chosen one whole."""
        if (chosen := self.chosen) is not None:
            self.incident_wanted.emit(chosen)

    def copy(self) -> None:
        """Put the chosen rows, under their titles, where other programs can paste them."""
        chosen = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        if chosen:
            rows = [self.rows.titles(), *(self.rows.words(row) for row in chosen)]
            QApplication.clipboard().setText("\n".join("\t".join(row) for row in rows))

    @property
    def _names(self) -> Names:
        names = {each.id: each.name for each in self._tree}
        return Names(self.ward, names, self._officers)

    def _name(self) -> None:
        self.rows.set_names(self._names)

    @Slot()
    def _read_rest(self) -> None:
        """Read what stands around the rows, once they are there: they come first."""
        if not self.may(Action.SEE_INCIDENTS):  # the screen was locked meanwhile
            return
        console, query = self.console, self.query
        run = self.desk.tasks.run
        run(lambda: console.incidents.count(query), done=self._on_count, failed=self.on_failed)
        run(
            lambda: _Read(
                console.categories.tree(), console.incidents.names(), console.gate.officer()
            ),
            done=self._on_read,
            failed=self.on_failed,
        )

    def _on_read(self, read: _Read) -> None:
        if self.may(Action.SEE_INCIDENTS):
            self._tree, self._officers = read.tree, read.officers
            self.filters.set_tree(read.tree)
            self.filters.set_officer(None if read.me is None else read.me.id)
            self._name()

    def _on_count(self, count: int) -> None:
        if not self.may(Action.SEE_INCIDENTS):
            return
        words = self.tr("{count} cases").format(count=count)
        if count >= _MOST_COUNTED:
            words = self.tr("more than {count} cases").format(count=_MOST_COUNTED)
        if self._only is not None:
            words = self.tr("{counted} behind the figure. Esc: every case").format(counted=words)
        self.count.setText(words if count else "")

    @Slot()
    def _on_arrived(self) -> None:
        if self._rest_is_due:
            self._rest_is_due = False
            QTimer.singleShot(0, self, self._read_rest)  # after the rows are painted
            self._show_anew()

    def _show_anew(self) -> None:
        """The list begins anew: choose again what was chosen, or its first row."""
        found = self.rows.rowCount() > 0
        empty = self._stack.currentIndex() == 1
        on_list = self.table.hasFocus() or (empty and self._buttons["case-new"].hasFocus())
        if found:
            row = None if self._chosen is None else self.rows.row_of(self._chosen)
            self.table.selectRow(row or 0)
        self._stack.setCurrentIndex(0 if found else 1)
        if on_list:
            (self.table if found else self._buttons["case-new"]).setFocus()
        if not found:
            self._nothing.say(*self._why_nothing())

    def _why_nothing(self) -> tuple[str, str]:
        if self.query != IncidentQuery():
            return (
                self.tr("No case fits this"),
                self.tr("Esc takes search and filters away and shows every case again."),
            )
        return (
            self.tr("There is no case yet"),
            self.tr(
                "Ins opens one from nothing. From what was seen: B on the wall bookmarks a moment, "
                "D describes it, and Ctrl+M there makes a case of it."
            ),
        )

    @Slot()
    def _on_enter(self) -> None:
        """In the search: look at once, then be in the list."""
        if self._typed.isActive():
            self.renew()
        self.table.setFocus()

    @Slot()
    def _on_filter(self) -> None:
        self._only = None
        self.renew()

    def _on_find(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    @Slot(Changed)
    def _on_changed(self, event: Changed) -> None:
        if not self.isVisible() or not self.may(Action.SEE_INCIDENTS):
            return
        if Topic.INCIDENTS in event.topics:
            self._read_again()
        elif event.topics & {Topic.CATEGORIES, Topic.OFFICERS}:
            self._read_rest()
