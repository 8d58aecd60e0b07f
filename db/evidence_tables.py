"""The part of the schema that is about evidence; see ``db.tables``, which knows the rest.

Cameras are kept by number only: footage outlives them, and so does what was asked of it.
"""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.columns import UtcMicros
from db.partial import partial_index
from db.tables import NEVER_AGAIN, Base

_STATES = "('draft', 'asked', 'approved', 'narrowed', 'refused', 'made', 'withdrawn')"
_ROLE = "role in ('main', 'sub')"


class RequestRow(Base):
    """A request for footage (phiếu yêu cầu trích xuất)."""

    __tablename__ = "request"
    __table_args__ = (
        CheckConstraint("number > 0 and year between 2000 and 9999", name="number_range"),
        CheckConstraint(f"state in {_STATES}", name="state_known"),
        CheckConstraint(
            "length(paper_number) <= 80 and length(unit) <= 160 and length(person) <= 160"
            " and length(recipient) <= 160",
            name="line_length",
        ),
        CheckConstraint("native or viewing or stills or audio", name="some_form"),
        CheckConstraint(
            "not erased or (length(person) = 0 and length(recipient) = 0)", name="erased_whole"
        ),
        CheckConstraint("version > 0", name="version_counts_up"),
        UniqueConstraint("year", "number", name="request_number_once"),
        Index("request_by_state", "state", "id"),
        Index("request_by_deadline", "state", "approve_by_us"),
        Index("request_by_incident", "incident_id", "id"),
        Index("request_by_maker", "made_by", "id"),
        NEVER_AGAIN,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    # The yearly series of the station: TX-2026-0012.
    year: Mapped[int]
    number: Mapped[int]
    state: Mapped[str]
    # Of the paper that came; its day is one of the calendar, ISO.
    paper_number: Mapped[str]
    paper_on: Mapped[date | None]
    unit: Mapped[str]
    # Emptied once erased, as is the recipient.
    person: Mapped[str]
    legal_basis: Mapped[str]
    purpose: Mapped[str]
    native: Mapped[bool]
    viewing: Mapped[bool]
    stills: Mapped[bool]
    audio: Mapped[bool]
    recipient: Mapped[str]
    due_on: Mapped[date | None]
    incident_id: Mapped[int | None] = mapped_column(ForeignKey("incident.id"))
    urgent: Mapped[bool]
    made_by: Mapped[int | None] = mapped_column(ForeignKey("officer.id"))
    made_at: Mapped[datetime] = mapped_column("made_at_us", UtcMicros)
    changed_at: Mapped[datetime] = mapped_column("changed_at_us", UtcMicros)
    state_at: Mapped[datetime] = mapped_column("state_at_us", UtcMicros)
    # Null unless it was exported before it was approved.
    approve_by: Mapped[datetime | None] = mapped_column("approve_by_us", UtcMicros)
    erased: Mapped[bool]
    # What is searched, in small plain letters; made anew with each change, erasing included.
    folded: Mapped[str]
    version: Mapped[int]


class RequestCameraRow(Base):
    """A stretch of a camera that is wanted or, ``narrowed``, what was allowed instead."""

    __tablename__ = "request_camera"
    __table_args__ = (
        CheckConstraint("start_us < end_us", name="span_not_empty"),
        CheckConstraint(_ROLE, name="role_known"),
        Index("request_camera_by_camera", "camera_id", "request_id"),
    )

    request_id: Mapped[int] = mapped_column(
        ForeignKey("request.id", ondelete="CASCADE"), primary_key=True
    )
    narrowed: Mapped[bool] = mapped_column(primary_key=True)
    place: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    camera_id: Mapped[int]
    start: Mapped[datetime] = mapped_column("start_us", UtcMicros)
    end: Mapped[datetime] = mapped_column("end_us", UtcMicros)
    role: Mapped[str]


class RequestStepRow(Base):
    """What became of a request, and why."""

    __tablename__ = "request_step"
    __table_args__ = (
        CheckConstraint(f"after in {_STATES}", name="state_known"),
        Index("request_step_by_request", "request_id", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    request_id: Mapped[int] = mapped_column(ForeignKey("request.id", ondelete="CASCADE"))
    at: Mapped[datetime] = mapped_column("at_us", UtcMicros)
    officer_id: Mapped[int | None] = mapped_column(ForeignKey("officer.id"))
    after: Mapped[str]
    reason: Mapped[str]


class RequestHoldRow(Base):
    """A hold that was placed so that what a request asks for is still there when it is made."""

    __tablename__ = "request_hold"
    __table_args__ = (Index("request_hold_by_hold", "hold_id"),)

    request_id: Mapped[int] = mapped_column(
        ForeignKey("request.id", ondelete="CASCADE"), primary_key=True
    )
    hold_id: Mapped[int] = mapped_column(
        ForeignKey("hold.id", ondelete="CASCADE"), primary_key=True
    )


class RequestPaperRow(Base):
    """A scanned paper of a request; the bytes lie in the folder of requests."""

    __tablename__ = "request_paper"
    __table_args__ = (
        CheckConstraint("length(name) between 1 and 160", name="name_length"),
        CheckConstraint("length(sha256) = 64", name="hash_length"),
        CheckConstraint("size_bytes >= 0", name="size_not_negative"),
        UniqueConstraint("file", name="request_paper_file_once"),
        Index("request_paper_by_request", "request_id"),
        NEVER_AGAIN,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    request_id: Mapped[int] = mapped_column(ForeignKey("request.id", ondelete="CASCADE"))
    name: Mapped[str]
    file: Mapped[str]
    size_bytes: Mapped[int] = mapped_column(BigInteger)
    sha256: Mapped[str]
    added_by: Mapped[int | None] = mapped_column(ForeignKey("officer.id"))
    added_at: Mapped[datetime] = mapped_column("added_at_us", UtcMicros)


class PackageRow(Base):
    """A package that was made, or waits to be; none is removed."""

    __tablename__ = "package"
    __table_args__ = (
        CheckConstraint(
            "outcome in ('queued', 'making', 'made', 'failed', 'cancelled')", name="outcome_known"
        ),
        CheckConstraint("request_id is not null or incident_id is not null", name="for_something"),
        CheckConstraint("length(uuid) = 36", name="uuid_length"),
        CheckConstraint("length(target) <= 240 and length(folder) <= 160", name="path_length"),
        CheckConstraint("length(medium_serial) <= 80", name="serial_length"),
        CheckConstraint(
            "length(sums_sha256) = 64 and length(signer_sha256) = 64"
            " and length(before_hash) = 64 and length(after_hash) = 64",
            name="hash_length",
        ),
        CheckConstraint(
            "outcome <> 'made' or (length(folder) > 0 and sums_sha256 is not null"
            " and signer_sha256 is not null and before_hash is not null"
            " and after_hash is not null and ended_at_us is not null)",
            name="made_whole",
        ),
        CheckConstraint(
            "outcome <> 'making' or (maker_pid is not null and began_at_us is not null)",
            name="making_by_somebody",
        ),
        CheckConstraint("tries >= 0", name="tries_count_up"),
        UniqueConstraint("uuid", name="package_uuid_once"),
        # One at a time, whoever writes.
        partial_index("package_making_once", "outcome", where="outcome = 'making'", unique=True),
        Index("package_by_outcome", "outcome", "place", "id"),
        Index("package_by_request", "request_id", "id"),
        Index("package_by_incident", "incident_id", "id"),
        NEVER_AGAIN,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    uuid: Mapped[str]
    request_id: Mapped[int | None] = mapped_column(ForeignKey("request.id"))
    incident_id: Mapped[int | None] = mapped_column(ForeignKey("incident.id"))
    outcome: Mapped[str]
    # Lower ones are made first.
    place: Mapped[int]
    # The folder that it is put into; the log is not told.
    target: Mapped[str]
    medium_serial: Mapped[str]
    # JSON of db.evidence_records.PackageExtras.
    extras: Mapped[str] = mapped_column(server_default="{}")
    queued_by: Mapped[int | None] = mapped_column(ForeignKey("officer.id"))
    queued_at: Mapped[datetime] = mapped_column("queued_at_us", UtcMicros)
    began_at: Mapped[datetime | None] = mapped_column("began_at_us", UtcMicros)
    ended_at: Mapped[datetime | None] = mapped_column("ended_at_us", UtcMicros)
    # The process that makes it: one that is gone leaves it unfinished.
    maker_pid: Mapped[int | None]
    tries: Mapped[int]
    # Why it failed, a word of console.evidence.rules; else empty.
    cause: Mapped[str]
    folder: Mapped[str]
    # Of SHA256SUMS, and of the key that signed it.
    sums_sha256: Mapped[str | None]
    signer_sha256: Mapped[str | None]
    # The log's newest entry before the export and after it.
    before_seq: Mapped[int | None]
    before_hash: Mapped[str | None]
    after_seq: Mapped[int | None]
    after_hash: Mapped[str | None]
    # JSON: camera, begin and end in microseconds, cause.
    missing: Mapped[str]


class PackageCameraRow(Base):
    """A stretch of a camera that a package holds, or shall."""

    __tablename__ = "package_camera"
    __table_args__ = (
        CheckConstraint("start_us < end_us", name="span_not_empty"),
        CheckConstraint(_ROLE, name="role_known"),
        # Was this exported before?  Asked for a camera and a span.
        Index("package_camera_by_camera", "camera_id", "start_us", "end_us", "package_id"),
    )

    package_id: Mapped[int] = mapped_column(
        ForeignKey("package.id", ondelete="CASCADE"), primary_key=True
    )
    place: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    camera_id: Mapped[int]
    start: Mapped[datetime] = mapped_column("start_us", UtcMicros)
    end: Mapped[datetime] = mapped_column("end_us", UtcMicros)
    role: Mapped[str]


class CustodyRow(Base):
    """What happened to a package.  Append-only, as the log (``db.sqlite.append_only``)."""

    __tablename__ = "custody"
    __table_args__ = (
        CheckConstraint(
            "kind in ('made', 'verified', 'copied', 'handed', 'returned', 'destroyed')",
            name="kind_known",
        ),
        CheckConstraint("length(medium) <= 80", name="medium_length"),
        Index("custody_by_package", "package_id", "id"),
        NEVER_AGAIN,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    package_id: Mapped[int] = mapped_column(ForeignKey("package.id"))
    kind: Mapped[str]
    at: Mapped[datetime] = mapped_column("at_us", UtcMicros)
    officer_id: Mapped[int | None] = mapped_column(ForeignKey("officer.id"))
    # A thing: its label or serial; people stand in the table below.
    medium: Mapped[str]


class CustodyTextRow(Base):
    """What was written of people in a line of custody: kept apart, for it can be erased."""

    __tablename__ = "custody_text"
    __table_args__ = (
        CheckConstraint("length(to_whom) <= 160 and length(note) <= 1000", name="text_length"),
        CheckConstraint(
            "not erased or (length(to_whom) = 0 and length(note) = 0 and length(salt) = 0)",
            name="erased_whole",
        ),
    )

    custody_id: Mapped[int] = mapped_column(
        ForeignKey("custody.id"), primary_key=True, autoincrement=False
    )
    to_whom: Mapped[str]
    note: Mapped[str]
    # Random hex, hashed with the words for the log: nobody finds erased ones by guessing.
    salt: Mapped[str]
    erased: Mapped[bool]
