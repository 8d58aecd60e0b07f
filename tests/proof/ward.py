"""The demo ward, run offscreen in a corner of its own, and everything that belongs to it."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import psutil

from console.bench import meter
from console.clock import SystemClock
from console.demo.cache import SceneCache
from console.platform.children import command_line, environment
from console.workers import Stop
from tests.proof.proof import Disproved

_LOOK_S = 0.05


class Ward:
    """``ward-console demo`` with its runtime folder below ``folder``, and its cache beside it.

    The proofs of a run have their folders in one place, so the first draws the scenes for all.
    Its processes are known by their environment, whoever their parent is.
    """

    def __init__(self, folder: Path) -> None:
        self._runtime = folder / "run"
        self._runtime.mkdir(mode=0o700, exist_ok=True)
        self._meter = folder / "meter.jsonl"
        self._log = folder / "ward.log"
        caches = folder.parent / "cache"
        self._cache = caches / "ward-console" / "demo"
        self._environment = environment() | {
            "QT_QPA_PLATFORM": "offscreen",
            "XDG_CACHE_HOME": str(caches),
            "XDG_RUNTIME_DIR": str(self._runtime),
        }

    def draw(self) -> None:
        """Draw every scene, on two cores, with nothing beside it.

        A window draws them, too, but gently: on a slow PC that shows many tiles it takes long.
        """
        numbers = [scene.number for scene in SceneCache(self._cache).missing()]
        encoders = []
        for half in (numbers[::2], numbers[1::2]):
            encoder = subprocess.Popen(
                command_line(["demo-encode", "--cache", str(self._cache)]),
                env=self._environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
            )
            assert encoder.stdin is not None
            encoder.stdin.write("".join(f"{number}\n" for number in half).encode())
            encoder.stdin.close()
            encoders.append(encoder)
        codes = [encoder.wait() for encoder in encoders]
        if any(codes):
            raise Disproved("the scenes could not be drawn")

    def open(self, *options: str) -> subprocess.Popen[bytes]:
        """Open the window; its process is returned."""
        self._meter.unlink(missing_ok=True)
        with self._log.open("ab") as log:
            return subprocess.Popen(
                command_line(["demo", "--meter", str(self._meter), *options]),
                env=self._environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )

    def family(self) -> list[psutil.Process]:
        """Every process that belongs to the ward."""
        found = []
        for process in psutil.process_iter():
            try:
                if process.environ().get("XDG_RUNTIME_DIR") == str(self._runtime):
                    found.append(process)
            except (psutil.NoSuchProcess, psutil.AccessDenied):
                continue
        return [process for process in found if process.status() != psutil.STATUS_ZOMBIE]

    def tiles_live(self) -> int:
        """How many tiles show a picture, as the window itself tells."""
        reading = meter.last_reading(self._meter)
        return len(reading.tiles) if reading is not None else 0

    def last_words(self, lines: int = 20) -> str:
        """The ends of what the ward's processes wrote into their logs."""
        told = []
        for path in [self._log, *self._cache.glob("stations/*/logs/*.log")]:
            told.append(f"-- {path.name}")
            told.extend(path.read_text(errors="replace").splitlines()[-lines:])
        return "\n".join(told)

    def left_in_runtime(self) -> list[str]:
        """Sockets and keys that lie in the runtime folder; an empty lock may stay."""
        return sorted(
            path.name
            for path in self._runtime.rglob("*")
            if path.is_socket() or (path.is_file() and path.stat().st_size)
        )

    def end(self) -> None:
        """End every process of the ward, for sure."""
        for process in self.family():
            process.kill()


def wait_for(
    what: str, happened: Callable[[], bool], limit_s: float, *, look_s: float = _LOOK_S
) -> float:
    """Wait until ``happened()``; returns after how many seconds.

    Raises:
        Disproved: it did not within ``limit_s``.
    """
    clock, stop = SystemClock(), Stop()
    begun_s = clock.monotonic_s()
    while not happened():
        if clock.monotonic_s() - begun_s > limit_s:
            raise Disproved(f"{what}: not within {limit_s:g} s")
        stop.wait(look_s)
    return clock.monotonic_s() - begun_s


def shared_memory() -> set[str]:
    """The names in the system's shared memory."""
    return {path.name for path in Path("/dev/shm").iterdir()}
