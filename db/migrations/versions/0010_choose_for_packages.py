"""Keep what officers choose of a package, and the holds that a request placed.

For every station; packages that were queued before hold nothing but what was wanted.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    op.add_column("package", sa.Column("extras", sa.String, nullable=False, server_default="{}"))
    op.create_table(
        "request_hold",
        _owner("request"),
        _owner("hold"),
    )
    op.create_index("request_hold_by_hold", "request_hold", ["hold_id"])


def _owner(table: str) -> sa.Column[int]:
    key = sa.ForeignKey(f"{table}.id", ondelete="CASCADE")
    return sa.Column(f"{table}_id", sa.Integer, key, primary_key=True)
