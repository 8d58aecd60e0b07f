"""The canvas: how pictures lie in shared memory, and how none is ever torn.

A canvas is one block.  It begins with a head of 16 eight-byte words a slot; two buffers a
slot follow, each with room for ``height`` rows of ``row_bytes(width)``.  The painter of a slot
(one worker process) fills the buffer that is not newest, and counts:

====  =========================================================
word  meaning
====  =========================================================
0     begun: pictures that the painter started to write
1     done: pictures that are wholly written; the newest lies in buffer ``done % 2``
2     decoded: pictures decoded for this slot, painted or not
4-7   buffer 0: width, height (pixels), stride (bytes), arrival (microseconds, monotonic)
8-11  buffer 1: the same
====  =========================================================

The reader notes ``done``, paints, and looks at ``begun`` again: if the painter has started the
picture after next, it was writing into the buffer just read, and the reader paints once more.
That is a sequence lock; it needs stores to be seen in order, which x86 gives.
Words are written whole (``memoryview.cast``).
"""

from __future__ import annotations

from collections.abc import Sequence

from console.platform.blocks import Block
from console.video.ports import Picture, Place
from db.structs import Frozen

HEAD_WORDS = 16
_WORD = 8
_BEGUN, _DONE, _DECODED = 0, 1, 2
_BUFFER_HEAD = (4, 8)
_PIXEL = 4
_ROW_ALIGNMENT = 128  # bytes; the scaler pads rows up to this, so that a picture is one copy
MAX_SLOTS = 256
MAX_SIDE = 8192  # pixels; nobody has a larger tile


class Region(Frozen):
    """Where one slot's pictures may lie in the block: two buffers from ``offset`` on."""

    slot: int
    width: int
    height: int
    offset: int  # bytes from the start of the block

    @property
    def buffer_bytes(self) -> int:
        """Size of one of the two buffers."""
        return row_bytes(self.width) * self.height


def row_bytes(width: int) -> int:
    """The longest row, padding included, of a picture ``width`` pixels wide."""
    return -(-width * _PIXEL // _ROW_ALIGNMENT) * _ROW_ALIGNMENT


def plan(places: Sequence[Place]) -> tuple[list[Region], int]:
    """Regions for ``places``, and the size of the block in bytes.

    Raises:
        ValueError: more slots or larger tiles than a canvas has.
    """
    if len(places) > MAX_SLOTS:
        raise ValueError(f"a canvas has at most {MAX_SLOTS} slots")
    offset = (max((place.slot for place in places), default=-1) + 1) * HEAD_WORDS * _WORD
    regions = []
    for place in places:
        if not (
            0 <= place.slot < MAX_SLOTS
            and 0 < place.width <= MAX_SIDE
            and 0 < place.height <= MAX_SIDE
        ):
            raise ValueError(f"no such place on a canvas: {place}")
        region = Region(place.slot, place.width, place.height, offset)
        offset += 2 * region.buffer_bytes
        regions.append(region)
    return regions, max(offset, HEAD_WORDS * _WORD)


class SlotPainter:
    """A worker's end of one slot."""

    def __init__(self, block: Block, region: Region) -> None:
        first = region.slot * HEAD_WORDS * _WORD
        if (
            region.offset + 2 * region.buffer_bytes > block.size
            or first + HEAD_WORDS * _WORD > block.size
        ):
            raise ValueError("the region lies outside its block")
        self.width = region.width
        self.height = region.height
        self._words = block.view[first : first + HEAD_WORDS * _WORD].cast("q")
        # A painter before us may have died half-way: its picture counts as never begun.
        self._words[_BEGUN] = self._words[_DONE]
        size = region.buffer_bytes
        start = region.offset
        self._buffers = (
            block.view[start : start + size],
            block.view[start + size : start + 2 * size],
        )

    def paint(self, pixels: memoryview, size: tuple[int, int], stride: int, at_s: float) -> None:
        """Make a picture the newest one.

        Args:
            pixels: Rows of B, G, R, X, each ``stride`` bytes, at least ``height`` of them.
            size: Width and height in pixels, within the region's.
            stride: Bytes a row, at most ``row_bytes`` of the region's width.
            at_s: When its last packet arrived, on ``Clock.monotonic_s``.

        """
        width, height = size
        words = self._words
        begun = words[_BEGUN] + 1
        words[_BEGUN] = begun
        length = stride * height
        self._buffers[begun % 2][:length] = pixels[:length]
        head = _BUFFER_HEAD[begun % 2]
        words[head] = width
        words[head + 1] = height
        words[head + 2] = stride
        words[head + 3] = int(at_s * 1_000_000)
        words[_DONE] = begun

    def count(self) -> None:
        """One more picture was decoded."""
        self._words[_DECODED] += 1

    def release(self) -> None:
        """Let go of the block's memory."""
        self._words.release()
        for buffer in self._buffers:
            buffer.release()


class SlotReader:
    """The window's end of one slot."""

    def __init__(self, block: Block, region: Region) -> None:
        first = region.slot * HEAD_WORDS * _WORD
        self._words = block.view[first : first + HEAD_WORDS * _WORD].cast("q")
        self._region = region
        self._block = block
        self._seen = 0

    def changed(self) -> bool:
        """Whether a picture came since this was asked last."""
        done = self._words[_DONE]
        if done == self._seen:
            return False
        self._seen = done
        return True

    def picture(self) -> Picture | None:
        """The newest picture, or None.  What a broken worker wrote there is not trusted."""
        done = self._words[_DONE]
        if done <= 0:
            return None
        head = _BUFFER_HEAD[done % 2]
        width, height, stride, at_us = self._words[head : head + 4].tolist()
        region = self._region
        if not (
            0 < width <= region.width
            and 0 < height <= region.height
            and width * _PIXEL <= stride <= row_bytes(region.width)
        ):
            return None
        start = region.offset + (done % 2) * region.buffer_bytes
        pixels = self._block.view[start : start + stride * height]
        return Picture(pixels, width, height, stride, at_us / 1_000_000, done)

    def intact(self, picture: Picture) -> bool:
        """Whether nobody wrote into ``picture`` up to now."""
        return self._words[_BEGUN] <= picture.ticket + 1

    def decoded(self) -> int:
        """How many pictures were decoded for this slot."""
        return self._words[_DECODED]

    def release(self) -> None:
        """Let go of the block's memory."""
        self._words.release()
