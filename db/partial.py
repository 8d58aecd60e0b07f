"""Indexes of some of a table's rows, without loading the dialect of a database that is not here.

``Index(…, postgresql_where=…)`` makes SQLAlchemy load all of PostgreSQL's dialect, a twentieth of
the time that a process takes to know the tables.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Index, text
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.schema import CreateIndex

_WHERE = "where"


def partial_index(
    name: str, *columns: str, where: str, on_postgresql: str = "", unique: bool = False
) -> Index:
    """An index of the rows for which ``where`` holds; PostgreSQL may need other words for it."""
    return Index(
        name,
        *columns,
        unique=unique,
        sqlite_where=text(where),
        info={_WHERE: on_postgresql or where},
    )


@compiles(CreateIndex, "postgresql")
def _on_postgresql(create: CreateIndex, compiler: Any, **options: Any) -> Any:
    index = create.element
    if where := index.info.get(_WHERE):
        index.dialect_options["postgresql"]["where"] = text(where)
    return compiler.visit_create_index(create, **options)
