"""``python -m tests.screenshots FOLDER``: every scene, in Vietnamese, at both sizes."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from tests.screenshots import (
    backups,
    cases,
    door,
    exhibits,
    finding,
    first_run,
    fleet,
    holds,
    inbox,
    incident,
    marks,
    members,
    office,
    officers,
    packages,
    packed,
    peeks,
    recording,
    requests,
    review,
    review_states,
    search,
    vocabulary,
    wall,
)
from ui import theme, translation
from ui.garbage import GarbageCollector
from ui.theme import ThemeName

SIZES = ((1366, 768), (1920, 1080))
ROOMS = (
    wall,
    marks,
    review,
    review_states,
    finding,
    search,
    exhibits,
    recording,
    requests,
    holds,
    inbox,
    incident,
    fleet,
    members,
    cases,
    door,
    first_run,
    officers,
    office,
    packages,
    packed,
    backups,
    vocabulary,
    peeks,
)
SCENES = {name: scene for room in ROOMS for name, scene in room.SCENES.items()}


def main(arguments: Sequence[str]) -> int:
    """Write the pictures; returns the exit code."""
    parser = argparse.ArgumentParser(description="Write pictures of every page.")
    parser.add_argument("folder", type=Path, nargs="?", default=Path(".build/shots"))
    parser.add_argument("scenes", nargs="*", help="the scenes to take; all, without any")
    options = parser.parse_args(arguments)
    if unknown := set(options.scenes) - SCENES.keys():
        parser.error(f"no such scene: {', '.join(sorted(unknown))}")
    options.folder.mkdir(parents=True, exist_ok=True)
    app = QApplication(["ward-console"])
    garbage = GarbageCollector(app)  # closed windows are garbage, which no worker may find
    translation.install(app)
    theme.apply(app, ThemeName.NIGHT)
    for width, height in SIZES:
        for name in options.scenes or SCENES:
            with tempfile.TemporaryDirectory() as data:
                picture = SCENES[name]((width, height), Path(data))
            picture.save(str(options.folder / f"{name}_{width}x{height}.png"))
    garbage.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
