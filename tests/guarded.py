"""A station on loopback whose cameras ask for a password: what is live there was really opened."""

from __future__ import annotations

from pathlib import Path

from console.app import build
from console.demo.lineup import Channel
from console.forms import CameraForm
from tests import stores
from tests.camera import PASSWORD, USERNAME
from tests.console.officers import BOSS, BOSS_WORD, CHEAP

SETUP = '[vault]\nkeeper = "key_file"\n[network]\nallow_loopback = true\n'


def channels(count: int, clip: str) -> list[Channel]:
    """What the server must show for ``made``: the same clip from as many eyes."""
    return [Channel(f"/eye/{number}", clip, number, guarded=True) for number in numbers(count)]


def made(folder: Path, port: int, cameras: int, *, officer: bool = True) -> None:
    """A station with guarded cameras, and an officer, its vault kept by the machine's key."""
    (stores.folder(folder) / "station.toml").write_text(SETUP)
    station = build(folder, lambda _: None, hash_cost=CHEAP)
    cluster = station.fleet.add_cluster("Cụm 1")
    for number in numbers(cameras):
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
    if officer:
        station.access.begin(BOSS, BOSS_WORD)
    station.close()


def numbers(cameras: int) -> range:
    """The cameras' numbers, which are their ids, too."""
    return range(1, cameras + 1)
