"""Short clips for the tests of the demo server, encoded once a run."""

from __future__ import annotations

import pytest

from console.demo.clips import Clip
from console.demo.rtp import Codec
from tests.camera import make_clip


@pytest.fixture(scope="session")
def h264(tmp_path_factory: pytest.TempPathFactory) -> Clip:
    """Four seconds of 320x180."""
    return make_clip(tmp_path_factory.mktemp("clips") / "h264.mp4")


@pytest.fixture(scope="session")
def h265(tmp_path_factory: pytest.TempPathFactory) -> Clip:
    """The same in H.265."""
    return make_clip(tmp_path_factory.mktemp("clips") / "h265.mp4", codec=Codec.H265)


@pytest.fixture(scope="session")
def large(tmp_path_factory: pytest.TempPathFactory) -> Clip:
    """Two seconds of 640x360."""
    folder = tmp_path_factory.mktemp("clips")
    return make_clip(folder / "large.mp4", frames=30, width=640, height=360)
