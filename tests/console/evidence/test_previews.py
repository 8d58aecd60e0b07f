"""What a package would be, before it is begun: room, time, what stands in its way, who may ask."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from console.errors import Gone, NotAllowed
from console.evidence.preview_records import Obstacle, Preview
from console.evidence.preview_target import Target, look_at
from console.evidence.previews import Previews
from console.evidence.request_door import RequestDoor
from console.evidence.sizes import PAPER_BYTES
from console.evidence.writing import LEFT_FREE_BYTES
from console.gate import Why
from console.video.archive_file import INDEX_FILE
from db.evidence_records import (
    NO_EXTRAS,
    PackageExtras,
    PackageForm,
    Request,
    RequestId,
    StillWanted,
    Wanted,
)
from db.records import CameraId, OfficerId, Role, StreamRole, to_us
from db.structs import replace
from tests.console.evidence.recorded import SIZE, Recorded
from tests.evidence import MADE, EvidenceDesk, missing
from tests.fakes import FakeClock

GATE = CameraId(1)
NATIVE, VIEWING, STILLS = PackageForm.NATIVE, PackageForm.VIEWING, PackageForm.STILLS
ROOMY = Target(None, 10**12)
_NOBODY = 65534


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "usb"
    folder.mkdir()
    return folder


def asked(desk: EvidenceDesk, *numbers: int, **other: Any) -> Request:
    """A request of whoever sits here, half an hour of each camera."""
    return desk.asked(*numbers, **other)


def on(desk: EvidenceDesk, target: Target) -> Previews:
    """The same, whatever folder is typed."""
    door = RequestDoor(desk.store, desk.gate, desk.clock)
    return Previews(desk.store, door, desk.footage_index, lambda _: target)


def test_all_lines_are_told_and_what_they_take(
    desk: EvidenceDesk, full: Recorded, stick: Path
) -> None:
    desk.officer(Role.OFFICER)
    request = asked(desk, 1, 2, forms=frozenset({NATIVE}))

    preview = desk.previews.of(request.id, str(stick))

    assert [each.wanted for each in preview.lines] == list(request.wanted)
    assert preview.lines == desk.previews.of_lines(request.wanted)
    assert preview.needed_bytes == sum(each.bytes for each in preview.lines) + PAPER_BYTES
    assert preview.needed_bytes >= 2 * 30 * SIZE
    assert preview.free_bytes is not None
    assert preview.free_bytes > preview.needed_bytes
    assert (preview.seconds, preview.obstacles) == (None, ())


def test_what_was_narrowed_is_what_counts(desk: EvidenceDesk, full: Recorded, stick: Path) -> None:
    desk.officer(Role.OFFICER)
    request = asked(desk, 1, 2)
    desk.chief()
    (part,) = desk.wanted(1, start_min=-80, end_min=-70)
    desk.approvals.narrow(request.id, [part], "Một camera")

    preview = desk.previews.of(request.id, str(stick))

    assert [each.wanted for each in preview.lines] == [part]


def test_viewing_copies_and_stills_take_room_too(
    desk: EvidenceDesk, full: Recorded, stick: Path
) -> None:
    desk.officer(Role.OFFICER)
    at_us = to_us(desk.span(-80, -70).start)
    stills = PackageExtras(stills=(StillWanted(GATE, at_us), StillWanted(GATE, at_us + 1)))

    def needed(*forms: PackageForm, extras: PackageExtras = NO_EXTRAS) -> int:
        request = asked(desk, forms=frozenset(forms))
        return desk.previews.of(request.id, str(stick), extras).needed_bytes - PAPER_BYTES

    native = needed(NATIVE)
    assert needed(NATIVE, VIEWING) > 2 * native
    assert needed(VIEWING) == needed(NATIVE, VIEWING) - native
    assert needed(NATIVE, STILLS) == native
    assert needed(NATIVE, STILLS, extras=stills) == native + 2 * 1920 * 1080 * 2
    assert needed(NATIVE, extras=stills) == native  # they are not allowed


def test_a_second_package_is_told_of_the_first(
    desk: EvidenceDesk, full: Recorded, stick: Path
) -> None:
    boss, officer = desk.chief(), desk.officer(Role.OFFICER)
    desk.exported(desk.approved(boss, officer, 1))
    later = desk.wanted(1, start_min=-60, end_min=-50)
    request = asked(desk, wanted=(*desk.wanted(1, 2), *later))

    first, *others = desk.previews.of(request.id, str(stick)).lines

    assert (first.exported.count, first.exported.last_by) == (1, officer.id)
    assert first.exported.last_at == desk.clock.now()
    assert [each.exported.count for each in others] == [0, 0]
    desk.exported(desk.approved(boss, officer, 1))
    (again,) = desk.previews.of_lines(desk.wanted(1))
    assert again.exported.count == 2


# What stands in the way


def obstacles(desk: EvidenceDesk, target: str | Target, **other: Any) -> tuple[Obstacle, ...]:
    request = asked(desk, **other)
    if isinstance(target, str):
        return desk.previews.of(request.id, target).obstacles
    return on(desk, target).of(request.id, "/media/usb").obstacles


def test_a_target_must_be_a_folder_that_is_there(
    desk: EvidenceDesk, full: Recorded, stick: Path
) -> None:
    desk.officer(Role.OFFICER)
    (stick / "file").touch()

    for target in ("", "usb", str(stick / "gone"), str(stick / "file"), "/x" * 400, "/a\0b"):
        request = asked(desk)
        preview = desk.previews.of(request.id, target)
        assert (preview.obstacles, preview.free_bytes) == ((Obstacle.NO_FOLDER,), None)


def test_looking_leaves_nothing_behind(stick: Path) -> None:
    target = look_at(str(stick))

    assert target.obstacle is None
    assert target.free_bytes
    assert list(stick.iterdir()) == []


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="no folder that refuses everybody")
def test_a_folder_that_takes_nothing_is_not_writable() -> None:
    assert look_at("/proc/self").obstacle is Obstacle.NOT_WRITABLE


@pytest.fixture
def others() -> Iterator[Path]:
    """A folder that belongs to somebody else; of root, whom nothing is refused, we let go."""
    is_root = os.geteuid() == 0
    with tempfile.TemporaryDirectory() as folder:  # the tests' own let nobody through
        place = Path(folder)
        place.chmod(0o555)
        if is_root:
            os.seteuid(_NOBODY)
        try:
            yield place
        finally:
            if is_root:
                os.seteuid(0)
            place.chmod(0o700)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights in lists, not modes")
def test_a_folder_of_somebody_else_is_not_writable(others: Path) -> None:
    assert look_at(str(others)).obstacle is Obstacle.NOT_WRITABLE


def test_there_must_be_room_for_all_of_it_and_some_more(desk: EvidenceDesk, full: Recorded) -> None:
    desk.officer(Role.OFFICER)
    needed = on(desk, ROOMY).of(asked(desk).id, "/media/usb").needed_bytes + LEFT_FREE_BYTES

    assert obstacles(desk, Target(None, needed)) == ()
    assert obstacles(desk, Target(None, needed - 1)) == (Obstacle.NO_ROOM,)


def test_no_file_may_be_larger_than_the_medium_takes(desk: EvidenceDesk, full: Recorded) -> None:
    desk.officer(Role.OFFICER)
    limit, native = 200_000_000, frozenset({NATIVE})
    small = Target(None, 10**12, limit)

    assert obstacles(desk, small, forms=native) == ()  # 180 MB
    assert obstacles(desk, small) == (Obstacle.FILE_TOO_LARGE,)  # its viewing copy is larger
    long = tuple(desk.wanted(1, start_min=-100, end_min=-60))
    assert obstacles(desk, small, forms=native, wanted=long) == (Obstacle.FILE_TOO_LARGE,)
    two = tuple(
        each
        for begin in (-100, -75)
        for each in desk.wanted(1, start_min=begin, end_min=begin + 20)
    )
    limited = Target(None, 10**12, 500_000_000)
    whole = tuple(desk.wanted(1, start_min=-600, end_min=0))  # 3.6 GB, an hour in a file
    assert obstacles(desk, limited, forms=native, wanted=whole) == ()
    assert obstacles(desk, limited, wanted=whole) == (Obstacle.FILE_TOO_LARGE,)
    assert obstacles(desk, small, forms=native, wanted=two) == ()  # two files


def test_nothing_is_begun_of_which_there_is_nothing(desk: EvidenceDesk, full: Recorded) -> None:
    desk.officer(Role.OFFICER)

    assert obstacles(desk, ROOMY, wanted=tuple(desk.wanted(3))) == (Obstacle.NO_FOOTAGE,)
    assert obstacles(desk, ROOMY, wanted=tuple(desk.wanted(1, 3))) == ()  # what lacks is named


def test_stills_alone_want_a_still_and_sound_goes_with_native_copies(
    desk: EvidenceDesk, full: Recorded
) -> None:
    desk.officer(Role.OFFICER)
    stills = asked(desk, forms=frozenset({STILLS}))
    sound = asked(desk, forms=frozenset({PackageForm.AUDIO}))
    one = PackageExtras(stills=(StillWanted(GATE, to_us(desk.span(-80, -70).start)),))
    other = PackageExtras(stills=(StillWanted(GATE, to_us(desk.span(-8, 0).start)),))
    previews = on(desk, ROOMY)

    assert previews.of(stills.id, "/media/usb").obstacles == (Obstacle.NO_FORM,)
    assert previews.of(stills.id, "/media/usb", other).obstacles == (Obstacle.NO_FORM,)
    assert previews.of(stills.id, "/media/usb", one).obstacles == ()
    heard = previews.of(sound.id, "/media/usb", one)
    assert heard.obstacles == ()
    assert heard.needed_bytes == sum(each.bytes for each in heard.lines) + PAPER_BYTES


def test_an_index_that_cannot_be_read_is_an_obstacle(tmp_path: Path, desk: EvidenceDesk) -> None:
    desk.officer(Role.OFFICER)
    request = asked(desk)
    (tmp_path / INDEX_FILE).write_bytes(b"no index" * 1000)

    preview = on(desk, ROOMY).of(request.id, "/media/usb")

    assert preview.obstacles == (Obstacle.UNREADABLE,)
    (line,) = preview.lines
    assert (line.wanted, line.footage, line.missing) == (request.wanted[0], (), ())


# How long it takes


def exported_in(
    desk: EvidenceDesk, clock: FakeClock, request: Request, minutes: float, lacks_min: float = 0
) -> None:
    """A package of half an hour, made in so many minutes."""
    desk.queue.add(request.id, "/media/usb")
    begun = desk.queue.begin_next()
    assert begun is not None
    clock.pass_(minutes=minutes)
    start = request.wanted[0].span.start
    span = replace(request.wanted[0].span, end=start + timedelta(minutes=lacks_min or 1))
    lacks = (missing(request.wanted[0].camera_id, span),) if lacks_min else ()
    desk.queue.made(begun, replace(MADE, missing=lacks))


def seconds(desk: EvidenceDesk, author: OfficerId, **other: Any) -> float | None:
    with desk.store.read() as unit:
        desk.sign_in(unit.officers.officer(author))
    return preview_of(desk, asked(desk, **other)).seconds


def preview_of(desk: EvidenceDesk, request: Request) -> Preview:
    return on(desk, ROOMY).of(request.id, "/media/usb")


def test_the_time_is_told_by_packages_that_were_made_before(
    desk: EvidenceDesk, full: Recorded, clock: FakeClock
) -> None:
    boss, officer = desk.chief(), desk.officer(Role.OFFICER)
    wanted = tuple(desk.wanted(1))
    native = frozenset({NATIVE})
    for minutes, lacks in ((3.0, 0.0), (1.0, 20.0), (2.0, 0.0)):  # 10, 10 and 15 in one
        exported_in(desk, clock, desk.approved(boss, officer, wanted=wanted), minutes, lacks)

    assert seconds(desk, officer.id, wanted=wanted) == pytest.approx(180)
    # Without viewing copies it is another matter, and so is another stream.
    assert seconds(desk, officer.id, wanted=wanted, forms=native) is None
    sub = (Wanted(GATE, wanted[0].span, StreamRole.SUB),)
    assert seconds(desk, officer.id, wanted=sub) is None


def test_a_package_that_took_no_time_tells_none(
    desk: EvidenceDesk, full: Recorded, clock: FakeClock
) -> None:
    """The clock was set back meanwhile."""
    boss, officer = desk.chief(), desk.officer(Role.OFFICER)
    desk.exported(desk.approved(boss, officer, 1))

    assert seconds(desk, officer.id, wanted=tuple(desk.wanted(1))) is None


# Who may ask


def test_only_whoever_may_export_it_is_told(desk: EvidenceDesk, full: Recorded) -> None:
    desk.officer(Role.OFFICER)
    request = asked(desk, 1, 6)
    first, last = desk.cameras()[0], desk.cameras()[5]
    wanted = desk.wanted(1)

    for role in (Role.DUTY, Role.ADMINISTRATOR, Role.AUDITOR):
        desk.officer(role)
        for call in (
            lambda: desk.previews.of(request.id, "/media/usb"),
            lambda: desk.previews.of_lines(wanted),
        ):
            with pytest.raises(NotAllowed) as refused:
                call()
            assert refused.value.reason == Why.ROLE
    desk.officer(Role.OFFICER, {desk.team_of(first)})
    with pytest.raises(Gone):
        desk.previews.of(request.id, "/media/usb")
    with pytest.raises(NotAllowed) as refused:
        desk.previews.of_lines(desk.wanted(1, 6))
    assert refused.value.reason == Why.SCOPE
    assert len(desk.previews.of_lines(wanted)) == 1
    assert desk.team_of(first) != desk.team_of(last)


def test_who_was_narrowed_since_is_not_told_of_cameras_that_are_not_his_any_more(
    desk: EvidenceDesk, full: Recorded
) -> None:
    """He still sees his own request, and could not export it."""
    officer = desk.officer(Role.OFFICER)
    request = asked(desk, 1, 6)
    team = desk.team_of(desk.cameras()[0])
    with desk.store.begin() as unit:
        unit.officers.change(officer.id, name=officer.name, role=officer.role, teams=[team])
        desk.sign_in(unit.officers.officer(officer.id))
    assert desk.requests.request(request.id) == request

    with pytest.raises(NotAllowed) as refused:
        desk.previews.of(request.id, "/media/usb")
    assert refused.value.reason == Why.SCOPE


def test_a_request_that_is_not_there_is_gone(desk: EvidenceDesk) -> None:
    desk.officer(Role.OFFICER)

    with pytest.raises(Gone):
        desk.previews.of(RequestId(99), "/media/usb")


def test_looking_is_told_to_nobody_and_changes_nothing(
    desk: EvidenceDesk, full: Recorded, stick: Path
) -> None:
    desk.officer(Role.OFFICER)
    request = asked(desk)
    before = desk.log()

    desk.previews.of(request.id, str(stick))

    assert desk.log() == before
    assert desk.requests.request(request.id) == request
    assert list(stick.iterdir()) == []
