"""The engine: a process that watches cameras for every console, through its workers.

It keeps what was asked for (cameras, canvases), plans who does what, passes states on, and
ends when nobody has needed it for a while.  Everything happens on one thread, in order; the
lines' threads only put calls into its inbox.
"""

from __future__ import annotations

import logging
import os
import queue
from collections.abc import Callable, Iterable

from console.clock import Clock
from console.events import Reason, StreamState
from console.platform.blocks import Block
from console.redaction import Redactor
from console.video import planner, wire
from console.video.bans import Bans
from console.video.consoles import Canvas, ConsoleEnd, Consoles
from console.video.crew import Hand, Hands
from console.video.governor import Relief
from console.video.jobs import Jobs
from console.video.keeper import Measured
from console.video.peer import Peer
from console.video.ports import CameraSource
from console.video.recording import Recording
from console.video.standby import Legacy, Standby
from console.video.wire_footage import RecordingTold, SegmentDone, SetRecording
from db.records import CameraId, StreamRole

log = logging.getLogger(__name__)

ALONE_S = 2.0  # without a console, and with nothing to record
FIRST_CONSOLE_S = 2.5  # whoever starts the engine knocks fifty times a second
LINGER_S = 10.0  # a camera that nobody sees any more stays connected this long
_FAILED = frozenset({StreamState.OFFLINE, StreamState.REFUSED, StreamState.UNSUPPORTED})
_LOOK_S = 0.25


class Engine:
    """The process's one thread of decisions."""

    def __init__(
        self,
        hands: Hands,
        jobs: Jobs,
        clock: Clock,
        redactor: Redactor,
        recording: Callable[[Engine], Recording],
        standby: Standby,
    ) -> None:
        self._hands = hands
        self._jobs = jobs
        self._standby = standby
        self._clock = clock
        self._redactor = redactor
        self._inbox: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self._consoles = Consoles()
        self._crew = planner.Crew(len(hands.all))
        self._relief = Relief()
        self._told: dict[CameraId, wire.Told] = {}
        self._roles: dict[CameraId, StreamRole] = {}
        self._left_s: dict[CameraId, float] = {}  # when a camera was last seen on a canvas
        self._bans = Bans()
        self._waiting: set[CameraId] = set()  # for the one session of a line: see held_back
        self._next_canvas = 0
        self._alone_since_s = clock.monotonic_s() + FIRST_CONSOLE_S - ALONE_S
        self._ending = False
        self._recording = recording(self)

    def tell(self, message: wire.Message) -> None:
        """Tell every console.  On the engine's thread only."""
        self._consoles.tell(message)

    def measured(self, measured: Measured) -> None:
        """The keeper looked at the volumes.  Safe from any thread."""
        self.post(lambda: self._plan_if(changed=self._recording.measured(measured)))

    def post(self, call: Callable[[], None]) -> None:
        """Make ``call`` on the engine's thread.  Safe from any thread."""
        self._inbox.put(call)

    def run(self) -> None:
        """Serve until nobody needs the engine, or ``end``."""
        next_look_s = next_second_s = self._clock.monotonic_s()
        while not self._ending:
            now_s = self._clock.monotonic_s()
            if now_s >= next_look_s:
                next_look_s = now_s + _LOOK_S
                for hand in self._hands.lost():
                    self._lose(hand)
                self._hands.start_due(self._welcome)
                self._jobs.look(busy=self._relief.gives_way)
                self._standby.look()
            if now_s >= next_second_s:
                next_second_s = now_s + 1.0
                self._every_second(now_s)
            try:
                self._inbox.get(timeout=max(0.0, min(next_look_s, next_second_s) - now_s))()
            except queue.Empty:
                continue
        self._close()

    def end(self) -> None:
        """Let ``run`` return.  On the engine's thread only."""
        self._ending = True

    def join(self, peer: Peer, hello: wire.Hello) -> None:
        """Somebody opened a line and said hello."""
        if hello.version != wire.VERSION:
            log.warning("%s speaks version %d, not %d", peer.name, hello.version, wire.VERSION)
            peer.dismiss(wire.Welcome(wire.VERSION, os.getpid()))  # so it knows why
            if hello.version > wire.VERSION and hello.role is wire.Role.CONSOLE:
                self.end()  # the program was updated: its console starts an engine of its own
        elif hello.role is wire.Role.WORKER:
            if not self._hands.greeted(hello.pid, peer, self._welcome):
                peer.hang_up()
        elif hello.role is wire.Role.JOB:
            self._jobs.greeted(hello.pid, peer)
        elif hello.role is wire.Role.STANDBY:
            if not self._standby.greeted(hello.pid, peer):
                peer.hang_up()
        else:
            self._consoles.join(peer)
            peer.send(wire.Welcome(wire.VERSION, os.getpid()))
            for told in self._told.values():
                peer.send(told)
            for recorded in self._recording.newcomer():
                peer.send(recorded)

    def inherit(self, left: Legacy) -> None:
        """Go on with what a dead engine was told; before ``run``.

        Orders that nobody knows are not "no orders": these would end every gap at once.
        """
        if left.recording is None:
            return
        self._hide_passwords(left.cameras)
        self._recording.set(left.recording, {camera.camera_id: camera for camera in left.cameras})
        self._leave_word()
        self._plan()

    def heard(self, peer: Peer, message: wire.Message, block: Block | None) -> None:
        """A message came from a peer that has joined."""
        if (console := self._consoles.of(peer)) is not None:
            if not self._jobs.heard(peer, message, block):
                self._heard_console(console, message, block)
        elif not self._jobs.heard_worker(peer, message):
            self._heard_worker(peer, message)

    def lost(self, peer: Peer) -> None:
        """A line broke."""
        self._jobs.lost(peer)
        if (console := self._consoles.leave(peer)) is not None:
            for canvas in console.canvases.values():
                self._drop(canvas)
            # One that was killed may be started again at once; one that left will not.
            patience_s = 0.0 if console.leaving else ALONE_S
            self._alone_since_s = self._clock.monotonic_s() + patience_s - ALONE_S
            self._plan()
        elif (hand := self._hand_of(peer)) is not None:
            self._lose(hand)

    def _welcome(self, hand: Hand) -> None:
        """A place has a worker that listens: tell it everything."""
        self._assign(hand)
        for canvas in self._consoles.canvases():
            self._send_paint(hand, canvas)

    def _heard_console(
        self, console: ConsoleEnd, message: wire.Message, block: Block | None
    ) -> None:
        match message:
            case wire.SetCameras():
                self._hide_passwords(message.cameras)
                console.cameras = {camera.camera_id: camera for camera in message.cameras}
                self._recording.know(message.cameras)
                self._leave_word()
                self._plan()
                self._paint_again()
            case wire.Show() if block is not None:
                self._show(console, message, block)
            case wire.Hide():
                if (canvas := console.canvases.pop(message.canvas, None)) is not None:
                    self._drop(canvas)
                    self._plan()
            case SetRecording():
                self._recording.set(message, self._consoles.cameras())
                self._leave_word()
                self._plan()
            case wire.Goodbye():
                console.leaving = True
                console.peer.hang_up()
            case _:
                log.warning("a console sent %s", type(message).__name__)

    def _hide_passwords(self, cameras: Iterable[CameraSource]) -> None:
        for camera in cameras:
            if camera.password is not None:
                self._redactor.hide(camera.password)

    def _leave_word(self) -> None:
        """Tell the one who waits what it would have to go on with."""
        if (orders := self._recording.orders) is not None:
            self._standby.tell(self._recording.cameras.values(), orders)

    def _heard_worker(self, peer: Peer, message: wire.Message) -> None:
        hand = self._hand_of(peer)
        match message:
            case wire.Told() if hand is not None:
                if not self._bans.keep(message):
                    self._tell(message)
            case SegmentDone():
                self._recording.done(message)
            case RecordingTold() if hand is not None:
                self._recording.told(message)
            case wire.Beat():
                self._hands.beaten(peer)
                if hand is not None:
                    hand.pace, hand.figures = message.pace, message.figures
                    self._roles.update((f.camera_id, f.role) for f in message.figures)
            case _:
                log.warning("%s sent %s", peer.name, type(message).__name__)

    def _show(self, console: ConsoleEnd, message: wire.Show, block: Block) -> None:
        before = console.canvases.pop(message.canvas, None)
        self._next_canvas += 1
        canvas = Canvas(self._next_canvas, planner.Shown(message.spots, message.upcoming), block)
        console.canvases[message.canvas] = canvas
        self._relief.settle()
        # First the tasks, so that every camera has a home; then who paints what.
        self._plan()
        for hand in self._hands.all:
            self._send_paint(hand, canvas)
        if before is not None:
            self._drop(before)

    def _drop(self, canvas: Canvas) -> None:
        for hand in self._hands.all:
            if hand.peer is not None:
                hand.peer.send(wire.Hide(canvas.number))
        canvas.block.close()

    def _plan(self) -> None:
        """Tell every worker anew what it watches; it finds out what changed."""
        now_s = self._clock.monotonic_s()
        shown = [canvas.shown for canvas in self._consoles.canvases()]
        seen = planner.widths(shown)
        known = self._cameras()
        self._left_s.update(dict.fromkeys(seen, now_s))
        self._left_s = {
            camera: at_s
            for camera, at_s in self._left_s.items()
            if camera in known and now_s - at_s <= LINGER_S
        }
        wanted = planner.weights(shown, list(self._left_s), self._recording.recorded())
        wanted = {camera: weight for camera, weight in wanted.items() if camera in known}
        before = self._waiting
        self._waiting = planner.held_back(known, wanted, self._crew.homes, self._is_in_use)
        self._crew.settle({c: weight for c, weight in wanted.items() if c not in self._waiting})
        self._recording.unwanted(self._told.keys() - self._crew.homes.keys())
        stay = self._crew.homes.keys() | self._waiting
        self._told = {camera: told for camera, told in self._told.items() if camera in stay}
        for camera in self._waiting:
            if known[camera].instead_of is not None:
                self._tell(wire.Told(camera, StreamState.PAUSED, Reason.LINE_IN_USE, ""))
        self._roles = {c: role for c, role in self._roles.items() if c in self._crew.homes}
        for hand in self._hands.all:
            self._assign(hand)
        if before - self._waiting:
            self._paint_again()

    def _assign(self, hand: Hand) -> None:
        if hand.peer is None:
            return
        shown = [canvas.shown for canvas in self._consoles.canvases()]
        seen, known = planner.widths(shown), self._cameras()
        relieved = self._relief.relieved(planner.ranks(shown))
        tasks = tuple(
            planner.task(
                known[camera],
                seen.get(camera),
                self._roles.get(camera),
                relieved=camera in relieved,
                record=self._recording.records(camera),
                alone=self._recording.is_alone(known[camera].instead_of or camera),
                banned=camera in self._bans,
            )
            for camera, home in self._crew.homes.items()
            if home == hand.number and (camera not in self._bans or self._recording.records(camera))
        )
        hand.peer.send(wire.Assign(tasks))

    def _send_paint(self, hand: Hand, canvas: Canvas) -> None:
        spots = tuple(
            spot
            for spot in canvas.shown.spots
            if self._crew.homes.get(spot.camera_id) == hand.number
        )
        if hand.peer is not None and spots:
            paint = wire.Paint(canvas.number, canvas.block.size, canvas.block.name, spots)
            hand.peer.send(paint, canvas.block)

    def _paint_again(self) -> None:
        """Cameras became known, or have waited: canvases that asked before get their pictures."""
        for canvas in self._consoles.canvases():
            for hand in self._hands.all:
                self._send_paint(hand, canvas)

    def _lose(self, hand: Hand) -> None:
        """A worker died or hung: its tiles say so until it is back."""
        if hand.life is None:
            return
        culprit = self._hands.ended(hand)
        ban = None if culprit is None else self._bans.begin(culprit, self._clock.monotonic_s())
        # Before the next worker begins: what the dead one was writing is mended, not gone on with.
        self._recording.lost(c for c, home in self._crew.homes.items() if home == hand.number)
        self._hands.start_due(self._welcome)
        self._relief.lost(hand.number)  # all its streams begin anew at once
        if ban is not None:
            self._tell(ban)
        for camera, home in self._crew.homes.items():
            told = wire.Told(camera, StreamState.CONNECTING, Reason.ENGINE_LOST, "")
            if home == hand.number and not self._bans.keep(told):
                self._tell(told)

    def _every_second(self, now_s: float) -> None:
        figures = tuple(f for hand in self._hands.all for f in hand.figures)
        self._consoles.tell(wire.Figures(figures))
        alive = [hand for hand in self._hands.all if hand.peer is not None]
        heeded = [hand.pace for hand in alive if self._relief.heeds(hand.number)]
        changed = self._relief.look(heeded)
        if changed:
            log.info("%.0f %% of the tiles get key pictures only", 100 * self._relief.share)
        lapsed, told = self._bans.lapse(now_s)
        for each in told:
            self._tell(each)
        left = any(now_s - at_s > LINGER_S for at_s in self._left_s.values())
        changed |= self._recording.every_second(figures)
        trials = any(each.instead_of is not None for each in self._consoles.cameras().values())
        if changed or lapsed or left or trials or self._consoles.learn_sizes(figures):
            self._plan()
        alone = not self._consoles and not self._recording.is_wanted
        if alone and now_s - self._alone_since_s >= ALONE_S:
            log.info("nobody needs the engine; ending")
            self.end()

    def _tell(self, told: wire.Told) -> None:
        if self._told.get(told.camera_id) == told:
            return
        self._told[told.camera_id] = told
        self._recording.stands(told)
        self._consoles.tell(told)

    def _cameras(self) -> dict[CameraId, CameraSource]:
        """Every camera that a console shows, and those that are recorded without one."""
        return {**self._recording.cameras, **self._consoles.cameras()}

    def _is_in_use(self, camera: CameraId) -> bool:
        """Whether a line bears one session, and its camera does not fail to have that."""
        told = self._bans.kept(camera) or self._told.get(camera)
        return self._recording.is_alone(camera) and (told is None or told.state not in _FAILED)

    def _hand_of(self, peer: Peer) -> Hand | None:
        return next((hand for hand in self._hands.all if hand.peer is peer), None)

    def _plan_if(self, *, changed: bool) -> None:
        if changed:
            self._plan()

    def _close(self) -> None:
        self._standby.dismiss()
        self._hands.close()
        self._jobs.close()
        self._standby.end()
        self._hear_the_last()
        self._recording.close()
        for canvas in self._consoles.hang_up():
            canvas.block.close()

    def _hear_the_last(self) -> None:
        """What the workers told while they ended: their last segments."""
        while not self._inbox.empty():
            self._inbox.get()()
