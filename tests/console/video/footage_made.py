"""Footage made on the spot: every picture tells its number, folders are as ours."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import timedelta
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any, cast

import av
import numpy as np
import pytest

from console.bench import barcode
from console.video.archive import Archive
from console.video.archive_file import INDEX_FILE
from console.video.archive_reader import ArchiveReader
from console.video.canvas import row_bytes
from console.video.footage import Footage
from console.video.footage_files import path_of
from console.video.hashing import sha256_of
from console.video.ports import Picture
from db.errors import StoreFailed
from db.footage_records import Segment, VolumeId
from db.records import CameraId, Span, StreamRole, from_us
from db.structs import replace
from tests.console.video.folder_index import FolderIndex

GATE, YARD = CameraId(7), CameraId(8)
FPS = 10
FRAME_US = 1_000_000 // FPS
BASE_US = 1_790_000_000_000_000  # picture 0 of every camera
WIDTH, HEIGHT = 160, 90


def instant(number: int) -> int:
    """When the picture of that number is shown."""
    return BASE_US + number * FRAME_US


def coded(
    number: int,
    width: int,
    height: int,
    *,
    noisy: bool = False,
    person: tuple[float, ...] = (0, 0, 0, 0),
) -> av.VideoFrame:
    """A picture with its number in it, as ``console.bench.barcode`` reads it.

    ``person`` is where it is white, in shares of it, as nothing else is below the number.
    """
    pixels = np.full((height, width), 96, np.uint8)
    pixels[height // 2 :, :: 1 + number % 7] = 140
    if noisy:
        pixels[height // 4 :] = _noise(number % 2, width, height)[height // 4 :]
    left, top, right, bottom = (
        round(at * of) for at, of in zip(person, (width, height) * 2, strict=True)
    )
    pixels[top:bottom, left:right] = 235
    block_w, block_h = width / barcode.BLOCKS_A_ROW, height / barcode.ROWS
    for block in range(barcode.BITS + 2):
        white = block == 0 or (block >= 2 and number >> (block - 2) & 1)
        left, right = round(block * block_w), round((block + 1) * block_w)
        pixels[: round(block_h), left:right] = 235 if white else 16
    whole = np.full((height * 3 // 2, width), 128, np.uint8)
    whole[:height] = pixels
    return av.VideoFrame.from_ndarray(whole, format="yuv420p")


@cache
def _noise(seed: int, width: int, height: int) -> np.ndarray:
    return np.random.default_rng(seed).integers(0, 255, (height, width), np.uint8)


@cache
def encode(
    first: int,
    count: int,
    *,
    size: tuple[int, int] = (WIDTH, HEIGHT),
    codec: str = "libx264",
    gop: int = 20,
    reorder: int = 0,
    fps: int = FPS,
    fragment_s: float = 1.0,
    noisy: bool = False,
    person: tuple[float, ...] = (0, 0, 0, 0),
) -> bytes:
    """A fragmented MP4 of the pictures ``first`` and on; what is ``noisy`` is slow to decode."""
    file = io.BytesIO()
    flags = "empty_moov+default_base_moof+negative_cts_offsets"
    if reorder:
        flags += "+frag_keyframe"
    options = {"movflags": flags, "frag_duration": str(int(fragment_s * 1_000_000))}
    with av.open(file, "w", format="mp4", options=options) as container:
        stream = cast("av.VideoStream", container.add_stream(codec, rate=fps))
        stream.width, stream.height, stream.pix_fmt = *size, "yuv420p"
        stream.time_base = stream.codec_context.time_base = Fraction(1, fps)
        stream.codec_context.gop_size = gop
        if codec == "libx264":
            stream.options = {
                "preset": "ultrafast",
                "x264-params": f"scenecut=0:bframes={reorder}:keyint={gop}:min-keyint={gop}"
                ":b-adapt=0:threads=1",
            }
        else:
            stream.options = {
                "preset": "ultrafast",
                "x265-params": f"scenecut=0:bframes={reorder}:keyint={gop}:min-keyint={gop}"
                ":log-level=none:pools=1:frame-threads=1:open-gop=1:b-adapt=0",
            }
        for number in range(count):
            frame = coded(first + number, *size, noisy=noisy, person=person)
            frame.pts = number
            frame.time_base = Fraction(1, fps)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return file.getvalue()


class Ward:
    """A volume with footage, and what finds it."""

    def __init__(self, folder: Path) -> None:
        self.volume = folder
        self.index = FolderIndex(lambda: {VolumeId(1): folder})
        self.footage = Footage(self.index)

    def path(
        self, camera: CameraId, first: int, role: StreamRole = StreamRole.SUB, ending: str = "mp4"
    ) -> Path:
        begins = from_us(instant(first))
        folder = self.volume / f"{begins:%Y%m%d}" / f"{camera:06}"
        folder.mkdir(parents=True, exist_ok=True)
        return folder / f"{camera:06}-{role}-{begins:%Y%m%dT%H%M%S.%f}Z.{ending}"

    def record(
        self,
        first: int,
        count: int,
        camera: CameraId = GATE,
        role: StreamRole = StreamRole.SUB,
        **how: Any,
    ) -> Path:
        """Write a segment of the pictures ``first`` and on."""
        path = self.path(camera, first, role)
        path.write_bytes(encode(first, count, **how))
        return path

    def keep_index(self, data: Path) -> None:
        """Write what there is into the footage index of a data folder."""
        begin = from_us(instant(0))
        whole = Span(begin - timedelta(days=1), begin + timedelta(days=2))
        archive = Archive(data / INDEX_FILE)
        with archive.batch():
            archive.set_volumes({VolumeId(1): str(self.volume)})
            for folder in sorted(self.volume.glob("*/*")):
                for each in self.index.segments(CameraId(int(folder.name)), None, whole):
                    archive.add(replace(each, sha256=sha256_of(path_of(self.volume, each))))
        archive.close()

    def lose_index(self, patch: pytest.MonkeyPatch, *cameras: CameraId) -> Callable[[], None]:
        """Of these cameras the index cannot be read, until what is returned is called."""
        whole, lost = self.index.segments, set(cameras)

        def segments(camera: CameraId, role: StreamRole | None, span: Span) -> Sequence[Segment]:
            if camera in lost:
                raise StoreFailed("the disk does not answer")
            return whole(camera, role, span)

        patch.setattr(self.index, "segments", segments)
        return lost.clear

    @contextmanager
    def kept(self, data: Path) -> Iterator[Footage]:
        """The footage as an index file in ``data`` tells it, hashes and all."""
        self.keep_index(data)
        with closing(ArchiveReader(data / INDEX_FILE)) as index:
            yield Footage(index)

    def days(self) -> Iterator[Path]:
        return self.volume.iterdir()


def number_in(frame: av.VideoFrame) -> int | None:
    """The number in a decoded picture."""
    grey = frame.reformat(format="gray")
    plane = grey.planes[0]
    where = barcode.spots(0, 0, frame.width, frame.height, stride=plane.line_size, pixel_bytes=1)
    return barcode.read(memoryview(plane), tuple(at - 1 for at in where))


def number_on(picture: Picture) -> int | None:
    """The number in a picture on a canvas."""
    assert picture.stride <= row_bytes(picture.width) + 128
    where = barcode.spots(0, 0, picture.width, picture.height, stride=picture.stride)
    return barcode.read(picture.pixels, where)
