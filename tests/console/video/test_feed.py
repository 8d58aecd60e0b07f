"""The streams of one camera in a worker: which are open, and what is left of those that are not."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest

from console.demo.clips import Clip
from console.events import StreamState
from console.video import wire
from db.records import StreamRole
from tests.camera import serving
from tests.console.video.recording import Bench, task
from tests.console.video.watching import source

Clips = dict[str, Clip]
MAIN, SUB = StreamRole.MAIN, StreamRole.SUB


@pytest.fixture
def bench() -> Iterator[Bench]:
    bench = Bench()
    yield bench
    bench.close()


def states(bench: Bench) -> dict[StreamRole, StreamState]:
    return {role: strand.state for role, strand in dict(bench.feeds[1]._strands).items()}


def test_a_stream_that_stood_in_is_let_go_once_the_wanted_one_is_back(
    bench: Bench, clips: Clips
) -> None:
    """It may never have had a picture: it would go on taking the line for ever."""
    with serving(clips) as camera:
        camera.order("stall /large/1")
        wanted = source(1, camera.port, "/small/1", main="/large/1")
        bench.assign(task(wanted, mode=wire.Mode.PAINT))
        bench.until(lambda: bench.feeds and states(bench) == {SUB: StreamState.LIVE})

        camera.order("gone /small/1")
        bench.until(lambda: MAIN in states(bench))
        camera.order("resume /small/1")

        bench.until(lambda: states(bench) == {SUB: StreamState.LIVE})


def test_a_stream_that_is_let_go_leaves_no_decoder(bench: Bench, clips: Clips) -> None:
    """Not even until somebody looks for garbage: a decoder of a large picture takes many MB."""
    with serving(clips) as camera:
        both = source(1, camera.port, "/small/1", main="/large/1")
        bench.assign(task(both, mode=wire.Mode.PAINT))
        bench.until(lambda: bench.feeds and states(bench) == {SUB: StreamState.LIVE})
        decoder = weakref.ref(bench.feeds[1]._strands[SUB].decoder)
        assert decoder() is not None
        gc.disable()
        try:
            bench.assign(task(both, role=MAIN, mode=wire.Mode.PAINT))
            bench.until(lambda: states(bench) == {MAIN: StreamState.LIVE})
            bench.until(lambda: decoder() is None)
        finally:
            gc.enable()
