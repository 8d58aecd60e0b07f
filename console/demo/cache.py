"""The scenes on disk: drawn and encoded once, and kept until the generator changes."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import platformdirs

from console.demo.media import ClipWriter, Recipe, halved
from console.demo.moves import FRAMES
from console.demo.rtp import Codec
from console.demo.scenes import GENERATOR, HEIGHT, SEED, WIDTH, Scene, all_scenes
from console.errors import Cancelled
from console.workers import Stop
from db.records import StreamRole

MAIN_KBIT_S, SUB_KBIT_S = 1500, 400
PRESET = "ultrafast"  # at these rates 0.2 dB below "superfast", in half of its time
PROGRESS_EVERY = 15  # pictures

Progressed = Callable[[int, int], None]


def default_folder() -> Path:
    """Where the demo keeps its scenes for this user; it may be deleted at any time."""
    return platformdirs.user_cache_path("ward-console", appauthor=False) / "demo"


@dataclass(frozen=True, slots=True)
class SceneCache:
    """A folder of clips; ``root`` may hold those of other generators beside it.

    Several processes may encode into it at once: whoever is last wins, with the same bytes.
    """

    root: Path
    seed: int = SEED
    width: int = WIDTH  # of the main stream, a multiple of 64; smaller ones are for tests
    frames: int = FRAMES  # of a clip; fewer are for tests, and do not run into the first again

    @property
    def folder(self) -> Path:
        """Where this generator's clips of this seed lie."""
        what = f"{GENERATOR}:{self.seed}:{self.width}"
        if self.frames != FRAMES:
            what += f":{self.frames}"
        mark = hashlib.sha256(what.encode()).hexdigest()[:12]
        return self.root / f"scenes-{mark}"

    def path(self, scene: Scene, role: StreamRole) -> Path:
        """A clip's file, whether it is there or not."""
        return self.folder / f"{scene.number:02d}-{scene.name}-{role}.mp4"

    def has(self, scene: Scene) -> bool:
        """Whether both clips of a scene are there."""
        return all(self.path(scene, role).exists() for role in StreamRole)

    def missing(self) -> list[Scene]:
        """The scenes that are still to be encoded, in the order of their numbers."""
        return [scene for scene in all_scenes() if not self.has(scene)]

    def remove_others(self) -> None:
        """Remove what other generators left below ``root``; a server has its clips in memory."""
        for folder in self.root.glob("scenes-*"):
            if folder != self.folder:
                shutil.rmtree(folder, ignore_errors=True)

    def encode(self, scene: Scene, *, stop: Stop, progressed: Progressed) -> None:
        """Draw a scene and encode its main and its sub stream.

        Takes 6 to 12 s of one core.  When it returns both files are on disk.

        Args:
            scene: Which.
            stop: Set it from any thread to give up.
            progressed: Called with pictures done and pictures in all, from this thread.

        Raises:
            Cancelled: ``stop`` was set; nothing is left behind.
            OSError: no room, or no right to write there.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        progressed(0, self.frames)
        height = self.width * HEIGHT // WIDTH
        film = scene.film(self.seed, self.width, height)
        main_path = self.path(scene, StreamRole.MAIN)
        sub_path = self.path(scene, StreamRole.SUB)
        with (
            # H.264 throughout: x265 would take 20 s of a core for a main stream.
            ClipWriter(main_path, _recipe(self.width, MAIN_KBIT_S, Codec.H264)) as main,
            ClipWriter(sub_path, _recipe(self.width // 2, SUB_KBIT_S, scene.codec)) as sub,
        ):
            for index, picture in enumerate(islice(film.pictures(), self.frames)):
                if stop.is_set():
                    raise Cancelled
                sub.write(halved(picture))
                main.write(picture)
                if index % PROGRESS_EVERY == 0:
                    progressed(index, self.frames)
            sub.close()
            main.close()
        progressed(self.frames, self.frames)


def _recipe(width: int, kbit_s: int, codec: Codec) -> Recipe:
    height = width * HEIGHT // WIDTH
    return Recipe(width=width, height=height, kbit_s=kbit_s, codec=codec, preset=PRESET)
