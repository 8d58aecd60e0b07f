"""``make shots``: the pictures of the README and the manual.

Pages that show cameras are taken from the demo ward, the others from the scenes: every page in
every state and size, which go to ``.build/shots`` to be looked at.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtGui import QImage

from console.platform.children import command_line, environment
from tests.house.set_up import ROOT

PICTURES = ROOT / "resources" / "help" / "pictures"
_LOOKED_AT = ROOT / ".build" / "shots"
OF_DEMO = {
    "wall": "wall_16",
    "wall_all": "wall_81",
    "camera": "camera",
    "devices": "devices",
}
OF_SCENES = {
    "review_one_1366x768": "review",
    "finding_area_found_1366x768": "finding",
    "exhibits_list_1366x768": "exhibits",
    "recording_folders_1366x768": "recording",
    "mark_beside_1366x768": "bookmarks",
    "masks_drawn_1366x768": "masks",
    "packages_custody_1366x768": "packages",
    "packages_asked_1366x768": "export",
    "packages_queue_1366x768": "queue",
    "package_cover_1920x1080": "cover",
    "package_checker_good_1366x768": "checker",
    "incident_marked_1366x768": "incident",
    "inbox_full_1366x768": "inbox",
    "morning_bad_1366x768": "morning",
    "search_words_1366x768": "search",
    "requests_listed_1366x768": "requests",
}
_QUALITY = 88  # a wall is 250 kB then; as PNG it would be 900 kB


def main() -> int:
    """Take all pictures; returns the exit code."""
    with tempfile.TemporaryDirectory() as folder:
        demo = command_line(["demo", "--screenless"])
        if code := subprocess.run(demo, cwd=folder, env=environment(), check=False).returncode:
            return code
        keep(Path(folder) / "demo-shots", OF_DEMO)
    pages = [sys.executable, "-m", "tests.screenshots", str(_LOOKED_AT)]
    if code := subprocess.run(pages, cwd=ROOT, check=False).returncode:
        return code
    keep(_LOOKED_AT, OF_SCENES)
    return 0


def keep(folder: Path, names: Mapping[str, str]) -> None:
    """Put pictures of ``folder`` among those of the manual, under other ``names``, and small."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    for taken, name in names.items():
        picture = QImage(str(folder / f"{taken}.png"))
        picture.save(str(PICTURES / f"{name}.jpg"), quality=_QUALITY)


if __name__ == "__main__":
    sys.exit(main())
