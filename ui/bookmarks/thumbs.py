"""Small pictures of drafts, kept as long as somebody may look at them."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QImage, QPixmap

from db.case_records import BookmarkId

SIZE = QSize(80, 45)
_MOST = 100


class Thumbs:
    """Icons of stills, by bookmark."""

    def __init__(self) -> None:
        self._icons: dict[BookmarkId, QIcon] = {}

    def __contains__(self, bookmark_id: BookmarkId) -> bool:
        return bookmark_id in self._icons

    def of(self, bookmark_id: BookmarkId) -> QIcon | None:
        """Its picture, where one was put in."""
        return self._icons.get(bookmark_id)

    def put(self, bookmark_id: BookmarkId, image: QImage) -> QIcon:
        """Make one of a still."""
        if len(self._icons) >= _MOST:
            self._icons.clear()
        self._icons[bookmark_id] = made = icon_of(image)
        return made

    def forget(self, bookmark_id: BookmarkId) -> None:
        """That picture is another one by now, or of no use."""
        self._icons.pop(bookmark_id, None)

    def clear(self) -> None:
        """Nobody may look at any."""
        self._icons.clear()


def icon_of(image: QImage, of: QSize = SIZE) -> QIcon:
    """A small picture of a large one."""
    size = of * 2  # for sharp screens
    keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    if image.width() > 4 * size.width():
        image = image.scaled(size * 2, keep)  # roughly: smoothly it takes ten times as long
    pixels = QPixmap.fromImage(image.scaled(size, keep, smooth))
    made = QIcon(pixels)
    made.addPixmap(pixels, QIcon.Mode.Selected)  # else it would be tinted
    return made
