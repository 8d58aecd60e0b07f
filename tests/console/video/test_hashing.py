"""SHA-256 of what comes in pages that are used again."""

from __future__ import annotations

import hashlib
import random
from contextlib import closing

import pytest

from console.video.hashing import Hashing, Pages


@pytest.mark.parametrize("seed", range(8))
def test_a_page_is_good_while_the_next_one_is_filled(seed: int) -> None:
    chance = random.Random(seed)
    parts = [chance.randbytes(chance.choice((1, 900, 70_000, 300_000))) for _ in range(60)]

    with closing(Hashing()) as hashing:
        pages = Pages(hashing)
        before, was = memoryview(b""), b""
        for part in parts:
            page = pages.page(len(part))
            page[:] = part
            assert before == was
            hashing.take(page)
            before, was = page, part
        found = hashing.end()

    assert found == hashlib.sha256(b"".join(parts)).digest()
