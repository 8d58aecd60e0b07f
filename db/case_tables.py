"""The part of the schema that is about the duty; see ``db.tables``, which knows the rest.

Whoever wrote something is kept by id; the log names bookmarks, incidents and calls by id, so no id
is given out twice.
"""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.columns import UtcMicros
from db.partial import partial_index
from db.tables import NEVER_AGAIN, Base

_SEVERITY = "severity in ('routine', 'serious', 'urgent')"
_WHOSE = ("restricted", "made_by", "assigned_to")
_KEY_FIRST = {"sqlite_with_rowid": False}  # rows lie in the order of their key
_STATES = "('draft', 'submitted', 'returned', 'approved', 'closed')"


class CategoryRow(Base):
    """A kind of incident; retired, never removed, for old incidents keep it."""

    __tablename__ = "category"
    __table_args__ = (
        CheckConstraint("length(name) between 1 and 80", name="name_length"),
        CheckConstraint("parent_id <> id", name="not_its_own_parent"),
        CheckConstraint(_SEVERITY, name="severity_known"),
        CheckConstraint("pre_s between 0 and 3600", name="pre_range"),
        CheckConstraint("post_s between 0 and 3600", name="post_range"),
        CheckConstraint("hold_days between 1 and 36500", name="hold_days_range"),
        UniqueConstraint("parent_id", "name", name="category_name_once"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    # Null: a branch of the tree; others are its leaves.
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("category.id"))
    name: Mapped[str]
    # Its place among its siblings, from 0.
    place: Mapped[int]
    severity: Mapped[str]
    # Seconds before and after the instant that a bookmark keeps.
    pre_s: Mapped[int]
    post_s: Mapped[int]
    # How long the footage is held; null: until somebody releases it.
    hold_days: Mapped[int | None]
    restricted: Mapped[bool]
    retired: Mapped[bool]


class IncidentRow(Base):
    """A case (vụ việc)."""

    __tablename__ = "incident"
    __table_args__ = (
        CheckConstraint("number > 0 and year between 2000 and 9999", name="number_range"),
        CheckConstraint("length(title) between 1 and 160", name="title_length"),
        CheckConstraint(_SEVERITY, name="severity_known"),
        CheckConstraint(f"state in {_STATES}", name="state_known"),
        CheckConstraint("length(address) <= 160", name="address_length"),
        CheckConstraint("(plan_x is null) = (plan_y is null)", name="spot_whole"),
        CheckConstraint(
            "plan_x between 0 and 10000 and plan_y between 0 and 10000", name="spot_range"
        ),
        CheckConstraint("ended_at_us >= began_at_us", name="times_in_order"),
        CheckConstraint("version > 0", name="version_counts_up"),
        UniqueConstraint("year", "number", name="incident_number_once"),
        # What waits, and one for each list: state by state, so that a filter's few are found at
        # once among many that are closed (``db.repositories.incident_lists``).  Counts by state
        # look at no row: for most eyes those that are in an index tell whose an incident is.
        Index("incident_by_time", "began_at_us", "id"),
        Index("incident_by_state", "state", "state_at_us", "id", *_WHOSE, "due_on"),
        Index("incident_by_state_time", "state", "began_at_us", "id", *_WHOSE),
        Index("incident_by_category", "category_id", "state", "began_at_us", "id"),
        Index("incident_by_cluster", "cluster_id", "state", "began_at_us", "id"),
        Index("incident_by_maker", "made_by", "state", "began_at_us", "id"),
        Index("incident_by_assigned", "assigned_to", "state", "began_at_us", "id"),
        Index("incident_by_severity", "severity", "state", "began_at_us", "id"),
        # The few that are hidden from most, and all that tells from whom.
        partial_index(
            "incident_restricted",
            "id",
            *_WHOSE,
            where="restricted IS 1",
            on_postgresql="restricted",
        ),
        # A search goes by time through all states.
        Index("incident_by_category_time", "category_id", "began_at_us", "id"),
        Index("incident_by_cluster_time", "cluster_id", "began_at_us", "id"),
        Index("incident_by_assigned_time", "assigned_to", "began_at_us", "id"),
        Index("incident_by_maker_time", "made_by", "began_at_us", "id"),
        NEVER_AGAIN,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    # The yearly series of the station: VV-2026-0012.
    year: Mapped[int]
    number: Mapped[int]
    title: Mapped[str]
    category_id: Mapped[int] = mapped_column(ForeignKey("category.id"))
    severity: Mapped[str]
    state: Mapped[str]
    cluster_id: Mapped[int | None] = mapped_column(ForeignKey("cluster.id", ondelete="SET NULL"))
    address: Mapped[str]
    # Ten-thousandths of the ward plan's width and height, from its upper left corner.
    plan_x: Mapped[int | None]
    plan_y: Mapped[int | None]
    began_at: Mapped[datetime] = mapped_column("began_at_us", UtcMicros)
    ended_at: Mapped[datetime | None] = mapped_column("ended_at_us", UtcMicros)
    narrative: Mapped[str]
    # Read by few: see console.incidents.
    people: Mapped[str]
    vehicles: Mapped[str]
    assigned_to: Mapped[int | None] = mapped_column(ForeignKey("officer.id"))
    # A day of the station's calendar, ISO.
    due_on: Mapped[date | None]
    restricted: Mapped[bool]
    made_by: Mapped[int | None] = mapped_column(ForeignKey("officer.id"))
    made_at: Mapped[datetime] = mapped_column("made_at_us", UtcMicros)
    changed_at: Mapped[datetime] = mapped_column("changed_at_us", UtcMicros)
    # When it came into the state that it has: how long it waits.
    state_at: Mapped[datetime] = mapped_column("state_at_us", UtcMicros)
    version: Mapped[int]


class IncidentReaderRow(Base):
    """An officer who sees a restricted incident."""

    __tablename__ = "incident_reader"
    __table_args__ = (Index("incident_reader_by_officer", "officer_id", "incident_id"),)

    incident_id: Mapped[int] = mapped_column(
        ForeignKey("incident.id", ondelete="CASCADE"), primary_key=True
    )
    officer_id: Mapped[int] = mapped_column(
        ForeignKey("officer.id"), primary_key=True, autoincrement=False
    )


class IncidentStepRow(Base):
    """From one state to another, and why."""

    __tablename__ = "incident_step"
    __table_args__ = (
        CheckConstraint(f"before in {_STATES} and after in {_STATES}", name="state_known"),
        Index("incident_step_by_incident", "incident_id", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    incident_id: Mapped[int] = mapped_column(ForeignKey("incident.id", ondelete="CASCADE"))
    at: Mapped[datetime] = mapped_column("at_us", UtcMicros)
    officer_id: Mapped[int | None] = mapped_column(ForeignKey("officer.id"))
    before: Mapped[str]
    after: Mapped[str]
    reason: Mapped[str]


class IncidentChangeRow(Base):
    """What a field of an incident was before a change and after it."""

    __tablename__ = "incident_change"
    __table_args__ = (Index("incident_change_by_incident", "incident_id", "version"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    incident_id: Mapped[int] = mapped_column(ForeignKey("incident.id", ondelete="CASCADE"))
    # The incident's version that it led to; several fields may share one.
    version: Mapped[int]
    at: Mapped[datetime] = mapped_column("at_us", UtcMicros)
    officer_id: Mapped[int | None] = mapped_column(ForeignKey("officer.id"))
    field: Mapped[str]
    # JSON.
    before: Mapped[str]
    after: Mapped[str]


class IncidentExhibitRow(Base):
    """A foreign exhibit that belongs to an incident, or to several."""

    __tablename__ = "incident_exhibit"
    __table_args__ = (Index("incident_exhibit_by_exhibit", "exhibit_id"),)

    incident_id: Mapped[int] = mapped_column(
        ForeignKey("incident.id", ondelete="CASCADE"), primary_key=True
    )
    exhibit_id: Mapped[int] = mapped_column(
        ForeignKey("exhibit.id"), primary_key=True, autoincrement=False
    )


class IncidentLinkRow(Base):
    """Two incidents that have to do with each other; the lower id stands first."""

    __tablename__ = "incident_link"
    __table_args__ = (
        CheckConstraint("one_id < other_id", name="lower_first"),
        Index("incident_link_by_other", "other_id"),
    )

    one_id: Mapped[int] = mapped_column(
        ForeignKey("incident.id", ondelete="CASCADE"), primary_key=True
    )
    other_id: Mapped[int] = mapped_column(
        ForeignKey("incident.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )


class AttachmentRow(Base):
    """A paper or picture of an incident; the bytes lie in the attachments' folder."""

    __tablename__ = "attachment"
    __table_args__ = (
        CheckConstraint("length(name) between 1 and 160", name="name_length"),
        CheckConstraint("length(sha256) = 64", name="hash_length"),
        CheckConstraint("size_bytes >= 0", name="size_not_negative"),
        UniqueConstraint("file", name="attachment_file_once"),
        Index("attachment_by_incident", "incident_id"),
        NEVER_AGAIN,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    incident_id: Mapped[int] = mapped_column(ForeignKey("incident.id", ondelete="CASCADE"))
    name: Mapped[str]
    file: Mapped[str]
    size_bytes: Mapped[int] = mapped_column(BigInteger)
    sha256: Mapped[str]
    added_by: Mapped[int | None] = mapped_column(ForeignKey("officer.id"))
    added_at: Mapped[datetime] = mapped_column("added_at_us", UtcMicros)


class OutcomeRow(Base):
    """A countable line of what came of an incident; one that is struck keeps its row."""

    __tablename__ = "outcome"
    __table_args__ = (
        CheckConstraint(
            "kind in ('verified', 'administrative', 'seized', 'sanction_advised', 'drugs',"
            " 'rehabilitation', 'counselled', 'traffic', 'handed_over', 'no_result')",
            name="kind_known",
        ),
        CheckConstraint("count > 0", name="count_positive"),
        CheckConstraint("(persons is not null) = (kind = 'drugs')", name="persons_of_drugs"),
        CheckConstraint("persons >= 0", name="persons_not_negative"),
        CheckConstraint("(length(item) > 0) = (kind = 'seized')", name="item_of_what_is_seized"),
        CheckConstraint("length(item) <= 160 and length(unit) <= 40", name="text_length"),
        Index("outcome_by_incident", "incident_id"),
        Index("outcome_by_kind", "kind", "on_day", "incident_id", "struck_at_us"),
        NEVER_AGAIN,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    incident_id: Mapped[int] = mapped_column(ForeignKey("incident.id", ondelete="CASCADE"))
    kind: Mapped[str]
    # A day of the station's calendar: reports count by it.
    on: Mapped[date] = mapped_column("on_day")
    count: Mapped[int]
    persons: Mapped[int | None]
    item: Mapped[str]
    unit: Mapped[str]
    note: Mapped[str]
    made_by: Mapped[int | None] = mapped_column(ForeignKey("officer.id"))
    made_at: Mapped[datetime] = mapped_column("made_at_us", UtcMicros)
    struck_at: Mapped[datetime | None] = mapped_column("struck_at_us", UtcMicros)


class OutcomeSumRow(Base):
    """What lines come to that are not struck, of incidents that are not restricted.

    ``db.repositories.tallies`` keeps it right in the unit of work that changes one of them.
    """

    __tablename__ = "outcome_sum"
    __table_args__ = _KEY_FIRST

    # Where it happened, a cluster's id; 0: anywhere, in no cluster, too.
    place: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    # A year, a month or a day: "2026", "2026-11", "2026-11-23".
    period: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(primary_key=True)
    # Of incidents that are approved or closed, or of others.
    approved: Mapped[bool] = mapped_column(primary_key=True)
    lines: Mapped[int]
    count: Mapped[int]
    persons: Mapped[int]
    # Incidents that never before had a line of this kind; see ``OutcomeAgainRow``.
    cases: Mapped[int]


class OutcomeAgainRow(Base):
    """A day on which an incident has a line of a kind again, and when it had one before.

    With it an incident is counted once, whatever the days are that are counted.
    """

    __tablename__ = "outcome_again"
    __table_args__ = (Index("outcome_again_by_day", "on_day", "before_day", "kind", "incident_id"),)

    incident_id: Mapped[int] = mapped_column(
        ForeignKey("incident.id", ondelete="CASCADE"), primary_key=True
    )
    kind: Mapped[str] = mapped_column(primary_key=True)
    on: Mapped[date] = mapped_column("on_day", primary_key=True)
    before: Mapped[date] = mapped_column("before_day")
