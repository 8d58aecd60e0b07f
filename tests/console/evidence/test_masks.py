"""What the engine is told of masks is what officers drew, of that camera and of no other."""

from __future__ import annotations

from console.evidence.masks import orders_of
from console.video.evidence_orders import Mask, MaskAt
from db.evidence_records import MaskKey, MaskWanted
from db.records import CameraId

GATE, MARKET = CameraId(1), CameraId(2)
FACE = MaskWanted(
    camera_id=GATE,
    keys=(MaskKey(1_000_000, (0, 2_500, 5_000, 10_000)), MaskKey(2_000_000, (0, 0, 1, 10_000))),
    start_us=500_000,
    end_us=3_000_000,
    why="Người đi đường",
)
PLATE = MaskWanted(camera_id=GATE, keys=(MaskKey(0, (0, 0, 10_000, 0, 5_000, 7_500)),))
STALL = MaskWanted(camera_id=MARKET, keys=(MaskKey(0, (0, 0, 10, 10)),))


def test_the_engine_is_told_shares_of_the_picture_and_the_same_instants() -> None:
    assert orders_of((FACE, STALL, PLATE), GATE) == (
        Mask(
            (
                MaskAt(1_000_000, (0.0, 0.25, 0.5, 1.0)),
                MaskAt(2_000_000, (0.0, 0.0, 0.0001, 1.0)),
            ),
            start_us=500_000,
            end_us=3_000_000,
        ),
        Mask((MaskAt(0, (0.0, 0.0, 1.0, 0.0, 0.5, 0.75)),)),
    )


def test_a_camera_without_masks_has_none() -> None:
    assert orders_of((FACE, PLATE), MARKET) == ()
