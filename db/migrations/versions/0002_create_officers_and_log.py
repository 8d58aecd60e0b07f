"""Create officers, the audit log with its signed heads, and settings.

A station that comes from 0001 has no officers: the first start asks for an administrator.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from db.sqlite import append_only

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    _create_officers()
    _create_log()
    op.create_table(
        "setting",
        sa.Column("key", sa.String, primary_key=True),
        sa.Column("value", sa.String, nullable=False),
    )


def _create_officers() -> None:
    op.create_table(
        "officer",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("role", sa.String, nullable=False),
        sa.Column("password_hash", sa.String),
        sa.Column("one_time_until_us", sa.BigInteger),
        sa.Column("created_at_us", sa.BigInteger, nullable=False),
        sa.Column("failures", sa.Integer, nullable=False),
        sa.Column("locked_until_us", sa.BigInteger),
        sa.Column("epoch", sa.Integer, nullable=False),
        sa.Column("disabled", sa.Boolean, nullable=False),
        sa.Column("erased", sa.Boolean, nullable=False),
        sa.CheckConstraint(
            "role in ('duty', 'officer', 'chief', 'administrator', 'auditor')",
            name=op.f("officer_role_known"),
        ),
        sa.CheckConstraint("length(name) <= 80", name=op.f("officer_name_length")),
        sa.CheckConstraint("erased = (length(name) = 0)", name=op.f("officer_name_until_erased")),
        sa.CheckConstraint(
            "not erased or (disabled and password_hash is null)",
            name=op.f("officer_erased_whole"),
        ),
        sa.CheckConstraint("failures >= 0 and epoch >= 0", name=op.f("officer_counts_up")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "officer_team",
        sa.Column(
            "officer_id",
            sa.Integer,
            sa.ForeignKey("officer.id", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("team_id", sa.Integer, sa.ForeignKey("team.id"), primary_key=True),
    )
    op.create_index("officer_team_by_team", "officer_team", ["team_id"])


def _create_log() -> None:
    op.create_table(
        "audit_entry",
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("at_us", sa.BigInteger, nullable=False),
        sa.Column("monotonic_ns", sa.BigInteger, nullable=False),
        sa.Column("officer_id", sa.Integer),
        sa.Column("workstation", sa.String, nullable=False),
        sa.Column("act", sa.String, nullable=False),
        sa.Column("subject", sa.String, nullable=False),
        sa.Column("subject_id", sa.Integer),
        sa.Column("detail", sa.String, nullable=False),
        sa.Column("previous", sa.String, nullable=False),
        sa.Column("hash", sa.String, nullable=False),
        sa.CheckConstraint("seq > 0", name=op.f("audit_entry_seq_from_one")),
        sa.CheckConstraint(
            "length(previous) = 64 and length(hash) = 64", name=op.f("audit_entry_hash_length")
        ),
    )
    for name, *columns in (
        ("time",),
        ("officer", "officer_id"),
        ("act", "act"),
        ("officer_and_act", "officer_id", "act"),
        ("subject", "subject"),
        ("officer_and_subject", "officer_id", "subject"),
        ("one_subject", "subject", "subject_id"),
    ):
        op.create_index(f"audit_entry_by_{name}", "audit_entry", [*columns, "at_us", "seq"])
    op.create_table(
        "signed_head",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("hash", sa.String, nullable=False),
        sa.Column("at_us", sa.BigInteger, nullable=False),
        sa.Column("key_sha256", sa.String, nullable=False),
        sa.Column("signature", sa.LargeBinary, nullable=False),
        sa.Column("reason", sa.String, nullable=False),
        sa.CheckConstraint(
            "length(hash) = 64 and length(key_sha256) = 64", name=op.f("signed_head_hash_length")
        ),
    )
    op.create_index("signed_head_by_seq", "signed_head", ["seq"])
    for table, key in (("audit_entry", "seq"), ("signed_head", "id")):
        for statement in append_only(table, key):
            op.execute(statement)
