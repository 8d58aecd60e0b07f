"""A made-up ward for tests: clusters, teams and cameras, the same for the same seed."""

from __future__ import annotations

import random
import sqlite3
import tempfile
from contextlib import closing
from functools import cache
from pathlib import Path

from db.records import DeviceKind, NewStream, StreamRole, Topic, Transport
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


_TABLES = ("team", "cluster", "device", "camera", "stream")  # owners first


def fill(store: Store, cameras: int = WARD, seed: int = 16) -> None:
    """Put a ward of ``cameras`` cameras into an empty store, in one unit of work.

    Row by row, as ``made`` keeps them: adding 81 cameras anew takes a second of each test.
    """
    with store.begin() as unit:
        connection = unit.fleet._session.connection()
        for statement, rows in _rows(cameras, seed):
            connection.exec_driver_sql(statement, rows)
        unit.touched.add(Topic.FLEET)


def made(path: Path, cameras: int = WARD, seed: int = 16) -> Path:
    """A station's file with a ward in it."""
    path.write_bytes(_made(cameras, seed))
    return path


@cache
def _made(cameras: int, seed: int) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = stores.new(Path(folder) / "station.db")
        store = Store(path, committed=lambda _: None)
        chance = random.Random(seed)
        with store.begin() as unit:
            for number in range(1, cameras + 1):
                _add_camera(unit, number, chance)
        store.close()
        return path.read_bytes()


@cache
def _rows(cameras: int, seed: int) -> list[tuple[str, list[tuple[object, ...]]]]:
    """What ``fill`` writes: a statement for each table, and its rows."""
    with tempfile.TemporaryDirectory() as folder:
        path = made(Path(folder) / "station.db", cameras, seed)
        with closing(sqlite3.connect(path)) as connection:
            return [_copied(connection, table) for table in _TABLES]


def _copied(connection: sqlite3.Connection, table: str) -> tuple[str, list[tuple[object, ...]]]:
    found = connection.execute(f"select * from {table} order by id")
    names = ", ".join(column[0] for column in found.description)
    places = ", ".join("?" for _ in found.description)
    return f"insert into {table} ({names}) values ({places})", found.fetchall()


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
