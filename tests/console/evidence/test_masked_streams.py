"""What is drawn on a picture of the editor hides in a package what it was drawn on."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import av
import numpy as np
import pytest
from PIL import Image

from console.evidence.peeks import Peeks
from console.evidence.request_door import RequestDoor
from console.footage import Footage
from console.workers import Stop
from db.evidence_records import MaskKey, MaskWanted, PackageExtras
from db.records import CameraId, StreamRole
from db.store import Store
from tests.console.evidence.press import VIEWING, Press, told
from tests.console.video.footage_made import instant
from tests.fakes import FakeClock

MAIN, SUB = StreamRole.MAIN, StreamRole.SUB
GATE = CameraId(1)
WHITE = 185
# Of the same street: the narrow stream shows the middle of the wide one.
SIZES = {MAIN: (640, 360), SUB: (176, 144)}
PERSONS = {MAIN: (0.55, 0.5, 0.62, 0.8), SUB: (0.58, 0.5, 0.7, 0.8)}


@pytest.fixture
def press(tmp_path: Path, store: Store, clock: FakeClock) -> Iterator[Press]:
    with closing(Press(tmp_path, store, clock)) as press:
        yield press


def peeks(press: Press) -> Peeks:
    """As the editor has them, over real footage."""
    door = RequestDoor(press.store, press.gate, press.clock)
    footage = Footage(press.store, press.footage_index, press.gate, press.audit, press.clock)
    return Peeks(press.folder, door, footage, press.hands)


def white_in(picture: np.ndarray) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of what is white below the number."""
    below = picture.shape[0] // 4
    rows, columns = np.nonzero(picture[below:] > WHITE)
    return columns.min(), rows.min() + below, columns.max() + 1, rows.max() + below + 1


@pytest.mark.parametrize(
    ("wanted", "recorded", "copied"),
    [
        (SUB, (MAIN, SUB), SUB),
        (MAIN, (MAIN, SUB), MAIN),
        (MAIN, (SUB,), SUB),
        (SUB, (MAIN,), MAIN),
    ],
    ids=["sub", "main", "sub-for-main", "main-for-sub"],
)
def test_who_was_masked_in_the_editor_is_in_no_picture_of_the_copy(
    press: Press, wanted: StreamRole, recorded: tuple[StreamRole, ...], copied: StreamRole
) -> None:
    for role in recorded:
        press.record(0, 60, role=role, size=SIZES[role], person=PERSONS[role])
    press.keep()
    line = press.line(5, 55, role=wanted)
    peek = peeks(press).picture(line, instant(20), stop=Stop())
    picture = np.asarray(Image.open(io.BytesIO(peek.picture)).convert("L"))
    x0, y0, x1, y1 = white_in(picture)
    numbers = (
        *((x0 - 1) * 10_000 // peek.width, (y0 - 1) * 10_000 // peek.height),
        *(-(-(x1 + 1) * 10_000 // peek.width), -(-(y1 + 1) * 10_000 // peek.height)),
    )
    mask = MaskWanted(camera_id=GATE, keys=(MaskKey(peek.shown_us, tuple(map(int, numbers))),))

    package = press.printed(line, forms=VIEWING, extras=PackageExtras(masks=(mask,)))

    [viewing] = told(package).viewing
    width, height = SIZES[copied]
    assert (viewing.stream, peek.width, peek.height) == (copied, width, height)
    with av.open(str(package / viewing.path)) as container:
        frames = [frame.to_ndarray()[:height, :width] for frame in container.decode(video=0)]
    assert len(frames) == 50
    for number, frame in enumerate(frames):
        assert frame[height // 4 :].max() < WHITE, f"picture {number} shows who was masked"
        assert (frame[height // 4 :] > 60).mean() > 0.8  # and little else is hidden
