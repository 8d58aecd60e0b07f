"""The station without a window: the engine is told, and told again when somebody changed it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from console.app import Console, build
from console.errors import VaultLocked
from console.forms import CameraForm
from console.serve import Orders, Teller
from console.video.ports import CameraSource
from console.video.wire_footage import RecordOrder, VolumeOrder
from db.footage_records import Plan, VolumeId
from db.records import CameraId, StreamRole
from db.sqlite import Watch
from tests import stores

DISK = VolumeOrder(VolumeId(1), "/srv/footage", 0, True)


class Engine:
    """Notes what it is told."""

    def __init__(self) -> None:
        self.told: list[tuple[str, int]] = []

    def set_cameras(self, cameras: Sequence[CameraSource]) -> None:
        self.told.append(("cameras", len(cameras)))

    def set_recording(self, orders: Sequence[RecordOrder], volumes: Sequence[VolumeOrder]) -> None:
        self.told.append(("orders", len(orders)))


@pytest.fixture
def station(tmp_path: Path) -> Console:
    return build(stores.folder(tmp_path), lambda _: None)


def orders_of(station: Console) -> Orders:
    """Each camera, always: the rules have tests of their own."""
    orders = [
        RecordOrder(camera.id, StreamRole.SUB, Plan.ALWAYS, "", False, 2, 0)
        for camera in station.fleet.view().cameras
    ]
    return orders, [DISK]


def test_what_another_process_changes_is_told(station: Console, tmp_path: Path) -> None:
    engine, watch = Engine(), Watch(tmp_path / "station.db")
    teller = Teller(engine, station.fleet.sources, lambda: orders_of(station), watch.changed)
    teller.look()
    assert engine.told == [("cameras", 0), ("orders", 0)]

    other = build(tmp_path, lambda _: None)
    other.fleet.add_cluster("Cụm 1")
    teller.look()
    assert len(engine.told) == 2  # nothing that the engine must know

    add_camera(other)
    teller.look()
    teller.look()

    assert engine.told[2:] == [("cameras", 1), ("orders", 1)]
    other.close()
    watch.close()
    station.close()


@pytest.mark.loud("no keyring yet")
def test_a_vault_that_is_shut_is_tried_again(station: Console) -> None:
    engine, shut = Engine(), [True]

    def cameras() -> list[CameraSource]:
        if shut:
            raise VaultLocked("no keyring yet")
        return [CameraSource(camera_id=CameraId(1), streams=())]

    teller = Teller(engine, cameras, lambda: ([], [DISK]), lambda: False)
    teller.look()
    assert engine.told == []

    shut.clear()
    teller.look()

    assert engine.told == [("cameras", 1), ("orders", 0)]
    station.close()


def add_camera(station: Console) -> None:
    [cluster] = station.fleet.view().clusters
    station.fleet.add_camera(
        CameraForm(number=1, name="Cổng", cluster_id=cluster.id, sub_url="rtsp://192.168.1.9/sub")
    )
