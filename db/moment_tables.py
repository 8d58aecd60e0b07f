"""The part of the schema that is about the moment: bookmarks, whom to call, the words for notes."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    UniqueConstraint,
)
from sqlalchemy.orm import Mapped, mapped_column

from db.columns import UtcMicros
from db.partial import partial_index
from db.tables import NEVER_AGAIN, Base

# What wants a category or a line of text; few among hundreds of thousands.
_IS_DRAFT = "undone_at_us is null and (category_id is null or note = '')"


class BookmarkRow(Base):
    """A moment that an officer marked; one that was undone keeps its row."""

    __tablename__ = "bookmark"
    __table_args__ = (
        CheckConstraint("start_us <= at_us and at_us <= end_us", name="instant_in_span"),
        CheckConstraint("start_us < end_us", name="span_not_empty"),
        CheckConstraint("length(note) <= 300", name="note_length"),
        # Unique, so that the cameras of a bookmark may name its instant with its id.
        Index("bookmark_by_time", "at_us", "id", unique=True),
        Index("bookmark_by_officer", "made_by", "at_us", "id"),
        Index("bookmark_by_category", "category_id", "at_us", "id"),
        Index("bookmark_by_incident", "incident_id"),
        Index("bookmark_by_hold", "hold_id", "incident_id"),
        # With all that the chief's inbox wants of them: it counts them, and looks at no row.
        partial_index("bookmark_draft", "at_us", "id", "incident_id", "made_by", where=_IS_DRAFT),
        NEVER_AGAIN,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    # The station's clock when the key was pressed, not when the row was written.
    at: Mapped[datetime] = mapped_column("at_us", UtcMicros)
    start: Mapped[datetime] = mapped_column("start_us", UtcMicros)
    end: Mapped[datetime] = mapped_column("end_us", UtcMicros)
    category_id: Mapped[int | None] = mapped_column(ForeignKey("category.id"))
    note: Mapped[str]
    incident_id: Mapped[int | None] = mapped_column(ForeignKey("incident.id", ondelete="SET NULL"))
    hold_id: Mapped[int | None] = mapped_column(ForeignKey("hold.id"))
    made_by: Mapped[int | None] = mapped_column(ForeignKey("officer.id"))
    made_at: Mapped[datetime] = mapped_column("made_at_us", UtcMicros)
    undone_at: Mapped[datetime | None] = mapped_column("undone_at_us", UtcMicros)


class BookmarkCameraRow(Base):
    """A camera of a bookmark, and how it was at the instant."""

    __tablename__ = "bookmark_camera"
    __table_args__ = (
        CheckConstraint("place >= 0", name="place_counts_from_zero"),
        CheckConstraint("length(sha256) in (0, 64)", name="hash_length"),
        ForeignKeyConstraint(
            ["bookmark_id", "at_us"],
            ["bookmark.id", "bookmark.at_us"],
            ondelete="CASCADE",
            onupdate="CASCADE",
        ),
        # Searches and the timeline ask for those of some cameras, newest first.
        Index("bookmark_camera_by_camera", "camera_id", "at_us", "bookmark_id"),
    )

    bookmark_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    # No foreign key: a bookmark outlives its camera, as the footage does.
    camera_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    # That of its bookmark, which the foreign key sees to.
    at: Mapped[datetime] = mapped_column("at_us", UtcMicros)
    # 0: the tile that was chosen.
    place: Mapped[int]
    # Words of console.events, empty while it was live.
    state: Mapped[str]
    reason: Mapped[str]
    # A path below the stills' folder and its hash, empty without one.
    still: Mapped[str]
    sha256: Mapped[str]
    # What was drawn on the still, as JSON.
    drawing: Mapped[str]


class DisposalRow(Base):
    """A recorded file that a hold kept and keeps no longer: its hash remains when it is gone."""

    __tablename__ = "disposal"
    __table_args__ = (
        CheckConstraint("start_us < end_us", name="span_not_empty"),
        CheckConstraint("length(sha256) = 64", name="hash_length"),
        CheckConstraint("size_bytes >= 0", name="size_not_negative"),
        Index("disposal_by_hold", "hold_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    hold_id: Mapped[int] = mapped_column(ForeignKey("hold.id"))
    # When it was freed: retention may have removed it any time after.
    at: Mapped[datetime] = mapped_column("at_us", UtcMicros)
    camera_id: Mapped[int]
    start: Mapped[datetime] = mapped_column("start_us", UtcMicros)
    end: Mapped[datetime] = mapped_column("end_us", UtcMicros)
    size_bytes: Mapped[int] = mapped_column(BigInteger)
    sha256: Mapped[str]


class MemberRow(Base):
    """Someone of a self-management team.  Erased in place: calls go on naming the id."""

    __tablename__ = "member"
    __table_args__ = (
        CheckConstraint("length(name) <= 80", name="name_length"),
        CheckConstraint("role in ('leader', 'deputy', 'member')", name="role_known"),
        CheckConstraint("length(phone) <= 20", name="phone_length"),
        CheckConstraint("erased = (length(name) = 0)", name="name_until_erased"),
        CheckConstraint("not erased or (retired and length(phone) = 0)", name="erased_whole"),
        CheckConstraint("erased or team_id is not null", name="team_until_erased"),
        Index("member_by_team", "team_id"),
        NEVER_AGAIN,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    # Null once the team was dissolved, which it is only when all its members are erased.
    team_id: Mapped[int | None] = mapped_column(ForeignKey("team.id", ondelete="SET NULL"))
    name: Mapped[str]
    role: Mapped[str]
    # Digits and a leading plus.
    phone: Mapped[str]
    retired: Mapped[bool]
    erased: Mapped[bool]


class CallRow(Base):
    """A member was called."""

    __tablename__ = "call"
    __table_args__ = (
        CheckConstraint(
            "result in ('reached', 'no_answer', 'on_the_way', 'arrived')", name="result_known"
        ),
        CheckConstraint("length(note) <= 300", name="note_length"),
        Index("call_by_member", "member_id", "at_us"),
        Index("call_by_incident", "incident_id", "at_us"),
        Index("call_by_bookmark", "bookmark_id", "at_us"),
        Index("call_by_time", "at_us", "id"),
        NEVER_AGAIN,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("member.id"))
    cluster_id: Mapped[int | None] = mapped_column(ForeignKey("cluster.id", ondelete="SET NULL"))
    incident_id: Mapped[int | None] = mapped_column(ForeignKey("incident.id"))
    bookmark_id: Mapped[int | None] = mapped_column(ForeignKey("bookmark.id"))
    result: Mapped[str]
    note: Mapped[str]
    officer_id: Mapped[int | None] = mapped_column(ForeignKey("officer.id"))
    at: Mapped[datetime] = mapped_column("at_us", UtcMicros)


class PhraseRow(Base):
    """A sentence with a short code, or the name of a street or place, whose code is empty."""

    __tablename__ = "phrase"
    __table_args__ = (
        CheckConstraint("length(code) <= 20", name="code_length"),
        CheckConstraint("length(text) between 1 and 300", name="text_length"),
        UniqueConstraint("code", "text", name="phrase_once"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    # As it is typed: small plain letters and single blanks.
    code: Mapped[str]
    text: Mapped[str]


class SavedSearchRow(Base):
    """What an officer looks for again and again."""

    __tablename__ = "saved_search"
    __table_args__ = (
        CheckConstraint("length(name) between 1 and 80", name="name_length"),
        CheckConstraint("length(text) between 1 and 300", name="text_length"),
        UniqueConstraint("officer_id", "name", name="saved_search_name_once"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    officer_id: Mapped[int] = mapped_column(ForeignKey("officer.id", ondelete="CASCADE"))
    name: Mapped[str]
    text: Mapped[str]
