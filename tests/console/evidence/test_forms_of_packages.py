"""What the request allows is made, and no more: viewing copies, stills, masks."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from console.evidence.names import COVER
from db.evidence_records import (
    MaskKey,
    MaskWanted,
    PackageExtras,
    PackageForm,
    StillWanted,
)
from db.footage_records import GapCause
from db.records import CameraId, from_us
from db.store import Store
from tests.console.evidence.covers import pdf_text, squeezed
from tests.console.evidence.press import ALL, VIEWING, Press, names, told
from tests.console.evidence.test_making import SIZE, gap
from tests.console.video.footage_made import instant
from tests.console.video.test_cutter import numbers
from tests.console.video.viewing.test_making import seen
from tests.fakes import FakeClock

F = PackageForm


@pytest.fixture
def press(tmp_path: Path, store: Store, clock: FakeClock) -> Iterator[Press]:
    with closing(Press(tmp_path, store, clock)) as press:
        yield press


def test_only_viewing_copies_are_made_where_no_more_was_allowed(press: Press) -> None:
    press.record(0, 60)
    press.keep((1, 60, 100, GapCause.NETWORK))
    still = StillWanted(CameraId(1), instant(30))

    package = press.printed(
        press.line(10, 100), forms=VIEWING, extras=PackageExtras(stills=(still,))
    )

    assert {name.partition("/")[0] for name in names(package)} & {"goc", "xem", "anh"} == {"xem"}
    assert told(package).clips == ()
    assert told(package).lines[0].missing == (gap(6.0, 10.0, GapCause.NETWORK),)
    assert squeezed("Chỉ lập bản xem") in pdf_text((package / COVER).read_bytes())


def test_a_still_alone_brings_its_group_of_pictures(press: Press) -> None:
    press.record(0, 60)
    press.keep()
    there, lost = StillWanted(CameraId(1), instant(30)), StillWanted(CameraId(1), instant(90))

    package = press.printed(
        press.line(10, 100),
        forms={F.STILLS},
        extras=PackageExtras(stills=(there, lost)),
    )

    (clip,) = told(package).clips
    assert numbers(package / clip.path) == list(range(20, 40))
    (still,) = told(package).stills
    assert (still.of, still.frame, still.at) == (clip.path, 10, from_us(instant(30)))
    assert [each.at for each in told(package).stills_missing] == [from_us(instant(90))]
    assert squeezed("Không có hình để trích ảnh") in pdf_text((package / COVER).read_bytes())


def test_masks_hide_in_viewing_copies_and_nowhere_else(press: Press) -> None:
    press.record(0, 60, size=SIZE)
    press.record(0, 60, camera=2, size=SIZE)
    press.keep()
    mask = MaskWanted(
        camera_id=CameraId(1),
        keys=(
            MaskKey(instant(10), (1234, 5000, 5005, 10_000)),
            MaskKey(instant(20), (2000, 4999, 6000, 9000)),
        ),
        end_us=instant(40),
        why="Trẻ em",
    )

    package = press.printed(
        press.line(0, 60),
        press.line(0, 60, camera=2),
        forms={F.NATIVE, F.VIEWING},
        extras=PackageExtras(masks=(mask,)),
    )

    one, other = told(package).viewing
    assert other.masks == ()
    (hidden,) = one.masks
    assert (hidden.x, hidden.y, hidden.width, hidden.height) == (123, 499, 477, 501)
    assert (hidden.keys, hidden.why, hidden.end) == (2, "Trẻ em", from_us(instant(40)))
    pictures = seen(str(package / one.path))
    assert pictures[5].picture[120:170, 60:100].max() <= 20
    assert pictures[50].picture[120:170, 60:100].max() > 90
    assert squeezed("Bản xem che 1 vùng hình") in pdf_text((package / COVER).read_bytes())


def test_who_wants_sound_gets_native_copies(press: Press) -> None:
    press.record(0, 60)
    press.keep()

    package = press.printed(press.line(0, 60), forms={F.AUDIO})

    assert [each.path.partition("/")[0] for each in told(package).clips] == ["goc"]
    assert told(package).viewing == ()


def test_stills_beyond_what_was_allowed_are_not_made(press: Press) -> None:
    press.record(0, 60)
    press.record(0, 60, camera=2)
    press.keep()
    stills = (StillWanted(CameraId(2), instant(30)), StillWanted(CameraId(1), instant(50)))

    package = press.printed(press.line(0, 40), forms=ALL, extras=PackageExtras(stills=stills))

    assert (told(package).stills, told(package).stills_missing) == ((), ())
