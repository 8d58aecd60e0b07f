"""A real engine for every test that asks for one, in a runtime folder of its own.

An engine and its workers cost four seconds of a processor.  Tests that leave theirs as it was
take the ``standing`` one of their module; it forgets everything between two of them.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from console.demo.clips import Clip
from console.demo.rtp import Codec
from console.events import EngineChanged, EngineState
from tests.camera import make_clip
from tests.console.video.watching import Watcher


@contextmanager
def _runtime() -> Iterator[Path]:
    """A short path: the names of local sockets are."""
    folder = Path(tempfile.mkdtemp(prefix="wc-"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_RUNTIME_DIR", str(folder))
        yield folder
    shutil.rmtree(folder)


@pytest.fixture
def runtime() -> Iterator[Path]:
    """Where the engines of this test meet their consoles."""
    with _runtime() as folder:
        yield folder


@pytest.fixture(scope="module")
def standing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Watcher]:
    """An engine for a whole module; its threads run before the first test counts them."""
    with _runtime():
        watcher = Watcher(tmp_path_factory.mktemp("standing"))
        watcher.until(lambda: EngineChanged(EngineState.STARTED) in watcher.events)
        yield watcher
        watcher.close()


@pytest.fixture
def watcher(runtime: Path, tmp_path: Path) -> Iterator[Watcher]:
    watcher = Watcher(tmp_path)
    yield watcher
    watcher.close()


@pytest.fixture(scope="session")
def clips(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Clip]:
    """Two seconds each: a small picture, a large one, and H.265."""
    folder = tmp_path_factory.mktemp("clips")
    return {
        "small": make_clip(folder / "small.mp4", frames=30),
        "large": make_clip(folder / "large.mp4", frames=30, width=640, height=360),
        "h265": make_clip(folder / "h265.mp4", frames=30, codec=Codec.H265),
    }
