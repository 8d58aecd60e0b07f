"""``make shots``: the pictures of the README and the manual, taken from the demo ward.

Every page in every state and size goes to ``.build/shots`` besides, to be looked at.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from PySide6.QtGui import QImage

from console.platform.children import command_line, environment
from tests.house.set_up import ROOT

PICTURES = ROOT / "resources" / "help" / "pictures"
_LOOKED_AT = ROOT / ".build" / "shots"
_NAMES = {"wall": "wall_16", "wall_all": "wall_81", "camera": "camera", "devices": "devices"}
_QUALITY = 88  # a wall is 250 kB then; as PNG it would be 900 kB


def main() -> int:
    """Take all pictures; returns the exit code."""
    with tempfile.TemporaryDirectory() as folder:
        demo = command_line(["demo", "--screenless"])
        if code := subprocess.run(demo, cwd=folder, env=environment(), check=False).returncode:
            return code
        PICTURES.mkdir(parents=True, exist_ok=True)
        for taken, name in _NAMES.items():
            picture = QImage(str(Path(folder) / "demo-shots" / f"{taken}.png"))
            picture.save(str(PICTURES / f"{name}.jpg"), quality=_QUALITY)
    pages = [sys.executable, "-m", "tests.screenshots", str(_LOOKED_AT)]
    return subprocess.run(pages, cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
