"""Members of the self-management teams: who they are, what they are there, how to reach them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from console.audit import Act, Audit
from console.changes import changed_fields
from console.forms import clean_name
from console.gate import Gate
from console.name_order import order_of
from console.phones import clean_phone
from console.rights import Action
from db.case_records import Member, MemberId, MemberRole
from db.errors import Gone
from db.records import TeamId
from db.store import Store, Unit

_ROLES = {role: place for place, role in enumerate(MemberRole)}


@dataclass(frozen=True, slots=True)
class NewMember:
    """Somebody as he is typed."""

    team_id: TeamId
    name: str
    role: MemberRole
    phone: str = ""


class Members:
    """Keeps the lists of members.  May block on the disk: not for the GUI thread.

    Any call may raise ``NotAllowed`` and ``StoreProblem``; a change is announced as
    ``Topic.MEMBERS``, and logged with ids and names of fields alone.
    """

    def __init__(
        self, store: Store, gate: Gate, audit: Audit, leave_no_trace: Callable[[], None]
    ) -> None:
        """``leave_no_trace`` empties the log beside the store's file of what was erased."""
        self._store = store
        self._gate = gate
        self._audit = audit
        self._leave_no_trace = leave_no_trace

    def list(self, team_id: TeamId | None = None) -> list[Member]:
        """Everybody who is not erased, or those of one team: leaders, deputies, then the others.

        By name within a role; whoever retired comes last.  20 ms for the 1,695 of a city.
        """
        self._gate.require(Action.SEE_MEMBERS)
        with self._store.read() as unit:
            return sorted(unit.members.all(team_id), key=lambda each: (each.retired, *_rank(each)))

    def add(self, team_id: TeamId, name: str, role: MemberRole, phone: str = "") -> Member:
        """Keep a new member.

        Raises:
            FieldRefused: ``field`` is "name" (``console.forms``) or "phone" (``console.phones``).
            Gone: the team is.
        """
        (member,) = self.add_many([NewMember(team_id, name, role, phone)])
        return member

    def add_many(self, people: Iterable[NewMember]) -> Sequence[Member]:
        """Keep many new members in one unit of work: all of them, or none.  Raises as ``add``."""
        self._gate.require(Action.CHANGE_MEMBERS)
        clean = [(each, clean_name(each.name), clean_phone(each.phone)) for each in people]
        with self._store.begin() as unit:
            return [
                self._add(unit, each.team_id, name, each.role, phone) for each, name, phone in clean
            ]

    def change(
        self, member_id: MemberId, *, team_id: TeamId, name: str, role: MemberRole, phone: str
    ) -> Member:
        """Write a member's team, name, role and phone.  Raises FieldRefused, Gone."""
        self._gate.require(Action.CHANGE_MEMBERS)
        cleaned, number = clean_name(name), clean_phone(phone)
        with self._store.begin() as unit:
            before = _kept(unit, member_id)
            after = unit.members.change(
                member_id, team_id=team_id, name=cleaned, role=role, phone=number
            )
            if fields := changed_fields(before, after):
                self._told(
                    unit,
                    Act.MEMBER_CHANGED,
                    member_id,
                    fields=fields,
                    team=team_id,
                    role=str(role),
                )
        return after

    def retire(self, member_id: MemberId) -> Member:
        """Let a member be called no more; what was logged of him stays.  Raises Gone."""
        return self._set_retired(member_id, retired=True)

    def bring_back(self, member_id: MemberId) -> Member:
        """Let a member who retired be called again.  Raises Gone."""
        return self._set_retired(member_id, retired=False)

    def erase(self, member_id: MemberId) -> Member:
        """Forget a member's name and phone for good: from the store's file and the log beside it.

        His id stays in the calls, which keep their meaning, and in the audit log.  What officers
        noted of calls stays as they wrote it, and so do copies made before (backups).  Raises Gone.
        """
        self._gate.require(Action.CHANGE_MEMBERS)
        with self._store.begin() as unit:
            _kept(unit, member_id)
            erased = unit.members.erase(member_id)
            self._told(unit, Act.MEMBER_ERASED, member_id)
        self._leave_no_trace()
        return erased

    def _add(self, unit: Unit, team_id: TeamId, name: str, role: MemberRole, phone: str) -> Member:
        member = unit.members.add(team_id=team_id, name=name, role=role, phone=phone)
        self._told(unit, Act.MEMBER_ADDED, member.id, team=team_id, role=str(role))
        return member

    def _set_retired(self, member_id: MemberId, *, retired: bool) -> Member:
        self._gate.require(Action.CHANGE_MEMBERS)
        with self._store.begin() as unit:
            member = _kept(unit, member_id)
            if member.retired is not retired:
                member = unit.members.set_retired(member_id, retired)
                self._told(unit, Act.MEMBER_CHANGED, member_id, fields=["retired"])
        return member

    def _told(
        self, unit: Unit, act: Act, member_id: MemberId, **fields: str | TeamId | Sequence[str]
    ) -> None:
        self._audit.write(unit, act, "member", member_id, officer_id=None, **fields)


def in_order(members: Iterable[Member], on_duty: frozenset[MemberId] = frozenset()) -> list[Member]:
    """In the order in which they are called.

    Whoever has no phone comes last, for somebody must walk to him; of the others whoever is on
    duty comes first, then leader, deputy, members, by name within a role.
    """
    return sorted(members, key=lambda each: (not each.phone, each.id not in on_duty, *_rank(each)))


def _rank(member: Member) -> tuple[int, object, int]:
    return _ROLES[member.role], order_of(member.name), member.id


def _kept(unit: Unit, member_id: MemberId) -> Member:
    """One who is not erased.  Raises Gone."""
    member = unit.members.member(member_id)
    if member.erased:
        raise Gone("member")
    return member
