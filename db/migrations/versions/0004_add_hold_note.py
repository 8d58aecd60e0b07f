"""Add hold.note.  Holds that were placed before have none."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.add_column("hold", sa.Column("note", sa.String, nullable=False, server_default=""))
