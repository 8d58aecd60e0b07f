from __future__ import annotations

from pathlib import Path

import pytest

from console.demo.ledger import Ledger
from console.events import Load, Measured, Reason, StreamChanged, StreamFigures, StreamState
from db.records import Camera, StreamRole
from db.store import Store
from tests import wards


@pytest.fixture
def cameras(tmp_path: Path) -> list[Camera]:
    """Three cameras of a ward."""
    store = Store(wards.made(tmp_path / "ward.db", cameras=3), committed=lambda _: None)
    with store.read() as unit:
        found = list(unit.fleet.cameras())
    store.close()
    return found


def figures(camera: Camera, fps: float) -> StreamFigures:
    return StreamFigures(
        camera_id=camera.id,
        role=StreamRole.SUB,
        codec="h264",
        width=640,
        height=360,
        decoded_fps=fps,
        kbit_s=412.4,
        packets_lost=2,
        load=Load.SMALL_TILE,
    )


def test_a_line_tells_what_a_camera_did_last(cameras: list[Camera]) -> None:
    ledger = Ledger()
    ledger.know(cameras)

    ledger.heard(StreamChanged(cameras[0].id, StreamState.CONNECTING))
    ledger.heard(StreamChanged(cameras[0].id, StreamState.LIVE))
    ledger.heard(Measured((figures(cameras[0], 3.0),)))
    ledger.heard(Measured((figures(cameras[0], 15.0),)))

    _, line, count = ledger.lines()
    assert line.split()[-7:] == ["live", "none", "h264", "640x360", "15.0", "412", "2"]
    assert cameras[0].name in line
    assert count == "1 live"


def test_figures_of_a_camera_that_was_lost_since_are_not_told(cameras: list[Camera]) -> None:
    ledger = Ledger()
    ledger.know(cameras)

    ledger.heard(Measured((figures(cameras[0], 15.0),)))
    ledger.heard(StreamChanged(cameras[0].id, StreamState.OFFLINE, Reason.NO_ANSWER))

    assert ledger.lines()[1].endswith("no_answer")


def test_states_are_counted_and_cameras_that_were_not_shown_left_out(cameras: list[Camera]) -> None:
    ledger = Ledger()
    ledger.know(cameras)

    ledger.heard(StreamChanged(cameras[1].id, StreamState.REFUSED, Reason.BAD_LOGIN))
    ledger.heard(StreamChanged(cameras[2].id, StreamState.LIVE))

    lines = ledger.lines()
    assert len(lines) == 4
    assert lines[-1] == "1 live, 1 refused"
