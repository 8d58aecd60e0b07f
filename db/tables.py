"""The schema as a document, private to ``db``.

Rules that must hold whoever writes are constraints with names.  Comments give units and
the reason for each odd column.  ``db/migrations`` is what changes a file on disk; a test
checks that both say the same.
"""

from __future__ import annotations

from sqlalchemy import CheckConstraint, ForeignKey, Index, MetaData, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

# Ids that others remember (the vault, later the footage) are never given out twice, not even
# after the newest row was removed.
_NEVER_AGAIN = {"sqlite_autoincrement": True}


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
        _NEVER_AGAIN,
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
        _NEVER_AGAIN,
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
        _NEVER_AGAIN,
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
