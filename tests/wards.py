"""A made-up ward for tests: clusters, teams and cameras, the same for the same seed."""

from __future__ import annotations

import random
import tempfile
from functools import cache
from pathlib import Path

from db.records import DeviceKind, NewStream, StreamRole, Transport
from db.store import Store, Unit
from tests import stores

WARD = 81  # cameras of a ward
CITY = 1128  # cameras of fourteen wards
CAMERAS_OF_A_CLUSTER = 5

_PLACES = ("Cổng chợ", "Ngã ba", "Ngã tư", "Đầu ngõ", "Trường học", "Nhà văn hóa", "Cầu", "Bến xe")
_STREETS = (
    "Phan Đình Phùng",
    "Hoàng Văn Thụ",
    "Đồng Quang",
    "Quang Trung",
    "Gia Sàng",
    "Túc Duyên",
)


def fill(store: Store, cameras: int = WARD, seed: int = 16) -> None:
    """Put a ward of ``cameras`` cameras into an empty store, in one unit of work."""
    chance = random.Random(seed)
    with store.begin() as unit:
        for number in range(1, cameras + 1):
            _add_camera(unit, number, chance)


def made(path: Path, cameras: int = WARD, seed: int = 16) -> Path:
    """A station's file with a ward in it."""
    path.write_bytes(_made(cameras, seed))
    return path


@cache
def _made(cameras: int, seed: int) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = stores.new(Path(folder) / "station.db")
        store = Store(path, committed=lambda _: None)
        fill(store, cameras, seed)
        store.close()
        return path.read_bytes()


def _add_camera(unit: Unit, number: int, chance: random.Random) -> None:
    group = (number - 1) // CAMERAS_OF_A_CLUSTER + 1
    if (number - 1) % CAMERAS_OF_A_CLUSTER == 0:
        team = unit.fleet.add_team(f"Tổ tự quản {group:03}")
        unit.fleet.add_cluster(number=group, name=f"Cụm camera {group:03}", team_id=team.id)
    cluster = next(c for c in unit.fleet.clusters() if c.number == group)
    device = unit.fleet.add_device(
        kind=DeviceKind.CAMERA, host=f"10.0.{number // 250}.{number % 250 + 1}", username="admin"
    )
    unit.fleet.add_camera(
        number=number,
        name=f"{chance.choice(_PLACES)} {chance.choice(_STREETS)} {number}",
        cluster_id=cluster.id,
        device_id=device.id,
        streams=(
            new_stream(StreamRole.MAIN, "/Streaming/Channels/101"),
            new_stream(StreamRole.SUB, "/Streaming/Channels/102"),
        ),
    )


def new_stream(role: StreamRole = StreamRole.MAIN, path: str = "/1", port: int = 554) -> NewStream:
    return NewStream(role=role, scheme="rtsp", port=port, path=path, transport=Transport.TCP)
