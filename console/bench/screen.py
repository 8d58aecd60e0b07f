"""A screen that nobody sees, and what is on it: Xvfb, its pixels read from shared memory.

Xvfb keeps its screen in a file (``-fbdir``, in the format of xwd).  Reading that costs next to
nothing, where a grab through X would cost the machine more than the wall that is measured.
"""

from __future__ import annotations

import contextlib
import mmap
import os
import struct
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from console.bench.tools import BenchFailed, ended, in_memory, need

WIDTH, HEIGHT = 1920, 1080
_FIELDS = struct.Struct(">25I")  # the head of an xwd file, whatever the machine's byte order
_COLOUR_BYTES = 12
_PIXEL_BYTES = 4


@dataclass(frozen=True, slots=True)
class Shape:
    """How pixels lie in the file: the first at ``offset``, ``stride`` bytes a row."""

    width: int
    height: int
    stride: int
    offset: int


def shape_of(head: bytes) -> Shape:
    """Read the head of an xwd file.

    Raises:
        ValueError: not xwd of version 7, or not 32 bits a pixel.
    """
    if len(head) < _FIELDS.size:
        raise ValueError("the head of the screen's file is too short")
    field = _FIELDS.unpack_from(head)
    size, version, width, height = field[0], field[1], field[4], field[5]
    bits, stride, colours = field[11], field[12], field[19]
    if version != 7 or bits != 8 * _PIXEL_BYTES:
        raise ValueError("the screen's file is not one that we can read")
    return Shape(width, height, stride, size + colours * _COLOUR_BYTES)


@dataclass(frozen=True, slots=True)
class Screen:
    """An X screen.  ``pixels`` is live: B, G, R, X each, rows ``shape.stride`` bytes apart."""

    display: str
    pixels: memoryview
    shape: Shape
    pid: int  # the X server's

    def lit(self, step: int = 40) -> float:
        """The share (0 to 1) of the screen, seen at every ``step``-th pixel, that is not black."""
        places = [
            y * self.shape.stride + x * _PIXEL_BYTES
            for y in range(step // 2, self.shape.height, step)
            for x in range(step // 2, self.shape.width, step)
        ]
        lit = sum(any(self.pixels[at : at + _PIXEL_BYTES - 1]) for at in places)
        return lit / len(places)


@contextlib.contextmanager
def screen() -> Iterator[Screen]:
    """A new 1920×1080 screen on a free display number; it ends with the block.

    Raises:
        MissingTools: Xvfb is not installed.
        BenchFailed: it does not start.
    """
    need("Xvfb")
    with in_memory() as home:  # else the pixels would be written to a disk all the time
        server, number = _start(home)
        with ended(server):
            if not number:
                raise BenchFailed("Xvfb did not start")
            with _mapped(home / "Xvfb_screen0") as (pixels, shape):
                yield Screen(f":{number}", pixels, shape, server.pid)


def _start(home: Path) -> tuple[subprocess.Popen[bytes], str]:
    """Start Xvfb; it says its display number when it is ready, nothing if it cannot start."""
    listen, tell = os.pipe()
    command = ["Xvfb", "-displayfd", str(tell), "-screen", "0", f"{WIDTH}x{HEIGHT}x24"]
    command += ["-nolisten", "tcp", "-noreset", "-fbdir", str(home)]
    # A session of its own, as X has on a PC: Linux shares the processors out by session, and in
    # the bench's it would wait for whatever else the terminal runs.
    server = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        pass_fds=[tell],
        start_new_session=True,
    )
    os.close(tell)
    with os.fdopen(listen, encoding="ascii") as line:
        return server, line.readline().strip()


@contextlib.contextmanager
def _mapped(path: Path) -> Iterator[tuple[memoryview, Shape]]:
    with path.open("rb") as file:
        memory = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    with memory:
        shape = shape_of(memory[: _FIELDS.size])
        with memoryview(memory) as whole, whole[shape.offset :] as pixels:
            yield pixels, shape
