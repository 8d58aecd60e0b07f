from __future__ import annotations

import sys

import psutil
import pytest

from console.platform.memory import give_back

_BLOCK = 64 << 10  # small enough to lie in the heap
_BLOCKS = 1000


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
