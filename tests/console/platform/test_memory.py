from __future__ import annotations

import subprocess
import sys

import psutil
import pytest

from console.platform.memory import give_back

_BLOCK = 64 << 10  # small enough to lie in the heap
_BLOCKS = 1000
_PICTURES = """
import psutil
from console.platform.memory import map_large
{before}
bytearray(2 << 20)  # comes and goes: from now on the C library would keep such blocks
pictures, stay = [], []
for _ in range(50):
    pictures.append(bytearray(b"x" * (1 << 20)))
    stay.append(bytearray(b"x" * (64 << 10)))
held = psutil.Process().memory_info().rss
pictures.clear()
print((held - psutil.Process().memory_info().rss) >> 20)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do it by themselves")
def test_what_was_freed_between_blocks_that_stay_is_given_back() -> None:
    blocks = [bytearray(b"\1" * _BLOCK) for _ in range(_BLOCKS)]
    stay = blocks[:: _BLOCKS // 10]
    held = psutil.Process().memory_info().rss
    blocks = []

    give_back()

    given = held - psutil.Process().memory_info().rss
    assert given > _BLOCK * _BLOCKS // 2
    assert len(stay) == 10


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do it by themselves")
@pytest.mark.parametrize(("before", "most", "least"), [("map_large()", 60, 45), ("", 20, 0)])
def test_pictures_are_the_systems_again_as_soon_as_they_are_freed(
    before: str, most: int, least: int
) -> None:
    words = [sys.executable, "-c", _PICTURES.format(before=before)]

    told = subprocess.run(words, capture_output=True, text=True, check=True, timeout=60)

    assert least <= int(told.stdout) <= most
