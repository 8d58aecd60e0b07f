"""What a picture on a canvas shows."""

from __future__ import annotations

import numpy as np

from console.video.ports import Picture


def grey(picture: Picture) -> np.ndarray:
    """The green of each pixel, row by row."""
    rows = np.frombuffer(picture.pixels, np.uint8).reshape(picture.height, picture.stride)
    return rows[:, : picture.width * 4].reshape(picture.height, picture.width, 4)[:, :, 1].copy()
