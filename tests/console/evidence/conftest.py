"""A good package and a browser, once for a module; a desk with cameras of two teams."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from db.evidence_records import Package
from db.records import CameraId
from db.store import Store
from tests import wards
from tests.console.evidence import browser as browsers
from tests.console.evidence import making, small_package
from tests.console.evidence.browser import Browser
from tests.console.evidence.recorded import Recorded
from tests.console.evidence.small_package import signer
from tests.console.evidence.sticks import KINGSTON, made_at
from tests.console.video.conftest import _runtime
from tests.evidence import EvidenceDesk
from tests.fakes import FakeClock


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_package.make(tmp_path_factory.mktemp("good") / "VV-2026", signer("station"))


@pytest.fixture(scope="module")
def good_made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return making.make_package(tmp_path_factory.mktemp("made"))


@pytest.fixture
def made(good_made: Path, tmp_path: Path) -> Path:
    """A copy of one that the program itself made."""
    return Path(shutil.copytree(good_made, tmp_path / good_made.name))


@pytest.fixture
def package(good: Path, tmp_path: Path) -> Path:
    """A copy of the good one, to be meddled with."""
    return Path(shutil.copytree(good, tmp_path / "VV-2026-000123 chợ"))


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    if why := browsers.missing():
        if sys.platform == "win32" or shutil.which("apt-get") is None:
            pytest.skip(f"only Debian's packages bring a browser to test with; {why}")
        pytest.fail(f"{why}; python3 -m tests.house test installs it")
    with browsers.browsing(tmp_path_factory.mktemp("profile")) as browser:
        yield browser


@pytest.fixture
def runtime() -> Iterator[Path]:
    """Where the engines of this test meet their consoles."""
    with _runtime() as folder:
        yield folder


@pytest.fixture
def desk(tmp_path: Path, store: Store, clock: FakeClock) -> Iterator[EvidenceDesk]:
    """Six cameras: the last one is of the second team."""
    wards.fill(store, cameras=6)
    with closing(EvidenceDesk(tmp_path, store, clock)) as desk:
        yield desk


@pytest.fixture
def recorded(tmp_path: Path, desk: EvidenceDesk) -> Iterator[Recorded]:
    """The footage of the desk's cameras."""
    made = Recorded(tmp_path, desk.clock.now())
    yield made
    made.archive.close()


@pytest.fixture
def full(recorded: Recorded) -> Recorded:
    """Ten hours of the first two cameras, 6 MB a minute."""
    for camera in (CameraId(1), CameraId(2)):
        recorded.run(camera, -600, 0, keys_every_s=60, looks=False)
    return recorded


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """Where packages are made."""
    folder = tmp_path / "packages"
    folder.mkdir()
    return folder


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """Where a stick shows its files."""
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def kept(desk: EvidenceDesk, shelf: Path) -> Package:
    """A package on the shelf; who made it sits here, with a Kingston in the PC."""
    desk.medium = KINGSTON
    return made_at(desk, shelf)
