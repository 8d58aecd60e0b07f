"""What may befall a package while it is made: it fails with a word, and nothing looks finished."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from console.audit import Act, Audit
from console.errors import Cancelled, EngineLost, StoreFailed, VaultLocked
from console.evidence import making
from console.evidence.engine_hands import Hands
from console.evidence.names import COVER, folder_name
from console.evidence.rules import Cause
from console.evidence.sizes import PAPER_BYTES
from console.evidence.writing import LEFT_FREE_BYTES
from console.gate import Seat
from console.heads import LAST_SECRET, Heads
from console.secret import Secret
from console.video.archive_file import INDEX_FILE
from console.video.archive_reader import ArchiveReader
from console.workers import Stop
from db.evidence_records import (
    MaskKey,
    MaskWanted,
    Package,
    PackageExtras,
    PackageForm,
    PackageOutcome,
    StillWanted,
)
from db.footage_records import Run
from db.records import CameraId, Span, StreamRole, from_us
from db.store import Store
from tests.console.call import ignore
from tests.console.evidence.covers import pdf_text
from tests.console.evidence.dying_press import killed
from tests.console.evidence.press import ALL, Press, is_sound, names
from tests.console.evidence.test_writing import posix
from tests.console.trails import Safe
from tests.console.video.footage_made import instant
from tests.fakes import FakeClock

F = PackageForm
EXTRAS = PackageExtras(stills=(StillWanted(CameraId(1), instant(9)),))


@pytest.fixture
def press(tmp_path: Path, store: Store, clock: FakeClock) -> Iterator[Press]:
    """Footage of camera 1 that begins and ends in the middle of what is wanted."""
    with closing(Press(tmp_path, store, clock)) as press:
        press.record(0, 40)
        press.keep()
        yield press


class Ticking(FakeClock):
    """Goes on with every question; at the question number ``at`` something is done."""

    def __init__(
        self, at: int = 0, do: Callable[[], object] = lambda: None, s: float = 1.5
    ) -> None:
        super().__init__()
        self.asked = 0
        self._at, self._do, self._s = at, do, s

    def monotonic_s(self) -> float:
        self.asked += 1
        if self.asked == self._at:
            self._do()
        return super().monotonic_s() + self.asked * 1.5


def failed(press: Press, **changes: Any) -> str:
    """Why the next package fails, which the log tells, too."""
    package = press.make(**changes)
    assert package.outcome is PackageOutcome.FAILED
    *_, (_, _, subject, told) = press.log(Act.EXPORT_FAILED)
    assert (subject, told["reason"]) == (package.id, package.cause)
    return package.cause


def all_of(press: Press) -> Package:
    """A package with files of each kind is queued."""
    return press.queued(press.line(0, 40), forms=ALL, extras=EXTRAS)


def test_cancelling_at_any_step_leaves_nothing_and_it_can_be_made_again(press: Press) -> None:
    queued = all_of(press)
    step, steps = 1, 0
    while True:
        clock = Ticking(step, lambda: press.queue.cancel(queued.id))
        package = press.make(clock=clock)
        if package.outcome is PackageOutcome.MADE:
            break
        assert package.outcome is PackageOutcome.CANCELLED
        assert names(press.usb) == []
        press.queue.retry(queued.id)
        step += 1 + step // 3
        steps += 1

    assert steps > 8
    assert is_sound(press.folder_of(package))


def test_the_program_that_ends_gives_up_and_says_so(press: Press) -> None:
    all_of(press)
    stop = Stop()
    press.hands.before = lambda _order: stop.set()

    package = press.make(stop)

    assert (package.outcome, package.cause) == (PackageOutcome.FAILED, Cause.INTERRUPTED)
    assert names(press.usb) == []


def test_one_that_is_cancelled_when_it_is_finished_is_taken_away(press: Press) -> None:
    queued = press.queued(press.line(0, 40))

    def stamper(_sums: bytes) -> None:
        press.queue.cancel(queued.id)

    package = press.make(stamper=stamper)

    assert package.outcome is PackageOutcome.CANCELLED
    assert names(press.usb) == []


def test_what_somebody_put_into_a_finished_package_stays_when_it_is_taken_away(
    press: Press,
) -> None:
    queued = press.queued(press.line(0, 40))

    def stamper(_sums: bytes) -> None:
        press.queue.cancel(queued.id)
        (partial,) = press.usb.iterdir()
        (partial / "của tôi.txt").write_text("x")

    press.make(stamper=stamper)

    (left,) = press.usb.iterdir()
    assert left.name.endswith(".partial")
    assert names(left) == ["của tôi.txt"]


@posix
@pytest.mark.parametrize("most", [1_000, 6_000])
def test_a_full_medium_is_told(press: Press, most: int) -> None:
    queued = all_of(press)
    press.hands.most_bytes = most

    assert failed(press) == Cause.NO_ROOM
    assert names(press.usb) == []

    press.hands.most_bytes = None
    press.queue.retry(queued.id)
    assert is_sound(press.folder_of(press.make()))


@pytest.mark.parametrize("lacks", [1, 0])
def test_what_has_no_room_is_not_begun_by_the_estimate_that_the_preview_told(
    press: Press, monkeypatch: pytest.MonkeyPatch, lacks: int
) -> None:
    request = press.allowed(press.line(0, 40), forms=ALL)
    needed = press.previews.of(request.id, str(press.usb), EXTRAS).needed_bytes + LEFT_FREE_BYTES
    press.queue.add(request.id, str(press.usb), "", EXTRAS)
    room = shutil.disk_usage(press.usb)._replace(free=needed - lacks)
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: room)

    if lacks:
        assert failed(press) == Cause.NO_ROOM
        assert press.hands.orders == []
        assert names(press.usb) == []
    else:
        assert is_sound(press.folder_of(press.make()))


@pytest.mark.parametrize("lacks", [1, 0])
def test_a_file_that_is_too_large_for_the_medium_is_not_begun(
    press: Press, monkeypatch: pytest.MonkeyPatch, lacks: int
) -> None:
    press.queued(press.line(0, 40))
    most = PAPER_BYTES  # the largest file of a package so small
    monkeypatch.setattr(making, "largest_file_bytes", lambda _folder: most - lacks)

    if lacks:
        assert failed(press) == Cause.NO_ROOM
        assert press.hands.orders == []
    else:
        assert is_sound(press.folder_of(press.make()))


@pytest.mark.parametrize("order", [1, 2, 3])
@pytest.mark.parametrize("mount_point", [False, True], ids=["gone", "empty folder"])
def test_a_stick_that_is_pulled_is_told(press: Press, order: int, mount_point: bool) -> None:
    all_of(press)

    def pull(_order: object) -> None:
        if len(press.hands.orders) == order:
            shutil.rmtree(press.usb)
            if mount_point:
                press.usb.mkdir()

    press.hands.before = pull

    assert failed(press) == Cause.MEDIUM_LOST
    assert names(press.usb) == []


def test_a_target_that_is_not_there_is_told(press: Press) -> None:
    press.queued(press.line(0, 40))
    press.usb.rmdir()

    assert failed(press) == Cause.MEDIUM_LOST
    assert press.hands.orders == []


@pytest.mark.parametrize("there", ["BBB", ""])
def test_another_stick_than_the_one_that_was_meant_gets_nothing(press: Press, there: str) -> None:
    press.queued(press.line(0, 40), serial="AAA")

    assert failed(press, serial_of=lambda _folder: there) == Cause.OTHER_MEDIUM
    assert names(press.usb) == []


@pytest.mark.parametrize(
    ("meant", "there", "told"), [("4C53", None, "4C53"), ("", "60A44", "60A44")]
)
def test_the_serial_of_the_medium_is_kept_with_the_package(
    press: Press, meant: str, there: str | None, told: str
) -> None:
    press.queued(press.line(0, 40), serial=meant)

    package = press.make(serial_of=lambda _folder: there)

    assert package.medium_serial == told
    assert told in pdf_text((press.folder_of(package) / COVER).read_bytes())


def test_a_file_that_somebody_puts_there_is_not_written_over(press: Press) -> None:
    press.queued(press.line(0, 40))
    press.hands.before = lambda order: Path(order.target).write_bytes(b"mine")

    assert failed(press) == Cause.MEDIUM_REFUSED


def test_a_name_that_is_taken_is_told(press: Press) -> None:
    queued = press.queued(press.line(0, 40))
    request = press.requests.request(queued.request_id)  # type: ignore[arg-type]
    name = folder_name(f"TX-{request.year}-{request.number:04}", press.clock.now(), queued.uuid[:8])
    (press.usb / name).mkdir()

    assert failed(press) == Cause.NAME_TAKEN
    assert names(press.usb) == [name]


def test_a_worker_that_dies_is_asked_again(press: Press) -> None:
    press.queued(press.line(0, 40))
    press.hands.losses = 1

    assert is_sound(press.folder_of(press.make()))


def test_an_engine_that_dies_again_and_again_is_given_up(press: Press, tmp_path: Path) -> None:
    press.hands.losses = 9
    target = tmp_path / "a.mp4"
    hands = Hands(press.hands, Stop(), (0.0, 0.0))

    with pytest.raises(EngineLost):
        hands.cut(CameraId(1), StreamRole.SUB, press.line(0, 40).span, target, ignore)

    assert press.hands.losses == 6
    stop = Stop()
    stop.set()
    with pytest.raises(Cancelled):
        Hands(press.hands, stop).cut(
            CameraId(1), StreamRole.SUB, press.line(0, 40).span, target, ignore
        )


def test_without_an_engine_nothing_is_begun(press: Press) -> None:
    queued = press.queued(press.line(0, 40))

    with pytest.raises(EngineLost):
        press.maker(engine=None).make_next(Stop())

    assert press.packages.package(queued.id).outcome is PackageOutcome.QUEUED


class Shut(Safe):
    """A vault that cannot be opened."""

    def secret(self, name: str) -> Secret | None:
        raise VaultLocked(name)


def heads_over(press: Press, safe: Safe) -> Heads:
    return Heads(press.store, safe, Audit(Seat(), press.clock, "pc-1"), press.clock)


def test_without_its_key_the_station_makes_no_package(press: Press) -> None:
    press.queued(press.line(0, 40))

    assert failed(press, heads=heads_over(press, Shut())) == Cause.KEY_MISSING
    assert press.hands.orders == []


def test_a_log_that_is_not_what_was_signed_goes_into_no_package(press: Press) -> None:
    press.queued(press.line(0, 40))
    safe = Safe()
    heads = heads_over(press, safe)
    heads.sign_head("daily")
    safe.keep_secret(LAST_SECRET, Secret(f"3 {'ab' * 32}"))

    assert failed(press, heads=heads) == Cause.LOG_MEDDLED


class Unreadable(ArchiveReader):
    """An index that is damaged."""

    def runs(self, cameras: Iterable[CameraId], span: Span) -> list[Run]:
        raise StoreFailed("it is damaged")


def test_an_index_that_cannot_be_read_is_told(press: Press) -> None:
    press.queued(press.line(0, 40))

    assert failed(press, index=Unreadable(press.folder / INDEX_FILE)) == Cause.UNREADABLE


def test_masks_that_the_engine_does_not_take_are_told(press: Press) -> None:
    corners = tuple(number for corner in range(40) for number in (100 + corner, 200 + corner))
    masks: Sequence[MaskWanted] = [
        MaskWanted(
            camera_id=CameraId(1),
            keys=tuple(MaskKey(instant(0) + each, corners) for each in range(1, 40)),
        )
        for _ in range(30)
    ]
    extras = PackageExtras(masks=tuple(masks))
    press.queued(press.line(0, 40), forms={F.VIEWING}, extras=extras)

    assert failed(press) == Cause.MASKS
    assert names(press.usb) == []


def test_a_request_that_allows_stills_alone_and_names_none_makes_nothing(press: Press) -> None:
    press.queued(press.line(0, 40), forms={F.STILLS})

    assert failed(press) == Cause.NO_FORM


def test_a_fault_of_the_program_fails_the_package_and_is_told(press: Press) -> None:
    queued = press.queued(press.line(0, 40))

    def broken(_order: object) -> None:
        raise ZeroDivisionError

    press.hands.before = broken

    with pytest.raises(ZeroDivisionError):
        press.make()

    package = press.packages.package(queued.id)
    assert (package.outcome, package.cause) == (PackageOutcome.FAILED, Cause.BROKEN)
    assert names(press.usb) == []


def test_footage_that_goes_meanwhile_is_missed_and_named(press: Press) -> None:
    press.record(60, 40)
    press.keep()
    press.queued(press.line(0, 100))
    later = press.ward.path(CameraId(1), 60)

    def remove(_order: object) -> None:
        later.unlink(missing_ok=True)

    press.hands.before = remove

    package = press.make()

    assert package.made is not None
    assert [each.span for each in package.made.missing][-1].end == from_us(instant(100))
    assert is_sound(press.folder_of(package))


@posix
@pytest.mark.timeout(240)  # each step is a process
def test_a_kill_at_any_step_leaves_nothing_that_looks_finished(tmp_path: Path) -> None:
    """At every fourth; ``make proof`` tries each (``package-kills``)."""
    assert killed(tmp_path, 4) > 10
