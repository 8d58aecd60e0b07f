"""build() wires a console, and close() takes it apart."""

from __future__ import annotations

import stat
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from console.app import build
from console.config import Config
from console.errors import EngineLost, SetupWrong, StoreDamaged
from console.events import Event
from console.video.footage_ports import StationEngine
from console.video.ports import CameraSource, CanvasView
from console.workers import Stop, Workers
from tests.fakes import FakeClock
from tests.no_footage import NoFootage


class IdleEngine(NoFootage):
    """Watches nothing, and remembers what happened to it."""

    def __init__(self, told: list[str]) -> None:
        self._told = told

    def set_cameras(self, cameras: Sequence[CameraSource]) -> None:
        self._told.append("cameras")

    def canvas(self) -> CanvasView:
        raise NotImplementedError

    def close(self) -> None:
        self._told.append("engine closed")


def ignore(event: Event) -> None:
    """An event that nobody waits for."""


def test_a_new_station_is_made_and_opened_again(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "station"
    first = build(folder, ignore)
    cluster = first.fleet.add_cluster("Cụm 1")
    first.close()

    second = build(folder, ignore)
    assert second.fleet.view().clusters == (cluster,)
    second.close()
    assert [file.name for file in folder.iterdir()] == ["station.db"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights in lists, not modes")
def test_a_new_data_folder_is_for_its_owner_alone(tmp_path: Path) -> None:
    build(tmp_path / "station", ignore).close()

    assert stat.S_IMODE((tmp_path / "station").stat().st_mode) == 0o700


def test_the_setup_beside_the_store_counts_unless_another_is_given(tmp_path: Path) -> None:
    (tmp_path / "station.toml").write_text("[engine]\nworkers = 5\n", "utf-8")

    read, given = build(tmp_path, ignore), build(tmp_path, ignore, config=Config())

    assert (read.config.engine_workers, given.config.engine_workers) == (5, 0)
    read.close()
    given.close()


def test_the_engine_is_started_with_the_setup_and_closed_before_the_threads(
    tmp_path: Path, clock: FakeClock
) -> None:
    told: list[str] = []

    def start(config: Config, workers: Workers) -> StationEngine:
        def body(stop: Stop) -> None:
            stop.wait(30)
            told.append("thread ended")

        workers.loop("link", body)
        told.append(f"started with {config.engine_workers}")
        return IdleEngine(told)

    console = build(tmp_path, ignore, clock=clock, engine=start, config=Config(engine_workers=2))
    assert console.clock is clock
    console.close()

    assert told == ["started with 2", "engine closed", "thread ended"]


def test_an_engine_that_does_not_start_leaves_nothing_open(tmp_path: Path) -> None:
    def start(_config: Config, workers: Workers) -> StationEngine:
        def body(stop: Stop) -> None:
            stop.wait(30)

        workers.loop("link", body)
        raise EngineLost

    with pytest.raises(EngineLost):
        build(tmp_path, ignore, engine=start)

    assert [file.name for file in tmp_path.iterdir()] == ["station.db"]


def test_a_folder_that_cannot_be_made_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(SetupWrong, match="folder"):
        build(tmp_path / "file" / "station", ignore)


def test_a_damaged_store_is_named(tmp_path: Path) -> None:
    (tmp_path / "station.db").write_bytes(b"coffee" * 1000)

    with pytest.raises(StoreDamaged):
        build(tmp_path, ignore)


def test_opening_a_station_loads_nothing_that_it_does_not_need_yet(tmp_path: Path) -> None:
    build(tmp_path, ignore).close()
    program = (
        "import sys; from pathlib import Path; from console.app import build;"
        "build(Path(sys.argv[1]), print).close();"
        "print(*({'alembic', 'keyring', 'argon2', 'cryptography', 'PySide6', 'av', 'cv2'}"
        " & set(sys.modules)))"
    )

    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
        timeout=30,
    )

    assert done.stdout.split() == []
