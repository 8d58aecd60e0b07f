"""The page of the teams' members: who they are, how they are reached, who of them is called."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
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
from console.workers import Lane
from db.case_records import Member, MemberId
from db.records import ClusterId, TeamId, Topic
from ui import keys
from ui.access.consequence import Consequence
from ui.choice import Choice
from ui.desk import Desk
from ui.icons import icon
from ui.messages import sentence
from ui.overriding import override
from ui.people.dialogs import MemberDialog, TeamDialog
from ui.people.members_table import MEMBER_ROLE, MemberColumn, MemberTable
from ui.tables import Nothing, RowView
from ui.theme import Colours
from ui.ward import Ward

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.app import Console

_WIDTHS = {  # a name of 80 letters has what is left of 1366 pixels
    MemberColumn.TEAM: 260,
    MemberColumn.ROLE: 124,
    MemberColumn.PHONE: 128,
    MemberColumn.STATE: 128,
}
_FIND_WIDTH, _TEAM_WIDTH = 280, 280
_ICONS = {
    "member-add": "add",
    "member-change": "change",
    "member-retire": "sign-out",
    "member-erase": "remove",
    "member-team": "officers",
    "member-leave": "previous",
}
_CHANGES = ("member-add", "member-change", "member-retire", "member-erase")


class MembersPage(QWidget):
    """Lists the members of the teams; whoever may, adds, changes, retires and erases them."""

    failed = Signal(str)  # a sentence for the notice bar
    left = Signal()  # back to the devices

    def __init__(
        self, desk: Desk, console: Console, colours: Colours, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("members-page")
        self._desk = desk
        self._console = console
        self._ward = Ward()
        self._may: Callable[[Action], bool] = lambda _: False
        self._actions: dict[str, QAction] = {}
        self._buttons: dict[str, QPushButton] = {}
        self.rows = MemberTable(colours, self)
        self._build()
        self.set_colours(colours)
        desk.bridge.changed.connect(self._on_changed)

    def _build(self) -> None:
        title = QLabel(self.tr("Members of the teams"), self)
        title.setObjectName("page-title")
        self.count = QLabel(self)
        self.count.setObjectName("members-count")
        self.count.setProperty("quiet", True)
        self.search = QLineEdit(self)
        self.search.setObjectName("members-search")
        self.search.setPlaceholderText(self.tr("Find by name, role, number, team…"))
        self.search.setAccessibleName(keys.words_of("member-find"))
        self.search.setToolTip(keys.hint_of("member-find"))
        self.search.setClearButtonEnabled(True)
        self.search.setFixedWidth(_FIND_WIDTH)
        self.search.textChanged.connect(self._on_search)
        keys.action("member-find", self, self.search.setFocus)
        self.teams = Choice(self)
        self.teams.setObjectName("members-team")
        self.teams.setAccessibleName(self.tr("Show one team"))
        self.teams.setToolTip(self.tr("Show one team"))
        self.teams.setFixedWidth(_TEAM_WIDTH)
        self.teams.addItem(self.tr("All teams"), None)
        self.teams.currentIndexChanged.connect(self._on_team)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(title)
        head.addWidget(self.count, 1)
        head.addWidget(self.search)
        head.addWidget(self.teams)
        tools = QHBoxLayout()
        tools.setSpacing(8)
        for name, slot in self._doings():
            if name == "member-leave":
                tools.addStretch(1)
            tools.addWidget(self._button(name, slot))
        self._buttons["member-add"].setProperty("main", True)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._make_table())
        self._nothing = Nothing("", "", self)
        self._stack.addWidget(self._nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(12)
        column.addLayout(head)
        column.addLayout(tools)
        column.addWidget(self._stack, 1)

    def _doings(self) -> tuple[tuple[str, Callable[[], None]], ...]:
        return (
            ("member-add", self.ask_new),
            ("member-change", self.ask_change),
            ("member-retire", self.retire),
            ("member-erase", self.ask_erase),
            ("member-team", self.ask_team),
            ("member-leave", self.left.emit),
        )

    def _button(self, name: str, slot: Callable[[], None]) -> QPushButton:
        action = self._actions[name] = keys.action(name, self, slot)
        button = self._buttons[name] = QPushButton(keys.words_of(name), self)
        button.setObjectName(f"button-{name}")
        button.setToolTip(keys.hint_of(name))
        button.clicked.connect(action.trigger)
        return button

    def _make_table(self) -> RowView:
        words = self.tr("Members of the teams")
        self.table = table = RowView("members-table", words, self.rows, self)
        table.setSortingEnabled(True)
        table.sortByColumn(MemberColumn.TEAM, Qt.SortOrder.AscendingOrder)
        header = table.horizontalHeader()
        for column, width in _WIDTHS.items():
            table.setColumnWidth(column, width)
        header.setSectionResizeMode(MemberColumn.NAME, header.ResizeMode.Stretch)
        table.activated.connect(lambda _: self._actions["member-change"].trigger())
        table.selectionModel().selectionChanged.connect(self._dress)
        return table

    @property
    def chosen(self) -> Member | None:
        """The member of the chosen row."""
        found = self.table.selectionModel().selectedRows()
        return found[0].data(MEMBER_ROLE) if found else None

    @property
    def team_id(self) -> TeamId | None:
        """The one team that is shown; None: all of them."""
        return self.teams.currentData()  # type: ignore[no-any-return]

    def set_ward(self, ward: Ward) -> None:
        """There are these teams from now on; the one that is shown stays so."""
        shown = self.team_id
        self._ward = ward
        self.teams.blockSignals(True)
        self.teams.clear()
        self.teams.addItem(self.tr("All teams"), None)
        for team in ward.teams:
            self.teams.addItem(team.name, team.id)
        self.teams.blockSignals(False)
        self._show(self.rows.members)
        self.show_team(shown)

    def show_team(self, team_id: TeamId | None) -> None:
        """List the members of one team; None: of all."""
        self.teams.setCurrentIndex(0 if team_id is None else max(0, self.teams.findData(team_id)))
        self._on_team()

    def set_rights(self, may: Callable[[Action], bool]) -> None:
        """Offer what whoever sits here may do; nobody else sees any of it."""
        self._may = may
        if not may(Action.SEE_MEMBERS):
            self._show(())
        for name in _CHANGES:
            self._buttons[name].setVisible(may(Action.CHANGE_MEMBERS))
        self._buttons["member-team"].setVisible(may(Action.CHANGE_FLEET))
        self._dress()

    def set_colours(self, colours: Colours) -> None:
        """Another theme."""
        for name, its in _ICONS.items():
            colour = colours.on_accent if name == "member-add" else colours.text
            self._buttons[name].setIcon(icon(its, colour))
        self.rows.set_colours(colours)

    def forget(self) -> None:
        """Nothing of it is for whoever sits here next."""
        self.search.clear()
        self.show_team(None)
        self._show(())

    def take_focus(self) -> None:
        """Be ready for keys."""
        (self.table if self._stack.currentIndex() == 0 else self._buttons["member-add"]).setFocus()

    def back(self) -> bool:
        """Esc: take search and team away, or leave the page."""
        if self.search.text() or self.team_id is not None:
            self.search.clear()
            self.show_team(None)
            self.take_focus()
        else:
            self.left.emit()
        return True

    def renew(self) -> None:
        """Read the list again."""
        if self._may(Action.SEE_MEMBERS):
            members = self._console.members
            self._desk.tasks.renew(members.list, done=self._on_read, failed=self._on_failed)

    def ask_new(self) -> None:
        """Ask for a new member, of the team that is shown or chosen."""
        if self._ward.teams:
            team_id = self.team_id
            if team_id is None and self.chosen is not None:
                team_id = self.chosen.team_id
            members = self._console.members
            self._open(MemberDialog(self._desk, members, self._ward, None, team_id, self))

    def ask_change(self) -> None:
        """Ask what is different about the chosen one."""
        if self.chosen is not None:
            members = self._console.members
            self._open(MemberDialog(self._desk, members, self._ward, self.chosen, parent=self))

    def retire(self) -> None:
        """Let the chosen one be called no more, or again."""
        member, members = self.chosen, self._console.members
        if member is not None:
            change = members.bring_back if member.retired else members.retire
            self._run(lambda: change(member.id))

    def ask_erase(self) -> None:
        """Ask whether the chosen one's name and number shall be gone for good."""
        member, members = self.chosen, self._console.members
        if member is None:
            return
        dialog = Consequence(
            self.tr("Erase {name}").format(name=member.name),
            self.tr(
                "Name and number are removed from this station for good; calls that were logged "
                'go on with "erased" in their place. Notes on calls stay as they were written, '
                "and backups made before still hold the name."
            ),
            self.tr("Erase {name} for good").format(name=member.name),
            self,
        )
        dialog.accepted.connect(lambda: self._run(lambda: members.erase(member.id)))
        self._open(dialog)

    def ask_team(self, cluster_id: ClusterId | None = None) -> None:
        """Ask which team answers for a cluster."""
        if self._ward.clusters and self._may(Action.CHANGE_FLEET):
            fleet = self._console.fleet
            self._open(TeamDialog(self._desk, fleet, self._ward, cluster_id, self))

    def _on_read(self, members: Sequence[Member]) -> None:
        if self._may(Action.SEE_MEMBERS):
            self._show(members)

    def _show(self, members: Sequence[Member]) -> None:
        chosen = self.chosen
        focused = self.table.hasFocus() or self._buttons["member-add"].hasFocus()
        self.rows.set_members(members, self._ward)
        self._choose(None if chosen is None else chosen.id)
        if focused:
            self.take_focus()

    def _choose(self, member_id: MemberId | None) -> None:
        if self.rows.rowCount():
            self.table.selectRow(self.rows.row_of_member(member_id) or 0)
        self._dress()

    @Slot()
    def _dress(self) -> None:
        """Offer what can be done with the chosen one, and count."""
        member = self.chosen
        may = self._may(Action.CHANGE_MEMBERS)
        can = dict.fromkeys(_CHANGES, may and member is not None)
        can["member-add"] = may and bool(self._ward.teams)
        can["member-team"] = self._may(Action.CHANGE_FLEET) and bool(self._ward.clusters)
        for name, possible in can.items():
            self._actions[name].setEnabled(possible)
            self._buttons[name].setEnabled(possible)
        retired = member is not None and member.retired
        words = self.tr("Call again") if retired else keys.words_of("member-retire")
        self._buttons["member-retire"].setText(words)
        shown, everyone = self.rows.rowCount(), len(self.rows.members)
        self._stack.setCurrentIndex(0 if shown else 1)
        if not shown:
            self._nothing.say(*self._why_nothing(everyone))
        words = self.tr("{count} members").format(count=everyone)
        if shown != everyone:
            words = self.tr("{shown} of {count} members").format(shown=shown, count=everyone)
        if bare := sum(cluster.team_id is None for cluster in self._ward.clusters):
            words = self.tr("{words} · {clusters} clusters without a team").format(
                words=words, clusters=bare
            )
        self.count.setText(words)

    def _why_nothing(self, everyone: int) -> tuple[str, str]:
        if not self._ward.teams:
            return (
                self.tr("There is no team yet"),
                self.tr(
                    "The administrator gives a cluster its team (F8), or imports a list of cameras "
                    "in which the teams stand."
                ),
            )
        if everyone and self.search.text():
            return (
                self.tr("No member fits this"),
                self.tr("Esc takes the search away and shows everyone again."),
            )
        add = self.tr("The chief or the administrator adds them: Ins.")
        if everyone:
            return self.tr("This team has no members yet"), add
        return self.tr("The teams have no members yet"), add

    @Slot()
    def _on_team(self) -> None:
        chosen = self.chosen
        self.rows.set_team(self.team_id)
        self._choose(None if chosen is None else chosen.id)

    @Slot(str)
    def _on_search(self, text: str) -> None:
        chosen = self.chosen
        self.rows.look_for(text)
        self._choose(None if chosen is None else chosen.id)

    def _run(self, work: Callable[[], Member]) -> None:
        self._desk.tasks.run(work, done=lambda _: None, failed=self._on_failed, lane=Lane.WRITE)

    def _on_failed(self, problem: Problem) -> None:
        self.failed.emit(sentence(problem))

    def _open(self, dialog: QDialog) -> None:
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.finished.connect(dialog.deleteLater)
        dialog.show()

    @Slot(Changed)
    def _on_changed(self, event: Changed) -> None:
        if event.topics & {Topic.MEMBERS, Topic.FLEET} and self.isVisible():
            self.renew()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        self.renew()
