"""OpenCV, in the engine's workers: what moved between two key frames.

Movement only: no object, no person, no face is ever looked for.
"""

from __future__ import annotations

import cv2
import numpy as np

from db.footage_records import CELLS_ACROSS, CELLS_DOWN, Look

PICTURE = (8 * CELLS_ACROSS, 8 * CELLS_DOWN)
"""Width and height in pixels of the grey picture that a look is made from."""
_NOISE = 14  # grey levels: less than this is the camera's noise, or an encoder's
_LEAST_SHARE = 0.06  # of a cell's pixels: four of 64
_LEVELS = np.arange(256, dtype=np.int16)
_FLOOD = 0.85  # of the picture: the light was switched, or the camera turned to infra-red

Grey = cv2.typing.MatLike


class ChangeMap:
    """Compares each picture of a camera with the one before.  One thread; some 0.2 ms a look."""

    def __init__(self) -> None:
        self._before: Grey | None = None

    def look(self, pixels: bytes, at_us: int) -> Look | None:
        """What changed since the last look; None for the first.

        Args:
            pixels: Grey, row by row, ``PICTURE`` in size.
            at_us: When the picture was taken, microseconds since 1970 UTC.

        Raises:
            ValueError: ``pixels`` has another size.

        """
        width, height = PICTURE
        grey = np.frombuffer(pixels, np.uint8).reshape(height, width)
        smooth = cv2.blur(grey, (3, 3))
        before, self._before = self._before, smooth
        if before is None:
            return None
        # A cloud, or the camera's own gain, lifts everything alike: that is no movement.
        sparse = smooth[::4, ::4].astype(np.int16) - before[::4, ::4]
        lift = int(np.median(sparse))
        level = cv2.LUT(before, np.clip(_LEVELS + lift, 0, 255).astype(np.uint8))
        _, moved = cv2.threshold(cv2.absdiff(smooth, level), _NOISE, 255, cv2.THRESH_BINARY)
        amount = cv2.countNonZero(moved) / (width * height)
        shares = cv2.resize(moved, (CELLS_ACROSS, CELLS_DOWN), interpolation=cv2.INTER_AREA)
        ticked = (shares >= _LEAST_SHARE * 255).reshape(-1)
        if amount >= _FLOOD:
            ticked[:] = True
        packed = np.packbits(ticked, bitorder="little").tobytes()
        return Look(at_us, int.from_bytes(packed, "little"), min(255, round(amount * 255)))
