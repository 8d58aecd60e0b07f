"""What the index tells of a wanted line: files of a handy size, and why something lacks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from console.evidence.lines import Line, clocks, divided, found, holes, is_quicktime, missing
from console.video.archive import Archive
from console.video.archive_reader import ArchiveReader
from db.evidence_records import Wanted
from db.footage_records import GapCause, Outage
from db.records import Span, StreamRole, from_us, to_us
from db.structs import replace
from tests.console.video.footage import GATE, MINUTE_US, SECOND_US, T0, segment

HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
MAIN, SUB = StreamRole.MAIN, StreamRole.SUB


class Index:
    """A footage index that a test writes."""

    def __init__(self, path: Path) -> None:
        self.archive = Archive(path)
        self.reader = ArchiveReader(path)

    def record(self, *minutes: int, role: StreamRole = SUB, run: int = 0) -> None:
        with self.archive.batch():
            for each in minutes:
                self.archive.add(
                    segment(
                        T0 + each * MINUTE_US, role=role, run_us=T0 + run * MINUTE_US, size=6_000
                    )
                )

    def line(self, start_min: float, end_min: float, role: StreamRole = SUB) -> Line:
        return found(self.reader, Wanted(GATE, span(start_min, end_min), role))

    def causes(self, start_min: float, end_min: float) -> list[tuple[tuple[float, float], str]]:
        part = (at(start_min), at(end_min))
        return [
            (minutes(each.span), each.cause) for each in missing(self.reader, GATE, SUB, [part])
        ]


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Index]:
    made = Index(tmp_path / "footage.db")
    yield made
    made.archive.close()
    made.reader.close()


def at(minute: float) -> int:
    return T0 + round(minute * MINUTE_US)


def span(start_min: float, end_min: float) -> Span:
    return Span(from_us(at(start_min)), from_us(at(end_min)))


def minutes(of: Span) -> tuple[float, float]:
    return (to_us(of.start) - T0) / MINUTE_US, (to_us(of.end) - T0) / MINUTE_US


def test_a_line_falls_into_its_runs(index: Index) -> None:
    index.record(0, 1, 2)
    index.record(5, 6, run=5)

    line = index.line(0.5, 6.5)

    assert [minutes(each) for each in line.stretches] == [(0.5, 3.0), (5.0, 6.5)]
    assert (line.role, line.bytes) == (SUB, 24_000)


def test_what_may_be_growing_behind_the_last_run_is_tried(index: Index) -> None:
    index.record(0)

    assert [minutes(each)[1] for each in index.line(0, 9).stretches] == [1.0, 9.0]


def test_a_run_that_goes_on_is_tried_beyond_its_end(index: Index) -> None:
    index.record(0)
    with index.archive.batch():
        index.archive.run_began(GATE, SUB, 0, at(0))

    assert [minutes(each) for each in index.line(0, 9).stretches] == [(0.0, 9.0)]


def test_where_nothing_is_known_all_of_it_is_tried(index: Index) -> None:
    assert [minutes(each) for each in index.line(0, 9).stretches] == [(0.0, 9.0)]


def test_the_other_stream_stands_in_only_where_there_is_nothing_of_the_wanted_one(
    index: Index,
) -> None:
    index.record(0, 1)
    assert index.line(0, 2, MAIN).role is SUB
    index.record(1, role=MAIN, run=1)

    line = index.line(0, 2, MAIN)

    assert (line.role, [minutes(each) for each in line.stretches]) == (MAIN, [(1.0, 2.0)])


@pytest.mark.parametrize(
    ("length", "lengths"),
    [
        (5 * MINUTE, [5 * MINUTE]),
        (75 * MINUTE, [75 * MINUTE]),
        (76 * MINUTE, [HOUR, 16 * MINUTE]),
        (3 * HOUR, [HOUR, HOUR, HOUR]),
    ],
)
def test_files_are_about_an_hour_long_at_most(length: timedelta, lengths: list[timedelta]) -> None:
    whole = Span(from_us(T0), from_us(T0) + length)

    parts = list(divided(whole))

    assert [each.length for each in parts] == lengths
    assert (parts[0].start, parts[-1].end) == (whole.start, whole.end)


def test_holes_are_what_nothing_covers_for_a_second_and_more() -> None:
    covered = [(at(0) - 5, at(1)), (at(1) + SECOND_US // 2, at(2)), (at(3), at(4))]

    assert holes(span(0, 5), covered) == [(at(2), at(3)), (at(4), at(5))]
    assert holes(span(0, 5), [(at(-9), at(9))]) == []
    blink = Span(from_us(T0), from_us(T0 + 1))
    assert holes(blink, []) == [(T0, T0 + 1)]


def test_a_hole_is_told_apart_by_its_causes(index: Index) -> None:
    index.record(0)
    index.record(4, run=4)
    with index.archive.batch():
        index.archive.gaps.add(GATE, 0, (at(1), at(2)), GapCause.NETWORK)
        index.archive.gaps.outage_began(
            Outage(
                camera_id=GATE,
                start_us=at(1),
                end_us=at(3),
                state="refused",
                reason="bad_login",
            ),
            0,
        )

    assert index.causes(0, 5) == [
        ((0, 1), GapCause.MISSING),
        ((1, 2), GapCause.NETWORK),
        ((2, 3), GapCause.REFUSED),
        ((3, 4), GapCause.UNKNOWN),
        ((4, 5), GapCause.MISSING),
    ]


def test_what_is_shorter_than_a_seam_goes_with_its_neighbour(index: Index) -> None:
    with index.archive.batch():
        index.archive.gaps.add(GATE, 0, (at(0), at(1)), GapCause.NETWORK)

    assert index.causes(-0.01, 1.01) == [((-0.01, 1.01), GapCause.NETWORK)]


def test_a_gap_that_lasts_still_is_a_cause(index: Index) -> None:
    with index.archive.batch():
        index.archive.gaps.began(GATE, 0, at(1), GapCause.CAMERA_OFF)

    assert index.causes(0, 5) == [((0, 1), GapCause.UNKNOWN), ((1, 5), GapCause.CAMERA_OFF)]


def test_clocks_are_told_as_the_segments_have_them(index: Index) -> None:
    with index.archive.batch():
        for number, off_us in enumerate((-30, -12, 5, None)):
            each = segment(at(number), run_us=at(0))
            index.archive.add(replace(each, camera_off_us=off_us))
        index.archive.clock_stepped(at(2.5), 90_000_000, 0)

    told = clocks(index.reader, GATE, SUB, (at(0), at(4)))
    assert (told.offset_us, told.within_us) == (-12, 18)
    assert told.steps == ((at(2.5), 90_000_000),)
    early = clocks(index.reader, GATE, SUB, (at(0), at(0.5)))
    assert (early.offset_us, early.within_us, early.steps) == (-30, None, ())


def test_files_with_g711_are_told_by_the_index(index: Index) -> None:
    with index.archive.batch():
        index.archive.add(segment(at(0)))
        index.archive.add(replace(segment(at(1)), quicktime=True))

    assert not is_quicktime(index.reader, GATE, SUB, span(0.5, 2))
    assert is_quicktime(index.reader, GATE, SUB, span(1, 2))


def test_a_month_is_summed_up_without_counting_anything_twice(index: Index) -> None:
    index.record(*range(24 * 60 - 2, 24 * 60 + 2), run=24 * 60 - 2)

    assert index.line(0, 30 * 24 * 60).bytes == 24_000
    assert index.line(-0.5, 30 * 24 * 60).bytes == 24_000


def test_where_only_the_other_stream_is_being_recorded_that_one_is_tried(index: Index) -> None:
    with index.archive.batch():
        index.archive.run_began(GATE, SUB, 0, at(0))  # no file of it is finished yet

    line = index.line(0, 0.5, MAIN)

    assert (line.role, [minutes(each) for each in line.stretches]) == (SUB, [(0.0, 0.5)])
