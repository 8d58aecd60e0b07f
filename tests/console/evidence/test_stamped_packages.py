"""A package and an authority for time-stamps: a good stamp goes with it, a bad one never does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from console.evidence.faults import Answer
from console.evidence.names import MANIFEST, STAMP, SUMS
from console.evidence.stamping import a_nonce, question
from console.evidence.verifying import verify
from console.workers import Stop
from db.store import Store
from tests.console.call import ignore
from tests.console.evidence import tsa
from tests.console.evidence.press import Press, is_sound
from tests.fakes import FakeClock

Stamper = Callable[[bytes], bytes]


@pytest.fixture
def stamper(tmp_path_factory: pytest.TempPathFactory) -> Stamper:
    """An authority that answers at once."""
    folder = tsa.founded(tmp_path_factory.mktemp("tsa"))
    return lambda sums: tsa.reply(folder, question(sums, a_nonce()))


@pytest.fixture
def press(tmp_path: Path, store: Store, clock: FakeClock) -> Iterator[Press]:
    with closing(Press(tmp_path, store, clock)) as press:
        press.record(0, 40)
        press.keep()
        press.queued(press.line(0, 40))
        yield press


def test_a_stamp_is_beside_the_sums_and_in_no_list(press: Press, stamper: Stamper) -> None:
    package = press.folder_of(press.make(stamper=stamper))

    verdict = verify(package, stop=Stop(), progressed=ignore)
    assert (verdict.stamp, verdict.sound) == (Answer.GOOD, True)
    assert STAMP not in (package / SUMS).read_text()
    assert STAMP not in (package / MANIFEST).read_text("utf-8")


def test_where_no_authority_answers_the_package_goes_without(press: Press) -> None:
    package = press.folder_of(press.make(stamper=lambda _sums: None))

    assert not (package / STAMP).exists()
    assert is_sound(package)


@pytest.mark.loud("the time-stamp is left out")
def test_a_stamp_of_something_else_spoils_no_package(press: Press, stamper: Stamper) -> None:
    package = press.folder_of(press.make(stamper=lambda _sums: stamper(b"others")))

    assert not (package / STAMP).exists()
    assert is_sound(package)


@pytest.mark.loud("the time-stamp is left out")
@pytest.mark.parametrize("token", [b"", b"\x30\x03\x02\x01\x00"])
def test_what_is_no_stamp_spoils_no_package(press: Press, token: bytes) -> None:
    package = press.folder_of(press.make(stamper=lambda _sums: token))

    assert not (package / STAMP).exists()
    assert is_sound(package)
