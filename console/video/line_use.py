"""What came over the cameras' lines in this calendar month."""

from __future__ import annotations

from collections.abc import Mapping

from db.records import CameraId


class LineBytes:
    """Counts bytes.  Engine thread only."""

    def __init__(self, month: str, used: Mapping[CameraId, int]) -> None:
        """``used`` is what is known of ``month`` already ("2026-03")."""
        self.month = month
        self.used = dict(used)

    def turn_to(self, month: str) -> None:
        """It is ``month`` now: in another one nothing has come yet."""
        if month != self.month:
            self.month, self.used = month, {}

    def count(self, camera: CameraId, size_bytes: int) -> None:
        """So much came over a camera's line."""
        self.used[camera] = self.used.get(camera, 0) + size_bytes
