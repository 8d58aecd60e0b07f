"""To where footage begins next, or began before, however far that is; to the first of a day.

What the timeline has read answers at once; beyond it the index is asked, off the GUI thread.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from console.errors import Problem
from db.records import CameraId, Span, from_us, to_us
from ui.desk import Desk
from ui.review.day_picker import midnight
from ui.review.material import Lane, joined, runs_of
from ui.review.scale import DAY_US, SECOND_US
from ui.review.service import Footage

if TYPE_CHECKING:
    from ui.review.page import ReviewPage

_LEEWAY_US = 10 * SECOND_US  # so much younger than the oldest that may be seen: it grows older
_Look = Callable[[Collection[CameraId]], int | None]


class Leaps(QObject):
    """Moves the page's clock; says so where there is nothing to go to."""

    def __init__(self, page: ReviewPage, desk: Desk, footage: Footage) -> None:
        super().__init__(page)
        self._page = page
        self._desk = desk
        self._footage = footage
        self._leap = 0  # counts what was asked; an answer to an older wish is nobody's

    def jump(self, way: int) -> None:
        """To where footage of the shown cameras begins next (1), or began before (-1)."""
        page, footage = self._page, self._footage
        self._leap += 1
        at_us = page.playback.at_us
        if not page.shown.cameras:
            page.tell(self.tr("Choose a camera first."))
        elif (known_us := self._known(at_us, way)) is not None:
            page.go_to(known_us)
        elif way > 0:
            self._ask(
                lambda cameras: later_start(footage, cameras, at_us),
                self.tr("There is no later footage of these cameras."),
            )
        else:
            self._ask(
                lambda cameras: earlier_start(footage, cameras, at_us - SECOND_US),
                self.tr("There is no earlier footage of these cameras."),
            )

    def go_to_day(self, day: date) -> None:
        """To the first footage of the shown cameras on a day, in the zone of the station PC."""
        footage = self._footage
        start, end = midnight(day), midnight(day + timedelta(days=1))
        self._leap += 1
        self._page.timeline.bring(to_us(start))  # whatever there is of it
        if self._page.shown.cameras:
            words = self.tr("There is no footage of these cameras on {day}.")
            self._ask(
                lambda cameras: first_within(footage, cameras, to_us(start), to_us(end)),
                words.format(day=f"{day:%d/%m/%Y}"),
            )

    def go_to_newest(self) -> None:
        """To the newest footage of the shown cameras."""
        footage, now_us = self._footage, to_us(self._desk.clock.now())
        self._leap += 1

        def newest(cameras: Collection[CameraId]) -> int | None:
            us = footage.previous_footage(cameras, now_us)
            return None if us is None else us + 1 - SECOND_US

        if self._page.shown.cameras:
            self._ask(newest, self.tr("There is no footage of these cameras."))

    def forget(self) -> None:
        """No answer that is under way is for whoever sits here now."""
        self._leap += 1

    def _known(self, at_us: int, way: int) -> int | None:
        """Where to, if what was read tells for certain, and leave was given."""
        page, cameras = self._page, self._page.shown.cameras
        material = page.reader.material
        if material.span is None or not material.covers(
            cameras, Span(from_us(at_us), from_us(at_us + 1))
        ):
            return None
        lane = runs_of(material.track(camera) for camera in cameras)
        us = lane.next_start(at_us) if way > 0 else lane.last_start(at_us - SECOND_US)
        if us is None or us <= to_us(material.span.start):  # it may have begun earlier still
            return None
        return us if page.playback.admission.holds(cameras, us) else None

    def _ask(self, look: _Look, none: str) -> None:
        page, leap, cameras = self._page, self._leap, self._page.shown.cameras

        def done(us: int | None) -> None:
            if leap != self._leap or cameras != page.shown.cameras:
                return
            if us is None:
                page.tell(none)
            else:
                page.go_to(us)

        def failed(problem: Problem) -> None:
            if leap == self._leap:
                page.problem(problem)

        self._desk.tasks.run(lambda: look(cameras), done=done, failed=failed)


def later_start(footage: Footage, cameras: Collection[CameraId], us: int) -> int | None:
    """Where footage of any of ``cameras`` begins next after ``us``.  Blocks; raises NotAllowed."""
    at_us = _allowed(footage, us)
    while True:
        found = footage.next_footage(cameras, at_us)
        if found is None or found > at_us:
            return found
        lane = _around(footage, cameras, at_us, at_us + DAY_US)  # there is some here: leave it
        start = lane.next_start(at_us)
        end = max(lane.ends, default=at_us)
        if start is not None or end <= at_us:
            return start
        at_us = end


def earlier_start(footage: Footage, cameras: Collection[CameraId], us: int) -> int | None:
    """Where the footage at ``us``, or the last one before, began: as far as it may be seen.

    Blocks; raises NotAllowed.
    """
    least_us = _allowed(footage, 0)
    at_us = footage.previous_footage(cameras, us)
    while at_us is not None:
        start = _around(footage, cameras, at_us - DAY_US, at_us + 1).last_start(at_us + 1)
        if start is None:
            return None
        at_us = footage.previous_footage(cameras, start - 1)
        if at_us != start - 1 or start <= least_us:
            return max(start, least_us) if max(start, least_us) <= us else None
    return None


def first_within(
    footage: Footage, cameras: Collection[CameraId], start_us: int, end_us: int
) -> int | None:
    """The first instant of a stretch with footage of any.  Blocks; raises NotAllowed."""
    found = footage.next_footage(cameras, _allowed(footage, start_us))
    return found if found is not None and found < end_us else None


def _allowed(footage: Footage, us: int) -> int:
    """``us``, or else the first instant that the role may see."""
    oldest = footage.oldest()
    return us if oldest is None else max(us, to_us(oldest) + _LEEWAY_US)


def _around(
    footage: Footage, cameras: Collection[CameraId], start_us: int, end_us: int
) -> Lane[None]:
    """Where any of ``cameras`` has footage that reaches into a stretch."""
    runs = footage.runs(cameras, Span(from_us(start_us), from_us(end_us)))
    return joined((run.start_us, run.end_us) for run in runs)
