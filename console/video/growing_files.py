"""Footage that is being written at this moment: found by its folders, for no index has it yet."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from console.video.footage_files import PARTIAL, camera_folder, parse_name
from db.records import CameraId, StreamRole

LONGEST_US = 600_000_000  # no file is longer
_DAY_US = 86_400_000_000

File = tuple[StreamRole, int, str]
"""Which stream, where it begins, and where it lies (see ``Film.place``)."""


def growing(
    volumes: Iterable[str], camera: CameraId, start_us: int, end_us: int | None
) -> list[File]:
    """The files of a camera that are being written, and may reach into a span."""
    days = {start_us - LONGEST_US, start_us if end_us is None else end_us}
    if end_us is None:  # from then on: whatever grows, grows near today
        days |= {start_us + _DAY_US}
    found = [
        (role, begun_us, place)
        for volume in volumes
        for folder in {camera_folder(volume, camera, day_us) for day_us in days}
        for role, begun_us, place in _partials(folder, camera)
    ]
    return sorted(
        (
            file
            for file in found
            if (end_us is None or file[1] < end_us) and file[1] > start_us - LONGEST_US
        ),
        key=lambda file: file[1],
    )


def _partials(folder: str, camera: CameraId) -> Iterator[File]:
    """What is being written in a folder, in no order.

    In the evening there are thousands of finished files beside it: their names are not read, since
    every seek waits for this.
    """
    try:
        with os.scandir(folder) as entries:
            names = [entry.name for entry in entries if entry.name.endswith(PARTIAL)]
    except OSError:
        return
    for name in names:
        said = parse_name(name)
        if said is not None and said.camera_id == camera:
            yield said.role, said.start_us, f"{folder}/{name}"
