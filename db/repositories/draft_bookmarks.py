"""Bookmarks that still want words, for whoever asks what was forgotten."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from db.case_records import BookmarkId
from db.incident_records import Viewer
from db.moment_tables import BookmarkCameraRow, BookmarkRow
from db.records import OfficerId
from db.repositories.bookmarks import hidden_from, is_draft
from db.structs import Frozen
from db.tables import CameraRow, ClusterRow


class DraftBookmark(Frozen, kw_only=True):
    """A bookmark without a category or a line of text."""

    id: BookmarkId
    at: datetime
    made_by: OfficerId | None


class DraftBookmarks:
    """Reads alone."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def before(self, at: datetime, viewer: Viewer) -> list[DraftBookmark]:
        """Drafts of moments before ``at`` that concern ``viewer``, the oldest first."""
        query = (
            select(BookmarkRow.id, BookmarkRow.at, BookmarkRow.made_by)
            .where(is_draft(), BookmarkRow.at < at)
            .order_by(BookmarkRow.at, BookmarkRow.id)
        )
        if viewer.officer_id is not None:
            query = query.where(~hidden_from(viewer.officer_id))
        if viewer.officer_id is not None and viewer.teams:
            theirs = (
                select(BookmarkCameraRow.bookmark_id)
                .join(CameraRow, CameraRow.id == BookmarkCameraRow.camera_id)
                .join(ClusterRow, ClusterRow.id == CameraRow.cluster_id)
                .where(BookmarkCameraRow.bookmark_id == BookmarkRow.id)
                .where(ClusterRow.team_id.in_(viewer.teams))
            )
            query = query.where((BookmarkRow.made_by == viewer.officer_id) | exists(theirs))
        return [
            DraftBookmark(
                id=BookmarkId(bookmark_id),
                at=moment,
                made_by=None if made_by is None else OfficerId(made_by),
            )
            for bookmark_id, moment, made_by in self._session.execute(query)
        ]
