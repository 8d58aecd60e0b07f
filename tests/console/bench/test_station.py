"""The bench's station is one that the console opens."""

from __future__ import annotations

from pathlib import Path

import pytest

from console.app import build
from console.bench import media, station
from console.video.footage_files import read_marker
from db.footage_records import Plan
from db.records import StreamRole


def test_each_camera_is_at_its_port_and_shows_its_own_stream(tmp_path: Path) -> None:
    station.make(tmp_path, [5001, *[5000] * 19])

    console = build(tmp_path, lambda _: None)
    cameras = console.fleet.view().cameras
    console.close()

    assert [camera.number for camera in cameras] == list(range(1, 21))
    sub = [camera.stream(StreamRole.SUB) for camera in cameras]
    assert [(s.port, s.path) for s in sub if s][:2] == [(5001, "/sub/0"), (5000, "/sub/1")]
    assert console.config.rules.allow_loopback


@pytest.mark.parametrize("role", list(StreamRole))
def test_each_stream_is_recorded_into_a_marked_folder(tmp_path: Path, role: StreamRole) -> None:
    station.make(tmp_path, [5000] * 3)

    footage = station.record(tmp_path, role)

    console = build(tmp_path, lambda _: None)
    orders, [volume] = console.recording.orders()
    console.close()
    assert [(order.role, order.plan) for order in orders] == [(role, Plan.ALWAYS)] * 3
    assert volume.path == str(footage)
    marker = read_marker(footage)
    assert marker is not None
    assert marker.volume_id == volume.volume_id
    assert not console.config.engine_stays


def test_the_recipe_is_that_of_a_cheap_camera() -> None:
    told = media.arguments(media.SUB)

    assert told[told.index("-g") + 1] == "30"
    assert told[told.index("-bf") + 1] == "0"
    assert "scale=640:360" in told[told.index("-vf") + 1]
    assert media.SUB.loop_s == 48
