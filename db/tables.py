"""The schema as a document, private to ``db``.

Rules that must hold whoever writes are constraints with names.  Comments give units and
the reason for each odd column.  ``db/migrations`` is what changes a file on disk; a test
checks that both say the same.  What is about recording stands in ``db.footage_tables``.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, MetaData, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from db.columns import UtcMicros

# Ids that others remember (the vault, later the footage) are never given out twice, not even
# after the newest row was removed.
NEVER_AGAIN = {"sqlite_autoincrement": True}


class Base(DeclarativeBase):
    """The schema's root."""

    metadata = MetaData(
        naming_convention={
            "pk": "%(table_name)s_pk",
            "fk": "%(table_name)s_%(column_0_name)s_fk",
            "ck": "%(table_name)s_%(constraint_name)s",
        }
    )


class TeamRow(Base):
    """A self-management team (tổ tự quản); its members come with the roster."""

    __tablename__ = "team"
    __table_args__ = (
        CheckConstraint("length(name) between 1 and 80", name="name_length"),
        UniqueConstraint("name", name="team_name_once"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]


class ClusterRow(Base):
    """A camera cluster (cụm camera)."""

    __tablename__ = "cluster"
    __table_args__ = (
        CheckConstraint("number between 1 and 9999", name="number_range"),
        CheckConstraint("length(name) between 1 and 80", name="name_length"),
        UniqueConstraint("number", name="cluster_number_once"),
        UniqueConstraint("name", name="cluster_name_once"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    # What officers call it by; may be changed, unlike the id.
    number: Mapped[int]
    name: Mapped[str]
    # Who answers for it; a team that is dissolved leaves its clusters behind.
    team_id: Mapped[int | None] = mapped_column(ForeignKey("team.id", ondelete="SET NULL"))


class DeviceRow(Base):
    """What has an address and a login of its own: a camera, or a recorder with many."""

    __tablename__ = "device"
    __table_args__ = (
        CheckConstraint("kind in ('camera', 'recorder')", name="kind_known"),
        CheckConstraint("length(host) between 1 and 253", name="host_length"),
        CheckConstraint("length(certificate_sha256) = 64", name="certificate_length"),
        NEVER_AGAIN,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    # A literal address without brackets, or a name that station.toml allows.
    host: Mapped[str]
    # Empty where the device asks for no login.  The password is in the vault, under id.
    username: Mapped[str]
    # Hex digits of the pinned certificate; null: the system's authorities decide.
    certificate_sha256: Mapped[str | None]


class CameraRow(Base):
    """One eye of the wall."""

    __tablename__ = "camera"
    __table_args__ = (
        CheckConstraint("number between 1 and 9999", name="number_range"),
        CheckConstraint("length(name) between 1 and 80", name="name_length"),
        UniqueConstraint("number", name="camera_number_once"),
        Index("camera_by_cluster", "cluster_id"),
        Index("camera_by_device", "device_id"),
        NEVER_AGAIN,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    # What officers type on the keypad.
    number: Mapped[int]
    name: Mapped[str]
    cluster_id: Mapped[int] = mapped_column(ForeignKey("cluster.id"))
    device_id: Mapped[int] = mapped_column(ForeignKey("device.id"))


class StreamRow(Base):
    """One picture of a camera, as an address in parts: no column ever holds a whole URL."""

    __tablename__ = "stream"
    __table_args__ = (
        CheckConstraint("role in ('main', 'sub')", name="role_known"),
        CheckConstraint("scheme in ('rtsp', 'rtsps')", name="scheme_known"),
        CheckConstraint("port between 1 and 65535", name="port_range"),
        CheckConstraint("path like '/%'", name="path_from_root"),
        CheckConstraint("transport in ('tcp', 'udp')", name="transport_known"),
        CheckConstraint("width > 0 and height > 0", name="size_positive"),
        CheckConstraint("(width is null) = (height is null)", name="size_whole"),
        UniqueConstraint("camera_id", "role", name="stream_role_once"),
        NEVER_AGAIN,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    camera_id: Mapped[int] = mapped_column(ForeignKey("camera.id", ondelete="CASCADE"))
    role: Mapped[str]
    scheme: Mapped[str]
    port: Mapped[int]
    # With its query; the words {username} and {password} stand where a make wants them.
    path: Mapped[str]
    transport: Mapped[str]
    # Pixels, as last seen; null before the first picture.
    width: Mapped[int | None]
    height: Mapped[int | None]


class LayoutRow(Base):
    """A saved page of the wall."""

    __tablename__ = "layout"
    __table_args__ = (
        CheckConstraint("length(name) between 1 and 80", name="name_length"),
        CheckConstraint("tiles between 1 and 256", name="tiles_range"),
        UniqueConstraint("name", name="layout_name_once"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    tiles: Mapped[int]


class LayoutCameraRow(Base):
    """A camera at its place on a layout; places without a row are empty."""

    __tablename__ = "layout_camera"
    __table_args__ = (
        CheckConstraint("place >= 0", name="place_counts_from_zero"),
        Index("layout_camera_by_camera", "camera_id"),
    )

    layout_id: Mapped[int] = mapped_column(
        ForeignKey("layout.id", ondelete="CASCADE"), primary_key=True
    )
    place: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    # A camera that is removed leaves an empty place; the page stays.
    camera_id: Mapped[int] = mapped_column(ForeignKey("camera.id", ondelete="CASCADE"))


class OfficerRow(Base):
    """Someone who may sign in.  Rows are erased in place, not deleted: the log names their ids."""

    __tablename__ = "officer"
    __table_args__ = (
        CheckConstraint(
            "role in ('duty', 'officer', 'chief', 'administrator', 'auditor')", name="role_known"
        ),
        CheckConstraint("length(name) <= 80", name="name_length"),
        CheckConstraint("erased = (length(name) = 0)", name="name_until_erased"),
        CheckConstraint("not erased or (disabled and password_hash is null)", name="erased_whole"),
        CheckConstraint("failures >= 0 and epoch >= 0", name="counts_up"),
        NEVER_AGAIN,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    role: Mapped[str]
    # Argon2id in its own text form (PHC string); null once erased.
    password_hash: Mapped[str | None]
    # A password that somebody else made ends then, unless it was changed before.
    one_time_until: Mapped[datetime | None] = mapped_column("one_time_until_us", UtcMicros)
    created_at: Mapped[datetime] = mapped_column("created_at_us", UtcMicros)
    # Wrong passwords in a row, and when the next one may be tried.
    failures: Mapped[int]
    locked_until: Mapped[datetime | None] = mapped_column("locked_until_us", UtcMicros)
    # Sessions begun under a lower number are over.
    epoch: Mapped[int]
    disabled: Mapped[bool]
    erased: Mapped[bool]


class OfficerTeamRow(Base):
    """A team that an officer is narrowed to; an officer without rows has to do with all."""

    __tablename__ = "officer_team"
    __table_args__ = (Index("officer_team_by_team", "team_id"),)

    officer_id: Mapped[int] = mapped_column(
        ForeignKey("officer.id", ondelete="CASCADE"), primary_key=True
    )
    # No cascade: dissolving his only team must not widen what an officer may see.
    team_id: Mapped[int] = mapped_column(ForeignKey("team.id"), primary_key=True)


class AuditEntryRow(Base):
    """One line of the log.  Triggers refuse to change or remove it (``db.sqlite.append_only``)."""

    __tablename__ = "audit_entry"
    __table_args__ = (
        CheckConstraint("seq > 0", name="seq_from_one"),
        CheckConstraint("length(previous) = 64 and length(hash) = 64", name="hash_length"),
        # One for each way to search, all in the order that pages are shown in.
        Index("audit_entry_by_time", "at_us", "seq"),
        Index("audit_entry_by_officer", "officer_id", "at_us", "seq"),
        Index("audit_entry_by_act", "act", "at_us", "seq"),
        Index("audit_entry_by_officer_and_act", "officer_id", "act", "at_us", "seq"),
        Index("audit_entry_by_subject", "subject", "at_us", "seq"),
        Index("audit_entry_by_officer_and_subject", "officer_id", "subject", "at_us", "seq"),
        Index("audit_entry_by_one_subject", "subject", "subject_id", "at_us", "seq"),
    )

    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime] = mapped_column("at_us", UtcMicros)
    # The PC's monotonic clock: what really passed when the other one was set.
    monotonic_ns: Mapped[int] = mapped_column(BigInteger)
    # No foreign key: the log does not hang on other tables.
    officer_id: Mapped[int | None]
    workstation: Mapped[str]
    act: Mapped[str]
    subject: Mapped[str]
    subject_id: Mapped[int | None]
    # Canonical JSON; ids, words and counts only.
    detail: Mapped[str]
    previous: Mapped[str]
    hash: Mapped[str]


class SignedHeadRow(Base):
    """A signature over the log so far.  Append-only, as the log."""

    __tablename__ = "signed_head"
    __table_args__ = (
        CheckConstraint("length(hash) = 64 and length(key_sha256) = 64", name="hash_length"),
        Index("signed_head_by_seq", "seq"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    seq: Mapped[int]
    hash: Mapped[str]
    at: Mapped[datetime] = mapped_column("at_us", UtcMicros)
    # SHA-256 of the public key (SubjectPublicKeyInfo), hex.
    key_sha256: Mapped[str]
    signature: Mapped[bytes]
    reason: Mapped[str]


class SettingRow(Base):
    """A setting of the station, as JSON; what is missing has the program's default."""

    __tablename__ = "setting"

    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]
