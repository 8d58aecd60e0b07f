"""What outcomes come to, from sums that are kept with every change, and the cases behind a figure.

Sums are of incidents that are not restricted, by where they happened.  What a viewer sees besides,
because he is named in it, is little, and counted line by line.  ``resummed`` keeps the sums right.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any, TypeAlias

from sqlalchemy import (
    BindParameter,
    CompoundSelect,
    Date,
    Integer,
    Select,
    and_,
    bindparam,
    case,
    delete,
    distinct,
    false,
    func,
    insert,
    literal,
    not_,
    or_,
    select,
    text,
    true,
    union,
    update,
)
from sqlalchemy.orm import Session

from db import sums
from db.case_records import IncidentId, IncidentState, OutcomeKind
from db.case_tables import (
    IncidentReaderRow,
    IncidentRow,
    OutcomeAgainRow,
    OutcomeRow,
    OutcomeSumRow,
)
from db.incident_records import Behind, SumDrift, Tally, Viewer
from db.records import ClusterId, OfficerId, TeamId
from db.repositories.incident_lists import names, visible_to
from db.search import listed
from db.statements import Statement
from db.sums import EVERYWHERE, periods_between, periods_of
from db.tables import ClusterRow

_Key: TypeAlias = tuple[int, str, str, bool]  # place, period, kind, approved
_Sums: TypeAlias = dict[_Key, list[int]]  # lines, count, persons, cases
_Again: TypeAlias = frozenset[tuple[str, date, date]]  # kind, day, day before

APPROVED = (IncidentState.APPROVED, IncidentState.CLOSED)
_FEW_TEAMS = 8
_NOTHING = [0, 0, 0, 0]
_is_approved = case((IncidentRow.state.in_(APPROVED), 1), else_=0)
_officer = bindparam("officer", type_=Integer)
_first, _last = bindparam("first", type_=Date), bindparam("last", type_=Date)
_theirs = select(ClusterRow.id).where(ClusterRow.team_id.in_(listed("teams")))
# ``+ 0``: asked of each row, not led along.
_in_teams = and_(IncidentRow.restricted.is_(False), (IncidentRow.cluster_id + 0).in_(_theirs))


def _named(officer_id: OfficerId | BindParameter[int]) -> tuple[Select[int], ...]:
    """Ids of the incidents that name an officer, from an index each."""
    return (
        select(IncidentRow.id).where(IncidentRow.made_by == officer_id),
        select(IncidentRow.id).where(IncidentRow.assigned_to == officer_id),
        select(IncidentReaderRow.incident_id).where(IncidentReaderRow.officer_id == officer_id),
    )


def _near(officer_id: OfficerId, teams: Collection[TeamId]) -> CompoundSelect[int]:
    """Ids of those that name him, and of those in the clusters of teams, whoever may see them."""
    clusters = select(ClusterRow.id).where(ClusterRow.team_id.in_(teams))
    there = select(IncidentRow.id).where(IncidentRow.cluster_id.in_(clusters))
    return union(there, *_named(officer_id))


def _sums(places: Any) -> Statement:
    its = OutcomeSumRow
    figures = (its.lines, its.count, its.persons, its.cases)
    query = select(its.kind, its.approved, *(func.sum(each) for each in figures))
    query = query.where(its.place.in_(places), its.period.in_(listed("periods")))
    return Statement(query.group_by(its.kind, its.approved))


def _resumed(seen: Any) -> Statement:
    """Cases that had a line of a kind before these days, and have the next one in them."""
    its, nothing = OutcomeAgainRow, literal(0)
    query = (
        select(its.kind, _is_approved, nothing, nothing, nothing, func.count())
        .join(IncidentRow, IncidentRow.id == its.incident_id)
        .where(its.on.between(_first, _last), its.before < _first, seen)
    )
    return Statement(query.group_by(its.kind, _is_approved))


def _counted(ids: Any, seen: Any) -> Statement:
    """Line by line, of a few incidents."""
    its = OutcomeRow
    persons, cases = func.coalesce(func.sum(its.persons), 0), func.count(distinct(its.incident_id))
    query = (
        select(its.kind, _is_approved, func.count(), func.sum(its.count), persons, cases)
        .select_from(IncidentRow)
        .join(its, its.incident_id == IncidentRow.id)
        .where(IncidentRow.id.in_(ids), seen, its.struck_at.is_(None))
        .where(its.on.between(_first, _last))
    )
    return Statement(query.group_by(its.kind, _is_approved))


_restricted = select(IncidentRow.id).where(IncidentRow.restricted.is_(True))
# Coalesced: along the index of the restricted ones, not of all that he is named in.
_his = _restricted.where(func.coalesce(names(_officer), false()))
_open = IncidentRow.restricted.is_(False)
# For a station without officers, an officer of all teams, and one who is narrowed to some.
_OF_NOBODY = (_sums([EVERYWHERE]), _resumed(_open), _counted(_restricted, true()))
_OF_ALL = (_sums([EVERYWHERE]), _resumed(_open), _counted(_his, true()))
_elsewhere = not_(func.coalesce(_in_teams, false()))
_OF_SOME = (_sums(_theirs), _resumed(_in_teams), _counted(union(*_named(_officer)), _elsewhere))


def tally(
    session: Session,
    kinds: Collection[OutcomeKind],
    first: date,
    last: date,
    viewer: Viewer,
    *,
    approved_only: bool,
) -> dict[OutcomeKind, Tally]:
    """See ``Outcomes.tally``."""
    asked = {
        "periods": list(periods_between(first, last)),
        "first": first,
        "last": last,
        "officer": viewer.officer_id,
        "teams": sorted(viewer.teams),
    }
    ways = _OF_SOME if viewer.teams else _OF_ALL
    found = dict.fromkeys(kinds, _NOTHING)
    for statement in _OF_NOBODY if viewer.officer_id is None else ways:
        for name, approved, *figures in statement.rows(session, asked):
            kind = OutcomeKind(name)
            if kind in found and (approved or not approved_only):
                found[kind] = _added(found[kind], figures)
    return {kind: _tally(kind, figures) for kind, figures in found.items()}


def behind(
    session: Session,
    kind: OutcomeKind,
    first: date,
    last: date,
    viewer: Viewer,
    *,
    approved_only: bool,
    limit: int,
    before: Behind | None,
) -> list[Behind]:
    """See ``Outcomes.behind``."""
    its, again = OutcomeRow, OutcomeAgainRow
    later = select(again.kind).where(
        again.incident_id == its.incident_id,
        again.kind == its.kind,
        again.before == its.on,
        again.on <= last,
    )
    query = (
        select(its.on, its.incident_id)
        .join(IncidentRow, IncidentRow.id == its.incident_id)
        .where(its.kind == kind, its.on >= first, its.on <= last, its.struck_at.is_(None))
        .where(visible_to(viewer), ~later.exists())
        .distinct()
        .order_by(its.on.desc(), its.incident_id.desc())
        .limit(limit)
    )
    if viewer.officer_id is not None and 0 < len(viewer.teams) <= _FEW_TEAMS:
        # Whatever he sees is among these; to ask each case of the station takes five times as long.
        query = query.where(its.incident_id.in_(_near(viewer.officer_id, viewer.teams)))
    if approved_only:
        query = query.where(IncidentRow.state.in_(APPROVED))
    if before is not None:
        day, incident_id = before
        query = query.where(its.on <= day, or_(its.on < day, its.incident_id < incident_id))
    return [Behind(on, IncidentId(id_)) for on, id_ in session.connection().execute(query)]


@contextmanager
def resummed(session: Session, incident_id: int) -> Iterator[None]:
    """Around whatever changes an incident's lines, state or cluster, or whether it is restricted.

    The sums follow when the block ends.
    """
    session.flush()
    sums, again = _shares(session, incident_id)
    yield
    session.flush()
    sums_after, again_after = _shares(session, incident_id)
    connection = session.connection()
    for key in sums.keys() | sums_after.keys():
        before, after = sums.get(key, _NOTHING), sums_after.get(key, _NOTHING)
        change = [now - was for was, now in zip(before, after, strict=True)]
        if any(change):
            its = dict(zip(_KEY, key, strict=True))
            more = dict(zip(_FIGURES, change, strict=True))
            given = {f"its_{name}": value for name, value in its.items()}
            given |= {f"more_{name}": value for name, value in more.items()}
            if not connection.execute(_MORE, given).rowcount:
                connection.execute(_NEW, its | more)
    if again != again_after:
        row = OutcomeAgainRow
        connection.execute(delete(row).where(row.incident_id == incident_id))
        rows = [
            {"incident_id": incident_id, "kind": kind, "on_day": on, "before_day": day_before}
            for kind, on, day_before in sorted(again_after)
        ]
        if rows:
            connection.execute(insert(row), rows)


def forget_place(session: Session, cluster_id: ClusterId) -> None:
    """A cluster is no more: its sums are in those of the station alone."""
    session.execute(delete(OutcomeSumRow).where(OutcomeSumRow.place == cluster_id))


def drift(session: Session) -> SumDrift:
    """See ``Outcomes.drift``."""
    return SumDrift(*map(int, session.execute(text(sums.drift())).one()))


def sum_anew(session: Session) -> None:
    """See ``Outcomes.sum_anew``."""
    for statement in sums.fill():
        session.execute(text(statement))


_LINES = Statement(
    select(
        IncidentRow.cluster_id,
        IncidentRow.restricted,
        _is_approved,
        OutcomeRow.kind,
        OutcomeRow.on,
        OutcomeRow.count,
        OutcomeRow.persons,
    )
    .join(OutcomeRow, OutcomeRow.incident_id == IncidentRow.id)
    .where(IncidentRow.id == bindparam("incident", type_=Integer), OutcomeRow.struck_at.is_(None))
    .order_by(OutcomeRow.kind, OutcomeRow.on, OutcomeRow.id)
)
_KEY = ("place", "period", "kind", "approved")
_FIGURES = ("lines", "count", "persons", "cases")
_MORE = (
    update(OutcomeSumRow)
    .where(OutcomeSumRow.place == bindparam("its_place"))
    .where(OutcomeSumRow.period == bindparam("its_period"))
    .where(OutcomeSumRow.kind == bindparam("its_kind"))
    .where(OutcomeSumRow.approved == bindparam("its_approved"))
    .values(
        lines=OutcomeSumRow.lines + bindparam("more_lines"),
        count=OutcomeSumRow.count + bindparam("more_count"),
        persons=OutcomeSumRow.persons + bindparam("more_persons"),
        cases=OutcomeSumRow.cases + bindparam("more_cases"),
    )
)
_NEW = insert(OutcomeSumRow)


def _shares(session: Session, incident_id: int) -> tuple[_Sums, _Again]:
    """What an incident has in each sum, and the days on which it has a line of a kind again."""
    sums: _Sums = {}
    again: set[tuple[str, date, date]] = set()
    last: tuple[str, date] | None = None
    for cluster_id, restricted, approved, kind, on, count, persons in _LINES.rows(
        session, {"incident": incident_id}
    ):
        is_first = last is None or last[0] != kind
        if last is not None and last[0] == kind and last[1] < on:
            again.add((kind, on, last[1]))
        last = (kind, on)
        places = () if restricted else {EVERYWHERE, cluster_id} - {None}
        for place in places:
            for period in periods_of(on):
                key = (place, period, kind, bool(approved))
                figures = [1, count, persons or 0, int(is_first)]
                sums[key] = _added(sums.get(key, _NOTHING), figures)
    return sums, frozenset(again)


def _added(one: list[int], other: list[int]) -> list[int]:
    return [each + more for each, more in zip(one, other, strict=True)]


def _tally(kind: OutcomeKind, figures: list[int]) -> Tally:
    lines, count, persons, cases = figures
    return Tally(kind=kind, lines=lines, count=count, persons=persons, cases=cases)
