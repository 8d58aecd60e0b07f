"""A package is made of real footage: what is in it, what it tells, and what lacks."""

from __future__ import annotations

import shlex
import subprocess
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from console.audit import Act
from console.evidence.manifest import Gap
from console.evidence.names import COVER, COVER_TO_EDIT
from console.evidence.rules import Cause
from db.evidence_records import (
    Missing,
    PackageExtras,
    PackageForm,
    PackageOutcome,
    StillWanted,
)
from db.footage_records import GapCause
from db.records import CameraId, Span, StreamRole, from_us
from db.store import Store
from tests.console.evidence.covers import docx_text, pdf_text, squeezed
from tests.console.evidence.press import ALL, NATIVE, Press, names, seconds, told
from tests.console.evidence.test_script_checker import run
from tests.console.video.footage_made import BASE_US, instant
from tests.console.video.test_cutter import numbers
from tests.console.video.viewing.test_making import seen
from tests.fakes import FakeClock

SIZE = (320, 180)
F = PackageForm
STEP = (
    "openssl cms -verify -binary -inform DER -in SHA256SUMS.p7s -content SHA256SUMS"
    " -certfile nguoi-ky.pem -CAfile nguoi-ky.pem -purpose any -out /dev/null"
)


@pytest.fixture
def press(tmp_path: Path, store: Store, clock: FakeClock) -> Iterator[Press]:
    with closing(Press(tmp_path, store, clock)) as press:
        yield press


def gap(first: float, last: float, cause: GapCause) -> Gap:
    return Gap(
        start=from_us(BASE_US + round(first * 1e6)),
        end=from_us(BASE_US + round(last * 1e6)),
        cause=cause,
    )


def test_a_package_holds_what_was_wanted_and_is_good_to_everybody(press: Press) -> None:
    for first in (0, 60, 120):
        press.record(first, 60, size=SIZE)
        press.record(first, 60, camera=2, codec="libx265", size=SIZE)
    press.keep()
    still = StillWanted(CameraId(1), instant(77))

    package = press.printed(
        press.line(33, 135),
        press.line(40, 100, camera=2),
        forms=ALL,
        extras=PackageExtras(stills=(still,)),
    )

    assert names(package) == [
        "DOC-TRUOC.html",
        "SHA256SUMS",
        "SHA256SUMS.p7s",
        "anh",
        "anh/cam-001-20260921T141327-700.png",
        "bien-ban.docx",
        "bien-ban.pdf",
        "goc",
        "goc/cam-001-20260921T141323.mp4",
        "goc/cam-002-20260921T141324.mp4",
        "kiem-tra.html",
        "kiem-tra.py",
        "nguoi-ky.pem",
        "nhat-ky.jsonl",
        "thong-tin.json",
        "xem",
        "xem/cam-001-20260921T141323.mp4",
        "xem/cam-002-20260921T141324.mp4",
    ]
    one, other = told(package).clips
    assert numbers(package / one.path) == list(range(20, 140))
    assert (seconds(Span(one.actual_start, one.actual_end)), one.frames) == ((2.0, 14.0), 120)
    assert (one.pre_roll_us, one.pre_roll_why) == (1_300_000, "keyframe")
    assert (one.codec, other.codec, one.nominal_fps) == ("h264", "hevc", "10")
    assert [each.number for each in seen(str(package / "xem/cam-001-20260921T141323.mp4"))] == list(
        range(33, 135)
    )
    assert told(package).lines[0].missing == told(package).lines[1].missing == ()
    (kept,) = told(package).stills
    assert (kept.of, kept.frame, kept.at) == (one.path, 57, from_us(instant(77)))
    assert run(package, "--json").returncode == 0
    assert list(press.usb.iterdir()) == [package]


def test_the_printed_steps_find_a_package_good(press: Press) -> None:
    press.record(0, 60)
    press.keep()
    package = press.printed(press.line(0, 60))

    sums = subprocess.run(["sha256sum", "-c", "--strict", "SHA256SUMS"], cwd=package)
    signed = subprocess.run(shlex.split(STEP), cwd=package, capture_output=True, text=True)

    assert sums.returncode == 0
    assert "successful" in signed.stderr


def test_a_gap_parts_two_files_and_is_named_with_its_cause_everywhere(press: Press) -> None:
    press.record(0, 60)
    press.record(150, 60)
    press.keep((1, 60, 150, GapCause.NETWORK))
    press.queued(press.line(20, 200), forms={F.NATIVE, F.VIEWING})

    made = press.make()

    package = press.folder_of(made)
    lacking = gap(6.0, 15.0, GapCause.NETWORK)
    one, other = told(package).clips
    assert numbers(package / one.path) == list(range(20, 60))
    assert numbers(package / other.path) == list(range(150, 210))
    (line,) = told(package).lines
    assert (line.files, line.missing) == ((one.path, other.path), (lacking,))
    (viewing,) = told(package).viewing
    assert (viewing.of, viewing.gaps) == ((one.path, other.path), (lacking,))
    assert made.made is not None
    assert made.made.missing == (
        Missing(CameraId(1), Span(lacking.start, lacking.end), GapCause.NETWORK),
    )
    for text in (
        pdf_text((package / COVER).read_bytes()),
        docx_text((package / COVER_TO_EDIT).read_bytes()),
    ):
        assert squeezed("Đường mạng đứt hoặc im lặng") in text
        assert squeezed("Thiếu hình 1 đoạn") in text


def test_what_was_recorded_and_is_gone_is_named_so(press: Press) -> None:
    press.record(0, 60)
    press.record(60, 60)
    press.record(120, 60)
    press.keep()
    (press.ward.path(CameraId(1), 60)).unlink()

    package = press.printed(press.line(0, 180))

    (line,) = told(package).lines
    assert line.missing == (gap(6.0, 12.0, GapCause.MISSING),)
    (clip,) = told(package).clips
    assert clip.gaps == line.missing
    assert clip.nominal_fps == "10"


def test_another_size_begins_another_file(press: Press) -> None:
    press.record(0, 60)
    press.record(60, 60, size=SIZE)
    press.keep()

    package = press.printed(press.line(10, 110))

    one, other = told(package).clips
    assert [(each.width, each.height) for each in (one, other)] == [(160, 90), SIZE]
    assert [numbers(package / each.path) for each in (one, other)] == [
        list(range(60)),
        list(range(60, 120)),
    ]
    assert told(package).lines[0].missing == ()


def test_what_begins_and_ends_beyond_the_footage_lacks_there(press: Press) -> None:
    press.record(100, 60)
    press.keep()

    package = press.printed(press.line(50, 300))

    assert told(package).lines[0].missing == (
        gap(5.0, 10.0, GapCause.UNKNOWN),
        gap(16.0, 30.0, GapCause.UNKNOWN),
    )


def test_a_line_without_any_footage_lacks_whole_and_the_others_are_made(press: Press) -> None:
    press.record(0, 60)
    press.keep((2, 0, 100, GapCause.CAMERA_OFF))

    package = press.printed(press.line(0, 60), press.line(0, 60, camera=2))

    one, other = told(package).lines
    assert (one.missing, other.files) == ((), ())
    assert other.missing == (gap(0.0, 6.0, GapCause.CAMERA_OFF),)
    text = pdf_text((package / COVER).read_bytes())
    assert squeezed("Không có hình nào của camera này trong khoảng yêu cầu.") in text


def test_nothing_at_all_makes_no_package(press: Press) -> None:
    press.record(0, 60, camera=2)
    press.keep()
    press.queued(press.line(0, 60), forms={F.NATIVE, F.VIEWING})

    failed = press.make()

    assert (failed.outcome, failed.cause) == (PackageOutcome.FAILED, Cause.NO_FOOTAGE)
    assert names(press.usb) == []


def test_the_other_stream_is_taken_where_nothing_of_the_wanted_was_recorded(press: Press) -> None:
    press.record(0, 60)
    press.keep()

    package = press.printed(press.line(0, 60, role=StreamRole.MAIN))

    (line,) = told(package).lines
    assert (line.wanted_stream, line.stream, line.missing) == ("main", "sub", ())
    assert squeezed("luồng còn lại của camera") in pdf_text((package / COVER).read_bytes())


def test_what_is_being_recorded_is_in_the_package_too(press: Press) -> None:
    press.record(0, 60)
    press.keep()
    path = press.record(60, 30)
    path.rename(path.with_name(path.name + ".partial"))

    package = press.printed(press.line(20, 200))

    assert [numbers(package / each.path) for each in told(package).clips] == [
        list(range(20, 60)),
        list(range(60, 90)),
    ]
    assert told(package).lines[0].missing == (gap(9.0, 20.0, GapCause.UNKNOWN),)


def test_the_log_in_a_package_tells_of_the_request_and_is_framed_by_signed_heads(
    press: Press,
) -> None:
    press.record(0, 60)
    press.keep()
    queued = press.queued(press.line(0, 60), press.line(0, 30))
    made = press.make()
    package = press.folder_of(made)

    log = told(package).log
    with press.store.read() as unit:
        logged = {each.seq: each for each in unit.trail.entries(0, 1000)}
        heads = unit.trail.heads()
    acts = [logged[seq].act for seq, _ in log.entries]
    assert acts == [
        Act.REQUEST_MADE,
        Act.REQUEST_ASKED,
        Act.HOLD_PLACED,  # one a line
        Act.HOLD_PLACED,
        Act.REQUEST_APPROVED,
        Act.EXPORT_QUEUED,
        Act.EXPORT_STARTED,
        Act.HEAD_SIGNED,
        Act.HEAD_SIGNED,
    ]
    assert [each.seq for each in heads[-2:]] == [log.head_before.seq, log.head_after.seq]
    assert made.made is not None
    assert made.made.head_after.hash == log.head_after.hash
    assert [told["reason"] for act, *_, told in press.log() if act == Act.HEAD_SIGNED][-2:] == [
        "export",
        "export",
    ]
    assert str(press.usb) not in str(press.log())
    assert queued.id == made.id


def test_a_second_package_of_a_request_tells_of_the_first(press: Press) -> None:
    press.record(0, 60)
    press.keep()
    request = press.allowed(press.line(0, 60))
    press.queue.add(request.id, str(press.usb))
    press.queue.add(request.id, str(press.usb))

    first, second = press.make(), press.make()

    assert told(press.folder_of(first)).earlier == ()
    (earlier,) = told(press.folder_of(second)).earlier
    assert first.made is not None
    assert (earlier.package, earlier.sums_sha256) == (first.uuid, first.made.sums_sha256)


def test_a_restricted_case_keeps_its_title_at_the_station(press: Press) -> None:
    press.record(0, 60)
    press.keep()
    press.sign_in(press.author)
    secret = press.opened(
        title="Cháu bé", restricted=True, readers=frozenset({press.author.id, press.boss.id})
    )

    package = press.printed(press.line(0, 60), incident_id=secret.id)

    case = told(package).case
    assert (case.incident, case.title) == (secret.id, "")
    assert case.number == f"VV-{secret.year}-{secret.number:04}"
    assert package.name.startswith(case.number)
    assert "Cháu" not in (package / "thong-tin.json").read_text("utf-8")


def test_a_camera_that_was_removed_still_gives_its_footage(press: Press) -> None:
    press.record(0, 60)
    press.keep()
    press.queued(press.line(0, 60))
    with press.store.begin() as unit:
        unit.fleet.remove_camera(CameraId(1))

    package = press.folder_of(press.make())

    (camera,) = told(package).cameras
    assert (camera.id, camera.number) == (1, None)
    assert (package / "goc/cam-id1-20260921T141320.mp4").exists()


def test_an_order_names_no_file_outside_of_the_target(press: Press, tmp_path: Path) -> None:
    press.record(0, 60)
    press.keep()
    before = set(names(tmp_path))

    package = press.printed(
        press.line(0, 60),
        forms=ALL,
        extras=PackageExtras(stills=(StillWanted(CameraId(1), instant(9)),)),
    )

    new = {name.split("/")[0] for name in set(names(tmp_path)) - before}
    assert {name for name in new if ".db-" not in name} == {"usb"}  # SQLite's own files beside
    assert all(each.target.startswith(str(press.usb)) for each in press.hands.orders)
    assert package.parent == press.usb


def test_native_copies_are_touched_by_no_decoder(press: Press) -> None:
    press.record(0, 60)
    press.keep()

    package = press.printed(press.line(0, 60), forms=NATIVE)

    assert [type(each).__name__ for each in press.hands.orders] == ["Cut"]
    assert told(package).program.ffmpeg == ""
