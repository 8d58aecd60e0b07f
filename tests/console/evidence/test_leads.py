"""What is told of a copy before it is made, beside the copy that is made then of real footage."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from console.evidence.looking import look
from console.evidence.preview_records import LinePreview
from console.video import fmp4_reader
from console.video import looks as change_map
from console.video.archive import Archive
from console.video.archive_file import INDEX_FILE
from console.video.archive_reader import ArchiveReader
from console.video.footage_files import read_segment
from db.evidence_records import Exported, Wanted
from db.footage_records import Look, VolumeId
from db.records import Span, StreamRole, from_us
from tests.console.video.taped import CAMERA, MIXED, SECOND_US, Taped

DISK = VolumeId(1)
LATER_S = (0.0, 0.2, 1.9, 2.0, 2.1, 5.37, 8.3)


class Indexed:
    """70 s of one kind, two files, in an index with or without a change map."""

    def __init__(self, folder: Path, kind: str, *, mapped: bool) -> None:
        self.taped = Taped(folder / "volume")
        self.taped.record((MIXED[kind](), 70.0))
        self.index = ArchiveReader(folder / INDEX_FILE)
        archive = Archive(folder / INDEX_FILE)
        with archive.batch():
            archive.set_volumes({DISK: str(self.taped.volume)})
            for path in self.taped.files():
                segment = read_segment(path, DISK)
                keys = [
                    Look(segment.start_us + sample.at * 100 // 9, 1, 9)
                    for fragment in fmp4_reader.scan(path).fragments
                    for sample in fragment.samples
                    if sample.key
                ]
                looks = change_map.pack(keys, segment.start_us) if mapped else b""
                archive.add(segment, looks)
        archive.close()
        self.starts = [read_segment(path, DISK).start_us for path in self.taped.files()]

    def told(self, start_us: int, end_us: int) -> LinePreview:
        wanted = Wanted(CAMERA, Span(from_us(start_us), from_us(end_us)), StreamRole.SUB)
        (line,) = look(self.index, [wanted], [Exported(count=0)], end_us)
        return line


@pytest.fixture(
    scope="module",
    params=[(kind, mapped) for kind in MIXED for mapped in (True, False)],
    ids=lambda param: f"{param[0]}, {'mapped' if param[1] else 'no map'}",
)
def indexed(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Indexed]:
    kind, mapped = request.param
    made = Indexed(tmp_path_factory.mktemp("taped"), kind, mapped=mapped)
    yield made
    made.index.close()


def test_no_copy_begins_earlier_than_is_told(indexed: Indexed, tmp_path: Path) -> None:
    for number, first_us in enumerate(indexed.starts):
        for later_s in LATER_S:
            start_us = first_us + int(later_s * SECOND_US)
            copy = indexed.taped.cut(
                start_us, start_us + 2 * SECOND_US, tmp_path / f"{number}-{later_s}.mp4"
            )
            told = indexed.told(start_us, start_us + 2 * SECOND_US)
            assert copy["native"]["lead_us"] <= told.lead_us
            assert told.codecs == (copy["native"]["codec"],)


def test_a_copy_takes_about_as_much_as_is_told(indexed: Indexed, tmp_path: Path) -> None:
    start_us = indexed.starts[0] + 10 * SECOND_US
    copy = indexed.taped.cut(start_us, start_us + 50 * SECOND_US, tmp_path / "goc.mp4")

    told = indexed.told(start_us, start_us + 50 * SECOND_US)

    without_lead = told.bytes * 50 * SECOND_US // (50 * SECOND_US + told.lead_us)
    assert without_lead == pytest.approx(copy["native"]["size_bytes"], rel=0.2)
    assert (told.files, told.missing, copy["missing"]) == (1, (), [])
