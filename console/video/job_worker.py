"""A job worker: the process in which footage is decoded for review, cut and copied.

Files are as hostile as cameras: they are opened in here and nowhere else.  One thread decides (the
loop), two decode, two cut and make viewing copies, one listens to the engine; a sound device brings
its own.  A job worker is expendable: the engine starts another and tells it everything again.
"""

from __future__ import annotations

import errno
import logging
import os
from collections.abc import Callable
from pathlib import Path

from console.clock import SystemClock
from console.errors import Cancelled, StoreProblem
from console.platform import processes
from console.platform.blocks import Block
from console.platform.memory import give_back, map_large
from console.redaction import Redactor, logging_to
from console.video import wire, wire_footage
from console.video.archive_file import INDEX_FILE
from console.video.archive_reader import ArchiveReader
from console.video.channel import reach
from console.video.cut_plan import NothingToCut
from console.video.cutter import NothingUnchanged, TargetTaken, cut
from console.video.evidence_orders import OrderBroken
from console.video.film import FilmUnreadable
from console.video.footage import Footage
from console.video.job_hands import GUESTS
from console.video.listening import Ears, open_sound_card
from console.video.loop import Loop
from console.video.peer import Peer
from console.video.player import Player, Studio
from console.video.projector import Projector
from console.video.reel_decoder import Note
from console.video.still import snapshot
from console.video.wire_footage import JobTold
from console.workers import Lane, Stop, Workers
from db.errors import DiskFull

log = logging.getLogger(__name__)

MAX_MEMORY_BYTES = 6 << 30  # of address space, canvases included (S-14)
STUCK_S = 8.0  # one picture takes milliseconds; a decoder that hangs is ended with its process
TROUBLES: dict[type[Exception], str] = {
    NothingUnchanged: "changed",
    NothingToCut: "missing",
    TargetTaken: "exists",
    DiskFull: "full",
    Cancelled: "cancelled",
    FilmUnreadable: "damaged",
    StoreProblem: "index",
    OrderBroken: "order",
}
TOLD: tuple[type[Exception], ...] = (*TROUBLES, OSError)
"""What a job may end with that is no fault of the program."""
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)  # FAT32 holds no file of 4 GB
_BEAT_S = 1.0
_TIDY_BEATS = 2  # after what was put away: a picture may be in a decoder at the first
_LAST_WORD_S = 2.0


class JobWorker:
    """Follows the engine's word.  Loop thread only."""

    def __init__(self, studio: Studio, peer: Peer, threads: Workers) -> None:
        self._studio = studio
        self._loop = studio.loop
        self._peer = peer
        self._threads = threads
        self._players: dict[int, Player] = {}
        self._jobs: dict[int, Stop] = {}
        self._recorder: Block | None = None
        self._busy = False
        self._empty_beats = _TIDY_BEATS  # since something was shown
        self._is_last = False  # of the station's processes: see ``processes.retreat``

    def heard(self, message: wire.Message, block: Block | None) -> None:
        """The engine said something."""
        match message:
            case wire_footage.ReviewShow() if block is not None:
                self._show(message, block)
            case wire_footage.ReviewGo():
                if (player := self._players.get(message.player)) is not None:
                    player.go(message.at_us, message.rate, skip_gaps=message.skip_gaps)
            case wire_footage.ReviewStep():
                if (player := self._players.get(message.player)) is not None:
                    player.step(message.frames)
            case wire_footage.ReviewSound():
                if (player := self._players.get(message.player)) is not None:
                    player.hear(message.camera_id, message.loudness)
            case wire_footage.ReviewClose():
                if (player := self._players.pop(message.player, None)) is not None:
                    player.close()
            case wire_footage.ReviewEase():
                self._busy = message.busy
                for player in self._players.values():
                    player.ease(message.busy)
            case wire_footage.ReviewAvoid():
                files = frozenset((file.camera_id, file.start_us) for file in message.files)
                self._studio.footage.avoid(files)
            case wire.Recorder() if block is not None:
                self._recorder = block
                self._studio.projector.words = block.view.cast("q")
            case wire.Goodbye():
                self._loop.end()
            case _:
                self._heard_job(message)

    def beat(self) -> None:
        """Once a second: tell that we live, tidy up; end for sure where a decoder hangs."""
        projector = self._studio.projector
        if projector.failed or projector.busy_s() > STUCK_S:
            log.error("a decoder does not come back; ending this process instead")
            os._exit(3)
        self._peer.send(wire.Beat(wire.Pace(), ()))
        self._retreat()
        if any(player.shows for player in self._players.values()):
            self._empty_beats = 0
        elif self._empty_beats < _TIDY_BEATS:
            self._empty_beats += 1
            give_back()

    def close(self) -> None:
        """End everything."""
        for stop in self._jobs.values():
            stop.set()
        for player in self._players.values():
            player.close()
        self._studio.projector.close()

    def _show(self, message: wire_footage.ReviewShow, block: Block) -> None:
        player = self._players.get(message.player)
        if player is None:
            player = self._players[message.player] = Player(message, self._studio)
            player.ease(self._busy)
        player.show(message, block)
        self._retreat()

    def _retreat(self) -> None:
        """Go behind all others while something is copied and nothing is looked back at.

        With 81 tiles on two processors the copy of an hour takes 24 s then, not 13, and the wall
        shows all of its pictures, not three quarters of them.
        """
        last = bool(self._jobs) and not self._players
        if last != self._is_last and processes.retreat(last=last):
            self._is_last = last

    def _heard_job(self, message: wire.Message) -> None:
        match message:
            case wire_footage.Cut():
                order, footage = message, self._studio.footage
                stop = self._jobs[message.job] = Stop()
                told = self._telling(message.job)
                self._start(message.job, lambda: cut(footage, order, stop, told))
            case wire_footage.Snapshot():
                self._snapshot(message)
            case wire_footage.View():
                self._view(message)
            case wire_footage.CancelJob():
                if (running := self._jobs.get(message.job)) is not None:
                    running.set()
            case _:
                log.warning("the engine sent %s", type(message).__name__)

    def _snapshot(self, order: wire_footage.Snapshot) -> None:
        def shoot(note: Note) -> None:
            self._finish(order.job, lambda: snapshot(self._studio.footage, order, note))

        self._studio.projector.do(shoot)

    def _view(self, order: wire_footage.View) -> None:
        stop = self._jobs[order.job] = Stop()
        told = self._telling(order.job)

        def make() -> str:
            from console.video.viewing.making import view  # numpy and Pillow: on this thread, late

            with self._studio.projector.guest() as note:
                footage = self._studio.footage
                return view(footage, order, note, stop, told, gentle=lambda: self._busy)

        self._start(order.job, make)

    def _start(self, job: int, work: Callable[[], str]) -> None:
        def do() -> None:
            processes.step_back_for_good()  # behind the wall, and behind who looks back
            self._finish(job, work)

        done = self._threads.submit(do, Lane.LONG)
        done.add_done_callback(lambda _: self._loop.post(lambda: self._forget(job)))

    def _forget(self, job: int) -> None:
        self._jobs.pop(job, None)

    def _telling(self, job: int) -> Callable[[int, int], None]:
        return lambda done, total: self._peer.send(JobTold(job, done, total, False, "", ""))

    def _finish(self, job: int, work: Callable[[], str]) -> None:
        """Do a job and tell its end, whatever it is: somebody waits.  On another thread."""
        told = JobTold(job, 0, 0, True, "bug", "")
        try:
            told = JobTold(job, 1, 1, True, "", work())
        except TOLD as problem:
            told = JobTold(job, 0, 0, True, trouble(problem), found_all_the_same(problem))
            log.warning("job %d ended: %s (%s)", job, told.trouble, type(problem).__name__)
        finally:
            self._peer.send(told)


def found_all_the_same(problem: BaseException) -> str:
    """What a job that failed tells beside its trouble."""
    return problem.told if isinstance(problem, NothingUnchanged) else ""


def trouble(problem: BaseException) -> str:
    """One word for what went wrong; ``link_footage`` makes a problem of it."""
    for kind, word in TROUBLES.items():
        if isinstance(problem, kind):
            return word
    return "full" if getattr(problem, "errno", None) in _NO_ROOM else "disk"


def main(data: Path, number: int, decoders: int) -> int:
    """Be a job worker of the engine of the station in ``data``; returns the exit code.

    ``number`` only names the log; ``decoders`` is how many threads decode.
    """
    if (channel := reach(data)) is None:
        return 1  # the engine that started us is gone
    processes.limit_memory(MAX_MEMORY_BYTES)
    map_large()
    with logging_to(data, f"job-{number}", Redactor()):
        threads = Workers()
        clock = SystemClock()
        loop = Loop(clock)
        peer = Peer("engine", channel, threads)
        index = ArchiveReader(data / INDEX_FILE)
        footage = Footage(index)
        projector = Projector(threads, clock, decoders, GUESTS)
        ears = Ears(threads, open_sound_card)
        studio = Studio(loop, clock, footage, projector, peer.send, ears)
        worker = JobWorker(studio, peer, threads)
        peer.start(
            lambda message, block: loop.post(lambda: worker.heard(message, block)),
            lambda: _end_for_sure(loop, threads),
        )
        peer.send(wire.Hello(wire.VERSION, wire.Role.JOB, os.getpid()))
        loop.beat(_BEAT_S, worker.beat)
        loop.run()
        worker.close()
        peer.hang_up()
        threads.close(timeout_s=1.0)
        index.close()
    return 0


def _end_for_sure(loop: Loop, threads: Workers) -> None:
    """The engine is gone: end, even if a decoder hangs."""
    loop.post(loop.end)
    threads.loop("last-word", lambda stop: None if stop.wait(_LAST_WORD_S) else os._exit(1))
