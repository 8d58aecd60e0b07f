"""What there is of wanted stretches: footage, what lacks and why, key frames, sizes, codecs."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from console.errors import StoreProblem
from console.evidence.preview_records import LinePreview, Remark, Unrecorded
from console.video.archive_file import INDEX_FILE
from console.video.footage_files import path_of, read_segment
from console.video.units import Codec, Sounding
from db.evidence_records import Wanted
from db.footage_records import EndReason, GapCause
from db.records import CameraId, Role, Span, from_us
from tests.console.evidence.recorded import DISK, MAIN, SIZE, SUB, Recorded
from tests.console.video.sounding import clicks
from tests.console.video.taped import Taped
from tests.evidence import EvidenceDesk
from tests.fakes import FakeClock
from tests.footage import Laid, lay_run, lay_segment, make_volume, pictures

GATE, YARD = CameraId(1), CameraId(2)
SECOND_US = 1_000_000
LEADING_US = 8 * SECOND_US // 15  # pictures that may be shown before their key frame


@pytest.fixture(autouse=True)
def somebody(desk: EvidenceDesk) -> None:
    desk.officer(Role.OFFICER)


def look(
    desk: EvidenceDesk,
    start_min: float = -90,
    end_min: float = -60,
    camera: CameraId = GATE,
) -> LinePreview:
    """One line, of the main stream."""
    (line,) = desk.previews.of_lines([Wanted(camera, desk.span(start_min, end_min))])
    return line


def causes(line: LinePreview) -> list[tuple[Span, str]]:
    return [(each.span, each.cause) for each in line.missing]


def test_what_was_recorded_whole_lacks_nothing(desk: EvidenceDesk, recorded: Recorded) -> None:
    recorded.run(GATE, -120, -30)

    line = look(desk)

    assert (line.footage, line.files, line.missing) == ((desk.span(-90, -60),), 1, ())
    assert (line.role, line.remarks, line.wanted.camera_id) == (MAIN, (), GATE)
    # Half an hour, and what comes before its first key frame.
    assert line.bytes == 30 * SIZE + SIZE * line.lead_us // (60 * SECOND_US)
    assert line.largest_bytes == line.bytes
    assert line.exported.count == 0


def test_parts_of_files_count_as_parts(desk: EvidenceDesk, recorded: Recorded) -> None:
    recorded.run(GATE, -120, -30)

    assert look(desk, -60.25, -59.5).bytes == pytest.approx(SIZE * 0.75, rel=0.1)


def test_each_hole_is_named_with_its_cause(desk: EvidenceDesk, recorded: Recorded) -> None:
    recorded.run(GATE, -100, -85)
    recorded.gap(GATE, -84, -82, GapCause.NETWORK)
    recorded.gap(GATE, -82, -80, GapCause.CAMERA_OFF)
    recorded.run(GATE, -80, -70)
    recorded.run(GATE, -65, -50)

    line = look(desk)

    assert line.footage == (desk.span(-90, -85), desk.span(-80, -70), desk.span(-65, -60))
    assert line.files == 3
    assert causes(line) == [
        (desk.span(-85, -84), Unrecorded.NOT_RECORDED),
        (desk.span(-84, -82), "network"),
        (desk.span(-82, -80), "camera_off"),
        (desk.span(-70, -65), Unrecorded.NOT_RECORDED),
    ]


def test_where_nothing_was_to_be_recorded_it_is_told_when_the_camera_was_off_as_the_package_will(
    desk: EvidenceDesk, recorded: Recorded
) -> None:
    recorded.run(GATE, -100, -85)
    recorded.gap(GATE, -85, -84, GapCause.SCHEDULE)
    recorded.outage(GATE, -84.5, -82)
    recorded.run(GATE, -75, -50)
    recorded.run(GATE, -78, -75, role=SUB)
    recorded.outage(GATE, -79, -75)

    assert causes(look(desk)) == [
        (desk.span(-85, -84), "schedule"),
        (desk.span(-84, -82), "camera_off"),
        (desk.span(-82, -79), Unrecorded.NOT_RECORDED),
        (desk.span(-79, -78), "camera_off"),
        (desk.span(-78, -75), Unrecorded.OTHER_STREAM),
    ]


def test_what_retention_removed_is_said_to_be_removed(
    desk: EvidenceDesk, recorded: Recorded
) -> None:
    recorded.run(GATE, -100, -50)
    old = desk.footage_index.segments(GATE, None, desk.span(-100, -80))
    with recorded.archive.batch():
        recorded.archive.forget(old, GapCause.RETENTION)

    line = look(desk)

    assert line.footage == (desk.span(-80, -60),)
    assert causes(line) == [(desk.span(-90, -80), "retention")]
    assert line.lead_us == 0  # nothing lies before what is left


def test_a_camera_that_was_never_recorded_lacks_all_of_it(
    desk: EvidenceDesk, recorded: Recorded
) -> None:
    recorded.run(YARD, -100, -50)

    line = look(desk)

    assert (line.footage, line.files, line.bytes, line.lead_us) == ((), 0, 0, 0)
    assert causes(line) == [(desk.span(-90, -60), Unrecorded.NOT_RECORDED)]


def test_a_station_without_an_index_has_nothing(desk: EvidenceDesk) -> None:
    assert causes(look(desk)) == [(desk.span(-90, -60), Unrecorded.NOT_RECORDED)]


def test_seams_of_less_than_a_second_are_no_holes(desk: EvidenceDesk, recorded: Recorded) -> None:
    recorded.run(GATE, -100, -75)
    recorded.run(GATE, -75 + 0.9 / 60, -50)

    line = look(desk)

    assert (line.footage, line.files, line.missing) == ((desk.span(-90, -60),), 1, ())


@pytest.mark.parametrize(("hours", "files"), [(1, 1), (1.25, 1), (1.3, 2), (2.25, 2), (3, 3)])
def test_copies_are_made_an_hour_in_a_file(
    desk: EvidenceDesk, recorded: Recorded, hours: float, files: int
) -> None:
    recorded.run(GATE, -60 * hours, 0)

    line = look(desk, -60 * hours, 0)

    assert line.files == files
    longest = min(75, 60 * hours)
    assert line.largest_bytes == pytest.approx(SIZE * longest, rel=0.01)


def test_where_nothing_of_the_wanted_stream_is_the_other_one_is_told_of(
    desk: EvidenceDesk, recorded: Recorded
) -> None:
    recorded.run(GATE, -80, -30, role=SUB, size=600_000)
    recorded.gap(GATE, -100, -80, GapCause.BUDGET)

    line = look(desk)

    assert (line.role, line.remarks) == (SUB, (Remark.OTHER_ROLE,))
    assert line.footage == (desk.span(-80, -60),)
    assert line.bytes == 20 * 600_000
    assert causes(line) == [(desk.span(-90, -80), "budget")]


def test_a_hole_that_the_other_stream_has_is_told_as_such(
    desk: EvidenceDesk, recorded: Recorded
) -> None:
    recorded.run(GATE, -100, -80)
    recorded.run(GATE, -75, -70, role=SUB)

    line = look(desk)

    assert (line.role, line.remarks) == (MAIN, ())
    assert causes(line) == [
        (desk.span(-80, -75), Unrecorded.NOT_RECORDED),
        (desk.span(-75, -70), Unrecorded.OTHER_STREAM),
        (desk.span(-70, -60), Unrecorded.NOT_RECORDED),
    ]


def test_what_is_being_recorded_reaches_up_to_now(
    desk: EvidenceDesk, recorded: Recorded, clock: FakeClock
) -> None:
    recorded.run(GATE, -10, 0, growing=True)
    clock.pass_(seconds=40)

    behind, ahead = desk.span(-5, 0), desk.span(-5, 20)
    whole, partly = desk.previews.of_lines([Wanted(GATE, behind), Wanted(GATE, ahead)])

    assert (whole.footage, whole.missing, whole.remarks) == ((behind,), (), ())
    assert whole.bytes == pytest.approx(5 * SIZE, rel=0.1)
    assert (partly.footage, partly.missing) == ((behind,), ())
    assert partly.remarks == (Remark.STILL_RECORDING,)
    just_now = desk.span(-0.5, 0)  # no finished file reaches there
    (line,) = desk.previews.of_lines([Wanted(GATE, just_now)])
    assert (line.footage, line.files) == ((just_now,), 1)
    assert 0 < line.lead_us <= 40 * SECOND_US


def test_a_run_that_a_dead_engine_left_open_does_not_go_on_for_ever(
    desk: EvidenceDesk, recorded: Recorded, clock: FakeClock
) -> None:
    recorded.run(GATE, -10, 0, growing=True)
    began = clock.now()
    clock.pass_(hours=5)
    wanted = Wanted(GATE, Span(began - timedelta(minutes=5), clock.now()))
    desk.officer(Role.OFFICER)

    (line,) = desk.previews.of_lines([wanted])

    assert line.footage == (Span(wanted.span.start, began + timedelta(minutes=3)),)
    assert [cause for _, cause in causes(line)] == [Unrecorded.NOT_RECORDED]


def test_a_gap_that_lasts_reaches_up_to_now(
    desk: EvidenceDesk, recorded: Recorded, clock: FakeClock
) -> None:
    recorded.run(GATE, -10, -5)
    recorded.gap(GATE, -5, None, GapCause.DISK_FULL)

    line = look(desk, -9, 9)

    assert causes(line) == [(desk.span(-5, 0), "disk_full")]
    assert line.remarks == (Remark.STILL_RECORDING,)


def test_the_copy_begins_with_one_of_the_two_key_frames_before(
    desk: EvidenceDesk, recorded: Recorded
) -> None:
    """With an open GOP it is the earlier one, which the index does not know."""
    recorded.run(GATE, -100, -50, keys_every_s=4)

    # 30 s into a file: keys at 28 and 24.
    assert look(desk, -89.5).lead_us == (2 + 4) * SECOND_US + LEADING_US
    # At a file's beginning, and a second into it: the last one before.
    assert look(desk, -89).lead_us == 4 * SECOND_US + LEADING_US
    assert look(desk, -89 + 1 / 60).lead_us == 5 * SECOND_US + LEADING_US
    assert look(desk, -100).lead_us == 0
    assert look(desk, -100 + 3 / 60).lead_us == 3 * SECOND_US  # nothing lies before that


def test_without_a_change_map_the_file_tells_the_most(
    desk: EvidenceDesk, recorded: Recorded
) -> None:
    recorded.run(GATE, -100, -50, keys_every_s=4, looks=False)

    assert look(desk, -89.5).lead_us == (30 + 4) * SECOND_US + LEADING_US
    assert look(desk, -89).lead_us == 4 * SECOND_US + LEADING_US
    assert look(desk, -100 + 30 / 60).lead_us == 30 * SECOND_US


def test_where_the_clock_was_set_back_the_later_time_counts(
    desk: EvidenceDesk, recorded: Recorded
) -> None:
    recorded.run(GATE, -100, -80, keys_every_s=2)
    recorded.run(GATE, -95, -50, keys_every_s=6, era=1)

    line = look(desk)

    assert (line.footage, line.missing, line.files) == ((desk.span(-90, -60),), (), 1)
    assert line.lead_us == 6 * SECOND_US + LEADING_US


def test_a_gap_that_was_told_twice_when_the_clock_was_set_back_is_one(
    desk: EvidenceDesk, recorded: Recorded
) -> None:
    recorded.run(GATE, -100, -85)
    recorded.gap(GATE, -85, -75, GapCause.NETWORK)
    recorded.gap(GATE, -80, -70, GapCause.NETWORK, era=1)
    recorded.run(GATE, -70, -50, era=1)

    assert causes(look(desk)) == [(desk.span(-85, -70), "network")]


def test_a_picture_that_changes_makes_another_file_and_is_told(
    desk: EvidenceDesk, recorded: Recorded
) -> None:
    recorded.run(GATE, -100, -80, end=EndReason.CHANGED)
    recorded.run(GATE, -80, -50)

    line = look(desk)
    assert (line.files, line.remarks) == (2, (Remark.PICTURE_CHANGES,))
    assert line.missing == ()
    assert look(desk, -79).remarks == ()
    assert look(desk, -90, -80).remarks == ()  # it changed behind what is wanted


def test_files_tell_codec_size_and_changes(
    tmp_path: Path, desk: EvidenceDesk, recorded: Recorded
) -> None:
    volume, start = make_volume(tmp_path / "disk"), desk.span(-90, -60).start
    hevc = lay_run(
        volume, GATE, start, segments=2, seconds=4, role=MAIN, units=pictures(Codec.H265)
    )
    small = lay_segment(
        volume, GATE, start + timedelta(minutes=1), seconds=4, role=MAIN, units=pictures()
    )
    plain = lay_run(volume, YARD, start, segments=2, seconds=4, role=MAIN, units=pictures())
    recorded.laid(volume, [*hevc, small, *plain])

    gate, yard = desk.previews.of_lines(desk.wanted(1, 2))

    assert gate.codecs == ("hevc", "h264")
    assert gate.remarks == (Remark.HEVC, Remark.PICTURE_CHANGES)
    assert (yard.codecs, yard.pixels, yard.remarks) == (("h264",), 320 * 180, ())
    assert yard.bytes == sum(each.segment.size_bytes for each in plain)
    path_of(volume, plain[0].segment).unlink()
    path_of(volume, hevc[0].segment).write_bytes(b"no film")
    gate, yard = desk.previews.of_lines(desk.wanted(1, 2))
    assert (gate.codecs, yard.codecs) == (("h264",), ())  # what cannot be asked is not guessed


@pytest.mark.parametrize("kind", [Sounding.AAC, Sounding.ALAW])
def test_files_tell_whether_voices_are_recorded(
    tmp_path: Path, desk: EvidenceDesk, recorded: Recorded, clock: FakeClock, kind: Sounding
) -> None:
    taped = Taped(tmp_path / "disk")
    taped.record((pictures(), 5.0), sounds=clicks(kind, 75, (10,)))
    files = [Laid(each, read_segment(each, DISK)) for each in taped.files()]
    recorded.laid(taped.volume, files)
    clock.pass_(minutes=10)
    segment = files[0].segment
    wanted = Wanted(segment.camera_id, Span(from_us(segment.start_us), from_us(segment.end_us)))

    (line,) = desk.previews.of_lines([wanted])

    assert (line.codecs, line.remarks) == (("h264",), (Remark.SOUND, Remark.OTHER_ROLE))
    assert line.bytes == segment.size_bytes


def test_an_index_that_cannot_be_read_is_a_problem(tmp_path: Path, desk: EvidenceDesk) -> None:
    (tmp_path / INDEX_FILE).write_bytes(b"no index" * 1000)

    with pytest.raises(StoreProblem):
        look(desk)
