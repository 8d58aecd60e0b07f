"""After a reboot with nobody there: the machine's key is enough for every camera to come back."""

from __future__ import annotations

from pathlib import Path

from console.app import build
from console.demo.clips import Clip
from console.demo.lineup import Channel
from console.events import StreamState
from console.forms import CameraForm
from tests.camera import LOGIN, PASSWORD, USERNAME, serving
from tests.console.officers import BOSS, BOSS_WORD, CHEAP
from tests.console.video.watching import Watcher

CAMERAS = 16
WITHIN_S = 60.0


def made(folder: Path, port: int) -> None:
    """A station with an officer and guarded cameras, its vault kept by the machine's key."""
    (folder / "station.toml").write_text(
        '[vault]\nkeeper = "key_file"\n[network]\nallow_loopback = true\n'
    )
    station = build(folder, lambda _: None, hash_cost=CHEAP)
    cluster = station.fleet.add_cluster("Cụm 1")
    for number in range(1, CAMERAS + 1):
        station.fleet.add_camera(
            CameraForm(
                number=number,
                name=f"Camera {number}",
                cluster_id=cluster.id,
                sub_url=f"rtsp://127.0.0.1:{port}/eye/{number}",
                username=USERNAME,
                password=PASSWORD,
            )
        )
    station.access.begin(BOSS, BOSS_WORD)
    station.close()


def test_every_camera_connects_with_nobody_signed_in(
    watcher: Watcher, clips: dict[str, Clip], tmp_path: Path
) -> None:
    channels = [
        Channel(f"/eye/{number}", "small", number, guarded=True) for number in range(1, CAMERAS + 1)
    ]
    with serving(clips, channels, login=LOGIN) as camera:
        made(tmp_path, camera.port)
        station = build(tmp_path, lambda _: None)
        assert station.seat.session is None

        watcher.show(station.fleet.sources())

        watcher.until(
            lambda: all(
                (watcher.state(number) or (None,))[0] is StreamState.LIVE
                for number in range(1, CAMERAS + 1)
            ),
            seconds=WITHIN_S,
        )
        station.close()
