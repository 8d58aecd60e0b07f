"""``python -m tests.console.evidence.make_sample``: a package of this version, to be kept for ever.

It is made by the program's own code, of footage drawn on the spot, and lies in ``samples`` beside
what stands on its paper.  Run it once for each version that is released, and commit what it made.
"""

from __future__ import annotations

import platform
import shutil
import sys
import tempfile
import tomllib
from contextlib import closing
from pathlib import Path

import pytest

from console.evidence.stamping import a_nonce, question
from db.evidence_records import MaskKey, MaskWanted, PackageExtras, StillWanted
from db.records import CameraId
from db.store import Store
from tests import stores
from tests.console.evidence import tsa
from tests.console.evidence.making import fingerprint_of
from tests.console.evidence.press import ALL, Press
from tests.console.video.footage_made import instant
from tests.fakes import FakeClock
from tests.house.set_up import ROOT

_SIZE = (128, 72)
SAMPLES = Path(__file__).with_name("samples")
PAPER = "van-tay.txt"
"""The fingerprint, beside the package: as it would stand on its paper."""


def make(version: str, samples: Path = SAMPLES) -> Path:
    """The sample of a version; returns its package.

    Raises:
        FileExistsError: there is one, and a sample is never made anew.
    """
    place = samples / version
    place.mkdir(parents=True)
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(platform, "node", lambda: "PC-TRUC-01")  # ours is nobody's business
        patch.setattr(platform, "platform", lambda: "Linux")
        package = _made(Path(folder))
        shutil.copytree(package, place / package.name)
    (place / PAPER).write_bytes(f"{fingerprint_of(place / package.name)}\n".encode())
    return place / package.name


def _made(folder: Path) -> Path:
    """Two cameras, one of them lost for a while; a viewing copy with a mask, a still, a stamp."""
    store = Store(stores.new(folder / "station.db"), committed=lambda _: None)
    try:
        with closing(Press(folder, store, FakeClock())) as press:
            press.record(0, 40, size=_SIZE)
            press.record(0, 20, camera=2, size=_SIZE)
            press.record(40, 10, camera=2, size=_SIZE)
            press.keep()
            authority = tsa.founded(folder)
            press.sign_in(press.author)
            case = press.opened()
            press.queued(
                press.line(5, 35),
                press.line(0, 50, camera=2),
                forms=ALL,
                extras=PackageExtras(
                    stills=(StillWanted(CameraId(1), instant(20)),),
                    masks=(
                        MaskWanted(
                            camera_id=CameraId(1),
                            keys=(MaskKey(instant(0), (1000, 5000, 3000, 9000)),),
                            why="cửa sổ nhà dân",
                        ),
                    ),
                    medium="USB Kingston 32 GB",
                    seal_number="NP-0042",
                    witnesses=2,
                ),
                serial="4C530001",
                incident_id=case.id,
            )
            made = press.make(stamper=lambda sums: tsa.reply(authority, question(sums, a_nonce())))
            package = press.folder_of(made)
            return Path(shutil.move(package, folder / package.name))
    finally:
        store.close()


def main() -> int:
    """Make that of the version that ``pyproject.toml`` tells."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    package = make(str(project["version"]))
    size = sum(each.stat().st_size for each in package.rglob("*") if each.is_file())
    print(f"{package.relative_to(ROOT)}: {size} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
