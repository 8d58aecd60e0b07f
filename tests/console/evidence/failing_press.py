"""A package is made again and again; each time its medium fails later, or somebody cancels it.

A step is whatever Python asks the system for below the target, as in ``dying_press``, and besides
each flush to the medium and each piece that is written there by the program itself.
"""

from __future__ import annotations

import errno
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from console.acts import Act
from console.evidence import partial
from console.evidence.rules import Cause
from db.evidence_records import Package, PackageExtras, PackageOutcome, StillWanted
from db.records import CameraId
from tests.console.evidence.press import ALL, Press, is_sound
from tests.console.video.footage_made import instant
from tests.fakes import FakeClock

EXTRAS = PackageExtras(stills=(StillWanted(CameraId(1), instant(9)),))
_STEPS = frozenset({"open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.scandir"})
_TAKING_ROOM = frozenset({"open", "os.mkdir", "os.rename"})
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


class Way(StrEnum):
    """What befalls it, from a step on."""

    PULLED = "pulled"  # nothing lies at its path any more
    SICK = "sick"  # it answers every question with an error
    FULL = "full"  # it takes nothing more
    CANCELLED = "cancelled"  # by an officer, at that step


CAUSES = {
    Way.PULLED: {Cause.MEDIUM_LOST},
    Way.SICK: {Cause.MEDIUM_LOST, Cause.MEDIUM_REFUSED},
    Way.FULL: {Cause.NO_ROOM},
}
_ERRORS = {Way.SICK: errno.EIO, Way.FULL: errno.ENOSPC}


class Tried(NamedTuple):
    """What came of one try, and what the log was told of it: of which package, and why."""

    package: Package
    logged: list[tuple[str, int | None, dict[str, object]]]
    reached: bool


class Medium:
    """Fails from step ``at`` on, while it is ``failing``.  One thread."""

    def __init__(self, folder: Path, way: Way, cancel: Callable[[], object]) -> None:
        self.folder = folder
        self.reached = False
        self._way = way
        self._cancel = cancel
        self._away = folder.with_name("pulled-" + folder.name)
        self._left = 0  # steps up to the one that fails
        self._counts = False

    @contextmanager
    def failing(self, at: int) -> Iterator[None]:
        """Afterwards it is there again, with what lies on it."""
        self._left, self._counts, self.reached = at, True, False
        try:
            yield
        finally:
            self._counts = False
            if self._away.exists():
                self._away.rename(self.folder)

    def asked(self, event: str, arguments: tuple[Any, ...]) -> None:
        """For ``sys.addaudithook``: what is raised here, the caller gets."""
        if event in _STEPS and str(arguments[0]).startswith(str(self.folder)):
            takes_room = event in _TAKING_ROOM and (event != "open" or arguments[2] & _WRITING)
            self.step(takes_room=bool(takes_room))

    def step(self, *, takes_room: bool) -> None:
        """One step more.  Raises OSError: it fails."""
        if not self._counts or (self._way is Way.FULL and not takes_room):
            return
        self._left -= 1
        if self._left == 0:
            self.reached, self._counts = True, False  # what is done now is no step
            if self._way is Way.PULLED:
                self.folder.rename(self._away)
            elif self._way is Way.CANCELLED:
                self._cancel()
            self._counts = True
        if self.reached and self._way in _ERRORS:
            raise OSError(_ERRORS[self._way], os.strerror(_ERRORS[self._way]))


class _Hooked:
    """There is no way to take an audit hook away: one for the process, for whichever medium."""

    medium: Medium | None = None
    is_hooked = False


def _hear(event: str, arguments: tuple[Any, ...]) -> None:
    if _Hooked.medium is not None:
        _Hooked.medium.asked(event, arguments)


@contextmanager
def _watched(medium: Medium, patch: pytest.MonkeyPatch) -> Iterator[None]:
    fsync, write_all = os.fsync, partial.write_all

    def flushed(handle: int) -> None:
        if Path(f"/proc/self/fd/{handle}").readlink().is_relative_to(medium.folder):
            medium.step(takes_room=True)
        fsync(handle)

    def written(file: Any, content: bytes) -> None:
        medium.step(takes_room=True)
        write_all(file, content)

    patch.setattr(os, "fsync", flushed)
    patch.setattr(partial, "write_all", written)
    if not _Hooked.is_hooked:
        sys.addaudithook(_hear)
        _Hooked.is_hooked = True
    _Hooked.medium = medium
    try:
        yield
    finally:
        _Hooked.medium = None


class _Asking(FakeClock):
    """Goes on with every question, so that it is always time to look whether it is wanted."""

    def monotonic_s(self) -> float:
        self.pass_(seconds=1.5)
        return super().monotonic_s()


def tries(press: Press, way: Way, stride: int, patch: pytest.MonkeyPatch) -> Iterator[Tried]:
    """Each try fails ``stride`` steps later; ends with one that no step of was reached.

    What somebody finds on the medium after each is looked at here.
    """
    queued = press.queued(press.line(0, 40), forms=ALL, extras=EXTRAS)
    medium = Medium(press.usb, way, lambda: press.queue.cancel(queued.id))
    acts = (Act.EXPORT_FAILED, Act.EXPORT_CANCELLED, Act.EXPORT_FINISHED)
    clock, step = _Asking(), 1
    with _watched(medium, patch):
        while True:
            before, known = _named(press.usb), len(press.log(*acts))
            with medium.failing(step):
                package = press.make(clock=clock)
            left = _named(press.usb)
            assert all(is_sound(each) for each in left)
            told = [(*each[:1], *each[2:]) for each in press.log(*acts)[known:]]
            yield Tried(package, told, medium.reached)
            if package.outcome is not PackageOutcome.MADE:
                press.queue.retry(package.id)
            elif medium.reached or before:
                assert [press.folder_of(package)] == left
                shutil.rmtree(left[0])
                queued = press.queued(press.line(0, 40), forms=ALL, extras=EXTRAS)
            else:
                return
            step += stride


def befallen(press: Press, way: Way, stride: int, patch: pytest.MonkeyPatch) -> int:
    """Try each ``stride``-th step; how many tries did not make it.

    Raises AssertionError: one left something that looks finished, or was told wrongly.
    """
    count = 0
    for package, logged, reached in tries(press, way, stride, patch):
        left = list(press.usb.iterdir())
        open_ends = [each for each in left if each.name.endswith(".partial")]
        ((act, subject, detail),) = logged
        assert subject == package.id
        if package.outcome is PackageOutcome.MADE:
            assert act == Act.EXPORT_FINISHED
            continue
        count += 1
        assert reached
        if way is Way.CANCELLED:
            assert (package.outcome, act) == (PackageOutcome.CANCELLED, Act.EXPORT_CANCELLED)
            assert left == []
            continue
        assert (package.outcome, act) == (PackageOutcome.FAILED, Act.EXPORT_FAILED)
        assert detail["reason"] == package.cause
        assert package.cause in CAUSES[way]
        # What cannot be taken away from a medium that fails goes with the next try.
        assert len(open_ends) <= (0 if way is Way.FULL else 1)
    return count


def _named(folder: Path) -> list[Path]:
    """What looks finished."""
    return [each for each in folder.iterdir() if not each.name.endswith(".partial")]
