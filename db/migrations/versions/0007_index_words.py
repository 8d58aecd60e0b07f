"""Create the index of words of bookmarks, incidents and outcomes, and fill it with what is there.

Triggers keep it from then on: a later step that makes one of these tables anew must make them anew.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from db import word_index

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.create_table(
        "bookmark_word",
        sa.Column("word", sa.String, primary_key=True),
        sa.Column("at_us", sa.BigInteger, primary_key=True),
        sa.Column("bookmark_id", sa.Integer, primary_key=True, autoincrement=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "incident_word",
        sa.Column("word", sa.String, primary_key=True),
        sa.Column("began_at_us", sa.BigInteger, primary_key=True),
        sa.Column("incident_id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("people", sa.Boolean, nullable=False),
        sqlite_with_rowid=False,
    )
    for statement in (*word_index.triggers(), *word_index.fill()):
        op.execute(statement)
