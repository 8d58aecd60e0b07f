"""Keeps what the timeline shows read: off the GUI thread, a screen ahead on both sides."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from console.errors import Problem
from db.records import CameraId, Span, to_us
from ui.desk import Desk
from ui.review.activity import Activity, condense
from ui.review.material import Material, gather
from ui.review.scale import DAY_US, HOUR_US, MINUTE_US
from ui.review.service import Rows

_PAUSE_MS = 40  # a wheel that is being turned asks once
_RENEW_MS = 10_000
_PARTS, _COARSE_PARTS = 4096, 2048  # of one camera's strip of activity, read exactly or not
_AHEAD = timedelta(minutes=1)  # into the future: footage that comes while one looks
_LONG = timedelta(days=2)  # of longer spans the rows in sight are read first, then all
_ALL_FINE_US = 2 * HOUR_US  # so much in sight: what moved is read exactly, of these rows …
_MOST_FINE = 16
_ONE_FINE_US = DAY_US  # … so much: of the chosen row; else to the minute
_STALE_US = 10 * MINUTE_US  # what moved is read again when so much of it is missing


class Reader(QObject):
    """Reads rows when they are wanted, and again every few seconds while they are in sight."""

    read = Signal()
    failed = Signal(object)  # the Problem

    def __init__(self, desk: Desk, footage: Rows, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._footage = footage
        self.material = Material()
        self._glimpse: Material | None = None
        self._activities: dict[CameraId, Activity] = {}
        self._fine: frozenset[CameraId] = frozenset()  # those that were read exactly
        self._cameras: tuple[CameraId, ...] = ()
        self._in_sight: tuple[CameraId, ...] = ()
        self._chosen: CameraId | None = None
        self._span: Span | None = None
        self._busy = False
        self._again = False
        self._term = 0  # counts up when everything that is under way is nobody's any more
        self._pause = QTimer(self, interval=_PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._ask)
        self._renewal = QTimer(self, interval=_RENEW_MS)
        self._renewal.timeout.connect(self.renew)

    @property
    def is_busy(self) -> bool:
        """Whether more is about to be read."""
        return self._busy or self._pause.isActive()

    @property
    def drawn(self) -> Material:
        """What is drawn: ``material``, or the rows in sight while all the others are still read."""
        return self._glimpse or self.material

    def activity(self, camera_id: CameraId) -> Activity | None:
        """How much moved, where that was read."""
        return self._activities.get(camera_id)

    def want(
        self,
        cameras: Sequence[CameraId],
        chosen: CameraId | None,
        span: Span,
        in_sight: Sequence[CameraId] = (),
    ) -> None:
        """Show these rows in ``span`` from now on; ``read`` comes when more is known."""
        self._cameras, self._chosen, self._span = tuple(cameras), chosen, span
        self._in_sight = tuple(in_sight)
        if not cameras:
            return
        if not self.material.covers(cameras, self._clipped(span)) or self._wanting_activity():
            if not self.is_busy:  # the first wish at once; those that follow on its heels, as one
                QTimer.singleShot(0, self, self._ask)
            self._pause.start()

    def set_awake(self, awake: bool) -> None:
        """Whether anybody looks: only then it reads again by itself."""
        if awake:
            self._renewal.start()
            self.renew()
        else:
            self._renewal.stop()

    @Slot()
    def renew(self) -> None:
        """Read again what is in sight."""
        self._again = True
        self._pause.start()

    def forget(self) -> None:
        """Nothing that was read is for whoever sits here now."""
        self._term += 1
        self._busy = self._again = False
        self._pause.stop()
        self._cameras, self._span = (), None
        self.material, self._glimpse = Material(), None
        self._activities.clear()
        self._fine = frozenset()
        self.read.emit()

    def _clipped(self, span: Span) -> Span:
        """Of ``span`` what can have been recorded; nothing is read of the future."""
        now = self._desk.clock.now()
        end = min(span.end, now + _AHEAD)
        return Span(span.start, end) if span.start < end else Span(span.start, span.end)

    def _wide(self, span: Span) -> Span:
        """A screen more on both sides, so that the next step shows something at once."""
        return self._clipped(Span(span.start - span.length, span.end + span.length))

    @Slot()
    def _ask(self) -> None:
        if self._busy:
            self._again = True
            return
        span = self._span
        if span is None or not self._cameras:
            return
        if not self._again and self.material.covers(self._cameras, self._clipped(span)):
            self._ask_activity()
            return
        self._again, self._busy = False, True
        footage, cameras, wide, term = self._footage, self._cameras, self._wide(span), self._term
        first = self._in_sight if self._is_glimpsed(span) else ()

        def glimpsed(material: Material) -> None:
            if term == self._term:
                self._glimpse = material
                self.read.emit()
                read_all()

        def done(material: Material) -> None:
            if term == self._term:
                self._busy = False
                self.material, self._glimpse = material, None
                self.read.emit()
                self._go_on()

        def failed(problem: Problem) -> None:
            if term == self._term:
                self._busy = False
                self._again = False
                self._glimpse = None
                self.failed.emit(problem)

        def read_all() -> None:
            self._desk.tasks.run(lambda: gather(footage, cameras, wide), done=done, failed=failed)

        if first:
            seen = self._clipped(span)
            self._desk.tasks.run(lambda: gather(footage, first, seen), done=glimpsed, failed=failed)
        else:
            read_all()

    def _is_glimpsed(self, span: Span) -> bool:
        """Whether the rows in sight are worth being read before all of them."""
        seen = self._clipped(span)
        few = 0 < 2 * len(self._in_sight) <= len(self._cameras)
        return few and seen.length > _LONG and not self.material.covers(self._in_sight, seen)

    def _go_on(self) -> None:
        """What was wanted while it read."""
        if self._again or (
            self._span is not None
            and not self.material.covers(self._cameras, self._clipped(self._span))
        ):
            self._pause.start()
        else:
            self._ask_activity()

    def _wanting_activity(self) -> list[CameraId]:
        """The rows in sight whose strip is missing, or too coarse, or ends too soon."""
        if self._span is None:
            return []
        span = self._clipped(self._span)
        start_us, end_us = to_us(span.start), to_us(span.end)
        length, fine = end_us - start_us, self._wanted_fine(span)
        found = []
        for camera_id in self._rows:
            known = self._activities.get(camera_id)
            if (
                known is None
                or known.start_us > start_us
                or known.end_us < end_us - min(length // 4, _STALE_US)
                or known.end_us - known.start_us > 8 * length
                or (camera_id in fine and camera_id not in self._fine)
            ):
                found.append(camera_id)
        return found

    @property
    def _rows(self) -> Sequence[CameraId]:
        """The rows of which it is shown what moved."""
        return self._in_sight or self._cameras[:_MOST_FINE]

    def _wanted_fine(self, span: Span) -> frozenset[CameraId]:
        """The rows whose change map is read itself: of more it would take seconds."""
        length = to_us(span.end) - to_us(span.start)
        if length <= _ALL_FINE_US:
            return frozenset(self._rows[:_MOST_FINE])
        one = self._chosen
        return frozenset((one,) if one is not None and length <= _ONE_FINE_US else ())

    def _ask_activity(self) -> None:
        rows = self._wanting_activity()
        if not rows or self._span is None:
            return
        footage, wide, term = self._footage, self._wide(self._span), self._term
        start_us, end_us = to_us(wide.start), to_us(wide.end)
        fine = self._wanted_fine(self._clipped(self._span)) & set(rows)
        self._busy = True

        def active(camera_id: CameraId) -> Activity:
            if camera_id in fine:
                return condense(footage.looks(camera_id, wide), start_us, end_us, _PARTS)
            strip = footage.activity(camera_id, wide, _COARSE_PARTS)
            return Activity.of(start_us, end_us, strip)

        def done(found: dict[CameraId, Activity]) -> None:
            if term == self._term:
                self._busy = False
                self._activities.update(found)
                self._fine = self._fine - found.keys() | fine
                self.read.emit()
                self._go_on()

        def failed(problem: Problem) -> None:
            if term == self._term:
                self._busy = False
                self.failed.emit(problem)

        self._desk.tasks.run(
            lambda: {camera_id: active(camera_id) for camera_id in rows}, done=done, failed=failed
        )
