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

    with closing(Hashing()) as one, closing(Hashing()) as other:
        pages = Pages(one, other)
        before, was = memoryview(b""), b""
        for number, part in enumerate(parts):
            page = pages.page(len(part))
            page[:] = part
            assert before == was
            one.take(page)
            if number % 2:
                other.take(page)
            before, was = page, part
        found = one.end(), other.end()

    assert found[0] == hashlib.sha256(b"".join(parts)).digest()
    assert found[1] == hashlib.sha256(b"".join(parts[1::2])).digest()


def test_what_comes_after_the_end_is_hashed_anew() -> None:
    with closing(Hashing()) as hashing:
        hashing.take(b"one" * 50_000)
        hashing.take(b"small")
        first = hashing.end()
        hashing.take(b"two")

        assert hashing.end() == hashlib.sha256(b"two").digest()
    assert first == hashlib.sha256(b"one" * 50_000 + b"small").digest()
