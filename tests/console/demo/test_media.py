from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import av
import numpy as np
import pytest

from console.demo.media import QUICK, Picture, halved, moving, read_code, write_clip, write_code
from console.errors import Cancelled


@pytest.mark.parametrize("number", [0, 1, 682, 1023])
def test_a_number_is_read_back_from_its_bar_code(number: int) -> None:
    picture = next(moving(320, 180, 2, coded=False))
    write_code(picture, number)

    assert read_code(picture[:180]) == number


def test_a_picture_without_a_bar_code_has_no_number() -> None:
    picture = next(moving(320, 180, 2, coded=False))

    assert read_code(picture[:180]) is None


def test_numbers_survive_encoding(tmp_path: Path) -> None:
    write_clip(tmp_path / "a.mp4", moving(320, 180, 20), QUICK)

    with av.open(str(tmp_path / "a.mp4")) as container:
        pictures = [
            np.asarray(frame.to_ndarray(format="gray"), np.uint8)
            for frame in container.decode(video=0)
        ]
    assert [read_code(picture) for picture in pictures] == list(range(20))


def test_a_clip_that_is_given_up_leaves_nothing_behind(tmp_path: Path) -> None:
    def broken() -> Iterator[Picture]:
        yield from moving(320, 180, 5)
        raise Cancelled

    with pytest.raises(Cancelled):
        write_clip(tmp_path / "a.mp4", broken(), QUICK)

    assert list(tmp_path.iterdir()) == []


def test_a_halved_picture_keeps_its_colours() -> None:
    picture = np.zeros((540, 640), np.uint8)
    picture[:360], picture[360:450], picture[450:] = 100, 90, 200

    small = halved(picture)

    assert small.shape == (270, 320)
    assert [int(part.mean()) for part in np.split(small, (180, 225))] == [100, 90, 200]
