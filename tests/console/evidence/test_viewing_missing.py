"""What a viewing copy lacks beside its native one is told: manifest, cover, the store."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from console.evidence.names import COVER
from console.video.film import Film
from db.evidence_records import Missing, Package, PackageForm
from db.footage_records import GapCause
from db.records import CameraId, Span, StreamRole, from_us
from db.store import Store
from tests.console.evidence.covers import pdf_text, squeezed
from tests.console.evidence.press import Press, is_sound, told
from tests.console.evidence.test_making import gap
from tests.console.video.footage_made import instant
from tests.fakes import FakeClock

BOTH = frozenset({PackageForm.NATIVE, PackageForm.VIEWING})
ONE = CameraId(1)


@pytest.fixture
def press(tmp_path: Path, store: Store, clock: FakeClock) -> Iterator[Press]:
    with closing(Press(tmp_path, store, clock)) as press:
        yield press


def damaged(press: Press, pictures: Iterable[int], first: int = 0, **how: Any) -> None:
    """A file of 60 pictures, a key picture every 20; of some nothing can be decoded."""
    path = press.record(first, 60, **how)
    film = Film(str(path), ONE, StreamRole.SUB, instant(first))
    content = bytearray(path.read_bytes())
    for row in [film.rows[picture - first] for picture in pictures]:
        content[row.offset : row.offset + row.size] = b"\xff" * row.size
    path.write_bytes(content)


def made(press: Press, last: int, **how: Any) -> Package:
    press.keep()
    press.queued(press.line(0, last), **{"forms": BOTH, **how})
    package = press.make()
    assert is_sound(press.folder_of(package))
    return package


def unseen(package: Package) -> tuple[Missing, ...]:
    assert package.made is not None
    assert package.made.missing == ()
    return package.made.viewing_missing


def lack(first: int, last: int) -> Missing:
    return Missing(ONE, Span(from_us(instant(first)), from_us(instant(last))), GapCause.MISSING)


def cover(press: Press, package: Package) -> str:
    return pdf_text((press.folder_of(package) / COVER).read_bytes())


def test_what_cannot_be_decoded_lacks_in_the_viewing_copy_alone(press: Press) -> None:
    damaged(press, (25, 26))

    package = made(press, 60)

    (line,) = told(press.folder_of(package)).lines
    assert (line.missing, line.viewing_missing) == ((), (gap(2.5, 4.0, GapCause.MISSING),))
    assert unseen(package) == (lack(25, 40),)
    assert squeezed("Bản xem thiếu thêm 1 đoạn không đọc hoặc") in cover(press, package)
    assert squeezed("Không thiếu đoạn hình nào") in cover(press, package)


def test_a_viewing_copy_that_could_not_be_made_at_all_is_told(press: Press) -> None:
    damaged(press, range(60))

    package = made(press, 60)

    manifest = told(press.folder_of(package))
    assert (len(manifest.clips), manifest.viewing) == (1, ())
    assert manifest.lines[0].viewing_missing == (gap(0.0, 6.0, GapCause.MISSING),)
    assert unseen(package) == (lack(0, 60),)
    assert squeezed("Bản xem thiếu thêm 1 đoạn") in cover(press, package)


def test_a_gap_of_both_is_told_once(press: Press) -> None:
    damaged(press, (25, 26))
    press.record(100, 20)
    press.keep((1, 60, 100, GapCause.NETWORK))

    press.queued(press.line(0, 120), forms=BOTH)
    package = press.make()

    (line,) = told(press.folder_of(package)).lines
    assert line.missing == (gap(6.0, 10.0, GapCause.NETWORK),)
    assert line.viewing_missing == (gap(2.5, 4.0, GapCause.MISSING),)


def test_less_than_a_second_that_cannot_be_decoded_stands_on_the_cover(press: Press) -> None:
    damaged(press, (35,))

    package = made(press, 60)

    (viewing,) = told(press.folder_of(package)).viewing
    assert viewing.gaps == (gap(3.5, 4.0, GapCause.MISSING),)
    assert unseen(package) == ()
    assert squeezed("Bản xem thiếu 1 chỗ ngắn hơn 1 giây") in cover(press, package)


def test_where_only_viewing_copies_are_allowed_that_is_what_lacks(press: Press) -> None:
    damaged(press, (25, 26))

    package = made(press, 60, forms={PackageForm.VIEWING})

    assert package.made is not None
    assert (package.made.missing, package.made.viewing_missing) == ((lack(25, 40),), ())


@pytest.mark.parametrize("whole", [True, False])
def test_of_h265_the_viewing_copy_is_recommended_but_for_what_it_lacks(
    press: Press, whole: bool
) -> None:
    damaged(press, () if whole else (25, 26), codec="hevc")

    package = made(press, 60)

    but = squeezed("dùng bản xem trong xem/, trừ các đoạn bản xem thiếu")
    assert squeezed("dùng bản xem trong xem/") in cover(press, package)
    assert (but in cover(press, package)) is not whole
