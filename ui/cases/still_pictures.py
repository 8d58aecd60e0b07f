"""Stills of bookmarks as small pictures: read off the GUI thread, a few of them kept."""

from __future__ import annotations

from collections import OrderedDict
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageReader, QPixmap

from db.find_records import StillOf
from ui.bookmarks.figures import drawn_over
from ui.desk import Desk

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.app import Console

MOST_KEPT = 160
_MOST_WAITING = 32  # what is asked for while one scrolls past is not read any more
_SHARP = 2  # pixels a point, for sharp screens


class StillPictures(QObject):
    """Gives what there is at once, and tells when another one came.

    One is read at a time, what was asked for last first: a search never waits for pictures.
    Looking at a still is in the log (``console.stills``).
    """

    came = Signal(object)  # the StillOf

    def __init__(
        self, desk: Desk, console: Console, size: QSize, parent: QObject | None = None
    ) -> None:
        """``size`` is the box that pictures are fitted into."""
        super().__init__(parent)
        self._desk = desk
        self._console = console
        self._size = size * _SHARP
        self._kept: OrderedDict[StillOf, QPixmap] = OrderedDict()
        self._waiting: OrderedDict[StillOf, None] = OrderedDict()
        self._asking: StillOf | None = None
        self._round = 0  # answers of before ``forget`` come too late

    @property
    def is_busy(self) -> bool:
        """Whether a picture is still to come."""
        return self._asking is not None or bool(self._waiting)

    def picture(self, still: StillOf) -> QPixmap | None:
        """The picture; None while it is being read, a null one where it cannot be shown."""
        if still in self._kept:
            self._kept.move_to_end(still)
            return self._kept[still]
        if still != self._asking:
            self._waiting[still] = None
            self._waiting.move_to_end(still)
            while len(self._waiting) > _MOST_WAITING:
                self._waiting.popitem(last=False)
            self._read()
        return None

    def forget(self) -> None:
        """Somebody else sits here."""
        self._round += 1
        self._kept.clear()
        self._waiting.clear()
        self._asking = None

    def _read(self) -> None:
        if self._asking is not None or not self._waiting:
            return
        still, _ = self._waiting.popitem()
        self._asking = still
        console, size = self._console, self._size
        self._desk.tasks.run(
            lambda: _scaled(console, still, size),
            done=partial(self._on_read, self._round, still),
            failed=lambda _: self._on_read(self._round, still, QImage()),
        )

    def _on_read(self, its_round: int, still: StillOf, image: QImage) -> None:
        if its_round != self._round:
            return
        picture = QPixmap.fromImage(image)
        picture.setDevicePixelRatio(_SHARP)
        self._kept[still] = picture
        while len(self._kept) > MOST_KEPT:
            self._kept.popitem(last=False)
        self._asking = None
        self.came.emit(still)
        self._read()


def _scaled(console: Console, still: StillOf, size: QSize) -> QImage:
    """The picture as small as it is shown, with what was drawn on it.

    A JPEG is not even read at its full size.
    """
    reader = QImageReader(str(console.stills.path(still.bookmark_id, still.camera_id)))
    whole = reader.size()
    if whole.isValid():
        reader.setScaledSize(whole.scaled(size, Qt.AspectRatioMode.KeepAspectRatio))
    shots = console.bookmarks.bookmark(still.bookmark_id).shots
    drawing = next((each.drawing for each in shots if each.camera_id == still.camera_id), "")
    return drawn_over(reader.read(), drawing)
