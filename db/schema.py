"""Brings a station's file to the schema of ``db.tables``.

The number is looked up with a plain query; Alembic, which takes 0.25 s to load, is
only loaded when a step is due.
"""

from __future__ import annotations

import logging
from pathlib import Path

from db import sqlite
from db.errors import StoreDamaged, StoreFailed, StoreTooNew

SCHEMA = "0010"  # the newest file of db/migrations/versions
MIGRATIONS = Path(__file__).with_name("migrations")

log = logging.getLogger(__name__)


def bring_up_to_date(path: Path, *, schema: str = SCHEMA, migrations: Path = MIGRATIONS) -> None:
    """Make, keep or migrate ``path`` so that its schema is ``schema``.

    An existing file is copied to ``station.db.before-0002`` (the number that it goes to)
    before it is changed; the steps then happen in one transaction, or not at all.

    Raises:
        StoreTooNew: a newer program wrote it; nothing was changed.
        StoreDamaged: it cannot be read; nothing was changed.
        StoreFailed: it cannot be written: disk full, no right, another program.
    """
    try:
        found = sqlite.version(path)
        if found is not None and found > schema:
            raise StoreTooNew(f"{path.name} is of version {found}, this program knows {schema}")
        if found not in {None, schema}:
            sqlite.look_through(path)  # damage is not carried over
            log.info("migrating %s from %s to %s", path.name, found, schema)
            with sqlite.problems(path):
                sqlite.copy(path, path.with_name(f"{path.name}.before-{schema}"))
    except OSError as error:
        raise StoreFailed(f"{path.name}: {error.strerror}") from error
    if found != schema:
        _migrate(path, schema, migrations)


def _migrate(path: Path, schema: str, migrations: Path) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(migrations).replace("%", "%%"))
    engine = sqlite.engine(path, sqlite.Use.MIGRATE)
    try:
        with sqlite.problems(path), engine.begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, schema)
            if left := sqlite.dangling(connection):
                raise StoreDamaged(f"{path.name}: rows without their owners in {sorted(set(left))}")
    finally:
        engine.dispose()
