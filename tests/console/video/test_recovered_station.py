"""The worst day to its end: on another PC every camera's picture is on the wall again."""

from __future__ import annotations

import shutil
from pathlib import Path

from console.app import build
from console.demo.clips import Clip
from console.workers import Stop
from tests import guarded
from tests.camera import LOGIN, serving
from tests.console.officers import BOSS_WORD, CHEAP
from tests.console.test_backup_errands import line, ward
from tests.console.video.watching import Watcher

CAMERAS = 4


def backed_up(station: Path, to: Path) -> str:
    """A backup lies at ``to``; the code of its recovery sheet."""
    console = build(station, lambda _: None, hash_cost=CHEAP)
    ((boss, _),) = console.access.names()
    console.access.sign_in(boss, BOSS_WORD)
    code = console.backups.make_sheet()
    shutil.move(console.backups.run().folder, to)
    console.close()
    return code.reveal()


def test_the_wall_is_live_and_the_log_sound_on_a_bare_pc(
    watcher: Watcher, clips: dict[str, Clip], tmp_path: Path
) -> None:
    burned, usb, new = tmp_path / "burned", tmp_path / "usb", tmp_path / "new"
    with serving(clips, guarded.channels(CAMERAS, "small"), login=LOGIN) as camera:
        guarded.made(burned, camera.port, CAMERAS)
        code = backed_up(burned, usb)
        shutil.rmtree(burned)

        assert ward(new, "recover", str(usb), "--code-from", line(code)) == 0

        station = build(new, lambda _: None)
        watcher.show(station.fleet.sources())
        watcher.until(lambda: watcher.pictured(CAMERAS))
        verdict = station.inspection.verify(stop=Stop(), progressed=lambda *_: None)
        station.close()
    assert verdict.whole
    assert verdict.anchored
    assert len(verdict.restores) == 1
