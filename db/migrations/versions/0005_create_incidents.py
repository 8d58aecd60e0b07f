"""Create categories, incidents, and what hangs on an incident.

A station gets eight categories to begin with, which it may change, branch and retire.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

# Name, severity, seconds kept before and after, days held: what a court or an insurer asks for
# late is held longer.
_CATEGORIES = (
    ("Trộm cắp", "serious", 60, 120, 180),
    ("Gây rối trật tự công cộng", "serious", 30, 120, 90),
    ("Va chạm giao thông", "routine", 30, 60, 90),
    ("Lấn chiếm lòng lề đường", "routine", 15, 30, 30),
    ("Ma tuý", "urgent", 60, 120, 365),
    ("Cháy nổ", "urgent", 60, 300, 180),
    ("Tìm người", "serious", 60, 120, 90),
    ("Khác", "routine", 30, 60, 30),
)


def upgrade() -> None:
    _create_category()
    _create_incident()
    _create_incident_reader()
    _create_incident_step()
    _create_incident_change()
    _create_incident_exhibit()
    _create_incident_link()
    _create_attachment()
    _create_outcome()
    _fill_categories()


def _create_category() -> None:
    op.create_table(
        "category",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("parent_id", sa.Integer, sa.ForeignKey("category.id")),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("severity", sa.String, nullable=False),
        sa.Column("pre_s", sa.Integer, nullable=False),
        sa.Column("post_s", sa.Integer, nullable=False),
        sa.Column("hold_days", sa.Integer),
        sa.Column("restricted", sa.Boolean, nullable=False),
        sa.Column("retired", sa.Boolean, nullable=False),
        _check("category_not_its_own_parent", "parent_id <> id"),
        _check("category_severity_known", "severity in ('routine', 'serious', 'urgent')"),
        _check("category_pre_range", "pre_s between 0 and 3600"),
        _check("category_hold_days_range", "hold_days between 1 and 36500"),
        _check("category_name_length", "length(name) between 1 and 80"),
        _check("category_post_range", "post_s between 0 and 3600"),
        sa.UniqueConstraint("parent_id", "name", name="category_name_once"),
    )


def _create_incident() -> None:
    op.create_table(
        "incident",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("year", sa.Integer, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("title", sa.String, nullable=False),
        sa.Column("category_id", sa.Integer, sa.ForeignKey("category.id"), nullable=False),
        sa.Column("severity", sa.String, nullable=False),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("cluster_id", sa.Integer, sa.ForeignKey("cluster.id", ondelete="SET NULL")),
        sa.Column("address", sa.String, nullable=False),
        sa.Column("plan_x", sa.Integer),
        sa.Column("plan_y", sa.Integer),
        sa.Column("began_at_us", sa.BigInteger, nullable=False),
        sa.Column("ended_at_us", sa.BigInteger),
        sa.Column("narrative", sa.String, nullable=False),
        sa.Column("people", sa.String, nullable=False),
        sa.Column("vehicles", sa.String, nullable=False),
        sa.Column("assigned_to", sa.Integer, sa.ForeignKey("officer.id")),
        sa.Column("due_on", sa.Date),
        sa.Column("restricted", sa.Boolean, nullable=False),
        sa.Column("made_by", sa.Integer, sa.ForeignKey("officer.id")),
        sa.Column("made_at_us", sa.BigInteger, nullable=False),
        sa.Column("changed_at_us", sa.BigInteger, nullable=False),
        sa.Column("state_at_us", sa.BigInteger, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        _check("incident_times_in_order", "ended_at_us >= began_at_us"),
        _check("incident_number_range", "number > 0 and year between 2000 and 9999"),
        _check("incident_title_length", "length(title) between 1 and 160"),
        _check("incident_spot_range", "plan_x between 0 and 10000 and plan_y between 0 and 10000"),
        _check("incident_severity_known", "severity in ('routine', 'serious', 'urgent')"),
        _check("incident_spot_whole", "(plan_x is null) = (plan_y is null)"),
        _check("incident_address_length", "length(address) <= 160"),
        _check(
            "incident_state_known",
            "state in ('draft', 'submitted', 'returned', 'approved', 'closed')",
        ),
        _check("incident_version_counts_up", "version > 0"),
        sa.UniqueConstraint("year", "number", name="incident_number_once"),
        sqlite_autoincrement=True,
    )
    for what, column in (
        ("assigned", "assigned_to"),
        ("category", "category_id"),
        ("cluster", "cluster_id"),
        ("maker", "made_by"),
        ("severity", "severity"),
    ):
        op.create_index(f"incident_by_{what}", "incident", [column, "state", "began_at_us", "id"])
        if what != "severity":
            op.create_index(f"incident_by_{what}_time", "incident", [column, "began_at_us", "id"])
    whose = ["restricted", "made_by", "assigned_to"]
    by_state = ["state", "state_at_us", "id", *whose, "due_on"]
    op.create_index("incident_by_state", "incident", by_state)
    op.create_index("incident_by_state_time", "incident", ["state", "began_at_us", "id", *whose])
    op.create_index("incident_by_time", "incident", ["began_at_us", "id"])
    op.create_index(
        "incident_restricted",
        "incident",
        ["id", *whose],
        sqlite_where=sa.text("restricted IS 1"),
    )


def _create_incident_reader() -> None:
    op.create_table(
        "incident_reader",
        sa.Column(
            "incident_id",
            sa.Integer,
            sa.ForeignKey("incident.id", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column(
            "officer_id",
            sa.Integer,
            sa.ForeignKey("officer.id"),
            primary_key=True,
            autoincrement=False,
        ),
    )
    op.create_index("incident_reader_by_officer", "incident_reader", ["officer_id", "incident_id"])


def _create_incident_step() -> None:
    op.create_table(
        "incident_step",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column(
            "incident_id",
            sa.Integer,
            sa.ForeignKey("incident.id", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column("at_us", sa.BigInteger, nullable=False),
        sa.Column("officer_id", sa.Integer, sa.ForeignKey("officer.id")),
        sa.Column("before", sa.String, nullable=False),
        sa.Column("after", sa.String, nullable=False),
        sa.Column("reason", sa.String, nullable=False),
        _check(
            "incident_step_state_known",
            "before in ('draft', 'submitted', 'returned', 'approved', 'closed')"
            " and after in ('draft', 'submitted', 'returned', 'approved', 'closed')",
        ),
    )
    op.create_index("incident_step_by_incident", "incident_step", ["incident_id", "id"])


def _create_incident_change() -> None:
    op.create_table(
        "incident_change",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column(
            "incident_id",
            sa.Integer,
            sa.ForeignKey("incident.id", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("at_us", sa.BigInteger, nullable=False),
        sa.Column("officer_id", sa.Integer, sa.ForeignKey("officer.id")),
        sa.Column("field", sa.String, nullable=False),
        sa.Column("before", sa.String, nullable=False),
        sa.Column("after", sa.String, nullable=False),
    )
    op.create_index("incident_change_by_incident", "incident_change", ["incident_id", "version"])


def _create_incident_exhibit() -> None:
    op.create_table(
        "incident_exhibit",
        sa.Column(
            "incident_id",
            sa.Integer,
            sa.ForeignKey("incident.id", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column(
            "exhibit_id",
            sa.Integer,
            sa.ForeignKey("exhibit.id"),
            primary_key=True,
            autoincrement=False,
        ),
    )
    op.create_index("incident_exhibit_by_exhibit", "incident_exhibit", ["exhibit_id"])


def _create_incident_link() -> None:
    op.create_table(
        "incident_link",
        sa.Column(
            "one_id", sa.Integer, sa.ForeignKey("incident.id", ondelete="CASCADE"), primary_key=True
        ),
        sa.Column(
            "other_id",
            sa.Integer,
            sa.ForeignKey("incident.id", ondelete="CASCADE"),
            primary_key=True,
            autoincrement=False,
        ),
        _check("incident_link_lower_first", "one_id < other_id"),
    )
    op.create_index("incident_link_by_other", "incident_link", ["other_id"])


def _create_attachment() -> None:
    op.create_table(
        "attachment",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column(
            "incident_id",
            sa.Integer,
            sa.ForeignKey("incident.id", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("file", sa.String, nullable=False),
        sa.Column("size_bytes", sa.BigInteger, nullable=False),
        sa.Column("sha256", sa.String, nullable=False),
        sa.Column("added_by", sa.Integer, sa.ForeignKey("officer.id")),
        sa.Column("added_at_us", sa.BigInteger, nullable=False),
        _check("attachment_size_not_negative", "size_bytes >= 0"),
        _check("attachment_name_length", "length(name) between 1 and 160"),
        _check("attachment_hash_length", "length(sha256) = 64"),
        sa.UniqueConstraint("file", name="attachment_file_once"),
        sqlite_autoincrement=True,
    )
    op.create_index("attachment_by_incident", "attachment", ["incident_id"])


def _create_outcome() -> None:
    op.create_table(
        "outcome",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column(
            "incident_id",
            sa.Integer,
            sa.ForeignKey("incident.id", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("on_day", sa.Date, nullable=False),
        sa.Column("count", sa.Integer, nullable=False),
        sa.Column("persons", sa.Integer),
        sa.Column("item", sa.String, nullable=False),
        sa.Column("unit", sa.String, nullable=False),
        sa.Column("note", sa.String, nullable=False),
        sa.Column("made_by", sa.Integer, sa.ForeignKey("officer.id")),
        sa.Column("made_at_us", sa.BigInteger, nullable=False),
        sa.Column("struck_at_us", sa.BigInteger),
        _check("outcome_count_positive", "count > 0"),
        _check("outcome_persons_not_negative", "persons >= 0"),
        _check("outcome_persons_of_drugs", "(persons is not null) = (kind = 'drugs')"),
        _check(
            "outcome_kind_known",
            "kind in ('verified', 'administrative', 'seized', 'sanction_advised', 'drugs',"
            " 'rehabilitation', 'counselled', 'traffic', 'handed_over', 'no_result')",
        ),
        _check("outcome_item_of_what_is_seized", "(length(item) > 0) = (kind = 'seized')"),
        _check("outcome_text_length", "length(item) <= 160 and length(unit) <= 40"),
        sqlite_autoincrement=True,
    )
    op.create_index("outcome_by_incident", "outcome", ["incident_id"])
    op.create_index("outcome_by_kind", "outcome", ["kind", "on_day"])


def _fill_categories() -> None:
    category = sa.table(
        "category",
        *[
            sa.column(name)
            for name in ("name", "place", "severity", "pre_s", "post_s", "hold_days")
        ],
        sa.column("restricted", sa.Boolean),
        sa.column("retired", sa.Boolean),
    )
    rows = [
        {
            "name": name,
            "place": place,
            "severity": severity,
            "pre_s": pre_s,
            "post_s": post_s,
            "hold_days": hold_days,
            "restricted": False,
            "retired": False,
        }
        for place, (name, severity, pre_s, post_s, hold_days) in enumerate(_CATEGORIES)
    ]
    op.bulk_insert(category, rows)


def _check(name: str, rule: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(rule, name=op.f(name))
