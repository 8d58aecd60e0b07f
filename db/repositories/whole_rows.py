"""Every row of a noun as plain values, to be compared with another store's; nothing is changed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from sqlalchemy import BigInteger, FromClause, Select, select, type_coerce
from sqlalchemy.orm import Session

from db.case_tables import AttachmentRow, CategoryRow, IncidentReaderRow, IncidentRow, OutcomeRow
from db.columns import UtcMicros
from db.evidence_tables import (
    CustodyRow,
    CustodyTextRow,
    PackageRow,
    RequestCameraRow,
    RequestRow,
)
from db.footage_tables import ExhibitRow, HoldCameraRow, HoldRow, RecordingRuleRow, VolumeRow
from db.loss_records import Noun
from db.moment_tables import (
    BookmarkCameraRow,
    BookmarkRow,
    CallRow,
    DisposalRow,
    MemberRow,
    PhraseRow,
    SavedSearchRow,
)
from db.tables import (
    Base,
    CameraRow,
    ClusterRow,
    DeviceRow,
    LayoutCameraRow,
    LayoutRow,
    OfficerRow,
    OfficerTeamRow,
    StreamRow,
    TeamRow,
)

_AT_ONCE = 2000

# The table of a noun, whose first column is its id; then those that are parts of it.
_TABLES: dict[Noun, tuple[type[Base], ...]] = {
    Noun.BOOKMARKS: (BookmarkRow, BookmarkCameraRow),
    Noun.INCIDENTS: (IncidentRow, IncidentReaderRow),  # what hangs on it raises its version
    Noun.OUTCOMES: (OutcomeRow,),
    Noun.ATTACHMENTS: (AttachmentRow,),
    Noun.EXHIBITS: (ExhibitRow,),
    Noun.REQUESTS: (RequestRow, RequestCameraRow),  # steps and papers raise its version
    Noun.PACKAGES: (PackageRow,),  # what it holds of cameras is never changed
    Noun.CUSTODY: (CustodyRow, CustodyTextRow),
    Noun.CALLS: (CallRow,),
    Noun.HOLDS: (HoldRow, HoldCameraRow),
    Noun.DISPOSALS: (DisposalRow,),
    Noun.MEMBERS: (MemberRow,),
    Noun.CATEGORIES: (CategoryRow,),
    Noun.PHRASES: (PhraseRow,),
    Noun.SAVED_SEARCHES: (SavedSearchRow,),
    Noun.CAMERAS: (CameraRow, DeviceRow, StreamRow),
    Noun.CLUSTERS: (ClusterRow,),
    Noun.TEAMS: (TeamRow,),
    Noun.LAYOUTS: (LayoutRow, LayoutCameraRow),
    Noun.RECORDING_RULES: (RecordingRuleRow,),
    Noun.VOLUMES: (VolumeRow,),
    Noun.OFFICERS: (OfficerRow, OfficerTeamRow),
}


class WholeRows:
    """Reads them in the order of their ids, some at a time: a city's are never held together."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def of(self, noun: Noun) -> Iterator[tuple[int, list[tuple[Any, ...]]]]:
        """The id of each, and all its rows with those of its parts.  For within the unit."""
        rows = self._session.connection().execute(
            _query(noun), execution_options={"yield_per": _AT_ONCE}
        )
        for its_id, its in groupby(rows, key=lambda row: int(row[0])):
            yield its_id, [tuple(row) for row in its]


def _query(noun: Noun) -> Select[*tuple[Any, ...]]:
    head, *parts = (row.__table__ for row in _TABLES[noun])
    joined = head
    for part in parts:
        joined = joined.outerjoin(part)
    columns = [column for table in (head, *parts) for column in _columns(table)]
    keys = [key for table in (head, *parts) for key in table.primary_key]
    return select(*columns).select_from(joined).order_by(*keys)


def _columns(table: FromClause) -> Iterator[Any]:
    """Its columns, the id first; instants as the numbers that are kept, which is far quicker."""
    for column in table.columns:
        yield type_coerce(column, BigInteger) if isinstance(column.type, UtcMicros) else column
