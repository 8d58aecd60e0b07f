from __future__ import annotations

import pytest

from console.platform.blocks import Block
from console.video.canvas import MAX_SLOTS, SlotPainter, SlotReader, plan, row_bytes
from console.video.ports import Place
from db.records import CameraId

BLUE, GREEN, RED = bytes([255, 0, 0, 0]), bytes([0, 255, 0, 0]), bytes([0, 0, 255, 0])


def place(slot: int, width: int = 4, height: int = 2) -> Place:
    return Place(slot, CameraId(slot + 1), width, height)


def painted(colour: bytes, width: int = 4, height: int = 2) -> memoryview:
    return memoryview(colour * (width * height))


def make(*places: Place) -> tuple[Block, list[SlotPainter], list[SlotReader]]:
    regions, size = plan(places)
    block = Block.create(size)
    return (
        block,
        [SlotPainter(block, region) for region in regions],
        [SlotReader(block, region) for region in regions],
    )


def test_a_slot_is_empty_until_its_first_picture() -> None:
    _, [painter], [reader] = make(place(0))

    assert reader.picture() is None
    assert not reader.changed()

    painter.paint(painted(RED), (4, 2), 16, at_s=12.5)

    assert reader.changed()
    picture = reader.picture()
    assert picture is not None
    assert (picture.width, picture.height, picture.stride, picture.at_s) == (4, 2, 16, 12.5)
    assert bytes(picture.pixels) == RED * 8


def test_a_change_is_told_once() -> None:
    _, [painter], [reader] = make(place(0))
    painter.paint(painted(RED), (4, 2), 16, 0.0)

    assert [reader.changed(), reader.changed()] == [True, False]


def test_slots_do_not_touch_each_other() -> None:
    _, painters, readers = make(place(0), place(1), place(2, 8, 8))

    for painter, colour in zip(painters, (RED, GREEN, BLUE), strict=True):
        painter.paint(
            painted(colour, painter.width, painter.height),
            (painter.width, painter.height),
            painter.width * 4,
            0.0,
        )

    pictures = [reader.picture() for reader in readers]
    assert [bytes(p.pixels[:4]) for p in pictures if p is not None] == [RED, GREEN, BLUE]
    assert all(len(set(bytes(p.pixels))) == 2 for p in pictures if p is not None)


def test_the_picture_being_painted_survives_the_next_one() -> None:
    _, [painter], [reader] = make(place(0))
    painter.paint(painted(RED), (4, 2), 16, 0.0)
    picture = reader.picture()
    assert picture is not None

    painter.paint(painted(GREEN), (4, 2), 16, 0.1)

    assert bytes(picture.pixels) == RED * 8
    assert reader.intact(picture)


def test_a_picture_overwritten_while_it_was_read_is_told_as_torn() -> None:
    _, [painter], [reader] = make(place(0))
    painter.paint(painted(RED), (4, 2), 16, 0.0)
    picture = reader.picture()
    assert picture is not None

    painter.paint(painted(GREEN), (4, 2), 16, 0.1)
    painter.paint(painted(BLUE), (4, 2), 16, 0.2)

    assert not reader.intact(picture)


def test_a_painter_that_died_half_way_leaves_the_last_whole_picture() -> None:
    block, [painter], [reader] = make(place(0))
    painter.paint(painted(RED), (4, 2), 16, 0.0)
    painter._words[0] += 1  # it began the next one, and was killed
    [region], _ = plan([place(0)])

    after = SlotPainter(block, region)
    after.paint(painted(GREEN), (4, 2), 16, 0.1)

    picture = reader.picture()
    assert picture is not None
    assert bytes(picture.pixels) == GREEN * 8
    assert reader.intact(picture)


def test_rows_may_be_padded_as_the_scaler_pads_them() -> None:
    _, [painter], [reader] = make(place(0, 5, 2))
    row = RED * 5 + bytes(row_bytes(5) - 20)

    painter.paint(memoryview(row * 2), (5, 2), row_bytes(5), 0.0)

    picture = reader.picture()
    assert picture is not None
    assert picture.stride == row_bytes(5)
    assert bytes(picture.pixels[picture.stride : picture.stride + 20]) == RED * 5


@pytest.mark.parametrize(
    ("width", "height", "stride"),
    [(5, 2, 20), (4, 3, 16), (0, 2, 16), (4, -1, 16), (4, 2, 15), (4, 2, 1 << 40)],
)
def test_what_a_broken_worker_writes_is_not_believed(width: int, height: int, stride: int) -> None:
    _, [painter], [reader] = make(place(0))
    painter.paint(painted(RED), (4, 2), 16, 0.0)

    painter._words[8:11] = memoryview(
        b"".join(n.to_bytes(8, "little", signed=True) for n in (width, height, stride))
    ).cast("q")

    assert reader.picture() is None


def test_decoded_pictures_are_counted_apart_from_painted_ones() -> None:
    _, [painter], [reader] = make(place(0))

    painter.count()
    painter.count()

    assert reader.decoded() == 2
    assert not reader.changed()


@pytest.mark.parametrize("wrong", [place(-1), place(MAX_SLOTS), place(0, 0, 4), place(0, 4, 9000)])
def test_impossible_places_are_refused(wrong: Place) -> None:
    with pytest.raises(ValueError, match="no such place"):
        plan([wrong])


def test_a_region_outside_its_block_is_refused() -> None:
    [region], size = plan([place(0, 64, 64)])
    block = Block.create(size - 1)

    with pytest.raises(ValueError, match="outside"):
        SlotPainter(block, region)
