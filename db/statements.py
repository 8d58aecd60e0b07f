"""Statements that are built once and asked often, each time with other values.

To build a select, and to find what was compiled of it, takes SQLAlchemy five times as long as to
ask it.  So whatever is asked several times a second is built when it is first needed, and what
changes is bound by name.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import BindParameter, Row, Select
from sqlalchemy.orm import Session
from sqlalchemy.sql.visitors import iterate

Values = Mapping[str, object]
"""What is bound, by name; a statement takes those that it knows."""


class Statement:
    """A select of columns, and the names of what is bound to it."""

    def __init__(self, query: Select[*tuple[Any, ...]]) -> None:
        self._query = query
        binds = (each for each in iterate(query) if isinstance(each, BindParameter))
        self._names = frozenset(each.key for each in binds if each.required)

    def rows(self, session: Session, values: Values) -> Sequence[Row[*tuple[Any, ...]]]:
        """All that it finds."""
        given = {name: values[name] for name in self._names}
        # On the connection: columns need nothing of what a session does for records.
        return session.connection().execute(self._query, given).all()

    def column(self, session: Session, values: Values) -> list[Any]:
        """The first column of all that it finds."""
        return [row[0] for row in self.rows(session, values)]

    def scalar(self, session: Session, values: Values) -> Any:
        """The first column of the first row, None without one."""
        return next(iter(self.column(session, values)), None)
