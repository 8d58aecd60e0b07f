"""The least that anybody needs: one ffmpeg a stream that decodes it and shows nothing."""

from __future__ import annotations

import contextlib
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from console.bench.cameras import Cameras
from console.bench.tools import BenchFailed, ended, need
from console.clock import Clock

_TOLD_EACH_S = 0.5


@dataclass(frozen=True, slots=True)
class Floor:
    """The running processes, and the files into which each tells how far it is."""

    pids: tuple[int, ...]
    told: tuple[Path, ...]

    def frames(self) -> list[int]:
        """How many pictures each has decoded, as of its last word (up to half a second ago)."""
        return [frames_told(path) for path in self.told]

    def decodes(self, frames: int) -> bool:
        """Whether each has decoded so many pictures at least."""
        return min(self.frames()) >= frames


@contextlib.contextmanager
def floor(cameras: Cameras, streams: int, folder: Path) -> Iterator[Floor]:
    """Decode the first ``streams`` streams until the block ends.

    Args:
        cameras: Who sends them.
        streams: How many.
        folder: For what ffmpeg tells; made if need be.

    Raises:
        MissingTools: ffmpeg is not installed.
        BenchFailed: one of them ended meanwhile.
    """
    need("ffmpeg")
    folder.mkdir(parents=True, exist_ok=True)
    told = [folder / f"{stream}.progress" for stream in range(streams)]
    for old in told:
        old.unlink(missing_ok=True)
    processes = [_start(cameras.url(stream), path) for stream, path in enumerate(told)]
    with ended(*processes):
        yield Floor(tuple(process.pid for process in processes), tuple(told))
        if any(process.poll() is not None for process in processes):
            raise BenchFailed("not every ffmpeg of the floor went on to the end")


def decoding_ms(clip: Path, frames: int, clock: Clock) -> float:
    """What one ffmpeg on one thread takes for a picture of a clip of so many, read from its file.

    Raises:
        MissingTools: ffmpeg is not installed.
        BenchFailed: it could not.
    """
    need("ffmpeg")
    command = ["ffmpeg", "-hide_banner", "-loglevel", "error", "-nostdin"]
    command += ["-threads", "1", "-i", str(clip), "-f", "null", "-"]
    began_s = clock.monotonic_s()
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise BenchFailed(f"ffmpeg could not decode {clip.name}: {done.stderr.strip()[-300:]}")
    return (clock.monotonic_s() - began_s) * 1000 / frames


def frames_told(path: Path) -> int:
    """The last whole ``frame=`` that ffmpeg wrote into its file of progress; 0 before the first."""
    if not path.exists():
        return 0
    lines = [line for line in path.read_text("ascii").splitlines(keepends=True) if "frame=" in line]
    whole = [line for line in lines if line.startswith("frame=") and line.endswith("\n")]
    return int(whole[-1].partition("=")[2]) if whole else 0


def _start(url: str, progress: Path) -> subprocess.Popen[bytes]:
    command = ["ffmpeg", "-hide_banner", "-loglevel", "error", "-nostdin"]
    command += ["-progress", str(progress), "-stats_period", str(_TOLD_EACH_S)]
    command += ["-threads", "1", "-rtsp_transport", "tcp", "-i", url, "-f", "null", "-"]
    return subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,  # as ours have: see console.bench.screen
    )
