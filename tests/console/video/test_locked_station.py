"""After a reboot with nobody there: the machine's key is enough for every camera to come back."""

from __future__ import annotations

from pathlib import Path

from console.app import build
from console.demo.clips import Clip
from console.events import StreamState
from tests import guarded
from tests.camera import LOGIN, serving
from tests.console.video.watching import Watcher

CAMERAS = 16
WITHIN_S = 60.0


def test_every_camera_connects_with_nobody_signed_in(
    watcher: Watcher, clips: dict[str, Clip], tmp_path: Path
) -> None:
    with serving(clips, guarded.channels(CAMERAS, "small"), login=LOGIN) as camera:
        guarded.made(tmp_path, camera.port, CAMERAS)
        station = build(tmp_path, lambda _: None)
        assert station.seat.session is None

        watcher.show(station.fleet.sources())

        watcher.until(
            lambda: all(
                (watcher.state(number) or (None,))[0] is StreamState.LIVE
                for number in guarded.numbers(CAMERAS)
            ),
            seconds=WITHIN_S,
        )
        station.close()
