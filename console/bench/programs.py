"""What is started to be measured: our window with its engine, and what only disturbs it."""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from console.bench import meter
from console.bench.meter import Reading, TileMark
from console.bench.screen import Screen
from console.bench.tools import BenchFailed, Patience, ended, need, tree
from console.platform.children import command_line, environment

_NEXT_SHOWN_S = 120.0  # far more than a tile takes; a broken wall must not hang the bench
_MONTH_S = 120.0
_PRESSED_S = 30.0  # xdotool, on a PC that does much else
_BURN = "while True: pass"
_STALLS_OF_NOTHING = "ui.bare_timer"
_MONTH_SHOWN = "ui.month_timer"
_MARK_OF_NOTHING = "ui.bare_mark"


@dataclass(frozen=True, slots=True)
class Window:
    """A running window; ``started_s`` is just before its command, on ``Clock.monotonic_s``."""

    process: subprocess.Popen[bytes]
    started_s: float
    folder: Path
    patience: Patience

    @property
    def pid(self) -> int:
        """The window's process, the root of ours."""
        return self.process.pid

    @property
    def stalls(self) -> Path:
        """Where it writes how late its event loop is, if asked to."""
        return self.folder / "stalls"

    @property
    def key_times(self) -> Path:
        """Where it writes how long each bookmark took, if asked to."""
        return self.folder / "marks"

    def lives(self) -> bool:
        """True.

        Raises:
            BenchFailed: it has ended; the text is the last line that it said.
        """
        if self.process.poll() is not None:
            said = (self.folder / "log").read_text("utf-8", errors="replace").split("\n")
            last = next((line for line in reversed(said) if line.strip()), "without a word")
            raise BenchFailed(f"the window ended: {last}")
        return True

    def reading(self) -> Reading | None:
        """What it told last of its tiles, None before the first time.

        Raises:
            BenchFailed: it has ended.
        """
        return meter.last_reading(self.folder / "meter") if self.lives() else None

    def marks(self, tiles: int, *, next_within_s: float = _NEXT_SHOWN_S) -> tuple[TileMark, ...]:
        """Its tiles, as soon as all of them have had a picture; a slow PC is given its time.

        Raises:
            BenchFailed: no further tile gets one.
        """
        found: tuple[TileMark, ...] = ()

        def another() -> bool:
            reading = self.reading()
            return reading is not None and len(reading.tiles) > len(found)

        while len(found) < tiles:
            what = f"a picture on more than {len(found)} of {tiles} tiles"
            self.patience.until(what, another, within_s=next_within_s, every_s=0.2)
            reading = self.reading()
            found = reading.tiles if reading is not None else found
        return found

    def engine_started_s(self) -> float:
        """When its engine's process was started, on ``Clock.monotonic_s``; right to 10 ms.

        Raises:
            BenchFailed: it has none.
        """
        clock = self.patience.clock
        for process in tree(self.pid)[1:]:
            if "engine" in process.cmdline():
                return clock.monotonic_s() - (clock.now().timestamp() - process.create_time())
        raise BenchFailed("the window has no engine")


@contextlib.contextmanager
def window(
    command: Sequence[str],
    screen: Screen,
    folder: Path,
    patience: Patience,
    *,
    stalls: bool = False,
    marks: bool = False,
) -> Iterator[Window]:
    """Run ``ward-console command…`` on the screen; it and its engine are gone after the block.

    Args:
        command: ``open`` or ``demo`` with its options; ``--meter`` is added.
        screen: Where it is shown.
        folder: For what it writes; made if need be, old files are replaced.
        patience: The clock, and waiting.
        stalls: Whether it shall count how late its event loop is.
        marks: Whether it shall time each bookmark, with a report and a check of the log running.

    """
    folder.mkdir(parents=True, exist_ok=True)
    for old in ("meter", "stalls", "marks"):
        (folder / old).unlink(missing_ok=True)
    told = [*command, "--meter", str(folder / "meter")]
    if stalls:
        told += ["--stalls", str(folder / "stalls")]
    if marks:
        told += ["--marks", str(folder / "marks")]
    with (folder / "log").open("wb") as log:
        started_s = patience.clock.monotonic_s()
        process = subprocess.Popen(
            command_line(told),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            env=_on(screen),
            start_new_session=True,
        )
        with ended(process):
            yield Window(process, started_s, folder, patience)


@contextlib.contextmanager
def burner() -> Iterator[None]:
    """Another program that wants a whole core, at the same rank as ours."""
    command = [sys.executable, "-c", _BURN]
    with ended(subprocess.Popen(command, stdin=subprocess.DEVNULL, start_new_session=True)):
        yield


@contextlib.contextmanager
def bare_timer(path: Path) -> Iterator[None]:
    """A Qt event loop with nothing but the timer of ``meter``; it writes into ``path``."""
    command = [sys.executable, "-m", _STALLS_OF_NOTHING, str(path)]
    with ended(
        subprocess.Popen(
            command, stdin=subprocess.DEVNULL, env=environment(), start_new_session=True
        )
    ):
        yield


def month_timer(index: Path, cameras: int, end_us: int) -> dict[str, float]:
    """How long a timeline takes for the month of footage that ends at ``end_us``, in milliseconds.

    Raises:
        BenchFailed: it could not show it.
    """
    command = [sys.executable, "-m", _MONTH_SHOWN, str(index), str(cameras), str(end_us)]
    done = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        env=environment(),
        text=True,
        check=False,
        timeout=_MONTH_S,
    )
    if done.returncode:
        raise BenchFailed(f"the timeline showed no month: {done.stderr.strip()[-200:]}")
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def bare_mark(path: Path, keys: int) -> list[float]:
    """What a key takes that writes one row and paints one tile, and does nothing else.

    Raises:
        BenchFailed: it could not.
    """
    command = [sys.executable, "-m", _MARK_OF_NOTHING, str(path), str(keys)]
    done = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        env=environment(),
        text=True,
        check=False,
        timeout=_MONTH_S,
    )
    if done.returncode:
        raise BenchFailed(f"the bare key ended: {done.stderr.strip()[-200:]}")
    took_ms: list[float] = json.loads(done.stdout)
    return took_ms


def press_many(screen: Screen, window: Window, key: str, pauses_s: Sequence[float]) -> None:
    """Type a key again and again, each time with a pause after it.

    Raises:
        BenchFailed: xdotool could not.
    """
    press(screen, window)  # the focus: what is typed without a window's name has X's own time
    command = ["xdotool"]
    for pause_s in pauses_s:
        command += ["key", "--delay", "0", key, "sleep", f"{pause_s:.3f}"]
    _xdotool(screen, command, within_s=_PRESSED_S + 3 * sum(pauses_s))


def press(screen: Screen, window: Window, *keys: str) -> None:
    """Type keys, named as X names them (``Next`` is page down), into the window.

    Without any the window is given the focus.

    Raises:
        BenchFailed: xdotool could not.
    """
    need("xdotool")
    # No window manager runs on the bench's screen, so the focus is given by hand.
    find = ["search", "--onlyvisible", "--pid", str(window.pid), "windowfocus"]
    typed = ["key", "--clearmodifiers", *keys] if keys else []
    _xdotool(screen, ["xdotool", *find, *typed], within_s=_PRESSED_S)


def _xdotool(screen: Screen, command: Sequence[str], *, within_s: float) -> None:
    done = subprocess.run(
        command,
        env=_on(screen),
        capture_output=True,
        text=True,
        check=False,
        timeout=within_s,
    )
    if done.returncode:
        raise BenchFailed(f"xdotool: {done.stderr.strip()}")


def _on(screen: Screen) -> dict[str, str]:
    """The environment of a program that is shown on ``screen`` whatever ours is."""
    environ = {**environment(), "DISPLAY": screen.display, "QT_QPA_PLATFORM": "xcb"}
    environ.pop("WAYLAND_DISPLAY", None)
    return environ
