"""What SQLAlchemy compiles of our statements, kept for all stores of a process.

It keeps that with each engine.  A station opens its file once and has every statement compiled
once; tests open thousands of files, and a fifth of their time would go there.
"""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import Dialect, Engine, create_engine

from db import sqlite


def share(patch: pytest.MonkeyPatch) -> None:
    """Have every engine from now on speak one dialect and look into one cache."""
    compiled: dict[Any, Any] = {}
    spoken: list[Dialect] = []

    def engine(*address: Any, **how: Any) -> Engine:
        made = create_engine(*address, **how)
        if not spoken:
            spoken.append(made.dialect)
        options = {"compiled_cache": compiled}
        return Engine(made.pool, spoken[0], made.url, execution_options=options)

    patch.setattr(sqlite, "create_engine", engine)
