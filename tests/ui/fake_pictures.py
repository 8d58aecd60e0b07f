"""Pictures that say what they are of, as rows of B, G, R, X."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter

from console.video.footage_ports import ReviewPlace
from db.records import from_us

Rows = tuple[bytes, tuple[int, int]]


def numbered(width: int, height: int, place: ReviewPlace, us: int) -> Rows:
    """A picture that says which camera it is of, and when."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor.fromHsv(place.camera_id * 47 % 360, 90, 110))
    painter = QPainter(image)
    painter.setPen(Qt.GlobalColor.white)
    text = f"{place.camera_id}\n{from_us(us).astimezone():%H:%M:%S}"
    painter.drawText(image.rect(), Qt.AlignmentFlag.AlignCenter, text)
    painter.end()
    return rows_of(image)


def rows_of(image: QImage) -> Rows:
    """An image as rows of B, G, R, X."""
    size = image.width(), image.height()
    return b"".join(line_of(image, row) for row in range(size[1])), size


def line_of(image: QImage, row: int) -> bytes:
    """One of them, without what fills it up."""
    return bytes(cast("memoryview", image.constScanLine(row)))[: 4 * image.width()]
