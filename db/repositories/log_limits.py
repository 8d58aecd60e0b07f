"""Which entries of the log are about restricted incidents, and so for those alone who are named."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from sqlalchemy import ColumnElement, Select, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from db.case_tables import IncidentExhibitRow, IncidentRow
from db.evidence_tables import PackageRow, RequestRow
from db.moment_tables import BookmarkRow, CallRow
from db.records import OfficerId
from db.repositories.incident_lists import hidden_ids


def hidden(
    session: Session, officer_id: OfficerId, about: Mapping[str, Collection[int]]
) -> frozenset[tuple[str, int]]:
    """Of what entries are ``about``, ids by subject, what belongs to incidents hidden from him.

    That is the incident, its bookmarks and their holds, its calls and foreign files, requests for
    its footage and the packages made of it.  A few milliseconds for a page of the log.
    """
    away = hidden_ids(officer_id)
    found: set[tuple[str, int]] = set()
    for subject, (id_, belongs) in _belonging(away).items():
        if ids := about.get(subject):
            query = select(id_).where(id_.in_(sorted(ids)), belongs)
            found.update((subject, each) for each in session.scalars(query) if each is not None)
    return frozenset(found)


def _belonging(
    away: Select[int],
) -> dict[
    str, tuple[InstrumentedAttribute[int] | InstrumentedAttribute[int | None], ColumnElement[bool]]
]:
    """For each subject the column of its ids, and whether a row belongs to one of ``away``."""
    marked = BookmarkRow.incident_id.in_(away)
    marks = select(BookmarkRow.id).where(marked)
    asked = RequestRow.incident_id.in_(away)
    asks = select(RequestRow.id).where(asked)
    return {
        "incident": (IncidentRow.id, IncidentRow.id.in_(away)),
        "bookmark": (BookmarkRow.id, marked),
        "hold": (BookmarkRow.hold_id, marked),
        "call": (CallRow.id, or_(CallRow.incident_id.in_(away), CallRow.bookmark_id.in_(marks))),
        "request": (RequestRow.id, asked),
        "package": (
            PackageRow.id,
            or_(PackageRow.incident_id.in_(away), PackageRow.request_id.in_(asks)),
        ),
        "exhibit": (IncidentExhibitRow.exhibit_id, IncidentExhibitRow.incident_id.in_(away)),
    }
