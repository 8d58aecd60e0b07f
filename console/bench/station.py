"""A station of the bench's cameras, in a data folder of its own."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from console.app import build
from console.backup_files import STORE_FILE
from console.bench import cameras
from console.bench.media import MAIN, SUB
from console.config import SETUP_FILE
from console.demo.server import HOST
from console.video.footage_files import Marker, mark_volume
from db.footage_records import RecordingRule, VolumeId
from db.records import DeviceKind, NewStream, StreamRole, Transport
from db.store import Store

# Its cameras are on this PC, which no real station allows; they have no passwords to keep.
_SETTINGS = """\
[station]
name = "Bench"
[network]
allow_loopback = true
[vault]
keeper = "key_file"
[engine]
stays = false
standby = false
"""
_A_CLUSTER = 16
_RESERVE_GB = 1
VOLUME = VolumeId(1)


def make(data: Path, ports: Sequence[int]) -> None:
    """Make a station: camera number n, counted from 1, is at the n-th of ``ports``."""
    data.mkdir(parents=True, exist_ok=True)
    (data / SETUP_FILE).write_text(_SETTINGS, encoding="utf-8")
    store = Store(data / STORE_FILE, committed=lambda _: None)
    try:
        with store.begin() as unit:
            fleet = unit.fleet
            for stream, port in enumerate(ports):
                if stream % _A_CLUSTER == 0:
                    number = stream // _A_CLUSTER + 1
                    cluster = fleet.add_cluster(
                        number=number, name=f"Cụm camera {number:03}", team_id=None
                    )
                device = fleet.add_device(kind=DeviceKind.CAMERA, host=HOST, username="")
                fleet.add_camera(
                    number=stream + 1,
                    name=f"Camera {stream + 1}",
                    cluster_id=cluster.id,
                    device_id=device.id,
                    streams=_streams(stream, port),
                )
    finally:
        store.close()


def record(data: Path, role: StreamRole = StreamRole.SUB) -> Path:
    """Have a stream of every camera of a station recorded; the folder of its footage."""
    footage = data / "footage"
    footage.mkdir()
    console = build(data, lambda _: None)
    try:
        console.recording.set_rule(RecordingRule(role=role))
        console.recording.add_volume(str(footage), _RESERVE_GB)
    finally:
        console.close()
    return footage


def volume(data: Path) -> Path:
    """A marked folder for the footage of an engine that is told of it without a console."""
    footage = data / "footage"
    footage.mkdir()
    mark_volume(footage, Marker(VOLUME, "bench"))
    return footage


def _streams(stream: int, port: int) -> tuple[NewStream, ...]:
    clips = {StreamRole.MAIN: MAIN.name, StreamRole.SUB: SUB.name}
    return tuple(
        NewStream(
            role=role,
            scheme="rtsp",
            port=port,
            path=cameras.path(stream, clip),
            transport=Transport.TCP,
        )
        for role, clip in clips.items()
    )
