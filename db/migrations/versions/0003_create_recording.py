"""Create recording rules, volumes, holds and exhibits.

A station that had set how long footage is kept gets that as its rule; the others go on with the
program's default.
"""

from __future__ import annotations

import json

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    _create_rules()
    _create_volumes()
    _create_holds()
    _create_exhibits()
    _move_days()


def _create_rules() -> None:
    op.create_table(
        "recording_rule",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("camera_id", sa.Integer, sa.ForeignKey("camera.id", ondelete="CASCADE")),
        sa.Column("cluster_id", sa.Integer, sa.ForeignKey("cluster.id", ondelete="CASCADE")),
        sa.Column("plan", sa.String, nullable=False),
        sa.Column("role", sa.String, nullable=False),
        sa.Column("audio", sa.Boolean, nullable=False),
        sa.Column("week", sa.String, nullable=False),
        sa.Column("days", sa.Integer, nullable=False),
        sa.Column("share", sa.Integer),
        sa.Column("sessions", sa.Integer, nullable=False),
        sa.Column("budget_gb", sa.Integer),
        _check("recording_rule_one_owner", "camera_id is null or cluster_id is null"),
        _check(
            "recording_rule_station_is_row_0",
            "(camera_id is null and cluster_id is null) = (id = 0)",
        ),
        _check("recording_rule_plan_known", "plan in ('never', 'always', 'weekly', 'around')"),
        _check("recording_rule_role_known", "role in ('main', 'sub')"),
        _check(
            "recording_rule_week_of_hours",
            "length(week) = 168 and replace(replace(week, '0', ''), '1', '') = ''",
        ),
        _check("recording_rule_days_range", "days between 1 and 3650"),
        _check("recording_rule_share_range", "share between 1 and 100"),
        _check("recording_rule_sessions_range", "sessions between 1 and 2"),
        _check("recording_rule_budget_positive", "budget_gb > 0"),
        sa.UniqueConstraint("camera_id", name="recording_rule_camera_once"),
        sa.UniqueConstraint("cluster_id", name="recording_rule_cluster_once"),
    )


def _create_volumes() -> None:
    op.create_table(
        "volume",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("path", sa.String, nullable=False),
        sa.Column("rank", sa.Integer, nullable=False),
        sa.Column("reserve_gb", sa.Integer, nullable=False),
        sa.Column("writing", sa.Boolean, nullable=False),
        _check("volume_path_length", "length(path) between 1 and 240"),
        _check("volume_reserve_not_negative", "reserve_gb >= 0"),
        sa.UniqueConstraint("path", name="volume_path_once"),
        sqlite_autoincrement=True,
    )


def _create_holds() -> None:
    op.create_table(
        "hold",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("start_us", sa.BigInteger, nullable=False),
        sa.Column("end_us", sa.BigInteger, nullable=False),
        sa.Column("reason", sa.String, nullable=False),
        sa.Column("until_us", sa.BigInteger),
        sa.Column("made_by", sa.Integer, sa.ForeignKey("officer.id")),
        sa.Column("made_at_us", sa.BigInteger, nullable=False),
        sa.Column("released_at_us", sa.BigInteger),
        _check("hold_span_not_empty", "start_us < end_us"),
        _check("hold_reason_known", "reason in ('bookmark', 'incident', 'request', 'manual')"),
        sqlite_autoincrement=True,
    )
    op.create_index("hold_by_release", "hold", ["released_at_us", "until_us"])
    op.create_index("hold_by_end", "hold", ["end_us"])
    op.create_table(
        "hold_camera",
        sa.Column(
            "hold_id", sa.Integer, sa.ForeignKey("hold.id", ondelete="CASCADE"), primary_key=True
        ),
        sa.Column("camera_id", sa.Integer, primary_key=True, autoincrement=False),
    )
    op.create_index("hold_camera_by_camera", "hold_camera", ["camera_id", "hold_id"])


def _create_exhibits() -> None:
    op.create_table(
        "exhibit",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("file", sa.String, nullable=False),
        sa.Column("size_bytes", sa.BigInteger, nullable=False),
        sa.Column("sha256", sa.String, nullable=False),
        sa.Column("given_by", sa.String, nullable=False),
        sa.Column("device", sa.String, nullable=False),
        sa.Column("note", sa.String, nullable=False),
        sa.Column("claimed_start_us", sa.BigInteger),
        sa.Column("offset_us", sa.BigInteger),
        sa.Column("taken_by", sa.Integer, sa.ForeignKey("officer.id")),
        sa.Column("taken_at_us", sa.BigInteger, nullable=False),
        _check("exhibit_name_length", "length(name) between 1 and 160"),
        _check("exhibit_hash_length", "length(sha256) = 64"),
        _check("exhibit_size_not_negative", "size_bytes >= 0"),
        _check("exhibit_giver_named", "length(given_by) between 1 and 160"),
        _check("exhibit_text_length", "length(device) <= 160 and length(note) <= 2000"),
        sa.UniqueConstraint("file", name="exhibit_file_once"),
        sqlite_autoincrement=True,
    )
    op.create_index("exhibit_by_time", "exhibit", ["taken_at_us"])


def _move_days() -> None:
    """The setting ``retention_days`` becomes the station's rule."""
    connection = op.get_bind()
    kept = connection.exec_driver_sql("select value from setting where key = 'retention_days'")
    days = kept.scalar()
    if days is None:
        return
    connection.exec_driver_sql(
        "insert into recording_rule (id, plan, role, audio, week, days, sessions)"
        " values (0, 'always', 'sub', 0, ?, ?, 2)",
        ("1" * 168, int(json.loads(days))),
    )
    connection.exec_driver_sql("delete from setting where key = 'retention_days'")


def _check(name: str, rule: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(rule, name=op.f(name))
