"""Adding an officer, or changing one: name, role, teams."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from console.errors import FieldRefused, NameTaken, Problem
from console.forms import clean_name
from console.secret import Secret
from console.workers import Lane
from db.records import Officer, Role, Team, TeamId
from ui.access.confirm import run_confirmed
from ui.access.words import role_meaning, role_word
from ui.choice import Choice
from ui.desk import Desk
from ui.fleet.fields import FormField
from ui.messages import sentence

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.access import Access

T = TypeVar("T")

_WIDTH = 460
_TEAMS_HEIGHT = 168


@dataclass(frozen=True, slots=True)
class _Typed:
    """What stands in the dialog."""

    name: str
    role: Role
    teams: frozenset[TeamId]


class OfficerDialog(QDialog):
    """Asks for an officer and keeps him.  Accepted when he is kept."""

    added = Signal(object, object)  # the Officer, and the Secret that he signs in with once

    def __init__(
        self,
        desk: Desk,
        access: Access,
        teams: Sequence[Team],
        officer: Officer | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """``officer`` is to be changed; None adds one."""
        super().__init__(parent)
        self.setObjectName("officer-dialog")
        self._desk = desk
        self._access = access
        self._officer = officer
        self._build(teams)
        self._fill()

    def _build(self, teams: Sequence[Team]) -> None:
        adding = self._officer is None
        title = self.tr("Add an officer") if adding else self.tr("Change an officer")
        self.setWindowTitle(title)
        self.setFixedWidth(_WIDTH)
        head = QLabel(title, self)
        head.setObjectName("dialog-title")
        self.name = FormField("name", self.tr("Name"), QLineEdit(self), required=True, parent=self)
        self.name.check_with(clean_name)
        self._roles = Choice(self)
        for role in Role:
            self._roles.addItem(role_word(role), role)
        self.role = FormField("role", self.tr("Role"), self._roles, required=True, parent=self)
        self._meaning = QLabel(self)
        self._meaning.setProperty("quiet", True)
        self._meaning.setWordWrap(True)
        self._roles.currentIndexChanged.connect(self._on_role)
        self._notice = QLabel(self)
        self._notice.setObjectName("dialog-notice")
        self._notice.setProperty("error", True)
        self._notice.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(8)
        for widget in (head, self.name, self.role, self._meaning):
            column.addWidget(widget)
        self._add_teams(teams, column)
        column.addWidget(self._notice)
        column.addLayout(self._make_buttons(adding=adding))

    def _add_teams(self, teams: Sequence[Team], column: QVBoxLayout) -> None:
        words = self.tr("Teams whose cameras he has to do with (none chosen: all)")
        label = QLabel(words, self)
        self._teams = QListWidget(self)
        self._teams.setObjectName("officer-teams")
        self._teams.setAccessibleName(words)
        self._teams.setToolTip(self.tr("Space chooses a team"))
        self._teams.setFixedHeight(_TEAMS_HEIGHT)
        label.setBuddy(self._teams)
        for team in teams:
            item = QListWidgetItem(team.name, self._teams)
            item.setData(Qt.ItemDataRole.UserRole, team.id)
            item.setCheckState(Qt.CheckState.Unchecked)
        if teams:
            column.addWidget(label)
            column.addWidget(self._teams)
        else:
            label.hide()
            self._teams.hide()

    def _make_buttons(self, *, adding: bool) -> QHBoxLayout:
        self._keep = QPushButton(self.tr("Add officer") if adding else self.tr("Keep"), self)
        self._keep.setObjectName("dialog-keep")
        self._keep.setProperty("main", True)
        self._keep.setDefault(True)
        self._keep.setToolTip(self.tr("Keep this officer (Enter)"))
        self._keep.clicked.connect(self._on_keep)
        cancel = QPushButton(self.tr("Cancel"), self)
        cancel.setToolTip(self.tr("Close without keeping (Esc)"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self._keep)
        return row

    def _fill(self) -> None:
        officer = self._officer
        if officer is not None:
            assert isinstance(self.name.box, QLineEdit)
            self.name.box.setText(officer.name)
            self._roles.setCurrentIndex(self._roles.findData(officer.role))
            self.choose_teams(officer.teams)
        self._on_role()
        self.name.box.setFocus()

    @property
    def notice(self) -> str:
        """What is wrong with no field in particular."""
        return self._notice.text()

    def choose_role(self, role: Role) -> None:
        """As if it was chosen from the list."""
        self._roles.setCurrentIndex(self._roles.findData(role))

    def choose_teams(self, teams: Collection[TeamId]) -> None:
        """Tick these, and no others."""
        for item in self._items():
            chosen = item.data(Qt.ItemDataRole.UserRole) in teams
            item.setCheckState(Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked)

    def _items(self) -> list[QListWidgetItem]:
        return [self._teams.item(row) for row in range(self._teams.count())]

    def _typed(self) -> _Typed:
        chosen = [
            item.data(Qt.ItemDataRole.UserRole)
            for item in self._items()
            if item.checkState() is Qt.CheckState.Checked
        ]
        return _Typed(self.name.text, Role(self._roles.currentData()), frozenset(chosen))

    @Slot()
    def _on_role(self) -> None:
        self._meaning.setText(role_meaning(Role(self._roles.currentData())))

    @Slot()
    def _on_keep(self) -> None:
        if not self.name.look():
            self.name.box.setFocus()
            return
        typed, access, officer = self._typed(), self._access, self._officer
        self._notice.clear()
        self._keep.setEnabled(False)
        if officer is None:
            self._run(lambda: access.add(typed.name, typed.role, typed.teams), self._on_added)
        else:
            self._run(
                lambda: access.change(
                    officer.id, name=typed.name, role=typed.role, teams=typed.teams
                ),
                lambda _: self.accept(),
            )

    def _run(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        run_confirmed(
            self,
            self._desk,
            self._access,
            work,
            done=done,
            failed=self._on_failed,
            given_up=lambda: self._keep.setEnabled(True),
            lane=Lane.DOOR,  # a one-time password is hashed
        )

    def _on_added(self, kept: tuple[Officer, Secret]) -> None:
        self.accept()
        self.added.emit(*kept)

    def _on_failed(self, problem: Problem) -> None:
        self._keep.setEnabled(True)
        if isinstance(problem, FieldRefused | NameTaken):
            self.name.show_error(sentence(problem))
            self.name.box.setFocus()
        else:
            self._notice.setText(sentence(problem))
