"""Create the sums of outcomes, and fill them; whoever lists the cases behind one reads an index.

For every station: a figure of years was read line by line.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from db import sums

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    op.drop_index("outcome_by_kind", "outcome")
    op.create_index("outcome_by_kind", "outcome", ["kind", "on_day", "incident_id", "struck_at_us"])
    op.create_table(
        "outcome_sum",
        sa.Column("place", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("period", sa.String, primary_key=True),
        sa.Column("kind", sa.String, primary_key=True),
        sa.Column("approved", sa.Boolean, primary_key=True),
        sa.Column("lines", sa.Integer, nullable=False),
        sa.Column("count", sa.Integer, nullable=False),
        sa.Column("persons", sa.Integer, nullable=False),
        sa.Column("cases", sa.Integer, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "outcome_again",
        sa.Column(
            "incident_id",
            sa.Integer,
            sa.ForeignKey("incident.id", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("kind", sa.String, primary_key=True),
        sa.Column("on_day", sa.Date, primary_key=True),
        sa.Column("before_day", sa.Date, nullable=False),
    )
    op.create_index(
        "outcome_again_by_day", "outcome_again", ["on_day", "before_day", "kind", "incident_id"]
    )
    for statement in sums.fill():
        op.execute(statement)
