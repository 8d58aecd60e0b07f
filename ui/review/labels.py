"""Whose footage it is; a camera that was removed has a label as well, for its footage is kept."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from db.records import Camera, CameraId
from ui.wall.lettering import Label
from ui.words import translate


def labels_of(
    cameras: Iterable[Camera], removed: Collection[CameraId] = ()
) -> dict[CameraId, Label]:
    """Those of the station's cameras, then those of cameras that it has no more."""
    labels = {camera.id: Label(camera.number, camera.name) for camera in cameras}
    return labels | {each: removed_label(each) for each in removed if each not in labels}


def removed_label(camera_id: CameraId) -> Label:
    """Its number and name went with it; the log and the footage's folders know it by its id."""
    return Label(0, translate("review", "Removed camera (id {id})").format(id=camera_id))
