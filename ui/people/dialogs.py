"""What is asked about a member, and which team answers for a cluster."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QLineEdit,
    QWidget,
)

from console.errors import Gone, NameTaken, Problem
from console.forms import clean_name
from console.phones import clean_phone
from db.case_records import Member, MemberRole
from db.records import ClusterId, TeamId
from db.structs import replace
from ui.choice import Choice
from ui.desk import Desk
from ui.fleet.fields import FormField
from ui.form_dialog import FormDialog
from ui.overriding import override
from ui.people.words import phone_words, role_word
from ui.ward import Ward
from ui.words import translate

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.fleet import Fleet
    from console.members import Members

_WIDTH = 480
_LONGEST_NAME = 80
_LONGEST_PHONE = 40  # as it is typed
_NEW = -1  # in the list of teams: one that is made now


class _PeopleForm(FormDialog):
    """A form about the teams."""

    def __init__(self, desk: Desk, title: str, button: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, title, button, _WIDTH, parent)

    @override
    def field_of(self, problem: Problem) -> str:
        return "team" if isinstance(problem, NameTaken) else super().field_of(problem)


class MemberDialog(_PeopleForm):
    """Asks for a member and keeps him."""

    def __init__(
        self,
        desk: Desk,
        members: Members,
        ward: Ward,
        member: Member | None = None,
        team_id: TeamId | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """``member`` is to be changed; None adds one, to ``team_id`` unless another is chosen."""
        adding = member is None
        super().__init__(
            desk,
            translate("people", "Add a member")
            if adding
            else translate("people", "Change a member"),
            translate("people", "Add him") if adding else translate("people", "Keep"),
            parent,
        )
        self.setObjectName("member-dialog")
        self._members = members
        self._member = member
        self._build(ward)
        self._fill(member, team_id)

    def _build(self, ward: Ward) -> None:
        name = QLineEdit(self)
        name.setMaxLength(_LONGEST_NAME)
        self.name = FormField("name", self.tr("Full name"), name, required=True)
        self.name.check_with(clean_name)
        self._roles = Choice(self)
        for role in MemberRole:
            self._roles.addItem(role_word(role), role)
        self.role = FormField("role", self.tr("Role"), self._roles, required=True)
        self._teams = Choice(self)
        for team in ward.teams:
            self._teams.addItem(team.name, team.id)
        self.team = FormField("team", self.tr("Team"), self._teams, required=True)
        phone = QLineEdit(self)
        phone.setMaxLength(_LONGEST_PHONE)
        hint = self.tr("such as 0912 345 678; nothing: there is none, and he is called last")
        self.phone = FormField("phone", self.tr("Phone"), phone, hint=hint)
        self.phone.check_with(clean_phone)
        for field in (self.name, self.phone, self.role, self.team):
            self.body.addWidget(field)

    def _fill(self, member: Member | None, team_id: TeamId | None) -> None:
        if member is not None:
            assert isinstance(self.name.box, QLineEdit)
            assert isinstance(self.phone.box, QLineEdit)
            self.name.box.setText(member.name)
            self.phone.box.setText(phone_words(member.phone) if member.phone else "")
            self._roles.setCurrentIndex(self._roles.findData(member.role))
            team_id = member.team_id
        else:
            self._roles.setCurrentIndex(self._roles.findData(MemberRole.MEMBER))
        if team_id is not None:
            self._teams.setCurrentIndex(max(0, self._teams.findData(team_id)))
        self.name.box.setFocus()

    @Slot()
    def keep(self) -> None:
        """Look at what was typed, and keep the member."""
        wrong = [field for field in (self.name, self.phone) if not field.look()]
        if wrong:
            wrong[0].box.setFocus()
            return
        members, member = self._members, self._member
        name, phone = self.name.text, self.phone.text
        role, team_id = MemberRole(self._roles.currentData()), TeamId(self._teams.currentData())
        if member is None:
            self.run(lambda: members.add(team_id, name, role, phone))
        else:
            self.run(
                lambda: members.change(
                    member.id, team_id=team_id, name=name, role=role, phone=phone
                )
            )


class TeamDialog(_PeopleForm):
    """Asks which team answers for a cluster: one that there is, a new one, or none."""

    def __init__(
        self,
        desk: Desk,
        fleet: Fleet,
        ward: Ward,
        cluster_id: ClusterId | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """``cluster_id`` is proposed; None: the first that has no team."""
        title = translate("people", "Which team answers for a cluster")
        super().__init__(desk, title, translate("people", "Keep"), parent)
        self.setObjectName("team-dialog")
        self._fleet = fleet
        self._ward = ward
        self._build()
        without = next((each.id for each in ward.clusters if each.team_id is None), None)
        wanted = without if cluster_id is None else cluster_id
        if wanted is not None:
            self._clusters.setCurrentIndex(self._clusters.findData(wanted))
        self._on_cluster()
        self._clusters.setFocus()

    def _build(self) -> None:
        self._clusters = Choice(self)
        for cluster in self._ward.clusters:
            bare = self.tr("{cluster} (no team yet)").format(cluster=cluster.name)
            self._clusters.addItem(bare if cluster.team_id is None else cluster.name, cluster.id)
        self.cluster = FormField("cluster", self.tr("Cluster"), self._clusters, required=True)
        self._teams = Choice(self)
        self._teams.addItem(self.tr("No team"), None)
        for team in self._ward.teams:
            self._teams.addItem(team.name, team.id)
        self._teams.addItem(self.tr("New team…"), _NEW)
        self.which = FormField("which", self.tr("Team"), self._teams, required=True)
        name = QLineEdit(self)
        name.setMaxLength(_LONGEST_NAME)
        self.team = FormField("team", self.tr("Name of the new team"), name, required=True)
        self.team.check_with(clean_name)
        for field in (self.cluster, self.which, self.team):
            self.body.addWidget(field)
        self._clusters.currentIndexChanged.connect(self._on_cluster)
        self._teams.currentIndexChanged.connect(self._on_team)

    def choose_team(self, team_id: TeamId | None) -> None:
        """As if it was chosen from the list; None: a new one."""
        self._teams.setCurrentIndex(self._teams.findData(_NEW if team_id is None else team_id))

    @Slot()
    def keep(self) -> None:
        """Look at what was chosen, and keep it."""
        fleet, cluster_id = self._fleet, ClusterId(self._clusters.currentData())
        chosen, name = self._teams.currentData(), self.team.text
        if chosen != _NEW:
            self.run(lambda: _answer(fleet, cluster_id, chosen))
        elif self.team.look():
            self.run(lambda: _answer(fleet, cluster_id, fleet.add_team(name).id))
        else:
            self.team.box.setFocus()

    @Slot()
    def _on_cluster(self) -> None:
        """Begin with the team that it has."""
        wanted = self._clusters.currentData()
        cluster = next((each for each in self._ward.clusters if each.id == wanted), None)
        team_id = None if cluster is None else cluster.team_id
        self._teams.setCurrentIndex(max(0, self._teams.findData(team_id)))
        self._on_team()

    @Slot()
    def _on_team(self) -> None:
        self.team.setVisible(self._teams.currentData() == _NEW)
        self.adjustSize()


def _answer(fleet: Fleet, cluster_id: ClusterId, team_id: TeamId | None) -> None:
    """Let a team answer for a cluster; number and name stay as they are by now."""
    cluster = next((each for each in fleet.view().clusters if each.id == cluster_id), None)
    if cluster is None:
        raise Gone("cluster")
    fleet.change_cluster(replace(cluster, team_id=team_id))
