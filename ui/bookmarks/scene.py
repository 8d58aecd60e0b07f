"""What is on screen at the key: whose picture lies where, and a copy of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from console.video.ports import Pictures
from db.records import CameraId
from ui.wall.tile import Tile


def pictures_of(
    tiles: Sequence[Tile], view: Pictures | None, cameras: Iterable[CameraId]
) -> dict[CameraId, QImage]:
    """Copies of what these cameras' tiles show; none of one whose picture is not of now."""
    wanted = set(cameras)
    found: dict[CameraId, QImage] = {}
    for tile in tiles if view is not None else ():
        assert view is not None
        if tile.camera_id in wanted and tile.face is not None and not tile.face.dim:
            image = tile.remember(view).image
            if image is not None and not image.isNull():
                found[tile.camera_id] = image
    return found


def place_of(widget: QWidget, tiles: Sequence[Tile], camera_id: CameraId) -> QRect | None:
    """Where a camera's tile lies in ``widget``, in its own coordinates; None: not on screen."""
    ratio = widget.devicePixelRatioF()
    for tile in tiles:
        if tile.camera_id == camera_id:
            box = tile.box
            return QRect(
                round(box.x() / ratio),
                round(box.y() / ratio),
                round(box.width() / ratio),
                round(box.height() / ratio),
            )
    return None
