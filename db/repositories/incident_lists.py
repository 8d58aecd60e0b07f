"""Lists of incidents, and who may see which; each in the time of a page, whatever the number.

A list is put together from *sources*, and these from lanes: the newest of one state and one value
of the filter, each read along an index in the order of time.  All lanes of a source are one
statement, however many they are.  What else narrows the list is looked at on the way.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    BigInteger,
    BindParameter,
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
)
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased

from db.case_records import CategoryId, IncidentId, IncidentState, Severity
from db.case_tables import IncidentReaderRow, IncidentRow
from db.incident_records import IncidentLine, IncidentQuery, Viewer
from db.records import ClusterId, OfficerId, Span, TeamId
from db.search import as_rows
from db.tables import ClusterRow

COUNTED = 1000
"""A count goes no further: this stands for as many, or more."""
_MOST_CLUSTERS = 40  # with more of the city's, a list is read by time, each line's cluster asked
_SHARE = 3  # times its part of a page is read of each lane at first
_IDS_AT_ONCE = 900
_BEGAN = type_coerce(IncidentRow.began_at, BigInteger)

_Conditions = list[ColumnElement[bool]]


@dataclass(frozen=True, slots=True)
class _Source:
    """Incidents along an index: under each of ``values`` of ``key``, in each of ``states``.

    Without a ``key`` all of them, without ``states`` in whatever state.  ``also`` is asked of each.
    """

    also: tuple[ColumnElement[bool], ...]
    key: InstrumentedAttribute[Any] | None = None
    values: Sequence[int | str] = ()
    states: Sequence[str] = ()

    @property
    def lanes(self) -> int:
        """How many there are."""
        return max(1, len(self.values)) * max(1, len(self.states))


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
    # ``+ 0``: asked of each row.  SQLite would else read all that ever happened there.
    in_teams = (IncidentRow.cluster_id + 0).in_(_clusters_of(viewer))
    return or_(and_(IncidentRow.restricted.is_(False), in_teams), named)


def names(officer_id: OfficerId | BindParameter[int]) -> ColumnElement[bool]:
    """Whether an ``IncidentRow`` names an officer: as a reader, its maker, or who has it."""
    return or_(
        IncidentRow.made_by == officer_id,
        IncidentRow.assigned_to == officer_id,
        IncidentRow.id.in_(_named_in(officer_id)),
    )


def hidden_from(officer_id: OfficerId | BindParameter[int]) -> ColumnElement[bool]:
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
        return self.lines(self._newest(query, viewer))

    def count(self, query: IncidentQuery, viewer: Viewer) -> int:
        """How many there are from ``query.before`` on; ``COUNTED`` stands for more."""
        found: set[int] = {id_ for _, id_ in self._read_by(query, viewer)}
        for source in self._sources(query, viewer):
            found.update(self._session.scalars(_some(source, query)))
            if len(found) >= COUNTED:
                return COUNTED
        return len(found)

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

    def _newest(self, query: IncidentQuery, viewer: Viewer) -> list[IncidentId]:
        found: set[tuple[int, int]] = set()
        for source in self._sources(query, viewer):
            found |= self._newest_of(source, query)
        found.update(self._read_by(query, viewer))
        return [IncidentId(id_) for _, id_ in sorted(found, reverse=True)[: query.limit]]

    def _newest_of(self, source: _Source, query: IncidentQuery) -> set[tuple[int, int]]:
        """The newest of a source, and some more.

        Each lane gives its share first, which is enough unless one of them has most of the newest.
        """
        share = _SHARE * query.limit // source.lanes + 1
        for most in (share, query.limit) if share < query.limit else (query.limit,):
            found: set[tuple[int, int]] = set()
            ends: dict[tuple[Any, ...], list[tuple[int, int]]] = {}
            statement = _first(source, query, most)
            for began, id_, *lane in self._session.connection().execute(statement).all():
                found.add((began, id_))
                ends.setdefault(tuple(lane), []).append((began, id_))
            # What a lane that was cut off did not give lies below its last.
            floor = max((min(its) for its in ends.values() if len(its) >= most), default=None)
            if floor is None or sum(each >= floor for each in found) >= query.limit:
                break
        return found

    def _sources(self, query: IncidentQuery, viewer: Viewer) -> list[_Source]:
        """Along which indexes the list is read.

        Together with ``_read_by`` they hold all that may be in it, some of it twice.
        """
        states, seen = sorted(query.states), visible_to(viewer)
        if query.assigned_to is not None:
            return [_Source((seen,), IncidentRow.assigned_to, [query.assigned_to], states)]
        clusters = self._clusters(query, viewer)
        if clusters is None or len(clusters) > _MOST_CLUSTERS:
            return [_by_kind(query, states, seen)]
        if (narrowed := _narrowed_to(viewer)) is not None:
            seen = IncidentRow.restricted.is_(False)
            found = [
                _Source((), IncidentRow.made_by, [narrowed], states),
                _Source((), IncidentRow.assigned_to, [narrowed], states),
            ]
        elif not query.clusters:
            found = [_Source((seen, IncidentRow.cluster_id.is_(None)), states=states)]
        else:
            found = []
        if clusters:  # without any there is no such source, rather than one of all clusters
            found.append(_Source((seen,), IncidentRow.cluster_id, clusters, states))
        return found

    def _clusters(self, query: IncidentQuery, viewer: Viewer) -> list[int] | None:
        """Where it happened, as far as that narrows; what names ``viewer`` is another matter."""
        found: set[int] | None = set(query.clusters) if query.clusters else None
        for narrows, some in (
            (_narrowed_to(viewer) is not None, _clusters_of(viewer)),
            (query.teamless, _OF_NO_TEAM),
        ):
            if narrows:
                its = set(self._session.scalars(some))
                found = its if found is None else found & its
        return None if found is None else sorted(found)

    def _read_by(self, query: IncidentQuery, viewer: Viewer) -> list[tuple[int, int]]:
        """Those that name one who is narrowed to teams as a reader: few, looked up one by one."""
        narrowed = _narrowed_to(viewer)
        if narrowed is None or query.assigned_to is not None:
            return []
        ids = self._session.scalars(_named_in(narrowed)).all()
        conditions = _narrowed(query)
        if query.states:  # no index may be walked for it
            conditions.append(IncidentRow.state.concat("").in_(sorted(query.states)))
        found: list[tuple[int, int]] = []
        for first in range(0, len(ids), _IDS_AT_ONCE):
            some = IncidentRow.id.in_(ids[first : first + _IDS_AT_ONCE])
            rows = self._session.execute(select(_BEGAN, IncidentRow.id).where(some, *conditions))
            found += [(began, id_) for began, id_ in rows]
        return found


def _by_kind(query: IncidentQuery, states: Sequence[str], seen: ColumnElement[bool]) -> _Source:
    """The index that leaves least to look through, if it is not that of a few clusters."""
    if query.categories:
        return _Source((seen,), IncidentRow.category_id, sorted(query.categories), states)
    if query.severities:
        every = states or sorted(IncidentState)  # it has no index by time alone
        return _Source((seen,), IncidentRow.severity, sorted(query.severities), every)
    return _Source((seen,), states=states)


def _some(source: _Source, query: IncidentQuery) -> Select[int]:
    """As many of a source as are counted, whichever."""
    conditions = [*source.also, *_narrowed(query)]
    if source.key is not None:
        conditions.append(source.key.in_(source.values))
    if source.states:
        conditions.append(IncidentRow.state.in_(source.states))
    some = select(IncidentRow.id).where(*conditions)
    if source.key is None and not source.states:
        some = some.order_by(IncidentRow.began_at.desc())  # along an index, or a time is sought
    return some.limit(COUNTED)


def _first(source: _Source, query: IncidentQuery, most: int) -> Select[*tuple[Any, ...]]:
    """Begin and id of the newest ``most`` of each lane of a source, and which lane; unordered."""
    conditions = [*source.also, *_narrowed(query)]
    lanes: list[Any] = []
    for column, values in ((source.key, source.values), (IncidentRow.state, source.states)):
        if column is None or not values:
            continue
        if len(values) == 1:
            conditions.append(column == values[0])
            continue
        lanes.append(as_rows(values, f"lane_{len(lanes)}"))
        conditions.append(column == lanes[-1].c.value)
    newest = (IncidentRow.began_at.desc(), IncidentRow.id.desc())
    if not lanes:
        one = select(_BEGAN, IncidentRow.id).where(*conditions)
        return one.order_by(*newest).limit(most)
    its = aliased(IncidentRow)
    of_lane = select(IncidentRow.id).where(*conditions).order_by(*newest).limit(most)
    of_each = its.id.in_(of_lane.correlate(*lanes))
    every = lanes[0].join(lanes[1], true()) if len(lanes) > 1 else lanes[0]
    columns = (type_coerce(its.began_at, BigInteger), its.id, *(lane.c.value for lane in lanes))
    return select(*columns).select_from(every.join(its, of_each))


def _narrowed(query: IncidentQuery) -> _Conditions:
    """What is looked at on the way; ``+ 0`` keeps SQLite to the lane's own index."""
    found: _Conditions = []
    if query.categories:
        found.append((IncidentRow.category_id + 0).in_(sorted(query.categories)))
    if query.clusters:
        found.append((IncidentRow.cluster_id + 0).in_(sorted(query.clusters)))
    if query.severities:
        found.append(IncidentRow.severity.concat("").in_(sorted(query.severities)))
    if query.teamless:
        of_none = (IncidentRow.cluster_id + 0).in_(_OF_NO_TEAM)
        found.append(IncidentRow.cluster_id.is_(None) | of_none)
    if query.since is not None:
        found.append(IncidentRow.began_at >= query.since)
    if query.until is not None:
        found.append(IncidentRow.began_at < query.until)
    if query.before is not None:
        at, incident_id = query.before
        found.append(IncidentRow.began_at <= at)
        found.append(or_(IncidentRow.began_at < at, IncidentRow.id < incident_id))
    return found


_OF_NO_TEAM = select(ClusterRow.id).where(ClusterRow.team_id.is_(None))


def _clusters_of(viewer: Viewer) -> Select[int]:
    return select(ClusterRow.id).where(ClusterRow.team_id.in_(viewer.teams))


def _narrowed_to(viewer: Viewer) -> OfficerId | None:
    """Who looks, if he is narrowed to teams."""
    return viewer.officer_id if viewer.teams else None


def _named_in(officer_id: OfficerId | BindParameter[int]) -> Any:
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
