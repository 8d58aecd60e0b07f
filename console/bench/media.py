"""The clips that the bench's cameras send: real footage, with the number of each picture in it.

The footage is ``vtest.avi`` of Debian's opencv-doc (pedestrians, 768×576 at 10 a second), played
faster so that every frame is a new picture, with a little noise as a sensor has it, and encoded
as cheap cameras do: no B pictures, a key picture every two seconds.
"""

from __future__ import annotations

import hashlib
import subprocess
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from console.bench import barcode
from console.bench.tools import BenchFailed, MissingTools, need

_FOOTAGE = Path("/usr/share/doc/opencv-doc/examples/data/vtest.avi")
_FOOTAGE_FPS = 10
_SKIPPED_S = 2  # the footage begins with an almost empty street


@dataclass(frozen=True, slots=True)
class Recipe:
    """How one clip is made; rates in kbit/s, ``frames`` is the length of its loop."""

    name: str
    width: int
    height: int
    fps: int
    gop: int
    frames: int
    profile: str
    preset: str
    rate: int
    peak: int

    @property
    def loop_s(self) -> float:
        """How long it takes until the clip begins anew."""
        return self.frames / self.fps


SUB = Recipe("sub", 640, 360, 15, 30, 720, "main", "medium", 400, 500)
HD = Recipe("hd", 1280, 720, 15, 30, 720, "high", "veryfast", 2000, 2500)
MAIN = Recipe("main", 1920, 1080, 25, 50, 750, "high", "veryfast", 4000, 5000)


def clips(folder: Path | None = None) -> dict[str, Path]:
    """The clips by name, made at the first call (about 45 s on one core).

    Args:
        folder: Where they are kept; the user's cache if None.

    Raises:
        MissingTools: ffmpeg or the footage is not installed.
        BenchFailed: ffmpeg could not make them.
    """
    kept = folder or Path(platformdirs.user_cache_dir("ward-console")) / "bench"
    kept.mkdir(parents=True, exist_ok=True)
    return {recipe.name: _clip(recipe, kept) for recipe in (SUB, HD, MAIN)}


def arguments(recipe: Recipe) -> list[str]:
    """What ffmpeg is told between the name of the footage and that of the clip."""
    picture = (
        f"setpts=PTS*{_FOOTAGE_FPS}/{recipe.fps},fps={recipe.fps},"
        f"scale={recipe.width}:{recipe.height},setsar=1,noise=alls=6:allf=t,{barcode.filters()}"
    )
    rates = {"b:v": recipe.rate, "maxrate": recipe.peak, "bufsize": 2 * recipe.rate}
    told = ["-vf", picture, "-frames:v", str(recipe.frames), "-an", "-pix_fmt", "yuv420p"]
    told += ["-c:v", "libx264", "-preset", recipe.preset, "-profile:v", recipe.profile]
    told += ["-tune", "zerolatency", "-bf", "0", "-sc_threshold", "0"]
    told += ["-g", str(recipe.gop), "-keyint_min", str(recipe.gop)]
    for option, kilobits in rates.items():
        told += [f"-{option}", f"{kilobits}k"]
    return told


def _clip(recipe: Recipe, folder: Path) -> Path:
    told = arguments(recipe)
    # Another recipe is another file, so a changed one is never measured with old pictures.
    digest = hashlib.sha256(" ".join(told).encode()).hexdigest()[:12]
    path = folder / f"{recipe.name}-{digest}.mp4"
    if path.exists():
        return path
    need("ffmpeg")
    if not _FOOTAGE.exists():
        raise MissingTools(["opencv-doc"])
    draft = path.with_suffix(".draft.mp4")
    print(f"making the clip {recipe.name} ({recipe.width}x{recipe.height}) once …", flush=True)
    source = ["-ss", str(_SKIPPED_S), "-i", str(_FOOTAGE)]
    command = ["ffmpeg", "-nostdin", "-loglevel", "error", "-y", *source, *told, str(draft)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        draft.unlink(missing_ok=True)
        raise BenchFailed(f"ffmpeg could not make the clip: {done.stderr.strip()[-300:]}")
    draft.replace(path)
    return path
