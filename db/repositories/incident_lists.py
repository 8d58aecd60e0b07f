"""Lists of incidents, and who may see which; each in the time of a page, whatever the number.

A list is put together from *lanes*: the newest of one state and one value of the filter, each read
along an index of its own, in order.  What else narrows it is looked at on the way.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import product
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Row,
    Select,
    and_,
    false,
    func,
    or_,
    select,
    true,
    type_coerce,
    union_all,
)
from sqlalchemy.orm import InstrumentedAttribute, Session

from db.case_records import CategoryId, IncidentId, IncidentState, Severity
from db.case_tables import IncidentReaderRow, IncidentRow
from db.incident_records import IncidentLine, IncidentQuery, Viewer
from db.records import ClusterId, OfficerId, Span, TeamId
from db.tables import ClusterRow

COUNTED = 1000
"""A count goes no further: this stands for as many, or more."""
_LANES_AT_ONCE = 300  # SQLite takes 500 selects in one
_LANES_COUNTED_AT_ONCE = 8
_IDS_AT_ONCE = 900
_BEGAN = type_coerce(IncidentRow.began_at, BigInteger)

_OF_NO_TEAM = select(ClusterRow.id).where(ClusterRow.team_id.is_(None))

_Lane = list[ColumnElement[bool]]


def visible_to(viewer: Viewer) -> ColumnElement[bool]:
    """Whether ``viewer`` sees an ``IncidentRow``: a restricted one only if he is named.

    Named is whoever is one of its readers, made it or has it assigned; no role sees more.  One
    who is narrowed to teams sees what happened in their clusters, and where he is named.
    """
    if viewer.officer_id is None:
        return true()
    named = names(viewer.officer_id)
    if not viewer.teams:
        return or_(IncidentRow.restricted.is_(False), named)
    theirs = select(ClusterRow.id).where(ClusterRow.team_id.in_(viewer.teams))
    in_teams = IncidentRow.cluster_id.in_(theirs)
    return or_(and_(IncidentRow.restricted.is_(False), in_teams), named)


def names(officer_id: OfficerId) -> ColumnElement[bool]:
    """Whether an ``IncidentRow`` names an officer: as a reader, its maker, or who has it."""
    return or_(
        IncidentRow.made_by == officer_id,
        IncidentRow.assigned_to == officer_id,
        IncidentRow.id.in_(_named_in(officer_id)),
    )


def hidden_from(officer_id: OfficerId) -> ColumnElement[bool]:
    """Whether an ``IncidentRow`` is restricted and does not name an officer; never null.

    ``names`` is null where nobody has it assigned: neither named nor not named, as SQL has it.
    """
    return and_(IncidentRow.restricted, ~func.coalesce(names(officer_id), false()))


def hidden_ids(officer_id: OfficerId) -> Select[int]:
    """The few incidents that are hidden from an officer, from an index of their own.

    To hold thousands of rows against it is quicker than to look up the incident of each.
    """
    named = func.coalesce(names(officer_id), false())
    return select(IncidentRow.id).where(IncidentRow.restricted.is_(True), ~named)


def visible_by_id(
    incident_id: InstrumentedAttribute[int | None], viewer: Viewer
) -> ColumnElement[bool]:
    """As ``visible_to``, of a column with incidents' ids."""
    if viewer.officer_id is None:
        return true()
    if viewer.teams:
        its = select(IncidentRow.id).where(IncidentRow.id == incident_id, visible_to(viewer))
        return its.exists()
    return incident_id.not_in(hidden_ids(viewer.officer_id))


class IncidentLists:
    """Reads alone."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def sees(self, viewer: Viewer, incident_id: IncidentId) -> bool:
        """Whether there is such an incident for ``viewer``."""
        query = select(IncidentRow.id).where(IncidentRow.id == incident_id, visible_to(viewer))
        return self._session.scalar(query) is not None

    def seen(self, viewer: Viewer, ids: Sequence[IncidentId]) -> set[IncidentId]:
        """Those of ``ids`` that ``viewer`` sees."""
        found: set[IncidentId] = set()
        for first in range(0, len(ids), _IDS_AT_ONCE):
            some = IncidentRow.id.in_(ids[first : first + _IDS_AT_ONCE])
            query = select(IncidentRow.id).where(some, visible_to(viewer))
            found |= {IncidentId(each) for each in self._session.scalars(query)}
        return found

    def page(self, query: IncidentQuery, viewer: Viewer) -> list[IncidentLine]:
        """The newest that ``query`` asks for and ``viewer`` sees, by begin and id."""
        return self.lines([incident_id for _, incident_id in self._newest(query, viewer)])

    def count(self, query: IncidentQuery, viewer: Viewer) -> int:
        """How many there are from ``query.before`` on; ``COUNTED`` stands for more."""
        return len(self._newest(query, viewer, COUNTED))

    def by_team_and_category(
        self, span: Span, viewer: Viewer
    ) -> dict[tuple[TeamId | None, CategoryId], int]:
        """How many began in ``span``; None: where no team answers."""
        query = (
            select(ClusterRow.team_id, IncidentRow.category_id, func.count())
            .select_from(IncidentRow)
            .outerjoin(ClusterRow, ClusterRow.id == IncidentRow.cluster_id)
            .where(IncidentRow.began_at >= span.start, IncidentRow.began_at < span.end)
            .where(visible_to(viewer))
            .group_by(ClusterRow.team_id, IncidentRow.category_id)
        )
        return {
            (None if team_id is None else TeamId(team_id), CategoryId(category_id)): count
            for team_id, category_id, count in self._session.execute(query)
        }

    def lines(self, ids: Sequence[IncidentId]) -> list[IncidentLine]:
        """These incidents, in the order of ``ids``; asks nobody who may see them."""
        found: dict[IncidentId, IncidentLine] = {}
        for first in range(0, len(ids), _IDS_AT_ONCE):
            query = select(*_LINE).where(IncidentRow.id.in_(ids[first : first + _IDS_AT_ONCE]))
            for row in self._session.execute(query):
                line = _line(row)
                found[line.id] = line
        return [found[each] for each in ids if each in found]

    def _newest(
        self, query: IncidentQuery, viewer: Viewer, limit: int | None = None
    ) -> list[tuple[int, IncidentId]]:
        """The newest, or with ``limit`` just so many of them, in whatever order."""
        also = [*_narrowed(query), visible_to(viewer)]
        most = query.limit if limit is None else limit
        pages = [
            select(_BEGAN.label("began"), IncidentRow.id)
            .where(*lane, *also)
            .order_by(IncidentRow.began_at.desc(), IncidentRow.id.desc())
            .limit(most)
            .subquery()
            for lane in self._lanes(query, viewer)
        ]
        found: set[tuple[int, IncidentId]] = set()
        at_once = _LANES_AT_ONCE if limit is None else _LANES_COUNTED_AT_ONCE
        for first in range(0, len(pages), at_once):
            lanes = union_all(*(select(page) for page in pages[first : first + at_once]))
            both = lanes.subquery()
            newest = select(both).distinct().order_by(both.c.began.desc(), both.c.id.desc())
            rows = self._session.execute(newest.limit(most) if limit is None else lanes)
            found |= {(began, IncidentId(incident_id)) for began, incident_id in rows}
            if limit is not None and len(found) >= most:
                break
        return sorted(found, reverse=True)[:most]

    def _lanes(self, query: IncidentQuery, viewer: Viewer) -> list[_Lane]:
        """Along which indexes the list is read; together they hold all that may be in it."""
        states = sorted(query.states or IncidentState)
        if query.assigned_to is not None:
            return _lanes_of(IncidentRow.assigned_to, [query.assigned_to], states)
        if query.clusters:
            return _lanes_of(IncidentRow.cluster_id, query.clusters, states)
        if viewer.officer_id is not None and viewer.teams:
            theirs = select(ClusterRow.id).where(ClusterRow.team_id.in_(viewer.teams))
            clusters = [ClusterId(each) for each in self._session.scalars(theirs)]
            named = self._session.scalars(_named_in(viewer.officer_id)).all()
            return [
                *_lanes_of(IncidentRow.cluster_id, clusters, states),
                *_lanes_of(IncidentRow.made_by, [viewer.officer_id], states),
                *_lanes_of(IncidentRow.assigned_to, [viewer.officer_id], states),
                *_lanes_of_readers(named, states),
            ]
        if query.categories:
            return _lanes_of(IncidentRow.category_id, query.categories, states)
        if query.severities:
            return _lanes_of(IncidentRow.severity, query.severities, states)
        if query.states:
            return [[IncidentRow.state == state] for state in states]
        return [[]]


def _lanes_of(
    column: InstrumentedAttribute[Any],
    values: Collection[int] | Collection[str],
    states: Sequence[IncidentState],
) -> list[_Lane]:
    return [
        [column == value, IncidentRow.state == state]
        for value, state in product(sorted(values, key=str), states)
    ]


def _lanes_of_readers(ids: Sequence[int], states: Sequence[IncidentState]) -> list[_Lane]:
    """Few, so they are looked up one by one: no index may be walked for their state."""
    by_hand = IncidentRow.state.concat("").in_(states)
    return [
        [IncidentRow.id.in_(ids[first : first + _IDS_AT_ONCE]), by_hand]
        for first in range(0, len(ids), _IDS_AT_ONCE)
    ]


def _narrowed(query: IncidentQuery) -> _Lane:
    """What is looked at on the way; ``+ 0`` keeps SQLite to the lane's own index."""
    found: _Lane = []
    if query.categories:
        found.append((IncidentRow.category_id + 0).in_(sorted(query.categories)))
    if query.clusters:
        found.append((IncidentRow.cluster_id + 0).in_(sorted(query.clusters)))
    if query.severities:
        found.append(IncidentRow.severity.concat("").in_(sorted(query.severities)))
    if query.teamless:
        found.append(IncidentRow.cluster_id.is_(None) | IncidentRow.cluster_id.in_(_OF_NO_TEAM))
    if query.since is not None:
        found.append(IncidentRow.began_at >= query.since)
    if query.until is not None:
        found.append(IncidentRow.began_at < query.until)
    if query.before is not None:
        at, incident_id = query.before
        found.append(IncidentRow.began_at <= at)
        found.append(or_(IncidentRow.began_at < at, IncidentRow.id < incident_id))
    return found


def _named_in(officer_id: OfficerId) -> Any:
    return select(IncidentReaderRow.incident_id).where(IncidentReaderRow.officer_id == officer_id)


_LINE = (
    IncidentRow.id,
    IncidentRow.year,
    IncidentRow.number,
    IncidentRow.title,
    IncidentRow.category_id,
    IncidentRow.severity,
    IncidentRow.state,
    IncidentRow.cluster_id,
    IncidentRow.began_at,
    IncidentRow.assigned_to,
    IncidentRow.due_on,
    IncidentRow.restricted,
    IncidentRow.made_by,
    IncidentRow.state_at,
)


def _line(row: Row[*tuple[Any, ...]]) -> IncidentLine:
    return IncidentLine(
        id=IncidentId(row.id),
        year=row.year,
        number=row.number,
        title=row.title,
        category_id=CategoryId(row.category_id),
        severity=Severity(row.severity),
        state=IncidentState(row.state),
        cluster_id=None if row.cluster_id is None else ClusterId(row.cluster_id),
        began_at=row.began_at,
        assigned_to=None if row.assigned_to is None else OfficerId(row.assigned_to),
        due_on=row.due_on,
        restricted=row.restricted,
        made_by=None if row.made_by is None else OfficerId(row.made_by),
        state_at=row.state_at,
    )
