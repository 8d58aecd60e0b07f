"""What is taken along when the station goes back: who may do what, and the footage that is held.

Going back to last night's store must let nobody in whom today's keeps out, and must let no footage
go: retention asks the store that is put in place.
"""

from __future__ import annotations

from datetime import datetime

from console.audit import Act, Audit, told
from console.changes import changed_fields
from console.holds import HoldState, state_of
from console.losses import differing
from db.footage_records import Hold, HoldId
from db.loss_records import Noun
from db.records import Officer, OfficerId, TeamId
from db.store import Unit
from db.structs import replace

_TOLD = frozenset({"name", "role", "teams", "disabled"})


def carry_people(now: Unit, then: Unit, audit: Audit) -> list[OfficerId]:
    """Officers that both stores have are in ``then`` what they are today, passwords and all.

    Its log tells of each that is another one for it.  Members of teams who were erased since stay
    so, too.  Returns the officers who were erased since.
    """
    erased = []
    there = {officer.id: officer for officer in then.officers.all()}
    for officer in now.officers.all():
        before = there.get(officer.id)
        if before is None or before.erased:
            continue
        if officer.erased:
            then.officers.erase(officer.id)
            erased.append(officer.id)
            fields = ["erased"]
        else:
            as_today = replace(officer, teams=frozenset(_teams_there(now, then, officer)))
            fields = [each for each in changed_fields(before, as_today) if each in _TOLD]
            password = now.officers.password_hash(officer.id)
            if then.officers.password_hash(officer.id) != password:
                fields.append("password")
            then.officers.put(as_today, password)
        if fields:
            audit.write(then, Act.OFFICER_CARRIED, "officer", officer.id, fields=fields)
    known = {member.id for member in then.members.all()}
    for member_id in now.members.erased():
        if member_id in known:
            then.members.erase(member_id)
    return erased


def carry_holds(now: Unit, then: Unit, audit: Audit, at: datetime) -> int:
    """Hold in ``then`` what ``now`` holds at ``at``, and what waits for its disposal there.

    Returns how many holds were placed, prolonged or widened; the log of ``then`` tells of each.
    A hold keeps its id, by which logs know it, unless ``then`` has another one of that id; of its
    officer it keeps what ``then`` knows.  Those that are released today and in force there stay
    in force: nothing is let go.  A request that both stores have keeps its holds.
    """
    officers = {officer.id for officer in then.officers.all()}
    done = 0
    # Read before anything is written: what is read row by row must stand still.
    for number, was_there in list(differing(now, then, Noun.HOLDS)):
        hold = now.holds.hold(HoldId(number))
        if state_of(hold, at) is not HoldState.IN_FORCE and now.holds.is_freed(hold.id):
            continue
        before = then.holds.hold(hold.id) if was_there else None
        if before is not None and _is_same(before, hold) and not _is_over(then, before):
            carried = _lengthened(then, before, hold)
        else:
            free = hold.id if before is None else _next_id(now, then)
            made_by = hold.made_by if hold.made_by in officers else None
            carried = then.holds.bring(replace(hold, id=free, made_by=made_by))
        if carried is not None:
            _tie(now, then, hold.id, carried.id)
            _tell(then, audit, carried)
            done += 1
    return done


def _teams_there(now: Unit, then: Unit, officer: Officer) -> list[TeamId]:
    """His teams of today as ``then`` knows them.

    One that it does not know is made there, without cameras: an officer who is narrowed to teams
    must not be narrowed to none, for then he would see all.
    """
    if not officer.teams:
        return []
    today = {team.id: team.name for team in now.fleet.teams()}
    known = {team.id: team.name for team in then.fleet.teams()}
    by_name = {name: team_id for team_id, name in known.items()}
    found = []
    for team_id in sorted(officer.teams):
        name = today[team_id]
        if name in by_name:
            found.append(by_name[name])
        elif team_id in known and known[team_id] not in today.values():
            found.append(team_id)  # it was given another name since
        else:
            found.append(then.fleet.add_team(name).id)
    return found


def _is_same(one: Hold, other: Hold) -> bool:
    """Whether two holds of one id are one; after a station was rebuilt they need not be."""
    return (one.made_at, one.reason, one.cameras) == (other.made_at, other.reason, other.cameras)


def _is_over(then: Unit, hold: Hold) -> bool:
    return hold.released_at is not None or then.holds.is_freed(hold.id)


def _lengthened(then: Unit, before: Hold, hold: Hold) -> Hold | None:
    """Let ``before`` keep what ``hold`` keeps, and never less; None: it does."""
    after = before
    if hold.span.start < before.span.start or before.span.end < hold.span.end:
        after = then.holds.widen(before.id, hold.span)
    if before.until is not None and (hold.until is None or before.until < hold.until):
        after = then.holds.extend(before.id, hold.until)
    return None if after == before else after


def _tie(now: Unit, then: Unit, hold_id: HoldId, carried: HoldId) -> None:
    """Requests that ``hold_id`` was placed for, and that ``then`` has, too, have ``carried``."""
    for request_id in now.requests.held_by(hold_id):
        request = now.requests.request(request_id)
        its = then.requests.numbered(request.year, request.number)
        if its is None or then.requests.request(its).made_at != request.made_at:
            continue
        if carried not in then.requests.holds_of(its):
            then.requests.tie_hold(its, carried)


def _next_id(now: Unit, then: Unit) -> HoldId:
    """One that neither store has given out."""
    newest = [hold.id for unit in (now, then) for hold in unit.holds.newest(limit=1)]
    return HoldId(max(newest, default=0) + 1)


def _tell(then: Unit, audit: Audit, hold: Hold) -> None:
    audit.write(
        then,
        Act.HOLD_CARRIED,
        "hold",
        hold.id,
        cameras=sorted(hold.cameras),
        since=told(hold.span.start),
        to=told(hold.span.end),
        reason=str(hold.reason),
        until=None if hold.until is None else told(hold.until),
    )
