"""Statements that are built once and asked often, each time with other values.

To build a select, and to find what was compiled of it, takes SQLAlchemy five times as long as to
ask it.  So whatever is asked several times a second is built when it is first needed, and what
changes is bound by name.  What is asked some dozens of times for one letter that somebody types is
even compiled once, and the driver asked for it straight: that takes a fifth.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import BindParameter, Dialect, Select
from sqlalchemy.engine.interfaces import DBAPICursor
from sqlalchemy.orm import Session
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.visitors import iterate
from typing_extensions import override

Values = Mapping[str, object]
"""What is bound, by name; a statement takes those that it knows."""


class Statement:
    """A select of columns, and the names of what is bound to it."""

    def __init__(self, query: Select[*tuple[Any, ...]]) -> None:
        self._query = query
        binds = (each for each in iterate(query) if isinstance(each, BindParameter))
        self._names = frozenset(each.key for each in binds if each.required)

    def rows(self, session: Session, values: Values) -> Sequence[Sequence[Any]]:
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


_Process = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class _Compiled:
    """SQL as a driver takes it: its parameters, and what becomes of its columns."""

    sql: str
    # The driver's name for it, ours, or else what is always bound.
    binds: tuple[tuple[str, str, _Process | None, object], ...]
    in_order: bool  # parameters go by their order, not by their names
    columns: tuple[tuple[int, _Process], ...]

    def given(self, values: Values) -> Sequence[object] | Mapping[str, object]:
        """What its parameters are."""
        found: list[object] = []
        for _, name, process, fixed in self.binds:
            value = values[name] if name else fixed
            found.append(value if process is None else process(value))
        if self.in_order:
            return found
        return {drivers: value for (drivers, *_), value in zip(self.binds, found, strict=True)}

    def read(self, rows: Iterable[tuple[Any, ...]]) -> Iterable[tuple[Any, ...]]:
        """What the rows of the driver say."""
        if not self.columns:
            return rows
        by_column = list(zip(*rows, strict=True))
        for place, process in self.columns if by_column else ():
            by_column[place] = tuple(map(process, by_column[place]))
        return zip(*by_column, strict=True)


class Quick(Statement):
    """A statement that is compiled once, and whose rows are tuples.

    The driver is asked itself, in the session's transaction: no listener of SQLAlchemy hears of it,
    and its errors are the driver's (``db.sqlite.problems`` knows them).
    """

    def __init__(self, query: Select[*tuple[Any, ...]]) -> None:
        super().__init__(query)
        self._compiled: _Compiled | None = None

    @override
    def rows(self, session: Session, values: Values) -> list[tuple[Any, ...]]:
        cursor, compiled = self._asked(session, values)
        return list(compiled.read(cursor.fetchall()))

    def each(self, session: Session, values: Values, most: int) -> Iterator[tuple[Any, ...]]:
        """What it finds, read as it is asked for, until it is closed: one row, and ever more.

        ``most`` are read at once; what is seldom found would be looked for far ahead otherwise.
        """
        cursor, compiled = self._asked(session, values)
        part = 1
        try:
            while rows := cursor.fetchmany(part):
                yield from compiled.read(rows)
                part = min(2 * part, most)
        finally:
            cursor.close()

    def _asked(self, session: Session, values: Values) -> tuple[DBAPICursor, _Compiled]:
        connection = session.connection()
        compiled = self._compiled
        if compiled is None:
            compiled = self._compiled = _compiled(self._query, connection.dialect)
        cursor = connection.connection.cursor()
        cursor.execute(compiled.sql, compiled.given(values))
        return cursor, compiled


def _compiled(query: Select[*tuple[Any, ...]], dialect: Dialect) -> _Compiled:
    compiled = query.compile(dialect=dialect, compile_kwargs={"render_postcompile": True})
    assert isinstance(compiled, SQLCompiler)
    binds = []
    in_order = compiled.positiontup is not None
    for name in compiled.positiontup or compiled.bind_names.values():
        bind = compiled.binds[name]
        process = bind.type.dialect_impl(dialect).bind_processor(dialect)
        binds.append((name, bind.key if bind.required else "", process, bind.effective_value))
    columns = []
    for place, column in enumerate(query.selected_columns):
        process = column.type.dialect_impl(dialect).result_processor(dialect, None)
        if process is not None:
            columns.append((place, process))
    return _Compiled(str(compiled), tuple(binds), in_order, tuple(columns))
