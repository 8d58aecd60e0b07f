"""The console's end of recording, review and cuts: what ``Link`` passes on to the engine.

It keeps the whole of what was asked for: after a loss of the engine it is told again, and players
go on where they were last known to stand.  Cuts that were running have failed then.
"""

from __future__ import annotations

import itertools
import queue
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from console.errors import (
    Cancelled,
    DiskFull,
    EngineLost,
    FileTaken,
    FootageMissing,
    IndexFailed,
)
from console.events import (
    Noticed,
    Post,
    RecordingChanged,
    RecordingMeasured,
    ReviewMoved,
)
from console.platform.blocks import Block
from console.video import canvas, wire
from console.video import wire_footage as say
from console.video.evidence_orders import CutFile, Mask, StripWords, check
from console.video.footage_ports import FootageChanged, ReviewPlace
from console.video.mapped import MappedPictures
from console.video.peer import Peer
from console.video.player_orders import Order, PlayerOrders
from console.video.ports import Place
from console.workers import Stop
from db.errors import Problem, StoreFailed
from db.records import CameraId, Span, StreamRole, to_us

_LOOK_S = 0.1  # how soon a stop is noticed
Told = Callable[[int, int], None]


class LinkFootage:
    """A ``FootageEngine`` in another process.  Safe from any thread."""

    def __init__(self, post: Post, *, stays: bool) -> None:
        """``stays``: see ``SetRecording``."""
        self._post = post
        self._stays = stays
        self._lock = threading.Lock()  # leaf lock; guards all below
        self._peer: Peer | None = None
        self._recording: say.SetRecording | None = None
        self._players: dict[int, LinkedReview] = {}
        self._jobs: dict[int, queue.SimpleQueue[say.JobTold]] = {}
        self._numbers = itertools.count(1)

    def set_recording(
        self, orders: Sequence[say.RecordOrder], volumes: Sequence[say.VolumeOrder]
    ) -> None:
        """See ``FootageEngine``."""
        with self._lock:
            self._recording = say.SetRecording(tuple(orders), tuple(volumes), self._stays)
            if self._peer is not None:
                self._peer.send(self._recording)

    def player(self) -> LinkedReview:
        """See ``FootageEngine``."""
        with self._lock:
            made = LinkedReview(next(self._numbers), self)
            self._players[made.number] = made
        return made

    def cut(
        self,
        camera_id: CameraId,
        role: StreamRole,
        span: Span,
        target: Path,
        *,
        stop: Stop,
        progressed: Told,
        facts: bool = False,
        silent: bool = False,
    ) -> str:
        """See ``FootageEngine``."""
        start_us, end_us = to_us(span.start), to_us(span.end)
        return self._do(
            lambda job: say.Cut(job, camera_id, role, start_us, end_us, str(target), facts, silent),
            stop,
            progressed,
        )

    def snapshot(
        self,
        camera_id: CameraId,
        at: datetime,
        target: Path,
        *,
        stop: Stop,
        cut: CutFile | None = None,
        role: StreamRole | None = None,
    ) -> str:
        """See ``FootageEngine``."""
        return self._do(
            lambda job: say.Snapshot(job, camera_id, to_us(at), str(target), cut, role),
            stop,
            lambda done, total: None,
        )

    def view(
        self,
        camera_id: CameraId,
        role: StreamRole,
        span: Span,
        target: Path,
        words: StripWords,
        masks: Sequence[Mask] = (),
        *,
        stop: Stop,
        progressed: Told,
    ) -> str:
        """See ``FootageEngine``."""
        span_us, where, kept = (to_us(span.start), to_us(span.end)), str(target), tuple(masks)
        check(span_us, words, kept)
        return self._do(
            lambda job: say.View(job, camera_id, role, *span_us, where, words, kept),
            stop,
            progressed,
        )

    def found(self, peer: Peer) -> None:
        """There is an engine: tell it everything."""
        with self._lock:
            self._peer = peer
            if self._recording is not None:
                peer.send(self._recording)
            for player in self._players.values():
                player.tell_again(peer)

    def lost(self) -> None:
        """The engine is gone, and with it the jobs that it had."""
        with self._lock:
            self._peer = None
            for job, heard in self._jobs.items():
                heard.put(say.JobTold(job, 0, 0, True, "lost", ""))

    def heard(self, message: wire.Message) -> bool:
        """The engine said something; False if it is not about footage."""
        match message:
            case say.ReviewAt():
                with self._lock:
                    player = self._players.get(message.player)
                    if player is not None:
                        player.orders.told(message)
                if player is not None:
                    self._post(
                        ReviewMoved(
                            message.player,
                            message.at_us,
                            message.rate,
                            message.seek,
                            message.tiles,
                            message.hearing,
                        )
                    )
            case say.JobTold():
                with self._lock:
                    heard = self._jobs.get(message.job)
                if heard is not None:
                    heard.put(message)
            case say.RecordingTold():
                self._post(
                    RecordingChanged(
                        message.camera_id, message.cause, message.run_us, message.doubts
                    )
                )
            case say.IndexTold():
                self._post(Noticed(IndexFailed(message.trouble)))
            case say.RecordingFigures():
                self._post(
                    RecordingMeasured(
                        volumes=message.volumes,
                        month_bytes={use.camera_id: use.month_bytes for use in message.lines},
                        oldest_us=message.oldest_us,
                        bytes_a_day=message.bytes_a_day,
                        only_held=message.only_held,
                        known_us=message.known_us,
                        stands=message.stands,
                        unread=message.unread,
                    )
                )
            case _:
                return False
        return True

    def close(self) -> None:
        """Let go of the players' memory."""
        with self._lock:
            players = list(self._players.values())
        for player in players:
            player.close()

    def swap(self, player: LinkedReview, shown: Reviewed | None) -> None:
        """A player shows something else, or (None) is gone; the old block is let go."""
        with self._lock:
            before, player.shown = player.shown, shown
            if shown is None:
                self._players.pop(player.number, None)
            if self._peer is not None and shown is not None:
                self._peer.send(shown.message, shown.block)
            elif self._peer is not None:
                self._peer.send(say.ReviewClose(player.number))
            if before is not None:
                before.block.close()

    def order(self, player: LinkedReview, message: Order) -> int:
        """Pass an order on; how many the player has been given by now."""
        with self._lock:
            count = player.orders.give(message)
            if self._peer is not None:
                self._peer.send(message)
        return count

    def _do(
        self,
        order: Callable[[int], say.Cut | say.Snapshot | say.View],
        stop: Stop,
        progressed: Told,
    ) -> str:
        """Have a job done, and wait for its end; nothing is begun once ``stop`` is set."""
        if stop.is_set():
            raise Cancelled
        heard: queue.SimpleQueue[say.JobTold] = queue.SimpleQueue()
        with self._lock:
            job = next(self._numbers)
            if self._peer is None:
                raise EngineLost("there is no engine at this moment")
            self._jobs[job] = heard
            self._peer.send(order(job))
        cancelled = False
        try:
            while True:
                if stop.is_set() and not cancelled:
                    cancelled = True
                    with self._lock:
                        if self._peer is not None:
                            self._peer.send(say.CancelJob(job))
                try:
                    told = heard.get(timeout=_LOOK_S)
                except queue.Empty:
                    continue
                if told.over:
                    return _result(told)
                progressed(told.done, told.total)
        finally:
            with self._lock:
                del self._jobs[job]


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What a player asked for, and the block that its pictures lie in."""

    message: say.ReviewShow
    block: Block


class LinkedReview(MappedPictures):
    """A ``ReviewPlayer`` over shared memory, and its own ``view``.

    GUI thread only, but for what the link's lock guards.
    """

    def __init__(self, number: int, link: LinkFootage) -> None:
        super().__init__()
        self.number = number
        self.shown: Reviewed | None = None  # these two: guarded by the link's lock
        self.orders = PlayerOrders(0)
        self._link = link

    @property
    def view(self) -> LinkedReview:
        """Its pictures: itself."""
        return self

    def show(self, places: Sequence[ReviewPlace], at: datetime) -> None:
        """See ``ReviewPlayer``."""
        regions, size = canvas.plan([Place(p.slot, p.camera_id, p.width, p.height) for p in places])
        block = Block.create(size)
        self.look_at(block, regions)
        spots = tuple(
            say.ReviewSpot(
                slot=place.slot,
                camera_id=place.camera_id,
                width=place.width,
                height=place.height,
                offset=region.offset,
                at_us=None if place.at is None else to_us(place.at),
                zoom=place.zoom,
            )
            for place, region in zip(places, regions, strict=True)
        )
        if self.shown is None:
            self.orders = PlayerOrders(to_us(at), self.orders.count)
        message = say.ReviewShow(self.number, size, block.name, spots, to_us(at), self.orders.count)
        self._link.swap(self, Reviewed(message, block))

    def go(self, at: datetime | None, rate: float, *, skip_gaps: bool = True) -> int:
        """See ``ReviewPlayer``."""
        at_us = None if at is None else to_us(at)
        return self._link.order(self, say.ReviewGo(self.number, at_us, rate, skip_gaps))

    def step(self, frames: int) -> int:
        """See ``ReviewPlayer``."""
        return self._link.order(self, say.ReviewStep(self.number, frames))

    def hear(self, camera_id: CameraId | None, loudness: int = 100) -> None:
        """See ``ReviewPlayer``."""
        self._link.order(self, say.ReviewSound(self.number, camera_id, loudness))

    def close(self) -> None:
        """See ``ReviewPlayer``."""
        self.let_go()
        self._link.swap(self, None)

    def tell_again(self, peer: Peer) -> None:
        """Tell a new engine of it.  Under the link's lock."""
        if self.shown is not None:
            shown, orders = self.orders.again(self.shown.message)
            peer.send(shown, self.shown.block)
            for order in orders:
                peer.send(order)


def _result(told: say.JobTold) -> str:
    """What a job made; raises what went wrong."""
    problems: dict[str, Problem | Cancelled] = {
        "cancelled": Cancelled(),
        "missing": FootageMissing("nothing of it is on disk"),
        "damaged": FootageMissing("the footage was damaged or removed meanwhile"),
        "exists": FileTaken("something has that name already"),
        "full": DiskFull("there is no room for it"),
        "lost": EngineLost("the process that did it ended"),
        "index": StoreFailed("the footage index cannot be read"),
    }
    if not told.trouble:
        return told.result
    if told.trouble == "changed":
        raise FootageChanged(told.result)
    raise problems.get(told.trouble, StoreFailed("the file could not be written"))
