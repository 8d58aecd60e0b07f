"""The engine's end of review, cuts and snapshots: passes messages between consoles and job worker.

Consoles count their players and jobs for themselves; the worker gets numbers of ours.  What a
player shows and where it stands is kept, so that a worker that died is followed by one that knows
everything.
"""

from __future__ import annotations

import logging
from pathlib import Path

from console.clock import Clock
from console.platform.blocks import Block
from console.video import wire
from console.video import wire_footage as say
from console.video.job_hands import JobHand
from console.video.peer import Peer
from console.video.player_orders import Order, PlayerOrders
from db.structs import Struct, replace

log = logging.getLogger(__name__)

IDLE_S = 30.0  # without a player and a job the worker ends
FAILED = "lost"  # the trouble of a job whose worker died


class _Player(Struct):
    """What is known of a player: enough to have another worker go on with it."""

    console: Peer
    number: int  # the console's own
    shown: say.ReviewShow
    block: Block
    orders: PlayerOrders


class _Job(Struct):
    console: Peer
    number: int  # the console's own
    order: say.Cut | say.Snapshot | say.View
    sent: bool = False


class Jobs:
    """All players and jobs of all consoles.  The engine's thread only."""

    def __init__(self, clock: Clock, data: Path) -> None:
        """``data`` is the station's folder; a worker is started when it is first needed."""
        self._clock = clock
        self._hand = JobHand(clock, data)
        self._players: dict[int, _Player] = {}
        self._jobs: dict[int, _Job] = {}
        self._numbers = 0
        self._busy = False
        self._idle_since_s = clock.monotonic_s()

    def heard(self, console: Peer, message: wire.Message, block: Block | None) -> bool:
        """A console said something; False if it is not for us."""
        match message:
            case say.ReviewShow() if block is not None:
                self._show(console, message, block)
            case say.ReviewGo() | say.ReviewStep() | say.ReviewSound():
                self._order(console, message)
            case say.ReviewClose():
                if (found := self._find(console, message.player)) is not None:
                    self._drop(found)
            case say.Cut() | say.Snapshot() | say.View():
                self._numbers += 1
                job = _Job(console, message.job, replace(message, job=self._numbers))
                self._jobs[self._numbers] = job
                self._send_job(job)
            case say.CancelJob():
                self._cancel(console, message.job)
            case _:
                return False
        self._start_or_end()
        return True

    def greeted(self, pid: int, peer: Peer) -> None:
        """A job worker said hello: tell it everything, or hang up if it is not ours."""
        if not self._hand.greeted(pid, peer):
            peer.hang_up()
            return
        if self._hand.avoided:
            peer.send(say.ReviewAvoid(tuple(self._hand.avoided)))
        peer.send(say.ReviewEase(self._busy))
        for number, player in self._players.items():
            self._tell_again(number, player)
        for job in self._jobs.values():
            self._send_job(job)

    def heard_worker(self, peer: Peer, message: wire.Message) -> bool:
        """Our worker said something; False if ``peer`` is not ours."""
        if peer is not self._hand.peer:
            return False
        match message:
            case wire.Beat():
                self._hand.beaten()
            case say.ReviewAt():
                self._told(message)
            case say.JobTold():
                self._told_job(message)
            case _:
                log.warning("the job worker sent %s", type(message).__name__)
        return True

    def lost(self, peer: Peer) -> None:
        """A line broke: a console's, or our worker's."""
        if peer is self._hand.peer:
            self._lose()
        for number, player in list(self._players.items()):
            if player.console is peer:
                self._drop(number)
        for number, job in list(self._jobs.items()):
            if job.console is peer:
                self._send(say.CancelJob(number))
                del self._jobs[number]

    def look(self, *, busy: bool) -> None:
        """Several times a second: start, clean up after, or end the worker.

        ``busy``: the wall's workers are late, and come first.
        """
        if busy != self._busy:
            self._busy = busy
            self._send(say.ReviewEase(busy))
        if self._hand.is_lost():
            self._lose()
        self._start_or_end()

    def close(self) -> None:
        """End the worker, let go of the canvases."""
        self._hand.end()
        for player in self._players.values():
            player.block.close()
        self._players.clear()

    def _start_or_end(self) -> None:
        now_s = self._clock.monotonic_s()
        if self._players or self._jobs:
            self._idle_since_s = now_s
            self._hand.need()
        elif self._hand.runs and now_s - self._idle_since_s > IDLE_S:
            log.info("nobody reviews; ending the job worker")
            self._hand.end()

    def _show(self, console: Peer, message: say.ReviewShow, block: Block) -> None:
        number = self._find(console, message.player)
        if number is None:
            self._numbers += 1
            number = self._numbers
            orders = PlayerOrders(message.at_us, message.seek)
            player = _Player(console, message.player, message, block, orders)
            self._players[number] = player
        else:
            player = self._players[number]
            player.block.close()
            player.shown, player.block = message, block
        self._send(replace(message, player=number), block)

    def _order(self, console: Peer, message: Order) -> None:
        number = self._find(console, message.player)
        if number is None:
            log.warning("an order for a player that there is not")
            return
        self._players[number].orders.give(message)
        self._send(replace(message, player=number))

    def _tell_again(self, number: int, player: _Player) -> None:
        """Have a new worker's player stand where the last one did, and follow what came since."""
        shown, orders = player.orders.again(replace(player.shown, player=number))
        self._send(shown, player.block)
        for order in orders:
            self._send(order)

    def _cancel(self, console: Peer, theirs: int) -> None:
        for number, job in list(self._jobs.items()):
            if job.console is console and job.number == theirs:
                if job.sent:
                    self._send(say.CancelJob(number))
                else:
                    del self._jobs[number]
                    console.send(say.JobTold(theirs, 0, 0, True, "cancelled", ""))

    def _send_job(self, job: _Job) -> None:
        if self._hand.peer is not None:
            job.sent = True
            self._send(job.order)

    def _told(self, message: say.ReviewAt) -> None:
        player = self._players.get(message.player)
        if player is None:
            return
        player.orders.told(message)
        player.console.send(replace(message, player=player.number))

    def _told_job(self, message: say.JobTold) -> None:
        job = self._jobs.get(message.job)
        if job is None:
            return
        if message.over:
            del self._jobs[message.job]
        job.console.send(replace(message, job=job.number))

    def _lose(self) -> None:
        """The worker died: jobs that it had begun have failed, players go on with the next."""
        self._hand.ended()
        for number, job in list(self._jobs.items()):
            if job.sent:
                del self._jobs[number]
                job.console.send(say.JobTold(job.number, 0, 0, True, FAILED, ""))

    def _drop(self, number: int) -> None:
        self._players.pop(number).block.close()
        self._send(say.ReviewClose(number))

    def _find(self, console: Peer, theirs: int) -> int | None:
        return next(
            (n for n, p in self._players.items() if p.console is console and p.number == theirs),
            None,
        )

    def _send(self, message: wire.Message, block: Block | None = None) -> None:
        if self._hand.peer is not None:
            self._hand.peer.send(message, block)
