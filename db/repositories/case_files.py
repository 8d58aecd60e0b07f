"""The files that belong to the cases, whatever row tells of them; nothing is changed here."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.case_tables import AttachmentRow
from db.evidence_tables import RequestPaperRow
from db.file_records import CaseFile, FileKind
from db.footage_tables import ExhibitRow
from db.moment_tables import BookmarkCameraRow, BookmarkRow

_AT_ONCE = 5000


class CaseFiles:
    """Reads them, small kinds first; half a second for a hundred thousand."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self) -> Iterator[CaseFile]:
        """Each file that the store knows a hash of.  For within the unit."""
        stills = (
            select(BookmarkCameraRow.still, BookmarkCameraRow.sha256)
            .join(BookmarkRow, BookmarkRow.id == BookmarkCameraRow.bookmark_id)
            .where(BookmarkCameraRow.still != "", BookmarkRow.undone_at.is_(None))
            .execution_options(yield_per=_AT_ONCE)
        )
        for file, sha256 in self._session.execute(stills):
            yield CaseFile(FileKind.STILL, file, sha256, None)
        for kind, row in (
            (FileKind.ATTACHMENT, AttachmentRow),
            (FileKind.REQUEST, RequestPaperRow),
            (FileKind.EXHIBIT, ExhibitRow),
        ):
            files = select(row.file, row.sha256, row.size_bytes)
            for file, sha256, size in self._session.execute(files):
                yield CaseFile(kind, file, sha256, size)
