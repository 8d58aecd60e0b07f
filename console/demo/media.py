"""Writes clips as a camera would have sent them: no B pictures, a key picture every two seconds."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Self, cast

import av
import cv2
import numpy as np
from numpy.typing import NDArray

from console.demo.rtp import Codec
from db.durable import settle

FPS = 15
GOP = 30
CODE_BITS = 10  # picture numbers up to 1023 fit the bar code
_CODE_COLUMNS, _CODE_ROWS = 16, 15  # a block is 1/16 of the width and 1/15 of the height
_WHITE, _BLACK = 235, 16

Picture = NDArray[np.uint8]  # I420: h * 3 / 2 rows of w bytes, w and h even


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """How a clip is encoded; ``preset`` as x264 and x265 call it."""

    width: int
    height: int
    kbit_s: int
    codec: Codec = Codec.H264
    preset: str = "veryfast"
    fps: int = FPS
    gop: int = GOP


QUICK = Recipe(width=320, height=180, kbit_s=200, preset="ultrafast")


class ClipWriter:
    """Encodes pictures into a file that is there whole or not at all.

    ``close`` gives the file its name; leaving the ``with`` block without it leaves nothing
    behind.  Runs on the caller's thread and takes one core.
    """

    def __init__(self, path: Path, recipe: Recipe) -> None:
        self._path = path
        self._recipe = recipe
        self._partial = path.with_name(f".{path.name}.{os.getpid()}.partial")
        self._container = av.open(str(self._partial), "w", format="mp4")
        encoder = _ENCODERS[recipe.codec]
        stream = self._container.add_stream(encoder, rate=recipe.fps)
        self._stream = cast("av.VideoStream", stream)
        self._stream.width, self._stream.height = recipe.width, recipe.height
        self._stream.pix_fmt = "yuv420p"
        self._stream.bit_rate = recipe.kbit_s * 1000
        self._stream.options = _options(recipe)
        self._stream.codec_context.thread_count = 1
        self._count = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._container.close()
        self._partial.unlink(missing_ok=True)

    def write(self, picture: Picture) -> None:
        """Encode the next picture."""
        frame = av.VideoFrame.from_ndarray(picture, format="yuv420p")
        frame.pts = self._count
        frame.time_base = Fraction(1, self._recipe.fps)
        self._container.mux(self._stream.encode(frame))
        self._count += 1

    def close(self) -> None:
        """Encode what is left and give the file its name; it is on disk then."""
        self._container.mux(self._stream.encode(None))
        self._container.close()
        settle(self._partial, self._path)


def write_clip(path: Path, pictures: Iterable[Picture], recipe: Recipe) -> None:
    """Encode all ``pictures``.  Whatever they raise passes through and leaves nothing behind."""
    with ClipWriter(path, recipe) as writer:
        for picture in pictures:
            writer.write(picture)
        writer.close()


def halved(picture: Picture) -> Picture:
    """The picture at half of its width and height, each of which is a multiple of four."""
    tall, wide = picture.shape[0] * 2 // 3, picture.shape[1]
    planes = (
        picture[:tall],
        picture[tall : tall * 5 // 4].reshape(tall // 2, wide // 2),
        picture[tall * 5 // 4 :].reshape(tall // 2, wide // 2),
    )
    small = [
        cv2.resize(plane, (plane.shape[1] // 2, plane.shape[0] // 2), interpolation=cv2.INTER_AREA)
        for plane in planes
    ]
    flat = np.concatenate([plane.ravel() for plane in small])
    return np.asarray(flat.reshape(tall * 3 // 4, wide // 2), np.uint8)


def moving(width: int, height: int, count: int, *, coded: bool = True) -> Iterator[Picture]:
    """``count`` pictures of a drifting pattern, cheap to make, with a bar code if ``coded``.

    The pattern comes back to its start after ``count`` pictures.
    """
    across = np.linspace(0, 4 * np.pi, width, dtype=np.float32)
    down = np.linspace(0, 3 * np.pi, height, dtype=np.float32)[:, None]
    for number in range(count):
        turn = 2 * np.pi * number / count
        waves = np.sin(across + turn) + np.sin(down - turn)
        picture = np.full((height * 3 // 2, width), 128, np.uint8)
        picture[:height] = (110 + 40 * waves).astype(np.uint8)
        if coded:
            write_code(picture, number)
        yield picture


def write_code(picture: Picture, number: int) -> None:
    """Burn a number in, top left: a white block, a black one, then ten bits, lowest first."""
    height = picture.shape[0] * 2 // 3
    tall, wide = height // _CODE_ROWS, picture.shape[1] // _CODE_COLUMNS
    bits = [1, 0, *((number >> bit) & 1 for bit in range(CODE_BITS))]
    for place, bit in enumerate(bits):
        block = slice(place * wide, (place + 1) * wide)
        picture[:tall, block] = _WHITE if bit else _BLACK
    chroma = picture[height:].reshape(2, height // 2, -1)
    chroma[:, : tall // 2, : wide * len(bits) // 2] = 128


def read_code(luma: NDArray[np.uint8]) -> int | None:
    """The number burnt into a picture's luma or grey plane, or None if there is no bar code."""
    tall, wide = luma.shape[0] // _CODE_ROWS, luma.shape[1] // _CODE_COLUMNS
    inner = luma[tall // 4 : tall - tall // 4, : wide * (CODE_BITS + 2)]
    levels = [
        float(inner[:, place * wide + wide // 4 : (place + 1) * wide - wide // 4].mean())
        for place in range(CODE_BITS + 2)
    ]
    white, black = levels[0], levels[1]
    if white - black < 100:
        return None
    middle = (white + black) / 2
    return sum(1 << bit for bit, level in enumerate(levels[2:]) if level > middle)


_ENCODERS = {Codec.H264: "libx264", Codec.H265: "libx265"}


def _options(recipe: Recipe) -> dict[str, object]:
    ceiling = recipe.kbit_s * 5 // 4
    if recipe.codec is Codec.H265:
        rules = (
            f"log-level=error:bframes=0:keyint={recipe.gop}:min-keyint={recipe.gop}:scenecut=0"
            f":open-gop=0:vbv-maxrate={ceiling}:vbv-bufsize={2 * recipe.kbit_s}"
            ":pools=none:frame-threads=1"
        )
        return {"preset": recipe.preset, "x265-params": rules}
    return {
        "preset": recipe.preset,
        "profile": "main",
        "coder": "cabac",  # the quickest presets would fall back to baseline
        "bf": "0",
        "g": str(recipe.gop),
        "keyint_min": str(recipe.gop),
        "sc_threshold": "0",
        "maxrate": f"{ceiling}k",
        "bufsize": f"{2 * recipe.kbit_s}k",
    }
