"""The part of the schema that is about recording; see ``db.tables``, which knows the rest.

Segments, gaps and looks are not here: they are the engine's own index.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.columns import UtcMicros
from db.tables import NEVER_AGAIN, Base


class RecordingRuleRow(Base):
    """What is recorded of a camera, of a cluster, or (row 0, both null) of the whole station."""

    __tablename__ = "recording_rule"
    __table_args__ = (
        CheckConstraint("camera_id is null or cluster_id is null", name="one_owner"),
        CheckConstraint(
            "(camera_id is null and cluster_id is null) = (id = 0)", name="station_is_row_0"
        ),
        CheckConstraint("plan in ('never', 'always', 'weekly', 'around')", name="plan_known"),
        CheckConstraint("role in ('main', 'sub')", name="role_known"),
        CheckConstraint(
            "length(week) = 168 and replace(replace(week, '0', ''), '1', '') = ''",
            name="week_of_hours",
        ),
        CheckConstraint("days between 1 and 3650", name="days_range"),
        CheckConstraint("share between 1 and 100", name="share_range"),
        CheckConstraint("sessions between 1 and 2", name="sessions_range"),
        CheckConstraint("budget_gb > 0", name="budget_positive"),
        UniqueConstraint("camera_id", name="recording_rule_camera_once"),
        UniqueConstraint("cluster_id", name="recording_rule_cluster_once"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    # A camera or cluster that is removed takes its rule along.
    camera_id: Mapped[int | None] = mapped_column(ForeignKey("camera.id", ondelete="CASCADE"))
    cluster_id: Mapped[int | None] = mapped_column(ForeignKey("cluster.id", ondelete="CASCADE"))
    plan: Mapped[str]
    role: Mapped[str]
    audio: Mapped[bool]
    # "1" for each hour from Monday 00:00 local time that is recorded.
    week: Mapped[str]
    days: Mapped[int]
    # Per cent of the footage's room; null: no limit.
    share: Mapped[int | None]
    sessions: Mapped[int]
    # 10^9 bytes a calendar month over the camera's line; null: no limit.
    budget_gb: Mapped[int | None]


class VolumeRow(Base):
    """A folder for footage, each on a disk of its own if possible."""

    __tablename__ = "volume"
    __table_args__ = (
        CheckConstraint("length(path) between 1 and 240", name="path_length"),
        CheckConstraint("reserve_gb >= 0", name="reserve_not_negative"),
        UniqueConstraint("path", name="volume_path_once"),
        NEVER_AGAIN,  # the footage index remembers it
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    path: Mapped[str]
    # 0 is written first.
    rank: Mapped[int]
    # 10^9 bytes that are left free on its disk.
    reserve_gb: Mapped[int]
    # False: a disk on its way out; what lies there is kept.
    writing: Mapped[bool]


class HoldRow(Base):
    """Footage that retention leaves alone; a released or run-out hold keeps its row."""

    __tablename__ = "hold"
    __table_args__ = (
        CheckConstraint("start_us < end_us", name="span_not_empty"),
        CheckConstraint(
            "reason in ('bookmark', 'incident', 'request', 'manual')", name="reason_known"
        ),
        # Those in force are few beside those that were: retention asks for them each time.
        Index("hold_by_release", "released_at_us", "until_us"),
        Index("hold_by_end", "end_us"),
        Index("hold_by_freed", "freed_at_us", "released_at_us", "until_us"),
        NEVER_AGAIN,  # the log names it
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    start: Mapped[datetime] = mapped_column("start_us", UtcMicros)
    end: Mapped[datetime] = mapped_column("end_us", UtcMicros)
    reason: Mapped[str]
    # What the officer wrote about it, "" for nothing.
    note: Mapped[str] = mapped_column(server_default="")
    # Null: until somebody releases it.
    until: Mapped[datetime | None] = mapped_column("until_us", UtcMicros)
    made_by: Mapped[int | None] = mapped_column(ForeignKey("officer.id"))
    made_at: Mapped[datetime] = mapped_column("made_at_us", UtcMicros)
    released_at: Mapped[datetime | None] = mapped_column("released_at_us", UtcMicros)
    # When its disposal was written, after it ended; until then it still keeps, within bounds.
    freed_at: Mapped[datetime | None] = mapped_column("freed_at_us", UtcMicros)


class HoldCameraRow(Base):
    """A camera of a hold."""

    __tablename__ = "hold_camera"
    __table_args__ = (Index("hold_camera_by_camera", "camera_id", "hold_id"),)

    hold_id: Mapped[int] = mapped_column(
        ForeignKey("hold.id", ondelete="CASCADE"), primary_key=True
    )
    # No foreign key: footage outlives its camera, and so does what holds it.
    camera_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)


class ExhibitRow(Base):
    """A foreign file that was taken in; the bytes lie in the exhibits' folder."""

    __tablename__ = "exhibit"
    __table_args__ = (
        CheckConstraint("length(name) between 1 and 160", name="name_length"),
        CheckConstraint("length(sha256) = 64", name="hash_length"),
        CheckConstraint("size_bytes >= 0", name="size_not_negative"),
        CheckConstraint("length(given_by) between 1 and 160", name="giver_named"),
        CheckConstraint("length(device) <= 160 and length(note) <= 2000", name="text_length"),
        UniqueConstraint("file", name="exhibit_file_once"),
        Index("exhibit_by_time", "taken_at_us"),
        NEVER_AGAIN,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    # As it was called on the medium, cleaned.
    name: Mapped[str]
    # Its path below the exhibits' folder, made by us.
    file: Mapped[str]
    size_bytes: Mapped[int] = mapped_column(BigInteger)
    sha256: Mapped[str]
    given_by: Mapped[str]
    device: Mapped[str]
    note: Mapped[str]
    # By the clock of the device that made it; null: nobody says.
    claimed_start: Mapped[datetime | None] = mapped_column("claimed_start_us", UtcMicros)
    # How far that clock was ahead of true time; null: not known.
    offset_us: Mapped[int | None] = mapped_column(BigInteger)
    taken_by: Mapped[int | None] = mapped_column(ForeignKey("officer.id"))
    taken_at: Mapped[datetime] = mapped_column("taken_at_us", UtcMicros)
