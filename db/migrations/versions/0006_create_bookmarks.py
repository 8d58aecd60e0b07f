"""Create bookmarks, disposals of what holds kept, members, calls, phrases and saved searches.

A station gets some phrases to begin with: here and not at first use, so that what it removes stays
removed, and no two windows fill them in at once.

A hold remembers when its disposal was written: those that were placed before have none.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

# What a duty officer writes night after night; codes are the first letters of what is meant.
_PHRASES = (
    ("bn", "Bấm nhầm, không có việc gì."),
    ("bg", "Bàn giao ca sau tiếp tục theo dõi."),
    ("cb", "Camera bị che hoặc bị xoay hướng."),
    ("cn", "Có khói, lửa; đã báo 114."),
    ("dn", "Đánh nhau; đã báo tổ tuần tra."),
    ("dn hk", "Đánh nhau, có người cầm hung khí; đã báo tổ tuần tra."),
    ("dr", "Đổ rác, phế thải không đúng nơi quy định."),
    ("dx", "Đỗ xe sai quy định, cản trở giao thông."),
    ("gr", "Nhóm người tụ tập gây rối trật tự công cộng."),
    ("gt", "Đã giải tán, tình hình ổn định."),
    ("kq", "Đã kiểm tra, không có gì bất thường."),
    ("ll", "Thanh niên điều khiển xe lạng lách, đánh võng."),
    ("mt", "Nghi sử dụng trái phép chất ma tuý."),
    ("nv", "Người có biểu hiện nghi vấn, tiếp tục theo dõi."),
    ("sr", "Người say rượu gây mất trật tự."),
    ("tc ts", "Nghi trộm cắp tài sản của hộ dân."),
    ("tc xm", "Nghi trộm cắp xe máy."),
    ("tn", "Tìm người đi lạc."),
    ("tn te", "Tìm trẻ em đi lạc."),
    ("tq", "Đã gọi tổ tự quản xuống kiểm tra."),
    ("vc", "Va chạm giao thông, không ai bị thương, hai bên tự thoả thuận."),
    ("vc bt", "Va chạm giao thông, có người bị thương; đã gọi 115."),
    ("vc bo", "Va chạm giao thông, một bên bỏ chạy."),
    ("vt hd", "Vi phạm trật tự hè đường: bày bán hàng hoá trên vỉa hè, lòng đường."),
)


def upgrade() -> None:
    _create_bookmark()
    _create_bookmark_camera()
    _create_disposal()
    _let_holds_be_freed()
    _create_member()
    _create_call()
    _create_phrase()
    _create_saved_search()
    _fill_phrases()


def _let_holds_be_freed() -> None:
    op.add_column("hold", sa.Column("freed_at_us", sa.BigInteger))
    op.create_index("hold_by_freed", "hold", ["freed_at_us", "released_at_us", "until_us"])


def _create_bookmark() -> None:
    op.create_table(
        "bookmark",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("at_us", sa.BigInteger, nullable=False),
        sa.Column("start_us", sa.BigInteger, nullable=False),
        sa.Column("end_us", sa.BigInteger, nullable=False),
        sa.Column("category_id", sa.Integer, sa.ForeignKey("category.id")),
        sa.Column("note", sa.String, nullable=False),
        sa.Column("incident_id", sa.Integer, sa.ForeignKey("incident.id", ondelete="SET NULL")),
        sa.Column("hold_id", sa.Integer, sa.ForeignKey("hold.id")),
        sa.Column("made_by", sa.Integer, sa.ForeignKey("officer.id")),
        sa.Column("made_at_us", sa.BigInteger, nullable=False),
        sa.Column("undone_at_us", sa.BigInteger),
        _check("bookmark_span_not_empty", "start_us < end_us"),
        _check("bookmark_note_length", "length(note) <= 300"),
        _check("bookmark_instant_in_span", "start_us <= at_us and at_us <= end_us"),
        sqlite_autoincrement=True,
    )
    op.create_index("bookmark_by_category", "bookmark", ["category_id", "at_us", "id"])
    op.create_index("bookmark_by_hold", "bookmark", ["hold_id", "incident_id"])
    op.create_index("bookmark_by_incident", "bookmark", ["incident_id"])
    op.create_index("bookmark_by_officer", "bookmark", ["made_by", "at_us", "id"])
    op.create_index("bookmark_by_time", "bookmark", ["at_us", "id"], unique=True)
    is_draft = sa.text("undone_at_us is null and (category_id is null or note = '')")
    of_draft = ["at_us", "id", "incident_id", "made_by"]
    op.create_index("bookmark_draft", "bookmark", of_draft, sqlite_where=is_draft)


def _create_bookmark_camera() -> None:
    op.create_table(
        "bookmark_camera",
        sa.Column("bookmark_id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("camera_id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("at_us", sa.BigInteger, nullable=False),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("reason", sa.String, nullable=False),
        sa.Column("still", sa.String, nullable=False),
        sa.Column("sha256", sa.String, nullable=False),
        sa.Column("drawing", sa.String, nullable=False),
        _check("bookmark_camera_hash_length", "length(sha256) in (0, 64)"),
        _check("bookmark_camera_place_counts_from_zero", "place >= 0"),
        sa.ForeignKeyConstraint(
            ["bookmark_id", "at_us"],
            ["bookmark.id", "bookmark.at_us"],
            ondelete="CASCADE",
            onupdate="CASCADE",
        ),
    )
    by_camera = ["camera_id", "at_us", "bookmark_id"]
    op.create_index("bookmark_camera_by_camera", "bookmark_camera", by_camera)


def _create_disposal() -> None:
    op.create_table(
        "disposal",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("hold_id", sa.Integer, sa.ForeignKey("hold.id"), nullable=False),
        sa.Column("at_us", sa.BigInteger, nullable=False),
        sa.Column("camera_id", sa.Integer, nullable=False),
        sa.Column("start_us", sa.BigInteger, nullable=False),
        sa.Column("end_us", sa.BigInteger, nullable=False),
        sa.Column("size_bytes", sa.BigInteger, nullable=False),
        sa.Column("sha256", sa.String, nullable=False),
        _check("disposal_span_not_empty", "start_us < end_us"),
        _check("disposal_hash_length", "length(sha256) = 64"),
        _check("disposal_size_not_negative", "size_bytes >= 0"),
    )
    op.create_index("disposal_by_hold", "disposal", ["hold_id"])


def _create_member() -> None:
    op.create_table(
        "member",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("team_id", sa.Integer, sa.ForeignKey("team.id", ondelete="SET NULL")),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("role", sa.String, nullable=False),
        sa.Column("phone", sa.String, nullable=False),
        sa.Column("retired", sa.Boolean, nullable=False),
        sa.Column("erased", sa.Boolean, nullable=False),
        _check("member_erased_whole", "not erased or (retired and length(phone) = 0)"),
        _check("member_name_length", "length(name) <= 80"),
        _check("member_name_until_erased", "erased = (length(name) = 0)"),
        _check("member_phone_length", "length(phone) <= 20"),
        _check("member_role_known", "role in ('leader', 'deputy', 'member')"),
        _check("member_team_until_erased", "erased or team_id is not null"),
        sqlite_autoincrement=True,
    )
    op.create_index("member_by_team", "member", ["team_id"])


def _create_call() -> None:
    op.create_table(
        "call",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("member_id", sa.Integer, sa.ForeignKey("member.id"), nullable=False),
        sa.Column("cluster_id", sa.Integer, sa.ForeignKey("cluster.id", ondelete="SET NULL")),
        sa.Column("incident_id", sa.Integer, sa.ForeignKey("incident.id")),
        sa.Column("bookmark_id", sa.Integer, sa.ForeignKey("bookmark.id")),
        sa.Column("result", sa.String, nullable=False),
        sa.Column("note", sa.String, nullable=False),
        sa.Column("officer_id", sa.Integer, sa.ForeignKey("officer.id")),
        sa.Column("at_us", sa.BigInteger, nullable=False),
        _check("call_note_length", "length(note) <= 300"),
        _check("call_result_known", "result in ('reached', 'no_answer', 'on_the_way', 'arrived')"),
        sqlite_autoincrement=True,
    )
    op.create_index("call_by_bookmark", "call", ["bookmark_id", "at_us"])
    op.create_index("call_by_incident", "call", ["incident_id", "at_us"])
    op.create_index("call_by_member", "call", ["member_id", "at_us"])
    op.create_index("call_by_time", "call", ["at_us", "id"])


def _create_phrase() -> None:
    op.create_table(
        "phrase",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("code", sa.String, nullable=False),
        sa.Column("text", sa.String, nullable=False),
        _check("phrase_text_length", "length(text) between 1 and 300"),
        _check("phrase_code_length", "length(code) <= 20"),
        sa.UniqueConstraint("code", "text", name="phrase_once"),
    )


def _create_saved_search() -> None:
    op.create_table(
        "saved_search",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column(
            "officer_id",
            sa.Integer,
            sa.ForeignKey("officer.id", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("text", sa.String, nullable=False),
        _check("saved_search_name_length", "length(name) between 1 and 80"),
        _check("saved_search_text_length", "length(text) between 1 and 300"),
        sa.UniqueConstraint("officer_id", "name", name="saved_search_name_once"),
    )


def _fill_phrases() -> None:
    phrase = sa.table("phrase", sa.column("code"), sa.column("text"))
    op.bulk_insert(phrase, [{"code": code, "text": text} for code, text in _PHRASES])


def _check(name: str, rule: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(rule, name=op.f(name))
