"""The officers page: who may sign in, as what, and all that an administrator does about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from console.errors import Problem
from console.events import Changed
from console.rights import Action
from console.secret import Secret
from console.workers import Lane
from db.records import Officer, Team, Topic
from ui import keys
from ui.access.confirm import run_confirmed
from ui.access.consequence import Consequence
from ui.access.officer_dialog import OfficerDialog
from ui.access.officers_table import OFFICER_ROLE, OfficerColumn, OfficerTable
from ui.access.one_time import OneTimeDialog
from ui.desk import Desk
from ui.icons import icon
from ui.messages import sentence
from ui.overriding import override
from ui.tables import Nothing, RowView
from ui.theme import Colours

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.app import Console

T = TypeVar("T")

_ROW = 32
_WIDTHS = {OfficerColumn.ROLE: 150, OfficerColumn.STATE: 250}
_ICONS = {
    "officer-add": "add",
    "officer-change": "change",
    "officer-reset": "key",
    "officer-lift": "unlock",
    "officer-disable": "lock",
    "officer-erase": "remove",
}


class OfficersPage(QWidget):
    """Lists the officers; whoever may, adds, changes, resets, disables and erases them."""

    failed = Signal(str)  # a sentence for the notice bar

    def __init__(
        self, desk: Desk, console: Console, colours: Colours, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("officers-page")
        self._desk = desk
        self._console = console
        self._teams: Sequence[Team] = ()
        self._allowed = False
        self._actions: dict[str, QAction] = {}
        self._buttons: dict[str, QPushButton] = {}
        self._rows = OfficerTable(desk.clock, self)
        self._build()
        self.set_colours(colours)
        desk.bridge.changed.connect(self._on_changed)

    def _build(self) -> None:
        title = QLabel(self.tr("Officers"), self)
        title.setObjectName("page-title")
        self._count = QLabel(self)
        self._count.setProperty("quiet", True)
        self._search = QLineEdit(self)
        self._search.setObjectName("officers-search")
        self._search.setPlaceholderText(self.tr("Find by name, role, team…"))
        self._search.setAccessibleName(keys.words_of("officer-find"))
        self._search.setToolTip(keys.hint_of("officer-find"))
        self._search.setClearButtonEnabled(True)
        self._search.setMaximumWidth(320)
        self._search.textChanged.connect(self._on_search)
        keys.action("officer-find", self, self._search.setFocus)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(title)
        row.addWidget(self._count)
        row.addStretch(1)
        row.addWidget(self._search, 1)
        tools = QHBoxLayout()
        tools.setSpacing(8)
        for name, slot in self._doings():
            action = self._actions[name] = keys.action(name, self, slot)
            button = self._buttons[name] = QPushButton(action.text(), self)
            button.setObjectName(f"button-{name}")
            button.setToolTip(action.toolTip())
            button.setProperty("main", name == "officer-add")
            button.clicked.connect(action.trigger)
            tools.addWidget(button)
        tools.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(12)
        column.addLayout(row)
        column.addLayout(tools)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._make_table())
        nothing = self.tr("No officer fits this")
        advice = self.tr("Esc takes the search away and shows everyone again.")
        self._stack.addWidget(Nothing(nothing, advice, self))
        column.addWidget(self._stack, 1)

    def _doings(self) -> tuple[tuple[str, Callable[[], None]], ...]:
        return (
            ("officer-add", self._on_add),
            ("officer-change", self._on_change),
            ("officer-reset", self._on_reset),
            ("officer-lift", self._on_lift),
            ("officer-disable", self._on_disable),
            ("officer-erase", self._on_erase),
        )

    def _make_table(self) -> RowView:
        words = self.tr("Officers")
        self.table = table = RowView("officers-table", words, self._rows, self)
        table.setSortingEnabled(True)
        table.sortByColumn(OfficerColumn.NAME, Qt.SortOrder.AscendingOrder)
        header = table.horizontalHeader()
        for column, width in _WIDTHS.items():
            table.setColumnWidth(column, width)
        for column in (OfficerColumn.NAME, OfficerColumn.TEAMS):
            header.setSectionResizeMode(column, header.ResizeMode.Stretch)
        table.activated.connect(lambda _: self._actions["officer-change"].trigger())
        table.selectionModel().selectionChanged.connect(self._on_row)
        return table

    def set_rights(self, may: Callable[[Action], bool]) -> None:
        """Offer what whoever sits here may do; the rest is out of sight."""
        self._allowed = may(Action.CHANGE_OFFICERS)
        for button in self._buttons.values():
            button.setVisible(self._allowed)
        self._on_row()

    def set_colours(self, colours: Colours) -> None:
        """Another theme."""
        for name, button in self._buttons.items():
            colour = colours.on_accent if name == "officer-add" else colours.text
            button.setIcon(icon(_ICONS[name], colour))

    def take_focus(self) -> None:
        """Be ready for keys."""
        self.table.setFocus()

    def back(self) -> bool:
        """Take the search away; False when there was none."""
        searched = bool(self._search.text())
        self._search.clear()
        if searched:
            self.table.setFocus()
        return searched

    def _read(self) -> None:
        access, fleet = self._console.access, self._console.fleet
        self._desk.tasks.renew(
            lambda: (access.officers(), fleet.view().teams),
            done=self._on_read,
            failed=self._on_failed,
        )

    def _on_read(self, read: tuple[list[Officer], Sequence[Team]]) -> None:
        officers, self._teams = read
        chosen = self._chosen()
        self._rows.set_officers([each for each in officers if not each.erased], self._teams)
        if chosen is not None:
            self.choose(chosen.name)
        self._on_row()

    def choose(self, name: str) -> None:
        """Choose the row of a name."""
        for row in range(self._rows.rowCount()):
            index = self._rows.index(row, 0)
            if index.data(OFFICER_ROLE).name == name:
                self.table.setCurrentIndex(index)

    def _chosen(self) -> Officer | None:
        rows = self.table.selectionModel().selectedRows()
        return rows[0].data(OFFICER_ROLE) if rows else None

    @Slot()
    def _on_row(self) -> None:
        officer = self._chosen()
        can = dict.fromkeys(self._actions, self._allowed and officer is not None)
        can["officer-add"] = self._allowed
        can["officer-lift"] &= officer is not None and officer.failures > 0
        for name, possible in can.items():
            self._actions[name].setEnabled(possible)
            self._buttons[name].setEnabled(possible)
        disabled = officer is not None and officer.disabled
        self._buttons["officer-disable"].setText(
            self.tr("Let in again") if disabled else keys.words_of("officer-disable")
        )
        shown, everyone = self._rows.rowCount(), self._rows.things()
        self._stack.setCurrentIndex(int(everyone > 0 and shown == 0))
        words = self.tr("{count} officers").format(count=everyone)
        if shown != everyone:
            words = self.tr("{shown} of {count} officers").format(shown=shown, count=everyone)
        self._count.setText(words)

    @Slot(str)
    def _on_search(self, text: str) -> None:
        self._rows.look_for(text)
        self._on_row()

    def _on_add(self) -> None:
        dialog = OfficerDialog(self._desk, self._console.access, self._teams, parent=self)
        dialog.added.connect(self._on_added)
        self._open(dialog)

    @Slot(object, object)
    def _on_added(self, officer: Officer, password: Secret) -> None:
        self._open(OneTimeDialog(officer.name, password, officer.one_time_until, self))

    def _on_change(self) -> None:
        if officer := self._chosen():
            self._open(OfficerDialog(self._desk, self._console.access, self._teams, officer, self))

    def _on_reset(self) -> None:
        if officer := self._chosen():
            access = self._console.access
            self._ask(
                self.tr("New password for {name}").format(name=officer.name),
                self.tr(
                    "His own password is good no more, and wherever he is signed in, he is signed "
                    "out. He gets a one-time password, shown here once."
                ),
                self.tr("Give a one-time password"),
                lambda: self._run(
                    lambda: access.reset(officer.id), partial(self._on_reset_done, officer)
                ),
            )

    def _on_reset_done(self, officer: Officer, password: Secret) -> None:
        self._open(OneTimeDialog(officer.name, password, None, self))

    def _on_lift(self) -> None:
        if officer := self._chosen():
            access = self._console.access
            self._run(lambda: access.lift(officer.id), lambda _: None)

    def _on_disable(self) -> None:
        officer, access = self._chosen(), self._console.access
        if officer is None:
            return
        if officer.disabled:
            self._run(lambda: access.enable(officer.id), lambda _: None)
            return
        self._ask(
            self.tr("Disable {name}").format(name=officer.name),
            self.tr(
                "He cannot sign in any more, and where he is signed in now, he is signed out at "
                "once. What he did stays in the log. He can be let in again."
            ),
            self.tr("Disable and sign him out"),
            lambda: self._run(lambda: access.disable(officer.id), lambda _: None),
        )

    def _on_erase(self) -> None:
        if officer := self._chosen():
            access = self._console.access
            self._ask(
                self.tr("Erase {name}").format(name=officer.name),
                self.tr(
                    "His name is removed everywhere at this station, for good; the log goes on "
                    'with "erased" in its place. Backups made before still hold it.'
                ),
                self.tr("Erase {name} for good").format(name=officer.name),
                lambda: self._run(lambda: access.erase(officer.id), lambda _: None),
            )

    def _ask(self, title: str, words: str, button: str, then: Callable[[], None]) -> None:
        dialog = Consequence(title, words, button, self)
        dialog.accepted.connect(then)
        self._open(dialog)

    def _run(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        run_confirmed(
            self,
            self._desk,
            self._console.access,
            work,
            done=done,
            failed=self._on_failed,
            lane=Lane.DOOR,  # a one-time password is hashed
        )

    def _on_failed(self, problem: Problem) -> None:
        self.failed.emit(sentence(problem))

    def _open(self, dialog: QWidget) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.show()

    @Slot(Changed)
    def _on_changed(self, event: Changed) -> None:
        if event.topics & {Topic.OFFICERS, Topic.FLEET} and self.isVisible():
            self._read()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        self._read()
