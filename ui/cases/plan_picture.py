"""The ward plan as a picture: decoded within limits, drawn anew before it is kept."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter, QPixmap

from console.errors import FieldRefused, Problem
from ui.pictures import read_picture

_DECODED_MIB = 192  # 40 million pixels of four bytes
_QUALITIES = (88, 75, 55)


def decoded(picture: bytes | None) -> QImage | None:
    """A plan that the station keeps; None: there is none, or it cannot be read.  Any thread."""
    if picture is None:
        return None
    image = read_picture(picture, _DECODED_MIB)
    return None if image.isNull() else image


def drawn_anew(path: Path) -> bytes:
    """The picture of a file as a JPEG of our own, small enough to be kept.

    Takes up to a second: not on the GUI thread.

    Raises:
        FieldRefused: it is none, or too large; see ``console.ward_plan.PlanRule``.
        Problem: the file cannot be read.
    """
    from console.ward_plan import (
        LARGEST_BYTES,
        LARGEST_FILE_BYTES,
        LARGEST_SIDE,
        PlanRule,
        check_file,
    )

    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE_BYTES + 1)
    except OSError as error:
        raise Problem(error.strerror or "unreadable") from error
    check_file(content)
    image = read_picture(content, _DECODED_MIB)
    if image.isNull():
        raise FieldRefused("plan", PlanRule.FORMAT)
    if max(image.width(), image.height()) > LARGEST_SIDE:
        image = image.scaled(
            QSize(LARGEST_SIDE, LARGEST_SIDE),
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
    sheet = QImage(image.size(), QImage.Format.Format_RGB32)
    sheet.fill(Qt.GlobalColor.white)  # a plan with a transparent ground
    painter = QPainter(sheet)
    painter.drawImage(0, 0, image)
    painter.end()
    for quality in _QUALITIES:
        written = _written(sheet, quality)
        if len(written) <= LARGEST_BYTES:
            return written
    raise FieldRefused("plan", PlanRule.BYTES)


def fitted(image: QImage, width: int, height: int, ratio: float) -> QPixmap:
    """The picture within ``width`` and ``height`` of a screen with ``ratio``."""
    pixmap = QPixmap.fromImage(
        image.scaled(
            QSize(round(width * ratio), round(height * ratio)),
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
    )
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def _written(image: QImage, quality: int) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"jpeg"))
    writer.setQuality(quality)
    if not writer.write(image):
        raise Problem(writer.errorString())
    return bytes(buffer.data().data())
