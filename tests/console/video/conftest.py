"""A real engine for every test that asks for one, in a runtime folder of its own."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from console.demo.clips import Clip
from console.demo.rtp import Codec
from tests.camera import make_clip
from tests.console.video.watching import Watcher


@pytest.fixture
def runtime(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A short path: the names of local sockets are."""
    folder = Path(tempfile.mkdtemp(prefix="wc-"))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
    yield folder
    shutil.rmtree(folder)


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
