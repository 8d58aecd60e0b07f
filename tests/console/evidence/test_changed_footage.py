"""A recorded file that somebody changed in place: a package leaves it out and says so."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from console.evidence.manifest import ChangedFile
from console.evidence.names import COVER
from console.evidence.paper_words import CAUSES
from console.video.footage import Footage
from db.evidence_records import PackageForm
from db.footage_records import GapCause
from db.records import from_us
from db.store import Store
from tests.console.evidence.covers import pdf_text, squeezed
from tests.console.evidence.press import ALL, NATIVE, VIEWING, OwnHands, Press, is_sound, told
from tests.console.video.footage_made import instant
from tests.console.video.test_cutter import numbers
from tests.fakes import FakeClock


@pytest.fixture
def press(tmp_path: Path, store: Store, clock: FakeClock) -> Iterator[Press]:
    with closing(Press(tmp_path, store, clock)) as press:
        yield press


def changed(press: Press, first: int, last: int) -> ChangedFile:
    """Flip one bit of the recorded file of these pictures; what is to be told of it."""
    press.keep()
    path = press.ward.path(press.line(0, 1).camera_id, first)
    before = path.read_bytes()
    at = len(before) // 2
    after = before[:at] + bytes([before[at] ^ 1]) + before[at + 1 :]
    path.write_bytes(after)
    return ChangedFile(
        file=path.name,
        start=from_us(instant(first)),
        end=from_us(instant(last)),
        sha256=hashlib.sha256(before).hexdigest(),
        found_sha256=hashlib.sha256(after).hexdigest(),
    )


def made(press: Press) -> Path:
    """The next package, by hands that know the index; it is sound."""
    package = press.folder_of(press.make(engine=OwnHands(Footage(press.footage_index))))
    assert is_sound(package)
    return package


@pytest.mark.parametrize("forms", [NATIVE, VIEWING, ALL], ids=["native", "viewing", "all"])
def test_a_changed_file_is_left_out_and_named(press: Press, forms: frozenset[PackageForm]) -> None:
    for first in (0, 60, 120):
        press.record(first, 60, size=(320, 180))
    change = changed(press, 60, 120)
    press.queued(press.line(0, 180), forms=forms)

    package = made(press)

    manifest = told(package)
    [line] = manifest.lines
    if forms != VIEWING:
        assert line.changed == (change,)
        assert numbers(package / manifest.clips[0].path) == [*range(60), *range(120, 180)]
    gaps = [gap for each in manifest.clips for gap in each.gaps]
    gaps += [gap for each in manifest.viewing for gap in each.gaps]
    assert {(gap.start, gap.end, gap.cause) for gap in gaps} == {
        (change.start, change.end, GapCause.MISSING)
    }
    assert squeezed(CAUSES[GapCause.MISSING]) in pdf_text((package / COVER).read_bytes())


def test_where_all_of_a_file_was_changed_the_line_names_it(press: Press) -> None:
    press.record(0, 60)
    press.record(90, 60)
    change = changed(press, 90, 150)
    press.queued(press.line(0, 60), press.line(100, 120))

    manifest = told(made(press))

    assert [line.changed for line in manifest.lines] == [(), (change,)]
    assert [gap.cause for gap in manifest.lines[1].missing] == [GapCause.MISSING]
    assert len(manifest.clips) == 1
