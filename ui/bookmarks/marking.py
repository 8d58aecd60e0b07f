"""From the key to the saved bookmark, its still and its undo; what both pages share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, Signal
from PySide6.QtGui import QImage, QImageWriter

from console.errors import Problem
from console.events import Reason, StreamState
from console.workers import Lane
from db.case_records import Bookmark
from db.records import CameraId
from ui.desk import Desk

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.bookmarks import Bookmarks
    from console.stills import Stills

UNDO_S = 10.0  # so long an undo is offered; the service counts for itself
_QUALITY = 92  # of a still, out of 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What was to be marked when the key was pressed."""

    cameras: Sequence[CameraId]
    at: datetime
    states: Mapping[CameraId, tuple[StreamState, Reason]] = field(default_factory=dict)
    pictures: Mapping[CameraId, QImage] = field(default_factory=dict)
    describe: bool = False  # the officer wants to write now


class Marking(QObject):
    """Has bookmarks written, in the order of their keys, and stills after them."""

    marked = Signal(object, object)  # the Bookmark, which is on disk, and its Wish
    undone = Signal(object)  # the Bookmark
    failed = Signal(object)  # the Problem

    def __init__(
        self, desk: Desk, bookmarks: Bookmarks, stills: Stills, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._bookmarks = bookmarks
        self._stills = stills
        self._recent: list[tuple[Bookmark, float]] = []  # that may be taken back, and since when
        self._coming = 0  # keys that were not answered yet
        self._unwanted = 0  # how many of them, from the last one on, are to be taken back

    def mark(self, wish: Wish) -> None:
        """Save it; nothing is asked in between."""
        self._coming += 1
        self._desk.tasks.run(
            lambda: self._bookmarks.mark(wish.cameras, wish.at, wish.states),
            done=partial(self._on_marked, wish),
            failed=self._on_failed,
            lane=Lane.WRITE,
        )

    @property
    def undoable(self) -> Bookmark | None:
        """The newest bookmark that may still be taken back."""
        now_s = self._desk.clock.monotonic_s()
        self._recent = [each for each in self._recent if now_s - each[1] <= UNDO_S]
        return self._recent[-1][0] if self._recent else None

    def undo(self) -> None:
        """Take the newest bookmark back, then the one before, as long as they may be.

        Of one that is not on disk yet, it is done as soon as it is: never to the one before it.
        """
        if self._unwanted < self._coming:
            self._unwanted += 1
            return
        bookmark = self.undoable
        if bookmark is None:
            return
        self._recent.pop()
        self._desk.tasks.run(
            lambda: self._bookmarks.undo(bookmark.id),
            done=self.undone.emit,
            failed=self.failed.emit,
            lane=Lane.WRITE,
        )

    def forget(self) -> None:
        """Somebody else sits here: what was marked is not his to take back."""
        self._recent.clear()
        self._unwanted = 0

    def _on_failed(self, problem: Problem) -> None:
        self._coming -= 1
        self._unwanted = min(self._unwanted, self._coming)
        self.failed.emit(problem)

    def _on_marked(self, wish: Wish, bookmark: Bookmark) -> None:
        self._coming -= 1
        self._recent.append((bookmark, self._desk.clock.monotonic_s()))
        self.marked.emit(bookmark, wish)
        for camera_id, image in wish.pictures.items():
            self._desk.tasks.run(
                partial(self._keep, bookmark, camera_id, image),
                done=lambda _: None,
                failed=partial(self._on_no_still, bookmark),
                lane=Lane.STILLS,
            )
        if self._unwanted > self._coming:
            self._unwanted -= 1
            self.undo()

    def _keep(self, bookmark: Bookmark, camera_id: CameraId, image: QImage) -> None:
        """Runs on a worker's thread: an image that is shared with nobody may go there."""
        self._stills.keep(bookmark.id, camera_id, jpeg_of(image))

    def _on_no_still(self, bookmark: Bookmark, problem: Problem) -> None:
        """Nobody is told of the picture of a bookmark that was taken back."""
        if any(each.id == bookmark.id for each, _ in self._recent):
            self.failed.emit(problem)


def jpeg_of(image: QImage) -> bytes:
    """The picture as a JPEG file."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"JPEG"))
    writer.setQuality(_QUALITY)
    writer.write(image)
    buffer.close()
    return bytes(content.data())
