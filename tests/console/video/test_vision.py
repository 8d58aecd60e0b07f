from __future__ import annotations

import numpy as np
import pytest

from console.video.looks import Area
from console.video.vision import PICTURE, ChangeMap
from db.footage_records import CELLS

WIDTH, HEIGHT = PICTURE
SECOND_US = 1_000_000


def street(seed: int = 1, lift: int = 0) -> np.ndarray:
    """A still street with a camera's noise on it, new each time by ``seed``."""
    scene = np.linspace(60, 150, WIDTH * HEIGHT).reshape(HEIGHT, WIDTH)
    noise = np.random.default_rng(seed).normal(0, 3, scene.shape)
    return np.clip(scene + noise + lift, 0, 255).astype(np.uint8)


def with_motorbike(picture: np.ndarray, left: int, top: int) -> np.ndarray:
    picture = picture.copy()
    picture[top : top + 5, left : left + 7] = 20
    return picture


def test_the_first_picture_has_nothing_to_be_compared_with() -> None:
    assert ChangeMap().look(street().tobytes(), 0) is None


def test_noise_is_no_movement() -> None:
    seen = ChangeMap()
    seen.look(street(1).tobytes(), 0)

    look = seen.look(street(2).tobytes(), SECOND_US)

    assert look is not None
    assert (look.cells, look.amount) == (0, 0)


def test_a_motorbike_that_is_gone_ticks_its_cells_and_no_other() -> None:
    seen = ChangeMap()
    seen.look(with_motorbike(street(1), 40, 32).tobytes(), 0)

    look = seen.look(street(2).tobytes(), SECOND_US)

    assert look is not None
    assert look.at_us == SECOND_US
    around = Area(36 / WIDTH, 28 / HEIGHT, 52 / WIDTH, 42 / HEIGHT).cells
    assert look.cells & around
    assert not look.cells & ~around
    assert look.amount > 0


def test_a_cloud_is_no_movement() -> None:
    seen = ChangeMap()
    seen.look(street(1).tobytes(), 0)

    look = seen.look(street(2, lift=40).tobytes(), SECOND_US)

    assert look is not None
    assert look.cells == 0


def test_another_scene_changes_everywhere() -> None:
    seen = ChangeMap()
    seen.look(street(1).tobytes(), 0)

    look = seen.look(np.rot90(255 - street(2), 2).copy().tobytes()[::-1], SECOND_US)

    assert look is not None
    assert look.cells.bit_count() > CELLS // 2


def test_a_picture_of_another_size_is_refused() -> None:
    with pytest.raises(ValueError, match="reshape"):
        ChangeMap().look(b"\0" * 10, 0)
