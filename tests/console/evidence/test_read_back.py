"""What lies on the medium is compared with what was written: pictures of each kind."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from console.evidence import partial
from console.evidence.medium import settled
from console.evidence.names import STILLS, VIEWING
from console.evidence.rules import Cause
from console.video import native
from console.video.native import Native
from db.evidence_records import Package, PackageExtras, PackageOutcome, StillWanted
from db.records import CameraId
from db.store import Store
from tests.console.evidence.making import flip
from tests.console.evidence.press import ALL, Press, is_sound, names
from tests.console.video.footage_made import instant
from tests.fakes import FakeClock

EXTRAS = PackageExtras(stills=(StillWanted(CameraId(1), instant(9)),))


@pytest.fixture
def press(tmp_path: Path, store: Store, clock: FakeClock) -> Iterator[Press]:
    with closing(Press(tmp_path, store, clock)) as press:
        press.record(0, 40)
        press.keep()
        yield press


def is_refused_and_made_again(press: Press, package: Package) -> bool:
    assert (package.outcome, package.cause) == (PackageOutcome.FAILED, Cause.MEDIUM_REFUSED)
    assert names(press.usb) == []
    press.queue.retry(package.id)
    return is_sound(press.folder_of(press.make()))


def test_a_medium_that_keeps_another_byte_of_a_native_copy_is_found_by_the_engine(
    press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    press.queued(press.line(0, 40), forms=ALL, extras=EXTRAS)
    look = native.look

    def forgetful(path: Path, *told: Any) -> Native:
        flip(path, -9)
        return look(path, *told)

    with monkeypatch.context() as patched:
        patched.setattr(native, "look", forgetful)
        package = press.make()

    assert is_refused_and_made_again(press, package)


@pytest.mark.parametrize("folder", [VIEWING, STILLS])
def test_a_medium_that_keeps_another_byte_is_found_and_told(
    press: Press, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    press.queued(press.line(0, 40), forms=ALL, extras=EXTRAS)

    def forgetful(path: Path) -> None:
        settled(path)
        if path.parent.name == folder:
            flip(path, -9)

    with monkeypatch.context() as patched:
        patched.setattr(partial, "settled", forgetful)
        package = press.make()

    assert is_refused_and_made_again(press, package)
