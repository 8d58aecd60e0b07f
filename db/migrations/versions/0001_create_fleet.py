"""Create teams, clusters, devices, cameras, streams and layouts."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    _create_groups()
    _create_cameras()
    _create_layouts()


def _create_groups() -> None:
    op.create_table(
        "team",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("name", sa.String, nullable=False),
        sa.CheckConstraint("length(name) between 1 and 80", name=op.f("team_name_length")),
        sa.UniqueConstraint("name", name="team_name_once"),
    )
    op.create_table(
        "cluster",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("team_id", sa.Integer, sa.ForeignKey("team.id", ondelete="SET NULL")),
        sa.CheckConstraint("number between 1 and 9999", name=op.f("cluster_number_range")),
        sa.CheckConstraint("length(name) between 1 and 80", name=op.f("cluster_name_length")),
        sa.UniqueConstraint("number", name="cluster_number_once"),
        sa.UniqueConstraint("name", name="cluster_name_once"),
    )


def _create_cameras() -> None:
    op.create_table(
        "device",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("host", sa.String, nullable=False),
        sa.Column("username", sa.String, nullable=False),
        sa.Column("certificate_sha256", sa.String),
        sa.CheckConstraint("kind in ('camera', 'recorder')", name=op.f("device_kind_known")),
        sa.CheckConstraint("length(host) between 1 and 253", name=op.f("device_host_length")),
        sa.CheckConstraint(
            "length(certificate_sha256) = 64", name=op.f("device_certificate_length")
        ),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "camera",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("cluster_id", sa.Integer, sa.ForeignKey("cluster.id"), nullable=False),
        sa.Column("device_id", sa.Integer, sa.ForeignKey("device.id"), nullable=False),
        sa.CheckConstraint("number between 1 and 9999", name=op.f("camera_number_range")),
        sa.CheckConstraint("length(name) between 1 and 80", name=op.f("camera_name_length")),
        sa.UniqueConstraint("number", name="camera_number_once"),
        sqlite_autoincrement=True,
    )
    op.create_index("camera_by_cluster", "camera", ["cluster_id"])
    op.create_index("camera_by_device", "camera", ["device_id"])
    op.create_table(
        "stream",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column(
            "camera_id",
            sa.Integer,
            sa.ForeignKey("camera.id", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column("role", sa.String, nullable=False),
        sa.Column("scheme", sa.String, nullable=False),
        sa.Column("port", sa.Integer, nullable=False),
        sa.Column("path", sa.String, nullable=False),
        sa.Column("transport", sa.String, nullable=False),
        sa.Column("width", sa.Integer),
        sa.Column("height", sa.Integer),
        sa.CheckConstraint("role in ('main', 'sub')", name=op.f("stream_role_known")),
        sa.CheckConstraint("scheme in ('rtsp', 'rtsps')", name=op.f("stream_scheme_known")),
        sa.CheckConstraint("port between 1 and 65535", name=op.f("stream_port_range")),
        sa.CheckConstraint("path like '/%'", name=op.f("stream_path_from_root")),
        sa.CheckConstraint("transport in ('tcp', 'udp')", name=op.f("stream_transport_known")),
        sa.CheckConstraint("width > 0 and height > 0", name=op.f("stream_size_positive")),
        sa.CheckConstraint("(width is null) = (height is null)", name=op.f("stream_size_whole")),
        sa.UniqueConstraint("camera_id", "role", name="stream_role_once"),
        sqlite_autoincrement=True,
    )


def _create_layouts() -> None:
    op.create_table(
        "layout",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("tiles", sa.Integer, nullable=False),
        sa.CheckConstraint("length(name) between 1 and 80", name=op.f("layout_name_length")),
        sa.CheckConstraint("tiles between 1 and 256", name=op.f("layout_tiles_range")),
        sa.UniqueConstraint("name", name="layout_name_once"),
    )
    op.create_table(
        "layout_camera",
        sa.Column(
            "layout_id",
            sa.Integer,
            sa.ForeignKey("layout.id", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("place", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column(
            "camera_id",
            sa.Integer,
            sa.ForeignKey("camera.id", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.CheckConstraint("place >= 0", name=op.f("layout_camera_place_counts_from_zero")),
    )
    op.create_index("layout_camera_by_camera", "layout_camera", ["camera_id"])
