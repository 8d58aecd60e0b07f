"""What officers may choose of a package: stills, masks, words on paper."""

from __future__ import annotations

import pytest

from console.errors import FieldRefused
from console.evidence.choosing import MOST_STILLS, MOST_WITNESSES, checked_extras
from db.evidence_records import MaskKey, MaskWanted, PackageExtras, StillWanted
from db.records import CameraId
from db.structs import replace

GATE = CameraId(3)
DOOR = MaskWanted(camera_id=GATE, keys=(MaskKey(0, (0, 0, 5_000, 5_000)),), why=" cửa nhà ")


def test_each_still_is_kept_once_in_order_and_words_are_trimmed() -> None:
    twice = PackageExtras(
        stills=(StillWanted(GATE, 2), StillWanted(GATE, 1), StillWanted(GATE, 2)),
        masks=(DOOR,),
        medium=" USB Kingston ",
        witnesses=2,
    )

    kept = checked_extras(twice)

    assert kept.stills == (StillWanted(GATE, 1), StillWanted(GATE, 2))
    assert kept.masks == (replace(DOOR, why="cửa nhà"),)
    assert kept.medium == "USB Kingston"


@pytest.mark.parametrize(
    "shape",
    [
        (),
        (0, 0, 5_000),
        (5_000, 0, 5_000, 9_000),  # no width
        (0, 9_000, 5_000, 1_000),  # inside out
        (0, 0, 10_001, 5_000),
        (-1, 0, 5_000, 5_000),
        (0, 0, 1, 1, 2, 2, 3),
    ],
)
def test_a_mask_that_is_no_area_of_the_picture_is_refused(shape: tuple[int, ...]) -> None:
    mask = MaskWanted(camera_id=GATE, keys=(MaskKey(0, shape),))

    with pytest.raises(FieldRefused) as refused:
        checked_extras(PackageExtras(masks=(mask,)))

    assert refused.value.field == "masks"


@pytest.mark.parametrize(
    "mask",
    [
        MaskWanted(camera_id=GATE, keys=()),
        replace(DOOR, keys=DOOR.keys * 2),  # at two places at once
        replace(DOOR, keys=(*DOOR.keys, MaskKey(9, (0, 0, 9, 0, 9, 9)))),  # changes its corners
        replace(DOOR, start_us=10, end_us=10),
    ],
)
def test_a_mask_that_moves_impossibly_is_refused(mask: MaskWanted) -> None:
    with pytest.raises(FieldRefused):
        checked_extras(PackageExtras(masks=(mask,)))


def test_neither_too_many_stills_nor_witnesses_are_taken() -> None:
    many = tuple(StillWanted(GATE, at) for at in range(MOST_STILLS + 1))

    with pytest.raises(FieldRefused) as stills:
        checked_extras(PackageExtras(stills=many))
    with pytest.raises(FieldRefused) as witnesses:
        checked_extras(PackageExtras(witnesses=MOST_WITNESSES + 1))

    assert (stills.value.field, witnesses.value.field) == ("stills", "witnesses")
