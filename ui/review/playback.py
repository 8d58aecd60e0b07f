"""The one clock of the review page: what is played, where it stands, the marks in and out.

Everything on the page, the tools beside it included, moves the time through this object.  Pictures
are asked for only after ``Admission`` gave leave, and what was on screen goes into the log.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from console.errors import NotAllowed, Problem
from console.events import Hearing, ReviewMoved, TileAt, TileState
from console.video.footage_ports import ReviewPlace, ReviewPlayer
from console.workers import Lane
from db.records import CameraId, Span, from_us, to_us
from ui.desk import Desk
from ui.review.admission import Admission
from ui.review.scale import SECOND_US
from ui.review.service import Archive
from ui.review.watched import Stretch, Watched

RATES = (-16.0, -8.0, -4.0, -2.0, -1.0, 0.25, 0.5, 1.0, 2.0, 4.0, 8.0, 16.0)
LOUDNESS = (10, 25, 50, 75, 100, 150, 200, 300)  # per cent; cameras are often too soft
_PATIENCE_MS = 250  # a seek that is not followed by then does not hold up the next


class Playback(QObject):
    """A player of footage as the page drives it.  GUI thread only; nothing here blocks."""

    begun = Signal()  # the cameras may be watched: whoever shows them gives their places
    moved = Signal()  # the time, the speed or the state of a tile
    marked = Signal()  # marks in and out, or whether it goes round between them
    heard = Signal()  # whose sound is on
    ended = Signal()  # the player is closed, its pictures must go
    forgotten = Signal()  # somebody else sits here: no picture of before is for him
    refused = Signal(object)  # the Problem: it may not be watched, or the service failed

    def __init__(self, desk: Desk, archive: Archive, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._archive = archive
        self.admission = Admission(archive.footage, desk.tasks)
        self._watched = Watched()
        self._stills: Stretch | None = None  # noted last: written at the end, at the latest
        self._player: ReviewPlayer | None = None
        self._cameras: tuple[CameraId, ...] = ()
        self._wish = 0  # counts what was opened; an answer to an older wish is nobody's
        self._seek = 0  # counts what was asked for; leave that comes late moves nothing any more
        self._at_us = to_us(desk.clock.now())
        self._rate = 0.0
        self._speed = 1.0  # that of the next play
        self._orders = 0  # the last order's count
        self._followed = 0
        self._next: tuple[int | None, float] | None = None  # a seek that waits for the one before
        self._tiles: dict[int, TileAt] = {}
        self._in_us: int | None = None
        self._out_us: int | None = None
        self._loops = False
        self._sound: CameraId | None = None
        self._loudness = 100
        self._hearing = Hearing.OFF
        self._patience = QTimer(self, interval=_PATIENCE_MS, singleShot=True)
        self._patience.timeout.connect(self._send_next)
        desk.bridge.review_moved.connect(self._on_moved)

    @property
    def player(self) -> ReviewPlayer | None:
        """What paints, None while nothing is open."""
        return self._player

    @property
    def cameras(self) -> tuple[CameraId, ...]:
        """What is played, as far as it may be."""
        return self._cameras

    @property
    def at_us(self) -> int:
        """Where the clock stands, or is about to."""
        return self._at_us

    @property
    def rate(self) -> float:
        """How fast it runs; 0 while it stands."""
        return self._rate

    @property
    def is_waiting(self) -> bool:
        """Whether an order has not been followed yet."""
        return self._followed < self._orders or self._next is not None

    @property
    def marks(self) -> tuple[int | None, int | None]:
        """In and out."""
        return self._in_us, self._out_us

    @property
    def marked_span(self) -> Span | None:
        """What lies between the marks, when there are both."""
        if self._in_us is None or self._out_us is None:
            return None
        return Span(from_us(self._in_us), from_us(self._out_us))

    @property
    def loops(self) -> bool:
        """Whether it goes round between the marks."""
        return self._loops

    @property
    def sound(self) -> CameraId | None:
        """Whose sound is on."""
        return self._sound

    @property
    def loudness(self) -> int:
        """How loud it is, one of ``LOUDNESS``."""
        return self._loudness

    @property
    def hearing(self) -> Hearing:
        """Whether it is heard, or why not."""
        return self._hearing

    def tile(self, slot: int) -> TileAt | None:
        """Where a tile stands; None before the player has said so."""
        return self._tiles.get(slot)

    def open(self, cameras: Sequence[CameraId], at_us: int, rate: float = 0.0) -> None:
        """Play exactly these from now on, at ``at_us``; none at all closes the player."""
        self._wish += 1
        if not cameras:
            self.close()
            return
        wish, wanted = self._wish, tuple(cameras)
        at_us = self._past(at_us)

        def given() -> None:
            if wish == self._wish:
                self._begin(wanted, at_us, rate)

        self.admission.ask(wanted, at_us, given, self._refuse)

    def lay(self, places: Sequence[ReviewPlace]) -> None:
        """Paint in these places."""
        if self._player is not None:
            self._player.show(places, from_us(self._at_us))

    def go(self, at_us: int, rate: float | None = None) -> None:
        """Go to an instant, and on as fast as before or at ``rate``."""
        at_us = self._past(at_us)
        fast = self._rate if rate is None else rate
        self._seek += 1
        wish, seek = self._wish, self._seek

        def given() -> None:
            if (wish, seek) == (self._wish, self._seek):
                self._order(at_us, fast)

        if self._player is not None:
            self.admission.ask(self._cameras, at_us, given, self._refuse)

    def play(self) -> None:
        """Play at the speed chosen last; or pause."""
        if self._rate:
            self._order(None, 0.0)
        else:
            self._order(None, self._speed)

    def pause(self) -> None:
        """Stand still."""
        if self._rate:
            self._order(None, 0.0)

    def set_rate(self, rate: float) -> None:
        """Play at one of ``RATES``."""
        self._speed = rate
        self._order(None, rate)

    def faster(self, steps: int) -> None:
        """The next speed of ``RATES``, or the one before; from a stand forwards or backwards."""
        if self._rate:
            place = RATES.index(self._speed) + steps
            self.set_rate(RATES[max(0, min(len(RATES) - 1, place))])
        else:
            self.set_rate(1.0 if steps > 0 else -1.0)

    def step(self, frames: int) -> None:
        """Stand, so many pictures further or back."""
        if self._player is not None:
            self._next = None
            self._rate = 0.0
            self._orders = self._player.step(frames)
            self.moved.emit()

    def mark(self, *, end: bool) -> None:
        """Mark in, or out, where it stands."""
        if end:
            self.set_marks(self._in_us, self._at_us)
        else:
            self.set_marks(self._at_us, self._out_us)

    def set_marks(self, in_us: int | None, out_us: int | None) -> None:
        """Both marks; the one that lies on the wrong side of the one that moved goes."""
        if in_us is not None and out_us is not None and in_us >= out_us:
            if in_us == self._in_us:
                in_us = None
            else:
                out_us = None
        self._in_us, self._out_us = in_us, out_us
        self._loops = self._loops and self.marked_span is not None
        self.marked.emit()

    def loop(self, on: bool) -> None:
        """Go round between the marks."""
        self._loops = on and self.marked_span is not None
        self.marked.emit()

    def hear(self, camera_id: CameraId | None) -> None:
        """Let one camera be heard, or none."""
        self._sound = camera_id if self._player is not None else None
        self._hearing = Hearing.OFF if self._sound is None else Hearing.OPENING
        if self._player is not None:
            self._player.hear(camera_id, self._loudness)
        self.heard.emit()

    def louder(self, steps: int) -> None:
        """The next of ``LOUDNESS``, or one before; kept while the sound is off, too."""
        place = LOUDNESS.index(self._loudness) + steps
        self._loudness = LOUDNESS[max(0, min(len(LOUDNESS) - 1, place))]
        if self._player is not None and self._sound is not None:
            self._player.hear(self._sound, self._loudness)
        self.heard.emit()

    def close(self) -> None:
        """Let go of the player; time and marks stay."""
        self._wish += 1
        self._patience.stop()
        self._next = None
        self._end(self._watched.end() or self._stills)
        self._stills = None
        self._cameras, self._tiles, self._sound = (), {}, None
        self._hearing = Hearing.OFF
        self._rate = 0.0
        player, self._player = self._player, None
        if player is not None:
            self.ended.emit()  # first let go of its memory
            player.close()
        self.heard.emit()
        self.moved.emit()

    def forget(self) -> None:
        """As ``close``, and whoever sits here now must be given leave anew."""
        self.close()
        self.admission.forget()
        self.set_marks(None, None)
        self.forgotten.emit()

    def note_stills(self, camera_id: CameraId, instants: Sequence[int]) -> None:
        """Single pictures of a camera were on screen: they were watched, too."""
        for us in instants:
            self._stills = Stretch((camera_id,), Span(from_us(us), from_us(us + SECOND_US)))
            self._note(self._stills, closes=False)

    def _begin(self, cameras: tuple[CameraId, ...], at_us: int, rate: float) -> None:
        if self._player is None:
            self._player = self._archive.engine.player()
            self._orders = self._followed = 0
        if self._sound not in cameras and self._sound is not None:
            self.hear(None)
        self._cameras, self._tiles = cameras, {}
        self._at_us = at_us
        self.begun.emit()
        self._order(at_us, rate)

    def _order(self, at_us: int | None, rate: float) -> None:
        """Send a seek, or keep it until the one before is followed."""
        if self._player is None:
            return
        if at_us is None and self._next is not None:
            at_us = self._next[0]
        if at_us is not None:
            self._at_us = at_us
        self._rate = rate
        self._next = (at_us, rate)
        if self._followed >= self._orders or not self._patience.isActive():
            self._send_next()
        self.moved.emit()

    @Slot()
    def _send_next(self) -> None:
        if self._next is None or self._player is None:
            return
        (at_us, rate), self._next = self._next, None
        at = None if at_us is None else from_us(at_us)
        self._orders = self._player.go(at, rate)
        self._patience.start()

    @Slot(ReviewMoved)
    def _on_moved(self, event: ReviewMoved) -> None:
        if self._player is None or event.player != self._player.number:
            return
        self._followed = event.seek
        self._tiles = {tile.slot: tile for tile in event.tiles}
        if self._sound is not None and event.hearing is not self._hearing:
            self._hearing = event.hearing
            self.heard.emit()
        if event.seek >= self._orders:
            if self._next is not None:
                self._send_next()
            else:
                self._stand(event)
        self.moved.emit()

    def _stand(self, event: ReviewMoved) -> None:
        """The player is where it was sent, or further."""
        self._at_us, self._rate = event.at_us, event.rate
        if any(tile.state is TileState.SHOWN for tile in event.tiles):
            now_s = self._desk.clock.monotonic_s()
            self._note(self._watched.saw(self._cameras, event.at_us, now_s))
        self._turn()
        if not self.admission.holds(self._cameras, event.at_us):  # played back past what was asked
            self.admission.ask(self._cameras, event.at_us, lambda: None, self._refuse_and_stand)

    def _turn(self) -> None:
        """Go round between the marks."""
        if not self._loops or self._in_us is None or self._out_us is None:
            return
        if self._rate > 0 and self._at_us >= self._out_us:
            self._order(self._in_us, self._rate)
        elif self._rate < 0 and self._at_us <= self._in_us:
            self._order(self._out_us, self._rate)

    def _past(self, us: int) -> int:
        """No later than a second ago: what comes is not recorded yet."""
        return min(us, to_us(self._desk.clock.now()) - SECOND_US)

    def _refuse(self, problem: Problem) -> None:
        self.refused.emit(problem)

    def _refuse_and_stand(self, problem: Problem) -> None:
        self.close()
        self.refused.emit(problem)

    def _end(self, stretch: Stretch | None) -> None:
        if stretch is None:
            return
        footage = self._archive.footage
        end: Callable[[], None] = lambda: footage.end_review(  # noqa: E731 -- typed for Tasks
            stretch.cameras, stretch.span
        )
        self._desk.tasks.run(end, done=lambda _: None, failed=self._refuse, lane=Lane.WRITE)

    def _note(self, stretch: Stretch | None, *, closes: bool = True) -> None:
        """Log what was on screen; a refusal closes the player that shows it still."""
        if stretch is None:
            return
        footage, wish = self._archive.footage, self._wish
        note: Callable[[], None] = lambda: footage.note_watched(  # noqa: E731 -- typed for Tasks
            stretch.cameras, stretch.span
        )

        def failed(problem: Problem) -> None:
            if not isinstance(problem, NotAllowed):
                self._refuse(problem)
                return
            self._end(stretch)  # it was on screen all the same: the log is told
            self.admission.doubt(stretch.cameras)
            if closes and (wish, stretch.cameras) == (self._wish, self._cameras):
                self._refuse_and_stand(problem)
            else:  # the player shows something else
                self._refuse(problem)

        self._desk.tasks.run(note, done=lambda _: None, failed=failed, lane=Lane.WRITE)
