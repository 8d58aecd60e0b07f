"""Create requests for footage, packages, and their custody, which refuses every change.

For every station; nothing that was there before is touched.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from db.sqlite import append_only

revision = "0009"
down_revision = "0008"

_STATES = "('draft', 'asked', 'approved', 'narrowed', 'refused', 'made', 'withdrawn')"


def upgrade() -> None:
    _create_request()
    _create_request_camera()
    _create_request_step()
    _create_request_paper()
    _create_package()
    _create_package_camera()
    _create_custody()


def _create_request() -> None:
    op.create_table(
        "request",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("year", sa.Integer, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("paper_number", sa.String, nullable=False),
        sa.Column("paper_on", sa.Date),
        *_texts("unit", "person", "legal_basis", "purpose"),
        *_flags("native", "viewing", "stills", "audio"),
        sa.Column("recipient", sa.String, nullable=False),
        sa.Column("due_on", sa.Date),
        sa.Column("incident_id", sa.Integer, sa.ForeignKey("incident.id")),
        *_flags("urgent"),
        sa.Column("made_by", sa.Integer, sa.ForeignKey("officer.id")),
        sa.Column("made_at_us", sa.BigInteger, nullable=False),
        sa.Column("changed_at_us", sa.BigInteger, nullable=False),
        sa.Column("state_at_us", sa.BigInteger, nullable=False),
        sa.Column("approve_by_us", sa.BigInteger),
        *_flags("erased"),
        *_texts("folded"),
        sa.Column("version", sa.Integer, nullable=False),
        _check("request_number_range", "number > 0 and year between 2000 and 9999"),
        _check("request_state_known", f"state in {_STATES}"),
        _check(
            "request_line_length",
            "length(paper_number) <= 80 and length(unit) <= 160 and length(person) <= 160"
            " and length(recipient) <= 160",
        ),
        _check("request_some_form", "native or viewing or stills or audio"),
        _check(
            "request_erased_whole", "not erased or (length(person) = 0 and length(recipient) = 0)"
        ),
        _check("request_version_counts_up", "version > 0"),
        sa.UniqueConstraint("year", "number", name="request_number_once"),
        sqlite_autoincrement=True,
    )
    op.create_index("request_by_state", "request", ["state", "id"])
    op.create_index("request_by_deadline", "request", ["state", "approve_by_us"])
    op.create_index("request_by_incident", "request", ["incident_id", "id"])
    op.create_index("request_by_maker", "request", ["made_by", "id"])


def _create_request_camera() -> None:
    op.create_table(
        "request_camera",
        _owner("request", primary_key=True),
        sa.Column("narrowed", sa.Boolean, primary_key=True),
        sa.Column("place", sa.Integer, primary_key=True, autoincrement=False),
        *_stretch(),
        _check("request_camera_span_not_empty", "start_us < end_us"),
        _check("request_camera_role_known", "role in ('main', 'sub')"),
    )
    op.create_index("request_camera_by_camera", "request_camera", ["camera_id", "request_id"])


def _create_request_step() -> None:
    op.create_table(
        "request_step",
        sa.Column("id", sa.Integer, primary_key=True),
        _owner("request", nullable=False),
        sa.Column("at_us", sa.BigInteger, nullable=False),
        sa.Column("officer_id", sa.Integer, sa.ForeignKey("officer.id")),
        *_texts("after", "reason"),
        _check("request_step_state_known", f"after in {_STATES}"),
    )
    op.create_index("request_step_by_request", "request_step", ["request_id", "id"])


def _create_request_paper() -> None:
    op.create_table(
        "request_paper",
        sa.Column("id", sa.Integer, primary_key=True),
        _owner("request", nullable=False),
        *_texts("name", "file"),
        sa.Column("size_bytes", sa.BigInteger, nullable=False),
        *_texts("sha256"),
        sa.Column("added_by", sa.Integer, sa.ForeignKey("officer.id")),
        sa.Column("added_at_us", sa.BigInteger, nullable=False),
        _check("request_paper_name_length", "length(name) between 1 and 160"),
        _check("request_paper_hash_length", "length(sha256) = 64"),
        _check("request_paper_size_not_negative", "size_bytes >= 0"),
        sa.UniqueConstraint("file", name="request_paper_file_once"),
        sqlite_autoincrement=True,
    )
    op.create_index("request_paper_by_request", "request_paper", ["request_id"])


def _create_package() -> None:
    op.create_table(
        "package",
        sa.Column("id", sa.Integer, primary_key=True),
        *_texts("uuid"),
        sa.Column("request_id", sa.Integer, sa.ForeignKey("request.id")),
        sa.Column("incident_id", sa.Integer, sa.ForeignKey("incident.id")),
        *_texts("outcome"),
        sa.Column("place", sa.Integer, nullable=False),
        *_texts("target", "medium_serial"),
        sa.Column("queued_by", sa.Integer, sa.ForeignKey("officer.id")),
        sa.Column("queued_at_us", sa.BigInteger, nullable=False),
        sa.Column("began_at_us", sa.BigInteger),
        sa.Column("ended_at_us", sa.BigInteger),
        sa.Column("maker_pid", sa.Integer),
        sa.Column("tries", sa.Integer, nullable=False),
        *_texts("cause", "folder"),
        sa.Column("sums_sha256", sa.String),
        sa.Column("signer_sha256", sa.String),
        sa.Column("before_seq", sa.Integer),
        sa.Column("before_hash", sa.String),
        sa.Column("after_seq", sa.Integer),
        sa.Column("after_hash", sa.String),
        *_texts("missing"),
        _check(
            "package_outcome_known",
            "outcome in ('queued', 'making', 'made', 'failed', 'cancelled')",
        ),
        _check("package_for_something", "request_id is not null or incident_id is not null"),
        _check("package_uuid_length", "length(uuid) = 36"),
        _check("package_path_length", "length(target) <= 240 and length(folder) <= 160"),
        _check("package_serial_length", "length(medium_serial) <= 80"),
        _check(
            "package_hash_length",
            "length(sums_sha256) = 64 and length(signer_sha256) = 64"
            " and length(before_hash) = 64 and length(after_hash) = 64",
        ),
        _check(
            "package_made_whole",
            "outcome <> 'made' or (length(folder) > 0 and sums_sha256 is not null"
            " and signer_sha256 is not null and before_hash is not null"
            " and after_hash is not null and ended_at_us is not null)",
        ),
        _check(
            "package_making_by_somebody",
            "outcome <> 'making' or (maker_pid is not null and began_at_us is not null)",
        ),
        _check("package_tries_count_up", "tries >= 0"),
        sa.UniqueConstraint("uuid", name="package_uuid_once"),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "package_making_once",
        "package",
        ["outcome"],
        unique=True,
        sqlite_where=sa.text("outcome = 'making'"),
    )
    op.create_index("package_by_outcome", "package", ["outcome", "place", "id"])
    op.create_index("package_by_request", "package", ["request_id", "id"])
    op.create_index("package_by_incident", "package", ["incident_id", "id"])


def _create_package_camera() -> None:
    op.create_table(
        "package_camera",
        _owner("package", primary_key=True),
        sa.Column("place", sa.Integer, primary_key=True, autoincrement=False),
        *_stretch(),
        _check("package_camera_span_not_empty", "start_us < end_us"),
        _check("package_camera_role_known", "role in ('main', 'sub')"),
    )
    op.create_index(
        "package_camera_by_camera",
        "package_camera",
        ["camera_id", "start_us", "end_us", "package_id"],
    )


def _create_custody() -> None:
    op.create_table(
        "custody",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("package_id", sa.Integer, sa.ForeignKey("package.id"), nullable=False),
        *_texts("kind"),
        sa.Column("at_us", sa.BigInteger, nullable=False),
        sa.Column("officer_id", sa.Integer, sa.ForeignKey("officer.id")),
        *_texts("medium"),
        _check(
            "custody_kind_known",
            "kind in ('made', 'verified', 'copied', 'handed', 'returned', 'destroyed')",
        ),
        _check("custody_medium_length", "length(medium) <= 80"),
        sqlite_autoincrement=True,
    )
    op.create_index("custody_by_package", "custody", ["package_id", "id"])
    op.create_table(
        "custody_text",
        sa.Column(
            "custody_id",
            sa.Integer,
            sa.ForeignKey("custody.id"),
            primary_key=True,
            autoincrement=False,
        ),
        *_texts("to_whom", "note", "salt"),
        *_flags("erased"),
        _check("custody_text_text_length", "length(to_whom) <= 160 and length(note) <= 1000"),
        _check(
            "custody_text_erased_whole",
            "not erased or (length(to_whom) = 0 and length(note) = 0 and length(salt) = 0)",
        ),
    )
    for statement in append_only("custody", "id"):
        op.execute(statement)


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.String, nullable=False) for name in names]


def _flags(*names: str) -> list[sa.Column[bool]]:
    return [sa.Column(name, sa.Boolean, nullable=False) for name in names]


def _owner(table: str, *, primary_key: bool = False, nullable: bool = False) -> sa.Column[int]:
    key = sa.ForeignKey(f"{table}.id", ondelete="CASCADE")
    return sa.Column(f"{table}_id", sa.Integer, key, primary_key=primary_key, nullable=nullable)


def _stretch() -> list[sa.Column[int] | sa.Column[str]]:
    return [
        sa.Column("camera_id", sa.Integer, nullable=False),
        sa.Column("start_us", sa.BigInteger, nullable=False),
        sa.Column("end_us", sa.BigInteger, nullable=False),
        sa.Column("role", sa.String, nullable=False),
    ]


def _check(name: str, rule: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(rule, name=op.f(name))
