"""Review through real processes: window, engine, job worker; and what happens when one dies."""

from __future__ import annotations

import contextlib
import json
import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest

from console.clock import SystemClock
from console.errors import Cancelled, FileTaken, FootageMissing
from console.events import EngineChanged, EngineState, Hearing, ReviewMoved, TileState
from console.video.evidence_orders import CutFile, Mask, MaskAt, OrderBroken, StripWords
from console.video.footage_ports import ReviewPlace, ReviewPlayer
from console.video.job_hands import JobHand
from console.video.units import Sounding
from console.video.wire_footage import FileStart, VolumeOrder
from console.workers import Stop
from db.footage_records import VolumeId
from db.records import Span, StreamRole, from_us
from tests.console.video.footage_made import GATE, YARD, Ward, instant, number_on
from tests.console.video.sounding import clicks, segment
from tests.console.video.test_cutter import numbers
from tests.console.video.watching import Watcher

HEAVY = 300  # the first picture of a file that keeps a decoder busy
PATIENCE_S = 50.0  # on a full machine a process takes ten seconds to begin


@pytest.fixture
def ward(tmp_path: Path) -> Ward:
    ward = Ward(tmp_path / "volume")
    for camera in (GATE, YARD):
        for first in (0, 60):
            ward.record(first, 60, camera)
    ward.record(HEAVY, 60, GATE, size=(1280, 720), gop=60, noisy=True)
    ward.record(HEAVY, 60, YARD)
    ward.keep_index(tmp_path)
    return ward


@pytest.fixture
def watcher(ward: Ward, runtime: Path, tmp_path: Path) -> Iterator[Watcher]:
    watcher = Watcher(tmp_path, engine_workers=1)
    watcher.link.set_recording((), [VolumeOrder(VolumeId(1), str(ward.volume), 0, True)])
    yield watcher
    watcher.close()


def place(slot: int, at: int | None = None) -> ReviewPlace:
    when = None if at is None else from_us(instant(at))
    return ReviewPlace(slot, (GATE, YARD)[slot % 2], 160, 90, when)


def moved(watcher: Watcher, player: ReviewPlayer) -> ReviewMoved | None:
    return next(
        (
            event
            for event in reversed(list(watcher.events))
            if isinstance(event, ReviewMoved) and event.player == player.number
        ),
        None,
    )


def shows(watcher: Watcher, player: ReviewPlayer, order: int, *wanted: int) -> bool:
    """Whether the player has followed ``order`` and shows these pictures."""
    told = moved(watcher, player)
    pictures = [player.view.picture(slot) for slot in range(len(wanted))]
    return (
        told is not None
        and told.seek == order
        and all(tile.state is TileState.SHOWN for tile in told.tiles)
        and [None if p is None else number_on(p) for p in pictures] == list(wanted)
    )


def job_process(watcher: Watcher) -> psutil.Process:
    [process] = watcher.processes("job")
    return process


def test_two_cameras_are_reviewed(watcher: Watcher) -> None:
    player = standing(watcher)

    order = player.go(from_us(instant(71)), 0.0)
    watcher.until(lambda: shows(watcher, player, order, 71, 71, 33), PATIENCE_S)
    order = player.step(-1)
    watcher.until(lambda: shows(watcher, player, order, 70, 70, 33), PATIENCE_S)

    player.close()


def test_a_job_worker_that_died_is_made_good(watcher: Watcher) -> None:
    player = standing(watcher)

    job_process(watcher).kill()
    order = player.step(2)

    watcher.until(lambda: shows(watcher, player, order, 27, 27, 33), PATIENCE_S)
    player.close()


def test_an_engine_that_died_is_made_good(watcher: Watcher) -> None:
    player = standing(watcher)

    engine = watcher.engine()
    engine.kill()
    lost = EngineChanged(EngineState.RESTARTED)
    watcher.until(lambda: lost in watcher.events, PATIENCE_S)
    order = player.step(1)

    watcher.until(lambda: shows(watcher, player, order, 26, 26, 33), PATIENCE_S)
    player.close()


def standing(watcher: Watcher) -> ReviewPlayer:
    """A player of two cameras and a still, which has shown its first pictures."""
    player = watcher.link.player()
    player.show([place(0), place(1), place(2, 33)], from_us(instant(25)))
    watcher.until(lambda: shows(watcher, player, 0, 25, 25, 33), PATIENCE_S)
    return player


def test_playing_goes_on_after_the_job_worker_died(watcher: Watcher) -> None:
    player = watcher.link.player()
    player.show([place(0)], from_us(instant(5)))
    order = player.go(None, 1.0)
    watcher.until(lambda: (now := moved(watcher, player)) and now.at_us > instant(8), PATIENCE_S)

    os.kill(job_process(watcher).pid, signal.SIGKILL)
    died_us = getattr(moved(watcher, player), "at_us", 0)
    later_us = died_us + 500_000
    watcher.until(lambda: (now := moved(watcher, player)) and now.at_us > later_us, PATIENCE_S)

    now = moved(watcher, player)
    assert now is not None
    assert (now.rate, now.seek) == (1.0, order)
    assert now.at_us < died_us + 3_000_000


def test_a_file_at_which_the_job_worker_dies_twice_is_damaged_and_the_others_play_on(
    watcher: Watcher, tmp_path: Path
) -> None:
    player = watcher.link.player()
    player.show([place(0), place(1)], from_us(instant(HEAVY + 58)))

    def states() -> list[TileState]:
        told = moved(watcher, player)
        return [] if told is None else [tile.state for tile in told.tiles]

    def killed_while_it_decodes() -> bool:
        """Kill the job worker at the heavy file; all others are decoded in no time."""
        for victim in watcher.processes("job"):
            with contextlib.suppress(psutil.Error):
                if any(t.user_time > 0.1 for t in victim.threads() if t.id != victim.pid):
                    victim.send_signal(signal.SIGSEGV)
                    psutil.wait_procs([victim], timeout=10.0)
                    return True
        return states()[:1] == [TileState.DAMAGED]

    watcher.until(killed_while_it_decodes, seconds=PATIENCE_S)
    watcher.until(killed_while_it_decodes, seconds=PATIENCE_S)
    watcher.until(lambda: states() == [TileState.DAMAGED, TileState.SHOWN], seconds=PATIENCE_S)

    deaths = (tmp_path / "logs" / "engine.log").read_text().count("job worker ended, decoding [")
    assert deaths == 2
    player.go(from_us(instant(25)), 1.0)  # that camera's other files play, too
    watcher.until(
        lambda: (
            states() == [TileState.SHOWN] * 2
            and (now := moved(watcher, player)) is not None
            and now.at_us > instant(27)
        ),
        seconds=PATIENCE_S,
    )
    player.close()


def test_what_becomes_of_sound_is_told_through_all_processes(watcher: Watcher, ward: Ward) -> None:
    ward.path(GATE, 120).write_bytes(segment(120, 200, clicks(Sounding.AAC, 200, (3,))))
    ward.keep_index(ward.volume.parent)
    player = watcher.link.player()
    player.show([place(0)], from_us(instant(125)))
    player.hear(GATE, 50)
    player.go(None, 1.0)

    told = (Hearing.HEARD, Hearing.NO_DEVICE)  # by what this machine has
    watcher.until(
        lambda: (now := moved(watcher, player)) and now.hearing in told and now.tiles[0].sound,
        PATIENCE_S,
    )
    player.hear(None)
    watcher.until(
        lambda: (now := moved(watcher, player)) and now.hearing is Hearing.OFF, PATIENCE_S
    )
    assert job_process(watcher).is_running()
    player.close()


def test_footage_is_cut_and_pictures_are_taken(
    watcher: Watcher, ward: Ward, tmp_path: Path
) -> None:
    watcher.until(lambda: EngineChanged(EngineState.STARTED) in watcher.events, PATIENCE_S)
    link, heard = watcher.link, list[tuple[int, int]]()
    span = Span(from_us(instant(30)), from_us(instant(70)))

    def cut(target: Path, stop: Stop) -> str:
        return link.cut(
            GATE,
            StreamRole.SUB,
            span,
            target,
            stop=stop,
            progressed=lambda d, t: heard.append((d, t)),
            facts=True,
        )

    told = json.loads(cut(tmp_path / "cut.mp4", Stop()))
    shot = json.loads(link.snapshot(YARD, from_us(instant(12)), tmp_path / "008.png", stop=Stop()))

    assert numbers(tmp_path / "cut.mp4") == list(range(20, 80))
    assert (told["start_us"], told["missing"]) == (instant(20), [])
    assert heard[-1][0] == heard[-1][1] > 0
    assert (told["native"]["frames"], told["native"]["lead_why"]) == (60, "key frame")
    assert (shot["shown_us"], shot["width"]) == (instant(12), 160)
    with pytest.raises(FileTaken):
        cut(tmp_path / "cut.mp4", Stop())
    with pytest.raises(FootageMissing):
        link.snapshot(YARD, from_us(instant(999)), tmp_path / "none.png", stop=Stop())
    stop = Stop()
    stop.set()
    with pytest.raises((Cancelled, FileTaken)):
        cut(tmp_path / "cut.mp4", stop)
    assert ward.volume.exists()


def test_a_viewing_copy_is_made_and_stills_come_from_the_cut(
    watcher: Watcher, tmp_path: Path
) -> None:
    watcher.until(lambda: EngineChanged(EngineState.STARTED) in watcher.events, PATIENCE_S)
    link, heard = watcher.link, list[tuple[int, int]]()
    span = Span(from_us(instant(33)), from_us(instant(70)))
    words = StripWords("Cổng chợ", "VV-2026-000123", 420)
    mask = Mask((MaskAt(0, (0.5, 0.5, 1.0, 1.0)),))

    def viewed(target: Path, stop: Stop) -> dict[str, Any]:
        told = link.view(
            *(GATE, StreamRole.SUB, span, target, words, [mask]),
            stop=stop,
            progressed=lambda d, t: heard.append((d, t)),
        )
        done: dict[str, Any] = json.loads(told)
        return done

    copy = viewed(tmp_path / "xem.mp4", Stop())
    target = tmp_path / "goc.mp4"
    cut = json.loads(
        link.cut(GATE, StreamRole.SUB, span, target, stop=Stop(), progressed=lambda d, t: None)
    )
    source = CutFile(str(target), StreamRole.SUB, cut["start_us"])
    at = from_us(instant(45))
    still = json.loads(link.snapshot(GATE, at, tmp_path / "anh.png", stop=Stop(), cut=source))

    assert (copy["frames"], copy["start_us"], copy["masks"]) == (37, instant(33), 1)
    assert heard[-1] == (3_700, 3_700)
    assert (still["file"], still["frame"], still["shown_us"]) == ("goc.mp4", 25, instant(45))
    stop = Stop()
    stop.set()
    with pytest.raises(Cancelled):
        viewed(tmp_path / "never.mp4", stop)
    with pytest.raises(OrderBroken):
        link.view(
            *(GATE, StreamRole.SUB, span, target, words, [Mask(())]),
            stop=stop,
            progressed=lambda d, t: None,
        )
    assert sorted(path.name for path in tmp_path.glob("*.mp4*")) == ["goc.mp4", "xem.mp4"]


@pytest.mark.loud("the job worker ended, decoding")
def test_a_file_at_two_deaths_is_left_alone(tmp_path: Path) -> None:
    hand = JobHand(SystemClock(), tmp_path)  # there is no engine: the process ends by itself
    bad, good = FileStart(GATE, instant(0)), FileStart(YARD, instant(0))

    for decoding in ([bad, good], [bad]):
        hand.need()
        assert hand.runs
        assert hand._words is not None
        for n, file in enumerate(decoding):
            hand._words[2 * n], hand._words[2 * n + 1] = file.camera_id, file.start_us
        hand.ended()

    assert hand.avoided == {bad}
    assert not hand.runs
