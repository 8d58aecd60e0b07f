"""Who answers for a cluster, and the calls to them: reached or not, on the way, arrived."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from console.audit import Act, Audit
from console.clock import Clock
from console.errors import Gone
from console.free_text import clean_line
from console.gate import Gate
from console.members import in_order
from console.rights import Action
from db.case_records import Bookmark, BookmarkId, Call, CallResult, IncidentId, Member, MemberId
from db.records import Cluster, ClusterId, OfficerId, Team, TeamId
from db.store import Store, Unit

LONGEST_NOTE = 300
RECENT = timedelta(hours=12)
"""So long a call about a cluster alone, for no case yet, counts as one about what happens now."""
MOMENT = timedelta(minutes=30)
"""So long after one's own bookmark, who is called from the wall is called about it."""
_LOOKED_AT = 100  # bookmarks, the newest; a rush makes as many

_NEXT = {
    None: CallResult.REACHED,
    CallResult.NO_ANSWER: CallResult.REACHED,
    CallResult.REACHED: CallResult.ON_THE_WAY,
    CallResult.ON_THE_WAY: CallResult.ARRIVED,
    CallResult.ARRIVED: CallResult.REACHED,  # somebody calls him about something new
}


@dataclass(frozen=True, slots=True)
class CallSeen:
    """A call as it is shown; a name is "" of someone who was erased, ``called_by`` of nobody."""

    call: Call
    member: str
    called_by: str


@dataclass(frozen=True, slots=True)
class Callee:
    """Someone who may be called, the newest call to him about the matter, and what usually follows.

    ``usual``: reached, then on the way, then arrived.
    """

    member: Member
    last: CallSeen | None
    usual: CallResult


@dataclass(frozen=True, slots=True)
class Answering:
    """Who answers for a cluster, in the order in which they are called; retired ones left out.

    ``team`` None: nobody was told to answer for it.
    """

    cluster: Cluster
    team: Team | None
    people: tuple[Callee, ...]


class Calls:
    """Lists whom to call and logs the calls.  May block on the disk: not for the GUI thread.

    Any call may raise ``NotAllowed`` and ``StoreProblem``; a change is announced as
    ``Topic.MEMBERS``.  What is about a restricted incident is told to its readers alone: to
    others there is no such incident.
    """

    def __init__(self, store: Store, gate: Gate, audit: Audit, clock: Clock) -> None:
        self._store = store
        self._gate = gate
        self._audit = audit
        self._clock = clock

    def whom(
        self,
        cluster_id: ClusterId,
        *,
        incident_id: IncidentId | None = None,
        bookmark_id: BookmarkId | None = None,
    ) -> Answering:
        """Who answers for a cluster, each with his newest call about the matter.

        Without a case that is his newest call about the cluster within ``RECENT``.  10 ms.

        Raises:
            Gone: the cluster, or what it is about.
        """
        reader = self._gate.require(Action.CALL_MEMBER)
        with self._store.read() as unit:
            _require_told(unit, reader, incident_id, bookmark_id)
            cluster = unit.fleet.cluster(cluster_id)
            team = next((each for each in unit.fleet.teams() if each.id == cluster.team_id), None)
            listed = [] if team is None else unit.members.all(team.id)
            members = in_order(each for each in listed if not each.retired)
            no_case = incident_id is None and bookmark_id is None
            newest = unit.calls.newest(
                [member.id for member in members],
                incident_id=incident_id,
                bookmark_id=bookmark_id,
                cluster_id=cluster_id,
                since=self._clock.now() - RECENT if no_case else None,
                reader=reader,
            )
            last = {each.call.member_id: each for each in _seen(unit, list(newest.values()))}
        return Answering(cluster, team, tuple(_callee(each, last.get(each.id)) for each in members))

    def moment(self, cluster_id: ClusterId) -> Bookmark | None:
        """What whoever sits here bookmarked last in a cluster, within ``MOMENT``; None: nothing.

        So that a call that he makes from the tile is found in the case that comes of it.  5 ms.
        """
        officer_id = self._gate.require(Action.CALL_MEMBER)
        since, officer = self._clock.now() - MOMENT, self._gate.officer()
        with self._store.read() as unit:
            there = {camera.id for camera in unit.fleet.cameras_of(cluster_id)}
            for bookmark in unit.bookmarks.newest(officer, _LOOKED_AT):
                is_own = bookmark.made_by == officer_id and bookmark.made_at >= since
                if is_own and not there.isdisjoint(bookmark.cameras):
                    return bookmark
        return None

    def log_call(
        self,
        member_id: MemberId,
        result: CallResult,
        *,
        cluster_id: ClusterId | None = None,
        incident_id: IncidentId | None = None,
        bookmark_id: BookmarkId | None = None,
        note: str = "",
    ) -> Call:
        """Keep what came of a call; on the way and arrived are calls of their own, later.

        ``note`` is one line for people; the log, which is kept for ever, is told ids alone.

        Raises:
            FieldRefused: ``field`` is "note", see ``console.free_text``.
            Gone: the member is, or was erased; or what he was called about.
        """
        officer_id = self._gate.require(Action.CALL_MEMBER)
        kept_note = clean_line("note", note, LONGEST_NOTE, may_be_empty=True)
        with self._store.begin() as unit:
            _require_told(unit, officer_id, incident_id, bookmark_id)
            if unit.members.member(member_id).erased:
                raise Gone("member")
            call = unit.calls.add(
                member_id=member_id,
                result=result,
                cluster_id=cluster_id,
                incident_id=incident_id,
                bookmark_id=bookmark_id,
                note=kept_note,
                officer_id=officer_id,
                at=self._clock.now(),
            )
            self._audit.write(
                unit,
                Act.MEMBER_CALLED,
                "call",
                call.id,
                member_id=member_id,
                result=str(result),
                cluster_id=cluster_id,
                incident_id=incident_id,
                bookmark_id=bookmark_id,
            )
        return call

    def calls_of(
        self, *, incident_id: IncidentId | None = None, bookmark_id: BookmarkId | None = None
    ) -> list[CallSeen]:
        """The calls about an incident and its bookmarks, or about one bookmark; oldest first.

        Raises:
            ValueError: neither is named, or both are.
            Gone: there is no such case, as far as whoever sits here is told.
        """
        if (incident_id is None) == (bookmark_id is None):
            raise ValueError("name an incident or a bookmark")
        reader = self._gate.require(Action.SEE_INCIDENTS)  # before it is told whether there is one
        with self._store.read() as unit:
            _require_told(unit, reader, incident_id, bookmark_id)
            teams = _teams_of(unit, incident_id, bookmark_id)
        officer = self._gate.officer()
        mine = teams & officer.teams if officer is not None else teams
        self._gate.require(Action.SEE_INCIDENTS, teams=mine or teams)
        with self._store.read() as unit:
            return _seen(unit, unit.calls.about(incident_id=incident_id, bookmark_id=bookmark_id))


def _callee(member: Member, last: CallSeen | None) -> Callee:
    return Callee(member, last, _NEXT[None if last is None else last.call.result])


def _require_told(
    unit: Unit,
    reader: OfficerId | None,
    incident_id: IncidentId | None,
    bookmark_id: BookmarkId | None,
) -> None:
    """Raises Gone where ``reader`` is told of no such incident or bookmark."""
    if incident_id is not None and not unit.calls.tells_incident(incident_id, reader):
        raise Gone("incident")
    if bookmark_id is not None and not unit.calls.tells_bookmark(bookmark_id, reader):
        raise Gone("bookmark")


def _teams_of(
    unit: Unit, incident_id: IncidentId | None, bookmark_id: BookmarkId | None
) -> set[TeamId | None]:
    """Whose a case is: the team of its cluster, and those of its bookmarks' cameras."""
    cameras = unit.calls.cameras(incident_id=incident_id, bookmark_id=bookmark_id)
    teams = unit.fleet.teams_of(cameras)
    cluster_id = None if incident_id is None else unit.calls.cluster(incident_id)
    return teams if cluster_id is None else teams | {unit.fleet.cluster(cluster_id).team_id}


def _seen(unit: Unit, calls: Sequence[Call]) -> list[CallSeen]:
    members = unit.members.names({call.member_id for call in calls})
    officers: dict[OfficerId | None, str] = {
        each.id: each.name for each in (unit.officers.all() if calls else ())
    }
    return [
        CallSeen(call, members[call.member_id], officers.get(call.officer_id, "")) for call in calls
    ]
