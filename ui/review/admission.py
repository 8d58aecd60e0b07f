"""Leave to watch: asked once for each camera and age, before its pictures are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta

from console.errors import Problem
from console.workers import Lane
from db.records import CameraId, Span, from_us
from ui.review.service import Footage
from ui.tasks import Tasks

_ASKED = timedelta(minutes=1)


class Admission:
    """Remembers from when on each camera may be watched.  GUI thread only."""

    def __init__(self, footage: Footage, tasks: Tasks) -> None:
        self._footage = footage
        self._tasks = tasks
        self._since: dict[CameraId, int] = {}
        self._term = 0  # counts up when everything given is taken back

    def holds(self, cameras: Sequence[CameraId], us: int) -> bool:
        """Whether ``cameras`` may be watched at ``us``, as far as was asked."""
        return all(camera in self._since and self._since[camera] <= us for camera in cameras)

    def ask(
        self,
        cameras: Sequence[CameraId],
        us: int,
        given: Callable[[], None],
        refused: Callable[[Problem], None],
    ) -> None:
        """Call ``given`` once they may be watched from ``us`` on; at once where that is known."""
        if self.holds(cameras, us):
            given()
            return
        footage, term = self._footage, self._term
        span = Span(from_us(us), from_us(us) + _ASKED)

        def done(_: None) -> None:
            if term == self._term:
                for camera in cameras:
                    self._since[camera] = min(us, self._since.get(camera, us))
                given()

        def failed(problem: Problem) -> None:
            if term == self._term:
                refused(problem)

        self._tasks.run(
            lambda: footage.begin_review(cameras, span), done=done, failed=failed, lane=Lane.WRITE
        )

    def doubt(self, cameras: Sequence[CameraId]) -> None:
        """Ask anew about these: what was allowed has become too old, or is another team's."""
        for camera in cameras:
            self._since.pop(camera, None)

    def forget(self) -> None:
        """Take everything back: somebody else sits here, or his rights are others."""
        self._since.clear()
        self._term += 1
