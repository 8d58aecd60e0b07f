"""The stills of bookmarks: kept at the moment, looked at with leave, drawn on without a change."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Collection, Sequence
from datetime import timedelta
from pathlib import Path

from console.audit import Act, Audit
from console.clock import Clock
from console.drawings import Figure, encoded
from console.errors import FieldRefused, Gone
from console.gate import Gate
from console.moments import STILL_WITHIN, BookmarkRule
from console.rights import Action
from console.still_files import Still, StillFiles
from db.case_records import Bookmark, BookmarkId, Shot
from db.records import CameraId, Span
from db.store import Store
from db.structs import replace

Watched = Callable[[Collection[CameraId], Span], None]


class Stills:
    """Keeps and finds the picture that a tile showed.  Blocks: not for the GUI thread.

    Any call may raise ``NotAllowed`` and ``StoreProblem``; a change is announced as
    ``Topic.BOOKMARKS``, and logged.
    """

    def __init__(
        self,
        store: Store,
        gate: Gate,
        audit: Audit,
        clock: Clock,
        files: StillFiles,
        watched: Watched,
    ) -> None:
        """``watched`` hears who looks at a still, as ``Footage.note_watched``, and may refuse."""
        self._store = store
        self._gate = gate
        self._audit = audit
        self._clock = clock
        self._files = files
        self._watched = watched

    def keep(self, bookmark_id: BookmarkId, camera_id: CameraId, picture: bytes) -> Bookmark:
        """Keep the picture that the tile showed: a whole JPEG or PNG of our own window.

        On disk with its hash in the row and the log when this returns; once, by whoever made the
        bookmark, within ``STILL_WITHIN``.

        Raises:
            FieldRefused: ``field`` is "still" or "bookmark".
            DiskFull, StoreFailed: nothing was kept; the bookmark stays as it is.
            Gone: no such bookmark for whoever sits here, or not of this camera.

        """
        officer_id = self._gate.require(Action.BOOKMARK)
        officer = self._gate.officer()
        with self._store.read() as unit:
            bookmark = unit.bookmarks.bookmark(bookmark_id, officer)
        if bookmark.made_by != officer_id:
            raise FieldRefused("bookmark", BookmarkRule.NOT_HIS)
        if abs(self._clock.now() - bookmark.made_at) > STILL_WITHIN:
            raise FieldRefused("bookmark", BookmarkRule.STILL_LATE)
        _without_still(bookmark, camera_id)
        name = f"{bookmark_id:08}-{camera_id:05}-{secrets.token_hex(3)}"
        still = self._files.keep(name, bookmark.at, picture)
        try:
            with self._store.begin() as unit:
                shot = _without_still(unit.bookmarks.bookmark(bookmark_id, officer), camera_id)
                its = replace(shot, still=still.file, sha256=still.sha256)
                kept = unit.bookmarks.put_shot(bookmark_id, its)
                self._audit.write(
                    unit,
                    Act.STILL_KEPT,
                    "bookmark",
                    bookmark_id,
                    camera=camera_id,
                    sha256=still.sha256,
                )
        except BaseException:
            self._files.drop(still.file)
            raise
        return kept

    def path(self, bookmark_id: BookmarkId, camera_id: CameraId) -> Path:
        """Where a still lies, for whoever may see the footage that it is of; a look is logged.

        Raises:
            NotAllowed: footage of another team, or too old for the role.
            Gone: no such bookmark for whoever sits here, or it has no still of this camera.
            StillDamaged: it is not what was kept.

        """
        self._gate.require(Action.REVIEW_FOOTAGE)
        officer = self._gate.officer()
        with self._store.read() as unit:
            bookmark = unit.bookmarks.bookmark(bookmark_id, officer)
        shot = _shot_of(bookmark, camera_id)
        if not shot.still:
            raise Gone("still")
        self._watched([camera_id], Span(bookmark.at, bookmark.at + timedelta(seconds=1)))
        return self._files.path(Still(shot.still, shot.sha256))

    def draw(
        self, bookmark_id: BookmarkId, camera_id: CameraId, figures: Sequence[Figure]
    ) -> Bookmark:
        """Let these figures lie over a still, in place of those before; the picture stays as it is.

        Raises:
            FieldRefused: ``field`` is "drawing" or "bookmark".
            Gone: no such bookmark for whoever sits here, or not of this camera.

        """
        self._gate.require(Action.BOOKMARK)  # before it is told whether there is such a bookmark
        drawing, officer = encoded(figures), self._gate.officer()
        with self._store.read() as unit:
            cameras = unit.bookmarks.bookmark(bookmark_id, officer).cameras
            teams = unit.fleet.teams_of(cameras)
        self._gate.require(Action.BOOKMARK, teams=teams)
        with self._store.begin() as unit:
            before = unit.bookmarks.bookmark(bookmark_id, officer)
            shot = _shot_of(before, camera_id)
            if shot.drawing == drawing:
                return before
            if unit.bookmarks.is_settled(before):
                raise FieldRefused("bookmark", BookmarkRule.SETTLED)
            if not shot.still:
                raise FieldRefused("drawing", BookmarkRule.NO_STILL)
            after = unit.bookmarks.put_shot(bookmark_id, replace(shot, drawing=drawing))
            self._audit.write(
                unit,
                Act.BOOKMARK_CHANGED,
                "bookmark",
                bookmark_id,
                camera=camera_id,
                fields=["drawing"],
                figures=len(figures),
            )
        return after


def _shot_of(bookmark: Bookmark, camera_id: CameraId) -> Shot:
    for shot in bookmark.shots:
        if shot.camera_id == camera_id:
            return shot
    raise Gone("camera")


def _without_still(bookmark: Bookmark, camera_id: CameraId) -> Shot:
    """The camera's part of a bookmark that may still get a picture.  Raises FieldRefused, Gone."""
    shot = _shot_of(bookmark, camera_id)
    if bookmark.undone_at is not None:
        raise FieldRefused("bookmark", BookmarkRule.UNDONE)
    if shot.still:
        raise FieldRefused("still", BookmarkRule.KEPT)
    return shot
