"""Finding names as people type them, in the store: without diacritics, in any case, đ as d.

Besides ``db.sqlite`` and ``db.word_index``, which keeps the index of words of longer texts, the one
place where SQL is SQLite's own: SQLite has no collation that knows Vietnamese, so each connection
is taught functions for it (PostgreSQL has ``unaccent``).
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    Boolean,
    ColumnElement,
    Dialect,
    Select,
    String,
    TableValuedAlias,
    TypeDecorator,
    bindparam,
    cast,
    func,
    literal,
    select,
    true,
)
from sqlalchemy.orm import Session
from typing_extensions import override

from db.case_records import MemberId
from db.folding import fold, words_of
from db.moment_tables import MemberRow
from db.records import CameraId, ClusterId, OfficerId, TeamId
from db.statements import Statement
from db.tables import CameraRow, ClusterRow, DeviceRow, OfficerRow, TeamRow

MOST_FOUND = 200
MOST_WORDS = 8
"""What is typed beyond these does not narrow any more."""


_END = "\x1f"  # stands in no name


@dataclass(frozen=True, slots=True)
class _People:
    """Who has a name: all names ``in_one`` piece, and ``each`` with its id."""

    in_one: Statement
    each: Statement


class Search:
    """Which rows hold every word of a text, each anywhere in what they are called by.

    An empty text finds everything, as an empty search field does.  Nobody's name is copied
    to an index, so whoever is erased cannot be found a moment later.
    """

    def __init__(self, session: Session) -> None:
        self._session = session

    def cameras(self, text: str, limit: int = MOST_FOUND) -> list[CameraId]:
        """By number: cameras whose number, name, address, cluster or team holds the words."""
        called = (_two_digits(), CameraRow.name, DeviceRow.host, ClusterRow.name, TeamRow.name)
        query = (
            select(CameraRow.id)
            .join(DeviceRow, DeviceRow.id == CameraRow.device_id)
            .join(ClusterRow, ClusterRow.id == CameraRow.cluster_id)
            .outerjoin(TeamRow, TeamRow.id == ClusterRow.team_id)
            .where(holding(text, *called))
            .order_by(CameraRow.number)
        )
        return [CameraId(found) for found in self._first(query, limit)]

    def clusters(self, text: str, limit: int = MOST_FOUND) -> list[ClusterId]:
        """By number: clusters whose number, name or team holds the words."""
        number = cast(ClusterRow.number, String)
        query = (
            select(ClusterRow.id)
            .outerjoin(TeamRow, TeamRow.id == ClusterRow.team_id)
            .where(holding(text, number, ClusterRow.name, TeamRow.name))
            .order_by(ClusterRow.number)
        )
        return [ClusterId(found) for found in self._first(query, limit)]

    def teams(self, text: str, limit: int = MOST_FOUND) -> list[TeamId]:
        """By name: teams whose name holds the words."""
        query = select(TeamRow.id).where(holding(text, TeamRow.name))
        query = query.order_by(func.folded(TeamRow.name), TeamRow.id)
        return [TeamId(found) for found in self._first(query, limit)]

    def officers(self, text: str, limit: int = MOST_FOUND) -> list[OfficerId]:
        """By name: officers whose name holds the words; the erased ones have none."""
        return [OfficerId(found) for found in self._called(_OFFICERS, text)[:limit]]

    def members(self, text: str, limit: int = MOST_FOUND) -> list[MemberId]:
        """By name: members of teams whose name holds the words, those who left included."""
        return [MemberId(found) for found in self._called(_MEMBERS, text)[:limit]]

    def _called(self, people: _People, text: str) -> list[int]:
        """Those whose name holds every word of ``text``, by name."""
        words = fold(text).split()[:MOST_WORDS]
        # Nearly always nobody is meant: what was typed are words of a note.
        whole = fold(people.in_one.scalar(self._session, {}) or "")
        if not all(word in whole for word in words):
            return []
        rows = people.each.rows(self._session, {})
        # All names in one piece, which takes a quarter of the time of one by one.
        names = fold(_END.join(name for _, name in rows)).split(_END)
        found = sorted(
            (name, id_)
            for name, (id_, _) in zip(names, rows, strict=False)  # without rows: one empty name
            if all(word in name for word in words)
        )
        return [id_ for _, id_ in found]

    def _first(self, query: Select[Any], limit: int) -> list[int]:
        return list(self._session.scalars(query.limit(limit)))


def holds(hay: str, words: str) -> bool:
    """Whether each of ``words``, folded already, lies somewhere in ``hay``."""
    folded = fold(hay)
    return all(word in folded for word in words.split())


def holding(text: str, *columns: Any) -> ColumnElement[bool]:
    """That every word of ``text`` lies somewhere in one of ``columns``; null counts as empty."""
    words = " ".join(fold(text).split()[:MOST_WORDS])
    if not words:
        return true()
    hay: ColumnElement[str] = literal("")
    for column in columns:
        hay = hay + " " + func.coalesce(column, "")
    return func.holds(hay, words, type_=Boolean)


def word_list(*texts: str | None) -> str:
    """The words of ``texts`` as the index has them, a JSON array; null counts as empty."""
    return json.dumps(sorted(words_of(text for text in texts if text)))


def teach(connection: sqlite3.Connection) -> None:
    """Make ``folded``, ``holds`` and ``word_list`` known to a connection."""
    connection.create_function("word_list", -1, word_list, deterministic=True)
    connection.create_function("folded", 1, fold, deterministic=True)
    connection.create_function("holds", 2, holds, deterministic=True)


def _two_digits() -> ColumnElement[str]:
    """A camera's number as the wall shows it: 7 is 07, and found as either."""
    return func.printf("%02d", CameraRow.number)


class _Listed(TypeDecorator[Collection[object]]):
    """A list in one piece, whatever its length, so that the statement stays the same."""

    impl = String
    cache_ok = True

    @override
    def process_bind_param(self, value: Collection[object] | None, dialect: Dialect) -> str:
        return json.dumps(list(value or ()))


def as_rows(values: Sequence[object], name: str = "each") -> TableValuedAlias:
    """``values`` as a table of one column, ``value``, whose every row may be asked about apart.

    PostgreSQL has ``unnest``.
    """
    return func.json_each(json.dumps(list(values))).table_valued("value", name=name)


def bound_rows(name: str) -> TableValuedAlias:
    """As ``as_rows``, of a list that is bound as ``name`` whenever the statement is asked."""
    return func.json_each(bindparam(name, type_=_Listed)).table_valued("value", name=f"each_{name}")


def listed(name: str) -> Select[Any]:
    """What a column may be ``in_``: a list that is bound as ``name``."""
    return select(bound_rows(name).c.value)


def _people(id_: Any, name: Any, there: ColumnElement[bool]) -> _People:
    in_one = select(func.aggregate_strings(name, _END)).where(there)
    return _People(Statement(in_one), Statement(select(id_, name).where(there)))


_OFFICERS = _people(OfficerRow.id, OfficerRow.name, ~OfficerRow.erased)
_MEMBERS = _people(MemberRow.id, MemberRow.name, true())
