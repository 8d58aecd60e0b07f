"""An engine of its own for each: killed, hanging, under load, looked into, and left."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import psutil

from console.demo.clips import Clip
from console.demo.lineup import Channel
from console.events import EngineChanged, EngineState, Reason, StreamState
from tests.camera import LOGIN, PASSWORD, USERNAME, serving
from tests.console.video.watching import Watcher, source

Clips = dict[str, Clip]
LIVE = (StreamState.LIVE, Reason.NONE)


def test_a_killed_worker_costs_its_own_tiles_three_seconds(watcher: Watcher, clips: Clips) -> None:
    with serving(clips) as camera:
        watcher.show([source(n, camera.port, f"/small/{n}") for n in range(1, 9)])
        watcher.until(lambda: all(watcher.state(n) == LIVE for n in range(1, 9)))
        victim, *_ = watcher.hands()
        told = len(watcher.events)

        victim.kill()
        watcher.until(lambda: any(watcher.state(n) != LIVE for n in range(1, 9)), seconds=2)
        hurt = {n for n in range(1, 9) if watcher.state(n) != LIVE}
        took_s = watcher.until(lambda: all(watcher.state(n) == LIVE for n in range(1, 9)))

        assert 0 < len(hurt) < 8
        assert took_s <= 4.0  # 3 s is the figure of `make proof`; this machine may be shared
        assert {
            event.camera_id
            for event in watcher.events[told:]
            if isinstance(event, type(watcher.events[0])) and hasattr(event, "camera_id")
        } <= hurt


def test_a_killed_engine_is_replaced_and_told_everything(watcher: Watcher, clips: Clips) -> None:
    with serving(clips) as camera:
        watcher.show([source(1, camera.port, "/small/1")])
        watcher.until(lambda: watcher.pictured(1))
        before = watcher.canvas.decoded(0)

        watcher.engine().kill()

        watcher.until(lambda: watcher.state(1) == (StreamState.CONNECTING, Reason.ENGINE_LOST))
        assert watcher.pictured(1)  # the last picture stays
        watcher.until(lambda: watcher.canvas.decoded(0) > before)
        watcher.until(lambda: watcher.state(1) == LIVE)
        assert EngineChanged(EngineState.LOST) in watcher.events
        assert EngineChanged(EngineState.RESTARTED) in watcher.events


def test_a_worker_that_hangs_is_ended(watcher: Watcher, clips: Clips) -> None:
    with serving(clips) as camera:
        watcher.show([source(n, camera.port, f"/small/{n}") for n in (1, 2)])
        watcher.until(lambda: watcher.pictured(2))
        victim = watcher.hands()[0]

        victim.send_signal(signal.SIGSTOP)

        watcher.until(lambda: not victim.is_running() or victim.status() == psutil.STATUS_ZOMBIE)
        watcher.until(lambda: all(watcher.state(n) == LIVE for n in (1, 2)), seconds=20)


def test_black_holes_do_not_slow_the_living(watcher: Watcher, clips: Clips) -> None:
    with serving(clips, [Channel(f"/hole/{n}", "small", n) for n in range(4)]) as camera:
        camera.order("mute /hole/*")
        living = [source(n, camera.port, f"/small/{n}") for n in range(1, 13)]
        dead = [source(100 + n, camera.port, f"/hole/{n}") for n in range(4)]
        watcher.show([*dead, *living])
        watcher.until(lambda: all(watcher.canvas.picture(4 + slot) for slot in range(12)))

        watcher.until(
            lambda: all(
                (f := watcher.figures(n)) is not None and f.decoded_fps >= 0.95 * 15
                for n in range(1, 13)
            )
        )
        watcher.until(
            lambda: all(
                watcher.state(100 + n) == (StreamState.OFFLINE, Reason.SILENT) for n in range(4)
            )
        )


def test_no_secret_in_any_process_list_environment_or_log(
    watcher: Watcher, clips: Clips, tmp_path: Path
) -> None:
    guarded = Channel("/door", "small", 1, guarded=True)
    with serving(clips, [guarded], login=LOGIN) as camera:
        watcher.show(
            [source(1, camera.port, "/door", username=USERNAME, password=PASSWORD.reveal())]
        )
        watcher.until(lambda: watcher.pictured(1))

        for process in [
            psutil.Process(os.getpid()),
            *watcher.processes("engine"),
            *watcher.hands(),
        ]:
            assert PASSWORD.reveal() not in " ".join(process.cmdline())
            assert PASSWORD.reveal() not in " ".join(process.environ().values())
        camera.order("refuse /door")
        watcher.until(
            lambda: watcher.state(1) == (StreamState.REFUSED, Reason.BAD_LOGIN), seconds=20
        )
        logs = list(tmp_path.rglob("*.log"))
        assert any("bad_login" in log.read_text() for log in logs)
        assert not any(PASSWORD.reveal() in log.read_text() for log in logs)


def test_nothing_is_left_when_the_window_goes(runtime: Path, tmp_path: Path, clips: Clips) -> None:
    watcher = Watcher(tmp_path)
    with serving(clips) as camera:
        watcher.show([source(1, camera.port, "/small/1")])
        watcher.until(lambda: watcher.pictured(1))

        watcher.close()

    assert [path.name for path in runtime.rglob("*") if path.is_file()] == ["engine.lock"]
    assert not [path for path in runtime.rglob("*") if path.is_socket()]
