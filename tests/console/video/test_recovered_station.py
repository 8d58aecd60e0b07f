"""The worst day to its end: on another PC every camera's picture is on the wall again."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from console.app import build
from console.demo.clips import Clip
from console.workers import Stop
from tests import guarded
from tests.camera import LOGIN, serving
from tests.console.officers import BOSS, BOSS_WORD
from tests.console.test_backup_errands import line, only_backup, ward
from tests.console.video.watching import Watcher

CAMERAS = 4


def test_the_wall_is_live_and_the_log_sound_on_a_bare_pc(
    watcher: Watcher,
    clips: dict[str, Clip],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    burned, usb, new = tmp_path / "burned", tmp_path / "usb", tmp_path / "new"
    with serving(clips, guarded.channels(CAMERAS, "small"), login=LOGIN) as camera:
        guarded.made(burned, camera.port, CAMERAS)
        for command in ("recovery-sheet", "backup"):
            said_who = ("--officer", BOSS, "--password-from", line(BOSS_WORD.reveal()))
            assert ward(burned, command, *said_who) == 0
        sheet = re.search(r"(\d{6} ?){10}", capsys.readouterr().out)
        assert sheet is not None
        shutil.move(only_backup(burned), usb)
        shutil.rmtree(burned)

        assert ward(new, "recover", str(usb), "--code-from", line(sheet[0])) == 0

        station = build(new, lambda _: None)
        watcher.show(station.fleet.sources())
        watcher.until(lambda: watcher.pictured(CAMERAS))
        verdict = station.inspection.verify(stop=Stop(), progressed=lambda *_: None)
        station.close()
    assert verdict.whole
    assert verdict.anchored
    assert len(verdict.restores) == 1
