"""What moved between two key frames: numpy, in the engine's workers.

Movement only: no object, no person, no face is ever looked for.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from db.footage_records import CELLS_ACROSS, CELLS_DOWN, Look

PICTURE = (8 * CELLS_ACROSS, 8 * CELLS_DOWN)
"""Width and height in pixels of the grey picture that a look is made from."""
_NOISE = 14  # grey levels: less than this is the camera's noise, or an encoder's
_LEAST_SHARE = 0.06  # of a cell's pixels: four of 64
_FLOOD = 0.85  # of the picture: the light was switched, or the camera turned to infra-red

Grey = NDArray[np.int16]


class ChangeMap:
    """Compares each picture of a camera with the one before.  One thread; some 0.1 ms a look."""

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
        smooth = _smoothed(np.frombuffer(pixels, np.uint8).reshape(height, width))
        before, self._before = self._before, smooth
        if before is None:
            return None
        change = smooth - before
        # A cloud, or the camera's own gain, lifts everything alike: that is no movement.
        change -= np.int16(np.median(change[::4, ::4]))
        moved = np.abs(change) > _NOISE
        amount = float(moved.mean())
        cells = moved.reshape(CELLS_DOWN, 8, CELLS_ACROSS, 8).sum(axis=(1, 3))
        ticked = (cells >= _LEAST_SHARE * 64).reshape(-1)
        if amount >= _FLOOD:
            ticked[:] = True
        packed = np.packbits(ticked, bitorder="little").tobytes()
        return Look(at_us, int.from_bytes(packed, "little"), min(255, round(amount * 255)))


def _smoothed(grey: NDArray[np.uint8]) -> Grey:
    """Each pixel the mean of three by three around it, at the edges of what there is."""
    wide = np.pad(grey.astype(np.int16), 1, mode="edge")
    rows = wide[:-2] + wide[1:-1] + wide[2:]
    smooth: Grey = (rows[:, :-2] + rows[:, 1:-1] + rows[:, 2:]) // 9
    return smooth
