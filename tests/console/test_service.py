"""``ward-console serve`` as a process: it records, hears of changes, ends when told."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from console.app import build
from console.forms import CameraForm
from console.video.archive_file import INDEX_FILE
from console.video.archive_reader import ArchiveReader
from console.video.footage_files import files, read_segment
from console.workers import Stop
from db.footage_records import Plan, RecordingRule, VolumeId
from tests import guarded, stores
from tests.camera import make_clip, serving

ROOT = Path(__file__).parents[2]
LOADED_S = 60.0  # this machine may be shared


@pytest.fixture
def runtime() -> Iterator[Path]:
    """A short path, where engine and service meet: the names of local sockets are short."""
    folder = Path(tempfile.mkdtemp(prefix="wc-"))
    yield folder
    shutil.rmtree(folder)


def until(condition: Callable[[], object]) -> None:
    began_s, pause = time.monotonic(), Stop()
    while not condition():
        assert time.monotonic() - began_s < LOADED_S
        pause.wait(0.05)


@pytest.mark.skipif(sys.platform == "win32", reason="the service of Windows ends by its task")
def test_the_service_records_is_told_of_changes_and_ends(tmp_path: Path, runtime: Path) -> None:
    folder, disk = tmp_path / "station", tmp_path / "disk"
    disk.mkdir()
    stores.folder(folder)
    (folder / "station.toml").write_text(guarded.SETUP)
    clip = make_clip(tmp_path / "clip.mp4", frames=30)
    with serving({"gate": clip}) as camera:
        station = build(folder, lambda _: None)
        cluster = station.fleet.add_cluster("Cụm 1")
        station.fleet.add_camera(
            CameraForm(number=1, name="Cổng", cluster_id=cluster.id, sub_url=camera.url("/gate/1"))
        )
        station.recording.add_volume(str(disk), 1)
        service = subprocess.Popen(
            [sys.executable, "-m", "ui", "serve", "--data", str(folder)],
            cwd=ROOT,
            env={"PATH": os.environ["PATH"], "XDG_RUNTIME_DIR": str(runtime)},
            stdin=subprocess.DEVNULL,
        )
        try:
            until(lambda: any(path.stat().st_size > 20_000 for path in files(disk)))

            station.recording.set_rule(RecordingRule(plan=Plan.NEVER))
            until(lambda: [path.suffix for path in files(disk)] == [".mp4"])
        finally:
            family = psutil.Process(service.pid).children(recursive=True)  # the engine, its workers
            service.send_signal(signal.SIGTERM)
            code = service.wait(LOADED_S)
            _, left = psutil.wait_procs(family, timeout=LOADED_S)
            for process in left:
                process.kill()
            station.close()

        assert family
        assert (code, left) == (0, [])  # there is nothing for the engine to stay for
    [path] = files(disk)
    segment = read_segment(path, VolumeId(1))
    assert segment.frames >= 15
    reader = ArchiveReader(folder / INDEX_FILE)
    assert reader.rows("select start_us, size from segment") == [
        (segment.start_us, segment.size_bytes)
    ]
    assert reader.rows("select count(*) from life where ended_us is not null") == [(1,)]
    reader.close()
